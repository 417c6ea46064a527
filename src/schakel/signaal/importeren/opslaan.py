# SPDX-License-Identifier: EUPL-1.2
"""From read rows to meldingen and signalen, in batches of one transaction each."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any
from uuid import UUID

from schakel.convenant import rules as deelregels
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.kern.ids import vast_id
from schakel.melding import actions as melding_actions
from schakel.melding import rules as meldregels
from schakel.signaal import actions, queries
from schakel.signaal.actions import NieuwePlaats, NieuwSignaal
from schakel.signaal.importeren.lezen import Rij, rijen
from schakel.signaal.importeren.omzetten import Groepsregel, onbekend, zet_om
from schakel.signaal.importeren.verslag import Rijfout, Verslag
from schakel.signaal.rules.gegevens import categorie, kort
from schakel.signaal.rules.woorden import SECTOR_NAAM
from schakel.toegang.actor import Actor

PER_TRANSACTIE = 100
"""Meldingen and signalen per transaction."""


@dataclass
class Groep:
    """The rows of one melding or signaal. `sleutel`: the supplier's kenmerk, or the content of the row."""

    sleutel: str
    regels: list[Groepsregel] = field(default_factory=list)

    @property
    def kop(self) -> dict[str, Any]:
        """Every heading column, from the first row that fills it."""
        return {
            naam: w for r in reversed(self.regels) for naam, w in r.kop.items() if w not in (None, "", [])
        }

    @property
    def statements(self) -> list[tuple[str, dict[str, str]]]:
        return [s for r in self.regels for s in r.statements]


def importeer(*, door: Actor, bestand: Path, proef: bool = False) -> Verslag:
    """Import a file on behalf of `door`. Raises `BestandFout` when nothing of it can be read."""
    verslag = Verslag(proef=proef)
    for stapel in _stapels(_groepen(bestand, verslag)):
        with als(door, oorsprong="bestand"):
            hulp = _Naslag.lees(door, stapel)
            for groep in stapel:
                _een(door, groep, hulp, verslag)
            hulp.sla_op(door)
    return verslag


def _groepen(bestand: Path, verslag: Verslag) -> Iterator[Groep]:
    """Rows that stand together under one kenmerk; a row without one is its own group."""
    gelezen = _gelezen(bestand, verslag)
    for sleutel, regels in groupby(gelezen, key=lambda paar: paar[0]):
        yield Groep(sleutel, [r for _, r in regels])


def _gelezen(bestand: Path, verslag: Verslag) -> Iterator[tuple[str, Groepsregel]]:
    gemeld: set[str] = set()
    vandaag = klok.vandaag()
    for rij in rijen(bestand):
        verslag.regels += 1
        if isinstance(rij, Rijfout):
            verslag.meld(rij)
            continue
        for kop in onbekend(rij[1]):
            if kop not in gemeld and len(gemeld) < 200:
                gemeld.add(kop)
                verslag.opmerkingen.append(f"Kolom '{kop[:60]}' is niet bekend en is overgeslagen.")
        regel, fouten = zet_om(*rij, vandaag)
        if fouten:
            verslag.meld(*fouten)
        else:
            yield str(regel.kop.get("kenmerk_bron") or _inhoud(rij)), regel


def _inhoud(rij: Rij) -> str:
    return json.dumps(rij[1], sort_keys=True, default=str, ensure_ascii=False)


def _stapels(groepen: Iterable[Groep]) -> Iterator[list[Groep]]:
    stapel: list[Groep] = []
    for groep in groepen:
        stapel.append(groep)
        if len(stapel) == PER_TRANSACTIE:
            yield stapel
            stapel = []
    if stapel:
        yield stapel


