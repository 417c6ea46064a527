# SPDX-License-Identifier: EUPL-1.2
"""`./schakel hitnohit`: ask another house whether it knows somebody (docs/hitnohit.md). Off without an agreement."""

import argparse
import csv
import getpass
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from schakel.opdrachten import Melding

if TYPE_CHECKING:
    from koppeling import Entiteit
    from koppeling.batch import Schema
    from koppeling.hitnohit import Huis


def vul(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--huis", required=True, help="naam van dit huis, zoals in de afspraak en het certificaat"
    )
    parser.add_argument(
        "--map",
        type=Path,
        required=True,
        help="met afspraak.toml, huis.pem, huis.key en ca.pem; hier komt ook huis.db",
    )
    wat = parser.add_subparsers(dest="wat", required=True, metavar="wat")
    opzet = wat.add_parser("opzet", help="maak de labels van dit kwartaal uit eigen records")
    opzet.add_argument("bestand", type=Path, help="CSV in UTF-8, zonder geheime adressen en opvang")
    opzet.add_argument(
        "--schema", type=Path, required=True, help="TOML: wat elke kolom betekent (docs/koppel.md)"
    )
    luister = wat.add_parser("luister", help="beantwoord de andere partij")
    luister.add_argument("--adres", default="127.0.0.1:8460", help="host:poort")
    luister.add_argument("--contact", required=True, help="wie te bellen bij een treffer")
    haal = wat.add_parser("haal", help="haal de labels van de andere partij op")
    haal.add_argument("--adres", required=True, help="host:poort van de andere partij")
    vraag = wat.add_parser("vraag", help="vraag naar elk record van een bestand")
    vraag.add_argument("bestand", type=Path, help="CSV met de records waarnaar gevraagd wordt")
    vraag.add_argument("--schema", type=Path, required=True, help="TOML: wat elke kolom betekent")
    vraag.add_argument("--adres", required=True, help="host:poort van de andere partij")
    vraag.add_argument("--zaak", required=True, help="kenmerk van de zaak; komt in beide journaals")


def doe(args: argparse.Namespace) -> int:
    if importlib.util.find_spec("duckdb") is None:
        raise Melding("hiervoor is duckdb nodig. Installeer het met: pip install 'schakel[batch]'.")
    from koppeling.batch import SchemaFout
    from koppeling.hitnohit import AfspraakFout, HuisFout

    try:
        _voer_uit(args, _huis(args))
    except (AfspraakFout, HuisFout, SchemaFout) as fout:
        raise Melding(str(fout)) from fout
    except (OSError, UnicodeDecodeError) as fout:
        raise Melding(f"dit bestand is niet te lezen: {fout}.") from fout
    return 0


def _huis(args: argparse.Namespace) -> "Huis":
    """This house; refuses when the agreement is not in force."""
    from datetime import date

    from koppeling.hitnohit import Huis, lees_afspraak

    afspraak = lees_afspraak((args.map / "afspraak.toml").read_text(encoding="utf-8"))
    contact = getattr(args, "contact", "")
    huis = Huis(args.huis, afspraak, args.map / "huis.db", contact=contact, vandaag=date.today)
    huis.controleer()
    return huis


def _voer_uit(args: argparse.Namespace, huis: "Huis") -> None:
    from koppeling.hitnohit import Luisteraar, haal_tabel, vraag_op

    if args.wat == "opzet":
        print(f"{huis.zet_op(e for _, e in _records(args))} labels gemaakt voor dit kwartaal.")
    elif args.wat == "luister":
        host, poort = _adres(args.adres)
        luisteraar = Luisteraar(huis, args.map, host=host, poort=poort)
        print(f"{args.huis} luistert op {args.adres}. Ctrl-C stopt.", flush=True)
        luisteraar.luister()
    elif args.wat == "haal":
        print(f"{haal_tabel(huis, args.map, _adres(args.adres))} labels ontvangen van {huis.partner}.")
    else:
        for id, over in _records(args):
            door = getpass.getuser()
            antwoord = vraag_op(huis, args.map, _adres(args.adres), over, zaak=args.zaak, door=door)
            print(
                f"{id}: {f'treffer, bel {antwoord.contact}' if antwoord.treffer else 'geen treffer'}",
                flush=True,
            )


def _adres(tekst: str) -> tuple[str, int]:
    host, _, poort = tekst.rpartition(":")
    if not host or not poort.isdigit():
        raise Melding(f"{tekst!r} is geen adres; schrijf host:poort.")
    return host, int(poort)


def _records(args: argparse.Namespace) -> Iterator[tuple[str, "Entiteit"]]:
    """(id, record) of every row."""
    from koppeling.batch import lees_schema

    schema = lees_schema(args.schema.read_text(encoding="utf-8"))
    with args.bestand.open(encoding="utf-8-sig", newline="") as bestand:
        lezer = csv.DictReader(bestand)
        namen = {schema.id, *(k.naam for k in schema.kolommen)}
        if weg := sorted(namen - set(lezer.fieldnames or ())):
            raise Melding(f"{args.bestand} mist de kolommen: {', '.join(weg)}.")
        for rij in lezer:
            yield rij[schema.id], _entiteit(schema, rij)


def _entiteit(schema: "Schema", rij: dict[str, str | None]) -> "Entiteit":
    from koppeling import Entiteit

    velden: dict[str, tuple[str, ...]] = {}
    for kolom in schema.kolommen:
        if tekst := rij.get(kolom.naam):
            velden[kolom.veld] = (*velden.get(kolom.veld, ()), kolom.lees(tekst))
    return Entiteit(rij[schema.id] or "", schema.soort, velden)
