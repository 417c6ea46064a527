# SPDX-License-Identifier: EUPL-1.2
"""KvK: Zoeken v2, and the Basisprofiel v1 of one number. Names of persons behind a company are not asked."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.signaal.registers.antwoord import Treffer, blok, gevuld, regels, rij, tekst
from schakel.signaal.registers.instellingen import Poort
from schakel.signaal.registers.lijn import vraag

VELDEN = {
    "kvk": gettext_lazy("KvK-nummer (acht cijfers)"),
    "bedrijf": gettext_lazy("Naam van het bedrijf"),
    "plaats": gettext_lazy("Plaats"),
    "postcode": gettext_lazy("Postcode"),
    "huisnummer": gettext_lazy("Huisnummer"),
}
PER_KEER = "20"


def bevraag(poort: Poort, zoek: Mapping[str, str], koppen: dict[str, str]) -> list[Treffer]:
    """The companies under these criteria; one number gives its profile."""
    criteria = _criteria(zoek)
    if nummer := criteria.get("kvkNummer"):
        profiel = vraag(
            poort, "GET", f"/v1/basisprofielen/{nummer}", koppen=koppen, zoek={"geoData": "false"}
        )
        return [_profiel(profiel)] if profiel else []
    antwoord = vraag(
        poort,
        "GET",
        "/v2/zoeken",
        koppen=koppen,
        zoek={**criteria, "pagina": "1", "resultatenPerPagina": PER_KEER},
    )
    return [_gevonden(blok(r)) for r in rij((antwoord or {}).get("resultaten"))]


def _criteria(zoek: Mapping[str, str]) -> dict[str, str]:
    if nummer := zoek.get("kvk", "").replace(" ", ""):
        if not re.fullmatch(r"\d{8}", nummer):
            raise ValueError(_("Een KvK-nummer heeft acht cijfers."))
        return {"kvkNummer": nummer}
    criteria = gevuld(
        naam=zoek.get("bedrijf", ""), plaats=zoek.get("plaats", ""),
        postcode=zoek.get("postcode", "").replace(" ", "").upper(), huisnummer=zoek.get("huisnummer", ""),
    )  # fmt: skip
    if "naam" not in criteria and not {"postcode", "huisnummer"} <= criteria.keys():
        raise ValueError(_("De KvK zoekt op nummer, op naam, of op postcode met huisnummer."))
    return criteria


def _adres(ruw: dict[str, Any]) -> dict[str, str]:
    delen = (ruw.get("huisnummer"), ruw.get("huisletter"), ruw.get("huisnummerToevoeging"))
    return gevuld(
        straat=tekst(ruw.get("straatnaam")), huisnummer=" ".join(filter(None, map(tekst, delen))),
        postcode=tekst(ruw.get("postcode")), plaats=tekst(ruw.get("plaats")),
    )  # fmt: skip


def _treffer(
    bedrijf: dict[str, str],
    adres: dict[str, str],
    meer: tuple[tuple[str, str], ...],
    merken: tuple[str, ...],
    sleutel: str,
) -> Treffer:
    waar = " ".join(adres.get(n, "") for n in ("straat", "huisnummer", "postcode", "plaats")).strip()
    gegevens = [("bedrijf", bedrijf)] if bedrijf else []
    gegevens += [("adres", adres)] if adres.keys() & {"straat", "postcode"} else []
    nummers = regels((_("KvK-nummer"), bedrijf.get("kvk", "")), (_("Adres"), waar))
    return Treffer(bedrijf.get("bedrijf", waar), nummers + meer, tuple(gegevens), merken, sleutel=sleutel)


def _gevonden(r: dict[str, Any]) -> Treffer:
    adres = _adres(blok(blok(r.get("adres")).get("binnenlandsAdres")))
    nummer = tekst(r.get("kvkNummer"))
    bedrijf = gevuld(bedrijf=tekst(r.get("naam")), kvk=nummer, vestiging=tekst(r.get("vestigingsnummer")))
    merken = (_("Niet meer actief."),) if tekst(r.get("actief")) == "Nee" else ()
    return _treffer(bedrijf, adres, regels((_("Soort"), tekst(r.get("type")))), merken, nummer)


def _profiel(p: dict[str, Any]) -> Treffer:
    samen = blok(p.get("_embedded"))
    vestiging, eigenaar = blok(samen.get("hoofdvestiging")), blok(samen.get("eigenaar"))
    adressen = [blok(a) for a in rij(vestiging.get("adressen")) or rij(eigenaar.get("adressen"))]
    bezoek = next((a for a in adressen if a.get("type") == "bezoekadres"), adressen[0] if adressen else {})
    namen = [tekst(blok(h).get("naam")) for h in rij(p.get("handelsnamen"))]
    wat = [tekst(blok(s).get("sbiOmschrijving")) for s in rij(p.get("sbiActiviteiten"))]
    mensen, sinds = (
        tekst(p.get("totaalWerkzamePersonen")),
        tekst(blok(p.get("materieleRegistratie")).get("datumAanvang")),
    )
    bedrijf = gevuld(
        bedrijf=tekst(p.get("naam")), kvk=tekst(p.get("kvkNummer")), vestiging=tekst(vestiging.get("vestigingsnummer")),
        omschrijving="; ".join(filter(None, wat)),
    )  # fmt: skip
    meer = regels(
        (_("Rechtsvorm"), tekst(eigenaar.get("uitgebreideRechtsvorm") or eigenaar.get("rechtsvorm"))),
        (_("Handelsnamen"), ", ".join(filter(None, namen))),
        (_("Activiteiten"), bedrijf.get("omschrijving", "")),
        (_("Werkzame personen"), mensen),
        (_("Sinds"), f"{sinds[:4]}-{sinds[4:6]}-{sinds[6:]}" if re.fullmatch(r"\d{8}", sinds) else ""),
    )
    einde = tekst(blok(p.get("materieleRegistratie")).get("datumEinde"))
    return _treffer(bedrijf, _adres(bezoek), meer, (_("Niet meer actief."),) if einde else (), "")
