# SPDX-License-Identifier: EUPL-1.2
"""What the benchmarks of the linkage engine have in common: how they read tables and print one."""

import csv
import os
from pathlib import Path

import duckdb


def kop(gemeten: str = "measured") -> None:
    """Load of the machine, and the head of the table."""
    print(f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors, duckdb {duckdb.__version__}\n")
    print(f"| {'what':<58} | {gemeten:<34} | {'target':<22} |\n|{'-' * 60}|{'-' * 36}|{'-' * 24}|")


def toon(wat: str, waarde: object, doel: str = "") -> None:
    print(f"| {wat:<58} | {waarde!s:<34} | {doel:<22} |", flush=True)


def lees_csv(pad: Path) -> list[dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))
