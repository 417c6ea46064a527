# SPDX-License-Identifier: EUPL-1.2
"""A region-size set for measuring: the told region, and on top of it bulk rows as owner of the tables, fixed seed.

Runs inside a house (`tests.huis`): `python -m tests.prestatie.vullen SIGNALEN`. Everything in it is made up.
"""

import itertools
import random
import secrets
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

ZAAD = 7
PERSONEN_PER_SIGNAAL = 10
VERSTREKKINGEN_PER_SIGNAAL = 3
PARTIJ = 500
VOORNAMEN = (
    "Ana",
    "Boris",
    "Carla",
    "Dirk",
    "Elena",
    "Farid",
    "Hana",
    "Ivan",
    "Karim",
    "Lena",
    "Milan",
    "Nora",
    "Rosa",
)
ACHTERNAMEN = (
    "Aarts",
    "Bakker",
    "Cirkel",
    "Dragan",
    "Elzinga",
    "Fontein",
    "Grabow",
    "Ilic",
    "Koster",
    "Lovric",
    "Mulder",
)
CATEGORIEEN = ("object", "persoon-verdacht", "persoon-mogelijk-slachtoffer", "waarneming", "toezicht")


@dataclass
class Wereld:
    """What the bulk rows hang on."""

    r: random.Random
    nu: datetime
    partners: list[Any]
    gemeenten: list[Any]
    versie_id: UUID
    gebruikers: dict[UUID, list[UUID]] = field(default_factory=dict)

    def id(self) -> UUID:
        return UUID(int=self.r.getrandbits(128), version=4)

    def toen(self) -> datetime:
        """Some moment in the last two years."""
        return self.nu - timedelta(minutes=self.r.randrange(2 * 365 * 1440))

    def iemand(self) -> dict[str, str]:
        """A made-up person."""
        naam = {"voornaam": self.r.choice(VOORNAMEN), "achternaam": self.r.choice(ACHTERNAMEN)}
        return naam | {"geboortedatum": f"{self.r.randrange(1960, 2008)}-{self.r.randrange(1, 13):02d}-17"}


