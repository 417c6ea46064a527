# SPDX-License-Identifier: EUPL-1.2
"""The six steps of the ketenaanpak (report p. 133): which arrows exist, and what must be true before each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.casus.rules.woorden import Sluitreden
from schakel.convenant.rules import Fase

AFGESLOTEN = "afgesloten"
"""The `naar` of the last arrow; not a fase."""

REGIE = frozenset({"ketenregisseur", "aandachtsfunctionaris"})
"""Functions that hold the regie over a case of their partner: they move it, name people on it, close it."""

SPOEDTERMIJN = timedelta(days=14)
"""A weighing after the spoedroute is due at the next casusoverleg, at the latest after this term (CAS-07)."""


class Verouderd(Exception):
    """Someone else changed this meanwhile: nothing was overwritten."""


@dataclass(frozen=True)
class Stand:
    """How a case stands. `toegewezen`: measures assigned; `open`: assigned and neither refused nor done."""

    fase: Fase
    stukken: int = 0
    compleet: bool = False
    gewogen: bool = False
    spoed: bool = False
    toegewezen: int = 0
    open: int = 0
    geevalueerd: bool = False
    afgesloten: bool = False


VOLGORDE = tuple(Fase)

OVERGANGEN: dict[Fase, tuple[Fase, ...]] = {
    fase: (*VOLGORDE[nr + 1 : nr + 2], *VOLGORDE[1:nr]) for nr, fase in enumerate(VOLGORDE)
}
"""One step forward, or back to any earlier step but detectie."""

_EISEN: dict[Fase, tuple[Callable[[Stand], bool], str]] = {
    Fase.DOSSIERVORMING: (
        lambda s: s.stukken > 0 or s.spoed,
        gettext_noop("Breng eerst een signaal of dossierstuk in."),
    ),
    Fase.WEGING: (lambda s: s.compleet or s.spoed, gettext_noop("Meld eerst dat het dossier compleet is.")),
    Fase.TOEWIJZING: (
        lambda s: s.gewogen or s.spoed,
        gettext_noop("Leg eerst de gezamenlijke weging vast, of gebruik de spoedroute."),
    ),
    Fase.UITVOERING: (lambda s: s.toegewezen > 0, gettext_noop("Wijs eerst minstens één interventie toe.")),
    Fase.EVALUATIE: (
        lambda s: s.open == 0,
        gettext_noop("Er staan nog interventies open: wacht op het resultaat of de weigering."),
    ),
}


def volgende_stappen(fase: Fase) -> tuple[Fase, ...]:
    """The steps that can follow `fase`, forward first."""
    return OVERGANGEN[fase]


def bezwaren(stand: Stand, naar: Fase, reden: str) -> list[str]:
    """Why this arrow cannot be taken now, each with what to do; empty = it can.

    Every arrow needs a reason. Entry conditions hold forward only: going back is always possible.
    """
    if stand.afgesloten:
        return [_("De casus is afgesloten.")]
    gevonden = [] if reden.strip() else [_("Schrijf in een zin waarom.")]
    if naar not in OVERGANGEN[stand.fase]:
        return [
            *gevonden,
            _("Van %(van)s kan een casus niet naar %(naar)s.") % {"van": stand.fase, "naar": naar},
        ]
    eis = _EISEN.get(naar)
    if eis and VOLGORDE.index(naar) > VOLGORDE.index(stand.fase) and not eis[0](stand):
        gevonden.append(_(eis[1]))
    return gevonden


def bezwaren_sluiten(stand: Stand, reden: str, toelichting: str) -> list[str]:
    """Closing asks a reason of the list and words for the partners; a reached goal also an evaluation
    (CAS-06)."""
    if stand.afgesloten:
        return [_("De casus is al afgesloten.")]
    gevonden = [] if toelichting.strip() else [_("Schrijf een toelichting die de partners mogen lezen.")]
    if reden not in Sluitreden.values:
        gevonden.append(_("Kies een reden."))
    if reden == Sluitreden.DOEL_BEREIKT and not stand.geevalueerd:
        gevonden.append(_("Leg eerst de evaluatie vast: doel naast resultaat."))
    if stand.open:
        gevonden.append(_("Er staan nog interventies open: wacht op het resultaat of de weigering."))
    return gevonden


def bezwaren_vaststellen(stand: Stand, effect_slachtoffer: str | None) -> list[str]:
    """Why a measure cannot be assigned: no weighing (CAS-01), or no effect on the victim (OVL-05, report p.
    139)."""
    if stand.afgesloten:
        return [_("De casus is afgesloten.")]
    gevonden = []
    if not (stand.gewogen or stand.spoed):
        gevonden.append(_("De casus is nog niet gewogen. Leg de weging vast, of gebruik de spoedroute."))
    if not (effect_slachtoffer or "").strip():
        gevonden.append(
            _("Het effect voor het slachtoffer is niet ingevuld: zo wordt het advies niet vastgesteld.")
        )
    return gevonden


def mag_regie(functie: str, partner_is_eigenaar: bool) -> bool:
    """Does this function hold the regie over the case?"""
    return partner_is_eigenaar and functie in REGIE
