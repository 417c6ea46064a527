# SPDX-License-Identifier: EUPL-1.2
"""Encrypted backup of a database and its restore into a new embedded server, counted.

File: ``SCHAKEL-BACKUP`` ‖ version (1) ‖ key mark (8) ‖ salt (16) ‖ chunks; that head is the associated
data of each chunk. A chunk is 256 KiB of content (the last may be shorter) in AES-256-GCM. Its nonce is
the chunk number (11 bytes) ‖ 1 for the last chunk and 0 for the others, its key HKDF-SHA-256(key, salt):
chunks cannot be swapped, dropped, cut off or moved between files. Content: length (4) ‖ JSON with the
number of rows per table ‖ archive of pg_dump. Counts and archive come from one snapshot of the database.
"""

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import psycopg
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from psycopg import sql
from psycopg.conninfo import make_conninfo

from schakel.kern.postgres import EIGENAAR, DatabaseFout, Server, maak_database, start, stop
from schakel.kern.postgres.programma import bin_map

DATABASE = "schakel"

_MAGIE = b"SCHAKEL-BACKUP"
_VERSIE = 1
_KENMERK, _ZOUT, _TAG = 8, 16, 16
_KOP = len(_MAGIE) + 1 + _KENMERK + _ZOUT
_STUK = 256 * 1024

_TABELLEN = """
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1, 2
"""

_VERBORGEN = """
SELECT c.oid::regclass::text FROM pg_class c
WHERE c.relkind IN ('r', 'p') AND row_security_active(c.oid) AND (
  NOT EXISTS (SELECT FROM pg_policy p
    WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd IN ('*', 'r')
    AND pg_get_expr(p.polqual, p.polrelid) = 'true'
    AND EXISTS (SELECT FROM unnest(p.polroles) rol WHERE rol = 0 OR pg_has_role(rol, 'USAGE')))
  OR EXISTS (SELECT FROM pg_policy p
    WHERE p.polrelid = c.oid AND NOT p.polpermissive AND p.polcmd IN ('*', 'r')
    AND EXISTS (SELECT FROM unnest(p.polroles) rol WHERE rol = 0 OR pg_has_role(rol, 'USAGE'))))
ORDER BY 1
"""
"""Tables whose rows the walls may keep from us: without an open policy the dump is silently empty."""


class BackupFout(DatabaseFout):
    """The backup or restore did not happen; the Dutch text says why and what to do."""


@dataclass(frozen=True)
class Verslag:
    """What is in a backup: when it was made (ISO 8601, UTC), rows per table, size of the file in bytes."""

    bestand: Path
    gemaakt: str
    tabellen: dict[str, int]
    grootte: int

    @property
    def rijen(self) -> int:
        """All rows together."""
        return sum(self.tabellen.values())


def maak_backup(bron: Server | Mapping[str, str], bestand: Path, sleutel: bytes) -> Verslag:
    """Write an encrypted backup of a database to the new file `bestand`, mode 0600; whole or not at all.

    `bron`: connection parameters of schakel_eigenaar, or a server whose database `schakel` is meant.
    `sleutel`: 32 bytes, kept outside the database. Raises BackupFout.
    """
    dsn = bron.dsn(EIGENAAR, DATABASE) if isinstance(bron, Server) else dict(bron)
    _keur_sleutel(sleutel)
    if bestand.exists():
        raise BackupFout(f"{bestand} bestaat al. Kies een andere naam.")
    deel = bestand.with_name(f".{bestand.name}.deel")
    try:
        with os.fdopen(
            os.open(deel, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600), "wb"
        ) as naar:
            with psycopg.connect(make_conninfo(**dsn)) as verbinding:
                inhoud = _inhoud(verbinding)
                _versleutel(_pak_in(inhoud, _dump(dsn, _momentopname(verbinding))), sleutel, naar)
            naar.flush()
            os.fsync(naar.fileno())
        deel.rename(bestand)
        _bewaar_naam(bestand.parent)
    except OSError as fout:
        raise BackupFout(
            f"Schrijven naar {bestand} lukte niet ({fout.strerror or fout}). Is er ruimte?"
        ) from fout
    except psycopg.OperationalError as fout:
        raise BackupFout("De database antwoordt niet. Start haar en maak de back-up opnieuw.") from fout
    except psycopg.Error as fout:
        raise BackupFout(
            f"De database weigert ({fout}). Een back-up maak je als eigenaar: {EIGENAAR}, of de rol uit "
            "SCHAKEL_DATABASE_URL_EIGENAAR."
        ) from fout
    finally:
        deel.unlink(missing_ok=True)
    return _verslag(bestand, inhoud)


def lees_backup(bestand: Path, sleutel: bytes) -> Verslag:
    """Verify every byte of a backup and say what is in it. Raises BackupFout."""
    with _open(bestand) as van:
        inhoud, archief = _pak_uit(_ontsleutel(van, sleutel))
        for _ in archief:
            pass
    return _verslag(bestand, inhoud)


