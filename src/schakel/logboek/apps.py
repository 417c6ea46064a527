# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig

from schakel.kern.schil import NavItem, registreer


class LogboekConfig(AppConfig):
    name = "schakel.logboek"
    label = "logboek"

    def ready(self) -> None:
        registreer(NavItem("Logboek", "logboek", "logboek", frozenset({"privacyfunctionaris"}), 90))
