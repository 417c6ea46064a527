# SPDX-License-Identifier: EUPL-1.2
"""Embargo and closed objects (CNV-05), sources and refused kinds (CNV-06), consent (CNV-07)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connections
from tests.convenant.wereld import (
    ADRES,
    GEMEENTE,
    INSPECTEUR,
    REGISSEUR,
    deel,
    maak_signaal,
    regel,
    verander,
    ziet,
)
from tests.regio import Regio

from schakel.convenant import actions, queries
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.models import Embargo, Gegeven, GegevenBron, Stuk, Toestemming
from schakel.convenant.rules import AnderenZien, Categorie, ToestemmingSoort, Uitgesloten
from schakel.kern import klok


def _embargo(regio: Regio, stuk: Stuk, zien: AnderenZien, **meer: object) -> Embargo:
    door = regio.actor(INSPECTEUR)
    with als(door):
        return actions.zet_embargo(
            door=door, stuk=stuk, reden="onderzoek loopt", anderen_zien=zien,
            herzien_op=klok.vandaag() + timedelta(days=30), **meer,  # type: ignore[arg-type]
        )  # fmt: skip


@pytest.mark.rij("CNV-05")
def test_wie_iets_van_plan_is_op_een_adres_onder_embargo_hoort_alleen_wie_te_bellen(regio: Regio) -> None:
    stuk = maak_signaal(regio)
    deel(regio, stuk, "lindemeer", Categorie.OBJECT)
    inspecteur = regio.client(INSPECTEUR)
    herzien = klok.vandaag() + timedelta(days=30)
    functie = regio.bezettingen[INSPECTEUR].functie
    gezet = inspecteur.post(
        f"/stukken/{stuk.pk}/embargo",
        {
            "reden": "onderzoek loopt",
            "anderen_zien": "wie_bellen",
            "bel_functie": str(functie.pk),
            "herzien_op": herzien.isoformat(),
        },
    )
    assert gezet.status_code == 302
    assert ziet(regio, GEMEENTE) == []
    gemeente = regio.client(GEMEENTE)
    plan = {
        "straat": "kassenweg",
        "huisnummer": "12",
        "postcode": "0481ab",
        "voornemen": "controle huisvesting",
    }
    antwoord = gemeente.post("/afstemmen", plan).content.decode()
    assert "Neem eerst contact op met: Toezichthouder van Arbeidsinspectie Rijndal" in antwoord
    assert "onderzoek" not in antwoord
    assert "Nowak" not in antwoord
    elders = gemeente.post("/afstemmen", plan | {"huisnummer": "14"}).content.decode()
    assert "Niemand heeft gevraagd om te wachten" in elders
    assert "controle huisvesting" in inspecteur.get("/embargos").content.decode()
    assert "Embargo herzien" not in inspecteur.get("/").content.decode()
    with klok.zet(herzien):
        inspecteur = regio.client(INSPECTEUR)
        assert "Embargo herzien" in inspecteur.get("/").content.decode()
        assert ziet(regio, GEMEENTE) == []
        embargo = Embargo.objects.model
        with als(regio.actor(INSPECTEUR)):
            id_ = embargo.objects.get().pk
        pad = f"/embargos/{id_}/herzien"
        assert inspecteur.post(pad, {"besluit": "verlengen", "reden": "nog niet klaar"}).status_code == 200
        verder = (herzien + timedelta(days=14)).isoformat()
        inspecteur.post(pad, {"besluit": "verlengen", "reden": "nog niet klaar", "herzien_op": verder})
        assert "Embargo herzien" not in inspecteur.get("/").content.decode()
        assert regio.client(GEMEENTE).get(pad).status_code == 404
        inspecteur.post(pad, {"besluit": "opheffen", "reden": "klaar"})
        assert "Niemand heeft gevraagd" in gemeente.post("/afstemmen", plan).content.decode()
    assert ziet(regio, GEMEENTE) == ["object"]


@pytest.mark.rij("CNV-05")
@pytest.mark.parametrize(
    ("zien", "hoort"),
    [
        (AnderenZien.NIETS, ""),
        (AnderenZien.BESTAAN, "ketenregisseur"),
        (AnderenZien.WIE_BELLEN, "Arbeidsinspectie"),
    ],
)
def test_de_houder_bepaalt_wat_anderen_merken_en_hoort_altijd_van_het_plan(
    regio: Regio, zien: AnderenZien, hoort: str
) -> None:
    _embargo(regio, maak_signaal(regio), zien)
    gemeente, inspecteur = regio.actor(GEMEENTE), regio.actor(INSPECTEUR)
    with als(gemeente):
        adviezen = actions.stem_af(door=gemeente, inhouden=[ADRES], voornemen="controle")
        assert [hoort in a.tekst for a in adviezen] == ([True] if hoort else [])
        assert queries.afstemmingen(door=gemeente).count() == 0
    with als(inspecteur):
        assert [a.voornemen for a in queries.afstemmingen(door=inspecteur)] == ["controle"]
        assert actions.stem_af(door=inspecteur, inhouden=[ADRES], voornemen="zelf") == []


@pytest.mark.rij("CNV-05")
def test_een_embargo_op_een_gegeven_laat_de_rest_zichtbaar_en_eindigt_op_de_einddag(regio: Regio) -> None:
    stuk = maak_signaal(regio)
    deel(regio, stuk, "lindemeer", Categorie.OBJECT, Categorie.WAARNEMING)
    with als(regio.actor(INSPECTEUR)):
        adres = Gegeven.objects.get(soort="adres")
    eind = klok.vandaag() + timedelta(days=31)
    _embargo(regio, stuk, AnderenZien.NIETS, gegeven=adres, tot=eind)
    assert ziet(regio, GEMEENTE) == ["waarneming"]
    verander(regio, "R1")
    deel(regio, stuk, "veenburg", Categorie.OBJECT, tot=eind + timedelta(days=9))
    with klok.zet(eind):
        assert ziet(regio, "aandachtsfunctionaris@veenburg") == ["object"]


@pytest.mark.rij("CNV-05")
def test_een_gesloten_stuk_bestaat_alleen_voor_de_genoemden_ook_binnen_de_eigen_organisatie(
    regio: Regio,
) -> None:
    """Variant: months of secret preparation (Baekelandplein)."""
    stuk = maak_signaal(regio)
    assert ziet(regio, "casusdeelnemer@nla") == ["object", "persoon-verdacht", "waarneming"]
    client = regio.client(INSPECTEUR)
    assert client.post(f"/stukken/{stuk.pk}/besloten", {"stap": "sluit"}).status_code == 302
    assert ziet(regio, "casusdeelnemer@nla") == []
    assert ziet(regio, INSPECTEUR) == ["object", "persoon-verdacht", "waarneming"]
    assert regio.client("casusdeelnemer@nla").get(f"/stukken/{stuk.pk}/besloten").status_code == 404
    genoemd = str(regio.bezettingen["casusdeelnemer@nla"].pk)
    client.post(f"/stukken/{stuk.pk}/besloten", {"stap": "sluit", "leden": [genoemd]})
    assert len(ziet(regio, "casusdeelnemer@nla")) == 3
    client.post(f"/stukken/{stuk.pk}/besloten", {"stap": "open"})
    assert len(ziet(regio, "casusdeelnemer@nla")) == 3


@pytest.mark.rij("CNV-06")
@pytest.mark.parametrize(
    "tekst",
    ["CIE-informatie: er is een pand", "volgens TCI", "van de criminele inlichtingendienst", "Stg. geheim"],
)
def test_uitgesloten_informatie_wordt_geweigerd_met_wat_te_doen(regio: Regio, tekst: str) -> None:
    door = regio.actor(INSPECTEUR)
    with als(door):
        stuk = actions.maak_stuk(door=door, soort="signaal")  # type: ignore[arg-type]
        for nieuw in (
            NieuwGegeven("tekst", Categorie.WAARNEMING, {"tekst": tekst}),
            NieuwGegeven("tekst", Categorie.WAARNEMING, {"rij": [{"diep": tekst}]}),
            NieuwGegeven("tekst", Categorie.WAARNEMING, {"tekst": "gewoon"}, bron=tekst),
        ):
            with pytest.raises(Uitgesloten, match="mag niet in Schakel") as fout:
                actions.voeg_gegevens_toe(door=door, stuk=stuk, nieuw=[nieuw])
            assert tekst not in str(fout.value)
        actions.voeg_gegevens_toe(
            door=door,
            stuk=stuk,
            nieuw=[NieuwGegeven("tekst", Categorie.WAARNEMING, {"tekst": "de cie bezwaar, en tcitest"})],
        )


@pytest.mark.rij("CNV-06")
def test_de_bron_van_een_zorgmedewerker_is_alleen_te_vragen_en_staat_nergens(regio: Regio) -> None:
    haven = regio.actor("regiocoordinator@haven")
    geheim = "Zuster Quinta Verhoeven"
    with als(haven):
        stuk = actions.maak_stuk(door=haven, soort="signaal")  # type: ignore[arg-type]
        gegeven = actions.voeg_gegevens_toe(
            door=haven, stuk=stuk,
            nieuw=[NieuwGegeven("tekst", Categorie.WAARNEMING, {"tekst": "meisje wordt opgehaald"}, bron=geheim)],
        )[0]  # fmt: skip
        actions.deel(
            door=haven, stuk=stuk, met=regio.partner("politie"), categorieen=[Categorie.WAARNEMING], doel="hulp",  # type: ignore[arg-type]
            tot=klok.vandaag() + timedelta(days=30), motivering="nodig",
        )  # fmt: skip
    politie = regio.client("casusdeelnemer@politie")
    assert ziet(regio, "casusdeelnemer@politie") == ["waarneming"]
    with als(regio.actor("casusdeelnemer@politie")):
        assert GegevenBron.objects.count() == 0
    vraag = {"id": str(uuid4()), "reden": "voor het proces-verbaal"}
    assert politie.post(f"/gegevens/{gegeven.pk}/bron", vraag).status_code == 302
    assert regio.client(GEMEENTE).get(f"/gegevens/{gegeven.pk}/bron").status_code == 404
    pad = f"/bronverzoeken/{vraag['id']}"
    assert regio.client(GEMEENTE).get(pad).status_code == 404
    assert "Verzoek om een bron" in regio.client("regiocoordinator@haven").get("/").content.decode()
    regio.client("regiocoordinator@haven").post(pad, {"besluit": "nee", "antwoord": "De bron wil dit niet."})
    schermen = [politie.get(p).content.decode() for p in (pad, "/bronverzoeken", "/", "/verstrekkingen")]
    assert "De bron wil dit niet." in schermen[0]
    assert not any("Quinta" in s for s in schermen)
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tablename = 'convenant_gegevenbron'")
    with als(haven):
        assert GegevenBron.objects.get().inhoud == geheim


@pytest.fixture
def zorgsignaal(regio: Regio) -> Stuk:
    """A care worker's signal: the need for shelter, and the care file."""
    regel(regio, "Z", categorie="bijzonder")
    haven = regio.actor("regiocoordinator@haven")
    with als(haven):
        stuk = actions.maak_stuk(door=haven, soort="signaal")  # type: ignore[arg-type]
        actions.voeg_gegevens_toe(
            door=haven, stuk=stuk,
            nieuw=[
                NieuwGegeven("tekst", Categorie.WAARNEMING, {"tekst": "zoekt opvang"}),
                NieuwGegeven("tekst", Categorie.BIJZONDER, {"tekst": "is zwanger"}),
                NieuwGegeven("persoon", Categorie.PERSOON_SLACHTOFFER, {"voornaam": "Lilja"}),
            ],
        )  # fmt: skip
    return stuk


