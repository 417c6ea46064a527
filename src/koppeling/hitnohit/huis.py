# SPDX-License-Identifier: EUPL-1.2
"""One house: its labels, its secret of the period, what it is asked and what it asks, and a line for each.

Everything stands in one SQLite file (mode 0600) of this house: labels of its own records, labels that the partner
handed over, the count of questions, and the journal, of which each line holds the hash of the line before.
"""

import hashlib
import json
import multiprocessing
import os
import secrets
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec

from koppeling.entiteit import Entiteit
from koppeling.hitnohit.afspraak import Afspraak, ontbreekt, periode
from koppeling.hitnohit.versluiering import (
    LABEL,
    blinder,
    label,
    lees_sleutel,
    maal,
    nieuwe_sleutel,
    punt,
    punt_maal,
)
from koppeling.sleutels import VERSIE, sleutels

PLAATSEN: Final = 32
"""Points of every question and labels of every report, filled up with chance: their number tells nothing."""
_PORTIE: Final = 2_000
_TABELLEN = """
CREATE TABLE IF NOT EXISTS stand (periode TEXT, sleutel BLOB);
CREATE TABLE IF NOT EXISTS eigen (label BLOB, soort TEXT, id TEXT);
CREATE INDEX IF NOT EXISTS eigen_label ON eigen (label);
CREATE TABLE IF NOT EXISTS ander (label BLOB PRIMARY KEY, periode TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS gevraagd (partner TEXT, dag TEXT, aantal INTEGER, PRIMARY KEY (partner, dag));
CREATE TABLE IF NOT EXISTS journaal (nr INTEGER PRIMARY KEY, regel TEXT, hash TEXT);
"""


class HuisFout(Exception):
    """The house refuses, with a reason in Dutch."""


@dataclass(frozen=True, slots=True)
class Antwoord:
    """All that a question gives: was there a hit, and whom to call."""

    treffer: bool
    contact: str = ""


