# SPDX-License-Identifier: EUPL-1.2
"""How fast a region comes in through the ordinary import, and how much memory that takes.

`./schakel meet laden [--regels 2000]`: an empty house, the told region, then the files of the generated region.
"""

import argparse
import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.huis import Huis


def hoofd() -> int:
    """Prints the figures; always 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--regels", type=int, default=2000, help="hoogstens zoveel regels inlezen (0: alles)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="schakel-laden-") as map_:
        huis = Huis(Path(map_))
        try:
            huis.start_database()
            uit = huis.draai("-m", "tests.prestatie.laden", "binnen", str(args.regels))
        finally:
            huis.ruim_op()
    m = json.loads(uit.splitlines()[-1])
    per = m["meldingen"] + m["signalen"]
    print(
        f"{os.cpu_count()} kernen, belasting {m['belasting'][0]:.1f} vooraf en {m['belasting'][1]:.1f} na afloop"
    )
    print(f"{per} meldingen en signalen, {m['gegevens']} gegevens in {m['seconden']:.1f} s: "
          f"{per / m['seconden']:.1f}/s; processor {m['cpu'] / per * 1000:.1f} ms per stuk; "
          f"geheugen op de piek {m['mb']:.0f} MB")  # fmt: skip
    return 0


def binnen(regels: int) -> dict[str, Any]:
    """Inside the house: load, and measure only the reading of files."""
    import resource

    import django

    django.setup()
    from schakel.kern import klok
    from schakel.opdrachten.start import breng_bij
    from schakel.opdrachten.wereld import laad_eenmalig
    from schakel.partner.queries import inbrenger
    from schakel.signaal.importeren import importeer
    from schakel.wereld.bestanden import schrijf
    from schakel.wereld.genereren import maak_wereld
    from schakel.wereld.laden import groot

    breng_bij(stil=True)
    laad_eenmalig(zaad=7, omvang="klein", voortgang=lambda _: None)
    wereld = maak_wereld(7, "regio", peildatum=klok.vandaag())
    groot.laad_partners(wereld)
    geteld: dict[str, Any] = {"meldingen": 0, "signalen": 0, "gegevens": 0, "belasting": [os.getloadavg()[0]]}
    gelezen, begin, cpu = 0, time.perf_counter(), time.process_time()
    with tempfile.TemporaryDirectory() as map_:
        for bestand in schrijf(wereld, Path(map_), soorten=("csv",)):
            door = inbrenger(bestand.stem)
            if door is None or (regels and gelezen >= regels):
                continue
            verslag = importeer(door=door, bestand=bestand)
            gelezen += verslag.regels
            for naam in ("meldingen", "signalen", "gegevens"):
                geteld[naam] += getattr(verslag, naam)
    geteld["belasting"].append(os.getloadavg()[0])
    return geteld | {
        "seconden": time.perf_counter() - begin, "cpu": time.process_time() - cpu,
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip


if __name__ == "__main__":
    import sys

    if sys.argv[1:2] == ["binnen"]:
        print(json.dumps(binnen(int(sys.argv[2]))))
    else:
        sys.exit(hoofd())
