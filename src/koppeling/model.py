# SPDX-License-Identifier: EUPL-1.2
"""The weights: a versioned file that a person can read, compare and approve. Nothing learns by itself.

A model is TOML; `laad` reads its text. Per kind of entity a list of comparisons; per comparison the levels in
order, of which the first that holds counts. A level has m = P(level | same) and u = P(level | different); its
weight is log2(m/u) bits (Fellegi & Sunter, A theory for record linkage, JASA 64, 1969). Term frequencies:
Winkler 2000.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import groupby
from math import log2
from typing import Any, Final, Literal, get_args

from koppeling.entiteit import SOORTEN, Soort
from koppeling.functies import COMBINATIES, WAARDEFUNCTIES, Combinatie, Waardefunctie
from koppeling.profiel import KOLOMMEN

Taal = Literal["nl", "en"]
TALEN: Final[tuple[Taal, ...]] = get_args(Taal)


class ModelFout(ValueError):
    """The model file is not usable; the message names the place in Dutch."""


@dataclass(frozen=True, slots=True)
class Niveau:
    """One level of agreement. `m` and `u` are probabilities; `bits` = log2(m/u).

    `functie` is a name of `functies.WAARDEFUNCTIES` or `functies.COMBINATIES`; the last level ("anders") has
    none. `kolom` is where it looks; `tf` (0..1) is the share of the term-frequency adjustment that is
    applied.
    """

    naam: str
    kolom: str
    functie: str
    drempel: float
    m: float
    u: float
    tf: float
    tekst: Mapping[Taal, str] = field(compare=False)
    bits: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "bits", log2(self.m / self.u))


@dataclass(frozen=True, slots=True)
class Blok:
    """Consecutive levels on one column, with their functions looked up: what the scorer walks through."""

    kolom: str
    combinatie: Combinatie | None
    niveaus: tuple[Niveau, ...]
    toetsen: tuple[tuple[Waardefunctie, Niveau], ...] = field(init=False)

    def __post_init__(self) -> None:
        toetsen = () if self.combinatie else tuple((WAARDEFUNCTIES[n.functie], n) for n in self.niveaus)
        object.__setattr__(self, "toetsen", toetsen)


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """One question put to two records: levels in order, the first that holds counts. It is missing (0 bits)
    when none of its columns is filled on both sides. `u_gelijk` is the base of the frequency adjustment: the
    u of the first level that has one."""

    naam: str
    ontbreekt: Mapping[Taal, str] = field(compare=False)
    niveaus: tuple[Niveau, ...] = ()
    u_gelijk: float = field(init=False)
    blokken: tuple[Blok, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "u_gelijk", next((n.u for n in self.niveaus if n.tf), self.niveaus[0].u))
        groepen = groupby(self.niveaus[:-1], key=lambda n: (n.kolom, COMBINATIES.get(n.functie)))
        blokken = tuple(Blok(kolom, combinatie, tuple(g)) for (kolom, combinatie), g in groepen)
        object.__setattr__(self, "blokken", blokken)


@dataclass(frozen=True, slots=True)
class Band:
    """Lower bounds in bits at a base of one million, and how many bits each factor ten in base size adds."""

    mogelijk: float
    waarschijnlijk: float
    per_factor_tien: float


@dataclass(frozen=True, slots=True)
class Model:
    """A whole model. `partners` is the expected number of records of the same person elsewhere in the base;
    `kleinste_basis` the base size below which the prior no longer grows; `tf_minimum` the least frequency
    used."""

    naam: str
    partners: float
    kleinste_basis: int
    basis: int
    tf_minimum: float
    vergelijkingen: Mapping[Soort, tuple[Vergelijking, ...]]
    banden: Mapping[str, Band]
    frequenties: Mapping[str, Mapping[str, float]]


def laad(tekst: str) -> Model:
    """Read and check the text of a model file.

    Errors: ModelFout when it is no TOML, a key is missing, a probability lies outside (0, 1], a function or
    column does not exist, the m or u of a comparison do not add up to one (within 0.01), or a text is
    missing.
    """
    try:
        ruw = tomllib.loads(tekst)
        return _model(ruw)
    except tomllib.TOMLDecodeError as fout:
        raise ModelFout(f"Het modelbestand is geen geldig TOML: {fout}") from fout
    except KeyError as fout:
        raise ModelFout(f"In het modelbestand ontbreekt de sleutel {fout.args[0]!r}.") from fout
    except (TypeError, AttributeError) as fout:
        raise ModelFout(f"Het modelbestand heeft een verkeerde vorm: {fout}") from fout


@cache
def standaardmodel(naam: str = "nl-2") -> Model:
    """A model that ships with the library (see `modellen/<naam>.md` for its card).

    Errors: ModelFout for a name that is not shipped.
    """
    bestand = files("koppeling") / "modellen" / f"{naam}.toml"
    if not naam.replace("-", "").isalnum() or not bestand.is_file():
        raise ModelFout(f"Er is geen meegeleverd model {naam!r}.")
    return laad(bestand.read_text(encoding="utf-8"))


def schrijf(model: Model) -> str:
    """The text of a model file: `laad(schrijf(model)) == model`."""
    vooraf = {n: getattr(model, n) for n in ("partners", "kleinste_basis", "basis", "tf_minimum")}
    regels = ["# SPDX-License-Identifier: EUPL-1.2", f"naam = {_toml(model.naam)}", "", "[vooraf]"]
    regels += [f"{naam} = {waarde!r}" for naam, waarde in vooraf.items()]
    for doel, band in model.banden.items():
        regels += ["", f"[banden.{doel}]", f"mogelijk = {band.mogelijk!r}"]
        regels += [f"waarschijnlijk = {band.waarschijnlijk!r}", f"per_factor_tien = {band.per_factor_tien!r}"]
    for soort, vergelijkingen in model.vergelijkingen.items():
        for v in vergelijkingen:
            regels += [
                "",
                f"[[vergelijking.{soort}]]",
                f"naam = {_toml(v.naam)}",
                f"ontbreekt = {_toml(v.ontbreekt)}",
            ]
            regels += ["niveau = [", *(f"  {_toml(_ruw(n, v.naam))}," for n in v.niveaus), "]"]
    for kolom, tabel in model.frequenties.items():
        regels += ["", f"[frequenties.{kolom}]", *(f"{_toml(w)} = {f!r}" for w, f in tabel.items())]
    return "\n".join(regels) + "\n"


def _ruw(n: Niveau, kolom: str) -> dict[str, Any]:
    """A level without what is understood."""
    alles = {f: getattr(n, f) for f in ("naam", "functie", "kolom", "drempel", "tf", "m", "u", "tekst")}
    vanzelf = {"functie": "", "kolom": kolom, "drempel": 0.0, "tf": 0.0}
    return {naam: waarde for naam, waarde in alles.items() if vanzelf.get(naam) != waarde}


def _toml(waarde: Any) -> str:
    if isinstance(waarde, Mapping):
        return "{ " + ", ".join(f"{naam} = {_toml(w)}" for naam, w in waarde.items()) + " }"
    return json.dumps(waarde, ensure_ascii=False) if isinstance(waarde, str) else repr(waarde)


def _model(ruw: dict[str, Any]) -> Model:
    soorten = ruw["vergelijking"]
    for soort in soorten:
        if soort not in SOORTEN:
            raise ModelFout(f"Onbekende soort {soort!r} in het modelbestand.")
    model = Model(
        naam=str(ruw["naam"]),
        partners=float(ruw["vooraf"]["partners"]),
        kleinste_basis=int(ruw["vooraf"]["kleinste_basis"]),
        basis=int(ruw["vooraf"]["basis"]),
        tf_minimum=float(ruw["vooraf"]["tf_minimum"]),
        vergelijkingen={s: tuple(_vergelijking(s, v) for v in lijst) for s, lijst in soorten.items()},
        banden={doel: _band(doel, band) for doel, band in ruw["banden"].items()},
        frequenties={kolom: _frequenties(kolom, f) for kolom, f in ruw.get("frequenties", {}).items()},
    )
    if not (
        model.partners > 0 and model.kleinste_basis > 1 and model.basis > 1 and 0 < model.tf_minimum <= 1
    ):
        raise ModelFout("De waarden onder [vooraf] moeten groter zijn dan nul, en tf_minimum hoogstens 1.")
    return model


def _frequenties(kolom: str, ruw: dict[str, Any]) -> dict[str, float]:
    tabel = {waarde: float(f) for waarde, f in ruw.items()}
    if kolom not in KOLOMMEN or not all(0 < f <= 1 for f in tabel.values()):
        raise ModelFout(f"frequenties.{kolom}: de kolom moet bestaan en elke waarde ligt tussen 0 en 1.")
    return tabel


def _band(doel: str, ruw: dict[str, Any]) -> Band:
    band = Band(float(ruw["mogelijk"]), float(ruw["waarschijnlijk"]), float(ruw["per_factor_tien"]))
    if not (band.mogelijk <= band.waarschijnlijk and band.per_factor_tien >= 0):
        raise ModelFout(f"Band {doel!r}: 'mogelijk' mag niet boven 'waarschijnlijk' liggen.")
    return band


def _vergelijking(soort: str, ruw: dict[str, Any]) -> Vergelijking:
    waar = f"{soort}.{ruw['naam']}"
    niveaus = tuple(_niveau(waar, ruw.get("kolom", ruw["naam"]), n) for n in ruw["niveau"])
    if len(niveaus) < 2 or niveaus[-1].functie or not all(n.functie for n in niveaus[:-1]):
        raise ModelFout(f"{waar}: alleen het laatste niveau ('anders') heeft geen functie.")
    if not any(n.functie in WAARDEFUNCTIES for n in niveaus):
        raise ModelFout(f"{waar}: ten minste een niveau vergelijkt waarden van een kolom.")
    for wat, som in (("m", sum(n.m for n in niveaus)), ("u", sum(n.u for n in niveaus))):
        if abs(som - 1) > 0.01:
            raise ModelFout(f"{waar}: de {wat}-waarden tellen op tot {som:.4f} in plaats van 1.")
    return Vergelijking(ruw["naam"], _teksten(waar, ruw["ontbreekt"]), niveaus)


def _niveau(waar: str, kolom: str, ruw: dict[str, Any]) -> Niveau:
    kolom, functie = ruw.get("kolom", kolom), ruw.get("functie", "")
    waar = f"{waar}.{ruw['naam']}"
    if kolom not in KOLOMMEN:
        raise ModelFout(f"{waar}: de kolom {kolom!r} bestaat niet.")
    if functie and functie not in WAARDEFUNCTIES and functie not in COMBINATIES:
        raise ModelFout(f"{waar}: de functie {functie!r} bestaat niet.")
    m, u, tf = float(ruw["m"]), float(ruw["u"]), float(ruw.get("tf", 0))
    if not (0 < m <= 1 and 0 < u <= 1 and 0 <= tf <= 1):
        raise ModelFout(f"{waar}: m en u liggen tussen 0 en 1 (0 zelf niet), tf van 0 tot en met 1.")
    drempel = float(ruw.get("drempel", 0))
    return Niveau(ruw["naam"], kolom, functie, drempel, m, u, tf, _teksten(waar, ruw["tekst"]))


def _teksten(waar: str, ruw: dict[str, Any]) -> dict[Taal, str]:
    if not all(ruw.get(taal) for taal in TALEN):
        raise ModelFout(f"{waar}: een tekst in het Nederlands en in het Engels is nodig.")
    return {taal: str(ruw[taal]) for taal in TALEN}
