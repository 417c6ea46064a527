# SPDX-License-Identifier: EUPL-1.2
from django.urls import URLPattern, path

from schakel.overleg import views

urlpatterns: list[URLPattern] = [
    path("overleggen", views.overleggen, name="overleggen"),
    path("overleggen/nieuw", views.nieuw, name="overleg-nieuw"),
    path("overleggen/cyclus", views.cyclus, name="overleg-cyclus"),
    path("overleggen/cyclus/<uuid:id>/bijeen", views.bijeen, name="overleg-bijeen"),
    path("overleggen/cyclus/<uuid:id>/werkwijze", views.werkwijze, name="overleg-werkwijze"),
    path("overleggen/acties/<uuid:id>", views.actie, name="actie"),
    path("overleggen/<uuid:id>", views.overleg, name="overleg"),
    path("overleggen/<uuid:id>/verslag", views.verslag, name="overleg-verslag"),
    path("overleggen/<uuid:id>/verslag.<slug:vorm>", views.verslagbestand, name="overleg-verslagbestand"),
    path("overleggen/<uuid:id>/voorbereiding", views.voorbereiding, name="overleg-voorbereiding"),
    path("overleggen/<uuid:id>/uitnodiging", views.uitnodiging, name="overleg-uitnodiging"),
    path("overleggen/<uuid:id>/kalender", views.kalender, name="overleg-kalender"),
    path("overleggen/<uuid:id>/vullen", views.vul, name="overleg-vullen"),
    path("overleggen/<uuid:id>/delen/<int:deel>/zaal", views.zaal, name="overleg-zaal"),
    path("overleggen/<uuid:id>/status", views.status, name="overleg-status"),
    path("overleggen/<uuid:id>/agenda", views.agenda, name="overleg-agenda"),
    path("overleggen/<uuid:id>/delen/<int:deel>/aanwezig", views.aanwezig, name="overleg-aanwezig"),
    path("overleggen/<uuid:id>/agendapunten/<uuid:punt_id>/besluit", views.besluit, name="overleg-besluit"),
]
