# SPDX-License-Identifier: EUPL-1.2
"""Read meldingen and signalen from CSV, XLSX or JSONL by the contract of `importformaat`.

Good rows go in, every bad row is reported with line, column and reason. A second run of the same file adds
nothing, an interrupted one goes on where it was: ids follow from the partner, the kenmerk and the content.
One batch is one transaction; no more than one batch of rows is in memory.
"""

from schakel.signaal.importeren.lezen import BestandFout
from schakel.signaal.importeren.opslaan import importeer
from schakel.signaal.importeren.verslag import Rijfout, Verslag

__all__ = ["BestandFout", "Rijfout", "Verslag", "importeer"]
