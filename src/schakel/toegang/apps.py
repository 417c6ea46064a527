# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "schakel.toegang"
    label = "toegang"
