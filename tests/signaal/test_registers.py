# SPDX-License-Identifier: EUPL-1.2
"""Looking something up: off until a gateway is configured, in the account, under an agreed purpose, nothing kept."""

import html
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.convenant.actor import als
from schakel.convenant.models import Gegeven, GegevenBron
from schakel.logboek.models import Toegang
from schakel.signaal import registers
from schakel.signaal.models import Signaal
from schakel.signaal.registers import antwoord as vormen
from schakel.signaal.registers import brp, lijn
from schakel.signaal.registers.instellingen import lees
from tests.regio import Regio
from tests.signaal import basisregisters as b
from tests.signaal.bouw import BALIE, INSPECTIE, gegeven, signaal

TOML = """\
[[register]]
soort = "brp"
partner = "lindemeer"
url = "{brp}/haalcentraal/api/brp"
seconden = 3
[register.koppen]
x-api-key = "sleutel"
x-doelbinding = "{{doelbinding}}"
x-verwerking = "{{verwerking}}"
x-gebruiker = "{{gebruiker}}"
[register.doelen.toezicht]
doelbinding = "BRP-TOEZ-01"
verwerking = "Aanpak mensenhandel ({{kenmerk}})"

[[register]]
soort = "bag"
partner = "*"
url = "{bag}/lvbag/individuelebevragingen/v2"
koppen = {{ X-Api-Key = "sleutel" }}
doelen = {{ toezicht = {{}}, preventie = {{}} }}

[[register]]
soort = "kvk"
partner = "*"
url = "{kvk}/api"
koppen = {{ apikey = "sleutel" }}
doelen = {{ toezicht = {{}} }}
"""
GRONDEN = {"doel": "toezicht", "grondslag": "Gemeentewet 125"}


def schrijf(pad: Path, tekst: str) -> Path:
    pad.write_text(tekst)
    pad.chmod(0o600)
    return pad


@pytest.fixture
def loketten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, b.Register]]:
    """The three registers, and a file of gateways that leads to them."""
    with ExitStack() as stapel:
        loket = {n: stapel.enter_context(b.draaiend(getattr(b, n))) for n in ("brp", "bag", "kvk")}
        pad = schrijf(tmp_path / "registers.toml", TOML.format(**{n: r.adres for n, r in loket.items()}))
        monkeypatch.setenv("SCHAKEL_REGISTERS", str(pad))
        registers.poorten.cache_clear()
        yield loket
    registers.poorten.cache_clear()


@pytest.fixture
def eigen(regio: Regio) -> Signaal:
    persoon = gegeven("persoon", voornaam="Mareike", achternaam="Waddenoyen", geboortedatum="1998-03-07")
    adres = gegeven("adres", straat="Kassenweg", huisnummer="12", plaats="Lindemeer")
    return signaal(regio, BALIE, persoon, adres, gegeven("bedrijf", bedrijf="Rijnglas"), vormen=["arbeid"])


def zoek(regio: Regio, s: Signaal, soort: str, wie: str = BALIE, **velden: str) -> Any:
    return regio.client(wie).post(f"/signalen/{s.pk}/register/{soort}", GRONDEN | velden)


def tekst(antwoord: Any) -> str:
    return html.unescape(antwoord.content.decode())


def regels(regio: Regio) -> list[Toegang]:
    with als(regio.actor("privacyfunctionaris@lindemeer")):
        return list(Toegang.objects.filter(handeling="bevragen").order_by("volgnr"))


def neem_over(
    regio: Regio, s: Signaal, soort: str, pagina: str, wie: str = BALIE, nr: int = 0, rol: str = ""
) -> Any:
    zegels = re.findall(r'name="zegel" value="([^"]+)"', pagina)
    velden = {"zegel": zegels[nr], "prefix": f"t{nr}", f"t{nr}-rol": rol}
    return regio.client(wie).post(f"/signalen/{s.pk}/register/{soort}/over", velden)


