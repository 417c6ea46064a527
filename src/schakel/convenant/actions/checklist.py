# SPDX-License-Identifier: EUPL-1.2
"""The privacy checklist and the question base of the privacygroep (CNV-04), and sharing through the checklist."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from schakel.convenant import queries, rules
from schakel.convenant.actions.delen import deel as _deel
from schakel.convenant.models import Checklist, Stuk, Verstrekking, Vraag, Vraagbaak, Vragenlijst
from schakel.convenant.rules import checklist as regels
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor

BEHEER = frozenset({"privacyfunctionaris", "functioneel_beheerder"})
"""Who keeps the checklist; the question base is answered by the privacyfunctionaris alone."""


class ChecklistOpen(Exception):
    """Questions stand in the way; `contact` says whom of the privacygroep to call."""

    def __init__(self, vragen: Sequence[regels.Vraag], contact: str) -> None:
        super().__init__("; ".join(v.tekst for v in vragen))
        self.vragen, self.contact = list(vragen), contact


class ProtocolOpen(Exception):
    """The supplier's own law wants more on record: `velden` are (name, label) of what is still empty."""

    def __init__(self, velden: Sequence[tuple[str, str]]) -> None:
        super().__init__("; ".join(label for _, label in velden))
        self.velden = list(velden)


@dataclass(frozen=True)
class NieuweVraag:
    """One question of a new version of a checklist."""

    tekst: str
    uitleg: str = ""
    verplicht: bool = True
    moet: str = ""


@transaction.atomic
def stel_vragenlijst_vast(
    *, door: Actor, moment: rules.Moment, vragen: Sequence[NieuweVraag], contact: str
) -> Vragenlijst:
    """A new version of the checklist for this moment; it replaces the one in use, filled-in ones keep theirs."""
    if door.functie not in BEHEER:
        raise PermissionError(
            "Alleen de privacyfunctionaris of de functioneel beheerder stelt de checklist vast."
        )
    eerder = Vragenlijst.objects.filter(moment=moment).order_by("-nummer").first()
    Vragenlijst.objects.filter(moment=moment, actief=True).update(actief=False)
    lijst = Vragenlijst.objects.create(
        moment=moment,
        nummer=eerder.nummer + 1 if eerder else 1,
        actief=True,
        contact=contact,
        gemaakt_op=klok.nu(),
    )
    Vraag.objects.bulk_create(
        Vraag(lijst=lijst, volgorde=nr, tekst=v.tekst, uitleg=v.uitleg, verplicht=v.verplicht, moet=v.moet)
        for nr, v in enumerate(vragen, 1)
    )
    return lijst


@transaction.atomic
def loop_checklist_na(
    *, door: Actor, moment: rules.Moment, over: UUID, antwoorden: Mapping[str, str]
) -> Checklist | None:
    """Hold the answers against the checklist in use and keep them with the act `over`.

    Raises `ChecklistOpen`. None when the region has no checklist for this moment.
    """
    lijst = queries.vragenlijst(moment)
    if lijst is None:
        return None
    vragen = queries.vragen(lijst)
    if tegen := regels.houdt_tegen(vragen, antwoorden):
        raise ChecklistOpen(tegen, lijst.contact)
    ingevuld = Checklist(
        lijst=lijst, partner_id=door.partner_id, over=over, ingevuld_door=door.gebruiker_id, ingevuld_op=klok.nu(),
        antwoorden={v.id: antwoorden[v.id] for v in vragen if antwoorden.get(v.id)},
    )  # fmt: skip
    ingevuld.save(force_insert=True)
    return ingevuld


@transaction.atomic
def verstrek_met_checklist(
    *,
    door: Actor,
    stuk: Stuk,
    met: Partner,
    categorieen: Iterable[rules.Categorie],
    doel: rules.Doel,
    tot: date,
    antwoorden: Mapping[str, str],
    protocol: Mapping[str, str] | None = None,
    functie: str = "",
    motivering: str = "",
    vervuld: Iterable[rules.Voorwaarde] = (),
    casus: Stuk | None = None,
    deel: int | None = None,
    id: UUID | None = None,
) -> Verstrekking:
    """`deel`, after the checklist and the fields that the supplier's own law wants. Sent twice, it happens once.

    Raises `ChecklistOpen`, `ProtocolOpen`, `NietToegestaan`.
    """
    id = id or nieuw_id()
    if (bestaand := Verstrekking.objects.filter(pk=id, van_partner_id=door.partner_id).first()) is not None:
        return bestaand
    gekozen = list(categorieen)
    ingevuld = {k: v.strip() for k, v in (protocol or {}).items() if v.strip()}
    velden = rules.protocolvelden(stuk.eigenaar.soort, gekozen)
    if leeg := [(naam, label) for naam, label in velden if naam not in ingevuld]:
        raise ProtocolOpen(leeg)
    loop_checklist_na(door=door, moment=rules.Moment.VERSTREKKING, over=id, antwoorden=antwoorden)
    verstrekking = _deel(
        door=door, stuk=stuk, met=met, categorieen=gekozen, doel=doel, tot=tot, functie=functie, motivering=motivering,
        vervuld=vervuld, casus=casus, deel=deel, id=id,
    )  # fmt: skip
    if velden:
        verstrekking.protocol = {naam: ingevuld[naam] for naam, _ in velden}
        verstrekking.save(update_fields=["protocol"])
    return verstrekking


@transaction.atomic
def stel_vraag(*, door: Actor, vraag: str) -> Vraagbaak:
    """Put a question to the privacygroep; no data about a case belongs in it."""
    rules.weiger_uitgesloten(vraag)
    return Vraagbaak.objects.create(
        vraag=vraag.strip(), gesteld_door_id=door.partner_id, gesteld_op=klok.vandaag()
    )


@transaction.atomic
def beantwoord_vraag(*, door: Actor, vraag: Vraagbaak, antwoord: str, grond: str, deelbaar: bool) -> None:
    """The privacygroep answers, with the ground and today's date."""
    if door.functie != "privacyfunctionaris":
        raise PermissionError("Alleen een privacyfunctionaris beantwoordt vragen namens de privacygroep.")
    vraag.antwoord, vraag.grond, vraag.deelbaar = antwoord.strip(), grond.strip(), deelbaar
    vraag.beantwoord_op = klok.vandaag()
    vraag.save(update_fields=["antwoord", "grond", "deelbaar", "beantwoord_op"])
