# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from schakel.kern.schil import NavItem, registreer


class LogboekConfig(AppConfig):
    name = "schakel.logboek"
    label = "logboek"

    def ready(self) -> None:
        registreer(NavItem(_("Logboek"), "logboek", "list-check", frozenset({"privacyfunctionaris"}), 90))
