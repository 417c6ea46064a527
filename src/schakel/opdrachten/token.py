# SPDX-License-Identifier: EUPL-1.2
"""`./schakel token`: an API token for one person in one function at one partner."""

import argparse
from datetime import date, timedelta


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inlognaam", help="van wie het token is")
    parser.add_argument("--functie", default="", help="rol, als iemand er meer dan één heeft")
    parser.add_argument("--omschrijving", default="opdrachtregel", help="waarvoor het token is")
    parser.add_argument("--dagen", type=int, default=90, help="geldigheid in dagen (hoogstens 365)")


def doe(args: argparse.Namespace) -> int:
    from schakel.opdrachten import Melding
    from schakel.opdrachten.start import maak_klaar

    maak_klaar()
    from schakel.partner.queries import bezettingen_van
    from schakel.toegang.actions import maak_token

    if not 1 <= args.dagen <= 365:
        raise Melding("geef een geldigheid tussen 1 en 365 dagen.")
    kandidaten = [b for b in bezettingen_van(args.inlognaam) if args.functie in ("", b.functie.rol)]
    if len(kandidaten) != 1:
        rollen = ", ".join(b.functie.rol for b in kandidaten) or "geen"
        raise Melding(f"kies met --functie precies één functie van {args.inlognaam} (gevonden: {rollen}).")
    bezetting = kandidaten[0]
    _, tekst = maak_token(
        gebruiker=bezetting.gebruiker, bezetting_id=bezetting.pk, omschrijving=args.omschrijving,
        verloopt=date.today() + timedelta(days=args.dagen),
    )  # fmt: skip
    print(tekst)
    return 0
