# SPDX-License-Identifier: EUPL-1.2
"""Everything else that partners notice: ordinary people, busy addresses, shared telephones, innocent signals.

Some of the same people come up more than once, so that finding them again is right and yet no network.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from schakel.wereld import bouw
from schakel.wereld.genereren import nummers, schrijfwijze
from schakel.wereld.genereren.mensen import Bevolking, Persoon, plek
from schakel.wereld.genereren.opmaak import Kaart, maak_op
from schakel.wereld.genereren.toeval import Toeval
from schakel.wereld.vormen import Gegeven, Rol, Vorm, Waarneming

_PLEKKEN = ("Hotel", "Pension", "Belwinkel", "Opvanglocatie", "Vakantiepark")
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


@dataclass(frozen=True, slots=True)
class Ruis:
    """Makes observations about people from number `eerste` on; `plekken`: how many hotels and call shops."""

    bevolking: Bevolking
    kaart: Kaart
    eerste: int
    plekken: int

    def waarneming(self, nummer: int, ontvangen: date) -> tuple[Waarneming, tuple[str, ...]]:
        """Noise number so many, with the ids of the true persons in it."""
        t = Toeval(self.bevolking.zaad, "ruis", nummer)
        verhaal = t.weeg(_GEWOGEN)
        wie = self._iemand(t)
        genoemd = [wie] if "persoon" in verhaal.noemt else []
        gegevens = [_persoon(t, wie, verhaal.rol)] if genoemd else []
        if "huisgenoot" in verhaal.noemt:
            ander = self.bevolking.persoon(wie.nummer ^ 1)
            genoemd.append(ander)
            gegevens.append(_persoon(t, ander, verhaal.rol))
        for ding in verhaal.noemt:
            gegevens += self._ding(t, ding, wie)
        gegevens += [bouw.indicator(code) for code in verhaal.indicatoren if t.kans(0.4)]
        soort, gemeente = t.kies(verhaal.ziet), wie.adres.gemeente
        w = maak_op(
            t,
            soort_partner=soort,
            partner=self.kaart.partner(soort, gemeente),
            ontvangen=ontvangen,
            gemeente=gemeente,
            vorm=verhaal.vorm,
            tekst=verhaal.tekst,
            gegevens=gegevens,
        )
        return w, tuple(p.id for p in genoemd)

    def _iemand(self, t: Toeval) -> Persoon:
        """Mostly anybody; one in ten times somebody of a small group that comes up again and again."""
        rest = self.bevolking.aantal - self.eerste
        groep = max(8, rest // 50) if t.kans(0.1) else rest
        return self.bevolking.persoon(self.eerste + t.getal(0, groep - 1))

    def _ding(self, t: Toeval, ding: str, wie: Persoon) -> list[Gegeven]:
        if ding == "adres":
            return [Gegeven("adres", schrijfwijze.adres(t, wie.adres, vaag=t.kans(0.15)))]
        if ding == "telefoon":
            return [bouw.telefoon(schrijfwijze.telefoon(t, wie.telefoon))]
        if ding == "voertuig":
            return [bouw.voertuig(schrijfwijze.kenteken(t, nummers.kenteken(wie.nummer // 8)))]
        if ding == "iban":
            return [bouw.account("iban", schrijfwijze.iban(t, nummers.iban(wie.nummer)))]
        if ding == "bedrijf":
            return [self._werkgever(t, wie)]
        if ding == "plek":
            return self._plek(t, wie.adres.gemeente)
        if ding == "advertentie":
            nummer = schrijfwijze.telefoon(t, wie.telefoon)
            return [
                bouw.advertentie(f"Massage aan huis. Bel {nummer}. advertenties.test"),
                bouw.telefoon(nummer),
            ]
        return []

    def _werkgever(self, t: Toeval, wie: Persoon) -> Gegeven:
        """The company that this person's neighbourhood works for; many people share one."""
        nummer = wie.nummer // 64
        eigen = Toeval(self.bevolking.zaad, "bedrijf", nummer)
        eigenaar = self.bevolking.persoon(max(self.eerste, nummer * 64))
        naam = f"{eigen.kies(_BRANCHES)} {eigenaar.naam.achternaam} B.V."
        kvk = nummers.kvk(_EERSTE_BEDRIJF + nummer) if t.kans(0.4) else ""
        return bouw.bedrijf(schrijfwijze.bedrijf(t, naam), kvk)

    def _plek(self, t: Toeval, gemeente: str) -> list[Gegeven]:
        """A hotel, pension or call shop that hundreds of people share, with its one telephone."""
        nummer = t.getal(0, self.plekken - 1)
        deur = schrijfwijze.adres(t, plek(self.bevolking, gemeente, _EERSTE_PLEK + nummer))
        naam = f"{_PLEKKEN[nummer % len(_PLEKKEN)]} {deur.get('straat', gemeente.title())}"
        telefoon = schrijfwijze.telefoon(t, nummers.telefoon(8_000_000 + nummer))
        return [Gegeven("adres", deur), bouw.bedrijf(naam), bouw.telefoon(telefoon)]


def _persoon(t: Toeval, p: Persoon, rol: Rol) -> Gegeven:
    vaag = t.kans(0.2)
    velden = schrijfwijze.naam(t, p, vaag=vaag)
    if not vaag and t.kans(0.65):
        velden["geboortedatum"] = schrijfwijze.geboortedatum(t, p.geboren)
    if t.kans(0.6):
        velden["geslacht"] = p.geslacht
    return bouw.persoon(rol, **velden)
