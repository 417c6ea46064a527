# SPDX-License-Identifier: EUPL-1.2
"""The page shell: who am I, what may I open, and that nobody else's entries are shown."""

from tests.regio import Regio


def test_de_navigatie_volgt_de_functie(regio: Regio) -> None:
    pagina = regio.client("privacyfunctionaris@lindemeer").get("/").content.decode()
    assert "Privacyfunctionaris, Gemeente Lindemeer" in pagina
    assert 'href="/logboek"' in pagina
    assert 'href="/logboek"' not in regio.client("aandachtsfunctionaris@lindemeer").get("/").content.decode()


def test_wat_niet_mag_en_wat_niet_bestaat_geven_hetzelfde_antwoord(regio: Regio) -> None:
    client = regio.client("aandachtsfunctionaris@lindemeer")
    verboden, onbekend = client.get("/logboek"), client.get("/bestaat-niet")
    assert verboden.status_code == onbekend.status_code == 404
    assert verboden.content == onbekend.content
