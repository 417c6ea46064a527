# SPDX-License-Identifier: EUPL-1.2
"""Copies carry their term, and what has outlived its term is destroyed with proof (CNV-09+)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction

from schakel.convenant import queries, rules
from schakel.convenant.actions.stukken import NieuwGegeven, voeg_gegevens_toe
from schakel.convenant.actions.vrijgave import vraag_vrijgave
from schakel.convenant.models import Gegeven, Stuk, Vernietiging, Verstrekking, Vrijgaveverzoek
from schakel.convenant.rules.bewaren import van_kopie
from schakel.kern import klok
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor


@transaction.atomic
def neem_over(*, door: Actor, gegeven: Gegeven, naar: Stuk, verstrekking: Verstrekking) -> Gegeven:
    """Copy a received piece into an object of one's own. The copy stays inside the own organisation (passing on is for
    the owner), keeps the supplier's conditions, and lives as long as the original and the verstrekking allow."""
    if not queries.gegevens_van(door=door, stukken=[gegeven.stuk_id]).filter(pk=gegeven.pk).exists():
        raise PermissionError("Dit gegeven bestaat niet.")
    if gegeven.eigenaar_id == door.partner_id or verstrekking.stuk_id != gegeven.stuk_id:
        raise ValueError(
            "Overnemen kan alleen van een andere partner, onder de verstrekking waarmee je het kreeg."
        )
    nieuw = NieuwGegeven(
        soort=gegeven.soort, categorie=rules.Categorie(gegeven.categorie), inhoud=gegeven.inhoud,
        handeling=rules.Handeling.EIGEN, zekerheid=gegeven.zekerheid, datum=gegeven.datum,
        proces_verbaal=gegeven.proces_verbaal, niet_fiscaal=gegeven.niet_fiscaal,
        niet_strafrechtelijk=gegeven.niet_strafrechtelijk,
        bewaren_tot=van_kopie(gegeven.bewaren_tot, verstrekking.einde),
    )  # fmt: skip
    kopie = voeg_gegevens_toe(door=door, stuk=naar, nieuw=[nieuw])[0]
    kopie.herkomst_id, kopie.herkomst_partner_id = gegeven.pk, gegeven.eigenaar_id
    kopie.save(update_fields=["herkomst_id", "herkomst_partner"])
    return kopie


class _Groep(NamedTuple):
    eigenaar_id: UUID
    stuk_id: UUID
    herkomst_partner_id: UUID | None


@transaction.atomic
def vernietig_verlopen(*, door: Actor, opnieuw_vragen: Iterable[UUID] = ()) -> list[Vernietiging]:
    """Destroy every piece whose term has passed: all of them for the machine (`SYSTEEM`), else those of the actor's
    partner that the actor sees. Returns the proofs: per object how much of what, nothing of the content.

    `opnieuw_vragen`: ids of expired copies for which the supplier is asked again before they go.
    """
    dag, opnieuw = klok.vandaag(), set(opnieuw_vragen)
    verlopen = Gegeven.objects.filter(bewaren_tot__lt=dag).defer("inhoud").order_by("stuk_id", "pk")
    if door.partner_id is not None:
        verlopen = verlopen.filter(eigenaar_id=door.partner_id)
    groepen: dict[_Groep, list[Gegeven]] = defaultdict(list)
    for gegeven in verlopen:
        groepen[_Groep(gegeven.eigenaar_id, gegeven.stuk_id, gegeven.herkomst_partner_id)].append(gegeven)
    bewijzen = [_vernietig(door, groep, rijen, opnieuw) for groep, rijen in groepen.items()]
    ids = [g.pk for rijen in groepen.values() for g in rijen]
    with connection.cursor() as cursor:
        cursor.execute("SELECT convenant_vernietig(%s)", [ids])
    return bewijzen


def _vernietig(door: Actor, groep: _Groep, rijen: list[Gegeven], opnieuw: set[UUID]) -> Vernietiging:
    """The proof and the log line of one object, and the new request where one is wanted."""
    categorieen = sorted({g.categorie for g in rijen})
    vraag = [g for g in rijen if g.pk in opnieuw]
    if vraag and groep.herkomst_partner_id is not None:
        vraag_vrijgave(
            door=door,
            eigenaar=Partner.objects.get(pk=groep.herkomst_partner_id),
            soort=Vrijgaveverzoek.Soort.OPNIEUW,
            doel=rules.Doel.HULP,
            categorieen=[rules.Categorie(c) for c in sorted({g.categorie for g in vraag})],
            vraag=f"De bewaartermijn van {len(vraag)} verstrekte gegevens is voorbij. Mogen wij ze opnieuw krijgen?",
        )
    laatste: date = max(g.bewaren_tot for g in rijen if g.bewaren_tot is not None)
    bewijs = Vernietiging(
        eigenaar_id=groep.eigenaar_id, stuk_id=groep.stuk_id, herkomst_partner_id=groep.herkomst_partner_id,
        categorieen=categorieen, aantal=len(rijen), bewaren_tot=laatste, opnieuw_gevraagd=bool(vraag),
        vernietigd_op=klok.nu(),
    )  # fmt: skip
    bewijs.save(force_insert=True)
    regel = Logregel(
        handeling="vernietigen", soort="gegeven", stuk_id=groep.stuk_id, eigenaar_id=groep.eigenaar_id,
        categorieen=tuple(categorieen), resultaat=f"aantal {len(rijen)}",
    )  # fmt: skip
    logboek.noteer(door=door, regels=[regel])
    return bewijs
