# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConvenantConfig(AppConfig):
    name = "schakel.convenant"
    label = "convenant"

    def ready(self) -> None:
        from schakel.convenant import werk
        from schakel.convenant.partnerpaneel import paneel
        from schakel.convenant.rules import FUNCTIE_SOORTEN
        from schakel.kern import schil
        from schakel.partner import panelen

        keten = frozenset(FUNCTIE_SOORTEN)
        fg = frozenset({"privacyfunctionaris"})
        schil.registreer(
            schil.NavItem(_("Mag dit?"), "mag-dit", "shield", volgorde=60),
            schil.NavItem(_("Verstrekkingen"), "verstrekkingen", "share", keten | fg, volgorde=61),
            schil.NavItem(_("Vrijgave"), "vrijgaveverzoeken", "mail", keten, volgorde=62),
            schil.NavItem(_("Embargo’s"), "embargos", "lock", keten, volgorde=63),
            schil.NavItem(_("Verzoeken van burgers"), "inzageverzoeken", "user", fg, volgorde=64),
            schil.NavItem(_("Convenanten"), "convenanten", "file-text", volgorde=70),
            schil.NavItem(_("Vraagbaak"), "vraagbaak", "message-circle", volgorde=71),
        )
        schil.registreer_werk(*werk.BRONNEN)
        panelen.registreer(paneel)
