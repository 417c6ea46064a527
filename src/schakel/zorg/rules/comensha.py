# SPDX-License-Identifier: EUPL-1.2
"""Notification to CoMensha: its ground, its hours, and the exports with their versioned mappings (ZOR-08, ZOR-12+). Pure.

Sources: recht.md §5 (ground), standaarden.md §1-5 (HTCDS 2.0 of 24-12-2021, CTDC old layout, known variables).
*Unknown* is never written as *no*: an empty list stays empty, and a flag of CTDC is then -99.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

VERSIE = "2026-1"
OPEN_VAN, OPEN_TOT = time(9), time(20)
"""Hours of the desk: after eight in the evening nobody answers (report p. 49)."""

PLICHT = frozenset({"politie", "kmar", "nla"})
"""Who must report (recht.md §5); care has no duty."""


class Grond(TextChoices):
    PLICHT = "wettelijke_plicht", _("Wettelijke plicht")
    TOESTEMMING = "toestemming", _("Toestemming van de cliënt")
    ANONIEM = "anoniem", _("Geanonimiseerd")
    GEEN = "geen", _("Geen melding, met reden")


class Dossiertype(TextChoices):
    REGISTRATIE = "registratie", _("Registratie")
    OPVANG = "opvang", _("Registratie en opvang")
    ADVIES = "advies", _("Registratie, informatie en advies")


class Meldstand(TextChoices):
    KLAAR = "klaar", _("Klaar om te versturen")
    VERSTUURD = "verstuurd", _("Verstuurd")
    GEEN = "geen", _("Niet gemeld")


def bezwaren_melding(*, grond: str, reden: str, soort_partner: str, toestemming: bool) -> list[str]:
    """Why a notification with this ground cannot stand, each with what to do."""
    if grond == Grond.PLICHT and soort_partner not in PLICHT:
        return [
            gettext(
                "Een zorginstelling heeft geen meldplicht. Kies toestemming, geanonimiseerd of geen melding."
            )
        ]
    if grond == Grond.TOESTEMMING and not toestemming:
        return [gettext("Er ligt geen toestemming vast. Leg die eerst vast, of meld geanonimiseerd.")]
    if grond == Grond.GEEN and not reden.strip():
        return [gettext("Schrijf waarom er niet gemeld wordt.")]
    return []


def open_op(moment: datetime) -> datetime:
    """When the desk answers: now, or the next morning. `moment` in local time."""
    if OPEN_VAN <= moment.time() < OPEN_TOT:
        return moment
    dag = moment if moment.time() < OPEN_VAN else moment + timedelta(days=1)
    return dag.replace(hour=OPEN_VAN.hour, minute=0, second=0, microsecond=0)


SECTOR = {
    "seksueel": "seksueel", "arbeid": "overige arbeid", "dienstbaarheid": "overige arbeid",
    "crimineel": "gedwongen criminaliteit", "orgaan": "orgaan", "onbekend": "onbekend", "": "onbekend",
}  # fmt: skip

DWANG: dict[str, tuple[str, str]] = {
    "schuldbinding": ("DebtBondage", "DebtBondage"),
    "inname-verdiensten": ("TakesEarnings", "TakesEarnings"),
    "beperking-financien": ("RestrictsFinancialAccess", "RestrictsFinancialAccess"),
    "dreiging": ("PhysicalThreats", "Threats"),
    "dreiging-politie": ("ThreatsLawEnforcement", "ThreatOfLawEnforcement"),
    "dreiging-familie": ("ThreatensChildrenFamily", "Threats"),
    "psychisch-geweld": ("PsychologicalAbuse", "PsychologicalAbuse"),
    "geweld": ("PhysicalAbuse", "PhysicalAbuse"),
    "seksueel-geweld": ("SexualAbuse", "SexualAbuse"),
    "misleiding": ("FalsePromises", "FalsePromises"),
    "verdovende-middelen": ("PsychoactiveSubstance", "PsychoactiveSubstances"),
    "beperking-bewegingsvrijheid": ("Other", "RestrictsMovement"),
    "beperking-zorg": ("RestrictsMedicalCare", "RestrictsMedicalCare"),
    "onthouding-levensbehoeften": ("WithholdsNecessities", "WithholdsNecessities"),
    "inname-documenten": ("WithholdsDocuments", "WithholdsDocuments"),
    "buitensporig-werk": ("ExcessiveWorkingHours", "ExcessiveWorkingHours"),
    "inzet-kinderen": ("Other", "UsesChildren"),
    "anders": ("Other", "Other"),
}
"""Internal means of control → HTCDS picklist of 16, CTDC column: one internal list, two mappings (trap 1)."""

HTCDS_VORM = {
    "seksueel": "SexualExploitation", "arbeid": "ForcedLabour", "crimineel": "Other", "dienstbaarheid": "Servitude",
    "orgaan": "OrganRemoval",
}  # fmt: skip
"""Criminal exploitation has no value: Other plus text (trap 2)."""

HTCDS_GESLACHT = {
    "vrouw": "Feminine",
    "man": "Masculine",
    "anders": "NonConforming",
    "onbekend": "NonSpecifiedUnknown",
}
CTDC_VORM = {
    "seksueel": "isSexualExploit", "arbeid": "isForcedLabour", "crimineel": "isForcedLabour",
    "dienstbaarheid": "isSlaveryAndPractices", "orgaan": "isOrganRemoval",
}  # fmt: skip
CTDC_GESLACHT = {"vrouw": "Female", "man": "Male", "anders": "Transgender/NonConforming"}
ONBEKEND = "-99"
K = 11
"""Smallest cell of a set that leaves for CTDC (standaarden.md §2)."""


@dataclass(frozen=True)
class Dossier:
    """What is reported of one person. `naam`, `geboortedatum`: only with a ground that carries them."""

    kenmerk: str
    jaar: int
    vorm: str = ""
    geslacht: str = "onbekend"
    leeftijd: str = "onbekend"
    nationaliteit: str = ""
    regio: str = ""
    melder: str = "zorg"
    opvang_nodig: bool | None = None
    dossiertype: str = "registratie"
    dwang: tuple[str, ...] = ()
    naam: str = ""
    geboortedatum: str = ""
    grond: str = ""
    meer: Mapping[str, str] = field(default_factory=dict)


def zonder_persoon(d: Dossier) -> Dossier:
    """The same, leading to nobody."""
    return Dossier(**{**d.__dict__, "kenmerk": "", "naam": "", "geboortedatum": ""})


COMENSHA_KOLOMMEN = (
    "kenmerk", "grond", "dossiertype", "sector", "nationaliteit", "leeftijd", "geslacht", "melder", "regio", "opvang",
)  # fmt: skip


def comensha(d: Dossier) -> dict[str, str]:
    """The known variables of the registration (standaarden.md §4, voorstel until the form was seen)."""
    opvang = "onbekend" if d.opvang_nodig is None else "ja" if d.opvang_nodig else "nee"
    return {
        "kenmerk": d.kenmerk, "grond": d.grond, "dossiertype": d.dossiertype, "sector": SECTOR[d.vorm],
        "nationaliteit": d.nationaliteit or "onbekend", "leeftijd": d.leeftijd, "geslacht": d.geslacht,
        "melder": d.melder, "regio": d.regio, "opvang": opvang,
    }  # fmt: skip


def htcds(d: Dossier) -> dict[str, Any]:
    """HTCDS 2.0, core fields; what its picklists cannot say stands as text beside Other."""
    anders = [m for m in d.dwang if DWANG[m][0] == "Other"]
    vorm = HTCDS_VORM.get(d.vorm)
    return {
        "prs_FirstName": d.naam,
        "prs_Birthdate": d.geboortedatum,
        "prs_Gender": HTCDS_GESLACHT[d.geslacht],
        "prs_Citizenship": [d.nationaliteit] if d.nationaliteit else [],
        "vic_TraffickingStatus": "PossibleVictimOfTrafficking",
        "vic_TraffickingStatusDecisionMakingOrg": "NGO",
        "vic_TypeOfExploitation": [vorm] if vorm else [],
        "vic_TypeOfExploitationOther": d.vorm if vorm == "Other" else "",
        "vic_MethodsOfControl": sorted({DWANG[m][0] for m in d.dwang}),
        "vic_MethodsOfControlOther": anders,
        "cas_Status": "Active",
        "cas_ReasonForOutgoingReferral": "AdditionalServicesRequired",
        "con_Consent": d.grond == Grond.TOESTEMMING,
        "x_Kenmerk": d.kenmerk,
        "x_Jaar": d.jaar,
        "x_Leeftijd": d.leeftijd,
        "x_Regio": d.regio,
        "x_Dossiertype": d.dossiertype,
        "x_Grond": d.grond,
        "x_OpvangNodig": d.opvang_nodig,
    }


def van_htcds(rij: Mapping[str, Any]) -> Dossier:
    """Back again: what was exported is read without loss."""
    vormen = {v: k for k, v in HTCDS_VORM.items() if v != "Other"}
    eerste = next(iter(rij["vic_TypeOfExploitation"]), "")
    middelen = {v[0]: k for k, v in DWANG.items() if v[0] != "Other"}
    dwang = {middelen[m] for m in rij["vic_MethodsOfControl"] if m in middelen} | set(
        rij["vic_MethodsOfControlOther"]
    )
    geslacht = {v: k for k, v in HTCDS_GESLACHT.items()}
    return Dossier(
        kenmerk=rij["x_Kenmerk"],
        jaar=rij["x_Jaar"],
        vorm=rij["vic_TypeOfExploitationOther"] if eerste == "Other" else vormen.get(eerste, ""),
        geslacht=geslacht[rij["prs_Gender"]],
        leeftijd=rij["x_Leeftijd"],
        nationaliteit=next(iter(rij["prs_Citizenship"]), ""),
        regio=rij["x_Regio"],
        opvang_nodig=rij["x_OpvangNodig"],
        dossiertype=rij["x_Dossiertype"],
        dwang=tuple(m for m in DWANG if m in dwang),
        naam=rij["prs_FirstName"],
        geboortedatum=rij["prs_Birthdate"],
        grond=rij["x_Grond"],
    )


CTDC_DWANG = tuple(dict.fromkeys(v[1] for v in DWANG.values()))
CTDC_KOLOMMEN = (
    "yearOfRegistration", "Datasource", "gender", "majorityStatus", "citizenship",
    *(f"meansOfControl{m}" for m in CTDC_DWANG), "meansOfControlNotSpecified",
    "isForcedLabour", "isSexualExploit", "isOtherExploit", "isSlaveryAndPractices", "isOrganRemoval",
    "typeOfLabourIllicitActivities",
)  # fmt: skip


def ctdc(d: Dossier) -> dict[str, str]:
    """One row of the old CTDC layout: no names, no places, no free text."""
    rij = dict.fromkeys(CTDC_KOLOMMEN, ONBEKEND)
    rij |= {
        "yearOfRegistration": str(d.jaar),
        "Datasource": "Case Management",
        "citizenship": d.nationaliteit or ONBEKEND,
    }
    rij["gender"] = CTDC_GESLACHT.get(d.geslacht, ONBEKEND)
    rij["majorityStatus"] = {"volwassen": "Adult", "minderjarig": "Minor"}.get(d.leeftijd, ONBEKEND)
    gebruikt = {DWANG[m][1] for m in d.dwang}
    for middel in CTDC_DWANG:
        rij[f"meansOfControl{middel}"] = "1" if middel in gebruikt else ONBEKEND if not d.dwang else "0"
    rij["meansOfControlNotSpecified"] = "0" if d.dwang else "1"
    if d.vorm in CTDC_VORM:
        for kolom in (
            "isForcedLabour",
            "isSexualExploit",
            "isOtherExploit",
            "isSlaveryAndPractices",
            "isOrganRemoval",
        ):
            rij[kolom] = "1" if kolom == CTDC_VORM[d.vorm] else "0"
        rij["typeOfLabourIllicitActivities"] = "1" if d.vorm == "crimineel" else "0"
    return rij


def ctdc_uitvoer(dossiers: Iterable[Dossier]) -> list[dict[str, str]]:
    """The set that may leave: a combination of year, sex, age and citizenship under `K` people loses what tells them
    apart, citizenship first."""
    rijen = [ctdc(d) for d in dossiers]
    for kolommen in (("citizenship",), ("gender", "majorityStatus"), ("yearOfRegistration",)):
        cel = ("yearOfRegistration", "gender", "majorityStatus", "citizenship")
        tel = Counter(tuple(r[k] for k in cel) for r in rijen)
        for rij in rijen:
            if tel[tuple(rij[k] for k in cel)] < K:
                rij.update(dict.fromkeys(kolommen, ONBEKEND))
    return rijen if len(rijen) >= K else []
