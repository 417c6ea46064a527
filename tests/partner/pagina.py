# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the register share: pages as plain text, a proof of who one is, an account of one's own."""

import re
import time
from datetime import date
from html import unescape
from typing import Any

from django.test import Client

from schakel.partner.models import Bezetting, Functie
from schakel.toegang.models import Gebruiker
from tests.regio import Regio

REGISSEUR = "ketenregisseur@riec"
BEHEERDER = "functioneel_beheerder@lindemeer"


def tekst(antwoord: Any) -> str:
    """The words of a page, without mark-up, blanks as one."""
    assert antwoord.status_code in (200, 422), antwoord.status_code
    zonder = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", antwoord.content.decode(), flags=re.S)
    return re.sub(r"\s+", " ", unescape(zonder)).strip()


def bewezen(client: Client) -> Client:
    """As after typing the password a moment ago."""
    sessie = client.session
    sessie["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    sessie["account_authentication_methods_user"] = sessie["_auth_user_id"]
    sessie.save()
    return client


def collega(
    regio: Regio, functie: Functie, naam: str, soort: str = "houder", van: date = date(2020, 1, 1)
) -> Bezetting:
    """A person with an account in a function."""
    gebruiker = Gebruiker(inlognaam=f"{naam.lower().replace(' ', '.')}@rijndal.test", naam=naam)
    gebruiker.set_unusable_password()
    gebruiker.save()
    return Bezetting.objects.create(functie=functie, gebruiker=gebruiker, soort=soort, van=van)
