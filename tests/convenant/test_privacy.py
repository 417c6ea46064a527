# SPDX-License-Identifier: EUPL-1.2
"""Data-subject requests over all joint controllers (CNV-08+), terms that travel and proof of destruction (CNV-09+)."""

from datetime import timedelta

import pytest
from tests.convenant.wereld import GEMEENTE, INSPECTEUR, deel, handelingen, maak_signaal, ziet
from tests.regio import Regio

from schakel.convenant import actions, queries
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.models import (
    Bewaartermijn,
    Convenant,
    Deelverzoek,
    Embargo,
    Gegeven,
    Inzageverzoek,
    Partij,
    Vernietiging,
)
from schakel.convenant.rules import Categorie
from schakel.convenant.rules.bewaren import maanden_later
from schakel.kern import klok
from schakel.partner.models import Bezetting, Functie
from schakel.toegang.actor import SYSTEEM
from schakel.toegang.models import Gebruiker

FG = "privacyfunctionaris@lindemeer"
FG_RIEC = "privacyfunctionaris@riec"


@pytest.fixture
def met_contactpunt(regio: Regio) -> Regio:
    """Lindemeer is contact point; the only other joint controller is the RIEC, with a privacy officer of its own."""
    Convenant.objects.filter(pk=regio.versie.convenant_id).update(contactpunt=regio.partner("lindemeer"))
    Partij.objects.exclude(partner__code__in=("lindemeer", "riec")).update(verantwoordelijk=False)
    functie = Functie.objects.create(partner=regio.partner("riec"), naam="FG", rol="privacyfunctionaris")
    gebruiker = Gebruiker(inlognaam="fg@riec.rijndal.test", naam="Test FG van riec")
    gebruiker.save()
    regio.bezettingen[FG_RIEC] = Bezetting.objects.create(
        functie=functie, gebruiker=gebruiker, van=klok.vandaag()
    )
    return regio


def _registreer(regio: Regio) -> str:
    client = regio.client(FG)
    klaar = client.post(
        "/inzageverzoeken/nieuw",
        {
            "convenant": str(regio.versie.convenant_id),
            "soort": "inzage",
            "naam": "Ivo Blauwbaard",
            "bereikbaar": "per brief",
            "ontvangen_op": klok.vandaag().isoformat(),
        },
    )
    assert klaar.status_code == 302, klaar.content.decode()
    return str(klaar["Location"])


@pytest.mark.rij("CNV-08+")
def test_een_verzoek_gaat_naar_alle_verantwoordelijken_en_er_gaat_een_antwoord_uit_als_allen_reageerden(
    met_contactpunt: Regio,
) -> None:
    regio = met_contactpunt
    pad = _registreer(regio)
    fg, riec = regio.client(FG), regio.client(FG_RIEC)
    termijn = maanden_later(klok.vandaag(), 1)
    with als(regio.actor(FG)):
        delen = list(Deelverzoek.objects.select_related("inzageverzoek"))
    assert {d.partner_id for d in delen} == {regio.partner("lindemeer").pk, regio.partner("riec").pk}
    assert {d.inzageverzoek.termijn for d in delen} == {termijn}
    assert "Verzoek van een burger" in riec.get("/").content.decode()
    assert "Ivo Blauwbaard" in riec.get(pad).content.decode()
    eind = {"stap": "eind", "eind-antwoord": "Geachte heer, …"}
    fg.post(pad, {"stap": "deel", "deel-stand": "beantwoord", "deel-antwoord": "Wij hebben niets."})
    te_vroeg = fg.post(pad, eind).content.decode()
    assert "Stel eerst vast wie de verzoeker is" in te_vroeg
    assert "Geachte heer" in te_vroeg
    fg.post(f"{pad}/identiteit")
    assert "RIEC Rijndal" in fg.post(pad, eind).content.decode()
    zonder_artikel = {"stap": "deel", "deel-stand": "uitzondering", "deel-antwoord": "Een onderzoek loopt."}
    assert "Noem het artikel" in riec.post(pad, zonder_artikel).content.decode()
    riec.post(pad, zonder_artikel | {"deel-uitzondering": "UAVG art. 41"})
    assert riec.post(pad, eind).status_code == 200
    fg.post(pad, eind)
    with als(regio.actor(FG)):
        assert Inzageverzoek.objects.get().beantwoord_op is not None
    assert "Geachte heer" not in riec.get(pad).content.decode()


