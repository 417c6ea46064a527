# SPDX-License-Identifier: EUPL-1.2
"""Requests from outside: pages, fragments, search and API, read as a stranger would: what is in the answer at all?

Every secret of a world is a word that exists once. One that is found and may not be seen is a leak; one that is not
found on the page that should show it is a wrong refusal. Forbidden and missing must answer alike.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.test import Client

from schakel.partner.queries import SESSIE
from schakel.toegang.models import Gebruiker
from tests.orakel.databank import token_van
from tests.orakel.maken import Bouwer
from tests.orakel.model import NODIG, Orakel
from tests.orakel.vragen import Verschil
from tests.orakel.wereld import Stuk, Wie, merk

GEHEIM = re.compile(r"kanarie[0-9a-f]+q\d{4}x|\b[SCMDZ][0-9a-f]+-\d{5}\b")
UUIDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
Antwoord = tuple[str, Verschil | None]


@dataclass
class Bezoek:
    """One person at the door: with a session for the pages and a token for the API."""

    k: Bouwer
    o: Orakel
    wie: Wie
    client: Client

    def __post_init__(self) -> None:
        self.mag = set(_geheimen(self.o, self.wie))
        stukken = self.k.w.stukken.values()
        self.stukken = {s.id for s in stukken if not _bestaat(self.o, self.wie, s)}
        acts = {v.id for s in stukken for v in s.verstrekkingen if not self.o.ziet_verstrekking(self.wie, v)}
        self.verborgen = acts | {
            v.id for v in self.k.w.verzoeken if not self.o.ziet_verzoek(self.wie, v, tekst=False)
        }

    def haal(self, pad: str, *, fragment: bool = False, data: Any = None) -> Any:
        koppen: dict[str, Any] = {"HTTP_HX_REQUEST": "true"} if fragment else {}
        if pad.startswith("/api/"):
            koppen["HTTP_AUTHORIZATION"] = f"Bearer {token_van(self.wie.bezetting)}"
            if data is not None:
                return self.client.post(pad, json.dumps(data), content_type="application/json", **koppen)
        return self.client.get(pad, **koppen) if data is None else self.client.post(pad, data, **koppen)

    def keur(
        self, soort: str, pad: str, *, moet: set[str] | None = None, status: int | None = None, typte: str = "",
        ids: bool = True, **hoe: Any,
    ) -> Antwoord:  # fmt: skip
        """Ask, and judge everything in the answer. `moet`: what may not be missing; `typte`: what was sent along."""
        antwoord = self.haal(pad, **hoe)
        tekst = alles(antwoord)
        gezien = set(GEHEIM.findall(tekst)) - {typte}
        te_veel: set[object] = set(gezien - self.mag)
        genoemd = {UUID(u) for u in UUIDS.findall(tekst) if u not in pad}
        te_veel |= {f"id {u}" for u in genoemd & (self.verborgen | (self.stukken if ids else set()))}
        te_weinig: set[object] = set((moet or set()) - gezien)
        if antwoord.status_code >= 500 or (status and antwoord.status_code != status):
            (te_veel if antwoord.status_code < 400 else te_weinig).add(f"status {antwoord.status_code}")
        if not te_veel and not te_weinig:
            return soort, None
        return soort, Verschil(f"{soort} {pad}", self.wie, frozenset(te_veel), frozenset(te_weinig))

    def een(
        self, soort: str, adres: str, id: UUID, mag: bool, moet: set[str], *, ids: bool = True, **hoe: Any
    ) -> Iterator[Antwoord]:
        """One object by its address: all of it, or exactly what an id that never existed gets."""
        pad = adres.format(id)
        yield self.keur(soort, pad, moet=moet if mag else None, status=200 if mag else 404, ids=ids, **hoe)
        if not mag:
            nooit = self.k.id()
            hier, daar = self.haal(pad, **hoe), self.haal(adres.format(nooit), **hoe)
            anders = None
            if _kaal(hier, id) != _kaal(daar, nooit):
                anders = Verschil(f"{soort} {adres} 404", self.wie, frozenset({"verschilt"}), frozenset())
            yield soort, anders


def alles(antwoord: Any) -> str:
    """Everything that leaves the house: headers and body."""
    koppen = "\n".join(f"{n}: {w}" for n, w in antwoord.items())
    return f"{koppen}\n{antwoord.content.decode(errors='replace')}"


def _kaal(antwoord: Any, id: UUID) -> tuple[int, list[str], str]:
    """Status, headers and body without what differs at each request by nature."""
    tekst = re.sub(
        r'(csrfmiddlewaretoken|csrf-token|X-CSRFToken)"?[^>]*?[A-Za-z0-9]{64}', "", alles(antwoord)
    )
    tekst = re.sub(r"traceparent: .*|nonce-[^']+|Content-Length: \d+", "", tekst, flags=re.I)
    return antwoord.status_code, sorted(antwoord.headers), tekst.replace(str(id), "")


def _bestaat(o: Orakel, wie: Wie, s: Stuk) -> bool:
    return o.ziet_melding(wie, s) if s.soort == "melding" else o.ziet_stuk(wie, s)


def _inhoud(o: Orakel, wie: Wie, s: Stuk) -> set[str]:
    """What the page of this object must show to this actor."""
    return {g.kanarie for g in s.gegevens if o.ziet_gegeven(wie, s, g)}


def _geheimen(o: Orakel, wie: Wie) -> Iterator[str]:
    """Every secret word that this actor may meet anywhere."""
    for s in o.w.stukken.values():
        if _bestaat(o, wie, s):
            yield s.kenmerk
        if s.soort == "melding":
            if o.ziet_melding(wie, s):
                yield merk(s.id, 9003)
        elif o.ziet_stuk(wie, s):
            yield merk(s.id, 9001)
        yield from _inhoud(o, wie, s)
        yield from (g.bron for g in s.gegevens if o.ziet_bron(wie, s, g))
        yield from (merk(i, 9002) for i, deel in s.delen.items() if o.ziet_deel(wie, s, deel))
        if o.ziet_stuk(wie, s):
            yield from (merk(v.id, 9004) for v in s.verstrekkingen if v.van == wie.partner)
    yield from (v.vraag for v in o.w.verzoeken if o.ziet_verzoek(wie, v, tekst=True))


# --- what can be asked: each yields one or more judged answers ---

Ronde = Callable[[Bezoek], Iterator[Antwoord]]


def _zicht(b: Bezoek, soort: str) -> list[Stuk]:
    return [s for s in b.k.w.stukken.values() if s.soort == soort and _bestaat(b.o, b.wie, s)]


def _kies(b: Bezoek, soort: str) -> Stuk:
    """Of this kind: any, one that the actor may see, or one that another partner shared with them."""
    zichtbaar = _zicht(b, soort)
    gedeeld = [s for s in zichtbaar if s.eigenaar != b.wie.partner]
    alle = [s for s in b.k.w.stukken.values() if s.soort == soort]
    return b.k.r.choice(b.k.r.choice((alle, zichtbaar or alle, gedeeld or alle)))


def lijsten(b: Bezoek) -> Iterator[Antwoord]:
    werkt = b.wie.rol in NODIG
    casussen = _zicht(b, "casus")
    signalen = {s.kenmerk for s in _zicht(b, "signaal")}
    casus = {s.kenmerk for s in casussen} | {merk(s.id, 9001) for s in casussen}
    ontvangen = {s.kenmerk for s in _zicht(b, "melding") if s.eigenaar == b.wie.partner}
    verzonden = {s.kenmerk for s in _zicht(b, "melding") if s.afzender == b.wie.partner}
    pad, moet = b.k.r.choice((
        ("/signalen", signalen), ("/signalen/per-gemeente", signalen), ("/casussen", casus),
        ("/meldingen", ontvangen if werkt else set()),
        ("/meldingen?toon=verzonden", verzonden if werkt else set()),
    ))  # fmt: skip
    fragment = b.k.kans(0.4)
    yield b.keur("fragment" if fragment else "lijst", pad, moet=moet, fragment=fragment)


def bladeren(b: Bezoek) -> Iterator[Antwoord]:
    """The API list, page by page: together exactly what may be seen, nothing twice."""
    wat, soort = b.k.r.choice((("signalen", "signaal"), ("casussen", "casus"), ("meldingen", "melding")))
    gezien: list[str] = []
    for nummer in range(1, 40):
        pad = f"/api/v1/{wat}?perPagina=4&pagina={nummer}"
        antwoord = b.haal(pad)
        yield b.keur("api", pad)
        if antwoord.status_code != 200:
            break
        gezien += [r["kenmerk"] for r in antwoord.json()["resultaten"]]
        if not antwoord.json()["volgende"]:
            break
    eigen = soort == "melding"
    verwacht = sorted(s.kenmerk for s in _zicht(b, soort) if not eigen or s.eigenaar == b.wie.partner)
    if sorted(gezien) != verwacht:
        te_veel, te_weinig = frozenset(gezien) - frozenset(verwacht), frozenset(verwacht) - frozenset(gezien)
        yield (
            "api",
            Verschil(f"api lijst {wat}", b.wie, te_veel or frozenset({"dubbel"} - te_weinig), te_weinig),
        )


def een_signaal(b: Bezoek) -> Iterator[Antwoord]:
    s = _kies(b, "signaal")
    adres, soort, fragment = b.k.r.choice((
        ("/signalen/{}", "html", False), ("/signalen/{}", "fragment", True), ("/api/v1/signalen/{}", "api", False)
    ))  # fmt: skip
    moet = _inhoud(b.o, b.wie, s) | {s.kenmerk}
    yield from b.een(soort, adres, s.id, b.o.ziet_stuk(b.wie, s), moet, fragment=fragment)


def een_casus(b: Bezoek) -> Iterator[Antwoord]:
    s = _kies(b, "casus")
    adres, soort = b.k.r.choice((("/casussen/{}", "html"), ("/api/v1/casussen/{}", "api")))
    moet = {s.kenmerk} | {merk(i, 9002) for i, deel in s.delen.items() if b.o.ziet_deel(b.wie, s, deel)}
    for t in b.k.w.stukken.values():
        if t.in_casus == s.id and t.soort == "dossierstuk" and b.o.ziet_in_casus(b.wie, t):
            moet |= _inhoud(b.o, b.wie, t)
    yield from b.een(soort, adres, s.id, b.o.ziet_stuk(b.wie, s), moet)


def een_melding(b: Bezoek) -> Iterator[Antwoord]:
    s = _kies(b, "melding")
    adres, soort = b.k.r.choice((("/meldingen/{}", "html"), ("/api/v1/meldingen/{}", "api")))
    yield from b.een(soort, adres, s.id, b.o.ziet_melding(b.wie, s), {s.kenmerk, merk(s.id, 9003)})


def zoeken(b: Bezoek) -> Iterator[Antwoord]:
    """A word that exists on one field: found by who may see that field, and by nobody else."""
    s = _kies(b, "signaal")
    g = b.k.r.choice(s.gegevens)
    moet = {s.kenmerk} if b.o.ziet_gegeven(b.wie, s, g) else set()
    vraag = {"woorden": g.kanarie, "doel": "hulp"}
    pad = b.k.r.choice(("/signalen/zoek", "/api/v1/signalen/_zoek"))
    antwoord = b.haal(pad, data=vraag)
    gevonden = set(GEHEIM.findall(alles(antwoord))) - {g.kanarie}
    if antwoord.status_code == 200 and gevonden != moet:
        te_veel, te_weinig = frozenset(gevonden - moet), frozenset(moet - gevonden)
        yield "zoek", Verschil(f"zoek {pad}", b.wie, te_veel, te_weinig)
    yield b.keur("zoek", pad, typte=g.kanarie, data=vraag)


def delen(b: Bezoek) -> Iterator[Antwoord]:
    """The register, one act of sharing, and the pages from which is shared: only the owner's."""
    stuk = b.k.r.choice([s for s in b.k.w.stukken.values() if s.verstrekkingen])
    v = b.k.r.choice(stuk.verstrekkingen)
    yield from b.een("html", "/verstrekkingen/{}", v.id, b.o.ziet_verstrekking(b.wie, v), set(), ids=False)
    pad = b.k.r.choice(("/verstrekkingen", "/verstrekkingen?richting=gekregen", "/api/v1/verstrekkingen"))
    yield b.keur("api" if "api" in pad else "lijst", pad, ids=False)
    eigen = stuk.eigenaar == b.wie.partner and b.o.ziet_stuk(b.wie, stuk)
    if not eigen:
        adres = b.k.r.choice(("delen", "anoniem", "embargo", "besloten", "toestemming"))
        yield from b.een("html", f"/stukken/{{}}/{adres}", stuk.id, False, set())