def test_zonder_instelling_bestaat_geen_enkel_register(regio: Regio, eigen: Signaal) -> None:
    assert registers.poorten() == ()
    for soort in registers.NAMEN:
        assert regio.client(BALIE).get(f"/signalen/{eigen.pk}/register/{soort}").status_code == 404
    assert "Zelf opzoeken" not in tekst(regio.client(BALIE).get(f"/signalen/{eigen.pk}/veredeling"))


@pytest.mark.rij("SIG-02")
def test_een_naam_met_geboortedatum_wordt_gevonden_en_met_het_nummer_het_adres(
    regio: Regio, eigen: Signaal, loketten: dict[str, b.Register]
) -> None:
    lijst = regio.client(BALIE).get(f"/signalen/{eigen.pk}/veredeling")
    link = re.search(rf"/signalen/{eigen.pk}/register/brp\?gegeven=([\w-]+)", tekst(lijst))
    assert link
    begin = tekst(regio.client(BALIE).get(link.group()))
    assert 'value="Waddenoyen"' in begin
    assert 'value="1998-03-07"' in begin
    wie = {"achternaam": "Waddenoyen", "geboortedatum": "1998-03-07", "gegeven": link.group(1)}
    gevonden = tekst(zoek(regio, eigen, "brp", **wie))
    assert "Mareike van den Waddenoyen" in gevonden
    assert "Kassenweg 12" in gevonden
    assert "De bijhouding is opgeschort: emigratie" in gevonden
    pagina = tekst(zoek(regio, eigen, "brp", bsn=b.BSN))
    assert "Kassenweg 12 A 9901KW Lindemeer" in pagina
    assert "2025-04" in pagina
    assert "in onderzoek" in pagina

    vraag, koppen, lijf = loketten["brp"].gevraagd[0]
    assert vraag == "POST /haalcentraal/api/brp/personen"
    assert lijf["type"] == "ZoekMetGeslachtsnaamEnGeboortedatum"
    assert koppen["x-verwerking"] == f"Aanpak mensenhandel ({eigen.kenmerk})"
    assert koppen["x-gebruiker"] == str(regio.actor(BALIE).gebruiker_id)
    assert not [v for _, _, w in loketten["brp"].gevraagd for v in w["fields"] if "nationaliteit" in v]
    met_persoon, _ = regels(regio)
    assert (met_persoon.soort, met_persoon.doel, met_persoon.stuk_id) == (
        "register-brp",
        "toezicht",
        eigen.pk,
    )
    assert met_persoon.betrokkene, "de regel hoort bij de persoon naar wie gezocht is"

    assert neem_over(regio, eigen, "brp", pagina, rol="mogelijk-slachtoffer").status_code == 302
    assert neem_over(regio, eigen, "brp", pagina, rol="mogelijk-slachtoffer").status_code == 302
    with als(regio.actor(BALIE)):
        personen = [g for g in Gegeven.objects.filter(stuk_id=eigen.pk, soort="persoon") if "bsn" in g.inhoud]
        assert [g.inhoud["bsn"] for g in personen] == [b.BSN], "twee keer overnemen is een keer"
        assert (personen[0].zekerheid, personen[0].categorie) == ("systeem", "persoon-mogelijk-slachtoffer")
        assert str(GegevenBron.objects.get(gegeven=personen[0]).inhoud) == "BRP"
        assert Gegeven.objects.filter(stuk_id=eigen.pk, soort="persoon").count() == 2, (
            "wat er stond blijft staan"
        )


def test_geheimhouding_wordt_getoond_en_bij_overnemen_gehouden(
    regio: Regio, eigen: Signaal, loketten: dict[str, b.Register]
) -> None:
    pagina = tekst(zoek(regio, eigen, "brp", bsn=b.GEHEIM))
    assert "Geheimhouding: geef dit aan niemand buiten je organisatie." in pagina
    neem_over(regio, eigen, "brp", pagina)
    with als(regio.actor(BALIE)):
        adres = next(
            g
            for g in Gegeven.objects.filter(stuk_id=eigen.pk, soort="adres")
            if g.inhoud["straat"] == "Geheimestraat"
        )
        assert (adres.handeling, adres.inhoud["geheim"]) == ("eigen", "ja")
        persoon = next(
            g for g in Gegeven.objects.filter(stuk_id=eigen.pk, soort="persoon") if "bsn" in g.inhoud
        )
        assert (persoon.handeling, persoon.inhoud["geboortedatum"]) == ("eigen", "2001")


