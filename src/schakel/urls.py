# SPDX-License-Identifier: EUPL-1.2
"""Every address of Schakel: pages are Dutch plural nouns (koppelvlak.md, Pages), one `urls.py` per room."""

from django.urls import include, path

from schakel.api import api, documentatie
from schakel.kern import fouten

urlpatterns = [
    path("", include("schakel.kern.urls")),
    path("", include("schakel.toegang.urls")),
    path("", include("schakel.partner.urls")),
    path("", include("schakel.convenant.urls")),
    path("", include("schakel.logboek.urls")),
    path("", include("schakel.melding.urls")),
    path("", include("schakel.signaal.urls")),
    path("", include("schakel.zorg.urls")),
    path("", include("schakel.interventie.urls")),
    path("", include("schakel.casus.urls")),
    path("", include("schakel.barriere.urls")),
    path("", include("schakel.overleg.urls")),
    path("api/v1/docs", documentatie, name="api-docs"),
    path("api/v1/", api.urls),
]

handler400 = fouten.onjuist
handler404 = fouten.niet_gevonden
handler500 = fouten.fout
