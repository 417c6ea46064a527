# SPDX-License-Identifier: EUPL-1.2
"""Bodies, what sources say of them, how they are connected (PAR-05, PAR-06)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner import rules
from schakel.partner.models import Orgaan, OrgaanBron, OrgaanLid, Partner, Verbinding
from schakel.partner.queries.wie import geldig_op


def organen(dag: date | None = None) -> QuerySet[Orgaan]:
    """Bodies with their seats on `dag` (`nu`), in order of level and name."""
    dag = dag or klok.vandaag()
    leden = (
        OrgaanLid.objects.filter(geldig_op(dag)).select_related("partner").order_by("soort", "partner__naam")
    )
    return Orgaan.objects.select_related("rapporteert_aan", "secretariaat").prefetch_related(
        Prefetch("leden", leden, "nu"), "gemeenten"
    )


def orgaan(id: object, dag: date | None = None) -> Orgaan | None:
    """One body."""
    sleutel = uuid_of_niets(id)
    return organen(dag).filter(pk=sleutel).first() if sleutel else None


def bronnen(orgaan: Orgaan) -> list[tuple[str, list[OrgaanBron]]]:
    """What sources say, per subject; the leading one first."""
    rijen = OrgaanBron.objects.filter(orgaan=orgaan).order_by("veld", "-leidend", "pk")
    return [
        (str(OrgaanBron.Veld(veld).label), list(groep)) for veld, groep in groupby(rijen, lambda b: b.veld)
    ]


def bron(id: int) -> OrgaanBron | None:
    """What one source says, or None."""
    return OrgaanBron.objects.select_related("orgaan").filter(pk=id).first()


def zetel(id: int) -> OrgaanLid | None:
    """One seat, or None."""
    return OrgaanLid.objects.select_related("orgaan", "partner").filter(pk=id).first()


def zetels_van(partner: Partner, dag: date) -> QuerySet[OrgaanLid]:
    """The bodies in which a partner sits on `dag`."""
    return (
        OrgaanLid.objects.filter(geldig_op(dag), partner=partner)
        .select_related("orgaan")
        .order_by("orgaan__naam")
    )


def verbinding(id: object) -> Verbinding | None:
    """One link, or None."""
    sleutel = uuid_of_niets(id)
    return Verbinding.objects.filter(pk=sleutel).first() if sleutel else None


@dataclass(frozen=True)
class Knoop:
    """One link on the map of connections. `gat`: a link that should be there."""

    van: Orgaan
    naar: str
    naar_id: object
    soort: str
    toelichting: str
    gat: bool
    risico: str = ""
    bron: str = ""
    verbinding_id: object = None


def kaart(dag: date | None = None) -> list[Knoop]:
    """Every link: those written down, and those that follow from shared members; gaps first."""
    dag = dag or klok.vandaag()
    knopen = [*_vastgelegd(dag), *_gedeeld(dag)]
    return sorted(knopen, key=lambda k: (not k.gat, rules.zoekvorm(k.van.naam), rules.zoekvorm(k.naar)))


def ontbrekende_verbindingen(dag: date) -> list[Knoop]:
    """The links that should be there on `dag` and are not, as people wrote them down."""
    return sorted((k for k in _vastgelegd(dag) if k.gat), key=lambda k: (rules.zoekvorm(k.van.naam), k.naar))


def _vastgelegd(dag: date) -> Iterator[Knoop]:
    rijen = Verbinding.objects.filter(geldig_op(dag)).select_related("orgaan", "naar_orgaan", "naar_partner")
    for v in rijen:
        via = f"via {v.via}" if v.via else ""
        yield Knoop(
            v.orgaan,
            str(v.naar),
            v.naar_orgaan_id,
            v.get_soort_display(),
            via,
            v.soort == Verbinding.Soort.GEEN,
            v.risico,
            v.bron,
            v.pk,
        )


def _gedeeld(dag: date) -> Iterator[Knoop]:
    actief = [o for o in organen(dag) if o.status == Orgaan.Status.ACTIEF]
    for een, twee in combinations(actief, 2):
        samen = sorted({lid.partner.naam for lid in een.nu} & {lid.partner.naam for lid in twee.nu})  # type: ignore[attr-defined]
        if samen:
            yield Knoop(een, twee.naam, twee.pk, _("Deelt leden"), ", ".join(samen[:6]), False)


def dekking(vormen: list[str], dag: date | None = None) -> dict[str, list[str]]:
    """Per form (and per target group that any body names) the operational bodies that take it."""
    alle = list(organen(dag))
    niveaus = (Orgaan.Niveau.OPERATIONEEL, Orgaan.Niveau.LOKAAL)
    werkend = [o for o in alle if o.status == Orgaan.Status.ACTIEF and o.niveau in niveaus]
    groepen = sorted({g for o in alle for g in o.doelgroepen})
    return rules.dekking(vormen, {o.naam: o.vormen for o in werkend}) | {
        groep: sorted(o.naam for o in werkend if groep in o.doelgroepen) for groep in groepen
    }
