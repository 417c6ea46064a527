# SPDX-License-Identifier: EUPL-1.2
"""`/api/v1/overleggen` and what hangs below a meeting (koppelvlak.md, API)."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import Field

from schakel.casus import queries as casussen
from schakel.casus.api import partner
from schakel.casus.api.vormen import Deel, Gemaakt, Kort, Lang, Verplicht, als_fout
from schakel.kern.api import Fout, Lijst, Pagina, Vorm, actor_van, nieuw_of_zelfde_id, of_404, pagineer
from schakel.overleg import actions, queries, rules
from schakel.overleg.models import Actie, Besluit, Overleg
from schakel.toegang.actor import Actor

router = Router(tags=["overleggen"])


class OverlegIn(Vorm):
    """`orgaan`: id of a body in which the caller sits."""

    orgaan: UUID
    tijdstip: datetime
    plaats: Kort = ""


class StatusIn(Vorm):
    naar: rules.Status
    versie: int


class AgendapuntIn(Vorm):
    casus: UUID
    deel: Deel = 1
    minuten: int = Field(15, ge=1, le=240)
    aanleiding: Lang = ""


class ActieIn(Vorm):
    """`partner`: code of the holder."""

    partner: Kort
    omschrijving: Verplicht
    termijn: date | None = None


class BesluitIn(Vorm):
    """`interventies`: proposed measures that the overleg fixes, all or none."""

    agendapunt: UUID
    tekst: Verplicht
    reden: Verplicht
    afwijkend: Lang = ""
    interventies: list[UUID] = Field([], max_length=50)
    acties: list[ActieIn] = Field([], max_length=50)


class ActieBij(ActieIn):
    """Another action under a decision."""

    besluit: UUID


class RondIn(Vorm):
    resultaat: Verplicht
    versie: int
    status: Literal["gedaan", "vervallen"] = "gedaan"


class Kop(Vorm):
    id: UUID
    kenmerk: str
    orgaan: str
    tijdstip: datetime
    plaats: str
    status: str
    versie: int


class PuntUit(Vorm):
    """`nummer` is counted for the caller."""

    id: UUID
    nummer: int
    deel: int
    casus: UUID
    kenmerk: str
    minuten: int
    aanleiding: str


class BesluitUit(Vorm):
    id: UUID
    agendapunt: UUID
    tekst: str
    reden: str
    afwijkend: str
    op: datetime


class ActieUit(Vorm):
    id: UUID
    besluit: UUID
    partner: str
    omschrijving: str
    termijn: date | None
    status: str
    resultaat: str
    versie: int


class OverlegUit(Kop):
    agenda: list[PuntUit]
    besluiten: list[BesluitUit]
    acties: list[ActieUit]


def _kop(overleg: Overleg) -> dict[str, Any]:
    velden = ("id", "kenmerk", "tijdstip", "plaats", "status", "versie")
    return {n: getattr(overleg, n) for n in velden} | {"orgaan": overleg.orgaan.naam}


def _besluit(besluit: Besluit) -> dict[str, Any]:
    return {
        "id": besluit.pk,
        "agendapunt": besluit.agendapunt_id,
        "tekst": besluit.tekst,
        "reden": besluit.reden,
        "afwijkend": besluit.afwijkend or "",
        "op": besluit.op,
    }


def _actie(actie: Actie) -> dict[str, Any]:
    velden = {n: getattr(actie, n) for n in ("id", "omschrijving", "termijn", "status", "versie")}
    return velden | {
        "besluit": actie.besluit_id,
        "partner": actie.partner.code,
        "resultaat": actie.resultaat or "",
    }


def _punten(door: Actor, overleg: Overleg) -> list[dict[str, Any]]:
    punten = list(queries.agenda(door=door, overleg=overleg))
    actions.lees(door=door, punten=punten)
    genummerd = rules.per_deel(punten, queries.mijn_delen(door=door, overleg=overleg))
    return [
        {
            "id": p.pk,
            "nummer": nummer,
            "deel": deel,
            "casus": p.casus.pk,
            "kenmerk": p.casus.kenmerk,
            "minuten": p.minuten,
            "aanleiding": p.aanleiding or "",
        }
        for deel, rij in genummerd
        for nummer, p in rij
    ]


def _overleg(request: HttpRequest, id: str) -> tuple[Actor, Overleg]:
    door: Actor = actor_van(request)
    return door, of_404(queries.overleg(door=door, id=id))


@router.get("/overleggen", response=Lijst[Kop], by_alias=True)
def lijst(request: HttpRequest, pagina: Query[Pagina]) -> Any:
    """The meetings of the bodies in which the caller sits, latest first."""
    return pagineer(queries.overleggen(door=actor_van(request)), pagina, _kop)


@router.post("/overleggen", response={201: Kop}, by_alias=True)
def plan(request: HttpRequest, body: OverlegIn) -> Any:
    """Plan a meeting."""
    door: Actor = actor_van(request)
    orgaan = queries.organen(door=door).filter(pk=body.orgaan).first()
    if orgaan is None:
        fout = {"naam": "orgaan", "reden": "Dit orgaan is er niet, of je zit er niet in.", "code": "onbekend"}
        raise Fout("De aanvraag klopt niet; zie 'fouten'.", fouten=[fout])
    with als_fout():
        overleg = actions.plan(
            door=door,
            orgaan=orgaan,
            tijdstip=body.tijdstip,
            plaats=body.plaats,
            id=nieuw_of_zelfde_id(request),
        )
    return Status(201, _kop(overleg))


@router.get("/overleggen/{id}", response=OverlegUit, by_alias=True)
def lees(request: HttpRequest, id: str) -> Any:
    """Agenda, decisions and actions as they exist for the caller."""
    door, overleg = _overleg(request, id)
    return _kop(overleg) | {
        "agenda": _punten(door, overleg),
        "besluiten": [_besluit(b) for b in queries.besluiten(door=door, overleg=overleg)],
        "acties": [_actie(a) for a in queries.acties(door=door, overleg=overleg)],
    }


@router.post("/overleggen/{id}/_status", response=Kop, by_alias=True)
def zet_status(request: HttpRequest, id: str, body: StatusIn) -> Any:
    """Begin or close."""
    door, overleg = _overleg(request, id)
    with als_fout():
        return _kop(actions.zet_status(door=door, overleg=overleg, naar=body.naar, versie=body.versie))


@router.get("/overleggen/{id}/agendapunten", response=list[PuntUit], by_alias=True)
def agenda(request: HttpRequest, id: str) -> Any:
    """The items that exist for the caller."""
    return _punten(*_overleg(request, id))


@router.post("/overleggen/{id}/agendapunten", response={201: Gemaakt}, by_alias=True)
def zet_op_agenda(request: HttpRequest, id: str, body: AgendapuntIn) -> Any:
    """Put a case that is ready on the agenda."""
    door, overleg = _overleg(request, id)
    casus = of_404(casussen.casus(door=door, id=body.casus))
    with als_fout():
        punt = actions.zet_op_agenda(
            door=door,
            overleg=overleg,
            casus=casus,
            deel=body.deel,
            minuten=body.minuten,
            aanleiding=body.aanleiding,
            id=nieuw_of_zelfde_id(request),
        )
    return Status(201, {"id": punt.pk})


@router.get("/overleggen/{id}/besluiten", response=list[BesluitUit], by_alias=True)
def besluiten(request: HttpRequest, id: str) -> Any:
    """The decisions that exist for the caller."""
    door, overleg = _overleg(request, id)
    actions.lees(door=door, punten=queries.agenda(door=door, overleg=overleg))
    return [_besluit(b) for b in queries.besluiten(door=door, overleg=overleg)]


@router.post("/overleggen/{id}/besluiten", response={201: BesluitUit}, by_alias=True)
def besluit(request: HttpRequest, id: str, body: BesluitIn) -> Any:
    """A decision with its measures and actions, all or nothing."""
    door, overleg = _overleg(request, id)
    punt = of_404(queries.agendapunt(door=door, id=body.agendapunt))
    if punt.overleg_id != overleg.pk:
        of_404(None)
    acties = [
        actions.NieuweActie(partner(a.partner, "acties"), a.omschrijving, a.termijn) for a in body.acties
    ]
    interventies = [of_404(casussen.interventie(door=door, id=i)) for i in body.interventies]
    if any(i.casus_id != punt.casus_id for i in interventies):
        of_404(None)
    with als_fout():
        nieuw = actions.besluit(
            door=door,
            agendapunt=punt,
            tekst=body.tekst,
            reden=body.reden,
            afwijkend=body.afwijkend,
            acties=acties,
            interventies=interventies,
            id=nieuw_of_zelfde_id(request),
        )
    return Status(201, _besluit(nieuw))


@router.get("/overleggen/{id}/acties", response=list[ActieUit], by_alias=True)
def acties(request: HttpRequest, id: str) -> Any:
    """The actions that exist for the caller."""
    door, overleg = _overleg(request, id)
    actions.lees(door=door, punten=queries.agenda(door=door, overleg=overleg))
    return [_actie(a) for a in queries.acties(door=door, overleg=overleg)]


@router.post("/overleggen/{id}/acties", response={201: ActieUit}, by_alias=True)
def geef_actie(request: HttpRequest, id: str, body: ActieBij) -> Any:
    """Another action under a decision."""
    door, overleg = _overleg(request, id)
    besluit = of_404(queries.besluiten(door=door, overleg=overleg).filter(pk=body.besluit).first())
    nieuw = actions.NieuweActie(partner(body.partner, "partner"), body.omschrijving, body.termijn)
    with als_fout():
        actie = actions.geef_actie(door=door, besluit=besluit, actie=nieuw, id=nieuw_of_zelfde_id(request))
    return Status(201, _actie(actie))


@router.post("/overleggen/{id}/acties/{actie_id}/_afronden", response=ActieUit, by_alias=True)
def rond_af(request: HttpRequest, id: str, actie_id: str, body: RondIn) -> Any:
    """The holder tells what came of it."""
    door, overleg = _overleg(request, id)
    actie = of_404(queries.actie(door=door, id=actie_id))
    if actie.overleg_kenmerk != overleg.kenmerk:
        of_404(None)
    with als_fout():
        return _actie(
            actions.rond_af(
                door=door, actie=actie, resultaat=body.resultaat, versie=body.versie, status=body.status
            )
        )
