# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BarriereConfig(AppConfig):
    name = "schakel.barriere"
    label = "barriere"

    def ready(self) -> None:
        from schakel.barriere.views import LEZERS
        from schakel.kern import schil

        schil.registreer(schil.NavItem(_("Barrières"), "barrieres", "shield", frozenset(LEZERS), volgorde=43))
        schil.registreer(
            schil.NavItem(_("Zwakke plekken"), "zwakke-plekken", "shield", frozenset({"melder"}), volgorde=43)
        )
