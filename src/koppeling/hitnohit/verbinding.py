# SPDX-License-Identifier: EUPL-1.2
"""Between two houses: TLS 1.3 with a certificate on both sides, and frames of JSON of at most 4 MB.

A house is known by the name in its certificate (subject alternative name, DNS), which must be the partner of the
agreement; the certificates are of an authority of the agreement itself.
"""

import base64
import json
import socket
import ssl
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from koppeling.entiteit import Entiteit
from koppeling.hitnohit.huis import Antwoord, Huis, HuisFout
from koppeling.sleutels import VERSIE

GROOTSTE: Final = 4 << 20
_CONTACT: Final = 200
"""Characters of the answer, filled up with spaces: a hit and a no-hit are equally long."""
_WACHT: Final = 30.0


def versleuteling(map: Path, *, luistert: bool) -> ssl.SSLContext:
    """The certificate of this house (`huis.pem`, `huis.key`) and the authority of the agreement (`ca.pem`)."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER if luistert else ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_cert_chain(map / "huis.pem", map / "huis.key")
    context.load_verify_locations(map / "ca.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    return context


class Luisteraar:
    """Answers the partner, one connection at a time. `poort` 0 takes a free one; see `adres`."""

    def __init__(self, huis: Huis, map: Path, *, host: str = "127.0.0.1", poort: int = 0) -> None:
        self._huis, self._tls = huis, versleuteling(map, luistert=True)
        self._socket = socket.create_server((host, poort))
        self.adres: tuple[str, int] = self._socket.getsockname()[:2]

    def luister(self) -> None:
        """Until it is closed. A connection that fails (no certificate, nonsense, silence) disturbs nobody else."""
        while True:
            try:
                kaal, _ = self._socket.accept()
            except OSError:
                return
            kaal.settimeout(_WACHT)
            with (
                suppress(OSError, ValueError, KeyError, TypeError),
                self._tls.wrap_socket(kaal, server_side=True) as lijn,
            ):
                self._bedien(lijn, _naam(lijn))

    def sluit(self) -> None:
        self._socket.close()

    def _bedien(self, lijn: ssl.SSLSocket, partner: str) -> None:
        while (bericht := _lees(lijn)) is not None:
            try:
                self._antwoord(lijn, partner, bericht)
            except HuisFout as fout:
                _schrijf(lijn, {"fout": str(fout)})

    def _antwoord(self, lijn: ssl.SSLSocket, partner: str, bericht: dict[str, Any]) -> None:
        match bericht["soort"]:
            case "tabel":
                if (hun := bericht.get("regels")) != VERSIE:
                    raise HuisFout(
                        f"dit huis maakt sleutels volgens regels {VERSIE}, het andere volgens regels {hun}. "
                        "Gebruik aan beide kanten dezelfde uitgave."
                    )
                for blok in self._huis.tabel(partner):
                    _schrijf(lijn, {"labels": _uit([blok]), "meer": True})
                _schrijf(lijn, {"labels": [], "meer": False})
            case "vraag":
                punten = self._huis.beantwoord(
                    partner, str(bericht["zaak"]), str(bericht["door"]), _in(bericht["punten"])
                )
                _schrijf(lijn, {"punten": _uit(punten)})
            case "melding":
                antwoord = self._huis.treffer(partner, str(bericht["zaak"]), _in(bericht["labels"]))
                teken = "+" if antwoord.treffer else "-"
                _schrijf(lijn, {"antwoord": (teken + antwoord.contact)[:_CONTACT].ljust(_CONTACT)})
            case _:
                raise HuisFout("onbekend bericht.")


def haal_tabel(huis: Huis, map: Path, adres: tuple[str, int]) -> int:
    """Fetch the labels of the partner for this period; returns how many."""
    with _verbonden(huis, map, adres) as lijn:
        _schrijf(lijn, {"soort": "tabel", "regels": VERSIE})
        return huis.bewaar(_blokken(lijn))


def vraag_op(
    huis: Huis, map: Path, adres: tuple[str, int], over: Entiteit, *, zaak: str, door: str
) -> Antwoord:
    """Ask the partner about one record. Errors: HuisFout with the reason of either house."""
    with _verbonden(huis, map, adres) as lijn:

        def evalueer(punten: list[bytes]) -> list[bytes]:
            _schrijf(lijn, {"soort": "vraag", "zaak": zaak, "door": door, "punten": _uit(punten)})
            return _in(_antwoord_van(lijn)["punten"])

        def meld(labels: list[bytes]) -> Antwoord:
            _schrijf(lijn, {"soort": "melding", "zaak": zaak, "labels": _uit(labels)})
            tekst = str(_antwoord_van(lijn)["antwoord"])
            return Antwoord(tekst[:1] == "+", tekst[1:].strip())

        return huis.vraag(over, zaak=zaak, door=door, evalueer=evalueer, meld=meld)


@contextmanager
def _verbonden(huis: Huis, map: Path, adres: tuple[str, int]) -> Iterator[ssl.SSLSocket]:
    huis.controleer()
    try:
        with (
            socket.create_connection(adres, timeout=_WACHT) as kaal,
            versleuteling(map, luistert=False).wrap_socket(kaal, server_hostname=huis.partner) as lijn,
        ):
            yield lijn
    except (OSError, ValueError, KeyError) as fout:
        raise HuisFout(f"geen verbinding met {huis.partner}: {fout}.") from fout


def _blokken(lijn: ssl.SSLSocket) -> Iterator[bytes]:
    while (bericht := _antwoord_van(lijn))["meer"]:
        yield from _in(bericht["labels"])


def _antwoord_van(lijn: ssl.SSLSocket) -> dict[str, Any]:
    bericht = _lees(lijn)
    if bericht is None:
        raise HuisFout("de verbinding is verbroken.")
    if "fout" in bericht:
        raise HuisFout(f"het andere huis weigert: {bericht['fout']}")
    return bericht


def _naam(lijn: ssl.SSLSocket) -> str:
    """The name in the certificate of the other side; the handshake has checked it against the authority."""
    certificaat: Any = lijn.getpeercert() or {}
    namen = [naam for soort, naam in certificaat.get("subjectAltName", ()) if soort == "DNS"]
    return str(namen[0]) if namen else ""


def _schrijf(lijn: ssl.SSLSocket, bericht: dict[str, Any]) -> None:
    tekst = json.dumps(bericht).encode()
    lijn.sendall(struct.pack(">I", len(tekst)) + tekst)


def _lees(lijn: ssl.SSLSocket) -> dict[str, Any] | None:
    """The next frame, None when the other side has closed. Errors: ValueError for what is no frame."""
    kop = _precies(lijn, 4)
    if not kop:
        return None
    (lengte,) = struct.unpack(">I", kop)
    if lengte > GROOTSTE:
        raise ValueError("te groot")
    bericht = json.loads(_precies(lijn, lengte))
    if not isinstance(bericht, dict):
        raise ValueError("geen bericht")
    return bericht


def _precies(lijn: ssl.SSLSocket, aantal: int) -> bytes:
    delen = b""
    while len(delen) < aantal:
        deel = lijn.recv(min(aantal - len(delen), 1 << 16))
        if not deel:
            return b""
        delen += deel
    return delen


def _uit(lijst: list[bytes]) -> list[str]:
    return [base64.b64encode(b).decode() for b in lijst]


def _in(lijst: list[str]) -> list[bytes]:
    return [base64.b64decode(t, validate=True) for t in lijst]
