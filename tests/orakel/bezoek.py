# SPDX-License-Identifier: EUPL-1.2
"""One person at the door: asks pages, fragments and API, and judges everything in each answer, as a stranger would.

Every secret of a world is a word that exists once. One that is found and may not be seen is a leak; one that is not
found on the page that should show it is a wrong refusal. Forbidden and missing must answer alike. Sessions stay open
while grants, functions and days change.
"""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from traceback import extract_tb
from typing import Any
from uuid import UUID
from zipfile import ZipFile

from django.test import Client
from django.test.client import ClientHandler

from schakel.partner.queries import SESSIE
from schakel.toegang.models import Gebruiker
from tests.orakel.databank import token_van
from tests.orakel.maken import Bouwer
from tests.orakel.model import Orakel
from tests.orakel.rijen import geheim
from tests.orakel.vragen import Antwoord, Verschil
from tests.orakel.wereld import Stuk, Wie, merk

GEHEIM = re.compile(r"kanarie[0-9a-f]+q\d{4}x|\b[SCMDZ][0-9a-f]+-\d{5}\b")
UUIDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
WACHT = (
    "melding_alarm",
    "melding_herinnering",
    "melding_doorzending",
    "zorg_overdracht",
    "interventie_rapportage",
)
"""These tell a ketenregisseur which melding waits too long, and a receiver what is offered; nothing else of it."""
OP_EEN_BLAD = {
    "zorg_groep": ("/zorg/groepen/{}",), "zorg_zorgvraag": ("/zorg/opvang/{}",), "zorg_zorgaanbod": ("/zorg/aanbod/{}",),
    "zorg_zorgbespreking": ("/zorg/overleggen/{}",), "zorg_overdracht": ("/zorg/overdrachten/{}",),
    "zorg_actiebericht": ("/actiedagen/{}",),
    "zorg_comelding": ("/zorg/comensha/{}/versturen",), "zorg_plek": ("/zorg/plekken/{}",),
    "overleg_overleg": tuple(f"{v}/overleggen/{{}}{n}" for v, n in (
        ("", ""), ("", "/verslag"), ("", "/uitnodiging"), ("", "/kalender"), ("/api/v1", ""),
    )),
    "interventie_voornemen": ("/interventies/voornemens/{}",), "signaal_optelling": ("/niet-pluis/{}",),
    "interventie_beslisverzoek": ("/interventies/besluiten/{}",), "signaal_screening": ("/signalen/lijsten/{}",),
    "signaal_zoekvraag": ("/signalen/zoekvragen/{}",),
    "signaal_beschermingstaak": ("/bescherming/{}",), "melding_doorzending": ("/meldingen/doorgezet/{}",),
}  # fmt: skip
"""Tables of which one row has pages of its own."""


class Meelezer(logging.Handler):
    """Reads along with what the application logs: no content belongs there."""

    def __init__(self) -> None:
        super().__init__()
        self.gevonden: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        self.gevonden |= set(GEHEIM.findall(record.getMessage()))

    def geef(self) -> set[object]:
        """What was found since the last time."""
        gevonden, self.gevonden = self.gevonden, set()
        return {f"log {g}" for g in gevonden}


MEELEZER = Meelezer()
_HUIS = ClientHandler(enforce_csrf_checks=False)
"""The application, loaded once for all visitors."""


