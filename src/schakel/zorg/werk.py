# SPDX-License-Identifier: EUPL-1.2
"""What waits for a care worker: terms that run out, new clients to work out. No term without a person who is there."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.kern import klok
from schakel.kern.schil import Werkbron, Werkregel
from schakel.partner.models import Partner
from schakel.partner.queries import partners
from schakel.toegang.actor import Actor
from schakel.zorg import queries
from schakel.zorg.models import Actiebericht, Financiering, Overdracht, Plek, Termijn, Zorgtraject
from schakel.zorg.rules.actie import OP_TIJD, Stand
from schakel.zorg.rules.knelpunten import halfjaar, is_tijd

HOOGSTENS = 50


def _termijnen(door: Actor, rijen: list[Termijn]) -> Iterator[Werkregel]:
    """The regie finds terms of others only when nobody named is present, or too late."""
    trajecten = [t.traject_id for t in rijen]
    mijn = {t.pk for t in queries.mijn_trajecten(door=door).filter(pk__in=trajecten)}
    anderen = [t for t in trajecten if t not in mijn]
    bezet = queries.aanwezig(door=door, trajecten=anderen) if anderen else set()
    for t in rijen:
        te_laat = t.tot <= klok.vandaag()
        if t.traject_id not in mijn and t.traject_id in bezet and not te_laat:
            continue
        reden = _("Leg vast wat er gebeurd is.")
        if t.traject_id not in mijn:
            reden = (
                _("De begeleider heeft dit nog niet vastgelegd.")
                if t.traject_id in bezet
                else _("Niemand die op dit traject genoemd is, is er nog. Neem het over.")
            )
        yield Werkregel(
            titel=f"{t.kenmerk}: {t.get_soort_display()}",
            reden=reden,
            url=reverse("zorgtraject", args=[t.traject_id]),
            tot=t.tot,
            urgentie=1 if te_laat else 2,
            soort="zorg",
        )


def _intakes(door: Actor, rijen: list[Zorgtraject]) -> Iterator[Werkregel]:
    for traject in rijen:
        yield Werkregel(
            titel=_("%(kenmerk)s: intake plannen") % {"kenmerk": traject.kenmerk},
            reden=_("De aanmelding is nog niet uitgewerkt."),
            url=reverse("zorgtraject", args=[traject.pk]),
            urgentie=4,
            soort="zorg",
        )


def _aangeboden(door: Actor, rijen: list[Overdracht]) -> Iterator[Werkregel]:
    for over in rijen:
        yield Werkregel(
            titel=_("%(kenmerk)s is aan jullie aangeboden") % {"kenmerk": over.kenmerk},
            reden=_("Neem het dossier aan, of zeg wat er ontbreekt."),
            url=reverse("zorgoverdracht", args=[over.pk]),
            urgentie=2,
            soort="zorg",
        )


def _plekken(door: Actor, rijen: list[Plek]) -> Iterator[Werkregel]:
    for plek in rijen:
        yield Werkregel(
            titel=_("%(wie)s houdt bij jullie een plaats vast") % {"wie": plek.vast_door},
            reden=_("Neem op, of zeg met een reden dat het niet kan."),
            url=reverse("zorgvraag", args=[plek.vast_voor_id]),
            urgentie=1,
            soort="zorg",
        )


def _geld(door: Actor, rijen: list[Financiering]) -> Iterator[Werkregel]:
    for geld in queries.dreigt_te_eindigen(rijen)[:HOOGSTENS]:
        yield Werkregel(
            titel=_("%(betaler)s stopt met betalen") % {"betaler": geld.betaler},
            reden=_("Vraag verlenging aan, of regel een andere betaler."),
            url=reverse("zorgfinanciering"),
            tot=geld.einde,
            urgentie=3,
            soort="zorg",
        )


def _acties(door: Actor, rijen: list[Actiebericht]) -> Iterator[Werkregel]:
    """Action days to come: care answers, and who plans hears it or hears that there is no answer yet."""
    dag, ontvangt = klok.vandaag(), door.functie == queries.REGIE
    for b in rijen:
        gevraagd = b.stand == Stand.GEVRAAGD
        if gevraagd and not ontvangt and (b.dag - dag).days > OP_TIJD:
            continue
        reden = _("De zorg heeft te weinig plaatsen. Stel uit, of regel het samen.")
        if gevraagd:
            reden = (
                _("%(wie)s vraagt of er plaatsen klaarstaan.") % {"wie": b.eigenaar}
                if ontvangt
                else _("De zorg antwoordde nog niet. Bel de regiocoördinator.")
            )
        yield Werkregel(
            titel=ngettext(
                "Actiedag: %(n)s mens kan hulp nodig hebben", "Actiedag: %(n)s mensen kunnen hulp nodig hebben", b.aantal
            ) % {"n": b.aantal},
            reden=reden,
            url=reverse("actiebericht", args=[b.pk]),
            tot=b.dag,
            urgentie=1 if (b.dag - dag).days <= OP_TIJD else 2,
            soort="zorg",
        )  # fmt: skip


def _knelpunten(door: Actor, rijen: list[Partner]) -> Iterator[Werkregel]:
    """Twice a year, before the stuurgroep: unless something of this half year is there already."""
    dag = klok.vandaag()
    if not queries.aan_de_stuurgroep(door=door, dag=dag):
        yield Werkregel(
            titel=_("Zet de knelpunten van de zorg op een rij"),
            reden=_("De zorggroep bespreekt ze vóór de stuurgroep."),
            url=reverse("zorgknelpunten"),
            tot=halfjaar(dag)[1],
            urgentie=4,
            soort="zorg",
        )


def _actiedagen(door: Actor) -> QuerySet[Actiebericht]:
    open_ = (Stand.GEVRAAGD,) if door.functie == queries.REGIE else (Stand.GEVRAAGD, Stand.TE_WEINIG)
    return queries.actieberichten(door=door).filter(dag__gte=klok.vandaag(), stand__in=open_)[:HOOGSTENS]


def _bij_de_tijd(door: Actor) -> QuerySet[Partner]:
    """The own institution, in the months in which the zorggroep meets."""
    eigen = partners().filter(pk=door.partner_id)
    return eigen if is_tijd(klok.vandaag()) else eigen.none()


def _nieuw(door: Actor) -> QuerySet[Zorgtraject]:
    rijen = queries.mijn_trajecten(door=door).filter(fase="aanmelding", begeleider_id=door.gebruiker_id)
    return rijen.order_by("aangemeld_op", "pk")[:HOOGSTENS]


BRONNEN = (
    Werkbron({*queries.AANPAK, queries.REGIE}, _actiedagen, _acties),
    Werkbron({queries.REGIE}, _bij_de_tijd, _knelpunten),
    Werkbron(
        queries.ZORGROLLEN,
        lambda door: queries.termijnen(door=door).filter(waarschuw_op__lte=klok.vandaag())[:HOOGSTENS],
        _termijnen,
    ),
    Werkbron(queries.ZORGROLLEN, _nieuw, _intakes),
    Werkbron(
        queries.ZORGROLLEN,
        lambda door: queries.overdrachten(door=door).filter(aan_id=door.partner_id, stand="aangeboden")[
            :HOOGSTENS
        ],
        _aangeboden,
    ),
    Werkbron(queries.ZORGROLLEN, lambda door: queries.te_beantwoorden(door=door)[:HOOGSTENS], _plekken),
    Werkbron({queries.REGIE}, lambda door: queries.lopend_geld(door=door), _geld),
)
"""Action days, terms, new clients, files that are offered, places that are held, money that ends."""
