# SPDX-License-Identifier: EUPL-1.2
"""Everything else that partners notice: ordinary people, busy addresses, shared telephones, innocent signals.

Some of the same people come up more than once, so that finding them again is right and yet no network.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from schakel.wereld import bouw
from schakel.wereld.genereren import nummers, schrijfwijze
from schakel.wereld.genereren.mensen import BLOK, Bevolking, Persoon, plek
from schakel.wereld.genereren.opmaak import Kaart, maak_op
from schakel.wereld.genereren.toeval import Toeval
from schakel.wereld.vormen import Gegeven, Rol, Vorm, Waarneming

_PLEKKEN = ("Hotel", "Pension", "Belwinkel", "Opvanglocatie", "Vakantiepark")
_DINGEN = frozenset({"adres", "voertuig", "iban", "bedrijf", "plek", "telefoon", "advertentie"})
_EERSTE_PLEK = 40_000
_EERSTE_BEDRIJF = 20_000
_BRANCHES = ("Bouw", "Horeca", "Schoonmaak", "Transport", "Tuinbouw", "Vlees", "Nagelstudio", "Autowas")


@dataclass(frozen=True, slots=True)
class Verhaal:
    """A kind of noise: text, who writes it down, form, what it mentions, role of the person, indicators."""

    tekst: str
    ziet: tuple[str, ...]
    vorm: Vorm
    noemt: tuple[str, ...]
    rol: Rol
    indicatoren: tuple[str, ...]
    gewicht: float


_VERHALEN = (
    Verhaal(
        "Klacht van buren over drukte en veel fietsen.",
        ("gemeente", "politie"),
        "onbekend",
        ("persoon", "adres"),
        "onbekend",
        ("NLA-10",),
        16,
    ),
    Verhaal(
        "Gast betaalde contant en wilde geen papieren tonen.",
        ("politie", "gemeente"),
        "seksueel",
        ("persoon", "plek"),
        "onbekend",
        ("OM-35", "JE-23"),
        12,
    ),
    Verhaal(
        "Jongere spijbelt en heeft een nieuwe telefoon.",
        ("gemeente", "zvh", "zorg"),
        "crimineel",
        ("persoon", "telefoon"),
        "mogelijk-slachtoffer",
        ("JE-01", "JE-05", "JE-07"),
        14,
    ),
    Verhaal(
        "Klacht over te laat betaald loon.",
        ("nla", "belastingdienst"),
        "arbeid",
        ("persoon", "bedrijf"),
        "mogelijk-slachtoffer",
        ("NLA-02", "NLA-03"),
        15,
    ),
    Verhaal(
        "Auto met veel inzittenden bij een controle.",
        ("politie",),
        "onbekend",
        ("persoon", "voertuig"),
        "onbekend",
        ("OM-35",),
        10,
    ),
    Verhaal(
        "Ruzie in een studentenhuis; bewoners spreken elkaar tegen.",
        ("politie", "gemeente"),
        "onbekend",
        ("persoon", "huisgenoot", "adres"),
        "getuige",
        (),
        8,
    ),
    Verhaal(
        "Patiënt was gespannen en wilde het niet over thuis hebben.",
        ("ggd", "zorg"),
        "onbekend",
        ("persoon",),
        "mogelijk-slachtoffer",
        ("JE-28",),
        12,
    ),
    Verhaal(
        "Meer betalingen met dezelfde omschrijving.",
        ("belastingdienst",),
        "onbekend",
        ("persoon", "iban"),
        "onbekend",
        (),
        6,
    ),
    Verhaal(
        "Advertentie voor massage aan huis.",
        ("politie",),
        "seksueel",
        ("advertentie",),
        "onbekend",
        ("OM-35",),
        7,
    ),
)
_GEWOGEN = tuple((verhaal, verhaal.gewicht) for verhaal in _VERHALEN)


class Ruisstuk(NamedTuple):
    """An observation, the ids of the true persons in it, and the true things that others may mention too."""

    waarneming: Waarneming
    personen: tuple[str, ...]
    dingen: tuple[str, ...]


Ding = tuple[str, list[Gegeven]]
"""What a thing truly is, and what is written down about it."""


@dataclass(frozen=True, slots=True)
class Ruis:
    """Makes observations about people from number `eerste` on; `plekken`: hotels per municipality."""

    bevolking: Bevolking
    kaart: Kaart
    eerste: int
    plekken: int

    def stuk(self, nummer: int, ontvangen: date) -> Ruisstuk:
        """Noise number so many."""
        t = Toeval(self.bevolking.zaad, "ruis", nummer)
        verhaal = t.weeg(_GEWOGEN)
        hand, wie = t.kies(verhaal.ziet), self._iemand(t)
        if "voertuig" in verhaal.noemt:  # one driver per block, so that a plate is one person
            wie = self.bevolking.persoon(wie.nummer // BLOK * BLOK)
        genoemd = [wie] if "persoon" in verhaal.noemt else []
        if "huisgenoot" in verhaal.noemt:
            genoemd.append(self.bevolking.persoon(wie.nummer ^ 1))
        dingen = [self._ding(t, soort, wie, hand) for soort in verhaal.noemt if soort in _DINGEN]
        gegevens = [_persoon(t, p, verhaal.rol) for p in genoemd]
        gegevens += [g for _, deel in dingen for g in deel]
        gegevens += [bouw.indicator(code) for code in verhaal.indicatoren if t.kans(0.4)]
        w = maak_op(
            t,
            soort_partner=hand,
            partner=self.kaart.partner(hand, wie.adres.gemeente),
            ontvangen=ontvangen,
            gemeente=wie.adres.gemeente,
            vorm=verhaal.vorm,
            tekst=verhaal.tekst,
            gegevens=gegevens,
        )
        return Ruisstuk(w, tuple(p.id for p in genoemd), tuple(ding for ding, _ in dingen))

    def _iemand(self, t: Toeval) -> Persoon:
        """Mostly anybody; one in ten times somebody of a small group that comes up again and again."""
        rest = self.bevolking.aantal - self.eerste
        groep = max(8, rest // 50) if t.kans(0.1) else rest
        return self.bevolking.persoon(self.eerste + t.getal(0, groep - 1))

    def _ding(self, t: Toeval, soort: str, wie: Persoon, hand: str) -> Ding:
        if soort == "adres":
            delen = schrijfwijze.adres(t, wie.adres, vaag=t.kans(0.15))
            return f"{wie.adres.postcode} {wie.adres.huisnummer}", [Gegeven("adres", delen)]
        if soort == "voertuig":
            plaat = nummers.kenteken(wie.nummer // BLOK)
            return plaat, [bouw.voertuig(schrijfwijze.kenteken(t, plaat, hand))]
        if soort == "iban":
            iban = nummers.iban(wie.nummer)
            return iban, [bouw.account("iban", schrijfwijze.iban(t, iban, hand))]
        if soort == "bedrijf":
            return self._werkgever(t, wie, hand)
        if soort == "plek":
            return self._plek(t, wie.adres.gemeente, hand)
        nummer = schrijfwijze.telefoon(t, wie.telefoon, hand)
        gegevens = [bouw.telefoon(nummer)]
        if soort == "advertentie":
            gegevens.append(bouw.advertentie(f"Massage aan huis. Bel {nummer}. advertenties.test"))
        return wie.telefoon, gegevens

    def _werkgever(self, t: Toeval, wie: Persoon, hand: str) -> Ding:
        """The company that this person's neighbourhood works for; many people share one."""
        nummer = wie.nummer // 64
        eigen = Toeval(self.bevolking.zaad, "bedrijf", nummer)
        eigenaar = self.bevolking.persoon(max(self.eerste, nummer * 64))
        naam = f"{eigen.kies(_BRANCHES)} {eigenaar.naam.achternaam} B.V."
        kvk = nummers.kvk(_EERSTE_BEDRIJF + nummer)
        return kvk, [bouw.bedrijf(schrijfwijze.bedrijf(t, naam, hand), kvk if t.kans(0.4) else "")]

    def _plek(self, t: Toeval, gemeente: str, hand: str) -> Ding:
        """A hotel, pension or call shop that very many share, with its one telephone and front door."""
        rang = next(n for n, g in enumerate(self.bevolking.gemeenten) if g.id == gemeente)
        nummer = rang * self.plekken + t.getal(0, self.plekken - 1)
        deur = plek(self.bevolking, gemeente, _EERSTE_PLEK + nummer)
        telefoon = nummers.telefoon(8_000_000 + nummer)
        return telefoon, [
            Gegeven("adres", schrijfwijze.adres(t, deur)),
            bouw.bedrijf(f"{_PLEKKEN[nummer % len(_PLEKKEN)]} {deur.straat}"),
            bouw.telefoon(schrijfwijze.telefoon(t, telefoon, hand)),
        ]


def _persoon(t: Toeval, p: Persoon, rol: Rol) -> Gegeven:
    vaag = t.kans(0.2)
    velden = schrijfwijze.naam(t, p, vaag=vaag)
    if not vaag and t.kans(0.65):
        velden["geboortedatum"] = schrijfwijze.geboortedatum(t, p.geboren)
    if t.kans(0.6):
        velden["geslacht"] = p.geslacht
    return bouw.persoon(rol, **velden)