@pytest.mark.rij("CNV-07")
def test_alleen_waar_de_client_mee_instemt_gaat_mee_de_rest_wordt_niet_genoemd(
    regio: Regio, zorgsignaal: Stuk
) -> None:
    client = regio.client("regiocoordinator@haven")
    pad = f"/stukken/{zorgsignaal.pk}/toestemming"
    client.post(
        pad,
        {
            "soort": "toestemming",
            "gever": "client",
            "categorieen": ["waarneming"],
            "toelichting": "alleen opvang",
        },
    )
    haven = "regiocoordinator@haven"
    with pytest.raises(actions.NietToegestaan, match="toestemming van de cliënt gaat niet over bijzondere"):
        deel(regio, zorgsignaal, "riec", Categorie.WAARNEMING, Categorie.BIJZONDER, wie=haven)
    deel(regio, zorgsignaal, "riec", Categorie.WAARNEMING, wie=haven)
    assert ziet(regio, REGISSEUR) == ["waarneming"]
    met_nee = client.post(
        f"/stukken/{zorgsignaal.pk}/delen",
        {
            "id": str(uuid4()),
            "met": str(regio.partner("riec").pk),
            "categorieen": ["bijzonder"],
            "doel": "hulp",
            "stap": "verstrek",
            "motivering": "nodig",
            "tot": (klok.vandaag() + timedelta(days=3)).isoformat(),
            "voorwaarden": ["toestemming-betrokkene"],
        },
    ).content.decode()
    assert "gaat niet over bijzondere gegevens" in met_nee
    with als(regio.actor(REGISSEUR)):
        assert Toestemming.objects.count() == 0


