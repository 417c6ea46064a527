# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from schakel.signaal.views import (
    indicatorlijst,
    lijst,
    netwerk,
    raakvlak,
    screening,
    signaal,
    veredeling,
    verzoek,
    zoekvraag,
)

urlpatterns = [
    path("signalen", lijst.signalen, name="signalen"),
    path("signalen/zoek", lijst.zoek, name="signalen-zoek"),
    path("signalen/indicatorlijsten", indicatorlijst.lijsten, name="indicatorlijsten"),
    path("signalen/indicatorlijsten/eigen", indicatorlijst.maken, name="indicatorlijst-maken"),
    path(
        "signalen/indicatorlijsten/<uuid:id>/sluiten", indicatorlijst.sluiten, name="indicatorlijst-sluiten"
    ),
    path("signalen/zoekvragen", zoekvraag.bewaar, name="zoekvraag-bewaren"),
    path("signalen/zoekvragen/<uuid:id>", zoekvraag.zoekvraag, name="zoekvraag"),
    path("signalen/per-gemeente", lijst.per_gemeente, name="signalen-per-gemeente"),
    path("signalen/lijsten", screening.screenings, name="screenings"),
    path("signalen/lijsten/nieuw", screening.nieuw, name="screening-nieuw"),
    path("signalen/lijsten/<uuid:id>", screening.screening, name="screening"),
    path("signalen/lijsten/<uuid:id>/<uuid:adres_id>", screening.adres, name="screening-adres"),
    path("bescherming/<uuid:id>", screening.bescherming, name="bescherming"),
    path("signalen/nieuw", signaal.nieuw, name="signaal-nieuw"),
    path("meldingen/<uuid:melding_id>/signaal", signaal.nieuw, name="melding-signaal"),
    path("signalen/<uuid:id>", signaal.signaal, name="signaal"),
    path("signalen/<uuid:id>/netwerk", netwerk.netwerk, name="signaal-netwerk"),
    path("signalen/<uuid:id>/kenmerken", signaal.kop, name="signaal-kop"),
    path("signalen/<uuid:id>/indicatoren", signaal.indicatoren, name="signaal-indicatoren"),
    path("signalen/<uuid:id>/niet-pluis", signaal.niet_pluis, name="signaal-niet-pluis"),
    path("signalen/<uuid:id>/vraag", verzoek.nieuw, name="signaal-vraag"),
    path("signalen/<uuid:id>/veredeling", veredeling.veredeling, name="signaal-veredeling"),
    path("signalen/<uuid:id>/register/<slug:soort>", veredeling.register, name="signaal-register"),
    path("signalen/<uuid:id>/register/<slug:soort>/over", veredeling.overnemen, name="signaal-overnemen"),
    path("signalen/<uuid:id>/gegevens/<slug:soort>", signaal.gegeven, name="signaal-gegeven"),
    path("signalen/<uuid:id>/stap/<slug:naar>", signaal.stap, name="signaal-stap"),
    path("signalen/<uuid:id>/besluit/<slug:drempel>", signaal.besluit, name="signaal-besluit"),
    path("raakvlakken/<uuid:id>", raakvlak.raakvlak, name="raakvlak"),
    path("niet-pluis/<uuid:id>", raakvlak.optelling, name="optelling"),
    path("koppelregime", raakvlak.koppelregime, name="koppelregime"),
    path("informatieverzoeken", verzoek.verzoeken, name="informatieverzoeken"),
    path("informatieverzoeken/<uuid:id>", verzoek.verzoek, name="informatieverzoek"),
    path("informatieverzoeken/<uuid:id>/delen", verzoek.delen, name="informatieverzoek-delen"),
]
