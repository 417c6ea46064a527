# SPDX-License-Identifier: EUPL-1.2
"""Notification to CoMensha: its ground, its hours, and what it says of one person (ZOR-08, ZOR-12+). Pure.

What each target gets of it is in `rules.uitwisseling`.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

OPEN_VAN, OPEN_TOT = time(9), time(20)
"""Hours of the desk: after eight in the evening nobody answers (report p. 49)."""

PLICHT = frozenset({"politie", "kmar", "nla"})
"""Who must report (recht.md §5); care has no duty."""


class Grond(TextChoices):
    PLICHT = "wettelijke_plicht", _("Wettelijke plicht")
    TOESTEMMING = "toestemming", _("Toestemming van de cliënt")
    ANONIEM = "anoniem", _("Geanonimiseerd")
    GEEN = "geen", _("Geen melding, met reden")


class Dossiertype(TextChoices):
    REGISTRATIE = "registratie", _("Registratie")
    OPVANG = "opvang", _("Registratie en opvang")
    ADVIES = "advies", _("Registratie, informatie en advies")


class Meldstand(TextChoices):
    KLAAR = "klaar", _("Klaar om te versturen")
    VERSTUURD = "verstuurd", _("Verstuurd")
    GEEN = "geen", _("Niet gemeld")


def bezwaren_melding(*, grond: str, reden: str, soort_partner: str, toestemming: bool) -> list[str]:
    """Why a notification with this ground cannot stand, each with what to do."""
    if grond == Grond.PLICHT and soort_partner not in PLICHT:
        return [
            gettext(
                "Een zorginstelling heeft geen meldplicht. Kies toestemming, geanonimiseerd of geen melding."
            )
        ]
    if grond == Grond.TOESTEMMING and not toestemming:
        return [gettext("Er ligt geen toestemming vast. Leg die eerst vast, of meld geanonimiseerd.")]
    if grond == Grond.GEEN and not reden.strip():
        return [gettext("Schrijf waarom er niet gemeld wordt.")]
    return []


def open_op(moment: datetime) -> datetime:
    """When the desk answers: now, or the next morning. `moment` in local time."""
    if OPEN_VAN <= moment.time() < OPEN_TOT:
        return moment
    dag = moment if moment.time() < OPEN_VAN else moment + timedelta(days=1)
    return dag.replace(hour=OPEN_VAN.hour, minute=0, second=0, microsecond=0)


@dataclass(frozen=True)
class Dossier:
    """What is reported of one person. `naam`, `geboortedatum`: only with a ground that carries them.

    `nationaliteit`, `land` (of exploitation): a code of two letters, or the words of who wrote it.
    """

    kenmerk: str
    jaar: int
    vorm: str = ""
    geslacht: str = "onbekend"
    leeftijd: str = "onbekend"
    nationaliteit: str = ""
    regio: str = ""
    melder: str = "zorg"
    opvang_nodig: bool | None = None
    dossiertype: str = "registratie"
    dwang: tuple[str, ...] = ()
    naam: str = ""
    geboortedatum: str = ""
    grond: str = ""
    aangemeld_op: str = ""
    gesloten: bool = False
    land: str = ""


def zonder_persoon(d: Dossier) -> Dossier:
    """The same, leading to nobody."""
    return Dossier(**{**d.__dict__, "kenmerk": "", "naam": "", "geboortedatum": ""})
