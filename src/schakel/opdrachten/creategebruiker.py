# SPDX-License-Identifier: EUPL-1.2
"""`./schakel creategebruiker`: a person with an account in a function at a partner."""

import argparse
import getpass
import secrets


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inlognaam", help="waarmee iemand inlogt, bijvoorbeeld j.jansen@lindemeer.nl")
    parser.add_argument("--naam", required=True, help="naam zoals collega's die zien")
    parser.add_argument("--partner", required=True, help="code van de partner")
    parser.add_argument("--functie", required=True, help="rol: aandachtsfunctionaris, ketenregisseur, …")
    parser.add_argument(
        "--vraag-wachtwoord", action="store_true", help="vraag om een wachtwoord; anders wordt er een gemaakt"
    )


def doe(args: argparse.Namespace) -> int:
    from schakel.opdrachten import Melding
    from schakel.opdrachten.start import maak_klaar

    maak_klaar()
    from django.db import IntegrityError, transaction

    from schakel.partner.actions import bezet
    from schakel.partner.models import Rol
    from schakel.partner.queries import partner_met_code
    from schakel.toegang.actions import maak_gebruiker

    partner = partner_met_code(args.partner)
    if partner is None:
        raise Melding(f"er is geen partner met de code '{args.partner}'. Maak hem eerst met createpartner.")
    if args.functie not in Rol.values:
        raise Melding(f"de functie '{args.functie}' bestaat niet. Kies uit: {', '.join(Rol.values)}.")
    wachtwoord = getpass.getpass("Wachtwoord: ") if args.vraag_wachtwoord else secrets.token_urlsafe(15)
    try:
        with transaction.atomic():
            gebruiker = maak_gebruiker(inlognaam=args.inlognaam, naam=args.naam, wachtwoord=wachtwoord)
            bezet(partner=partner, rol=args.functie, gebruiker=gebruiker)
    except IntegrityError:
        raise Melding(f"de inlognaam '{args.inlognaam}' is al in gebruik.") from None
    print(f"Gebruiker gemaakt: {gebruiker.inlognaam}, {Rol(args.functie).label} bij {partner.naam}.")
    if not args.vraag_wachtwoord:
        print(f"Eerste wachtwoord (één keer getoond): {wachtwoord}")
    return 0
