# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class KernConfig(AppConfig):
    name = "schakel.kern"
    label = "kern"
