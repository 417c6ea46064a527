# SPDX-License-Identifier: EUPL-1.2
"""Triage, and passing a melding on: offered, accepted by the receiver, or taken over when they stay silent."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from schakel.convenant import actions as delen
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel
from schakel.melding import queries, rules
from schakel.melding.actions.behandeling import KanNiet, wijzig
from schakel.melding.actions.ontvangst import logregel
from schakel.melding.models import Alarm, Doorzending, Melding, Routeregel
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor

BEHEERDERS = frozenset({"ketenregisseur", "functioneel_beheerder"})
"""Who writes down the agreed routes of the region."""

_OPEN = (rules.Status.ONTVANGEN, rules.Status.IN_BEHANDELING)


@transaction.atomic
def trieer(*, door: Actor, melding: Melding, versie: int | None = None, **gevonden: Any) -> None:
    """Write down what triage found: `vorm`, `gemeente_id`, `leeftijd`, `omvang`, `sector`, `acuut`."""
    wordt_acuut = gevonden.get("acuut") and not melding.acuut
    wijzig(door, melding, versie=versie, **gevonden)
    if wordt_acuut:
        slaan_alarm(melding)


def slaan_alarm(melding: Melding) -> None:
    """Somebody is in danger now: ring for whoever is on duty at the meldpunt."""
    Alarm.objects.bulk_create(
        [Alarm(melding=melding, eigenaar_id=melding.eigenaar_id, kenmerk=melding.kenmerk, op=klok.nu())],
        ignore_conflicts=True,
    )


@transaction.atomic
def bied_aan(
    *, door: Actor, melding: Melding, aan: Partner, kanaal: str = "", termijn: int = 3, bericht: str = "",
    naam_mee: bool = False, versie: int | None = None, id: UUID | None = None,
) -> Doorzending:  # fmt: skip
    """Offer a melding to another meldpunt; `termijn` in days. It stays here until they accept. Once per `id`."""
    if id is not None and (bestaand := queries.doorzending(door=door, id=id)) is not None:
        return bestaand
    if melding.status not in _OPEN:
        raise KanNiet("Deze melding is al doorgezet of afgedaan. Open haar eerst weer.")
    if Doorzending.objects.filter(melding=melding, status=Doorzending.Status.WACHT).exists():
        raise KanNiet("Deze melding ligt al bij een ander meldpunt. Trek dat aanbod eerst in.")
    if not queries.andere_meldpunten(door=door).filter(pk=aan.pk).exists():
        raise KanNiet(f"Bij {aan.naam} is geen functie bezet die meldingen ontvangt. Kies een ander of bel.")
    wijzig(door, melding, versie=versie)
    rij = Doorzending(
        id=id or nieuw_id(), melding=melding, kenmerk=melding.kenmerk, vorm=melding.vorm,
        plaats=melding.gemeente.naam if melding.gemeente else "", leeftijd=melding.leeftijd,
        omvang=melding.omvang, acuut=melding.acuut, van_id=melding.eigenaar_id, aan=aan, kanaal=kanaal,
        naam_mee=naam_mee, bericht=bericht.strip(), gemaakt_op=klok.nu(),
        uiterlijk=klok.vandaag() + timedelta(days=0 if melding.acuut else termijn),
    )  # fmt: skip
    rij.save(force_insert=True)
    logboek.noteer(door=door, regels=[_regel("aanbieden", rij)])
    return rij


def _regel(handeling: str, rij: Doorzending) -> Regel:
    return Regel(
        handeling, "doorzending", rij.pk, rij.van_id, categorieen=("waarneming",), doel="meldpunt",
        grondslag="doorzendplicht (Awb 2:3)",
    )  # fmt: skip


@transaction.atomic
def neem_aan(*, door: Actor, doorzending: Doorzending) -> Melding:
    """Accept: the melding moves to the actor's partner and is taken up by this colleague.

    A ketenregisseur may do so in the place of a receiver who let the term pass. The name of a confidential
    melder comes along only when the melder agreed; the conversation by the code goes on either way.
    """
    rij = _vers(door, doorzending)
    if rij.aan_id != door.partner_id and not (door.is_een("ketenregisseur") and rij.te_laat):
        raise PermissionError("Alleen wie het aanbod kreeg neemt de melding aan.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT melding_neem_over(%s)", [rij.pk])
    melding = queries.melding(door=door, id=rij.melding_id)
    assert melding is not None  # it is ours now
    if melding.wijze == rules.Wijze.VERTROUWELIJK and not rij.naam_mee and melding.melder:
        melding.melder = {}
        melding.save(update_fields=["melder"])
    elif melding.melder:
        logboek.onthoud_betrokkene(
            betrokkene=logboek.pseudoniem(melding.pk),
            eigenaar_id=melding.eigenaar_id,
            woorden=delen.persoonswoorden(melding.melder),
        )
    if rij.aan_id == door.partner_id:
        Doorzending.objects.filter(pk=rij.pk).update(beslist_op=klok.nu())
    wijzig(
        door, melding, versie=None, naar=rules.Status.IN_BEHANDELING, behandelaar_id=door.gebruiker_id
    )  # fmt: skip
    Alarm.objects.filter(melding=melding, gezien_op__isnull=True).update(
        gezien_op=klok.nu(), gezien_door_id=door.gebruiker_id
    )
    logboek.noteer(door=door, regels=[_regel("aannemen", rij), logregel("lezen", melding)])
    return melding


def _vers(door: Actor, doorzending: Doorzending) -> Doorzending:
    """The row as it is now, locked; refuses what was answered meanwhile."""
    rij = Doorzending.objects.filter(pk=doorzending.pk, status=Doorzending.Status.WACHT).first()
    if rij is None:
        raise KanNiet("Op dit aanbod is al geantwoord. Ververs de pagina.")
    return rij


@transaction.atomic
def weiger(*, door: Actor, doorzending: Doorzending, reden: str) -> None:
    """Do not accept, with a reason: the melding stays where it was, and they choose again."""
    rij = _vers(door, doorzending)
    if rij.aan_id != door.partner_id:
        raise PermissionError("Alleen wie het aanbod kreeg weigert het.")
    if not reden.strip():
        raise KanNiet("Schrijf waarom jullie deze melding niet aannemen, en wie het wel kan.")
    _besluit(door, rij, Doorzending.Status.GEWEIGERD, reden)


@transaction.atomic
def trek_in(*, door: Actor, doorzending: Doorzending, reden: str = "") -> None:
    """Take the offer back before it is answered."""
    rij = _vers(door, doorzending)
    if rij.van_id != door.partner_id:
        raise PermissionError("Alleen wie de melding aanbood trekt dat in.")
    _besluit(door, rij, Doorzending.Status.INGETROKKEN, reden)


def _besluit(door: Actor, rij: Doorzending, status: str, reden: str) -> None:
    rij.status, rij.antwoord, rij.beslist_op = status, reden.strip(), klok.nu()
    rij.save(update_fields=["status", "antwoord", "beslist_op"])
    logboek.noteer(door=door, regels=[_regel(status, rij)])


def lees_aanbod(*, door: Actor, doorzending: Doorzending) -> tuple[str, str]:
    """The words of the offer and of the answer, for its two sides; the reading is in the account."""
    if door.partner_id not in (doorzending.van_id, doorzending.aan_id):
        return "", ""
    logboek.noteer(door=door, regels=[_regel("lezen", doorzending)])
    return doorzending.bericht, doorzending.antwoord


def _mag_routes(door: Actor) -> None:
    if not door.is_een(*BEHEERDERS):
        raise PermissionError("De routes van de regio beheert de ketenregisseur of de functioneel beheerder.")


@transaction.atomic
def leg_route_vast(*, door: Actor, route: Routeregel) -> None:
    """Write down an agreed route, new or changed."""
    _mag_routes(door)
    route.save()
    logboek.noteer(door=door, regels=[Regel("schrijven", "routeregel", route.pk, door.partner_id)])


@transaction.atomic
def verwijder_route(*, door: Actor, route: Routeregel) -> None:
    """Take a route away; what went along it stays counted."""
    _mag_routes(door)
    logboek.noteer(door=door, regels=[Regel("verwijderen", "routeregel", route.pk, door.partner_id)])
    route.delete()
