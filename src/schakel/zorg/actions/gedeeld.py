# SPDX-License-Identifier: EUPL-1.2
"""What the verbs of care share: refusals, who may act, the log line."""

from collections.abc import Sequence

from schakel.convenant import actions as convenant
from schakel.logboek import actions as logboek
from schakel.toegang.actor import Actor
from schakel.zorg.models import Zorgtraject
from schakel.zorg.queries import ZORGROLLEN


class Bezwaar(Exception):
    """The rule says no; `redenen` say what to do, `velden` to which field of a form a reason belongs."""

    def __init__(self, redenen: Sequence[str], velden: dict[str, str] | None = None) -> None:
        super().__init__("; ".join(redenen))
        self.redenen = list(redenen)
        self.velden = velden or {}


class Verouderd(Exception):
    """Somebody else changed it first."""


def in_de_zorg(door: Actor) -> None:
    """Only functions of the zorgketen act here."""
    if not door.is_een(*ZORGROLLEN) or door.partner_id is None:
        raise PermissionError("Deze functie werkt niet in de zorgketen.")


def noteer(door: Actor, handeling: str, traject: Zorgtraject, **meer: str) -> None:
    """One line in the account of who did what; never with content."""
    logboek.noteer(door=door, regels=convenant.logregels(handeling, traject.stuk, [], **meer))