def raken(b: Bezoek) -> Iterator[Antwoord]:
    """A hit is opened only by who may see both sides; a question by asker and asked."""
    if b.k.w.raakvlakken:
        eigen_kant = [r for r in b.k.w.raakvlakken if b.o.ziet_raakvlak(b.wie, r)]
        r = b.k.r.choice(eigen_kant if eigen_kant and b.k.kans(0.5) else b.k.w.raakvlakken)
        beide = b.o.ziet_raakvlak(b.wie, r) and b.o.ziet_stuk(b.wie, b.k.w.stukken[r.ander])
        yield from b.een("html", "/raakvlakken/{}", r.id, beide, set())
        eigen = b.k.w.stukken[r.stuk]
        yield from b.een(
            "api", "/api/v1/signalen/{}/raakvlakken", eigen.id, b.o.ziet_stuk(b.wie, eigen), set()
        )
    if b.k.w.verzoeken:
        v = b.k.r.choice(b.k.w.verzoeken)
        moet = {v.vraag} if b.o.ziet_verzoek(b.wie, v, tekst=True) else set()
        mag = b.o.ziet_verzoek(b.wie, v, tekst=False)
        yield from b.een("html", "/informatieverzoeken/{}", v.id, mag, moet)
    pad = b.k.r.choice(("/informatieverzoeken", "/api/v1/informatieverzoeken"))
    yield b.keur("api" if "api" in pad else "lijst", pad)


