# SPDX-License-Identifier: EUPL-1.2
"""What is weighed: the criteria in versions, and the elements of art. 273f Sr per version of the law.

Nothing here computes an outcome: the report names criteria and prints no scores (CAS-03); people weigh.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _

CRITERIA_VERSIE = "2026-2"
CRITERIA = {
    "ernst": _("Ernst van de uitbuiting"),
    "veiligheid": _("Gevaar voor het slachtoffer"),
    "spoed": _("Spoed"),
    "bewijs": _("Aanwijzingen en bewijs"),
    "bron": _("Betrouwbaarheid van de bronnen"),
    "kans": _("Kans dat ingrijpen helpt"),
    "capaciteit": _("Capaciteit bij de partners"),
    "omvang": _("Georganiseerd of lokaal"),
    "risico": _("Risico voor het slachtoffer als we ingrijpen"),
    "kan_straf": _("Haalbaar via het strafrecht"),
    "kan_bestuur": _("Haalbaar via het bestuur"),
    "kan_fiscaal": _("Haalbaar via belasting en geld"),
    "kan_arbeid": _("Haalbaar via het arbeidsrecht"),
    "kan_zorg": _("Haalbaar via hulp en zorg"),
    "kan_preventie": _("Haalbaar via voorlichting en preventie"),
}
"""Code → what is asked (report p. 55-56, 76, 97, 133-134); from `risico` on since version 2026-2."""

SINDS_2 = frozenset({"risico", *(c for c in CRITERIA if c.startswith("kan_"))})


def criteria_van(versie: str) -> dict[str, object]:
    """The criteria that a weighing of this version was asked."""
    return {c: naam for c, naam in CRITERIA.items() if versie != "2026-1" or c not in SINDS_2}


NIVEAUS = {"laag": _("Laag"), "midden": _("Midden"), "hoog": _("Hoog"), "onbekend": _("Onbekend")}


@dataclass(frozen=True)
class Kwalificatielijst:
    """The elements of one version of the law: {element: {code: words}}, valid from … to … (last day)."""

    versie: str
    artikel: str
    merk: str
    bron: str
    geldig_van: date
    geldig_tot: date | None
    elementen: Mapping[str, Mapping[str, str]]


@lru_cache(maxsize=1)
def _lijsten() -> tuple[Kwalificatielijst, ...]:
    with (Path(__file__).parent / "kwalificatie.toml").open("rb") as bestand:
        return tuple(
            Kwalificatielijst(
                versie=lijst["versie"],
                artikel=lijst["artikel"],
                merk=lijst["merk"],
                bron=lijst.get("bron", ""),
                geldig_van=lijst["geldig_van"],
                geldig_tot=lijst.get("geldig_tot"),
                elementen=lijst["elementen"],
            )
            for lijst in tomllib.load(bestand)["lijst"]
        )


def kwalificatielijst(feiten_op: date) -> Kwalificatielijst:
    """The list in force on the day of the facts (CAS-10+). Raises `LookupError` before the first one."""
    for lijst in _lijsten():
        if lijst.geldig_van <= feiten_op and (lijst.geldig_tot is None or feiten_op <= lijst.geldig_tot):
            return lijst
    raise LookupError(f"Voor feiten op {feiten_op} is geen kwalificatielijst opgenomen.")


def lijst_van_versie(versie: str) -> Kwalificatielijst:
    """The list that was used, whatever the law says by now. Raises `LookupError` for one that never was."""
    for lijst in _lijsten():
        if lijst.versie == versie:
            return lijst
    raise LookupError(versie)


def eerst_zelf(wegingen: Iterable[tuple[str, object]], partner: object) -> bool:
    """Should a reader of this partner give its own view before it reads those of others? `wegingen`: (kind, partner) of one
    round. First apart, then together: once there is an outcome, or an own view, everything stands open."""
    alle = list(wegingen)
    return all(soort != "gezamenlijk" and wie != partner for soort, wie in alle)


def verschillen(wegingen: Iterable[Mapping[str, str]]) -> dict[str, list[str]]:
    """Criteria on which the views differ → the values given, in order of the views."""
    alle = list(wegingen)
    per_criterium = {code: [w.get(code, "onbekend") for w in alle] for code in CRITERIA}
    return {code: waarden for code, waarden in per_criterium.items() if len(set(waarden)) > 1}
