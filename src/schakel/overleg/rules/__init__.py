# SPDX-License-Identifier: EUPL-1.2
"""The rules of a meeting, pure: its statuses and parts, the rhythm of its body, who is asked, when it can decide."""

from schakel.overleg.rules.cyclus import Maat, gemist, maat, volgende, weken_uit
from schakel.overleg.rules.deelname import bezwaren_quorum, deel_voor, genodigd_als
from schakel.overleg.rules.zitting import (
    DELEN,
    OVERGANGEN,
    VOORZITTERS,
    ActieStatus,
    Status,
    bezwaren_agenda,
    per_deel,
)

__all__ = [
    "DELEN",
    "OVERGANGEN",
    "VOORZITTERS",
    "ActieStatus",
    "Maat",
    "Status",
    "bezwaren_agenda",
    "bezwaren_quorum",
    "deel_voor",
    "gemist",
    "genodigd_als",
    "maat",
    "per_deel",
    "volgende",
    "weken_uit",
]
