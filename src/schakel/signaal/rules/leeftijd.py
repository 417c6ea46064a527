# SPDX-License-Identifier: EUPL-1.2
"""How old somebody is, as far as it was written down. Pure."""

from datetime import date

from koppeling.normaliseren import datum as lees_datum

MEERDERJARIG = 18


def mogelijk_minderjarig(geboortedatum: str, dag: date) -> bool | None:
    """On this day, from a birth date in any notation; None when it has no year. Doubt is for the child."""
    geboren = lees_datum(geboortedatum)
    if geboren is None or not geboren.jaar:
        return None
    laatst = (geboren.jaar, geboren.maand or 12, geboren.dag or 31)
    return (dag.year - MEERDERJARIG, dag.month, dag.day) < laatst