@dataclass
class Bezoek:
    """One person with a session for the pages and a token for the API."""

    k: Bouwer
    o: Orakel
    wie: Wie
    client: Client

    def __post_init__(self) -> None:
        self.mag = set(geheimen(self.o, self.wie))
        stukken = self.k.w.stukken.values()
        wacht = {a.stuk for a in self.k.w.aanhang if a.tabel in WACHT and self.o.ziet_aanhang(self.wie, a)}
        self.stukken = {s.id for s in stukken if not bestaat(self.o, self.wie, s) and s.id not in wacht}
        self.verborgen = {
            v.id for s in stukken for v in s.verstrekkingen if not self.o.ziet_verstrekking(self.wie, v)
        } | {v.id for v in self.k.w.verzoeken if not self.o.ziet_verzoek(self.wie, v, tekst=False)}
        self.rijen = {
            a.id: self.o.ziet_aanhang(self.wie, a) for a in self.k.w.aanhang if a.tabel in OP_EEN_BLAD
        }
        self.verborgen |= {id for id, ziet in self.rijen.items() if not ziet}

    def haal(self, pad: str, *, fragment: bool = False, data: Any = None, methode: str = "") -> Any:
        methode = methode or ("GET" if data is None else "POST")
        koppen: dict[str, Any] = {"HTTP_HX_REQUEST": "true"} if fragment else {}
        if not pad.startswith("/api/"):
            vorm = {} if data is None else {"data": data}
            return getattr(self.client, methode.lower())(pad, **vorm, **koppen)
        koppen["HTTP_AUTHORIZATION"] = f"Bearer {token_van(self.wie.bezetting)}"
        lijf = "" if data is None else json.dumps(data)
        return self.client.generic(methode, pad, lijf, content_type="application/json", **koppen)

    def keur(
        self, soort: str, pad: str, *, moet: set[str] | None = None, status: int | None = None, typte: str = "",
        niet: set[UUID] | None = None, precies: bool = False, **hoe: Any,
    ) -> Antwoord:  # fmt: skip
        """Ask, and judge everything in the answer. `moet`: what may not be missing (`precies`: and nothing else may be
        there); `niet`: ids that may not be named (else all that are hidden); `typte`: what was sent along."""
        antwoord = self.haal(pad, **hoe)
        tekst = alles(antwoord)
        gezien = set(GEHEIM.findall(tekst)) - {typte}
        te_veel: set[object] = set(gezien - (moet or set() if precies else self.mag))
        genoemd = {UUID(u) for u in UUIDS.findall(tekst) if u not in pad}
        te_veel |= {f"id {u}" for u in genoemd & (self.verborgen | self.stukken if niet is None else niet)}
        te_veel |= MEELEZER.geef()
        te_weinig: set[object] = set((moet or set()) - gezien)
        if antwoord.status_code >= 500 or (status and antwoord.status_code != status):
            (te_veel if antwoord.status_code < 400 else te_weinig).add(_status(antwoord))
        velden = sum(1 for g in gezien | (moet or set()) if g.startswith("kanarie"))
        anders = Verschil(f"{soort} {pad}", self.wie, frozenset(te_veel), frozenset(te_weinig))
        rijen = len(gezien | (moet or set())) + len(genoemd) - velden
        return Antwoord(soort, anders if te_veel or te_weinig else None, rijen, velden)

    def een(
        self, soort: str, adres: str, id: UUID, mag: bool, moet: set[str], *, niet: set[UUID] | None = None,
        **hoe: Any,
    ) -> Iterator[Antwoord]:  # fmt: skip
        """One object by its address: all of it, or exactly what an id that never existed gets."""
        pad = adres.format(id)
        if mag:
            yield self.keur(soort, pad, moet=moet, status=200, niet=niet, **hoe)
        else:
            yield from self.als_nooit(soort, adres, id, status=404, **hoe)

    def als_nooit(
        self, soort: str, adres: str, id: UUID, *, status: int | None = None, **hoe: Any
    ) -> Iterator[Antwoord]:
        """Forbidden is missing: status, headers and body are those of an id that never existed."""
        nooit = self.k.id()
        hier, daar = self.haal(adres.format(id), **hoe), self.haal(adres.format(nooit), **hoe)
        gezien = set(GEHEIM.findall(alles(hier)))
        te_veel: set[object] = set(gezien - self.mag)
        if _kaal(hier, id) != _kaal(daar, nooit):
            te_veel.add(f"anders dan niets: {hier.status_code} en {daar.status_code}")
        if status and hier.status_code != status:
            te_veel.add(f"status {hier.status_code}")
        waar = f"{soort} {hoe.get('methode', '')} {adres} 404"
        yield Antwoord(
            soort, Verschil(waar, self.wie, frozenset(te_veel), frozenset()) if te_veel else None, 1
        )
        yield Antwoord(soort)


def _status(antwoord: Any) -> str:
    """The status; of a crash also where."""
    if not getattr(antwoord, "exc_info", None):
        return f"status {antwoord.status_code}"
    _, fout, spoor = antwoord.exc_info
    plek = next((f for f in reversed(extract_tb(spoor)) if "/schakel/" in f.filename), None)
    waar = f" {Path(plek.filename).name}:{plek.lineno}" if plek else ""
    return f"status {antwoord.status_code} {fout!r}{waar}"


def alles(antwoord: Any) -> str:
    """Everything that leaves the house: headers and body."""
    koppen = "\n".join(f"{n}: {w}" for n, w in antwoord.items())
    return f"{koppen}\n{_leesbaar(antwoord.content)}"


def _leesbaar(lijf: bytes) -> str:
    """The words of a body; of a document in a container (DOCX) those of every part."""
    if not lijf.startswith(b"PK"):
        return lijf.decode(errors="replace")
    with ZipFile(BytesIO(lijf)) as archief:
        return "\n".join(archief.read(deel).decode(errors="replace") for deel in archief.namelist())


