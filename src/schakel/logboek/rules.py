# SPDX-License-Identifier: EUPL-1.2
"""What a log line holds and how lines are chained (kwaliteit.md, goals 20-21). Pure."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from uuid import UUID

BEGIN = bytes(32)
"""The hash before the first line."""

LDV_VELDEN = (
    "trace_id",
    "span_id",
    "parent_span_id",
    "status",
    "name",
    "start_time",
    "end_time",
    "attributes",
)
TOEGANG_VELDEN = (
    "volgnr", "tijd", "gebruiker_id", "partner_id", "functie", "handeling", "soort", "stuk_id", "eigenaar_id",
    "betrokkene", "categorieen", "doel", "grondslag", "verstrekking_id", "resultaat", "oorsprong", "trace_id", "span_id",
)  # fmt: skip
"""The columns that are hashed, of both logs; the order does not matter (keys are sorted)."""


@dataclass(frozen=True)
class Regel:
    """One act on the data of one person (or, without `betrokkene`, on an object that holds no known person).

    `betrokkene` is the keyed pseudonym (32 hex characters) of the person, never a name.
    """

    handeling: str
    soort: str
    stuk_id: UUID | None = None
    eigenaar_id: UUID | None = None
    betrokkene: str = ""
    categorieen: tuple[str, ...] = ()
    doel: str = ""
    grondslag: str = ""
    verstrekking_id: UUID | None = None
    resultaat: str = "ok"

    def velden(self) -> dict[str, object]:
        """The line as columns of `Toegang`."""
        return asdict(self) | {"categorieen": list(self.categorieen)}


def _tekst(waarde: object) -> str:
    if isinstance(waarde, datetime):
        return waarde.astimezone(UTC).isoformat(timespec="microseconds")
    return str(waarde)


def canoniek(velden: Mapping[str, object]) -> bytes:
    """The line as bytes: JSON with sorted keys, no blanks, ids and times as text (UTC, microseconds)."""
    return json.dumps(
        velden, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_tekst
    ).encode()


def hash_van(vorige: bytes, toegang: Mapping[str, object], verwerking: Mapping[str, object]) -> bytes:
    """SHA-256(previous hash ‖ canonical access line ‖ canonical LDV line), 32 bytes: one chain binds both logs."""
    eigen = {naam: toegang[naam] for naam in TOEGANG_VELDEN}
    ldv = {naam: verwerking[naam] for naam in LDV_VELDEN}
    return hashlib.sha256(vorige + canoniek(eigen) + canoniek(ldv)).digest()


@dataclass(frozen=True)
class IJkpunt:
    """A checkpoint that another party keeps: number and hash (hex) of the last line at that moment."""

    volgnr: int
    hash: str
    tijd: str = ""

    def json(self) -> str:
        return json.dumps(
            {"soort": "schakel-ijkpunt", "volgnr": self.volgnr, "hash": self.hash, "tijd": self.tijd},
            indent=1,
        )

    @classmethod
    def van_json(cls, tekst: str) -> "IJkpunt":
        """Raises ValueError when the text is no checkpoint."""
        try:
            inhoud = json.loads(tekst)
            punt = cls(int(inhoud["volgnr"]), str(inhoud["hash"]), str(inhoud.get("tijd", "")))
            if inhoud["soort"] != "schakel-ijkpunt" or len(bytes.fromhex(punt.hash)) != 32 or punt.volgnr < 0:
                raise ValueError
        except (ValueError, KeyError, TypeError) as fout:
            raise ValueError("Dit is geen ijkpunt van Schakel.") from fout
        return punt


Rij = tuple[Mapping[str, object], Mapping[str, object] | None, bytes, bytes]
"""One stored line: access columns, LDV columns (None when missing), stored previous hash, stored hash."""


def controleer(
    rijen: Iterable[Rij], kop: tuple[int, bytes], ijkpunten: Iterable[IJkpunt] = ()
) -> Iterator[str]:
    """Walk the chain; yields one Dutch sentence per fault found, nothing when the log is whole.

    Finds changed, removed, inserted, swapped and cut-off lines in either log, and, against a checkpoint, a chain that
    was rebuilt. `rijen` come in order of `volgnr`; `kop` is number and hash in the head.
    """
    verwacht = {p.volgnr: p for p in ijkpunten}
    vorige, laatste = BEGIN, 0
    for toegang, verwerking, opgeslagen_vorige, opgeslagen in rijen:
        volgnr = int(str(toegang["volgnr"]))
        if volgnr != laatste + 1:
            yield f"Tussen regel {laatste} en {volgnr} ontbreken regels of zijn ze verplaatst."
        if verwerking is None:
            yield f"Regel {volgnr} heeft geen regel meer in het Logboek Dataverwerkingen."
        elif opgeslagen_vorige != vorige or hash_van(vorige, toegang, verwerking) != opgeslagen:
            yield f"Regel {volgnr} klopt niet met de keten: gewijzigd, ingevoegd of verwisseld."
        punt = verwacht.pop(volgnr, None)
        if punt is not None and punt.hash != opgeslagen.hex():
            yield f"Regel {volgnr} verschilt van het ijkpunt van {punt.tijd}: de keten is herschreven."
        vorige, laatste = opgeslagen, volgnr
    if kop != (laatste, vorige):
        yield f"De kop van de keten (regel {kop[0]}) past niet bij de laatste regel ({laatste}): de staart is veranderd."
    for punt in verwacht.values():
        if punt.volgnr > 0:
            yield f"Regel {punt.volgnr} van het ijkpunt van {punt.tijd} bestaat niet meer: de staart is afgesneden."
