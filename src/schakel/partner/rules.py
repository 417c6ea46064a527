# SPDX-License-Identifier: EUPL-1.2
"""Who may keep the register, how a function stands, what partners differ on, where nobody or everybody works. Pure."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

BEHEERDER = "functioneel_beheerder"
KETENREGISSEUR = "ketenregisseur"

REGIOROLLEN = frozenset({KETENREGISSEUR, "regiocoordinator", "bestuurlijk_trekker"})
"""Functions that serve the whole region: only who keeps the region's data can create them."""

WAARSCHUW_DAGEN = 60
"""How long before its end a project asks for a decision on what comes next (PAR-08)."""


def mag_partner_beheren(*, functie: str, eigen: bool) -> bool:
    """Functions and holders of a partner are kept by its own functioneel beheerder."""
    return eigen and functie == BEHEERDER


def mag_regio_beheren(*, functie: str, leidend: bool) -> bool:
    """Bodies, places and divisions are kept by the ketenregisseur, or the beheerder of the partner that leads."""
    return functie == KETENREGISSEUR or (leidend and functie == BEHEERDER)


class Stand(Enum):
    """How a function stands today; value = (word, kind of badge)."""

    VERVULD = (gettext_noop("vervuld"), "goed")
    VERVANGEN = (gettext_noop("plaatsvervanger"), "bezig")
    WAARGENOMEN = (gettext_noop("waarneming, geen structurele oplossing"), "let-op")
    VACANT = (gettext_noop("vacant"), "fout")
    GEPLAND = (gettext_noop("gepland"), "bezig")
    NIET_VOORZIEN = (gettext_noop("niet voorzien"), "dicht")
    VERVALLEN = (gettext_noop("vervallen"), "dicht")

    @property
    def label(self) -> str:
        return _(self.value[0])

    @property
    def soort(self) -> str:
        return self.value[1]

    @property
    def is_gat(self) -> bool:
        """Is this a bottleneck? (PAR-02, PAR-03)"""
        return self in (Stand.VACANT, Stand.VERVANGEN, Stand.WAARGENOMEN, Stand.NIET_VOORZIEN)


def stand(
    *, voorziening: str, vervallen: bool, houder: bool, plaatsvervanger: bool, waargenomen: bool
) -> Stand:
    """Filled wins, then whoever looks after it; without anybody it follows what the region provides for."""
    if vervallen:
        return Stand.VERVALLEN
    if houder:
        return Stand.VERVULD
    if waargenomen:
        return Stand.WAARGENOMEN
    if plaatsvervanger:
        return Stand.VERVANGEN
    return {"gepland": Stand.GEPLAND, "niet_voorzien": Stand.NIET_VOORZIEN}.get(voorziening, Stand.VACANT)


def past(onderwerp: str, omvang: str) -> bool:
    """Does a stand-in's scope cover this subject? Without a subject every scope does; "alles" covers all."""
    woorden = set(re.findall(r"\w{4,}", zoekvorm(onderwerp)))
    return (
        not woorden
        or zoekvorm(omvang) == "alles"
        or bool(woorden & set(re.findall(r"\w{4,}", zoekvorm(omvang))))
    )


def zoekvorm(tekst: str) -> str:
    """For comparison: lower case, no accents, single blanks."""
    kaal = "".join(t for t in unicodedata.normalize("NFKD", tekst) if not unicodedata.combining(t))
    return " ".join(kaal.lower().split())


def is_zeker(zekerheid: str) -> bool:
    """A division counts when it is fixed; "mogelijk", "genoemd", "aangekondigd" are stored and shown, and
    do not count."""
    return zekerheid.lower().startswith("vast")


def kies_gebied(indelingen: Iterable[tuple[date | None, date | None, str, UUID]], dag: date) -> UUID | None:
    """The area of a place on `dag`: (van, tot, zekerheid, area) rows; the latest certain one wins (PAR-04)."""
    geldig = [
        (van or date.min, gebied)
        for van, tot, zekerheid, gebied in indelingen
        if is_zeker(zekerheid) and (van is None or van <= dag) and (tot is None or dag <= tot)
    ]
    return max(geldig, key=lambda rij: rij[0])[1] if geldig else None


def agenda(vanaf: date, weken: int, dag: date, aantal: int = 3) -> list[date]:
    """The next meetings from `dag` on, of a body that first met on `vanaf` and meets every `weken` weeks."""
    stap = timedelta(weeks=max(weken, 1))
    over = max(0, -((vanaf - dag) // stap))
    eerste = vanaf + over * stap
    return [eerste + nr * stap for nr in range(aantal)]


def verschillen(doelen: Sequence[tuple[str, str, bool]]) -> list[tuple[str, str]]:
    """(partner, goal) of those who want something else and did not agree with the common focus (PAR-08).

    `doelen`: (partner, goal, agrees with the focus). No difference when at most one goal is left.
    """
    oneens = [(partner, doel) for partner, doel, akkoord in doelen if doel.strip() and not akkoord]
    return oneens if len({zoekvorm(doel) for _, doel in oneens}) > 1 else []


def bezwaren_tegen_start(
    doelen: Sequence[tuple[str, str, bool]], *, aanvaard: str, van: date | None, tot: date | None
) -> list[str]:
    """What stands in the way of starting a project, in sentences."""
    bezwaren = []
    if verschillen(doelen) and not aanvaard.strip():
        bezwaren.append(
            _(
                "De doelen van de partners verschillen. Spreek een gezamenlijke focus af waar iedereen mee instemt, "
                "of leg vast waarom jullie met dit verschil beginnen."
            )
        )
    if len(doelen) < 2:
        bezwaren.append(_("Noem minstens twee partners: alleen is het geen samenwerking."))
    if van is None or tot is None:
        bezwaren.append(_("Vul een begin en een einde in: een project is tijdelijk."))
    return bezwaren


def dekking(vormen: Collection[str], per_orgaan: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Per form the bodies that take it; a body without forms takes all. Empty = nobody, two or more = twice
    (PAR-06)."""
    return {
        vorm: sorted(naam for naam, eigen in per_orgaan.items() if not eigen or vorm in eigen)
        for vorm in vormen
    }


def tel(gebieden: Iterable[str]) -> list[tuple[str, int]]:
    """Counts per area, largest first."""
    return sorted(Counter(gebieden).items(), key=lambda paar: (-paar[1], paar[0]))


def kan_uit(tekst: str) -> list[str]:
    """What an organisation can do, from a description of its part in the chain (values of `Kan`)."""
    woorden = {
        "signaleren": ("signal", "toezicht", "meldpunt", "meldt", "controle"),
        "interveniëren": ("interveni", "fiscaal", "bestuurlijk", "handhaving"),
        "opsporen": ("opsporing", "vervolging"),
        "zorg": ("zorg", "opvang", "hulp", "voogdij", "maatschappelijk"),
        "branche": ("bank", "notaris", "uitzend", "corporatie", "convenant 1", "convenant 2"),
    }
    kaal = tekst.lower()
    return [kan for kan, sporen in woorden.items() if any(spoor in kaal for spoor in sporen)]
