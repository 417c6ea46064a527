# SPDX-License-Identifier: EUPL-1.2
"""What hinders care, in numbers without persons, for the zorggroep and the stuurgroep (report p. 26 fn34-35, p. 47). Pure.

Twice a year: in the last month of each half the regiocoördinator puts them together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from schakel.zorg.rules.doorstroom import veilig


class Soort(TextChoices):
    """Kinds of bottlenecks of care, each with what it leads to."""

    GEEN_PLAATS = "geen_plaats", _("Geen plaats in de regio")
    GEWEIGERD = "geweigerd", _("Opvang weigerde")
    ONBETAALD = "onbetaald", _("Niemand betaalt")
    WACHT = "wacht", _("Wacht op een plaats")
    TE_LAAT = "te_laat", _("Termijn verlopen zonder einde")
    TERUG = "terug", _("Dossier teruggestuurd: er ontbrak iets")


RISICO = {
    Soort.GEEN_PLAATS: _("Slachtoffers gaan ver weg of blijven waar zij gevaar lopen."),
    Soort.GEWEIGERD: _("Slachtoffers worden van het ene adres naar het andere gebracht."),
    Soort.ONBETAALD: _("De instelling draagt de kosten en moet een keer stoppen."),
    Soort.WACHT: _("Hulp begint te laat; slachtoffers haken af."),
    Soort.TE_LAAT: _("Verblijf en uitkering komen in gevaar."),
    Soort.TERUG: _("De cliënt vertelt het verhaal opnieuw."),
}


@dataclass(frozen=True)
class Knelpunt:
    """One line: what and how often. `titel` names no person; small numbers are not told apart."""

    soort: Soort
    titel: str
    risico: str
    aantal: int


def halfjaar(dag: date) -> tuple[date, date, str]:
    """First and last day of the half year of `dag`, and its name."""
    eerste = dag.month <= 6
    van, tot = (
        (date(dag.year, 1, 1), date(dag.year, 6, 30))
        if eerste
        else (date(dag.year, 7, 1), date(dag.year, 12, 31))
    )
    return van, tot, f"{1 if eerste else 2}e helft {dag.year}"


def is_tijd(dag: date) -> bool:
    """The last month of a half year: the zorggroep meets before the stuurgroep."""
    return dag.month in (6, 12)


def lijst(geteld: Mapping[tuple[str, str], int]) -> list[Knelpunt]:
    """Bottlenecks from counts of (kind, about whom or what), most frequent first."""
    rijen = [
        Knelpunt(
            Soort(soort),
            f"{Soort(soort).label}{f': {wat}' if wat else ''} ({veilig(aantal)})",
            str(RISICO[Soort(soort)]),
            aantal,
        )
        for (soort, wat), aantal in geteld.items()
        if aantal
    ]
    return sorted(rijen, key=lambda k: (-k.aantal, k.titel))