@dataclass
class _Naslag:
    """What a batch looks up once: municipalities, partners, indicators, and what is there already."""

    gemeenten: dict[str, UUID]
    partners: dict[str, UUID]
    indicatoren: dict[str, tuple[str, int]]
    signalen: dict[UUID, Any]
    nieuw: dict[UUID, NieuwSignaal] = field(default_factory=dict)

    def sla_op(self, door: Actor) -> None:
        """Make the signals that were read since the last time, all at once."""
        gemaakt = actions.maak_signalen(door=door, nieuw=self.nieuw) if self.nieuw else []
        self.signalen |= {s.pk: s for s in gemaakt}
        self.nieuw.clear()

    @classmethod
    def lees(cls, door: Actor, stapel: Sequence[Groep]) -> "_Naslag":
        codes = {i["indicator"] for g in stapel for soort, i in g.statements if soort == "indicator"}
        return cls(
            gemeenten={w.casefold(): g.pk for g in queries.gemeenten() for w in (g.naam, g.cbs) if w},
            partners={p.code: p.pk for p in queries.andere_partners(door=door)},
            indicatoren={
                i.code: (i.lijst.code, i.lijst.versie)
                for i in queries.indicatoren_op_code(door=door, codes=codes)
            },
            signalen=queries.signalen_op_id(door=door, ids=[_id(door, g.sleutel) for g in stapel]),
        )


def _id(door: Actor, sleutel: str) -> UUID:
    return vast_id("bestand", str(door.partner_id), sleutel)


def _een(door: Actor, groep: Groep, naslag: _Naslag, verslag: Verslag) -> None:
    """Store one melding or signaal; what is there already is counted as known."""
    kop, eerste = groep.kop, groep.regels[0].regel
    id = _id(door, groep.sleutel)
    if id in naslag.nieuw:
        naslag.sla_op(door)
    bestaand = naslag.signalen.get(id)
    try:
        if bestaand is None and not (kop.get("waargenomen") or kop.get("ontvangen")):
            raise actions.Onvolledig("Vul 'waargenomen' of 'ontvangen' in.")
        if not kop.get("tekst") and not groep.statements:
            raise actions.Onvolledig(
                "Deze regel zegt niets. Vul een omschrijving, persoon, adres of nummer in."
            )
        if kop.get("soort") == "melding":
            _melding(door, id, groep, naslag, verslag)
        else:
            _signaal(door, id, groep, naslag, verslag, bestaand)
    except (
        actions.Onvolledig, deelregels.Uitgesloten, PermissionError, melding_actions.GeenMeldpunt,
    ) as fout:  # fmt: skip
        verslag.meld(Rijfout(eerste, "", str(fout)))


# --- signalen -----------------------------------------------------------------------------------------------


def _signaal(door: Actor, id: UUID, groep: Groep, naslag: _Naslag, verslag: Verslag, bestaand: Any) -> None:
    kop = groep.kop
    gegevens = _gegevens(door, id, groep, naslag)
    if bestaand is not None:
        bekend = queries.bekende_gegevens(signaal=bestaand, ids=[g.id for g in gegevens])
        extra = [g for g in gegevens if g.id not in bekend]
        verslag.bekend += not extra
        verslag.gegevens += len(extra)
        if extra and not verslag.proef:
            actions.voeg_toe(door=door, signaal=bestaand, versie=None, nieuw=extra)
        return
    actions.eis_passend(door, gegevens)
    verslag.signalen += 1
    verslag.gegevens += len(gegevens)
    if verslag.proef:
        return
    naslag.nieuw[id] = NieuwSignaal(
        vormen=[kop["vorm"]] if kop.get("vorm", "onbekend") != "onbekend" else [],
        sector=kop["sector"].casefold() if str(kop.get("sector", "")).casefold() in SECTOR_NAAM else "",
        herkomst="bestand", waargenomen_op=kop.get("waargenomen") or kop.get("ontvangen"),
        niet_pluis=kop.get("graad") == "niet-pluis" or kop.get("zekerheid") == "niet_pluis",
        plaatsen=_plaatsen(kop, naslag), gegevens=gegevens,
        handeling=deelregels.Handeling(kop.get("handeling", "keten")),
        genoemd=[naslag.partners[c] for c in kop.get("genoemd", []) if c in naslag.partners],
    )  # fmt: skip


def _plaatsen(kop: dict[str, Any], naslag: _Naslag) -> list[NieuwePlaats]:
    bronnen = (("detectie", "gemeente"), ("werving", "plaats_werving"), ("uitbuiting", "plaats_uitbuiting"))
    plaatsen = []
    for soort, veld in bronnen:
        if waar := str(kop.get(veld, "")):
            gemeente = naslag.gemeenten.get(waar.casefold())
            elders = "" if gemeente or waar.casefold() in ("onbekend", "unknown") else waar[:100]
            plaatsen.append(NieuwePlaats(soort, gemeente, elders))
    return plaatsen


