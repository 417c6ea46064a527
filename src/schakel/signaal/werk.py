# SPDX-License-Identifier: EUPL-1.2
"""What waits for whoever works with signals, on *Mijn werk*."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.kern import klok
from schakel.kern.schil import Werkregel
from schakel.signaal import queries
from schakel.signaal.actions import mag_met_signalen
from schakel.signaal.models import Informatieverzoek
from schakel.toegang.actor import Actor

HOOGSTENS = 50


def werk(*, door: Actor) -> Iterator[Werkregel]:
    """Questions with their terms, new hits, niet-pluissignalen that add up, protection to offer; four queries."""
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
