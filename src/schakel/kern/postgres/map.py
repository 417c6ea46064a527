# SPDX-License-Identifier: EUPL-1.2
"""Folders and files of the data directory, safe when root works in a folder of somebody else."""

import contextlib
import os
from pathlib import Path

from .fout import DatabaseFout
from .programma import Uitvoerder


class Werkmap:
    """A 0700 folder of the server's user, as an open handle that also works below a shut parent.

    `pad` is how the server reaches it, `handvatten` the descriptors it must inherit for that.
    """

    def __init__(self, map: Path, uitvoerder: Uitvoerder) -> None:
        self.uitvoerder = uitvoerder
        nieuw = not map.exists()
        if nieuw:
            map.mkdir(mode=0o700)
        self._fd = os.open(map, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        if nieuw and uitvoerder.is_ander:
            os.fchown(self._fd, uitvoerder.uid, uitvoerder.gid)
        toestand = os.fstat(self._fd)
        if toestand.st_uid != uitvoerder.uid:
            os.close(self._fd)
            raise DatabaseFout(
                f"De map {map} is van een andere gebruiker. Herstel de eigenaar of kies een andere map."
            )
        if toestand.st_mode & 0o77:
            os.fchmod(self._fd, 0o700)
        self.handvatten = (self._fd,) if uitvoerder.is_ander else ()
        self.pad = f"/proc/self/fd/{self._fd}" if uitvoerder.is_ander else str(map)

    def __enter__(self) -> "Werkmap":
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._fd)

    def schrijf(self, naam: str, tekst: str) -> None:
        """Replace a file as a whole; never follows a link that the server's user may have put there."""
        tijdelijk = f"{naam}.nieuw"
        self.verwijder(tijdelijk)
        vlaggen = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        with os.fdopen(os.open(tijdelijk, vlaggen, 0o600, dir_fd=self._fd), "w", encoding="utf-8") as bestand:
            bestand.write(tekst)
            if self.uitvoerder.is_ander:
                os.fchown(bestand.fileno(), self.uitvoerder.uid, self.uitvoerder.gid)
        os.rename(tijdelijk, naam, src_dir_fd=self._fd, dst_dir_fd=self._fd)

    def verwijder(self, naam: str) -> None:
        """Remove a file when it is there."""
        with contextlib.suppress(FileNotFoundError):
            os.unlink(naam, dir_fd=self._fd)


def open_in(map: Path, naam: str, vlaggen: int) -> int:
    """Descriptor of a 0600 file in `map`, made when needed for the owner of the map; follows no link."""
    pad = map / naam
    try:
        fd = os.open(pad, vlaggen | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return os.open(pad, vlaggen | os.O_NOFOLLOW)
    eigenaar = map.stat()
    if eigenaar.st_uid != os.geteuid():
        os.fchown(fd, eigenaar.st_uid, eigenaar.st_gid)
    return fd
