# SPDX-License-Identifier: EUPL-1.2
"""The koppelregimes on file, and what they lack today."""

from django.db.models import Q, QuerySet

from schakel.convenant import queries as convenant
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.signaal.models import Koppelregime
from schakel.signaal.rules.koppelregime import Feiten, ontbreekt
from schakel.toegang.actor import Actor


def regimes() -> QuerySet[Koppelregime]:
    """Every regime on file."""
    return Koppelregime.objects.select_related("convenant").prefetch_related("partijen__partner")


def regime(id: object) -> Koppelregime | None:
    """One regime."""
    sleutel = uuid_of_niets(id)
    return None if sleutel is None else regimes().filter(pk=sleutel).first()


def mist(regime: Koppelregime) -> list[str]:
    """What this regime lacks today; an empty list means that it works."""
    dag = klok.vandaag()
    partijen = {str(p) for p in regime.partijen.values_list("partner_id", flat=True)}
    in_kracht = regime.convenant is not None and any(
        partijen <= v.partijen
        for v in convenant.versies(dag)
        if v.convenant == regime.convenant.naam and v.in_kracht(dag)
    )
    return ontbreekt(
        Feiten(
            partijen=len(partijen),
            doel=regime.doel,
            grondslag=regime.grondslag,
            dpia=regime.dpia,
            besluit=regime.besluit,
            advies=regime.advies,
            categorieen=regime.categorieen,
            identifiers=regime.identifiers,
            bewaarmaanden=regime.bewaarmaanden,
            evaluatie_op=regime.evaluatie_op,
            convenant_in_kracht=in_kracht,
            actief_van=regime.actief_van,
            actief_tot=regime.actief_tot,
        ),
        dag,
    )


def ontbrekende_voorwaarden(*, door: Actor) -> list[str]:
    """Why this partner cannot compare today: what its nearest regime lacks, or that there is none."""
    eigen = [mist(r) for r in regimes().filter(Q(partijen__partner_id=door.partner_id))]
    geen = [
        "een koppelregime waaraan je organisatie deelneemt: met doel, grondslag, convenant, DPIA, advies, "
        "besluit en evaluatiedatum"
    ]
    return min(eigen, key=len, default=geen)


def bewaarmaanden(*, door: Actor) -> int:
    """How many months partners may find a key: the shortest term of this partner's regimes, 12 without
    one.
    """
    termijnen = Koppelregime.objects.filter(Q(partijen__partner_id=door.partner_id)).values_list(
        "bewaarmaanden", flat=True
    )
    return min(termijnen, default=12)
