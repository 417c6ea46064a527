# SPDX-License-Identifier: EUPL-1.2
from django.urls import URLPattern, path

from schakel.zorg.views import trajecten

urlpatterns: list[URLPattern] = [
    path("zorg", trajecten.lijst, name="zorgtrajecten"),
    path("zorg/nieuw", trajecten.nieuw, name="zorgtraject-nieuw"),
    path("zorg/groepen/nieuw", trajecten.nieuwe_groep, name="zorggroep-nieuw"),
    path("zorg/groepen/<uuid:id>", trajecten.groep, name="zorggroep"),
    path("zorg/<uuid:id>", trajecten.traject, name="zorgtraject"),
    path("zorg/<uuid:id>/vastleggen/<slug:soort>", trajecten.vastleggen, name="zorg-vastleggen"),
    path("zorg/<uuid:id>/daden/<slug:naam>", trajecten.daad, name="zorg-daad"),
]
