# SPDX-License-Identifier: EUPL-1.2
"""The life of a convenant: version, parties, signatures, evaluation, termination, successor (CNV-01, CNV-08+)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from schakel.convenant import queries, rules
from schakel.convenant.actions.checklist import loop_checklist_na
from schakel.convenant.models import Convenant, ConvenantVersie, Grondslag, Partij, Regel, Verantwoording
from schakel.kern import klok
from schakel.partner.models import Partner
from schakel.toegang.actor import SYSTEEM, Actor

BEHEER = frozenset({"ketenregisseur", "privacyfunctionaris", "functioneel_beheerder", "bestuurlijk_trekker"})
"""The functions that keep the convenanten of their partner and sign for it."""

VELDEN = frozenset({
    "naam", "soort", "doel", "regime", "aangemeld_bij", "aangemeld_op", "kosten", "bijlagen", "evaluatie_op",
    "waarschuw_dagen", "datering", "contactpunt",
})  # fmt: skip
"""What can be changed on a convenant at any time; its text and rules change by a new version only."""


class NogTeBevestigen(Exception):
    """Grounds whose text nobody has confirmed yet: `codes`. A privacyfunctionaris confirms them one by one."""

    def __init__(self, codes: Iterable[str]) -> None:
        self.codes = sorted(codes)
        super().__init__(
            "Deze grondslagen zijn nog te bevestigen door een privacyfunctionaris: "
            + ", ".join(self.codes)
            + "."
        )


class LigtVast(Exception):
    """A fixed version never changes; make a new one."""


def _beheert(door: Actor, partner_id: object) -> None:
    if door != SYSTEEM and (door.functie not in BEHEER or door.partner_id != partner_id):
        raise PermissionError(
            "Dit doet een ketenregisseur, bestuurlijk trekker, privacyfunctionaris of beheerder van de eigenaar."
        )


@transaction.atomic
def maak_convenant(*, door: Actor, naam: str, eigenaar: Partner | None = None, **velden: Any) -> Convenant:
    """A convenant of the actor's partner, still without version or parties. `velden`: see `VELDEN`."""
    eigenaar_id = eigenaar.pk if eigenaar else door.partner_id
    _beheert(door, eigenaar_id)
    if onbekend := velden.keys() - VELDEN:
        raise TypeError(f"onbekende velden: {sorted(onbekend)}")
    return Convenant.objects.create(naam=naam, eigenaar_id=eigenaar_id, **velden)


@transaction.atomic
def wijzig_convenant(*, door: Actor, convenant: Convenant, velden: Mapping[str, Any]) -> None:
    """Change what stands around the text: notification, cost article, annexes, evaluation date, contact point."""
    _beheert(door, convenant.eigenaar_id)
    for veld, waarde in velden.items():
        if veld not in VELDEN:
            raise TypeError(f"onbekend veld: {veld}")
        setattr(convenant, veld, waarde)
    convenant.save(update_fields=list(velden))


@transaction.atomic
def maak_versie(
    *, door: Actor, convenant: Convenant, ingang: date, einde: date | None = None, samenvatting: str = "",
    regelset: str = "",
) -> ConvenantVersie:  # fmt: skip
    """A new concept, beginning with the rules of the latest version (unless a rule set will fill it)."""
    _beheert(door, convenant.eigenaar_id)
    laatste = convenant.versies.order_by("-nummer").first()
    versie = ConvenantVersie.objects.create(
        convenant=convenant, nummer=laatste.nummer + 1 if laatste else 1, ingang=ingang, einde=einde,
        samenvatting=samenvatting, regelset=regelset or (laatste.regelset if laatste else ""),
    )  # fmt: skip
    if laatste and not regelset:
        oude = list(laatste.regels.all())
        for regel in oude:
            regel.pk, regel.versie, regel._state.adding = Regel().pk, versie, True
        Regel.objects.bulk_create(oude)
    return versie


def _concept(versie: ConvenantVersie) -> None:
    if versie.status != ConvenantVersie.Status.CONCEPT:
        raise LigtVast("Deze versie ligt vast. Maak een nieuwe versie om regels te veranderen.")


@transaction.atomic
def voeg_regel_toe(*, door: Actor, versie: ConvenantVersie, **velden: Any) -> Regel:
    """One row of the deelmatrix of a concept."""
    _beheert(door, versie.convenant.eigenaar_id)
    _concept(versie)
    return Regel.objects.create(versie=versie, **velden)


@transaction.atomic
def verwijder_regel(*, door: Actor, regel: Regel) -> None:
    """Take a row out of a concept."""
    _beheert(door, regel.versie.convenant.eigenaar_id)
    _concept(regel.versie)
    regel.delete()


@transaction.atomic
def stel_vast(*, door: Actor, versie: ConvenantVersie) -> None:
    """Fix a version. The versions before it end the day before it begins, and with them what rests on them.

    Raises `NogTeBevestigen` when a rule rests on a ground that nobody has confirmed.
    """
    _beheert(door, versie.convenant.eigenaar_id)
    _concept(versie)
    codes = set(versie.regels.exclude(grondslag="").values_list("grondslag", flat=True))
    bekend = queries.grondslagen(codes, versie.ingang)
    if onzeker := {c for c in codes if c not in bekend or not bekend[c].zeker}:
        raise NogTeBevestigen(onzeker)
    versie.convenant.versies.filter(
        Q(einde__isnull=True) | Q(einde__gte=versie.ingang),
        status=ConvenantVersie.Status.VASTGESTELD,
        ingang__lt=versie.ingang,
    ).update(einde=versie.ingang - timedelta(days=1))
    versie.status, versie.vastgesteld_op = ConvenantVersie.Status.VASTGESTELD, klok.nu()
    versie.vastgesteld_door = door.gebruiker_id
    versie.save(update_fields=["status", "vastgesteld_op", "vastgesteld_door"])