def test_een_adres_en_een_bedrijf_worden_gevonden_en_overgenomen_met_hun_nummer(
    regio: Regio, eigen: Signaal, loketten: dict[str, b.Register]
) -> None:
    pagina = tekst(zoek(regio, eigen, "bag", straat="Kassenweg", huisnummer="12", plaats="Lindemeer"))
    assert "industriefunctie" in pagina
    assert "64 m²" in pagina
    neem_over(regio, eigen, "bag", pagina)
    lijst = tekst(zoek(regio, eigen, "kvk", bedrijf="Rijnglas"))
    assert "Rijnglas Kassenbouw B.V." in lijst
    profiel = tekst(zoek(regio, eigen, "kvk", kvk="99990012"))
    assert "Uitlenen van personeel" in profiel
    assert "Besloten Vennootschap" in profiel
    assert "2019-04-01" in profiel
    neem_over(regio, eigen, "kvk", profiel)
    with als(regio.actor(BALIE)):
        inhoud = [g.inhoud for g in Gegeven.objects.filter(stuk_id=eigen.pk)]
    assert any(i.get("bag") == "9901200000000012" for i in inhoud)
    assert any(i.get("kvk") == "99990012" and i.get("bedrijf") for i in inhoud)
    een = tekst(zoek(regio, eigen, "bag", nummeraanduiding="9901200000000012"))
    assert "industriefunctie" in een


@pytest.mark.parametrize(
    ("soort", "velden"),
    [
        ("brp", {"achternaam": "Niemand", "geboortedatum": "1990-01-01"}),
        ("bag", {"postcode": "9999 zz", "huisnummer": "99"}),
        ("bag", {"nummeraanduiding": "0000000000000000"}),
        ("kvk", {"bedrijf": "Bestaat Niet"}),
        ("kvk", {"kvk": "00000000"}),
    ],
)
def test_niets_gevonden_zegt_dat_het_niets_bewijst(
    regio: Regio, eigen: Signaal, loketten: dict[str, b.Register], soort: str, velden: dict[str, str]
) -> None:
    antwoord = zoek(regio, eigen, soort, **velden)
    assert antwoord.status_code == 200
    assert "Dat bewijst niets" in tekst(antwoord)


@pytest.mark.parametrize(
    ("soort", "velden", "zegt"),
    [
        ("brp", {"achternaam": "Waddenoyen"}, "Vul een van die combinaties helemaal in"),
        (
            "brp",
            {"achternaam": "Waddenoyen", "geboortedatum": "±1998"},
            "heeft niet de vorm die de BRP vraagt",
        ),
        ("brp", {"bsn": "12"}, "heeft niet de vorm"),
        ("brp", {"bsn": b.BSN, "doel": "hulp"}, "Selecteer een geldige keuze"),
        ("brp", {"bsn": b.BSN, "grondslag": ""}, "Dit veld is verplicht"),
        ("bag", {"postcode": "9901KW", "huisnummer": "twaalf"}, "Schrijf het huisnummer in cijfers"),
        ("bag", {"huisnummer": "12"}, "De BAG zoekt op postcode met huisnummer"),
        ("kvk", {"kvk": "12"}, "Een KvK-nummer heeft acht cijfers"),
        ("kvk", {"plaats": "Lindemeer"}, "De KvK zoekt op nummer, op naam"),
    ],
)
def test_een_vraag_die_niet_kan_gaat_de_deur_niet_uit_en_zegt_wat_te_doen(
    regio: Regio,
    eigen: Signaal,
    loketten: dict[str, b.Register],
    soort: str,
    velden: dict[str, str],
    zegt: str,
) -> None:
    antwoord = zoek(regio, eigen, soort, **velden)
    assert antwoord.status_code == 422
    assert zegt in tekst(antwoord)
    assert all(waarde in tekst(antwoord) for naam, waarde in velden.items() if naam != "doel"), (
        "wat getypt is blijft"
    )
    assert loketten[soort].gevraagd == []
    assert regels(regio) == []


