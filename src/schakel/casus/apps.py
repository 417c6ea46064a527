# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasusConfig(AppConfig):
    name = "schakel.casus"
    label = "casus"

    def ready(self) -> None:
        from schakel.casus.queries import CASUSROLLEN
        from schakel.casus.werk import BRONNEN
        from schakel.convenant import adressen
        from schakel.convenant.rules import StukSoort
        from schakel.kern import schil

        schil.registreer(
            schil.NavItem(_("Casussen"), "casussen", "notes", frozenset(CASUSROLLEN), volgorde=40)
        )
        schil.registreer_werk(*BRONNEN)
        adressen.registreer(StukSoort.CASUS, "casus")
