# SPDX-License-Identifier: EUPL-1.2
"""Municipalities, organisations, functions and who fills them in the sample regions."""

import re
from datetime import date, timedelta

from django.utils.text import slugify

from schakel.partner import rules
from schakel.partner.actions.voorbeeldregio.gegevens import Voorbeeld, dag, rijen
from schakel.partner.models import (
    Functie,
    Gebied,
    Gemeente,
    Indeling,
    Invulling,
    Partner,
    PartnerNaam,
    Voorziening,
    Waarneming,
)

SOORTEN = (
    ("gemeente", "gemeente"),
    ("politie", "politie"),
    ("klpd", "politie"),
    ("arrondissementsparket", "om"),
    ("functioneel parket", "om"),
    ("belastingdienst", "belastingdienst"),
    ("fiod", "fiod"),
    ("provincie", "provincie"),
    ("szw", "nla"),
    ("siod", "nla"),
    ("arbeidsinspectie", "nla"),
    ("uwv", "uwv"),
    ("riec", "riec"),
    ("veiligheidshuis", "zvh"),
    ("ggd", "ggd"),
    ("comensha", "comensha"),
    ("kmar", "kmar"),
    ("marechaussee", "kmar"),
    ("nidos", "voogdij"),
    ("coa", "coa"),
    ("ind", "ind"),
    ("dt&v", "dtv"),
    ("advoca", "advocatuur"),
    ("jeugdzorg", "jeugd"),
    ("reclassering", "reclassering"),
    ("corporatie", "corporatie"),
    ("bank", "branche"),
    ("uitzend", "branche"),
    ("abu", "branche"),
    ("nbbu", "branche"),
    ("jade", "opvang"),
    ("hera", "opvang"),
    ("elckerlyc", "opvang"),
    ("fier", "opvang"),
    ("neos", "opvang"),
)
"""First word that a name begins with or holds → kind of partner."""

ROLLEN = (
    ("ketenregisseur", "ketenregisseur"),
    ("regiocoördinator", "regiocoordinator"),
    ("trekker", "bestuurlijk_trekker"),
    ("aanjager", "bestuurlijk_trekker"),
    ("portefeuillehouder mensenhandel", "bestuurlijk_trekker"),
    ("meldpunt", "aandachtsfunctionaris"),
    ("signaalroute", "aandachtsfunctionaris"),
)
VOORZIENINGEN = {"gepland": Voorziening.GEPLAND, "niet voorzien": Voorziening.NIET_VOORZIEN}


def _soort(naam: str) -> str:
    kaal = naam.lower()
    return next(
        (
            soort
            for woord, soort in SOORTEN
            if kaal.startswith(woord) or re.search(rf"\b{re.escape(woord)}", kaal)
        ),
        "zorg",
    )


def _partner(naam: str, **velden: object) -> Partner:
    """One organisation by name; national ones are shared by the regions."""
    partner, _nieuw = Partner.objects.get_or_create(
        code=slugify(naam)[:40].strip("-"), defaults={"naam": naam, "soort": _soort(naam), **velden}
    )
    return partner


def gemeenten(v: Voorbeeld, regio: str) -> None:
    """Municipalities with their organisation and the areas they belong to."""
    for rij in rijen("gemeenten"):
        if rij["regio"] == regio:
            partner = _partner(
                f"Gemeente {rij['gemeente']}", soort="gemeente", kan=["signaleren", "interveniëren"]
            )
            v.partners[partner.naam] = partner
            v.gemeenten[rij["gemeente"]], _ = Gemeente.objects.get_or_create(
                naam=rij["gemeente"], cbs=rij["cbs"], defaults={"partner": partner}
            )
    for rij in rijen("indelingen"):
        if gemeente := v.gemeenten.get(rij["gemeente"]):
            _deel_in(gemeente, rij["domein"], rij["gebied"], rij)
    for rij in rijen("regionale-taken"):
        domein = rij["taak"].removeprefix("centrumgemeente ").replace(" ", "_")
        if rij["gemeente"] in v.gemeenten and rij["taak"].startswith("centrumgemeente "):
            _deel_in(v.gemeenten[rij["gemeente"]], domein, rij["gemeente"], rij)


def _deel_in(gemeente: Gemeente, domein: str, naam: str, rij: dict[str, str]) -> None:
    gebied, _ = Gebied.objects.get_or_create(domein=domein, naam=naam)
    Indeling.objects.get_or_create(
        gemeente=gemeente,
        gebied=gebied,
        van=dag(rij["van"]),
        tot=dag(rij["tot"], einde=True),
        defaults={"zekerheid": rij.get("zekerheid", "vast")[:100], "bron": f"p. {rij['p']}"},
    )


VORMEN = {
    "publiek": "publiek",
    "privaat": "privaat",
    "wettelijke taak": "wettelijke_taak",
    "samenwerking": "samenwerking",
}


