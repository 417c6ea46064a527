# SPDX-License-Identifier: EUPL-1.2
"""What people really type: nothing is lost, nothing breaks, and it still finds its like."""

import html
from typing import Any
from uuid import uuid4

import pytest

from schakel.convenant.actor import als
from schakel.convenant.models import Gegeven
from schakel.signaal.models import Raakvlak
from tests.regio import Regio
from tests.signaal.bouw import BALIE, gegeven, signaal

ARABISCH = "رأيت ثلاث نساء ينمن خلف الصالون. الرجل يأخذ المال."


def voeg_toe(regio: Regio, pk: Any, soort: str, **velden: str) -> Any:
    basis = {"id": str(uuid4()), "zekerheid": "eigen_waarneming", "handeling": "keten"}
    return regio.client(BALIE).post(f"/signalen/{pk}/gegevens/{soort}", basis | velden)


@pytest.mark.parametrize(
    ("soort", "velden"),
    [
        ("telefoon", {"telefoon": "06-BEL-MARek (of 06 0047 11?9)"}),
        ("telefoon", {"telefoon": "٠٦٠٠٤٧١١٢٩"}),
        ("persoon", {"voornaam": "Mareike", "geboortedatum": "±1998"}),
        ("persoon", {"omschrijving": "rond de 30, litteken", "geboortedatum": "ergens in de jaren '90"}),
        ("persoon", {"voornaam": "محمد", "achternaam": "العلي"}),
        ("persoon", {"voornaam": "Zoë-Ångström", "achternaam": "d'Àççêñt 👩‍🌾"}),
        ("adres", {"straat": "Bestaatnietlaan", "huisnummer": "999999 bis rood", "postcode": "0000 AA", "plaats": "Nergensdam"}),
        ("adres", {"omschrijving": "het derde busje achter de benzinepomp"}),
        ("voertuig", {"kenteken": "?X-12.-Q"}),
        ("rekening", {"iban": "NL00 KLOPT NIET 12"}),
        ("account", {"account": "@kas_baas🌱", "platform": "iets met een spookje"}),
        ("advertentie", {"url": "javascript:alert(1)", "advertentie": "<script>alert(1)</script>\u202egnorw"}),
        ("document", {"document": "Paspoort?", "nummer": "' OR 1=1 --"}),
        ("tekst", {"tekst": ARABISCH}),
    ],
)  # fmt: skip
def test_wat_iemand_typt_blijft_precies_zo_staan(regio: Regio, soort: str, velden: dict[str, str]) -> None:
    s = signaal(regio, BALIE, gegeven("tekst", tekst="Begin"))
    assert voeg_toe(regio, s.pk, soort, **velden).status_code == 302
    with als(regio.actor(BALIE)):
        inhoud = [g.inhoud for g in Gegeven.objects.filter(stuk_id=s.pk, soort=soort)]
    assert velden in inhoud
    pagina = regio.client(BALIE).get(f"/signalen/{s.pk}").content.decode()
    assert all(waarde in html.unescape(pagina) for waarde in velden.values())
    assert "<script>alert" not in pagina
    assert 'href="javascript' not in pagina
    assert regio.client(BALIE).get(f"/signalen/{s.pk}/netwerk").status_code == 200


def test_een_nummer_met_letters_erbij_en_een_onzekere_datum_vinden_hun_gelijke(regio: Regio) -> None:
    oud = signaal(
        regio, BALIE, gegeven("telefoon", telefoon="+31 6 0047 1129"), gegeven("tekst", tekst="Oud")
    )
    nieuw = signaal(regio, BALIE, gegeven("tekst", tekst="Nieuw"))
    assert voeg_toe(regio, nieuw.pk, "telefoon", telefoon="tel. 06-0047 1129 (Marek)").status_code == 302
    with als(regio.actor(BALIE)):
        assert Raakvlak.objects.filter(stuk_id=nieuw.pk, ander_stuk_id=oud.pk).exists()


@pytest.mark.parametrize(
    "tekens",
    ["\x00", "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"), "\u200b", "🌵" * 50],
)
def test_onzichtbare_en_kapotte_tekens_geven_geen_fout(regio: Regio, tekens: str) -> None:
    s = signaal(regio, BALIE, gegeven("tekst", tekst="Begin"))
    antwoord = voeg_toe(regio, s.pk, "tekst", tekst=f"Ik zag {tekens} iets")
    assert antwoord.status_code in (302, 422)
    if antwoord.status_code == 422:
        assert "iets" in antwoord.content.decode()


def test_een_veel_te_lange_tekst_wordt_geweigerd_en_blijft_staan(regio: Regio) -> None:
    s = signaal(regio, BALIE, gegeven("tekst", tekst="Begin"))
    lang = "Elke avond om tien uur. " * 1000
    antwoord = voeg_toe(regio, s.pk, "tekst", tekst=lang)
    assert antwoord.status_code == 422
    assert html.unescape(antwoord.content.decode()).count("Elke avond om tien uur.") >= 1000
