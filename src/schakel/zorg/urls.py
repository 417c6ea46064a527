# SPDX-License-Identifier: EUPL-1.2
from django.urls import URLPattern, path

from schakel.zorg.views import actie, delen, opvang, overleg, trajecten, verder

urlpatterns: list[URLPattern] = [
    path("zorg", trajecten.lijst, name="zorgtrajecten"),
    path("zorg/nieuw", trajecten.nieuw, name="zorgtraject-nieuw"),
    path("zorg/groepen/nieuw", trajecten.nieuwe_groep, name="zorggroep-nieuw"),
    path("zorg/groepen/<uuid:id>", trajecten.groep, name="zorggroep"),
    path("zorg/aanbod", opvang.aanbod, name="zorgaanbod"),
    path("zorg/aanbod/nieuw", opvang.aanbod_bewerken, name="zorgaanbod-nieuw"),
    path("zorg/aanbod/<uuid:id>", opvang.aanbod_bewerken, name="zorgaanbod-bewerken"),
    path("zorg/plekken/<uuid:id>", opvang.plek, name="zorgplek"),
    path("zorg/opvang", opvang.zoeken, name="opvang-zoeken"),
    path("zorg/opvang/cijfers", opvang.cijfers, name="opvang-cijfers"),
    path("zorg/opvang/<uuid:id>", opvang.vraag, name="zorgvraag"),
    path("zorg/opvang/liggingen", opvang.liggingen, name="opvang-liggingen"),
    path("actiedagen", actie.lijst, name="actieberichten"),
    path("actiedagen/<uuid:id>", actie.bericht, name="actiebericht"),
    path("zorg/financiering", opvang.financiering, name="zorgfinanciering"),
    path("zorg/overleggen", overleg.lijst, name="zorgoverleggen"),
    path("zorg/overleggen/<uuid:id>", overleg.bespreking, name="zorgoverleg"),
    path("zorg/overleggen/signaal", overleg.signaal, name="zorgoverleg-signaal"),
    path("zorg/doorstroom", verder.doorstroom, name="doorstroom"),
    path("zorg/knelpunten", verder.knelpunten, name="zorgknelpunten"),
    path("zorg/veldwerk", verder.veldwerk, name="veldwerk"),
    path("zorg/overdrachten/<uuid:id>", verder.overdracht, name="zorgoverdracht"),
    path("zorg/comensha", delen.meldingen, name="comensha"),
    path("zorg/comensha/uitvoer/<slug:formaat>", delen.uitvoer, name="comensha-uitvoer"),
    path("zorg/comensha/<uuid:id>/versturen", delen.versturen, name="comensha-versturen"),
    path("zorg/uitleg/<slug:taal>", delen.uitleg, name="zorg-uitleg"),
    path("zorg/<uuid:id>/wie-weet-wat", delen.wie_weet_wat, name="wie-weet-wat"),
    path("zorg/<uuid:id>/positie/<slug:taal>", delen.positie, name="zorg-positie"),
    path("zorg/<uuid:id>", trajecten.traject, name="zorgtraject"),
    path("zorg/<uuid:id>/vastleggen/<slug:soort>", trajecten.vastleggen, name="zorg-vastleggen"),
    path("zorg/<uuid:id>/daden/<slug:naam>", trajecten.daad, name="zorg-daad"),
]