@pytest.mark.parametrize(
    ("in_plaats", "zegt", "log"),
    [
        ((403, {}), "laat deze vraag niet toe", "geweigerd"),
        ((429, {}), "te druk", "druk"),
        ((500, {"detail": "stuk"}), "geeft een fout (500)", "fout"),
        ((302, {}), "geeft een fout (302)", "fout"),
        (b.problem(400, "Teveel zoekresultaten."), "Teveel zoekresultaten.", "afgekeurd"),
        (b"<html>geen json", "geeft een fout (200)", "fout"),
        (b"[1, 2]", "geeft een fout (200)", "fout"),
        (b"[" * 5000, "geeft een fout (200)", "fout"),
        (b" " * (lijn.HOOGSTENS + 1), "Het antwoord is te groot", "te-groot"),
    ],
)
def test_een_register_dat_weigert_of_onzin_zegt_geeft_een_zin_en_een_regel(
    regio: Regio, eigen: Signaal, loketten: dict[str, b.Register], in_plaats: Any, zegt: str, log: str
) -> None:
    loketten["brp"].in_plaats = in_plaats
    antwoord = zoek(regio, eigen, "brp", bsn=b.BSN)
    assert antwoord.status_code == 422
    assert zegt in tekst(antwoord)
    assert f'value="{b.BSN}"' in tekst(antwoord)
    assert [r.resultaat for r in regels(regio)] == [log]


def test_een_register_dat_zwijgt_houdt_niemand_op(
    regio: Regio,
    eigen: Signaal,
    loketten: dict[str, b.Register],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dicht = TOML.format(brp="http://127.0.0.1:9", bag="http://127.0.0.1:9", kvk="http://127.0.0.1:9")
    monkeypatch.setenv("SCHAKEL_REGISTERS", str(schrijf(tmp_path / "dicht.toml", dicht)))
    registers.poorten.cache_clear()
    assert "Het register antwoordt niet" in tekst(zoek(regio, eigen, "kvk", kvk="99990012"))


def test_wie_geen_poort_heeft_en_wie_het_signaal_niet_heeft_vinden_niets(
    regio: Regio, eigen: Signaal, loketten: dict[str, b.Register]
) -> None:
    ander = signaal(regio, INSPECTIE, gegeven("tekst", tekst="Iets"))
    assert zoek(regio, ander, "brp", wie=INSPECTIE, bsn=b.BSN).status_code == 404, "de BRP is van de gemeente"
    assert zoek(regio, ander, "bag", wie=INSPECTIE, postcode="9901KW", huisnummer="12").status_code == 200
    assert zoek(regio, eigen, "bag", wie=INSPECTIE, postcode="9901KW", huisnummer="12").status_code == 404
    assert regio.client(INSPECTIE).get(f"/signalen/{eigen.pk}/veredeling").status_code == 404
    assert loketten["brp"].gevraagd == []


def test_een_antwoord_is_niet_te_vervalsen_en_niet_in_een_ander_signaal_over_te_nemen(
    regio: Regio, eigen: Signaal, loketten: dict[str, b.Register]
) -> None:
    pagina = tekst(zoek(regio, eigen, "bag", postcode="9901KW", huisnummer="12"))
    tweede = signaal(regio, BALIE, gegeven("tekst", tekst="Iets anders"))
    vervalst = re.sub(r'(name="zegel" value="[^"]{20})', r"\1x", pagina)
    for s, bron in ((tweede, pagina), (eigen, vervalst)):
        assert neem_over(regio, s, "bag", bron)["Location"].endswith("/register/bag")
    with als(regio.actor(BALIE)):
        assert not [g for g in Gegeven.objects.filter(soort="adres") if "bag" in g.inhoud]


def poort(soort: str, url: str = "https://r.invalid", **meer: str) -> str:
    """One gateway as text."""
    regels_ = {"partner": '"*"', "doelen": "{ toezicht = {} }"} | meer
    rest = "".join(f"{naam} = {waarde}\n" for naam, waarde in regels_.items())
    return f'[[register]]\nsoort = "{soort}"\nurl = "{url}"\n{rest}'


@pytest.mark.parametrize(
    ("inhoud", "zegt"),
    [
        ("[[register", "geen TOML"),
        (poort("brp"), "noem haar code"),
        (poort("bag", "http://r.invalid"), "gebruik https"),
        (poort("bag", "https://a:b@r.invalid"), "alleen het adres"),
        (poort("bag", doelen="{}"), "doelen"),
        (poort("kvk", koppen='{ apikey = "{sleutel}" }'), "niet ingevuld"),
        (poort("duo"), "soort"),
        (poort("bag", geheimpje="1"), "geheimpje"),
    ],
)
def test_een_instelling_die_niet_klopt_wordt_bij_het_starten_geweigerd(
    tmp_path: Path, inhoud: str, zegt: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(zegt)):
        lees(schrijf(tmp_path / "r.toml", inhoud))


def test_een_bestand_met_sleutels_dat_anderen_kunnen_lezen_wordt_geweigerd(tmp_path: Path) -> None:
    pad = schrijf(tmp_path / "r.toml", "")
    assert lees(pad) == ()
    pad.chmod(0o644)
    with pytest.raises(ValueError, match="0600"):
        lees(pad)


ROMMEL: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    10**30,
    1.5,
    "",
    "x" * 300,
    "\x00",
    [],
    {},
    [[]],
    [None],
    {"type": []},
)
HEEL: dict[str, Any] = {
    "brp": {"personen": list(b.PERSONEN.values())},
    "bag": {"_embedded": {"adressen": [b.ADRES]}},
    "kvk": {"resultaten": [b.BEDRIJF], **b.PROFIEL},
}


