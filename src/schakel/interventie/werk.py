# SPDX-License-Identifier: EUPL-1.2
"""What waits around interventions: whom to call before going there, and decisions that mayor or college must take."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.interventie import queries, rules
from schakel.interventie.models import Beslisverzoek, Rapportage, Voornemen
from schakel.kern import klok
from schakel.kern.schil import Werkbron, Werkregel
from schakel.toegang.actor import Actor

HOOGSTENS = 50


def _afstemmen(door: Actor, rijen: list[Voornemen]) -> Iterator[Werkregel]:
    for plan in rijen:
        yield Werkregel(
            titel=_("Stem eerst af: %(soort)s") % {"soort": plan.get_soort_display()},
            reden=_("Een partner heeft daar ook iets van plan. Bel, en bevestig dat jullie het eens zijn."),
            url=reverse("voornemen", kwargs={"id": plan.pk}),
            tot=plan.begin,
            urgentie=1,
            soort="afstemmen",
        )


def _beslissen(door: Actor, rijen: list[Beslisverzoek]) -> Iterator[Werkregel]:
    for verzoek in rijen:
        yield Werkregel(
            titel=_("Besluit nodig: %(soort)s") % {"soort": rules.CATALOGUS[verzoek.soort].naam},
            reden=_("Leg het voor aan: %(wie)s. Er is geen mandaat vastgelegd.") % {"wie": verzoek.bevoegd},
            url=reverse("beslisverzoek", kwargs={"id": verzoek.pk}),
            tot=verzoek.termijn,
            urgentie=2,
            soort="casus",
        )


def _rapportages(door: Actor, rijen: list[Rapportage]) -> Iterator[Werkregel]:
    """Reports to decide on: for who handles them, and once the term has passed also for who stands above."""
    for rapport in queries.te_besluiten(door=door, rapporten=rijen):
        laat = rules.te_laat(rapport.stand, rapport.termijn, klok.vandaag())
        yield Werkregel(
            titel=_("Bestuurlijke rapportage %(kenmerk)s") % {"kenmerk": rapport.kenmerk},
            reden=_("De termijn is voorbij en er is geen besluit.")
            if laat
            else _("Neem een besluit, en vertel de afzender wat je doet."),
            url=reverse("rapportage", kwargs={"id": rapport.pk}),
            tot=rapport.termijn,
            urgentie=1 if laat else 2,
            soort="rapportage",
        )


BRONNEN = (
    Werkbron(
        {*queries.PLANNERS, *rules.LEIDING},
        lambda door: queries.onbesloten(door=door)[:HOOGSTENS],
        _rapportages,
    ),
    Werkbron(queries.PLANNERS, lambda door: queries.niet_afgestemd(door=door)[:HOOGSTENS], _afstemmen),
    Werkbron(
        queries.BEHEER,
        lambda door: queries.beslisverzoeken(door=door, open_=True).filter(partner_id=door.partner_id)[
            :HOOGSTENS
        ],
        _beslissen,
    ),
)
"""Plans that touch another's, requests to decide, and reports."""
