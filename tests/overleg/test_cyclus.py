# SPDX-License-Identifier: EUPL-1.2
"""The rhythm of a body and taking part by role, from outside (OVL-01, OVL-02)."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils.timezone import localdate
from hypothesis import given
from hypothesis import strategies as st

from schakel.casus import actions as casussen
from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.overleg import queries, rules
from schakel.overleg.models import Deelname, Overleg
from schakel.partner.actions import laad_voorbeeldregio
from schakel.partner.models import Orgaan, OrgaanLid
from tests.casus.keten import GEMEENTE, HAVEN, NLA, POLITIE, REGIE, maak_signaal
from tests.overleg.zitting import Zitting, maak_zitting
from tests.partner.pagina import tekst
from tests.regio import Regio

VEENBURG = "aandachtsfunctionaris@veenburg"


@pytest.fixture
def zitting(regio: Regio) -> Zitting:
    return maak_zitting(regio)


def _post(zitting: Zitting, pad: str, wie: str = REGIE, **velden: Any) -> Any:
    return zitting.keten.regio.client(wie).post(pad, velden)


def _cyclus(zitting: Zitting, wie: str = REGIE) -> str:
    return tekst(zitting.keten.regio.client(wie).get("/overleggen/cyclus"))


def _roep_bijeen(zitting: Zitting, dag: date, wie: str = REGIE) -> Any:
    return _post(zitting, f"/overleggen/cyclus/{zitting.overleg.orgaan_id}/bijeen", wie, dag=dag.isoformat())


@pytest.mark.rij("OVL-01")
def test_het_volgende_overleg_volgt_het_ritme_en_het_complete_dossier_staat_erop(zitting: Zitting) -> None:
    volgens_ritme = localdate(zitting.overleg.tijdstip) + timedelta(weeks=6)
    assert "elke 6 weken" in _cyclus(zitting)
    thuis = zitting.keten.regio.client(REGIE).get("/overleggen/cyclus").content.decode()
    assert f'value="{volgens_ritme.isoformat()}"' in thuis
    antwoord = _roep_bijeen(zitting, volgens_ritme)
    assert antwoord.status_code == 302
    pad = antwoord.headers["Location"]
    assert "Kassen aan de Zuidweg" in tekst(zitting.keten.regio.client(REGIE).get(pad))
    for wie in (NLA, POLITIE):
        assert "Kassen aan de Zuidweg" in tekst(zitting.keten.regio.client(wie).get(pad))
    for wie in (HAVEN, GEMEENTE):
        assert "Kassen aan de Zuidweg" not in tekst(zitting.keten.regio.client(wie).get(pad))


@pytest.mark.rij("OVL-01")
def test_wat_al_op_een_gepland_overleg_staat_komt_niet_ook_op_het_volgende(zitting: Zitting) -> None:
    zitting.agendeer(2)
    pad = _roep_bijeen(zitting, klok.vandaag() + timedelta(weeks=7)).headers["Location"]
    assert "0 agendapunten" in tekst(zitting.keten.regio.client(REGIE).get(pad))


@pytest.mark.rij("OVL-01")
def test_spoed_staat_bovenaan_en_een_actie_die_over_tijd_is_komt_terug(zitting: Zitting) -> None:
    punt = zitting.agendeer(1)
    zitting.begin()
    partner = zitting.keten.regio.partner("nla")
    from schakel.overleg.actions import NieuweActie

    zitting.besluit(punt, acties=[NieuweActie(partner, "Plan de controle", klok.vandaag())])
    zitting.zet("afgesloten")
    door = zitting.keten.regio.actor(REGIE)
    with als(door):
        spoed = casussen.maak(
            door=door,
            soort="persoon",
            werktitel="Meisje in pand 9",
            reden="acuut",
            signalen=[maak_signaal(zitting.keten.regio, REGIE, "Spoed")],
        )
        casussen.spoedroute(door=door, casus=spoed, reden="gevaar", functie="officier", versie=spoed.versie)
    with klok.zet(klok.vandaag() + timedelta(days=20)):
        pad = _roep_bijeen(zitting, klok.vandaag() + timedelta(days=5)).headers["Location"]
        pagina = tekst(zitting.keten.regio.client(REGIE).get(pad))
        assert pagina.index("Acties die over tijd zijn") < pagina.index("Plan de controle")
        assert pagina.index("Meisje in pand 9") < pagina.index("Kassen aan de Zuidweg")
        assert "Plan de controle" in tekst(zitting.keten.regio.client(NLA).get(pad))
        assert "Plan de controle" not in tekst(zitting.keten.regio.client(GEMEENTE).get(pad))


@pytest.mark.rij("OVL-01")
def test_een_overgeslagen_overleg_is_te_zien_en_wacht_bij_mijn_werk(zitting: Zitting) -> None:
    Orgaan.objects.filter(pk=zitting.overleg.orgaan_id).update(
        ritme_vanaf=klok.vandaag() - timedelta(weeks=12)
    )
    assert _cyclus(zitting).count("Overgeslagen") == 1
    with als(zitting.keten.regio.actor(REGIE)):
        Overleg.objects.filter(pk=zitting.overleg.pk).update(tijdstip=klok.nu() - timedelta(weeks=12))
    zitting.zet("bezig")
    zitting.zet("afgesloten")
    thuis = tekst(zitting.keten.regio.client(REGIE).get("/"))
    assert "Roep Casusoverleg Rijndal bijeen" in thuis
    assert "Roep Casusoverleg" not in tekst(zitting.keten.regio.client(NLA).get("/"))


@pytest.mark.rij("OVL-01")
@pytest.mark.parametrize(
    ("code", "naam", "weken"),
    [
        ("rr", "Ketenregieteam mensenhandel", 6),
        ("rr", "Casusoverleg mensenhandel", 4),
        ("gm", "Casusoverleg Mensenhandel", 6),
        ("gm", "Regiegroep mensenhandel", 26),
        ("bzo", "Casusoverleg jeugdprostitutie", 4),
        ("dr", "Regiegroep Prostitutie", 17),
    ],
)
def test_elke_regio_van_2012_heeft_haar_eigen_ritme_zonder_code(
    regio: Regio, code: str, naam: str, weken: int
) -> None:
    laad_voorbeeldregio(code)
    orgaan = Orgaan.objects.get(naam=naam)
    OrgaanLid.objects.create(orgaan=orgaan, partner=regio.partner("riec"), rol="ketenregisseur")
    with als(regio.actor(REGIE)):
        stand = next(s for s in queries.cyclus(door=regio.actor(REGIE)) if s.orgaan == orgaan)
    assert stand.weken == weken
    assert naam in tekst(regio.client(REGIE).get("/overleggen/cyclus"))


@pytest.mark.rij("OVL-01")
def test_kalender_en_mail_zeggen_niets_over_de_inhoud(zitting: Zitting) -> None:
    zitting.agendeer(2)
    client = zitting.keten.regio.client(REGIE)
    pad = f"/overleggen/{zitting.overleg.pk}"
    kalender = client.get(f"{pad}/kalender")
    assert kalender["Content-Type"].startswith("text/calendar")
    bestand = kalender.content.decode()
    assert bestand.startswith("BEGIN:VCALENDAR\r\n")
    assert "LOCATION:Stadhuis" in bestand
    mail = client.get(f"{pad}/uitnodiging").content.decode().split('id="mail"')[1].split("</blockquote>")[0]
    assert f"{pad}</p>" in mail
    for verborgen in ("mensenhandel", "Casusoverleg", "Zuidweg", "CAS-", "deel"):
        assert verborgen not in bestand
        assert verborgen not in mail
    assert zitting.keten.regio.client(VEENBURG).get(f"{pad}/kalender").status_code == 404
    assert zitting.keten.regio.client(NLA).get(f"{pad}/uitnodiging").status_code == 404


@pytest.mark.rij("OVL-02")
def test_de_gemeente_waar_het_speelt_is_alleen_bij_haar_punt_te_gast(zitting: Zitting) -> None:
    regio, lid = zitting.keten.regio, {"partner": zitting.keten.regio.partner("lindemeer")}
    OrgaanLid.objects.filter(orgaan=zitting.overleg.orgaan_id, **lid).delete()
    door = regio.actor(REGIE)
    with als(door):
        ander = casussen.maak(
            door=door,
            soort="pand",
            werktitel="Pand aan de haven",
            reden="r",
            gemeenten=[regio.gemeenten["veenburg"]],
            signalen=[maak_signaal(regio, REGIE, "Ander")],
        )
        casussen.meld_compleet(door=door, casus=ander, toelichting="klaar", versie=ander.versie)
    zitting.keten.betrek(GEMEENTE)
    pad = f"/overleggen/{zitting.overleg.pk}"
    assert regio.client(GEMEENTE).get(pad).status_code == 404
    _post(zitting, f"{pad}/vullen")
    assert _post(zitting, f"{pad}/uitnodiging").status_code == 302
    voor_lindemeer = tekst(regio.client(GEMEENTE).get(pad))
    assert "Kassen aan de Zuidweg" in voor_lindemeer
    assert "Pand aan de haven" not in voor_lindemeer
    assert "Je bent gevraagd bij Casusoverleg Rijndal" in tekst(regio.client(GEMEENTE).get("/"))
    voor_veenburg = tekst(regio.client(VEENBURG).get(pad))
    assert "Je bent gevraagd voor één punt" in voor_veenburg, "niet betrokken: alleen wanneer"
    for titel in ("Kassen aan de Zuidweg", "Pand aan de haven"):
        assert titel not in voor_veenburg
        assert titel not in tekst(regio.client(VEENBURG).get(f"{pad}/verslag"))


@pytest.mark.rij("OVL-02")
def test_een_casusafhankelijk_lid_ziet_het_overleg_pas_als_het_is_gevraagd(zitting: Zitting) -> None:
    zitting.lidmaatschap(POLITIE, soort="casusafhankelijk")
    pad = f"/overleggen/{zitting.overleg.pk}"
    client = zitting.keten.regio.client(POLITIE)
    assert client.get(pad).status_code == 404
    zitting.agendeer(2)
    _post(zitting, f"{pad}/uitnodiging")
    assert "Kassen aan de Zuidweg" in tekst(client.get(pad))


@pytest.mark.rij("OVL-02")
def test_aanwezig_vervangen_en_de_zaal_uit_bij_een_punt(zitting: Zitting) -> None:
    punt = zitting.agendeer(2)
    pad = f"/overleggen/{zitting.overleg.pk}"
    leden = {lid.partner.code: str(lid.pk) for lid in queries.leden(overleg=zitting.overleg)}
    half = _post(zitting, f"{pad}/delen/2/aanwezig", vervangen=leden["nla"])
    assert half.status_code == 302
    _post(
        zitting,
        f"{pad}/delen/2/aanwezig",
        aanwezig=[leden["politie"]],
        vervangen=leden["nla"],
        vervanger="Teamleider arbeid",
    )
    assert (
        _post(zitting, f"{pad}/delen/2/zaal", punt=str(punt.pk), buiten=leden["lindemeer"]).status_code == 302
    )
    scherm = tekst(zitting.keten.regio.client(REGIE).get(pad))
    assert "Teamleider arbeid, vervangt casusdeelnemer" in scherm
    assert "niet in de zaal bij dit punt" in scherm
    assert "Teamleider arbeid" in tekst(zitting.keten.regio.client(POLITIE).get(f"{pad}/verslag"))


@pytest.mark.rij("OVL-02")
def test_zonder_quorum_of_zonder_wie_nodig_is_valt_er_geen_besluit(zitting: Zitting) -> None:
    punt = zitting.agendeer(1)
    orgaan = zitting.overleg.orgaan_id
    velden = {"aanvang": "09:30", "minuten": 20, "quorum": 2, "nodig": ["politie"]}
    assert _post(zitting, f"/overleggen/cyclus/{orgaan}/werkwijze", **velden).status_code == 302
    assert _post(zitting, f"/overleggen/cyclus/{orgaan}/werkwijze", NLA, **velden).status_code == 404
    zitting.begin()
    pad = f"/overleggen/{zitting.overleg.pk}"
    besluit = {"tekst": "Samen oppakken", "reden": "ernst"}
    nee = _post(zitting, f"{pad}/agendapunten/{punt.pk}/besluit", **besluit)
    assert nee.status_code == 422
    assert "voor een besluit zijn er 2 nodig" in tekst(nee)
    assert "Zonder Politie besluit dit overleg niet" in tekst(nee)
    leden = {lid.partner.code: str(lid.pk) for lid in queries.leden(overleg=zitting.overleg)}
    _post(zitting, f"{pad}/delen/1/aanwezig", aanwezig=[leden["politie"], leden["nla"]])
    assert _post(zitting, f"{pad}/agendapunten/{punt.pk}/besluit", **besluit).status_code == 302


def test_een_gast_voor_deel_2_die_daar_niet_kan_zitten_wordt_geweigerd(zitting: Zitting) -> None:
    punt = zitting.agendeer(2)
    functie = zitting.keten.regio.bezettingen[HAVEN].functie
    pad = f"/overleggen/{zitting.overleg.pk}/delen/2/zaal"
    _post(zitting, pad, punt=str(punt.pk), erbij=str(functie.pk))
    assert not Deelname.objects.filter(partner__code="haven").exists()


@given(weken=st.integers(1, 60), na=st.integers(-500, 500))
def test_de_volgende_dag_ligt_na_vandaag_en_op_het_ritme(weken: int, na: int) -> None:
    maat = rules.Maat(date(2026, 1, 5), weken)
    dag = rules.volgende(maat, maat.vanaf + timedelta(days=na))
    assert dag > maat.vanaf + timedelta(days=na) or dag == maat.vanaf
    assert (dag - maat.vanaf).days % (7 * weken) == 0


@given(weken=st.integers(2, 12), gehouden=st.sets(st.integers(0, 10)))
def test_wat_gehouden_is_is_niet_gemist(weken: int, gehouden: set[int]) -> None:
    maat = rules.Maat(date(2026, 1, 5), weken)
    dagen = [maat.vanaf + nr * maat.stap for nr in gehouden]
    vandaag = maat.vanaf + 10 * maat.stap
    gemist = rules.gemist(maat, dagen, vandaag)
    assert not set(gemist) & set(dagen)
    assert all(dag <= vandaag for dag in gemist)


@pytest.mark.parametrize(
    ("woorden", "weken"),
    [
        ("6 weken", 6),
        ("3 of 4 weken", 3),
        ("elke twee weken", 2),
        ("2 per jaar", 26),
        ("3 tot 4 per jaar", 17),
        ("elke maand", 4),
        ("elk kwartaal", 13),
        ("naar behoefte", None),
    ],
)
def test_een_ritme_in_woorden(woorden: str, weken: int | None) -> None:
    assert rules.weken_uit(woorden) == weken
