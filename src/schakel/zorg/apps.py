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
        from schakel.signaal.actions import registreer_na_maken
        from schakel.zorg.actions import plaats_nieuwe
        from schakel.zorg.queries import AANPAK, REGIE, ZORGROLLEN
        from schakel.zorg.werk import BRONNEN

        adressen.registreer(StukSoort.ZORGTRAJECT, "zorgtraject")
        zorg = frozenset(ZORGROLLEN)
        schil.registreer(
            schil.NavItem(_("Zorg"), "zorgtrajecten", "heart-handshake", zorg, volgorde=20),
            schil.NavItem(_("Opvang en hulp"), "zorgaanbod", "home", zorg, volgorde=21),
            schil.NavItem(
                _("Actiedagen"), "actieberichten", "calendar", frozenset({*AANPAK, REGIE}), volgorde=43
            ),
        )
        schil.registreer_werk(*BRONNEN)
        registreer_na_maken(plaats_nieuwe)
