# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from schakel.partner import views

urlpatterns = [path("functie", views.wissel_functie, name="functie-wisselen")]
