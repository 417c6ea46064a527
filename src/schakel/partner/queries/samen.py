# SPDX-License-Identifier: EUPL-1.2
"""Effort, projects, and the bottlenecks that follow from the register itself (PAR-02, PAR-06, PAR-07, PAR-08)."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner import rules
from schakel.partner.models import Bezetting, Functie, Invulling, Inzet, Knelpunt, Project, ProjectPartner
from schakel.partner.queries.functies import standen
from schakel.partner.queries.organen import ontbrekende_verbindingen
from schakel.partner.queries.wie import geldig_op


def inzet(dag: date | None = None) -> list[Inzet]:
    """What partners agreed to do and put in, on `dag`; open commitments first."""
    rijen = Inzet.objects.filter(geldig_op(dag or klok.vandaag())).select_related(
        "partner", "aan", "eigenaar", "orgaan"
    )
    return sorted(rijen, key=lambda i: (not i.open, i.partner.naam, i.soort, i.omschrijving))


def een_inzet(id: object) -> Inzet | None:
    """One commitment, or None."""
    sleutel = uuid_of_niets(id)
    return Inzet.objects.select_related("partner").filter(pk=sleutel).first() if sleutel else None


def knelpunt(id: object) -> Knelpunt | None:
    """One bottleneck that was written down, or None."""
    sleutel = uuid_of_niets(id)
    return Knelpunt.objects.filter(pk=sleutel).first() if sleutel else None


def genoteerde_knelpunten(*, partner_id: UUID) -> QuerySet[Knelpunt]:
    """What was written down for this partner, solved or not."""
    return Knelpunt.objects.filter(partner_id=partner_id)


def projecten() -> QuerySet[Project]:
    """The register of temporary cooperations: what runs first."""
    deelnemers = Prefetch("deelnemers", ProjectPartner.objects.select_related("partner"))
    volgorde = Project.objects.select_related("trekker").prefetch_related(deelnemers)
    return volgorde.order_by("-status", "tot", "naam")


def project(id: object) -> Project | None:
    """One project with its partners."""
    sleutel = uuid_of_niets(id)
    return projecten().filter(pk=sleutel).first() if sleutel else None


def eindigende_projecten(dag: date | None = None) -> QuerySet[Project]:
    """Running projects whose end is near or past, and for which nobody decided what comes next."""
    grens = (dag or klok.vandaag()) + timedelta(days=rules.WAARSCHUW_DAGEN)
    return Project.objects.filter(status=Project.Status.LOOPT, tot__lte=grens, borging="").order_by("tot")


@dataclass(frozen=True)
class Knelpuntregel:
    """One bottleneck: what, with which risk, since when, whose, and where it can be removed."""

    soort: str
    titel: str
    risico: str
    wie: str
    url: str
    sinds: date | None = None
    bron: str = ""
    id: object = None


def knelpunten(dag: date | None = None) -> list[Knelpuntregel]:
    """Vacancies, temporary stand-ins, missing links, open commitments (derived) and what people wrote down."""
    dag = dag or klok.vandaag()
    return [*_functies(dag), *_verbindingen(dag), *_inzet(dag), *_genoteerd()]


def _functies(dag: date) -> list[Knelpuntregel]:
    gaten = [(f, s) for f, s in standen(dag) if s.is_gat]
    leeg: set[Functie] = {f for f, _s in gaten}
    bezet = Bezetting.objects.filter(functie__in=leeg, tot__lt=dag).values_list("functie_id", "tot")
    eerder = list(
        bezet.union(Invulling.objects.filter(functie__in=leeg, tot__lt=dag).values_list("functie_id", "tot"))
    )
    einden = {f.pk: max((tot for id, tot in eerder if id == f.pk and tot), default=None) for f in leeg}
    return [
        Knelpuntregel(
            "functie",
            f"{f.naam}: {s.label}",
            _risico(s),
            f.partner.naam,
            reverse("functie", args=[f.pk]),
            sinds=_na(einden[f.pk]),
            bron=f.bron,
        )
        for f, s in gaten
    ]


def _na(dag: date | None) -> date | None:
    return dag + timedelta(days=1) if dag else None


def _risico(stand: rules.Stand) -> str:
    if stand is rules.Stand.WAARGENOMEN:
        return _("Een ander neemt waar. Dat houdt een keer op.")
    if stand is rules.Stand.VERVANGEN:
        return _("Alleen de plaatsvervanger is er nog.")
    return _("Signalen hebben geen vast adres en blijven liggen.")


def _verbindingen(dag: date) -> list[Knelpuntregel]:
    return [
        Knelpuntregel(
            "verbinding",
            _("%(een)s en %(ander)s zijn niet verbonden") % {"een": k.van, "ander": k.naar},
            k.risico or _("dubbel werk, gemist signaal"),
            str(k.van),
            reverse("verbindingen"),
            bron=k.bron,
        )
        for k in ontbrekende_verbindingen(dag)
    ]


def _inzet(dag: date) -> list[Knelpuntregel]:
    return [
        Knelpuntregel(
            "inzet",
            _("%(partner)s: %(wat)s") % {"partner": i.partner, "wat": i.omschrijving},
            _("Afgesproken, maar zonder deelnemers of uren.")
            if i.soort == Inzet.Soort.TAAK
            else _("Nog geen antwoord."),
            str(i.eigenaar or i.partner),
            reverse("inzet"),
            sinds=i.van,
            bron=i.bron,
        )
        for i in inzet(dag)
        if i.open
    ]


def _genoteerd() -> list[Knelpuntregel]:
    rijen = Knelpunt.objects.filter(opgelost_op__isnull=True).select_related("partner")
    return [
        Knelpuntregel(
            "genoteerd", k.titel, k.risico, str(k.partner or ""), reverse("knelpunten"), k.sinds, k.bron, k.pk
        )
        for k in rijen
    ]
