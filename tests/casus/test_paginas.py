# SPDX-License-Identifier: EUPL-1.2
"""The pages of a case, from outside: a browserless client per person."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from schakel.casus import actions
from schakel.casus.models import CasusSignaal
from schakel.convenant.actor import als
from schakel.convenant.rules import Categorie
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.melding.actions import NieuweMelding, lees_met_code, ontvang
from schakel.signaal.models import Signaal, SignaalMelding
from tests.casus.keten import GEMEENTE, HAVEN, NLA, POLITIE, REGIE, Keten, maak_keten, maak_signaal
from tests.regio import Regio

MEER_DAN_GENOEG = 32


@pytest.fixture
def keten(regio: Regio) -> Keten:
    return maak_keten(regio)


def _pad(keten: Keten, *delen: Any) -> str:
    return "/".join(["/casussen", str(keten.casus_id), *map(str, delen)])


def _stuur(keten: Keten, wie: str, daad: str, **velden: Any) -> Any:
    return keten.regio.client(wie).post(_pad(keten, daad), velden)


def _versie(keten: Keten) -> int:
    casus = keten.casus()
    assert casus is not None
    return casus.versie


@pytest.mark.rij("CAS-01")
def test_zonder_weging_geen_toewijzing_tenzij_spoed(keten: Keten) -> None:
    interventie = keten.stel_voor()
    pad = _pad(keten, "interventies", interventie.pk, "vaststellen")
    antwoord = keten.regio.client(REGIE).post(pad, {"versie": 1})
    assert antwoord.status_code == 422
    assert "nog niet gewogen" in antwoord.content.decode()
    _stuur(
        keten,
        REGIE,
        "spoed",
        reden="minderjarige in gevaar",
        functie="officier van justitie",
        versie=_versie(keten),
    )
    assert keten.regio.client(REGIE).post(pad, {"versie": 1}).status_code == 302
    assert "Toegewezen, nog niet aanvaard" in keten.regio.client(NLA).get(_pad(keten)).content.decode()


@pytest.mark.rij("CAS-03")
def test_twee_partners_wegen_anders_en_alles_blijft_bewaard(keten: Keten) -> None:
    basis = {
        "deel": 1,
        "feiten_op": klok.vandaag().isoformat(),
        "motivering": "dit is waarom",
        "uitkomst": "oppakken",
    }
    criteria = {
        f"c_{c}": "onbekend"
        for c in ("veiligheid", "spoed", "bewijs", "bron", "kans", "capaciteit", "omvang")
    }
    for wie, soort, ernst in (
        (NLA, "individueel", "hoog"),
        (POLITIE, "individueel", "laag"),
        (REGIE, "gezamenlijk", "midden"),
    ):
        antwoord = _stuur(
            keten, wie, "wegen", soort=soort, c_ernst=ernst, k_oogmerk=["arbeid"], **basis, **criteria
        )
        assert antwoord.status_code == 302
    pagina = keten.regio.client(POLITIE).get(_pad(keten)).content.decode()
    for tekst in (
        "Arbeidsinspectie Rijndal",
        "Uitkomst van het overleg",
        "verschil",
        "2026-2",
        "273f-2026",
        "Gedwongen arbeid".lower(),
    ):
        assert tekst in pagina
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('schakel_app', 'casus_weging', 'UPDATE, DELETE')")
        assert cursor.fetchone() == (False,), "een weging verandert niet meer"


@pytest.mark.rij("CAS-06")
def test_sepot_vraagt_een_reden_en_elke_betrokkene_leest_haar(keten: Keten) -> None:
    leeg = _stuur(keten, REGIE, "sluiten", reden="sepot", toelichting="", versie=_versie(keten))
    assert leeg.status_code == 422
    _stuur(
        keten,
        REGIE,
        "sluiten",
        reden="sepot",
        toelichting="Bewijs niet rond; wel zicht gekregen",
        versie=_versie(keten),
    )
    pagina = keten.regio.client(NLA).get(_pad(keten)).content.decode()
    assert "Sepot door het OM" in pagina
    assert "Bewijs niet rond" in pagina


def test_een_casus_openen_uit_signalen(regio: Regio) -> None:
    signaal = maak_signaal(regio, REGIE, "Riekens")
    client = regio.client(REGIE)
    assert "SIG-" in client.get("/casussen/nieuw").content.decode()
    fout = client.post("/casussen/nieuw", {"soort": "groep", "werktitel": "", "reden": "blijft staan"})
    assert fout.status_code == 422
    assert "blijft staan" in fout.content.decode()
    goed = client.post(
        "/casussen/nieuw",
        {"soort": "groep", "werktitel": "Zuidweg", "reden": "r", "signalen": [str(signaal.pk)]},
    )
    assert goed.status_code == 302
    assert "Zuidweg" in client.get("/casussen").content.decode()
    assert "Zuidweg" not in regio.client(NLA).get("/casussen").content.decode()


def test_verboden_is_niet_gevonden(keten: Keten) -> None:
    for wie in (GEMEENTE, HAVEN, "toezichthouder@nla", "functioneel_beheerder@lindemeer"):
        for pad in (_pad(keten), _pad(keten, "stap"), _pad(keten, "wegen")):
            assert keten.regio.client(wie).get(pad).status_code == 404
    for daad in ("stap", "kop", "sluiten", "spoed", "compleet", "bestaat-niet"):
        assert keten.regio.client(NLA).get(_pad(keten, daad)).status_code == 404
        assert keten.regio.client(NLA).post(_pad(keten, daad), {"reden": "x"}).status_code == 404


def test_de_lezer_ziet_alleen_de_feiten_die_met_hem_gedeeld_zijn(keten: Keten) -> None:
    assert "Nowak" in keten.regio.client(NLA).get(_pad(keten)).content.decode()
    pagina = keten.regio.client(REGIE).get(_pad(keten)).content.decode()
    assert "Nowak" not in pagina
    keten.deel_signaal(NLA, "riec", Categorie.PERSOON_VERDACHT)
    pagina = keten.regio.client(REGIE).get(_pad(keten)).content.decode()
    assert "Nowak" in pagina
    assert "matrassen in de schuur van Nowak" not in pagina


def test_de_tweede_ziet_wat_er_veranderde_en_houdt_zijn_tekst(keten: Keten) -> None:
    versie = _versie(keten)
    _stuur(keten, REGIE, "stap", naar="dossiervorming", reden="dossier opbouwen", deel=1, versie=versie)
    antwoord = _stuur(keten, REGIE, "spoed", reden="mijn getypte reden", functie="officier", versie=versie)
    assert antwoord.status_code == 409
    pagina = antwoord.content.decode()
    assert "dossier opbouwen" in pagina
    assert "mijn getypte reden" in pagina
    assert f'name="versie" value="{versie + 1}"' in pagina


def test_betrekken_via_de_pagina_zegt_waarom_het_niet_mag(keten: Keten) -> None:
    velden = {
        "categorieen": ["object"],
        "doel": "preventie",
        "tot": (klok.vandaag() + timedelta(days=9)).isoformat(),
    }
    ggd = keten.regio.bezettingen["casusdeelnemer@ggd"]
    antwoord = _stuur(keten, REGIE, "betrekken", bezetting=str(ggd.pk), motivering="nodig", **velden)
    assert antwoord.status_code == 422
    assert "niet samen partij" in antwoord.content.decode()
    haven = keten.regio.bezettingen[HAVEN]
    assert (
        _stuur(keten, REGIE, "betrekken", bezetting=str(haven.pk), motivering="nodig", **velden).status_code
        == 302
    )
    assert keten.regio.client(HAVEN).get(_pad(keten)).status_code == 200


def test_alle_formulieren_tonen_zich(keten: Keten) -> None:
    client = keten.regio.client(REGIE)
    for daad in (
        "stap",
        "compleet",
        "spoed",
        "kop",
        "signaal",
        "dossierstuk",
        "delen",
        "betrekken",
        "wegen",
        "voorstellen",
        "sluiten",
    ):
        assert client.get(_pad(keten, daad)).status_code == 200, daad


def test_een_interventie_van_toewijzing_tot_resultaat_staat_bij_mijn_werk(keten: Keten) -> None:
    keten.weeg()
    interventie = keten.stel_voor()
    keten.stel_vast(interventie)
    client = keten.regio.client(NLA)
    assert "Aan je partner toegewezen" in client.get("/").content.decode()
    pad = _pad(keten, "interventies", interventie.pk)
    assert keten.regio.client(POLITIE).get(f"{pad}/aanvaarden").status_code == 404
    assert client.post(f"{pad}/aanvaarden", {"versie": 2}).status_code == 302
    assert client.post(f"{pad}/aanvaarden", {"versie": 2}).status_code == 422
    assert client.post(f"{pad}/resultaat", {"versie": 3, "tekst": "twee overtredingen"}).status_code == 302
    assert "twee overtredingen" in keten.regio.client(REGIE).get(_pad(keten)).content.decode()


def test_de_melder_leest_na_de_evaluatie_wat_zijn_melding_deed(keten: Keten) -> None:
    door = keten.regio.actor(REGIE)
    with als(door):
        nieuw = NieuweMelding(tekst="busjes bij de kas", soort="melding")
        melding, code = ontvang(door=door, id=nieuw_id(), nieuw=nieuw, aan=door.partner_id)
        signaal = Signaal.objects.get(pk=keten.signalen["riec"].pk)
        SignaalMelding.objects.create(signaal=signaal, melding_id=melding.pk)
    client = keten.regio.client(REGIE)
    assert "koppel terug" not in client.get("/").content.decode()
    keten.doet(REGIE, actions.evalueer, doel_bereikt="ja", resultaat="gestopt", uitkomst_melder="opgepakt")
    assert "koppel terug" in client.get("/").content.decode()
    assert "koppel terug" in keten.regio.client(NLA).get("/").content.decode()
    with als(door):
        koppeling = CasusSignaal.objects.get(signaal_id=signaal.pk)
    pad = _pad(keten, "signalen", koppeling.pk, "terugkoppelen")
    assert keten.regio.client(NLA).get(pad).status_code == 404
    assert client.post(pad, {"uitkomst": "niet_opgepakt", "toelichting": ""}).status_code == 422
    assert (
        client.post(pad, {"uitkomst": "afgerond", "toelichting": "Dank: er is ingegrepen."}).status_code
        == 302
    )
    gesprek = lees_met_code(code=code)
    assert gesprek is not None
    assert any(getattr(r, "toelichting", "") == "Dank: er is ingegrepen." for r in gesprek.regels)
    assert "koppel terug" not in client.get("/").content.decode()


def test_het_aantal_vragen_hangt_niet_af_van_het_aantal_stukken(keten: Keten) -> None:
    def tel() -> int:
        client = keten.regio.client(REGIE)
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(_pad(keten)).status_code == 200
        return len(vragen)

    keten.weeg()
    keten.stel_voor()
    eerst = tel()
    for nr in range(6):
        stuk = maak_signaal(keten.regio, REGIE, f"Persoon{nr}")
        keten.doet(REGIE, actions.voeg_signaal_toe, signaal=stuk)
        keten.stel_voor()
    assert tel() == eerst
    assert eerst <= MEER_DAN_GENOEG
