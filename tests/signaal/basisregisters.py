# SPDX-License-Identifier: EUPL-1.2
"""Local servers that speak the published shapes of BRP Personen Bevragen 2.7, BAG v2 and KvK, as strict as the real ones.

What they accept is written down here from the published specifications, apart from the code that asks: an unknown
parameter, a field that a search may not ask, a missing header or a criterion of another form is refused with the
error shape of that register. All persons, companies and addresses are fictional.
"""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

Antwoord = tuple[int, dict[str, Any]]

BSN, GEHEIM = "999990019", "999990020"

_NAAM = {
    "geslachtsnaam": r"[\w .\-'*]{1,200}",
    "voorvoegsel": r"[\w '\-]{1,10}",
    "voornamen": r"[\w .\-'*]{1,200}",
}
_HUIS = {"huisletter": r"[a-zA-Z]", "huisnummertoevoeging": r"[a-zA-Z0-9 \-]{1,4}"}
_POST = r"[1-9]\d{3} ?[A-Za-z]{2}"
BRP_VRAGEN: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "RaadpleegMetBurgerservicenummer": ({"burgerservicenummer": ""}, {}),
    "ZoekMetGeslachtsnaamEnGeboortedatum": (
        {"geslachtsnaam": _NAAM["geslachtsnaam"], "geboortedatum": r"\d{4}-\d{2}-\d{2}"}, _NAAM,
    ),
    "ZoekMetNaamEnGemeenteVanInschrijving": (
        {k: _NAAM[k] for k in ("geslachtsnaam", "voornamen")} | {"gemeenteVanInschrijving": r"\d{4}"}, _NAAM,
    ),
    "ZoekMetPostcodeEnHuisnummer": ({"postcode": _POST, "huisnummer": ""}, _HUIS),
    "ZoekMetNummeraanduidingIdentificatie": ({"nummeraanduidingIdentificatie": r"\d{16}"}, {}),
}  # fmt: skip
"""type → (required criteria, optional ones), each with its pattern."""

BEPERKT = r"burgerservicenummer|geslacht|leeftijd|gemeenteVanInschrijving|(naam|geboorte|adressering)(\.\w+)*"
"""Fields that a search may ask; everything of a residence is for a question by number alone."""

PERSONEN: dict[str, dict[str, Any]] = {
    BSN: {
        "burgerservicenummer": BSN,
        "naam": {"voornamen": "Mareike", "voorvoegsel": "van den", "geslachtsnaam": "Waddenoyen"},
        "geboorte": {"datum": {"type": "Datum", "datum": "1998-03-07", "langFormaat": "7 maart 1998"}},
        "geslacht": {"code": "V", "omschrijving": "vrouw"},
        "gemeenteVanInschrijving": {"code": "9901", "omschrijving": "Lindemeer"},
        "verblijfplaats": {
            "type": "Adres", "nummeraanduidingIdentificatie": "9901200000000012",
            "datumVan": {"type": "JaarMaandDatum", "jaar": 2025, "maand": 4, "langFormaat": "april 2025"},
            "verblijfadres": {
                "officieleStraatnaam": "Kassenweg", "huisnummer": 12, "huisletter": "A", "postcode": "9901KW",
                "woonplaats": "Lindemeer",
            },
            "inOnderzoek": {"verblijfadres": {"huisnummer": True}},
        },
        "opschortingBijhouding": {"reden": {"code": "E", "omschrijving": "emigratie"}},
    },
    GEHEIM: {
        "burgerservicenummer": GEHEIM, "geheimhoudingPersoonsgegevens": True,
        "naam": {"voornamen": "Ilonka", "geslachtsnaam": "Schuilenaar"},
        "geboorte": {"datum": {"type": "JaarDatum", "jaar": 2001, "langFormaat": "2001"}},
        "verblijfplaats": {
            "type": "Adres", "verblijfadres": {"officieleStraatnaam": "Geheimestraat", "huisnummer": 1, "woonplaats": "Veenburg"},
        },
    },
}  # fmt: skip

ADRES = {
    "openbareRuimteNaam": "Kassenweg", "korteNaam": "Kassenweg", "huisnummer": 12, "huisletter": "A", "postcode": "9901KW",
    "woonplaatsNaam": "Lindemeer", "nummeraanduidingIdentificatie": "9901200000000012",
    "adresseerbaarObjectIdentificatie": "9901010000000012", "pandIdentificaties": ["9901100000000012"],
    "typeAdresseerbaarObject": "Verblijfsobject", "adresseerbaarObjectStatus": "Verblijfsobject in gebruik",
    "gebruiksdoelen": ["industriefunctie"], "oppervlakte": 64, "oorspronkelijkBouwjaar": ["1987"],
    "_links": {"self": {"href": "adressen/9901200000000012"}},
}  # fmt: skip

