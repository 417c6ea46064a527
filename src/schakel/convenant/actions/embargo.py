# SPDX-License-Identifier: EUPL-1.2
"""Hold information back, ask before an intervention whether someone does, and close an object (CNV-05)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from schakel.convenant import queries, rules
from schakel.convenant.actions.merken import merk, sleutels
from schakel.convenant.actions.stukken import logregels, maak_betrokken
from schakel.convenant.models import Afstemming, Embargo, Embargomerk, Gegeven, Stuk, Verstrekking
from schakel.kern import klok
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.partner.models import Functie, Partner
from schakel.partner.queries import aanspreekpunt
from schakel.toegang.actor import Actor

TOT_OPHEFFEN = date(9999, 12, 31)
BELLEN = ("ketenregisseur", "casusdeelnemer", "aandachtsfunctionaris", "toezichthouder", "aanspreekpunt")
"""Whom to call at the holder when the embargo names nobody: the first of these that is filled."""


@transaction.atomic
def zet_embargo(
    *,
    door: Actor,
    stuk: Stuk,
    reden: str,
    herzien_op: date,
    gegeven: Gegeven | None = None,
    anderen_zien: rules.AnderenZien = rules.AnderenZien.NIETS,
    bel_functie: Functie | None = None,
    tot: date | None = None,
) -> Embargo:
    """Hold an object (or one piece of it) back from every other partner. Without `tot` until it is lifted."""
    _eigen(door, stuk)
    if not reden.strip():
        raise ValueError("Schrijf op waarom dit moet wachten.")
    if herzien_op <= klok.vandaag() or (tot is not None and tot < herzien_op):
        raise ValueError("De herzieningsdatum ligt na vandaag en niet na de einddatum.")
    embargo = Embargo(
        stuk=stuk, gegeven=gegeven, eigenaar_id=stuk.eigenaar_id, anderen_zien=anderen_zien, bel_functie=bel_functie,
        reden=reden, ingang=klok.vandaag(), herzien_op=herzien_op, tot=tot, gezet_door=door.gebruiker_id,
    )  # fmt: skip
    embargo.save(force_insert=True)
    gegevens = [gegeven] if gegeven else list(queries.gegevens_van(door=door, stukken=[stuk.pk]))
    merk(embargo=embargo, gegevens=gegevens)
    _pas_toe(stuk, gegeven)
    logboek.noteer(door=door, regels=logregels("embargo", stuk, gegevens))
    return embargo


@transaction.atomic
def verleng_embargo(
    *, door: Actor, embargo: Embargo, herzien_op: date, reden: str, tot: date | None = None
) -> None:
    """On the review date the holder prolongs with a reason, or lifts."""
    _eigen(door, embargo.stuk)
    if embargo.opgeheven_op is not None:
        raise ValueError("Dit embargo is al opgeheven; zet een nieuw embargo.")
    if not reden.strip():
        raise ValueError("Schrijf op waarom het langer moet wachten.")
    if herzien_op <= klok.vandaag():
        raise ValueError("De nieuwe herzieningsdatum ligt na vandaag.")
    embargo.herzien_op, embargo.tot, embargo.verleng_reden = herzien_op, tot, reden
    embargo.verlengd += 1
    embargo.save(update_fields=["herzien_op", "tot", "verleng_reden", "verlengd"])
    _pas_toe(embargo.stuk, embargo.gegeven)
    logboek.noteer(door=door, regels=logregels("embargo verlengen", embargo.stuk, []))


@transaction.atomic
def hef_embargo_op(*, door: Actor, embargo: Embargo, reden: str) -> None:
    """Lift it: from now on the other rules decide again."""
    _eigen(door, embargo.stuk)
    if embargo.opgeheven_op is not None:
        return
    embargo.opgeheven_op, embargo.opgeheven_door, embargo.hef_reden = klok.nu(), door.gebruiker_id, reden
    embargo.save(update_fields=["opgeheven_op", "opgeheven_door", "hef_reden"])
    Embargomerk.objects.filter(embargo=embargo).delete()
    _pas_toe(embargo.stuk, embargo.gegeven)
    logboek.noteer(door=door, regels=logregels("embargo opheffen", embargo.stuk, []))


def _eigen(door: Actor, stuk: Stuk) -> None:
    if stuk.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen de eigenaar houdt dit tegen of geeft het vrij.")


def _pas_toe(stuk: Stuk, gegeven: Gegeven | None) -> None:
    """The rule reads `embargo_tot`: the latest end of the embargos in force on this object or piece."""
    lopend = Embargo.objects.filter(stuk=stuk, gegeven=gegeven, opgeheven_op__isnull=True).values_list(
        "tot", flat=True
    )
    tot = max((t or TOT_OPHEFFEN for t in lopend), default=None)
    doel = gegeven or stuk
    doel.embargo_tot = tot
    doel.save(update_fields=["embargo_tot"])


@dataclass(frozen=True)
class Afstemadvies:
    """Whom to contact before going there, and nothing else."""

    tekst: str
    partner: Partner | None = None
    functie: Functie | None = None


@transaction.atomic
def stem_af(
    *, door: Actor, inhouden: Sequence[Mapping[str, Any]], voornemen: str, gepland_op: date | None = None
) -> list[Afstemadvies]:
    """Before an intervention or controle: does anybody ask to wait at this address, phone, company …?

    The asker learns only whom to call first; the holder learns who plans something and when, also where the holder
    lets others see nothing. `inhouden`: contents as of a Gegeven ({straat, huisnummer, plaats} or {telefoon} …).
    """
    rules.weiger_uitgesloten(voornemen)
    treffers = _treffers(door, inhouden)
    geraakt: list[tuple[UUID, UUID | None]] = [(houder, embargo) for embargo, houder, _, _ in treffers]
    geen = (door.partner_id or UUID(int=0), None)
    Afstemming.objects.bulk_create(
        Afstemming(
            vrager_id=door.partner_id, vrager_functie=door.functie, houder_id=houder, embargo_id=embargo,
            gepland_op=gepland_op, voornemen=voornemen, gevraagd_op=klok.nu(),
        )
        for houder, embargo in geraakt or [geen]  # as much work when it touches nothing
    )  # fmt: skip
    logboek.noteer(
        door=door, regels=[Logregel(handeling="afstemmen", soort="afstemming", eigenaar_id=door.partner_id)]
    )
    return _adviezen(treffers)


def wie_bellen(*, door: Actor, inhouden: Sequence[Mapping[str, Any]]) -> list[Afstemadvies]:
    """The same question again, for a plan that was entered: holds of today, and nobody is told a second time."""
    return _adviezen(_treffers(door, inhouden))


Treffer = tuple[UUID, UUID, str, UUID | None]


def _treffers(door: Actor, inhouden: Sequence[Mapping[str, Any]]) -> list[Treffer]:
    if door.functie not in rules.FUNCTIE_SOORTEN:
        raise PermissionError("Afstemmen doet een functie die met signalen en casussen werkt.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM convenant_afstemmen(%s)", [sorted(sleutels(inhouden))])
        rijen: list[Treffer] = cursor.fetchall()
    return rijen


def _adviezen(treffers: Iterable[Treffer]) -> list[Afstemadvies]:
    """In order of the words, so that the order says nothing of which hold is the older."""
    gezegd = {a for _, houder, zien, functie in treffers if (a := _advies(houder, zien, functie)) is not None}
    return sorted(gezegd, key=lambda a: a.tekst)


def _advies(houder: UUID, anderen_zien: str, functie_id: UUID | None) -> Afstemadvies | None:
    if anderen_zien == rules.AnderenZien.NIETS:
        return None
    if anderen_zien == rules.AnderenZien.BESTAAN:
        return Afstemadvies("Wacht nog even en bel eerst de ketenregisseur.")
    partner = Partner.objects.get(pk=houder)
    functie = Functie.objects.filter(pk=functie_id).first() if functie_id else aanspreekpunt(houder, BELLEN)
    wie = f"{functie} van {partner}" if functie else str(partner)
    return Afstemadvies(f"Neem eerst contact op met: {wie}.", partner, functie)


@transaction.atomic
def handel_afstemming_af(*, door: Actor, afstemming: Afstemming) -> None:
    """The holder has spoken with whoever planned something."""
    if afstemming.houder_id != door.partner_id:
        raise PermissionError("Alleen de houder handelt dit af.")
    afstemming.afgehandeld_op = klok.nu()
    afstemming.save(update_fields=["afgehandeld_op"])


@transaction.atomic
def sluit(*, door: Actor, stuk: Stuk, leden: Iterable[UUID]) -> None:
    """Close an object: only these colleagues (and their stand-ins) see it, also within the own organisation."""
    _eigen(door, stuk)
    namen = {*leden, door.gebruiker_id}
    bekend = set(
        stuk.betrokkenen.filter(partner_id=door.partner_id, tot__isnull=True).values_list(
            "gebruiker_id", flat=True
        )
    )
    for gebruiker in sorted(n for n in namen - bekend if n is not None):
        maak_betrokken(door=door, stuk=stuk, partner_id=door.partner_id, gebruiker_id=gebruiker)
    stuk.besloten = True
    stuk.save(update_fields=["besloten"])
    Verstrekking.objects.filter(stuk=stuk).update(stuk_besloten=True)
    logboek.noteer(door=door, regels=logregels("sluiten", stuk, []))


@transaction.atomic
def maak_open(*, door: Actor, stuk: Stuk) -> None:
    """Open a closed object to the colleagues whose function needs it."""
    _eigen(door, stuk)
    stuk.besloten = False
    stuk.save(update_fields=["besloten"])
    Verstrekking.objects.filter(stuk=stuk).update(stuk_besloten=False)
    logboek.noteer(door=door, regels=logregels("openen", stuk, []))
