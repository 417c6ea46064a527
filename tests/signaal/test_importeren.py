# SPDX-License-Identifier: EUPL-1.2
"""Files from elsewhere: good rows go in, bad rows are told, and nothing goes in twice."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from schakel.convenant.actor import als
from schakel.convenant.models import Gegeven
from schakel.melding.models import Melding
from schakel.signaal.importeren import BestandFout, Verslag, importeer, opslaan
from schakel.signaal.importeren.omzetten import zet_om
from schakel.signaal.models import Raakvlak, Signaal
from tests.regio import Regio
from tests.signaal.bouw import BALIE

CSV = """\
kenmerk_bron,waargenomen,gemeente,vorm,omschrijving,voornaam,achternaam,rol,geboortedatum,telefoon,straat,huisnummer
A1,2026-03-04,Lindemeer,arbeid,Op één adres,Mareck,Nowak,verdachte,±1984,06 0047 1129;+32 470 00,Kassenweg,12
A1,,,,,Andrei,Lupescu,mogelijk-slachtoffer,17-05-2003,,,
B2,31-02-2026,Lindemeer,arbeid,Verkeerde datum,,,,,,,
C3,45321,Antwerpen,onzin,Verkeerde vorm,,,,,,,
D4,04-03-2026,Elders,seksueel,"Emoji 🌵, en een komma",,,,,,,
"""


def _lees(regio: Regio, pad: Path, **kwargs: Any) -> Verslag:
    return importeer(door=regio.actor(BALIE), bestand=pad, **kwargs)


def _schrijf(pad: Path, tekst: str, codering: str = "utf-8") -> Path:
    pad.write_bytes(tekst.encode(codering))
    return pad


def _stand(regio: Regio) -> tuple[int, int]:
    with als(regio.actor(BALIE)):
        return Signaal.objects.count(), Gegeven.objects.count()


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_goede_rijen_gaan_erin_en_slechte_worden_gemeld(regio: Regio, tmp_path: Path, codering: str) -> None:
    tekst = CSV if codering != "cp1252" else CSV.replace("🌵", "é")
    pad = _schrijf(tmp_path / "in.csv", tekst, codering)
    proef = _lees(regio, pad, proef=True)
    assert _stand(regio) == (0, 0)
    verslag = _lees(regio, pad)
    assert (verslag.signalen, verslag.regels) == (proef.signalen, proef.regels) == (2, 5)
    assert [(f.regel, f.kolom) for f in verslag.fouten] == [(4, "waargenomen"), (5, "vorm")]
    assert "JJJJ-MM-DD" in str(verslag.fouten[0])
    stand = _stand(regio)
    assert stand == (2, 7)
    with als(regio.actor(BALIE)):
        teksten = [g.inhoud["tekst"] for g in Gegeven.objects.filter(soort="tekst")]
        assert any("één adres" in t for t in teksten)
        namen = {g.inhoud["voornaam"]: g.categorie for g in Gegeven.objects.filter(soort="persoon")}
        assert namen == {"Mareck": "persoon-verdacht", "Andrei": "persoon-mogelijk-slachtoffer"}
    opnieuw = _lees(regio, pad)
    assert (opnieuw.signalen, opnieuw.gegevens, opnieuw.bekend) == (0, 0, 2)
    assert _stand(regio) == stand


def test_excel_met_datumcellen_en_nummers_zonder_nul(regio: Regio, tmp_path: Path) -> None:
    boek = Workbook()
    blad = boek.active
    assert blad is not None
    blad.append(
        ["Waargenomen", "Omschrijving", "Telefoon", "KvK", "Geboortedatum", "Voornaam", "iets anders"]
    )
    blad.append([datetime(2026, 3, 4), "Gezien", 612345678, 12345, date(1990, 1, 2), "Marek", "x"])
    blad.append([46000, "Ook gezien", None, None, None, None, None])
    blad.append([None, "Zonder datum", None, None, None, None, None])
    boek.save(tmp_path / "in.xlsx")
    verslag = _lees(regio, tmp_path / "in.xlsx")
    assert verslag.signalen == 2
    assert "iets anders" in verslag.samenvatting()
    assert [f.regel for f in verslag.fouten] == [4]
    with als(regio.actor(BALIE)):
        inhoud = {g.soort: g.inhoud for g in Gegeven.objects.exclude(soort="tekst")}
        dagen = set(Signaal.objects.values_list("waargenomen_op", flat=True))
    assert inhoud["telefoon"] == {"telefoon": "0612345678"}
    assert inhoud["bedrijf"] == {"kvk": "00012345"}
    assert inhoud["persoon"]["geboortedatum"] == "1990-01-02"
    assert dagen == {date(2026, 3, 4), date(2025, 12, 9)}


def test_htcds_en_jsonl_en_meldingen(regio: Regio, tmp_path: Path) -> None:
    rijen = [
        {
            "kenmerk_bron": "M1",
            "soort": "melding",
            "ontvangen": "2026-03-04",
            "omschrijving": "Iemand huilt",
            "indicatoren": ["OM-08"],
        },
        {
            "kenmerk_bron": "H1",
            "cas_IncomingReferralDate": "2026-03-04",
            "vic_TypeOfExploitation": "ForcedLabour",
            "prs_FirstName": "Andrei",
            "vic_MethodsOfControl": ["WithholdsDocuments", "Threats"],
            "org_ShippingStreet": "Kassenweg 12",
            "indicatoren": ["NLA-04"],
            "indicatoren_niet": "NLA-05",
        },
        {"kenmerk_bron": "H2", "waargenomen": "2026-03-04", "indicatoren": ["OM-24"]},
    ]
    pad = _schrijf(tmp_path / "in.jsonl", "\n".join([*map(json.dumps, rijen), "{kapot", "[1]"]))
    verslag = _lees(regio, pad)
    assert (verslag.meldingen, verslag.signalen) == (1, 1)
    assert sorted(f.regel for f in verslag.fouten) == [3, 4, 5]
    with als(regio.actor(BALIE)):
        assert Melding.objects.count() == 1
        persoon = Gegeven.objects.get(soort="persoon").inhoud
        assert persoon["rol"] == "mogelijk-slachtoffer"
        assert persoon["dwangmiddelen"] == "inname-documenten; dreiging"
        assert {g.inhoud["gezien"] for g in Gegeven.objects.filter(soort="indicator")} == {
            "waargenomen",
            "niet waargenomen",
        }
    assert _lees(regio, pad).meldingen == 0
    with als(regio.actor(BALIE)):
        assert Melding.objects.count() == 1


@pytest.mark.parametrize(
    ("naam", "inhoud"), [("x.pdf", b"%PDF"), ("x.xlsx", b"geen zip"), ("x.csv", b""), ("weg.csv", None)]
)
def test_een_bestand_dat_niets_is_zegt_wat_te_doen(
    regio: Regio, tmp_path: Path, naam: str, inhoud: bytes | None
) -> None:
    if inhoud is not None:
        (tmp_path / naam).write_bytes(inhoud)
    with pytest.raises(BestandFout, match=naam):
        _lees(regio, tmp_path / naam)


cel = st.one_of(
    st.text(max_size=60),
    st.integers(),
    st.floats(allow_nan=True),
    st.booleans(),
    st.dates(),
    st.lists(st.text(max_size=9), max_size=3),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_geen_cel_brengt_het_inlezen_ten_val(data: st.DataObject) -> None:
    from schakel.signaal.importformaat import KOLOMMEN

    namen = [n for k in KOLOMMEN for n in (k.naam, *k.htcds)]
    rij = data.draw(st.dictionaries(st.sampled_from(namen), cel, max_size=12))
    _, fouten = zet_om(2, rij, date(2026, 6, 1))
    assert all(f.regel == 2 and f.reden for f in fouten)


@pytest.mark.parametrize("bij_vraag", [(3, 40, 90), (61, 7, 130)], ids=str)
def test_een_onderbroken_bestand_nog_eens_inlezen_geeft_hetzelfde_en_niets_dubbel(
    regio: Regio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bij_vraag: tuple[int, ...]
) -> None:
    monkeypatch.setattr(opslaan, "PER_TRANSACTIE", 7)
    regels = [
        f"R{n},2026-03-04,Lindemeer,arbeid,Regel {n},Voornaam{n},Achternaam{n},06 0047 {n // 2:04d}"
        for n in range(60)
    ]
    kop = "kenmerk_bron,waargenomen,gemeente,vorm,omschrijving,voornaam,achternaam,telefoon"
    pad = _schrijf(tmp_path / "in.csv", "\n".join([kop, *regels]))
    for nummer in bij_vraag:
        _breekt_af(regio, pad, nummer)
    assert 0 < _stand(regio)[0] < 60

    verslag = _lees(regio, pad)

    assert min(verslag.signalen, verslag.bekend) > 0
    assert verslag.signalen + verslag.bekend == 60
    assert _stand(regio) == (60, 180)
    with als(regio.actor(BALIE)):
        assert len(set(Signaal.objects.values_list("kenmerk", flat=True))) == 60
        assert Raakvlak.objects.count() == 60, (
            "elke twee regels met hetzelfde nummer raken elkaar, van beide kanten"
        )
    assert _lees(regio, pad).bekend == 60


def _breekt_af(regio: Regio, pad: Path, nummer: int) -> None:
    """Start reading; Ctrl-C comes when so many statements went to the database."""
    gedaan = 0

    def stop(doe: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal gedaan
        gedaan += 1
        if gedaan == nummer:
            raise KeyboardInterrupt
        return doe(sql, params, many, context)

    with connection.execute_wrapper(stop), pytest.raises(KeyboardInterrupt):
        _lees(regio, pad)
