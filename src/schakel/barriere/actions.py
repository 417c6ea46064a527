# SPDX-License-Identifier: EUPL-1.2
"""Making a model of one's own, and saying how a barrier stands in a case."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.barriere import queries, rules
from schakel.barriere.models import (
    Barriere,
    Barrieremodel,
    Casusbarriere,
    Faciliteerder,
    Plekvondst,
    ZwakkePlek,
)
from schakel.casus.actions.casus import Bezwaar, schrijf_logregel
from schakel.casus.models import Casus
from schakel.casus.rules import Verouderd
from schakel.casus.rules.wie import ik, mijn
from schakel.convenant.rules import FUNCTIE_DELEN, FUNCTIE_SOORTEN
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor

BEHEER = ("ketenregisseur", "aandachtsfunctionaris")


@transaction.atomic
def maak_model(
    *,
    door: Actor,
    naam: str,
    op_basis_van: Barrieremodel,
    zonder: Iterable[UUID] = (),
    erbij: Iterable[tuple[str, str]] = (),
    id: UUID | None = None,
) -> Barrieremodel:
    """A model of one's own: a copy, shortened and extended. The model it came from does not change (BAR-01).

    `zonder`: ids of barriers to leave out; `erbij`: (name, part of the exploitation) of barriers to add.
    """
    if not door.is_een(*BEHEER):
        raise PermissionError("Alleen de regie maakt een eigen model.")
    if id and (bestaand := queries.model(id)):
        return bestaand
    if not naam.strip():
        raise Bezwaar([_("Geef het model een naam.")])
    weg = set(zonder)
    over = [b for b in queries.barrieres(op_basis_van) if b.pk not in weg]
    nieuw = [(b.code, b.naam, b.basis) for b in over]
    nieuw += [(f"eigen-{nr}", titel, [deel]) for nr, (titel, deel) in enumerate(erbij, 1)]
    if not nieuw:
        raise Bezwaar([_("Een model heeft minstens één barrière.")])
    model = Barrieremodel(
        id=id or nieuw_id(),
        naam=naam,
        bron=_("Op basis van: %(model)s") % {"model": op_basis_van.naam},
        eigenaar_id=mijn(door),
        gemaakt_op=klok.nu(),
    )
    model.save(force_insert=True)
    Barriere.objects.bulk_create(
        Barriere(model=model, eigenaar_id=mijn(door), code=code, naam=titel, volgorde=nr, basis=basis)
        for nr, (code, titel, basis) in enumerate(nieuw, 1)
    )
    return model


def _mag(door: Actor, casus: Casus, deel: int) -> None:
    if casus.afgesloten_op is not None:
        raise Bezwaar([_("De casus is afgesloten.")])
    if deel not in FUNCTIE_DELEN.get(door.functie, frozenset()):
        raise PermissionError("Je functie zit niet in dit deel van het overleg.")


@transaction.atomic
def leg_stand_vast(
    *, door: Actor, casus: Casus, barriere: Barriere, staat: str, toelichting: str = "", deel: int = 1
) -> Casusbarriere:
    """How a barrier stands in this case now."""
    _mag(door, casus, deel)
    if staat not in rules.Staat.values:
        raise Bezwaar([_("Kies hoe de barrière ervoor staat.")])
    stand = Casusbarriere(
        casus=casus,
        barriere=barriere,
        deel=deel,
        staat=staat,
        toelichting=toelichting or None,
        partner_id=mijn(door),
        door=ik(door),
        op=klok.nu(),
    )
    stand.save(force_insert=True)
    schrijf_logregel(door, casus, "schrijven")
    return stand


@transaction.atomic
def noem_faciliteerder(
    *,
    door: Actor,
    casus: Casus,
    barriere: Barriere,
    omschrijving: str,
    legaal: bool,
    bewust: str = rules.Bewust.ONBEKEND,
    bron: str = "",
    deel: int = 1,
) -> Faciliteerder:
    """Who makes it easy here, and how we know (BAR-02)."""
    _mag(door, casus, deel)
    if not omschrijving.strip():
        raise Bezwaar([_("Schrijf wie of wat het makkelijk maakt.")])
    rij = Faciliteerder(
        casus=casus,
        barriere=barriere,
        deel=deel,
        omschrijving=omschrijving,
        legaal=legaal,
        bewust=bewust,
        bron=bron or None,
        partner_id=mijn(door),
        op=klok.nu(),
    )
    rij.save(force_insert=True)
    schrijf_logregel(door, casus, "schrijven")
    return rij


def lees(*, door: Actor, casus: Casus) -> None:
    """The account of looking at the picture."""
    schrijf_logregel(door, casus, "lezen")


@transaction.atomic
def meld_plek(
    *,
    door: Actor,
    naam: str,
    werkwijze: str,
    onderdeel: str,
    eigenaar: Partner,
    afdeling: str = "",
    id: UUID | None = None,
) -> ZwakkePlek:
    """Record a weak point in a procedure, with whose procedure it is (BAR-03)."""
    if door.functie not in FUNCTIE_SOORTEN:
        raise PermissionError("Alleen wie met signalen of casussen werkt meldt een zwakke plek.")
    if id and (bestaand := queries.zwakke_plek(id=id)):
        return bestaand
    if onderdeel not in rules.onderdelen() or not (naam.strip() and werkwijze.strip()):
        raise Bezwaar([_("Schrijf wat er misgaat en hoe, en kies bij welke barrière het hoort.")])
    plek = ZwakkePlek(
        id=id or nieuw_id(),
        naam=naam,
        werkwijze=werkwijze,
        onderdeel=onderdeel,
        eigenaar=eigenaar,
        afdeling=afdeling,
        gemeld_door_id=mijn(door),
        gemeld_op=klok.nu(),
    )
    plek.save(force_insert=True)
    return plek


@transaction.atomic
def voeg_vondst_toe(
    *, door: Actor, plek: ZwakkePlek, soort: str, toelichting: str, casus: Casus | None = None
) -> Plekvondst:
    """It was found here too. A case counts once."""
    if door.functie not in FUNCTIE_SOORTEN:
        raise PermissionError("Alleen wie met signalen of casussen werkt voegt een vondst toe.")
    nee = [] if toelichting.strip() else [_("Schrijf hoe de zwakke plek hier is gebruikt.")]
    if (soort == rules.Vondst.CASUS) != (casus is not None):
        nee.append(_("Kies de casus, en alleen als het in een casus is gevonden."))
    if casus is not None and queries.vondsten(door=door, plek=plek).filter(casus_id=casus.pk).exists():
        nee.append(_("Deze casus telt al mee."))
    if nee:
        raise Bezwaar(nee)
    vondst = Plekvondst(
        plek=plek, soort=soort, casus=casus, toelichting=toelichting, partner_id=mijn(door), op=klok.nu()
    )
    vondst.save(force_insert=True)
    if casus is not None:
        schrijf_logregel(door, casus, "schrijven")
    else:
        logboek.noteer(door=door, regels=[Logregel("schrijven", "zwakke plek", None, mijn(door))])
    return vondst


@transaction.atomic
def pak_plek_aan(*, door: Actor, plek: ZwakkePlek, maatregel: str, stand: str, versie: int) -> ZwakkePlek:
    """The owner of the procedure says what is done about it; solving it asks a measure."""
    if plek.eigenaar_id != door.partner_id and not door.is_een("ketenregisseur"):
        raise PermissionError("Alleen wie de werkwijze heeft, of de regisseur, past dit aan.")
    vers = ZwakkePlek.objects.select_for_update(of=("self",)).get(pk=plek.pk)
    if vers.versie != versie:
        raise Verouderd
    if stand != rules.PlekStand.OPEN and not maatregel.strip():
        raise Bezwaar([_("Schrijf wat er aan de zwakke plek wordt gedaan.")])
    vers.maatregel, vers.stand, vers.versie = maatregel, stand, versie + 1
    vers.save(update_fields=["maatregel", "stand", "versie"])
    return vers


def lees_vondsten(*, door: Actor, vondsten: Iterable[Plekvondst]) -> None:
    """The account of reading where it was found."""
    for vondst in vondsten:
        if vondst.casus is not None:
            schrijf_logregel(door, vondst.casus, "lezen")
