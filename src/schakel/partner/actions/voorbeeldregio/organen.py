# SPDX-License-Identifier: EUPL-1.2
"""Bodies, sources, connections, effort and projects in the sample regions."""

import re

from schakel.partner.actions.organen import volg
from schakel.partner.actions.voorbeeldregio.gegevens import Voorbeeld, dag, rijen
from schakel.partner.models import (
    Inzet,
    Orgaan,
    OrgaanBron,
    OrgaanLid,
    Partner,
    Project,
    ProjectPartner,
    Verbinding,
)

STATUSSEN = ("niet opgezet", "vervallen", "gepland", "actief")
LEDEN = (
    ("politie", "politie"),
    ("om", "om"),
    ("ggd", "ggd"),
    ("riec", "riec"),
    ("belastingdienst", "belastingdienst"),
)


def organen(v: Voorbeeld, regio: str) -> None:
    """Bodies with their seats, to whom they report, and what sources say of them."""
    leiders = {}
    for rij in rijen(f"{regio}-overleggen"):
        naam = re.sub(r" \(volgens .*\)$", "", rij["naam"])
        if naam not in v.organen:
            v.organen[naam] = _orgaan(naam, rij)
            leiders[naam] = rij["rapporteert aan"].lower()[:16]
            _zetels(v, v.organen[naam], rij)
    for rij in rijen("netwerken", regio):
        netwerk = Orgaan.objects.create(naam=rij["naam"], niveau=rij["niveau"], bron=f"p. {rij['p']}")
        v.organen[rij["naam"]] = netwerk
        for partner in filter(None, map(v.zoek, rij["leden"].split("|"))):
            OrgaanLid.objects.create(orgaan=netwerk, partner=partner, rol="aanspreekpunt")
    for naam, begin in leiders.items():
        boven = next((o for n, o in v.organen.items() if begin and n.lower().startswith(begin)), None)
        v.organen[naam].rapporteert_aan = boven
        v.organen[naam].save(update_fields=["rapporteert_aan"])
    _bronnen(v, regio)


def _orgaan(naam: str, rij: dict[str, str]) -> Orgaan:
    weken = re.fullmatch(r"(\d+) weken", rij["ritme"])
    sinds, tot = (re.search(rf"{w} (\d{{4}}(?:-\d\d)*)", rij["status"]) for w in ("sinds", "tot"))
    return Orgaan.objects.create(
        naam=naam,
        niveau=rij["niveau"].split()[0],
        voorzitter=rij["voorzitter"],
        ritme=rij["ritme"],
        ritme_weken=int(weken.group(1)) if weken else None,
        status=next((s for s in STATUSSEN if s in rij["status"]), "onbekend").replace(" ", "_"),
        bron=f"p. {rij['p']}",
        keten=rij.get("keten") or ("zorg" if "zorg" in naam.lower() else "aanpak"),
        doelgroepen=list(filter(None, rij.get("doelgroepen", "").split("|"))),
        gelaagd="deel 2" in rij["leden"],
        vormen=["seksueel"] if "prostitutie" in naam.lower() else [],
        van=dag(sinds.group(1)) if sinds else None,
        tot=dag(tot.group(1), einde=True) if tot else None,
    )


def _zetels(v: Voorbeeld, orgaan: Orgaan, rij: dict[str, str]) -> None:
    """Members that point at one partner become seats; the words of the report stay as a source."""
    if rij["leden"]:
        OrgaanBron.objects.create(
            orgaan=orgaan,
            veld="leden",
            waarde=rij["leden"].replace("|", ", "),
            bron=f"rapport, p. {rij['p']}",
            datum="2012",
            leidend="(volgens" not in rij["naam"],
        )
    gezien = set()
    for lid in rij["leden"].split("|"):
        soort = OrgaanLid.Soort.AGENDA if lid.startswith("agenda") else OrgaanLid.Soort.VAST
        soort = OrgaanLid.Soort.CASUSAFHANKELIJK if lid.startswith("casusafhankelijk") else soort
        delen = [int(d) for d in re.findall(r"^deel (\d)", lid)]
        for woord in re.split(r"[,/:]", lid):
            partner = _lid(v, woord.strip())
            if partner and partner.pk not in gezien:
                gezien.add(partner.pk)
                OrgaanLid.objects.create(
                    orgaan=orgaan, partner=partner, rol="aanspreekpunt", soort=soort, delen=delen
                )


