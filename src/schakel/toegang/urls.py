# SPDX-License-Identifier: EUPL-1.2
"""Login and one's own access. Only the pages of allauth that Schakel uses; there is no sign-up and no mail."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as herstelcodes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkey
from allauth.socialaccount import views as aanbieder
from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.usersessions import views as sessies
from django.urls import path

from schakel.toegang import views

urlpatterns = [
    path("inloggen", account.login, name="account_login"),
    path("inloggen/bevestigen", account.reauthenticate, name="account_reauthenticate"),
    path("inloggen/tweede-factor", mfa.authenticate, name="mfa_authenticate"),
    path("inloggen/passkey", passkey.login_webauthn, name="mfa_login_webauthn"),
    path("inloggen/aanbieder/<str:provider_id>", oidc.login, name="openid_connect_login"),
    path("inloggen/aanbieder/<str:provider_id>/terug", oidc.callback, name="openid_connect_callback"),
    path("inloggen/afgebroken", aanbieder.login_cancelled, name="socialaccount_login_cancelled"),
    path("inloggen/mislukt", aanbieder.login_error, name="socialaccount_login_error"),
    path("uitloggen", account.logout, name="account_logout"),
    path("bewaard", views.concept, name="concept"),
    path("toegang", views.mijn_toegang, name="mijn-toegang"),
    path("toegang/tokens/<uuid:id>/intrekken", views.token_intrekken, name="token-intrekken"),
    path("toegang/wachtwoord", account.password_change, name="account_change_password"),
    path("toegang/wachtwoord/kiezen", views.zonder_wachtwoord, name="account_set_password"),
    path("toegang/sessies", sessies.list_usersessions, name="usersessions_list"),
    path("toegang/tweede-factor", mfa.index, name="mfa_index"),
    path("toegang/tweede-factor/bevestigen", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("toegang/tweede-factor/app", totp.activate_totp, name="mfa_activate_totp"),
    path("toegang/tweede-factor/app/uit", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "toegang/tweede-factor/herstelcodes", herstelcodes.view_recovery_codes, name="mfa_view_recovery_codes"
    ),
    path(
        "toegang/tweede-factor/herstelcodes/maken",
        herstelcodes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "toegang/tweede-factor/herstelcodes/bewaren",
        herstelcodes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("toegang/passkeys", passkey.list_webauthn, name="mfa_list_webauthn"),
    path("toegang/passkeys/nieuw", passkey.add_webauthn, name="mfa_add_webauthn"),
    path("toegang/passkeys/bevestigen", passkey.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("toegang/passkeys/<int:pk>/weg", passkey.remove_webauthn, name="mfa_remove_webauthn"),
    path("toegang/passkeys/<int:pk>", passkey.edit_webauthn, name="mfa_edit_webauthn"),
]
