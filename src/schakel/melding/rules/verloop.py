# SPDX-License-Identifier: EUPL-1.2
"""The life of a melding, and what the melder hears of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from schakel.melding.rules.woorden import Afdoening, Status, Uitkomst

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True)
class Overgang:
    """One arrow, with the reason why it exists."""

    van: Status
    naar: Status
    reden: str


OVERGANGEN = (
    Overgang(Status.ONTVANGEN, Status.IN_BEHANDELING, "Iemand van het meldpunt neemt de melding op zich."),
    Overgang(Status.ONTVANGEN, Status.DOORGEZET, "Er is meteen een signaal van gemaakt."),
    Overgang(Status.ONTVANGEN, Status.AFGEDAAN, "Dubbel, geen echte melding, of geen capaciteit: met reden."),
    Overgang(Status.IN_BEHANDELING, Status.IN_BEHANDELING, "Een collega neemt de melding over."),
    Overgang(
        Status.IN_BEHANDELING, Status.DOORGEZET, "Er is een signaal van gemaakt; de keten gaat ermee verder."
    ),
    Overgang(Status.IN_BEHANDELING, Status.AFGEDAAN, "Het meldpunt sluit af, met een reden uit de lijst."),
    Overgang(Status.DOORGEZET, Status.DOORGEZET, "Nog een signaal uit dezelfde melding."),
    Overgang(Status.DOORGEZET, Status.AFGEDAAN, "De melder heeft het laatste woord gehoord."),
    Overgang(Status.AFGEDAAN, Status.IN_BEHANDELING, "Er kwam nieuwe informatie; de melding gaat weer open."),
)


def mag_over(van: str, naar: str) -> bool:
    """Is there an arrow from `van` to `naar`?"""
    return any(o.van == van and o.naar == naar for o in OVERGANGEN)


UITKOMSTZIN: dict[str, "StrPromise"] = {
    Uitkomst.ONTVANGEN: _("Uw melding is ontvangen. Iemand van het meldpunt leest uw melding."),
    Uitkomst.IN_BEHANDELING: _("Uw melding is in behandeling."),
    Uitkomst.OPGEPAKT: _("Uw melding is opgepakt."),
    Uitkomst.NIET_OPGEPAKT: _("Uw melding is nu niet opgepakt. Hieronder leest u waarom."),
    Uitkomst.BEVESTIGD: _("Uw inschatting klopte."),
    Uitkomst.NIET_BEVESTIGD: _("Uw inschatting is niet bevestigd. Toch was het goed dat u meldde."),
    Uitkomst.AFGEROND: _("Uw melding is afgerond. Dank u wel."),
}
"""What the melder reads; nothing of who, what or where."""

SLOTWOORDEN = frozenset(
    {Uitkomst.NIET_OPGEPAKT, Uitkomst.BEVESTIGD, Uitkomst.NIET_BEVESTIGD, Uitkomst.AFGEROND}
)
"""After these no further word is due."""

UITKOMST_BIJ_AFDOENING: dict[str, Uitkomst] = {
    Afdoening.OVERGEDRAGEN: Uitkomst.OPGEPAKT,
    Afdoening.ONVOLDOENDE: Uitkomst.NIET_OPGEPAKT,
    Afdoening.GEEN_CAPACITEIT: Uitkomst.NIET_OPGEPAKT,
    Afdoening.GEEN_UITBUITING: Uitkomst.NIET_OPGEPAKT,
    Afdoening.DUBBEL: Uitkomst.AFGEROND,
    Afdoening.ADVIES: Uitkomst.AFGEROND,
    Afdoening.GEEN_MELDING: Uitkomst.AFGEROND,
}
"""Closing always says something to the melder."""

REDENZIN: dict[str, "StrPromise"] = {
    Afdoening.ONVOLDOENDE: _("Er is nu te weinig bekend om verder te gaan. Ziet u meer? Laat het ons weten."),
    Afdoening.GEEN_CAPACITEIT: _(
        "Er zijn nu niet genoeg mensen om uw melding op te pakken. Wij bewaren uw melding wel."
    ),
    Afdoening.GEEN_UITBUITING: _("Uw melding hoort bij een andere organisatie. Vraag ons welke dat is."),
}
"""The reason in words, where the meldpunt adds none of its own."""


def toelichting_nodig(uitkomst: str) -> bool:
    """Not taken up is never said without a reason (report p. 148)."""
    return uitkomst == Uitkomst.NIET_OPGEPAKT


STAND: dict[str, str] = {
    Status.ONTVANGEN: "let-op",
    Status.IN_BEHANDELING: "bezig",
    Status.DOORGEZET: "goed",
    Status.AFGEDAAN: "dicht",
}
"""Kind of badge per status."""

STAND_VOOR_MELDER: dict[str, "StrPromise"] = {
    Status.ONTVANGEN: _("Ontvangen"),
    Status.IN_BEHANDELING: _("In behandeling"),
    Status.DOORGEZET: _("In behandeling"),
    Status.AFGEDAAN: _("Afgerond"),
}
