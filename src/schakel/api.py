# SPDX-License-Identifier: EUPL-1.2
"""`/api/v1`: the routers of the rooms, one error shape (application/problem+json), NL API Design Rules."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from schakel.casus.api import router as casus
from schakel.convenant.api import router as convenant
from schakel.kern.api import Fout, probleem
from schakel.logboek.api import router as logboek
from schakel.melding.api import router as melding
from schakel.overleg.api import router as overleg
from schakel.partner.api import router as partner
from schakel.signaal.api import router as signaal

VERSIE = "1.0.0"

api = NinjaAPI(title="Schakel", version=VERSIE, urls_namespace="api", openapi_url="/openapi.json", docs_url=None)
for router in (melding, signaal, casus, overleg, convenant, partner, logboek):
    api.add_router("", router)


@api.exception_handler(Http404)
def _niet_gevonden(request: HttpRequest, fout: Http404) -> HttpResponse:
    return probleem(404, "Niet gevonden.")


@api.exception_handler(Fout)
def _fout(request: HttpRequest, fout: Fout) -> HttpResponse:
    return probleem(fout.status, fout.titel, fout.fouten)


@api.exception_handler(ValidationError)
def _ongeldig(request: HttpRequest, fout: ValidationError) -> HttpResponse:
    """All errors at once, each with the place in the body."""
    fouten: list[dict[str, Any]] = [
        {"naam": ".".join(str(deel) for deel in f["loc"][2:] or f["loc"]), "reden": f["msg"], "code": f["type"]}
        for f in fout.errors
    ]
    return probleem(400, "De aanvraag klopt niet; zie 'fouten'.", fouten)
