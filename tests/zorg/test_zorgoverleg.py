# SPDX-License-Identifier: EUPL-1.2
"""Signals in the zorgoverleg: the right body by form and age, and the bridge to part 1 of the casusoverleg (ZOR-03)."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.overleg import actions as overleggen
from schakel.partner.actions import laad_voorbeeldregio
from schakel.partner.models import Orgaan, OrgaanLid
from schakel.zorg.models import Inbreng, Overlegsignaal
from schakel.zorg.rules.fasen import Leeftijd
from schakel.zorg.rules.zorgoverleg import leeftijd_van, passend
from tests.regio import Regio
from tests.zorg.huis import BEGELEIDER, COORDINATOR, bladzij, meld_aan

REGIE, POLITIE = "ketenregisseur@riec", "casusdeelnemer@politie"
ZORGOVERLEG = "/zorg/overleggen"
DAAD = f"{ZORGOVERLEG}/signaal"
PROSTITUTIE, COBO, VOLWASSEN = (
    "Prostitutieoverleg (zorg)", "COBO-overleg", "Zorgoverleg meerderjarige slachtoffers",
)  # fmt: skip


@pytest.fixture
def drenthe(regio: Regio) -> Regio:
    """Drenthe's bodies as its plan names them; our regiocoördinator sits in the three of care and in part 1."""
    organen = laad_voorbeeldregio("dr").organen
    for naam in (PROSTITUTIE, COBO, VOLWASSEN):
        for rol in ("regiocoordinator", "zorgdeelnemer"):
            OrgaanLid.objects.create(orgaan=organen[naam], partner=regio.partner("haven"), rol=rol)
    for partner, rol in (("haven", "regiocoordinator"), ("riec", "ketenregisseur")):
        OrgaanLid.objects.create(
            orgaan=organen["Casusoverleg mensenhandel"], partner=regio.partner(partner), rol=rol
        )
    return regio


def _voer_in(regio: Regio, vorm: str, geboren: str, wie: str = COORDINATOR) -> UUID:
    """Enter a signal on the page for new signals."""
    velden = {
        "id": str(uuid4()), "tekst": "Ze durft niet alleen naar buiten", "zekerheid": "eigen_waarneming", "herkomst": "eigen",
        "betrouwbaarheid": "onbekend", "vormen": [vorm], "persoon_rol": "mogelijk-slachtoffer",
        "persoon_omschrijving": "rode jas", "persoon_geboortedatum": geboren,
    }  # fmt: skip
    antwoord = regio.client(wie).post("/signalen/nieuw", velden)
    assert antwoord.status_code == 302, antwoord.content.decode()
    return UUID(antwoord["Location"].split("/signalen/")[1][:36])


def _bij(regio: Regio, id: UUID) -> str:
    with als(regio.actor(COORDINATOR)):
        return Overlegsignaal.objects.select_related("orgaan").get(signaal=id).orgaan.naam


def _casusoverleg(regio: Regio, over: timedelta = timedelta(days=3)) -> str:
    door = regio.actor(REGIE)
    with als(door):
        overleg = overleggen.plan(
            door=door, orgaan=Orgaan.objects.get(naam="Casusoverleg mensenhandel"), tijdstip=klok.nu() + over
        )
    return f"/overleggen/{overleg.pk}"


@pytest.mark.rij("ZOR-03")
def test_een_volwassene_in_de_prostitutie_komt_in_het_prostitutieoverleg_en_ingebracht_in_deel_1(
    drenthe: Regio,
) -> None:
    id = _voer_in(drenthe, "seksueel", "1998")
    assert _bij(drenthe, id) == PROSTITUTIE
    kenmerk = f'href="/signalen/{id}"'
    lijst = bladzij(drenthe, COORDINATOR, ZORGOVERLEG)
    assert kenmerk in lijst.split(PROSTITUTIE)[1].split("</section>")[0]
    casusoverleg = _casusoverleg(drenthe)
    assert "Uit de zorgketen" not in bladzij(drenthe, REGIE, casusoverleg)

    orgaan = Orgaan.objects.get(naam="Casusoverleg mensenhandel").pk
    dit = {"signaal": str(id)}
    client = drenthe.client(COORDINATOR)
    assert client.post(DAAD, dit | {"stap": "inbrengen", "orgaan": orgaan}).status_code == 302

    deel_1 = bladzij(drenthe, REGIE, casusoverleg).split('id="deel-2"')
    assert "Uit de zorgketen" in deel_1[0]
    assert "Uit de zorgketen" not in deel_1[1]
    assert kenmerk not in deel_1[0], "wat er staat, blijft in de zorg tot het is gedeeld"
    assert "rode jas" not in deel_1[0]
    assert kenmerk in bladzij(drenthe, COORDINATOR, casusoverleg), "wie het inbrengt, kan het openen"
    assert bladzij(drenthe, POLITIE, casusoverleg) == "404"

    with als(drenthe.actor(COORDINATOR)):
        inbreng = Inbreng.objects.get()
    assert client.post(DAAD, dit | {"stap": "terug", "inbreng": inbreng.pk}).status_code == 302
    assert "Uit de zorgketen" not in bladzij(drenthe, REGIE, casusoverleg)


