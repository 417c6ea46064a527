# SPDX-License-Identifier: EUPL-1.2
"""The ground of a region: municipalities, partners, functions with holders, bodies, and the agreement between them."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.contrib.auth.hashers import make_password

from schakel.convenant import actions as convenant_actions
from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.kern.ids import vast_id
from schakel.melding.rules.woorden import MELDPUNT
from schakel.partner import actions as partner_actions
from schakel.partner.models import Bezetting, Gemeente, Orgaan, Partner, Rol
from schakel.partner.queries import als_actor
from schakel.toegang.actions import maak_gebruiker
from schakel.toegang.actor import SYSTEEM, Actor
from schakel.wereld.rijndal.partners import WACHTWOORD
from schakel.wereld.vormen import Functie, Overleg, Regio


@dataclass
class Geladen:
    """What was loaded, by the short names of the told region: `actoren["ketenregisseur@rijnhaven"]`."""

    partners: dict[str, Partner] = field(default_factory=dict)
    gemeenten: dict[str, Gemeente] = field(default_factory=dict)
    bezettingen: dict[str, Bezetting] = field(default_factory=dict)
    organen: dict[str, Orgaan] = field(default_factory=dict)
    convenant_id: UUID | None = None

    def actor(self, login: str) -> Actor:
        """`<functie>@<partner>`, with or without `.rijndal.test`."""
        return als_actor(self.bezettingen[login.removesuffix(".rijndal.test")])

    def bij(self, partner_id: UUID) -> Actor | None:
        """Who receives meldingen at this partner."""
        for bezetting in self.bezettingen.values():
            if bezetting.functie.partner_id == partner_id and bezetting.functie.rol in MELDPUNT:
                return als_actor(bezetting)
        return None


def laad_basis(regio: Regio) -> Geladen:
    """Load everything but reports and signals."""
    geladen = Geladen()
    for p in regio.partners:
        rechtsvorm = "publiek" if p.publiek else "privaat"
        geladen.partners[p.id] = partner_actions.maak_partner(
            code=p.id, naam=p.naam, soort=p.soort, rechtsvorm=rechtsvorm
        )
    for g in regio.gemeenten:
        geladen.gemeenten[g.id] = partner_actions.maak_gemeente(naam=g.naam, partner=geladen.partners[g.id])
    wachtwoord = make_password(WACHTWOORD)
    for functie in regio.functies:
        _functie(geladen, functie, wachtwoord)
    for overleg in regio.overleggen:
        geladen.organen[overleg.id] = _orgaan(geladen, overleg)
    geladen.convenant_id = _convenant(regio, geladen)
    privacyfunctionaris = geladen.actor("privacyfunctionaris@rijnhaven")
    with als(privacyfunctionaris):
        convenant_actions.laad_checklist(door=privacyfunctionaris)
    return geladen


def _convenant(regio: Regio, geladen: Geladen) -> UUID:
    """The agreement under which everything is shared: rule set 2025, confirmed for the demonstration, all signed."""
    begin = regio.peildatum - timedelta(days=400)
    with klok.zet(begin), als(SYSTEEM):
        convenant = convenant_actions.maak_convenant(
            door=SYSTEEM,
            naam=f"Convenant integrale aanpak mensenhandel {regio.naam}",
            eigenaar=geladen.partners["rijnhaven"],
            doel="Mensenhandel in de regio zien, stoppen en de slachtoffers helpen.",
            regime="WGS-RIEC",
            contactpunt=geladen.partners["rijnhaven"],
        )
        for partner in geladen.partners.values():
            partij = convenant_actions.treed_toe(door=SYSTEEM, convenant=convenant, partner=partner)
            convenant_actions.teken(door=SYSTEEM, partij=partij, op=begin)
        convenant_actions.laad_regelset(
            door=SYSTEEM,
            convenant=convenant,
            set="2025",
            ingang=begin,
            einde=regio.peildatum + timedelta(days=70),
            bevestigd_met="Demonstratie: niet door een jurist bevestigd",
        )
    return convenant.pk


def _functie(geladen: Geladen, functie: Functie, wachtwoord: str) -> None:
    partner = geladen.partners[functie.partner]
    if functie.vacant:
        partner_actions.maak_functie(partner=partner, rol=functie.functie)
        return
    gebruiker = maak_gebruiker(inlognaam=functie.gebruiker, naam=functie.houder, wachtwoordhash=wachtwoord)
    soort = Bezetting.Soort.PLAATSVERVANGER if functie.waarnemer_van else Bezetting.Soort.HOUDER
    geladen.bezettingen[f"{functie.login}@{functie.partner}"] = partner_actions.bezet(
        partner=partner,
        rol=functie.functie,
        gebruiker=gebruiker,
        soort=soort,
        van=functie.sinds or date(2020, 1, 1),
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
