# SPDX-License-Identifier: EUPL-1.2
"""A generated world of size regio or land on top of the told region: its partners join, its observations come in
through the ordinary import, file by file; interrupted and started again it goes on where it was."""

import tempfile
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.db import transaction

from schakel.convenant import actions as convenant_actions
from schakel.convenant import queries as convenant_queries
from schakel.convenant.actor import als
from schakel.convenant.rules import Moment
from schakel.kern import klok
from schakel.partner import actions as partner_actions
from schakel.partner.models import Partner
from schakel.partner.queries import als_actor, bezettingen_van, inbrenger, partner_met_code, partners
from schakel.signaal.importeren import importeer
from schakel.toegang.actions import maak_gebruiker
from schakel.toegang.actor import SYSTEEM
from schakel.wereld.bestanden import schrijf
from schakel.wereld.genereren import Wereld, maak_wereld
from schakel.wereld.laden.verhaal import maak_regime
from schakel.wereld.rijndal.partners import WACHTWOORD
from schakel.wereld.vormen import Omvang
from schakel.wereld.vormen import Partner as Verteld

Voortgang = Callable[[str], None]

_ROL = {
    "gemeente": "aandachtsfunctionaris",
    "zorg": "regiocoordinator",
    "ggd": "regiocoordinator",
    "opvang": "regiocoordinator",
}


def laad_wereld(*, zaad: int, omvang: Omvang, peildatum: date, voortgang: Voortgang) -> None:
    """Make the world and load it; with seed, size and day the result is always the same."""
    wereld = maak_wereld(zaad, omvang, peildatum=peildatum)
    laad_partners(wereld)
    with tempfile.TemporaryDirectory(prefix="schakel-wereld-") as tijdelijk:
        voortgang(f"Wereld van omvang {omvang} maken")
        for bestand in schrijf(wereld, Path(tijdelijk), soorten=("csv",), voortgang=voortgang):
            door = inbrenger(bestand.stem)
            if door is None:
                voortgang(f"{bestand.stem}: niemand kan inbrengen, overgeslagen")
                continue
            verslag = importeer(door=door, bestand=bestand, proef=False)
            voortgang(f"{bestand.stem}: {verslag.samenvatting()}")


def laad_partners(wereld: Wereld) -> None:
    """Its partners join the region and sign: all of them, or none."""
    with transaction.atomic():
        _treed_toe(_partners(wereld.partners, [g.id for g in wereld.gemeenten]))


def _partners(gegeven: Iterable[Verteld], gemeenten: list[str]) -> list[Partner]:
    """Partners and municipalities that the told region does not have, each with one person who brings things in."""
    wachtwoord, nieuw = make_password(WACHTWOORD), []
    for p in gegeven:
        if partner_met_code(p.id):
            continue
        partner = partner_actions.maak_partner(code=p.id, naam=p.naam, soort=p.soort)
        if p.id in gemeenten:
            partner_actions.maak_gemeente(naam=p.naam.removeprefix("Gemeente "), partner=partner)
        rol = _ROL.get(p.soort, "casusdeelnemer")
        gebruiker = maak_gebruiker(
            inlognaam=f"{rol}@{p.id}.rijndal.test", naam=f"Medewerker {p.naam}", wachtwoordhash=wachtwoord
        )
        partner_actions.bezet(partner=partner, rol=rol, gebruiker=gebruiker, van=date(2020, 1, 1))
        nieuw.append(partner)
    return nieuw


def _treed_toe(nieuw: list[Partner]) -> None:
    """The new partners sign the convenant of the region and come under a koppelregime with everyone."""
    if not nieuw:
        return
    convenant = convenant_queries.convenanten().get()
    vragen = convenant_queries.vragen(convenant_queries.vragenlijst(Moment.TOETREDEN))
    with als(SYSTEEM):
        for partner in nieuw:
            partij = convenant_actions.treed_toe(door=SYSTEEM, convenant=convenant, partner=partner)
            convenant_actions.teken(
                door=SYSTEEM, partij=partij, op=klok.vandaag() - timedelta(days=1),
                antwoorden={v.id: v.moet or "ja" for v in vragen},
            )  # fmt: skip
    regisseur = als_actor(bezettingen_van("ketenregisseur@rijnhaven.rijndal.test")[0])
    maak_regime(
        regisseur,
        "Raakvlakken mensenhandel, hele regio",
        convenant.pk,
        [p.pk for p in partners()],
        klok.vandaag(),
    )
