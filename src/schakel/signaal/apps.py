# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class SignaalConfig(AppConfig):
    name = "schakel.signaal"
    label = "signaal"
