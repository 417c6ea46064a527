# SPDX-License-Identifier: EUPL-1.2
"""Certificates of an agreement between houses, for tests and benchmarks."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.x509.oid import NameOID

GEEN = (
    "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
    "encipher_only", "decipher_only",
)  # fmt: skip


def certificaten(map: Path, *namen: str) -> None:
    """An authority and a certificate per house. Ed25519: signatures of one length, so that sizes can be compared."""
    ca = ed25519.Ed25519PrivateKey.generate()
    uitgever = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "proef")])
    for naam in ("", *namen):
        sleutel = ed25519.Ed25519PrivateKey.generate() if naam else ca
        bouw = x509.CertificateBuilder(
            issuer_name=uitgever,
            subject_name=x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, naam)]) if naam else uitgever,
            public_key=sleutel.public_key(),
            serial_number=x509.random_serial_number(),
            not_valid_before=datetime.now(UTC) - timedelta(days=1),
            not_valid_after=datetime.now(UTC) + timedelta(days=1),
        ).add_extension(x509.BasicConstraints(ca=not naam, path_length=None), critical=True)
        bouw = bouw.add_extension(
            x509.SubjectKeyIdentifier.from_public_key(sleutel.public_key()), critical=False
        )
        bouw = bouw.add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(ca.public_key()), critical=False
        )
        if naam:
            bouw = bouw.add_extension(x509.SubjectAlternativeName([x509.DNSName(naam)]), critical=False)
        else:
            gebruik = dict.fromkeys(GEEN, False)
            bouw = bouw.add_extension(
                x509.KeyUsage(**gebruik, key_cert_sign=True, crl_sign=True), critical=True
            )
        pem = bouw.sign(ca, None).public_bytes(serialization.Encoding.PEM)
        if not naam:
            wortel = pem
            continue
        (map / naam).mkdir()
        (map / naam / "ca.pem").write_bytes(wortel)
        (map / naam / "huis.pem").write_bytes(pem)
        geheim = sleutel.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        (map / naam / "huis.key").write_bytes(geheim)