@pytest.mark.rij("CNV-08+")
def test_een_verzoek_bestaat_alleen_voor_privacyfunctionarissen_van_contactpunt_en_verantwoordelijken(
    met_contactpunt: Regio,
) -> None:
    regio = met_contactpunt
    pad = _registreer(regio)
    for wie in (GEMEENTE, "functioneel_beheerder@lindemeer", INSPECTEUR, "ketenregisseur@riec"):
        assert regio.client(wie).get(pad).status_code == 404
        with als(regio.actor(wie)):
            assert Inzageverzoek.objects.count() == Deelverzoek.objects.count() == 0


def test_de_termijn_is_een_keer_te_verlengen_met_een_reden(met_contactpunt: Regio) -> None:
    regio = met_contactpunt
    pad = _registreer(regio)
    fg = regio.client(FG)
    verleng = {"stap": "verleng", "verleng-reden": "veel partners"}
    fg.post(pad, verleng)
    assert "al een keer verlengd" in fg.post(pad, verleng).content.decode()
    with als(regio.actor(FG)):
        assert Inzageverzoek.objects.get().termijn == maanden_later(klok.vandaag(), 3)


@pytest.mark.rij("CNV-08+")
def test_regime_dpia_en_jaarverslag_staan_per_samenwerking_vast_en_geven_werk(regio: Regio) -> None:
    client = regio.client("ketenregisseur@riec")
    pad = f"/convenanten/{regio.versie.convenant_id}"
    binnenkort = (klok.vandaag() + timedelta(days=20)).isoformat()
    for soort in ("dpia", "jaarverslag", "audit", "rechtmatigheidsadvies"):
        client.post(
            f"{pad}/verantwoorden",
            {"soort": soort, "titel": f"Stuk {soort}", "datum": "2026-01-01", "volgende_op": binnenkort},
        )
    pagina = client.get(pad).content.decode()
    assert "WGS-RIEC" in pagina
    assert "Openbaar jaarverslag: Stuk jaarverslag" in pagina
    assert "Verantwoording nodig" in client.get("/").content.decode()


def _verlopen_kopie(regio: Regio) -> tuple[Gegeven, Gegeven]:
    """A police-like item with a term, and the copy the municipality took of it."""
    tot = klok.vandaag() + timedelta(days=10)
    extra = [NieuwGegeven("tekst", Categorie.TOEZICHT, {"tekst": "mutatie"}, bewaren_tot=tot)]
    stuk = maak_signaal(regio, extra=extra)
    v = deel(regio, stuk, "lindemeer", Categorie.TOEZICHT, tot=klok.vandaag() + timedelta(days=90))
    gemeente = regio.actor(GEMEENTE)
    with als(gemeente):
        casus = actions.maak_stuk(door=gemeente, soort="casus")  # type: ignore[arg-type]
        origineel = Gegeven.objects.get(categorie="toezicht")
        kopie = actions.neem_over(door=gemeente, gegeven=origineel, naar=casus, verstrekking=v)
    return origineel, kopie


