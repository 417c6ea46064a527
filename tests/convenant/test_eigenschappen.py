# SPDX-License-Identifier: EUPL-1.2
"""Properties of the rule: default no, monotone, and the filter agrees with the wall in every world."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.regio import FUNCTIES, Regio

from schakel.convenant import queries
from schakel.convenant.actor import als
from schakel.convenant.models import (
    Betrokkene,
    Convenant,
    ConvenantVersie,
    Gegeven,
    Genoemd,
    Partij,
    Stuk,
    Verstrekking,
)
from schakel.convenant.rules import (
    Categorie,
    Doel,
    Fase,
    Handeling,
    Regel,
    StukSoort,
    Versie,
    Verzoek,
    Voorwaarde,
    Wijze,
    oordeel,
)
from schakel.kern import klok

DAG = date(2026, 3, 1)
SOORTEN = ("politie", "gemeente", "zorg")
PARTIJEN = ("a", "b", "c")
CATEGORIEEN = (Categorie.OBJECT, Categorie.POLITIE_8, Categorie.ZORGINHOUD)

dagen = st.none() | st.integers(-2, 2).map(lambda n: DAG + timedelta(days=n))


def regels(*wijzen: Wijze) -> st.SearchStrategy[Regel]:
    return st.builds(
        Regel,
        code=st.sampled_from(["R1", "R2", "R3"]),
        van=st.sampled_from((*SOORTEN, "*")),
        naar=st.sampled_from((*SOORTEN, "*")),
        categorie=st.sampled_from(CATEGORIEEN),
        naar_functie=st.sampled_from(["", "ketenregisseur"]),
        naar_deel=st.sampled_from([None, 1, 2]),
        fasen=st.frozensets(st.sampled_from(list(Fase)), max_size=2),
        doelen=st.frozensets(st.sampled_from(list(Doel)), max_size=2),
        wijze=st.sampled_from(wijzen),
        voorwaarden=st.frozensets(st.sampled_from(list(Voorwaarde)), max_size=2),
        geldig_van=dagen,
        geldig_tot=dagen,
    )


def versies(*wijzen: Wijze) -> st.SearchStrategy[list[Versie]]:
    return st.lists(
        st.builds(
            Versie,
            convenant=st.sampled_from(["X", "Y"]),
            nummer=st.integers(1, 3),
            ingang=st.integers(-2, 2).map(lambda n: DAG + timedelta(days=n)),
            einde=dagen,
            partijen=st.frozensets(st.sampled_from(PARTIJEN)),
            regels=st.lists(regels(*wijzen), max_size=4).map(tuple),
            opgezegd_op=dagen,
        ),
        max_size=3,
    )


verzoeken = st.builds(
    Verzoek,
    categorieen=st.frozensets(st.sampled_from(CATEGORIEEN), max_size=2),
    van=st.just("a"),
    van_soort=st.sampled_from(SOORTEN),
    aan=st.just("b"),
    aan_soort=st.sampled_from(SOORTEN),
    doel=st.sampled_from(list(Doel)),
    fase=st.sampled_from(list(Fase)),
    dag=st.just(DAG),
    aan_functie=st.sampled_from(["", "ketenregisseur", "zorgdeelnemer"]),
    deel=st.sampled_from([None, 1, 2]),
    vervuld=st.frozensets(st.sampled_from(list(Voorwaarde))),
    geanonimiseerd=st.booleans(),
    handeling=st.sampled_from(list(Handeling)),
    genoemd=st.booleans(),
    embargo_tot=dagen,
)
rustig = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no finding."""
MAG = (Wijze.VOLLEDIG, Wijze.GEANONIMISEERD)


@rustig
@given(verzoeken, versies(*Wijze))
def test_een_ja_rust_altijd_op_een_regel_per_categorie_van_een_geldig_convenant_met_beide_partijen(
    verzoek: Verzoek, wereld: list[Versie]
) -> None:
    uitkomst = oordeel(verzoek, wereld)
    if uitkomst.toegestaan:
        assert {r.categorie for r, _ in uitkomst.regels} == verzoek.categorieen
        assert verzoek.categorieen
        for regel, versie in uitkomst.regels:
            assert versie.in_kracht(DAG)
            assert {verzoek.van, verzoek.aan} <= versie.partijen
            assert regel.voorwaarden <= verzoek.vervuld
            assert regel.wijze != Wijze.NIET
    else:
        assert any(r.code != "regel" for r in uitkomst.redenen)


@rustig
@given(verzoeken)
def test_zonder_convenant_of_zonder_regel_is_het_nee(verzoek: Verzoek) -> None:
    leeg = Versie("X", 1, DAG, None, frozenset(PARTIJEN), ())
    assert not oordeel(verzoek, []).toegestaan
    assert not oordeel(verzoek, [leeg]).toegestaan


