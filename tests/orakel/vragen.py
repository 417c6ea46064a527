# SPDX-License-Identifier: EUPL-1.2
"""Below HTTP, for volume: what each wall shows as a set, with the other wall switched off, against the oracle.

`muur`: the rows that row-level security alone leaves (`Model.objects`, as the application, in the actor's context).
`filter`: the rows that the application's own filter leaves, asked as the owner of the tables, for whom no wall stands.
"""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, connections, transaction
from django.db.models import BigAutoField, Model, QuerySet

from schakel.casus import queries as casussen
from schakel.casus.models import Casus, CasusSignaal, Dossierstuk, Evaluatie, Interventie, Stap, Weging
from schakel.convenant import queries as convenant
from schakel.convenant.actor import als, variabelen
from schakel.convenant.models import Betrokkene, Gegeven, GegevenBron, Genoemd, Stuk, Verstrekking, Zoekwoord
from schakel.kern import klok
from schakel.kern.muren import benoemde_tabellen
from schakel.logboek.models import Toegang, Verwerking
from schakel.melding import queries as meldingen
from schakel.melding.models import Melding
from schakel.overleg import queries as overleggen
from schakel.overleg.models import Aanwezige, Actie, Agendapunt, Besluit, Overleg
from schakel.partner import queries as partners
from schakel.partner.models import Bezetting
from schakel.signaal import queries as signalen
from schakel.signaal.models import Informatieverzoek, Raakvlak, Signaal, SignaalPlaats, Verzoektekst
from schakel.toegang.actor import Actor
from schakel.zorg import queries as zorg
from schakel.zorg.models import Zorgtraject
from tests.orakel.databank import EIGENAAR, logregels
from tests.orakel.model import Orakel
from tests.orakel.rijen import rijnummer
from tests.orakel.wereld import Wie

Rijen = QuerySet[Any]


@dataclass(frozen=True)
class Vraag:
    """One model: how the application filters it (None: only the wall guards it), and what the oracle expects.

    `groeit`: this table holds more than the world; only rows of the world are compared.
    """

    model: type[Model]
    filter: Callable[[Actor], Rijen] | None
    verwacht: Callable[[Orakel, Wie], Iterator[object]]
    sleutel: str = "pk"
    groeit: bool = False


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


def _aanhang(model: type[Model]) -> Callable[[Orakel, Wie], Iterator[object]]:
    tabel = model._meta.db_table
    sleutel = rijnummer if isinstance(model._meta.pk, BigAutoField) else (lambda id: id)
    return lambda o, wie: (sleutel(a.id) for a in o.per_tabel.get(tabel, ()) if o.ziet_aanhang(wie, a))


def _genoemd(o: Orakel, wie: Wie) -> Iterator[UUID]:
    """Who is named with an object: its owner, and of the named those to whom an act that they know gives of it."""
    for s in o.w.stukken.values():
        bekend = not s.besloten or o.betrokken(wie, s)
        gekregen = wie.partner in s.genoemd and bekend and o.gegeven_aan(wie, s)
        if s.genoemd and (s.eigenaar == wie.partner or gekregen):
            yield s.id


def _betrokkenen(o: Orakel, wie: Wie) -> Iterator[UUID]:
    return (
        b.id for s in o.w.stukken.values() for b in s.betrokkenen if wie.partner in (s.eigenaar, b.partner)
    )


def _logregels(_: Orakel, wie: Wie) -> Iterator[int]:
    return iter(logregels(wie.partner)[0] if wie.rol == "privacyfunctionaris" else ())


def _overleg(model: type[Model]) -> Vraag:
    return Vraag(
        model, lambda d: model._default_manager.filter(overleggen.zichtbaar(d, model)), _aanhang(model)
    )


def _in_de_casus(model: type[Model]) -> Vraag:
    return Vraag(
        model, lambda d: model._default_manager.filter(casussen.zichtbaar(d, model)), _aanhang(model)
    )


