# SPDX-License-Identifier: EUPL-1.2
"""What each kind of statement on a signaal holds: the shape of `Gegeven.inhoud`, its check and its category.
Pure.

One table (`SOORTEN`) feeds the forms, the API, the import and the linking. All values are text; empty ones
are left out. Content that looks odd is kept as written: people report what they saw, in the words they have.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from schakel.convenant.rules import Categorie
from schakel.signaal.rules.woorden import ROL_NAAM, Gezien, Rol

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

KORT, LANG = 200, 20_000


@dataclass(frozen=True)
class Veld:
    """One field: label, hint, greatest length (characters), its closed list of values, and whether a form
    asks it.
    """

    label: "StrPromise"
    hint: "StrPromise | str" = ""
    hoogstens: int = KORT
    keuzes: "Mapping[str, StrPromise | str] | None" = None
    gevraagd: bool = True


@dataclass(frozen=True)
class Soort:
    """A kind of statement. At least one of `een_van` must be filled."""

    naam: "StrPromise"
    velden: Mapping[str, Veld]
    een_van: tuple[str, ...]
    categorie: Categorie = Categorie.OBJECT

    @property
    def gevraagd(self) -> dict[str, Veld]:
        """The fields that a form asks."""
        return {naam: veld for naam, veld in self.velden.items() if veld.gevraagd}


_GESLACHT = {"man": _("Man"), "vrouw": _("Vrouw"), "anders": _("Anders"), "onbekend": _("Niet bekend")}
_JA = {"ja": _("Ja")}

SOORTEN: dict[str, Soort] = {
    "persoon": Soort(
        _("Persoon"),
        {
            "rol": Veld(
                _("Rol"),
                _("Wat iemand lijkt te zijn; het is geen oordeel."),
                keuzes={r.value: ROL_NAAM[r] for r in Rol},
            ),
            "voornaam": Veld(_("Voornaam")),
            "achternaam": Veld(_("Achternaam"), _("Met tussenvoegsel, zoals je het hoorde of las.")),
            "tussenvoegsel": Veld(_("Tussenvoegsel"), gevraagd=False),
            "naam": Veld(_("Hele naam"), gevraagd=False),
            "roepnaam": Veld(_("Bijnaam of roepnaam")),
            "geboortedatum": Veld(_("Geboortedatum"), _("Ook onzeker mag: 1998, of ±1998."), 40),
            "geslacht": Veld(_("Geslacht"), keuzes=_GESLACHT),
            "bsn": Veld(_("Burgerservicenummer"), _("Alleen als je het mag gebruiken."), 20),
            "taal": Veld(_("Taal"), _("Handig voor een tolk.")),
            "nationaliteit": Veld(
                _("Nationaliteit"), _("Voor de opvang; nooit een aanwijzing."), gevraagd=False
            ),
            "documentnummer": Veld(_("Nummer van identiteitsbewijs"), gevraagd=False),
            "slachtofferstatus": Veld(_("Status als slachtoffer"), gevraagd=False),
            "status_door": Veld(_("Status vastgesteld door"), gevraagd=False),
            "leeftijd_uitbuiting": Veld(_("Leeftijd bij de eerste uitbuiting"), gevraagd=False),
            "werving": Veld(_("Manier van werving"), hoogstens=2000, gevraagd=False),
            "dwangmiddelen": Veld(_("Middelen van dwang"), hoogstens=2000, gevraagd=False),
            "daderrol": Veld(_("Wat iemand deed"), hoogstens=2000, gevraagd=False),
            "daderrol_toelichting": Veld(_("Toelichting daarbij"), hoogstens=2000, gevraagd=False),
            "omschrijving": Veld(_("Omschrijving"), _("Waaraan herken je deze persoon?"), 2000),
        },
        ("voornaam", "achternaam", "roepnaam", "naam", "bsn", "documentnummer", "omschrijving"),
        Categorie.WAARNEMING,
    ),
    "adres": Soort(
        _("Adres"),
        {
            "straat": Veld(_("Straat")),
            "huisnummer": Veld(_("Huisnummer"), "", 30),
            "postcode": Veld(_("Postcode"), "", 20),
            "plaats": Veld(_("Plaats")),
            "land": Veld(_("Land"), _("Alleen als het niet Nederland is."), 60),
            "bag": Veld(_("BAG-nummer"), "", 30),
            "geheim": Veld(
                _("Geheim adres of opvangadres"), _("Schakel legt hiermee nooit een verband."), keuzes=_JA
            ),
            "omschrijving": Veld(_("Wat valt hier op?"), "", 2000),
        },
        ("straat", "postcode", "plaats", "bag", "omschrijving"),
    ),
    "telefoon": Soort(
        _("Telefoonnummer"),
        {
            "telefoon": Veld(_("Telefoonnummer"), _("Schrijf het op zoals je het ziet."), 60),
            "omschrijving": Veld(_("Van wie, of waar gezien?")),
        },
        ("telefoon",),
    ),
    "bedrijf": Soort(
        _("Bedrijf"),
        {
            "bedrijf": Veld(_("Naam van het bedrijf")),
            "kvk": Veld(_("KvK-nummer"), "", 20),
            "vestiging": Veld(_("Vestigingsnummer"), "", 20),
            "omschrijving": Veld(_("Wat doet het?"), "", 2000),
        },
        ("bedrijf", "kvk", "vestiging"),
    ),
    "voertuig": Soort(
        _("Voertuig"),
        {
            "kenteken": Veld(_("Kenteken"), "", 20),
            "voertuig": Veld(_("Merk, model en kleur")),
            "omschrijving": Veld(_("Waar gezien?"), "", 2000),
        },
        ("kenteken", "voertuig"),
    ),
    "rekening": Soort(
        _("Bankrekening"), {"iban": Veld(_("IBAN"), "", 60), "houder": Veld(_("Op naam van"))}, ("iban",)
    ),
    "account": Soort(
        _("Account"),
        {
            "account": Veld(_("Gebruikersnaam of link")),
            "platform": Veld(_("Platform"), "", 60),
            "email": Veld(_("E-mailadres")),
        },
        ("account", "email"),
    ),
    "advertentie": Soort(
        _("Advertentie"),
        {"advertentie": Veld(_("Tekst van de advertentie"), "", LANG), "url": Veld(_("Webadres"), "", 2000)},
        ("advertentie", "url"),
    ),
    "document": Soort(
        _("Document"),
        {
            "document": Veld(_("Soort document")),
            "nummer": Veld(_("Nummer"), "", 60),
            "omschrijving": Veld(_("Wat valt op?"), "", 2000),
        },
        ("document", "nummer"),
    ),
    "tekst": Soort(
        _("Beschrijving"),
        {"tekst": Veld(_("Wat heb je gezien of gehoord?"), _("Vertel het in je eigen woorden."), LANG)},
        ("tekst",),
        Categorie.WAARNEMING,
    ),
    "indicator": Soort(
        _("Indicator"),
        {
            "indicator": Veld(_("Indicator"), "", 20),
            "lijst": Veld(_("Lijst"), "", 20),
            "versie": Veld(_("Versie van de lijst"), "", 6),
            "gezien": Veld(_("Gezien?"), keuzes={g.value: g.value for g in Gezien}),
            "omschrijving": Veld(_("Wat precies?"), "", 2000),
        },
        ("indicator",),
        Categorie.WAARNEMING,
    ),
}

IN_TE_VULLEN = tuple(s for s in SOORTEN if s != "indicator")
"""Kinds with an ordinary form; indicators have their own page."""

_ROLCATEGORIE = {
    Rol.SLACHTOFFER: Categorie.PERSOON_SLACHTOFFER,
    Rol.VERDACHTE: Categorie.PERSOON_VERDACHT,
    Rol.FACILITATOR: Categorie.PERSOON_VERDACHT,
    Rol.MELDER: Categorie.MELDER,
}


def categorie(soort: str, rol: str = "") -> Categorie:
    """The category that a statement gets when its writer does not choose another."""
    if soort == "persoon" and rol in _ROLCATEGORIE:
        return _ROLCATEGORIE[Rol(rol)]
    return SOORTEN[soort].categorie


def controleer(soort: str, ruw: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    """Check what was typed. Returns (inhoud, fouten): the fields that are filled, and per field a Dutch
    sentence.

    Field "" in `fouten` stands for the statement as a whole.
    """
    if soort not in SOORTEN:
        return {}, {"": f"Onbekende soort '{soort}'. Kies uit: {', '.join(SOORTEN)}."}
    kader = SOORTEN[soort]
    inhoud = {naam: schoon(ruw.get(naam)) for naam in kader.velden if schoon(ruw.get(naam))}
    fouten = {
        naam: f"Onbekend veld. Kies uit: {', '.join(kader.velden)}."
        for naam in ruw
        if naam not in kader.velden
    }
    for naam, waarde in inhoud.items():
        veld = kader.velden[naam]
        if len(waarde) > veld.hoogstens:
            fouten[naam] = (
                f"Dit zijn {len(waarde)} tekens; er passen er {veld.hoogstens}. "
                "Kort het in of voeg een beschrijving toe."
            )
        elif veld.keuzes and waarde not in veld.keuzes:
            fouten[naam] = f"Kies een van: {', '.join(veld.keuzes)}."
    if not any(inhoud.get(naam) for naam in kader.een_van):
        labels = " of ".join(str(kader.velden[n].label).lower() for n in kader.een_van if n in kader.gevraagd)
        fouten[""] = f"Vul ten minste in: {labels}."
    return inhoud, fouten


def schoon(waarde: object) -> str:
    """Text without control characters (NUL breaks the database) and outer blanks; line breaks stay."""
    tekst = "" if waarde is None else str(waarde)
    return "".join(
        c for c in tekst.replace("\r\n", "\n") if c in "\n\t" or (c.isprintable() or c > "\x9f")
    ).strip()


_KORT: dict[str, tuple[tuple[str, ...], ...]] = {
    "persoon": (("voornaam", "tussenvoegsel", "achternaam"), ("geboortedatum",)),
    "adres": (("straat", "huisnummer"), ("postcode", "plaats"), ("land",)),
    "bedrijf": (("bedrijf",), ("kvk",)),
    "account": (("account",), ("platform",), ("email",)),
    "indicator": (("indicator",), ("gezien",)),
}
"""What a statement is called in one line: groups of fields, joined by a comma."""


def kort(soort: str, inhoud: Mapping[str, Any]) -> str:
    """A statement in one line, for lists and headings; a person without a name by nickname or description."""
    groepen = _KORT.get(soort) or tuple((naam,) for naam in SOORTEN[soort].een_van)
    if soort == "persoon" and not any(inhoud.get(n) for n in groepen[0]):
        bekend = next(
            (n for n in ("naam", "roepnaam", "omschrijving", "documentnummer") if inhoud.get(n)), "naam"
        )
        groepen = ((bekend,), *groepen[1:])
    delen = (" ".join(str(inhoud[n]) for n in groep if inhoud.get(n)) for groep in groepen)
    return ", ".join(d for d in delen if d)[:160]
