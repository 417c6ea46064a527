# SPDX-License-Identifier: EUPL-1.2
"""A data-subject request at the contact point: to all joint controllers, one term, one answer (CNV-08+)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from schakel.convenant import rules
from schakel.convenant.models import Convenant, Deelverzoek, Inzageverzoek, Partij
from schakel.convenant.rules.bewaren import maanden_later
from schakel.kern import klok
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.toegang.actor import Actor

TERMIJN_MAANDEN = 1
VERLENGING_MAANDEN = 2
"""AVG art. 12(3): one month, and two more when that is told within the first."""


class NogNietCompleet(ValueError):
    """Not every joint controller has replied or invoked an exception."""


def _fg(door: Actor, partner_id: object, wat: str) -> None:
    if door.functie != "privacyfunctionaris" or door.partner_id != partner_id:
        raise PermissionError(wat)


@transaction.atomic
def registreer_inzageverzoek(
    *,
    door: Actor,
    convenant: Convenant,
    soort: rules.Recht,
    verzoeker: Mapping[str, Any],
    ontvangen_op: date,
    identiteit_vastgesteld: bool = False,
) -> Inzageverzoek:
    """Register a request; every joint controller of the convenant gets its part, with the same term.

    `verzoeker`: {naam, bereikbaar, geboortedatum?, vraag?}.
    """
    _fg(
        door,
        convenant.contactpunt_id,
        "Verzoeken komen binnen bij de privacyfunctionaris van het contactpunt.",
    )
    verzoek = Inzageverzoek(
        convenant=convenant, contactpunt_id=door.partner_id, soort=soort, verzoeker=dict(verzoeker),
        identiteit_vastgesteld=identiteit_vastgesteld, ontvangen_op=ontvangen_op,
        termijn=maanden_later(ontvangen_op, TERMIJN_MAANDEN), geregistreerd_door=door.gebruiker_id,
    )  # fmt: skip
    verzoek.save(force_insert=True)
    dag = klok.vandaag()
    partijen = Partij.objects.filter(
        Q(uitgetreden_op__isnull=True) | Q(uitgetreden_op__gt=dag), convenant=convenant, verantwoordelijk=True,
        ondertekend_op__lte=dag, status=Partij.Status.PARTIJ,
    )  # fmt: skip
    Deelverzoek.objects.bulk_create(
        Deelverzoek(inzageverzoek=verzoek, partner_id=p, contactpunt_id=door.partner_id)
        for p in partijen.values_list("partner_id", flat=True)
    )
    _log(door, "registreren", verzoek)
    return verzoek


@transaction.atomic
def beantwoord_deelverzoek(
    *, door: Actor, deelverzoek: Deelverzoek, stand: rules.DeelStand, antwoord: str, uitzondering: str = ""
) -> None:
    """One joint controller replies, or invokes an exception and names its article."""
    _fg(door, deelverzoek.partner_id, "Alleen de privacyfunctionaris van deze partner beantwoordt dit deel.")
    if deelverzoek.inzageverzoek.beantwoord_op is not None:
        raise ValueError("Het antwoord aan de verzoeker is al verstuurd.")
    if stand == rules.DeelStand.UITZONDERING and not uitzondering.strip():
        raise ValueError("Noem het artikel van de uitzondering.")
    deelverzoek.stand, deelverzoek.antwoord, deelverzoek.uitzondering = stand, antwoord, uitzondering.strip()
    deelverzoek.beantwoord_door, deelverzoek.beantwoord_op = door.gebruiker_id, klok.nu()
    deelverzoek.save(update_fields=["stand", "antwoord", "uitzondering", "beantwoord_door", "beantwoord_op"])
    _log(door, "beantwoorden", deelverzoek.inzageverzoek)


@transaction.atomic
def verleng_inzageverzoek(*, door: Actor, verzoek: Inzageverzoek, reden: str) -> None:
    """Two more months, once, within the first month, with a reason that is told to the data subject."""
    _fg(door, verzoek.contactpunt_id, "Alleen het contactpunt verlengt de termijn.")
    if verzoek.verleng_reden:
        raise ValueError("De termijn is al een keer verlengd.")
    if klok.vandaag() > verzoek.termijn:
        raise ValueError("De eerste termijn is voorbij; verlengen kan niet meer.")
    verzoek.verleng_reden = reden
    verzoek.termijn = maanden_later(verzoek.ontvangen_op, TERMIJN_MAANDEN + VERLENGING_MAANDEN)
    verzoek.save(update_fields=["verleng_reden", "termijn"])
    _log(door, "verlengen", verzoek)


@transaction.atomic
def verstuur_antwoord(*, door: Actor, verzoek: Inzageverzoek, antwoord: str) -> None:
    """The one answer leaves. Raises `NogNietCompleet` while a joint controller is silent."""
    _fg(door, verzoek.contactpunt_id, "Alleen het contactpunt antwoordt de verzoeker.")
    if verzoek.beantwoord_op is not None:
        raise ValueError("Het antwoord is al verstuurd.")
    if not verzoek.identiteit_vastgesteld:
        raise ValueError("Stel eerst vast wie de verzoeker is.")
    open_ = Deelverzoek.objects.filter(inzageverzoek=verzoek, stand=rules.DeelStand.OPEN).select_related(
        "partner"
    )
    if namen := [str(d.partner) for d in open_]:
        raise NogNietCompleet("Deze partners hebben nog niet gereageerd: " + ", ".join(sorted(namen)) + ".")
    verzoek.antwoord, verzoek.beantwoord_op = antwoord, klok.nu()
    verzoek.save(update_fields=["antwoord", "beantwoord_op"])
    _log(door, "antwoorden", verzoek)


@transaction.atomic
def stel_identiteit_vast(*, door: Actor, verzoek: Inzageverzoek) -> None:
    """The contact point has seen who asks."""
    _fg(door, verzoek.contactpunt_id, "Alleen het contactpunt stelt de identiteit vast.")
    verzoek.identiteit_vastgesteld = True
    verzoek.save(update_fields=["identiteit_vastgesteld"])


def _log(door: Actor, handeling: str, verzoek: Inzageverzoek) -> None:
    """One line; the data subject is known by a pseudonym of the request, not by name."""
    regel = Logregel(
        handeling=handeling, soort="inzageverzoek", eigenaar_id=verzoek.contactpunt_id,
        betrokkene=logboek.pseudoniem(verzoek.pk), grondslag="AVG art. 15-21",
    )  # fmt: skip
    logboek.noteer(door=door, regels=[regel])
