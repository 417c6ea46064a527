# SPDX-License-Identifier: EUPL-1.2
"""Planted defects in what leaves the house: pages, fragments, errors, headers, search, API, export, "Mag dit?".

They look past the walls on purpose (as the owner of the tables), as a cache, an export or a job would.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse

import schakel.api
from schakel.casus import queries as casussen
from schakel.casus.models import Casus
from schakel.convenant import poort
from schakel.convenant import queries as delen
from schakel.convenant.models import Gegeven, Stuk, Verstrekking
from schakel.convenant.views import delen as deelpaginas
from schakel.kern import fouten
from schakel.logboek import queries as logboek
from schakel.logboek.models import Toegang
from schakel.melding import queries as meldingen
from schakel.melding.models import Melding
from schakel.signaal import queries as signalen
from schakel.signaal.models import Informatieverzoek, Raakvlak, Signaal, SignaalPlaats
from schakel.toegang.actor import Actor
from tests.orakel import rondes as b
from tests.orakel.bezoek import UUIDS
from tests.orakel.databank import EIGENAAR
from tests.orakel.defecten import Breek, Defect

oordeel: Any = sys.modules["schakel.convenant.rules.oordeel"]


def op(module: Any, naam: str, door: Any) -> Breek:
    return lambda patch: patch.setattr(module, naam, door)


def overal(patch: pytest.MonkeyPatch, naam: str, maak: Callable[[Any], Any], kamer: str = "schakel.") -> None:
    """Replace a function in every module of a room that knows it by this name."""
    modules = [m for n, m in list(sys.modules.items()) if n.startswith(kamer) and naam in vars(m)]
    assert modules, naam
    for module in modules:
        patch.setattr(module, naam, maak(getattr(module, naam)))


def alle(model: Any) -> Any:
    """Every row, past every wall."""
    return model.objects.using(EIGENAAR)


def na(anders: Callable[[HttpRequest, HttpResponse], HttpResponse]) -> Breek:
    """Something happens to every answer on its way out."""

    def breek(patch: pytest.MonkeyPatch) -> None:
        echt = poort.PoortMiddleware.__call__
        patch.setattr(
            poort.PoortMiddleware, "__call__", lambda zelf, verzoek: anders(verzoek, echt(zelf, verzoek))
        )

    return breek


def _bij_pad(verzoek: HttpRequest) -> str:
    """The kenmerk of the signaal in the address, whoever asks."""
    ids = UUIDS.findall(verzoek.path)
    rij = alle(Signaal).filter(pk__in=ids).first()
    return rij.kenmerk if rij else ""


def _kop(verzoek: HttpRequest, antwoord: HttpResponse) -> HttpResponse:
    if kenmerk := _bij_pad(verzoek):
        antwoord["X-Kenmerk"] = kenmerk
    return antwoord


def _titel(verzoek: HttpRequest, antwoord: HttpResponse) -> HttpResponse:
    kenmerk = _bij_pad(verzoek).encode()
    antwoord.content = antwoord.content.replace(b"<title>", b"<title>" + kenmerk + b" ")
    return antwoord


def _bestaat(verzoek: HttpRequest, antwoord: HttpResponse) -> HttpResponse:
    """Not a word of content, but another 404 when there is something."""
    if antwoord.status_code == 404 and _bij_pad(verzoek):
        antwoord["Cache-Control"] = "no-cache"
    return antwoord


def _export(verzoek: HttpRequest, antwoord: HttpResponse) -> HttpResponse:
    if verzoek.path.endswith(".csv"):
        antwoord.content += "\n".join(alle(Signaal).values_list("kenmerk", flat=True)).encode()
    return antwoord


def _tussengeheugen(patch: pytest.MonkeyPatch) -> None:
    """Pages are kept by address, not by person."""
    bewaard: dict[str, bytes] = {}

    def bewaar(verzoek: HttpRequest, antwoord: HttpResponse) -> HttpResponse:
        if verzoek.method == "GET" and antwoord.status_code == 200:
            antwoord.content = bewaard.setdefault(verzoek.get_full_path(), antwoord.content)
        return antwoord

    na(bewaar)(patch)


def _fragment_als_regisseur(patch: pytest.MonkeyPatch) -> None:
    """A fragment is made for whoever may see most."""
    echt = poort.bepaal_actor

    def bepaal(verzoek: HttpRequest) -> Actor:
        actor = echt(verzoek)
        if verzoek.headers.get("HX-Request") and not actor.anoniem:
            return replace(actor, functie="ketenregisseur")
        return actor

    patch.setattr(poort, "bepaal_actor", bepaal)


def _bladzijde_twee(patch: pytest.MonkeyPatch) -> None:
    """The first page is filtered, the next ones start from the table again."""

    def maak(echt: Any) -> Any:
        return lambda rijen, pagina, vorm: echt(
            rijen if pagina.pagina == 1 else alle(rijen.model).order_by("-pk"), pagina, vorm
        )

    overal(patch, "pagineer", maak)


def _ander_stuk(patch: pytest.MonkeyPatch) -> None:
    """The check is on the object asked, the page is about its neighbour."""
    echt = signalen.signaal

    def signaal(*, door: Actor, id: object) -> Signaal | None:
        gevonden = echt(door=door, id=id)
        buur = alle(Signaal).select_related("stuk", "eigenaar").order_by("pk").first()
        return buur if gevonden is not None else None

    patch.setattr(signalen, "signaal", signaal)


def _api_met_ander_stuk(patch: pytest.MonkeyPatch) -> None:

    def maak(echt: Any) -> Any:
        ander = {r.pk: r.ander_stuk_id for r in alle(Raakvlak)}
        return lambda blad: [{**r, "contact": str(ander.get(r["raakvlak"]))} for r in echt(blad)]

    overal(patch, "_raakvlakken", maak, "schakel.signaal.api")


def _regel(**anders: Any) -> Breek:
    """The judgement overlooks a part of each rule."""

    def breek(patch: pytest.MonkeyPatch) -> None:
        echt = oordeel.past
        patch.setattr(oordeel, "past", lambda regel, v, c: echt(replace(regel, **anders), v, c))

    return breek


def _verbod_vergeten(patch: pytest.MonkeyPatch) -> None:
    echt = oordeel.past
    patch.setattr(oordeel, "past", lambda r, v, c: r.wijze != oordeel.Wijze.NIET and echt(r, v, c))


def _een_partij(patch: pytest.MonkeyPatch) -> None:
    echt = oordeel._zoek_regel

    def zoek(v: Any, categorie: Any, versies: Any) -> Any:
        ruim = tuple(
            replace(x, partijen=x.partijen | {v.aan} if v.van in x.partijen else x.partijen) for x in versies
        )
        return echt(v, categorie, ruim)

    patch.setattr(oordeel, "_zoek_regel", zoek)


def _pagina_404(verzoek: HttpRequest, status: int, **context: object) -> HttpResponse:
    return HttpResponse("Je hebt geen toegang.", status=403 if status == 404 else status)


def _probleem(status: int, titel: str, fouten: Any = ()) -> HttpResponse:
    return HttpResponse(titel, status=403 if status == 404 else status)


MAG = (b.mag_dit,)
BUITENDEFECTEN = [
    Defect(
        "verboden_is_403_op_de_pagina",
        "buiten",
        op(fouten, "_pagina", _pagina_404),
        rondes=(b.een_signaal, b.een_casus),
    ),
    Defect(
        "verboden_is_403_in_de_api",
        "buiten",
        op(schakel.api, "probleem", _probleem),
        rondes=(b.een_signaal, b.een_casus),
    ),
    Defect("404_verschilt_als_het_bestaat", "buiten", na(_bestaat), rondes=(b.een_signaal,)),
    Defect("kop_verraadt_kenmerk", "buiten", na(_kop), rondes=(b.een_signaal,)),
    Defect("titel_verraadt_kenmerk", "buiten", na(_titel), rondes=(b.een_signaal,)),
    Defect("export_zonder_filter", "buiten", na(_export), rondes=(b.overal,)),
    Defect("pagina_uit_tussengeheugen", "buiten", _tussengeheugen, rondes=(b.lijsten,)),
    Defect(
        "fragment_als_ketenregisseur", "buiten", _fragment_als_regisseur, rondes=(b.lijsten, b.een_signaal)
    ),
    Defect("tweede_bladzijde_zonder_filter", "buiten", _bladzijde_twee, rondes=(b.bladeren,)),
    Defect("getoond_wordt_een_ander_stuk", "buiten", _ander_stuk, rondes=(b.een_signaal,)),
    Defect("api_noemt_het_andere_stuk", "buiten", _api_met_ander_stuk, rondes=(b.een_signaal, b.raken)),
    Defect(
        "lijst_zonder_filter",
        "buiten",
        op(signalen, "signalen", lambda door, filter=None: alle(Signaal).select_related("stuk", "eigenaar")),
        rondes=(b.lijsten,),
    ),
    Defect(
        "zoeken_zonder_filter",
        "buiten",
        op(signalen, "zoek", lambda door, woorden: alle(Signaal).select_related("eigenaar")),
        rondes=(b.zoeken,),
    ),
    Defect(
        "zoeken_vindt_niets",
        "buiten",
        op(signalen, "zoek", lambda door, woorden: Signaal.objects.none()),
        rondes=(b.zoeken,),
    ),
    Defect(
        "telling_zonder_filter",
        "buiten",
        op(
            signalen,
            "per_gemeente",
            lambda door: [
                {"gemeente__naam": None, "buitenland": p.buitenland, "soort": p.soort, "aantal": 1}
                for p in alle(SignaalPlaats)
            ],
        ),
        rondes=(b.lijsten,),
    ),
    Defect(
        "raakvlak_toont_de_andere_kant",
        "buiten",
        op(
            signalen,
            "signalen_op_id",
            lambda door, ids: {
                s.pk: s for s in alle(Signaal).filter(pk__in=list(ids)).select_related("stuk", "eigenaar")
            },
        ),
        rondes=(b.een_signaal, b.raken),
    ),
    Defect(
        "alle_velden_van_een_zichtbaar_stuk",
        "buiten",
        op(
            delen,
            "gegevens_van",
            lambda door, stukken: (
                alle(Gegeven).filter(stuk_id__in=list(stukken)).select_related("stuk__eigenaar")
            ),
        ),
        rondes=(b.een_signaal, b.een_casus),
    ),
    Defect(
        "velden_vergeten",
        "buiten",
        op(delen, "gegevens_van", lambda door, stukken: Gegeven.objects.none()),
        rondes=(b.een_signaal,),
    ),
    Defect(
        "bronnen_van_iedereen",
        "buiten",
        op(
            signalen,
            "bronnen",
            lambda door, gegevens: {
                g.pk: g.bron.inhoud for g in alle(Gegeven).filter(pk__in=list(gegevens), bron__isnull=False)
            },
        ),
        rondes=(b.een_signaal,),
    ),
    Defect(
        "verzoek_van_derden",
        "buiten",
        op(
            signalen,
            "informatieverzoek",
            lambda door, id: alle(Informatieverzoek).filter(pk=id).select_related("van", "aan").first(),
        ),
        rondes=(b.raken,),
    ),
    Defect(
        "verzoeken_van_derden_in_lijst",
        "buiten",
        op(
            signalen,
            "informatieverzoeken",
            lambda door: (
                alle(Informatieverzoek)
                .select_related("van", "aan")
                .prefetch_related("teksten")
                .order_by("pk")
            ),
        ),
        rondes=(b.raken,),
    ),
    Defect(
        "verstrekking_van_derden",
        "buiten",
        op(
            delen,
            "verstrekking",
            lambda door, id: (
                alle(Verstrekking)
                .filter(pk=id)
                .select_related("van_partner", "aan_partner", "versie__convenant")
                .first()
            ),
        ),
        rondes=(b.delen,),
    ),
    Defect(
        "delen_van_andermans_stuk",
        "buiten",
        op(deelpaginas, "_eigen_stuk", lambda door, id: alle(Stuk).get(pk=id)),
        rondes=(b.delen,),
    ),
    Defect(
        "melding_van_derden",
        "buiten",
        op(meldingen, "melding", lambda door, id: alle(Melding).filter(pk=id).first()),
        rondes=(b.een_melding,),
    ),
    Defect(
        "casussen_van_anderen_in_lijst",
        "buiten",
        op(
            casussen,
            "casussen",
            lambda door, **k: alle(Casus).select_related("stuk__eigenaar").order_by("pk"),
        ),
        rondes=(b.lijsten, b.bladeren),
    ),
    Defect(
        "logboek_van_anderen",
        "buiten",
        op(logboek, "toegangen", lambda door, betrokkenen=None: alle(Toegang).order_by("-volgnr")),
        rol="privacyfunctionaris",
        rondes=(b.een_signaal, b.logboek),
    ),
    Defect("mag_zonder_fase", "buiten", _regel(fasen=frozenset()), rondes=MAG),
    Defect("mag_zonder_doel", "buiten", _regel(doelen=frozenset()), rondes=MAG),
    Defect("mag_voor_elke_functie", "buiten", _regel(naar_functie=""), rondes=MAG),
    Defect("mag_van_elke_partner", "buiten", _regel(van="*"), rondes=MAG),
    Defect("mag_met_vervallen_regel", "buiten", _regel(geldig_tot=None), rondes=MAG),
    Defect("mag_ondanks_verbod", "buiten", _verbod_vergeten, rondes=MAG),
    Defect(
        "mag_zonder_voorwaarden", "buiten", op(oordeel, "_ontbreekt", lambda regel, verzoek: []), rondes=MAG
    ),
    Defect(
        "mag_zonder_convenant_in_kracht",
        "buiten",
        op(oordeel.Versie, "in_kracht", lambda versie, dag: True),
        rondes=MAG,
    ),
    Defect("mag_als_een_van_beiden_partij_is", "buiten", _een_partij, rondes=MAG),
    Defect(
        "mag_ondanks_embargo_en_handeling",
        "buiten",
        op(oordeel, "_verboden_door_leverancier", lambda verzoek: []),
        rondes=MAG,
    ),
]
