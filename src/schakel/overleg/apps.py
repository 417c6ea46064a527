# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OverlegConfig(AppConfig):
    name = "schakel.overleg"
    label = "overleg"

    def ready(self) -> None:
        from schakel.casus.queries import CASUSROLLEN
        from schakel.kern import schil
        from schakel.overleg.werk import BRONNEN

        schil.registreer(
            schil.NavItem(_("Overleggen"), "overleggen", "calendar", frozenset(CASUSROLLEN), volgorde=45)
        )
        schil.registreer_werk(*BRONNEN)
