# SPDX-License-Identifier: EUPL-1.2
"""`/api/v1/meldingen` and `/api/v1/terugkoppelingen` (koppelvlak.md, API)."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID, uuid4

from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import Field, StringConstraints

from schakel.kern.api import Fout, Lijst, Pagina, Vorm, actor_van, nieuw_of_zelfde_id, of_404, pagineer
from schakel.melding import actions, queries, rules
from schakel.melding.models import Bericht, Melding, Terugkoppeling

router = Router(tags=["meldingen"])

Kort = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Lang = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000)]


class MelderIn(Vorm):
    naam: Kort = ""
    contact: Kort = ""


class ProefIn(Vorm):
    """The answer to a 429 in a flood: `oplossing` makes SHA-256 of `zout:oplossing` begin with `bits` zero bits."""

    zegel: str = Field(max_length=2_000)
    oplossing: str = Field(max_length=40)


class MeldingIn(Vorm):
    """Only `tekst` is obligatory. `gemeente`: name or CBS code. `aan`: code of a partner; needs a token."""

    tekst: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
    soort: rules.Soort = rules.Soort.MELDING
    vorm: rules.Vorm = rules.Vorm.ONBEKEND
    gemeente: Kort = ""
    waar: Annotated[str, StringConstraints(strip_whitespace=True, max_length=1_000)] = ""
    wie: Lang = ""
    wijze: rules.Wijze = rules.Wijze.ANONIEM
    zekerheid: rules.Zekerheid = rules.Zekerheid.ONBEKEND
    acuut: bool = False
    indicatoren: dict[Annotated[str, Field(max_length=20)], rules.Antwoord] = Field({}, max_length=200)
    melder: MelderIn = MelderIn()
    aan: Kort = ""
    proef: ProefIn | None = None


class Ontvangst(Vorm):
    """The code is the only way to the answer; keep it."""

    kenmerk: str
    ontvangstcode: str
    id: UUID | None = None


class Kop(Vorm):
    id: UUID
    kenmerk: str
    soort: str
    kanaal: str
    vorm: str
    gemeente: str
    wijze: str
    zekerheid: str
    acuut: bool
    status: str
    afdoening: str
    ontvangen_op: datetime
    terugkoppelen_voor: date | None


class Regel(Vorm):
    """A message (`van`, `tekst`) or a terugkoppeling (`uitkomst`, `tekst`, `toelichting`)."""

    van: str
    tekst: str
    op: datetime
    uitkomst: str = ""
    toelichting: str = ""


class MeldingUit(Kop):
    tekst: str
    waar: str
    wie: str
    indicatoren: dict[str, str]
    melder: dict[str, str]
    berichten: list[Regel]


class Code(Vorm):
    ontvangstcode: str = Field(max_length=80)


class Reactie(Code):
    tekst: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]


class GesprekUit(Vorm):
    kenmerk: str
    status: str
    ontvangen_op: datetime
    terugkoppelen_voor: date | None
    berichten: list[Regel]


def _nieuw(body: MeldingIn) -> actions.NieuweMelding:
    gemeente = queries.gemeente(body.gemeente)
    fouten = []
    if body.gemeente and gemeente is None:
        fouten.append(
            {"naam": "gemeente", "reden": "Deze gemeente is in deze regio niet bekend.", "code": "onbekend"}
        )
    bekend = body.melder.naam or body.melder.contact
    if bool(bekend) == (body.wijze == rules.Wijze.ANONIEM):
        reden = "Geef een melder bij 'vertrouwelijk' of 'open', en geen melder bij 'anoniem'."
        fouten.append({"naam": "melder", "reden": reden, "code": "wijze"})
    if fouten:
        raise Fout("De melding klopt niet; zie 'fouten'.", fouten=fouten)
    return actions.NieuweMelding(
        **body.model_dump(
            include={"tekst", "soort", "vorm", "waar", "wie", "wijze", "zekerheid", "acuut", "indicatoren"}
        ),
        kanaal=rules.Kanaal.API,
        gemeente_id=gemeente.pk if gemeente else None,
        naam=body.melder.naam,
        contact=body.melder.contact,
    )


@router.post("/meldingen", auth=None, response={201: Ontvangst}, exclude_none=True, by_alias=True)
def ontvang(request: HttpRequest, body: MeldingIn) -> Any:
    """Report, with or without a token. The same `Idempotency-Key` answers the same kenmerk and code."""
    door = actor_van(request, anoniem=True)
    nieuw = _nieuw(body)
    aan = None
    if body.aan and not door.anoniem:
        aan = queries.meldpunten().filter(code=body.aan).values_list("pk", flat=True).first()
        if aan is None:
            fout = {"naam": "aan", "reden": "Deze partner ontvangt geen meldingen.", "code": "onbekend"}
            raise Fout("De melding klopt niet; zie 'fouten'.", fouten=[fout])
    if door.anoniem:
        id = actions.inzending(request.headers.get("Idempotency-Key") or str(uuid4()), nieuw)
    else:
        id = nieuw_of_zelfde_id(request)
    try:
        if door.anoniem and not actions.bekend(id=id):
            actions.laat_door(
                actions.Bewijs(body.proef.zegel, body.proef.oplossing) if body.proef else actions.Bewijs()
            )
        melding, code = actions.ontvang(door=door, id=id, nieuw=nieuw, aan=aan)
    except actions.ProefNodig as druk:
        opgave = {n: getattr(druk.opgave, n) for n in ("zegel", "zout", "bits")}
        reden = "Stuur dezelfde melding opnieuw met proef: {zegel, oplossing}."
        raise Fout(
            "Er komen nu te veel meldingen tegelijk.",
            status=429,
            fouten=[{"naam": "proef", "reden": reden, "code": "proef"} | opgave],
        ) from druk
    except actions.GeenMeldpunt as fout:
        raise Fout(str(fout), status=503) from fout
    eigen = (
        melding.pk
        if door.partner_id in (melding.eigenaar_id, melding.afzender_id) and not door.anoniem
        else None
    )
    return Status(201, Ontvangst(kenmerk=melding.kenmerk, ontvangstcode=rules.leesbaar(code), id=eigen))


@router.get("/meldingen", response=Lijst[Kop], by_alias=True)
def lijst(request: HttpRequest, pagina: Query[Pagina], status: rules.Status | None = None) -> Any:
    """Headers of the meldingen of this partner, most urgent first."""
    rijen = queries.lijst(door=actor_van(request))
    return pagineer(rijen.filter(status=status) if status else rijen, pagina, _kop)


@router.get("/meldingen/{id}", response=MeldingUit, by_alias=True)
def lees(request: HttpRequest, id: str) -> Any:
    """One melding with its conversation; the read is in the account."""
    door = actor_van(request)
    melding = of_404(queries.melding(door=door, id=id))
    regels = actions.lees(door=door, melding=melding)
    bekend = rules.melder_bekend_aan(door.functie, melding.wijze)
    return _kop(melding) | {
        "tekst": melding.tekst,
        "waar": melding.waar,
        "wie": melding.wie,
        "indicatoren": melding.indicatoren,
        "melder": melding.melder if bekend else {},
        "berichten": [_regel(r) for r in regels],
    }


@router.post("/terugkoppelingen/_lees", auth=None, response=GesprekUit, by_alias=True)
def lees_terugkoppeling(request: HttpRequest, body: Code) -> Any:
    """What the melder may know, for who holds the receipt code."""
    return _gesprek(lambda: actions.lees_met_code(code=body.ontvangstcode))


@router.post("/terugkoppelingen/_antwoord", auth=None, response={201: GesprekUit}, by_alias=True)
def antwoord(request: HttpRequest, body: Reactie) -> Any:
    """The melder writes to the meldpunt."""
    sleutel = request.headers.get("Idempotency-Key") or str(uuid4())
    id = actions.inzending(f"{sleutel}\x1f{body.ontvangstcode}", actions.NieuweMelding(tekst=body.tekst))
    return Status(201, _gesprek(lambda: actions.reageer(code=body.ontvangstcode, id=id, tekst=body.tekst)))


def _gesprek(haal: Any) -> dict[str, Any]:
    try:
        gesprek: actions.Gesprek | None = haal()
    except actions.TeVeel as fout:
        raise Fout(str(fout), status=429) from fout
    if gesprek is None:
        raise Fout("Deze ontvangstcode kennen wij niet.", status=404)
    melding = gesprek.melding
    return {
        "kenmerk": melding.kenmerk,
        "status": melding.stand_voor_melder,
        "ontvangen_op": melding.ontvangen_op,
        "terugkoppelen_voor": melding.terugkoppelen_voor,
        "berichten": [_regel(r) for r in gesprek.regels],
    }


def _kop(melding: Melding) -> dict[str, Any]:
    velden = (
        "kenmerk", "soort", "kanaal", "vorm", "wijze", "zekerheid", "acuut", "status", "afdoening",
        "ontvangen_op", "terugkoppelen_voor",
    )  # fmt: skip
    plaats = melding.gemeente.naam if melding.gemeente else ""
    return {n: getattr(melding, n) for n in velden} | {"id": melding.pk, "gemeente": plaats}


def _regel(regel: Bericht | Terugkoppeling) -> dict[str, Any]:
    if isinstance(regel, Bericht):
        return {"van": regel.van, "tekst": regel.tekst, "op": regel.op}
    return {
        "van": rules.Van.MELDPUNT,
        "tekst": regel.zin,
        "op": regel.op,
        "uitkomst": regel.uitkomst,
        "toelichting": regel.toelichting,
    }
