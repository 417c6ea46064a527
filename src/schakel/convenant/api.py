# SPDX-License-Identifier: EUPL-1.2
"""`/api/v1`: oordelen, verstrekkingen, convenanten."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import BeforeValidator

from schakel.convenant import actions, queries, rules
from schakel.convenant.models import Convenant, Stuk, Verstrekking
from schakel.kern.api import Fout, Lijst, Pagina, Vorm, actor_van, nieuw_of_zelfde_id, of_404, pagineer
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Partner
from schakel.partner.queries import partners
from schakel.toegang.actor import Actor

router = Router(tags=["convenant"])


def _als_lijst(waarde: Any) -> Any:
    return [waarde] if isinstance(waarde, str) else waarde


class OordeelIn(Vorm):
    """The question "Mag dit?".

    `wat` is one or more categories, or the id of a stuk (then `categorieen` narrows it); `aan` is the id or code of a
    partner, optionally as `functie@code`.
    """

    wat: Annotated[list[str], BeforeValidator(_als_lijst)]
    aan: str
    doel: rules.Doel
    fase: rules.Fase | None = None
    categorieen: list[rules.Categorie] = []
    voorwaarden: list[rules.Voorwaarde] = []
    geanonimiseerd: bool = False


class RedenUit(Vorm):
    code: str
    tekst: str
    maakt_ja: str = ""


class RegelUit(Vorm):
    code: str
    categorie: str
    convenant: str
    versie: int
    artikel: str
    grondslag: str
    grondslag_naam: str
    nog_te_bevestigen: bool


class OordeelUit(Vorm):
    toegestaan: bool
    vier_ogen: bool
    redenen: list[RedenUit]
    regels: list[RegelUit]


def _partner(aan: str) -> tuple[Partner, str]:
    """A partner by id or code, and the function before an @."""
    functie, _, code = aan.rpartition("@")
    sleutel = uuid_of_niets(code)
    gevonden = partners().filter(pk=sleutel) if sleutel else partners().filter(code=code)
    return of_404(gevonden.first()), functie


def _eigen_of_gezien(door: Actor, id: UUID) -> Stuk:
    return of_404(queries.stuk(door=door, id=id))


@router.post("/oordelen", response=OordeelUit, by_alias=True)
def oordelen(request: HttpRequest, vraag: OordeelIn) -> dict[str, Any]:
    """Judge a proposed sharing; changes nothing and logs nothing."""
    door = actor_van(request)
    met, functie = _partner(vraag.aan)
    stuk_id = uuid_of_niets(vraag.wat[0]) if len(vraag.wat) == 1 else None
    stuk = _eigen_of_gezien(door, stuk_id) if stuk_id else None
    categorieen = vraag.categorieen or (
        [rules.Categorie(c) for c in queries.categorieen_op(door=door, stuk_id=stuk.pk)]
        if stuk
        else _categorieen(vraag.wat)
    )
    mag = queries.mag_dit(
        door=door, met=met, functie=functie, doel=vraag.doel, fase=vraag.fase, stuk=stuk, categorieen=categorieen,
        vervuld=vraag.voorwaarden, geanonimiseerd=vraag.geanonimiseerd,
    )  # fmt: skip
    return {
        "toegestaan": mag.toegestaan,
        "vier_ogen": mag.vier_ogen,
        "redenen": [{"code": r.code, "tekst": r.tekst, "maakt_ja": r.maakt_ja} for r in mag.oordeel.redenen],
        "regels": [
            {
                "code": r.code,
                "categorie": r.categorie,
                "convenant": r.convenant,
                "versie": r.versie,
                "artikel": r.artikel,
                "grondslag": r.grondslag,
                "grondslag_naam": r.grondslag_naam,
                "nog_te_bevestigen": not r.grondslag_zeker,
            }
            for r in mag.rust_op
        ],
    }


def _categorieen(wat: list[str]) -> list[rules.Categorie]:
    bekend = {c.value for c in rules.Categorie}
    if onbekend := [w for w in wat if w not in bekend]:
        fouten = [
            {"naam": "wat", "reden": f"onbekende gegevenscategorie: {w}", "code": "onbekend"}
            for w in onbekend
        ]
        raise Fout("Kies gegevenscategorieën uit de lijst, of geef het id van een stuk.", fouten=fouten)
    return [rules.Categorie(w) for w in wat]


class VerstrekkingIn(Vorm):
    """One act of sharing. `checklist`: {vraagId: ja | nee | nvt}; `protocol`: what the supplier's law wants kept."""

    stuk: UUID
    aan: str
    categorieen: list[rules.Categorie]
    doel: rules.Doel
    tot: date
    motivering: str = ""
    voorwaarden: list[rules.Voorwaarde] = []
    casus: UUID | None = None
    deel: int | None = None
    checklist: dict[str, str] = {}
    protocol: dict[str, str] = {}


class VerstrekkingUit(Vorm):
    id: UUID
    stuk: UUID
    stuk_soort: str
    van: str
    aan: str
    aan_functie: str
    categorieen: list[str]
    doel: str
    grondslagen: list[str]
    fase: str
    convenant: str
    versie: int
    regels: list[str]
    voorwaarden: list[str]
    begin: date
    einde: date
    wacht_op_tweede: bool
    ingetrokken_op: datetime | None = None


