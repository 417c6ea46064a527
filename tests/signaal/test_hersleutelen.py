# SPDX-License-Identifier: EUPL-1.2
"""A new version of the key rules: what was linked stays linked, and nobody gets to see more."""

from datetime import date, timedelta

import pytest

from schakel.convenant.actor import als
from schakel.convenant.rules import Handeling
from schakel.kern import klok
from schakel.opdrachten import hoofd
from schakel.signaal import actions, koppelen, queries
from schakel.signaal.actions import hersleutelen
from schakel.signaal.models import Koppelsleutel, Signaal
from tests.regio import Regio, maak_regio
from tests.signaal.bouw import BALIE, INSPECTIE, codes, gegeven, regime, signaal

TELEFOON = "06 0047 1129"
NU, VOLGENDE = koppelen.VERSIE, koppelen.VERSIE + 1


@pytest.fixture
def regio(vastgelegd: None) -> Regio:
    return maak_regio()


def _raakt(regio: Regio, wie: str, s: Signaal) -> list[str]:
    door = regio.actor(wie)
    with als(door):
        return codes(list(queries.raakvlakken(door=door, stuk_ids=[s.pk])))


def _sleutels() -> set[tuple[int, int, str, bool, date | None]]:
    alle = Koppelsleutel.objects.using("eigenaar").all()
    return {(k.sleutel, k.versie, k.soort, k.zwak, k.verborgen_tot) for k in alle}


def test_na_nieuwe_regels_vindt_een_nieuw_signaal_ook_wat_er_al_was(
    regio: Regio, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    regime(regio)
    balie = signaal(regio, BALIE, gegeven("telefoon", telefoon=TELEFOON))
    monkeypatch.setattr(koppelen, "VERSIE", VOLGENDE)
    inspectie = signaal(regio, INSPECTIE, gegeven("telefoon", telefoon=TELEFOON))
    assert _raakt(regio, INSPECTIE, inspectie) == []
    assert hoofd(["koppel", "--hersleutel"]) == 0
    assert "1 gegevens hebben nieuwe sleutels" in capsys.readouterr().out
    assert _raakt(regio, INSPECTIE, inspectie) == ["lindemeer"]
    assert _raakt(regio, BALIE, balie) == ["nla"]
    assert hoofd(["koppel", "--hersleutel"]) == 0
    assert "0 gegevens" in capsys.readouterr().out


def test_nieuwe_sleutels_zijn_voor_dezelfde_mensen_en_even_lang(
    regio: Regio, monkeypatch: pytest.MonkeyPatch
) -> None:
    regime(regio)
    straks = klok.vandaag() + timedelta(days=30)
    signaal(regio, BALIE, gegeven("telefoon", telefoon=TELEFOON, embargo_tot=straks))
    signaal(regio, BALIE, gegeven("telefoon", telefoon="0687654321", handeling=Handeling.EIGEN))
    oud = _sleutels()
    monkeypatch.setattr(koppelen, "VERSIE", VOLGENDE)
    inspectie = signaal(regio, INSPECTIE, gegeven("telefoon", telefoon=TELEFOON))
    assert hoofd(["koppel", "--hersleutel"]) == 0
    nieuw = _sleutels()
    assert {v for _, v, *_ in nieuw} == {VOLGENDE}
    assert {(s, z, t) for *_, s, z, t in nieuw} == {(s, z, t) for *_, s, z, t in oud} | {
        ("telefoon", False, None)
    }
    assert not {k for k, *_ in nieuw} & {k for k, *_ in oud}
    assert _raakt(regio, INSPECTIE, inspectie) == []


def test_onderbroken_hersleutelen_gaat_verder_waar_het_was(
    regio: Regio, monkeypatch: pytest.MonkeyPatch
) -> None:
    for nummer in ("0612345670", "0612345671", "0612345672"):
        signaal(regio, BALIE, gegeven("telefoon", telefoon=nummer))
    monkeypatch.setattr(koppelen, "VERSIE", VOLGENDE)
    monkeypatch.setattr(hersleutelen, "PARTIJ", 1)
    stappen = actions.hersleutel()
    assert next(stappen) == (1, 3)
    stappen.close()
    assert sorted(v for _, v, *_ in _sleutels()) == [NU, NU, VOLGENDE]
    assert list(actions.hersleutel()) == [(1, 2), (2, 2)]
    assert {v for _, v, *_ in _sleutels()} == {VOLGENDE}
