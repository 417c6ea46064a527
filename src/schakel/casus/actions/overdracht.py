# SPDX-License-Identifier: EUPL-1.2
"""Offering a case to another partner, and its answer (CAS-08)."""

from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from schakel.casus import queries, rules
from schakel.casus.actions.casus import Bezwaar, schrijf_logregel, schrijf_stap, voor_regie
from schakel.casus.models import Casus, Casusoverdracht, Casustype
from schakel.casus.rules.wie import ik, mijn
from schakel.convenant import actions as convenant
from schakel.convenant.rules import Categorie, Doel, StukSoort
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor

INZAGE = timedelta(days=90)
"""How long the former regie may keep looking, where the convenant allows it at all."""


@transaction.atomic
def leg_casustype_vast(*, door: Actor, naam: str, route: str) -> Casustype:
    """A kind of case and the body that takes it; the same name changes the route."""
    if not door.is_een("ketenregisseur"):
        raise PermissionError("Alleen een ketenregisseur legt casustypen vast.")
    if not naam.strip() or route not in rules.Route.values:
        raise Bezwaar([_("Geef het type een naam, en kies wie het oppakt.")])
    soort, __ = Casustype.objects.update_or_create(naam=naam.strip(), defaults={"route": route})
    return soort


@transaction.atomic
def draag_over(
    *, door: Actor, casus: Casus, naar: Partner, soort: str, reden: str, id: UUID | None = None
) -> Casusoverdracht:
    """Offer the case. Nothing changes, and nothing of it is seen there, until the other takes it."""
    vers = voor_regie(door, casus)
    if id and (eerder := queries.overdracht(door=door, id=id)):
        return eerder
    open_ = (
        queries.overdrachten(door=door, casus=vers).filter(stand=rules.OverdrachtStand.VOORGESTELD).exists()
    )
    if nee := rules.bezwaren_overdracht(
        eigen=naar.pk == vers.eigenaar_id,
        open_voorstel=open_,
        afgesloten=vers.afgesloten_op is not None,
        reden=reden,
    ):
        raise Bezwaar(nee)
    overdracht = Casusoverdracht(
        id=id or nieuw_id(),
        casus=vers,
        kenmerk=vers.kenmerk,
        soort=soort,
        van_id=mijn(door),
        naar=naar,
        reden=reden,
        voorgesteld_door=ik(door),
        voorgesteld_op=klok.nu(),
    )
    overdracht.save(force_insert=True)
    schrijf_logregel(door, vers, "overdragen")
    return overdracht


@transaction.atomic
def neem_over(*, door: Actor, overdracht: Casusoverdracht) -> tuple[Casus, bool]:
    """Take the case: responsibility, embargoes and open actions pass in one step (docs/adr/0006).

    Partners keep what they see as far as a convenant with the new regie allows it. So does the former regie: returns
    the case, and whether it keeps looking.
    """
    if overdracht.naar_id != door.partner_id or door.functie not in rules.REGIE:
        raise PermissionError("Alleen de regie aan wie de casus is aangeboden neemt haar over.")
    if overdracht.stand != rules.OverdrachtStand.VOORGESTELD:
        raise Bezwaar([_("Dit voorstel is al beantwoord.")])
    with connection.cursor() as cursor:
        cursor.execute("SELECT casus_neem_over(%s)", [overdracht.pk])
    casus = queries.casus(door=door, id=overdracht.casus_id)
    assert casus is not None, "wie overneemt is betrokken"
    reden = _("Overgenomen van %(partner)s.") % {"partner": overdracht.van.naam}
    schrijf_stap(door=door, casus=casus, naar=casus.stuk.fase, reden=reden)
    return casus, _houdt_inzage(door, casus, overdracht)


def _houdt_inzage(door: Actor, casus: Casus, overdracht: Casusoverdracht) -> bool:
    """The former regie keeps only what the convenant of the new one allows: the header, by an act of sharing."""
    tot = klok.vandaag() + INZAGE
    try:
        convenant.deel(
            door=door,
            stuk=casus.stuk,
            met=overdracht.van,
            categorieen=[Categorie.OBJECT],
            doel=Doel.PREVENTIE,
            tot=tot,
            motivering=_("Vorige regie van de casus."),
        )
    except convenant.NietToegestaan:
        return False
    convenant.maak_betrokken(
        door=door,
        stuk=casus.stuk,
        partner_id=overdracht.van_id,
        gebruiker_id=overdracht.voorgesteld_door,
        tot=tot,
    )
    return True


@transaction.atomic
def beantwoord_overdracht(
    *, door: Actor, overdracht: Casusoverdracht, stand: str, antwoord: str
) -> Casusoverdracht:
    """Refuse with a reason, or (who offered it) take the offer back. The case stays where it is."""
    wie = {
        rules.OverdrachtStand.GEWEIGERD: overdracht.naar_id,
        rules.OverdrachtStand.INGETROKKEN: overdracht.van_id,
    }
    if wie.get(rules.OverdrachtStand(stand)) != door.partner_id or door.functie not in rules.REGIE:
        raise PermissionError("Dit antwoord is niet van jouw partner.")
    if overdracht.stand != rules.OverdrachtStand.VOORGESTELD:
        raise Bezwaar([_("Dit voorstel is al beantwoord.")])
    if not antwoord.strip():
        raise Bezwaar([_("Schrijf waarom.")])
    overdracht.stand, overdracht.antwoord, overdracht.beantwoord_op = stand, antwoord, klok.nu()
    overdracht.save(update_fields=["stand", "antwoord", "beantwoord_op"])
    regel = Logregel("beantwoorden", StukSoort.CASUS, overdracht.casus_id, overdracht.van_id)
    logboek.noteer(door=door, regels=[regel])
    return overdracht


def lees_overdracht(*, door: Actor, overdracht: Casusoverdracht) -> None:
    """The account of reading an offer."""
    regel = Logregel("lezen", StukSoort.CASUS, overdracht.casus_id, overdracht.van_id)
    logboek.noteer(door=door, regels=[regel])
