# SPDX-License-Identifier: EUPL-1.2
"""Recording what becomes of a case in criminal law (CAS-09)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from schakel.casus import queries, rules
from schakel.casus.actions.casus import Bezwaar, schrijf_logregel, volg_fase
from schakel.casus.models import Casus, Strafstap
from schakel.casus.rules.wie import ik, mijn
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.partner.models import Gemeente
from schakel.toegang.actor import Actor


@transaction.atomic
def leg_strafstap_vast(
    *,
    door: Actor,
    casus: Casus,
    soort: str,
    uitkomst: str = "",
    datum: date | None = None,
    vorm: str = "",
    gemeente: Gemeente | None = None,
    instantie: str = "",
    reden: str = "",
    deel: int = 2,
    id: UUID | None = None,
) -> Strafstap:
    """One step, also in a closed case: a judgment comes late. Raises `Bezwaar`."""
    if id and (eerder := queries.strafstappen(door=door, casus=casus).filter(pk=id).first()):
        return eerder
    if nee := rules.bezwaren_strafstap(
        soort=soort, uitkomst=uitkomst, reden=reden, toekomst=datum is not None and datum > klok.vandaag()
    ):
        raise Bezwaar(nee)
    stap = Strafstap(
        id=id or nieuw_id(),
        casus=casus,
        deel=deel,
        soort=soort,
        uitkomst=uitkomst,
        datum=datum,
        vorm=vorm,
        gemeente=gemeente,
        instantie=instantie,
        reden=reden.strip() or None,
        partner_id=mijn(door),
        door=ik(door),
        op=klok.nu(),
    )
    stap.save(force_insert=True)
    volg_fase(door=door, casus=casus)
    schrijf_logregel(door, casus, "schrijven")
    return stap
