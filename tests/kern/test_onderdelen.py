# SPDX-License-Identifier: EUPL-1.2
"""The components of a page: what stands in the HTML, and what a strict policy and a screen reader need."""

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings
from django.utils import translation
from tools import galerij

FOUTEN = [f"kern/fouten/{nummer}.html" for nummer in galerij.FOUTEN]
PAGINAS = ["kern/galerij.html", "kern/galerij_publiek.html", *FOUTEN]
BELEID = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.fixture(autouse=True)
def alleen_de_schil() -> Iterator[None]:
    with override_settings(ROOT_URLCONF="tools.galerij"), translation.override("nl"):
        yield


def toon(sjabloon: str, **gegevens: object) -> str:
    return Template("{% load schakel %}" + sjabloon).render(Context(gegevens))


class Formulier(forms.Form):
    wat = forms.CharField(label="Wat?", help_text="Kort.")
    gezien = forms.ChoiceField(label="Gezien?", choices=[("j", "Ja"), ("n", "Nee")], widget=forms.RadioSelect)
    waar = forms.CharField(label="Waar?", required=False)


@pytest.mark.parametrize("pagina", PAGINAS)
def test_geen_pagina_heeft_script_of_stijl_in_de_regel(pagina: str) -> None:
    html = render_to_string(pagina, galerij.context(""))
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", html)
    assert all("src=" in script for script in re.findall(r"<script[^>]*>", html))
    assert html.count("<h1") == 1


@pytest.mark.parametrize("nummer", galerij.FOUTEN)
def test_een_foutpagina_heeft_niets_nodig(nummer: str) -> None:
    html = render_to_string(f"kern/fouten/{nummer}.html")
    assert "<h1>" in html
    assert "Verstuur opnieuw" not in html


def test_wat_getypt_is_gaat_mee_op_de_pagina_zonder_database() -> None:
    getypt = "\nregel een\n<b>regel twee</b>"
    html = render_to_string("kern/fouten/503.html", {"herzend": [("wat", getypt)], "doel": "/melden"})
    assert 'action="/melden"' in html
    assert '<textarea name="wat" hidden>\n\nregel een\n&lt;b&gt;regel twee&lt;/b&gt;</textarea>' in html


def test_een_fout_veld_zegt_wat_er_mis_is_en_de_schermlezer_ook() -> None:
    html = toon("{% veld form.wat %}", form=Formulier({}))
    assert 'aria-describedby="id_wat_helptext id_wat_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_wat_error"' in html


def test_een_leeg_veld_is_nog_geen_fout() -> None:
    html = toon("{% for v in form %}{% veld v %}{% endfor %}", form=Formulier())
    assert " required" not in html
    assert "aria-invalid" not in html
    assert html.count("niet verplicht") == 1


def test_keuzes_staan_bij_elkaar_onder_hun_vraag_en_houden_hun_antwoord() -> None:
    html = toon("{% veld form.gezien %}", form=Formulier({"gezien": "n"}))
    assert "<fieldset" in html
    assert "Gezien?" in html
    assert re.search(r'value="n"[^>]*checked', html)
    for nummer in (0, 1):
        assert f'id="id_gezien_{nummer}"' in html
        assert f'for="id_gezien_{nummer}"' in html


def test_de_foutenlijst_wijst_elk_veld_aan_en_zwijgt_als_alles_klopt() -> None:
    html = toon("{% foutenlijst form %}", form=Formulier({}))
    assert 'href="#id_wat"' in html
    assert "autofocus" in html
    doel = re.findall(r'href="#(id_gezien[^"]*)"', html)
    assert doel
    assert f'id="{doel[0]}"' in toon("{% veld form.gezien %}", form=Formulier({}))
    assert toon("{% foutenlijst form %}", form=Formulier({"wat": "x", "gezien": "j"})).strip() == ""


def test_een_datum_leest_als_in_een_agenda() -> None:
    assert toon("{% datum d %}", d=date(2027, 3, 3)) == '<time datetime="2027-03-03">wo 3 mrt 2027</time>'
    moment = datetime(2027, 3, 3, 13, 5, tzinfo=UTC)
    assert toon("{{ d|datumtekst:True }}", d=moment) == "wo 3 mrt 2027, 14:05"
    assert "geen datum" in toon("{% datum d %}", d=None)


