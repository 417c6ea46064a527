# SPDX-License-Identifier: EUPL-1.2
"""The only readers of hand-overs, kinds of cases and criminal outcomes."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from schakel.casus import rules
from schakel.casus.models import Casus, Casusoverdracht, Casustype, Strafstap
from schakel.casus.queries.lezen import binnen, zichtbaar
from schakel.kern.context import uuid_of_niets
from schakel.signaal import queries as signalen
from schakel.signaal.rules.woorden import VORM_NAAM
from schakel.toegang.actor import Actor


def casustypen() -> QuerySet[Casustype]:
    """Kinds of cases: supplied ones and those of the region."""
    return Casustype.objects.order_by("naam")


def overdrachten(*, door: Actor, casus: Casus | None = None) -> QuerySet[Casusoverdracht]:
    """Hand-overs to the actor's partner, and of visible cases or by themselves from it; newest first."""
    if door.functie not in rules.REGIE:
        return Casusoverdracht.objects.none()
    casussen = Casus.objects.filter(zichtbaar(door, Casus)).values("pk")
    personen = door.personen or (door.gebruiker_id,)
    rijen = Casusoverdracht.objects.filter(
        Q(naar_id=door.partner_id)
        | Q(van_id=door.partner_id) & (Q(voorgesteld_door__in=personen) | Q(casus_id__in=casussen))
    ).select_related("van", "naar")
    return rijen.filter(casus_id=casus.pk) if casus else rijen


def overdracht(*, door: Actor, id: object) -> Casusoverdracht | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return overdrachten(door=door).filter(pk=sleutel).first() if sleutel else None


def aangeboden_casussen(*, door: Actor) -> QuerySet[Casusoverdracht]:
    """What waits for the answer of the actor's partner."""
    return overdrachten(door=door).filter(naar_id=door.partner_id, stand=rules.OverdrachtStand.VOORGESTELD)


def boetes_per_jaar(*, door: Actor) -> list[tuple[int | None, int]]:
    """(year, number) of fines that this reader may see as signals, latest first; None = no day known."""
    rijen = signalen.signalen(door=door).filter(herkomst="boete").order_by()
    per_jaar = rijen.values_list("waargenomen_op__year").annotate(aantal=Count("pk"))
    return sorted(per_jaar, key=lambda rij: -(rij[0] or 0))


def strafstappen(*, door: Actor, casus: Casus | None = None) -> QuerySet[Strafstap]:
    """What was recorded of the criminal outcome, in visible cases and in a part in which the actor sits."""
    rijen = Strafstap.objects.select_related("partner", "gemeente")
    return binnen(door, rijen, casus) if casus else rijen.filter(zichtbaar(door, Strafstap))


@dataclass(frozen=True)
class Telling:
    """How many cases count as what, in one column; `naam` "" = not known."""

    naam: str
    aantallen: dict[str, int]


def strafcijfers(*, door: Actor) -> tuple[dict[str, int], list[Telling], list[Telling]]:
    """Cases by what they count as: in all, per form and per municipality, as the furthest step says."""
    per_casus: dict[object, list[Strafstap]] = {}
    for stap in strafstappen(door=door).defer("reden"):
        per_casus.setdefault(stap.casus_id, []).append(stap)
    alles: Counter[str] = Counter()
    vormen: dict[str, Counter[str]] = {}
    gemeenten: dict[str, Counter[str]] = {}
    for stappen in per_casus.values():
        telt = rules.telt_als((s.soort, s.uitkomst) for s in stappen)
        vorm = next((s.vorm for s in reversed(stappen) if s.vorm), "")
        gemeente = next((s.gemeente.naam for s in reversed(stappen) if s.gemeente), "")
        alles[telt] += 1
        vormen.setdefault(str(VORM_NAAM.get(vorm, vorm)), Counter())[telt] += 1  # type: ignore[call-overload]  # stored values
        gemeenten.setdefault(gemeente, Counter())[telt] += 1
    return dict(alles), _tellingen(vormen), _tellingen(gemeenten)


def _tellingen(per: dict[str, Counter[str]]) -> list[Telling]:
    return [Telling(naam, dict(per[naam])) for naam in sorted(per, key=lambda n: (not n, n))]
