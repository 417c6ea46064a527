# SPDX-License-Identifier: EUPL-1.2
"""What waits for whoever works with signals, on *Mijn werk*."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.kern import klok
from schakel.kern.schil import Werkregel
from schakel.signaal import actions, queries
from schakel.signaal.actions import mag_met_signalen
from schakel.signaal.actions.gedeeld import WEGERS
from schakel.signaal.instellingen import instellingen
from schakel.signaal.models import Informatieverzoek
from schakel.toegang.actor import Actor

HOOGSTENS = 50


def werk(*, door: Actor) -> Iterator[Werkregel]:
    """Questions with their terms, hits, what adds up, protection to offer, what lies still, and kept searches.

    Six queries, and one more per kept search.
    """
    try:
        mag_met_signalen(door)
    except PermissionError:
        return
    for taak in queries.beschermingstaken(door=door)[:HOOGSTENS]:
        yield Werkregel(
            _("Bied bescherming aan: %(kenmerk)s") % {"kenmerk": taak.kenmerk},
            _("%(wie)s ziet een geringste aanwijzing van mensenhandel. Neem meteen contact op.")
            % {"wie": taak.van.naam},
            reverse("bescherming", kwargs={"id": taak.pk}),
            urgentie=0,
            soort="signaal",
        )
    for v in queries.informatieverzoeken(door=door).filter(status="open").prefetch_related(None)[:HOOGSTENS]:
        yield from _verzoek(door, v)
    for o in queries.optellingen(door=door)[:HOOGSTENS]:
        yield Werkregel(
            _("Niet-pluissignalen tellen op"),
            _("Zwakke signalen van verschillende partners raken elkaar. Wil je ze wegen?"),
            reverse("optelling", kwargs={"id": o.pk}),
            urgentie=2,
            soort="signaal",
        )
    for stuk_id, kenmerk in queries.met_open_raakvlak(door=door)[:HOOGSTENS]:
        yield Werkregel(
            _("%(kenmerk)s raakt andere informatie") % {"kenmerk": kenmerk},
            _("Er is een raakvlak dat nog niemand heeft beoordeeld."),
            reverse("signaal", kwargs={"id": stuk_id}) + "#raakvlakken",
            urgentie=3,
            soort="signaal",
        )
    if door.is_een(*WEGERS) and (stil := queries.stil_aantal(door=door)):
        yield Werkregel(
            ngettext("%(n)s signaal ligt stil", "%(n)s signalen liggen stil", stil) % {"n": stil},
            _("Er is al %(dagen)s dagen niets mee gedaan. Neem een besluit, of sluit het met een reden.")
            % {"dagen": instellingen().stil_dagen},
            reverse("signalen") + "?stil=on",
            urgentie=2,
            soort="signaal",
        )
    for vraag, aantal in actions.nieuws(door=door):
        yield Werkregel(
            ngettext("%(n)s nieuw signaal bij: %(naam)s", "%(n)s nieuwe signalen bij: %(naam)s", aantal)
            % {"n": aantal, "naam": vraag.naam},
            _("Dit past bij een zoekvraag die je bewaarde."),
            reverse("zoekvraag", kwargs={"id": vraag.pk}),
            urgentie=4,
            soort="signaal",
        )


def _verzoek(door: Actor, v: Informatieverzoek) -> Iterator[Werkregel]:
    te_laat = v.uiterlijk < klok.vandaag()
    if v.aan_id == door.partner_id:
        titel, reden = (
            _("%(wie)s vraagt informatie") % {"wie": v.van.naam},
            _("Geef antwoord, ook als er niets is."),
        )
    elif not te_laat:
        return
    elif v.van_id == door.partner_id:
        titel, reden = (
            _("Nog geen antwoord van %(wie)s") % {"wie": v.aan.naam},
            _("De termijn is voorbij. Bel even."),
        )
    else:
        titel = _("Verzoek van %(van)s aan %(aan)s is te laat") % {"van": v.van.naam, "aan": v.aan.naam}
        reden = _("De termijn is voorbij. Help ze met elkaar in gesprek te komen.")
    url = reverse("informatieverzoek", kwargs={"id": v.pk})
    yield Werkregel(
        titel, reden, url, tot=v.uiterlijk, urgentie=1 if te_laat else 4, soort="informatieverzoek"
    )
