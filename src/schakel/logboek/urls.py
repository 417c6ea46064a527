# SPDX-License-Identifier: EUPL-1.2
from django.urls import path

from schakel.logboek import views

urlpatterns = [path("logboek", views.logboek, name="logboek")]
