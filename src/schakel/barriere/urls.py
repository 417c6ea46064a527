# SPDX-License-Identifier: EUPL-1.2
from django.urls import URLPattern, path

from schakel.barriere import views

urlpatterns: list[URLPattern] = [
    path("barrieres", views.barrieres, name="barrieres"),
    path("barrieres/vergelijken", views.vergelijken, name="barrieres-vergelijken"),
    path("barrieres/nieuw", views.nieuw, name="barrieremodel-nieuw"),
    path("barrieres/samenstelling", views.samenstelling, name="barrieres-samenstelling"),
    path("barrieres/zwakke-plekken", views.plekken, name="zwakke-plekken"),
    path("barrieres/zwakke-plekken/nieuw", views.plek_nieuw, name="zwakke-plek-nieuw"),
    path("barrieres/zwakke-plekken/<uuid:id>", views.plek, name="zwakke-plek"),
    path("barrieres/casussen/<uuid:id>", views.beeld, name="casus-barrieres"),
]
