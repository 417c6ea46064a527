# SPDX-License-Identifier: EUPL-1.2
"""The ground of a region: municipalities, partners, functions with holders, bodies, and the agreement between them."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from schakel.convenant.actor import als
from schakel.convenant.regelsets import sluit_convenant
from schakel.kern.ids import vast_id
from schakel.partner import actions as partner_actions
from schakel.partner.models import Bezetting, Gemeente, Orgaan, Partner, Rol
from schakel.partner.queries import als_actor
from schakel.toegang.actor import Actor
from schakel.toegang.actions import maak_gebruiker
from schakel.wereld.vormen import Functie, Overleg, Regio

WACHTWOORD = "rijndal-demonstratie"
"""The one password of every demo login; the demo alone has no second factor."""


@dataclass
class Geladen:
    """What was loaded, by the short names of the told region: `actoren["ketenregisseur@rijnhaven"]`."""

    partners: dict[str, Partner] = field(default_factory=dict)
    gemeenten: dict[str, Gemeente] = field(default_factory=dict)
    bezettingen: dict[str, Bezetting] = field(default_factory=dict)
    organen: dict[str, Orgaan] = field(default_factory=dict)

    def actor(self, login: str) -> Actor:
        """`<functie>@<partner>`, with or without `.rijndal.test`."""
        return als_actor(self.bezettingen[login.removesuffix(".rijndal.test")])


def laad_basis(regio: Regio) -> Geladen:
    """Load everything but reports and signals."""
    geladen = Geladen()
    for p in regio.partners:
        rechtsvorm = "publiek" if p.publiek else "privaat"
        geladen.partners[p.id] = partner_actions.maak_partner(code=p.id, naam=p.naam, soort=p.soort, rechtsvorm=rechtsvorm)
    for g in regio.gemeenten:
        geladen.gemeenten[g.id] = partner_actions.maak_gemeente(naam=g.naam, partner=geladen.partners[g.id])
    wachtwoord = make_password(WACHTWOORD)
    for functie in regio.functies:
        _functie(geladen, functie, wachtwoord)
    for overleg in regio.overleggen:
        geladen.organen[overleg.id] = _orgaan(geladen, overleg)
    door = geladen.actor("ketenregisseur@rijnhaven")
    with als(door):
        sluit_convenant(
            door=door,
            naam=f"Convenant integrale aanpak mensenhandel {regio.naam}",
            regelset="2025",
            partners=list(geladen.partners.values()),
            ingang=regio.peildatum - timedelta(days=400),
            einde=regio.peildatum + timedelta(days=330),
        )
    return geladen


def _functie(geladen: Geladen, functie: Functie, wachtwoord: str) -> None:
    partner = geladen.partners[functie.partner]
    if functie.vacant:
        partner_actions.maak_functie(partner=partner, rol=functie.functie)
        return
    gebruiker = maak_gebruiker(inlognaam=functie.gebruiker, naam=functie.houder, wachtwoordhash=wachtwoord)
    soort = Bezetting.Soort.PLAATSVERVANGER if functie.waarnemer_van else Bezetting.Soort.HOUDER
    geladen.bezettingen[f"{functie.login}@{functie.partner}"] = partner_actions.bezet(
        partner=partner, rol=functie.functie, gebruiker=gebruiker, soort=soort, van=functie.sinds or date(2020, 1, 1)
    )


def _orgaan(geladen: Geladen, overleg: Overleg) -> Orgaan:
    """Seats are logins; in the register they become partner and role, with the parts in which they sit."""
    zetels: dict[tuple[str, str], list[int]] = {}
    for login in overleg.leden:
        actor = geladen.actor(login)
        delen = [1] if login in overleg.alleen_deel_1 else [1, 2]
        zetels[(str(actor.partner_id), actor.functie)] = delen
    voorzitter = geladen.actor(overleg.voorzitter)
    return partner_actions.maak_orgaan(
        id=vast_id("orgaan", overleg.id),
        naam=overleg.naam,
        niveau=overleg.niveau,
        keten=overleg.keten,
        gelaagd=bool(overleg.alleen_deel_1),
        voorzitter=f"{Rol(voorzitter.functie).label}, {voorzitter.partner_naam}",
        secretariaat_id=voorzitter.partner_id,
        ritme=overleg.ritme,
        zetels=zetels,
    )
