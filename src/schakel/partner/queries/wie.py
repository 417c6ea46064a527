# SPDX-License-Identifier: EUPL-1.2
"""Who is who today: the functions a person holds, whose stand-in they are, whom to call."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.partner import rules
from schakel.partner.models import Bezetting, Functie, Gemeente, Partner, Rol
from schakel.toegang.actor import Actor
from schakel.toegang.models import Gebruiker, Token
from schakel.toegang.rules import token_hash

SESSIE = "bezetting"
"""Session key: the Bezetting (person in a function) in which the user acts."""


def geldig_op(dag: date) -> Q:
    """Rows with `van` and `tot` that hold on `dag` (both ends included, empty = open)."""
    return (Q(van__isnull=True) | Q(van__lte=dag)) & (Q(tot__isnull=True) | Q(tot__gte=dag))


def bezettingen(gebruiker: Gebruiker, dag: date | None = None) -> QuerySet[Bezetting]:
    """The functions this person fills on `dag` (today), with function and partner."""
    dag = dag or klok.vandaag()
    return (
        Bezetting.objects.filter(geldig_op(dag), gebruiker=gebruiker)
        .filter(Q(functie__tot__isnull=True) | Q(functie__tot__gte=dag))
        .filter(Q(functie__partner__tot__isnull=True) | Q(functie__partner__tot__gte=dag))
        .exclude(functie__rol=Rol.AANSPREEKPUNT)
        .select_related("functie__partner", "gebruiker")
        .order_by("functie__naam", "pk")
    )


def als_actor(bezetting: Bezetting) -> Actor:
    """The actor of one Bezetting. A stand-in also acts for the holders of the same function."""
    personen = {bezetting.gebruiker_id}
    if bezetting.soort == Bezetting.Soort.PLAATSVERVANGER:
        houders = Bezetting.objects.filter(
            geldig_op(klok.vandaag()), functie_id=bezetting.functie_id, soort=Bezetting.Soort.HOUDER
        )
        personen |= set(houders.values_list("gebruiker_id", flat=True))
    return Actor(
        gebruiker_id=bezetting.gebruiker_id,
        partner_id=bezetting.functie.partner_id,
        functie=bezetting.functie.rol,
        bezetting_id=bezetting.pk,
        personen=tuple(sorted(personen)),
        naam=bezetting.gebruiker.naam or bezetting.gebruiker.inlognaam,
        partner_naam=bezetting.functie.partner.naam,
        functie_naam=bezetting.functie.naam,
    )


def actor_van_sessie(request: HttpRequest) -> Actor | None:
    """The actor of a logged-in session; ended functions and accounts end at the next request."""
    if not request.user.is_authenticated or not request.user.is_active:
        return None
    gekozen = uuid_of_niets(request.session.get(SESSIE))
    mogelijk = list(bezettingen(request.user))
    bezetting = next((b for b in mogelijk if b.pk == gekozen), mogelijk[0] if mogelijk else None)
    if bezetting is None:
        return Actor(gebruiker_id=request.user.pk, partner_id=None, functie="geen", naam=request.user.naam)
    return als_actor(bezetting)


def actor_van_token(token: str) -> Actor | None:
    """The actor of an API token in force, or None."""
    rij = (
        Token.objects.filter(
            hash=token_hash(token), ingetrokken_op__isnull=True, verloopt__gte=klok.vandaag()
        )
        .filter(gebruiker__is_active=True)
        .select_related("gebruiker")
        .first()
    )
    if rij is None:
        return None
    bezetting = bezettingen(rij.gebruiker).filter(pk=rij.bezetting_id).first()
    return als_actor(bezetting) if bezetting else None


def partners(dag: date | None = None) -> QuerySet[Partner]:
    """Organisations that exist on `dag`; without a day, all of them."""
    alle = Partner.objects.order_by("naam")
    return alle.filter(geldig_op(dag)) if dag else alle


def aanspreekpunt(partner_id: UUID, rollen: Iterable[str], dag: date | None = None) -> Functie | None:
    """Whom to call at a partner: the first of `rollen` that is filled on `dag`, else any function with that role."""
    dag = dag or klok.vandaag()
    functies = Functie.objects.filter(geldig_op(dag), partner_id=partner_id).select_related("partner")
    for rol in rollen:
        bezet = functies.filter(rol=rol, pk__in=Bezetting.objects.filter(geldig_op(dag)).values("functie_id"))
        if gevonden := bezet.first() or functies.filter(rol=rol).first():
            return gevonden
    return None


def partner_met_code(code: str) -> Partner | None:
    """The partner with this code."""
    return Partner.objects.filter(code=code).first()


def bezettingen_van(inlognaam: str) -> list[Bezetting]:
    """The functions that the person with this login name fills today."""
    gebruiker = Gebruiker.objects.filter(inlognaam=inlognaam.lower(), is_active=True).first()
    return list(bezettingen(gebruiker)) if gebruiker else []


def alle_bezettingen(dag: date | None = None) -> QuerySet[Bezetting]:
    """Every filled function on `dag`, with person and partner."""
    return (
        Bezetting.objects.filter(geldig_op(dag or klok.vandaag()))
        .select_related("functie__partner", "gebruiker")
        .order_by("gebruiker__inlognaam", "pk")
    )


def inbrenger(code: str) -> Actor | None:
    """On whose behalf a file of this partner comes in: the first filled function that works with signals."""
    rollen = (
        Rol.AANDACHTSFUNCTIONARIS,
        Rol.CASUSDEELNEMER,
        Rol.TOEZICHTHOUDER,
        Rol.KETENREGISSEUR,
        Rol.REGIOCOORDINATOR,
    )
    gevuld = list(alle_bezettingen().filter(functie__partner__code=code, functie__rol__in=rollen))
    return als_actor(min(gevuld, key=lambda b: rollen.index(Rol(b.functie.rol)))) if gevuld else None


def collegas(partner_id: UUID) -> QuerySet[Gebruiker]:
    """Active accounts that fill or filled a function at this partner."""
    van_partner = Bezetting.objects.filter(functie__partner_id=partner_id).values("gebruiker_id")
    return Gebruiker.objects.filter(pk__in=van_partner, is_active=True).order_by("inlognaam")


def eigen_partner(door: Actor) -> QuerySet[Partner]:
    """The actor's own organisation, as a list to choose from."""
    return Partner.objects.filter(pk__in=[door.partner_id] if door.partner_id else [])


