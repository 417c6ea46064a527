# SPDX-License-Identifier: EUPL-1.2
"""Which pages there are to look at: crawled over plain HTTP, and only those kept that show something new."""

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from urllib.parse import urlencode, urljoin, urlsplit

from django.urls import Resolver404, resolve

_LEEG = frozenset({"input", "br", "hr", "img", "link", "meta", "source", "use", "path", "wbr", "col"})
_GEEN_PAGINA = ("/api/v1/openapi", "/static/")
_KIEST_VORM = {"drempel", "naam", "naar", "soort"}


@dataclass(frozen=True)
class Blad:
    """One page as one login gets it; `soort` is the pattern of its address, so `signalen/<uuid:id>`."""

    soort: str
    pad: str
    status: int
    links: tuple[str, ...]
    vormen: frozenset[str]


@dataclass
class Bezoeker:
    """A login without a browser; its cookies can be handed to one."""

    adres: str
    koekjes: CookieJar = field(default_factory=CookieJar)

    def haal(self, pad: str, **velden: str) -> tuple[int, str, str]:
        """Status, media type and text of one address; with fields it is a POST."""
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.koekjes))
        inhoud = urlencode(velden).encode() if velden else None
        try:
            with opener.open(urljoin(self.adres, pad), inhoud) as antwoord:
                return antwoord.status, antwoord.headers.get_content_type(), _tekst(antwoord.read())
        except urllib.error.HTTPError as fout:
            with fout:
                return fout.code, fout.headers.get_content_type(), _tekst(fout.read())

    def log_in(self, naam: str, wachtwoord: str) -> None:
        bron = self.haal("/inloggen")[2]
        bewijs = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', bron)
        assert bewijs is not None
        self.haal("/inloggen", login=naam, password=wachtwoord, csrfmiddlewaretoken=bewijs[1])

    def kruip(self, begin: str) -> Iterator[Blad]:
        """One page of each kind that links of our own reach."""
        wacht, gezien = [begin], {soort_van(begin)}
        while wacht:
            pad = wacht.pop(0)
            status, type_, bron = self.haal(pad)
            if type_ != "text/html":
                continue
            lezer = _Lezer()
            lezer.feed(bron)
            yield Blad(soort_van(pad) or "", pad, status, tuple(lezer.links), frozenset(lezer.vormen))
            for link in lezer.links:
                deel = urlsplit(urljoin(urljoin(self.adres, pad), link))
                if f"{deel.scheme}://{deel.netloc}" != self.adres or deel.path.startswith(_GEEN_PAGINA):
                    continue
                soort = soort_van(deel.path)
                if soort is not None and soort not in gezien:
                    gezien.add(soort)
                    wacht.append(f"{deel.path}?{deel.query}".rstrip("?"))


def _tekst(inhoud: bytes) -> str:
    """A page as text; a document (PDF, DOCX) is looked at by its media type alone."""
    return inhoud.decode(errors="replace")


def soort_van(pad: str) -> str | None:
    """The pattern of an address as `urls.py` writes it, with the words that choose a form; none when there is no such page."""
    try:
        gevonden = resolve(urlsplit(pad).path)
    except Resolver404:
        return None
    soort = str(gevonden.route)
    for naam in _KIEST_VORM & gevonden.kwargs.keys():
        soort = soort.replace(f"<slug:{naam}>", str(gevonden.kwargs[naam]))
    return soort


class _Lezer(HTMLParser):
    """The links of a page, and its shapes: every element with its parent, by tag, classes and attributes, not by text."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.vormen: set[str] = set()
        self._ouders = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        eigen = dict(attrs)
        if tag == "a" and eigen.get("href"):
            self.links.append(str(eigen["href"]))
        vaste = [eigen.get("class") or "", eigen.get("role") or "", eigen.get("type") or ""]
        vorm = f"{tag}.{' '.join(vaste)}[{' '.join(sorted(eigen))}]"
        self.vormen.add(f"{self._ouders[-1]} > {vorm}")
        if tag not in _LEEG:
            self._ouders.append(vorm)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _LEEG and len(self._ouders) > 1:
            self._ouders.pop()