def partners(v: Voorbeeld, regio: str) -> None:
    """Organisations, what they can do, and how they stand under the covenant of the region."""
    extra = {rij["organisatie"]: rij["kan"] for rij in rijen("kan", regio)}
    for rij in rijen(f"{regio}-partners"):
        naam = rij["organisatie"]
        kan = rules.kan_uit(f"{rij['rol in de keten']} {naam}") + [k for n, k in extra.items() if n == naam]
        partner = _partner(naam, rechtsvorm=VORMEN[rij["soort"]], kan=kan, werkgebied=v.regio)
        v.partners[naam] = partner
        v.standen[naam] = rij["convenant"]
    if not any(p.soort == "riec" for p in v.partners.values()):
        v.partners["RIEC"] = _partner(f"RIEC {v.regio}")


def opvolging() -> None:
    """Organisations that went over into others; the old ones stay as they were."""
    for rij in rijen("opvolging"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", rij["datum"]) or "regiokorpsen" in rij["oud"]:
            continue
        nieuw = _partner(rij["nieuw"], van=dag(rij["datum"]))
        tot = date.fromisoformat(rij["datum"]) - timedelta(days=1)
        kort = re.search(r"\((\w+)\)", rij["oud"])
        oud = _partner(rij["oud"], soort=nieuw.soort, tot=tot, opvolger=nieuw)
        if kort:
            PartnerNaam.objects.get_or_create(partner=oud, naam=kort.group(1), bron=f"p. {rij['p']}")
    for naam, later in (("Loket W", "Lumens Groep"),):
        lumens = _partner(later, soort="zorg")
        PartnerNaam.objects.get_or_create(partner=lumens, naam=naam, bron="p. 91 fn66")


def _rol(naam: str) -> str:
    return next((rol for woord, rol in ROLLEN if woord in naam.lower()), "aanspreekpunt")


def rollen(v: Voorbeeld, regio: str) -> None:
    """Chain roles: filled by an office, vacant, planned or not provided for."""
    for rij in rijen(f"{regio}-rollen"):
        plaats = v.gemeenten.get(rij["bereik"])
        eigen = v.partners.get(f"Gemeente {rij['bereik']}")
        gemeente = next(
            (p for n, p in v.partners.items() if f"burgemeester {n[9:]}" in rij["bezet door"]), None
        )
        politie = v.van_soort("politie") if "korpsexpert" in rij["rol"] or "politie" in rij["rol"] else None
        genoemd = v.zoek(rij["bezet door"]) if rij["status"] != "waargenomen" else None
        partner = politie or eigen or gemeente or genoemd or v.drager
        sleutel = f"{rij['rol']}|{rij['bereik']}"
        functie = v.functies.get(sleutel) or v.functies.setdefault(
            sleutel,
            Functie.objects.create(
                partner=partner,
                naam=rij["rol"],
                rol=_rol(rij["rol"]),
                bereik=rij["bereik"],
                bron=f"p. {rij['p']}",
                voorziening=VOORZIENINGEN.get(rij["status"], Voorziening.VOORZIEN),
            ),
        )
        if plaats:
            functie.gemeenten.add(plaats)
        if rij["status"] == "vervuld":
            Invulling.objects.create(
                functie=functie,
                door=rij["bezet door"] or rij["rol"],
                van=dag(rij["van"]),
                tot=dag(rij["tot"], einde=True),
                bron=f"p. {rij['p']}",
            )


def functies(v: Voorbeeld, regio: str) -> None:
    """Functions that organisations keep beside the chain roles; "(gepland)" and "(tot 2012-01)" are read."""
    bestaand = {(f.partner_id, rules.zoekvorm(f.naam)) for f in v.functies.values()}
    for rij in rijen(f"{regio}-partners"):
        for tekst in filter(None, rij["functies"].split("|")):
            naam = re.sub(r" \((gepland|tot [\d-]+)\)", "", tekst)
            partner = v.partners[rij["organisatie"]]
            if (partner.pk, rules.zoekvorm(naam.split(" (")[0])) in bestaand or any(
                naam in f.naam for f in v.functies.values()
            ):
                continue
            gepland = "(gepland)" in tekst
            functie = Functie.objects.create(
                partner=partner,
                naam=naam[:150],
                rol="aanspreekpunt",
                bron=f"p. {rij['p']}"[:100],
                voorziening=Voorziening.GEPLAND if gepland else Voorziening.VOORZIEN,
            )
            v.functies.setdefault(f"{naam}|{rij['organisatie']}", functie)
            if not gepland:
                tot = re.search(r"\(tot ([\d-]+)\)", tekst)
                Invulling.objects.create(
                    functie=functie, door=naam[:200], tot=dag(tot.group(1), einde=True) if tot else None
                )


def waarnemingen(v: Voorbeeld, regio: str) -> None:
    """Functions elsewhere that look after a vacant one."""
    for rij in rijen("waarnemingen", regio):
        elders = Functie.objects.create(
            partner=v.partners[rij["partner"]],
            naam=rij["neemt waar"],
            rol="regiocoordinator",
            bron=f"p. {rij['p']}",
        )
        Invulling.objects.create(functie=elders, door=f"{rij['neemt waar']} ({rij['partner']})")
        v.functies[rij["neemt waar"]] = elders
        Waarneming.objects.create(
            functie=v.functies[f"{rij['rol']}|regio"], door=elders, omvang=rij["omvang"], van=date(2012, 1, 1)
        )