def _vorm(v: Verstrekking) -> dict[str, Any]:
    return {
        "id": v.pk, "stuk": v.stuk_id, "stuk_soort": v.stuk_soort, "van": v.van_partner.code, "aan": v.aan_partner.code,
        "aan_functie": v.aan_functie, "categorieen": v.categorieen, "doel": v.doel, "grondslagen": v.grondslagen,
        "fase": v.fase, "convenant": v.versie.convenant.naam, "versie": v.versie.nummer, "regels": v.regels,
        "voorwaarden": v.voorwaarden, "begin": v.begin, "einde": v.einde, "wacht_op_tweede": v.wacht_op_tweede,
        "ingetrokken_op": v.ingetrokken_op,
    }  # fmt: skip


@router.get("/verstrekkingen", response=Lijst[VerstrekkingUit], by_alias=True)
def verstrekkingen(request: HttpRequest, pagina: Query[Pagina]) -> dict[str, Any]:
    """The register of the actor's partner, given and received, newest first."""
    door = actor_van(request)
    return pagineer(queries.verstrekkingen(door=door).order_by("-gemaakt_op", "pk"), pagina, _vorm)


@router.post("/verstrekkingen", response={201: VerstrekkingUit}, by_alias=True)
def verstrekken(request: HttpRequest, nieuw: VerstrekkingIn) -> Status[dict[str, Any]]:
    """Share an object of one's own partner. A refusal names every reason and what would make it a yes (403)."""
    door = actor_van(request)
    stuk = _eigen_of_gezien(door, nieuw.stuk)
    if stuk.eigenaar_id != door.partner_id:
        raise Fout("Alleen de eigenaar mag dit delen; stuur een verzoek om vrijgave.", status=403)
    met, functie = _partner(nieuw.aan)
    casus = _eigen_of_gezien(door, nieuw.casus) if nieuw.casus else None
    try:
        verstrekking = actions.verstrek_met_checklist(
            door=door,
            stuk=stuk,
            met=met,
            functie=functie,
            categorieen=nieuw.categorieen,
            doel=nieuw.doel,
            tot=nieuw.tot,
            motivering=nieuw.motivering,
            vervuld=nieuw.voorwaarden,
            casus=casus,
            deel=nieuw.deel,
            antwoorden=nieuw.checklist,
            protocol=nieuw.protocol,
            id=nieuw_of_zelfde_id(request),
        )
    except actions.NietToegestaan as nee:
        fouten = [{"naam": r.code, "reden": r.tekst, "code": r.code, "maaktJa": r.maakt_ja}
                  for r in nee.oordeel.redenen if r.code != "regel"]  # fmt: skip
        raise Fout("Dit mag niet gedeeld worden.", status=403, fouten=fouten) from nee
    except actions.ChecklistOpen as tegen:
        fouten = [{"naam": f"checklist.{v.id}", "reden": v.tekst, "code": "checklist"} for v in tegen.vragen]
        raise Fout(
            f"De privacy-checklist houdt dit tegen. Contact: {tegen.contact}.", status=400, fouten=fouten
        ) from tegen
    except actions.ProtocolOpen as tegen:
        fouten = [{"naam": f"protocol.{n}", "reden": label, "code": "protocol"} for n, label in tegen.velden]
        raise Fout("De eigen wet van de verstrekker vraagt meer.", status=400, fouten=fouten) from tegen
    return Status(201, _vorm(of_404(queries.verstrekking(door=door, id=verstrekking.pk))))


class IntrekkenIn(Vorm):
    reden: str


@router.post("/verstrekkingen/{id}/_intrekken", response=VerstrekkingUit, by_alias=True)
def intrekken(request: HttpRequest, id: UUID, invoer: IntrekkenIn) -> dict[str, Any]:
    """Take an act of sharing back; it works on the next request."""
    door = actor_van(request)
    verstrekking = of_404(queries.verstrekking(door=door, id=id))
    if (
        verstrekking.van_partner_id != door.partner_id
        or queries.stuk(door=door, id=verstrekking.stuk_id) is None
    ):
        raise Fout("Alleen wie verstrekte kan intrekken.", status=403)
    if not invoer.reden.strip():
        raise Fout("Geef een reden.", fouten=[{"naam": "reden", "reden": "verplicht", "code": "leeg"}])
    actions.trek_in(door=door, verstrekking=verstrekking, reden=invoer.reden)
    return _vorm(verstrekking)


class ConvenantUit(Vorm):
    id: UUID
    naam: str
    soort: str
    doel: str
    regime: str
    eigenaar: str
    loopt_tot: date | None
    opgezegd_op: date | None
    opvolger: UUID | None


def _convenant(c: Convenant) -> dict[str, Any]:
    tot = getattr(c, "loopt_tot", None)
    return {
        "id": c.pk,
        "naam": c.naam,
        "soort": c.soort,
        "doel": c.doel,
        "regime": c.regime,
        "eigenaar": c.eigenaar.code,
        "loopt_tot": None if tot is None or tot.year == 9999 else tot,
        "opgezegd_op": c.opgezegd_op,
        "opvolger": c.opvolger_id,
    }


@router.get("/convenanten", response=Lijst[ConvenantUit], by_alias=True)
def convenanten(request: HttpRequest, pagina: Query[Pagina]) -> dict[str, Any]:
    """The register of agreements."""
    actor_van(request)
    return pagineer(queries.convenanten().order_by("naam", "pk"), pagina, _convenant)
