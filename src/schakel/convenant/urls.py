# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from schakel.convenant.views import bescherming, convenanten, delen, privacy, vrijgave

urlpatterns = [
    path("mag-dit", delen.mag_dit, name="mag-dit"),
    path("stukken/<uuid:id>/delen", delen.stuk_delen, name="stuk-delen"),
    path("stukken/<uuid:id>/oordeel", delen.stuk_oordeel, name="stuk-oordeel"),
    path("stukken/<uuid:id>/anoniem", vrijgave.stuk_anoniem, name="stuk-anoniem"),
    path("stukken/<uuid:id>/embargo", bescherming.stuk_embargo, name="stuk-embargo"),
    path("stukken/<uuid:id>/besloten", bescherming.stuk_besloten, name="stuk-besloten"),
    path("stukken/<uuid:id>/toestemming", bescherming.stuk_toestemming, name="stuk-toestemming"),
    path(
        "stukken/<uuid:id>/toestemming/<uuid:toestemming>/intrekken",
        bescherming.toestemming_intrekken,
        name="toestemming-intrekken",
    ),
    path("verstrekkingen", delen.verstrekkingen, name="verstrekkingen"),
    path("verstrekkingen/anoniem", vrijgave.anonieme_versies, name="anonieme-versies"),
    path(
        "verstrekkingen/anoniem/<uuid:id>/intrekken",
        vrijgave.anonieme_versie_intrekken,
        name="anonieme-versie-intrekken",
    ),
    path("verstrekkingen/<uuid:id>", delen.verstrekking, name="verstrekking"),
    path(
        "verstrekkingen/<uuid:id>/bevestigen", delen.verstrekking_bevestigen, name="verstrekking-bevestigen"
    ),
    path("verstrekkingen/<uuid:id>/intrekken", delen.verstrekking_intrekken, name="verstrekking-intrekken"),
    path("vrijgaveverzoeken", vrijgave.vrijgaveverzoeken, name="vrijgaveverzoeken"),
    path("vrijgaveverzoeken/nieuw", vrijgave.vrijgave_vragen, name="vrijgave-vragen"),
    path("vrijgaveverzoeken/<uuid:id>", vrijgave.vrijgaveverzoek, name="vrijgaveverzoek"),
    path("convenanten", convenanten.convenanten, name="convenanten"),
    path("convenanten/nieuw", convenanten.nieuw, name="convenant-nieuw"),
    path("convenanten/grondslagen", convenanten.grondslagen, name="grondslagen"),
    path(
        "convenanten/grondslagen/<uuid:id>/bevestigen",
        convenanten.grondslag_bevestigen,
        name="grondslag-bevestigen",
    ),
    path("convenanten/versies/<uuid:id>", convenanten.deelmatrix, name="deelmatrix"),
    path("convenanten/versies/<uuid:id>/regels/nieuw", convenanten.regel_toevoegen, name="regel-toevoegen"),
    path(
        "convenanten/versies/<uuid:id>/vaststellen", convenanten.versie_vaststellen, name="versie-vaststellen"
    ),
    path("convenanten/regels/<uuid:id>/verwijderen", convenanten.regel_verwijderen, name="regel-verwijderen"),
    path("convenanten/partijen/<uuid:id>/uittreden", convenanten.uittreden, name="partij-uittreden"),
    path("convenanten/<uuid:id>", convenanten.convenant, name="convenant"),
    path("convenanten/<uuid:id>/wijzigen", convenanten.wijzigen, name="convenant-wijzigen"),
    path("convenanten/<uuid:id>/versies/nieuw", convenanten.versie_maken, name="versie-maken"),
    path("convenanten/<uuid:id>/partijen/nieuw", convenanten.partij_toevoegen, name="partij-toevoegen"),
    path("convenanten/<uuid:id>/tekenen", convenanten.tekenen, name="convenant-tekenen"),
    path("convenanten/<uuid:id>/opzeggen", convenanten.opzeggen, name="convenant-opzeggen"),
    path("convenanten/<uuid:id>/samenvoegen", convenanten.samenvoegen, name="convenant-samenvoegen"),
    path("convenanten/<uuid:id>/evalueren", convenanten.evalueren, name="convenant-evalueren"),
    path("convenanten/<uuid:id>/verantwoorden", convenanten.verantwoorden, name="convenant-verantwoorden"),
    path("vraagbaak", privacy.vraagbaak, name="vraagbaak"),
    path("vraagbaak/export.csv", privacy.vraagbaak_export, name="vraagbaak-export"),
    path("vraagbaak/<uuid:id>/beantwoorden", privacy.vraag_beantwoorden, name="vraag-beantwoorden"),
    path("checklists", privacy.checklists, name="checklists"),
    path("embargos", bescherming.embargos, name="embargos"),
    path("embargos/<uuid:id>/herzien", bescherming.embargo_herzien, name="embargo-herzien"),
    path("afstemmen", bescherming.afstemmen, name="afstemmen"),
    path("afstemmingen/<uuid:id>/klaar", bescherming.afstemming_klaar, name="afstemming-klaar"),
    path("gegevens/<uuid:id>/bron", bescherming.bron_vragen, name="bron-vragen"),
    path("bronverzoeken", bescherming.bronverzoeken, name="bronverzoeken"),
    path("bronverzoeken/<uuid:id>", bescherming.bronverzoek, name="bronverzoek"),
    path("inzageverzoeken", privacy.inzageverzoeken, name="inzageverzoeken"),
    path("inzageverzoeken/nieuw", privacy.inzage_registreren, name="inzage-registreren"),
    path("inzageverzoeken/<uuid:id>", privacy.inzageverzoek, name="inzageverzoek"),
    path("inzageverzoeken/<uuid:id>/identiteit", privacy.inzage_identiteit, name="inzage-identiteit"),
    path("vernietigingen", privacy.vernietigingen, name="vernietigingen"),
]
