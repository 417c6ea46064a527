# SPDX-License-Identifier: EUPL-1.2
"""What partners notice of a network: pieces that mostly share something, written otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from schakel.wereld import bouw
from schakel.wereld.genereren import schrijfwijze
from schakel.wereld.genereren.mensen import Bevolking, Persoon
from schakel.wereld.genereren.netwerken import Netwerk
from schakel.wereld.genereren.opmaak import Kaart, maak_op
from schakel.wereld.genereren.toeval import Toeval
from schakel.wereld.vormen import Gegeven, Rol, Waarneming

Spoorsoort = Literal[
    "telefoon", "adres", "bedrijf", "voertuig", "iban", "account", "advertentie", "dader", "slachtoffer"
]


@dataclass(frozen=True, slots=True)
class Spoor:
    """Something of a network that can be noticed: a kind, and which one of that kind."""

    soort: Spoorsoort
    welke: int = 0


_TEKSTEN: dict[str, tuple[str, ...]] = {
    "arbeid": (
        "Mensen worden voor dag en dauw met een busje gehaald en laat teruggebracht.",
        "Werknemers weten niet wat zij verdienen; één man houdt de papieren vast.",
        "Veel te veel bedden in één huis, huur wordt op het loon ingehouden.",
        "Werknemer wil niet praten zolang de voorman meeluistert.",
    ),
    "seksueel": (
        "Wisselende bezoekers, steeds kort. Iemand anders beheert de telefoon.",
        "Zij zegt dat zij een schuld moet afbetalen aan haar vriend.",
        "Nieuwe oudere vriend, dure spullen, is nachten weg.",
        "Draait weg zodra haar vriend ter sprake komt.",
    ),
    "crimineel": (
        "Jongere met meer telefoons, wordt steeds opgehaald.",
        "Brengt pakketjes weg en zegt dat hij een boete moet afbetalen.",
        "Heeft een bankpas afgegeven en durft niet te zeggen aan wie.",
    ),
    "dienstbaarheid": (
        "Komt nooit alleen buiten en past dag en nacht op de kinderen.",
        "Slaapt op de gang en heeft geen eigen papieren.",
    ),
}


def stukken(b: Bevolking, kaart: Kaart, n: Netwerk) -> list[tuple[Waarneming, tuple[str, ...]]]:
    """The pieces as received, each with the ids of the true persons in it. At least two partners hold one."""
    t = Toeval(b.zaad, "stukken van", n.nummer)
    gezien: list[Spoor] = []
    uit: list[tuple[Waarneming, tuple[str, ...]]] = []
    dag, partners = n.start, t.greep(n.soort.ziet, len(n.soort.ziet))
    for nummer in range(n.stukken):
        soort = partners[nummer] if nummer < 2 else t.kies(n.soort.ziet)
        sporen = _kies_sporen(t, n, gezien)
        gezien += [spoor for spoor in sporen if spoor not in gezien]
        gegevens = [g for spoor in sporen for g in _schrijf(t, n, spoor, soort)]
        gegevens += [bouw.indicator(code) for code in t.greep(n.soort.indicatoren, t.getal(0, 3))]
        plek = t.kies(b.gemeenten).id if t.kans(0.12) else n.gemeente
        w = maak_op(
            t,
            soort_partner=soort,
            partner=kaart.partner(soort, plek),
            ontvangen=_datum(b.peildatum, dag),
            gemeente=plek,
            vorm=n.soort.vorm if t.kans(0.85) else "onbekend",
            tekst=t.kies(_TEKSTEN[n.soort.vorm]),
            gegevens=gegevens,
        )
        uit.append((w, tuple(_persoon(n, s).id for s in sporen if s.soort in ("dader", "slachtoffer"))))
        dag += t.getal(2, 45)
    return uit


def _datum(peildatum: date, dag: int) -> date:
    """Day 0 is two years before the reference date; nothing is received after it."""
    return min(peildatum, peildatum - timedelta(days=730 - dag))


def _alle(n: Netwerk) -> list[Spoor]:
    """Everything there is to notice, by what this kind of network leaves behind."""
    soorten = n.soort.sporen
    uit = [Spoor("telefoon", nr) for nr in range(len(n.telefoons))]
    uit += [Spoor("adres", nr) for nr in range(len(n.adressen)) if "adres" in soorten]
    uit += [Spoor("bedrijf")] if n.bedrijf else []
    uit += [Spoor("voertuig")] if "voertuig" in soorten else []
    uit += [Spoor("iban"), Spoor("account")] if "account" in soorten else []
    uit += [Spoor("advertentie")] if "advertentie" in soorten else []
    return uit


def _kies_sporen(t: Toeval, n: Netwerk, gezien: list[Spoor]) -> list[Spoor]:
    """Things and persons of one piece: mostly something seen before, something new, and somebody."""
    dingen = [s for s in gezien if s.soort not in ("dader", "slachtoffer")]
    sporen = t.greep(dingen, 1 + t.kans(0.4)) if dingen and t.kans(0.97) else []
    nieuw = [s for s in _alle(n) if s not in sporen]
    sporen += t.greep(nieuw, t.getal(0, 1) if sporen else 2)
    if t.kans(0.6):
        sporen.append(Spoor("dader", t.getal(0, len(n.daders) - 1)))
    if t.kans(0.55):
        sporen.append(Spoor("slachtoffer", t.getal(0, len(n.slachtoffers) - 1)))
    return sporen


def _persoon(n: Netwerk, spoor: Spoor) -> Persoon:
    return (n.daders if spoor.soort == "dader" else n.slachtoffers)[spoor.welke]


def _schrijf(t: Toeval, n: Netwerk, spoor: Spoor, hand: str) -> list[Gegeven]:
    """The statement that a trace becomes, in some spelling."""
    if spoor.soort in ("dader", "slachtoffer"):
        return [_schrijf_persoon(t, n, spoor)]
    if spoor.soort == "telefoon":
        return [bouw.telefoon(schrijfwijze.telefoon(t, n.telefoons[spoor.welke], hand))]
    if spoor.soort == "adres":
        delen = schrijfwijze.adres(t, n.adressen[spoor.welke])
        return [Gegeven("adres", delen)]
    if spoor.soort == "bedrijf" and n.bedrijf:
        naam, kvk = n.bedrijf
        return [bouw.bedrijf(schrijfwijze.bedrijf(t, naam, hand), kvk if t.kans(0.6) else "")]
    if spoor.soort == "voertuig":
        return [bouw.voertuig(schrijfwijze.kenteken(t, n.kenteken, hand))]
    if spoor.soort == "iban":
        return [bouw.account("iban", schrijfwijze.iban(t, n.iban, hand))]
    if spoor.soort == "account":
        return [bouw.account("account", schrijfwijze.account(t, n.handle, hand))]
    nummer = schrijfwijze.telefoon(t, n.telefoons[0], hand)
    naam = t.kies(n.slachtoffers).naam.voornaam
    return [
        bouw.advertentie(f"{naam}, nieuw in de stad. Bel {nummer}. escortsite.test"),
        bouw.telefoon(nummer),
    ]


def _schrijf_persoon(t: Toeval, n: Netwerk, spoor: Spoor) -> Gegeven:
    p = _persoon(n, spoor)
    vaag = t.kans(0.3)
    velden = schrijfwijze.naam(t, p, vaag=vaag)
    if not vaag and t.kans(0.7):
        velden["geboortedatum"] = schrijfwijze.geboortedatum(t, p.geboren)
    if t.kans(0.6):
        velden["geslacht"] = p.geslacht
    rol: Rol = "verdachte" if spoor.soort == "dader" else "mogelijk-slachtoffer"
    return bouw.persoon("onbekend" if t.kans(0.15) else rol, **velden)
