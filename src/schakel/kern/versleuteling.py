# SPDX-License-Identifier: EUPL-1.2
"""Encrypted fields: personal data and free text are unreadable in database, files and backup without the keys.

Stored value = version (1 byte) ‖ key id (1 byte length + ascii) ‖ nonce (12 bytes) ‖ AES-256-GCM ciphertext.
Associated data = ``table:pk:column``, so that a value cannot be moved to another row or field.
The key ring is a JSON file outside the database, one per region (installation)::

    {"actief": "2026a", "sleutels": {"2026a": "<32 bytes base64>"}, "index": "<32 bytes base64>"}
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models

VERSIE = 1


class SleutelFout(RuntimeError):
    """The key ring is missing, malformed, or lacks the key that a value was written with."""


@dataclass(frozen=True)
class Sleutelbos:
    """The keys of one region: `actief` writes, all read; `index` makes keyed words and fingerprints."""

    actief: str
    sleutels: dict[str, bytes]
    index: bytes

    def versleutel(self, tekst: str, plaats: str) -> bytes:
        """Encrypt `tekst` for the place ``table:pk:column``."""
        kop = bytes([VERSIE, len(self.actief)]) + self.actief.encode("ascii")
        nonce = os.urandom(12)
        return (
            kop + nonce + AESGCM(self.sleutels[self.actief]).encrypt(nonce, tekst.encode(), plaats.encode())
        )

    def ontsleutel(self, waarde: bytes, plaats: str) -> str:
        """Decrypt; raises `SleutelFout` on a lost key, a moved value or a changed byte."""
        naam = sleutelnaam(waarde)
        begin = 2 + len(naam)
        sleutel = self.sleutels.get(naam)
        if sleutel is None:
            raise SleutelFout(
                f"Sleutel '{naam}' ontbreekt in de sleutelbos. Zet hem terug voordat je verder gaat."
            )
        try:
            klaar = AESGCM(sleutel).decrypt(waarde[begin : begin + 12], waarde[begin + 12 :], plaats.encode())
        except InvalidTag as fout:
            raise SleutelFout(f"Versleutelde waarde op {plaats} is veranderd of verplaatst.") from fout
        return klaar.decode()

    def merk(self, soort: str, waarde: str, lengte: int = 16) -> bytes:
        """Keyed fingerprint (HMAC-SHA-256, cut to `lengte` bytes) of a normalised value; `soort` keeps uses apart."""
        return hmac.new(self.index, f"{soort}\x1f{waarde}".encode(), hashlib.sha256).digest()[:lengte]

    def merk64(self, soort: str, waarde: str) -> int:
        """The same as a signed 64-bit number, for a narrow btree."""
        return int.from_bytes(self.merk(soort, waarde, 8), "big", signed=True)


def sleutelnaam(waarde: bytes) -> str:
    """Which key a stored value was written with."""
    if len(waarde) < 2 or waarde[0] != VERSIE:
        raise SleutelFout("Onbekende vorm van een versleutelde waarde.")
    return waarde[2 : 2 + waarde[1]].decode("ascii")


def maak_sleutelbos(bestand: Path) -> None:
    """Write a fresh key ring, mode 0600; refuses to overwrite one."""
    nieuw = {
        "actief": "k1",
        "sleutels": {"k1": _b64(secrets.token_bytes(32))},
        "index": _b64(secrets.token_bytes(32)),
    }
    bestand.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as uit:
        json.dump(nieuw, uit, indent=1)


def voeg_sleutel_toe(bestand: Path, naam: str) -> None:
    """Rotation, first half: a new active key; older ones stay for reading until everything is written anew."""
    inhoud = json.loads(bestand.read_text())
    if naam in inhoud["sleutels"] or not naam.isascii() or not 0 < len(naam) < 32:
        raise SleutelFout(f"Kies een nieuwe, korte naam voor de sleutel; '{naam}' kan niet.")
    inhoud["sleutels"][naam] = _b64(secrets.token_bytes(32))
    inhoud["actief"] = naam
    tijdelijk = bestand.with_suffix(".nieuw")
    with os.fdopen(os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as uit:
        json.dump(inhoud, uit, indent=1)
        uit.flush()
        os.fsync(uit.fileno())
    tijdelijk.replace(bestand)


def lees_sleutelbos(bestand: Path) -> Sleutelbos:
    """Read a key ring. Raises `SleutelFout` with what to do."""
    try:
        inhoud = json.loads(bestand.read_text())
        bos = Sleutelbos(
            actief=inhoud["actief"],
            sleutels={naam: base64.b64decode(waarde) for naam, waarde in inhoud["sleutels"].items()},
            index=base64.b64decode(inhoud["index"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fout:
        raise SleutelFout(
            f"De sleutelbos {bestand} is niet te lezen ({fout}). Controleer SCHAKEL_SLEUTELS."
        ) from fout
    if bos.actief not in bos.sleutels or any(len(s) != 32 for s in [*bos.sleutels.values(), bos.index]):
        raise SleutelFout(
            f"De sleutelbos {bestand} is zwak of onvolledig: elke sleutel is 32 bytes, de actieve bestaat."
        )
    return bos


@lru_cache(maxsize=4)
def _bos_van(bestand: str, gewijzigd: float) -> Sleutelbos:
    return lees_sleutelbos(Path(bestand))


def bos() -> Sleutelbos:
    """The key ring in use; read again when the file changed (rotation without restart)."""
    bestand = Path(settings.SCHAKEL_SLEUTELS)
    try:
        return _bos_van(str(bestand), bestand.stat().st_mtime)
    except FileNotFoundError as fout:
        raise SleutelFout(
            f"De sleutelbos {bestand} bestaat niet. Zet SCHAKEL_SLEUTELS of start ./schakel demo."
        ) from fout


def _b64(waarde: bytes) -> str:
    return base64.b64encode(waarde).decode()


class Cijfertekst(bytes):
    """What came from the database; becomes text at the attribute, where the row is known."""


class _Ontsleuteld:
    """Attribute of an encrypted field: decrypts on first use."""

    def __init__(self, veld: "VersleuteldVeld") -> None:
        self.veld = veld

    def __get__(self, instance: models.Model | None, owner: type | None = None) -> Any:
        if instance is None:
            return self
        waarde = instance.__dict__.get(self.veld.attname)
        if waarde is None and self.veld.attname not in instance.__dict__:
            instance.refresh_from_db(fields=[self.veld.attname])
            waarde = instance.__dict__.get(self.veld.attname)
        if isinstance(waarde, Cijfertekst):
            waarde = self.veld.naar_python(bos().ontsleutel(bytes(waarde), self.veld.plaats(instance)))
            instance.__dict__[self.veld.attname] = waarde
        return waarde

    def __set__(self, instance: models.Model, waarde: Any) -> None:
        instance.__dict__[self.veld.attname] = waarde


class VersleuteldVeld(models.Field):  # type: ignore[type-arg]  # django-stubs wants two parameters that mean nothing here
    """Text that is stored encrypted (bytea). Cannot be filtered on, ordered by or set through `update()`."""

    description = "versleutelde tekst"

    def db_type(self, connection: Any) -> str:
        return "bytea"

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _Ontsleuteld(self))

    def plaats(self, instance: models.Model) -> str:
        """The associated data: ``table:pk:column``."""
        return f"{instance._meta.db_table}:{instance.pk}:{self.column}"

    def naar_python(self, tekst: str) -> Any:
        return tekst

    def naar_tekst(self, waarde: Any) -> str:
        return str(waarde)

    def from_db_value(self, waarde: Any, expression: Any, connection: Any) -> Any:
        return None if waarde is None else Cijfertekst(waarde)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        waarde = model_instance.__dict__.get(self.attname)
        if waarde is None or isinstance(waarde, Cijfertekst):
            return waarde
        return Cijfertekst(bos().versleutel(self.naar_tekst(waarde), self.plaats(model_instance)))

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if value is not None and not isinstance(value, Cijfertekst):
            raise FieldError(f"{self.name} is versleuteld: sla het object zelf op, update() kan niet.")
        return None if value is None else bytes(value)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(
            f"{self.name} is versleuteld en niet te doorzoeken; gebruik zoekwoorden of koppelsleutels."
        )


class VersleuteldJson(VersleuteldVeld):
    """The same for a JSON value (dict, list, str, number)."""

    description = "versleutelde gegevens"

    def naar_python(self, tekst: str) -> Any:
        return json.loads(tekst)

    def naar_tekst(self, waarde: Any) -> str:
        return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
