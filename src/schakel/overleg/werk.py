# SPDX-License-Identifier: EUPL-1.2
"""What members of a body find on *Mijn werk*: actions, a meeting to prepare, urgent cases to weigh
afterwards."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from schakel.casus.models import Casus
from schakel.casus.queries import CASUSROLLEN
from schakel.casus.rules import REGIE
from schakel.casus.rules.stappen import SPOEDTERMIJN
from schakel.casus.rules.wie import mijn
from schakel.kern import klok
from schakel.kern.schil import Werkbron, Werkregel
from schakel.overleg import queries, rules
from schakel.overleg.models import Actie, Deelname, Overleg
from schakel.partner.models import Orgaan
from schakel.toegang.actor import Actor

HOOGSTENS = 50
VOORBEREIDING = timedelta(days=14)


def _acties(door: Actor, rijen: list[Actie]) -> Iterator[Werkregel]:
    for actie in rijen:
        yield Werkregel(
            titel=_("Actie uit %(overleg)s") % {"overleg": actie.overleg_kenmerk},
            reden=actie.omschrijving,
            url=reverse("actie", kwargs={"id": actie.pk}),
            tot=actie.termijn,
            urgentie=2,
            soort="actie",
        )


def _volgend(door: Actor, rijen: list[Overleg]) -> Iterator[Werkregel]:
    """The first meeting to come, once it is time to prepare."""
    for overleg in rijen:
        dag = localdate(overleg.tijdstip)
        if dag <= klok.vandaag() + VOORBEREIDING:
            yield Werkregel(
                titel=_("Bereid %(overleg)s voor") % {"overleg": overleg.orgaan.naam},
                reden=_("Lees de agenda en je casussen: wat breng je in, wat wordt van je gevraagd?"),
                url=reverse("overleg-voorbereiding", kwargs={"id": overleg.pk}),
                tot=dag,
                urgentie=5,
                soort="overleg",
            )


def _spoed(door: Actor, rijen: list[Casus], volgend: list[Overleg]) -> Iterator[Werkregel]:
    """Urgent cases to weigh afterwards, in the first meeting to come."""
    for casus in rijen:
        assert casus.spoed_op is not None
        yield Werkregel(
            titel=_("%(casus)s: weeg achteraf") % {"casus": casus.kenmerk},
            reden=_("De spoedroute is gebruikt. De weging hoort in het eerstvolgende overleg."),
            url=reverse("casus", kwargs={"id": casus.pk}),
            tot=localdate(volgend[0].tijdstip) if volgend else localdate(casus.spoed_op) + SPOEDTERMIJN,
            urgentie=1,
            soort="casus",
        )


def _uitnodigingen(door: Actor, rijen: list[Deelname]) -> Iterator[Werkregel]:
    for gast in rijen:
        yield Werkregel(
            titel=_("Je bent gevraagd bij %(overleg)s") % {"overleg": gast.overleg.orgaan.naam},
            reden=_("Voor één punt: om %(tijd)s. De rest van de agenda is er niet voor jou.")
            % {"tijd": localtime(gast.vanaf or gast.overleg.tijdstip).strftime("%H:%M")},
            url=reverse("overleg", kwargs={"id": gast.overleg_id}),
            tot=localdate(gast.overleg.tijdstip),
            urgentie=3,
            soort="overleg",
        )


def _bijeenroepen(door: Actor, rijen: list[Orgaan], overleggen: list[Overleg]) -> Iterator[Werkregel]:
    """For who leads a body: the rhythm says it is time."""
    for stand in queries.standen(rijen, overleggen):
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


def _eerste(door: Actor) -> QuerySet[Overleg]:
    return queries.geplande_overleggen(door=door, na=klok.vandaag())[:1]


BRONNEN = (
    Werkbron(
        CASUSROLLEN,
        lambda door: queries.mijn_uitnodigingen(door=door, vanaf=klok.nu())[:HOOGSTENS],
        _uitnodigingen,
    ),
    Werkbron(
        rules.VOORZITTERS,
        lambda door: queries.mijn_organen(door=door),
        _bijeenroepen,
        (lambda door: queries.overleggen_van(door=door),),
    ),
    Werkbron(CASUSROLLEN, lambda door: queries.open_acties(door=door)[:HOOGSTENS], _acties),
    Werkbron(CASUSROLLEN, _eerste, _volgend),
    Werkbron(
        REGIE,
        lambda door: queries.ongewogen_spoed(door=door).filter(eigenaar_id=mijn(door))[:HOOGSTENS],
        _spoed,
        (_eerste,),
    ),
)
"""What waits around meetings."""