class Huis:
    """A house `naam` that keeps its state in `bestand`. `vandaag` gives the date. Not for sharing between threads.

    Errors of every verb: HuisFout when the agreement is not in force, the period has passed, or the quota is used up.
    """

    def __init__(
        self, naam: str, afspraak: Afspraak, bestand: Path, *, contact: str, vandaag: Callable[[], date]
    ) -> None:
        self.naam, self.afspraak, self.contact, self._vandaag = naam, afspraak, contact, vandaag
        os.close(os.open(bestand, os.O_RDWR | os.O_CREAT, 0o600))
        self._db = sqlite3.connect(bestand)
        self._db.executescript(_TABELLEN)

    @property
    def partner(self) -> str:
        """The other house of the agreement."""
        anderen = [p for p in self.afspraak.partners if p != self.naam]
        if len(anderen) != 1:
            raise HuisFout(f"{self.naam} is geen partij bij de afspraak {self.afspraak.naam}.")
        return anderen[0]

    def controleer(self, partner: str | None = None) -> None:
        """Nothing works without an agreement in force, nor for a partner that is not in it."""
        if redenen := ontbreekt(self.afspraak, self._vandaag()):
            raise HuisFout("hit/no-hit staat uit. De afspraak mist: " + "; ".join(redenen) + ".")
        if partner is not None and partner != self.partner:
            raise HuisFout(f"{partner} is geen partij bij deze afspraak.")

    def zet_op(self, entiteiten: Iterable[Entiteit]) -> int:
        """A fresh secret for this period and the labels of one's own records; what was before is gone. Returns how many
        labels. Secret addresses and shelters must not be among the records."""
        self.controleer()
        nu, pem = self._tijdvak(), nieuwe_sleutel()
        with self._db:
            self._db.execute("DELETE FROM eigen")
            self._db.execute("DELETE FROM stand")
            for rijen in _labels(entiteiten, self.afspraak, nu, pem):
                self._db.executemany("INSERT INTO eigen VALUES (?, ?, ?)", rijen)
            self._db.execute("INSERT INTO stand VALUES (?, ?)", (nu, pem))
            aantal = int(self._db.execute("SELECT count(*) FROM eigen").fetchone()[0])
            self._noteer("opgezet", periode=nu, labels=aantal)
        return aantal

    # --- the side that is asked

    def tabel(self, partner: str) -> Iterator[bytes]:
        """One's own labels in the order of the labels themselves, for the partner to keep."""
        self.controleer(partner)
        self._sleutel()
        with self._db:
            self._noteer("tabel gegeven", partner=partner)
        cursor = self._db.execute("SELECT DISTINCT label FROM eigen ORDER BY label")
        while rijen := cursor.fetchmany(30_000):
            yield b"".join(r[0] for r in rijen)

    def beantwoord(self, partner: str, zaak: str, door: str, punten: Sequence[bytes]) -> list[bytes]:
        """Multiply hidden points by the secret of the period: counted, noted, and nothing learnt."""
        self.controleer(partner)
        sleutel = self._sleutel()
        if len(punten) != PLAATSEN:
            raise HuisFout(f"een vraag heeft precies {PLAATSEN} punten.")
        with self._db:
            self._tel(partner)
            self._noteer("gevraagd", partner=partner, zaak=zaak, door=door)
        try:
            return [maal(p, sleutel) for p in punten]
        except ValueError as fout:
            raise HuisFout("de vraag bevat een punt dat niet bestaat.") from fout

    def treffer(self, partner: str, zaak: str, labels: Sequence[bytes]) -> Antwoord:
        """What the asker found: a hit only when enough agrees on one record of one's own. Both sides note it."""
        self.controleer(partner)
        if len(labels) != PLAATSEN:
            raise HuisFout(f"een melding heeft precies {PLAATSEN} labels.")
        soorten: dict[str, set[str]] = defaultdict(set)
        for gemeld in labels:
            for id, soort in self._db.execute("SELECT id, soort FROM eigen WHERE label = ?", (gemeld,)):
                soorten[id].add(soort)
        geraakt = sorted(
            id
            for id, s in soorten.items()
            if len(s) >= self.afspraak.minstens or s & set(self.afspraak.sterk)
        )
        with self._db:
            self._noteer("gemeld", partner=partner, zaak=zaak, treffer=bool(geraakt), records=geraakt)
        return Antwoord(True, self.contact) if geraakt else Antwoord(False)

    # --- the side that asks

    def bewaar(self, labels: Iterable[bytes]) -> int:
        """Keep the table of the partner, in place of an older one; returns how many labels."""
        self.controleer()
        nu = self._tijdvak()
        with self._db:
            self._db.execute("DELETE FROM ander")
            for blok in labels:
                delen = (blok[i : i + LABEL] for i in range(0, len(blok), LABEL))
                self._db.executemany("INSERT OR IGNORE INTO ander VALUES (?, ?)", ((d, nu) for d in delen))
            aantal = int(self._db.execute("SELECT count(*) FROM ander").fetchone()[0])
            self._noteer("tabel ontvangen", partner=self.partner, labels=aantal)
        return aantal

    def vraag(
        self,
        over: Entiteit,
        *,
        zaak: str,
        door: str,
        evalueer: Callable[[list[bytes]], list[bytes]],
        meld: Callable[[list[bytes]], Antwoord],
    ) -> Antwoord:
        """Ask the partner about one record. `evalueer` and `meld` carry to the other house, and are always both used,
        with as much to carry, so that nobody on the way can tell a hit from a no-hit."""
        self.controleer()
        nu, geheim = self._tijdvak(), self.afspraak.geheim
        punten = [punt(soort, waarde, geheim) for soort, waarde in _gevraagd(over, self.afspraak)[:PLAATSEN]]
        vulling = [punt("vulling", secrets.token_hex(16), geheim) for _ in range(PLAATSEN - len(punten))]
        blind = blinder()
        terug = evalueer([maal(p, blind.heen) for p in (*punten, *vulling)])
        if len(terug) != PLAATSEN:
            raise HuisFout(f"{self.partner} gaf geen geldig antwoord.")
        labels = [label(maal(p, blind.terug), self.afspraak.naam, nu) for p in terug[: len(punten)]]
        raak = [w for w in labels if self._kent(w, nu)]
        antwoord = meld([*raak, *(secrets.token_bytes(LABEL) for _ in range(PLAATSEN - len(raak)))])
        with self._db:
            self._noteer(
                "vraag gesteld", partner=self.partner, zaak=zaak, door=door, treffer=antwoord.treffer
            )
        return antwoord

    def journaal(self) -> list[dict[str, object]]:
        """The lines, oldest first. Errors: HuisFout when the chain is broken."""
        vorige, uit = "", []
        for regel, hash_ in self._db.execute("SELECT regel, hash FROM journaal ORDER BY nr"):
            if hash_ != _hash(vorige, regel):
                raise HuisFout("het journaal is veranderd.")
            vorige = hash_
            uit.append(json.loads(regel))
        return uit

    def _kent(self, gezocht: bytes, nu: str) -> bool:
        vraag = "SELECT 1 FROM ander WHERE label = ? AND periode = ?"
        return self._db.execute(vraag, (gezocht, nu)).fetchone() is not None

    def _tijdvak(self) -> str:
        """The period and the version of the key rules: with either new, all labels from before are worthless."""
        return f"{periode(self._vandaag())}/{VERSIE}"

    def _sleutel(self) -> ec.EllipticCurvePrivateKey:
        rij = self._db.execute("SELECT periode, sleutel FROM stand").fetchone()
        if rij is None or rij[0] != self._tijdvak():
            raise HuisFout(f"{self.naam} heeft voor deze periode en deze uitgave nog niets opgezet.")
        return lees_sleutel(rij[1])

    def _tel(self, partner: str) -> None:
        dag = self._vandaag().isoformat()
        self._db.execute("INSERT OR IGNORE INTO gevraagd VALUES (?, ?, 0)", (partner, dag))
        ruimte = "UPDATE gevraagd SET aantal = aantal + 1 WHERE partner = ? AND dag = ? AND aantal < ?"
        if self._db.execute(ruimte, (partner, dag, self.afspraak.quotum)).rowcount == 0:
            raise HuisFout("het quotum van vandaag is op.")

    def _noteer(self, wat: str, **feiten: object) -> None:
        rij = self._db.execute("SELECT hash FROM journaal ORDER BY nr DESC LIMIT 1").fetchone()
        regel = json.dumps({"dag": self._vandaag().isoformat(), "wat": wat, **feiten}, ensure_ascii=False)
        self._db.execute(
            "INSERT INTO journaal (regel, hash) VALUES (?, ?)", (regel, _hash(rij[0] if rij else "", regel))
        )


