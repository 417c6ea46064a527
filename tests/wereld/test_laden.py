# SPDX-License-Identifier: EUPL-1.2
"""A generated world comes in once and whole, also when the loading was broken off and begun again later."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.regio import Regio

from schakel.kern import klok
from schakel.opdrachten import Melding as Foutmelding
from schakel.opdrachten.wereld import laad_eenmalig
from schakel.partner.models import Partner
from schakel.partner.queries import inbrenger, partners
from schakel.signaal.importeren import importeer
from schakel.wereld.bestanden import schrijf
from schakel.wereld.genereren import maak_wereld
from schakel.wereld.genereren.wereld import MATEN, Maat

ZAAD = 7


class Afgebroken(Exception):
    """The plug was pulled."""


def _laad(merk: Path, *, zaad: int = ZAAD, stop_na: int = 10**6) -> list[str]:
    gemeld: list[str] = []

    def voortgang(tekst: str) -> None:
        gemeld.append(tekst)
        if len(gemeld) == stop_na:
            raise Afgebroken

    laad_eenmalig(zaad=zaad, omvang="regio", voortgang=voortgang, merk=merk)
    return gemeld


@pytest.mark.misbruik  # slow: the told region, and a small world on top of it
def test_afgebroken_en_later_opnieuw_begonnen_geeft_dezelfde_wereld(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MATEN, "regio", Maat(2000, 120, 2, 1))
    merk, dag = tmp_path / "wereld.json", klok.vandaag()
    with pytest.raises(Afgebroken):
        _laad(merk, stop_na=12)  # among the files
    with klok.zet(dag + timedelta(days=1)):
        with pytest.raises(Foutmelding, match="zaad 7"):
            _laad(merk, zaad=ZAAD + 1)
        gemeld = _laad(merk)
    assert len(gemeld) > 12, "er was nog werk over"
    assert not merk.exists()
    assert _laad(merk) == [], "een wereld die er is wordt niet nog eens geladen"

    wereld = maak_wereld(ZAAD, "regio", peildatum=dag)
    assert {p.id for p in wereld.partners} <= {p.code for p in partners()}
    nieuw = bekend = fouten = 0
    for bestand in schrijf(wereld, tmp_path / "opnieuw", soorten=("csv",)):
        door = inbrenger(bestand.stem)
        assert door is not None, bestand.stem
        verslag = importeer(door=door, bestand=bestand)
        nieuw += verslag.signalen + verslag.meldingen + verslag.gegevens
        bekend += verslag.bekend
        fouten += verslag.aantal_fouten
    assert (nieuw, bekend, fouten) == (0, 120, 0)


def test_in_een_database_met_echte_partners_komt_nooit_een_verzonnen_wereld(
    regio: Regio, tmp_path: Path
) -> None:
    voor = Partner.objects.count()
    assert _laad(tmp_path / "wereld.json") == []
    assert Partner.objects.count() == voor
