# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from schakel.melding.views import binnen, doorzending, paginas, publiek

urlpatterns = [
    path("melden", publiek.melden, name="melden"),
    path("melden/ontvangen", publiek.ontvangen, name="melden-ontvangen"),
    path("melden/terug", publiek.terug, name="melden-terug"),
    path("melden/<slug:meldpunt>", publiek.melden, name="meldpunt"),
    path("melden/<slug:meldpunt>/ontvangen", publiek.ontvangen, name="meldpunt-ontvangen"),
    path("melden/<slug:meldpunt>/terug", publiek.terug, name="meldpunt-terug"),
    path("melden/<slug:meldpunt>/stijl", publiek.stijl, name="meldpunt-stijl"),
    path("meldingen", binnen.lijst, name="meldingen"),
    path("meldingen/nieuw", binnen.nieuw, name="melding-nieuw"),
    path("meldingen/overzicht", binnen.overzicht, name="meldingen-overzicht"),
    path("meldingen/paginas", paginas.paginas, name="meldpaginas"),
    path("meldingen/paginas/nieuw", paginas.pagina, name="meldpagina-nieuw"),
    path("meldingen/paginas/<uuid:id>", paginas.pagina, name="meldpagina"),
    path("meldingen/routes", doorzending.routes, name="melding-routes"),
    path("meldingen/routes/nieuw", doorzending.route, name="melding-route-nieuw"),
    path("meldingen/routes/<uuid:id>", doorzending.route, name="melding-route"),
    path("meldingen/dienst", doorzending.dienst, name="melding-dienst"),
    path("meldingen/doorgezet", doorzending.doorzendingen, name="doorzendingen"),
    path("meldingen/doorgezet/<uuid:id>", doorzending.doorzending, name="doorzending"),
    path("meldingen/<uuid:id>/triage", doorzending.triage, name="melding-triage"),
    path("meldingen/<uuid:id>/bijlagen/<uuid:bijlage_id>", binnen.bijlage, name="melding-bijlage"),
    path("meldingen/<uuid:id>", binnen.melding, name="melding"),
]
