# SPDX-License-Identifier: EUPL-1.2
"""Carrying a receipt code from one page to the next without cookie or session, and without the code in an
address.

A sealed text is encrypted and authenticated with the key ring, and expires. The address of a receipt card
works once.
"""

import base64
import binascii
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from schakel.kern import klok
from schakel.kern.versleuteling import SleutelFout, bos
from schakel.melding.instellingen import meldpunt
from schakel.melding.models import Kaart


@dataclass(frozen=True)
class Kaartje:
    """What a receipt card says."""

    code: str
    kenmerk: str
    acuut: bool
    advies: bool
    voor: str


def maak_zegel(gebruik: str, inhoud: dict[str, Any], minuten: int) -> str:
    """Encrypted and signed words for one use, for some minutes."""
    verloopt = (klok.nu() + timedelta(minutes=minuten)).timestamp()
    dicht = bos().versleutel(json.dumps(inhoud | {"verloopt": verloopt}), f"melding:{gebruik}")
    return base64.urlsafe_b64encode(dicht).decode().rstrip("=")


def lees_zegel(gebruik: str, zegel: str) -> dict[str, Any] | None:
    """None for whatever is not ours, was changed, meant for another use, or expired."""
    try:
        dicht = base64.urlsafe_b64decode(zegel.encode("ascii") + b"=" * (-len(zegel) % 4))
        inhoud: dict[str, Any] = json.loads(bos().ontsleutel(dicht, f"melding:{gebruik}"))
    except (ValueError, binascii.Error, SleutelFout):
        return None
    return inhoud if inhoud.pop("verloopt") > klok.nu().timestamp() else None


def verzegel(code: str) -> str:
    """A code for a hidden field of the conversation page."""
    return maak_zegel("gesprek", {"code": code}, meldpunt().gesprek_minuten)


def ontzegel(zegel: str) -> str | None:
    """The code of a hidden field, while it is valid."""
    inhoud = lees_zegel("gesprek", zegel)
    return inhoud["code"] if inhoud else None


def maak_kaart(kaart: Kaartje) -> str:
    """The sealed card for the address of the receipt page."""
    return maak_zegel("kaart", asdict(kaart), meldpunt().kaart_minuten)


def toon_kaart(zegel: str) -> Kaartje | None:
    """The card, the first time; afterwards, or when it expired, None."""
    inhoud = lees_zegel("kaart", zegel)
    if inhoud is None:
        return None
    verloopt = klok.nu() + timedelta(minutes=meldpunt().kaart_minuten)
    Kaart.objects.filter(verloopt__lt=datetime.now(UTC)).delete()
    try:
        with transaction.atomic():
            Kaart(merk=bos().merk("kaart", zegel), verloopt=verloopt).save(force_insert=True)
    except IntegrityError:
        return None
    return Kaartje(**inhoud)