@transaction.atomic
def bevestig_grondslag(*, door: Actor, grondslag: Grondslag, besluit: str) -> None:
    """A privacyfunctionaris confirms the text of a ground, naming the decision or advice."""
    if door.functie != "privacyfunctionaris":
        raise PermissionError("Alleen een privacyfunctionaris bevestigt een grondslag.")
    if not besluit.strip():
        raise ValueError("Noem het besluit of advies waarop je je baseert.")
    grondslag.bevestigd_door, grondslag.bevestigd_op = door.gebruiker_id, klok.vandaag()
    grondslag.bevestiging = besluit.strip()
    grondslag.save(update_fields=["bevestigd_door", "bevestigd_op", "bevestiging"])


@transaction.atomic
def treed_toe(
    *, door: Actor, convenant: Convenant, partner: Partner, namens: str = "", status: str = Partij.Status.BEOOGD,
    verantwoordelijk: bool = True,
) -> Partij:  # fmt: skip
    """The owner names a partner as (intended) party; its own signature makes it one. Joining again opens it anew."""
    _beheert(door, convenant.eigenaar_id)
    partij, _ = Partij.objects.update_or_create(
        convenant=convenant, partner=partner,
        defaults={"status": status, "namens": namens, "uitgetreden_op": None, "verantwoordelijk": verantwoordelijk},
    )  # fmt: skip
    return partij


@transaction.atomic
def teken(*, door: Actor, partij: Partij, op: date, antwoorden: Mapping[str, str] | None = None) -> None:
    """A partner signs for itself, after the checklist for joining. Raises `ChecklistOpen`."""
    _beheert(door, partij.partner_id)
    if op > klok.vandaag():
        raise ValueError("De datum van ondertekening kan niet in de toekomst liggen.")
    loop_checklist_na(door=door, moment=rules.Moment.TOETREDEN, over=partij.pk, antwoorden=antwoorden or {})
    partij.status, partij.ondertekend_op = Partij.Status.PARTIJ, op
    partij.save(update_fields=["status", "ondertekend_op"])


@transaction.atomic
def treed_uit(*, door: Actor, partij: Partij, op: date) -> None:
    """A partner leaves, or is taken off by the owner; from `op` on nothing flows to or from it under this convenant."""
    if door.partner_id != partij.partner_id:
        _beheert(door, partij.convenant.eigenaar_id)
    elif door.functie not in BEHEER:
        raise PermissionError("Uittreden doet een functie die voor jouw organisatie tekent.")
    partij.uitgetreden_op = op
    partij.save(update_fields=["uitgetreden_op"])


@transaction.atomic
def zeg_op(*, door: Actor, convenant: Convenant, op: date) -> None:
    """The convenant ends: from `op` on nothing flows under it."""
    _beheert(door, convenant.eigenaar_id)
    convenant.opgezegd_op = op
    convenant.save(update_fields=["opgezegd_op"])


@transaction.atomic
def voeg_samen(*, door: Actor, convenanten: Iterable[Convenant], opvolger: Convenant, op: date) -> None:
    """Merge: these end on `op` and point to their successor (RIEC ZOB into RIEC Oost Brabant, report p. 100).

    Parties of the old ones become intended parties of the successor; each signs again.
    """
    _beheert(door, opvolger.eigenaar_id)
    for convenant in convenanten:
        if convenant.pk == opvolger.pk:
            raise ValueError("Een convenant kan niet in zichzelf opgaan.")
        _beheert(door, convenant.eigenaar_id)
        convenant.opvolger, convenant.opgezegd_op = opvolger, op
        convenant.save(update_fields=["opvolger", "opgezegd_op"])
        for partij in convenant.partijen.filter(uitgetreden_op__isnull=True):
            Partij.objects.get_or_create(
                convenant=opvolger, partner_id=partij.partner_id,
                defaults={"status": Partij.Status.BEOOGD, "namens": partij.namens},
            )  # fmt: skip


@transaction.atomic
def leg_evaluatie_vast(
    *, door: Actor, convenant: Convenant, op: date, uitkomst: str, volgende: date | None
) -> None:
    """What the evaluation found, and when the next one is."""
    _beheert(door, convenant.eigenaar_id)
    convenant.geevalueerd_op, convenant.evaluatie, convenant.evaluatie_op = op, uitkomst, volgende
    convenant.save(update_fields=["geevalueerd_op", "evaluatie", "evaluatie_op"])


@transaction.atomic
def verantwoord(
    *, door: Actor, convenant: Convenant, soort: str, titel: str, datum: date, volgende_op: date | None = None,
    uitkomst: str = "",
) -> Verantwoording:  # fmt: skip
    """Record a DPIA, an advice on lawfulness, a yearly public report or an audit, and when the next is due."""
    _beheert(door, convenant.eigenaar_id)
    return Verantwoording.objects.create(
        convenant=convenant, soort=soort, titel=titel, datum=datum, volgende_op=volgende_op, uitkomst=uitkomst
    )
