# SPDX-License-Identifier: EUPL-1.2
"""Offering an overview of the dossier to a weegploeg, and recording what it decided (CAS-04)."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.casus import queries, rules
from schakel.casus.actions.casus import Bezwaar, schrijf_logregel, volg_fase
from schakel.casus.actions.dossier import open_voor
from schakel.casus.models import Casus, Preweegdocument
from schakel.casus.rules.wie import ik, mijn
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor


@transaction.atomic
def bied_aan(
    *,
    door: Actor,
    casus: Casus,
    soort: str,
    gremium: str,
    ontvanger: Partner,
    samenvatting: str,
    deel: int = 2,
    id: UUID | None = None,
) -> Preweegdocument:
    """Offer the dossier as it is to the body of a partner in the case. It shares nothing by itself."""
    open_voor(door, casus)
    if id and (eerder := queries.preweegdocument(door=door, id=id)):
        return eerder
    nee = [] if samenvatting.strip() else [_("Schrijf in het kort waar het over gaat.")]
    if ontvanger.soort not in rules.BESLISSERS:
        nee.append(_("%(partner)s beslist niet over een opsporingsonderzoek.") % {"partner": ontvanger.naam})
    if ontvanger not in queries.partners_in(casus=casus):
        nee.append(_("Betrek eerst %(partner)s bij de casus.") % {"partner": ontvanger.naam})
    if nee:
        raise Bezwaar(nee)
    document = Preweegdocument(
        id=id or nieuw_id(),
        casus=casus,
        deel=deel,
        soort=soort,
        gremium=gremium,
        partner_id=mijn(door),
        ontvanger=ontvanger,
        samenvatting=samenvatting,
        aangeboden_door=ik(door),
        aangeboden_op=klok.nu(),
    )
    document.save(force_insert=True)
    volg_fase(door=door, casus=casus)
    schrijf_logregel(door, casus, "aanbieden")
    return document


@transaction.atomic
def besluit_weegploeg(
    *,
    door: Actor,
    document: Preweegdocument,
    gestart: bool,
    reden: str,
    wijze: str = "",
    weigerreden: str = "",
) -> Preweegdocument:
    """The decision of the body, recorded by its own partner: start and manner, or no start and why. Once."""
    if document.ontvanger_id != door.partner_id:
        raise PermissionError("Alleen de partner van de weegploeg legt haar besluit vast.")
    vers = Preweegdocument.objects.select_for_update(of=("self",)).filter(pk=document.pk).first()
    nee = rules.bezwaren_besluit(gestart=gestart, wijze=wijze, weigerreden=weigerreden, reden=reden)
    if vers is None:
        raise Bezwaar([_("Hierover is al besloten.")])
    if nee:
        raise Bezwaar(nee)
    vers.stand = rules.PreweegStand.GESTART if gestart else rules.PreweegStand.GEWEIGERD
    vers.wijze, vers.weigerreden = (wijze, "") if gestart else (None, weigerreden)
    vers.reden, vers.besloten_door, vers.besloten_op = reden, ik(door), klok.nu()
    vers.save(update_fields=["stand", "wijze", "weigerreden", "reden", "besloten_door", "besloten_op"])
    schrijf_logregel(door, document.casus, "besluiten")
    return vers
