# SPDX-License-Identifier: EUPL-1.2
"""What the meldpunt finds on *Mijn werk*."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.kern import klok
from schakel.kern.schil import Werkregel
from schakel.melding import queries, rules
from schakel.melding.models import Melding
from schakel.toegang.actor import Actor

HOOGSTENS = 50


def werk(*, door: Actor) -> Iterator[Werkregel]:
    """New meldingen, messages of melders, and terms: for everyone on duty in the function, in one query."""
    if not door.is_een(*queries.BEHANDELAARS):
        return
    wacht = (
        Q(status=rules.Status.ONTVANGEN)
        | Q(laatste_van=rules.Van.MELDER)
        | Q(terugkoppelen_voor__lte=klok.vandaag())
    )
    for melding in queries.open_(queries.lijst(door=door)).filter(wacht)[:HOOGSTENS]:
        urgentie, reden = _waarom(melding)
        yield Werkregel(
            titel=f"{melding.kenmerk} · {melding.get_vorm_display()}",
            reden=reden,
            url=reverse("melding", kwargs={"id": melding.pk}),
            tot=melding.terugkoppelen_voor,
            urgentie=urgentie,
            soort="melding",
        )


def _waarom(melding: Melding) -> tuple[int, str]:
    if melding.acuut and melding.status == rules.Status.ONTVANGEN:
        return 0, _(
            "Acuut: volgens de melder is nu iemand in gevaar. Is 112 gebeld? Pak de melding meteen op."
        )
    if melding.terugkoppelen_voor and melding.terugkoppelen_voor < klok.vandaag():
        return 1, _("De termijn is voorbij: de melder wacht op een antwoord.")
    if melding.laatste_van == rules.Van.MELDER:  # type: ignore[attr-defined]  # annotated by queries.lijst
        return 2, _("De melder heeft een bericht gestuurd.")
    if melding.status == rules.Status.ONTVANGEN:
        return 3, _("Nieuwe melding. Nog niemand heeft haar opgepakt.")
    return 3, _("Vandaag moet de melder iets horen.")