def _lid(v: Voorbeeld, woord: str) -> Partner | None:
    kaal = woord.lower()
    if woord in v.partners:
        return v.partners[woord]
    soort = next((s for w, s in LEDEN if kaal == w or kaal.startswith(f"{w} ")), "")
    kandidaten = [p for p in v.partners.values() if soort and p.soort == soort]
    if kandidaten:
        return kandidaten[0]
    return next((p for n, p in v.partners.items() if len(kaal) > 3 and kaal in n.lower()), None)


def _bronnen(v: Voorbeeld, regio: str) -> None:
    for rij in rijen("bronnen", regio):
        orgaan = v.organen[rij["orgaan"]]
        if rij["leidend"]:
            OrgaanBron.objects.filter(
                orgaan=orgaan, veld=rij["veld"]
            ).delete()  # the same words, less precisely
        bron = OrgaanBron.objects.create(
            orgaan=orgaan,
            veld=rij["veld"],
            waarde=rij["waarde"],
            weken=int(rij["weken"]) if rij["weken"] else None,
            bron=f"{rij['bron']} (p. {rij['p']})",
            datum=rij["datum"],
            leidend=bool(rij["leidend"]),
        )
        if bron.leidend:
            volg(bron)


def verbindingen(v: Voorbeeld, regio: str) -> None:
    """Links between bodies and partners, and the ones that are missing."""
    for rij in rijen("verbindingen", regio):
        naar = v.organen.get(rij["naar"])
        Verbinding.objects.create(
            orgaan=v.organen[rij["van"]],
            naar_orgaan=naar,
            naar_partner=None if naar else v.partners[rij["naar"]],
            via=rij["via"],
            soort=rij["soort"],
            risico=rij["risico"],
            bron=f"p. {rij['p']}",
        )


def inzet(v: Voorbeeld, regio: str) -> None:
    """Tasks, contributions, support asked and given."""
    stuurgroep = next(
        (o for n, o in v.organen.items() if n.lower().startswith(("stuurgroep", "regiegroep"))), None
    )
    for rij in rijen("inzet", regio):
        partner = v.partners[rij["partner"]]
        Inzet.objects.create(
            partner=partner,
            soort=rij["soort"],
            omschrijving=rij["omschrijving"],
            deelnemers=rij["deelnemers"],
            kosten=rij["kosten"],
            antwoord=rij["antwoord"],
            orgaan=stuurgroep,
            bron=f"p. {rij['p']}",
            eigenaar=partner.functies.first(),
        )


def projecten(v: Voorbeeld, regio: str) -> None:
    """Temporary cooperations with the goals of their partners."""
    projecten = {}
    for rij in rijen("projecten", regio):
        projecten[rij["naam"]] = Project.objects.create(
            naam=rij["naam"],
            soort=rij["soort"],
            doel=rij["doel"],
            trekker=v.partners[rij["trekker"]],
            status=rij["status"],
            van=dag(rij["van"]),
            tot=dag(rij["tot"], einde=True),
            resultaat=rij["resultaat"],
            zonder_effect=rij["zonder effect"],
            borging=rij["borging"],
            bron=f"p. {rij['p']}",
        )
    for rij in rijen("projectdeelnemers", regio):
        ProjectPartner.objects.create(
            project=projecten[rij["project"]], partner=v.partners[rij["partner"]], doel=rij["doel"]
        )