OVERAL = (
    "/", "/meldingen/overzicht", "/logboek", "/api/v1/logboek", "/embargos", "/afstemmen",
    "/bronverzoeken", "/vrijgaveverzoeken", "/verstrekkingen/anoniem", "/vernietigingen", "/inzageverzoeken",
    "/vraagbaak/export.csv", "/overleggen", "/api/v1/overleggen", "/koppelregime", "/convenanten", "/casussen/nieuw",
)  # fmt: skip


def overal(b: Bezoek) -> Iterator[Antwoord]:
    """Every other page: nothing that may not be seen, whatever it is for."""
    pad = b.k.r.choice(OVERAL)
    soort = "api" if "/api/" in pad else "export" if pad.endswith(".csv") else "html"
    yield b.keur(soort, pad, ids="logboek" not in pad)


def mag_dit(b: Bezoek) -> Iterator[Antwoord]:
    """The judgement of a proposed sharing, for information in general and for an object of one's own."""
    r, k = b.k.r, b.k
    eigen = [s for s in k.w.stukken.values() if s.eigenaar == b.wie.partner and b.o.ziet_stuk(b.wie, s)]
    stuk = r.choice(eigen) if eigen and k.kans(0.5) else None
    v = k.voorstel(b.wie.partner, stuk)
    vraag = {
        "wat": str(stuk.id) if stuk else list(v.categorieen), "categorieen": list(v.categorieen), "doel": v.doel,
        "aan": f"{v.functie}@{v.aan}" if v.functie else str(v.aan), "voorwaarden": list(v.voorwaarden),
        "geanonimiseerd": v.geanonimiseerd, **({} if stuk else {"fase": v.fase}),
    }  # fmt: skip
    antwoord = b.haal("/api/v1/oordelen", data=vraag)
    zegt = antwoord.json().get("toegestaan") if antwoord.status_code == 200 else antwoord.status_code
    anders = None
    if zegt is not b.o.mag(v):
        anders = Verschil(f"mag dit? {v}", b.wie, frozenset({zegt}), frozenset({b.o.mag(v)}))
    yield "mag dit", anders


