# SPDX-License-Identifier: EUPL-1.2
"""A case with 120 signals and 300 pieces of two partners, of which the regie may see some; each statement a canary."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from schakel.casus import actions, queries
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.models import Stuk
from schakel.convenant.rules import Categorie, Doel
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.signaal import actions as signaalacties
from tests.casus.keten import NLA, REGIE, Keten, maak_keten
from tests.regio import Regio

GEDEELD = (Categorie.OBJECT, Categorie.WAARNEMING)
"""What NLA shares with the regie; what it has of persons stays with NLA."""


@dataclass
class GroteCasus:
    """`mag`: per reader the canaries that may be read; `alle`: every canary that was written."""

    keten: Keten
    mag: dict[str, set[str]] = field(default_factory=lambda: {REGIE: set(), NLA: set()})
    alle: set[str] = field(default_factory=set)
    stukken: dict[str, list[tuple[Stuk, set[str]]]] = field(default_factory=lambda: {REGIE: [], NLA: []})
    """Per partner its signals and pieces, each with the canaries of what it may share of it."""

    def inhoud(self, wie: str, gedeeld: bool, *, persoon: bool) -> list[NieuwGegeven]:
        """An observation, a company and perhaps a suspect, each with its own canary."""
        soorten = [
            ("tekst", "tekst", Categorie.WAARNEMING),
            ("bedrijf", "bedrijf", Categorie.OBJECT),
            *([("persoon", "achternaam", Categorie.PERSOON_VERDACHT)] if persoon else []),
        ]
        gegevens = []
        for soort, veld, categorie in soorten:
            kanarie = f"KANARIE{len(self.alle):05d}Z"
            self.alle.add(kanarie)
            self.mag[wie].add(kanarie)
            if wie == REGIE or (gedeeld and categorie in GEDEELD):
                self.mag[REGIE].add(kanarie)
            gegevens.append(NieuwGegeven(soort, categorie, {veld: kanarie}))
        return gegevens


def maak(regio: Regio, signalen: int = 120, stukken: int = 300) -> GroteCasus:
    """Half of RIEC, half of NLA; NLA shares every second one with the regie."""
    groot = GroteCasus(maak_keten(regio))
    for wie in (REGIE, NLA):
        door = regio.actor(wie)
        with als(door):
            casus = queries.casus(door=door, id=groot.keten.casus_id)
            assert casus is not None
            nieuw = {
                nieuw_id(): signaalacties.NieuwSignaal(
                    gegevens=groot.inhoud(wie, n % 2 == 0, persoon=True), vormen=["arbeid"]
                )
                for n in range(signalen // 2)
            }
            te_delen: list[Stuk] = []
            for n, signaal in enumerate(signaalacties.maak_signalen(door=door, nieuw=nieuw)):
                groot.stukken[wie].append((signaal.stuk, _te_delen(nieuw[signaal.pk].gegevens)))
                actions.voeg_signaal_toe(door=door, casus=casus, signaal=signaal.stuk)
                te_delen += [signaal.stuk] if n % 2 == 0 else []
            for n in range(stukken // 2):
                gegevens = groot.inhoud(wie, n % 2 == 0, persoon=False)
                stuk = actions.voeg_dossierstuk_toe(door=door, casus=casus, aard="rapport", gegevens=gegevens)
                groot.stukken[wie].append((stuk.stuk, _te_delen(gegevens)))
                te_delen += [stuk.stuk] if n % 2 == 0 else []
            for stuk_ in te_delen if wie == NLA else []:
                actions.deel_in_casus(
                    door=door, casus=casus, stuk=stuk_, met=[regio.partner("riec")], categorieen=GEDEELD,
                    doel=Doel.PREVENTIE, tot=klok.vandaag() + timedelta(days=30), motivering="voor de weging",
                )  # fmt: skip
    return groot


def _te_delen(gegevens: Iterable[NieuwGegeven]) -> set[str]:
    return {str(w) for g in gegevens if g.categorie in GEDEELD for w in g.inhoud.values()}


def deel_met_politie(groot: GroteCasus) -> dict[str, set[str]]:
    """Both partners share two of every three pieces with the police; per partner the canaries that were given."""
    gegeven: dict[str, set[str]] = {REGIE: set(), NLA: set()}
    for wie, stukken in groot.stukken.items():
        door = groot.keten.regio.actor(wie)
        with als(door):
            casus = queries.casus(door=door, id=groot.keten.casus_id)
            assert casus is not None
            for n, (stuk, kanaries) in enumerate(stukken):
                if n % 3:
                    actions.deel_in_casus(
                        door=door, casus=casus, stuk=stuk, met=[groot.keten.regio.partner("politie")],
                        categorieen=GEDEELD, doel=Doel.PREVENTIE, tot=klok.vandaag() + timedelta(days=30),
                        motivering="voor de weegploeg",
                    )  # fmt: skip
                    gegeven[wie] |= kanaries
    return gegeven
