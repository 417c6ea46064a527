# SPDX-License-Identifier: EUPL-1.2
"""The life of a convenant and the shipped rule sets (CNV-01, CNV-02)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from tests.convenant.wereld import GEMEENTE, INSPECTEUR, REGISSEUR, deel, maak_signaal, ziet
from tests.regio import Regio

from schakel.convenant import actions, queries, rules
from schakel.convenant.actor import als
from schakel.convenant.models import Convenant, ConvenantVersie, Grondslag, Partij, Regel
from schakel.convenant.rules import Categorie, Doel, Fase
from schakel.kern import klok

RIEC_FG = "ketenregisseur@riec"


@pytest.mark.rij("CNV-01")
def test_een_convenant_dat_bijna_afloopt_geeft_de_eigenaar_werk_met_alles_wat_erop_rust(regio: Regio) -> None:
    """Variant: Veiligheidshuis Eindhoven, "loopt bijna af" (report p. 100)."""
    stuk = maak_signaal(regio)
    deel(regio, stuk, "riec", Categorie.OBJECT)
    ConvenantVersie.objects.filter(pk=regio.versie.pk).update(einde=klok.vandaag() + timedelta(days=80))
    client = regio.client(REGISSEUR)
    assert "Loopt af." in client.get("/").content.decode()
    pagina = client.get(f"/convenanten/{regio.versie.convenant_id}").content.decode()
    assert "1 verstrekking" in pagina
    assert "(R1)" in pagina
    assert "Loopt af." not in regio.client("privacyfunctionaris@lindemeer").get("/").content.decode()


@pytest.mark.rij("CNV-01")
def test_van_concept_tot_opvolger_via_het_scherm(regio: Regio) -> None:
    """Variants: RIEC ZOB (December 2010, mede namens) is absorbed in Oost Brabant (report pp. 89-90, 100)."""
    client = regio.client(REGISSEUR)
    for naam in ("RIEC ZOB", "RIEC Oost Brabant"):
        gemaakt = client.post(
            "/convenanten/nieuw",
            {"naam": naam, "soort": "convenant", "datering": "december 2010", "waarschuw_dagen": 90,
             "aangemeld_bij": "CBP", "kosten": "artikel 9: ieder draagt eigen kosten"},
        )  # fmt: skip
        assert gemaakt.status_code == 302, gemaakt.content.decode()
    oud, nieuw = Convenant.objects.get(naam="RIEC ZOB"), Convenant.objects.get(naam="RIEC Oost Brabant")
    pad = f"/convenanten/{oud.pk}"
    client.post(f"{pad}/versies/nieuw", {"ingang": "2010-12-01", "einde": "", "samenvatting": "eerste"})
    versie = oud.versies.get()
    client.post(f"/convenanten/versies/{versie.pk}/regels/nieuw",
                {"code": "A1", "van": "om", "naar": "*", "categorie": "object", "wijze": "volledig"})  # fmt: skip
    client.post(f"/convenanten/versies/{versie.pk}/vaststellen")
    nla = regio.partner("nla")
    client.post(
        f"{pad}/partijen/nieuw",
        {"partner": str(nla.pk), "namens": "Landelijk Parket", "status": "beoogd", "verantwoordelijk": "on"},
    )
    assert "mede namens" in client.get(pad).content.decode().lower()
    assert regio.client(INSPECTEUR).post(f"{pad}/tekenen", {"op": "2010-12-01"}).status_code == 404
    client.post(f"{pad}/evalueren", {"op": "2011-11-01", "uitkomst": "werkt, te veel papier", "volgende": ""})
    op = klok.vandaag() + timedelta(days=5)
    client.post(f"{pad}/samenvoegen", {"opvolger": str(nieuw.pk), "op": op.isoformat()})
    oud.refresh_from_db()
    assert (oud.opvolger_id, oud.opgezegd_op) == (nieuw.pk, op)
    assert nieuw.partijen.get().namens == "Landelijk Parket"
    assert "RIEC Oost Brabant" in client.get(pad).content.decode()
    assert regio.client(GEMEENTE).get(f"{pad}/wijzigen").status_code == 404


@pytest.mark.rij("CNV-01")
def test_toetreden_is_zelf_tekenen_na_de_checklist_en_uittreden_stopt_de_stroom(regio: Regio) -> None:
    convenant = regio.versie.convenant
    regisseur = regio.actor(REGISSEUR)
    politie = regio.partner("politie")
    with als(regisseur):
        actions.laad_checklist(door=regio.actor("privacyfunctionaris@lindemeer"))
    partij = Partij.objects.get(convenant=convenant, partner=regio.partner("lindemeer"))
    Partij.objects.filter(pk=partij.pk).update(ondertekend_op=None, status="beoogd")
    stuk = maak_signaal(regio)
    fg = regio.client("privacyfunctionaris@lindemeer")
    vragen = queries.vragenlijst(rules.Moment.TOETREDEN).vragen.all()  # type: ignore[union-attr]
    pad = f"/convenanten/{convenant.pk}/tekenen"
    assert "Zonder dit antwoord" in fg.post(pad, {"op": klok.vandaag().isoformat()}).content.decode()
    antwoorden = {f"vraag_{v.pk}": "ja" for v in vragen}
    assert fg.post(pad, {"op": klok.vandaag().isoformat(), **antwoorden}).status_code == 302
    deel(regio, stuk, "lindemeer", Categorie.OBJECT)
    assert ziet(regio, GEMEENTE) == ["object"]
    fg.post(f"/convenanten/partijen/{partij.pk}/uittreden", {"op": klok.vandaag().isoformat()})
    assert ziet(regio, GEMEENTE) == []
    assert politie.pk != partij.partner_id


@pytest.mark.rij("CNV-02")
def test_een_vastgestelde_versie_verandert_nooit_meer_ook_niet_in_de_database(regio: Regio) -> None:
    door = regio.actor(REGISSEUR)
    with als(door):
        versie = actions.maak_versie(
            door=door, convenant=regio.versie.convenant, ingang=klok.vandaag() + timedelta(days=30)
        )
        assert versie.regels.count() == regio.versie.regels.count()
        Grondslag.objects.create(code="WGS-RIEC", naam="Wet", merk="geverifieerd")
        actions.stel_vast(door=door, versie=versie)
        with pytest.raises(actions.LigtVast):
            actions.voeg_regel_toe(door=door, versie=versie, code="X", van="*", naar="*", categorie="melder")
        for poging in (
            lambda: Regel.objects.filter(versie=versie).update(wijze="niet"),
            lambda: Regel.objects.filter(versie=versie).delete(),
            lambda: Regel.objects.create(versie=versie, code="X", van="*", naar="*", categorie="melder"),
            lambda: ConvenantVersie.objects.filter(pk=versie.pk).update(ingang=date(2020, 1, 1)),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                poging()
    regio.versie.refresh_from_db()
    assert regio.versie.einde == klok.vandaag() + timedelta(days=29)


@pytest.mark.rij("CNV-02")
def test_een_onbevestigde_grondslag_houdt_vaststellen_tegen_tot_de_privacyfunctionaris_tekent(
    regio: Regio,
) -> None:
    regisseur, fg = regio.client(REGISSEUR), regio.client("privacyfunctionaris@lindemeer")
    door = regio.actor(REGISSEUR)
    with als(door):
        convenant = actions.maak_convenant(door=door, naam="Proef")
        versie = actions.laad_regelset(door=door, convenant=convenant, set="2025")
        aantal = versie.regels.count()
        assert actions.laad_regelset(door=door, convenant=convenant, set="2025").pk == versie.pk
        assert versie.regels.count() == aantal
    pad = f"/convenanten/versies/{versie.pk}"
    assert "Nog te bevestigen grondslagen" in regisseur.get(pad).content.decode()
    regisseur.post(f"{pad}/vaststellen")
    versie.refresh_from_db()
    assert versie.status == "concept"
    for code in set(versie.regels.values_list("grondslag", flat=True)):
        for grondslag in Grondslag.objects.filter(code=code):
            eigen = f"/convenanten/grondslagen/{grondslag.pk}/bevestigen"
            assert regisseur.get(eigen).status_code == 404
            assert fg.post(eigen, {"reden": "advies 2026-1"}).status_code == 302
    regisseur.post(f"{pad}/vaststellen")
    versie.refresh_from_db()
    assert versie.status == "vastgesteld"
    assert "advies 2026-1" in fg.get("/convenanten/grondslagen").content.decode()


@pytest.mark.parametrize("set_", ["2012", "2025"])
def test_de_meegeleverde_regels_noemen_bestaande_grondslagen_en_hebben_elk_een_eigen_code(
    regio: Regio, set_: str
) -> None:
    door = regio.actor(REGISSEUR)
    with als(door):
        convenant = actions.maak_convenant(door=door, naam="Proef")
        versie = actions.laad_regelset(
            door=door, convenant=convenant, set=set_, bevestigd_met="besluit privacygroep 2026-1"
        )
        assert versie.status == "vastgesteld"
        codes = set(versie.regels.values_list("grondslag", flat=True))
        assert codes <= set(Grondslag.objects.values_list("code", flat=True))
        assert Grondslag.objects.filter(bevestiging="besluit privacygroep 2026-1").exists()


_2025 = [
    ("politie", "gemeente", Categorie.POLITIE_8, Fase.DETECTIE, Doel.HULP, False),
    ("politie", "gemeente", Categorie.POLITIE_8, Fase.WEGING, Doel.HULP, True),
    ("politie", "gemeente", Categorie.PERSOON_VERDACHT, Fase.DETECTIE, Doel.HULP, False),
    ("politie", "gemeente", Categorie.PERSOON_VERDACHT, Fase.WEGING, Doel.HULP, True),
    ("zorg", "politie", Categorie.ZORGINHOUD, Fase.WEGING, Doel.HULP, False),
    ("zorg", "opvang", Categorie.ZORGINHOUD, Fase.WEGING, Doel.OPVANG, True),
    ("belastingdienst", "zorg", Categorie.FISCAAL, Fase.WEGING, Doel.TOEZICHT, False),
    ("belastingdienst", "riec", Categorie.FISCAAL, Fase.WEGING, Doel.TOEZICHT, True),
    ("nla", "gemeente", Categorie.TOEZICHT, Fase.DETECTIE, Doel.TOEZICHT, True),
    ("nla", "corporatie", Categorie.TOEZICHT, Fase.DETECTIE, Doel.TOEZICHT, False),
]


@pytest.mark.parametrize(("van", "aan", "categorie", "fase", "doel", "mag"), _2025)
def test_wat_mag_volgens_de_set_2025(
    regio: Regio, van: str, aan: str, categorie: Categorie, fase: Fase, doel: Doel, mag: bool
) -> None:
    door = regio.actor(REGISSEUR)
    with als(door):
        convenant = actions.maak_convenant(door=door, naam="Proef")
        versie = actions.laad_regelset(door=door, convenant=convenant, set="2025", bevestigd_met="besluit")
        for partner in (regio.partner("riec"), regio.partner("nla")):
            Partij.objects.create(convenant=convenant, partner=partner, ondertekend_op=klok.vandaag())
        deze = [v for v in queries.versies(klok.vandaag()) if v.id == str(versie.pk)]
    verzoek = rules.Verzoek(
        categorieen=frozenset({categorie}),
        van=str(regio.partner("riec").pk),
        van_soort=van,
        aan=str(regio.partner("nla").pk),
        aan_soort=aan,
        doel=doel,
        fase=fase,
        dag=klok.vandaag(),
        vervuld=frozenset(rules.Voorwaarde),
    )
    assert rules.oordeel(verzoek, deze).toegestaan is mag


def test_een_partner_zonder_functie_voor_beheer_verandert_geen_convenant(regio: Regio) -> None:
    for wie in (GEMEENTE, INSPECTEUR, "privacyfunctionaris@lindemeer"):
        client = regio.client(wie)
        pad = f"/convenanten/{regio.versie.convenant_id}"
        assert client.get(pad).status_code == 200
        for deel_ in (
            "wijzigen",
            "versies/nieuw",
            "partijen/nieuw",
            "opzeggen",
            "samenvoegen",
            "evalueren",
            "verantwoorden",
        ):
            assert client.get(f"{pad}/{deel_}").status_code == 404
        assert client.post(f"/convenanten/versies/{regio.versie.pk}/vaststellen").status_code == 404


def test_het_register_vraagt_evenveel_van_de_database_bij_elk_aantal_convenanten(regio: Regio) -> None:
    from django.test.utils import CaptureQueriesContext

    client = regio.client(REGISSEUR)
    client.get("/convenanten")  # the first request of a session also writes the session
    aantallen = []
    for keer in range(2):
        with CaptureQueriesContext(connection) as telling:
            client.get("/convenanten")
        aantallen.append(len(telling))
        for nr in range(5):
            Convenant.objects.create(naam=f"Convenant {keer}-{nr}", eigenaar=regio.partner("riec"))
    assert aantallen[0] == aantallen[1]
