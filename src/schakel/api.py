# SPDX-License-Identifier: EUPL-1.2
"""`/api/v1`: the routers of the rooms, one error shape (application/problem+json), NL API Design Rules."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from schakel.casus.api import router as casus
from schakel.convenant.api import router as convenant
from schakel.kern.api import API_VERSIE, Fout, probleem
from schakel.logboek.api import router as logboek
from schakel.melding.api import router as melding
from schakel.overleg.api import router as overleg
from schakel.partner.api import router as partner
from schakel.signaal.api import router as signaal
from schakel.zorg.api import router as zorg


def _met_token(request: HttpRequest) -> Any:
    """Every call needs a token, unless its route says `auth=None`; asked before the body is looked at."""
    door = request.actor  # type: ignore[attr-defined]  # set by convenant.poort
    return None if door.anoniem else door


api = NinjaAPI(
    auth=_met_token,
    title="Schakel",
    version=API_VERSIE,
    urls_namespace="api",
    openapi_url="/openapi.json",
    docs_url=None,
)
for router in (melding, signaal, zorg, casus, overleg, convenant, partner, logboek):
    api.add_router("", router)


@api.exception_handler(Http404)
def _niet_gevonden(request: HttpRequest, fout: Http404) -> HttpResponse:
    return probleem(404, "Niet gevonden.")


@api.exception_handler(AuthenticationError)
def _zonder_token(request: HttpRequest, fout: AuthenticationError) -> HttpResponse:
    return probleem(401, "Geef een geldig token mee: Authorization: Bearer …")


@api.exception_handler(Fout)
def _fout(request: HttpRequest, fout: Fout) -> HttpResponse:
    return probleem(fout.status, fout.titel, fout.fouten)


@api.exception_handler(HttpError)
def _onleesbaar(request: HttpRequest, fout: HttpError) -> HttpResponse:
    """Ninja's own refusal: a body that is no JSON."""
    return probleem(fout.status_code, "De inhoud is niet te lezen. Stuur JSON in UTF-8 (application/json).")


@api.exception_handler(ValidationError)
def _ongeldig(request: HttpRequest, fout: ValidationError) -> HttpResponse:
    """All errors at once, each with the place in the body."""
    fouten: list[dict[str, Any]] = [
        {
            "naam": ".".join(str(deel) for deel in f["loc"][2:] or f["loc"]),
            "reden": f["msg"],
            "code": f["type"],
        }
        for f in fout.errors
    ]
    return probleem(400, "De aanvraag klopt niet; zie 'fouten'.", fouten)


def documentatie(request: HttpRequest) -> HttpResponse:
    """`/api/v1/docs`: every call with what it takes and gives, made from the OpenAPI description; no script needed."""
    schema = api.get_openapi_schema()
    groepen: dict[str, list[dict[str, Any]]] = {}
    for pad, methoden in schema["paths"].items():
        for methode, werking in methoden.items():
            groepen.setdefault(pad.removeprefix("/api/v1/").split("/")[0], []).append(
                {
                    "methode": methode.upper(),
                    "pad": pad,
                    "titel": werking.get("summary", ""),
                    **_werking(werking),
                }
            )
    return render(request, "kern/api.html", {"groepen": sorted(groepen.items()), "api_versie": API_VERSIE})


def _werking(werking: dict[str, Any]) -> dict[str, Any]:
    """Description, parameters, body and answers of one call."""
    inhoud = werking.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    return {
        "uitleg": werking.get("description", ""),
        "parameters": werking.get("parameters", []),
        "body": inhoud.get("$ref", "").rpartition("/")[2],
        "antwoorden": sorted(str(code) for code in werking.get("responses", {})),
        "openbaar": not werking.get("security"),
    }
