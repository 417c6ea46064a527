# SPDX-License-Identifier: EUPL-1.2
"""Milestones, the hand-over of a file, field work (ZOR-05, ZOR-07, ZOR-11)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.convenant import actions as convenant
from schakel.convenant.rules import Categorie, Doel
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor
from schakel.zorg import queries
from schakel.zorg.actions.gedeeld import Bezwaar, in_de_zorg, noteer
from schakel.zorg.actions.traject import NieuwTraject, lees, leg_vast, meld_aan, vers_van
from schakel.zorg.actions.verblijf import neem_verblijf_over
from schakel.zorg.models import Mijlpaal, Overdracht, Veldcontact, Zorgtraject
from schakel.zorg.rules import doorstroom, inhoud
from schakel.zorg.rules.doorstroom import Overdrachtstand

TERMIJN = timedelta(days=365)


@transaction.atomic
def zet_mijlpaal(
    *, door: Actor, traject: Zorgtraject, soort: str, bereikt_op: date | None = None, contact: str = ""
) -> Mijlpaal:
    """A step is reached, or asked at somebody."""
    vers = vers_van(door, traject)
    if soort not in doorstroom.Mijlpaalsoort.values:
        raise Bezwaar([_("Kies een stap.")])
    if bereikt_op and bereikt_op > klok.vandaag():
        raise Bezwaar([_("Deze dag is nog niet geweest.")])
    rij = queries.mijlpalen(door=door, traject=vers).filter(soort=soort).first()
    nieuw = rij is None
    rij = rij or Mijlpaal(traject=vers, eigenaar_id=vers.eigenaar_id, soort=soort)
    rij.bereikt_op, rij.contact = bereikt_op, contact or rij.contact
    rij.save(force_insert=nieuw, force_update=not nieuw)
    noteer(door, "schrijven", vers)
    return rij


@transaction.atomic
def bied_aan(
    *,
    door: Actor,
    traject: Zorgtraject,
    aan: Partner,
    aanwezig: Sequence[str] = (),
    toelichting: str = "",
    id: UUID | None = None,
) -> Overdracht:
    """Offer the file to another institution, within the consent of the client; until they accept it stays ours.

    Raises `convenant.NietToegestaan` when the agreement or the consent does not carry it.
    """
    vers = vers_van(door, traject)
    if id and (bestaand := queries.overdracht(door=door, id=id)):
        return bestaand
    if aan.pk == door.partner_id:
        raise Bezwaar([_("Kies een andere instelling.")])
    if queries.overdrachten(door=door).filter(traject=vers, stand=Overdrachtstand.AANGEBODEN).exists():
        raise Bezwaar([_("Dit dossier is al aangeboden. Wacht op het antwoord.")])
    convenant.deel(
        door=door, stuk=vers.stuk, met=aan, categorieen=[Categorie.ZORGINHOUD], doel=Doel.HULP,
        tot=klok.vandaag() + TERMIJN, motivering=toelichting,
    )  # fmt: skip
    for collega in queries.ontvangers(partner=aan):
        convenant.maak_betrokken(door=door, stuk=vers.stuk, partner_id=aan.pk, gebruiker_id=collega.pk)
    rij = Overdracht(
        id=id or nieuw_id(), traject=vers, eigenaar_id=vers.eigenaar_id, aan=aan, kenmerk=vers.kenmerk,
        aanwezig=[c for c in doorstroom.CHECKLIST if c in aanwezig], toelichting=toelichting or None,
        aangeboden_op=klok.nu(),
    )  # fmt: skip
    rij.save(force_insert=True)
    return rij


def _voor_ons(door: Actor, overdracht: Overdracht) -> None:
    if overdracht.aan_id != door.partner_id or overdracht.stand != Overdrachtstand.AANGEBODEN:
        raise PermissionError("Alleen de ontvanger beslist, en één keer.")


@transaction.atomic
def stuur_terug(
    *, door: Actor, overdracht: Overdracht, ontbreekt: Sequence[str], toelichting: str = ""
) -> None:
    """Something is missing: it is named, and the file stays with who offered it."""
    _voor_ons(door, overdracht)
    if nee := doorstroom.bezwaren_terug(ontbreekt):
        raise Bezwaar(nee)
    overdracht.ontbreekt, overdracht.stand, overdracht.beslist_op = (
        list(ontbreekt),
        Overdrachtstand.TERUG,
        klok.nu(),
    )
    overdracht.toelichting = toelichting or overdracht.toelichting
    overdracht.save(update_fields=["ontbreekt", "stand", "beslist_op", "toelichting"])


@transaction.atomic
def neem_aan(*, door: Actor, overdracht: Overdracht) -> Zorgtraject:
    """Accept: a traject of our own, with what was shared and the terms that run; from now on we carry it."""
    _voor_ons(door, overdracht)
    oud = queries.traject(door=door, id=overdracht.traject_id)
    if oud is None:
        raise PermissionError("Het dossier is niet meer gedeeld.")
    gegevens = inhoud.huidig(lees(door=door, traject=oud))
    client: dict[str, Any] = next((g.inhoud for g in gegevens if g.soort == "persoon"), {})
    nieuw = meld_aan(
        door=door,
        nieuw=NieuwTraject(
            client=_zonder_spoor(client), doelgroep=oud.doelgroep, leeftijd=oud.leeftijd, model=oud.model, vorm=oud.vorm,
            herkomst_id=oud.herkomst_id,
        ),
    )  # fmt: skip
    for g in gegevens:
        if g.soort != "persoon" and g.soort in inhoud.SOORTEN:
            leg_vast(door=door, traject=nieuw, soort=g.soort, inhoud=_zonder_spoor(g.inhoud))
    neem_verblijf_over(door=door, oud=oud, nieuw=nieuw)
    for mijlpaal in queries.mijlpalen(door=door, traject=oud):
        zet_mijlpaal(
            door=door, traject=nieuw, soort=mijlpaal.soort, bereikt_op=mijlpaal.bereikt_op, contact=mijlpaal.contact or ""
        )  # fmt: skip
    overdracht.stand, overdracht.beslist_op, overdracht.nieuw_id = (
        Overdrachtstand.AANGENOMEN,
        klok.nu(),
        nieuw.pk,
    )
    overdracht.save(update_fields=["stand", "beslist_op", "nieuw_id"])
    oud.verantwoordelijk_id = door.partner_id
    oud.save(update_fields=["verantwoordelijk"])
    return nieuw


def _zonder_spoor(gegevens: Mapping[str, Any]) -> dict[str, Any]:
    return {n: w for n, w in gegevens.items() if n != "vervangt"}


@transaction.atomic
def tel_veldwerk(*, door: Actor, velden: Mapping[str, Any]) -> Veldcontact:
    """Contacts of one consulting hour or round, without names."""
    in_de_zorg(door)
    rij = Veldcontact(eigenaar_id=door.partner_id, **velden)
    rij.save(force_insert=True)
    return rij
