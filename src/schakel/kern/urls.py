# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from schakel.kern import views

urlpatterns = [
    path("", views.mijn_werk, name="mijn-werk"),
    path("gezond", views.gezond, name="gezond"),
    path("privacy", views.uitleg, {"pagina": "privacy"}, name="privacy"),
    path("toegankelijkheid", views.uitleg, {"pagina": "toegankelijkheid"}, name="toegankelijkheid"),
    path("taal", views.taal, name="taal"),
]
