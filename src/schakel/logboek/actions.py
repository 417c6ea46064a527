# SPDX-License-Identifier: EUPL-1.2
"""Writing the account: noted during the work, written just before the commit, refused together."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from schakel.kern import klok
from schakel.kern.context import Eenheid, huidig
from schakel.kern.versleuteling import bos
from schakel.logboek.models import BetrokkeneSleutel, Kop, Toegang, Verwerking
from schakel.logboek.rules import Regel, hash_van
from schakel.toegang.actor import Actor

_LADE = "logboek"
_ACTIVITEIT = "https://schakel.invalid/verwerkingen/"
"""Base of `dpl.core.processing_activity_id`; a region sets its own register of processing."""


def pseudoniem(persoon_id: UUID) -> str:
    """Keyed pseudonym of a person record (32 hex characters): `dpl.core.data_subject_id`."""
    return bos().merk("betrokkene", str(persoon_id)).hex()


def noteer(*, door: Actor, regels: Iterable[Regel]) -> None:
    """Note lines of this unit of work; the same act on the same person is noted once.

    They are written at the commit, under the lock of the chain. Raises `GeenContext` outside a unit of work.
    """
    eenheid = huidig()
    eenheid.lade.setdefault(_LADE, {}).update(dict.fromkeys((door, r) for r in regels))
    eenheid.voor_commit[_LADE] = _schrijf


def onthoud_betrokkene(*, betrokkene: str, eigenaar_id: UUID, woorden: Iterable[int]) -> None:
    """Keep the keyed words by which the privacy officer finds this data subject (citizen's question)."""
    onthoud_betrokkenen(eigenaar_id=eigenaar_id, woorden={betrokkene: woorden})


def onthoud_betrokkenen(*, eigenaar_id: UUID, woorden: Mapping[str, Iterable[int]]) -> None:
    """The same for many data subjects at once: pseudonym → keyed words."""
    BetrokkeneSleutel.objects.bulk_create(
        [
            BetrokkeneSleutel(betrokkene=betrokkene, eigenaar_id=eigenaar_id, woord=w)
            for betrokkene, hun in woorden.items()
            for w in sorted(set(hun))
        ],
        batch_size=2000,
        ignore_conflicts=True,
    )


def _schrijf(eenheid: Eenheid) -> None:
    """Write what was noted: one line per data subject in both logs, chained under the lock of the head."""
    genoteerd: dict[tuple[Actor, Regel], None] = eenheid.lade.pop(_LADE, {})
    if not genoteerd:
        return
    kop = Kop.objects.select_for_update().get(pk=1)
    toegang, verwerking = [], []
    volgnr, vorige = kop.volgnr, bytes(kop.hash)
    for door, regel in genoteerd:
        volgnr += 1
        eigen, ldv = _toegang(eenheid, door, regel, volgnr), _ldv(eenheid, regel)
        nieuw = hash_van(vorige, eigen, ldv)
        toegang.append(Toegang(vorige=vorige, hash=nieuw, **eigen))
        verwerking.append(Verwerking(volgnr=volgnr, **ldv))
        vorige = nieuw
    Toegang.objects.bulk_create(toegang, batch_size=500)
    Verwerking.objects.bulk_create(verwerking, batch_size=500)
    Kop.objects.filter(pk=1).update(volgnr=volgnr, hash=vorige)


def _toegang(eenheid: Eenheid, door: Actor, regel: Regel, volgnr: int) -> dict[str, Any]:
    return {
        "volgnr": volgnr,
        "tijd": klok.nu(),
        "gebruiker_id": door.gebruiker_id,
        "partner_id": door.partner_id,
        "functie": door.functie,
        "oorsprong": eenheid.oorsprong,
        "trace_id": eenheid.trace_id,
        "span_id": eenheid.span_id,
        **regel.velden(),
    }


def _ldv(eenheid: Eenheid, regel: Regel) -> dict[str, Any]:
    return {
        "trace_id": eenheid.trace_id,
        "span_id": eenheid.span_id,
        "parent_span_id": "",
        "status": "Ok",
        "name": f"{regel.handeling} {regel.soort}",
        "start_time": int(eenheid.begonnen.timestamp() * 1000),
        "end_time": int(klok.nu().timestamp() * 1000),
        "attributes": {
            "dpl.core.processing_activity_id": f"{_ACTIVITEIT}{regel.soort}/{regel.handeling}",
            "dpl.core.data_subject_id": regel.betrokkene,
            "dpl.core.data_subject_id_type": "schakel-pseudoniem" if regel.betrokkene else "geen",
        },
    }