def vul(signalen: int) -> None:
    """Load the told region, then `signalen` signals with 10 persons and 3 acts of sharing each, the rest in scale."""
    import django

    django.setup()
    from schakel.opdrachten.start import breng_bij
    from schakel.opdrachten.wereld import laad_eenmalig

    breng_bij(stil=True)
    laad_eenmalig(zaad=ZAAD, omvang="klein", voortgang=lambda t: print(t, file=sys.stderr))
    wereld = _wereld()
    _signalen(wereld, signalen)
    _meldingen(wereld, signalen * 3 // 10)
    _casussen(wereld, signalen // 40)
    from django.db import connections

    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _wereld() -> Wereld:
    from schakel.convenant.models import ConvenantVersie
    from schakel.kern import klok
    from schakel.partner.models import Bezetting, Gemeente, Partner

    wereld = Wereld(
        r=random.Random(ZAAD),
        nu=klok.nu(),
        partners=list(Partner.objects.using("eigenaar").order_by("code")),
        gemeenten=list(Gemeente.objects.using("eigenaar").order_by("naam")),
        versie_id=ConvenantVersie.objects.using("eigenaar").filter(status="vastgesteld").latest("ingang").pk,
    )
    for b in Bezetting.objects.using("eigenaar").select_related("functie").order_by("gebruiker__inlognaam"):
        if b.functie.rol in ("ketenregisseur", "aandachtsfunctionaris", "casusdeelnemer", "regiocoordinator"):
            wereld.gebruikers.setdefault(b.functie.partner_id, []).append(b.gebruiker_id)
    return wereld


def _bewaar(rijen: list[Any]) -> None:
    """Rows of one kind, as owner."""
    if rijen:
        type(rijen[0])._base_manager.using("eigenaar").bulk_create(rijen, batch_size=1000)


def _partijen(aantal: int) -> Iterator[range]:
    return (range(n, min(n + PARTIJ, aantal)) for n in range(0, aantal, PARTIJ))


def _signalen(w: Wereld, aantal: int) -> None:
    from django.db import transaction

    from schakel.signaal.models import SignaalPlaats

    for partij in _partijen(aantal):
        with transaction.atomic(using="eigenaar"):
            gemaakt = [_signaal(w, nr) for nr in partij]
            stukken, koppen = [s for s, _ in gemaakt], [k for _, k in gemaakt]
            _bewaar(stukken)
            _bewaar(koppen)
            _bewaar(
                [SignaalPlaats(signaal=k, soort="detectie", gemeente=w.r.choice(w.gemeenten)) for k in koppen]
            )
            gegevens = [g for stuk in stukken for g in _gegevens(w, stuk)]
            _bewaar(gegevens)
            _zoeken_en_koppelen(w, gegevens)
            _bewaar([v for stuk in stukken for v in _verstrekkingen(w, stuk)])
            _bewaar([v for kop in koppen for v in _rondom(w, kop)])
        print(f"{partij.stop} van {aantal} signalen", file=sys.stderr, flush=True)


def _signaal(w: Wereld, nr: int) -> tuple[Any, Any]:
    from schakel.convenant.models import Stuk
    from schakel.signaal.models import Signaal

    eigenaar, op = w.r.choice(w.partners), w.toen()
    stuk = Stuk(
        id=w.id(), soort="signaal", eigenaar=eigenaar, gemaakt_op=op, fase="detectie", handeling="keten"
    )
    kop = Signaal(
        stuk=stuk, eigenaar=eigenaar, kenmerk=f"SIG-2020-{nr:05d}",
        vormen=[w.r.choice(("arbeid", "seksueel", "crimineel"))],
        status=w.r.choices(("nieuw", "in_veredeling", "rijp_voor_weging", "afgesloten"), (4, 3, 2, 1))[0],
        gemaakt_op=op, gemaakt_door=w.id(), waargenomen_op=op.date(),
    )  # fmt: skip
    if kop.status == "afgesloten":
        kop.sluitreden = "onvoldoende"
    return stuk, kop


def _gegevens(w: Wereld, stuk: Any) -> Iterator[Any]:
    from schakel.convenant.models import Gegeven

    def een(soort: str, categorie: str, **inhoud: str) -> Any:
        return Gegeven(
            id=w.id(), stuk=stuk, eigenaar_id=stuk.eigenaar_id, soort=soort, categorie=categorie, inhoud=inhoud,
            handeling=w.r.choices(("keten", "genoemd", "eigen"), (8, 1, 1))[0], gemaakt_op=stuk.gemaakt_op,
            bewaren_tot=(stuk.gemaakt_op + timedelta(days=1826)).date(),
        )  # fmt: skip

    for _ in range(PERSONEN_PER_SIGNAAL):
        yield een("persoon", w.r.choice(CATEGORIEEN[1:3]), **w.iemand())
    yield een("tekst", "waarneming", tekst="Er brandt 's nachts licht en er slapen mensen in de loods. " * 4)
    yield een("telefoon", "object", telefoon=f"06{w.r.randrange(10**8):08d}")
    straat = f"{w.r.choice(ACHTERNAMEN)}laan {w.r.randrange(1, 300)}"
    yield een("adres", "object", straat=straat, plaats=w.r.choice(w.gemeenten).naam)


SLEUTELS = {
    "persoon": ("persoon", ("datum+achternaam", "datum+voornaam", "naam+jaar", "naam")),
    "telefoon": ("telefoon", ("telefoon",)),
    "adres": ("adres", ("adres",)),
    "tekst": ("", ()),
}


def _zoeken_en_koppelen(w: Wereld, gegevens: list[Any]) -> None:
    """Search words of what can be read, and linking keys: drawn by lot, so that few signals touch, as in life."""
    from schakel.signaal.koppelen import VERSIE

    vandaag, later = w.nu.date(), w.nu.date() + timedelta(days=365)
    _kopieer(
        "convenant_zoekwoord",
        {"woord": "bigint", "gegeven_id": "uuid", "stuk_id": "uuid"},
        ((woord, g.pk, g.stuk_id) for g in gegevens for woord in _woorden(*_leesbaar(g))),
    )
    _kopieer(
        "signaal_koppelsleutel",
        {
            "sleutel": "bigint", "gegeven_id": "uuid", "stuk_id": "uuid", "eigenaar_id": "uuid", "soort": "text",
            "identifier": "text", "categorie": "text", "zwak": "boolean", "gemaakt_op": "date", "vervalt_op": "date",
            "versie": "smallint",
        },
        (
            (w.r.randrange(2**26), g.pk, g.stuk_id, g.eigenaar_id, soort, SLEUTELS[g.soort][0], g.categorie, False,
             vandaag, later, VERSIE)
            for g in gegevens
            for soort in SLEUTELS[g.soort][1]
        ),
    )  # fmt: skip


def _leesbaar(g: Any) -> tuple[tuple[str, str], ...]:
    """What is searched for here: names and texts."""
    velden = ("voornaam", "achternaam", "tekst")
    return tuple((naam, waarde) for naam, waarde in g.inhoud.items() if naam in velden)


@cache
def _woorden(*leesbaar: tuple[str, str]) -> tuple[int, ...]:
    from schakel.convenant.actions import zoekwoorden

    return tuple(sorted(zoekwoorden(dict(leesbaar))))


def _kopieer(tabel: str, kolommen: dict[str, str], rijen: Iterator[tuple[Any, ...]]) -> None:
    """Many small rows in one statement (COPY does not work with forced row-level security). Column → type."""
    from django.db import connections

    lijsten = list(zip(*rijen, strict=True))
    reeksen = ", ".join(f"%s::{soort}[]" for soort in kolommen.values())
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {tabel} ({', '.join(kolommen)}) SELECT * FROM unnest({reeksen})",
            [list(k) for k in lijsten],
        )


def _verstrekkingen(w: Wereld, stuk: Any) -> Iterator[Any]:
    from schakel.convenant.models import Verstrekking

    anderen = [p for p in w.partners if p.pk != stuk.eigenaar_id]
    for aan in w.r.sample(anderen, VERSTREKKINGEN_PER_SIGNAAL):
        begin = stuk.gemaakt_op.date()
        yield Verstrekking(
            id=w.id(), stuk=stuk, van_partner_id=stuk.eigenaar_id, aan_partner=aan, stuk_soort="signaal",
            categorieen=w.r.sample(CATEGORIEEN, 3), doel="preventie", grondslag="WGS-RIEC", fase="detectie",
            versie_id=w.versie_id, regels=["R1"], begin=begin, door=w.id(), gemaakt_op=stuk.gemaakt_op,
            einde=begin + timedelta(days=w.r.choice((365, 800, 1500))), motivering="Nodig voor de weging.",
            ingetrokken_op=w.nu if w.r.random() < 0.05 else None,
        )  # fmt: skip


def _rondom(w: Wereld, kop: Any) -> Iterator[Any]:
    """The first line of the history of every signal."""
    from schakel.signaal.models import Wijziging

    yield Wijziging(
        id=w.id(), signaal=kop, eigenaar_id=kop.eigenaar_id, versie=1, soort="gemaakt", naar="nieuw",
        door=kop.gemaakt_door, door_naam="Proef Persoon", functie="aandachtsfunctionaris", op=kop.gemaakt_op,
    )  # fmt: skip


def _meldingen(w: Wereld, aantal: int) -> None:
    from django.db import transaction

    from schakel.convenant.models import Stuk
    from schakel.melding.models import Bericht, Melding

    eigenaars = [g.partner for g in w.gemeenten if g.partner_id] + w.partners[:2]
    for partij in _partijen(aantal):
        stukken = [
            Stuk(id=w.id(), soort="melding", eigenaar=w.r.choice(eigenaars), gemaakt_op=w.toen())
            for _ in partij
        ]
        meldingen = [
            Melding(
                stuk=s, eigenaar_id=s.eigenaar_id, kenmerk=f"MEL-2020-{nr:05d}", kanaal="web", vorm="arbeid",
                gemeente=w.r.choice(w.gemeenten), ontvangen_op=s.gemaakt_op, code_merk=secrets.token_bytes(16),
                terugkoppelen_voor=(w.nu + timedelta(days=w.r.randrange(-20, 20))).date(),
                status=w.r.choice(("ontvangen", "in_behandeling", "doorgezet", "afgedaan")), tekst="Wat ik zag. " * 20,
            )
            for nr, s in zip(partij, stukken, strict=True)
        ]  # fmt: skip
        with transaction.atomic(using="eigenaar"):
            _bewaar(stukken)
            _bewaar(meldingen)
            _bewaar(
                [
                    Bericht(id=w.id(), melding=m, van=v, op=w.nu, tekst="Een vraag.")
                    for m in meldingen[::5]
                    for v in ("meldpunt", "melder")
                ]
            )


def _casussen(w: Wereld, aantal: int) -> None:
    from django.db import transaction

    from schakel.casus.models import Casus, Interventie, Stap
    from schakel.convenant.models import Betrokkene, Stuk
    from schakel.partner.models import Bezetting

    regisseur = (
        Bezetting.objects.using("eigenaar")
        .filter(functie__rol="ketenregisseur")
        .select_related("functie")
        .order_by("pk")[0]
    )
    regie = regisseur.functie.partner_id
    for nr in range(aantal):
        stuk = Stuk(
            id=w.id(), soort="casus", eigenaar_id=regie, besloten=True, gemaakt_op=w.toen(), fase="uitvoering"
        )
        casus = Casus(
            stuk=stuk, eigenaar_id=regie, kenmerk=f"CAS-2020-{nr:05d}", soort="pand", werktitel=f"Loods {nr}",
            vormen=["arbeid"], geopend_op=stuk.gemaakt_op,
        )  # fmt: skip
        namen = {regie: [regisseur.gebruiker_id]} | {
            p.pk: w.gebruikers[p.pk] for p in w.r.sample(w.partners, 6) if p.pk in w.gebruikers
        }
        with transaction.atomic(using="eigenaar"):
            _bewaar([stuk])
            _bewaar([casus])
            _bewaar(
                [
                    Betrokkene(
                        id=w.id(),
                        stuk=stuk,
                        eigenaar_id=regie,
                        partner_id=p,
                        gebruiker_id=g,
                        van=stuk.gemaakt_op.date(),
                    )
                    for p, mensen in namen.items()
                    for g in mensen
                ]
            )
            stap = {"van": "detectie", "naar": "dossiervorming", "reden": "Begonnen.", "versie": 1}
            _bewaar([Stap(id=w.id(), casus=casus, partner_id=regie, door=w.id(), op=stuk.gemaakt_op, **stap)])
            _bewaar(
                [
                    Interventie(
                        id=w.id(), casus=casus, casus_eigenaar_id=regie, soort=soort, partner_id=regie, uitvoerder_id=p,
                        doel="Stoppen.", effect_slachtoffer="Veilig.", status="vastgesteld", voorgesteld_op=w.nu,
                        vastgesteld_op=w.nu, termijn=(w.nu + timedelta(days=w.r.randrange(-10, 30))).date(),
                    )
                    for p, soort in zip(namen, _interventies(), strict=False)
                ]
            )  # fmt: skip
            _deel_casus(w, stuk, [p for p in namen if p != regie])


def _interventies() -> Iterator[str]:
    from schakel.casus.rules import CATALOGUS

    return itertools.cycle(sorted(CATALOGUS))


def _deel_casus(w: Wereld, stuk: Any, partners: list[UUID]) -> None:
    from schakel.convenant.models import Verstrekking

    _bewaar(
        [
            Verstrekking(
                id=w.id(), stuk=stuk, van_partner_id=stuk.eigenaar_id, aan_partner_id=p, stuk_soort="casus", casus=stuk,
                stuk_besloten=True, categorieen=["object", "waarneming"], doel="preventie", grondslag="WGS-RIEC",
                fase="weging", versie_id=w.versie_id, regels=["R1"], begin=stuk.gemaakt_op.date(), door=w.id(),
                einde=(w.nu + timedelta(days=90)).date(), gemaakt_op=stuk.gemaakt_op,
            )
            for p in partners
        ]
    )  # fmt: skip


if __name__ == "__main__":
    vul(int(sys.argv[1]))
