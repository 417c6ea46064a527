# SPDX-License-Identifier: EUPL-1.2
"""Accounts and tokens: the verbs."""

import secrets
from datetime import date
from uuid import UUID

from django.db import transaction

from schakel.kern import klok
from schakel.toegang.models import Concept, Gebruiker, Token
from schakel.toegang.rules import token_hash


@transaction.atomic
def maak_gebruiker(
    *, inlognaam: str, naam: str, wachtwoord: str | None = None, wachtwoordhash: str = ""
) -> Gebruiker:
    """An account without any right: rights come with a Bezetting. Raises IntegrityError when the name is taken.

    Without `wachtwoord` nobody can log in with a password; `wachtwoordhash` takes one that was hashed before.
    """
    gebruiker = Gebruiker(inlognaam=inlognaam.strip().lower(), naam=naam)
    gebruiker.set_password(wachtwoord)
    gebruiker.password = wachtwoordhash or gebruiker.password
    gebruiker.save(force_insert=True)
    return gebruiker


@transaction.atomic
def maak_token(
    *, gebruiker: Gebruiker, bezetting_id: UUID, omschrijving: str, verloopt: date
) -> tuple[Token, str]:
    """A token for one person in one function; the text is shown once, only its hash is kept."""
    tekst = f"schakel_{secrets.token_urlsafe(32)}"
    token = Token(
        gebruiker=gebruiker,
        bezetting_id=bezetting_id,
        omschrijving=omschrijving,
        hash=token_hash(tekst),
        verloopt=verloopt,
    )
    token.save(force_insert=True)
    return token, tekst


@transaction.atomic
def trek_token_in(*, token: Token) -> None:
    """End a token at once."""
    if token.ingetrokken_op is None:
        token.ingetrokken_op = klok.nu()
        token.save(update_fields=["ingetrokken_op"])


@transaction.atomic
def bewaar_concept(*, merk: bytes, pad: str, inhoud: list[tuple[str, str]]) -> None:
    """Keep what was typed; drafts are opened by their code alone."""
    Concept(code_merk=merk, pad=pad, inhoud=inhoud).save(force_insert=True)


@transaction.atomic
def wis_concept(*, concept: Concept) -> None:
    """A draft is shown once and then gone."""
    Concept.objects.filter(pk=concept.pk).delete()
