# SPDX-License-Identifier: EUPL-1.2
"""What linking brings is counted against the truth, not against itself."""

from datetime import date, timedelta

from schakel.wereld import meten
from schakel.wereld.genereren.wereld import Feit

DAG = date(2026, 1, 1)


def stuk(
    nr: int, netwerk: str, *sleutels: str, partner: str = "politie", personen: tuple[str, ...] = ()
) -> meten.Stuk:
    gevonden = frozenset(("telefoon", s) for s in sleutels)
    return meten.Stuk(nr, partner, DAG + timedelta(days=nr), Feit(netwerk, personen), gevonden, gevonden)


def zoek(*stukken: meten.Stuk) -> meten.Uitslag:
    rij = list(stukken)
    return meten._zoek("proef", rij, meten._telbaar(rij), meten._schakel, meten.raakt)


def test_drie_stukken_die_aan_elkaar_hangen_zijn_een_netwerk_op_de_dag_van_het_derde() -> None:
    uit = zoek(stuk(0, "N", "a"), stuk(4, "N", "b"), stuk(9, "N", "a", "b"), stuk(11, ""))
    assert (uit.samen, uit.netwerken, uit.mediaan, uit.vals) == (1, 1, 9, 0)


def test_twee_van_de_drie_is_niet_genoeg_en_een_vreemd_verband_telt_als_vals() -> None:
    uit = zoek(
        stuk(0, "N", "a"),
        stuk(1, "N", "a"),
        stuk(2, "N", "z"),
        stuk(3, "", "z"),
        stuk(4, "", "q", personen=("P",)),
    )
    assert (uit.samen, uit.aandeel, uit.mediaan) == (0, 0.0, None)
    assert uit.vals == 1
    assert uit.vals_per_duizend == 200


def test_wat_een_persoon_deelt_is_geen_vals_verband() -> None:
    assert zoek(stuk(0, "", "a", personen=("P",)), stuk(1, "", "a", personen=("P",))).vals == 0


def test_elke_partner_alleen_ziet_minder() -> None:
    rij = [stuk(0, "N", "a"), stuk(1, "N", "a", partner="ggd"), stuk(2, "N", "a")]
    telbaar = meten._telbaar(rij)
    per = {"politie": [rij[0], rij[2]], "ggd": [rij[1]]}
    alleen = [meten._zoek(p, r, telbaar, meten._schakel, meten.raakt) for p, r in per.items()]
    assert meten._samen("samen", alleen, per, telbaar).samen == 0
    assert zoek(*rij).samen == 1