@rustig
@given(verzoeken, versies(*MAG), st.sampled_from(PARTIJEN), st.sampled_from(list(Voorwaarde)), regels(*MAG))
def test_een_partij_voorwaarde_of_regel_erbij_maakt_van_ja_nooit_nee(
    verzoek: Verzoek, wereld: list[Versie], partij: str, voorwaarde: Voorwaarde, regel: Regel
) -> None:
    """And so removing one never turns no into yes. Express prohibitions are apart: they exist to take a yes away."""
    if oordeel(verzoek, wereld).toegestaan:
        meer = [replace(v, partijen=v.partijen | {partij}, regels=(*v.regels, regel)) for v in wereld]
        assert oordeel(replace(verzoek, vervuld=verzoek.vervuld | {voorwaarde}), meer).toegestaan


@rustig
@given(verzoeken, versies(*Wijze), regels(Wijze.NIET))
def test_een_verbod_erbij_maakt_van_nee_nooit_ja_en_een_derde_partij_verandert_niets(
    verzoek: Verzoek, wereld: list[Versie], verbod: Regel
) -> None:
    met_verbod = [replace(v, regels=(*v.regels, verbod)) for v in wereld]
    if not oordeel(verzoek, wereld).toegestaan:
        assert not oordeel(verzoek, met_verbod).toegestaan
    met_derde = [replace(v, partijen=v.partijen | {"c"}) for v in wereld]
    assert oordeel(verzoek, met_derde).toegestaan == oordeel(verzoek, wereld).toegestaan


@rustig
@given(verzoeken, versies(*Wijze), st.sampled_from(CATEGORIEEN))
def test_minder_delen_mag_als_meer_mag(verzoek: Verzoek, wereld: list[Versie], weg: Categorie) -> None:
    rest = verzoek.categorieen - {weg}
    if rest and oordeel(verzoek, wereld).toegestaan:
        assert oordeel(replace(verzoek, categorieen=rest), wereld).toegestaan


DEZEN = (
    "aandachtsfunctionaris@lindemeer", "ketenregisseur@riec", "regiocoordinator@haven", "toezichthouder@nla",
    "casusdeelnemer@ggd", "privacyfunctionaris@lindemeer",
)  # fmt: skip
"""Whose eyes we look through: an owner, receivers in both chains, a partner that is no party, one blind to content."""


def _wereld(kans: Random) -> list[dict[str, Any]]:
    """Objects with a bit of everything; mostly the value under which sharing works, so that exceptions stand out."""

    def vaak(gewoon: Any, *anders: Any) -> Any:
        return gewoon if kans.random() < 0.75 else kans.choice(anders)

    def handeling() -> Handeling:
        return vaak(Handeling.KETEN, *Handeling)  # type: ignore[no-any-return]

    def categorie() -> Categorie:
        return kans.choice([Categorie.OBJECT, Categorie.WAARNEMING, Categorie.BIJZONDER, Categorie.MELDER])

    def gedeeld() -> dict[str, Any]:
        return {
            "aan": kans.choice(["riec", "lindemeer", "haven", "ggd"]),
            "functie": vaak("", "ketenregisseur", "zorgdeelnemer"),
            "categorieen": sorted({categorie() for _ in range(4)}),
            "begin": vaak(0, -3, 1),
            "duur": kans.randint(2, 4),
            "ingetrokken": vaak(False, True),
            "wacht": vaak(False, True),
            "anoniem": vaak(False, True),
            "deel": vaak(None, 1, 2),
        }

    return [
        {
            "soort": vaak(StukSoort.SIGNAAL, StukSoort.CASUS, StukSoort.ZORGTRAJECT),
            "eigenaar": kans.choice(["nla", "lindemeer", "haven"]),
            "besloten": vaak(False, True),
            "handeling": handeling(),
            "embargo": vaak(None, -1, 0, 1),
            "gegevens": [(categorie(), handeling(), vaak(None, 0, 1), vaak(None, -1, 0)) for _ in range(3)],
            "delen": [gedeeld() for _ in range(2)],
            "genoemd": kans.sample(["lindemeer", "riec"], kans.randint(0, 1)),
            "betrokken": kans.sample(DEZEN, kans.randint(0, 2)),
        }
        for _ in range(25)
    ]


AFSPRAKEN: list[dict[str, Any]] = [
    {},
    {},
    {},
    {"einde": 0, "uitgetreden": "riec"},
    {"einde": -1},
    {"status": "concept"},
    {"opgezegd": 0},
    {"opgezegd": 1, "uitgetreden": "lindemeer"},
]


