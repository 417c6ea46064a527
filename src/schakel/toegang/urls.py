# SPDX-License-Identifier: EUPL-1.2
from allauth.account import views as account
from django.urls import path

urlpatterns = [
    path("inloggen", account.login, name="account_login"),
    path("uitloggen", account.logout, name="account_logout"),
]
