# SPDX-License-Identifier: EUPL-1.2
"""Signals in the zorgoverleg, and the bridge to part 1 of the casusoverleg (ZOR-03)."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.convenant import actions as convenant
from schakel.kern import klok
from schakel.logboek import actions as logboek
from schakel.partner.models import Orgaan
from schakel.signaal.actions import NieuwSignaal
from schakel.signaal.models import Signaal
from schakel.toegang.actor import Actor
from schakel.zorg import queries
from schakel.zorg.actions.gedeeld import Bezwaar, in_de_zorg
from schakel.zorg.models import Inbreng, Overlegsignaal
from schakel.zorg.rules import zorgoverleg
from schakel.zorg.rules.fasen import Leeftijd


def plaats_nieuwe(*, door: Actor, nieuw: Sequence[tuple[Signaal, NieuwSignaal]]) -> None:
    """Put each signal that care enters with the body that it fits."""
    if not door.is_een(*queries.ZORGROLLEN):
        return
    for signaal, velden in nieuw:
        personen = [g.inhoud for g in velden.gegevens if g.soort == "persoon"]
        leeftijd = zorgoverleg.leeftijd_van(personen, velden.waargenomen_op or klok.vandaag())
        plaats(door=door, signaal=signaal, leeftijd=leeftijd)


def plaats(*, door: Actor, signaal: Signaal, leeftijd: Leeftijd) -> None:
    """Put it with the body that it fits most closely; nothing when it fits none."""
    organen = queries.zorgorganen(door=door)
    if orgaan := zorgoverleg.passend(organen, vormen=signaal.vormen, leeftijd=leeftijd):
        _zet(door, signaal, orgaan, leeftijd)


@transaction.atomic
def verplaats(*, door: Actor, signaal: Signaal, orgaan: Orgaan) -> Overlegsignaal:
    """Let a body of care discuss this signal; what was agreed stays."""
    in_de_zorg(door)
    if not queries.zorgorganen(door=door).filter(pk=orgaan.pk).exists():
        raise PermissionError("Wie niet in een overleg zit, zet er niets neer.")
    _noteer(door, "agenderen", signaal)
    return _zet(door, signaal, orgaan)


def _zet(door: Actor, signaal: Signaal, orgaan: Orgaan, leeftijd: str = "") -> Overlegsignaal:
    rij = queries.overlegsignaal(door=door, signaal=signaal) or Overlegsignaal(
        signaal=signaal, eigenaar_id=door.partner_id
    )
    rij.orgaan, rij.leeftijd, rij.op = orgaan, leeftijd, klok.nu()
    rij.save()
    return rij


@transaction.atomic
def spreek_af(*, door: Actor, signaal: Signaal, afspraak: str) -> None:
    """What the zorgoverleg agreed on this signal. It stays in care."""
    in_de_zorg(door)
    rij = queries.overlegsignalen(door=door).filter(signaal=signaal).first()
    if rij is None:
        raise PermissionError("Dit signaal staat in geen zorgoverleg.")
    if not afspraak.strip():
        raise Bezwaar([_("Schrijf wat er is afgesproken.")])
    rij.afspraak = afspraak
    rij.save(update_fields=["afspraak"])
    _noteer(door, "besluiten", signaal)


@transaction.atomic
def breng_in(*, door: Actor, signaal: Signaal, orgaan: Orgaan) -> Inbreng:
    """From today this signal stands in part 1 of that body, until `haal_terug`. Nothing of its content goes along."""
    if door.functie != queries.REGIE:
        raise PermissionError("De regiocoördinator brengt in.")
    if not queries.aanpakorganen(door=door).filter(pk=orgaan.pk).exists():
        raise PermissionError("In dit overleg zit je niet.")
    rij = queries.inbrengen(door=door).filter(signaal=signaal, orgaan=orgaan).first()
    if rij is None:
        rij = Inbreng(signaal=signaal, orgaan=orgaan, eigenaar_id=door.partner_id)
    elif rij.tot is None:
        return rij
    rij.van, rij.tot = klok.vandaag(), None
    rij.save()
    _noteer(door, "inbrengen", signaal)
    return rij


@transaction.atomic
def haal_terug(*, door: Actor, inbreng: Inbreng) -> None:
    """It was discussed, or need not be: after today it stands in no meeting any more."""
    if door.functie != queries.REGIE or inbreng.eigenaar_id != door.partner_id:
        raise PermissionError("De regiocoördinator die inbracht, haalt terug.")
    inbreng.tot = klok.vandaag()
    inbreng.save(update_fields=["tot"])


def _noteer(door: Actor, handeling: str, signaal: Signaal) -> None:
    logboek.noteer(door=door, regels=convenant.logregels(handeling, signaal.stuk, []))
