# SPDX-License-Identifier: EUPL-1.2
"""What touches: both sides learn that there is a raakvlak and whom to call, and nothing else."""

from datetime import timedelta

import pytest

from schakel.convenant.actor import als
from schakel.convenant.models import Gegeven, Stuk
from schakel.convenant.rules import Handeling
from schakel.kern import klok
from schakel.signaal import actions, queries
from schakel.signaal.models import Koppelsleutel, Raakvlak, Signaal
from tests.regio import Regio
from tests.signaal.bouw import BALIE, INSPECTIE, POLITIE, codes, gegeven, regime, signaal

TELEFOON = "06 0047 1129"
ANDERS_GESCHREVEN = "0031-600471129"


def _raakt(regio: Regio, wie: str, s: Signaal) -> list[str]:
    door = regio.actor(wie)
    with als(door):
        return codes(list(queries.raakvlakken(door=door, stuk_ids=[s.pk])))


def test_hetzelfde_nummer_anders_geschreven_raakt_aan_beide_kanten(regio: Regio) -> None:
    regime(regio)
    balie = signaal(regio, BALIE, gegeven("telefoon", telefoon=TELEFOON))
    inspectie = signaal(regio, INSPECTIE, gegeven("telefoon", telefoon=ANDERS_GESCHREVEN))
    assert _raakt(regio, BALIE, balie) == ["nla"]
    assert _raakt(regio, INSPECTIE, inspectie) == ["lindemeer"]


def test_zonder_koppelregime_raakt_er_niets_tussen_partners(regio: Regio) -> None:
    balie = signaal(regio, BALIE, gegeven("telefoon", telefoon=TELEFOON))
    signaal(regio, INSPECTIE, gegeven("telefoon", telefoon=ANDERS_GESCHREVEN))
    eigen = signaal(regio, BALIE, gegeven("telefoon", telefoon=ANDERS_GESCHREVEN))
    assert _raakt(regio, BALIE, balie) == ["lindemeer"]
    assert _raakt(regio, BALIE, eigen) == ["lindemeer"]


def test_wie_niet_aan_het_regime_deelneemt_vindt_niets_en_wordt_niet_gevonden(regio: Regio) -> None:
    regime(regio, "lindemeer", "nla")
    politie = signaal(regio, POLITIE, gegeven("telefoon", telefoon=TELEFOON))
    balie = signaal(regio, BALIE, gegeven("telefoon", telefoon=TELEFOON))
    assert _raakt(regio, POLITIE, politie) == []
    assert _raakt(regio, BALIE, balie) == []


@pytest.mark.parametrize("eerst", ["embargo", "ander"])
@pytest.mark.parametrize("hoe", ["embargo", "eigen"])
def test_onder_embargo_krijgt_alleen_de_houder_bericht(regio: Regio, eerst: str, hoe: str) -> None:
    regime(regio)
    over = (
        {"embargo_tot": klok.vandaag() + timedelta(days=30)}
        if hoe == "embargo"
        else {"handeling": Handeling.EIGEN}
    )

    def houder() -> Signaal:
        return signaal(regio, POLITIE, gegeven("telefoon", telefoon=TELEFOON, **over))  # type: ignore[arg-type]

    def ander() -> Signaal:
        return signaal(regio, BALIE, gegeven("telefoon", telefoon=TELEFOON))

    h, a = (houder(), ander()) if eerst == "embargo" else tuple(reversed((ander(), houder())))
    assert _raakt(regio, BALIE, a) == []
    door = regio.actor(POLITIE)
    with als(door):
        actions.kijk_opnieuw(door=door, signaal=h)
    assert _raakt(regio, POLITIE, h) == ["lindemeer"]
    assert _raakt(regio, BALIE, a) == []


def test_een_embargo_achteraf_verbergt_de_sleutels_meteen(regio: Regio) -> None:
    regime(regio)
    h = signaal(regio, POLITIE, gegeven("telefoon", telefoon=TELEFOON))
    with als(regio.actor(POLITIE)):
        Stuk.objects.filter(pk=h.pk).update(embargo_tot=klok.vandaag() + timedelta(days=9))
    a = signaal(regio, BALIE, gegeven("telefoon", telefoon=TELEFOON))
    assert _raakt(regio, BALIE, a) == []
    with klok.zet(klok.vandaag() + timedelta(days=10)):
        door = regio.actor(BALIE)
        with als(door):
            actions.kijk_opnieuw(door=door, signaal=a)
        assert _raakt(regio, BALIE, a) == ["politie"]
        assert _raakt(regio, POLITIE, h) == ["lindemeer"]


def test_een_opvangadres_krijgt_geen_sleutel(regio: Regio) -> None:
    s = signaal(
        regio,
        BALIE,
        gegeven(
            "adres", straat="Lindelaan", huisnummer="4", postcode="0221 AB", plaats="Lindemeer", geheim="ja"
        ),
    )
    with als(regio.actor(BALIE)):
        assert Gegeven.objects.filter(stuk_id=s.pk).count() == 1
        assert not Koppelsleutel.objects.filter(stuk_id=s.pk).exists()


def test_de_ander_leest_van_een_treffer_alleen_zijn_eigen_kant(regio: Regio) -> None:
    regime(regio)
    signaal(regio, BALIE, gegeven("telefoon", telefoon=TELEFOON))
    signaal(regio, INSPECTIE, gegeven("telefoon", telefoon=TELEFOON))
    with als(regio.actor(INSPECTIE)):
        assert {r.eigenaar_id for r in Raakvlak.objects.all()} == {regio.partner("nla").pk}
        assert Signaal.objects.count() == 1
    with als(regio.actor("functioneel_beheerder@lindemeer")):
        assert not Raakvlak.objects.exists()
        assert not Koppelsleutel.objects.exists()


def test_een_naam_met_geboortejaar_raakt_en_een_naam_alleen_niet(regio: Regio) -> None:
    regime(regio)
    persoon = {"rol": "verdachte", "voornaam": "Mareck", "achternaam": "Nowak"}
    met = signaal(regio, BALIE, gegeven("persoon", **persoon, geboortedatum="1984-02-11"))
    zonder = signaal(regio, BALIE, gegeven("persoon", **persoon))
    inspectie = signaal(
        regio,
        INSPECTIE,
        gegeven("persoon", rol="verdachte", voornaam="Marek", achternaam="Novak", geboortedatum="11-02-1984"),
    )
    assert _raakt(regio, INSPECTIE, inspectie) == ["lindemeer"]
    assert _raakt(regio, BALIE, met) == ["nla"]
    assert _raakt(regio, BALIE, zonder) == []