def _hash(vorige: str, regel: str) -> str:
    return hashlib.sha256(f"{vorige}\x1f{regel}".encode()).hexdigest()


def _gevraagd(over: Entiteit, afspraak: Afspraak) -> list[tuple[str, str]]:
    """The keys of a record that the agreement allows, in a fixed order: those of which one is enough come first."""
    soorten = {*afspraak.sleutels, *afspraak.sterk}
    gevonden = ((s.soort, s.waarde) for s in sleutels(over, ruim=True) if s.soort in soorten)
    return sorted(gevonden, key=lambda s: (s[0] not in afspraak.sterk, s))


def _labels(
    entiteiten: Iterable[Entiteit], afspraak: Afspraak, nu: str, pem: bytes
) -> Iterator[list[tuple[bytes, str, str]]]:
    """(label, kind, id) in portions; many are made in processes of their own, a few portions at a time."""
    bron = iter(entiteiten)
    eerste = list(islice(bron, _PORTIE))
    if len(eerste) < _PORTIE:
        yield _portie(eerste, afspraak, nu, pem)
        return
    werkers = multiprocessing.cpu_count()
    with ProcessPoolExecutor(werkers, mp_context=multiprocessing.get_context("spawn")) as pool:
        onderweg = [pool.submit(_portie, eerste, afspraak, nu, pem)]
        while portie := list(islice(bron, _PORTIE)):
            onderweg.append(pool.submit(_portie, portie, afspraak, nu, pem))
            if len(onderweg) > 2 * werkers:
                yield onderweg.pop(0).result()
        for klaar in onderweg:
            yield klaar.result()


def _portie(
    entiteiten: Sequence[Entiteit], afspraak: Afspraak, nu: str, pem: bytes
) -> list[tuple[bytes, str, str]]:
    sleutel = lees_sleutel(pem)
    return [
        (label(punt_maal(soort, waarde, afspraak.geheim, sleutel), afspraak.naam, nu), soort, e.id)
        for e in entiteiten
        for soort, waarde in _gevraagd(e, afspraak)
    ]
