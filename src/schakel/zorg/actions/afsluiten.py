# SPDX-License-Identifier: EUPL-1.2
"""The end of a traject, and a client who comes back (ZOR-01)."""

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.kern import klok
from schakel.toegang.actor import Actor
from schakel.zorg.actions.gedeeld import Bezwaar, noteer
from schakel.zorg.actions.traject import bewaar, vers_van, zet_stap
from schakel.zorg.actions.verblijf import herstel_termijnen, stand_van
from schakel.zorg.models import Zorgtraject
from schakel.zorg.rules import fasen
from schakel.zorg.rules.verblijf import Toestand


@transaction.atomic
def sluit(
    *, door: Actor, traject: Zorgtraject, reden: str, nazorg: str, toelichting: str, versie: int | None
) -> Zorgtraject:
    """Close, with a reason and a decision on nazorg (ZOR-01); what still ran is done, a running bedenktijd is not."""
    vers = vers_van(door, traject, versie)
    loopt = stand_van(door=door, traject=vers).toestand in (Toestand.BEDENKTIJD, Toestand.VERLOPEN)
    if nee := fasen.bezwaren_sluiten(
        reden=reden, nazorg=nazorg, gesloten=vers.gesloten, bedenktijd_open=loopt
    ):
        raise Bezwaar(nee)
    zet_stap(door, vers, vers.fase, vers.fasemodel.laatste, toelichting)
    noteer(door, "afsluiten", vers)
    bewaar(vers, fase=vers.fasemodel.laatste, afgesloten_op=klok.vandaag(), sluitreden=reden, nazorg=nazorg)
    herstel_termijnen(door=door, traject=vers)
    return vers


@transaction.atomic
def heropen(*, door: Actor, traject: Zorgtraject, reden: str, versie: int | None) -> Zorgtraject:
    """A client who comes back finds the same traject, and its terms run on."""
    vers = vers_van(door, traject, versie)
    if not vers.gesloten or not reden.strip():
        raise Bezwaar([_("Schrijf waarom het traject weer opengaat.")])
    zet_stap(door, vers, vers.fase, vers.fasemodel.begeleiding, reden)
    noteer(door, "heropenen", vers)
    bewaar(vers, fase=vers.fasemodel.begeleiding, afgesloten_op=None, sluitreden="", nazorg="")
    herstel_termijnen(door=door, traject=vers)
    return vers
