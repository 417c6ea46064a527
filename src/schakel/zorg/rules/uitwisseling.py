# SPDX-License-Identifier: EUPL-1.2
"""What leaves as a file: known variables of CoMensha, HTCDS 2.0, CTDC; each with its versioned mapping (ZOR-08). Pure.

Sources: standaarden.md §1-5. Field lists, picklists and mappings are data in `gegevens`; `bezwaren_*` compare a record
with the field list of its target. *Unknown* is never written as *no*: a flag of CTDC is then -99.
"""

import csv
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from schakel.zorg.rules.comensha import Dossier, Grond
from schakel.zorg.rules.inhoud import DWANG

_GEGEVENS = Path(__file__).resolve().parents[1] / "gegevens"


def _lees(naam: str) -> dict[str, Any]:
    return tomllib.loads((_GEGEVENS / naam).read_text(encoding="utf-8"))


HTCDS, CTDC, COMENSHA = _lees("htcds-2.0.toml"), _lees("ctdc-oud.toml"), _lees("comensha-bekend.toml")
MAPPINGS = {m["versie"]: m for m in (_lees(p.name) for p in sorted(_GEGEVENS.glob("mapping-*.toml")))}
VERSIE = max(MAPPINGS)
"""The mapping for what is exported today; older ones stay to read what was exported with them."""
NU = MAPPINGS[VERSIE]
ONBEKEND = "-99"
K = 11
"""Smallest cell of a set that leaves for CTDC (standaarden.md §2)."""


def _landen() -> dict[str, str]:
    with (_GEGEVENS / "landen.csv").open(encoding="utf-8", newline="") as bron:
        rijen = list(csv.DictReader(bron, delimiter=";"))
    return {naam.casefold(): r["code"] for r in rijen for naam in r.values()}


_LANDEN = _landen()


def landcode(tekst: str) -> str:
    """Two letters (ISO 3166-1) for a code, a country or a nationality in Dutch; empty when it is none or several."""
    kaal = tekst.strip()
    if len(kaal) == 2 and kaal.isascii() and kaal.isalpha():
        return kaal.upper()
    return _LANDEN.get(kaal.casefold(), _LANDEN.get(kaal.casefold().removesuffix("e"), ""))


def _dag(tekst: str) -> str:
    """A whole date as ISO; empty for anything less certain."""
    try:
        return date.fromisoformat(tekst.strip()).isoformat()
    except ValueError:
        return ""


def comensha(d: Dossier) -> dict[str, str]:
    """The known variables of the registration (standaarden.md §4, voorstel until the form was seen)."""
    return {
        "kenmerk": d.kenmerk,
        "grond": d.grond,
        "dossiertype": d.dossiertype,
        "sector": NU["comensha"]["sector"][d.vorm or "onbekend"],
        "nationaliteit": landcode(d.nationaliteit) or d.nationaliteit or "onbekend",
        "leeftijd": d.leeftijd,
        "geslacht": d.geslacht,
        "melder": d.melder,
        "regio": d.regio,
        "opvang": "onbekend" if d.opvang_nodig is None else "ja" if d.opvang_nodig else "nee",
    }


def htcds(d: Dossier) -> dict[str, Any]:
    """`htcds`: the fields of the standard, no others; `schakel`: what it has no place for, so that nothing is lost."""
    van = NU["htcds"]
    vorm = van["vorm"][d.vorm or "onbekend"]
    middelen = {van["dwang"][m] for m in d.dwang}
    anders = [f"TypeOfExploitation: {d.vorm}"] if vorm == "Other" else []
    anders += [f"MethodsOfControl: {m}" for m in d.dwang if van["dwang"][m] == "Other"]
    land = landcode(d.nationaliteit)
    return {
        "htcds": {
            "prs_FirstName": d.naam,
            "prs_Birthdate": _dag(d.geboortedatum),
            "prs_Gender": van["geslacht"][d.geslacht],
            "prs_Citizenship": [land] if land else [],
            "vic_TraffickingStatus": "PossibleVictimOfTrafficking",
            "vic_TraffickingStatusDecisionMakingOrg": "NGO",
            "vic_MethodsOfControl": sorted(middelen),
            "vic_TypeOfExploitation": [vorm] if vorm else [],
            "cas_Status": "Closed" if d.gesloten else "Active",
            "cas_IncomingReferralDate": _dag(d.aangemeld_op),
            "cas_ReferredOrganisation": "CoMensha",
            "cas_ReasonForOutgoingReferral": "AdditionalServicesRequired",
            "cas_OutgoingReferralDetails": "; ".join(["Other:", *anders]) if anders else "",
            "con_Consent": d.grond == Grond.TOESTEMMING,
        },
        "schakel": {**d.__dict__, "dwang": list(d.dwang), "mapping": VERSIE},
    }


def van_htcds(record: Mapping[str, Any]) -> Dossier:
    """Back again, from the fields of the standard; only what the standard has no place for comes from beside it."""
    velden, eigen = record["htcds"], dict(record["schakel"])
    van = MAPPINGS[eigen.pop("mapping")]["htcds"]
    vormen, middelen, geslacht = (
        {w: k for k, w in van[n].items() if w not in ("", "Other")} for n in ("vorm", "dwang", "geslacht")
    )
    gebruikt = {middelen[m] for m in velden["vic_MethodsOfControl"] if m in middelen}
    gebruikt |= {m for m in eigen["dwang"] if van["dwang"][m] == "Other"}
    vorm = next(iter(velden["vic_TypeOfExploitation"]), "")
    land = next(iter(velden["prs_Citizenship"]), "")
    return Dossier(**{
        **eigen,
        "naam": velden["prs_FirstName"],
        "geboortedatum": velden["prs_Birthdate"] or eigen["geboortedatum"],
        "geslacht": geslacht[velden["prs_Gender"]],
        "nationaliteit": eigen["nationaliteit"] if landcode(eigen["nationaliteit"]) == land else land,
        "vorm": vormen.get(vorm, eigen["vorm"]),
        "dwang": tuple(m for m in DWANG if m in gebruikt),
        "aangemeld_op": velden["cas_IncomingReferralDate"],
        "gesloten": velden["cas_Status"] == "Closed",
    })  # fmt: skip


