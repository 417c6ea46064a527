# SPDX-License-Identifier: EUPL-1.2
"""What waits for this person out of this room."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.convenant import queries, rules
from schakel.convenant.actions.convenanten import BEHEER
from schakel.convenant.models import Convenant, Inzageverzoek, Verantwoording
from schakel.kern import klok
from schakel.kern.schil import Werkbron, Werkregel
from schakel.toegang.actor import Actor


def _rijen(bron: QuerySet[Any], soort: str, tot: str) -> QuerySet[Any, Any]:
    merken = {"_soort": Value(soort, output_field=CharField()), "_tot": Cast(F(tot), DateField())}
    rijen: QuerySet[Any, Any] = bron.order_by().annotate(**merken).values_list("pk", "_soort", "_tot")
    return rijen


def _wachtend(door: Actor) -> QuerySet[Any, Any]:
    partner = door.partner_id
    te_bevestigen = queries.verstrekkingen(door=door).filter(
        van_partner_id=partner, wacht_op_tweede=True, ingetrokken_op__isnull=True, einde__gte=klok.vandaag()
    )
    return _rijen(
        te_bevestigen.exclude(door=door.gebruiker_id).select_related(None), "bevestigen", "einde"
    ).union(
        _rijen(queries.te_herzien(door=door).select_related(None), "embargo", "herzien_op"),
        _rijen(
            queries.afstemmingen(door=door).filter(afgehandeld_op__isnull=True).select_related(None),
            "afstemming",
            "gepland_op",
        ),
        _rijen(
            queries.vrijgaveverzoeken(door=door)
            .filter(eigenaar_id=partner, status="open")
            .select_related(None),
            "vrijgave",
            "antwoord_voor",
        ),
        _rijen(
            queries.bronverzoeken(door=door).filter(eigenaar_id=partner, status="open").select_related(None),
            "bron",
            "antwoord_voor",
        ),
        all=True,
    )


def _delen(door: Actor, rijen: list[tuple[UUID, str, date | None]]) -> Iterator[Werkregel]:
    for id, soort, tot in rijen:
        yield _werkregel(id, soort, tot)


def _werkregel(id: UUID, soort: str, tot: date | None) -> Werkregel:
    te_laat = tot is not None and tot <= klok.vandaag()
    vormen = {
        "bevestigen": (
            _("Verstrekking bevestigen"),
            _("Een collega wil delen; jij bent de tweede"),
            "verstrekking",
        ),
        "embargo": (
            _("Embargo herzien"),
            _("De herzieningsdatum is bereikt: hef op of verleng"),
            "embargo-herzien",
        ),
        "afstemming": (
            _("Een partner is iets van plan"),
            _("Het raakt aan jullie embargo: neem contact op"),
            "",
        ),
        "vrijgave": (
            _("Verzoek om vrijgave"),
            _("Een partner vraagt of hij jullie informatie mag gebruiken"),
            "vrijgaveverzoek",
        ),
        "bron": (
            _("Verzoek om een bron"),
            _("Een partner vraagt naar de bron van jullie informatie"),
            "bronverzoek",
        ),
    }
    titel, reden, naam = vormen[soort]
    url = reverse(naam, args=[id]) if naam else reverse("embargos")
    return Werkregel(
        titel, reden, url, tot=tot, urgentie=1 if te_laat or soort == "afstemming" else 3, soort="convenant"
    )


def _convenanten(door: Actor, rijen: list[Convenant]) -> Iterator[Werkregel]:
    redenen = {
        "einde": _("Loopt af. Verleng of vervang: alles wat erop rust stopt dan"),
        "evaluatie": _("De evaluatie moet gedaan worden"),
    }
    for w in queries.aflopend(rijen):
        url = reverse("convenant", args=[w.convenant.pk])
        yield Werkregel(str(w.convenant), redenen[w.soort], url, tot=w.tot, urgentie=2, soort="convenant")


def _verantwoordingen(door: Actor, rijen: list[Verantwoording]) -> Iterator[Werkregel]:
    for stuk in rijen:
        reden = _("Verantwoording nodig: {wat}").format(wat=stuk.soort)
        url = reverse("convenant", args=[stuk.convenant_id])
        yield Werkregel(str(stuk.convenant), reden, url, tot=stuk.volgende_op, urgentie=2, soort="convenant")


def _inzage(door: Actor, rijen: list[Inzageverzoek]) -> Iterator[Werkregel]:
    for verzoek in rijen:
        yield Werkregel(
            _("Verzoek van een burger"),
            _("Beantwoord jullie deel voor de termijn"),
            reverse("inzageverzoek", args=[verzoek.pk]),
            tot=verzoek.termijn,
            urgentie=2,
            soort="convenant",
        )


BRONNEN = (
    Werkbron(frozenset(rules.FUNCTIE_SOORTEN), _wachtend, _delen),
    Werkbron(BEHEER, lambda door: queries.lopende_convenanten(door=door), _convenanten),
    Werkbron(BEHEER, lambda door: queries.verantwoordingen_te_doen(door=door), _verantwoordingen),
    Werkbron(
        {"privacyfunctionaris"},
        lambda door: queries.inzageverzoeken(door=door).filter(beantwoord_op__isnull=True),
        _inzage,
    ),
)
"""Second pair of eyes, embargos to review, plans that touch them, requests for release and for a source; convenanten
that end or must be evaluated, reports that are due, and requests of data subjects."""
