# SPDX-License-Identifier: EUPL-1.2
"""Set up, switch on and switch off a koppelregime. On means: nothing is missing (rules.koppelregime)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.signaal import queries
from schakel.signaal.models import Koppelregime, KoppelregimePartij
from schakel.toegang.actor import Actor

BEHEERDERS = frozenset({"ketenregisseur", "functioneel_beheerder"})


class GeenRegime(Exception):
    """Comparing is refused; `ontbreekt` names the missing conditions in Dutch."""

    def __init__(self, ontbreekt: Sequence[str]) -> None:
        super().__init__("Er geldt geen koppelregime. Er ontbreekt: " + "; ".join(ontbreekt) + ".")
        self.ontbreekt = list(ontbreekt)


@dataclass(frozen=True)
class NieuwRegime:
    """What is on file of a regime; `partijen` are partner ids."""

    naam: str
    convenant_id: UUID | None = None
    doel: str = ""
    grondslag: str = ""
    dpia: str = ""
    advies: str = ""
    besluit: str = ""
    categorieen: Sequence[str] = ()
    identifiers: Sequence[str] = ()
    bewaarmaanden: int = 12
    ondergrens: int = 0
    evaluatie_op: date | None = None
    partijen: Sequence[UUID] = ()


def _mag(door: Actor) -> None:
    if door.functie not in BEHEERDERS:
        raise PermissionError(
            "Een koppelregime wordt beheerd door de ketenregisseur of de functioneel beheerder."
        )


def _noteer(door: Actor, handeling: str, regime: Koppelregime) -> None:
    logboek.noteer(
        door=door,
        regels=[Logregel(handeling, "koppelregime", regime.pk, door.partner_id, doel=regime.doel[:20])],
    )


@transaction.atomic
def maak_regime(*, door: Actor, nieuw: NieuwRegime, id: UUID | None = None) -> Koppelregime:
    """Put a regime on file; it is off."""
    _mag(door)
    velden = asdict(nieuw)
    partijen = velden.pop("partijen")
    regime = Koppelregime(
        id=id or nieuw_id(),
        **velden | {"categorieen": list(nieuw.categorieen), "identifiers": list(nieuw.identifiers)},
    )
    regime.save(force_insert=True)
    KoppelregimePartij.objects.bulk_create(KoppelregimePartij(regime=regime, partner_id=p) for p in partijen)
    _noteer(door, "schrijven", regime)
    return regime


@transaction.atomic
def zet_regime_aan(*, door: Actor, regime: Koppelregime) -> None:
    """Switch on from today; raises `GeenRegime` with everything that is missing."""
    _mag(door)
    vandaag = klok.vandaag()
    regime.actief_van, regime.actief_tot = vandaag, None
    if mist := queries.mist(regime):
        raise GeenRegime(mist)
    regime.save(update_fields=["actief_van", "actief_tot"])
    _noteer(door, "aanzetten", regime)


@transaction.atomic
def zet_regime_uit(*, door: Actor, regime: Koppelregime) -> None:
    """Switch off at once."""
    _mag(door)
    regime.actief_van = None
    regime.save(update_fields=["actief_van"])
    _noteer(door, "uitzetten", regime)