def herstel(bestand: Path, map: Path, sleutel: bytes, *, database: str = DATABASE) -> Verslag:
    """Restore a backup into `database` of a new embedded server in `map`, and stop that server again.

    `map` must be empty or absent. The whole file is verified before anything is made, the rows are counted
    afterwards; when anything is wrong `map` is left as it was. Raises BackupFout.
    """
    verslag = lees_backup(bestand, sleutel)
    bestond = map.exists()
    if bestond and (not map.is_dir() or any(map.iterdir())):
        raise BackupFout(f"{map} is niet leeg. Kies een nieuwe map; overschrijven doen we niet.")
    try:
        server = start(map)
        try:
            maak_database(server, database)
            with _open(bestand) as van:
                _, archief = _pak_uit(_ontsleutel(van, sleutel))
                _zet_terug(server.dsn(EIGENAAR, database), archief)
            _vergelijk(server.dsn(EIGENAAR, database), verslag.tabellen)
        finally:
            stop(server)
    except BaseException:
        _maak_leeg(map, blijft=bestond)
        raise
    return verslag


def _inhoud(verbinding: psycopg.Connection[Any]) -> dict[str, Any]:
    """Begin the snapshot and count in it."""
    verbinding.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    verbinding.read_only = True
    verbinding.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
    verborgen = [naam for (naam,) in verbinding.execute(_VERBORGEN)]
    if verborgen:
        raise BackupFout(
            f"De afscherming houdt rijen achter van {', '.join(verborgen)}: de back-up zou leeg zijn zonder "
            "dat iemand het merkt. Geef de eigenaar een eigen beleidsregel op deze tabellen."
        )
    return {"gemaakt": datetime.now(UTC).isoformat(timespec="seconds"), "tabellen": _tel(verbinding)}


def _momentopname(verbinding: psycopg.Connection[Any]) -> str:
    regel = verbinding.execute("SELECT pg_export_snapshot()").fetchone()
    assert regel is not None
    return str(regel[0])


def _tel(verbinding: psycopg.Connection[Any]) -> dict[str, int]:
    tabellen = {}
    for schema, tabel in verbinding.execute(_TABELLEN).fetchall():
        vraag = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(schema, tabel))
        regel = verbinding.execute(vraag).fetchone()
        assert regel is not None
        tabellen[f"{schema}.{tabel}"] = int(regel[0])
    return tabellen


def _vergelijk(dsn: dict[str, str], verwacht: dict[str, int]) -> None:
    with psycopg.connect(make_conninfo(**dsn)) as verbinding:
        geteld = _tel(verbinding)
    anders = sorted(
        naam for naam in verwacht.keys() | geteld.keys() if verwacht.get(naam) != geteld.get(naam)
    )
    if anders:
        raise BackupFout(
            f"Na het terugzetten kloppen de aantallen rijen niet van {', '.join(anders)}. "
            "Er is niets teruggezet. Neem een andere kopie van de back-up."
        )


def _dump(dsn: dict[str, str], momentopname: str) -> Iterator[bytes]:
    opties = ["--format=custom", "--enable-row-security", "--no-password", f"--snapshot={momentopname}"]
    with _programma("pg_dump", opties, dsn, stdout=subprocess.PIPE) as proces:
        assert proces.stdout is not None
        while stuk := proces.stdout.read(_STUK):
            yield stuk


def _zet_terug(dsn: dict[str, str], archief: Iterable[bytes]) -> None:
    opties = [
        "--single-transaction",
        "--exit-on-error",
        "--enable-row-security",
        "--no-owner",
        "--no-password",
    ]
    with _programma("pg_restore", opties, dsn, stdin=subprocess.PIPE) as proces:
        assert proces.stdin is not None
        with contextlib.suppress(BrokenPipeError), proces.stdin as naar:
            for stuk in archief:
                naar.write(stuk)


