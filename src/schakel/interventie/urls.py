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
]
