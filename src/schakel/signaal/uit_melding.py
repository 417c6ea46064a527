# SPDX-License-Identifier: EUPL-1.2
"""What a signaal takes over from a melding: its words, form and place, and the indicators that were seen."""

from typing import Any
from uuid import UUID

from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.models import Gegeven
from schakel.melding.models import Melding
from schakel.signaal import queries
from schakel.signaal.actions import indicator_gegeven
from schakel.signaal.rules.woorden import Gezien, PlaatsSoort, Vorm
from schakel.toegang.actor import Actor

_GEZIEN = {"gezien": Gezien.WAARGENOMEN, "niet_gezien": Gezien.NIET_WAARGENOMEN}


def overgenomen(melding: Melding) -> dict[str, Any]:
    """First values of the form of a new signaal."""
    delen = [
        melding.tekst,
        melding.waar and f"Waar: {melding.waar}",
        melding.wie and f"Wie of wat: {melding.wie}",
    ]
    begin: dict[str, Any] = {
        "melding": melding.pk, "herkomst": "melding", "tekst": "\n\n".join(d for d in delen if d),
        "vormen": [melding.vorm] if melding.vorm in set(Vorm) else [],
        "niet_pluis": melding.zekerheid == Gegeven.Zekerheid.NIET_PLUIS,
    }  # fmt: skip
    if melding.zekerheid in Gegeven.Zekerheid.values:
        begin["zekerheid"] = melding.zekerheid
    if melding.gemeente_id:
        begin[f"{PlaatsSoort.DETECTIE}_gemeente"] = str(melding.gemeente_id)
    return begin


def indicatoren(*, door: Actor, melding: Melding, zekerheid: str, signaal_id: UUID) -> list[NieuwGegeven]:
    """The melder's answers as statements, for those that a list of today knows."""
    antwoorden = {code: _GEZIEN[a] for code, a in melding.indicatoren.items() if a in _GEZIEN}
    bekend = queries.indicatoren_op_code(door=door, codes=antwoorden)
    return [
        indicator_gegeven(i, antwoorden[i.code], zekerheid, formulier=(melding.pk, signaal_id))
        for i in bekend
    ]
