# SPDX-License-Identifier: EUPL-1.2
"""Consent, refusal and emergency on an object (CNV-07). The care room builds its own screens on these verbs."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from schakel.convenant import queries, rules
from schakel.convenant.actions.delen import trek_in
from schakel.convenant.actions.stukken import logregels
from schakel.convenant.models import Stuk, Toestemming, Verstrekking
from schakel.convenant.rules.toestemming import NOOD_DAGEN, buiten_toestemming
from schakel.kern import klok
from schakel.logboek import actions as logboek
from schakel.toegang.actor import Actor


@transaction.atomic
def leg_toestemming_vast(
    *,
    door: Actor,
    stuk: Stuk,
    soort: rules.ToestemmingSoort,
    categorieen: Iterable[rules.Categorie],
    gever: str = Toestemming.Gever.CLIENT,
    wijze: str = Toestemming.Wijze.MONDELING,
    partners: Iterable[UUID] = (),
    toelichting: str = "",
    gegeven_op: date | None = None,
    tot: date | None = None,
) -> Toestemming:
    """Record what the client (or guardian) agreed to or refused, or an emergency with its motivation.

    An emergency lasts `NOOD_DAGEN` days at most. A refusal takes back at once what rested on consent.
    """
    _eigen(door, stuk)
    dag = gegeven_op or klok.vandaag()
    if soort == rules.ToestemmingSoort.NOOD:
        if not toelichting.strip():
            raise ValueError("Schrijf op waarom niet op toestemming gewacht kan worden.")
        uiterlijk = dag + timedelta(days=NOOD_DAGEN)
        gever, tot = Toestemming.Gever.GEEN, min(tot, uiterlijk) if tot else uiterlijk
    elif gever == Toestemming.Gever.GEEN:
        raise ValueError("Kies wie toestemming gaf of weigerde.")
    toestemming = Toestemming(
        stuk=stuk, eigenaar_id=stuk.eigenaar_id, soort=soort, gever=gever, wijze=wijze, categorieen=sorted(categorieen),
        partners=sorted(partners), toelichting=toelichting, gegeven_op=dag, tot=tot, vastgelegd_door=door.gebruiker_id,
    )  # fmt: skip
    toestemming.save(force_insert=True)
    logboek.noteer(door=door, regels=logregels("toestemming", stuk, [], resultaat=soort.value))
    if soort == rules.ToestemmingSoort.WEIGERING:
        _neem_terug(door, stuk)
    return toestemming


@transaction.atomic
def trek_toestemming_in(*, door: Actor, toestemming: Toestemming) -> list[Verstrekking]:
    """The client withdraws: new sharing stops, and what rested on it is taken back. Returns what was taken back."""
    _eigen(door, toestemming.stuk)
    if toestemming.ingetrokken_op is not None:
        return []
    toestemming.ingetrokken_op = klok.vandaag()
    toestemming.save(update_fields=["ingetrokken_op"])
    logboek.noteer(door=door, regels=logregels("toestemming einde", toestemming.stuk, []))
    return _neem_terug(door, toestemming.stuk)


def _neem_terug(door: Actor, stuk: Stuk) -> list[Verstrekking]:
    """Take back every act of sharing of this object that consent no longer covers."""
    alle, dag = queries.toestemmingen(stuk.pk), klok.vandaag()
    lopend = Verstrekking.objects.filter(stuk=stuk, ingetrokken_op__isnull=True, einde__gte=dag)
    terug = [
        v
        for v in lopend
        if buiten_toestemming(alle, [rules.Categorie(c) for c in v.categorieen], str(v.aan_partner_id), dag)
    ]
    for verstrekking in terug:
        trek_in(door=door, verstrekking=verstrekking, reden="De toestemming van de cliënt geldt niet meer.")
    return terug


@transaction.atomic
def markeer_vertrouwen(*, door: Actor, stuk: Stuk, vertrouwen: bool) -> None:
    """Mark that this was told in trust: police and OM are warned before they ask further."""
    _eigen(door, stuk)
    stuk.vertrouwen = vertrouwen
    stuk.save(update_fields=["vertrouwen"])


def _eigen(door: Actor, stuk: Stuk) -> None:
    if stuk.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen de eigenaar legt toestemming vast.")
