# SPDX-License-Identifier: EUPL-1.2
"""Acts of sharing, and the agreements as the pure rule wants them."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, When

from schakel.convenant import rules
from schakel.convenant.models import (
    AnoniemeVersie,
    ConvenantVersie,
    Gegeven,
    Genoemd,
    Partij,
    Regel,
    Stuk,
    Toegekend,
    Toestemming,
    Verstrekking,
    Vrijgaveverzoek,
)
from schakel.convenant.queries.zichtbaar import gegevens_van, mijn
from schakel.convenant.rules import toestemming as consent
from schakel.convenant.rules.beschermd import FISCAAL, STRAFRECHTELIJK
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor


def verstrekkingen(*, door: Actor) -> QuerySet[Verstrekking]:
    """The register of acts of sharing of the actor's partner, given and received, newest first (CNV-03).

    The receiver reads one once the second person confirmed; on closed objects only who is named there, and the FG.

    The Stuk itself is not joined: the privacy officer reads the register, not the objects.
    """
    gegeven = Q(van_partner_id=door.partner_id)
    zicht = gegeven | Q(aan_partner_id=door.partner_id, wacht_op_tweede=False)
    if not door.is_een("privacyfunctionaris"):
        betrokken = mijn(door)
        zicht &= Q(stuk_besloten=False) | Q(stuk_id__in=betrokken)
        zicht &= gegeven | Q(casus__isnull=True) | Q(casus_id__in=betrokken)
    return Verstrekking.objects.filter(zicht).select_related(
        "van_partner", "aan_partner", "versie__convenant"
    )


def gedeeld_met(*, door: Actor, stuk_id: UUID) -> QuerySet[Verstrekking]:
    """Acts of sharing of one object that count today, as far as the actor may know of them ("gedeeld met: …")."""
    dag = klok.vandaag()
    return verstrekkingen(door=door).filter(
        stuk_id=stuk_id, ingetrokken_op__isnull=True, wacht_op_tweede=False, begin__lte=dag, einde__gte=dag
    )


def gronden(*, door: Actor, stukken: Iterable[Stuk]) -> dict[UUID, dict[str, Any]]:
    """Per object of another partner: under which verstrekking this actor may read it (for the log line)."""
    ids = [s.pk for s in stukken]
    if not ids:
        return {}
    rijen = Verstrekking.objects.filter(
        pk__in=Toegekend.objects.filter(stuk_id__in=ids).values("verstrekking_id")
    ).order_by("gemaakt_op")
    return {v.stuk_id: {"grondslag": v.grondslag, "doel": v.doel, "verstrekking_id": v.pk} for v in rijen}


def verzoek(
    *,
    stuk: Stuk,
    met: Partner,
    categorieen: Iterable[rules.Categorie],
    doel: rules.Doel,
    functie: str = "",
    deel: int | None = None,
    vervuld: Iterable[rules.Voorwaarde] = (),
    geanonimiseerd: bool = False,
) -> rules.Verzoek:
    """A proposed sharing of `stuk` as the pure rule wants it; the stage is that of the object, the day is today.

    Where consent was recorded, that record decides, not `vervuld` (CNV-07).
    """
    gekozen = frozenset(rules.Categorie(c) for c in categorieen)
    beperkt = Gegeven.objects.filter(stuk=stuk, categorie__in=gekozen)
    buiten = consent.buiten_toestemming(toestemmingen(stuk.pk), gekozen, str(met.pk), klok.vandaag())
    voldaan = frozenset(rules.Voorwaarde(v) for v in vervuld)
    if buiten is not None:
        voldaan -= {rules.Voorwaarde.TOESTEMMING_BETROKKENE}
        voldaan |= frozenset() if buiten else {rules.Voorwaarde.TOESTEMMING_BETROKKENE}
    return rules.Verzoek(
        categorieen=gekozen,
        van=str(stuk.eigenaar_id),
        van_soort=stuk.eigenaar.soort,
        aan=str(met.pk),
        aan_soort=met.soort,
        doel=rules.Doel(doel),
        fase=rules.Fase(stuk.fase),
        dag=klok.vandaag(),
        aan_functie=functie,
        deel=deel,
        vervuld=voldaan,
        geanonimiseerd=geanonimiseerd,
        handeling=rules.Handeling(stuk.handeling),
        genoemd=Genoemd.objects.filter(stuk=stuk, partner=met).exists(),
        embargo_tot=stuk.embargo_tot,
        buiten_toestemming=buiten or frozenset(),
        niet_fiscaal=met.soort in FISCAAL and beperkt.filter(niet_fiscaal=True).exists(),
        niet_strafrechtelijk=met.soort in STRAFRECHTELIJK
        and beperkt.filter(niet_strafrechtelijk=True).exists(),
    )


def toestemmingen(stuk_id: UUID) -> list[consent.Toestemming]:
    """The consent records on an object, as the pure rule wants them (as far as this actor may read them)."""
    return [
        consent.Toestemming(
            soort=rules.ToestemmingSoort(t.soort),
            categorieen=frozenset(rules.Categorie(c) for c in t.categorieen),
            partners=frozenset(str(p) for p in t.partners),
            gegeven_op=t.gegeven_op,
            tot=t.tot,
            ingetrokken_op=t.ingetrokken_op,
        )
        for t in Toestemming.objects.filter(stuk_id=stuk_id).defer("toelichting")
    ]


def versies(dag: date) -> list[rules.Versie]:
    """Every fixed convenant version with the parties in force on `dag`, as the pure rule wants it."""
    partijen: dict[UUID, set[str]] = {}
    in_kracht = Partij.objects.filter(
        Q(uitgetreden_op__isnull=True) | Q(uitgetreden_op__gt=dag),
        status=Partij.Status.PARTIJ,
        ondertekend_op__lte=dag,
    )
    for convenant_id, partner_id in in_kracht.values_list("convenant_id", "partner_id"):
        partijen.setdefault(convenant_id, set()).add(str(partner_id))
    vast = ConvenantVersie.objects.filter(status=ConvenantVersie.Status.VASTGESTELD).select_related(
        "convenant"
    )
    return [
        rules.Versie(
            convenant=versie.convenant.naam,
            nummer=versie.nummer,
            ingang=versie.ingang,
            einde=versie.einde,
            partijen=frozenset(partijen.get(versie.convenant_id, ())),
            regels=tuple(_regel(r) for r in versie.regels.all()),
            id=str(versie.pk),
            opgezegd_op=versie.convenant.opgezegd_op,
        )
        for versie in vast.prefetch_related("regels").order_by(F("ingang").desc(), "pk")
    ]


def _regel(regel: Regel) -> rules.Regel:
    return rules.Regel(
        code=regel.code,
        van=regel.van,
        naar=regel.naar,
        categorie=rules.Categorie(regel.categorie),
        naar_functie=regel.naar_functie,
        naar_deel=regel.naar_deel,
        fasen=frozenset(rules.Fase(f) for f in regel.fasen),
        doelen=frozenset(rules.Doel(d) for d in regel.doelen),
        grondslag=regel.grondslag,
        artikel=regel.artikel,
        wijze=rules.Wijze(regel.wijze),
        voorwaarden=frozenset(rules.Voorwaarde(v) for v in regel.voorwaarden),
        geldig_van=regel.geldig_van,
        geldig_tot=regel.geldig_tot,
    )


def verstrekking(*, door: Actor, id: object) -> Verstrekking | None:
    """One act of sharing given or received by the actor's partner, or None."""
    sleutel = uuid_of_niets(id)
    return verstrekkingen(door=door).filter(pk=sleutel).first() if sleutel else None