@contextlib.contextmanager
def _programma(
    naam: str, opties: list[str], dsn: dict[str, str], **pijp: int
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run pg_dump or pg_restore around the block, the password not on its command line."""
    doel = make_conninfo(**{sleutel: waarde for sleutel, waarde in dsn.items() if sleutel != "password"})
    omgeving = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PGPASSWORD": dsn.get("password", "")}
    opdracht = [str(bin_map() / naam), *opties, f"--dbname={doel}"]
    with tempfile.TemporaryFile() as meldingen:
        proces = subprocess.Popen(opdracht, stderr=meldingen, env=omgeving, **pijp)  # type: ignore[call-overload]  # noqa: S603
        try:
            yield proces
        except BaseException:
            proces.kill()
            raise
        finally:
            proces.wait()
            for kant in (proces.stdin, proces.stdout):
                if kant and not kant.closed:
                    kant.close()
        if proces.returncode:
            meldingen.seek(0)
            regels = meldingen.read().decode(errors="replace").splitlines()
            reden = "\n".join(regel for regel in regels if " error: " in regel)  # the rest may quote rows
            raise BackupFout(
                f"{naam} stopte met een fout; er is niets gemaakt of teruggezet. De melding:\n{reden}"
            )


def _pak_in(inhoud: dict[str, Any], archief: Iterable[bytes]) -> Iterator[bytes]:
    tekst = json.dumps(inhoud).encode()
    yield len(tekst).to_bytes(4, "big") + tekst
    yield from archief


def _pak_uit(delen: Iterator[bytes]) -> tuple[dict[str, Any], Iterator[bytes]]:
    begin = b""
    for deel in delen:
        begin += deel
        einde = 4 + int.from_bytes(begin[:4], "big")
        if len(begin) >= einde:
            break
    inhoud: dict[str, Any] = json.loads(begin[4:einde])
    return inhoud, _na(begin[einde:], delen)


def _na(eerste: bytes, delen: Iterator[bytes]) -> Iterator[bytes]:
    yield eerste
    yield from delen


def _versleutel(delen: Iterable[bytes], sleutel: bytes, naar: IO[bytes]) -> None:
    zout = os.urandom(_ZOUT)
    kop = _MAGIE + bytes([_VERSIE]) + _kenmerk(sleutel) + zout
    aes = AESGCM(_afgeleid(sleutel, zout, b"inhoud", 32))
    naar.write(kop)
    for nummer, (stuk, is_laatste) in enumerate(_in_stukken(delen)):
        naar.write(aes.encrypt(_nonce(nummer, is_laatste), stuk, kop))


def _in_stukken(delen: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The same bytes in chunks of equal size, each with whether it is the last; there is always a last."""
    buffer = bytearray()
    for deel in delen:
        buffer += deel
        while len(buffer) > _STUK:
            yield bytes(buffer[:_STUK]), False
            del buffer[:_STUK]
    yield bytes(buffer), True


def _ontsleutel(van: IO[bytes], sleutel: bytes) -> Iterator[bytes]:
    _keur_sleutel(sleutel)
    kop = van.read(_KOP)
    _keur_kop(van.name, kop, sleutel)
    aes = AESGCM(_afgeleid(sleutel, kop[-_ZOUT:], b"inhoud", 32))
    nummer, stuk = 0, van.read(_STUK + _TAG)
    while stuk or not nummer:
        volgende = van.read(_STUK + _TAG)
        try:
            yield aes.decrypt(_nonce(nummer, not volgende), stuk, kop)
        except InvalidTag as fout:
            raise BackupFout(
                f"{van.name} is afgekapt of veranderd. Er is niets teruggezet. Neem een andere kopie "
                "van de back-up."
            ) from fout
        nummer, stuk = nummer + 1, volgende


def _keur_kop(naam: str, kop: bytes, sleutel: bytes) -> None:
    if len(kop) < _KOP or not kop.startswith(_MAGIE):
        raise BackupFout(f"{naam} is geen back-up van Schakel, of is afgekapt. Er is niets teruggezet.")
    if kop[len(_MAGIE)] != _VERSIE:
        raise BackupFout(f"{naam} heeft een vorm die deze Schakel niet kent. Gebruik een nieuwere versie.")
    if kop[len(_MAGIE) + 1 : -_ZOUT] != _kenmerk(sleutel):
        raise BackupFout(f"{naam} is gemaakt met een andere sleutel. Er is niets teruggezet.")


def _keur_sleutel(sleutel: bytes) -> None:
    if len(sleutel) != 32:
        raise BackupFout(
            "De sleutel van een back-up is precies 32 bytes lang. Maak haar met een goede toevalsbron."
        )


def _nonce(nummer: int, is_laatste: bool) -> bytes:
    return nummer.to_bytes(11, "big") + bytes([is_laatste])


def _kenmerk(sleutel: bytes) -> bytes:
    """Tells keys apart without giving anything of them away."""
    return _afgeleid(sleutel, b"", b"kenmerk", _KENMERK)


def _afgeleid(sleutel: bytes, zout: bytes, doel: bytes, lengte: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=lengte, salt=zout, info=b"schakel backup " + doel).derive(sleutel)


@contextlib.contextmanager
def _open(bestand: Path) -> Iterator[IO[bytes]]:
    try:
        with bestand.open("rb") as van:
            yield van
    except OSError as fout:
        raise BackupFout(f"{bestand} is niet te lezen ({fout.strerror or fout}). Klopt de naam?") from fout


def _verslag(bestand: Path, inhoud: dict[str, Any]) -> Verslag:
    return Verslag(bestand, inhoud["gemaakt"], inhoud["tabellen"], bestand.stat().st_size)


def _bewaar_naam(map: Path) -> None:
    """Make the new name itself survive a power cut."""
    fd = os.open(map, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _maak_leeg(map: Path, *, blijft: bool) -> None:
    if not blijft:
        shutil.rmtree(map, ignore_errors=True)
        return
    for deel in map.iterdir():
        shutil.rmtree(deel) if deel.is_dir() else deel.unlink()
