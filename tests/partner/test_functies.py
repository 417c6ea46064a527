# SPDX-License-Identifier: EUPL-1.2
"""Functions: gaps, deputies, stand-ins, handover, accounts (PAR-02, PAR-03), played from outside."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from schakel.kern import klok
from schakel.melding.queries import ontvanger as meldroute
from schakel.partner import actions, queries
from schakel.partner.models import Bezetting, Functie, Invulling, Overdracht, Partner, Waarneming
from tests.partner.pagina import BEHEERDER, REGISSEUR, bewezen, collega, tekst
from tests.regio import Regio

AF = "aandachtsfunctionaris@lindemeer"


def beheerder(regio: Regio) -> Client:
    return bewezen(regio.client(BEHEERDER))


def gisteren() -> date:
    return klok.vandaag() - timedelta(days=1)


def laat_vertrekken(regio: Regio, laatste_dag: date | None = None, **velden: str) -> Any:
    inhoud = {"laatste_dag": str(laatste_dag or gisteren()), "reden": "Andere baan"} | velden
    return beheerder(regio).post(f"/bezettingen/{regio.bezettingen[AF].pk}/beeindigen", inhoud)


@pytest.mark.rij("PAR-02")
def test_de_houder_vertrekt_zonder_opvolger_dan_krijgt_de_plaatsvervanger_of_de_ketenregisseur_het(
    regio: Regio,
) -> None:
    functie = regio.bezettingen[AF].functie
    adres = f"/functies/{functie.pk}"
    collega(regio, functie, "Bo Vervanger", "plaatsvervanger")
    assert "Test aandachtsfunctionaris van lindemeer" in tekst(regio.client(REGISSEUR).get(adres))
    assert laat_vertrekken(regio, notitie="Bel de school over de open melding.").status_code == 302
    pagina = tekst(regio.client(REGISSEUR).get(adres))
    assert "Bo Vervanger , Aandachtsfunctionaris (Gemeente Lindemeer) als plaatsvervanger" in pagina
    Bezetting.objects.filter(soort="plaatsvervanger").update(tot=gisteren())
    pagina = tekst(regio.client(REGISSEUR).get(adres))
    assert "Test ketenregisseur van riec" in pagina
    assert "als ketenregisseur, want de functie is leeg" in pagina
    knelpunten = tekst(regio.client("stuurgroeplid@riec").get("/knelpunten"))
    assert "Aandachtsfunctionaris: vacant" in knelpunten
    assert "niemand" in tekst(regio.client(REGISSEUR).get("/partners/lindemeer"))


@pytest.mark.rij("PAR-02")
def test_een_overdracht_wacht_tot_de_opvolger_haar_heeft_overgenomen(regio: Regio) -> None:
    laat_vertrekken(regio, notitie="Bel de school over de open melding.")
    overdracht = overdracht_van(regio)
    assert "Draag Aandachtsfunctionaris over" in tekst(beheerder(regio).get("/"))
    assert "is vacant" in tekst(regio.client(REGISSEUR).get("/"))
    te_vroeg = beheerder(regio).post(f"/overdrachten/{overdracht}")
    assert te_vroeg.status_code == 422
    assert "nog geen opvolger" in tekst(te_vroeg)
    functie = regio.bezettingen[AF].functie
    nieuw = beheerder(regio).post(
        f"/functies/{functie.pk}/account",
        {"naam": "Noor Opvolger", "inlognaam": "noor@lindemeer.test", "van": str(klok.vandaag())},
    )
    assert "Eerste wachtwoord" in tekst(nieuw)
    opvolger = Client()
    bezetting = Bezetting.objects.get(gebruiker__inlognaam="noor@lindemeer.test")
    opvolger.force_login(bezetting.gebruiker, backend="django.contrib.auth.backends.ModelBackend")
    assert "Overdracht van Aandachtsfunctionaris" in tekst(opvolger.get("/"))
    assert "Bel de school over de open melding." in tekst(opvolger.get(f"/overdrachten/{overdracht}"))
    assert regio.client(REGISSEUR).get(f"/overdrachten/{overdracht}").status_code == 404
    assert opvolger.post(f"/overdrachten/{overdracht}").status_code == 302
    assert "Overdracht van" not in tekst(opvolger.get("/"))
    assert "is vacant" not in tekst(regio.client(REGISSEUR).get("/"))


def overdracht_van(regio: Regio) -> Any:
    from schakel.convenant.actor import als

    with als(regio.actor(BEHEERDER)):
        return Overdracht.objects.get().pk


@pytest.mark.rij("PAR-02")
def test_zo_ging_het_in_vlaardingen_in_januari_2012(regio: Regio) -> None:
    voorbeeld = actions.laad_voorbeeldregio("rr")
    functie = voorbeeld.functies[
        "signaalroute gemeente (beleidsmedewerker Toezicht en Veiligheid)|Vlaardingen"
    ]
    client = regio.client("stuurgroeplid@riec")
    assert "vervuld" in tekst(client.get(f"/functies/{functie.pk}", {"op": "2012-01-15"}))
    daarna = tekst(client.get(f"/functies/{functie.pk}", {"op": "2012-02-15"}))
    assert "vacant" in daarna
    assert "als ketenregisseur, want de functie is leeg" in daarna
    knelpunten = tekst(client.get("/knelpunten", {"op": "2012-02-15"}))
    assert "signaalroute gemeente (beleidsmedewerker Toezicht en Veiligheid): vacant" in knelpunten
    assert "wo 1 feb 2012" in knelpunten


@pytest.mark.rij("PAR-02")
@pytest.mark.parametrize("code", ["gm", "dr", "bzo", "rr"])
def test_elke_regio_van_2012_kent_de_korpsexpert_mensenhandel(regio: Regio, code: str) -> None:
    voorbeeld = actions.laad_voorbeeldregio(code)
    expert = next(f for n, f in voorbeeld.functies.items() if n.startswith("korpsexpert mensenhandel"))
    pagina = tekst(regio.client(REGISSEUR).get(f"/functies/{expert.pk}", {"op": "2012-05-31"}))
    assert "vervuld" in pagina
    assert expert.partner.soort == "politie"


@pytest.mark.rij("PAR-02")
def test_eindhoven_had_in_januari_2012_geen_vast_aanspreekpunt_voor_de_politie(regio: Regio) -> None:
    actions.laad_voorbeeldregio("bzo")
    assert "vast aanspreekpunt voor de politie: vacant" in tekst(
        regio.client(REGISSEUR).get("/knelpunten", {"op": "2012-05-31"})
    )


@pytest.mark.rij("PAR-03")
def test_friesland_neemt_plaatsing_in_drenthe_waar_en_dat_heet_geen_structurele_oplossing(
    regio: Regio,
) -> None:
    voorbeeld = actions.laad_voorbeeldregio("dr")
    functie = voorbeeld.functies["regiocoördinator, deel plaatsing en begeleiding|regio"]
    client = regio.client("stuurgroeplid@riec")
    pagina = tekst(client.get(f"/functies/{functie.pk}", {"op": "2012-05-31", "onderwerp": "plaatsing"}))
    assert "regiocoördinator Friesland" in pagina
    assert "Fier Fryslân" in pagina
    assert "waarneming, geen structurele oplossing" in pagina
    anders = tekst(client.get(f"/functies/{functie.pk}", {"op": "2012-05-31", "onderwerp": "prostitutie"}))
    assert "Niemand. De functie is leeg" in anders or "als ketenregisseur" in anders
    knelpunten = tekst(client.get("/knelpunten", {"op": "2012-05-31"}))
    assert "deel plaatsing en begeleiding: waarneming, geen structurele oplossing" in knelpunten


@pytest.mark.rij("PAR-03")
@pytest.mark.parametrize(
    ("code", "rol", "stand"),
    [
        ("dr", "ketenregisseur|regio", "vacant"),
        ("dr", "bestuurlijk trekker|regio", "vacant"),
        ("dr", "ketenregisseur COBO|regio", "vervuld"),
        ("gm", "portefeuillehouder Mensenhandel|regio", "vervuld"),
        ("gm", "gemeentelijke ketenregisseur|Arnhem", "vacant"),
        ("gm", "regionale ketenregisseur|regio", "niet voorzien"),
        ("gm", "coördinerende gemeentesecretaris (voorzitter casusoverleg)|regio", "gepland"),
        ("bzo", "ketenregisseur Veiligheidshuis (jeugdprostitutie/loverboys)|regio", "vervuld"),
        ("bzo", "regionale ketenregisseur alle vormen|regio", "vacant"),
        ("rr", "ketenregisseur mensenhandel|regio", "vervuld"),
        ("rr", "ketenregisseur mensenhandel|Rotterdam", "vervuld"),
        ("rr", "ketenregisseur mensenhandel-huiselijk geweld|regio", "vervuld"),
        ("rr", "regiocoördinator|regio", "vervuld"),
        ("rr", "voorzitter stuurgroep|regio", "vervuld"),
        ("rr", "meldpunt alle vormen|Vlaardingen", "niet voorzien"),
    ],
)
def test_de_bezetting_van_de_ketenrollen_in_2012(regio: Regio, code: str, rol: str, stand: str) -> None:
    functie = actions.laad_voorbeeldregio(code).functies[rol]
    gevonden = queries.functie(functie.pk, date(2012, 5, 31))
    assert gevonden is not None
    assert queries.stand_van(gevonden, date(2012, 5, 31)).label == stand


@pytest.mark.rij("PAR-03")
def test_waarneming_heeft_een_omvang_en_een_einde_en_daarna_is_de_functie_weer_leeg(regio: Regio) -> None:
    functie = Functie.objects.create(
        partner=regio.partner("veenburg"), naam="Zorgcoördinator", rol="regiocoordinator"
    )
    elders = regio.bezettingen["regiocoordinator@haven"].functie
    dag = klok.vandaag()
    velden = {
        "waarnemer": str(elders.pk),
        "omvang": "alles",
        "van": str(dag),
        "tot": str(dag + timedelta(days=30)),
    }
    adres = f"/functies/{functie.pk}/waarnemen"
    assert regio.client("casusdeelnemer@politie").post(adres, velden).status_code == 404
    assert regio.client(REGISSEUR).post(adres, velden).status_code == 302
    route = queries.ontvanger(functie)
    assert (route.hoe, route.functie) == ("waarneming", elders)
    assert queries.ontvanger(functie, dag=dag + timedelta(days=31)).hoe == "ketenregisseur"
    omgekeerd = regio.client(REGISSEUR).post(adres, velden | {"tot": str(gisteren())})
    assert "De laatste dag ligt voor de eerste dag" in tekst(omgekeerd)


def test_alleen_de_eigen_beheerder_beeindigt_en_bewijst_eerst_wie_die_is(regio: Regio) -> None:
    adres = f"/bezettingen/{regio.bezettingen[AF].pk}/beeindigen"
    velden = {"laatste_dag": str(gisteren()), "reden": "x"}
    assert regio.client(BEHEERDER).post(adres, velden)["Location"].startswith("/inloggen/bevestigen")
    for ander in (AF, REGISSEUR, "casusdeelnemer@politie"):
        assert bewezen(regio.client(ander)).post(adres, velden).status_code == 404
    politie = regio.bezettingen["casusdeelnemer@politie"]
    assert beheerder(regio).post(f"/bezettingen/{politie.pk}/beeindigen", velden).status_code == 404
    assert beheerder(regio).post(adres, velden).status_code == 302
    assert "Je hebt nu geen functie" in tekst(regio.client(AF).get("/functie"))


def test_niemand_geeft_zichzelf_een_functie_of_maakt_een_regionale_rol(regio: Regio) -> None:
    functie = regio.bezettingen[AF].functie
    zelf = {
        "gebruiker": str(regio.gebruiker(BEHEERDER).pk),
        "soort": "plaatsvervanger",
        "van": str(klok.vandaag()),
    }
    geweigerd = beheerder(regio).post(f"/functies/{functie.pk}/vervullen", zelf)
    assert "Je kunt jezelf geen functie geven" in tekst(geweigerd)
    ander = zelf | {"gebruiker": str(regio.gebruiker("privacyfunctionaris@lindemeer").pk)}
    assert beheerder(regio).post(f"/functies/{functie.pk}/vervullen", ander).status_code == 302
    rol = {"naam": "Alles", "rol": "ketenregisseur", "voorziening": "voorzien"}
    assert beheerder(regio).post("/partners/lindemeer/functies", rol).status_code == 422
    assert (
        beheerder(regio).post("/partners/lindemeer/functies", rol | {"rol": "toezichthouder"}).status_code
        == 302
    )
    assert regio.client(REGISSEUR).post("/partners/lindemeer/functies", rol).status_code == 302
    assert beheerder(regio).post("/partners/politie/functies", rol | {"rol": "melder"}).status_code == 404


def test_een_tweede_houder_een_bekende_inlognaam_en_een_opgeheven_functie_worden_met_uitleg_geweigerd(
    regio: Regio,
) -> None:
    functie = regio.bezettingen[AF].functie
    ander = regio.gebruiker("privacyfunctionaris@lindemeer")
    velden = {"gebruiker": str(ander.pk), "soort": "houder", "van": str(klok.vandaag())}
    assert "Er is al een houder" in tekst(beheerder(regio).post(f"/functies/{functie.pk}/vervullen", velden))
    bekend = {"naam": "X", "inlognaam": ander.inlognaam.upper(), "van": str(klok.vandaag())}
    geweigerd = beheerder(regio).post(f"/functies/{functie.pk}/account", bekend)
    assert geweigerd.status_code == 422
    assert "Deze inlognaam bestaat al" in tekst(geweigerd)
    assert (
        beheerder(regio).post(f"/functies/{functie.pk}/opheffen", {"tot": str(gisteren())}).status_code == 302
    )
    velden["soort"] = "plaatsvervanger"
    assert "Deze functie is opgeheven" in tekst(
        beheerder(regio).post(f"/functies/{functie.pk}/vervullen", velden)
    )
    assert queries.ontvanger(functie).hoe == "ketenregisseur"


def test_een_functie_zonder_account_is_vervuld_door_een_ambt(db: None) -> None:
    partner = Partner.objects.create(code="duin", naam="Gemeente Duin", soort="gemeente")
    functie = Functie.objects.create(partner=partner, naam="Portefeuillehouder", rol="bestuurlijk_trekker")
    Invulling.objects.create(functie=functie, door="burgemeester van Duin")
    route = queries.ontvanger(functie)
    assert (route.wie, route.bezetting, route.omgeleid) == ("burgemeester van Duin", None, False)
    assert (
        queries.ontvanger(Functie.objects.create(partner=partner, naam="Leeg", rol="melder")).hoe == "niemand"
    )


@pytest.mark.rij("PAR-03")
def test_een_melding_uit_een_gemeente_met_een_waarnemer_gaat_naar_de_waarnemer(regio: Regio) -> None:
    veenburg, lindemeer = regio.bezettingen["aandachtsfunctionaris@veenburg"], regio.bezettingen[AF]
    plaats = regio.gemeenten["veenburg"].pk
    Bezetting.objects.filter(pk=veenburg.pk).update(tot=gisteren())
    assert meldroute(gemeente_id=plaats, vorm="arbeid") == regio.partner("riec").pk
    dag = klok.vandaag()
    Waarneming.objects.create(
        functie=veenburg.functie, door=lindemeer.functie, omvang="alles", van=dag, tot=dag
    )
    assert meldroute(gemeente_id=plaats, vorm="arbeid") == regio.partner("lindemeer").pk
    assert (
        meldroute(gemeente_id=regio.gemeenten["lindemeer"].pk, vorm="arbeid") == regio.partner("lindemeer").pk
    )
    with klok.zet(dag + timedelta(days=1)):
        assert meldroute(gemeente_id=plaats, vorm="arbeid") == regio.partner("riec").pk
