# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.koppeling.bouw import personen, persoon

from koppeling import Basis, Ding, buren, dingen, entiteit, relatie_zin, relatienet, sterkte, vergelijk
from koppeling.relaties import PLAFOND


def met_telefoon(aantal, nummer="0612345678"):
    return [persoon(str(i), telefoon=nummer) for i in range(aantal)]


def test_een_gedeeld_nummer_verbindt_en_maakt_niet_gelijk():
    elena = persoon("1", naam="Elena Popa", geboortedatum="02-05-1990", telefoon="0612345678")
    maria = persoon("2", naam="Maria Nowak", geboortedatum="14-08-1999", telefoon="+31612345678")
    assert vergelijk(elena, maria).band == "geen"
    net = relatienet([elena, maria], basis=Basis(1_000_000))
    assert [(ander, b.ding) for ander, b in buren(net, "1")] == [("2", Ding("telefoon", "+31612345678"))]
    assert net.bindingen[0].bits == pytest.approx(18.93, abs=0.01)


def test_wie_onder_een_valse_naam_leeft_wordt_via_dingen_gevonden():
    echt = persoon("1", naam="Elena Popa", geboortedatum="02-05-1990", kenteken="12-AB-34")
    vals = persoon(
        "2", naam="Sara Novak", geboortedatum="11-11-1997", kenteken="12ab34", telefoon="0612345678"
    )
    advertentie = entiteit("3", "advertentie", advertentie="bel 06 12345678")
    net = relatienet([echt, vals, advertentie])
    assert {ander for ander, _ in buren(net, "2")} == {"1", "3"}


@pytest.mark.parametrize("soort", ["telefoon", "adres"])
def test_een_knooppunt_verbindt_niemand_maar_wordt_wel_gemeld(soort):
    waarde = {"telefoon": "0201234567", "adres": "1234AB 12"}[soort]
    for aantal, knooppunt in ((PLAFOND[soort], False), (PLAFOND[soort] + 1, True)):
        net = relatienet([persoon(str(i), **{soort: waarde}) for i in range(aantal)])
        assert [b.ding.soort for b in net.te_algemeen] == ([soort] if knooppunt else [])
        assert bool(buren(net, "0")) is not knooppunt


def test_een_knooppunt_in_de_hele_basis_is_ook_een_knooppunt_in_een_uittreksel():
    basis = Basis(1_000_000, {"telefoon": {"+31612345678": 900 / 1_000_000}})
    assert relatienet(met_telefoon(2), basis=basis).bindingen == ()


def test_een_hotel_met_tienduizend_gasten_kost_lineair_veel():
    net = relatienet(persoon(str(i), adres="1234AB 12") for i in range(10_000))
    assert len(net.te_algemeen[0].leden) == 10_000
    assert net.bindingen == ()


def test_hoe_meer_een_ding_gedeeld_wordt_hoe_minder_het_zegt():
    assert sterkte(2, 1024) == 9
    assert sterkte(4, 1024) == 8
    assert sterkte(5, 5) == 0
    with pytest.raises(ValueError, match="ten minste 1"):
        sterkte(0, 5)


@given(st.lists(personen(), max_size=6), st.randoms())
def test_het_net_hangt_niet_af_van_de_volgorde(lijst, willekeur):
    rij = [persoon(str(i), **p.velden) for i, p in enumerate(lijst)]
    assert relatienet(willekeur.sample(rij, len(rij))) == relatienet(rij)


def test_een_record_dat_dubbel_komt_telt_een_keer():
    een = persoon("1", telefoon="0612345678")
    assert relatienet([een, een]).bindingen == ()
    assert dingen(een) == {Ding("telefoon", "+31612345678")}


def test_de_zin_over_een_relatie_noemt_de_waarde_niet():
    binding = relatienet(met_telefoon(3)).bindingen[0]
    assert relatie_zin(binding) == "zelfde telefoonnummer als 2 anderen"
    assert relatie_zin(binding, "en") == "same telephone number as 2 others"
