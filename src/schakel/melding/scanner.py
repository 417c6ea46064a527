# SPDX-License-Identifier: EUPL-1.2
"""Asks a malware scanner (clamd, its INSTREAM command) about a file, when one is configured."""

import socket
from enum import Enum

from schakel.melding.instellingen import meldpunt

_BLOK = 64 * 1024


class Uitslag(Enum):
    """`ONBEKEND`: no scanner is configured, or it does not answer; the file goes into quarantine."""

    SCHOON = "schoon"
    BESMET = "besmet"
    ONBEKEND = "onbekend"


def scan(inhoud: bytes) -> Uitslag:
    """What the scanner at `SCHAKEL_MELDING_CLAMD` (host:port, or the path of a socket) says."""
    adres = meldpunt().clamd
    if not adres:
        return Uitslag.ONBEKEND
    try:
        with _verbind(adres) as lijn:
            lijn.sendall(b"zINSTREAM\0")
            for begin in range(0, len(inhoud), _BLOK):
                blok = inhoud[begin : begin + _BLOK]
                lijn.sendall(len(blok).to_bytes(4, "big") + blok)
            lijn.sendall(bytes(4))
            antwoord = lijn.recv(4096)
    except OSError:
        return Uitslag.ONBEKEND
    if antwoord.rstrip(b"\0\n").endswith(b"OK"):
        return Uitslag.SCHOON
    return Uitslag.BESMET if b"FOUND" in antwoord else Uitslag.ONBEKEND


def _verbind(adres: str) -> socket.socket:
    if adres.startswith("/"):
        lijn = socket.socket(socket.AF_UNIX)
        lijn.settimeout(20)
        lijn.connect(adres)
        return lijn
    host, _, poort = adres.rpartition(":")
    return socket.create_connection((host, int(poort)), timeout=20)