def mag_partner_beheren(door: Actor, partner: Partner) -> bool:
    """May this actor keep the functions and holders of this partner?"""
    return rules.mag_partner_beheren(functie=door.functie, eigen=door.partner_id == partner.pk)


def mag_regio_beheren(door: Actor) -> bool:
    """May this actor keep bodies, places, divisions and the list of partners?"""
    partner_id = door.partner_id if door.is_een(rules.BEHEERDER) else None
    leidend = partner_id is not None and Partner.objects.filter(pk=partner_id, leidend=True).exists()
    return rules.mag_regio_beheren(functie=door.functie, leidend=leidend)


def functies_met_rol(rollen: Iterable[str], *, soort: str = "") -> QuerySet[Functie]:
    """Functions with one of these roles, with their partner; `soort`: only at partners of this kind."""
    functies = Functie.objects.filter(rol__in=list(rollen)).select_related("partner")
    return functies.filter(partner__soort=soort) if soort else functies


def functies_bij(partner_id: object) -> QuerySet[Functie]:
    """Every function of one partner."""
    sleutel = uuid_of_niets(partner_id)
    return Functie.objects.filter(partner_id=sleutel).order_by("naam") if sleutel else Functie.objects.none()


def gemeenten_genoemd(woorden: Iterable[str]) -> dict[str, Gemeente]:
    """Municipalities by name or CBS code, under the word by which they were asked."""
    gevraagd = [w for w in woorden if w]
    gevonden = Gemeente.objects.filter(Q(naam__in=gevraagd) | Q(cbs__in=gevraagd))
    return {woord: g for g in gevonden for woord in (g.naam, g.cbs) if woord in gevraagd}