def verminkt(deel: Any, toeval: Random) -> Any:
    """The same with some parts replaced by what should not be there, or left out."""
    if toeval.random() < 0.12:
        return toeval.choice(ROMMEL)
    if isinstance(deel, dict):
        return {k: verminkt(w, toeval) for k, w in deel.items() if toeval.random() > 0.05}
    return [verminkt(w, toeval) for w in deel] if isinstance(deel, list) else deel


@pytest.mark.parametrize("soort", sorted(registers.BEVRAAG))
def test_geen_verminkt_antwoord_brengt_het_lezen_ten_val(soort: str, monkeypatch: pytest.MonkeyPatch) -> None:
    deze = registers.Poort(soort=soort, partner="x", url="https://x.invalid", doelen={"toezicht": {}})
    vragen = {"brp": [{"bsn": b.BSN}], "bag": [{"postcode": "9901KW", "huisnummer": "12"}]}
    vragen["kvk"] = [{"kvk": "99990012"}, {"bedrijf": "Rijnglas"}]
    toeval, gelezen = Random(11), 0
    for nummer in range(1000):
        kapot = verminkt(HEEL[soort], toeval)
        monkeypatch.setattr(getattr(registers, soort), "vraag", lambda *_a, _kapot=kapot, **_k: _kapot)
        for criteria in vragen[soort]:
            for t in registers.BEVRAAG[soort](deze, criteria, {}) if isinstance(kapot, dict) else ():
                gelezen += 1
                assert isinstance(t, vormen.Treffer), nummer
                assert all(isinstance(w, str) for _, w in t.regels), nummer
                assert all(isinstance(w, str) for _, inhoud in t.gegevens for w in inhoud.values()), nummer
    assert gelezen > 500


@given(st.dictionaries(st.sampled_from(sorted(brp.VELDEN)), st.text(min_size=1, max_size=12), max_size=6))
def test_elke_vraag_die_naar_de_brp_gaat_heeft_de_gepubliceerde_vorm(zoek_: dict[str, str]) -> None:
    try:
        lijf = brp.lichaam(zoek_)
    except ValueError:
        return
    assert set(b.BRP_VRAGEN[lijf["type"]][0]) <= set(lijf)
    assert 1 <= len(lijf["fields"]) <= 130