def logboek(b: Bezoek) -> Iterator[Antwoord]:
    """The account is for the privacyfunctionaris: lines about the data, or by the people, of the own partner."""
    antwoord = b.haal("/api/v1/logboek?perPagina=100")
    fout: set[object] = set()
    if b.wie.rol != "privacyfunctionaris":
        fout |= {antwoord.status_code} - {404}
    else:
        for regel in antwoord.json()["resultaten"]:
            stuk = b.k.w.stukken.get(UUID(regel["stukId"])) if regel["stukId"] else None
            van_ons = str(b.wie.partner) in (regel["partnerId"], str(stuk.eigenaar) if stuk else "")
            fout |= set() if van_ons else {regel["volgnr"]}
    yield "api", Verschil("logboek", b.wie, frozenset(fout), frozenset()) if fout else None


RONDES: tuple[Ronde, ...] = (
    lijsten, bladeren, een_signaal, een_signaal, een_casus, een_melding, zoeken, delen, raken, overal, mag_dit, logboek,
)  # fmt: skip


def bezoek(k: Bouwer, bezetting: UUID) -> Bezoek | None:
    """The session of a person in a function; None when it has ended."""
    o = Orakel(k.w)
    wie = o.wie(k.w.bezettingen[bezetting])
    if wie is None:
        return None
    client = Client(raise_request_exception=False)
    gebruiker = Gebruiker.objects.get(pk=wie.persoon)
    client.force_login(gebruiker, backend="django.contrib.auth.backends.ModelBackend")
    sessie = client.session
    sessie[SESSIE] = str(bezetting)
    sessie.save()
    return Bezoek(k, o, wie, client)


def van_buiten(
    k: Bouwer, bezetting: UUID, keer: int = 4, rondes: tuple[Ronde, ...] = RONDES
) -> Iterator[Antwoord]:
    """Some rounds of requests of one person; whose function has ended meets a closed door."""
    b = bezoek(k, bezetting)
    if b is None:
        antwoord = Client().get("/api/v1/signalen", HTTP_AUTHORIZATION=f"Bearer {token_van(bezetting)}")
        open_ = frozenset({"status"}) if antwoord.status_code != 401 else frozenset()
        yield (
            "api",
            Verschil("token van een beëindigde functie", bezetting, open_, frozenset()) if open_ else None,
        )
        return
    for ronde in k.r.choices(rondes, k=keer):
        yield from ronde(b)
