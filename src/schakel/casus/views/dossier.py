# SPDX-License-Identifier: EUPL-1.2
"""The dossier as one reader may see it: signals and pieces with every statement, its source and its date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from schakel.casus import queries
from schakel.casus.models import Casus, CasusSignaal, Dossierstuk
from schakel.convenant import actions as convenant
from schakel.convenant.models import Gegeven
from schakel.convenant.rules import Categorie, naam
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
    ingebracht_op: datetime
    feiten: list[Feit]
    koppeling: CasusSignaal | None = None
    betrouwbaarheid: str = ""


def dossier(*, door: Actor, casus: Casus, ontvanger: Partner | None = None) -> list[Deelstuk]:
    """Read it, with the account of the read: one line per person per object.

    With `ontvanger` only what that partner may get stands in it, as far as this reader can know (CAS-04).
    """
    signalen = list(
        queries.signalen(door=door, casus=casus).select_related("signaal__eigenaar", "signaal__signaal")
    )
    stukken = list(queries.dossierstukken(door=door, casus=casus))
    alle = [casus.stuk, *[s.signaal for s in signalen], *[d.stuk for d in stukken]]
    gelezen = convenant.lees_gegevens(door=door, stukken=alle)
    if ontvanger:
        mag = queries.in_afschrift_van(door=door, casus=casus, ontvanger=ontvanger, stukken=list(gelezen))
        gelezen = {pk: [g for g in gegevens if mag(g)] for pk, gegevens in gelezen.items()}
        signalen = [s for s in signalen if gelezen[s.signaal_id]]
        stukken = [d for d in stukken if gelezen[d.pk]]
    indicatoren = _indicatoren(g for gegevens in gelezen.values() for g in gegevens)
    uit = [_van_signaal(door, s, gelezen[s.signaal_id], indicatoren) for s in signalen]
    uit += [_van_stuk(door, d, gelezen[d.pk]) for d in stukken]
    return sorted(uit, key=lambda d: d.ingebracht_op)


def _indicatoren(gegevens: Iterable[Gegeven]) -> dict[tuple[str, str], str]:
    """(code, version) → the words of every indicator that was answered."""
    antwoorden = [_sleutel(g) for g in gegevens if g.soort == "indicator"]
    return {s: i.tekst for s, i in signaalqueries.indicator_teksten(antwoorden=antwoorden).items()}


def _sleutel(gegeven: Gegeven) -> tuple[str, str]:
    return gegeven.inhoud["indicator"], gegeven.inhoud.get("versie", "1")


def _van_signaal(
    door: Actor, koppeling: CasusSignaal, gegevens: list[Gegeven], indicatoren: Mapping[tuple[str, str], str]
) -> Deelstuk:
    stuk = koppeling.signaal
    return Deelstuk(
        id=stuk.pk,
        soort="signaal",
        titel=stuk.signaal.kenmerk,
        partner=stuk.eigenaar.naam,
        eigen=stuk.eigenaar_id == door.partner_id,
        ingebracht_op=koppeling.ingebracht_op,
        koppeling=koppeling,
        betrouwbaarheid=str(stuk.signaal.get_betrouwbaarheid_display()),
        feiten=[_feit(g, indicatoren) for g in gegevens],
    )


def _van_stuk(door: Actor, piece: Dossierstuk, gegevens: list[Gegeven]) -> Deelstuk:
    return Deelstuk(
        id=piece.pk,
        soort="dossierstuk",
        titel=piece.get_aard_display(),
        partner=piece.stuk.eigenaar.naam,
        eigen=piece.eigenaar_id == door.partner_id,
        ingebracht_op=piece.ingebracht_op,
        betrouwbaarheid=", ".join(sorted({str(g.get_zekerheid_display()) for g in gegevens})),
        feiten=[_feit(g) for g in gegevens],
    )


def _feit(gegeven: Gegeven, indicatoren: Mapping[tuple[str, str], str] = MappingProxyType({})) -> Feit:
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
        zekerheid=str(gegeven.get_zekerheid_display()),
        datum=gegeven.datum or gegeven.gemaakt_op.date(),
    )
