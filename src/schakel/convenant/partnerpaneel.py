# SPDX-License-Identifier: EUPL-1.2
"""How a partner stands under each convenant, for its page in the register (PAR-01)."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.convenant import queries
from schakel.convenant.models import Partij
from schakel.partner.models import Partner
from schakel.partner.panelen import Paneel, Regel
from schakel.toegang.actor import Actor


def paneel(door: Actor, partner: Partner, dag: date) -> Iterator[Paneel]:
    """One line per convenant: party, indirectly connected, intended; signed since, left on."""
    regels = tuple(_regel(partij, dag) for partij in queries.partijen_van(partner))
    yield Paneel(_("Convenanten"), regels, _("Deze partner doet niet mee aan een convenant."))


def _regel(partij: Partij, dag: date) -> Regel:
    weg = partij.uitgetreden_op is not None and partij.uitgetreden_op <= dag
    stand = _("uitgetreden") if weg else str(Partij.Status(partij.status).label)
    soort = "dicht" if weg else "goed" if partij.status == Partij.Status.PARTIJ else "neutraal"
    return Regel(
        titel=str(partij.convenant),
        stand=stand,
        soort=soort,
        url=reverse("convenant", args=[partij.convenant_id]),
        van=partij.ondertekend_op,
        tot=partij.uitgetreden_op,
        toelichting=_("mede namens %s") % partij.namens if partij.namens else "",
    )
