# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeldingConfig(AppConfig):
    name = "schakel.melding"
    label = "melding"

    def ready(self) -> None:
        from schakel.kern import schil
        from schakel.melding.queries import BEHANDELAARS
        from schakel.melding.werk import BRONNEN

        schil.registreer(
            schil.NavItem(_("Meldingen"), "meldingen", "message-circle", BEHANDELAARS, volgorde=20),
            schil.NavItem(_("Iets melden"), "melden", "message-circle", frozenset({"melder"}), volgorde=20),
        )
        schil.registreer_werk(*BRONNEN)
