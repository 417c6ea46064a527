# SPDX-License-Identifier: EUPL-1.2
"""Record what happens in residence; the terms follow from it (ZOR-06, ZOR-12+)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.toegang.actor import Actor
from schakel.zorg import queries
from schakel.zorg.actions.gedeeld import Bezwaar, noteer
from schakel.zorg.actions.traject import vers_van
from schakel.zorg.models import Termijn, Verblijfsstap, Zorgtraject
from schakel.zorg.rules import verblijf
from schakel.zorg.rules.verblijf import Klok, Stand, Stap


def als_stappen(rijen: Iterable[Verblijfsstap]) -> list[Stap]:
    """Rows as the pure rule wants them."""
    return [Stap(r.soort, r.datum, r.dublin, r.reden) for r in rijen]


@transaction.atomic
def leg_verblijf_vast(
    *,
    door: Actor,
    traject: Zorgtraject,
    soort: str,
    datum: date,
    dublin: bool = False,
    reden: str = "",
    toelichting: str = "",
    id: UUID | None = None,
) -> Verblijfsstap:
    """Record an event; terms are set, and those that are over are done. Once per `id`."""
    vers = vers_van(door, traject)
    rijen = queries.verblijf(door=door, traject=vers)
    if id and (bestaand := rijen.filter(pk=id).first()):
        return bestaand
    nieuw = Stap(soort, datum, dublin, reden)
    if nee := verblijf.bezwaren(als_stappen(rijen), nieuw, klok.vandaag()):
        raise Bezwaar(nee)
    rij = Verblijfsstap(
        id=id or nieuw_id(), traject=vers, eigenaar_id=vers.eigenaar_id, soort=soort, datum=datum,
        dublin=dublin, reden=reden, toelichting=toelichting or None, vastgelegd_door=door.gebruiker_id,
        vastgelegd_op=klok.nu(),
    )  # fmt: skip
    rij.save(force_insert=True)
    noteer(door, "schrijven", vers)
    _zet_termijnen(door, vers)
    return rij


@transaction.atomic
def neem_verblijf_terug(*, door: Actor, traject: Zorgtraject) -> None:
    """Take the latest event back: it was recorded by mistake."""
    vers = vers_van(door, traject)
    laatste = queries.verblijf(door=door, traject=vers).last()
    if laatste is None:
        raise Bezwaar([])
    laatste.delete()
    noteer(door, "verwijderen", vers)
    _zet_termijnen(door, vers)


def neem_verblijf_over(*, door: Actor, oud: Zorgtraject, nieuw: Zorgtraject) -> None:
    """The events of an accepted file on the traject that goes on with it: its clocks run on, none begins anew."""
    for rij in queries.verblijf(door=door, traject=oud):
        Verblijfsstap(
            traject=nieuw, eigenaar_id=nieuw.eigenaar_id, soort=rij.soort, datum=rij.datum, dublin=rij.dublin,
            reden=rij.reden, toelichting=rij.toelichting, vastgelegd_door=rij.vastgelegd_door, vastgelegd_op=rij.vastgelegd_op,
        ).save(force_insert=True)  # fmt: skip
    herstel_termijnen(door=door, traject=nieuw)


def herstel_termijnen(*, door: Actor, traject: Zorgtraject) -> None:
    """The terms that belong to what happened; of a closed traject none."""
    if traject.gesloten:
        zet_termijnen(door=door, traject=traject, lopend=(), van=verblijf.Termijnsoort.values)
    else:
        _zet_termijnen(door, traject)


def _zet_termijnen(door: Actor, traject: Zorgtraject) -> None:
    nu = verblijf.stand(als_stappen(queries.verblijf(door=door, traject=traject)), klok.vandaag())
    zet_termijnen(door=door, traject=traject, lopend=nu.klokken, van=VAN_VERBLIJF)


VAN_VERBLIJF = frozenset(set(verblijf.Termijnsoort) - {verblijf.Termijnsoort.MIJLPAAL})


def zet_termijnen(*, door: Actor, traject: Zorgtraject, lopend: Iterable[Klok], van: Iterable[str]) -> None:
    """Make the open terms of these kinds equal to what runs; a term that is over is done, not erased."""
    gewenst = {k.sleutel: k for k in lopend}
    for rij in queries.eigen_termijnen(door=door, traject=traject).filter(soort__in=list(van)):
        klok_ = gewenst.pop(rij.sleutel, None)
        klaar = None if klok_ else rij.klaar_op or klok.nu()
        if klok_:
            rij.tot, rij.waarschuw_op, rij.regel = klok_.tot, klok_.waarschuw_op, klok_.regel
        rij.klaar_op = klaar
        rij.save(update_fields=["tot", "waarschuw_op", "regel", "klaar_op"])
    for k in gewenst.values():
        Termijn(
            traject=traject, eigenaar_id=traject.eigenaar_id, kenmerk=traject.kenmerk, sleutel=k.sleutel,
            soort=k.soort, tot=k.tot, waarschuw_op=k.waarschuw_op, regel=k.regel,
        ).save(force_insert=True)  # fmt: skip


def stand_van(*, door: Actor, traject: Zorgtraject) -> Stand:
    """Where this client stands today."""
    return verblijf.stand(als_stappen(queries.verblijf(door=door, traject=traject)), klok.vandaag())
