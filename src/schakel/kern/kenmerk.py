# SPDX-License-Identifier: EUPL-1.2
"""Kenmerken: what people say on the phone. `MEL-2026-00042`: kind, year, serial number; no place, no meaning."""

from django.db import connection

from schakel.kern import klok

REEKSEN = ("MEL", "SIG", "CAS", "OVL", "ZRG", "RAP")


def nieuwe_kenmerken(reeks: str, aantal: int) -> list[str]:
    """`aantal` consecutive kenmerken of a series, taken under the row lock of its counter."""
    if reeks not in REEKSEN:
        raise ValueError(f"onbekende reeks: {reeks}")
    jaar = klok.vandaag().year
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kern_teller (reeks, jaar, stand) VALUES (%s, %s, %s) "
            "ON CONFLICT (reeks, jaar) DO UPDATE SET stand = kern_teller.stand + excluded.stand RETURNING stand",
            [reeks, jaar, aantal],
        )
        stand: int = cursor.fetchone()[0]
    return [f"{reeks}-{jaar}-{nummer:05d}" for nummer in range(stand - aantal + 1, stand + 1)]


def nieuw_kenmerk(reeks: str) -> str:
    """One kenmerk."""
    return nieuwe_kenmerken(reeks, 1)[0]
