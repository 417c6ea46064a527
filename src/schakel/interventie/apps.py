# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InterventieConfig(AppConfig):
    name = "schakel.interventie"
    label = "interventie"

    def ready(self) -> None:
        from schakel.interventie.queries import PLANNERS
        from schakel.interventie.werk import BRONNEN
        from schakel.kern import schil

        schil.registreer(
            schil.NavItem(_("Interventies"), "interventies", "gavel", frozenset(PLANNERS), volgorde=42)
        )
        schil.registreer_werk(*BRONNEN)
