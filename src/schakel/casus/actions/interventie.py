# SPDX-License-Identifier: EUPL-1.2
"""Measures: proposed by any partner in the case, fixed by the overleg, carried out by the partner that
accepts."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.casus import queries, rules
from schakel.casus.actions.casus import Bezwaar, schrijf_logregel, volg_fase
from schakel.casus.actions.dossier import open_voor
from schakel.casus.models import Casus, Interventie
from schakel.casus.rules import InterventieStatus as Status
from schakel.casus.rules.wie import mijn
from schakel.interventie import actions as besluiten
from schakel.interventie import queries as catalogus
from schakel.interventie import rules as instrumenten
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.partner.models import Functie, Partner
from schakel.toegang.actor import Actor


class Onvolledig(Bezwaar):
    """The advice cannot be adopted: per measure what is missing. `gebreken`: [(interventie, redenen)]."""

    def __init__(self, gebreken: Sequence[tuple[Interventie, list[str]]]) -> None:
        super().__init__(
            [f"{rules.CATALOGUS[i.soort].naam}: {r}" for i, redenen in gebreken for r in redenen]
        )
        self.gebreken = list(gebreken)


@transaction.atomic
def stel_voor(
    *,
    door: Actor,
    casus: Casus,
    soort: str,
    uitvoerder: Partner,
    doel: str,
    effect_slachtoffer: str = "",
    focus: str = "",
    termijn: date | None = None,
    volgorde: int = 1,
    deel: int = 1,
    id: UUID | None = None,
) -> Interventie:
    """Propose a measure of the catalogue. The effect on the victim may still be open: it is compulsory to
    adopt it."""
    open_voor(door, casus)
    if id and (eerder := queries.interventie(door=door, id=id)):
        return eerder
    kader = rules.CATALOGUS.get(soort)
    nee = [] if doel.strip() else [_("Schrijf het doel van de interventie.")]
    if kader is None or not kader.geldt_op(klok.vandaag()):
        raise Bezwaar([*nee, _("Kies een interventie uit de catalogus die nu geldt.")])
    nee += [n] if (n := hier_niet(casus=casus, soort=kader)) else []
    if nee:
        raise Bezwaar(nee)
    interventie = Interventie(
        id=id or nieuw_id(),
        casus=casus,
        casus_eigenaar_id=casus.eigenaar_id,
        deel=deel,
        soort=soort,
        partner_id=mijn(door),
        uitvoerder=uitvoerder,
        doel=doel,
        effect_slachtoffer=effect_slachtoffer.strip() or None,
        focus=focus,
        grondslag=kader.grondslag,
        volgorde=volgorde,
        termijn=termijn,
        voorgesteld_op=klok.nu(),
    )
    interventie.save(force_insert=True)
    volg_fase(door=door, casus=casus)
    schrijf_logregel(door, casus, "schrijven")
    return interventie


def hier_niet(*, casus: Casus, soort: rules.Interventiesoort) -> str:
    """Why this measure is not available in the municipalities of the case, with the missing rule; "" = it is."""
    reden = instrumenten.waarom_niet(soort, catalogus.regels_van(gemeenten=casus.gemeenten.all()))
    return f"{soort.naam}: {reden}." if reden else ""


@transaction.atomic
def vul_aan(*, door: Actor, interventie: Interventie, versie: int, **velden: Any) -> Interventie:
    """The regie completes a proposal (doel, effect_slachtoffer, focus, termijn, volgorde). Raises `Verouderd`."""
    if not rules.mag_regie(door.functie, interventie.casus_eigenaar_id == door.partner_id):
        raise PermissionError("Alleen de regie vult een voorstel aan.")
    if interventie.status != Status.VOORGESTELD:
        raise Bezwaar([_("Deze interventie is al vastgesteld en verandert niet meer.")])
    return _wijzig(door, interventie, versie, "schrijven", **velden)


@transaction.atomic
def stel_vast(*, door: Actor, casus: Casus, interventies: Iterable[Interventie]) -> list[Interventie]:
    """Fix the advice: assign every measure, or none. Raises `Onvolledig` (OVL-05, CAS-01).

    By the regie of the case or, on behalf of the overleg, a ketenregisseur. The executor must be in the case,
    otherwise nobody there would know of it.
    """
    regie = rules.mag_regie(door.functie, casus.eigenaar_id == door.partner_id)
    if not (regie or door.is_een("ketenregisseur")):
        raise PermissionError("Alleen de regie of een ketenregisseur stelt interventies vast.")
    stand = queries.stand_van(door=door, casus=casus)
    erbij = {p.pk for p in queries.partners_in(casus=casus)} if regie else None
    interventies = [i for i in interventies if i.status == Status.VOORGESTELD]
    if any(i.casus_id != casus.pk for i in interventies):
        raise PermissionError("Een interventie hoort bij een andere casus.")
    gebreken = []
    for interventie in interventies:
        nee = rules.bezwaren_vaststellen(stand, interventie.effect_slachtoffer)
        nee += rules.bezwaren_focus(rules.CATALOGUS[interventie.soort].terrein, interventie.focus)
        if erbij is not None and interventie.uitvoerder_id not in erbij:
            nee.append(_("Betrek eerst %(partner)s bij de casus.") % {"partner": interventie.uitvoerder.naam})
        if nee:
            gebreken.append((interventie, nee))
    if gebreken:
        raise Onvolledig(gebreken)
    for i in interventies:
        besluiten.vraag_besluit(
            door=door,
            casus=casus.stuk,
            deel=i.deel,
            interventie_id=i.pk,
            soort=i.soort,
            aan=i.uitvoerder,
            gronden=i.doel,
        )
    return [
        _wijzig(door, i, i.versie, "vaststellen", status=Status.VASTGESTELD, vastgesteld_op=klok.nu())
        for i in interventies
    ]


@transaction.atomic
def aanvaard(
    *, door: Actor, interventie: Interventie, versie: int, casemanager: Functie | None = None
) -> Interventie:
    """The executor takes the measure on; where mayor or college must decide, after their decision (INT-05).

    A municipality appoints the casemanager who directs it inside (CAS-05); raises `Bezwaar` without one.
    """
    _uitvoerder(door, interventie, Status.VASTGESTELD)
    nee = list(besluiten.bezwaren_besluit(door=door, interventie_id=interventie.pk))
    if casemanager is not None and casemanager.partner_id != door.partner_id:
        raise PermissionError("Een casemanager is van de eigen partner.")
    if casemanager is None and interventie.uitvoerder.soort == "gemeente":
        nee.append(_("Benoem een casemanager: een functie van je gemeente die dit leidt."))
    if nee:
        raise Bezwaar(nee)
    return _wijzig(door, interventie, versie, "aanvaarden", status=Status.AANVAARD, casemanager=casemanager)


@transaction.atomic
def meld_voortgang(*, door: Actor, interventie: Interventie, voortgang: str, versie: int) -> Interventie:
    """The casemanager tells the casusoverleg how it goes (CAS-05)."""
    _uitvoerder(door, interventie, Status.AANVAARD)
    if not voortgang.strip():
        raise Bezwaar([_("Schrijf hoe het gaat.")])
    return _wijzig(door, interventie, versie, "voortgang", voortgang=voortgang, voortgang_op=klok.nu())


@transaction.atomic
def weiger(*, door: Actor, interventie: Interventie, reden: str, versie: int) -> Interventie:
    """The executor declines, with a reason that everyone in the case may read."""
    _uitvoerder(door, interventie, Status.VASTGESTELD, Status.AANVAARD)
    if not reden.strip():
        raise Bezwaar([_("Schrijf waarom je partner dit niet doet.")])
    return _wijzig(
        door,
        interventie,
        versie,
        "weigeren",
        status=Status.GEWEIGERD,
        weigerreden=reden,
        afgerond_op=klok.nu(),
    )


@transaction.atomic
def leg_resultaat_vast(*, door: Actor, interventie: Interventie, resultaat: str, versie: int) -> Interventie:
    """Done: what came of it."""
    _uitvoerder(door, interventie, Status.AANVAARD)
    if not resultaat.strip():
        raise Bezwaar([_("Schrijf wat het resultaat is.")])
    return _wijzig(
        door,
        interventie,
        versie,
        "uitvoeren",
        status=Status.UITGEVOERD,
        resultaat=resultaat,
        afgerond_op=klok.nu(),
    )


def _uitvoerder(door: Actor, interventie: Interventie, *statussen: str) -> None:
    if interventie.uitvoerder_id != door.partner_id:
        raise PermissionError("Alleen de partner die uitvoert kan dit.")
    if interventie.status not in statussen:
        raise Bezwaar(
            [
                _("De interventie is nu: %(status)s. Ververs de pagina.")
                % {"status": interventie.get_status_display()}
            ]
        )


def _wijzig(door: Actor, interventie: Interventie, versie: int, handeling: str, **velden: Any) -> Interventie:
    """Write the change under the version that was read."""
    vers = Interventie.objects.select_for_update(of=("self",)).get(pk=interventie.pk)
    if vers.versie != versie:
        raise rules.Verouderd
    for naam, waarde in velden.items():
        setattr(interventie, naam, waarde)
    interventie.versie = versie + 1
    interventie.save(update_fields=["versie", *velden])
    volg_fase(door=door, casus=interventie.casus)
    schrijf_logregel(door, interventie.casus, handeling)
    return interventie
