# SPDX-License-Identifier: EUPL-1.2
"""What every page must pass, on a desk and on a phone: axe finds nothing, and it does not scroll sideways.

Measuring contrast is nine tenths of the work of axe. Therefore each combination of text colour, ground, size and
weight is measured once per browser tab, on the first page and at the first width that shows it.
"""

from functools import cache
from importlib.resources import files
from typing import Any

BUREAU, TELEFOON = {"width": 1280, "height": 900}, {"width": 360, "height": 800}
_DRAAI = """async () => {
  const gemeten = new Set(JSON.parse(sessionStorage.getItem("gemeten") || "[]"));
  const nieuw = [];
  for (const vak of document.querySelectorAll("body *")) {
    const eigenTekst = [...vak.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
    if (!(eigenTekst || vak.matches("input, select, textarea")) || !vak.checkVisibility({visibilityProperty: true})) continue;
    const {color, fontSize, fontWeight} = getComputedStyle(vak);
    const kleuren = [color, fontSize, fontWeight];
    for (let grond = vak; grond; grond = grond.parentElement) {
      const {backgroundColor, backgroundImage, opacity} = getComputedStyle(grond);
      kleuren.push(backgroundColor, backgroundImage, opacity);
    }
    const merk = kleuren.filter(k => !["rgba(0, 0, 0, 0)", "none", "1"].includes(k)).join();
    if (!gemeten.has(merk)) { gemeten.add(merk); nieuw.push(vak); }
  }
  sessionStorage.setItem("gemeten", JSON.stringify([...gemeten]));
  const gevonden = async (waar, regels) => (await axe.run(waar, {resultTypes: ["violations"], ...regels})).violations;
  const fouten = await gevonden(document, {rules: {"color-contrast": {enabled: false}}});
  if (nieuw.length) fouten.push(...await gevonden({include: nieuw}, {runOnly: ["color-contrast"]}));
  return fouten.map(f => `${f.id}: ${f.nodes.map(n => n.html.slice(0, 160)).slice(0, 3).join(" | ")}`);
}"""
_TE_BREED = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@cache
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text()


def keur(pagina: Any) -> list[str]:
    """What is wrong with the page as it stands, in words that lead to the element. Leaves it as wide as a phone or a desk."""
    pagina.evaluate(_axe())
    maten = [BUREAU, TELEFOON]
    if pagina.viewport_size == TELEFOON:
        maten.reverse()
    fouten: list[str] = []
    for maat in maten:
        pagina.set_viewport_size(maat)
        fouten += [f"{maat['width']} px: {fout}" for fout in pagina.evaluate(_DRAAI)]
        if meer := max(0, pagina.evaluate(_TE_BREED)):
            fouten.append(f"{maat['width']} px: {meer} px te breed")
    return fouten
