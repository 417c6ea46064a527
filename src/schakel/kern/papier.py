# SPDX-License-Identifier: EUPL-1.2
"""A text as PDF or DOCX: real text with a title, a language and headings that can be jumped to (docs/adr/0010).

Pure: what stands in it was decided by who made the `Papier`. Fonts: DejaVu (licence beside them).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

LETTERS = Path(__file__).parent / "letters"
GRIJS = HexColor("#4a5560")


@dataclass(frozen=True)
class Regel:
    """A statement: what it is about, its words, and where they come from with the day."""

    naam: str
    tekst: str
    bron: str = ""


@dataclass(frozen=True)
class Deel:
    """A heading with what stands under it. `niveau`: 1 or 2, below the title."""

    titel: str
    regels: Sequence[Regel] = ()
    niveau: int = 1
    uitleg: str = ""


@dataclass(frozen=True)
class Papier:
    """A whole text. `voet` stands on each page: for whom it was made, and when."""

    titel: str
    voet: str
    taal: str = "nl-NL"
    delen: Sequence[Deel] = field(default_factory=list)


@cache
def _stijlen() -> dict[str, ParagraphStyle]:
    pdfmetrics.registerFont(TTFont("Letter", str(LETTERS / "DejaVuSans.ttf")))
    pdfmetrics.registerFont(TTFont("Vet", str(LETTERS / "DejaVuSans-Bold.ttf")))
    pdfmetrics.registerFontFamily("Letter", normal="Letter", bold="Vet", italic="Letter", boldItalic="Vet")
    gewoon = ParagraphStyle("gewoon", fontName="Letter", fontSize=9.5, leading=13, spaceAfter=3)
    return {
        "gewoon": gewoon,
        "zacht": ParagraphStyle("zacht", gewoon, fontSize=8, leading=11, textColor=GRIJS, spaceAfter=5),
        "0": ParagraphStyle("0", gewoon, fontName="Vet", fontSize=17, leading=21, spaceAfter=6),
        "1": ParagraphStyle(
            "1", gewoon, fontName="Vet", fontSize=13, leading=17, spaceBefore=12, keepWithNext=1
        ),
        "2": ParagraphStyle(
            "2", gewoon, fontName="Vet", fontSize=10.5, leading=14, spaceBefore=7, keepWithNext=1
        ),
    }


class _Blad(SimpleDocTemplate):  # reportlab calls back into the template; there is no other way in
    """Puts each heading in the outline, so that a reader can jump to it."""

    def afterFlowable(self, flowable: Any) -> None:
        stijl = getattr(getattr(flowable, "style", None), "name", "")
        if stijl in ("1", "2"):
            sleutel = f"deel-{id(flowable)}"
            self.canv.bookmarkPage(sleutel)
            self.canv.addOutlineEntry(flowable.getPlainText(), sleutel, int(stijl) - 1)


def als_pdf(papier: Papier) -> bytes:
    """The text as PDF, A4."""
    stijl, uit = _stijlen(), BytesIO()
    blad = _Blad(
        uit, pagesize=A4, title=papier.titel, lang=papier.taal, author="Schakel",
        leftMargin=20 * mm, rightMargin=20 * mm, topMargin=18 * mm, bottomMargin=20 * mm,
    )  # fmt: skip

    def voet(canvas: Any, blad: Any) -> None:
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setFont("Letter", 7.5)
        canvas.setFillColor(GRIJS)
        canvas.drawString(20 * mm, 11 * mm, papier.voet)
        canvas.drawRightString(190 * mm, 11 * mm, str(blad.page))

    stroom: list[Any] = [Paragraph(_html(papier.titel), stijl["0"])]
    for deel in papier.delen:
        stroom.append(Paragraph(_html(deel.titel), stijl[str(deel.niveau)]))
        if deel.uitleg:
            stroom.append(Paragraph(_html(deel.uitleg), stijl["zacht"]))
        for regel in deel.regels:
            stroom.append(Paragraph(f"<b>{_html(regel.naam)}:</b> {_html(regel.tekst)}", stijl["gewoon"]))
            if regel.bron:
                stroom.append(Paragraph(_html(regel.bron), stijl["zacht"]))
    blad.build(stroom, onFirstPage=voet, onLaterPages=voet)
    return uit.getvalue()


def _html(tekst: str) -> str:
    """Typed text as it was typed: no markup of its own, lines kept."""
    return escape(_leesbaar(tekst)).replace("\n", "<br/>")


def _leesbaar(tekst: str) -> str:
    """Without control characters, which neither format can hold."""
    return "".join(t for t in tekst.replace("\r\n", "\n") if t >= " " or t in "\n\t")


def als_docx(papier: Papier) -> bytes:
    """The text as DOCX with real headings, so that it can be read aloud and worked on."""
    document, uit = Document(), BytesIO()
    document.core_properties.title = papier.titel
    document.core_properties.author = "Schakel"
    document.core_properties.language = papier.taal
    opmaak = document.styles["Normal"]
    opmaak.font.size = Pt(10)
    taal = opmaak.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): papier.taal})
    opmaak.element.get_or_add_rPr().append(taal)
    document.add_heading(_leesbaar(papier.titel), 0)
    for deel in papier.delen:
        document.add_heading(_leesbaar(deel.titel), deel.niveau)
        if deel.uitleg:
            _zacht(document, deel.uitleg)
        for regel in deel.regels:
            alinea = document.add_paragraph()
            alinea.add_run(f"{_leesbaar(regel.naam)}: ").bold = True
            alinea.add_run(_leesbaar(regel.tekst))
            if regel.bron:
                _zacht(document, regel.bron)
    document.sections[0].footer.paragraphs[0].text = _leesbaar(papier.voet)
    document.save(uit)
    return uit.getvalue()


def _zacht(document: Any, tekst: str) -> None:
    """Small grey words: a source, an explanation."""
    woorden = document.add_paragraph().add_run(_leesbaar(tekst))
    woorden.font.size, woorden.font.color.rgb = Pt(8), RGBColor(*(round(255 * k) for k in GRIJS.rgb()))


VORMEN = {
    "pdf": ("application/pdf", als_pdf),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", als_docx),
}
"""Extension → its kind and its maker."""
