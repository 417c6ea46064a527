# SPDX-License-Identifier: EUPL-1.2
"""Who can know what: the checklist of veredeling per form of exploitation (SIG-02; report pp. 28-29, 92, 97). Pure.

Before 2012 a signal was often laid aside because nobody knew whom to ask. The list says per source what it can
tell, which kinds of partner hold it, and whether it can be looked up in a register.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from schakel.partner.models import PartnerSoort
from schakel.signaal.rules.woorden import Vorm

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True)
class Bron:
    """A source. `vormen` empty: for every form. `register`: where it can be looked up at once, if allowed."""

    code: str
    naam: "StrPromise"
    weet: "StrPromise"
    soorten: tuple[PartnerSoort, ...]
    vormen: frozenset[Vorm] = frozenset()
    register: str = ""


_S, _P = Vorm, PartnerSoort
_WERK = frozenset({_S.ARBEID, _S.DIENSTBAARHEID, _S.CRIMINEEL})

BRONNEN: tuple[Bron, ...] = (
    Bron(
        "brp",
        _("Inschrijving (BRP)"),
        _("Wie staat op dit adres ingeschreven, en sinds wanneer?"),
        (_P.GEMEENTE,),
        register="brp",
    ),
    Bron(
        "bag",
        _("Gebouw (BAG)"),
        _("Waarvoor is het pand bedoeld, en hoe groot is het?"),
        (_P.GEMEENTE,),
        register="bag",
    ),
    Bron(
        "kvk",
        _("Handelsregister (KvK)"),
        _("Welk bedrijf zit hier, en welke bedrijven horen erbij?"),
        (_P.KVK,),
        register="kvk",
    ),
    Bron(
        "vergunning",
        _("Vergunningen"),
        _("Is er een vergunning, wie vroeg haar aan, en is er een Bibob-advies?"),
        (_P.GEMEENTE, _P.RIEC),
        frozenset({_S.SEKSUEEL, _S.ARBEID}),
    ),
    Bron(
        "wonen",
        _("Bouw- en woningtoezicht, verhuurder"),
        _("Wie verhuurt, hoeveel mensen slapen er, en waren er klachten?"),
        (_P.GEMEENTE, _P.CORPORATIE),
    ),
    Bron(
        "toezicht",
        _("Toezicht op werk"),
        _("Waren er controles, boetes of meldingen over werk en loon?"),
        (_P.NLA, _P.NVWA),
        _WERK,
    ),
    Bron(
        "politie",
        _("Politie"),
        _("Zijn er eerdere meldingen, controles of aangiften?"),
        (_P.POLITIE, _P.KMAR),
    ),
    Bron(
        "belasting",
        _("Belastingdienst"),
        _("Klopt de loonaangifte met wie er werkt, en wie ontvangt het geld?"),
        (_P.BELASTINGDIENST, _P.FIOD),
    ),
    Bron(
        "uitkering",
        _("Werk en uitkering"),
        _("Is er een dienstverband, uitkering of toeslag, en op wiens rekening?"),
        (_P.UWV, _P.SVB),
        _WERK,
    ),
    Bron(
        "verblijf",
        _("Verblijf"),
        _("Welke verblijfsstatus is er, en wie is referent?"),
        (_P.IND, _P.COA, _P.DTV),
    ),
    Bron(
        "zorg",
        _("Zorg en opvang"),
        _("Is er hulp nodig of gegeven? Vraag niet naar de inhoud."),
        (_P.ZORG, _P.OPVANG, _P.GGD, _P.COMENSHA),
    ),
    Bron(
        "jeugd",
        _("Jeugd"),
        _("Is een minderjarige in beeld, en wie heeft het gezag?"),
        (_P.JEUGD, _P.VOOGDIJ, _P.RVDK),
        frozenset({_S.SEKSUEEL, _S.CRIMINEEL, _S.DIENSTBAARHEID}),
    ),
)


def bronnen(vormen: Collection[str]) -> list[Bron]:
    """The sources that can know something about these forms; a form that is not known yet leaves all of them."""
    bekend = {v for v in vormen if v != Vorm.ONBEKEND}
    return [b for b in BRONNEN if not b.vormen or not bekend or b.vormen & bekend]


def met_codes(codes: Collection[str]) -> list[Bron]:
    """The sources with these codes, in the order of the list; unknown codes are left out."""
    return [b for b in BRONNEN if b.code in codes]


def vraag_aan(soort: str, vraag: str, codes: Collection[str]) -> str:
    """The question as a partner of this kind reads it: the common text, and of the list only what it may know itself."""
    eigen = [str(b.weet) for b in BRONNEN if b.code in codes and soort in b.soorten]
    return "\n".join(filter(None, [vraag.strip(), *(f"- {zin}" for zin in eigen)]))
