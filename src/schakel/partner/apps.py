# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnerConfig(AppConfig):
    name = "schakel.partner"
    label = "partner"

    def ready(self) -> None:
        from schakel.kern import schil
        from schakel.partner.werk import BRONNEN

        schil.registreer(
            schil.NavItem(_("Partners"), "partners", "building", volgorde=80),
            schil.NavItem(_("Regio"), "regio", "map-pin", volgorde=81),
        )
        schil.registreer_werk(*BRONNEN)
