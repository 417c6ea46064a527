# SPDX-License-Identifier: EUPL-1.2
"""Blind evaluation of keys: who asks hides the key, who answers hides its secret, and both get the same label.

Diffie-Hellman on P-256 (Jarecki & Liu 2009; De Cristofaro & Tsudik 2010): a key becomes a point; the asker multiplies
it by a fresh number, the answerer by the secret of the period, the asker takes its number off again. Points and
multiplication are those of `cryptography`, which refuses what is not on the curve.
"""

import hashlib
import hmac
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from typing import Final

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

KROMME: Final = ec.SECP256R1()
_ECDH: Final = ec.ECDH()
ORDE: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Order of P-256 (NIST SP 800-186, §3.2.1.3)."""
LABEL: Final = 16
"""Bytes of a label."""


def punt(soort: str, waarde: str, geheim: bytes) -> bytes:
    """A key as the x-coordinate of a point (32 bytes): keyed hashes are tried until one lies on the curve."""
    return _op_de_kromme(soort, waarde, geheim)[0]


def maal(x: bytes, sleutel: ec.EllipticCurvePrivateKey) -> bytes:
    """The x-coordinate of the product. Errors: ValueError for what is not on the curve."""
    return sleutel.exchange(_ECDH, _punt(x))


def punt_maal(soort: str, waarde: str, geheim: bytes, sleutel: ec.EllipticCurvePrivateKey) -> bytes:
    """`maal(punt(soort, waarde, geheim), sleutel)`, without taking the point apart and together again."""
    return sleutel.exchange(_ECDH, _op_de_kromme(soort, waarde, geheim)[1])


def _op_de_kromme(soort: str, waarde: str, geheim: bytes) -> tuple[bytes, ec.EllipticCurvePublicKey]:
    for poging in count():
        bericht = "\x1f".join((str(poging), soort, waarde)).encode()
        x = hmac.digest(geheim, bericht, "sha256")
        with suppress(ValueError):
            return x, _punt(x)
    raise AssertionError  # count() does not end


def label(x: bytes, regime: str, periode: str) -> bytes:
    """What is stored and compared: worthless without the secret of the period."""
    return hashlib.sha256(b"\x1f".join((b"label", regime.encode(), periode.encode(), x))).digest()[:LABEL]


@dataclass(frozen=True, slots=True)
class Blinder:
    """A fresh number of one question, and how to take it off again."""

    heen: ec.EllipticCurvePrivateKey
    terug: ec.EllipticCurvePrivateKey


def blinder() -> Blinder:
    heen = ec.generate_private_key(KROMME)
    omgekeerd = pow(heen.private_numbers().private_value, -1, ORDE)
    return Blinder(heen, ec.derive_private_key(omgekeerd, KROMME))


def nieuwe_sleutel() -> bytes:
    """A secret for a period, as PEM."""
    return ec.generate_private_key(KROMME).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def lees_sleutel(pem: bytes) -> ec.EllipticCurvePrivateKey:
    """Errors: ValueError for what is no key on this curve."""
    sleutel = serialization.load_pem_private_key(pem, None)
    if not isinstance(sleutel, ec.EllipticCurvePrivateKey) or not isinstance(sleutel.curve, ec.SECP256R1):
        raise ValueError("geen sleutel op P-256")
    return sleutel


def _punt(x: bytes) -> ec.EllipticCurvePublicKey:
    """The sign of y does not matter: only x-coordinates are compared."""
    return ec.EllipticCurvePublicKey.from_encoded_point(KROMME, b"\x02" + x)
