# SPDX-License-Identifier: EUPL-1.2
from django.urls import URLPattern, path

from schakel.interventie import views

urlpatterns: list[URLPattern] = [
    path("interventies", views.interventies, name="interventies"),
    path("interventies/gemeenten/<uuid:id>", views.gemeente, name="gemeenteregels"),
    path("interventies/mandaten", views.mandaten, name="mandaten"),
    path("interventies/besluiten/<uuid:id>", views.beslisverzoek, name="beslisverzoek"),
    path("interventies/voornemens", views.voornemens, name="voornemens"),
    path("interventies/voornemens/nieuw", views.nieuw, name="voornemen-nieuw"),
    path("interventies/voornemens/<uuid:id>", views.voornemen, name="voornemen"),
    path("interventies/rapportages", views.rapportages, name="rapportages"),
    path("interventies/rapportages/nieuw", views.rapportage_nieuw, name="rapportage-nieuw"),
    path("interventies/rapportages/afspraak", views.afspraak, name="rapportage-afspraak"),
    path("interventies/rapportages/<uuid:id>", views.rapportage, name="rapportage"),
    path("interventies/arrangement", views.arrangement, name="arrangement"),
    path("interventies/handhaving", views.handhaving, name="handhaving"),
    path("interventies/handhaving/nieuw", views.stap_nieuw, name="handhaving-nieuw"),
]
