# SPDX-License-Identifier: EUPL-1.2
"""What the regie of a case does next: advice on the page and on *Mijn werk*, never an act by itself."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from schakel.casus.rules.stappen import Stand
from schakel.convenant.rules import Fase


@dataclass(frozen=True)
class Advies:
    """`daad`: the verb of the case that comes next, "" when others must act first; `zin`: why, in one sentence."""

    daad: str
    zin: str


def wat_nu(stand: Stand) -> Advies | None:
    """The next thing to do by how the case stands; None when it is closed."""
    if stand.afgesloten:
        return None
    return _PER_FASE[stand.fase](stand)


def _detectie(stand: Stand) -> Advies:
    if not stand.stukken:
        return Advies("signaal", _("Breng een signaal in."))
    return Advies("stap", _("Betrek de partners die iets weten, en ga naar dossiervorming."))


def _dossiervorming(stand: Stand) -> Advies:
    if not stand.compleet:
        return Advies(
            "compleet", _("Vraag wat nog ontbreekt. Is alles er? Meld dan dat het dossier compleet is.")
        )
    return Advies("stap", _("Het dossier is compleet. Ga naar de weging en zet de casus op een agenda."))


def _weging(stand: Stand) -> Advies:
    if not stand.gewogen:
        return Advies(
            "wegen", _("Laat de partners wegen, en leg in het overleg de gezamenlijke uitkomst vast.")
        )
    return Advies("stap", _("De casus is gewogen. Ga naar de toewijzing."))


def _toewijzing(stand: Stand) -> Advies:
    if not stand.toegewezen:
        return Advies(
            "voorstellen", _("Stel interventies voor. Het overleg stelt ze vast, of wijs ze hieronder toe.")
        )
    return Advies("stap", _("Er zijn interventies toegewezen. Ga naar de uitvoering."))


def _uitvoering(stand: Stand) -> Advies:
    if stand.open:
        return Advies("", _("De partners zijn aan zet: wacht op hun resultaat, en bel wie te laat is."))
    return Advies("stap", _("Alle interventies zijn klaar. Ga naar de evaluatie."))


def _evaluatie(stand: Stand) -> Advies:
    if not stand.geevalueerd:
        return Advies("evaluatie", _("Leg naast elkaar wat het doel was en wat het is geworden."))
    return Advies(
        "sluiten", _("De casus is geëvalueerd. Is iedereen die meldde op de hoogte? Sluit dan de casus.")
    )


_PER_FASE = {
    Fase.DETECTIE: _detectie,
    Fase.DOSSIERVORMING: _dossiervorming,
    Fase.WEGING: _weging,
    Fase.TOEWIJZING: _toewijzing,
    Fase.UITVOERING: _uitvoering,
    Fase.EVALUATIE: _evaluatie,
}
