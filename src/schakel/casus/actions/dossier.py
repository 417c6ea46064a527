# SPDX-License-Identifier: EUPL-1.2
"""What partners bring into a case, how they share it there, and the word back to the reporter."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.casus import queries
from schakel.casus.actions.casus import Bezwaar, schrijf_logregel, volg_fase
from schakel.casus.models import Casus, CasusSignaal, Dossierstuk
from schakel.casus.rules.wie import ik
from schakel.convenant import actions as convenant
from schakel.convenant import queries as delen
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.models import Stuk, Verstrekking
from schakel.convenant.rules import Categorie, Doel, Fase, Handeling, StukSoort
from schakel.kern import klok
from schakel.kern.context import uuid_of_niets
from schakel.kern.ids import vast_id
from schakel.melding import actions as meldingen_acties
from schakel.partner.models import Partner
from schakel.signaal import actions as signaalacties
from schakel.signaal import queries as signalen
from schakel.signaal.rules.status import OPEN
from schakel.toegang.actor import Actor


def open_voor(door: Actor, casus: Casus) -> None:
    """Raises `Bezwaar` on a closed case; nothing is written there any more."""
    if casus.afgesloten_op is not None:
        raise Bezwaar([_("De casus is afgesloten.")])


@transaction.atomic
def voeg_signaal_toe(*, door: Actor, casus: Casus, signaal: Stuk) -> CasusSignaal:
    """Bring a signal into the case: one's own, or (for the regie) one that was shared. It shares nothing by
    itself."""
    open_voor(door, casus)
    if signaal.soort != StukSoort.SIGNAAL or door.partner_id not in (casus.eigenaar_id, signaal.eigenaar_id):
        raise PermissionError("Breng een eigen signaal in; de regie ook een signaal dat met haar gedeeld is.")
    bestaand = CasusSignaal.objects.filter(casus_id=casus.pk, signaal_id=signaal.pk).first()
    if bestaand:
        return bestaand
    koppeling = CasusSignaal(
        casus=casus,
        signaal=signaal,
        signaal_eigenaar_id=signaal.eigenaar_id,
        ingebracht_op=klok.nu(),
        ingebracht_door=ik(door),
    )
    koppeling.save(force_insert=True)
    eigen = signalen.signaal(door=door, id=signaal.pk)
    if eigen and signaal.eigenaar_id == door.partner_id and eigen.status in OPEN:
        signaalacties.zet_in_casus(door=door, signaal=eigen, kenmerk=casus.kenmerk)
    volg_fase(door=door, casus=casus)
    schrijf_logregel(door, casus, "schrijven")
    return koppeling


@transaction.atomic
def voeg_dossierstuk_toe(
    *,
    door: Actor,
    casus: Casus,
    aard: str,
    gegevens: Iterable[NieuwGegeven],
    datum: date | None = None,
    handeling: str = Handeling.KETEN,
    id: UUID | None = None,
) -> Dossierstuk:
    """Bring a piece of one's own: it belongs to the bringing partner, who shares it with `deel_in_casus`."""
    open_voor(door, casus)
    sleutel = uuid_of_niets(id) if id else None
    if sleutel and (bestaand := Dossierstuk.objects.filter(pk=sleutel, casus_id=casus.pk).first()):
        return bestaand
    stuk = convenant.maak_stuk(
        door=door,
        soort=StukSoort.DOSSIERSTUK,
        id=sleutel,
        handeling=Handeling(handeling),
        fase=Fase(casus.stuk.fase),
    )
    piece = Dossierstuk(
        stuk=stuk, eigenaar_id=stuk.eigenaar_id, casus=casus, aard=aard, datum=datum, ingebracht_op=klok.nu()
    )
    piece.save(force_insert=True)
    convenant.voeg_gegevens_toe(door=door, stuk=stuk, nieuw=list(gegevens))
    volg_fase(door=door, casus=casus)
    return piece


@transaction.atomic
def deel_in_casus(
    *,
    door: Actor,
    casus: Casus,
    stuk: Stuk,
    met: Iterable[Partner],
    categorieen: Iterable[Categorie],
    doel: str,
    tot: date,
    motivering: str = "",
    id: UUID | None = None,
) -> list[Verstrekking]:
    """Share an own signal or piece for this case only: at the receiver only its betrokkenen see it
    (purpose-bound).

    All receivers or none; raises `NietToegestaan` with the judgement.
    """
    if not (
        CasusSignaal.objects.filter(casus_id=casus.pk, signaal_id=stuk.pk).exists()
        or Dossierstuk.objects.filter(casus_id=casus.pk, pk=stuk.pk).exists()
    ):
        raise PermissionError("Dit stuk hoort niet bij de casus.")
    volg_fase(door=door, casus=casus)
    stuk.fase = casus.stuk.fase
    categorieen = list(categorieen)
    nieuw = [(p, vast_id("deel", str(id), str(p.pk)) if id else None) for p in met]
    bestaand = {v.pk: v for v in delen.verstrekkingen(door=door).filter(pk__in=[i for _p, i in nieuw if i])}
    return [
        bestaand.get(sleutel)
        if sleutel in bestaand
        else convenant.deel(  # type: ignore[misc]  # present by the test
            door=door,
            stuk=stuk,
            met=partner,
            categorieen=categorieen,
            doel=Doel(doel),
            tot=tot,
            motivering=motivering,
            casus=casus.stuk,
            id=sleutel,
        )
        for partner, sleutel in nieuw
    ]


@transaction.atomic
def koppel_terug(*, door: Actor, koppeling: CasusSignaal, uitkomst: str, toelichting: str = "") -> int:
    """Tell the reporters behind an own signal what came of it; returns to how many. Each owner does its own
    (MEL-04)."""
    if koppeling.signaal_eigenaar_id != door.partner_id:
        raise PermissionError("Alleen de eigenaar van het signaal koppelt terug aan de melder.")
    meldingen = queries.meldingen_achter(door=door, signaal_id=koppeling.signaal_id)
    for melding in meldingen:
        meldingen_acties.koppel_terug(door=door, melding=melding, uitkomst=uitkomst, toelichting=toelichting)
    koppeling.teruggekoppeld_op = klok.nu()
    koppeling.save(update_fields=["teruggekoppeld_op"])
    return len(meldingen)
