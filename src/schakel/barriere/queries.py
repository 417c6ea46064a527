# SPDX-License-Identifier: EUPL-1.2
"""The only readers of barrier models, of the picture of one case, and of what a group lacks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection
from django.db.models import Case, Q, QuerySet, When

from schakel.barriere import rules
from schakel.barriere.models import (
    Barriere,
    Barrieremodel,
    Casusbarriere,
    Faciliteerder,
    Plekvondst,
    ZwakkePlek,
)
from schakel.casus import queries as casussen
from schakel.casus.models import Casus, Interventie
from schakel.convenant.rules import FUNCTIE_DELEN, FUNCTIE_SOORTEN
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner import queries as partners
from schakel.partner.models import Orgaan, OrgaanLid, Partner
from schakel.partner.queries import geldig_op
from schakel.toegang.actor import Actor

STANDAARD = "nu"
"""The supplied model with which a page opens."""


def modellen() -> QuerySet[Barrieremodel]:
    """Supplied models first, then those of partners, with their barriers."""
    return (
        Barrieremodel.objects.select_related("eigenaar")
        .prefetch_related("barrieres")
        .order_by("eigenaar__naam", "naam")
    )


def model(id: object = None) -> Barrieremodel | None:
    """One model by its id; without one, the model with which a page opens."""
    if not id:
        return modellen().filter(code=STANDAARD, eigenaar__isnull=True).first()
    sleutel = uuid_of_niets(id)
    return modellen().filter(pk=sleutel).first() if sleutel else None


def barrieres(model: Barrieremodel) -> list[Barriere]:
    """The barriers of a model, in order."""
    return sorted(model.barrieres.all(), key=lambda b: (b.volgorde, str(b.pk)))


def vergelijk(naast: Sequence[Barrieremodel]) -> list[tuple[str, list[list[str]]]]:
    """Per part of the exploitation the names of the barriers that cover it, per model (BAR-01)."""
    rijen = []
    for code in rules.onderdelen():
        rijen.append((code, [[b.naam for b in barrieres(m) if code in b.basis] for m in naast]))
    return rijen


@dataclass
class Vak:
    """One barrier in the picture of a case, as this reader may know it. `weg`: kinds of the region that can act."""

    naam: str
    barriere: Barriere | None = None
    over: rules.Onderdeel | None = None
    staat: str = rules.Staat.ONBEKEND
    standen: list[Casusbarriere] = field(default_factory=list)
    faciliteerders: list[Faciliteerder] = field(default_factory=list)
    interventies: list[Interventie] = field(default_factory=list)
    partners: list[Partner] = field(default_factory=list)

    @property
    def laatste(self) -> Casusbarriere | None:
        """The last look."""
        return self.standen[-1] if self.standen else None

    @property
    def staat_naam(self) -> str:
        return str(rules.Staat(self.staat).label)


def beeld(*, door: Actor, casus: Casus, model: Barrieremodel) -> list[Vak]:
    """Where pieces of the exploitation pass in this case, who can stop it, and what was done (BAR-04+).

    What was recorded under another model stands under the barrier that covers most of it; what fits nowhere stands
    last, so that nothing is lost.
    """
    vakken = {b.code: Vak(b.naam, b, rules.samen(b.basis)) for b in barrieres(model)}
    doel = {b.code: b.basis for b in barrieres(model)}
    rest = Vak("")
    zicht = {"casus_id": casus.pk, "deel__in": FUNCTIE_DELEN.get(door.functie, frozenset())}
    for stand in Casusbarriere.objects.filter(**zicht).select_related("barriere", "partner"):
        (vakken.get(rules.verplaatst(stand.barriere.basis, doel)) or rest).standen.append(stand)
    for wie in Faciliteerder.objects.filter(**zicht).select_related("barriere", "partner"):
        (vakken.get(rules.verplaatst(wie.barriere.basis, doel)) or rest).faciliteerders.append(wie)
    maatregelen = list(casussen.interventies(door=door, casus=casus))
    in_casus = list(casussen.partners_in(casus=casus))
    for vak in vakken.values():
        over = vak.over
        assert over is not None
        vak.staat = vak.laatste.staat if vak.laatste else rules.Staat.ONBEKEND
        vak.interventies = [i for i in maatregelen if i.soort in over.interventies]
        kan = {*over.signaleren, *over.ingrijpen}
        vak.partners = [p for p in in_casus if p.soort in kan]
    return [*vakken.values(), *([rest] if rest.standen or rest.faciliteerders else [])]


@dataclass(frozen=True)
class Gatregel:
    """One barrier tested against a group: who is there, what is missing, which partners of the region would fit."""

    naam: str
    aanwezig: list[Partner]
    gat: rules.Gat
    passend: list[Partner]


def samenstelling(*, model: Barrieremodel, leden: Iterable[Partner]) -> list[Gatregel]:
    """Which barriers a group covers, and who is missing; care last, though it does not follow from the model."""
    groep, alle = list(leden), list(partners.partners(klok.vandaag()))
    soorten = {p.soort for p in groep}
    uit = []
    for barriere in barrieres(model):
        over = rules.samen(barriere.basis)
        gat = rules.gat(over, soorten)
        zoekt = {*gat.signaleren, *gat.ingrijpen}
        uit.append(
            Gatregel(
                barriere.naam,
                [p for p in groep if p.soort in {*over.signaleren, *over.ingrijpen}],
                gat,
                [p for p in alle if p.soort in zoekt],
            )
        )
    zorg = [p for p in groep if p.soort in rules.ZORG]
    mist = rules.Gat((), () if zorg else rules.ZORG)
    uit.append(Gatregel("", zorg, mist, [] if zorg else [p for p in alle if p.soort in rules.ZORG]))
    return uit


def organen(*, door: Actor) -> QuerySet[Orgaan]:
    """Bodies whose composition can be tested: every active one of the region."""
    return Orgaan.objects.filter(~Q(status="vervallen")).order_by("naam")


def leden_van(orgaan_id: UUID) -> list[Partner]:
    """The partners in a body today."""
    zetels = OrgaanLid.objects.filter(geldig_op(klok.vandaag()), orgaan_id=orgaan_id)
    return list(Partner.objects.filter(pk__in=zetels.values("partner_id")).order_by("naam"))


def barrieres_met(ids: Iterable[UUID]) -> QuerySet[Barriere]:
    """These barriers, in order."""
    return Barriere.objects.filter(pk__in=list(ids)).order_by("volgorde", "pk")


def zwakke_plekken() -> QuerySet[ZwakkePlek]:
    """Weak points in procedures, open ones first."""
    volgorde = Case(*(When(stand=s, then=n) for n, s in enumerate(rules.PlekStand.values)))
    return ZwakkePlek.objects.select_related("eigenaar", "gemeld_door").order_by(volgorde, "naam")


def zwakke_plek(*, id: object) -> ZwakkePlek | None:
    """One of them."""
    sleutel = uuid_of_niets(id)
    return zwakke_plekken().filter(pk=sleutel).first() if sleutel else None


def tellingen() -> dict[UUID, tuple[int, int]]:
    """Per weak point of the actor's partner (for a ketenregisseur: all): in how many cases, and how often elsewhere."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT plek_id, casussen, verder FROM barriere_tel_vondsten()")
        return {plek: (casussen_, verder) for plek, casussen_, verder in cursor.fetchall()}


def vondsten(*, door: Actor, plek: ZwakkePlek) -> QuerySet[Plekvondst]:
    """Where it was found, as far as this reader sees the case, or found it."""
    casus = Casus.objects.filter(casussen.zichtbaar(door, Casus)).values("pk")
    zelf = Q(casus__isnull=True, partner_id=door.partner_id)
    zicht = Q(casus_id__in=casus) | zelf if door.functie in FUNCTIE_SOORTEN else Q(pk__in=[])
    return Plekvondst.objects.filter(zicht, plek=plek).select_related("casus", "partner")


def eigen_casussen(*, door: Actor) -> list[tuple[str, str]]:
    """Open cases that this actor may name as a find: (id, kenmerk)."""
    return [(str(c.pk), c.kenmerk) for c in casussen.casussen(door=door)[:100]]
