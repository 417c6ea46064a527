# SPDX-License-Identifier: EUPL-1.2
"""Below HTTP, for volume: what each wall shows as a set, with the other wall switched off, against the oracle.

`muur`: the rows that row-level security alone leaves (`Model.objects`, as the application, in the actor's context).
`filter`: the rows that the application's own filter leaves, asked as the owner of the tables, for whom no wall stands.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, connections, transaction
from django.db.models import Model, QuerySet

from schakel.casus import queries as casussen
from schakel.casus.models import Casus, CasusSignaal, Dossierstuk, Interventie
from schakel.convenant import queries as convenant
from schakel.convenant.actor import als, variabelen
from schakel.convenant.models import Gegeven, GegevenBron, Stuk, Verstrekking, Zoekwoord
from schakel.kern import klok
from schakel.melding import queries as meldingen
from schakel.melding.models import Melding
from schakel.partner import queries as partners
from schakel.partner.models import Bezetting
from schakel.signaal import queries as signalen
from schakel.signaal.models import Informatieverzoek, Raakvlak, Signaal, Verzoektekst
from schakel.toegang.actor import Actor
from tests.orakel.databank import EIGENAAR
from tests.orakel.model import Orakel
from tests.orakel.wereld import Wie

Rijen = QuerySet[Any]


@dataclass(frozen=True)
class Vraag:
    """One model: how the application filters it (None: only the wall guards it), and what the oracle expects."""

    model: type[Model]
    filter: Callable[[Actor], Rijen] | None
    verwacht: Callable[[Orakel, Wie], Iterator[object]]
    sleutel: str = "pk"


def _stukken(o: Orakel, wie: Wie, *soorten: str) -> Iterator[UUID]:
    return (s.id for s in o.w.stukken.values() if (not soorten or s.soort in soorten) and o.ziet_stuk(wie, s))


def _gegevens(o: Orakel, wie: Wie) -> Iterator[UUID]:
    return (
        g.id
        for s in o.w.stukken.values()
        if o.ziet_stuk(wie, s)
        for g in s.gegevens
        if o.ziet_gegeven(wie, s, g)
    )


def _bronnen(o: Orakel, wie: Wie) -> Iterator[UUID]:
    return (g.id for s in o.w.stukken.values() for g in s.gegevens if o.ziet_bron(wie, s, g))


def _in_casus(o: Orakel, wie: Wie, soort: str) -> Iterator[UUID]:
    return (s.id for s in o.w.stukken.values() if s.soort == soort and o.ziet_in_casus(wie, s))


def _delen(o: Orakel, wie: Wie) -> Iterator[UUID]:
    return (i for s in o.w.stukken.values() for i, deel in s.delen.items() if o.ziet_deel(wie, s, deel))


VRAGEN = (
    Vraag(Stuk, lambda d: Stuk.objects.filter(convenant.zichtbaar(d, Stuk)), _stukken),
    Vraag(Gegeven, lambda d: Gegeven.objects.filter(convenant.zichtbaar(d, Gegeven)), _gegevens),
    Vraag(GegevenBron, None, _bronnen),
    Vraag(Zoekwoord, None, _gegevens, "gegeven_id"),
    Vraag(Verstrekking, lambda d: convenant.verstrekkingen(door=d),
          lambda o, wie: (v.id for s in o.w.stukken.values() for v in s.verstrekkingen if o.ziet_verstrekking(wie, v))),
    Vraag(Signaal, lambda d: signalen.signalen(door=d), lambda o, wie: _stukken(o, wie, "signaal")),
    Vraag(Casus, lambda d: casussen.casussen(door=d), lambda o, wie: _stukken(o, wie, "casus")),
    Vraag(CasusSignaal, lambda d: CasusSignaal.objects.filter(casussen.zichtbaar(d, CasusSignaal)),
          lambda o, wie: _in_casus(o, wie, "signaal"), "signaal_id"),
    Vraag(Dossierstuk, lambda d: Dossierstuk.objects.filter(casussen.zichtbaar(d, Dossierstuk)),
          lambda o, wie: _in_casus(o, wie, "dossierstuk")),
    Vraag(Interventie, lambda d: Interventie.objects.filter(casussen.zichtbaar(d, Interventie)), _delen),
    Vraag(Melding, lambda d: meldingen.lijst(door=d) | meldingen.lijst(door=d, verzonden=True),
          lambda o, wie: (s.id for s in o.w.stukken.values() if s.soort == "melding" and o.ziet_melding(wie, s))),
    Vraag(Raakvlak, lambda d: signalen.raakvlakken(door=d),
          lambda o, wie: (r.id for r in o.w.raakvlakken if o.ziet_raakvlak(wie, r))),
    Vraag(Informatieverzoek, None,
          lambda o, wie: (v.id for v in o.w.verzoeken if o.ziet_verzoek(wie, v, tekst=False))),
    Vraag(Verzoektekst, None, lambda o, wie: (v.tekst for v in o.w.verzoeken if o.ziet_verzoek(wie, v, tekst=True))),
)  # fmt: skip


@dataclass(frozen=True)
class Verschil:
    """One set that is not what the oracle says: where, for whom, which keys too many and too few."""

    waar: str
    wie: object
    te_veel: frozenset[object]
    te_weinig: frozenset[object]


def verschil(waar: str, wie: object, gezien: set[Any], verwacht: set[Any]) -> Verschil | None:
    """None when both are the same."""
    if gezien == verwacht:
        return None
    return Verschil(waar, wie, frozenset(gezien - verwacht), frozenset(verwacht - gezien))


def actor(bezetting: UUID) -> Actor | None:
    """What the product makes of a person in a function, today."""
    rij = Bezetting.objects.select_related("gebruiker").get(pk=bezetting)
    geldig = partners.bezettingen(rij.gebruiker).filter(pk=bezetting).first()
    return partners.als_actor(geldig) if geldig else None


def vraag_muur(vraag: Vraag) -> set[Any]:
    """Everything that is left of the whole table; inside the unit of work of the actor. Planned once per connection."""
    tabel, kolom = (
        vraag.model._meta.db_table,
        vraag.model._meta.pk.column if vraag.sleutel == "pk" else vraag.sleutel,
    )
    naam = f"muur_{tabel}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_prepared_statements WHERE name = %s", [naam])
        if cursor.fetchone() is None:
            cursor.execute(f"PREPARE {naam} AS SELECT {kolom} FROM {tabel}")
        cursor.execute(f"EXECUTE {naam}")
        return {rij[0] for rij in cursor.fetchall()}


def vraag_filter(vraag: Vraag, door: Actor) -> set[Any]:
    """Inside `zonder_muren`."""
    assert vraag.filter is not None
    return set(vraag.filter(door).using(EIGENAAR).values_list(vraag.sleutel, flat=True))


class zonder_muren:
    """The context of an actor on the connection of the owner, to whom every row is open."""

    def __init__(self, door: Actor) -> None:
        self.door, self.eenheid = door, transaction.atomic(using=EIGENAAR)

    def __enter__(self) -> None:
        self.eenheid.__enter__()
        waarden = {**variabelen(self.door), "vandaag": klok.vandaag().isoformat()}
        with connections[EIGENAAR].cursor() as cursor:
            sql = ", ".join("set_config(%s, %s, true)" for _ in waarden)
            cursor.execute(f"SELECT {sql}", [d for n, w in waarden.items() for d in (f"schakel.{n}", w)])

    def __exit__(self, *fout: Any) -> None:
        self.eenheid.__exit__(*fout)


def vergelijk(
    o: Orakel, bezetting: UUID, *, muren: bool = True, filters: bool = True
) -> Iterator[tuple[str, Verschil | None]]:
    """Every question of one person in one function, one by one: (kind, difference or None)."""
    wie = o.wie(o.w.bezettingen[bezetting])
    door = actor(bezetting)
    yield "actor", verschil("actor", bezetting, {door is not None}, {wie is not None})
    if door is None or wie is None:
        return
    verwacht = {v: set(v.verwacht(o, wie)) for v in VRAGEN}
    if muren:
        with als(door):
            for v in VRAGEN:
                yield "muur", verschil(f"muur {v.model.__name__}", wie, vraag_muur(v), verwacht[v])
    if filters:
        with zonder_muren(door):
            for v in VRAGEN:
                if v.filter is not None:
                    gezien = vraag_filter(v, door)
                    yield "filter", verschil(f"filter {v.model.__name__}", wie, gezien, verwacht[v])
