# SPDX-License-Identifier: EUPL-1.2
"""What members of a body find on *Mijn werk*: actions, a meeting to prepare, urgent cases to weigh
afterwards."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from schakel.casus.queries import CASUSROLLEN
from schakel.casus.rules import REGIE
from schakel.casus.rules.stappen import SPOEDTERMIJN
from schakel.casus.rules.wie import mijn
from schakel.kern import klok
from schakel.kern.schil import Werkregel
from schakel.overleg import queries, rules
from schakel.toegang.actor import Actor

HOOGSTENS = 50
VOORBEREIDING = timedelta(days=14)


def werk(*, door: Actor) -> Iterator[Werkregel]:
    """What waits around meetings; the number of queries does not grow with the rows."""
    if not door.is_een(*CASUSROLLEN):
        return
    yield from _cyclus(door)
    for actie in queries.open_acties(door=door)[:HOOGSTENS]:
        yield Werkregel(
            titel=_("Actie uit %(overleg)s") % {"overleg": actie.overleg_kenmerk},
            reden=actie.omschrijving,
            url=reverse("actie", kwargs={"id": actie.pk}),
            tot=actie.termijn,
            urgentie=2,
            soort="actie",
        )
    volgend = queries.volgend_overleg(door=door, na=klok.vandaag())
    dag = localdate(volgend.tijdstip) if volgend else None
    if volgend and dag and dag <= klok.vandaag() + VOORBEREIDING:
        yield Werkregel(
            titel=_("Bereid %(overleg)s voor") % {"overleg": volgend.orgaan.naam},
            reden=_("Lees de agenda en je casussen."),
            url=reverse("overleg", kwargs={"id": volgend.pk}),
            tot=dag,
            urgentie=5,
            soort="overleg",
        )
    if door.functie in REGIE:
        for casus in queries.ongewogen_spoed(door=door).filter(eigenaar_id=mijn(door))[:HOOGSTENS]:
            assert casus.spoed_op is not None
            yield Werkregel(
                titel=_("%(casus)s: weeg achteraf") % {"casus": casus.kenmerk},
                reden=_("De spoedroute is gebruikt. De weging hoort in het eerstvolgende overleg."),
                url=reverse("casus", kwargs={"id": casus.pk}),
                tot=dag or localdate(casus.spoed_op) + SPOEDTERMIJN,
                urgentie=1,
                soort="casus",
            )


def _cyclus(door: Actor) -> Iterator[Werkregel]:
    """Asked as a guest, and for who leads a body: the rhythm says it is time."""
    for gast in queries.mijn_uitnodigingen(door=door, vanaf=klok.nu())[:HOOGSTENS]:
        yield Werkregel(
            titel=_("Je bent gevraagd bij %(overleg)s") % {"overleg": gast.overleg.orgaan.naam},
            reden=_("Voor één punt: om %(tijd)s. De rest van de agenda is er niet voor jou.")
            % {"tijd": localtime(gast.vanaf or gast.overleg.tijdstip).strftime("%H:%M")},
            url=reverse("overleg", kwargs={"id": gast.overleg_id}),
            tot=localdate(gast.overleg.tijdstip),
            urgentie=3,
            soort="overleg",
        )
    if not door.is_een(*rules.VOORZITTERS):
        return
    for stand in queries.cyclus(door=door):
        dag = stand.verwacht
        if dag and not stand.gepland and dag <= klok.vandaag() + VOORBEREIDING:
            yield Werkregel(
                titel=_("Roep %(overleg)s bijeen") % {"overleg": stand.orgaan.naam},
                reden=_("Volgens het ritme is dit overleg aan de beurt, en er is niets gepland."),
                url=reverse("overleg-cyclus"),
                tot=dag,
                urgentie=4,
                soort="overleg",
            )
