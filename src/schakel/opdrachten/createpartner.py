# SPDX-License-Identifier: EUPL-1.2
"""`./schakel createpartner`: administration without a browser."""

import argparse


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", help="korte code, bijvoorbeeld lindemeer")
    parser.add_argument("naam", help="volledige naam")
    parser.add_argument("--soort", required=True, help="soort partner: gemeente, politie, om, nla, zorg, …")


def doe(args: argparse.Namespace) -> int:
    from schakel.opdrachten import Melding
    from schakel.opdrachten.start import maak_klaar

    maak_klaar()
    from django.db import IntegrityError

    from schakel.partner.actions import maak_partner
    from schakel.partner.models import PartnerSoort

    if args.soort not in PartnerSoort.values:
        raise Melding(f"de soort '{args.soort}' bestaat niet. Kies uit: {', '.join(PartnerSoort.values)}.")
    try:
        partner = maak_partner(code=args.code, naam=args.naam, soort=args.soort)
    except IntegrityError:
        raise Melding(f"er is al een partner met de code '{args.code}'. Kies een andere code.") from None
    print(f"Partner gemaakt: {partner.naam} ({partner.code}).")
    return 0
