# SPDX-License-Identifier: EUPL-1.2
"""The dossier as one reader may see it: signals and pieces with every statement, its source and its date."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from schakel.casus import queries
from schakel.casus.models import Casus
from schakel.convenant import actions as convenant
from schakel.convenant.models import Gegeven, Stuk
from schakel.convenant.rules import Categorie, StukSoort, naam
from schakel.partner.models import Partner
from schakel.signaal import queries as signaalqueries
from schakel.signaal.rules import gegevens as vorm
from schakel.toegang.actor import Actor


@dataclass(frozen=True)
class Feit:
    """One statement in words."""

    id: UUID
    soort: str
    naam: str
    tekst: str
    categorie: str
    zekerheid: str
    datum: date | None


@dataclass(frozen=True)
class Deelstuk:
    """A signal or piece: `titel`, who brought it and when, and the facts that this reader may see."""

    id: UUID
    soort: str
    titel: str
    partner: str
    eigen: bool
    plek: queries.Plek
    feiten: list[Feit]
    betrouwbaarheid: str = ""

    @property
    def ingebracht_op(self) -> datetime:
        return self.plek.ingebracht_op


def dossier(
    *,
    door: Actor,
    casus: Casus,
    ontvanger: Partner | None = None,
    plekken: Sequence[queries.Plek] | None = None,
) -> list[Deelstuk]:
    """Read it, with the account of the read: one line per person per object.

    With `plekken` only what stands there. With `ontvanger` only what that partner may get stands in it, as far as this
    reader can know (CAS-04).
    """
    plekken = queries.plekken(door=door, casus=casus) if plekken is None else plekken
    stukken = queries.stukken_op(door=door, plekken=plekken)
    gelezen = convenant.lees_gegevens(door=door, stukken=[casus.stuk, *stukken.values()])
    if ontvanger:
        mag = queries.in_afschrift_van(door=door, casus=casus, ontvanger=ontvanger, stukken=list(gelezen))
        gelezen = {pk: [g for g in gegevens if mag(g)] for pk, gegevens in gelezen.items()}
        plekken = [p for p in plekken if gelezen.get(p.stuk_id)]
    indicatoren = _indicatoren(g for gegevens in gelezen.values() for g in gegevens)
    return [
        _deelstuk(door, plek, stukken[plek.stuk_id], gelezen[plek.stuk_id], indicatoren)
        for plek in plekken
        if plek.stuk_id in stukken
    ]


def _indicatoren(gegevens: Iterable[Gegeven]) -> dict[tuple[str, str], str]:
    """(code, version) → the words of every indicator that was answered."""
    antwoorden = [_sleutel(g) for g in gegevens if g.soort == "indicator"]
    return {s: i.tekst for s, i in signaalqueries.indicator_teksten(antwoorden=antwoorden).items()}


def _sleutel(gegeven: Gegeven) -> tuple[str, str]:
    return gegeven.inhoud["indicator"], gegeven.inhoud.get("versie", "1")


def _deelstuk(
    door: Actor,
    plek: queries.Plek,
    stuk: Stuk,
    gegevens: list[Gegeven],
    indicatoren: Mapping[tuple[str, str], str],
) -> Deelstuk:
    if stuk.soort == StukSoort.SIGNAAL:
        titel, hoe = stuk.signaal.kenmerk, str(stuk.signaal.get_betrouwbaarheid_display())
    else:
        titel = str(stuk.dossierstuk.get_aard_display())
        hoe = ", ".join(sorted({_zekerheid(g) for g in gegevens}))
    return Deelstuk(
        id=stuk.pk,
        soort=stuk.soort,
        titel=titel,
        partner=stuk.eigenaar.naam,
        eigen=stuk.eigenaar_id == door.partner_id,
        plek=plek,
        betrouwbaarheid=hoe,
        feiten=[_feit(g, indicatoren) for g in gegevens],
    )


def _zekerheid(gegeven: Gegeven) -> str:
    return str(Gegeven.Zekerheid(gegeven.zekerheid).label)


def _feit(gegeven: Gegeven, indicatoren: Mapping[tuple[str, str], str]) -> Feit:
    kader = vorm.SOORTEN.get(gegeven.soort)
    inhoud = gegeven.inhoud
    if gegeven.soort == "indicator" and _sleutel(gegeven) in indicatoren:
        tekst = f"{indicatoren[_sleutel(gegeven)]} – {inhoud.get('gezien', '')}"
    else:
        tekst = inhoud.get("tekst") if gegeven.soort == "tekst" else vorm.kort(gegeven.soort, inhoud)
    return Feit(
        id=gegeven.pk,
        soort=gegeven.soort,
        naam=str(kader.naam if kader else gegeven.soort),
        tekst=str(tekst) if tekst else ", ".join(str(w) for w in inhoud.values() if w),
        categorie=str(naam(Categorie(gegeven.categorie))),
        zekerheid=_zekerheid(gegeven),
        datum=gegeven.datum or gegeven.gemaakt_op.date(),
    )
