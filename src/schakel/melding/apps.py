# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class MeldingConfig(AppConfig):
    name = "schakel.melding"
    label = "melding"
