# SPDX-License-Identifier: EUPL-1.2
"""Terms in working days (Algemene termijnenwet art. 3: Sundays, Saturdays and public holidays do not
count).
"""

from datetime import date, timedelta
from functools import cache


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """Days named in the Algemene termijnenwet art. 3(1), with King's Day and, in lustrum years, Liberation
    Day.
    """
    pasen = _pasen(jaar)
    koningsdag = date(jaar, 4, 27)
    dagen = {
        date(jaar, 1, 1), date(jaar, 12, 25), date(jaar, 12, 26), date(jaar, 5, 5),
        koningsdag - timedelta(days=koningsdag.weekday() == 6),
        *(pasen + timedelta(days=n) for n in (-2, 1, 39, 50)),
    }  # fmt: skip
    return frozenset(dagen)


def _pasen(jaar: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - b // 4 - g + 15) % 30
    i, k = divmod(c, 4)
    w = (32 + 2 * (b % 4) + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * w) // 451
    maand, dag = divmod(h + w - 7 * m + 114, 31)
    return date(jaar, maand, dag + 1)


def werkdag(dag: date) -> bool:
    return dag.weekday() < 5 and dag not in feestdagen(dag.year)


def uiterlijk(begin: date, werkdagen: int) -> date:
    """The last day of a term of `werkdagen` (≥ 1) that starts the day after `begin`."""
    dag = begin
    while werkdagen > 0:
        dag += timedelta(days=1)
        werkdagen -= werkdag(dag)
    return dag