KASSENWEG = {"straatnaam": "Kassenweg", "huisnummer": 12, "postcode": "9901KW", "plaats": "Lindemeer"}
BEDRIJF = {
    "kvkNummer": "99990012", "vestigingsnummer": "000099990012", "naam": "Rijnglas Kassenbouw B.V.", "type": "hoofdvestiging",
    "adres": {"binnenlandsAdres": {"type": "bezoekadres", **KASSENWEG}},
    "actief": "Ja", "links": [{"rel": "basisprofiel", "href": "https://kvk.invalid/api/v1/basisprofielen/99990012"}],
}  # fmt: skip
PROFIEL = {
    "kvkNummer": "99990012", "indNonMailing": "Ja", "naam": "Rijnglas Kassenbouw B.V.", "totaalWerkzamePersonen": 3,
    "materieleRegistratie": {"datumAanvang": "20190401"},
    "handelsnamen": [{"naam": "Rijnglas Kassenbouw", "volgorde": 1}, {"naam": "RG Personeel", "volgorde": 2}],
    "sbiActiviteiten": [{"sbiCode": "78202", "sbiOmschrijving": "Uitlenen van personeel", "indHoofdactiviteit": "Ja"}],
    "_embedded": {
        "hoofdvestiging": {
            "vestigingsnummer": "000099990012",
            "adressen": [
                {"type": "correspondentieadres", "straatnaam": "Postbus", "plaats": "Lindemeer"},
                {"type": "bezoekadres", "huisletter": "A", **KASSENWEG},
            ],
        },
        "eigenaar": {"rechtsvorm": "BeslotenVennootschap", "uitgebreideRechtsvorm": "Besloten Vennootschap"},
    },
}  # fmt: skip


@dataclass
class Register:
    """A running server: its address, what it was asked, and an answer to give instead of its own."""

    adres: str = ""
    gevraagd: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)
    in_plaats: Antwoord | bytes | None = None


def problem(status: int, titel: str, **redenen: str) -> Antwoord:
    """Error shape of BRP and BAG."""
    fout = [{"name": naam, "code": "pattern", "reason": reden} for naam, reden in redenen.items()]
    return status, {
        "type": "urn:fout",
        "title": titel,
        "status": status,
        "code": "paramsValidation",
        "invalidParams": fout,
    }


def brp(pad: str, zoek: dict[str, str], koppen: dict[str, str], lijf: Any) -> Antwoord:
    if (
        koppen.get("x-api-key") != "sleutel"
        or koppen.get("x-doelbinding") != "BRP-TOEZ-01"
        or "x-verwerking" not in koppen
    ):
        return problem(403, "U bent niet geautoriseerd voor deze vraag.")
    if pad != "/haalcentraal/api/brp/personen" or koppen.get("content-type") != "application/json" or zoek:
        return problem(415, "Media type wordt niet ondersteund.")
    if fout := dict(_fouten(lijf)):
        return problem(400, "Een of meerdere parameters zijn niet correct.", **fout)
    soort, velden = lijf["type"], lijf["fields"]
    if soort == "RaadpleegMetBurgerservicenummer":
        gevonden = [PERSONEN[n] for n in lijf["burgerservicenummer"] if n in PERSONEN]
    else:
        gevonden = [_beperkt(p) for p in PERSONEN.values() if _past(p, lijf)]
    altijd = {"inOnderzoek", "geheimhoudingPersoonsgegevens", "opschortingBijhouding", "rni", "verificatie"}
    hoofd = {v.split(".")[0] for v in velden} | altijd
    return 200, {"type": soort, "personen": [{k: w for k, w in p.items() if k in hoofd} for p in gevonden]}


