# SPDX-License-Identifier: EUPL-1.2
"""What the register asks of somebody: handovers, vacancies, projects that end."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.kern import klok
from schakel.kern.schil import Werkbron, Werkregel
from schakel.partner import queries, rules
from schakel.partner.models import Functie, Overdracht, Project
from schakel.toegang.actor import Actor


def _vacant(door: Actor, rijen: list[Functie]) -> Iterator[Werkregel]:
    for functie in rijen:
        yield Werkregel(
            titel=_("%(functie)s bij %(partner)s is vacant")
            % {"functie": functie, "partner": functie.partner},
            reden=_("De houder vertrok en er is nog geen opvolger. Signalen gaan zolang naar een ander."),
            url=reverse("functie", args=[functie.pk]),
            tot=klok.vandaag(),
            urgentie=3,
            soort="functie",
        )


def _projecten(door: Actor, rijen: list[Project]) -> Iterator[Werkregel]:
    for project in rijen:
        if door.is_een(rules.KETENREGISSEUR) or project.trekker_id == door.partner_id:
            yield Werkregel(
                titel=_("Project %s eindigt") % project,
                reden=_("Besluit hoe het verder gaat: voortzetten, opnemen in het gewone werk, of stoppen."),
                url=reverse("project", args=[project.pk]),
                tot=project.tot,
                urgentie=4,
                soort="project",
            )


def _overdrachten(door: Actor, rijen: list[Overdracht]) -> Iterator[Werkregel]:
    for o in rijen:
        functie = o.bezetting.functie
        if o.aan_id is None:
            titel, reden = (
                _("Draag %s over"),
                _("De houder vertrekt. Wijs een opvolger aan en bespreek wat er loopt."),
            )
        else:
            titel, reden = (
                _("Overdracht van %s"),
                _("Lees wat de vorige houder achterliet, en rond de overdracht af."),
            )
        yield Werkregel(
            titel=titel % functie,
            reden=reden,
            url=reverse("overdracht", args=[o.pk]),
            tot=(o.bezetting.tot or klok.vandaag()) + timedelta(days=7),
            urgentie=2,
            soort="overdracht",
        )


_HOUDT_BIJ = {rules.KETENREGISSEUR, rules.BEHEERDER}

BRONNEN = (
    Werkbron(frozenset(), lambda door: queries.open_overdrachten(door=door), _overdrachten),
    Werkbron(
        _HOUDT_BIJ,
        lambda door: queries.verlaten_functies(
            partner_id=None if door.is_een(rules.KETENREGISSEUR) else door.partner_id
        ),
        _vacant,
    ),
    Werkbron(_HOUDT_BIJ, lambda door: queries.eindigende_projecten(), _projecten),
)
"""Handovers for beheerder and successor; vacancies and ends of projects for who keeps the region."""
