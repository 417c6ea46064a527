# SPDX-License-Identifier: EUPL-1.2
"""From statements to linking keys: what the linkage engine is asked, and with which salt.

The salt is one per region, derived from the index key of the key ring with a version number: the keys are
worthless without the ring. Regimes are kept apart by row-level security and not by salts, because every key
row names its object anyway; keys that leave this house (hit/no-hit between installations) need a salt per
regime and period.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast
from uuid import UUID

from koppeling import VELDEN, Entiteit, Soort, gehasht, vergelijk
from koppeling import sleutels as maak_sleutels
from koppeling.sleutels import VERSIE as VERSIE
from schakel.convenant.models import Gegeven, Stuk
from schakel.convenant.rules import Handeling
from schakel.kern.versleuteling import bos
from schakel.signaal.rules.gegevens import kort
from schakel.signaal.rules.raakvlak import DINGEN, IDENTIFIER_VAN

_NAAR_MOTOR = {"bedrijf": "bedrijfsnaam", "plaats": "woonplaats"}
SOORTEN = frozenset(
    {"persoon", "adres", "telefoon", "bedrijf", "voertuig", "rekening", "account", "advertentie"}
)

LIJKT_OP = 5.0
"""Bits of evidence from which two persons are named in the reason of a raakvlak without sharing a key."""


def zout() -> bytes:
    """The salt of the keys (32 bytes); changes with the version of the key rules."""
    return bos().merk("koppel:", f"v{VERSIE}", 32)


def entiteit(soort: str, inhoud: Mapping[str, Any]) -> Entiteit | None:
    """A statement as the engine takes it; None when it must never be linked (secret address, free text)."""
    if soort not in SOORTEN or inhoud.get("geheim"):
        return None
    velden = {_NAAR_MOTOR.get(naam, naam): (str(waarde),) for naam, waarde in inhoud.items() if waarde}
    if inhoud.get("tussenvoegsel") and inhoud.get("achternaam"):
        velden["achternaam"] = (f"{inhoud['tussenvoegsel']} {inhoud['achternaam']}",)
    return Entiteit(
        "", cast(Soort, soort), {naam: waarde for naam, waarde in velden.items() if naam in VELDEN}
    )


def sleutels(soort: str, inhoud: Mapping[str, Any]) -> dict[int, str]:
    """The hashed keys of a statement → kind of key; only kinds that a raakvlak can rest on."""
    wat = entiteit(soort, inhoud)
    if wat is None:
        return {}
    geheim = zout()
    return {gehasht(s, geheim): s.soort for s in maak_sleutels(wat) if s.soort in IDENTIFIER_VAN}


def verborgen_tot(stuk: Stuk, gegeven: Gegeven) -> date | None:
    """Until when only the owner may find the keys of a statement; the database keeps it so when that changes."""
    eigen = stuk.besloten or Handeling.EIGEN in (stuk.handeling, gegeven.handeling)
    grenzen = (stuk.embargo_tot, gegeven.embargo_tot, date.max if eigen else None)
    return max((g for g in grenzen if g), default=None)


Gesleuteld = list[tuple[Gegeven, dict[int, str]]]


def uitleg(eigen: Iterable[Gegeven], ander: Iterable[Gegeven]) -> str:
    """Why two signals touch, with the values of both: only for who may read both sides."""
    return _zin(gesleuteld(eigen), gesleuteld(ander))


def uitleg_per(eigen: Gesleuteld, anderen: Mapping[UUID, Iterable[Gegeven]]) -> dict[UUID, str]:
    """The same for many others at once; the keys of one's own side are made once."""
    return {id: _zin(eigen, gesleuteld(hun)) for id, hun in anderen.items()}


def gesleuteld(gegevens: Iterable[Gegeven]) -> Gesleuteld:
    """Statements with their linking keys."""
    return [(g, sleutels(g.soort, g.inhoud)) for g in gegevens]


def _zin(eigen: Gesleuteld, van_ander: Gesleuteld) -> str:
    dingen: dict[str, str] = {}
    personen: list[tuple[float, str]] = []
    for g, mijn in eigen:
        for h, hun in van_ander:
            gedeeld = {mijn[s] for s in mijn.keys() & hun.keys()}
            if g.soort == h.soort == "persoon":
                personen += _persoon(g, h, zeker=bool(gedeeld))
            for soort in sorted(gedeeld & DINGEN.keys()):
                dingen.setdefault(soort, f"{DINGEN[soort][1]} ({_waarden(g, h)})")
    delen = [dingen[s] for s in sorted(dingen, key=lambda s: -DINGEN[s][0])]
    return "; ".join([*delen, *(zin for _, zin in sorted(personen, reverse=True)[:2])])


def _waarden(g: Gegeven, h: Gegeven) -> str:
    return " / ".join(dict.fromkeys((kort(g.soort, g.inhoud), kort(h.soort, h.inhoud))))


def _persoon(g: Gegeven, h: Gegeven, *, zeker: bool) -> list[tuple[float, str]]:
    """Weight and words of two persons by the linkage engine, strongest first; nothing when they are hardly alike.

    `zeker`: they share a key. Spellings that share none are compared too, because the signals touch already.
    """
    a, b = entiteit(g.soort, g.inhoud), entiteit(h.soort, h.inhoud)
    if a is None or b is None:
        return []
    delen = sorted((d for d in vergelijk(a, b).delen if d.niveau), key=lambda d: -d.bits)
    bits = sum(d.bits for d in delen)
    if not zeker and bits < LIJKT_OP:
        return []
    wie = f"{kort('persoon', g.inhoud)} / {kort('persoon', h.inhoud)}"
    return [(bits, f"{wie}: {', '.join(d.tekst['nl'] for d in delen)}")]
