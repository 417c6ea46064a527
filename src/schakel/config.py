# SPDX-License-Identifier: EUPL-1.2
"""Django's settings, derived from the typed ones in `kern.instellingen`."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from schakel.kern import postgres
from schakel.kern.instellingen import instellingen

_i = instellingen()

DEBUG = False
SECRET_KEY = _i.geheim or "alleen-voor-demo-en-test-" + "x" * 40
ALLOWED_HOSTS = _i.hostlijst
SCHAKEL_SLEUTELS = _i.sleutelbestand
SCHAKEL_DEMO = _i.omgeving == "demo"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "schakel.kern",
    "schakel.toegang",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_htmx",
    "schakel.logboek",
    "schakel.partner",
    "schakel.convenant",
    "schakel.melding",
    "schakel.signaal",
    "schakel.zorg",
    "schakel.interventie",
    "schakel.casus",
    "schakel.barriere",
    "schakel.overleg",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "schakel.kern.storing.StoringMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "schakel.kern.taal.PubliekeTaalMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "schakel.convenant.poort.PoortMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "schakel.toegang.poort.ToegangMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
]

ROOT_URLCONF = "schakel.urls"
WSGI_APPLICATION = "schakel.wsgi.application"
APPEND_SLASH = False
AUTH_USER_MODEL = "toegang.Gebruiker"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "schakel.kern.schil.schil",
            ],
        },
    }
]


def _verbinding(rol: str, url: str) -> dict[str, Any]:
    """One alias per database role; see `kern.databank`."""
    basis: dict[str, Any] = {
        "ENGINE": "schakel.kern.databank",
        "NAME": _i.database,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"rol": rol, "ingebed": str(_i.ingebed)},
    }
    if _i.database_url:
        delen = postgres.uit_url(url or _i.database_url, rol)
        basis["NAME"] = delen.pop("dbname")
        basis["OPTIONS"] = delen
    return basis


DATABASES = {
    "default": _verbinding(postgres.APP, _i.database_url),
    "eigenaar": _verbinding(postgres.EIGENAAR, _i.database_url_eigenaar),
}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

ACCOUNT_USER_MODEL_USERNAME_FIELD = "inlognaam"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_ADAPTER = "schakel.toegang.adapters.AccountAdapter"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_LOGOUT_REDIRECT_URL = "/inloggen"
ACCOUNT_SESSION_REMEMBER = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
MFA_ADAPTER = "schakel.toegang.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {"add_webauthn": "schakel.toegang.forms.PasskeyForm"}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = _i.omgeving != "productie"
SOCIALACCOUNT_ADAPTER = "schakel.toegang.adapters.SocialAccountAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "regio",
                "name": _i.oidc_naam or "OpenID Connect",
                "client_id": _i.oidc_client,
                "secret": _i.oidc_geheim,
                "settings": {"server_url": _i.oidc_server},
            }
        ]
        if _i.oidc_server
        else [],
    }
}

SESSION_COOKIE_AGE = _i.sessie_minuten * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _i.omgeving == "productie"
SESSION_COOKIE_NAME = "schakel_sessie"
CSRF_COOKIE_NAME = "schakel_formulier"
CSRF_FAILURE_VIEW = "schakel.kern.fouten.csrf"
SECURE_SSL_REDIRECT = _i.omgeving == "productie" and not _i.achter_proxy
SECURE_HSTS_SECONDS = 31_536_000 if _i.omgeving == "productie" else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _i.achter_proxy else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = ["schakel.kern.upload.InGeheugen"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LOCALE_PATHS = [Path(__file__).parent / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = _i.map / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if _i.omgeving == "productie"
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = _i.omgeving != "productie"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"uit": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["uit"], "level": "WARNING"},
}
