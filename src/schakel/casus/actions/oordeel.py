# SPDX-License-Identifier: EUPL-1.2
"""Weighing and evaluating: written once, kept beside each other, never changed."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.casus import queries, rules
from schakel.casus.actions.casus import Bezwaar, schrijf_logregel, volg_fase
from schakel.casus.actions.dossier import open_voor
from schakel.casus.models import Casus, Evaluatie, Weging
from schakel.casus.rules.weging import NIVEAUS
from schakel.casus.rules.wie import ik, mijn
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.toegang.actor import Actor


@transaction.atomic
def weeg(
    *,
    door: Actor,
    casus: Casus,
    soort: str,
    criteria: Mapping[str, str],
    uitkomst: str,
    motivering: str,
    feiten_op: date,
    kwalificatie: Mapping[str, Sequence[str]] | None = None,
    deel: int = 1,
    overleg_kenmerk: str = "",
    id: UUID | None = None,
) -> Weging:
    """Fix a view, or (the regie, a ketenregisseur) the joint outcome that closes the round.

    The lists are those of today (criteria) and of the day of the facts (art. 273f). Raises `Bezwaar`.
    """
    open_voor(door, casus)
    bestaand = queries.wegingen(door=door, casus=casus)
    if id and (eerder := bestaand.filter(pk=id).first()):
        return eerder
    gezamenlijk = soort == rules.WegingSoort.GEZAMENLIJK
    if gezamenlijk and not (
        rules.mag_regie(door.functie, casus.eigenaar_id == door.partner_id) or door.is_een("ketenregisseur")
    ):
        raise PermissionError("Alleen de regie legt de uitkomst van het overleg vast.")
    kwalificatie = {e: sorted(codes) for e, codes in (kwalificatie or {}).items() if codes}
    versie = _controleer(criteria, kwalificatie, motivering, feiten_op)
    weging = Weging(
        id=id or nieuw_id(),
        casus=casus,
        deel=deel,
        soort=soort,
        partner_id=mijn(door),
        weger=ik(door),
        ronde=bestaand.filter(soort=rules.WegingSoort.GEZAMENLIJK).count() + 1,
        criteria=dict(criteria),
        criteria_versie=rules.CRITERIA_VERSIE,
        feiten_op=feiten_op,
        kwalificatie=kwalificatie,
        kwalificatie_versie=versie,
        uitkomst=uitkomst,
        motivering=motivering,
        overleg_kenmerk=overleg_kenmerk,
        vastgesteld_op=klok.nu(),
    )
    weging.save(force_insert=True)
    volg_fase(door=door, casus=casus)
    schrijf_logregel(door, casus, "wegen")
    return weging


def _controleer(
    criteria: Mapping[str, str], kwalificatie: Mapping[str, Sequence[str]], motivering: str, feiten_op: date
) -> str:
    """The version of the law that fits, or `Bezwaar` with everything that does not."""
    nee = [] if motivering.strip() else [_("Schrijf een motivering.")]
    if feiten_op > klok.vandaag():
        nee.append(_("De datum van de feiten ligt in de toekomst."))
    if set(criteria) - set(rules.CRITERIA) or set(criteria.values()) - set(NIVEAUS):
        nee.append(_("Onbekend criterium of niveau."))
    try:
        lijst = rules.kwalificatielijst(feiten_op)
    except LookupError as fout:
        raise Bezwaar([*nee, str(fout)]) from fout
    if any(
        e not in lijst.elementen or set(codes) - set(lijst.elementen[e]) for e, codes in kwalificatie.items()
    ):
        nee.append(_("Deze kwalificatie staat niet in de lijst van %(versie)s.") % {"versie": lijst.versie})
    if nee:
        raise Bezwaar(nee)
    return lijst.versie


@transaction.atomic
def evalueer(
    *,
    door: Actor,
    casus: Casus,
    doel_bereikt: str,
    resultaat: str,
    uitkomst_melder: str,
    lessen: str = "",
    toelichting_melder: str = "",
    deel: int = 1,
    id: UUID | None = None,
) -> Evaluatie:
    """Goal against result, lessons, and what the reporters may hear (CAS-06). Raises `Bezwaar`."""
    open_voor(door, casus)
    if id and (eerder := queries.evaluaties(door=door, casus=casus).filter(pk=id).first()):
        return eerder
    if not resultaat.strip():
        raise Bezwaar([_("Schrijf wat het resultaat is, naast het doel.")])
    evaluatie = Evaluatie(
        id=id or nieuw_id(),
        casus=casus,
        deel=deel,
        partner_id=mijn(door),
        door=ik(door),
        doel_bereikt=doel_bereikt,
        resultaat=resultaat,
        lessen=lessen or None,
        uitkomst_melder=uitkomst_melder,
        toelichting_melder=toelichting_melder or None,
        op=klok.nu(),
    )
    evaluatie.save(force_insert=True)
    volg_fase(door=door, casus=casus)
    schrijf_logregel(door, casus, "evalueren")
    return evaluatie
