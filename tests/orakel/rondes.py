# SPDX-License-Identifier: EUPL-1.2
"""What can be asked from outside: each round of questions yields one or more judged answers."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlencode
from uuid import UUID

from tests.orakel import databank
from tests.orakel.bezoek import OP_EEN_BLAD, Bezoek, alles, bestaat, bezoek, inhoud, na_het_einde
from tests.orakel.magdit import mag
from tests.orakel.maken import Bouwer
from tests.orakel.model import NODIG, WERKT_MET
from tests.orakel.rijen import GEHEIM
from tests.orakel.vragen import Antwoord, Verschil, oordeel
from tests.orakel.wereld import Stuk, merk
from tests.wanden.adressen import adressen

ADRESSEN = sorted(
    re.sub(r"<(?:uuid:)?\w+>", "{}", adres, count=1)
    for adres in adressen()
    if len(re.findall(r"<", adres)) == 1 and re.search(r"<(?:uuid:)?\w*id>|/<id>", adres)
)
"""Every address that names one thing, with a place for its id: new rooms are in it by themselves."""
NAAM = re.compile(r"Collega [0-9a-f]{12}")

Ronde = Callable[[Bezoek], Iterator[Antwoord]]


def zicht(b: Bezoek, soort: str) -> list[Stuk]:
    return [s for s in b.k.w.stukken.values() if s.soort == soort and bestaat(b.o, b.wie, s)]


def _kies(b: Bezoek, soort: str) -> Stuk:
    """Of this kind: any, one that the actor may see, or one that another partner shared with them."""
    zichtbaar = zicht(b, soort)
    gedeeld = [s for s in zichtbaar if s.eigenaar != b.wie.partner]
    alle = [s for s in b.k.w.stukken.values() if s.soort == soort]
    return b.k.r.choice(b.k.r.choice((alle, zichtbaar or alle, gedeeld or alle, gedeeld or alle)))


def lijsten(b: Bezoek) -> Iterator[Antwoord]:
    werkt = b.wie.rol in NODIG
    casussen = zicht(b, "casus")
    signalen = {s.kenmerk for s in zicht(b, "signaal")}
    casus = {s.kenmerk for s in casussen} | {merk(s.id, 9001) for s in casussen}
    ontvangen = {s.kenmerk for s in zicht(b, "melding") if s.eigenaar == b.wie.partner}
    verzonden = {s.kenmerk for s in zicht(b, "melding") if s.afzender == b.wie.partner}
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
    verwacht = sorted(s.kenmerk for s in zicht(b, soort) if not eigen or s.eigenaar == b.wie.partner)
    if sorted(gezien) != verwacht:
        anders = oordeel("api", f"api lijst {wat}", b.wie, set(gezien), set(verwacht))
        dubbel = Verschil(f"api lijst {wat}", b.wie, frozenset({"dubbel"}), frozenset())
        yield anders if anders.verschil else Antwoord("api", dubbel)


def een_signaal(b: Bezoek) -> Iterator[Antwoord]:
    s = _kies(b, "signaal")
    adres, soort, fragment = b.k.r.choice((
        ("/signalen/{}", "html", False), ("/signalen/{}", "fragment", True), ("/api/v1/signalen/{}", "api", False)
    ))  # fmt: skip
    moet = inhoud(b.o, b.wie, s) | {s.kenmerk}
    yield from b.een(soort, adres, s.id, b.o.ziet_stuk(b.wie, s), moet, fragment=fragment)


def een_casus(b: Bezoek) -> Iterator[Antwoord]:
    s = _kies(b, "casus")
    if b.k.kans(0.3):
        yield from barrieres(b, s)
        return
    adres, soort = b.k.r.choice((("/casussen/{}", "html"), ("/api/v1/casussen/{}", "api")))
    moet = {s.kenmerk} | {merk(i, 9002) for i, deel in s.delen.items() if b.o.ziet_deel(b.wie, s, deel)}
    for t in b.k.w.stukken.values():
        if t.in_casus == s.id and t.soort == "dossierstuk" and b.o.ziet_in_casus(b.wie, t):
            moet |= inhoud(b.o, b.wie, t)
    yield from b.een(soort, adres, s.id, b.o.ziet_stuk(b.wie, s), moet)


def barrieres(b: Bezoek, s: Stuk) -> Iterator[Antwoord]:
    """Where the exploitation passes in a casus, and who makes it easy: each part for who sits in it."""
    tabellen = ("barriere_casusbarriere", "barriere_faciliteerder")
    hier = [a for a in b.k.w.aanhang if a.stuk == s.id and a.tabel in tabellen]
    moet = {merk(a.id, GEHEIM) for a in hier if b.o.ziet_aanhang(b.wie, a)}
    yield from b.een("html", "/barrieres/casussen/{}", s.id, b.o.ziet_stuk(b.wie, s), moet)


def een_melding(b: Bezoek) -> Iterator[Antwoord]:
    s = _kies(b, "melding")
    adres, soort = b.k.r.choice((("/meldingen/{}", "html"), ("/api/v1/meldingen/{}", "api")))
    yield from b.een(soort, adres, s.id, b.o.ziet_melding(b.wie, s), {s.kenmerk, merk(s.id, 9003)})


def zorgtraject(b: Bezoek) -> Iterator[Antwoord]:
    """The list shows the headers of the house; a traject opens for who is named on it."""
    zorg = b.wie.rol in ("regiocoordinator", "zorgdeelnemer")
    yield b.keur("lijst", "/zorg", moet={s.kenmerk for s in zicht(b, "zorgtraject")} if zorg else set())
    s = _kies(b, "zorgtraject")
    adres, soort = b.k.r.choice((("/zorg/{}", "html"), ("/api/v1/zorgtrajecten/{}", "api")))
    ziet = b.o.ziet_stuk(b.wie, s)
    if ziet or not bestaat(b.o, b.wie, s):
        moet = {
            g.kanarie for g in s.gegevens if "persoon" not in g.categorie and b.o.ziet_gegeven(b.wie, s, g)
        }
        yield from b.een(soort, adres, s.id, ziet, {s.kenmerk} | moet)
    if ziet:
        yield b.keur("html", f"/zorg/{s.id}/{b.k.r.choice(('positie/nl', 'wie-weet-wat'))}")
    else:
        adres = b.k.r.choice(
            (
                "/zorg/{}/wie-weet-wat",
                "/zorg/{}/positie/nl",
                "/zorg/{}/vastleggen/contact",
                "/zorg/{}/daden/fase",
            )
        )
        yield from b.als_nooit("html", adres, s.id, status=404)


def zoeken(b: Bezoek) -> Iterator[Antwoord]:
    """A word that exists on one field: found by who may see that field, and by nobody else."""
    s = _kies(b, "signaal")
    g = b.k.r.choice(s.gegevens)
    moet = {s.kenmerk} if b.o.ziet_gegeven(b.wie, s, g) else set()
    vraag = {"woorden": g.kanarie, "doel": "hulp"}
    pad = b.k.r.choice(("/signalen/zoek", "/api/v1/signalen/_zoek"))
    yield b.keur("zoek", pad, moet=moet, precies=True, typte=g.kanarie, data=vraag)


def delen(b: Bezoek) -> Iterator[Antwoord]:
    """The register, one act of sharing, and the pages from which is shared: only the owner's."""
    stuk = b.k.r.choice([s for s in b.k.w.stukken.values() if s.verstrekkingen])
    v = b.k.r.choice(stuk.verstrekkingen)
    yield from b.een(
        "html", "/verstrekkingen/{}", v.id, b.o.ziet_verstrekking(b.wie, v), set(), niet=b.verborgen
    )
    pad = b.k.r.choice(("/verstrekkingen", "/verstrekkingen?richting=gekregen", "/api/v1/verstrekkingen"))
    yield b.keur("api" if "api" in pad else "lijst", pad, niet=b.verborgen)
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


