# SPDX-License-Identifier: EUPL-1.2
"""What waits for a care worker: terms that run out, new clients to work out. No term without a person who is there."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.kern import klok
from schakel.kern.schil import Werkregel
from schakel.toegang.actor import Actor
from schakel.zorg import queries
from schakel.zorg.rules.actie import OP_TIJD, Stand
from schakel.zorg.rules.knelpunten import halfjaar, is_tijd

HOOGSTENS = 50


def werk(*, door: Actor) -> Iterator[Werkregel]:
    """The regie finds terms of others only when nobody named is present, or too late."""
    yield from _acties(door)
    if not door.is_een(*queries.ZORGROLLEN):
        return
    dag = klok.vandaag()
    open_ = list(queries.termijnen(door=door).filter(waarschuw_op__lte=dag)[:HOOGSTENS])
    mijn = {t.pk for t in queries.mijn_trajecten(door=door).filter(pk__in=[t.traject_id for t in open_])}
    anderen = [t.traject_id for t in open_ if t.traject_id not in mijn]
    bezet = queries.aanwezig(door=door, trajecten=anderen) if anderen else set()
    for t in open_:
        te_laat = t.tot <= dag
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
    nieuw = queries.mijn_trajecten(door=door).filter(fase="aanmelding", begeleider_id=door.gebruiker_id)
    for traject in nieuw.order_by("aangemeld_op", "pk")[:HOOGSTENS]:
        yield Werkregel(
            titel=_("%(kenmerk)s: intake plannen") % {"kenmerk": traject.kenmerk},
            reden=_("De aanmelding is nog niet uitgewerkt."),
            url=reverse("zorgtraject", args=[traject.pk]),
            urgentie=4,
            soort="zorg",
        )
    for over in queries.overdrachten(door=door).filter(aan_id=door.partner_id, stand="aangeboden")[
        :HOOGSTENS
    ]:
        yield Werkregel(
            titel=_("%(kenmerk)s is aan jullie aangeboden") % {"kenmerk": over.kenmerk},
            reden=_("Neem het dossier aan, of zeg wat er ontbreekt."),
            url=reverse("zorgoverdracht", args=[over.pk]),
            urgentie=2,
            soort="zorg",
        )
    for plek in queries.te_beantwoorden(door=door)[:HOOGSTENS]:
        yield Werkregel(
            titel=_("%(wie)s houdt bij jullie een plaats vast") % {"wie": plek.vast_door},
            reden=_("Neem op, of zeg met een reden dat het niet kan."),
            url=reverse("zorgvraag", args=[plek.vast_voor_id]),
            urgentie=1,
            soort="zorg",
        )
    if door.functie == queries.REGIE:
        yield from _knelpunten(door)
        for geld in queries.aflopend(door=door)[:HOOGSTENS]:
            yield Werkregel(
                titel=_("%(betaler)s stopt met betalen") % {"betaler": geld.betaler},
                reden=_("Vraag verlenging aan, of regel een andere betaler."),
                url=reverse("zorgfinanciering"),
                tot=geld.einde,
                urgentie=3,
                soort="zorg",
            )


def _acties(door: Actor) -> Iterator[Werkregel]:
    """Action days to come: care answers, and who plans hears it or hears that there is no answer yet."""
    if not door.is_een(*queries.AANPAK, queries.REGIE):
        return
    dag = klok.vandaag()
    ontvangt = door.functie == queries.REGIE
    open_ = (Stand.GEVRAAGD,) if ontvangt else (Stand.GEVRAAGD, Stand.TE_WEINIG)
    for b in queries.actieberichten(door=door).filter(dag__gte=dag, stand__in=open_)[:HOOGSTENS]:
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


def _knelpunten(door: Actor) -> Iterator[Werkregel]:
    """Twice a year, before the stuurgroep: unless something of this half year is there already."""
    dag = klok.vandaag()
    if not is_tijd(dag) or queries.aan_de_stuurgroep(door=door, dag=dag):
        return
    yield Werkregel(
        titel=_("Zet de knelpunten van de zorg op een rij"),
        reden=_("De zorggroep bespreekt ze vóór de stuurgroep."),
        url=reverse("zorgknelpunten"),
        tot=halfjaar(dag)[1],
        urgentie=4,
        soort="zorg",
    )
