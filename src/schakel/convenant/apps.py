# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class ConvenantConfig(AppConfig):
    name = "schakel.convenant"
    label = "convenant"

    def ready(self) -> None:
        from schakel.convenant import werk
        from schakel.convenant.rules import FUNCTIE_SOORTEN
        from schakel.kern import schil

        keten = frozenset(FUNCTIE_SOORTEN)
        fg = frozenset({"privacyfunctionaris"})
        schil.registreer(
            schil.NavItem("Mag dit?", "mag-dit", "shield", volgorde=60),
            schil.NavItem("Verstrekkingen", "verstrekkingen", "share", keten | fg, volgorde=61),
            schil.NavItem("Vrijgave", "vrijgaveverzoeken", "mail", keten, volgorde=62),
            schil.NavItem("Embargo’s", "embargos", "lock", keten, volgorde=63),
            schil.NavItem("Verzoeken van burgers", "inzageverzoeken", "user", fg, volgorde=64),
            schil.NavItem("Convenanten", "convenanten", "file-text", volgorde=70),
            schil.NavItem("Vraagbaak", "vraagbaak", "message-circle", volgorde=71),
        )
        schil.registreer_werk(werk.werk_delen)
        schil.registreer_werk(werk.werk_convenanten)
