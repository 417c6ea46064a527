# SPDX-License-Identifier: EUPL-1.2
"""A kept search: tells its owner what comes under it, and nobody that it exists."""

import html
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from schakel.convenant.actions import deel
from schakel.convenant.actor import als
from schakel.convenant.rules import Categorie, Doel
from schakel.kern import klok
from schakel.logboek.models import Toegang
from schakel.signaal.actions import ruim_op, verwijder_zoekvraag
from schakel.signaal.models import Zoekvraag
from tests.regio import Regio
from tests.signaal.bouw import BALIE, INSPECTIE, VEENBURG, gegeven, signaal

NAAM = "Alles over de Kassenweg"


def tekst(antwoord: Any) -> str:
    return html.unescape(antwoord.content.decode())


def bewaar(regio: Regio, wie: str = BALIE, **velden: str) -> Any:
    inhoud = {"id": str(uuid4()), "naam": NAAM, "doel": "toezicht", **velden}
    return regio.client(wie).post("/signalen/zoekvragen", inhoud)


def werk(regio: Regio, wie: str = BALIE) -> str:
    return tekst(regio.client(wie).get("/"))


@pytest.mark.rij("SIG-01")
def test_wie_een_zoekvraag_bewaart_hoort_wat_erbij_komt_en_na_kijken_niets_meer(regio: Regio) -> None:
    signaal(regio, BALIE, gegeven("tekst", tekst="Licht aan de Kassenweg"), vormen=["arbeid"])
    gezocht = regio.client(BALIE).post("/signalen/zoek", {"woorden": "kassenweg", "doel": "toezicht"})
    assert "Bewaar deze zoekvraag" in tekst(gezocht)
    adres = bewaar(regio, woorden="kassenweg")["Location"]
    assert NAAM not in werk(regio), "wat er al was is gezien"
    assert NAAM in tekst(regio.client(BALIE).get("/signalen"))

    signaal(regio, BALIE, gegeven("tekst", tekst="Iets heel anders"))
    assert NAAM not in werk(regio)
    nieuw = signaal(regio, BALIE, gegeven("tekst", tekst="Weer een bus op de Kassenweg"))
    assert f"1 nieuw signaal bij: {NAAM}" in werk(regio)
    pagina = tekst(regio.client(BALIE).get(adres))
    assert "1 signaal is nieuw" in pagina
    assert pagina.index(nieuw.kenmerk) < pagina.index("Zoekvraag weghalen")
    assert NAAM not in werk(regio)
    with als(regio.actor("privacyfunctionaris@lindemeer")):
        gelogd = Toegang.objects.filter(handeling="zoeken", soort="signaal", doel="toezicht").count()
    assert gelogd >= 6, "ook wat de machine voor je zoekt staat in het logboek"


def test_wat_later_wordt_gedeeld_is_ook_nieuws_en_wat_niet_mag_niet(regio: Regio) -> None:
    bewaar(regio, BALIE, woorden="kassenweg")
    van_nla = signaal(regio, INSPECTIE, gegeven("tekst", tekst="Controle op de Kassenweg"), vormen=["arbeid"])
    assert NAAM not in werk(regio), "wat niet gedeeld is bestaat niet"
    door = regio.actor(INSPECTIE)
    with als(door):
        deel(
            door=door, stuk=van_nla.stuk, met=regio.partner("lindemeer"), categorieen=[Categorie.WAARNEMING],
            doel=Doel.PREVENTIE, tot=klok.vandaag() + timedelta(days=9),
        )  # fmt: skip
    assert f"1 nieuw signaal bij: {NAAM}" in werk(regio)


def test_een_filter_zonder_woorden_is_ook_te_bewaren_en_een_lege_niet(regio: Regio) -> None:
    lijst = tekst(regio.client(BALIE).get("/signalen?vorm=arbeid"))
    assert "Bewaar deze zoekvraag" in lijst
    assert "Bewaar deze zoekvraag" not in tekst(regio.client(BALIE).get("/signalen"))
    bewaar(regio, vorm="arbeid")
    signaal(regio, BALIE, gegeven("tekst", tekst="Een kas"), vormen=["arbeid"])
    signaal(regio, BALIE, gegeven("tekst", tekst="Een winkel"), vormen=["crimineel"])
    assert f"1 nieuw signaal bij: {NAAM}" in werk(regio)
    leeg = bewaar(regio)
    assert leeg.status_code == 422
    assert "Kies eerst waarop je zoekt" in tekst(leeg)
    assert NAAM in tekst(leeg), "wat getypt is blijft staan"


