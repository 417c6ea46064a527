# SPDX-License-Identifier: EUPL-1.2
"""Hidden exploitation networks: who is in them, what they use, and how long they go on."""

from __future__ import annotations

from dataclasses import dataclass

from schakel.wereld.genereren import nummers
from schakel.wereld.genereren.mensen import Bevolking, Persoon, lid, plek
from schakel.wereld.genereren.namen import Geslacht
from schakel.wereld.genereren.plaatsen import Adres
from schakel.wereld.genereren.toeval import Toeval
from schakel.wereld.vormen import Gegevensoort, Vorm

LEDEN = 16
"""Numbers kept per network; persons of network n are numbered from n × LEDEN."""


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of network: form, ages and sex of its victims, how many, what it leaves behind, who sees it."""

    naam: str
    vorm: Vorm
    gewicht: float
    leeftijd: tuple[int, int]
    geslacht: Geslacht | None
    slachtoffers: tuple[int, int]
    sporen: tuple[Gegevensoort, ...]
    ziet: tuple[str, ...]
    indicatoren: tuple[str, ...]
    bedrijven: tuple[str, ...] = ()


_ARBEID = (
    "NLA-02",
    "NLA-03",
    "NLA-04",
    "NLA-07",
    "NLA-08",
    "NLA-10",
    "NLA-11",
    "OM-06",
    "OM-14",
    "ILO-06",
    "ILO-10",
)
_JEUGD = ("JE-01", "JE-04", "JE-07", "JE-09", "JE-25", "JE-28", "JE-29", "JE-30", "JE-31")
_THUIS = ("OM-09", "OM-12", "OM-13", "OM-14", "OM-16", "OM-08")
_DINGEN: tuple[Gegevensoort, ...] = ("telefoon", "adres", "bedrijf", "voertuig", "account")
SOORTEN = (
    Soort(
        "kassen",
        "arbeid",
        18,
        (18, 50),
        None,
        (4, 10),
        _DINGEN,
        ("nla", "belastingdienst", "gemeente", "politie", "ggd"),
        _ARBEID,
        ("Tuinbouw", "Paprika", "Plantenkwekerij", "Aardbei"),
    ),
    Soort(
        "uitzendbureau",
        "arbeid",
        16,
        (18, 55),
        None,
        (4, 10),
        _DINGEN,
        ("belastingdienst", "nla", "gemeente", "riec", "politie"),
        _ARBEID,
        ("Uitzendburo", "Flex & Werk", "Personeelsdiensten"),
    ),
    Soort(
        "vlees",
        "arbeid",
        12,
        (20, 55),
        None,
        (4, 9),
        _DINGEN,
        ("nla", "gemeente", "ggd", "belastingdienst", "riec"),
        _ARBEID,
        ("Vlees", "Uitbenerij", "Pluimvee"),
    ),
    Soort(
        "loverboy",
        "seksueel",
        14,
        (14, 20),
        "vrouw",
        (1, 3),
        ("telefoon", "account", "voertuig", "adres"),
        ("zorg", "gemeente", "politie", "zvh", "ggd"),
        _JEUGD,
    ),
    Soort(
        "escort",
        "seksueel",
        16,
        (18, 35),
        "vrouw",
        (2, 5),
        ("telefoon", "advertentie", "adres", "account", "voertuig"),
        ("politie", "gemeente", "ggd", "zorg", "belastingdienst"),
        ("OM-09", "OM-15", "OM-23", "OM-25", "OM-27", "OM-29", "OM-35"),
    ),
    Soort(
        "drugsrunners",
        "crimineel",
        16,
        (13, 18),
        None,
        (2, 6),
        ("telefoon", "voertuig", "account", "adres"),
        ("politie", "zvh", "gemeente", "zorg"),
        ("JE-05", "JE-08", "JE-32", "JE-35", "JE-36", "JE-37", *_JEUGD),
    ),
    Soort(
        "huishouden",
        "dienstbaarheid",
        8,
        (18, 45),
        None,
        (1, 2),
        ("adres", "telefoon", "account"),
        ("ggd", "gemeente", "zorg", "politie"),
        _THUIS,
    ),
)


@dataclass(frozen=True, slots=True)
class Netwerk:
    """A network as it truly is. `start`: day of its first trace; `stukken`: how many traces are noticed."""

    id: str
    nummer: int
    soort: Soort
    gemeente: str
    daders: tuple[Persoon, ...]
    slachtoffers: tuple[Persoon, ...]
    telefoons: tuple[str, ...]
    adressen: tuple[Adres, ...]
    bedrijf: tuple[str, str] | None  # name, KvK number
    kenteken: str
    iban: str
    handle: str
    start: int
    stukken: int


def aantal_stukken(zaad: int, nummer: int) -> int:
    """How many pieces of this network somebody notices: 3 to 7."""
    t = Toeval(zaad, "stukken", nummer)
    return 3 + t.getal(0, 2) + t.getal(0, 2)


def netwerk(b: Bevolking, nummer: int, start: int) -> Netwerk:
    """The network with this number. Its telephones, addresses, account and plate are used by nobody else."""
    t = Toeval(b.zaad, "netwerk", nummer)
    soort = t.weeg([(s, s.gewicht) for s in SOORTEN])
    eerste = nummer * LEDEN
    daders = tuple(lid(b, eerste + n, (22, 58)) for n in range(t.getal(1, 3)))
    slachtoffers = tuple(
        lid(b, eerste + 4 + n, soort.leeftijd, soort.geslacht) for n in range(t.getal(*soort.slachtoffers))
    )
    plekken = tuple(plek(b, daders[0].adres.gemeente, 2 * nummer + n) for n in range(2))
    naam = f"{daders[0].naam.achternaam} {t.kies(soort.bedrijven)} B.V." if soort.bedrijven else ""
    return Netwerk(
        f"N{nummer:05d}",
        nummer,
        soort,
        daders[0].adres.gemeente,
        daders,
        slachtoffers,
        tuple(nummers.telefoon(6_000_000 + 4 * nummer + n) for n in range(t.getal(1, 2))),
        plekken,
        (naam, nummers.kvk(nummer)) if naam else None,
        nummers.kenteken(700_000 + nummer),
        nummers.iban(6_000_000 + nummer),
        f"{t.kies(slachtoffers).naam.voornaam.lower()}.{nummer * 7919 % 99_991:05d}",
        start,
        aantal_stukken(b.zaad, nummer),
    )
