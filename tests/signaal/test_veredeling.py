# SPDX-License-Identifier: EUPL-1.2
"""Who can know what, per form; and one form that asks several partners, each only its own part."""

import html
from typing import Any
from uuid import uuid4

import pytest

from schakel.convenant.actor import als
from schakel.partner.models import PartnerSoort
from schakel.signaal.actions import NieuwePlaats
from schakel.signaal.models import Informatieverzoek
from schakel.signaal.rules import veredeling
from schakel.signaal.rules.woorden import Vorm
from tests.regio import Regio
from tests.signaal.bouw import BALIE, INSPECTIE, POLITIE, gegeven, regime, signaal


def tekst(antwoord: Any) -> str:
    return html.unescape(antwoord.content.decode())


def vraag(regio: Regio, *codes: str, **velden: Any) -> dict[str, Any]:
    return {
        "id": str(uuid4()), "aan": [str(regio.partner(c).pk) for c in codes], "vraag": "Wat weten jullie van Kassenweg 12?",
        "doel": "opsporing", "grondslag": "WGS", "termijn": "10", **velden,
    }  # fmt: skip


@pytest.mark.parametrize("vorm", list(Vorm))
def test_elke_vorm_heeft_een_lijst_met_register_toezicht_politie_en_zorg(vorm: Vorm) -> None:
    codes = {b.code for b in veredeling.bronnen([vorm])}
    assert {"brp", "bag", "kvk", "politie", "belasting", "zorg"} <= codes
    assert all(set(b.soorten) <= set(PartnerSoort) for b in veredeling.BRONNEN)


def test_de_lijst_verschilt_per_vorm_en_laat_bij_onbekend_niets_weg() -> None:
    assert "toezicht" in {b.code for b in veredeling.bronnen(["arbeid"])}
    assert "toezicht" not in {b.code for b in veredeling.bronnen(["seksueel"])}
    assert "jeugd" not in {b.code for b in veredeling.bronnen(["arbeid"])}
    assert len(veredeling.bronnen([])) == len(veredeling.bronnen(["onbekend"])) == len(veredeling.BRONNEN)


@pytest.mark.rij("SIG-02")
def test_de_lijst_zegt_wie_wat_kan_weten_en_vraagt_drie_partners_in_een_keer(regio: Regio) -> None:
    s = signaal(regio, BALIE, gegeven("adres", straat="Kassenweg", huisnummer="12"), vormen=["arbeid"])
    client = regio.client(BALIE)
    lijst = tekst(client.get(f"/signalen/{s.pk}/veredeling"))
    assert "Politie Rijndal" in lijst
    assert "Arbeidsinspectie Rijndal" in lijst
    assert "Geen partner in deze regio." in lijst, "wie ontbreekt wordt ook gezegd"
    pagina = tekst(client.get(f"/signalen/{s.pk}/vraag?bron=politie&bron=toezicht&bron=onzin"))
    aangevinkt = [
        deel.split(">")[0] for deel in pagina.split("<input")[1:] if "checked" in deel.split(">")[0]
    ]
    assert sorted(p for p in ("politie", "nla", "riec") if any(str(regio.partner(p).pk) in a for a in aangevinkt)) == [
        "nla", "politie",
    ]  # fmt: skip

    velden = vraag(regio, "politie", "nla", "haven", bron=["politie", "toezicht"])
    for _ in range(2):
        assert client.post(f"/signalen/{s.pk}/vraag", velden).status_code == 302
    door = regio.actor(BALIE)
    with als(door):
        verzoeken = {v.aan.code: v for v in Informatieverzoek.objects.select_related("aan")}
        teksten = {c: v.teksten.get(soort="vraag").tekst for c, v in verzoeken.items()}
    assert set(verzoeken) == {"politie", "nla", "haven"}, "twee keer versturen vraagt een keer"
    assert "eerdere meldingen, controles of aangiften" in teksten["politie"]
    assert "boetes" not in teksten["politie"], "elke partner leest alleen zijn eigen deel"
    assert "boetes" in teksten["nla"]
    assert teksten["haven"] == "Wat weten jullie van Kassenweg 12?"
    assert "Wacht op antwoord" in tekst(client.get(f"/signalen/{s.pk}/veredeling"))
    gezien = tekst(regio.client(POLITIE).get("/informatieverzoeken"))
    assert "Gemeente Lindemeer" in gezien
    assert "Arbeidsinspectie" not in gezien, "een partner ziet niet wie er nog meer gevraagd is"


def test_bij_een_fout_gaat_geen_enkel_verzoek_uit_en_blijft_alles_staan(regio: Regio) -> None:
    s = signaal(regio, BALIE, gegeven("tekst", tekst="Iets"))
    client = regio.client(BALIE)
    for fout, zegt in (
        ({"termijn": "99"}, "Kies een termijn van 1 tot 60 werkdagen."),
        ({"aan": []}, "Kies minstens één partner"),
    ):
        antwoord = client.post(
            f"/signalen/{s.pk}/vraag", vraag(regio, "politie", "nla", bron=["politie"]) | fout
        )
        assert antwoord.status_code == 422
        assert zegt in tekst(antwoord)
        assert "Wat weten jullie van Kassenweg 12?" in tekst(antwoord)
        assert 'name="bron" value="politie"' in tekst(antwoord)
    with als(regio.actor(BALIE)):
        assert not Informatieverzoek.objects.exists()


def test_een_raakvlak_hoort_alleen_bij_het_verzoek_aan_zijn_eigen_partner(regio: Regio) -> None:
    regime(regio)
    s = signaal(regio, BALIE, gegeven("telefoon", telefoon="06 0047 1129"))
    signaal(regio, INSPECTIE, gegeven("telefoon", telefoon="0600471129"))
    client = regio.client(BALIE)
    raakvlak = tekst(client.get(f"/signalen/{s.pk}")).split("?raakvlak=")[1][:36]
    velden = vraag(regio, "nla", "politie", raakvlak=raakvlak)
    assert client.post(f"/signalen/{s.pk}/vraag", velden).status_code == 302
    with als(regio.actor(BALIE)):
        per_partner = {v.aan.code: v.raakvlak_id for v in Informatieverzoek.objects.select_related("aan")}
    assert str(per_partner["nla"]) == raakvlak
    assert per_partner["politie"] is None


def test_de_tegelkaart_toont_elke_gemeente_met_haar_aantal_en_leidt_naar_haar_signalen(regio: Regio) -> None:
    lindemeer, veenburg = (regio.gemeenten[n] for n in ("lindemeer", "veenburg"))
    for soorten in (("werving", "uitbuiting"), ("verblijf",)):
        plaatsen = [NieuwePlaats(soort, lindemeer.pk) for soort in soorten]
        signaal(regio, BALIE, gegeven("tekst", tekst="Iets"), plaatsen=plaatsen)
    signaal(
        regio, INSPECTIE, gegeven("tekst", tekst="Van ons"), plaatsen=[NieuwePlaats("verblijf", veenburg.pk)]
    )
    pagina = tekst(regio.client(BALIE).get("/signalen/per-gemeente"))
    tegels = pagina.split('class="tegels"')[1].split("</ul>")[0]
    assert f'tegel--4" href="/signalen?gemeente={lindemeer.pk}"' in tegels
    assert "<strong>2</strong>" in tegels, "een signaal telt in een gemeente één keer"
    assert f'tegel--0" href="/signalen?gemeente={veenburg.pk}"' in tegels, "wat niet gedeeld is telt niet mee"
