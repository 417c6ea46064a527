# SPDX-License-Identifier: EUPL-1.2

"""The columns of an import file, as data: shared by the importer, the generator of worlds and docs/importformaat.md.

One row is one statement about at most one person, with what belongs to it. Rows with one `kenmerk_bron` are one
melding or signaal; their `kop` columns may be filled on the first row only. Aliases are the field names of the
Human Trafficking Case Data Standard 2.0 (HTCDS, IOM, CC BY 4.0).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Soort = Literal["tekst", "datum", "deeldatum", "keuze", "lijst", "keuzelijst", "ja/nee", "land", "taal"]
Deel = Literal[
    "kop", "persoon", "adres", "telefoon", "bedrijf", "voertuig", "account", "advertentie", "indicator"
]

SCHEIDER: Final = ";"
"""Between the values of a `lijst` or `keuzelijst` in CSV and XLSX; JSONL may hold a real list."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. It fills `veld` of `deel`; `keuzes`: accepted word → own value (own values included).

    No column is required by itself; see `EEN_VAN` for groups of which one must be filled.
    """

    naam: str
    deel: Deel
    veld: str
    soort: Soort
    omschrijving: str
    htcds: tuple[str, ...] = ()
    keuzes: Mapping[str, str] = field(default_factory=dict)

    @property
    def eigen_keuzes(self) -> tuple[str, ...]:
        """The own values, in order, without the accepted HTCDS words."""
        return tuple(dict.fromkeys(self.keuzes.values()))


def _eigen(*waarden: str, **htcds: str) -> dict[str, str]:
    return {**{waarde: waarde for waarde in waarden}, **htcds}


VORMEN: Final = _eigen(
    "arbeid", "seksueel", "crimineel", "dienstbaarheid", "orgaan", "onbekend",
    ForcedLabour="arbeid", ChildLabour="arbeid", SexualExploitation="seksueel", ForcedBegging="crimineel",
    Servitude="dienstbaarheid", OrganRemoval="orgaan", ForcedMarriage="onbekend", ForcedAdoption="onbekend",
    ForcedMilitaryByNonStateActors="onbekend", Surrogacy="onbekend", Other="onbekend",
)  # fmt: skip
"""HTCDS has no word for criminal exploitation; it then says Other, with the matter in the text."""

DWANGMIDDELEN: Final = _eigen(
    "schuldbinding", "inname-verdiensten", "beperking-financien", "dreiging", "dreiging-politie",
    "dreiging-familie", "geweld", "seksueel-geweld", "psychisch-geweld", "misleiding", "verdovende-middelen",
    "beperking-bewegingsvrijheid", "beperking-zorg", "onthouding-levensbehoeften", "inname-documenten",
    "buitensporig-werk", "inzet-kinderen", "anders",
    DebtBondage="schuldbinding", TakesEarnings="inname-verdiensten", RestrictsFinancialAccess="beperking-financien",
    PhysicalThreats="dreiging", Threats="dreiging", ThreatsLawEnforcement="dreiging-politie",
    ThreatOfLawEnforcement="dreiging-politie", ThreatensChildrenFamily="dreiging-familie", PhysicalAbuse="geweld",
    SexualAbuse="seksueel-geweld", PsychologicalAbuse="psychisch-geweld", FalsePromises="misleiding",
    PsychoactiveSubstance="verdovende-middelen", PsychoactiveSubstances="verdovende-middelen",
    RestrictsMovement="beperking-bewegingsvrijheid", RestrictsMedicalCare="beperking-zorg",
    WithholdsNecessities="onthouding-levensbehoeften", WithholdsDocuments="inname-documenten",
    ExcessiveWorkingHours="buitensporig-werk", UsesChildren="inzet-kinderen", Other="anders",
)  # fmt: skip
"""One own list; the standard has two that differ (its picklist and its field definitions), and both are read."""

_ROLLEN_DADER: Final = _eigen(
    "reisgenoot", "vervoerder", "werver", "reisbemiddelaar", "overbrenger", "huisvester", "verkoper", "koper",
    "ontvanger", "controleur", "smokkelaar", "mishandelaar", "ontvoerder", "uitbuiter", "anders",
    TravellingPartner="reisgenoot", Transporter="vervoerder", RecruiterOrIntermediary="werver",
    BrokerTravelAgent="reisbemiddelaar", TransferredIndividual="overbrenger", HarbouredIndividual="huisvester",
    SoldIndividual="verkoper", BoughtIndividual="koper", ReceivedIndividual="ontvanger",
    ControlledIndividual="controleur", Smuggler="smokkelaar", Abuser="mishandelaar", Kidnapper="ontvoerder",
    Exploiter="uitbuiter", Other="anders",
)  # fmt: skip
_GESLACHT: Final = _eigen(
    "man", "vrouw", "anders", "onbekend", Masculine="man", Feminine="vrouw", TransgenderFeminine="vrouw",
    TransgenderMasculine="man", NonConforming="anders", NonSpecifiedUnknown="onbekend", m="man", v="vrouw",
)  # fmt: skip
_SLACHTOFFERSTATUS: Final = _eigen(
    "mogelijk", "vastgesteld", "geen", PossibleVictimOfTrafficking="mogelijk",
    ActualVictimOfTrafficking="vastgesteld", NotAVictimOfTrafficking="geen",
)  # fmt: skip
_VASTGESTELD_DOOR: Final = _eigen(
    "politie", "ngo", "rechter-of-om", "andere-overheid", "anders", Police="politie", NGO="ngo",
    CourtOrProsecution="rechter-of-om", NonPoliceGovernmentalOrganization="andere-overheid", Other="anders",
)  # fmt: skip
_WERVING: Final = _eigen(
    "op-een-zakenadres", "op-school", "op-het-werk", "sociale-media", "online-advertentie", "televisie", "krant",
    "familie", "vrienden", "anders", AtAPlaceOfBusiness="op-een-zakenadres", AtAnEducationalInstitution="op-school",
    AtWork="op-het-werk", ThroughOnlineSocialNetworks="sociale-media",
    ThroughAnOnlineAdvertisement="online-advertentie", ThroughATelevisionAdvert="televisie",
    ThroughANewspaperAdvert="krant", ThroughFamilyOrFamilyEvents="familie", ThroughFriendsOrSocialEvents="vrienden",
    Other="anders",
)  # fmt: skip

KOLOMMEN: Final = (
    Kolom("kenmerk_bron", "kop", "kenmerk_bron", "tekst", "Uw eigen kenmerk. Regels met hetzelfde kenmerk zijn samen één melding of signaal; een tweede keer inlezen voegt niets toe. Leeg: elke regel staat op zichzelf en wordt herkend aan zijn inhoud."),
    Kolom("soort", "kop", "soort", "keuze", "Melding of signaal; leeg betekent signaal.", keuzes=_eigen("melding", "signaal")),
    Kolom("waargenomen", "kop", "waargenomen", "datum", "Dag waarop het is gezien of gehoord."),
    Kolom("ontvangen", "kop", "ontvangen", "datum", "Dag waarop het bij u binnenkwam.", ("cas_IncomingReferralDate",)),
    Kolom("gemeente", "kop", "gemeente", "tekst", "Gemeente waar het speelt: naam of code."),
    Kolom("vorm", "kop", "vorm", "keuze", "Vorm van uitbuiting; leeg betekent onbekend.", ("vic_TypeOfExploitation",), VORMEN),
    Kolom("sector", "kop", "sector", "tekst", "Bedrijfstak, in eigen woorden of als ISIC-sectie.", ("vic_ForcedLabourIndustry",)),
    Kolom("graad", "kop", "graad", "keuze", "Hoe sterk de aanwijzing is.", keuzes=_eigen("niet-pluis", "vermoeden", "concreet")),
    Kolom("omschrijving", "kop", "tekst", "tekst", "Wat er is gezien of gehoord.", ("cas_IncomingReferralDetails", "hte_Description")),
    Kolom("bron", "kop", "bron", "tekst", "Waar het vandaan komt, zoals 'inspectie' of 'spreekuur'.", ("cas_ReferringOrganisation",)),
    Kolom("bron_beschermd", "kop", "bron_beschermd", "ja/nee", "Alleen uw eigen organisatie ziet de bron."),
    Kolom("zekerheid", "kop", "zekerheid", "keuze", "Hoe u het weet.", keuzes=_eigen("eigen_waarneming", "horen_zeggen", "document", "systeem", "niet_pluis")),
    Kolom("categorie", "kop", "categorie", "keuze", "Gegevenscategorie van wat niet over een persoon gaat; leeg betekent object of waarneming.", keuzes=_eigen("object", "waarneming", "politie-8", "politie-9", "politie-10", "strafvordering", "fiscaal", "toezicht", "bijzonder", "zorginhoud")),
    Kolom("handeling", "kop", "handeling", "keuze", "Wie het mag zien; de strengste geldt.", keuzes=_eigen("eigen", "ketenregisseur", "deel2", "deel1en2", "genoemd", "keten")),
    Kolom("genoemd", "kop", "genoemd", "lijst", "Codes van de partners bij handeling 'genoemd'."),
    Kolom("embargo_tot", "kop", "embargo_tot", "datum", "Tot en met de dag ervoor ziet geen andere partner het; 9999-12-31: tot u het vrijgeeft."),
    Kolom("proces_verbaal", "kop", "proces_verbaal", "keuze", "Of het in een proces-verbaal mag.", keuzes=_eigen("ja", "nee", "na_overleg")),
    Kolom("niet_fiscaal", "kop", "niet_fiscaal", "ja/nee", "Niet voor fiscale handhaving."),
    Kolom("niet_strafrechtelijk", "kop", "niet_strafrechtelijk", "ja/nee", "Niet voor strafrechtelijke handhaving."),
    Kolom("plaats_werving", "kop", "plaats_werving", "tekst", "Plaats of bedrijf van werving; buitenland en 'onbekend' mogen.", ("vic_LocationOfRecruitment",)),
    Kolom("plaats_uitbuiting", "kop", "plaats_uitbuiting", "tekst", "Plaats of bedrijf van uitbuiting; buitenland en 'onbekend' mogen.", ("vic_LocationOfExploitation",)),
    Kolom("rol", "persoon", "rol", "keuze", "Rol van de persoon op deze regel. Leeg: mogelijk-slachtoffer als een vic_-veld gevuld is, verdachte als een per_-veld gevuld is, anders onbekend.", keuzes=_eigen("mogelijk-slachtoffer", "verdachte", "facilitator", "getuige", "melder", "onbekend")),
    Kolom("naam", "persoon", "naam", "tekst", "Hele naam, als de delen niet bekend zijn."),
    Kolom("voornaam", "persoon", "voornaam", "tekst", "Voornaam of voornamen.", ("prs_FirstName",)),
    Kolom("tussenvoegsel", "persoon", "tussenvoegsel", "tekst", "Tussenvoegsel of middelste naam.", ("prs_MiddleName",)),
    Kolom("achternaam", "persoon", "achternaam", "tekst", "Achternaam.", ("prs_SecondName",)),
    Kolom("roepnaam", "persoon", "roepnaam", "tekst", "Bijnaam of roepnaam."),
    Kolom("geboortedatum", "persoon", "geboortedatum", "deeldatum", "JJJJ-MM-DD of DD-MM-JJJJ; ook JJJJ-MM, JJJJ en ±JJJJ.", ("prs_Birthdate",)),
    Kolom("geslacht", "persoon", "geslacht", "keuze", "Geslacht.", ("prs_Gender",), _GESLACHT),
    Kolom("nationaliteit", "persoon", "nationaliteit", "land", "Landcodes van twee letters. Nooit een indicator en nooit deel van een vergelijking.", ("prs_Citizenship",)),
    Kolom("taal", "persoon", "taal", "taal", "Taal, code van drie letters.", ("prs_PrimaryLanguage",)),
    Kolom("documentnummer", "persoon", "documentnummer", "tekst", "Nummer van een identiteitsbewijs; geen BSN.", ("prs_IdentityNumber",)),
    Kolom("persoon_omschrijving", "persoon", "omschrijving", "tekst", "Beschrijving van wie geen naam heeft."),
    Kolom("slachtofferstatus", "persoon", "slachtofferstatus", "keuze", "Status als slachtoffer.", ("vic_TraffickingStatus",), _SLACHTOFFERSTATUS),
    Kolom("status_door", "persoon", "status_door", "keuze", "Wie de status vaststelde.", ("vic_TraffickingStatusDecisionMakingOrg",), _VASTGESTELD_DOOR),
    Kolom("leeftijd_uitbuiting", "persoon", "leeftijd_uitbuiting", "tekst", "Leeftijd bij de eerste uitbuiting.", ("vic_AgeWhenTrafficked",)),
    Kolom("werving", "persoon", "werving", "keuzelijst", "Manier van werving.", ("vic_MethodOfRecruitment",), _WERVING),
    Kolom("dwangmiddelen", "persoon", "dwangmiddelen", "keuzelijst", "Middelen van dwang.", ("vic_MethodsOfControl",), DWANGMIDDELEN),
    Kolom("daderrol", "persoon", "daderrol", "keuzelijst", "Wat een verdachte deed.", ("per_RoleInProcess",), _ROLLEN_DADER),
    Kolom("daderrol_toelichting", "persoon", "daderrol_toelichting", "tekst", "Toelichting bij die rol.", ("per_RoleDetails",)),
    Kolom("telefoon", "telefoon", "telefoon", "lijst", "Nummers zoals ze zijn genoteerd.", ("prs_MobilePhone", "prs_HomePhone", "org_Phone")),
    Kolom("email", "account", "email", "lijst", "E-mailadressen.", ("prs_Email",)),
    Kolom("account", "account", "account", "lijst", "Namen op sociale media of sites."),
    Kolom("iban", "account", "iban", "lijst", "Rekeningnummers."),
    Kolom("straat", "adres", "straat", "tekst", "Straat; een huisnummer erachter mag ook.", ("prs_MailingStreet", "org_ShippingStreet", "hte_Street")),
    Kolom("huisnummer", "adres", "huisnummer", "tekst", "Huisnummer met toevoeging."),
    Kolom("postcode", "adres", "postcode", "tekst", "Postcode; ook een die niet kan bestaan blijft staan.", ("prs_MailingPostalCode", "org_ShippingPostalCode", "hte_PostalCode")),
    Kolom("plaats", "adres", "plaats", "tekst", "Plaats.", ("prs_MailingCity", "org_ShippingCity", "hte_City")),
    Kolom("land", "adres", "land", "land", "Landcode van twee letters; leeg betekent Nederland.", ("prs_MailingCountry", "org_ShippingCountry", "hte_Country")),
    Kolom("bedrijf", "bedrijf", "bedrijf", "tekst", "Naam van het bedrijf.", ("org_Name", "per_Organisation")),
    Kolom("kvk", "bedrijf", "kvk", "tekst", "KvK-nummer van acht cijfers, met de voorloopnullen."),
    Kolom("kenteken", "voertuig", "kenteken", "lijst", "Kentekens."),
    Kolom("voertuig", "voertuig", "voertuig", "tekst", "Merk, kleur of soort van het voertuig."),
    Kolom("advertentie", "advertentie", "advertentie", "tekst", "Tekst en vindplaats van een advertentie.", ("vic_ExploitationWebsitesAndApps", "vic_RecruitmentWebsitesAndApps")),
    Kolom("indicatoren", "indicator", "indicator", "lijst", "Codes van waargenomen indicatoren, zoals NLA-04."),
    Kolom("indicatoren_niet", "indicator", "indicator_niet", "lijst", "Codes van indicatoren die niet zijn waargenomen."),
)  # fmt: skip

EEN_VAN: Final = (
    ("waargenomen", "ontvangen"),
    ("omschrijving", *(k.naam for k in KOLOMMEN if k.deel != "kop" and k.naam != "rol")),
)
"""Of each group at least one column is filled, in any row of one kenmerk: a date, and something that is said."""


def sleutel(kop: str) -> str:
    """A column heading as it is compared: without case, spaces, hyphens and underscores."""
    return "".join(teken for teken in kop.casefold() if teken.isalnum())


_OP_SLEUTEL: Final = {sleutel(naam): kolom for kolom in KOLOMMEN for naam in (kolom.naam, *kolom.htcds)}


def vind_kolom(kop: str) -> Kolom | None:
    """The column that a heading means, by own name or HTCDS name; None for one that is not known."""
    return _OP_SLEUTEL.get(sleutel(kop))


def tabel() -> str:
    """The columns as the Markdown table of docs/importformaat.md."""
    regels = ["| kolom | HTCDS 2.0 | vult | soort | uitleg |", "|---|---|---|---|---|"]
    for k in KOLOMMEN:
        keuzes = f" Keuze: {', '.join(k.eigen_keuzes)}." if k.keuzes else ""
        namen = ", ".join(f"`{naam}`" for naam in k.htcds)
        regels.append(f"| `{k.naam}` | {namen} | {k.deel}.{k.veld} | {k.soort} | {k.omschrijving}{keuzes} |")
    return "\n".join(regels) + "\n"
