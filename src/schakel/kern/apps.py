# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KernConfig(AppConfig):
    name = "schakel.kern"
    label = "kern"

    def ready(self) -> None:
        from schakel.kern import schil

        schil.registreer(schil.NavItem(_("Mijn werk"), "mijn-werk", "home", volgorde=10))