def _dag(n: int | None) -> date | None:
    return None if n is None else klok.vandaag() + timedelta(days=n)


def _bouw(regio: Regio, wereld: list[dict[str, Any]], afgesproken: dict[str, Any]) -> None:
    """Rows straight into the tables, each as its owner, so that also what no action would make is in the world."""
    basis = regio.versie.convenant
    convenant = Convenant.objects.create(
        naam="W", eigenaar=basis.eigenaar, opgezegd_op=_dag(afgesproken.get("opgezegd"))
    )
    versie = ConvenantVersie.objects.create(
        convenant=convenant,
        nummer=1,
        ingang=klok.vandaag() - timedelta(days=9),
        status=afgesproken.get("status", "vastgesteld"),
        einde=_dag(afgesproken.get("einde")),
    )
    for code, partner in regio.partners.items():
        Partij.objects.create(
            convenant=convenant,
            partner=partner,
            ondertekend_op=klok.vandaag(),
            status="beoogd" if code == "ggd" else "partij",
            uitgetreden_op=klok.vandaag() if afgesproken.get("uitgetreden") == code else None,
        )
    for s in wereld:
        _stuk(regio, versie, s)


def _stuk(regio: Regio, versie: ConvenantVersie, s: dict[str, Any]) -> None:
    eigenaar = regio.partner(str(s["eigenaar"]))
    naam = next(f for f in FUNCTIES if f.endswith(f"@{s['eigenaar']}"))
    with als(regio.actor(naam)):
        stuk = Stuk(soort=s["soort"], eigenaar=eigenaar, besloten=s["besloten"], handeling=s["handeling"],
                    embargo_tot=_dag(s["embargo"]), gemaakt_op=klok.nu())  # fmt: skip
        stuk.save(force_insert=True)
        for wie in s["betrokken"]:
            b = regio.bezettingen[wie]
            Betrokkene.objects.create(stuk_id=stuk.pk, eigenaar_id=eigenaar.pk, partner_id=b.functie.partner_id,
                                      gebruiker_id=b.gebruiker_id, van=klok.vandaag())  # fmt: skip
        for categorie, handeling, embargo, bewaren in s["gegevens"]:
            Gegeven.objects.create(
                stuk_id=stuk.pk,
                eigenaar_id=eigenaar.pk,
                soort="tekst",
                categorie=categorie,
                handeling=handeling,
                embargo_tot=_dag(embargo),
                bewaren_tot=_dag(bewaren),
                gemaakt_op=klok.nu(),
                inhoud={},
            )
        for partner in s["genoemd"]:
            Genoemd.objects.bulk_create(
                [Genoemd(stuk_id=stuk.pk, eigenaar_id=eigenaar.pk, partner=regio.partner(partner))]
            )
        for d in s["delen"]:
            if d["aan"] != s["eigenaar"]:
                begin = klok.vandaag() + timedelta(days=d["begin"])
                Verstrekking(
                    stuk_id=stuk.pk,
                    van_partner=eigenaar,
                    aan_partner=regio.partner(d["aan"]),
                    aan_functie=d["functie"],
                    stuk_besloten=stuk.besloten,
                    categorieen=d["categorieen"],
                    doel="hulp",
                    fase="weging",
                    versie=versie,
                    regels=[],
                    begin=begin,
                    einde=begin + timedelta(days=d["duur"]),
                    door=regio.gebruiker(naam).pk,
                    gemaakt_op=klok.nu(),
                    wacht_op_tweede=d["wacht"],
                    geanonimiseerd=d["anoniem"],
                    deel=d["deel"],
                    ingetrokken_op=klok.nu() if d["ingetrokken"] else None,
                ).save(force_insert=True)


@pytest.mark.parametrize(("zaad", "afgesproken"), list(enumerate(AFSPRAKEN)))
def test_het_filter_en_de_muur_zijn_het_in_elke_wereld_eens(
    regio: Regio, zonder_muur: Any, zaad: int, afgesproken: dict[str, Any]
) -> None:
    """The filter alone (wall off) and the wall alone (no filter) give the same rows to everybody."""
    _bouw(regio, _wereld(Random(zaad)), afgesproken)
    vreemd = 0
    for wie in DEZEN:
        door = regio.actor(wie)
        with als(door):
            for model in (Stuk, Gegeven):
                muur = set(model.objects.values_list("pk", flat=True))
                assert zonder_muur(model.objects.filter(queries.zichtbaar(door, model))) == muur
            vreemd += Gegeven.objects.exclude(eigenaar_id=door.partner_id).count()
    assert vreemd or afgesproken, "in een gewone wereld wordt er gedeeld"