@pytest.mark.rij("ZOR-03")
@pytest.mark.parametrize(
    ("vorm", "geboren", "overleg"),
    [("arbeid", "1990", VOLWASSEN), ("seksueel", "2014", COBO), ("arbeid", "2014-02-01", COBO)],
)
def test_drenthe_heeft_drie_zorgoverleggen_en_elk_signaal_komt_in_het_eigen(
    drenthe: Regio, vorm: str, geboren: str, overleg: str
) -> None:
    assert _bij(drenthe, _voer_in(drenthe, vorm, geboren)) == overleg


def test_een_signaal_uit_een_traject_volgt_de_leeftijd_van_het_traject_en_een_collega_kan_het_verplaatsen(
    drenthe: Regio,
) -> None:
    traject = meld_aan(drenthe, COORDINATOR, vorm="seksueel", leeftijd="minderjarig")
    doorgeven = {"tekst": "Op de parkeerplaats staat elke nacht een witte bus.", "vormen": "seksueel"}
    assert drenthe.client(COORDINATOR).post(f"/zorg/{traject}/daden/doorgeven", doorgeven).status_code == 302
    with als(drenthe.actor(COORDINATOR)):
        id = Overlegsignaal.objects.get().signaal_id
    assert _bij(drenthe, id) == COBO
    ander = Orgaan.objects.get(naam=PROSTITUTIE).pk
    dit = {"signaal": str(id)}
    assert (
        drenthe.client(COORDINATOR).post(DAAD, dit | {"stap": "plaats", "orgaan": ander}).status_code == 302
    )
    assert _bij(drenthe, id) == PROSTITUTIE
    assert (
        drenthe.client(COORDINATOR).post(DAAD, dit | {"stap": "afspraak", "tekst": "  "}).status_code == 302
    )
    assert (
        drenthe.client(COORDINATOR).post(DAAD, dit | {"stap": "afspraak", "tekst": "wij bellen"}).status_code
        == 302
    )
    assert "wij bellen" in bladzij(drenthe, COORDINATOR, ZORGOVERLEG)


def test_alleen_de_regiocoordinator_brengt_in_en_alleen_waar_zij_zit(drenthe: Regio) -> None:
    dit = {"signaal": str(_voer_in(drenthe, "seksueel", "1998"))}
    zit, zit_niet = (Orgaan.objects.get(naam=n).pk for n in ("Casusoverleg mensenhandel", "Ketenregieteam"))
    for wie, orgaan, status in (
        (BEGELEIDER, zit, 404), (REGIE, zit, 404), (COORDINATOR, zit_niet, 404), (COORDINATOR, zit, 302),
    ):  # fmt: skip
        assert (
            drenthe.client(wie).post(DAAD, dit | {"stap": "inbrengen", "orgaan": orgaan}).status_code
            == status
        )


def test_zonder_passend_overleg_blijft_het_signaal_zichtbaar_om_neer_te_zetten(drenthe: Regio) -> None:
    OrgaanLid.objects.filter(orgaan__naam__in=[VOLWASSEN, COBO], partner=drenthe.partner("haven")).delete()
    id = _voer_in(drenthe, "arbeid", "1990")
    with als(drenthe.actor(COORDINATOR)):
        assert not Overlegsignaal.objects.exists()
    zonder = bladzij(drenthe, COORDINATOR, ZORGOVERLEG).split("Nog in geen zorgoverleg")[1]
    assert f'value="{id}"' in zonder


@dataclass
class _Orgaan:
    naam: str
    vormen: list[str] = field(default_factory=list)
    doelgroepen: list[str] = field(default_factory=list)


organen = st.lists(
    st.builds(
        _Orgaan,
        naam=st.text(min_size=1, max_size=3),
        vormen=st.lists(st.sampled_from(["seksueel", "arbeid"]), unique=True),
        doelgroepen=st.lists(st.sampled_from(["volwassenen", "Minderjarigen", "mannen"]), unique=True),
    ),
    max_size=5,
)


@given(organen, st.sets(st.sampled_from(["seksueel", "arbeid"])), st.sampled_from(Leeftijd))
def test_een_overleg_voor_een_andere_vorm_of_leeftijd_past_nooit_en_elk_ruim_overleg_vangt_op(
    lijst: list[_Orgaan], vormen: set[str], leeftijd: Leeftijd
) -> None:
    gekozen = passend(lijst, vormen=vormen, leeftijd=leeftijd)
    if gekozen is None:
        assert all(o.vormen or o.doelgroepen for o in lijst)
        return
    assert not gekozen.vormen or vormen & set(gekozen.vormen)
    groepen = {g.lower() for g in gekozen.doelgroepen} - {"mannen"}
    anders = {Leeftijd.VOLWASSEN: {"minderjarigen"}, Leeftijd.MINDERJARIG: {"volwassenen"}}
    assert groepen != anders.get(leeftijd, {""})


@pytest.mark.parametrize(
    ("geboren", "leeftijd"),
    [
        ("1990", "volwassen"), ("2008-06-01", "volwassen"), ("2008-06-02", "minderjarig"), ("±2008", "minderjarig"),
        ("", "onbekend"), ("geen idee", "onbekend"),
    ],
)  # fmt: skip
def test_twijfel_over_de_leeftijd_is_voor_het_kind(geboren: str, leeftijd: str) -> None:
    iemand = {"rol": "mogelijk-slachtoffer", "geboortedatum": geboren}
    dag = date(2026, 6, 1)
    assert leeftijd_van([iemand], dag) == leeftijd
    assert leeftijd_van([iemand, {"rol": "verdachte", "geboortedatum": "2015"}], dag) == leeftijd
    assert leeftijd_van([], dag) == "onbekend"
