# SPDX-License-Identifier: EUPL-1.2
"""The meeting about a minor alone: closed until the guardian is there; who is not named on the traject sees no item."""

from datetime import timedelta
from typing import Any

import pytest

from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.partner.models import Orgaan, OrgaanLid
from schakel.zorg.models import Zorgbespreking
from tests.regio import Regio
from tests.zorg.huis import BEGELEIDER, COORDINATOR, KETEN, bladzij, meld_aan

COBO = {"naam": "COBO-overleg", "niveau": "operationeel", "keten": "zorg", "ritme_weken": 8}


def _stuur(regio: Regio, adres: str, door: str = COORDINATOR, **velden: Any) -> Any:
    return regio.client(door).post(adres, velden)


@pytest.fixture
def cobo(regio: Regio) -> str:
    """The address of a meeting."""
    orgaan = Orgaan.objects.create(**COBO)
    for rol in ("regiocoordinator", "zorgdeelnemer"):
        OrgaanLid.objects.create(orgaan=orgaan, partner=regio.partner("haven"), rol=rol)
    antwoord = _stuur(regio, "/zorg/overleggen", orgaan=orgaan.pk, datum=klok.vandaag().isoformat())
    assert antwoord.status_code == 302
    return bladzij(regio, COORDINATOR, "/zorg/overleggen").split('href="/zorg/overleggen/')[1][:36]


@pytest.mark.rij("ZOR-09")
def test_zonder_voogd_blijft_de_zorg_van_een_amv_dicht(regio: Regio, cobo: str) -> None:
    adres = f"/zorg/overleggen/{cobo}"
    id = meld_aan(regio, COORDINATOR, model="amv", leeftijd="minderjarig", client={"roepnaam": "Linh"})
    _stuur(regio, f"/zorg/{id}/vastleggen/behoefte", gebied="gezin", behoefte="haar tante bellen")
    _stuur(regio, f"/zorg/{id}/vastleggen/contact", datum="2026-03-01", verslag="in vertrouwen verteld")
    assert _stuur(regio, adres, stap="agenda", traject=id, vraag="welke route?").status_code == 302
    pagina = bladzij(regio, COORDINATOR, adres)
    assert "Dit blijft dicht tot de voogd erbij is" in pagina
    assert "haar tante bellen" not in pagina
    punt = pagina.split('name="punt" value="')[1][:36]
    assert _stuur(regio, adres, stap="afspraak", punt=punt, tekst="naar school").status_code == 422
    assert _stuur(regio, adres, stap="voogd", punt=punt, tekst="voogd van Nidos").status_code == 302
    pagina = bladzij(regio, COORDINATOR, adres)
    assert "haar tante bellen" in pagina
    assert "in vertrouwen verteld" not in pagina
    assert _stuur(regio, adres, stap="afspraak", punt=punt, tekst="naar school").status_code == 302
    assert "naar school" in bladzij(regio, COORDINATOR, adres)
    assert "haar tante" not in bladzij(regio, BEGELEIDER, adres), "niet genoemd op het traject"
    for wie in KETEN:
        assert bladzij(regio, wie, adres) == "404"


def test_een_volwassene_is_te_bespreken_zonder_voogd_en_alleen_de_regiocoordinator_plant(
    regio: Regio, cobo: str
) -> None:
    adres = f"/zorg/overleggen/{cobo}"
    id = meld_aan(regio, COORDINATOR)
    _stuur(regio, f"/zorg/{id}/vastleggen/behoefte", gebied="wonen", behoefte="een kamer")
    _stuur(regio, adres, stap="agenda", traject=id)
    assert "een kamer" in bladzij(regio, COORDINATOR, adres)
    orgaan = Orgaan.objects.get().pk
    assert _stuur(regio, "/zorg/overleggen", BEGELEIDER, orgaan=orgaan, datum="2026-03-01").status_code == 404


def test_wie_niet_meer_in_het_zorgoverleg_zit_kent_het_ook_zonder_filter_niet(
    regio: Regio, cobo: str
) -> None:
    zetel = OrgaanLid.objects.filter(partner=regio.partner("haven"), rol="zorgdeelnemer")
    for tot, telt in ((klok.vandaag(), 1), (klok.vandaag() - timedelta(days=1), 0)):
        zetel.update(tot=tot)
        with als(regio.actor(BEGELEIDER)):
            assert Zorgbespreking.objects.filter(pk=cobo).count() == telt
