# SPDX-License-Identifier: EUPL-1.2
"""A base of generated people in the database of a house: `python -m tests.prestatie.koppelbasis PERSONEN`.

Signals of four persons, with the telephone and the address of the first, written as owner of the tables in the form
that the application gives them: contents encrypted, keys hashed. Everything in it is made up.
"""

import random
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

PER_SIGNAAL = 4
PARTIJ = 2_000
"""Signals that are written at once."""
REGISTER = ("voornaam", "achternaam", "geboortedatum", "geslacht")


def vul(personen: int) -> None:
    """Load the told region, and on top of it the base; at the end the indexes and the statistics."""
    import django

    django.setup()
    from django.db import connections, transaction

    from schakel.opdrachten.start import breng_bij
    from schakel.opdrachten.wereld import laad_eenmalig

    breng_bij(stil=True)
    laad_eenmalig(zaad=7, omvang="klein", voortgang=lambda _: None)
    _vergelijk_alles()
    rng, bron = random.Random(11), _mensen(personen)
    schrijver, eigenaars = Schrijver(), _eigenaars()
    indexen = [i for i in _indexen() if "koppelsleutel_sleutel" in i]
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("DROP INDEX koppelsleutel_sleutel")
    for begin in range(0, -(-personen // PER_SIGNAAL), PARTIJ):
        with transaction.atomic(using="eigenaar"):
            _partij(rng, eigenaars, bron, schrijver)
        klaar = min(personen, (begin + PARTIJ) * PER_SIGNAAL)
        print(f"{klaar} van {personen} personen", file=sys.stderr, flush=True)
    with connections["eigenaar"].cursor() as cursor:
        for index in indexen:
            cursor.execute(index)
        cursor.execute("VACUUM ANALYZE")


def _vergelijk_alles() -> None:
    """The regime of the told region compares no names; here every kind of key takes part, for the heaviest question."""
    from schakel.signaal.models import Koppelregime
    from schakel.signaal.rules.raakvlak import IDENTIFIERS

    Koppelregime.objects.using("eigenaar").update(identifiers=sorted(IDENTIFIERS))


def _indexen() -> list[str]:
    from django.db import connections

    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE tablename = 'signaal_koppelsleutel'")
        return [rij[0] for rij in cursor.fetchall()]


def _mensen(aantal: int) -> Iterator[dict[str, str]]:
    """Records of the generated region, a few thousand at a time."""
    from tests.prestatie.koppeling import records

    eerste, gegeven = 0, 0
    while gegeven < aantal:
        rijen = records(5_000, eerste)
        eerste = int(rijen[-1]["id"][1:8]) + 1
        gegeven += len(rijen)
        yield from rijen


def _eigenaars() -> list[UUID]:
    """The partners that take part in the koppelregime of the region."""
    from schakel.signaal.models import KoppelregimePartij

    partijen = KoppelregimePartij.objects.using("eigenaar").values_list("partner_id", flat=True)
    return sorted(set(partijen))


def _partij(
    rng: random.Random, eigenaars: list[UUID], bron: Iterator[dict[str, str]], schrijver: "Schrijver"
) -> None:
    from schakel.convenant.models import Stuk
    from schakel.kern import klok
    from schakel.signaal.actions.koppelen import _sleutels
    from schakel.signaal.models import Signaal

    nu, termijn = klok.nu(), klok.vandaag() + timedelta(days=365)
    stukken, signalen, gegevens, sleutels = [], [], [], []
    for nr in range(PARTIJ):
        mensen = [m for _, m in zip(range(PER_SIGNAAL), bron, strict=False)]
        if not mensen:
            break
        op = nu - timedelta(minutes=rng.randrange(2 * 365 * 1440))
        stuk = Stuk(
            id=UUID(int=rng.getrandbits(128), version=4), soort="signaal", eigenaar_id=rng.choice(eigenaars),
            gemaakt_op=op, fase="detectie", handeling="keten",
        )  # fmt: skip
        signaal = Signaal(
            stuk=stuk, eigenaar_id=stuk.eigenaar_id, kenmerk=f"SIG-B-{mensen[0]['id'][1:]}-{nr % 10}", vormen=["arbeid"],
            status="in_veredeling", gemaakt_op=op, gemaakt_door=stuk.pk, waargenomen_op=op.date(),
        )  # fmt: skip
        van_stuk = list(_gegevens(rng, stuk, mensen, op))
        stukken.append(stuk)
        signalen.append(signaal)
        gegevens += van_stuk
        sleutels += _sleutels(signaal, van_stuk, termijn)
    for rijen in (stukken, signalen, gegevens, sleutels):
        schrijver.schrijf(rijen)


def _gegevens(rng: random.Random, stuk: Any, mensen: list[dict[str, str]], op: Any) -> Iterator[Any]:
    from schakel.convenant.models import Gegeven

    def een(soort: str, categorie: str, **inhoud: str) -> Any:
        return Gegeven(
            id=UUID(int=rng.getrandbits(128), version=4), stuk=stuk, eigenaar_id=stuk.eigenaar_id, soort=soort,
            categorie=categorie, inhoud={n: w for n, w in inhoud.items() if w}, gemaakt_op=op,
            bewaren_tot=(op + timedelta(days=1826)).date(),
        )  # fmt: skip

    for m in mensen:
        rol = rng.choice(("persoon-verdacht", "persoon-mogelijk-slachtoffer", "waarneming"))
        yield een("persoon", rol, **{veld: m[veld] for veld in REGISTER})
    eerste = mensen[0]
    if eerste["telefoon"]:
        yield een("telefoon", "object", telefoon=eerste["telefoon"])
    if eerste["straat"] or eerste["postcode"]:
        adres = {veld: eerste[veld] for veld in ("straat", "huisnummer", "postcode")}
        yield een("adres", "object", **adres, plaats=eerste["woonplaats"])


class Schrijver:
    """Many rows of one model in one statement (COPY does not work with forced row-level security)."""

    def __init__(self) -> None:
        self._vormen: dict[type[Any], tuple[str, list[Callable[[Any], Any]]]] = {}

    def schrijf(self, rijen: list[Any]) -> None:
        from django.db import connections

        if not rijen:
            return
        model = type(rijen[0])
        vraag, lezers = self._vormen.get(model) or self._vorm(model)
        with connections["eigenaar"].cursor() as cursor:
            cursor.execute(vraag, [[lees(rij) for rij in rijen] for lees in lezers])

    def _vorm(self, model: type[Any]) -> tuple[str, list[Callable[[Any], Any]]]:
        from django.db import connections

        verbinding = connections["eigenaar"]
        velden = [
            v
            for v in model._meta.concrete_fields
            if not (v.primary_key and v.get_internal_type() == "BigAutoField")
        ]

        def lezer(veld: Any) -> Callable[[Any], Any]:
            lijst = veld.get_internal_type() == "ArrayField"

            def lees(rij: Any) -> Any:
                waarde = veld.get_db_prep_save(veld.pre_save(rij, True), verbinding)
                return _lijst(waarde) if lijst and waarde is not None else waarde

            return lees

        def kolom(veld: Any, nr: int) -> str:
            soort = str(veld.db_type(verbinding))
            return f"k{nr}::{soort}" if soort.endswith("[]") else f"k{nr}"

        soorten = [str(v.db_type(verbinding)) for v in velden]
        reeksen = ", ".join(f"%s::{'text' if s.endswith('[]') else s.split('(')[0]}[]" for s in soorten)
        namen = ", ".join(f'"{v.column}"' for v in velden)
        uit = ", ".join(kolom(v, nr) for nr, v in enumerate(velden))
        kop = ", ".join(f"k{nr}" for nr in range(len(velden)))
        vraag = (
            f"INSERT INTO {model._meta.db_table} ({namen}) SELECT {uit} FROM unnest({reeksen}) AS r ({kop})"
        )
        self._vormen[model] = vraag, [lezer(v) for v in velden]
        return self._vormen[model]


def _lijst(waarde: Iterable[object]) -> str:
    """An array of plain words as PostgreSQL writes it."""
    return "{" + ",".join(f'"{w}"' for w in waarde) + "}"


if __name__ == "__main__":
    vul(int(sys.argv[1]))
