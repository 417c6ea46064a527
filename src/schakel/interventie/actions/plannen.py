# SPDX-License-Identifier: EUPL-1.2
"""Recording what a municipality has arranged, entering plans and settling clashes, asking and taking decisions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from schakel.convenant import actions as convenant
from schakel.convenant.actions.embargo import Afstemadvies
from schakel.convenant.actions.merken import sleutels
from schakel.convenant.models import Stuk
from schakel.interventie import queries, rules
from schakel.interventie.models import Beslisverzoek, Gemeenteregel, Mandaat, Voornemen, Voornemenmerk
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.partner.models import Gemeente, Partner
from schakel.toegang.actor import Actor


class KanNiet(ValueError):
    """Refused; `redenen` says why and what to do, one Dutch sentence each."""

    def __init__(self, redenen: Sequence[str]) -> None:
        super().__init__(" ".join(redenen))
        self.redenen = list(redenen)


class Verouderd(Exception):
    """Someone else changed this meanwhile: nothing was overwritten."""


@transaction.atomic
def leg_regels_vast(
    *, door: Actor, gemeente: Gemeente, regels: Mapping[str, tuple[bool, str]]
) -> list[Gemeenteregel]:
    """Which rules of its own a municipality has: code → (it is there, where it stands). A change keeps the old row."""
    if not (
        door.is_een("ketenregisseur")
        or (door.is_een("aandachtsfunctionaris") and gemeente.partner_id == door.partner_id)
    ):
        raise PermissionError("Alleen de gemeente zelf of de ketenregisseur legt dit vast.")
    bekend, vandaag, nieuw = queries.gemeenteregels(gemeente=gemeente), klok.vandaag(), []
    for code, (aanwezig, vindplaats) in regels.items():
        oud = bekend.get(code)
        if code not in rules.GEMEENTEREGELS or (
            oud and (oud.aanwezig, oud.vindplaats) == (aanwezig, vindplaats)
        ):
            continue
        if oud and oud.van != vandaag:
            oud.tot = klok.vandaag() - timedelta(days=1)
            oud.save(update_fields=["tot"])
            oud = None
        rij = oud or Gemeenteregel(
            gemeente=gemeente, eigenaar_id=gemeente.partner_id, regel=code, van=vandaag
        )
        rij.aanwezig, rij.vindplaats = aanwezig, vindplaats
        rij.save()
        nieuw.append(rij)
    return nieuw


@transaction.atomic
def neem_voor(
    *,
    door: Actor,
    soort: str,
    omschrijving: str,
    onderwerpen: Sequence[Mapping[str, Any]],
    begin: date,
    einde: date,
    id: UUID | None = None,
) -> tuple[Voornemen, list[Afstemadvies]]:
    """Enter a plan and hold it against the plans and holds of others, before execution (INT-02).

    Both sides of a clash learn only whom to call. The same work is done whether it touches something or not.
    """
    if not door.is_een(*queries.PLANNERS):
        raise PermissionError("Alleen een functie die controleert of ingrijpt voert een voornemen in.")
    if id and (bestaand := queries.voornemen(door=door, id=id)):
        return bestaand, []
    if nee := rules.bezwaren_plan(begin, einde, klok.vandaag()):
        raise KanNiet(nee)
    plan = Voornemen(
        id=id or nieuw_id(),
        eigenaar_id=door.partner_id,
        soort=soort,
        omschrijving=omschrijving,
        onderwerpen=[dict(o) for o in onderwerpen],
        begin=begin,
        einde=einde,
        gepland_door=door.gebruiker_id,
        gemaakt_op=klok.nu(),
    )
    plan.save(force_insert=True)
    Voornemenmerk.objects.bulk_create(
        Voornemenmerk(voornemen=plan, eigenaar_id=door.partner_id, merk=m)
        for m in sorted(sleutels(onderwerpen))
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT interventie_stem_af(%s)", [plan.pk])
    adviezen = convenant.stem_af(
        door=door, inhouden=onderwerpen, voornemen=str(rules.Soort(soort).label), gepland_op=begin
    )
    _noteer(door, "voornemen")
    return plan, adviezen


def wie_bellen(*, door: Actor, voornemen: Voornemen) -> list[Afstemadvies]:
    """Whom to call before this plan because of a hold of today; none once it is over."""
    if voornemen.status != rules.Status.GEPLAND:
        return []
    return convenant.wie_bellen(door=door, inhouden=voornemen.onderwerpen)


@transaction.atomic
def bevestig(*, door: Actor, voornemen: Voornemen, botsing_id: UUID) -> None:
    """This side has spoken with the other; the plan goes on when both have said so."""
    eigen = queries.botsingen(door=door, voornemens=[voornemen])[voornemen.pk]
    if botsing_id not in {b.botsing.pk for b in eigen}:
        raise PermissionError("Deze afstemming is niet van jou.")
    _bevestig(botsing_id, vervalt=False)
    _noteer(door, "afstemmen")


def _bevestig(botsing_id: UUID, *, vervalt: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT interventie_bevestig(%s, %s)", [botsing_id, vervalt])


@transaction.atomic
def rond_af(*, door: Actor, voornemen: Voornemen, status: str, resultaat: str, versie: int) -> Voornemen:
    """Carried out, or withdrawn. Carrying out waits for everyone who has a plan there too."""
    vers = Voornemen.objects.select_for_update(of=("self",)).get(pk=voornemen.pk)
    if vers.eigenaar_id != door.partner_id or status == rules.Status.GEPLAND:
        raise PermissionError("Alleen de eigen partner rondt een voornemen af.")
    if vers.versie != versie:
        raise Verouderd
    bellen = queries.botsingen(door=door, voornemens=[vers])[vers.pk]
    open_ = sum(b.open for b in bellen) if status == rules.Status.UITGEVOERD else 0
    if nee := rules.bezwaren_uitvoeren(vers.status, open_):
        raise KanNiet(nee)
    vers.status, vers.resultaat, vers.versie = status, resultaat or None, versie + 1
    vers.save(update_fields=["status", "resultaat", "versie"])
    for bel in bellen:
        if bel.open:
            _bevestig(bel.botsing.pk, vervalt=True)
    _noteer(door, "voornemen afronden")
    return vers


@transaction.atomic
def geef_mandaat(
    *, door: Actor, soort: str, beslist: str, standpunt: str, tot: date | None = None
) -> Mandaat:
    """Store who may decide on a kind of measure for the actor's own municipality, and on what position."""
    if not door.is_een(*queries.BEHEER) or door.partner_id is None:
        raise PermissionError("Alleen de gemeente zelf legt haar mandaat vast.")
    if soort not in rules.CATALOGUS or not (beslist.strip() and standpunt.strip()):
        raise KanNiet([_("Vul in welke maatregel het is, wie erover beslist en met welk standpunt.")])
    for oud in queries.mandaten(partner_id=door.partner_id, soort=soort):
        oud.tot = klok.vandaag() - timedelta(days=1)
        oud.save(update_fields=["tot"])
    mandaat = Mandaat(
        partner_id=door.partner_id,
        soort=soort,
        beslist=beslist,
        standpunt=standpunt,
        van=klok.vandaag(),
        tot=tot,
    )
    mandaat.save(force_insert=True)
    return mandaat


