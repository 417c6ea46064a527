# SPDX-License-Identifier: EUPL-1.2
"""Planning a day on which partners act together, telling care before it, and what came of it per partner."""

from datetime import date, time
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.casus import queries, rules
from schakel.casus.actions.casus import Bezwaar, schrijf_logregel
from schakel.casus.actions.dossier import open_voor
from schakel.casus.models import Actiedag, Actierol, Casus, Interventie, Zorgmelding
from schakel.casus.rules.wie import ik, mijn
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.partner.models import Gemeente, Partner
from schakel.toegang.actor import Actor


def _regie(door: Actor, casus: Casus) -> None:
    open_voor(door, casus)
    if not rules.mag_regie(door.functie, casus.eigenaar_id == door.partner_id):
        raise PermissionError("Alleen de regie van de casus leidt een actiedag.")


@transaction.atomic
def plan_actiedag(
    *,
    door: Actor,
    casus: Casus,
    dag: date,
    doel: str,
    verzamelen: time | None = None,
    deel: int = 2,
    id: UUID | None = None,
) -> Actiedag:
    """Plan the day. Raises `Bezwaar` while the case is not weighed."""
    _regie(door, casus)
    if id and (eerder := queries.actiedag(door=door, id=id)):
        return eerder
    stand = queries.stand_van(door=door, casus=casus)
    nee = rules.bezwaren_actiedag(
        dag=dag, vandaag=klok.vandaag(), doel=doel, gewogen=stand.gewogen, spoed=stand.spoed
    )
    if nee:
        raise Bezwaar(nee)
    dag_ = Actiedag(
        id=id or nieuw_id(),
        casus=casus,
        deel=deel,
        dag=dag,
        verzamelen=verzamelen,
        doel=doel,
        partner_id=mijn(door),
        gemaakt_door=ik(door),
        gemaakt_op=klok.nu(),
    )
    dag_.save(force_insert=True)
    schrijf_logregel(door, casus, "actiedag plannen")
    return dag_


@transaction.atomic
def vraag_partner(
    *,
    door: Actor,
    actiedag: Actiedag,
    partner: Partner,
    doel: str,
    mandaat: str,
    tijd: time | None = None,
    interventie: Interventie | None = None,
    id: UUID | None = None,
) -> Actierol:
    """Ask a partner of the case to act that day: to what end, and by which power or whose decision."""
    _regie(door, actiedag.casus)
    if id and (eerder := queries.actierollen(door=door, actiedag=actiedag).filter(pk=id).first()):
        return eerder
    nee = [] if doel.strip() else [_("Schrijf het doel van deze partner.")]
    nee += [] if mandaat.strip() else [_("Schrijf op welke bevoegdheid of welk besluit het rust.")]
    nee += [] if actiedag.status == rules.ActiedagStatus.GEPLAND else [_("De actiedag ligt al vast.")]
    if not queries.partners_in(casus=actiedag.casus).filter(pk=partner.pk).exists():
        nee.append(_("Betrek eerst %(partner)s bij de casus.") % {"partner": partner.naam})
    if nee:
        raise Bezwaar(nee)
    rol = Actierol(
        id=id or nieuw_id(),
        actiedag=actiedag,
        casus_id=actiedag.casus_id,
        deel=actiedag.deel,
        partner=partner,
        interventie=interventie,
        tijd=tijd,
        doel=doel,
        mandaat=mandaat,
    )
    rol.save(force_insert=True)
    schrijf_logregel(door, actiedag.casus, "partner vragen")
    return rol


@transaction.atomic
def antwoord_rol(*, door: Actor, rol: Actierol, mee: bool, reden: str, versie: int) -> Actierol:
    """The partner says whether it takes part; no asks for a reason."""
    if not mee and not reden.strip():
        raise Bezwaar([_("Schrijf waarom je partner niet meedoet.")])
    if rol.actiedag.status != rules.ActiedagStatus.GEPLAND:
        raise Bezwaar([_("De actiedag ligt al vast.")])
    status = rules.RolStatus.AANVAARD if mee else rules.RolStatus.GEWEIGERD
    return _wijzig_rol(door, rol, versie, status=status, reden=reden.strip() or None)


@transaction.atomic
def leg_rolresultaat_vast(*, door: Actor, rol: Actierol, resultaat: str, versie: int) -> Actierol:
    """What this partner found and did, beside its goal."""
    if not resultaat.strip():
        raise Bezwaar([_("Schrijf wat het resultaat is.")])
    doorgegaan = (rules.ActiedagStatus.GAAT_DOOR, rules.ActiedagStatus.GEWEEST)
    if rol.status != rules.RolStatus.AANVAARD or rol.actiedag.status not in doorgegaan:
        raise Bezwaar([_("Een resultaat hoort bij een dag die doorging en een partner die meedeed.")])
    return _wijzig_rol(door, rol, versie, resultaat=resultaat)