NIET = "/inloggen /uitloggen /toegang /taal /functie /gezond /bewaard /api/v1/docs /api/v1/openapi.json /<"
OVERAL = (
    *sorted(a for a in adressen() if "<" not in a and not a.startswith(tuple(NIET.split()))),
    *("/zorg?toon=mijn", "/zorg?toon=gesloten", "/meldingen?toon=verzonden", "/zorg/veldwerk?van=2020-01-01"),
)
"""Every address without an id: new rooms are in it by themselves."""
IN_ZORG = tuple(a for a in OVERAL if "zorg" in a or "opvang" in a)
UITVOER = (
    "/vraagbaak/export.csv",
    *(f"/zorg/comensha/uitvoer/{vorm}" for vorm in ("comensha", "htcds", "ctdc")),
)


def overal(b: Bezoek) -> Iterator[Antwoord]:
    """Every other page: nothing that may not be seen, whatever it is for."""
    yield from _een_van(b, OVERAL)


def in_zorg(b: Bezoek) -> Iterator[Antwoord]:
    """The same in the house of care."""
    yield from _een_van(b, IN_ZORG)


def _een_van(b: Bezoek, adressen: tuple[str, ...]) -> Iterator[Antwoord]:
    pad = b.k.r.choice(adressen)
    soort = "api" if "/api/" in pad else "export" if pad.endswith(".csv") else "html"
    niet = set() if "logboek" in pad else b.verborgen if "/verstrekkingen" in pad else None
    yield b.keur(soort, pad, niet=niet)  # the account names what was read, the register what was shared


