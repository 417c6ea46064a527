# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class PartnerConfig(AppConfig):
    name = "schakel.partner"
    label = "partner"
