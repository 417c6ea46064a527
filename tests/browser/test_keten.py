# SPDX-License-Identifier: EUPL-1.2
"""The first chain in a real browser, in seven logins and one without; at each side also what must not be seen."""

import re
from typing import Any

from playwright.sync_api import expect
from tests.browser import keten as k

VAN_LINDEMEER = ("Wolniewsky", "06 0047 1129", "Kassenweg 12", "fluisterde")
VAN_NLA = ("Wolniewski", "+31 6 00471129", "Rijnglas", "matrassen", "Lupesku")
DEEL_2 = ("Deel 2", "Wie treedt op", "dezelfde ochtend", "Opsporingsonderzoek")


def ziet(pagina: k.Pagina, *woorden: str) -> None:
    for woord in woorden:
        expect(pagina.get_by_role("main")).to_contain_text(woord)


def ziet_niet(pagina: k.Pagina, *woorden: str) -> None:
    """Nowhere in the source of the page, so not hidden either."""
    bron = pagina.content()
    assert not [w for w in woorden if w in bron]


def bestaat_niet(pagina: k.Pagina, adres: str) -> None:
    """Forbidden is missing."""
    assert pagina.goto(adres).status == 404


def test_van_melding_tot_terugkoppeling(iemand: Any) -> None:
    keten = k.Keten(iemand)

    k.balie_meldt(keten)
    assert re.fullmatch(r"\d{4}( \d{4}){3}", keten.code)

    k.lindemeer_maakt_signaal(keten)
    k.lindemeer_vult_indicatoren_in(keten)
    pagina = k.lindemeer_ziet_raakvlak(keten)
    ziet(
        pagina,
        "Raakvlak met informatie van Nederlandse Arbeidsinspectie",
        "Neem contact op met",
        *VAN_LINDEMEER,
    )
    ziet_niet(pagina, *VAN_NLA)
    adres_lindemeer = pagina.url

    pagina = k.nla_ziet_raakvlak(keten)
    ziet(pagina, "Raakvlak met informatie van Gemeente Lindemeer", *VAN_NLA)
    ziet_niet(pagina, keten.signaal, *VAN_LINDEMEER)
    adres_nla = pagina.url
    bestaat_niet(pagina, adres_lindemeer)
    bestaat_niet(keten.als(k.AANDACHT), adres_nla)
    bestaat_niet(keten.als(k.REGIE), adres_lindemeer)

    k.lindemeer_vraagt_informatie(keten)
    k.nla_deelt_als_antwoord(keten)
    pagina = k.lindemeer_leest_antwoord(keten)
    ziet(pagina, keten.signaal_nla, "zelfde telefoonnummer", "Mareck Wolniewski")
    pagina.goto(adres_nla)
    ziet(pagina, "Wolniewski", "Lupesku", "Rijnglas")
    ziet_niet(pagina, "matrassen", "Raakvlakken")  # the words of the inspector were not among what was given
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
    pagina = k.open_overleg(keten, k.ZORG)
    ziet(pagina, k.WERKTITEL, "Welke bescherming kan vandaag geregeld worden?")
    ziet_niet(pagina, *DEEL_2)
    k.overleg_besluit(keten)
    pagina = k.open_overleg(keten, k.ZORG)
    ziet_niet(pagina, *DEEL_2)
    k.knop(pagina, "Verslag")
    ziet_niet(pagina, *DEEL_2)
    ziet_niet(k.open_casus(keten, k.ZORG), *DEEL_2)
    ziet(k.open_overleg(keten, k.POLITIE), "Deel 2", "dezelfde ochtend")

    k.partners_voeren_uit(keten)
    k.regie_evalueert(keten)
    k.lindemeer_koppelt_terug(keten)
    pagina = k.balie_leest_terugkoppeling(keten)
    ziet(pagina, k.TERUGKOPPELING)
    ziet_niet(pagina, *VAN_NLA, *DEEL_2, keten.casus)