def uitvoer(b: Bezoek) -> Iterator[Antwoord]:
    """What leaves the house of care as a file: every own notification of a traject that the actor may open."""
    pad = b.k.r.choice(UITVOER)
    namen = {merk(a.id, GEHEIM) for a in b.o.per_tabel["zorg_comelding"] if b.o.ziet_aanhang(b.wie, a)}
    yield b.keur("export", pad, moet=namen if pad.endswith("uitvoer/comensha") else set())


def bestanden(b: Bezoek) -> Iterator[Antwoord]:
    """The dossier of a case as a document to take along: what its page shows this reader, and nothing else."""
    s = _kies(b, "casus")
    yield from b.een("document", "/casussen/{}/dossier.docx", s.id, b.o.ziet_stuk(b.wie, s), {s.kenmerk})


def op_een_blad(b: Bezoek) -> Iterator[Antwoord]:
    """One row of a room on its page: nothing but what may be seen, or what an id that never existed gets."""
    a = b.k.r.choice(b.o.per_tabel[b.k.r.choice([t for t in OP_EEN_BLAD if t in b.o.per_tabel])])
    adres = b.k.r.choice(OP_EEN_BLAD[a.tabel])
    soort = "api" if "/api/" in adres else "html"
    if b.rijen[a.id]:
        yield b.keur(soort, adres.format(a.id))
    else:
        yield from b.als_nooit(soort, adres, a.id)


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
    yield oordeel("mag dit", f"mag dit? {v}", b.wie, {zegt}, {mag(b.o, v)})


def mag_dit_fragment(b: Bezoek) -> Iterator[Antwoord]:
    """The same question on its page and beside the form of one's own object, as htmx asks it."""
    r, k = b.k.r, b.k
    eigen = [s for s in k.w.stukken.values() if s.eigenaar == b.wie.partner and b.o.ziet_stuk(b.wie, s)]
    stuk = r.choice(eigen) if eigen and k.kans(0.5) else None
    gegeven = {g.categorie for g in stuk.gegevens if b.o.ziet_gegeven(b.wie, stuk, g)} if stuk else set()
    v = replace(k.voorstel(b.wie.partner, stuk), geanonimiseerd=False)
    if v.aan == b.wie.partner or (stuk and not set(v.categorieen) <= gegeven):
        return
    velden = {
        "met": str(v.aan), "functie": v.functie, "categorieen": list(v.categorieen), "doel": v.doel, "fase": v.fase,
        "voorwaarden": [c for c in v.voorwaarden if c.startswith("toestemming")],
        "tot": k.w.vandaag.isoformat(), "motivering": "nodig" if v.voorwaarden else "", "id": str(k.id()),
    }  # fmt: skip
    if stuk:
        antwoord = b.haal(f"/stukken/{stuk.id}/oordeel", data=velden, fragment=True)
    else:
        antwoord = b.haal(f"/mag-dit?{urlencode(velden, doseq=True)}", fragment=True)
    ja, nee = (zin in alles(antwoord) for zin in ("Ja, dit mag.", "Nee, dit mag nu niet."))
    zegt = ja if ja != nee else f"geen antwoord, {antwoord.status_code}"
    yield oordeel("mag dit", f"mag dit? fragment {v}", b.wie, {zegt}, {mag(b.o, v)})


