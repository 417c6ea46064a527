# SPDX-License-Identifier: EUPL-1.2
"""Files of others stay as they were released, and every page gets by with our own server."""

import gzip
import json
import re

from tools import vendor

OPGEHAALD_BIJ_DE_EERSTE_PAGINA = (
    "schakel/nlds.css", "schakel/tokens.css", "schakel/schakel.css", "schakel/eenmaal.js",
    "schakel/schakel.js",
    "vendor/tabler-icons/3.51.0/iconen.svg",
)  # fmt: skip


def test_elk_bestand_van_anderen_is_gelijk_aan_wat_het_manifest_noemt() -> None:
    genoemd = json.loads((vendor.STATIC / "vendor/manifest.json").read_text())
    assert genoemd == vendor.regels()


def test_bij_elk_bestand_van_anderen_ligt_de_licentie() -> None:
    for versie in (vendor.STATIC / "vendor").glob("*/*/"):
        assert list(versie.glob("LICENSE*")), versie.name


def test_notice_en_bundel_volgen_het_manifest() -> None:
    assert (vendor.WORTEL / "NOTICE").read_text() == vendor.notice(vendor.regels())
    assert vendor.BUNDEL.read_text() == vendor.bundel()


def test_geen_stylesheet_haalt_iets_van_elders() -> None:
    for css in vendor.STATIC.rglob("*.css"):
        verwijzingen = re.findall(r"(?:url\(|@import)\s*['\"]?([^)'\"\s]+)", css.read_text())
        assert not [v for v in verwijzingen if not v.startswith("data:")], css.name


def test_elk_pictogram_dat_een_sjabloon_noemt_zit_in_de_sprite() -> None:
    genoemd = {
        naam
        for sjabloon in (vendor.WORTEL / "src").rglob("templates/**/*.html")
        for naam in re.findall(r"""(?:\{% icoon |icoon=)["']([a-z0-9-]+)["']""", sjabloon.read_text())
    }
    assert genoemd <= set(vendor.ICONEN)


def test_de_eerste_pagina_blijft_ruim_onder_150_kilobyte() -> None:
    eigen = [(vendor.STATIC / pad).read_bytes() for pad in OPGEHAALD_BIJ_DE_EERSTE_PAGINA]
    htmx = vendor.files("django_htmx").joinpath("static", "django_htmx", vendor.HTMX).read_bytes()
    assert sum(len(gzip.compress(inhoud)) for inhoud in (*eigen, htmx)) < 60_000
