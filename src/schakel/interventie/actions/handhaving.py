# SPDX-License-Identifier: EUPL-1.2
"""Keeping the arrangement of a municipality in versions, and setting the next step of it (INT-04)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.convenant.actions.merken import sleutels
from schakel.interventie import queries, rules
from schakel.interventie.actions.plannen import KanNiet
from schakel.interventie.models import (
    Arrangement,
    Arrangementstap,
    Handhavingsmerk,
    Handhavingsstap,
    Rapportage,
)
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.toegang.actor import Actor


def _eigen(door: Actor) -> None:
    if not door.is_een(*queries.BEHEER) or door.partner_id is None:
        raise PermissionError("Alleen de gemeente zelf legt haar arrangement vast.")


def _versie(door: Actor, naam: str, stappen: Iterable[rules.Stap]) -> Arrangement:
    """A new version that counts from today, with these steps."""
    oud = queries.arrangement(partner_id=door.partner_id)
    if oud:
        oud.tot = klok.vandaag() - timedelta(days=1)
        oud.save(update_fields=["tot"])
    laatste = Arrangement.objects.filter(eigenaar_id=door.partner_id).order_by("-versie").first()
    nieuw = Arrangement(
        eigenaar_id=door.partner_id,
        naam=naam,
        versie=laatste.versie + 1 if laatste else 1,
        van=klok.vandaag(),
    )
    nieuw.save(force_insert=True)
    Arrangementstap.objects.bulk_create(
        Arrangementstap(arrangement=nieuw, eigenaar_id=door.partner_id, **vars(stap)) for stap in stappen
    )
    return nieuw


@transaction.atomic
def neem_model_over(*, door: Actor, naam: str) -> Arrangement:
    """Begin with the model arrangement; a municipality that has one keeps it."""
    _eigen(door)
    if bestaand := queries.arrangement(partner_id=door.partner_id):
        return bestaand
    if not naam.strip():
        raise KanNiet([_("Geef het arrangement een naam.")])
    return _versie(door, naam, rules.MODEL)


@transaction.atomic
def zet_cel(*, door: Actor, stap: rules.Stap) -> Arrangement:
    """Set or change one step. What counted on an earlier day stays as that version."""
    _eigen(door)
    if stap.misstand not in rules.MISSTANDEN or stap.nummer < 1 or not stap.maatregel.strip():
        raise KanNiet([_("Kies een misstand, en schrijf welke maatregel erop volgt.")])
    nu = queries.arrangement(partner_id=door.partner_id)
    if nu is None:
        return _versie(door, _("Handhavingsarrangement"), [stap])
    if nu.van < klok.vandaag():
        anders = [
            s for s in queries.stappen_van(nu) if (s.misstand, s.nummer) != (stap.misstand, stap.nummer)
        ]
        return _versie(door, nu.naam, [*anders, stap])
    Arrangementstap.objects.update_or_create(
        arrangement=nu,
        misstand=stap.misstand,
        nummer=stap.nummer,
        defaults={
            "eigenaar_id": door.partner_id,
            "maatregel": stap.maatregel,
            "actor": stap.actor,
            "grond": stap.grond,
            "periode": stap.periode,
        },
    )
    return nu


@transaction.atomic
def zet_stap(
    *,
    door: Actor,
    misstand: str,
    nummer: int,
    onderwerpen: Sequence[Mapping[str, Any]],
    afwijking: str = "",
    rapport: Rapportage | None = None,
    id: UUID | None = None,
) -> Handhavingsstap:
    """Record the step that is set at a subject, beside the proposed one. Raises `KanNiet` without a reason to deviate."""
    if not door.is_een(*queries.HANDHAVERS):
        raise PermissionError("Alleen een functie die handhaaft zet een stap.")
    if id and (eerder := queries.handhavingsstappen(door=door).filter(pk=id).first()):
        return eerder
    nu = queries.arrangement(partner_id=door.partner_id)
    if nu is None:
        raise KanNiet([_("Je gemeente heeft nog geen handhavingsarrangement.")])
    voorstel = queries.voorstel(door=door, misstand=misstand, onderwerpen=onderwerpen)
    stap = next((s for s in queries.stappen_van(nu) if (s.misstand, s.nummer) == (misstand, nummer)), None)
    voorgesteld = voorstel.nummer if voorstel else None
    if (
        nee := rules.bezwaren_stap(
            gezet=nummer, voorgesteld=voorgesteld, bestaat=stap is not None, afwijking=afwijking
        )
    ) or stap is None:
        raise KanNiet(nee)
    gezet = Handhavingsstap(
        id=id or nieuw_id(),
        eigenaar_id=door.partner_id,
        arrangement=nu,
        rapportage=rapport,
        misstand=misstand,
        nummer=nummer,
        voorgesteld=voorgesteld,
        maatregel=stap.maatregel,
        actor=stap.actor,
        afwijking=afwijking.strip() or None,
        onderwerpen=[dict(o) for o in onderwerpen],
        op=klok.vandaag(),
        door=door.gebruiker_id,
    )
    gezet.save(force_insert=True)
    Handhavingsmerk.objects.bulk_create(
        Handhavingsmerk(stap=gezet, eigenaar_id=door.partner_id, merk=m)
        for m in sorted(sleutels(onderwerpen))
    )
    logboek.noteer(door=door, regels=[Logregel("schrijven", "handhavingsstap", gezet.pk, door.partner_id)])
    return gezet


def lees_stappen(*, door: Actor) -> None:
    """The account of reading at whom or where steps were set."""
    logboek.noteer(door=door, regels=[Logregel("lezen", "handhavingsstap", None, door.partner_id)])
