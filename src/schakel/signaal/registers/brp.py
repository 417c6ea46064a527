# SPDX-License-Identifier: EUPL-1.2
"""BRP Personen Bevragen 2.7: one address, `POST /personen`, the kind of question in `type` (standaarden.md).

The register finds no phone, alias or foreign document, and searches on no part of a date: many victims are not
to be found. Only the fields that are needed are asked; nationality is never asked.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.convenant.rules import Handeling
from schakel.signaal.registers.antwoord import Treffer, blok, gevuld, regels, rij, tekst
from schakel.signaal.registers.instellingen import Poort
from schakel.signaal.registers.lijn import vraag

VELDEN = {
    "bsn": gettext_lazy("Burgerservicenummer"),
    "achternaam": gettext_lazy("Achternaam, zonder tussenvoegsel"),
    "tussenvoegsel": gettext_lazy("Tussenvoegsel"),
    "voornaam": gettext_lazy("Voornamen"),
    "geboortedatum": gettext_lazy("Geboortedatum, volledig (jjjj-mm-dd)"),
    "gemeente": gettext_lazy("Gemeentecode (vier cijfers)"),
    "postcode": gettext_lazy("Postcode"),
    "huisnummer": gettext_lazy("Huisnummer"),
    "huisletter": gettext_lazy("Huisletter"),
    "toevoeging": gettext_lazy("Toevoeging"),
    "nummeraanduiding": gettext_lazy("BAG-nummer van het adres (16 cijfers)"),
}

_NAAM = ("naam.voornamen", "naam.voorvoegsel", "naam.geslachtsnaam", "geboorte.datum", "geslacht")
BEPERKT = ("burgerservicenummer", *_NAAM, "adressering.adresregel1", "adressering.adresregel2")
"""What a search gives: who it is, and where post goes."""

_ADRES = ("officieleStraatnaam", "huisnummer", "huisletter", "huisnummertoevoeging", "postcode", "woonplaats")
VOLLEDIG = (
    "burgerservicenummer", *_NAAM, "gemeenteVanInschrijving", "verblijfplaats.datumVan",
    "verblijfplaats.nummeraanduidingIdentificatie", "verblijfplaats.indicatieVastgesteldVerblijftNietOpAdres",
    *(f"verblijfplaats.verblijfadres.{veld}" for veld in _ADRES),
)  # fmt: skip
"""What a number gives: the registered address as well."""

_VORM = {
    "bsn": r"\d{9}", "geboortedatum": r"\d{4}-\d{2}-\d{2}", "gemeente": r"\d{4}", "postcode": r"[1-9]\d{3} ?[A-Za-z]{2}",
    "huisnummer": r"[1-9]\d{0,4}", "huisletter": r"[A-Za-z]", "nummeraanduiding": r"\d{16}",
}  # fmt: skip


def lichaam(zoek: Mapping[str, str]) -> dict[str, Any]:
    """The question as the register takes it; raises ValueError with a Dutch sentence when nothing fits."""
    for naam, waarde in zoek.items():
        if naam in _VORM and not re.fullmatch(_VORM[naam], waarde):
            raise ValueError(
                _("%(veld)s: '%(waarde)s' heeft niet de vorm die de BRP vraagt.")
                % {"veld": VELDEN[naam], "waarde": waarde}
            )
    if bsn := zoek.get("bsn"):
        soort: dict[str, Any] = {"type": "RaadpleegMetBurgerservicenummer", "burgerservicenummer": [bsn]}
        return soort | {"fields": list(VOLLEDIG)}
    for soort_, criteria in _zoekvragen(zoek):
        return {"type": soort_, "fields": list(BEPERKT), **criteria}
    raise ValueError(
        _(
            "De BRP zoekt op burgerservicenummer, op achternaam met volledige geboortedatum, op voornamen met achternaam "
            "en gemeente, of op een adres. Vul een van die combinaties helemaal in."
        )
    )


def _zoekvragen(zoek: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The kinds of question that these criteria allow, the sharpest first."""
    naam = gevuld(
        geslachtsnaam=zoek.get("achternaam", ""), voorvoegsel=zoek.get("tussenvoegsel", ""), voornamen=zoek.get("voornaam", "")
    )  # fmt: skip
    if "geslachtsnaam" in naam and zoek.get("geboortedatum"):
        yield "ZoekMetGeslachtsnaamEnGeboortedatum", {**naam, "geboortedatum": zoek["geboortedatum"]}
    if {"geslachtsnaam", "voornamen"} <= naam.keys() and zoek.get("gemeente"):
        yield "ZoekMetNaamEnGemeenteVanInschrijving", {**naam, "gemeenteVanInschrijving": zoek["gemeente"]}
    if zoek.get("nummeraanduiding"):
        yield (
            "ZoekMetNummeraanduidingIdentificatie",
            {"nummeraanduidingIdentificatie": zoek["nummeraanduiding"]},
        )
    if zoek.get("postcode") and zoek.get("huisnummer"):
        meer = gevuld(huisletter=zoek.get("huisletter", ""), huisnummertoevoeging=zoek.get("toevoeging", ""))
        postcode = zoek["postcode"].replace(" ", "").upper()
        yield (
            "ZoekMetPostcodeEnHuisnummer",
            {"postcode": postcode, "huisnummer": int(zoek["huisnummer"]), **meer},
        )


