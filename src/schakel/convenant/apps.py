# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class ConvenantConfig(AppConfig):
    name = "schakel.convenant"
    label = "convenant"
