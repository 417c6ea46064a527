# SPDX-License-Identifier: EUPL-1.2
"""What higher rooms show on the page of a partner: its standing under each convenant, for one (PAR-01)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from schakel.partner.models import Partner
from schakel.toegang.actor import Actor


@dataclass(frozen=True)
class Regel:
    """One line of a panel: what, how it stands (word and kind of badge), where it leads, since and until."""

    titel: str
    stand: str = ""
    soort: str = "neutraal"
    url: str = ""
    van: date | None = None
    tot: date | None = None
    toelichting: str = ""


@dataclass(frozen=True)
class Paneel:
    """A box on the page of a partner; `leeg` is said when it has no lines."""

    titel: str
    regels: tuple[Regel, ...]
    leeg: str = ""


Bron = Callable[[Actor, Partner, date], Iterable[Paneel]]

_bronnen: list[Bron] = []


def registreer(bron: Bron) -> None:
    """Called by a higher room in its `AppConfig.ready`; `bron(door, partner, dag)` stays within a query or two."""
    if bron not in _bronnen:
        _bronnen.append(bron)


def panelen(*, door: Actor, partner: Partner, dag: date) -> Iterator[Paneel]:
    """Every panel of every room for this partner."""
    for bron in _bronnen:
        yield from bron(door, partner, dag)