def categorieen_op(*, door: Actor, stuk_id: UUID) -> set[str]:
    """Which categories this object holds, as far as the actor may read them: what can be chosen to share."""
    return set(
        gegevens_van(door=door, stukken=[stuk_id]).order_by().values_list("categorie", flat=True).distinct()
    )


def vrijgaveverzoeken(*, door: Actor) -> QuerySet[Vrijgaveverzoek]:
    """Requests for release asked by or of the actor's partner; open ones first, then newest."""
    return (
        Vrijgaveverzoek.objects.filter(Q(vrager_id=door.partner_id) | Q(eigenaar_id=door.partner_id))
        .select_related("vrager", "eigenaar", "voor")
        .order_by(Case(When(status="open", then=0), default=1), "-gemaakt_op")
    )


def vrijgaveverzoek(*, door: Actor, id: object) -> Vrijgaveverzoek | None:
    """One of them, or None."""
    sleutel = uuid_of_niets(id)
    return vrijgaveverzoeken(door=door).filter(pk=sleutel).first() if sleutel else None


def anonieme_versies(*, door: Actor, stuk_id: UUID | None = None) -> QuerySet[AnoniemeVersie]:
    """Anonymised versions given by or to the actor's partner, newest first."""
    alle = AnoniemeVersie.objects.filter(
        Q(eigenaar_id=door.partner_id) | Q(aan_id=door.partner_id, ingetrokken_op__isnull=True)
    ).select_related("eigenaar", "aan")
    return alle.filter(stuk_id=stuk_id) if stuk_id else alle
