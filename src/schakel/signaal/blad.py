# SPDX-License-Identifier: EUPL-1.2
"""A signaal at a glance: what, where, who says so and how sure, which indicators, what it touches, who sees
it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from schakel.convenant import actions as convenant
from schakel.convenant.models import Gegeven, Verstrekking
from schakel.convenant.queries import gedeeld_met
from schakel.convenant.rules import Categorie, Handeling
from schakel.convenant.rules.namen import kop
from schakel.partner.models import Functie, Partner
from schakel.signaal import koppelen, queries
from schakel.signaal.models import Indicator, Informatieverzoek, Raakvlak, Signaal, Wijziging
from schakel.signaal.rules import delphi, woorden
from schakel.signaal.rules.gegevens import SOORTEN, kort
from schakel.signaal.rules.tegenspraak import Uitspraak, tegenspraken
from schakel.toegang.actor import Actor

PER_BLAD = 25
"""Hits that one page shows and explains, strongest first; the others stand on the next."""


@dataclass(frozen=True)
class Regel:
    """One statement, ready to be shown: `kort` in one line, `velden` what that line does not say yet."""

    gegeven: Gegeven
    naam: Any
    kort: str
    velden: Sequence[tuple[Any, str]]
    wie: str
    bron: str = ""


@dataclass(frozen=True)
class Gezien:
    """One answer to an indicator, as its list read at the time."""

    tekst: str
    dimensie: str
    lijst: str
    gezien: str
    gegeven: Gegeven
    indicator: Indicator | None = None


@dataclass(frozen=True)
class Tegen:
    """A field of one subject that sources fill in differently: (value, the statements that say so)."""

    onderwerp: str
    veld: Any
    lezingen: list[tuple[Any, list[Regel]]]


@dataclass(frozen=True)
class Verband:
    """A hit whose other side this actor may see, with the reason in a sentence."""

    raakvlak: Raakvlak
    signaal: Signaal
    zin: str


@dataclass(frozen=True)
class Blind:
    """A hit with a partner whose information this actor does not see: whom to call, and nothing else."""

    partner: Partner
    functie: Functie | None
    raakvlak_id: UUID
    gevonden_op: Any


@dataclass
class Blad:
    """Everything that the page of a signaal shows."""

    signaal: Signaal
    eigen: bool
    regels: list[Regel] = field(default_factory=list)
    tegen: list[Tegen] = field(default_factory=list)
    indicatoren: list[Gezien] = field(default_factory=list)
    volwassene: tuple[delphi.Dimensie, ...] = ()
    kind: tuple[delphi.Dimensie, ...] = ()
    verbanden: list[Verband] = field(default_factory=list)
    blind: list[Blind] = field(default_factory=list)
    gedeeld: list[Verstrekking] = field(default_factory=list)
    verzoeken: list[Informatieverzoek] = field(default_factory=list)
    wijzigingen: list[Wijziging] = field(default_factory=list)
    meldingen: list[UUID] = field(default_factory=list)
    bladzijde: int = 1
    bladen: int = 1

    @property
    def vorige(self) -> int | None:
        return self.bladzijde - 1 or None

    @property
    def volgende(self) -> int | None:
        return self.bladzijde + 1 if self.bladzijde < self.bladen else None

    @property
    def personen(self) -> list[Regel]:
        return [r for r in self.regels if r.gegeven.soort == "persoon"]

    @property
    def teksten(self) -> list[Regel]:
        return [r for r in self.regels if r.gegeven.soort == "tekst"]

    @property
    def dingen(self) -> list[Regel]:
        return [r for r in self.regels if r.gegeven.soort not in ("persoon", "tekst")]

    @property
    def dimensieparen(self) -> list[tuple[delphi.Dimensie, delphi.Dimensie]]:
        return list(zip(self.volwassene, self.kind, strict=True))

    @property
    def voorstel_volwassene(self) -> str:
        return delphi.uitkomst(self.volwassene, "volwassene")

    @property
    def voorstel_kind(self) -> str:
        return delphi.uitkomst(self.kind, "kind")

    @property
    def facetten(self) -> list[tuple[str, str, str]]:
        """Cumulation (SIG-05): per source what it saw, of this signaal and of all that may be seen with
        it.
        """
        alle = [self.signaal, *(v.signaal for v in self.verbanden if v.raakvlak.status != "niet_zelfde")]
        return [(s.kenmerk, s.eigenaar.naam, _facet(s)) for s in alle] if len(alle) > 2 else []


def _facet(s: Signaal) -> str:
    vormen = [str(woorden.VORM_NAAM[woorden.Vorm(v)]) for v in s.vormen]
    herkomst = s.get_herkomst_display() if s.herkomst == "boete" else ""
    return ", ".join(filter(None, [*vormen, s.get_sector_display(), herkomst]))


def lees(*, door: Actor, signaal: Signaal, bladzijde: int | None = None) -> Blad:
    """Read a signaal with what it touches; one line in the account per person that was read.

    `bladzijde`: one page of hits; without it all of them, of which the strongest are explained.
    """
    eigen = signaal.eigenaar_id == door.partner_id
    blad = Blad(signaal, eigen)
    hier, blind = _kies(door, blad, bladzijde) if eigen else ([], [])
    anderen = queries.signalen_op_id(door=door, ids=[r.ander_stuk_id for r in hier])
    uitleg = [anderen[r.ander_stuk_id].stuk for r in hier if r.ander_stuk_id in anderen][:PER_BLAD]
    gegevens = convenant.lees_gegevens(door=door, stukken=[signaal.stuk, *uitleg])
    eigen_gegevens = gegevens.pop(signaal.pk)
    gesleuteld = koppelen.gesleuteld(eigen_gegevens)
    _inhoud(blad, eigen_gegevens, queries.bronnen(door=door, gegevens=[g.pk for g in eigen_gegevens]))
    _tegenspraken(blad, {g.pk: sleutels for g, sleutels in gesleuteld})
    zinnen = koppelen.uitleg_per(gesleuteld, gegevens)
    blad.verbanden = [
        Verband(r, anderen[r.ander_stuk_id], zinnen.get(r.ander_stuk_id, ""))
        for r in hier
        if r.ander_stuk_id in anderen
    ]
    _blind(blad, blind)
    blad.gedeeld = list(gedeeld_met(door=door, stuk_id=signaal.pk))
    blad.meldingen = queries.meldingen(door=door, signaal=signaal)
    if eigen:
        blad.verzoeken = queries.verzoeken_van(door=door, stuk_id=signaal.pk)
        blad.wijzigingen = list(queries.wijzigingen(door=door, signaal=signaal))
    return blad


def _kies(door: Actor, blad: Blad, bladzijde: int | None) -> tuple[list[Raakvlak], list[Raakvlak]]:
    """The hits of this page whose other side may be seen, and one per partner of which none may."""
    zijden = queries.zijden_van(door=door, stuk_id=blad.signaal.pk)
    te_zien = queries.zichtbare_signalen(door=door, ids=[ander for _, ander, _ in zijden])
    zichtbaar = [pk for pk, ander, _ in zijden if ander in te_zien]
    if bladzijde is not None:
        blad.bladen = max(1, -(-len(zichtbaar) // PER_BLAD))
        blad.bladzijde = min(max(1, bladzijde), blad.bladen)
        zichtbaar = zichtbaar[(blad.bladzijde - 1) * PER_BLAD : blad.bladzijde * PER_BLAD]
    blind = {partner: pk for pk, ander, partner in reversed(zijden) if ander not in te_zien}
    rijen = queries.raakvlakken_op_id(door=door, ids=[*zichtbaar, *blind.values()])
    return [rijen[pk] for pk in zichtbaar if pk in rijen], [rijen[pk] for pk in blind.values() if pk in rijen]


def _inhoud(blad: Blad, gegevens: Iterable[Gegeven], bronnen: dict[UUID, str]) -> None:
    """Statements as lines, indicator answers under the version in which they were given."""
    gezien = []
    for g in gegevens:
        if g.soort == "indicator":
            gezien.append(g)
        elif g.soort in SOORTEN:
            blad.regels.append(regel(g, bronnen.get(g.pk, "")))
    sleutels = [(g.inhoud["indicator"], g.inhoud.get("versie", "1")) for g in gezien]
    teksten = queries.indicator_teksten(antwoorden=sleutels) if sleutels else {}
    gelezen = (_gezien(g, teksten.get(s)) for g, s in zip(gezien, sleutels, strict=True))
    blad.indicatoren = sorted(gelezen, key=lambda x: (x.dimensie, x.tekst))
    antwoorden = [
        delphi.Antwoord(i.code, i.dimensie, i.gewicht_volwassene, i.gewicht_kind, x.gezien)
        for x in blad.indicatoren
        if (i := x.indicator) is not None and i.lijst.code == "DELPHI-ARBEID"
    ]
    if antwoorden:
        blad.volwassene = delphi.dimensies(antwoorden, "volwassene")
        blad.kind = delphi.dimensies(antwoorden, "kind")


def _tegenspraken(blad: Blad, sleutels: Mapping[UUID, Mapping[int, str]]) -> None:
    """What the visible statements say differently of one subject; nothing that this reader may not see takes part."""
    uitspraken = [
        Uitspraak(nr, r.gegeven.soort, r.gegeven.inhoud, tuple(sleutels.get(r.gegeven.pk, ())))
        for nr, r in enumerate(blad.regels)
        if r.gegeven.soort != "tekst"
    ]
    for t in tegenspraken(uitspraken):
        veld = SOORTEN[t.soort].velden.get(t.veld)
        keuzes = (veld.keuzes if veld else None) or {}
        lezingen = [(keuzes.get(w, w), [blad.regels[nr] for nr in nummers]) for w, nummers in t.lezingen]
        inhoud = blad.regels[t.eerste].gegeven.inhoud
        naam = kort(t.soort, {n: w for n, w in inhoud.items() if n != t.veld}) or str(SOORTEN[t.soort].naam)
        blad.tegen.append(Tegen(naam, veld.label if veld else t.veld, lezingen))


def regel(g: Gegeven, bron: str = "") -> Regel:
    """One statement as a line: what it is called, and the fields that its name does not show yet."""
    kader = SOORTEN[g.soort]
    naam = g.inhoud.get("tekst", "") if g.soort == "tekst" else kort(g.soort, g.inhoud)
    velden = [
        (veld.label, (veld.keuzes or {}).get(g.inhoud[veldnaam], g.inhoud[veldnaam]))
        for veldnaam, veld in kader.velden.items()
        if g.inhoud.get(veldnaam) and str(g.inhoud[veldnaam]) not in naam
    ]
    wie = f"{kop(Categorie(g.categorie))}; {kop(Handeling(g.handeling)).lower()}"
    return Regel(g, kader.naam, naam, velden, wie, bron)


def _gezien(g: Gegeven, i: Indicator | None) -> Gezien:
    gezien = g.inhoud.get("gezien", woorden.Gezien.ONBEKEND)
    if i is None:
        return Gezien(g.inhoud["indicator"], "", g.inhoud.get("lijst", ""), gezien, g)
    return Gezien(
        i.tekst, i.dimensie or i.lijst.naam, f"{i.lijst.naam}, versie {i.lijst.versie}", gezien, g, i
    )


def _blind(blad: Blad, rijen: Sequence[Raakvlak]) -> None:
    """Of what may not be seen one line per partner, so that not even the number is told."""
    contacten = queries.contacten([r.tegenpartij_id for r in rijen]) if rijen else {}
    blad.blind = [
        Blind(r.tegenpartij, contacten.get(r.tegenpartij_id), r.pk, r.gevonden_op)
        for r in sorted(rijen, key=lambda r: r.tegenpartij.naam)
    ]