@pytest.mark.rij("CNV-07")
def test_ingetrokken_toestemming_en_weigering_nemen_terug_wat_erop_rustte(
    regio: Regio, zorgsignaal: Stuk
) -> None:
    haven = regio.actor("regiocoordinator@haven")
    with als(haven):
        toestemming = actions.leg_toestemming_vast(
            door=haven, stuk=zorgsignaal, soort=ToestemmingSoort.TOESTEMMING, gever="voogd",
            categorieen=[Categorie.WAARNEMING], partners=[regio.partner("riec").pk],
        )  # fmt: skip
    with pytest.raises(actions.NietToegestaan):
        deel(regio, zorgsignaal, "politie", Categorie.WAARNEMING, wie="regiocoordinator@haven")
    deel(regio, zorgsignaal, "riec", Categorie.WAARNEMING, wie="regiocoordinator@haven")
    client = regio.client("regiocoordinator@haven")
    client.post(f"/stukken/{zorgsignaal.pk}/toestemming/{toestemming.pk}/intrekken")
    assert ziet(regio, REGISSEUR) == []
    with pytest.raises(actions.NietToegestaan):
        deel(regio, zorgsignaal, "riec", Categorie.WAARNEMING, wie="regiocoordinator@haven")


@pytest.mark.rij("CNV-07")
def test_een_noodsituatie_vraagt_een_motivering_en_duurt_kort(regio: Regio, zorgsignaal: Stuk) -> None:
    haven = regio.actor("regiocoordinator@haven")
    nood = {"soort": "nood", "gever": "geen", "categorieen": ["bijzonder"]}
    client, pad = regio.client("regiocoordinator@haven"), f"/stukken/{zorgsignaal.pk}/toestemming"
    assert "waarom niet op toestemming gewacht" in client.post(pad, nood).content.decode()
    assert client.post(pad, nood | {"toelichting": "levensgevaar"}).status_code == 302
    v = deel(
        regio,
        zorgsignaal,
        "riec",
        Categorie.BIJZONDER,
        wie="regiocoordinator@haven",
        tot=klok.vandaag() + timedelta(days=90),
    )
    assert v.einde == klok.vandaag() + timedelta(days=14)
    with als(haven):
        assert [
            t.get_gever_display() for t in queries.toestemmingen_op(door=haven, stuk_id=zorgsignaal.pk)
        ] == ["Niemand (noodsituatie)"]


