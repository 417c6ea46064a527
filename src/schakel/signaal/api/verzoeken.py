# SPDX-License-Identifier: EUPL-1.2
"""`/api/v1/informatieverzoeken` (koppelvlak.md, API)."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from schakel.kern import klok
from schakel.kern.api import Fout, Lijst, Pagina, actor_van, nieuw_of_zelfde_id, of_404, pagineer
from schakel.kern.ids import vast_id
from schakel.partner.queries import partners
from schakel.signaal import actions, queries
from schakel.signaal.actions.verzoek import lees as lees_verzoek
from schakel.signaal.api.vormen import AntwoordIn, VerzoekIn, VerzoekUit
from schakel.signaal.api.weigering import doe
from schakel.signaal.models import Informatieverzoek
from schakel.toegang.actor import Actor

router = Router(tags=["informatieverzoeken"])


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
    gevraagd = doe(
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
            door, doe(lambda: actions.antwoord(door=door, verzoek=v, status=body.status, tekst=body.tekst))
        )
    signaal = of_404(queries.signaal(door=door, id=body.signaal))
    if body.tot is None or not body.categorieen:
        raise Fout("Geef bij delen ook 'categorieen' en 'tot'.")
    tot, deelbaar = body.tot, body.categorieen
    return _verzoek(
        door,
        doe(
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
