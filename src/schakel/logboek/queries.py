# SPDX-License-Identifier: EUPL-1.2
"""Reading the account: the privacy officer's questions, and the walk along the chain."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import connections, transaction
from django.db.models import Count, QuerySet

from schakel.kern.versleuteling import bos
from schakel.logboek.models import BetrokkeneSleutel, Toegang
from schakel.logboek.rules import LDV_VELDEN, TOEGANG_VELDEN, Rij
from schakel.toegang.actor import Actor
from schakel.toegang.models import Gebruiker

FUNCTIE = "privacyfunctionaris"


def toegangen(*, door: Actor, betrokkenen: Iterable[str] | None = None) -> QuerySet[Toegang]:
    """Lines about the data, or by the people, of this privacy officer's partner; newest first.

    Nobody but the privacyfunctionaris sees lines; the wall says the same.
    """
    if not door.is_een(FUNCTIE):
        return Toegang.objects.none()
    regels = Toegang.objects.order_by("-volgnr")
    return regels if betrokkenen is None else regels.filter(betrokkene__in=list(betrokkenen))


def namen_van(regels: Iterable[Toegang]) -> dict[UUID | None, str]:
    """Names of the colleagues in these lines: the account names them, that is its purpose (NEN 7513)."""
    ids = {r.gebruiker_id for r in regels if r.gebruiker_id}
    return {g.pk: str(g.naam or g.inlognaam) for g in Gebruiker.objects.filter(pk__in=ids)}


def zoek_betrokkenen(*, door: Actor, woorden: Iterable[str]) -> list[str]:
    """Pseudonyms of persons that match all words (folded name parts, `geboortedatum:…`, `bsn:…`); at most 200."""
    if not door.is_een(FUNCTIE):
        return []
    merken = {bos().merk64("persoon", w) for w in woorden}
    if not merken:
        return []
    rijen = (
        BetrokkeneSleutel.objects.filter(woord__in=merken)
        .values("betrokkene")
        .annotate(n=Count("woord", distinct=True))
        .filter(n=len(merken))
        .order_by("betrokkene")
    )
    return [rij["betrokkene"] for rij in rijen[:200]]


@contextmanager
def momentopname(alias: str = "eigenaar") -> Iterator[None]:
    """Read the chain and its head as they were at one moment, while others go on writing."""
    with transaction.atomic(using=alias):
        with connections[alias].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def rijen(alias: str = "eigenaar") -> Iterator[Rij]:
    """Every stored line of both logs in order, as owner, with bounded memory (2,000 at a time)."""
    ldv = [
        "v.attributes::json" if v == "attributes" else f"v.{v}" for v in LDV_VELDEN
    ]  # Django leaves jsonb as text
    kolommen = [*(f"t.{v}" for v in TOEGANG_VELDEN), "t.vorige", "t.hash", "v.volgnr", *ldv]
    tabellen = "logboek_toegang t LEFT JOIN logboek_verwerking v ON v.volgnr = t.volgnr"
    vraag = f"{', '.join(kolommen)} FROM {tabellen} WHERE t.volgnr > %s ORDER BY t.volgnr LIMIT 2000"
    sql = f"SELECT {vraag}"
    laatste: Any = -(2**62)
    while True:
        with connections[alias].cursor() as cursor:
            cursor.execute(sql, [laatste])
            partij = cursor.fetchall()
        for rij in partij:
            yield _rij(rij)
        if len(partij) < 2000:
            return
        laatste = partij[-1][0]


def _rij(rij: tuple[Any, ...]) -> Rij:
    n = len(TOEGANG_VELDEN)
    toegang = dict(zip(TOEGANG_VELDEN, rij[:n], strict=True))
    verwerking = dict(zip(LDV_VELDEN, rij[n + 3 :], strict=True)) if rij[n + 2] is not None else None
    return toegang, verwerking, bytes(rij[n]), bytes(rij[n + 1])


def kop(alias: str = "eigenaar") -> tuple[int, bytes]:
    """Number and hash of the last line, as the head says."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT volgnr, hash FROM logboek_kop WHERE id = 1")
        volgnr, hash_ = cursor.fetchone()
    return volgnr, bytes(hash_)
