# SPDX-License-Identifier: EUPL-1.2
"""`/api/v1/zorgtrajecten` (koppelvlak.md, API): for functions of the zorgketen; for others nothing is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from ninja import Query, Router, Status
from pydantic import Field

from schakel.kern.api import Fout, Lijst, Pagina, Vorm, actor_van, nieuw_of_zelfde_id, of_404, pagineer
from schakel.toegang.actor import Actor
from schakel.zorg import actions, queries
from schakel.zorg.actions import NieuwTraject
from schakel.zorg.models import Zorgtraject, Zorgvraag
from schakel.zorg.rules import fasen, inhoud
from schakel.zorg.rules.fasen import Leeftijd

router = Router(tags=["zorgtrajecten"])


class TrajectIn(Vorm):
    """`client`: fields of the kind "persoon"."""

    client: dict[str, str] = Field(default_factory=dict, max_length=20)
    doelgroep: fasen.Doelgroep = fasen.Doelgroep.ONBEKEND
    leeftijd: Leeftijd = Leeftijd.ONBEKEND
    model: str = Field("vijf", max_length=20)


class StapIn(Vorm):
    """One step of phase, or with `sluitreden` and `nazorg` the end."""

    naar: str = Field("", max_length=20)
    reden: str = Field("", max_length=20_000)
    sluitreden: str = Field("", max_length=20)
    nazorg: str = Field("", max_length=15)
    versie: int


class GegevenIn(Vorm):
    soort: str = Field(max_length=20)
    inhoud: dict[str, str] = Field(max_length=30)


class Kop(Vorm):
    id: UUID
    kenmerk: str
    model: str
    fase: str
    doelgroep: str
    leeftijd: str
    aangemeld_op: date
    afgesloten_op: date | None
    sluitreden: str
    nazorg: str
    versie: int


class GegevenUit(Vorm):
    id: UUID
    soort: str
    inhoud: dict[str, str]


class TrajectUit(Kop):
    gegevens: list[GegevenUit]


@contextmanager
def als_fout() -> Iterator[None]:
    """Refusals of the actions as answers."""
    try:
        yield
    except actions.Bezwaar as nee:
        raise Fout("Dat kan niet; zie 'fouten'.", status=422, fouten=_fouten(nee)) from nee
    except actions.Verouderd as nee:
        raise Fout("Iemand anders was eerder. Haal de gegevens opnieuw op.", status=409) from nee
    except PermissionError as nee:
        raise Http404 from nee


def _fouten(nee: actions.Bezwaar) -> list[dict[str, Any]]:
    if nee.velden:
        return [{"naam": n, "reden": r, "code": "regel"} for n, r in nee.velden.items()]
    return [{"naam": "", "reden": r, "code": "regel"} for r in nee.redenen]


def zorgactor(request: HttpRequest) -> Actor:
    """The actor, when in care; for everybody else this part of the API does not exist."""
    door: Actor = actor_van(request)
    if not door.is_een(*queries.ZORGROLLEN):
        raise Http404
    return door


def _kop(t: Zorgtraject) -> dict[str, Any]:
    velden = (
        "kenmerk", "model", "fase", "doelgroep", "leeftijd", "aangemeld_op", "afgesloten_op", "sluitreden", "nazorg",
        "versie",
    )  # fmt: skip
    return {"id": t.pk, **{v: getattr(t, v) for v in velden}}


@router.get("/zorgtrajecten", response=Lijst[Kop], by_alias=True)
def lijst(request: HttpRequest, pagina: Query[Pagina]) -> Any:
    """Trajecten that the caller may open, latest first."""
    return pagineer(queries.trajecten(door=zorgactor(request)), pagina, _kop)


@router.post("/zorgtrajecten", response={201: Kop}, by_alias=True)
def meld_aan(request: HttpRequest, body: TrajectIn) -> Any:
    """Start a traject."""
    door = zorgactor(request)
    nieuw = NieuwTraject(
        client=body.client, doelgroep=body.doelgroep, leeftijd=body.leeftijd, model=body.model
    )
    with als_fout():
        traject = actions.meld_aan(door=door, nieuw=nieuw, id=nieuw_of_zelfde_id(request))
    return Status(201, _kop(traject))


@router.get("/zorgtrajecten/{id}", response=TrajectUit, by_alias=True)
def lees(request: HttpRequest, id: str) -> Any:
    """One traject with what the caller may read of it."""
    door = zorgactor(request)
    traject = of_404(queries.traject(door=door, id=id))
    gegevens = inhoud.huidig(actions.lees(door=door, traject=traject))
    return _kop(traject) | {
        "gegevens": [
            {"id": g.pk, "soort": g.soort, "inhoud": {k: v for k, v in g.inhoud.items() if k != "vervangt"}}
            for g in gegevens
        ]
    }


@router.post("/zorgtrajecten/{id}/stappen", response=Kop, by_alias=True)
def stap(request: HttpRequest, id: str, body: StapIn) -> Any:
    """One phase further or back, or the end with its reason and nazorg."""
    door = zorgactor(request)
    traject = of_404(queries.traject(door=door, id=id))
    with als_fout():
        if body.naar:
            return _kop(
                actions.zet_fase(door=door, traject=traject, naar=body.naar, reden=body.reden, versie=body.versie)
            )  # fmt: skip
        return _kop(
            actions.sluit(
                door=door, traject=traject, reden=body.sluitreden, nazorg=body.nazorg, toelichting=body.reden,
                versie=body.versie,
            )
        )  # fmt: skip


@router.post("/zorgtrajecten/{id}/gegevens", response={201: GegevenUit}, by_alias=True)
def leg_vast(request: HttpRequest, id: str, body: GegevenIn) -> Any:
    """Write something down."""
    door = zorgactor(request)
    traject = of_404(queries.traject(door=door, id=id))
    with als_fout():
        g = actions.leg_vast(
            door=door, traject=traject, soort=body.soort, inhoud=body.inhoud, id=nieuw_of_zelfde_id(request)
        )
    return Status(201, {"id": g.pk, "soort": g.soort, "inhoud": g.inhoud})


class AanbodUit(Vorm):
    """A kind of place at an institution; never an address.

    `vrij` is null where places are not kept here; `afstand` a band from `dichtbij`, empty when not asked or secret.
    """

    id: UUID
    naam: str
    instelling: str
    soort: str
    regio: str
    landelijk: bool
    vrij: int | None
    afstand: str = ""
    intake: str


class ZoekIn(Vorm):
    """A need without a name. Asking changes nothing; a need that must count is recorded on the page."""

    geslacht: fasen.Doelgroep
    leeftijd: int | None = Field(None, ge=0, le=120)
    aantal: int = Field(1, ge=1, le=200)
    kinderen: int = Field(0, ge=0, le=20)
    regio: str = Field(max_length=80)
    soort: str = Field("", max_length=15)
    vorm: str = Field("", max_length=20)
    lvb: bool = False
    verslaving: bool = False
    veiligheid: int = Field(1, ge=1, le=3)
    mijden: list[UUID] = Field(default_factory=list, max_length=50)
    mijd_afstand: int = Field(0, ge=0, le=200)
    dichtbij: UUID | None = None


class ZoekUit(Vorm):
    in_regio: list[AanbodUit]
    elders: list[AanbodUit]
    landelijk: list[AanbodUit]


def _aanbod(a: Any) -> dict[str, Any]:
    velden = {n: getattr(a, n) for n in ("naam", "soort", "regio", "landelijk", "intake")}
    vrij = None if a.telt_niet else a.vrij
    return velden | {
        "id": a.pk,
        "instelling": a.eigenaar.naam,
        "vrij": vrij,
        "afstand": getattr(a, "band", ""),
    }


@router.get("/opvangplekken", response=list[AanbodUit], by_alias=True)
def opvangplekken(request: HttpRequest) -> Any:
    """The care supply with its free places."""
    return [_aanbod(a) for a in queries.met_plekken(door=zorgactor(request))]


@router.post("/opvangplekken/_zoek", response=ZoekUit, by_alias=True)
def zoek_opvang(request: HttpRequest, body: ZoekIn) -> Any:
    """What fits this need: in the region, elsewhere, the national desk."""
    door = zorgactor(request)
    velden = body.model_dump()
    vraag = Zorgvraag(dichtbij_id=velden.pop("dichtbij"), **velden)
    hier, elders, landelijk = queries.route(door=door, vraag=vraag)
    return {
        "in_regio": [_aanbod(a) for a in hier],
        "elders": [_aanbod(a) for a in elders],
        "landelijk": [_aanbod(a) for a in landelijk],
    }
