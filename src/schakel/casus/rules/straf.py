# SPDX-License-Identifier: EUPL-1.2
"""The criminal outcome of a case, pure: what was recorded, and as what it counts (CAS-09, report p. 33-34 fn17, 55-56)."""

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l


class StrafSoort(TextChoices):
    """What happened, in the order of the proceedings."""

    INTAKE = "intake", _l("Intakegesprek")
    AANGIFTE = "aangifte", _l("Aangifte")
    ONDERZOEK = "onderzoek", _l("Opsporingsonderzoek")
    INGESCHREVEN = "ingeschreven", _l("Ingeschreven bij het parket")
    SEPOT = "sepot", _l("Sepot")
    VONNIS = "vonnis", _l("Vonnis")


class Vonnis(TextChoices):
    VEROORDELING = "veroordeling", _l("Veroordeling")
    VRIJSPRAAK = "vrijspraak", _l("Vrijspraak")
    ANDERS = "anders", _l("Andere uitspraak")


def telt_als(stappen: Iterable[tuple[str, str]]) -> str:
    """As what a case counts: its furthest step; a judgment by what it was. `stappen`: (StrafSoort, Vonnis or "").

    A registered case is no conviction: only a recorded judgment is. "" = nothing recorded.
    """
    volgorde = StrafSoort.values
    verst = max(stappen, key=lambda s: volgorde.index(s[0]), default=("", ""))
    return verst[1] or verst[0]


def naam_van(telt: str) -> str:
    """The words of what a case counts as."""
    return str({**dict(StrafSoort.choices), **dict(Vonnis.choices)}[telt])


def bezwaren_strafstap(*, soort: str, uitkomst: str, reden: str, toekomst: bool) -> list[str]:
    """Why it cannot be recorded so. Day, form and municipality may be unknown; a reason for a sepot may not."""
    nee = []
    if soort not in StrafSoort.values:
        nee.append(_("Kies wat er is gebeurd."))
    if soort == StrafSoort.SEPOT and not reden.strip():
        nee.append(_("Schrijf waarom de zaak is geseponeerd."))
    if (soort == StrafSoort.VONNIS) != (uitkomst in Vonnis.values):
        nee.append(_("Kies bij een vonnis wat de uitspraak is, en alleen daar."))
    if toekomst:
        nee.append(_("Deze dag ligt in de toekomst."))
    return nee
