# SPDX-License-Identifier: EUPL-1.2
"""What can be written down in a zorgtraject: one table feeds forms, pages and API. All of it is *zorginhoud*. Pure.

`vertrouwd` is what a client said in trust: it stays with those named on the traject, also after sharing with another
institution (report pp. 137-138).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from django.utils.translation import gettext_lazy as _

from schakel.convenant.rules import Handeling

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

LEVENSGEBIED = {
    "veiligheid": _("Veiligheid"),
    "wonen": _("Wonen en opvang"),
    "gezondheid": _("Lichamelijke gezondheid"),
    "psychisch": _("Psychische gezondheid"),
    "verslaving": _("Middelen en verslaving"),
    "geld": _("Geld en schulden"),
    "werk": _("Werk en dag"),
    "gezin": _("Gezin en kinderen"),
    "netwerk": _("Netwerk"),
    "juridisch": _("Recht en verblijf"),
    "zingeving": _("Zingeving en toekomst"),
}
PLANDEEL = {
    "opvang": _("Opvang"),
    "psychosociaal": _("Psychosociaal"),
    "materieel": _("Materieel"),
    "juridisch": _("Juridisch"),
    "terugkeer": _("Terugkeer"),
    "toekomst": _("Toekomst"),
}
"""The parts of the zorgplan (report p. 137)."""

ERNST = {"laag": _("Laag"), "midden": _("Midden"), "hoog": _("Hoog"), "onbekend": _("Nog niet bekend")}
STAND = {
    "open": _("Loopt"),
    "bereikt": _("Bereikt"),
    "losgelaten": _("Losgelaten"),
    "niet_nodig": _("Niet nodig"),
}
GESLACHT = {"vrouw": _("Vrouw"), "man": _("Man"), "anders": _("Anders"), "onbekend": _("Nog niet bekend")}
CONTACTWIJZE = {
    "gesprek": _("Gesprek"),
    "telefoon": _("Telefoon"),
    "bericht": _("Bericht"),
    "huisbezoek": _("Bezoek"),
    "overleg": _("Overleg met een ander"),
}
DIENST = {
    "tolk": _("Tolk"),
    "advocaat": _("Advocaat"),
    "slachtofferadvocaat": _("Slachtofferadvocaat"),
    "voogd": _("Voogd"),
    "medisch": _("Arts of verpleegkundige"),
    "psycholoog": _("Psycholoog of GGZ"),
    "maatschappelijk": _("Maatschappelijk werk"),
    "slachtofferhulp": _("Slachtofferhulp"),
    "onderwijs": _("School of taalles"),
    "anders": _("Anders"),
}
DWANG = {
    "schuldbinding": _("Schuldbinding"),
    "inname-verdiensten": _("Verdiensten afgenomen"),
    "beperking-financien": _("Geen toegang tot geld"),
    "dreiging": _("Bedreiging"),
    "dreiging-politie": _("Bedreiging met autoriteiten"),
    "dreiging-familie": _("Dreiging tegen kind of familie"),
    "geweld": _("Fysiek geweld"),
    "seksueel-geweld": _("Seksueel geweld"),
    "psychisch-geweld": _("Psychisch geweld"),
    "misleiding": _("Misleiding"),
    "verdovende-middelen": _("Middelen als dwang"),
    "beperking-bewegingsvrijheid": _("Niet weg mogen"),
    "beperking-zorg": _("Zorg onthouden"),
    "onthouding-levensbehoeften": _("Eten, slaap of rust onthouden"),
    "inname-documenten": _("Documenten afgenomen"),
    "buitensporig-werk": _("Te lange werktijden"),
    "inzet-kinderen": _("Inzet van kinderen"),
    "anders": _("Anders"),
}
"""Means of control, one list for every export (`gegevens/mapping-*.toml`)."""

POSITIE = {
    "geen": _("Geen aangifte of verklaring"),
    "intakegesprek": _("Informatief gesprek gehad"),
    "aangifte": _("Aangifte gedaan"),
    "medewerking": _("Werkt op een andere manier mee"),
    "verdachte": _("Ook verdachte: vraag om non-punishment"),
    "niet_bekend": _("Nog niet besproken"),
}


@dataclass(frozen=True)
class Veld:
    """One field. `vorm`: tekst, lang, datum, tijd, keuze, meer (several, comma separated); `moet`: cannot be left out."""

    label: "StrPromise"
    vorm: str = "tekst"
    keuzes: "Mapping[str, StrPromise] | None" = None
    moet: bool = False
    hint: "StrPromise | str" = ""


@dataclass(frozen=True)
class Soort:
    """A kind of statement in the file: names, fields, and how far it may go."""

    naam: "StrPromise"
    knop: "StrPromise"
    velden: Mapping[str, Veld]
    een_van: tuple[str, ...] = ()
    handeling: Handeling = Handeling.KETEN
    leeg: "StrPromise | str" = ""

    @property
    def vertrouwd(self) -> bool:
        return self.handeling == Handeling.EIGEN


SOORTEN: dict[str, Soort] = {
    "persoon": Soort(
        _("Cliënt"),
        _("Cliënt vastleggen"),
        {
            "roepnaam": Veld(_("Roepnaam"), hint=_("Zoals de cliënt genoemd wil worden.")),
            "voornaam": Veld(_("Voornaam")),
            "achternaam": Veld(_("Achternaam")),
            "geboortedatum": Veld(_("Geboortedatum"), hint=_("Ook onzeker mag: 1998, of ±1998.")),
            "geslacht": Veld(_("Geslacht"), "keuze", GESLACHT),
            "nationaliteit": Veld(_("Nationaliteit"), hint=_("Een land of een landcode: Roemenië, of RO.")),
            "taal": Veld(_("Taal"), hint=_("Handig voor een tolk.")),
            "bereikbaar": Veld(
                _("Veilig te bereiken via"), hint=_("Noteer hier nooit het adres van de opvang.")
            ),
        },
        ("roepnaam", "voornaam", "achternaam"),
        leeg=_("Nog niet bekend wie de cliënt is."),
    ),
    "behoefte": Soort(
        _("Behoeften en risico’s"),
        _("Behoefte of risico vastleggen"),
        {
            "gebied": Veld(_("Levensgebied"), "keuze", LEVENSGEBIED, moet=True),
            "behoefte": Veld(_("Wat is er nodig?"), "lang"),
            "risico": Veld(_("Wat kan er misgaan?"), "lang"),
            "ernst": Veld(_("Ernst"), "keuze", ERNST),
            "kracht": Veld(_("Wat kan de cliënt zelf?"), "lang"),
        },
        ("behoefte", "risico"),
        leeg=_("Nog geen behoeften of risico’s vastgelegd."),
    ),
    "doel": Soort(
        _("Zorgplan"),
        _("Doel vastleggen"),
        {
            "plandeel": Veld(_("Deel van het plan"), "keuze", PLANDEEL, moet=True),
            "doel": Veld(_("Doel, in woorden van de cliënt"), "lang", moet=True),
            "wie": Veld(_("Wie helpt?")),
            "termijn": Veld(_("Wanneer willen we dit bereikt hebben?"), "datum"),
            "stand": Veld(_("Stand"), "keuze", STAND, moet=True),
        },
        leeg=_("Er is nog geen zorgplan."),
    ),
    "dienst": Soort(
        _("Hulp die erbij is"),
        _("Hulp vastleggen"),
        {
            "dienst": Veld(_("Soort hulp"), "keuze", DIENST, moet=True),
            "wie": Veld(_("Naam of organisatie"), moet=True),
            "contact": Veld(_("Hoe bereik je hen?")),
            "vanaf": Veld(_("Sinds"), "datum"),
        },
        leeg=_("Nog geen tolk, advocaat of andere hulp vastgelegd."),
    ),
    "afspraak": Soort(
        _("Afspraken"),
        _("Afspraak vastleggen"),
        {
            "datum": Veld(_("Datum"), "datum", moet=True),
            "tijd": Veld(_("Tijd"), "tijd"),
            "waarvoor": Veld(_("Waarvoor?"), moet=True),
            "met": Veld(_("Met wie?")),
        },
        leeg=_("Er staan geen afspraken."),
    ),
    "contact": Soort(
        _("Contacten"),
        _("Contact vastleggen"),
        {
            "datum": Veld(_("Datum"), "datum", moet=True),
            "wijze": Veld(_("Hoe?"), "keuze", CONTACTWIJZE),
            "met": Veld(_("Met wie?")),
            "verslag": Veld(
                _("Wat is er besproken?"),
                "lang",
                moet=True,
                hint=_("Dit blijft bij wie op dit traject genoemd zijn."),
            ),
        },
        handeling=Handeling.EIGEN,
        leeg=_("Er is nog geen contact vastgelegd."),
    ),
    "veiligheid": Soort(
        _("Veiligheidsplan"),
        _("Veiligheidsplan schrijven"),
        {
            "dreiging": Veld(_("Van wie of wat komt gevaar?"), "lang", moet=True),
            "afspraken": Veld(_("Wat doen we als het misgaat?"), "lang", moet=True),
            "contact": Veld(_("Wie bellen we?")),
            "niet_doen": Veld(_("Wat juist niet?"), "lang"),
            "mijden": Veld(_("Welke gemeenten mijden?"), hint=_("De opvangzoeker houdt hier rekening mee.")),
        },
        leeg=_("Er is nog geen veiligheidsplan."),
    ),
    "uitbuiting": Soort(
        _("Wat er gebeurd is"),
        _("Uitbuiting vastleggen"),
        {
            "dwang": Veld(_("Waarmee werd de cliënt gedwongen?"), "meer", DWANG),
            "land": Veld(_("In welk land?")),
            "sinds": Veld(_("Sinds wanneer?")),
            "verhaal": Veld(_("In de woorden van de cliënt"), "lang"),
        },
        handeling=Handeling.EIGEN,
        leeg=_("Niet gevraagd. De cliënt hoeft het verhaal maar één keer te vertellen."),
    ),
    "positie": Soort(
        _("Juridische positie"),
        _("Juridische positie vastleggen"),
        {
            "positie": Veld(_("Positie in het strafproces"), "keuze", POSITIE, moet=True),
            "uitgelegd_op": Veld(_("Gevolgen uitgelegd op"), "datum"),
            "taal": Veld(_("In welke taal?")),
            "toelichting": Veld(_("Toelichting"), "lang"),
        },
        handeling=Handeling.EIGEN,
        leeg=_("Nog niet vastgelegd. Leg eerst de gevolgen uit aan de cliënt."),
    ),
}

ENKEL = frozenset({"persoon", "veiligheid", "positie", "uitbuiting"})
"""Of these one is in force; writing a new one replaces the one before, which stays readable."""


def bezwaren_inhoud(soort: str, inhoud: Mapping[str, Any]) -> dict[str, str]:
    """What is missing or strange, per field ("" = the whole). Empty when it can be kept."""
    if soort not in SOORTEN:
        return {"": str(_("Dit soort gegeven kent een zorgtraject niet."))}
    vorm = SOORTEN[soort]
    nee = {veld: str(_("Dit veld hoort hier niet.")) for veld in inhoud if veld not in vorm.velden}
    for naam, veld in vorm.velden.items():
        waarde = str(inhoud.get(naam) or "").strip()
        if veld.moet and not waarde:
            nee[naam] = str(_("Vul dit in."))
        elif waarde and veld.keuzes is not None and not set(_delen(veld, waarde)) <= set(veld.keuzes):
            nee[naam] = str(_("Kies een van de mogelijkheden."))
    if vorm.een_van and not any(str(inhoud.get(n) or "").strip() for n in vorm.een_van):
        namen = ", ".join(str(vorm.velden[n].label).lower() for n in vorm.een_van)
        nee[""] = str(_("Vul minstens één van deze in: %(namen)s.") % {"namen": namen})
    return nee


def _delen(veld: Veld, waarde: str) -> list[str]:
    return waarde.split(",") if veld.vorm == "meer" else [waarde]


def _dag(waarde: str) -> date | None:
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        return None


class MetInhoud(Protocol):
    """A statement as this module needs it."""

    soort: str
    inhoud: Any

    @property
    def pk(self) -> Any: ...


G = TypeVar("G", bound=MetInhoud)


def huidig(gegevens: Iterable[G]) -> list[G]:
    """Statements in force, oldest first: what was replaced by a later one is left out."""
    alle = list(gegevens)
    vervangen = {str(g.inhoud.get("vervangt")) for g in alle if g.inhoud.get("vervangt")}
    laatste = {g.soort: str(g.pk) for g in alle}
    return [
        g
        for g in alle
        if str(g.pk) not in vervangen and (g.soort not in ENKEL or laatste[g.soort] == str(g.pk))
    ]


def in_woorden(soort: str, inhoud: Mapping[str, Any]) -> list[tuple[str, str | date]]:
    """Filled fields as (label, value) for a page, in the order of the table; a date stays a date."""
    uit: list[tuple[str, str | date]] = []
    for naam, veld in SOORTEN[soort].velden.items() if soort in SOORTEN else ():
        if waarde := inhoud.get(naam):
            if veld.vorm == "datum" and (dag := _dag(str(waarde))):
                uit.append((str(veld.label), dag))
                continue
            namen = [str((veld.keuzes or {}).get(deel, deel)) for deel in _delen(veld, str(waarde))]
            uit.append((str(veld.label), ", ".join(namen)))
    return uit


def lege_plandelen(gegevens: Iterable[MetInhoud]) -> list[str]:
    """Parts of the zorgplan about which nothing was agreed yet."""
    gevuld = {g.inhoud.get("plandeel") for g in gegevens if g.soort == "doel"}
    return [str(naam) for code, naam in PLANDEEL.items() if code not in gevuld]
