# SPDX-License-Identifier: EUPL-1.2
"""`/api/v1/signalen` and `/api/v1/informatieverzoeken` (koppelvlak.md, API)."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Query, Router, Status
from pydantic import Field, StringConstraints

from schakel.convenant import rules as deelregels
from schakel.convenant.actions import NietToegestaan, NieuwGegeven
from schakel.convenant.models import Gegeven
from schakel.kern import klok
from schakel.kern.api import Fout, Lijst, Pagina, Vorm, actor_van, nieuw_of_zelfde_id, of_404, pagineer
from schakel.kern.ids import vast_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.partner.queries import partners
from schakel.signaal import actions, blad, queries
from schakel.signaal.actions.verzoek import lees as lees_verzoek
from schakel.signaal.models import Informatieverzoek, Signaal
from schakel.signaal.rules import Sluitreden, woorden
from schakel.signaal.rules import Status as Stand
from schakel.signaal.rules.gegevens import categorie, controleer
from schakel.toegang.actor import Actor

router = Router(tags=["signalen"])

Kort = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Lang = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4_000)]


class PlaatsIn(Vorm):
    """`gemeente`: id, name or CBS code. Neither `gemeente` nor `buitenland`: not known."""

    soort: woorden.PlaatsSoort
    gemeente: Kort = ""
    buitenland: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)] = ""


class GegevenIn(Vorm):
    """One statement; the fields of `inhoud` depend on `soort`. Empty `categorie`: the fitting one."""

    soort: Kort
    inhoud: dict[str, str | None]
    categorie: deelregels.Categorie | None = None
    handeling: deelregels.Handeling = deelregels.Handeling.KETEN
    zekerheid: Gegeven.Zekerheid = Gegeven.Zekerheid.EIGEN_WAARNEMING
    datum: date | None = None
    embargo_tot: date | None = None
    bron: Kort = ""
    bron_beschermd: bool = True


class SignaalIn(Vorm):
    """Nothing is obligatory but one statement."""

    vormen: list[woorden.Vorm] = Field([], max_length=6)
    sector: Kort = ""
    omvang: int | None = Field(None, ge=0, le=100_000)
    herkomst: Kort = "eigen"
    betrouwbaarheid: Kort = "onbekend"
    waargenomen_op: date | None = None
    niet_pluis: bool = False
    plaatsen: list[PlaatsIn] = Field([], max_length=20)
    gegevens: list[GegevenIn] = Field(min_length=1, max_length=500)


class PlaatsUit(Vorm):
    soort: str
    naam: str


class Kop(Vorm):
    """A header: nothing about persons."""

    id: UUID
    kenmerk: str
    eigenaar: str
    status: str
    sluitreden: str
    vormen: list[str]
    sector: str
    omvang: int | None
    niet_pluis: bool
    vervalt_op: date | None
    bescherming: str
    weging: str
    waargenomen_op: date | None
    gemaakt_op: datetime
    versie: int
    plaatsen: list[PlaatsUit]


class GegevenUit(Vorm):
    id: UUID
    soort: str
    inhoud: dict[str, Any]
    categorie: str
    handeling: str
    zekerheid: str
    datum: date | None
    bron: str = ""


class RaakvlakUit(Vorm):
    """`signaal` and `zin` only where the caller may see the other side; else whom to call, and nothing
    more.
    """

    partner: str
    contact: str = ""
    signaal: UUID | None = None
    kenmerk: str = ""
    zin: str = ""
    status: str = ""
    raakvlak: UUID | None = None


class SignaalUit(Kop):
    gegevens: list[GegevenUit]
    raakvlakken: list[RaakvlakUit]
    gedeeld_met: list[str]


class StapIn(Vorm):
    """`naar`: a status of the table; `reden` always, `sluitreden` when closing. `versie`: the one that was
    read.
    """

    naar: Stand
    reden: Lang
    sluitreden: Sluitreden | None = None
    versie: int


class ZoekIn(Vorm):
    woorden: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    doel: deelregels.Doel


class FilterIn(Vorm):
    status: Kort = ""
    vorm: Kort = ""
    gemeente: Kort = ""
    wie: Kort = ""
    niet_pluis: bool = False


class VerzoekIn(Vorm):
    """`aan`: code of a partner; `termijn` in working days; `raakvlak`: the hit that gave rise to it."""

    signaal: UUID
    aan: Kort
    vraag: Lang
    doel: deelregels.Doel
    grondslag: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)]
    termijn: int = Field(10, ge=1, le=60)
    raakvlak: UUID | None = None


class VerzoekUit(Vorm):
    id: UUID
    van: str
    aan: str
    doel: str
    grondslag: str
    uiterlijk: date
    te_laat: bool
    status: str
    beantwoord_op: datetime | None
    beantwoord_functie: str
    vraag: str = ""
    antwoord: str = ""


class AntwoordIn(Vorm):
    """With `signaal`, `categorieen` and `tot` the answer is a verstrekking; else `status` says what it is."""

    status: Informatieverzoek.Status
    tekst: Lang = ""
    signaal: UUID | None = None
    categorieen: list[deelregels.Categorie] = Field([], max_length=20)
    tot: date | None = None
    motivering: Lang = ""


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
    return Status(201, _uit(door, _doe(lambda: actions.maak_signaal(door=door, nieuw=nieuw, id=id))))


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
    return _kop(_doe(lambda: actions.stap(door=door, signaal=signaal, **velden)))


def _doe(actie: Any) -> Any:
    """Run a verb and turn its refusals into answers."""
    try:
        return actie()
    except PermissionError as fout:
        raise Http404 from fout
    except actions.Verouderd as fout:
        raise Fout(str(fout), status=409) from fout
    except actions.Onvolledig as fout:
        raise Fout(str(fout)) from fout
    except NietToegestaan as nee:
        redenen = [
            {"naam": "", "reden": f"{r.tekst} {r.maakt_ja}".strip(), "code": r.code}
            for r in nee.oordeel.redenen
        ]
        raise Fout("Dit mag niet gedeeld worden; zie 'fouten'.", status=403, fouten=redenen) from nee


def _verzoek(door: Actor, v: Informatieverzoek) -> dict[str, Any]:
    teksten = lees_verzoek(door=door, verzoek=v)
    te_laat = v.status == Informatieverzoek.Status.OPEN and v.uiterlijk < klok.vandaag()
    namen = ("doel", "grondslag", "uiterlijk", "status", "beantwoord_op", "beantwoord_functie")
    velden = {naam: getattr(v, naam) for naam in namen}
    return velden | {
        "id": v.pk,
        "van": v.van.code,
        "aan": v.aan.code,
        "te_laat": te_laat,
        "vraag": teksten.get("vraag", ""),
        "antwoord": teksten.get("antwoord", ""),
    }


@router.get("/informatieverzoeken", response=Lijst[VerzoekUit], by_alias=True)
def verzoeken(request: HttpRequest, pagina: Query[Pagina]) -> dict[str, Any]:
    """Questions asked by and to the caller's partner; for a ketenregisseur every overdue one, without its
    text.
    """
    door = actor_van(request)
    return pagineer(queries.informatieverzoeken(door=door), pagina, lambda v: _verzoek(door, v))


@router.post("/informatieverzoeken", response={201: VerzoekUit}, by_alias=True)
def vraag(request: HttpRequest, body: VerzoekIn) -> Any:
    """Ask a partner from one's own signaal."""
    door = actor_van(request)
    signaal = of_404(queries.signaal(door=door, id=body.signaal))
    aan = partners().filter(code=body.aan).first()
    if aan is None:
        raise Fout(
            "Deze partner is niet bekend.",
            fouten=[{"naam": "aan", "reden": "Onbekende code.", "code": "onbekend"}],
        )
    raakvlak = of_404(queries.raakvlak(door=door, id=body.raakvlak)) if body.raakvlak else None
    velden = body.model_dump(include={"vraag", "doel", "grondslag", "termijn"})
    id = nieuw_of_zelfde_id(request)
    gevraagd = _doe(
        lambda: actions.vraag_informatie(
            door=door, signaal=signaal, aan=aan, raakvlak=raakvlak, id=id, **velden
        )
    )
    return Status(201, _verzoek(door, gevraagd))