def test_een_status_is_een_woord_met_een_teken() -> None:
    html = toon("{% status 'wacht op jou' soort='let-op' %}")
    assert "wacht op jou" in html
    assert "#alert-triangle" in html


@pytest.mark.parametrize(("huidige", "nu", "nog"), [(1, 1, 5), (4, 1, 2), (6, 1, 0), (None, 0, 0)])
def test_de_stappen_zeggen_waar_het_staat(huidige: int | None, nu: int, nog: int) -> None:
    html = toon("{% stappen lijst huidige %}", lijst=galerij.context("")["stappen"], huidige=huidige)
    assert html.count('aria-current="step"') == nu
    assert html.count("nog niet") == nog
    assert html.count("stap--klaar") == 6 - nu - nog


def test_bladeren_houdt_de_filters_vast() -> None:
    verzoek = RequestFactory().get("/signalen", {"status": "nieuw", "pagina": "6"})
    html = toon("{% pagina p %}", p=galerij.context("")["pagina"], request=verzoek)
    assert 'href="?status=nieuw&amp;pagina=7"' in html
    assert "126 tot en met 150 van 312" in html


def test_wat_tussen_de_tags_staat_blijft_veilig() -> None:
    html = toon("{% kaart titel %}{{ tekst }}{% eindkaart %}", titel="<i>", tekst="<b>")
    assert "&lt;i&gt;" in html
    assert "&lt;b&gt;" in html


@pytest.mark.browser
@pytest.mark.skipif(not shutil.which("chromium"), reason="geen Chromium: apt-get install chromium")
@pytest.mark.parametrize("breedte", [1280, 360])
def test_elk_onderdeel_is_toegankelijk_in_een_echte_browser(
    chromium: Any, breedte: int, tmp_path: Path
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    klachten: list[str] = []
    with Dienblad(tmp_path) as adres:
        blad = chromium.new_page(viewport={"width": breedte, "height": 800})
        blad.on("console", lambda bericht: klachten.append(bericht.text) if bericht.type == "error" else None)
        for pagina in ("galerij", "galerij_publiek", "503"):
            blad.goto(f"{adres}/{pagina}.html")
            uitslag = Axe().run(blad)
            assert uitslag.violations_count == 0, uitslag.generate_report()
            assert blad.evaluate("document.documentElement.scrollWidth <= innerWidth")
        blad.close()
    assert klachten == []


class Dienblad:
    """The gallery on loopback, under the strict policy."""

    def __init__(self, map_: Path) -> None:
        galerij.schrijf(map_)
        for pad in ("schakel", "vendor", "django_htmx"):
            assert finders.find(pad)
        handler = functools.partial(_MetBeleid, directory=str(map_))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)

    def __enter__(self) -> str:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}"

    def __exit__(self, *fout: object) -> None:
        self.server.shutdown()
        self.server.server_close()


class _MetBeleid(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", BELEID)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


def test_een_vaste_tekst_staat_in_de_taal_van_de_pagina_ook_na_een_andere_taal() -> None:
    sjabloon = Template(
        '{% load i18n schakel %}{% translate "Menu sluiten" %}|{% translate "Filteren" as w %}{{ w }}'
    )
    with translation.override("en"):
        engels = sjabloon.render(Context())
    assert sjabloon.render(Context()) == "Menu sluiten|Filteren"
    with translation.override("en"):
        assert sjabloon.render(Context()) == engels != "Menu sluiten|Filteren"


def test_een_procentteken_en_een_aanhalingsteken_in_een_vaste_tekst_blijven_heel() -> None:
    uit = Template("{% load i18n schakel %}{% translate \"100% van 'alles' <b>\" %}").render(Context())
    assert uit == Template("{% load schakel i18n %}{% translate \"100% van 'alles' <b>\" %}").render(
        Context()
    )


def test_keuze_zegt_hoe_een_keuze_heet_in_de_taal_van_de_pagina() -> None:
    from schakel.signaal.models import Signaal

    signaal = Signaal(status="in_veredeling")
    assert toon('{{ s|keuze:"status" }}', s=signaal) == signaal.get_status_display()
    with translation.override("en"):
        assert toon('{{ s|keuze:"status" }}', s=signaal) == signaal.get_status_display()
    assert toon('{{ s|keuze:"status" }}', s=Signaal(status="iets nieuws")) == "iets nieuws"
