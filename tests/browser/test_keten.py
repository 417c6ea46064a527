# SPDX-License-Identifier: EUPL-1.2
"""The first chain in a real browser, in five logins and one without; by mouse, and by keyboard alone."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.browser import keten as k
from tests.browser.handen import Hand, Muis, Toetsenbord
from tests.browser.keuring import BUREAU, keur

VAN_LINDEMEER = ("Wolniewsky", "06 0047 1129", "Kassenweg 12", "fluisterde")
VAN_NLA = ("Wolniewski", "+31 6 00471129", "Rijnglas", "matrassen", "Lupesku")
DEEL_2 = ("Deel 2", "Wie treedt op", "dezelfde ochtend", "Opsporingsonderzoek")
ZONDER_LINK = {"ontvangstkaart", "mag-dit-nee", "mag-dit-ja", "delen", "terugkoppeling"}
"""Pages that only an answer to a form shows, so that no crawler meets them."""


def ziet(wie: k.Collega, *woorden: str) -> None:
    for woord in woorden:
        expect(wie.inhoud).to_contain_text(woord)


def ziet_niet(wie: k.Collega, *woorden: str) -> None:
    """Nowhere in the source of the page, so not hidden either."""
    bron = wie.pagina.content()
    assert not [w for w in woorden if w in bron]


def bestaat_niet(wie: k.Collega, adres: str) -> None:
    """Forbidden is missing."""
    assert wie.pagina.request.get(adres).status == 404


def keur_na_formulier(pagina: k.Pagina, naam: str) -> None:
    """The pages that the crawl of test_axe.py cannot reach."""
    if naam in ZONDER_LINK:
        assert keur(pagina) == [], naam
        pagina.set_viewport_size(BUREAU)


@pytest.mark.parametrize("hand", [Muis(), Toetsenbord()], ids=["muis", "toetsenbord"])
def test_van_melding_tot_terugkoppeling(iemand_vers: Any, hand: Hand) -> None:
    foto = keur_na_formulier if isinstance(hand, Muis) else k.geen_foto
    keten = k.Keten(iemand_vers, foto, hand)

    k.balie_meldt(keten)
    assert re.fullmatch(r"\d{4}( \d{4}){3}", keten.code)

    k.lindemeer_maakt_signaal(keten)
    k.lindemeer_vult_indicatoren_in(keten)
    wie = k.lindemeer_ziet_raakvlak(keten)
    ziet(
        wie,
        "Raakvlak met informatie van Nederlandse Arbeidsinspectie",
        "Neem contact op met",
        *VAN_LINDEMEER,
    )
    ziet_niet(wie, *VAN_NLA)
    adres_lindemeer = wie.pagina.url

    wie = k.nla_ziet_raakvlak(keten)
    ziet(wie, "Raakvlak met informatie van Gemeente Lindemeer", *VAN_NLA)
    ziet_niet(wie, keten.signaal, *VAN_LINDEMEER)
    adres_nla = wie.pagina.url
    bestaat_niet(wie, adres_lindemeer)
    bestaat_niet(keten.als(k.AANDACHT), adres_nla)
    bestaat_niet(keten.als(k.REGIE), adres_lindemeer)

    k.lindemeer_vraagt_informatie(keten)
    k.nla_deelt_als_antwoord(keten)
    wie = k.lindemeer_leest_antwoord(keten)
    ziet(wie, keten.signaal_nla, "zelfde telefoonnummer", "Mareck Wolniewski")
    wie.pagina.goto(adres_nla)
    ziet(wie, "Wolniewski", "Lupesku", "Rijnglas")
    ziet_niet(wie, "matrassen", "Raakvlakken")  # the words of the inspector were not among what was given
    bestaat_niet(keten.als(k.NLA), adres_lindemeer)

    k.beide_delen_met_regie(keten)
    k.regie_opent_casus(keten)
    k.regie_betrekt(keten)
    ziet_niet(k.open_casus(keten, k.POLITIE), *VAN_LINDEMEER, *VAN_NLA)
    ziet_niet(k.open_casus(keten, k.NLA), *VAN_LINDEMEER)
    k.partners_delen_in_casus(keten)
    ziet(k.open_casus(keten, k.POLITIE), "Wolniewsky", "Wolniewski")
    ziet(k.open_casus(keten, k.NLA), "Wolniewsky")
    ziet_niet(k.open_casus(keten, k.ZORG), *VAN_LINDEMEER, *VAN_NLA)

    k.regie_maakt_dossier_klaar(keten)
    k.partners_wegen(keten)
    k.regie_stelt_interventies_voor(keten)
    k.regie_plant_overleg(keten)
    wie = k.open_overleg(keten, k.ZORG)
    ziet(wie, k.WERKTITEL, "Welke bescherming kan vandaag geregeld worden?")
    ziet_niet(wie, *DEEL_2)
    k.overleg_besluit(keten)
    wie = k.open_overleg(keten, k.ZORG)
    ziet_niet(wie, *DEEL_2)
    wie.knop("Verslag")
    ziet_niet(wie, *DEEL_2)
    ziet_niet(k.open_casus(keten, k.ZORG), *DEEL_2)
    ziet(k.open_overleg(keten, k.POLITIE), "Deel 2", "dezelfde ochtend")

    k.partners_voeren_uit(keten)
    k.regie_evalueert(keten)
    k.lindemeer_koppelt_terug(keten)
    wie = k.balie_leest_terugkoppeling(keten)
    ziet(wie, k.TERUGKOPPELING)
    ziet_niet(wie, *VAN_NLA, *DEEL_2, keten.casus)
