# SPDX-License-Identifier: EUPL-1.2
"""`./schakel migrate`: Django's migrations as owner, then the walls; safe to run again."""

import argparse


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stil", action="store_true", help="toon alleen fouten")


def doe(args: argparse.Namespace) -> int:
    from schakel.opdrachten.start import breng_bij

    breng_bij(stil=args.stil)
    if not args.stil:
        print("De database en haar muren zijn bij.")
    return 0