GEGROEID = frozenset({"melding_inzage", "barriere_barriere", "barriere_barrieremodel"})
"""Tables that hold more than the world: what reading adds, what is supplied. Only rows of the world are compared."""

VRAGEN: tuple[Vraag, ...] = (
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
    Vraag(SignaalPlaats, None, lambda o, wie: _stukken(o, wie, "signaal"), "signaal_id"),
    Vraag(Betrokkene, None, _betrokkenen),
    Vraag(Genoemd, None, _genoemd, "stuk_id"),
    Vraag(Toegang, None, _logregels),
    Vraag(Verwerking, None, _logregels),
    *(_in_de_casus(m) for m in (Stap, Weging, Evaluatie)),
    *(_overleg(m) for m in (Overleg, Aanwezige, Agendapunt, Besluit, Actie)),
)  # fmt: skip
VRAGEN += (Vraag(Zorgtraject, lambda d: zorg.koppen(door=d), _aanhang(Zorgtraject)),)
VRAGEN += tuple(
    Vraag(m, None, _aanhang(m), groeit=m._meta.db_table in GEGROEID)
    for m in apps.get_models(include_auto_created=True)
    if benoemde_tabellen().get(m._meta.db_table, ("",))[0] == "muur" and m not in {v.model for v in VRAGEN}
)
"""Every table behind a wall is asked; of what the world does not know, the model refuses to say who sees it."""


@dataclass(frozen=True)
class Verschil:
    """One answer that is not what the oracle says: where, for whom, what is too many and what is too few."""

    waar: str
    wie: object
    te_veel: frozenset[object]
    te_weinig: frozenset[object]

    def __str__(self) -> str:
        rol = self.wie.rol if isinstance(self.wie, Wie) else self.wie
        te_veel, te_weinig = sorted(map(str, self.te_veel))[:5], sorted(map(str, self.te_weinig))[:5]
        return f"{self.waar} ({rol}): te veel {te_veel}, te weinig {te_weinig}"


@dataclass(frozen=True)
class Antwoord:
    """One answer, judged: how many rows and fields were compared, and the difference if there is one."""

    soort: str
    verschil: Verschil | None = None
    rijen: int = 0
    velden: int = 0


VELDEN = (Gegeven, GegevenBron, Zoekwoord, Verzoektekst)
"""Models of which a row is what the rule calls a field."""


def oordeel(
    soort: str, waar: str, wie: object, gezien: set[Any], verwacht: set[Any], *, veld: bool = False
) -> Antwoord:
    """The judgement of a set; `veld`: its members are fields, not rows."""
    aantal = len(gezien | verwacht)
    anders = Verschil(waar, wie, frozenset(gezien - verwacht), frozenset(verwacht - gezien))
    return Antwoord(
        soort, anders if gezien != verwacht else None, 0 if veld else aantal, aantal if veld else 0
    )


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
    o: Orakel,
    bezetting: UUID,
    *,
    muren: bool = True,
    filters: bool = True,
    alleen: Container[type[Model]] | None = None,
) -> Iterator[Antwoord]:
    """Every question (or those about `alleen` these models) of one person in one function, one by one."""
    wie = o.wie(o.w.bezettingen[bezetting])
    door = actor(bezetting)
    yield oordeel("actor", "actor", bezetting, {door is not None} - {False}, {wie is not None} - {False})
    if door is None or wie is None:
        return
    verwacht = {v: set(v.verwacht(o, wie)) for v in VRAGEN if alleen is None or v.model in alleen}
    if muren:
        with als(door):
            for v in verwacht:
                gezien, veld = vraag_muur(v), v.model in VELDEN
                if v.groeit:
                    gezien &= {a.id for a in o.w.aanhang}
                yield oordeel("muur", f"muur {v.model.__name__}", wie, gezien, verwacht[v], veld=veld)
    if filters:
        with zonder_muren(door):
            for v in verwacht:
                if v.filter is not None:
                    gezien, veld = vraag_filter(v, door), v.model in VELDEN
                    yield oordeel("filter", f"filter {v.model.__name__}", wie, gezien, verwacht[v], veld=veld)
