# SPDX-License-Identifier: EUPL-1.2
"""`./schakel wereld`: make a fictional world, as files or in the database."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from schakel.opdrachten import Melding
from schakel.wereld.vormen import Omvang


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--zaad", type=int, default=7, help="zelfde zaad, zelfde wereld")
    parser.add_argument("--omvang", choices=["klein", "regio", "land"], default="klein")
    parser.add_argument(
        "--waarheid", type=Path, help="schrijf de waarheid: welke waarneming hoort bij welk netwerk en wie"
    )
    parser.add_argument("--sleutels", type=Path, help="schrijf per demofunctie een API-token (na --laden)")
    parser.add_argument(
        "--meet",
        action="store_true",
        help="meet wat koppelen oplevert: netwerken samen, valse verbanden, dagen",
    )
    doel = parser.add_mutually_exclusive_group()
    doel.add_argument("--uit", type=Path, help="schrijf de waarnemingen als importbestanden in deze map")
    doel.add_argument("--laden", action="store_true", help="laad de wereld in de database")


def doe(args: argparse.Namespace) -> int:
    from schakel.wereld import bestanden, genereren

    if not (args.uit or args.laden or args.waarheid or args.meet):
        raise Melding(
            "zeg wat er met de wereld moet gebeuren: --uit MAP, --laden, --waarheid BESTAND of --meet."
        )
    if args.meet:
        import django

        django.setup()
        from schakel.wereld import meten

        print(meten.verslag(meten.meet(genereren.maak_wereld(args.zaad, args.omvang))))
    if args.waarheid or args.uit:
        wereld = genereren.maak_wereld(args.zaad, args.omvang)
        if args.waarheid:
            bestanden.schrijf_waarheid(wereld, args.waarheid, voortgang=_meld)
        if args.uit:
            soorten = bestanden.SOORTEN if args.omvang != "land" else ("csv",)
            bestanden.schrijf(wereld, args.uit, soorten, voortgang=_meld)
    if args.laden:
        from schakel.opdrachten.start import maak_klaar

        maak_klaar(sleutels=True)
        laad_eenmalig(zaad=args.zaad, omvang=args.omvang, voortgang=_meld)
        if args.sleutels:
            args.sleutels.write_text(json.dumps(maak_tokens(), indent=1) + "\n")
            args.sleutels.chmod(0o600)
    return 0


def _meld(tekst: str) -> None:
    print(tekst, file=sys.stderr, flush=True)


def laad_eenmalig(
    *, zaad: int, omvang: Omvang, voortgang: Callable[[str], None], merk: Path | None = None
) -> None:
    """Load the told region, and for the larger sizes the generated world; nothing when there are partners already.

    `merk` (standard `wereld.json` in the data directory) says which world is on its way, by which day: interrupted and
    started again the loading goes on where it was, and ends in the same world. It vanishes at the end.
    """
    from schakel.kern import klok
    from schakel.kern.instellingen import instellingen
    from schakel.partner.queries import partners

    merk = merk or instellingen().map / "wereld.json"
    begonnen = partners().exists()
    onderweg = json.loads(merk.read_text()) if begonnen and merk.exists() else {}
    if begonnen and not onderweg:
        return
    peildatum = date.fromisoformat(onderweg.get("peildatum", klok.vandaag().isoformat()))
    verzoek = {"zaad": zaad, "omvang": omvang, "peildatum": peildatum.isoformat()}
    if onderweg and onderweg != verzoek:
        raise Melding(
            f"er wordt al een wereld geladen: zaad {onderweg['zaad']}, omvang {onderweg['omvang']}. Maak die eerst af."
        )
    merk.write_text(json.dumps(verzoek))
    if not begonnen:
        voortgang("Regio Rijndal laden")
        _laad_verteld(peildatum)
    if omvang != "klein":
        from schakel.wereld.laden.groot import laad_wereld

        laad_wereld(zaad=zaad, omvang=omvang, peildatum=peildatum, voortgang=voortgang)
    merk.unlink()


def _laad_verteld(peildatum: date) -> None:
    """The told region, in one transaction."""
    from django.db import transaction

    from schakel.wereld.laden.aanpak import laad_aanpak
    from schakel.wereld.laden.basis import laad_basis
    from schakel.wereld.laden.verhaal import laad_verhaal
    from schakel.wereld.laden.zorg import laad_zorg
    from schakel.wereld.rijndal import rijndal

    with transaction.atomic():
        regio = rijndal(peildatum)
        geladen = laad_basis(regio)
        laad_verhaal(regio, geladen)
        laad_zorg(regio, geladen)
        laad_aanpak(regio, geladen)


def maak_tokens() -> dict[str, str]:
    """`<functie>@<partner>` → a fresh API token of every demo login."""
    from schakel.kern import klok
    from schakel.partner.queries import alle_bezettingen
    from schakel.toegang.actions import maak_token

    return {
        b.gebruiker.inlognaam.removesuffix(".rijndal.test"): maak_token(
            gebruiker=b.gebruiker,
            bezetting_id=b.pk,
            omschrijving="demo",
            verloopt=klok.vandaag() + timedelta(days=365),
        )[1]
        for b in alle_bezettingen()
    }


def toon_logins() -> None:
    """One line per demo login, with what that person can show."""
    from schakel.kern import klok
    from schakel.wereld.rijndal import rijndal
    from schakel.wereld.rijndal.partners import WACHTWOORD

    print(f"Inloggen kan met elk van deze namen; het wachtwoord is steeds: {WACHTWOORD}\n")
    for functie in rijndal(klok.vandaag()).functies:
        if not functie.vacant and not functie.waarnemer_van:
            print(f"  {functie.gebruiker:<48} {functie.toont}")
    print(
        "\nMelden zonder account kan op /melden; de terugkoppeling lees je met de ontvangstcode.", flush=True
    )