def _fouten(lijf: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What the specification does not allow in this question: (parameter, reason)."""
    if lijf.get("type") not in BRP_VRAGEN:
        yield "type", "Waarde is geen geldig zoek type."
        return
    nodig, extra = BRP_VRAGEN[lijf["type"]]
    yield from ((naam, "Parameter is verplicht.") for naam in nodig if not lijf.get(naam))
    vormen = nodig | extra
    for naam, waarde in lijf.items():
        if naam == "fields":
            yield from _veldfouten(lijf["type"], waarde)
        elif naam == "huisnummer" and type(waarde) is not int:
            yield naam, "Waarde is geen geldig getal."
        elif naam == "burgerservicenummer" and not all(re.fullmatch(r"\d{9}", n) for n in waarde):
            yield naam, "Waarde voldoet niet aan patroon."
        elif naam not in vormen and naam != "type":
            yield naam, "Parameter is niet verwacht."
        elif vormen.get(naam) and not re.fullmatch(vormen[naam], waarde):
            yield naam, "Waarde voldoet niet aan patroon."


def _veldfouten(soort: str, velden: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(velden, list) or not 1 <= len(velden) <= 130:
        yield "fields", "Array bevat minder dan 1 of meer dan 130 items."
    elif soort.startswith("Zoek"):
        yield from (
            ("fields", f"{v} mag niet gevraagd worden.") for v in velden if not re.fullmatch(BEPERKT, v)
        )


def _past(p: dict[str, Any], lijf: dict[str, Any]) -> bool:
    adres = p["verblijfplaats"]["verblijfadres"]
    heeft = {
        "geslachtsnaam": p["naam"]["geslachtsnaam"], "geboortedatum": p["geboorte"]["datum"].get("datum"),
        "postcode": adres.get("postcode"), "huisnummer": adres["huisnummer"], "huisletter": adres.get("huisletter"),
        "nummeraanduidingIdentificatie": p["verblijfplaats"].get("nummeraanduidingIdentificatie"),
    }  # fmt: skip
    return all(heeft[k] == w for k, w in lijf.items() if k in heeft)


def _beperkt(p: dict[str, Any]) -> dict[str, Any]:
    adres = p["verblijfplaats"]["verblijfadres"]
    regel1 = f"{adres['officieleStraatnaam']} {adres['huisnummer']}"
    return {k: w for k, w in p.items() if k != "verblijfplaats"} | {
        "adressering": {
            "adresregel1": regel1,
            "adresregel2": f"{adres.get('postcode', '')}  {adres['woonplaats'].upper()}",
        }
    }


def bag(pad: str, zoek: dict[str, str], koppen: dict[str, str], _lijf: Any) -> Antwoord:
    if koppen.get("x-api-key") != "sleutel":
        return problem(401, "Niet geautoriseerd.")
    if koppen.get("accept") != "application/hal+json" or koppen.get("accept-crs") != "epsg:28992":
        return problem(406, "Gevraagde representatie niet beschikbaar.")
    if zoek.keys() - {
        "postcode",
        "huisnummer",
        "huisletter",
        "huisnummertoevoeging",
        "woonplaatsNaam",
        "openbareRuimteNaam",
    }:
        return problem(400, "De combinatie van parameters is niet toegestaan.", zoek="Onbekende parameter.")
    if zoek.get("postcode") and not re.fullmatch(_POST.replace(" ?", ""), zoek["postcode"]):
        return problem(400, "Waarde voldoet niet aan het patroon.", postcode="Waarde is niet geldig.")
    basis = "/lvbag/individuelebevragingen/v2/adressenuitgebreid"
    if pad.startswith(f"{basis}/"):
        return (200, ADRES) if pad.endswith("/9901200000000012") else problem(404, "Niet gevonden.")
    if pad != basis:
        return problem(404, "Pad bestaat niet.")
    hier = zoek.get("postcode") == "9901KW" or zoek.get("openbareRuimteNaam", "").lower() == "kassenweg"
    gevonden = [ADRES] if hier and zoek["huisnummer"] == "12" else []
    return 200, {"_embedded": {"adressen": gevonden}, "_links": {}} if gevonden else {
        "_links": {"self": {"href": pad}}
    }


def kvk(pad: str, zoek: dict[str, str], koppen: dict[str, str], _lijf: Any) -> Antwoord:
    if koppen.get("apikey") != "sleutel":
        return 401, {"fault": {"faultstring": "Failed to resolve API Key variable"}}
    if pad == "/api/v1/basisprofielen/99990012" and zoek == {"geoData": "false"}:
        return 200, PROFIEL
    niets = (
        404,
        {
            "fout": [
                {"code": "IPD5200", "omschrijving": "Er zijn geen resultaten op basis van uw zoekopdracht"}
            ]
        },
    )
    if pad != "/api/v2/zoeken":
        return niets
    if zoek.keys() - {
        "kvkNummer",
        "naam",
        "plaats",
        "postcode",
        "huisnummer",
        "pagina",
        "resultatenPerPagina",
    }:
        return 400, {"fout": [{"code": "IPD1006", "omschrijving": "De parameter is onbekend."}]}
    if "rijnglas" not in zoek.get("naam", "").lower() and zoek.get("postcode") != "9901KW":
        return niets
    return 200, {
        "pagina": 1,
        "resultatenPerPagina": int(zoek["resultatenPerPagina"]),
        "totaal": 1,
        "resultaten": [BEDRIJF],
    }


@contextmanager
def draaiend(spreekt: Any) -> Iterator[Register]:
    """One of the three on a free port of this machine, until the end of the block."""
    register = Register()

    class Loket(BaseHTTPRequestHandler):
        def _doe(self) -> None:
            deel = urlsplit(self.path)
            ruw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            lijf = json.loads(ruw) if ruw else None
            koppen = {naam.lower(): waarde for naam, waarde in self.headers.items()}
            register.gevraagd.append((f"{self.command} {self.path}", koppen, lijf))
            antwoord = register.in_plaats
            if not isinstance(antwoord, bytes):
                status, inhoud = antwoord or spreekt(deel.path, dict(parse_qsl(deel.query)), koppen, lijf)
                antwoord, kop = json.dumps(inhoud).encode(), status
            else:
                kop = 200
            self.send_response(kop)
            self.send_header("Content-Length", str(len(antwoord)))
            self.end_headers()
            self.wfile.write(antwoord)

        do_GET = do_POST = _doe  # the names that the server looks for

        def log_message(self, *_: Any) -> None:
            """Nothing on the screen of a test."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Loket)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    register.adres = f"http://127.0.0.1:{server.server_port}"
    try:
        yield register
    finally:
        server.shutdown()
        server.server_close()
