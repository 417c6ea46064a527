# SPDX-License-Identifier: EUPL-1.2
"""`./schakel koppel`: link the records of one table, or of two, without web application or database."""

import argparse
import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from schakel.opdrachten import Melding

if TYPE_CHECKING:
    from koppeling.batch import Opdracht


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "bestanden", type=Path, nargs="*", metavar="BESTAND", help="een of twee tabellen: CSV of Parquet"
    )
    parser.add_argument("--schema", type=Path, help="TOML: wat elke kolom betekent (docs/koppel.md)")
    parser.add_argument("--paren", type=Path, help="hierheen gaan de paren, als CSV")
    parser.add_argument("--clusters", type=Path, help="hierheen gaan de groepen, als CSV")
    parser.add_argument(
        "--motor",
        choices=["duckdb", "spark"],
        default="duckdb",
        help="wie de kandidaten zoekt (standaard duckdb)",
    )
    parser.add_argument(
        "--drempel", type=float, help="schrijf paren vanaf dit gewicht in bits (anders: vanaf 'mogelijk')"
    )
    parser.add_argument(
        "--een-op-een",
        action="store_true",
        help="bij twee tabellen waarin niemand dubbel staat: elke regel krijgt hoogstens één partner, de beste",
    )
    parser.add_argument("--model", type=Path, help="modelbestand (anders het meegeleverde nl-2)")
    parser.add_argument(
        "--schat",
        type=Path,
        metavar="NIEUW.toml",
        help="koppel niet, maar schat uit deze records een nieuwe versie van het model en laat zien wat die verandert",
    )
    parser.add_argument(
        "--hersleutel",
        action="store_true",
        help="maak de koppelsleutels in de database opnieuw, na een uitgave met andere sleutelregels",
    )
    parser.add_argument("--geheugen", default="1GB", help="hoeveel de motor mag gebruiken, bijvoorbeeld 4GB")


def doe(args: argparse.Namespace) -> int:
    if args.hersleutel:
        return _hersleutel()
    _controleer(args)
    from koppeling import ModelFout, laad, standaardmodel
    from koppeling.batch import BatchFout, Opdracht, SchemaFout, koppel, lees_schema

    try:
        opdracht = Opdracht(
            bestanden=tuple(args.bestanden),
            schema=lees_schema(_lees(args.schema)),
            model=laad(_lees(args.model)) if args.model else standaardmodel(),
            paren=args.paren or args.schat,
            clusters=args.clusters,
            drempel=args.drempel,
            geheugen=args.geheugen,
            een_op_een=args.een_op_een,
            motor=args.motor,
        )
        if args.schat:
            return _schat(opdracht, args.schat)
        verslag = koppel(opdracht, _toon)
    except (BatchFout, SchemaFout, ModelFout) as fout:
        raise Melding(str(fout)) from fout
    for soort, sleutels, records in verslag.te_algemeen:
        print(
            f"Te algemeen om op te zoeken: {sleutels} waarde(n) van '{soort}', de grootste bij {records} records.",
            file=sys.stderr,
        )
    print(
        f"{verslag.records} records, {verslag.kandidaten} kandidaten, {verslag.paren} paren vanaf {verslag.drempel:g} bits"
        + (f", {verslag.clusters} groepen." if args.clusters else ".")
    )
    return 0


def _controleer(args: argparse.Namespace) -> None:
    """Everything that can be said before any work is done."""
    if not (args.bestanden and args.schema):
        raise Melding("geef een of twee bestanden, en met --schema wat hun kolommen betekenen.")
    if len(args.bestanden) > 2:
        raise Melding("geef een of twee bestanden; meer kan niet tegelijk.")
    if importlib.util.find_spec("duckdb") is None:
        raise Melding("hiervoor is duckdb nodig. Installeer het met: pip install 'schakel[batch]'.")
    if args.motor == "spark":
        from koppeling.batch import spark

        if mist := spark.ontbreekt():
            raise Melding(f"voor de motor spark is meer nodig. Installeer: {mist}.")
    if not (args.paren or args.schat):
        raise Melding("zeg waar de paren heen gaan: --paren BESTAND.")
    if args.schat and importlib.util.find_spec("splink") is None:
        raise Melding("hiervoor is splink nodig. Installeer het met: pip install 'schakel[schat]'.")


def _schat(opdracht: "Opdracht", nieuw: Path) -> int:
    """Write the new model and its report; switching it on is for whoever has read that."""
    from koppeling import schrijf
    from koppeling.batch import leer

    if nieuw.exists():
        raise Melding(
            f"{nieuw} bestaat al. Kies een nieuwe naam: een model dat in gebruik is, verandert niet."
        )
    verslag = leer(opdracht, nieuw.stem, _toon)
    nieuw.write_text(schrijf(verslag.model), encoding="utf-8")
    tekst = verslag.tekst(opdracht.model.naam)
    nieuw.with_suffix(".md").write_text(tekst, encoding="utf-8")
    print(tekst)
    print(f"Geschreven: {nieuw} en {nieuw.with_suffix('.md')}. Gebruik het met --model, na beoordeling.")
    return 0


def _hersleutel() -> int:
    """Keys of older rules made anew, and then every partner looks again at what its open signals touch."""
    from schakel.opdrachten.start import maak_klaar

    maak_klaar()
    from schakel.convenant.actor import als
    from schakel.partner.queries import inbrenger, partners
    from schakel.signaal import actions

    gedaan = 0
    for klaar, totaal in actions.hersleutel():
        gedaan = totaal
        _toon("sleutels opnieuw maken", klaar, totaal)
    opnieuw = 0
    for partner in partners() if gedaan else ():
        if (door := inbrenger(partner.code)) is not None:
            with als(door):
                opnieuw += actions.kijk_alles_opnieuw(door=door)
    print(f"{gedaan} gegevens hebben nieuwe sleutels; {opnieuw} signalen zijn opnieuw vergeleken.")
    return 0


def _lees(pad: Path) -> str:
    try:
        return pad.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fout:
        raise Melding(f"{pad} is niet te lezen ({fout}).") from fout


def _toon(stap: str, klaar: int, totaal: int) -> None:
    """A bar on the error output, rewritten in place."""
    if not sys.stderr.isatty():
        return
    vol = 30 * klaar // max(totaal, 1)
    print(
        f"\r{stap:<28.28} [{'#' * vol}{'.' * (30 - vol)}] {100 * klaar // max(totaal, 1):3d} %",
        end="",
        file=sys.stderr,
    )
    if klaar >= totaal:
        print(file=sys.stderr)
