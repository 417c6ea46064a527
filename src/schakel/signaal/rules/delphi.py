# SPDX-License-Identifier: EUPL-1.2
"""The Delphi decision rule for labour exploitation (ILO/EC 2009; indicatoren.md §4). A proposal, never a
decision.

The weights come from the list DELPHI-ARBEID and hold for labour exploitation only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.signaal.rules.woorden import Gezien

Groep = Literal["volwassene", "kind"]
DIMENSIES = {
    "D1": gettext_noop("Misleiding bij werving"),
    "D2": gettext_noop("Dwang bij werving"),
    "D3": gettext_noop("Misbruik van kwetsbaarheid bij werving"),
    "D4": gettext_noop("Uitbuiting"),
    "D5": gettext_noop("Dwang op de plaats van bestemming"),
    "D6": gettext_noop("Misbruik van kwetsbaarheid op de plaats van bestemming"),
}


@dataclass(frozen=True)
class Antwoord:
    """One statement about one indicator. A weight is "S", "M", "W" or "" (the list has none for this
    group).
    """

    code: str
    dimensie: str
    gewicht_volwassene: str
    gewicht_kind: str
    gezien: str


@dataclass(frozen=True)
class Dimensie:
    """What was seen in one dimension: numbers of strong, medium and weak indicators, and what the rule
    says.
    """

    code: str
    sterk: int
    middel: int
    zwak: int

    @property
    def naam(self) -> str:
        return _(DIMENSIES[self.code])

    @property
    def positief(self) -> bool:
        """At least 2 strong; 1 strong and another; 3 medium; or 2 medium and a weak. Weak ones alone never
        do.
        """
        s, m, w = self.sterk, self.middel, self.zwak
        return (s >= 1 and s + m + w >= 2) or (m >= 2 and m + w >= 3)

    @property
    def reden(self) -> str:
        """The rule's reason in a sentence."""
        delen = [(self.sterk, _("sterke")), (self.middel, _("middelsterke")), (self.zwak, _("zwakke"))]
        en = _("en")
        geteld = f" {en} ".join(f"{n} {soort}" for n, soort in delen if n) or _("geen")
        slot = _("genoeg volgens de regel") if self.positief else _("nog niet genoeg volgens de regel")
        return _("%(geteld)s waargenomen: %(slot)s") % {"geteld": geteld, "slot": slot}


def dimensies(antwoorden: Iterable[Antwoord], groep: Groep) -> tuple[Dimensie, ...]:
    """Per dimension what was seen. Each indicator counts once, as soon as one statement says that it was
    seen.
    """
    gewichten = {
        (a.dimensie[:2], a.code): a.gewicht_volwassene if groep == "volwassene" else a.gewicht_kind
        for a in antwoorden
        if a.gezien == Gezien.WAARGENOMEN and a.dimensie[:2] in DIMENSIES
    }

    def tel(dimensie: str, gewicht: str) -> int:
        return sum(d == dimensie and g == gewicht for (d, _code), g in gewichten.items())

    return tuple(Dimensie(d, tel(d, "S"), tel(d, "M"), tel(d, "W")) for d in DIMENSIES)


def uitkomst(per_dimensie: Iterable[Dimensie], groep: Groep) -> str:
    """What the rule proposes in Dutch, or "" when it proposes nothing and people judge without it.

    Adult: D1 or D2 (D3 may stand in), D4 and D5. Child: D4 is enough, means are not required (Palermo art.
    3(c)); the act (handeling) is no dimension and must be asked apart.
    """
    positief = {d.code for d in per_dimensie if d.positief}
    if "D4" not in positief:
        return ""
    if groep == "kind":
        return _("uitbuiting van een minderjarige; stel de handeling (werven, huisvesten …) apart vast")
    werving = positief & {"D1", "D2", "D3"}
    if werving and "D5" in positief:
        return _("mensenhandel met het oog op gedwongen arbeid")
    if "D5" in positief:
        return ""
    if "D1" in positief:
        return _("misleiding én uitbuiting")
    return "" if werving else _("uitgebuit, geen mensenhandel")
