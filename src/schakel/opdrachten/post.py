# SPDX-License-Identifier: EUPL-1.2
"""`./schakel post`: read the mailbox of the meldpunt; for a timer, every few minutes."""

import argparse
import sys

from schakel.opdrachten import Melding


def vul(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Maak van elk ongelezen bericht in de postbus een melding, elk één keer. Instellen met SCHAKEL_POST_HOST, "
        "_POORT (993), _NAAM, _WACHTWOORD, _MAP (INBOX), _TLS (true) en _PARTNER (code van het meldpunt)."
    )


def doe(args: argparse.Namespace) -> int:
    from schakel.opdrachten.start import maak_klaar

    maak_klaar()
    from schakel.melding import post
    from schakel.melding.instellingen import postbus

    if not postbus().host:
        raise Melding(
            "er is geen postbus ingesteld. Zet SCHAKEL_POST_HOST, SCHAKEL_POST_NAAM en SCHAKEL_POST_WACHTWOORD."
        )
    try:
        verslag = post.haal_op(postbus())
    except post.PostFout as fout:
        raise Melding(str(fout)) from fout
    print(f"{verslag.nieuw} nieuwe meldingen, {verslag.bekend} al bekend.")
    for zin in verslag.overgeslagen:
        print(f"Let op: {zin}.", file=sys.stderr)
    return 1 if verslag.overgeslagen else 0