def _kaal(antwoord: Any, id: UUID) -> tuple[int, list[str], str]:
    """Status, headers and body without what differs at each request by nature."""
    tekst = re.sub(
        r'(csrfmiddlewaretoken|csrf-token|X-CSRFToken)"?[^>]*?[A-Za-z0-9]{64}', "", alles(antwoord)
    )
    tekst = re.sub(r"traceparent: .*|nonce-[^']+|Content-Length: \d+", "", tekst, flags=re.I)
    return antwoord.status_code, sorted(antwoord.headers), tekst.replace(str(id), "")


def bestaat(o: Orakel, wie: Wie, s: Stuk) -> bool:
    """Does this actor know that it is there at all?"""
    anders = {"melding": o.ziet_melding, "zorgtraject": o.ziet_kop}
    return anders.get(s.soort, o.ziet_stuk)(wie, s)


def inhoud(o: Orakel, wie: Wie, s: Stuk) -> set[str]:
    """What the page of this object must show to this actor."""
    return {g.kanarie for g in s.gegevens if o.ziet_gegeven(wie, s, g)}


def geheimen(o: Orakel, wie: Wie) -> Iterator[str]:
    """Every secret word that this actor may meet anywhere."""
    for s in o.w.stukken.values():
        if bestaat(o, wie, s):
            yield s.kenmerk
        if s.soort == "melding":
            if o.ziet_melding(wie, s):
                yield merk(s.id, 9003)
        elif o.ziet_stuk(wie, s):
            yield merk(s.id, 9001)
        yield from inhoud(o, wie, s)
        yield from (g.bron for g in s.gegevens if o.ziet_bron(wie, s, g))
        yield from (merk(i, 9002) for i, deel in s.delen.items() if o.ziet_deel(wie, s, deel))
        if o.ziet_stuk(wie, s):
            yield from (merk(v.id, 9004) for v in s.verstrekkingen if v.van == wie.partner)
    yield from (v.vraag for v in o.w.verzoeken if o.ziet_verzoek(wie, v, tekst=True))
    wacht = (a.stuk for a in o.w.aanhang if a.tabel in WACHT and o.ziet_aanhang(wie, a))
    yield from (o.w.stukken[id].kenmerk for id in wacht if id)
    yield from (geheim(a) for a in o.w.aanhang if o.ziet_aanhang(wie, a))


def bezoek(k: Bouwer, bezetting: UUID) -> Bezoek | None:
    """The visit of a person in a function, in the session they had; None when the function has ended."""
    o = Orakel(k.w)
    wie = o.wie(k.w.bezettingen[bezetting])
    return Bezoek(k, o, wie, sessie(k, bezetting)) if wie else None


def sessie(k: Bouwer, bezetting: UUID) -> Client:
    """Logged in once; open for as long as the world is."""
    if bezetting not in k.sessies:
        client = Client(raise_request_exception=False)
        client.handler = _HUIS
        gebruiker = Gebruiker.objects.get(pk=k.w.bezettingen[bezetting].persoon)
        client.force_login(gebruiker, backend="django.contrib.auth.backends.ModelBackend")
        sessie = client.session
        sessie[SESSIE] = str(bezetting)
        sessie.save()
        k.sessies[bezetting] = client
    return k.sessies[bezetting]


def na_het_einde(k: Bouwer, bezetting: UUID) -> Iterator[Antwoord]:
    """Whose function has ended: the token opens nothing, the session only what another function of theirs shows."""
    client = sessie(k, bezetting)
    token = client.get("/api/v1/signalen", HTTP_AUTHORIZATION=f"Bearer {token_van(bezetting)}")
    dicht = None if token.status_code == 401 else frozenset({f"status {token.status_code}"})
    yield Antwoord(
        "api",
        Verschil("token van een beëindigde functie", bezetting, dicht, frozenset()) if dicht else None,
        1,
    )
    o = Orakel(k.w)
    persoon = k.w.bezettingen[bezetting].persoon
    nog = [w for b in k.w.bezettingen.values() if b.persoon == persoon and (w := o.wie(b))]
    mag = {g for wie in nog for g in geheimen(o, wie)}
    for pad in ("/signalen", "/casussen"):
        gezien = set(GEHEIM.findall(alles(client.get(pad))))
        anders = Verschil(f"sessie {pad}", bezetting, frozenset(gezien - mag), frozenset())
        yield Antwoord("html", anders if gezien - mag else None, len(gezien) or 1)
