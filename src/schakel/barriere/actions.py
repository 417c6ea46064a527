# SPDX-License-Identifier: EUPL-1.2
"""Making a model of one's own, and saying how a barrier stands in a case."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.barriere import queries, rules
from schakel.barriere.models import Barriere, Barrieremodel, Casusbarriere, Faciliteerder
from schakel.casus.actions.casus import Bezwaar, schrijf_logregel
from schakel.casus.models import Casus
from schakel.casus.rules.wie import ik, mijn
from schakel.convenant.rules import FUNCTIE_DELEN
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
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