def bevraag(poort: Poort, zoek: Mapping[str, str], koppen: dict[str, str]) -> list[Treffer]:
    """Whom the register knows under these criteria."""
    antwoord = vraag(poort, "POST", "/personen", koppen=koppen, inhoud=lichaam(zoek))
    return [_treffer(blok(p)) for p in rij((antwoord or {}).get("personen"))]


def datum(ruw: Any) -> str:
    """A date of the register as far as it is known: a day, a month, a year, or nothing."""
    d = blok(ruw)
    soort = d.get("type")
    if soort == "JaarMaandDatum":
        return f"{tekst(d.get('jaar'))}-{tekst(d.get('maand')):0>2}"
    return tekst(d.get("datum") if soort == "Datum" else d.get("jaar"))


def _treffer(p: dict[str, Any]) -> Treffer:
    naam, plaats = blok(p.get("naam")), blok(p.get("verblijfplaats"))
    persoon = gevuld(
        voornaam=tekst(naam.get("voornamen")), tussenvoegsel=tekst(naam.get("voorvoegsel")),
        achternaam=tekst(naam.get("geslachtsnaam")), geboortedatum=datum(blok(p.get("geboorte")).get("datum")),
        geslacht={"M": "man", "V": "vrouw"}.get(tekst(blok(p.get("geslacht")).get("code")), ""),
        bsn=tekst(p.get("burgerservicenummer")),
    )  # fmt: skip
    adres = _adres(plaats)
    adressering = blok(p.get("adressering"))
    post = ", ".join(filter(None, (tekst(adressering.get(f"adresregel{n}")) for n in (1, 2))))
    in_woorden = " ".join(adres.get(n, "") for n in ("straat", "huisnummer", "postcode", "plaats")).strip()
    geheim = bool(p.get("geheimhoudingPersoonsgegevens"))
    wie = " ".join(persoon.get(n, "") for n in ("voornaam", "tussenvoegsel", "achternaam")).split()
    gegevens: list[tuple[str, dict[str, str]]] = [("persoon", persoon)] if wie or "bsn" in persoon else []
    if adres:
        gegevens.append(("adres", adres | ({"geheim": "ja"} if geheim else {})))
    return Treffer(
        titel=" ".join(wie) or _("zonder naam"),
        regels=regels(
            (_("Geboren"), persoon.get("geboortedatum", "")),
            (_("Burgerservicenummer"), persoon.get("bsn", "")),
            (_("Adres"), in_woorden or post),
            (_("Sinds"), datum(plaats.get("datumVan"))),
            (_("Gemeente van inschrijving"), tekst(blok(p.get("gemeenteVanInschrijving")).get("omschrijving"))),
        ),
        gegevens=tuple(gegevens),
        merken=tuple(_merken(p, plaats, geheim)),
        handeling=Handeling.EIGEN if geheim else Handeling.KETEN,
        sleutel=persoon.get("bsn", "") if not plaats else "",
    )  # fmt: skip


def _adres(plaats: dict[str, Any]) -> dict[str, str]:
    adres = blok(plaats.get("verblijfadres"))
    delen = (adres.get("huisnummer"), adres.get("huisletter"), adres.get("huisnummertoevoeging"))
    if not adres:
        return {}
    return gevuld(
        straat=tekst(adres.get("officieleStraatnaam") or adres.get("korteStraatnaam")),
        huisnummer=" ".join(filter(None, map(tekst, delen))), postcode=tekst(adres.get("postcode")),
        plaats=tekst(adres.get("woonplaats")), bag=tekst(plaats.get("nummeraanduidingIdentificatie")),
    )  # fmt: skip


def _merken(p: dict[str, Any], plaats: dict[str, Any], geheim: bool) -> Iterator[str]:
    """What the register always tells beside its information."""
    if geheim:
        yield _("Geheimhouding: geef dit aan niemand buiten je organisatie.")
    if opgeschort := blok(p.get("opschortingBijhouding")):
        waarom = tekst(blok(opgeschort.get("reden")).get("omschrijving"))
        yield _("De bijhouding is opgeschort: %(waarom)s.") % {"waarom": waarom or _("reden niet genoemd")}
    if _in_onderzoek(p):
        yield _("Een deel is in onderzoek: het kan onjuist zijn.")
    if plaats.get("indicatieVastgesteldVerblijftNietOpAdres"):
        yield _("Vastgesteld: deze persoon verblijft niet op het adres.")
    if plaats.get("type") in ("VerblijfplaatsOnbekend", "VerblijfplaatsBuitenland"):
        yield _("Woont volgens de BRP niet op een adres in Nederland.")
    if rij(p.get("rni")):
        yield _("Niet-ingezetene: de BRP wordt niet door een gemeente bijgehouden.")


def _in_onderzoek(deel: Any) -> bool:
    """Is any part of this person being looked into? The mark stands at each group."""
    if isinstance(deel, list):
        return any(map(_in_onderzoek, deel))
    if not isinstance(deel, dict):
        return False
    return bool(deel.get("inOnderzoek")) or any(map(_in_onderzoek, deel.values()))