VORMEN_CTDC = (
    "isForcedLabour", "isSexualExploit", "isOtherExploit", "isForcedMarriage", "isForcedMilitary", "isOrganRemoval",
    "isSlaveryAndPractices",
)  # fmt: skip


def ctdc(d: Dossier) -> dict[str, str]:
    """One row of the old CTDC layout: no names, no places, no free text."""
    van = NU["ctdc"]
    rij = dict.fromkeys(CTDC["kolommen"], ONBEKEND)
    rij |= {
        "yearOfRegistration": str(d.jaar),
        "Datasource": "Case Management",
        "gender": van["geslacht"][d.geslacht] or ONBEKEND,
        "majorityStatus": {"volwassen": "Adult", "minderjarig": "Minor"}.get(d.leeftijd, ONBEKEND),
        "citizenship": landcode(d.nationaliteit) or ONBEKEND,
        "CountryOfExploitation": landcode(d.land) or ONBEKEND,
    }
    if d.dwang:
        gebruikt = sorted({van["dwang"][m] for m in d.dwang})
        for middel in set(van["dwang"].values()):
            rij[f"meansOfControl{middel}"] = "1" if middel in gebruikt else "0"
        rij["meansOfControlConcatenated"] = ";".join(gebruikt)
    rij["meansOfControlNotSpecified"] = "0" if d.dwang else "1"
    if vorm := van["vorm"][d.vorm or "onbekend"]:
        rij |= {kolom: "1" if kolom == vorm else "0" for kolom in VORMEN_CTDC}
        rij["isSexAndLabour"] = "0"
        rij["typeOfExploitConcatenated"] = vorm.removeprefix("is")
        rij["typeOfLabourIllicitActivities"] = "1" if d.vorm == "crimineel" else "0"
    return rij


CEL = ("yearOfRegistration", "gender", "majorityStatus", "citizenship", "CountryOfExploitation")


def ctdc_uitvoer(dossiers: Iterable[Dossier]) -> list[dict[str, str]]:
    """The set that may leave: a combination under `K` people loses what tells them apart, countries first."""
    rijen = [ctdc(d) for d in dossiers]
    for kolommen in (
        ("CountryOfExploitation",),
        ("citizenship",),
        ("gender", "majorityStatus"),
        ("yearOfRegistration",),
    ):
        tel = Counter(tuple(r[k] for k in CEL) for r in rijen)
        for rij in rijen:
            if tel[tuple(rij[k] for k in CEL)] < K:
                rij.update(dict.fromkeys(kolommen, ONBEKEND))
    return rijen if len(rijen) >= K else []


def bezwaren_htcds(velden: Mapping[str, Any]) -> list[str]:
    """Where the fields of a record differ from the standard: unknown fields, values outside a picklist, wrong shapes."""
    nee = [f"{n}: geen veld van HTCDS" for n in velden if n not in HTCDS["velden"]]
    for naam, waarde in velden.items():
        vorm, keuzes = HTCDS["velden"].get(naam), HTCDS["keuzes"].get(naam, ())
        goed = {
            "tekst": isinstance(waarde, str),
            "datum": waarde == "" or (isinstance(waarde, str) and bool(_dag(waarde))),
            "een": waarde in keuzes,
            "meer": isinstance(waarde, list) and set(waarde) <= set(keuzes),
            "landen": isinstance(waarde, list)
            and all(len(c) == 2 and c.isalpha() and c.isupper() for c in waarde),
            "vink": isinstance(waarde, bool),
        }
        if vorm and not goed[vorm]:
            nee.append(f"{naam}: {waarde!r} past niet bij {vorm}")
    return nee


def bezwaren_ctdc(rij: Mapping[str, str]) -> list[str]:
    """The same for a row of CTDC: every column in its place, flags, codes of countries."""
    nee = [] if list(rij) == CTDC["kolommen"] else ["de kolommen zijn niet die van CTDC"]
    for kolom, waarde in rij.items():
        if waarde == ONBEKEND or kolom.endswith("Concatenated"):
            continue
        if kolom in CTDC["keuzes"]:
            goed = waarde in CTDC["keuzes"][kolom]
        elif kolom == "yearOfRegistration":
            goed = waarde.isdecimal() and len(waarde) == 4
        elif kolom in ("citizenship", "CountryOfExploitation"):
            goed = len(waarde) == 2 and waarde.isalpha() and waarde.isupper()
        else:
            goed = waarde in ("0", "1")
        if not goed:
            nee.append(f"{kolom}: {waarde!r}")
    return nee


def bezwaren_comensha(rij: Mapping[str, str]) -> list[str]:
    """The same for the known variables."""
    nee = [] if list(rij) == COMENSHA["kolommen"] else ["de kolommen zijn niet de bekende variabelen"]
    return nee + [f"{k}: {rij[k]!r}" for k, keuzes in COMENSHA["keuzes"].items() if rij.get(k) not in keuzes]
