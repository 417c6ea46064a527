# SPDX-License-Identifier: EUPL-1.2
"""Handing a case over, and what became of it in criminal law, from outside (CAS-08, CAS-09)."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.casus import rules
from schakel.convenant import actions as convenant
from schakel.convenant.actor import als
from schakel.convenant.models import Convenant, Embargo, Partij
from schakel.kern import klok
from schakel.overleg.actions import NieuweActie
from schakel.partner.models import Bezetting, Functie, Partner
from schakel.toegang.models import Gebruiker
from tests.casus.keten import HAVEN, NLA, POLITIE, REGIE, Keten, maak_keten
from tests.overleg.zitting import Zitting, maak_zitting
from tests.partner.pagina import tekst
from tests.regio import Regio

DRENTHE = "ketenregisseur@drenthe"


@pytest.fixture
def keten(regio: Regio) -> Keten:
    return maak_keten(regio)


def _drenthe(regio: Regio, *, partij: bool) -> None:
    """The regie of the other region, party to the same convenant or not."""
    partner = Partner.objects.create(code="drenthe", soort="riec", naam="RIEC Drenthe")
    regio.partners["drenthe"] = partner
    functie = Functie.objects.create(partner=partner, naam="Ketenregisseur", rol="ketenregisseur")
    gebruiker = Gebruiker(inlognaam="regie@drenthe.test", naam="Test regie van Drenthe")
    gebruiker.set_unusable_password()
    gebruiker.save()
    regio.bezettingen[DRENTHE] = Bezetting.objects.create(
        functie=functie, gebruiker=gebruiker, van=date(2020, 1, 1)
    )
    if partij:
        Partij.objects.create(
            convenant=Convenant.objects.get(),
            partner=partner,
            ondertekend_op=klok.vandaag() - timedelta(days=10),
        )


def _stel_voor(keten: Keten) -> str:
    """Offer the case to Drenthe; the address where Drenthe answers."""
    velden = {"soort": "regio", "naar": str(keten.regio.partner("drenthe").pk), "reden": "speelt daar"}
    antwoord = keten.regio.client(REGIE).post(f"/casussen/{keten.casus_id}/overdragen", velden)
    assert antwoord.status_code == 302, tekst(antwoord)
    werk = keten.regio.client(DRENTHE).get("/").content.decode()
    assert "is aangeboden" in werk
    return "/casussen/overdrachten/" + werk.split("/casussen/overdrachten/")[1][:36]


def _casus(keten: Keten, wie: str) -> Any:
    return keten.regio.client(wie).get(f"/casussen/{keten.casus_id}")


@pytest.mark.rij("CAS-08")
def test_met_de_overname_gaan_regie_en_open_acties_mee_en_houdt_friesland_wat_mag(
    regio: Regio,
) -> None:
    zitting: Zitting = maak_zitting(regio)
    keten = zitting.keten
    _drenthe(regio, partij=True)
    punt = zitting.agendeer(1)
    zitting.begin()
    zitting.besluit(punt, acties=[NieuweActie(regio.partner("riec"), "bel het parket")])
    eigen = keten.stel_voor(uitvoerder="riec")
    adres = _stel_voor(keten)
    drenthe = regio.client(DRENTHE)
    aanbod = tekst(drenthe.get(adres))
    assert "speelt daar" in aanbod
    assert "Kassen aan de Zuidweg" not in aanbod, "vóór de overname is er alleen kenmerk en reden"
    assert _casus(keten, DRENTHE).status_code == 404
    assert drenthe.post(adres, {"neem_over": "ja"}).status_code == 302
    nu = tekst(_casus(keten, DRENTHE))
    assert "RIEC Drenthe" in nu
    assert "Overgenomen van RIEC Rijndal" in nu
    assert drenthe.get(f"/casussen/{keten.casus_id}/stap").status_code == 200, "de regie is van Drenthe"
    assert regio.client(REGIE).get(f"/casussen/{keten.casus_id}/stap").status_code == 404
    door = regio.actor(DRENTHE)
    assert "bel het parket" in tekst(drenthe.get("/"))
    assert "bel het parket" not in tekst(regio.client(REGIE).get("/"))
    with als(door):
        assert eigen.__class__.objects.get(pk=eigen.pk).uitvoerder_id == door.partner_id
    friesland = _casus(keten, REGIE)
    assert friesland.status_code == 200, "beide zijn partij: inzage mag"
    assert "Overdragen" not in tekst(friesland)
    assert _casus(keten, NLA).status_code == 200, "de andere partners blijven erbij"


@pytest.mark.rij("CAS-08")
def test_een_embargo_blijft_gelden_en_alleen_de_nieuwe_regie_heft_het_op(keten: Keten) -> None:
    _drenthe(keten.regio, partij=True)
    casus, vroeger, nu = keten.casus(), keten.regio.actor(REGIE), keten.regio.actor(DRENTHE)
    assert casus is not None
    with als(vroeger):
        herzien = klok.vandaag() + timedelta(days=30)
        convenant.zet_embargo(door=vroeger, stuk=casus.stuk, reden="lopend onderzoek", herzien_op=herzien)
    assert keten.regio.client(DRENTHE).post(_stel_voor(keten), {"neem_over": "ja"}).status_code == 302
    assert _casus(keten, NLA).status_code == 404
    assert _casus(keten, REGIE).status_code == 404
    with als(vroeger):
        assert not Embargo.objects.filter(stuk_id=keten.casus_id).exists()
    with als(nu):
        embargo = Embargo.objects.get(stuk_id=keten.casus_id)
        convenant.hef_embargo_op(door=nu, embargo=embargo, reden="onderzoek klaar")
    assert _casus(keten, NLA).status_code == 200


@pytest.mark.rij("CAS-08")
def test_zonder_gezamenlijk_convenant_houdt_friesland_niets(keten: Keten) -> None:
    _drenthe(keten.regio, partij=False)
    adres = _stel_voor(keten)
    assert keten.regio.client(REGIE).post(adres, {"neem_over": "ja"}).status_code == 404, "alleen de ander"
    assert keten.regio.client(DRENTHE).post(adres, {"neem_over": "ja"}).status_code == 302
    assert _casus(keten, DRENTHE).status_code == 200
    for wie in (REGIE, NLA, POLITIE):
        assert _casus(keten, wie).status_code == 404, "zonder convenant met Drenthe is er niets te zien"
    assert "Kassen" not in tekst(keten.regio.client(REGIE).get("/casussen"))


@pytest.mark.rij("CAS-08")
def test_weigeren_vraagt_een_reden_en_de_casus_blijft(keten: Keten) -> None:
    _drenthe(keten.regio, partij=True)
    adres = _stel_voor(keten)
    for wie in (HAVEN, NLA, "aandachtsfunctionaris@veenburg"):
        assert keten.regio.client(wie).get(adres).status_code == 404
    assert keten.regio.client(DRENTHE).post(adres, {"antwoord": " "}).status_code == 422
    assert keten.regio.client(DRENTHE).post(adres, {"antwoord": "geen capaciteit"}).status_code == 302
    assert "geen capaciteit" in tekst(keten.regio.client(REGIE).get(adres))
    assert keten.regio.client(DRENTHE).post(adres, {"neem_over": "ja"}).status_code == 422
    assert _casus(keten, DRENTHE).status_code == 404


@pytest.mark.rij("CAS-08")
@pytest.mark.parametrize(
    ("naam", "route", "woorden"),
    [
        ("Loverboy", "zvh", "hoort bij: Zorg- en Veiligheidshuis"),  # Brabant Zuid-Oost, p. 94
        ("AMV", "coa", "hoort bij: COA"),  # COBO, p. 75
        (
            "Groot onderzoek",
            "nla",
            "hoort bij: Nederlandse Arbeidsinspectie",
        ),  # police and SIOD by size, p. 120
        ("Georganiseerd", "riec", ""),
    ],
)
def test_het_type_zegt_welk_overleg_de_casus_oppakt(
    keten: Keten, naam: str, route: str, woorden: str
) -> None:
    client = keten.regio.client(REGIE)
    assert client.post("/casussen/typen", {"naam": naam, "route": route}).status_code == 302
    assert (
        keten.regio.client("aandachtsfunctionaris@lindemeer")
        .post("/casussen/typen", {"naam": naam, "route": "coa"})
        .status_code
        == 404
    )
    kop = client.get(f"/casussen/{keten.casus_id}/kop").content.decode()
    sleutel = kop.split(f">{naam}</option>")[0].rsplit('value="', 1)[1].split('"')[0]
    casus = keten.casus()
    assert casus is not None
    velden = {"werktitel": "Kassen", "soort": "groep", "type": sleutel, "versie": casus.versie}
    assert client.post(f"/casussen/{keten.casus_id}/kop", velden).status_code == 302
    pagina = tekst(_casus(keten, REGIE))
    assert naam in pagina
    assert (woorden in pagina) if woorden else ("hoort bij:" not in pagina)


def _straf(keten: Keten, wie: str = POLITIE, **velden: Any) -> Any:
    basis = {"soort": "ingeschreven", "deel": 2, "instantie": "parket Assen"}
    return keten.regio.client(wie).post(f"/casussen/{keten.casus_id}/strafrecht", basis | velden)


def _cijfers(keten: Keten, wie: str = POLITIE) -> str:
    return tekst(keten.regio.client(wie).get("/casussen/strafrecht"))


@pytest.mark.rij("CAS-09")
def test_een_ingeschreven_zaak_telt_pas_als_veroordeling_na_het_vonnis(keten: Keten) -> None:
    assert "nog niets vastgelegd" in _cijfers(keten)
    _straf(keten, soort="intake")
    assert _straf(keten).status_code == 302
    voor = _cijfers(keten)
    assert "Ingeschreven bij het parket 1" in voor
    assert "Veroordeling" not in voor
    assert "Intakegesprek" not in voor, "een casus telt één keer"
    assert "Onbekend, niet te splitsen" in voor, "vorm en gemeente mogen onbekend zijn"
    assert _straf(keten, soort="vonnis").status_code == 422, "een vonnis zegt wat de uitspraak is"
    assert _straf(keten, uitkomst="veroordeling").status_code == 422, "een inschrijving is geen uitspraak"
    gemeente = str(keten.regio.gemeenten["lindemeer"].pk)
    vonnis = _straf(keten, soort="vonnis", uitkomst="veroordeling", vorm="arbeid", gemeente=gemeente)
    assert vonnis.status_code == 302
    na = _cijfers(keten)
    assert "Veroordeling 1" in na
    assert "Ingeschreven" not in na.split("vastgelegd.")[1].replace("Een ingeschreven zaak", "")
    assert "Lindemeer" in na


@pytest.mark.rij("CAS-09")
def test_een_sepot_vraagt_een_reden_en_deel_twee_bestaat_niet_in_deel_een(keten: Keten) -> None:
    keten.betrek(HAVEN)
    assert _straf(keten, soort="sepot").status_code == 422
    assert _straf(keten, soort="sepot", reden="bewijs niet rond").status_code == 302
    assert "bewijs niet rond" in tekst(_casus(keten, NLA))
    assert "bewijs niet rond" not in tekst(_casus(keten, HAVEN))
    assert "Sepot" not in _cijfers(keten, HAVEN)
    morgen = (klok.vandaag() + timedelta(days=1)).isoformat()
    assert _straf(keten, datum=morgen).status_code == 422


STAPPEN = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(rules.StrafSoort.values[:-1]), st.just("")),
        st.tuples(st.just("vonnis"), st.sampled_from(rules.Vonnis.values)),
    ),
    max_size=6,
)


@given(stappen=STAPPEN)
def test_zonder_vonnis_telt_niets_als_veroordeling(stappen: list[tuple[str, str]]) -> None:
    telt = rules.telt_als(stappen)
    if telt in rules.Vonnis.values:
        assert ("vonnis", telt) in stappen
    assert bool(telt) == bool(stappen)
