# SPDX-License-Identifier: EUPL-1.2
"""The application of a worker. What is loaded at the start stays: the collector need not walk it at every turn."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.config")

application = get_wsgi_application()
get_resolver().reverse_dict  # noqa: B018  imports every view now, not in the first request
gc.collect()
gc.freeze()
gc.set_threshold(10_000, 20, 20)