@pytest.mark.rij("CNV-07")
def test_in_vertrouwen_verteld_waarschuwt_voordat_de_politie_het_krijgt_of_vraagt(
    regio: Regio, zorgsignaal: Stuk
) -> None:
    haven = regio.actor("regiocoordinator@haven")
    with als(haven):
        actions.markeer_vertrouwen(door=haven, stuk=zorgsignaal, vertrouwen=True)
        mag = queries.mag_dit(
            door=haven, stuk=zorgsignaal, met=regio.partner("politie"), categorieen=[Categorie.WAARNEMING], doel="hulp",  # type: ignore[arg-type]
        )  # fmt: skip
        assert "in vertrouwen" in mag.waarschuwing
    deel(regio, zorgsignaal, "politie", Categorie.WAARNEMING, wie="regiocoordinator@haven")
    politie = regio.client("casusdeelnemer@politie")
    pad = f"/vrijgaveverzoeken/nieuw?stuk={zorgsignaal.pk}"
    assert "In vertrouwen verteld" in politie.get(pad).content.decode()
    vraag = {
        "id": str(uuid4()),
        "soort": "ander_doel",
        "doel": "opsporing",
        "vraag": "Mag dit in het onderzoek?",
        "voor": "",
    }
    assert politie.post(pad, vraag).status_code == 200
    assert politie.post(pad, vraag | {"gelezen": "on"}).status_code == 302
