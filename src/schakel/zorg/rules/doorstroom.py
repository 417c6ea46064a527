# SPDX-License-Identifier: EUPL-1.2
"""After the shelter: milestones that hang on each other, and the checklist of a hand-over (ZOR-05, ZOR-07). Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Mijlpaalsoort(TextChoices):
    """In order; the pass comes first (report p. 119)."""

    PAS = "pas", _("Verblijfspas")
    INSCHRIJVING = "inschrijving", _("Inschrijving bij de gemeente")
    VERZEKERING = "verzekering", _("Zorgverzekering")
    UITKERING = "uitkering", _("Uitkering")
    INBURGERING = "inburgering", _("Inburgering")
    WONING = "woning", _("Woning")


WACHT_OP: dict[str, tuple[str, ...]] = {
    "pas": (), "inschrijving": ("pas",), "verzekering": ("inschrijving",), "uitkering": ("inschrijving",),
    "inburgering": ("pas",), "woning": ("inschrijving",),
}  # fmt: skip
"""What each waits for; what is not reached blocks everything behind it."""


@dataclass(frozen=True)
class Mijlpaal:
    """How one stands: reached on a day, or waiting for `dagen` days, blocked by another one (its name)."""

    code: str
    naam: str
    bereikt_op: date | None
    dagen: int
    blokkade: str


def lijn(bereikt: Mapping[str, date], begin: date, dag: date) -> list[Mijlpaal]:
    """The milestones in order, with days since `begin` or since what they waited for was reached."""
    uit = []
    for soort in Mijlpaalsoort:
        op = bereikt.get(soort)
        wortel = next((w for w in _keten(soort) if w not in bereikt), None)
        sinds = max((bereikt[w] for w in WACHT_OP[soort] if w in bereikt), default=begin)
        blokkade = str(Mijlpaalsoort(wortel).label) if op is None and wortel else ""
        dagen = (op or dag) - (begin if wortel else sinds)
        uit.append(Mijlpaal(soort.value, str(soort.label), op, max(dagen.days, 0), blokkade))
    return uit


def _keten(soort: str) -> list[str]:
    """Everything it hangs on, first cause first."""
    return [c for w in WACHT_OP[soort] for c in (*_keten(w), w)]


CHECKLIST = {
    "client": _("Wie de cliënt is en hoe die te bereiken is"),
    "toestemming": _("Toestemming voor de overdracht"),
    "zorgplan": _("Zorgplan met doelen"),
    "veiligheid": _("Veiligheidsplan"),
    "juridisch": _("Juridische positie en advocaat"),
    "verblijf": _("Verblijf en termijnen"),
    "medisch": _("Medische overdracht tussen artsen"),
    "contact": _("Wie er morgen gebeld kan worden"),
}
"""What a file holds when it changes hands (report pp. 70, 99)."""


class Overdrachtstand(TextChoices):
    AANGEBODEN = "aangeboden", _("Wacht op de ontvanger")
    TERUG = "terug", _("Teruggestuurd: er ontbreekt iets")
    AANGENOMEN = "aangenomen", _("Aangenomen")


def bezwaren_terug(ontbreekt: Collection[str]) -> list[str]:
    """Sending back names what is missing."""
    if not ontbreekt or not set(ontbreekt) <= set(CHECKLIST):
        return [gettext("Kruis aan wat er ontbreekt, zodat de ander het kan aanvullen.")]
    return []


class Duur(TextChoices):
    KORT = "kort", _("Kort contact")
    LANG = "lang", _("Lang contact")


KLEIN = 5
"""A part of the field work under this number is not told apart: nobody can be traced."""


def veilig(aantal: int) -> str:
    """A number for a public evaluation."""
    return str(aantal) if aantal == 0 or aantal >= KLEIN else gettext("minder dan %(n)s") % {"n": KLEIN}
