# SPDX-License-Identifier: EUPL-1.2
"""What people in a case find on *Mijn werk*."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.casus import queries, rules
from schakel.casus.models import (
    Actiedag,
    Actierol,
    Casusoverdracht,
    CasusSignaal,
    Interventie,
    Preweegdocument,
    Zorgmelding,
)
from schakel.kern import klok
from schakel.kern.schil import Werkbron, Werkregel
from schakel.toegang.actor import Actor

HOOGSTENS = 50
CASEMANAGERTERMIJN = timedelta(days=7)
"""A municipality appoints a casemanager within this term after the assignment (CAS-05)."""


def _interventies(door: Actor, rijen: list[Interventie]) -> Iterator[Werkregel]:
    for interventie in rijen:
        nieuw = interventie.status == rules.InterventieStatus.VASTGESTELD
        yield Werkregel(
            titel=f"{interventie.casus.kenmerk}: {rules.CATALOGUS[interventie.soort].naam}",
            reden=_("Aan je partner toegewezen. Aanvaard of weiger.")
            if nieuw
            else _("Leg het resultaat vast als het klaar is."),
            url=reverse("casus", kwargs={"id": interventie.casus_id}),
            tot=interventie.termijn,
            urgentie=2 if nieuw else 4,
            soort="casus",
        )


def _preweegdocumenten(door: Actor, rijen: list[Preweegdocument]) -> Iterator[Werkregel]:
    for document in rijen:
        yield Werkregel(
            titel=f"{document.casus.kenmerk}: {document.get_soort_display()}",
            reden=_("Leg vast wat de %(gremium)s besluit, en waarom.")
            % {"gremium": document.get_gremium_display().lower()},
            url=reverse("preweegdocument", kwargs={"id": document.pk}),
            urgentie=2,
            soort="casus",
        )


def _aangeboden(door: Actor, rijen: list[Casusoverdracht]) -> Iterator[Werkregel]:
    for overdracht in rijen:
        yield Werkregel(
            titel=_("%(casus)s is aangeboden") % {"casus": overdracht.kenmerk},
            reden=_("%(partner)s wil de regie overdragen. Neem haar over, of weiger met een reden.")
            % {"partner": overdracht.van},
            url=reverse("casusoverdracht", kwargs={"id": overdracht.pk}),
            urgentie=2,
            soort="casus",
        )


def _zonder_casemanager(door: Actor, rijen: list[Interventie]) -> Iterator[Werkregel]:
    for interventie in rijen:
        yield Werkregel(
            titel=_("%(casus)s: geen casemanager") % {"casus": interventie.casus.kenmerk},
            reden=_("%(partner)s heeft nog niemand benoemd en de toewijzing niet aanvaard. Bel de gemeente.")
            % {"partner": interventie.uitvoerder},
            url=reverse("casus", kwargs={"id": interventie.casus_id}),
            urgentie=1,
            soort="casus",
        )


def _terugkoppelen(door: Actor, rijen: list[CasusSignaal]) -> Iterator[Werkregel]:
    for koppeling in rijen:
        yield Werkregel(
            titel=_("%(casus)s: koppel terug") % {"casus": koppeling.casus.kenmerk},
            reden=_("De casus is geëvalueerd. De melders achter je signaal wachten op bericht."),
            url=reverse(
                "casus-terugkoppelen", kwargs={"id": koppeling.casus_id, "koppeling_id": koppeling.pk}
            ),
            urgentie=3,
            soort="casus",
        )


def _zorgmeldingen(door: Actor, rijen: list[Zorgmelding]) -> Iterator[Werkregel]:
    """Help must be ready on a day; without an answer it does not go through."""
    for melding in rijen:
        yield Werkregel(
            titel=_("Hulp gevraagd door %(partner)s") % {"partner": melding.van},
            reden=_("Zeg of er die dag hulp klaarstaat. Zonder je antwoord gaat de dag niet door."),
            url=reverse("zorgmelding", kwargs={"id": melding.pk}),
            tot=melding.dag,
            urgentie=1,
            soort="zorg",
        )


def _actierollen(door: Actor, rijen: list[Actierol]) -> Iterator[Werkregel]:
    for rol in rijen:
        gevraagd = rol.status == rules.RolStatus.GEVRAAGD
        yield Werkregel(
            titel=_("%(casus)s: actiedag") % {"casus": rol.casus.kenmerk},
            reden=_("Zeg of je partner meedoet.")
            if gevraagd
            else _("Leg vast wat de dag voor je partner opleverde."),
            url=reverse("actiedag", kwargs={"id": rol.actiedag_id}),
            tot=rol.actiedag.dag,
            urgentie=2,
            soort="casus",
        )


def _zonder_zorg(door: Actor, rijen: list[Actiedag]) -> Iterator[Werkregel]:
    for dag in rijen:
        yield Werkregel(
            titel=_("%(casus)s: actiedag zonder zorg") % {"casus": dag.casus.kenmerk},
            reden=_("De zorg heeft nog niet gezegd dat er hulp klaarstaat. Vraag het, of bel."),
            url=reverse("actiedag", kwargs={"id": dag.pk}),
            tot=dag.dag,
            urgentie=1,
            soort="casus",
        )


BRONNEN = (
    Werkbron(
        ("regiocoordinator",),
        lambda door: queries.wachtende_zorgmeldingen(door=door)[:HOOGSTENS],
        _zorgmeldingen,
    ),
    Werkbron(queries.CASUSROLLEN, lambda door: queries.gevraagde_rollen(door=door)[:HOOGSTENS], _actierollen),
    Werkbron(rules.REGIE, lambda door: queries.dagen_zonder_zorg(door=door)[:HOOGSTENS], _zonder_zorg),
    Werkbron(
        queries.CASUSROLLEN, lambda door: queries.wachtende_interventies(door=door)[:HOOGSTENS], _interventies
    ),
    Werkbron(
        queries.CASUSROLLEN,
        lambda door: queries.wachtende_preweegdocumenten(door=door)[:HOOGSTENS],
        _preweegdocumenten,
    ),
    Werkbron(rules.REGIE, lambda door: queries.aangeboden_casussen(door=door)[:HOOGSTENS], _aangeboden),
    Werkbron(
        rules.REGIE,
        lambda door: queries.zonder_casemanager(door=door, voor=klok.nu() - CASEMANAGERTERMIJN)[:HOOGSTENS],
        _zonder_casemanager,
    ),
    Werkbron(
        queries.CASUSROLLEN,
        lambda door: queries.eigen_signalen_zonder_terugkoppeling(door=door)[:HOOGSTENS],
        _terugkoppelen,
    ),
)
"""Measures that wait for one's partner, decisions, handovers, and reporters who have not heard."""
