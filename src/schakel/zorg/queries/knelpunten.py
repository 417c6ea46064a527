# SPDX-License-Identifier: EUPL-1.2
"""Counts of what hinders care in a half year, of the own institution; no row leads to a person."""

from collections import Counter
from datetime import date

from django.utils.translation import gettext as _

from schakel.kern import klok
from schakel.partner.queries import genoteerde_knelpunten
from schakel.toegang.actor import Actor
from schakel.zorg.models import Overdracht, Termijn, Weigering, Zorgvraag
from schakel.zorg.queries.opvang import plaatsingen, zorgvragen
from schakel.zorg.queries.traject import koppen
from schakel.zorg.rules.aanbod import Uitkomst
from schakel.zorg.rules.knelpunten import Soort, halfjaar


def geteld(*, door: Actor, dag: date) -> dict[tuple[str, str], int]:
    """Per kind and group: how often in the half year of `dag`."""
    van, tot, _naam = halfjaar(dag)
    uit: Counter[tuple[str, str]] = Counter()
    for v in zorgvragen(door=door).filter(eigenaar_id=door.partner_id, gevraagd_op__date__range=(van, tot)):
        if v.gat:
            uit[Soort.GEEN_PLAATS, _groep(v)] += 1
        if v.uitkomst in (Uitkomst.OPEN, Uitkomst.WACHT):
            uit[Soort.WACHT, str(v.herkomst or "")] += 1
    for w in Weigering.objects.filter(vrager_id=door.partner_id, op__date__range=(van, tot)):
        uit[Soort.GEWEIGERD, str(w.get_reden_display()).lower()] += 1
    for p in plaatsingen(door=door).filter(gefinancierd=False, van__range=(van, tot)):
        uit[Soort.ONBETAALD, str(p.herkomst or "")] += 1
    termijnen = Termijn.objects.filter(
        traject__in=koppen(door=door).values("pk"), klaar_op__isnull=True, tot__range=(van, min(tot, klok.vandaag()))
    )  # fmt: skip
    uit[Soort.TE_LAAT, ""] = termijnen.count()
    uit[Soort.TERUG, ""] = Overdracht.objects.filter(
        eigenaar_id=door.partner_id, stand="terug", beslist_op__date__range=(van, tot)
    ).count()
    return dict(uit)


def _groep(v: Zorgvraag) -> str:
    """Whom there was no place for, as wide as it can be said."""
    wie = str(v.get_geslacht_display()).lower()
    if v.leeftijd is not None and v.leeftijd < 18:
        wie = _("%(wie)s, minderjarig") % {"wie": wie}
    if v.aantal > 1:
        wie = _("groep, %(wie)s") % {"wie": wie}
    return _("%(wie)s met kinderen") % {"wie": wie} if v.kinderen else wie


def aan_de_stuurgroep(*, door: Actor, dag: date) -> set[str]:
    """Titles of what the own institution brought to the stuurgroep in the half year of `dag`."""
    if door.partner_id is None:
        return set()
    bron = bron_van(dag)
    return {k.titel for k in genoteerde_knelpunten(partner_id=door.partner_id) if k.bron == bron}


def bron_van(dag: date) -> str:
    """How the register names where such a bottleneck comes from."""
    return f"Zorggroep, {halfjaar(dag)[2]}"
