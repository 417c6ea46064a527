# SPDX-License-Identifier: EUPL-1.2
"""Two ways to work on a page: with a mouse, or with nothing but a keyboard.

A hand takes a locator of Playwright. The keyboard reaches it from where the focus is by Tab alone, and on the way
checks at every stop that the focus can be seen.
"""

import re
from collections.abc import Callable
from typing import Any, Protocol

Doel = Any  # playwright.sync_api.Locator; the package is needed in the browser tests only


class Hand(Protocol):
    """What a person does with the parts of a page."""

    def klik(self, doel: Doel) -> None:
        """Follow a link, press a button, open what is folded."""

    def vul(self, doel: Doel, tekst: str) -> None:
        """Put this text in a field in place of what is there; dates as `2026-03-31`, moments as `2026-03-31T10:00`."""

    def kies(self, doel: Doel, optie: str) -> None:
        """Choose the option with this label."""

    def vink(self, doel: Doel) -> None:
        """Check a box or a radio button."""


_VERTREKT = """doel => {
  const htmx = e => e?.matches("[hx-get], [hx-post]");
  const verstuurt = doel.type === "submit" && doel.form && !htmx(doel) && !htmx(doel.form);
  return Boolean(verstuurt || doel.matches("a[href]:not([href^='#'])"));
}"""


def _volg(doel: Doel, daad: Callable[[], None]) -> None:
    """Do it, and when it leads to another page wait until that is there."""
    if doel.evaluate(_VERTREKT):
        with doel.page.expect_navigation(wait_until="domcontentloaded"):
            daad()
    else:
        daad()


class Muis:
    def klik(self, doel: Doel) -> None:
        _volg(doel, doel.click)

    def vul(self, doel: Doel, tekst: str) -> None:
        doel.fill(tekst)

    def kies(self, doel: Doel, optie: str) -> None:
        doel.select_option(label=optie)

    def vink(self, doel: Doel) -> None:
        doel.check()


_STAND = """doel => {
  const nu = document.activeElement;
  const zelfdeKeuze = doel.type === "radio" && nu.type === "radio" && nu.name === doel.name && nu.form === doel.form;
  const stijl = getComputedStyle(nu), vlak = nu.getClientRects()[0] ?? new DOMRect();
  const kader = parseFloat(stijl.outlineWidth) > 0 && stijl.outlineStyle !== "none" || stijl.boxShadow !== "none";
  const [x, y] = [vlak.left + Math.min(vlak.width, innerWidth) / 2, vlak.top + Math.min(vlak.height, innerHeight / 2) / 2];
  const boven = document.elementFromPoint(x, y);
  const vrij = boven && (nu.contains(boven) || boven.contains(nu) || [...nu.labels ?? []].some(l => l.contains(boven)));
  const eigen = ["date", "datetime-local", "time"].includes(nu.type); // the browser itself marks day, month, year and calendar
  const begin = nu === document.body || nu.tabIndex < 0;
  const volgt = nu.compareDocumentPosition(doel) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY);
  return {
    raak: nu === doel || zelfdeKeuze, begin, terug: !begin && !volgt, binnen: doel.closest("main") && nu === document.body,
    gezien: begin || eigen || nu.matches(":focus-visible") && kader && vlak.width > 0 && Boolean(vrij),
    wie: nu.outerHTML.slice(0, 200),
  };
}"""
_RUSTIG = "() => !document.querySelector('.htmx-request, .htmx-settling, .htmx-swapping')"
_OVERSLAAN = "a[href='#inhoud']:focus"
"""The skip link; no first stop when the address led to a part of the page."""
_VERSTE = 150
"""Stops between two things on one page, at most."""


class Toetsenbord:
    def klik(self, doel: Doel) -> None:
        self._bereik(doel)
        _volg(doel, lambda: doel.page.keyboard.press("Enter"))

    def vul(self, doel: Doel, tekst: str) -> None:
        self._bereik(doel)
        toetsen = doel.page.keyboard
        soort = doel.get_attribute("type") or ""
        if soort.startswith("date"):
            self._typ_datum(doel, tekst)
        else:
            toetsen.press("Control+A")
            toetsen.insert_text(tekst)
        assert doel.input_value() == tekst, f"getypt: {tekst}, er staat: {doel.input_value()}"

    def _typ_datum(self, doel: Doel, tekst: str) -> None:
        """The parts in the order of the browser's own language, which a page cannot ask: Dutch first, then American."""
        jaar, maand, dag, *tijd = re.split("[-T]", tekst)
        for datum, helft in (
            (f"{dag}{maand}{jaar}", ""),
            (f"{maand}{dag}{jaar}", "a" if tijd < ["12"] else "p"),
        ):
            for _ in range(6):
                doel.page.keyboard.press("ArrowLeft")
            doel.page.keyboard.type(datum)
            if tijd:
                doel.page.keyboard.press("ArrowRight")
                doel.page.keyboard.type(tijd[0].replace(":", "") + helft)
            if doel.input_value() == tekst:
                return

    def kies(self, doel: Doel, optie: str) -> None:
        self._bereik(doel)
        opties = doel.locator("option").all_inner_texts()
        stappen = opties.index(optie) - doel.evaluate("keuze => keuze.selectedIndex")
        for _ in range(abs(stappen)):
            doel.page.keyboard.press("ArrowDown" if stappen > 0 else "ArrowUp")
        doel.page.wait_for_function(_RUSTIG)
        assert doel.evaluate("keuze => keuze === document.activeElement"), "de focus sprong weg"

    def vink(self, doel: Doel) -> None:
        self._bereik(doel)
        toetsen = doel.page.keyboard
        if doel.evaluate("keuze => keuze === document.activeElement && !keuze.checked"):
            toetsen.press("Space")
        for _ in range(20):
            if doel.is_checked():
                break
            toetsen.press("ArrowDown")
        assert doel.is_checked()

    def _bereik(self, doel: Doel) -> None:
        """Tab to it, by the skip link when a page has just opened; never by a jump that a person cannot make."""
        pagina, vak = doel.page, doel.element_handle()
        for _ in range(_VERSTE):
            stand = vak.evaluate(_STAND)
            assert stand["gezien"], f"de focus is niet te zien op {stand['wie']}"
            if stand["raak"]:
                return
            if stand["binnen"]:
                pagina.keyboard.press("Tab")
                if pagina.locator(_OVERSLAAN).count():
                    pagina.keyboard.press("Enter")
            else:
                pagina.keyboard.press("Shift+Tab" if stand["terug"] else "Tab")
        raise AssertionError(
            f"niet te bereiken met het toetsenbord: {doel}; de focus staat op {stand['wie']}"
        )
