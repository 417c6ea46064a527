# SPDX-License-Identifier: EUPL-1.2
"""The short lists of the public page: at most six things that a passer-by, neighbour or desk clerk can
notice.

Each carries the id of the indicator in the shipped lists (OM, NLA, JE, ILO), so that a signaal can take
it over. Nothing here speaks of nationality, origin or neighbourhood.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from schakel.melding.rules.woorden import Vorm

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class Antwoord(TextChoices):
    """Answer to an indicator: three values, never a score."""

    GEZIEN = "gezien", _("Gezien")
    NIET_GEZIEN = "niet_gezien", _("Niet gezien")
    ONBEKEND = "onbekend", _("Weet ik niet")


@dataclass(frozen=True)
class Vraag:
    """One indicator in plain words."""

    id: str
    tekst: "StrPromise"


VRAGEN: dict[Vorm, tuple[Vraag, ...]] = {
    Vorm.ARBEID: (
        Vraag("OM-06", _("Mensen slapen op hun werkplek")),
        Vraag("NLA-02", _("Mensen werken steeds heel lange dagen")),
        Vraag("NLA-03", _("Mensen krijgen te weinig loon, of te laat, of niets")),
        Vraag("NLA-04", _("Iemand anders bewaart hun paspoort of bankpas")),
        Vraag("NLA-06", _("Iemand bedreigt, slaat of dwingt hen")),
        Vraag("OM-12", _("Mensen mogen niet zelf weg of met anderen praten")),
    ),
    Vorm.SEKSUEEL: (
        Vraag("OM-29", _("Iemand wil dit werk niet doen, maar moet")),
        Vraag("OM-15", _("Iemand moet bijna al het geld afstaan")),
        Vraag("JE-09", _("Iemand wordt steeds gebracht, gehaald of opgewacht")),
        Vraag("OM-32", _("Iemand heeft een tatoeage of teken van een ander als merk")),
        Vraag("OM-31", _("Iemand heeft blauwe plekken of wonden")),
        Vraag("OM-08", _("Iemand mag geen contact hebben met vrienden of familie")),
    ),
    Vorm.CRIMINEEL: (
        Vraag("JE-36", _("Een jongere brengt pakketjes weg of haalt ze op")),
        Vraag("JE-35", _("Iemand heeft zijn bankpas of rekening weggegeven")),
        Vraag("JE-37", _("Iemand moet een schuld of ‘boete’ afbetalen met klussen")),
        Vraag("JE-07", _("Iemand heeft opeens dure spullen of veel geld")),
        Vraag("JE-31", _("Anderen zetten druk of beslissen voor de jongere")),
        Vraag("JE-05", _("Iemand heeft meer dan één telefoon")),
    ),
    Vorm.DIENSTBAARHEID: (
        Vraag("OM-19", _("Iemand moet altijd werken, ook ’s nachts")),
        Vraag("OM-14", _("Iemand mag niet over het eigen geld beslissen")),
        Vraag("OM-12", _("Iemand komt nooit alleen buiten")),
        Vraag("OM-11", _("Iemand krijgt geen dokter als dat nodig is")),
    ),
}


def vragen_voor(vorm: str) -> tuple[Vraag, ...]:
    """The short list of a situation; empty when there is none."""
    return VRAGEN.get(Vorm(vorm), ())


def antwoorden_in_woorden(antwoorden: Mapping[str, str]) -> list[tuple[str, Antwoord]]:
    """(text of the indicator, answer) in the order of the lists; an unknown id stands as itself."""
    teksten = {v.id: str(v.tekst) for vragen in VRAGEN.values() for v in vragen}
    volgorde = list(teksten)
    bekend = sorted(antwoorden, key=lambda i: (volgorde.index(i) if i in teksten else len(volgorde), i))
    return [(teksten.get(i, i), Antwoord(antwoorden[i])) for i in bekend]
