# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ZorgConfig(AppConfig):
    name = "schakel.zorg"
    label = "zorg"

    def ready(self) -> None:
        from schakel.convenant import adressen
        from schakel.convenant.rules import StukSoort
        from schakel.kern import schil
        from schakel.zorg.queries import ZORGROLLEN
        from schakel.zorg.werk import werk

        adressen.registreer(StukSoort.ZORGTRAJECT, "zorgtraject")
        schil.registreer(
            schil.NavItem(_("Zorg"), "zorgtrajecten", "heart-handshake", frozenset(ZORGROLLEN), volgorde=20)
        )
        schil.registreer_werk(werk)
