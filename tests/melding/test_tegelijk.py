# SPDX-License-Identifier: EUPL-1.2
"""Two colleagues at one melding: the second sees what the first did, overwrites nothing, and keeps the text."""

from html import unescape

from django.test import Client
from tests.regio import Regio

AF = "aandachtsfunctionaris@lindemeer"


def test_wie_als_tweede_afdoet_ziet_wat_de_eerste_deed_en_houdt_de_eigen_tekst(regio: Regio) -> None:
    Client().post("/melden", {"tekst": "Proef", "gemeente": str(regio.gemeenten["lindemeer"].pk)})
    door = regio.client(AF)
    adres = "/meldingen/" + str(door.get("/meldingen").context["pagina_"].object_list[0].pk)
    velden = {"stap": "afdoen", "versie": "1", "afdoen-reden": "onvoldoende"}
    assert door.post(adres, velden | {"afdoen-toelichting": "Van de eerste."}).status_code == 302
    tweede = unescape(door.post(adres, velden | {"afdoen-toelichting": "Van de tweede."}).content.decode())
    assert "Een collega heeft deze melding net gewijzigd" in tweede
    assert "Van de eerste." in tweede
    assert "Van de tweede.</textarea>" in tweede
