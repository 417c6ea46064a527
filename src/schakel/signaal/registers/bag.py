# SPDX-License-Identifier: EUPL-1.2
"""BAG Individuele Bevragingen v2, `GET /adressenuitgebreid` (HAL): does an address exist, and what is it for?

The identification is stored beside the text, so that one address is one address in any spelling. No persons.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.signaal.registers.antwoord import Treffer, blok, gevuld, regels, rij, tekst
from schakel.signaal.registers.instellingen import Poort
from schakel.signaal.registers.lijn import vraag

VELDEN = {
    "postcode": gettext_lazy("Postcode"),
    "huisnummer": gettext_lazy("Huisnummer"),
    "huisletter": gettext_lazy("Huisletter"),
    "toevoeging": gettext_lazy("Toevoeging"),
    "straat": gettext_lazy("Straat"),
    "plaats": gettext_lazy("Plaats"),
    "nummeraanduiding": gettext_lazy("BAG-nummer van het adres (16 cijfers)"),
}
_KOPPEN = {"Accept": "application/hal+json", "Accept-Crs": "epsg:28992"}


def bevraag(poort: Poort, zoek: Mapping[str, str], koppen: dict[str, str]) -> list[Treffer]:
    """The addresses of today under these criteria; letter and addition may be left out."""
    pad = "/adressenuitgebreid"
    if nummer := zoek.get("nummeraanduiding"):
        if not re.fullmatch(r"\d{16}", nummer):
            raise ValueError(_("Een BAG-nummer heeft zestien cijfers."))
        een = vraag(poort, "GET", f"{pad}/{nummer}", koppen=_KOPPEN | koppen)
        return [_treffer(een)] if een else []
    antwoord = vraag(poort, "GET", pad, koppen=_KOPPEN | koppen, zoek=_criteria(zoek))
    return [_treffer(blok(a)) for a in rij(blok((antwoord or {}).get("_embedded")).get("adressen"))]


def _criteria(zoek: Mapping[str, str]) -> dict[str, str]:
    meer = gevuld(huisletter=zoek.get("huisletter", ""), huisnummertoevoeging=zoek.get("toevoeging", ""))
    nummer = zoek.get("huisnummer", "")
    if not re.fullmatch(r"[1-9]\d{0,4}", nummer):
        raise ValueError(_("Schrijf het huisnummer in cijfers; letter en toevoeging hebben een eigen veld."))
    if postcode := zoek.get("postcode", "").replace(" ", "").upper():
        if not re.fullmatch(r"[1-9]\d{3}[A-Z]{2}", postcode):
            raise ValueError(_("Een postcode heeft vier cijfers en twee letters."))
        return {"postcode": postcode, "huisnummer": nummer, **meer}
    if zoek.get("straat") and zoek.get("plaats"):
        plek = {"woonplaatsNaam": zoek["plaats"], "openbareRuimteNaam": zoek["straat"]}
        return {**plek, "huisnummer": nummer, **meer}
    raise ValueError(_("De BAG zoekt op postcode met huisnummer, of op straat, huisnummer en plaats."))


def _treffer(a: dict[str, Any]) -> Treffer:
    delen = (a.get("huisnummer"), a.get("huisletter"), a.get("huisnummertoevoeging"))
    adres = gevuld(
        straat=tekst(a.get("openbareRuimteNaam")), huisnummer=" ".join(filter(None, map(tekst, delen))),
        postcode=tekst(a.get("postcode")), plaats=tekst(a.get("woonplaatsNaam")),
        bag=tekst(a.get("nummeraanduidingIdentificatie")),
    )  # fmt: skip
    doelen = ", ".join(filter(None, map(tekst, rij(a.get("gebruiksdoelen")))))
    oppervlakte = tekst(a.get("oppervlakte"))
    status = tekst(a.get("adresseerbaarObjectStatus"))
    bouwjaar = ", ".join(filter(None, map(tekst, rij(a.get("oorspronkelijkBouwjaar")))))
    feiten = ", ".join(filter(None, (doelen, f"{oppervlakte} m²" if oppervlakte else "", status)))
    return Treffer(
        titel=" ".join(adres.get(n, "") for n in ("straat", "huisnummer", "postcode", "plaats")).strip(),
        regels=regels(
            (_("Gebruiksdoel"), doelen),
            (_("Oppervlakte"), f"{oppervlakte} m²" if oppervlakte else ""),
            (_("Status"), status),
            (_("Bouwjaar"), bouwjaar),
            (_("BAG-nummer"), adres.get("bag", "")),
        ),
        gegevens=(("adres", adres | gevuld(omschrijving=feiten)),) if adres else (),
        merken=(_("Een deel is in onderzoek: het kan onjuist zijn."),) if a.get("inonderzoek") else (),
    )