@pytest.mark.rij("CNV-09+")
def test_de_termijn_reist_mee_en_na_afloop_verdwijnt_ook_de_kopie_met_bewijs(regio: Regio) -> None:
    origineel, kopie = _verlopen_kopie(regio)
    assert (kopie.bewaren_tot, kopie.handeling, kopie.herkomst_id) == (
        origineel.bewaren_tot,
        "eigen",
        origineel.pk,
    )
    with klok.zet(klok.vandaag() + timedelta(days=11)):
        assert ziet(regio, GEMEENTE) == ["toezicht"]
        client = regio.client(GEMEENTE)
        assert "1 gegeven wacht op vernietiging" in client.get("/vernietigingen").content.decode()
        client.post("/vernietigingen")
        assert ziet(regio, GEMEENTE) == []
        pagina = client.get("/vernietigingen").content.decode()
        assert "Arbeidsinspectie Rijndal" in pagina
        assert "mutatie" not in pagina
        with als(regio.actor(INSPECTEUR)):
            assert Vernietiging.objects.filter(herkomst_partner=regio.partner("nla")).count() == 1
    assert handelingen(regio, "lindemeer")[-1] == "vernietigen"


@pytest.mark.rij("CNV-09+")
def test_een_verlopen_kopie_kan_opnieuw_gevraagd_worden(regio: Regio) -> None:
    _, kopie = _verlopen_kopie(regio)
    gemeente = regio.actor(GEMEENTE)
    with klok.zet(klok.vandaag() + timedelta(days=11)), als(gemeente):
        bewijs = actions.vernietig_verlopen(door=gemeente, opnieuw_vragen=[kopie.pk])
        assert [b.opnieuw_gevraagd for b in bewijs] == [True]
        assert queries.vrijgaveverzoeken(door=gemeente).get().soort == "opnieuw"


@pytest.mark.rij("CNV-09+")
def test_de_machine_ruimt_bij_iedereen_op_ook_in_gesloten_stukken_en_leest_niets(regio: Regio) -> None:
    origineel, _ = _verlopen_kopie(regio)
    inspecteur = regio.actor(INSPECTEUR)
    with als(inspecteur):
        actions.zet_embargo(
            door=inspecteur,
            stuk=origineel.stuk,
            gegeven=origineel,
            reden="wacht",
            herzien_op=klok.vandaag() + timedelta(days=1),
        )
        actions.sluit(door=inspecteur, stuk=origineel.stuk, leden=[])
    with als(SYSTEEM):
        assert Gegeven.objects.count() == 0
        assert actions.vernietig_verlopen(door=SYSTEEM) == []
    with klok.zet(klok.vandaag() + timedelta(days=11)):
        with als(SYSTEEM):
            assert sorted(b.aantal for b in actions.vernietig_verlopen(door=SYSTEEM)) == [1, 1]
            assert Gegeven.objects.count() == 0
        with als(inspecteur):
            assert sorted(Gegeven.objects.values_list("categorie", flat=True)) == [
                "object",
                "persoon-verdacht",
                "waarneming",
            ]
            assert Embargo.objects.count() == 0


def test_niemand_vernietigt_wat_van_een_ander_is_of_nog_bewaard_moet_worden(regio: Regio) -> None:
    from django.db import connection

    origineel, kopie = _verlopen_kopie(regio)
    with als(regio.actor("aandachtsfunctionaris@veenburg")), connection.cursor() as cursor:
        cursor.execute("SELECT convenant_vernietig(%s)", [[origineel.pk, kopie.pk]])
    with klok.zet(klok.vandaag() + timedelta(days=11)):
        with als(regio.actor(GEMEENTE)), connection.cursor() as cursor:
            cursor.execute("SELECT convenant_vernietig(%s)", [[origineel.pk]])
        with als(regio.actor(INSPECTEUR)):
            assert Gegeven.objects.filter(pk=origineel.pk).exists()


def test_zonder_eigen_termijn_geldt_de_kortste_uit_de_tabel(regio: Regio) -> None:
    Bewaartermijn.objects.create(grondslag="A", maanden=60)
    Bewaartermijn.objects.create(grondslag="B", van="nla", categorie="object", maanden=12)
    maak_signaal(regio)
    with als(regio.actor(INSPECTEUR)):
        termijnen = dict(Gegeven.objects.values_list("categorie", "bewaren_tot"))
    assert termijnen["object"] == maanden_later(klok.vandaag(), 12)
    assert termijnen["waarneming"] == maanden_later(klok.vandaag(), 60)
