# SPDX-License-Identifier: EUPL-1.2
from django.urls import URLPattern, path

from schakel.casus import views

urlpatterns: list[URLPattern] = [
    path("casussen", views.casussen, name="casussen"),
    path("casussen/nieuw", views.nieuw, name="casus-nieuw"),
    path("casussen/preweegdocumenten", views.preweegdocumenten, name="preweegdocumenten"),
    path("casussen/preweegdocumenten/<uuid:id>", views.preweegdocument, name="preweegdocument"),
    path("casussen/typen", views.casustypen, name="casustypen"),
    path("casussen/boetes", views.boetes, name="boetes"),
    path("casussen/actiedagen/<uuid:id>", views.actiedag, name="actiedag"),
    path("casussen/actiedagen/<uuid:id>/<slug:naam>", views.actiedag_stap, name="actiedag-stap"),
    path(
        "casussen/actiedagen/<uuid:id>/rollen/<uuid:rol_id>/<slug:naam>",
        views.actierol_stap,
        name="actierol-stap",
    ),
    path("casussen/zorgmeldingen/<uuid:id>", views.zorgmelding, name="zorgmelding"),
    path("casussen/strafrecht", views.strafcijfers, name="strafcijfers"),
    path("casussen/overdrachten/<uuid:id>", views.overdracht, name="casusoverdracht"),
    path("casussen/preweegdocumenten/<uuid:id>.<slug:vorm>", views.preweegbestand, name="preweegbestand"),
    path("casussen/<uuid:id>/dossier.<slug:vorm>", views.dossierbestand, name="dossierbestand"),
    path("casussen/<uuid:id>", views.casus, name="casus"),
    path("casussen/<uuid:id>/<slug:naam>", views.daad, name="casus-daad"),
    path(
        "casussen/<uuid:id>/interventies/<uuid:interventie_id>/<slug:naam>",
        views.interventie_daad,
        name="casus-interventie",
    ),
    path(
        "casussen/<uuid:id>/signalen/<uuid:koppeling_id>/terugkoppelen",
        views.terugkoppelen,
        name="casus-terugkoppelen",
    ),
]
