# SPDX-License-Identifier: EUPL-1.2
"""One question over HTTP, bounded in time and size: no redirects, no proxies, nothing kept."""

import http.client
import json
import ssl
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from django.utils.translation import gettext as _

from schakel.signaal.registers.antwoord import blok, rij, tekst
from schakel.signaal.registers.instellingen import Poort

HOOGSTENS = 2_000_000
"""Bytes of an answer."""


class GeenAntwoord(Exception):
    """The register gave nothing to read; the text says why and what to do (for the page). `soort` is for the log."""

    def __init__(self, zin: str, soort: str) -> None:
        super().__init__(zin)
        self.soort = soort


def vraag(
    poort: Poort,
    methode: str,
    pad: str,
    *,
    koppen: dict[str, str],
    zoek: dict[str, str] | None = None,
    inhoud: dict[str, Any] | None = None,
) -> dict[str, Any] | None:
    """The answer as JSON; None when the register says that there is nothing (404). Raises `GeenAntwoord`."""
    deel = urlsplit(poort.url)
    adres = deel.path + quote(pad) + (f"?{urlencode(zoek)}" if zoek else "")
    lijf = None if inhoud is None else json.dumps(inhoud).encode()
    alle = {"Accept": "application/json", **({"Content-Type": "application/json"} if lijf else {}), **koppen}
    try:
        lijn = _open(poort)
        try:
            lijn.request(
                methode,
                adres,
                lijf,
                {n: w.encode("latin-1", "replace").decode("latin-1") for n, w in alle.items()},
            )
            antwoord = lijn.getresponse()
            status, ruw = antwoord.status, antwoord.read(HOOGSTENS + 1)
        finally:
            lijn.close()
    except (OSError, http.client.HTTPException, ValueError) as fout:
        raise GeenAntwoord(
            _("Het register antwoordt niet. Probeer het later nog eens, of vraag het een partner."), "stil"
        ) from fout
    if len(ruw) > HOOGSTENS:
        raise GeenAntwoord(_("Het antwoord is te groot. Maak de vraag kleiner."), "te-groot")
    return _lees(status, ruw)


def _open(poort: Poort) -> http.client.HTTPConnection:
    deel = urlsplit(poort.url)
    assert deel.hostname is not None
    if deel.scheme == "http":
        return http.client.HTTPConnection(deel.hostname, deel.port, timeout=poort.seconden)
    tls = ssl.create_default_context(cafile=str(poort.ca) if poort.ca else None)
    if poort.certificaat:
        tls.load_cert_chain(str(poort.certificaat), str(poort.geheim) if poort.geheim else None)
    return http.client.HTTPSConnection(deel.hostname, deel.port, timeout=poort.seconden, context=tls)


def _lees(status: int, ruw: bytes) -> dict[str, Any] | None:
    if status == 404:
        return None
    if status in (401, 403):
        zin = _("Het register laat deze vraag niet toe. Vraag de functioneel beheerder naar de autorisatie.")
        raise GeenAntwoord(zin, "geweigerd")
    if status == 429:
        raise GeenAntwoord(_("Het register heeft het te druk. Wacht even en probeer het opnieuw."), "druk")
    try:
        gelezen = json.loads(ruw)
    except (ValueError, RecursionError):
        gelezen = None
    if status in (400, 422):
        reden = _redenen(blok(gelezen))
        zin = _("Het register begrijpt de vraag niet: %(reden)s") % {"reden": reden}
        raise GeenAntwoord(zin, "afgekeurd")
    if status != 200 or not isinstance(gelezen, dict):
        raise GeenAntwoord(
            _("Het register geeft een fout (%(status)s). Probeer het later nog eens.") % {"status": status},
            "fout",
        )
    return gelezen


def _redenen(fout: dict[str, Any]) -> str:
    """The sentences of a problem+json (BRP, BAG) or of the errors of the KvK, at most 300 characters."""
    delen = [tekst(blok(p).get("reason")) for p in rij(fout.get("invalidParams"))]
    delen += [tekst(blok(f).get("omschrijving")) for f in rij(fout.get("fout"))]
    return " ".join(d for d in [tekst(fout.get("title")), *delen] if d)[:300] or _("zonder uitleg")