def mijn_werk(b: Bezoek) -> Iterator[Antwoord]:
    """What waits: every new melding that was received here, and every own signaal that touches something."""
    soorten = WERKT_MET.get(b.wie.rol, "").split()
    moet = {s.kenmerk for s in zicht(b, "melding") if s.eigenaar == b.wie.partner and "melding" in soorten}
    raak = {r.stuk for r in b.k.w.raakvlakken if b.o.ziet_raakvlak(b.wie, r)}
    moet |= {b.k.w.stukken[id].kenmerk for id in raak if b.wie.rol in NODIG}
    yield b.keur("html", "/", moet=moet)


def logboek(b: Bezoek) -> Iterator[Antwoord]:
    """The account is for the privacyfunctionaris: lines about the data, or by the people, of the own partner."""
    if b.wie.rol != "privacyfunctionaris":
        status = {b.haal("/api/v1/logboek").status_code, b.haal("/logboek").status_code}
        yield oordeel("api", "logboek", b.wie, status, {404})
        return
    regels, namen = databank.logregels(b.wie.partner, 100)
    antwoord = b.haal("/api/v1/logboek?perPagina=100")
    gezien = {r["volgnr"] for r in antwoord.json()["resultaten"]}
    yield oordeel("api", "api logboek", b.wie, gezien, regels)
    regels, namen = databank.logregels(b.wie.partner, 100)
    op_de_pagina = set(NAAM.findall(alles(b.haal("/logboek")))) - {databank.naam(b.wie.persoon)}
    yield oordeel("html", "pagina logboek", b.wie, op_de_pagina, namen - {databank.naam(b.wie.persoon)})


def elk_adres(b: Bezoek) -> Iterator[Antwoord]:
    """Any address with the id of something hidden, by any method: nothing tells it from an id that never existed."""
    verborgen = sorted(b.stukken | b.verborgen)
    adres, methode = b.k.r.choice(ADRESSEN), b.k.r.choice(("GET", "POST", "PUT", "DELETE", "OPTIONS"))
    if verborgen:
        soort = "api" if adres.startswith("/api/") else "html"
        yield from b.als_nooit(soort, adres, b.k.r.choice(verborgen), methode=methode)


RONDES: tuple[Ronde, ...] = (
    lijsten, bladeren, een_signaal, een_signaal, een_casus, een_melding, zorgtraject, zoeken, delen, raken, overal, mag_dit,
    mag_dit_fragment, mijn_werk, logboek, elk_adres, op_een_blad, op_een_blad, zorgtraject, overal, in_zorg, uitvoer, bestanden,
)  # fmt: skip


def van_buiten(
    k: Bouwer, bezetting: UUID, keer: int = 6, rondes: tuple[Ronde, ...] = RONDES
) -> Iterator[Antwoord]:
    """Some rounds of requests of one person; whose function has ended meets a closed door."""
    b = bezoek(k, bezetting)
    if b is None:
        yield from na_het_einde(k, bezetting)
    else:
        for ronde in k.r.choices(rondes, k=keer):
            yield from ronde(b)


def maak_logregels(k: Bouwer) -> None:
    """Some people read something, so that the account has lines."""
    for bezetting in k.r.sample(list(k.w.bezettingen), 12):
        for _ in van_buiten(k, bezetting, 2, (een_signaal, een_melding)):
            pass