@transaction.atomic
def vraag_besluit(
    *, door: Actor, casus: Stuk, deel: int, interventie_id: UUID, soort: str, aan: Partner, gronden: str
) -> Beslisverzoek | None:
    """Open the request to decide when this measure needs a body of the municipality and no mandate is stored (INT-05).

    Returns None when nobody has to be asked.
    """
    kader = rules.CATALOGUS[soort]
    mandaat = queries.mandaten(partner_id=aan.pk, soort=soort).exists()
    if not rules.vraagt_besluit(kader, aan.soort == "gemeente", mandaat):
        return None
    verzoek = Beslisverzoek(
        casus=casus,
        interventie_id=interventie_id,
        deel=deel,
        soort=soort,
        partner=aan,
        vrager_id=door.partner_id,
        bevoegd=kader.bevoegd,
        gronden=gronden,
        gevraagd_op=klok.nu(),
        termijn=klok.vandaag() + rules.BESLISTERMIJN,
    )
    verzoek.save(force_insert=True)
    return verzoek


@transaction.atomic
def beslis(*, door: Actor, verzoek: Beslisverzoek, akkoord: bool, motivering: str) -> Beslisverzoek:
    """Record what mayor or college decided, with the motivation. Decided once."""
    if verzoek.partner_id != door.partner_id or not door.is_een(*queries.BEHEER):
        raise PermissionError("Alleen de gemeente zelf legt dit besluit vast.")
    vers = Beslisverzoek.objects.select_for_update(of=("self",)).get(pk=verzoek.pk)
    if vers.stand != rules.BesluitStand.OPEN:
        raise KanNiet([_("Hierover is al besloten.")])
    if not motivering.strip():
        raise KanNiet([_("Schrijf waarom zo is besloten.")])
    vers.stand = rules.BesluitStand.AKKOORD if akkoord else rules.BesluitStand.AFGEWEZEN
    vers.motivering, vers.beslist_op = motivering, klok.nu()
    vers.save(update_fields=["stand", "motivering", "beslist_op"])
    logboek.noteer(door=door, regels=convenant.logregels("besluiten", vers.casus, []))
    return vers


def bezwaren_besluit(*, door: Actor, interventie_id: UUID) -> Iterable[str]:
    """Why a measure cannot be taken on yet, as far as mayor or college are concerned."""
    verzoek = queries.besluit_over(door=door, interventie_id=interventie_id)
    if verzoek and verzoek.stand == rules.BesluitStand.OPEN:
        yield _("Wacht op het besluit van: %(wie)s.") % {"wie": verzoek.bevoegd}
    elif verzoek and verzoek.stand == rules.BesluitStand.AFGEWEZEN:
        yield _("Niet akkoord: %(wie)s. Weiger met die reden.") % {"wie": verzoek.bevoegd}


def _noteer(door: Actor, handeling: str) -> None:
    regel = Logregel(handeling=handeling, soort="voornemen", eigenaar_id=door.partner_id)
    logboek.noteer(door=door, regels=[regel])


def lees_verzoek(*, door: Actor, verzoek: Beslisverzoek) -> None:
    """The account of reading the grounds."""
    logboek.noteer(door=door, regels=convenant.logregels("lezen", verzoek.casus, []))
