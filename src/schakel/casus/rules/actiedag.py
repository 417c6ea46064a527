# SPDX-License-Identifier: EUPL-1.2
"""An action day, pure: its words, and what must be arranged before it goes through (report p. 139, 155)."""

from collections.abc import Collection
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l


class ActiedagStatus(TextChoices):
    GEPLAND = "gepland", _l("In voorbereiding")
    GAAT_DOOR = "gaat_door", _l("Gaat door")
    GEWEEST = "geweest", _l("Geweest")
    AFGELAST = "afgelast", _l("Gaat niet door")


class RolStatus(TextChoices):
    GEVRAAGD = "gevraagd", _l("Gevraagd")
    AANVAARD = "aanvaard", _l("Doet mee")
    GEWEIGERD = "geweigerd", _l("Doet niet mee")


class Verwacht(TextChoices):
    """For whom help must be ready, as far as anybody can know before."""

    VROUWEN = "vrouwen", _l("Vrouwen")
    MANNEN = "mannen", _l("Mannen")
    GEMENGD = "gemengd", _l("Vrouwen en mannen")
    KINDEREN = "kinderen", _l("Ook kinderen")
    ONBEKEND = "onbekend", _l("Nog niet bekend")


PIJLEN = {
    ActiedagStatus.GEPLAND: (ActiedagStatus.GAAT_DOOR, ActiedagStatus.AFGELAST),
    ActiedagStatus.GAAT_DOOR: (ActiedagStatus.GEWEEST, ActiedagStatus.AFGELAST),
    ActiedagStatus.GEWEEST: (),
    ActiedagStatus.AFGELAST: (),
}


def bezwaren_actiedag(*, dag: date, vandaag: date, doel: str, gewogen: bool, spoed: bool) -> list[str]:
    """Why no action day can be planned so."""
    nee = [] if doel.strip() else [_("Schrijf wat de dag moet opleveren.")]
    if dag < vandaag:
        nee.append(_("Deze dag is al voorbij. Kies een dag die nog komt."))
    if not (gewogen or spoed):
        nee.append(_("De casus is nog niet gewogen. Leg de weging vast, of gebruik de spoedroute."))
    return nee


def bezwaren_status(
    *,
    van: str,
    naar: str,
    rollen: Collection[str],
    zorg: Collection[bool | None],
    dag: date,
    vandaag: date,
    reden: str,
) -> list[str]:
    """Why the day cannot go from one state to the other. `rollen`: the answers of partners; `zorg`: of care, None = none yet.

    Care knows before anybody acts: without an answer of care that help is ready the day does not go through.
    """
    if naar not in PIJLEN[ActiedagStatus(van)]:
        return [_("De actiedag is nu: %(status)s.") % {"status": ActiedagStatus(van).label}]
    nee = []
    if naar == ActiedagStatus.AFGELAST and not reden.strip():
        nee.append(_("Schrijf waarom de dag niet doorgaat."))
    if naar == ActiedagStatus.GAAT_DOOR:
        if not zorg:
            nee.append(_("Vraag eerst de zorg om hulp klaar te zetten."))
        elif not any(zorg):
            nee.append(_("De zorg heeft nog niet gezegd dat er hulp klaarstaat."))
        if RolStatus.GEVRAAGD in rollen:
            nee.append(_("Nog niet elke partner heeft geantwoord."))
        if RolStatus.AANVAARD not in rollen:
            nee.append(_("Geen partner doet mee."))
    if naar == ActiedagStatus.GEWEEST and dag > vandaag:
        nee.append(_("De dag moet nog komen."))
    return nee
