# SPDX-License-Identifier: EUPL-1.2
"""Recording a fine or assessment: one act that is intervention and signal at once (INT-06)."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.casus import queries, rules
from schakel.casus.actions.casus import Bezwaar, schrijf_logregel
from schakel.casus.actions.dossier import open_voor, voeg_signaal_toe
from schakel.casus.models import Casus, Interventie
from schakel.casus.rules import InterventieStatus as Status
from schakel.casus.rules.wie import mijn
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.rules import Categorie
from schakel.kern import klok
from schakel.kern.ids import nieuw_id, vast_id
from schakel.signaal import actions as signaalacties
from schakel.signaal import queries as signalen
from schakel.signaal.models import Signaal
from schakel.toegang.actor import Actor

BOETEFUNCTIES = ("aandachtsfunctionaris", "casusdeelnemer", "ketenregisseur")


@transaction.atomic
def leg_boete_vast(
    *,
    door: Actor,
    soort: str,
    datum: date,
    onderwerpen: Sequence[Mapping[str, str]],
    feiten: str,
    focus: str,
    effect_slachtoffer: str = "",
    casus: Casus | None = None,
    deel: int = 1,
    id: UUID | None = None,
) -> Signaal:
    """A fine that the actor's partner imposed: a signal of its own and, in a case, a measure that was carried out.

    `onderwerpen`: contents of an address, a company …. Without a case it is a signal only. What stands in the signal is
    shared as any other; the measure says nothing of place or person. Raises `Bezwaar`.
    """
    if not door.is_een(*BOETEFUNCTIES):
        raise PermissionError("Deze functie legt geen boetes vast.")
    kader, nee = rules.BOETES.get(soort), []
    if kader is None or focus not in rules.Focus.values:
        raise Bezwaar([_("Kies wat voor boete het is, en op wie hij is gericht.")])
    if datum > klok.vandaag():
        nee.append(_("Deze dag ligt in de toekomst."))
    if not feiten.strip():
        nee.append(_("Schrijf wat er is vastgesteld."))
    if casus is not None and not effect_slachtoffer.strip():
        nee.append(_("Schrijf wat de boete voor mogelijke slachtoffers betekent."))
    if nee:
        raise Bezwaar(nee)
    id = id or nieuw_id()
    signaal = signaalacties.maak_signaal(
        door=door, nieuw=_signaal(door, kader, datum, onderwerpen, feiten, id), id=id
    )
    if casus is not None:
        open_voor(door, casus)
        voeg_signaal_toe(door=door, casus=casus, signaal=signaal.stuk)
        _interventie(door, casus, kader, datum, focus, effect_slachtoffer, deel, vast_id("boete", str(id)))
    return signaal


def _signaal(
    door: Actor,
    kader: rules.Boetesoort,
    datum: date,
    onderwerpen: Sequence[Mapping[str, str]],
    feiten: str,
    id: UUID,
) -> signaalacties.NieuwSignaal:
    """The signal: what was fined where, with the indicators that the fine stands for."""
    gegevens = [
        NieuwGegeven(
            "adres" if {"straat", "postcode"} & set(o) else next(iter(o)),
            Categorie.OBJECT,
            dict(o),
            datum=datum,
            id=vast_id("boete", str(id), str(nummer)),
        )
        for nummer, o in enumerate(onderwerpen)
    ]
    tekst = f"{kader.naam}: {feiten}"
    gegevens.append(
        NieuwGegeven("tekst", kader.categorie, {"tekst": tekst}, zekerheid="document", datum=datum)
    )
    gegevens += [
        signaalacties.indicator_gegeven(i, "ja", "document", formulier=("boete", id))
        for i in signalen.indicatoren_op_code(door=door, codes=kader.indicatoren)
    ]
    return signaalacties.NieuwSignaal(
        vormen=[kader.vorm] if kader.vorm else [], herkomst="boete", waargenomen_op=datum, gegevens=gegevens
    )


def _interventie(
    door: Actor,
    casus: Casus,
    kader: rules.Boetesoort,
    datum: date,
    focus: str,
    effect: str,
    deel: int,
    id: UUID,
) -> Interventie:
    """The measure in the case: by the partner's own power, so it needs no assignment."""
    if eerder := queries.interventie(door=door, id=id):
        return eerder
    nu = klok.nu()
    interventie = Interventie(
        id=id,
        casus=casus,
        casus_eigenaar_id=casus.eigenaar_id,
        deel=deel,
        soort=kader.interventie,
        partner_id=mijn(door),
        uitvoerder_id=mijn(door),
        doel=kader.naam,
        effect_slachtoffer=effect,
        focus=focus,
        grondslag=rules.CATALOGUS[kader.interventie].grondslag,
        voorgesteld_op=nu,
    )
    interventie.save(force_insert=True)
    interventie.status, interventie.versie = Status.UITGEVOERD, 2
    interventie.vastgesteld_op = interventie.afgerond_op = nu
    interventie.resultaat = _("Opgelegd op %(dag)s, uit eigen bevoegdheid.") % {"dag": f"{datum:%d-%m-%Y}"}
    interventie.save(update_fields=["status", "versie", "vastgesteld_op", "afgerond_op", "resultaat"])
    schrijf_logregel(door, casus, "uitvoeren")
    return interventie
