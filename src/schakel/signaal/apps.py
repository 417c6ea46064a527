# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SignaalConfig(AppConfig):
    name = "schakel.signaal"
    label = "signaal"

    def ready(self) -> None:
        from schakel.convenant import adressen
        from schakel.convenant.rules import FUNCTIE_SOORTEN, StukSoort
        from schakel.kern import schil
        from schakel.signaal import registers
        from schakel.signaal.werk import BRONNEN

        functies = frozenset(f for f, soorten in FUNCTIE_SOORTEN.items() if StukSoort.SIGNAAL in soorten)
        schil.registreer(
            schil.NavItem(_("Signalen"), "signalen", "target", functies, volgorde=30),
            schil.NavItem(_("Verzoeken"), "informatieverzoeken", "mail", functies, volgorde=35),
        )
        schil.registreer_werk(*BRONNEN)
        registers.poorten()  # a file that is wrong stops the start, not a colleague
        adressen.registreer(StukSoort.SIGNAAL, "signaal")
