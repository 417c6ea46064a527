# SPDX-License-Identifier: EUPL-1.2
"""Sending a bestuurlijke rapportage, receiving it, deciding, and telling the sender (INT-03)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.convenant import actions as convenant
from schakel.convenant import queries as delen
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.models import Gegeven
from schakel.convenant.rules import Categorie, Doel, StukSoort
from schakel.interventie import queries, rules
from schakel.interventie.actions.plannen import KanNiet, Verouderd
from schakel.interventie.models import Rapportage, Rapportageafspraak
from schakel.kern import klok
from schakel.kern.kenmerk import nieuw_kenmerk
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.partner.models import Functie, Partner
from schakel.toegang.actor import Actor

DEELTERMIJN = timedelta(days=365)


@transaction.atomic
def stuur_rapportage(
    *,
    door: Actor,
    ontvanger: Partner,
    misstand: str,
    artikelen: str,
    geconstateerd_op: date,
    feiten: str,
    onderwerpen: Sequence[Mapping[str, Any]],
    categorie: str = Categorie.TOEZICHT,
    motivering: str = "",
    bijlagen: str = "",
    vergunning: str = "",
    id: UUID | None = None,
) -> Rapportage:
    """Facts, breach and articles to the municipality concerned, shared under the rule in the same act.

    Raises `KanNiet`, or `convenant.NietToegestaan` with the judgement: then nothing was sent.
    """
    if not door.is_een(*queries.PLANNERS):
        raise PermissionError("Alleen een functie die controleert of ingrijpt stuurt een rapportage.")
    if id and (eerder := queries.rapportage(door=door, id=id)):
        return eerder
    vandaag = klok.vandaag()
    if nee := rules.bezwaren_rapport(
        geconstateerd_op=geconstateerd_op, vandaag=vandaag, soort_ontvanger=ontvanger.soort
    ):
        raise KanNiet(nee)
    stuk = convenant.maak_stuk(door=door, soort=StukSoort.CONTROLE, id=id)
    soort = {"straat": "adres", "bedrijf": "bedrijf", "telefoon": "telefoon", "kenteken": "voertuig"}
    nieuw = [
        NieuwGegeven(next((soort[k] for k in o if k in soort), "adres"), Categorie.OBJECT, dict(o))
        for o in onderwerpen
    ]
    nieuw.append(NieuwGegeven("tekst", Categorie(categorie), {"tekst": feiten}, datum=geconstateerd_op))
    convenant.voeg_gegevens_toe(door=door, stuk=stuk, nieuw=nieuw)
    convenant.deel(
        door=door,
        stuk=stuk,
        met=ontvanger,
        categorieen={n.categorie for n in nieuw},
        doel=Doel.BESTUURSBESLUIT,
        tot=vandaag + DEELTERMIJN,
        motivering=motivering,
    )
    afspraak = queries.afspraak(partner_id=ontvanger.pk)
    rapport = Rapportage(
        stuk=stuk,
        eigenaar_id=stuk.eigenaar_id,
        kenmerk=nieuw_kenmerk("RAP"),
        ontvanger=ontvanger,
        misstand=misstand,
        artikelen=artikelen,
        bijlagen=bijlagen,
        vergunning=vergunning,
        geconstateerd_op=geconstateerd_op,
        verzonden_op=klok.nu(),
        termijn=rules.uiterlijk(vandaag, afspraak.dagen if afspraak else None),
    )
    rapport.save(force_insert=True)
    return rapport


def _voor_gemeente(door: Actor, rapport: Rapportage, versie: int) -> Rapportage:
    """The report, locked, for the municipality that received it."""
    if rapport.ontvanger_id != door.partner_id or not door.is_een(*queries.BEHEER):
        raise PermissionError("Alleen de gemeente die de rapportage kreeg kan dit.")
    vers = Rapportage.objects.select_for_update(of=("self",)).get(pk=rapport.pk)
    if vers.versie != versie:
        raise Verouderd
    return vers


def _bewaar(door: Actor, rapport: Rapportage, handeling: str, **velden: Any) -> Rapportage:
    for naam, waarde in velden.items():
        setattr(rapport, naam, waarde)
    rapport.versie += 1
    rapport.save(update_fields=["versie", *velden])
    regel = Logregel(handeling, StukSoort.CONTROLE, rapport.pk, rapport.eigenaar_id)
    logboek.noteer(door=door, regels=[regel])
    return rapport


@transaction.atomic
def ontvang_rapportage(*, door: Actor, rapport: Rapportage, versie: int) -> Rapportage:
    """Receipt: from now the sender sees that it arrived. Twice is once."""
    vers = _voor_gemeente(door, rapport, versie)
    if vers.stand != rules.RapportageStand.VERZONDEN:
        return vers
    stand = rules.RapportageStand.ONTVANGEN
    return _bewaar(door, vers, "ontvangen", stand=stand, ontvangen_op=klok.nu())


@transaction.atomic
def besluit_rapportage(
    *, door: Actor, rapport: Rapportage, versie: int, besluit: str, motivering: str, terugkoppeling: str
) -> Rapportage:
    """What the municipality does, why, and what the sender hears."""
    vers = _voor_gemeente(door, rapport, versie)
    if nee := rules.bezwaren_besluit_rapport(
        stand=vers.stand, besluit=besluit, motivering=motivering, terugkoppeling=terugkoppeling
    ):
        raise KanNiet(nee)
    return _bewaar(
        door,
        vers,
        "besluiten",
        stand=rules.RapportageStand.BESLOTEN,
        besluit=besluit,
        motivering=motivering,
        terugkoppeling=terugkoppeling,
        besloten_op=klok.nu(),
        ontvangen_op=vers.ontvangen_op or klok.nu(),
    )


@transaction.atomic
def leg_bezwaar_vast(*, door: Actor, rapport: Rapportage, versie: int, bezwaar: str) -> Rapportage:
    """Whether there was an objection to the measure, and how it ended."""
    vers = _voor_gemeente(door, rapport, versie)
    if vers.stand != rules.RapportageStand.BESLOTEN or bezwaar not in rules.Bezwaar.values:
        raise KanNiet([_("Bezwaar kan pas na het besluit.")])
    return _bewaar(door, vers, "bezwaar", bezwaar=bezwaar, bezwaar_op=klok.vandaag() if bezwaar else None)


@transaction.atomic
def spreek_af(
    *, door: Actor, dagen: int, functie: Functie | None, leiding: Functie | None
) -> Rapportageafspraak:
    """The term, the function and its superior of the actor's own municipality."""
    if not door.is_een(*queries.BEHEER) or door.partner_id is None:
        raise PermissionError("Alleen de gemeente zelf legt dit vast.")
    if any(f and f.partner_id != door.partner_id for f in (functie, leiding)):
        raise PermissionError("Kies een functie van je eigen organisatie.")
    afspraak, __ = Rapportageafspraak.objects.update_or_create(
        partner_id=door.partner_id, defaults={"dagen": dagen, "functie": functie, "leiding": leiding}
    )
    return afspraak


def lees_rapportage(*, door: Actor, rapport: Rapportage) -> list[Gegeven]:
    """The facts as this reader may see them, with the account of the read. The superior reads the header only."""
    stuk = delen.stuk(door=door, id=rapport.pk)
    if stuk is None:
        kop = Logregel("lezen", StukSoort.CONTROLE, rapport.pk, rapport.eigenaar_id)
        logboek.noteer(door=door, regels=[kop])
        return []
    return convenant.lees_gegevens(door=door, stukken=[stuk], doel=Doel.BESTUURSBESLUIT)[stuk.pk]