def test_een_zoekvraag_is_van_een_persoon_in_een_functie_en_verder_bestaat_zij_niet(regio: Regio) -> None:
    adres = bewaar(regio, woorden="Wolniewsky")["Location"]
    for ander in ("privacyfunctionaris@lindemeer", VEENBURG, "ketenregisseur@riec"):
        assert regio.client(ander).get(adres).status_code == 404
        assert regio.client(ander).post(adres).status_code == 404
        with als(regio.actor(ander)):
            assert not Zoekvraag.objects.exists()
    with als(regio.actor(BALIE)):
        vraag = Zoekvraag.objects.get()
        with pytest.raises(PermissionError):
            verwijder_zoekvraag(door=regio.actor(VEENBURG), vraag=vraag)
    assert bewaar(regio, "stuurgroeplid@riec", woorden="x").status_code == 404


def test_weghalen_tien_is_genoeg_en_na_een_half_jaar_houdt_het_vanzelf_op(regio: Regio) -> None:
    id_ = str(uuid4())
    for _ in range(2):
        assert bewaar(regio, id=id_, woorden="kassenweg").status_code == 302
    with als(regio.actor(BALIE)):
        assert Zoekvraag.objects.count() == 1, "twee keer versturen bewaart een keer"
    for nr in range(9):
        assert bewaar(regio, woorden=f"straat {nr}").status_code == 302
    vol = bewaar(regio, woorden="nog een")
    assert vol.status_code == 422
    assert "Haal er eerst een weg" in tekst(vol)
    with als(regio.actor(BALIE)):
        een = Zoekvraag.objects.first()
        assert een
    assert regio.client(BALIE).post(f"/signalen/zoekvragen/{een.pk}").status_code == 302
    assert regio.client(BALIE).get(f"/signalen/zoekvragen/{een.pk}").status_code == 404
    with klok.zet(klok.vandaag() + timedelta(days=170)):
        blijft = bewaar(regio, woorden="later")["Location"]
    with klok.zet(klok.vandaag() + timedelta(days=181)):
        ruim_op()
        assert regio.client(BALIE).get(blijft).status_code == 200
        with als(regio.actor(BALIE)):
            assert Zoekvraag.objects.count() == 1


@pytest.mark.rij("MEL-06")
def test_een_signaal_dat_te_lang_stil_ligt_staat_bovenaan_en_een_stap_haalt_het_weg(regio: Regio) -> None:
    oud = signaal(regio, BALIE, gegeven("tekst", tekst="Oud"))
    assert "ligt stil" not in werk(regio)
    with klok.zet(klok.vandaag() + timedelta(days=10)):
        jonger = signaal(regio, BALIE, gegeven("tekst", tekst="Jonger"))
        assert "laatste stap 10 dagen geleden" in tekst(regio.client(BALIE).get("/signalen"))
    with klok.zet(klok.vandaag() + timedelta(days=29)):
        assert "1 signaal ligt stil" in werk(regio)
        lijst = tekst(regio.client(BALIE).get("/signalen?stil=on"))
        assert oud.kenmerk in lijst
        assert jonger.kenmerk not in lijst
        assert "29 dagen stil" in lijst
        assert "ligt stil" not in werk(regio, INSPECTIE), "wat een ander laat liggen is niet ons werk"
        stap = {"versie": oud.versie, "reden": "Vanaf nu", "sluitreden": "geen_capaciteit"}
        assert regio.client(BALIE).post(f"/signalen/{oud.pk}/stap/afgesloten", stap).status_code == 302
        assert "ligt stil" not in werk(regio)
    with klok.zet(klok.vandaag() + timedelta(days=60)):
        lijst = tekst(regio.client(BALIE).get("/signalen?stil=on"))
        assert jonger.kenmerk in lijst
        assert oud.kenmerk not in lijst, "afgesloten ligt niet stil"
