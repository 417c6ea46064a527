# SPDX-License-Identifier: EUPL-1.2
"""Accounts, tokens and drafts: the readers."""

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from schakel.toegang.actor import EigenId
from schakel.toegang.models import Concept, Gebruiker, Token


def gebruiker_met_inlognaam(inlognaam: str) -> Gebruiker | None:
    """The active account with this login name."""
    return (
        Gebruiker.objects.filter(inlognaam=inlognaam.strip().lower(), is_active=True).first()
        if inlognaam
        else None
    )


def tokens_van(gebruiker_id: EigenId) -> QuerySet[Token]:
    """Tokens of this person that were not taken back, newest first."""
    return Token.objects.filter(gebruiker_id=gebruiker_id, ingetrokken_op__isnull=True).order_by(
        "-aangemaakt"
    )


def concept_met(merk: bytes) -> Concept | None:
    """The draft that this code opens; the wall asks the same."""
    return Concept.objects.filter(code_merk=merk).first()


def heeft_tweede_factor(gebruiker_id: EigenId) -> bool:
    """Has this person an authenticator app or a passkey?"""
    return bool(Authenticator.objects.filter(user_id=gebruiker_id, type__in=("totp", "webauthn")).exists())