def _gegevens(door: Actor, id: UUID, groep: Groep, naslag: _Naslag) -> list[NieuwGegeven]:
    """The statements with what the heading attaches to all of them; equal ones once."""
    kop = groep.kop
    fouten = [c for c in kop.get("genoemd", []) if c not in naslag.partners]
    if fouten:
        raise actions.Onvolledig(f"Onbekende partner bij 'genoemd': {', '.join(fouten)}.")
    stempel = NieuwGegeven(
        "tekst", deelregels.Categorie.WAARNEMING, {},
        handeling=deelregels.Handeling(kop.get("handeling", "keten")),
        zekerheid=kop.get("zekerheid", "eigen_waarneming"),
        datum=kop.get("waargenomen") or kop.get("ontvangen"), embargo_tot=kop.get("embargo_tot"),
        proces_verbaal=kop.get("proces_verbaal", "na_overleg"), niet_fiscaal=kop.get("niet_fiscaal", False),
        niet_strafrechtelijk=kop.get("niet_strafrechtelijk", False), bron=kop.get("bron", "")[:200],
        bron_beschermd=kop.get("bron_beschermd", True),
    )  # fmt: skip
    statements = [*_teksten(kop), *groep.statements]
    uit: dict[UUID, NieuwGegeven] = {}
    for soort, inhoud in statements:
        if soort == "indicator":
            inhoud = inhoud | _lijst(inhoud["indicator"], naslag)
        eigen = kop.get("categorie") if soort != "persoon" else None
        gegeven_id = vast_id(
            "bestandgegeven", str(id), soort, json.dumps(inhoud, sort_keys=True, ensure_ascii=False)
        )
        passend = deelregels.Categorie(eigen) if eigen else categorie(soort, inhoud.get("rol", ""))
        uit[gegeven_id] = replace(stempel, soort=soort, inhoud=inhoud, categorie=passend, id=gegeven_id)
    return list(uit.values())


def _teksten(kop: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    if kop.get("tekst"):
        yield "tekst", {"tekst": kop["tekst"]}
    if kop.get("sector") and kop["sector"].casefold() not in SECTOR_NAAM:
        yield "tekst", {"tekst": f"Sector: {kop['sector']}"}


def _lijst(code: str, naslag: _Naslag) -> dict[str, str]:
    if code not in naslag.indicatoren:
        raise actions.Onvolledig(f"Indicator '{code[:20]}' is niet bekend of wordt niet aangeboden.")
    lijst, versie = naslag.indicatoren[code]
    return {"lijst": lijst, "versie": str(versie)}


# --- meldingen ----------------------------------------------------------------------------------------------


def _melding(door: Actor, id: UUID, groep: Groep, naslag: _Naslag, verslag: Verslag) -> None:
    """A melding at the partner's own meldpunt: words in its text, who and where in words as well."""
    kop = groep.kop
    per_soort: dict[str, list[str]] = {}
    gezien: dict[str, str] = {}
    for soort, inhoud in groep.statements:
        if soort == "indicator":
            gezien[inhoud["indicator"]] = "gezien" if inhoud["gezien"] == "waargenomen" else "niet_gezien"
        else:
            per_soort.setdefault(soort, []).append(kort(soort, inhoud))
    waar = "; ".join(per_soort.pop("adres", []))
    wie = "\n".join(regel for rijtje in per_soort.values() for regel in rijtje)
    zekerheid = kop.get("zekerheid", "onbekend")
    nieuw = melding_actions.NieuweMelding(
        tekst=kop.get("tekst") or wie or waar, kanaal=meldregels.Kanaal.BESTAND,
        vorm=kop.get("vorm", "onbekend"),
        gemeente_id=naslag.gemeenten.get(str(kop.get("gemeente", "")).casefold()), waar=waar[:1000],
        wie=wie[:2000], zekerheid=zekerheid if zekerheid in set(meldregels.Zekerheid) else "onbekend",
        indicatoren=gezien,
    )  # fmt: skip
    if not verslag.proef:
        begin = klok.nu()
        ontvangen, _ = melding_actions.ontvang(door=door, id=id, nieuw=nieuw, aan=door.partner_id)
        if ontvangen.ontvangen_op < begin:
            verslag.bekend += 1
            return
    verslag.meldingen += 1
