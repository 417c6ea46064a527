# SPDX-License-Identifier: EUPL-1.2
"""The brake on a flood of public meldingen: who sends them is not known, and need not be.

Each process lets a number through at once and a number a minute. Beyond that a melding comes with a proof: made by the
browser, or without script a sum and a short wait. A proof works once. What was sent already is never asked again.
"""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.kern import klok
from schakel.kern.versleuteling import bos
from schakel.melding import rules
from schakel.melding.actions.kaart import lees_zegel, maak_zegel
from schakel.melding.instellingen import meldpunt
from schakel.melding.models import Kaart

MINUTEN = 30
"""How long a proof can be worked on."""


@dataclass(frozen=True)
class Opgave:
    """The proof that is asked. `zegel` comes back with the answer; `som` is for a person, `zout` for a machine."""

    zegel: str
    zout: str
    a: int
    b: int
    sinds: float
    bits: int

    @property
    def som(self) -> str:
        return f"{self.a} + {self.b}"


@dataclass(frozen=True)
class Bewijs:
    """What came back with a form or a call; all empty the first time."""

    zegel: str = ""
    oplossing: str = ""
    antwoord: str = ""


class ProefNodig(Exception):
    """A flood is going on: `opgave` must be made first. The text says what to do; nothing was stored."""

    def __init__(self, opgave: Opgave, reden: object) -> None:
        super().__init__(str(reden))
        self.opgave = opgave


_EERST = gettext_lazy(
    "Er komen nu heel veel meldingen tegelijk binnen. Daarom vragen wij eerst een kleine proef. "
    "Uw tekst staat er nog."
)
_DRUK = gettext_lazy(
    "Het is nu heel druk. Wacht een minuut en verstuur dan opnieuw. Uw tekst staat er nog. "
    "Of bel Meld Misdaad Anoniem: 0800-7000."
)
_emmers: dict[str, rules.Emmer] = {}


def maak_leeg() -> None:
    """Forget how busy it was (for tests)."""
    _emmers.clear()


def laat_door(bewijs: Bewijs) -> None:
    """One more melding of the public. Raises `ProefNodig`."""
    inst = meldpunt()
    if not bewijs.zegel and _neem("los", inst.meldingen_los, inst.meldingen_per_minuut):
        return
    opgave = _lees(bewijs.zegel)
    if opgave is None:
        raise ProefNodig(_nieuw(), _EERST)
    if not rules.opgelost(opgave.zout, bewijs.oplossing, opgave.bits):
        _reken(opgave, bewijs.antwoord)
    if not _verbruik(opgave):
        raise ProefNodig(_nieuw(), _EERST)


def _reken(opgave: Opgave, antwoord: str) -> None:
    """Without script: the sum, after a short wait, and only so many a minute."""
    inst = meldpunt()
    if not rules.goed_gerekend(opgave.a, opgave.b, antwoord):
        raise ProefNodig(opgave, _("Dit getal klopt niet. Reken het nog eens uit en vul cijfers in."))
    nog = inst.proef_wachten - int(klok.nu().timestamp() - opgave.sinds)
    if nog > 0:
        raise ProefNodig(
            opgave,
            _("Bijna: wacht nog %(n)s seconden en verstuur dan opnieuw. Uw tekst staat er nog.") % {"n": nog},
        )
    if not _neem("som", inst.sommen_per_minuut, inst.sommen_per_minuut):
        raise ProefNodig(opgave, _DRUK)


def _neem(naam: str, vol: float, per_minuut: float) -> bool:
    nu = klok.nu().timestamp()
    emmer = _emmers.get(naam)
    if emmer is None or (emmer.vol, emmer.per_minuut) != (vol, per_minuut):
        emmer = _emmers[naam] = rules.Emmer(vol, per_minuut, vol, nu)
    return emmer.neem(nu)


def _nieuw() -> Opgave:
    inhoud: dict[str, Any] = {
        "zout": secrets.token_hex(16), "a": 11 + secrets.randbelow(40), "b": 2 + secrets.randbelow(8),
        "sinds": klok.nu().timestamp(),
    }  # fmt: skip
    return Opgave(maak_zegel("proef", inhoud, MINUTEN), **inhoud, bits=meldpunt().proef_bits)


def _lees(zegel: str) -> Opgave | None:
    inhoud = lees_zegel("proef", zegel)
    return Opgave(zegel, **inhoud, bits=meldpunt().proef_bits) if inhoud else None


def _verbruik(opgave: Opgave) -> bool:
    """A proof works once."""
    verloopt = klok.nu() + timedelta(minutes=MINUTEN)
    try:
        with transaction.atomic():
            Kaart(merk=bos().merk("proef", opgave.zout), verloopt=verloopt).save(force_insert=True)
    except IntegrityError:
        return False
    return True
