# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from schakel.melding.views import binnen, publiek

urlpatterns = [
    path("melden", publiek.melden, name="melden"),
    path("melden/ontvangen", publiek.ontvangen, name="melden-ontvangen"),
    path("melden/terug", publiek.terug, name="melden-terug"),
    path("meldingen", binnen.lijst, name="meldingen"),
    path("meldingen/nieuw", binnen.nieuw, name="melding-nieuw"),
    path("meldingen/overzicht", binnen.overzicht, name="meldingen-overzicht"),
    path("meldingen/<uuid:id>", binnen.melding, name="melding"),
]
