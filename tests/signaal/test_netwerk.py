# SPDX-License-Identifier: EUPL-1.2
"""What hangs together: a list and a drawing, why in bits, a judgement that is remembered and can be revised."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.convenant.actor import als
from schakel.signaal import queries
from schakel.signaal.models import Raakvlak, Signaal
from schakel.signaal.rules import netwerk as vorm
from tests.regio import Regio
from tests.signaal.bouw import BALIE, INSPECTIE, gegeven, regime, signaal

TEL, PLAAT = "06 0047 1129", "AB-12-CD"


def keten(regio: Regio, wie: str = BALIE) -> tuple[Signaal, Signaal, Signaal]:
    """A phone ties the first two, a plate the last two."""
    eerste = signaal(regio, wie, gegeven("telefoon", telefoon=TEL), vormen=["arbeid"])
    midden = signaal(regio, wie, gegeven("telefoon", telefoon=TEL), gegeven("voertuig", kenteken=PLAAT))
    laatste = signaal(regio, wie, gegeven("voertuig", kenteken=PLAAT))
    return eerste, midden, laatste


def raakvlak(regio: Regio, a: Signaal, b: Signaal, wie: str = BALIE) -> Raakvlak:
    with als(regio.actor(wie)):
        [rij] = [
            r for r in queries.raakvlakken(door=regio.actor(wie), stuk_ids=[a.pk]) if r.ander_stuk_id == b.pk
        ]
        return rij


def pagina(regio: Regio, s: Signaal, wie: str = BALIE) -> str:
    antwoord = regio.client(wie).get(f"/signalen/{s.pk}/netwerk")
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def oordeel(regio: Regio, rij: Raakvlak, status: str, reden: str) -> Any:
    return regio.client(BALIE).post(f"/raakvlakken/{rij.pk}", {"status": status, "reden": reden})


def _tekening(blad: str) -> str:
    return blad[blad.index("<svg viewBox") :].split("</svg>")[0]


RIJ = re.compile(
    r'<tr><th scope="row">([^<]+)</th><td class="cijfer">([-\d,.]+)</td>.*?<td class="cijfer">([-\d,.]+)</td>',
    re.S,
)


@pytest.mark.rij("SIG-05")
def test_het_netwerk_staat_als_lijst_en_als_tekening_waar_je_met_het_toetsenbord_door_loopt(
    regio: Regio,
) -> None:
    eerste, midden, laatste = keten(regio)
    blad = pagina(regio, eerste)
    tekening = _tekening(blad)
    for s in (eerste, midden, laatste):
        assert f'href="/signalen/{s.pk}"' in tekening
    assert tekening.count("<line") == 2
    assert tekening.count("netwerk__band--brug") == 2
    assert blad.count("Waarom, en hoort het bij elkaar?") == 2
    assert "signaal gemaakt" in blad


def test_uit_elkaar_halen_verliest_niets_en_kan_worden_herzien(regio: Regio) -> None:
    eerste, midden, laatste = keten(regio)
    rij = raakvlak(regio, midden, laatste)
    assert oordeel(regio, rij, "niet_zelfde", "Zelfde kenteken, maar een huurbusje.").status_code == 302
    blad = pagina(regio, midden)
    assert "Uit elkaar gehaald" in blad
    assert "een huurbusje" in blad
    assert blad.count("<line") == 1
    assert f'href="/signalen/{laatste.pk}"' not in _tekening(pagina(regio, eerste))
    assert regio.client(BALIE).get(f"/signalen/{laatste.pk}").status_code == 200
    assert oordeel(regio, rij, "zelfde", "Toch hetzelfde busje: zie foto.").status_code == 302
    assert laatste.kenmerk in pagina(regio, eerste)
    eerder = regio.client(BALIE).get(f"/raakvlakken/{rij.pk}").content.decode()
    assert "een huurbusje" in eerder
    assert "zie foto" in eerder


@pytest.mark.rij("SIG-05")
def test_een_raakvlak_toont_elke_trede_in_bits_die_samen_optellen(regio: Regio) -> None:
    a = signaal(
        regio, BALIE, gegeven("persoon", voornaam="Andrei", achternaam="Popescu", geboortedatum="1994-03-02")
    )
    b = signaal(
        regio, BALIE, gegeven("persoon", voornaam="Andrej", achternaam="Popesku", geboortedatum="1994-03-02")
    )
    blad = regio.client(BALIE).get(f"/raakvlakken/{raakvlak(regio, a, b).pk}").content.decode()
    rijen = RIJ.findall(blad)
    assert len(rijen) >= 4
    getal = [float(bits.replace(",", ".")) for _, bits, _ in rijen]
    assert abs(sum(getal) - float(rijen[-1][2].replace(",", "."))) < 0.1 * len(rijen)
    assert any("geboortedatum" in tekst.lower() for tekst, _, _ in rijen)


def test_een_ander_ziet_in_het_netwerk_niets_wat_niet_met_hem_gedeeld_is(regio: Regio) -> None:
    regime(regio)
    eerste, midden, _ = keten(regio)
    eigen = signaal(regio, INSPECTIE, gegeven("telefoon", telefoon=TEL))
    blad = pagina(regio, eigen, INSPECTIE)
    assert "hangt nog nergens mee samen" in blad
    assert eerste.kenmerk not in blad
    assert regio.client(INSPECTIE).get(f"/signalen/{midden.pk}/netwerk").status_code == 404
    assert eigen.kenmerk not in pagina(regio, eerste)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30))
def test_een_brug_is_wat_het_net_bijeenhoudt(banden: list[tuple[int, int]]) -> None:
    for brug in vorm.bruggen(banden):
        a, b = sorted(brug)
        rest = [x for x in banden if frozenset(x) != brug]
        assert b in vorm.bereikbaar(banden, a)
        assert b not in vorm.bereikbaar(rest, a)
