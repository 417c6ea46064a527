# SPDX-License-Identifier: EUPL-1.2
"""An XLSX file of text cells whose bytes depend on its content alone."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

_BEGIN: Final = (1980, 1, 1, 0, 0, 0)
_TIJDSTIP: Final = re.compile(rb"(<dcterms:\w+[^>]*>)[^<]*")


class XlsxRegels:
    """Streams rows to one sheet. Close it to have a file."""

    def __init__(self, pad: Path, koppen: Sequence[str]) -> None:
        self._pad = pad
        self._boek = Workbook(write_only=True)
        self._blad = self._boek.create_sheet("waarnemingen")
        self._blad.append(list(koppen))

    def regel(self, waarden: Sequence[str]) -> None:
        """Add a row. Every value is text, also one that starts with '='."""
        self._blad.append([self._cel(waarde) if waarde else None for waarde in waarden])

    def _cel(self, waarde: str) -> WriteOnlyCell:
        cel = WriteOnlyCell(self._blad, value=waarde)
        cel.data_type = "s"
        return cel

    def sluit(self) -> None:
        """Save, then pack again without times and without compression, which differs between platforms."""
        ruw = self._pad.with_suffix(".deel")
        self._boek.save(ruw)
        with zipfile.ZipFile(ruw) as bron, zipfile.ZipFile(self._pad, "w", zipfile.ZIP_STORED) as doel:
            for naam in bron.namelist():
                inhoud = _TIJDSTIP.sub(rb"\g<1>1980-01-01T00:00:00Z", bron.read(naam))
                doel.writestr(zipfile.ZipInfo(naam, _BEGIN), inhoud)
        ruw.unlink()
