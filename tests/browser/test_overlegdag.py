# SPDX-License-Identifier: EUPL-1.2
"""A whole meeting day with six people at once, each page and file of each compared with the independent model."""

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import expect
from pypdf import PdfReader
from tests.browser import overlegdag as o
from tests.browser.overlegdag_orakel import Verwachting

KIJKT_NIET = re.compile(r"^/(static|uitloggen|taal|api|logboek|signalen|melden|meldingen|barrieres$)")
GEHEIM = re.compile(r"geheim\d\d[a-z]+")
ZAADJES = ("/", "/casussen", "/overleggen", "/verstrekkingen", "/interventies/voornemens")


@dataclass
class Lezer:
    """One person who opens everything that their own pages lead to. `gelezen`: address → secrets that stood there."""

    pagina: Any
    gelezen: dict[str, set[str]] = field(default_factory=dict)

    def open(self, pad: str) -> str:
        """The text of a page or a file; what is not there has none."""
        antwoord = self.pagina.request.get(pad, max_redirects=0, timeout=o_geduld())
        if antwoord.status != 200:
            self.gelezen[pad] = set()
            return ""
        tekst = _tekst(antwoord.headers["content-type"], antwoord.body())
        self.gelezen[pad] = set(GEHEIM.findall(tekst))
        return tekst

    def kruip(self, hoort_erbij: re.Pattern[str]) -> None:
        """From the lists on, every link to a page of the story."""
        wacht = list(ZAADJES)
        while wacht:
            pad = wacht.pop()
            if pad in self.gelezen:
                continue
            basis = urljoin(self.pagina.url, pad)
            for link in re.findall(r'href="([^"#]+)"', self.open(pad)):
                deel = urlsplit(urljoin(basis, link.replace("&amp;", "&")))
                nieuw = deel.path + (f"?{deel.query}" if deel.query else "")
                if deel.netloc == urlsplit(basis).netloc and hoort_erbij.search(deel.path):
                    wacht.append(nieuw)

    def alles(self) -> set[str]:
        return set().union(*self.gelezen.values())


def o_geduld() -> int:
    from tests.browser.toneel import GEDULD

    return GEDULD


def _tekst(soort: str, inhoud: bytes) -> str:
    if soort.startswith("application/pdf"):
        return "\n".join(blad.extract_text() for blad in PdfReader(BytesIO(inhoud)).pages)
    if "wordprocessing" in soort:
        with zipfile.ZipFile(BytesIO(inhoud)) as archief:
            return archief.read("word/document.xml").decode()
    return inhoud.decode(errors="replace")


def _lezers(dag: o.Dag) -> dict[str, Lezer]:
    """Everyone reads all that they can reach, and then tries every address that anybody reached."""
    eigen = {naam: dag.casus(o.REGIE, naam).pagina.url.rsplit("/", 1)[1] for naam in o.BIJ}
    overleg = dag.overleg(o.REGIE).pagina.url.rsplit("/", 1)[1]
    delen = "|".join([*eigen.values(), overleg, "overleggen/acties/", "dossier"])
    erbij = re.compile(f"^(?!/static)(?!/uitloggen).*({delen})")
    lezers = {login: Lezer(dag.keten.als(login).pagina) for login in o.ZES}
    for lezer in lezers.values():
        lezer.kruip(erbij)
    adressen = sorted(set().union(*(lezer.gelezen for lezer in lezers.values())))
    for lezer in lezers.values():
        for pad in adressen:
            if pad not in lezer.gelezen:
                lezer.open(pad)
    return lezers


def _vergelijk(dag: o.Dag, gepland: bool) -> None:
    """Nothing too many, nothing too few; and per address nothing that this reader may not see."""
    verwacht = Verwachting()
    later = {"besluit", "actie"} if gepland else set()
    bestaat = {
        w
        for w, g in o.GEHEIM.items()
        if g.soort not in later and not (gepland and g.soort == "weging" and g.van == o.REGIE)
    }
    for login, lezer in _lezers(dag).items():
        mag, gelezen = verwacht.mag(login) & bestaat, lezer.alles()
        lekken = {pad: w - mag for pad, w in lezer.gelezen.items() if w - mag}
        assert lekken == {}, f"{login} leest te veel"
        assert mag - gelezen == set(), f"{login} vindt niet wat van hem is; {len(lezer.gelezen)} adressen"


def test_een_overlegdag_met_zes_mensen_toont_ieder_precies_wat_de_regel_toestaat(iemand_vers: Any) -> None:
    dag = o.begin(iemand_vers)
    o.regie_opent(dag)
    o.partners_brengen_in(dag)
    o.regie_maakt_klaar(dag)
    o.partners_wegen(dag)
    o.partners_stellen_voor(dag)
    o.regie_plant(dag)

    politie = o.bereidt_voor(dag, o.POLITIE)
    expect(politie.inhoud).to_contain_text("geheim16vraag")
    zorg = o.bereidt_voor(dag, o.ZORG)
    expect(zorg.inhoud).to_contain_text("geheim15vraag")
    expect(zorg.inhoud).to_contain_text("Weeg de casus, los van de anderen")
    assert not [w for w in ("Deel 2", "geheim16vraag", "geheim02titel") if w in zorg.pagina.content()]
    om = o.bereidt_voor(dag, o.OM)
    expect(om.inhoud).to_contain_text("Niemand anders leest dit nog")
    _vergelijk(dag, gepland=True)

    o.regie_begint(dag)
    o.overleg_weegt(dag)
    o.overleg_besluit(dag)
    zorg = dag.overleg(o.ZORG)
    expect(zorg.inhoud).to_contain_text("geheim19besluit")
    o.regie_sluit(dag)
    _vergelijk(dag, gepland=False)
    fiscus = dag.keten.als(o.FISCUS)
    expect(fiscus.inhoud).to_contain_text("geheim25actie")
    gemeente = dag.keten.als(o.GEMEENTE)
    expect(gemeente.inhoud).to_contain_text("geheim26actie")
    assert "geheim23besluit" not in gemeente.pagina.content()


def test_de_verwachting_zelf_verschilt_per_persoon() -> None:
    """The model is not one answer for all: of each secret somebody may read it and, but for the open ones, somebody not."""
    mag = {login: Verwachting().mag(login) for login in o.ZES}
    assert set().union(*mag.values()) == set(o.GEHEIM)
    assert len({frozenset(m) for m in mag.values()}) == len(o.ZES)
    assert mag[o.ZORG] & {w for w, g in o.GEHEIM.items() if g.deel == 2 or g.casus == o.REKENING} == set()
    assert "geheim07stuk" in mag[o.POLITIE] - mag[o.ZORG]
    assert "geheim10stuk" not in mag[o.OM]