def _wijzig_rol(door: Actor, rol: Actierol, versie: int, **velden: Any) -> Actierol:
    if rol.partner_id != door.partner_id:
        raise PermissionError("Alleen de partner zelf antwoordt.")
    vers = Actierol.objects.select_for_update(of=("self",)).get(pk=rol.pk)
    if vers.versie != versie:
        raise rules.Verouderd
    for naam, waarde in velden.items():
        setattr(vers, naam, waarde)
    vers.versie = versie + 1
    vers.save(update_fields=["versie", *velden])
    schrijf_logregel(door, rol.actiedag.casus, "actiedag")
    return vers


@transaction.atomic
def waarschuw_zorg(
    *,
    door: Actor,
    actiedag: Actiedag,
    aan: Partner,
    vraag: str,
    wie: str = rules.Verwacht.ONBEKEND,
    aantal: int | None = None,
    gemeente: Gemeente | None = None,
    id: UUID | None = None,
) -> Zorgmelding:
    """Ask a regiocoördinator to have help ready: the day, where and for how many, nothing of the case."""
    _regie(door, actiedag.casus)
    if id and (eerder := queries.zorgmeldingen(door=door, actiedag=actiedag).filter(pk=id).first()):
        return eerder
    if not vraag.strip():
        raise Bezwaar([_("Schrijf welke hulp klaar moet staan.")])
    melding = Zorgmelding(
        id=id or nieuw_id(),
        actiedag=actiedag,
        casus_id=actiedag.casus_id,
        deel=actiedag.deel,
        van_id=mijn(door),
        aan=aan,
        dag=actiedag.dag,
        gemeente=gemeente,
        wie=wie,
        aantal=aantal,
        vraag=vraag,
        gevraagd_op=klok.nu(),
    )
    melding.save(force_insert=True)
    schrijf_logregel(door, actiedag.casus, "zorg waarschuwen")
    return melding


@transaction.atomic
def beantwoord_zorgmelding(*, door: Actor, melding: Zorgmelding, kan: bool, antwoord: str) -> Zorgmelding:
    """The regiocoördinator says whether help is ready, and where to call. Once."""
    if melding.aan_id != door.partner_id or not door.is_een("regiocoordinator"):
        raise PermissionError("Alleen de regiocoördinator die het kreeg antwoordt.")
    vers = Zorgmelding.objects.select_for_update(of=("self",)).filter(pk=melding.pk).first()
    if vers is None or vers.beantwoord_op is not None:  # what was answered cannot be locked any more
        raise Bezwaar([_("Hierop is al geantwoord.")])
    if not antwoord.strip():
        raise Bezwaar([_("Schrijf wat er klaarstaat, of waarom het niet kan.")])
    vers.kan, vers.antwoord, vers.beantwoord_op, vers.beantwoord_door = kan, antwoord, klok.nu(), ik(door)
    vers.save(update_fields=["kan", "antwoord", "beantwoord_op", "beantwoord_door"])
    lees_zorgmelding(door=door, melding=vers, handeling="beantwoorden")
    return vers


def lees_zorgmelding(*, door: Actor, melding: Zorgmelding, handeling: str = "lezen") -> None:
    """The account of reading or answering it; the case stays out of the line."""
    regel = Logregel(handeling=handeling, soort="zorgmelding", stuk_id=melding.pk, eigenaar_id=melding.van_id)
    logboek.noteer(door=door, regels=[regel])


@transaction.atomic
def zet_actiedag(*, door: Actor, actiedag: Actiedag, naar: str, versie: int, reden: str = "") -> Actiedag:
    """It goes through, was held, or is called off. Raises `Bezwaar` while care has not said that help is ready."""
    _regie(door, actiedag.casus)
    vers = Actiedag.objects.select_for_update(of=("self",)).get(pk=actiedag.pk)
    if vers.versie != versie:
        raise rules.Verouderd
    rollen = queries.actierollen(door=door, actiedag=actiedag).values_list("status", flat=True)
    zorg = queries.zorgmeldingen(door=door, actiedag=actiedag).values_list("kan", flat=True)
    nee = rules.bezwaren_status(
        van=vers.status, naar=naar, rollen=list(rollen), zorg=list(zorg), dag=vers.dag, vandaag=klok.vandaag(),
        reden=reden,
    )  # fmt: skip
    if nee:
        raise Bezwaar(nee)
    vers.status, vers.versie, vers.reden = naar, versie + 1, reden.strip() or vers.reden
    vers.save(update_fields=["status", "versie", "reden"])
    schrijf_logregel(door, actiedag.casus, f"dag {naar}"[:20])
    return vers
