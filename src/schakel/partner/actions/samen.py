# SPDX-License-Identifier: EUPL-1.2
"""Tasks and effort, projects with a goal sheet, bottlenecks (PAR-07, PAR-08)."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from schakel.kern import klok
from schakel.partner import queries, rules
from schakel.partner.actions.rechten import KanNiet, eis_regio, verhoog
from schakel.partner.models import Gemeente, Inzet, Knelpunt, Partner, Project, ProjectPartner
from schakel.toegang.actor import Actor


def _eis_partner_of_regio(door: Actor, partner: Partner) -> None:
    if not queries.mag_partner_beheren(door, partner):
        eis_regio(door)


@transaction.atomic
def bewaar_inzet(*, door: Actor, inzet: Inzet) -> Inzet:
    """Write down a task, contribution or support; its partner fills in who does it."""
    _eis_partner_of_regio(door, inzet.partner)
    inzet.save()
    return inzet


@transaction.atomic
def bewaar_project(
    *, door: Actor, project: Project, gemeenten: Iterable[Gemeente] | None = None, versie: int | None = None
) -> Project:
    """Add a project, or keep its change (`versie`: as it was read)."""
    _eis_partner_of_regio(door, project.trekker)
    if versie is not None:
        verhoog(project, versie)
    project.save(force_insert=versie is None)
    if gemeenten is not None:
        project.gemeenten.set(gemeenten)
    return project


@transaction.atomic
def zet_deelnemer(*, door: Actor, deelnemer: ProjectPartner) -> ProjectPartner:
    """A partner's own goal, interest and expectation; written by the leader of the project or that partner itself."""
    if not queries.mag_partner_beheren(door, deelnemer.partner):
        _eis_partner_of_regio(door, deelnemer.project.trekker)
    bestaand = ProjectPartner.objects.filter(project=deelnemer.project, partner=deelnemer.partner).first()
    deelnemer.pk = bestaand.pk if bestaand else None
    deelnemer.save()
    return deelnemer


def _doelen(project: Project) -> list[tuple[str, str, bool]]:
    rijen = ProjectPartner.objects.filter(project=project).select_related("partner")
    return [(r.partner.naam, r.doel, r.akkoord_met_focus) for r in rijen]


@transaction.atomic
def start_project(*, door: Actor, project: Project, versie: int) -> None:
    """Start. Raises `KanNiet` while goals differ without being settled or accepted, or dates or partners
    are missing."""
    _eis_partner_of_regio(door, project.trekker)
    bezwaren = rules.bezwaren_tegen_start(
        _doelen(project), aanvaard=project.verschil_aanvaard, van=project.van, tot=project.tot
    )
    if bezwaren:
        raise KanNiet(" ".join(bezwaren))
    verhoog(project, versie)
    project.status = Project.Status.LOOPT
    project.save(update_fields=["status"])


@transaction.atomic
def rond_af(
    *,
    door: Actor,
    project: Project,
    versie: int,
    resultaat: str,
    zonder_effect: str,
    borging: str,
    borging_reden: str,
) -> None:
    """Close with results, what had no effect, and the decision on what comes next."""
    _eis_partner_of_regio(door, project.trekker)
    verhoog(project, versie)
    project.resultaat, project.zonder_effect = resultaat, zonder_effect
    project.borging, project.borging_reden = borging, borging_reden
    project.status = Project.Status.AFGEROND
    project.save(update_fields=["resultaat", "zonder_effect", "borging", "borging_reden", "status"])


@transaction.atomic
def noteer_knelpunt(
    *, door: Actor, titel: str, risico: str = "", partner: Partner | None = None, bron: str = ""
) -> Knelpunt:
    """Write down a bottleneck; every colleague of a partner may."""
    return Knelpunt.objects.create(
        titel=titel, risico=risico, partner=partner, bron=bron, sinds=klok.vandaag()
    )


@transaction.atomic
def los_op(*, door: Actor, knelpunt: Knelpunt, oplossing: str, op: date | None = None) -> None:
    """It is solved, and how."""
    eis_regio(door)
    knelpunt.oplossing, knelpunt.opgelost_op = oplossing, op or klok.vandaag()
    knelpunt.save(update_fields=["oplossing", "opgelost_op"])