@router.post("/informatieverzoeken/{id}/_beantwoorden", response=VerzoekUit, by_alias=True)
def beantwoord(request: HttpRequest, id: str, body: AntwoordIn) -> dict[str, Any]:
    """Answer: by sharing a signaal (403 with the reasons when the rule says no), or in words."""
    door = actor_van(request)
    v = of_404(queries.informatieverzoek(door=door, id=id))
    if body.signaal is None:
        if body.status == Informatieverzoek.Status.BEANTWOORD and not body.tekst:
            raise Fout("Deel een signaal, of geef een antwoord in woorden.")
        return _verzoek(
            door, _doe(lambda: actions.antwoord(door=door, verzoek=v, status=body.status, tekst=body.tekst))
        )
    signaal = of_404(queries.signaal(door=door, id=body.signaal))
    if body.tot is None or not body.categorieen:
        raise Fout("Geef bij delen ook 'categorieen' en 'tot'.")
    tot, deelbaar = body.tot, body.categorieen
    return _verzoek(
        door,
        _doe(
            lambda: actions.deel_als_antwoord(
                door=door,
                verzoek=v,
                stuk=signaal.stuk,
                categorieen=deelbaar,
                tot=tot,
                motivering=body.motivering,
                tekst=body.tekst,
                id=vast_id("antwoord", str(v.pk)),
            )
        ),
    )
