# SPDX-License-Identifier: EUPL-1.2
"""What the meldpunt finds on *Mijn werk*."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.kern import klok
from schakel.kern.schil import Werkbron, Werkregel
from schakel.melding import queries, rules
from schakel.melding.models import Alarm, Doorzending, Herinnering, Melding
from schakel.toegang.actor import Actor

HOOGSTENS = 50


def _wacht(door: Actor) -> QuerySet[Melding]:
    return queries.open_(queries.lijst(door=door)).filter(
        Q(status=rules.Status.ONTVANGEN)
        | Q(laatste_van=rules.Van.MELDER)
        | Q(terugkoppelen_voor__lte=klok.vandaag())
    )[:HOOGSTENS]


def _meldingen(door: Actor, rijen: list[Melding]) -> Iterator[Werkregel]:
    for melding in rijen:
        urgentie, reden = _waarom(melding)
        yield Werkregel(
            titel=f"{melding.kenmerk} · {melding.get_vorm_display()}",
            reden=reden,
            url=reverse("melding", kwargs={"id": melding.pk}),
            tot=melding.terugkoppelen_voor,
            urgentie=urgentie,
            soort="melding",
        )


def _alarmen(door: Actor, rijen: list[Alarm]) -> Iterator[Werkregel]:
    """Danger now: for who is on duty (for everyone when nobody is); unanswered elsewhere for the ketenregisseur."""
    dienst = queries.heeft_dienst(door=door)
    for a in rijen:
        if a.eigenaar_id == door.partner_id and (dienst or a.verder_op):
            yield Werkregel(
                _("Alarm: %(kenmerk)s") % {"kenmerk": a.kenmerk},
                _("Volgens de melder is nu iemand in gevaar. Is 112 gebeld? Pak de melding meteen op."),
                reverse("melding", kwargs={"id": a.pk}),
                urgentie=0,
                soort="melding",
            )
        elif a.eigenaar_id != door.partner_id:
            yield Werkregel(
                _("Alarm bij %(wie)s: niemand reageert") % {"wie": a.eigenaar.naam},
                _("Er is een acute melding en niemand pakt haar op. Bel ze nu."),
                reverse("melding-dienst"),
                urgentie=0,
                soort="melding",
            )


def _herinneringen(door: Actor, rijen: list[Herinnering]) -> Iterator[Werkregel]:
    for h in rijen:
        yield Werkregel(
            _("%(kenmerk)s bij %(wie)s: melder wacht te lang")
            % {"kenmerk": h.kenmerk, "wie": h.eigenaar.naam},
            _("De termijn is voorbij en er is nog niets gezegd. Vraag hoe het staat."),
            reverse("melding-dienst"),
            tot=h.termijn,
            urgentie=2,
            soort="melding",
        )


def _aangeboden(door: Actor, rijen: list[Doorzending]) -> Iterator[Werkregel]:
    """Offers that wait for us; ours that nobody accepted in time; and, for the ketenregisseur, those of others."""
    for d in rijen:
        if d.aan_id == door.partner_id:
            titel = _("%(wie)s biedt %(kenmerk)s aan") % {"wie": d.van.naam, "kenmerk": d.kenmerk}
            reden = _("Neem de melding aan, of zeg waarom niet.")
        elif not d.te_laat:
            continue
        elif d.van_id == door.partner_id:
            titel = _("%(wie)s nam %(kenmerk)s niet aan") % {"wie": d.aan.naam, "kenmerk": d.kenmerk}
            reden = _("De termijn is voorbij. Bel ze, of kies een ander.")
        else:
            titel = _("%(van)s wacht op %(aan)s") % {"van": d.van.naam, "aan": d.aan.naam}
            reden = _("Een melding is niet op tijd aangenomen. Help ze, of neem haar over.")
        yield Werkregel(
            titel, reden, reverse("doorzending", kwargs={"id": d.pk}), tot=d.uiterlijk,
            urgentie=0 if d.acuut else 1, soort="melding",
        )  # fmt: skip


def _waarom(melding: Melding) -> tuple[int, str]:
    if melding.acuut and melding.status == rules.Status.ONTVANGEN:
        return 0, _(
            "Acuut: volgens de melder is nu iemand in gevaar. Is 112 gebeld? Pak de melding meteen op."
        )
    if melding.terugkoppelen_voor and melding.terugkoppelen_voor < klok.vandaag():
        return 1, _("De termijn is voorbij: de melder wacht op een antwoord.")
    if melding.laatste_van == rules.Van.MELDER:  # type: ignore[attr-defined]  # annotated by queries.lijst
        return 2, _("De melder heeft een bericht gestuurd.")
    if melding.status == rules.Status.ONTVANGEN:
        return 3, _("Nieuwe melding. Nog niemand heeft haar opgepakt.")
    return 3, _("Vandaag moet de melder iets horen.")


BRONNEN = (
    Werkbron(queries.BEHANDELAARS, lambda door: queries.alarmen(door=door)[:HOOGSTENS], _alarmen),
    Werkbron({"ketenregisseur"}, lambda door: queries.herinneringen(door=door)[:HOOGSTENS], _herinneringen),
    Werkbron(queries.BEHANDELAARS, lambda door: queries.wachtend(door=door)[:HOOGSTENS], _aangeboden),
    Werkbron(queries.BEHANDELAARS, _wacht, _meldingen),
)
"""New meldingen, messages of melders, and terms: for everyone on duty in the function."""
