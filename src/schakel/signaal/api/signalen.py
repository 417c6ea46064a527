# SPDX-License-Identifier: EUPL-1.2
"""`/api/v1/signalen` (koppelvlak.md, API)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from schakel.convenant import rules as deelregels
from schakel.convenant.actions import NieuwGegeven
from schakel.kern.api import Fout, Lijst, Pagina, actor_van, nieuw_of_zelfde_id, of_404, pagineer
from schakel.kern.ids import vast_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.signaal import actions, blad, queries
from schakel.signaal.api.vormen import FilterIn, Kop, RaakvlakUit, SignaalIn, SignaalUit, StapIn, ZoekIn
from schakel.signaal.api.weigering import doe
from schakel.signaal.models import Signaal
from schakel.signaal.rules import woorden
from schakel.signaal.rules.gegevens import categorie, controleer
from schakel.toegang.actor import Actor

router = Router(tags=["signalen"])


def _kop(s: Signaal) -> dict[str, Any]:
    namen = (
        "kenmerk", "status", "sluitreden", "vormen", "sector", "omvang", "niet_pluis", "vervalt_op",
        "bescherming", "weging", "waargenomen_op", "gemaakt_op", "versie",
    )  # fmt: skip
    velden = {naam: getattr(s, naam) for naam in namen}
    plaatsen = [{"soort": p.soort, "naam": p.naam} for p in s.plaatsen.all()]
    return velden | {"id": s.pk, "eigenaar": s.eigenaar.code, "plaatsen": plaatsen}


def _raakvlakken(b: blad.Blad) -> list[dict[str, Any]]:
    gezien = [
        {
            "partner": v.signaal.eigenaar.code,
            "signaal": v.signaal.pk,
            "kenmerk": v.signaal.kenmerk,
            "zin": v.zin,
            "status": v.raakvlak.status,
            "raakvlak": v.raakvlak.pk,
        }
        for v in b.verbanden
    ]
    blind = [
        {"partner": x.partner.code, "contact": x.functie.naam if x.functie else "", "raakvlak": x.raakvlak_id}
        for x in b.blind
    ]
    return [*gezien, *blind]


def _uit(door: Actor, s: Signaal) -> dict[str, Any]:
    actions.kijk_opnieuw(door=door, signaal=s)
    b = blad.lees(door=door, signaal=s)
    gegevens = [
        {
            "id": g.pk,
            "soort": g.soort,
            "inhoud": g.inhoud,
            "categorie": g.categorie,
            "handeling": g.handeling,
            "zekerheid": g.zekerheid,
            "datum": g.datum,
            "bron": bron,
        }
        for g, bron in [*((r.gegeven, r.bron) for r in b.regels), *((x.gegeven, "") for x in b.indicatoren)]
    ]
    gedeeld = [v.aan_partner.code for v in b.gedeeld]
    return _kop(s) | {"gegevens": gegevens, "raakvlakken": _raakvlakken(b), "gedeeld_met": gedeeld}


def _gegevens(door: Actor, id: UUID, body: SignaalIn) -> list[NieuwGegeven]:
    """The statements, or every error at once with its place."""
    fouten, nieuw = [], []
    mag = deelregels.FUNCTIE_CATEGORIEEN.get(door.functie, frozenset())
    for nr, g in enumerate(body.gegevens):
        inhoud, mis = controleer(g.soort, g.inhoud)
        plek = f"gegevens.{nr}"
        fouten += [
            {"naam": f"{plek}.inhoud.{n}".rstrip("."), "reden": z, "code": "inhoud"} for n, z in mis.items()
        ]
        if mis:
            continue
        gekozen = g.categorie or categorie(g.soort, inhoud.get("rol", ""))
        if gekozen not in mag:
            reden = f"Je functie werkt niet met '{gekozen}'."
            fouten.append({"naam": f"{plek}.categorie", "reden": reden, "code": "categorie"})
        nieuw.append(
            NieuwGegeven(
                g.soort,
                gekozen,
                inhoud,
                handeling=g.handeling,
                zekerheid=g.zekerheid,
                datum=g.datum,
                embargo_tot=g.embargo_tot,
                bron=g.bron,
                bron_beschermd=g.bron_beschermd,
                id=vast_id("gegeven", str(id), str(nr)),
            )
        )
    fouten += [
        {"naam": naam, "reden": f"Kies uit: {', '.join(lijst)}.", "code": "keuze"}
        for naam, lijst, leeg in (
            ("sector", woorden.SECTOR_NAAM, True), ("herkomst", woorden.HERKOMST_NAAM, False),
            ("betrouwbaarheid", woorden.BETROUWBAARHEID_NAAM, False),
        )
        if getattr(body, naam) not in lijst and not (leeg and not getattr(body, naam))
    ]  # fmt: skip
    if fouten:
        raise Fout("Het signaal klopt niet; zie 'fouten'.", fouten=fouten)
    return nieuw


def _plaatsen(body: SignaalIn) -> list[actions.NieuwePlaats]:
    gemeenten = {w.casefold(): g.pk for g in queries.gemeenten() for w in (str(g.pk), g.naam, g.cbs) if w}
    plaatsen = []
    for nr, p in enumerate(body.plaatsen):
        if p.gemeente and p.gemeente.casefold() not in gemeenten:
            reden = "Deze gemeente is niet bekend. Buiten de regio of in het buitenland: vul 'buitenland' in."
            raise Fout(
                "Het signaal klopt niet.",
                fouten=[{"naam": f"plaatsen.{nr}", "reden": reden, "code": "onbekend"}],
            )
        plaatsen.append(actions.NieuwePlaats(p.soort, gemeenten.get(p.gemeente.casefold()), p.buitenland))
    return plaatsen


@router.get("/signalen", response=Lijst[Kop], by_alias=True)
def lijst(request: HttpRequest, pagina: Query[Pagina], filter: Query[FilterIn]) -> dict[str, Any]:
    """Headers of the visible signals, newest first."""
    keuze = queries.Filter(**filter.model_dump())
    return pagineer(queries.signalen(door=actor_van(request), filter=keuze), pagina, _kop)


@router.post("/signalen", response={201: SignaalUit}, by_alias=True)
def maak(request: HttpRequest, body: SignaalIn) -> Any:
    """Make a signaal; what it touches comes back with it."""
    door, id = actor_van(request), nieuw_of_zelfde_id(request)
    namen = {"sector", "omvang", "herkomst", "betrouwbaarheid", "waargenomen_op", "niet_pluis", "vormen"}
    nieuw = actions.NieuwSignaal(
        **body.model_dump(include=namen), plaatsen=_plaatsen(body), gegevens=_gegevens(door, id, body)
    )
    return Status(201, _uit(door, doe(lambda: actions.maak_signaal(door=door, nieuw=nieuw, id=id))))


@router.post("/signalen/_zoek", response=Lijst[Kop], by_alias=True)
def zoek(request: HttpRequest, body: ZoekIn, pagina: Query[Pagina]) -> dict[str, Any]:
    """Search in what the caller may read; the purpose goes into the account."""
    door = actor_van(request)
    logboek.noteer(door=door, regels=[Logregel("zoeken", "signaal", None, door.partner_id, doel=body.doel)])
    return pagineer(queries.zoek(door=door, woorden=body.woorden), pagina, _kop)


@router.get("/signalen/{id}", response=SignaalUit, by_alias=True)
def een(request: HttpRequest, id: str) -> dict[str, Any]:
    """One signaal with what the caller may read of it."""
    door = actor_van(request)
    return _uit(door, of_404(queries.signaal(door=door, id=id)))


@router.get("/signalen/{id}/raakvlakken", response=list[RaakvlakUit], by_alias=True)
def raakvlakken(request: HttpRequest, id: str) -> list[dict[str, Any]]:
    """What one's own signaal touches."""
    door = actor_van(request)
    signaal = of_404(queries.signaal(door=door, id=id))
    actions.kijk_opnieuw(door=door, signaal=signaal)
    return _raakvlakken(blad.lees(door=door, signaal=signaal))


@router.post("/signalen/{id}/stappen", response=Kop, by_alias=True)
def stap(request: HttpRequest, id: str, body: StapIn) -> dict[str, Any]:
    """Take an arrow of the table; 409 when somebody else changed the signaal meanwhile."""
    door = actor_van(request)
    signaal = of_404(queries.signaal(door=door, id=id))
    velden = body.model_dump() | {"sluitreden": body.sluitreden or ""}
    return _kop(doe(lambda: actions.stap(door=door, signaal=signaal, **velden)))
