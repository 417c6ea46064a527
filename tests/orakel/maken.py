# SPDX-License-Identifier: EUPL-1.2
"""Random worlds. Most is in order; what is not is broken in one way, so that each condition decides somewhere."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from tests.orakel.model import NODIG, ROLLEN
from tests.orakel.wereld import (
    Betrokken,
    Bezetting,
    Convenant,
    Functie,
    Gegeven,
    Partner,
    Raakvlak,
    Regel,
    Stuk,
    Verstrekking,
    Verzoek,
    Voorstel,
    Wereld,
)  # fmt: skip

SOORTEN = ("gemeente", "politie", "riec", "zorg", "nla", "belastingdienst", "om", "ggd", "gemeente", "opvang")
CATEGORIEEN = sorted({c for nodig in NODIG.values() for c in nodig.split()})
DOELEN = ("preventie", "opsporing", "toezicht", "hulp")
FASEN = ("detectie", "dossiervorming", "weging", "toewijzing", "uitvoering", "evaluatie")
VOORWAARDEN = ("motivering", "toestemming-om", "vier-ogen", "toestemming-betrokkene")


class Bouwer:
    """Makes one world out of one seed; `dagen` away from today by choice of the edges."""

    def __init__(self, zaad: int, vandaag: date, stukken: int = 36) -> None:
        self.r = Random(zaad)
        self.w = Wereld(vandaag)
        self.merk = f"{zaad:x}"
        self.nummer = 0
        self.stapel: list[str] = []
        self.sessies: dict[UUID, Any] = {}
        self._partners()
        for nr in range(11):
            self._convenant(nr)
        self._stukken(stukken)
        for stuk in list(self.w.stukken.values()):
            self._inhoud(stuk)
            for _ in range(self.r.choice((0, 2, 4, 5, 6))):
                self.verstrek(stuk)
        self._raakvlakken()

    # --- small dice ---

    def id(self) -> UUID:
        return UUID(int=self.r.getrandbits(128), version=4)

    def kans(self, p: float) -> bool:
        return self.r.random() < p

    def dag(self, *dagen: int) -> date:
        return self.w.vandaag + timedelta(days=self.r.choice(dagen))

    def categorie(self) -> str:
        """From a deck that is dealt out before it is shuffled again, so that a world holds something of each."""
        self.stapel = self.stapel or self.r.sample(CATEGORIEEN, len(CATEGORIEEN))
        return self.stapel.pop()

    def kanarie(self) -> str:
        """A word that exists once in all worlds: found in an answer, it tells which field leaked."""
        self.nummer += 1
        return f"kanarie{self.merk}q{self.nummer:04d}x"

    def kenmerk(self, soort: str) -> str:
        self.nummer += 1
        return f"{soort[:1].upper()}{self.merk}-{self.nummer:05d}"

    # --- who ---

    def _partners(self) -> None:
        w, r = self.w, self.r
        for nr, soort in enumerate(SOORTEN[: r.randint(8, 10)]):
            partner = Partner(self.id(), soort, self.dag(-1, 0) if nr == 7 and self.kans(0.3) else None)
            w.partners[partner.id] = partner
            personen: list[UUID] = []
            for rol in ROLLEN:
                if nr and self.kans(0.2):
                    continue
                tot = self.dag(-1, 0, 30) if self.kans(0.08) else None
                functie = w.functies.setdefault(i := self.id(), Functie(i, partner.id, rol, tot))
                for plaatsvervanger in (False, True, True)[: r.choice((1, 1, 2, 3))]:
                    persoon = r.choice(personen) if personen and self.kans(0.15) else self.id()
                    self._bezet(functie, persoon, plaatsvervanger)
                    personen.append(persoon)

    def _bezet(self, functie: Functie, persoon: UUID, plaatsvervanger: bool) -> None:
        if any(b.persoon == persoon and b.functie == functie.id for b in self.w.bezettingen.values()):
            return
        van, tot = self.dag(-900, -900, -900, -900, 0, 1), None
        if self.kans(0.15):
            tot = max(van, self.dag(-1, 0, 1))
        b = Bezetting(self.id(), persoon, functie.id, plaatsvervanger, van, tot)
        self.w.bezettingen[b.id] = b

    # --- agreements ---

    def _convenant(self, nr: int) -> None:
        """The first two are in order. Then: concept, not begun, ended, last day, ended by notice, notice given; and
        three of which the parties differ."""
        partijen = {p: self._partij(nr) for p in self.w.partners if nr == 0 or self.kans(0.9)}
        c = Convenant(
            id=self.id(), versie=self.id(), vastgesteld=nr != 2, ingang=self.dag(1) if nr == 3 else self.dag(0, -400),
            einde=self.dag(-1) if nr == 4 else self.w.vandaag if nr == 5 else self.r.choice((None, self.dag(400))),
            opgezegd_op=self.dag(-1, 0) if nr == 6 else self.dag(1) if nr == 7 else None,
            partijen=partijen, regels=self._regels(),
        )  # fmt: skip
        if c.einde is not None:
            c.ingang = min(c.ingang, c.einde)
        self.w.convenanten[c.id] = c

    def _partij(self, nr: int) -> tuple[str, date | None, date | None]:
        """Under the last three one in two parties is no full party, has not signed (in time), or leaves."""
        lang, anders = self.dag(-500), self.kans(0.5)
        if nr == 8 and anders:
            return self.r.choice(("indirect", "beoogd")), lang, None
        if nr == 9 and anders:
            return "partij", self.r.choice((None, self.dag(0), self.dag(1))), None
        if nr == 10 and anders:
            return "partij", lang, self.dag(-1, 0, 1)
        return "partij", lang, None

    def _regels(self) -> list[Regel]:
        r, soorten = self.r, ("*", "*", *SOORTEN[:6])
        regels = [
            Regel(
                code=f"R{nr}", van=r.choice(soorten), naar=r.choice(soorten), categorie=r.choice(CATEGORIEEN),
                functie=r.choice(("", "", "", *NODIG)), deel=r.choice((None,) * 9 + (1,)),
                fasen=tuple(r.sample(FASEN, 3)) if self.kans(0.3) else (),
                doelen=tuple(r.sample(DOELEN, 2)) if self.kans(0.3) else (),
                wijze=r.choice(("volledig",) * 8 + ("geanonimiseerd", "niet")),
                voorwaarden=tuple(r.sample(VOORWAARDEN, 1)) if self.kans(0.3) else (),
                geldig_van=self.dag(0, 1) if self.kans(0.1) else None,
                geldig_tot=self.dag(-1, -1, 0) if self.kans(0.3) else None,
            )
            for nr in range(14)
        ]  # fmt: skip
        mag_anders = [
            replace(x, code=f"{x.code}+", wijze="volledig", voorwaarden=())
            for x in regels
            if x.wijze == "niet"
        ]
        return [*regels, *mag_anders]

    # --- objects ---

    def _stukken(self, aantal: int) -> None:
        soorten = (
            ["casus"] * 7 + ["signaal"] * 14 + ["melding"] * 5 + ["dossierstuk"] * 5 + ["zorgtraject"] * 3
        )
        soorten += ["controle"] * 2
        for nr in range(aantal):
            soort = soorten[nr % len(soorten)]
            partner = self.r.choice(list(self.w.partners))
            stuk = Stuk(
                id=self.id(), soort=soort, eigenaar=partner, kenmerk=self.kenmerk(soort),
                besloten=self.kans({"casus": 1, "zorgtraject": 0.6}.get(soort, 0.12)),
                handeling=self.handeling(), fase=self.r.choice(FASEN),
                embargo_tot=self.dag(-1, 0, 1, 40) if self.kans(0.3) else None,
            )  # fmt: skip
            self.w.stukken[stuk.id] = stuk
            stuk.genoemd = set(self.r.sample(self.anderen(partner), 2)) if self.kans(0.6) else set()
            casussen = [s.id for s in self.w.stukken.values() if s.soort == "casus"]
            if soort == "dossierstuk" or (soort == "signaal" and self.kans(0.6)):
                stuk.in_casus = self.r.choice(casussen)
            if soort == "melding" and self.kans(0.6):
                stuk.afzender = self.r.choice(self.anderen(partner))
            if soort == "casus":
                stuk.delen = {self.id(): 1, self.id(): 2}

    def anderen(self, partner: UUID) -> list[UUID]:
        return [p for p in self.w.partners if p != partner]

    def handeling(self) -> str:
        return self.r.choice(
            ("keten",) * 8 + ("genoemd", "genoemd", "deel1en2", "deel2", "ketenregisseur", "eigen")
        )

    def _inhoud(self, stuk: Stuk) -> None:
        for _ in range(self.r.randint(2, 5)):
            bron = self.kanarie() if self.kans(0.3) else ""
            stuk.gegevens.append(Gegeven(
                self.id(), self.categorie(), self.kanarie(), self.handeling(),
                embargo_tot=self.dag(-1, 0, 1, 40) if self.kans(0.25) else None,
                bewaren_tot=self.dag(-1, 0, 1, 90) if self.kans(0.25) else None,
                bron=bron, bron_beschermd=self.kans(0.5),
            ))  # fmt: skip
        if stuk.besloten:
            for b in self.r.sample(self._kunnen(stuk.soort), 12):
                self.betrek(stuk, b)

    def _kunnen(self, soort: str) -> list[Bezetting]:
        rollen = [*NODIG] if self.kans(0.9) else ROLLEN
        return [b for b in self.w.bezettingen.values() if self.w.functies[b.functie].rol in rollen]

    def betrek(self, stuk: Stuk, b: Bezetting) -> Betrokken:
        van = self.dag(-90, -90, -90, 0, 1)
        tot = max(van, self.dag(-1, 0, 30)) if self.kans(0.3) else None
        naam = Betrokken(self.id(), self.w.functies[b.functie].partner, b.persoon, van, tot)
        stuk.betrokkenen.append(naam)
        return naam

    def verstrek(self, stuk: Stuk) -> Verstrekking:
        """Many acts are in order; the others are broken in one way: their convenant, or the act itself."""
        w, r = self.w, self.r
        aan = r.choice(self.anderen(stuk.eigenaar))
        convenanten = [c.id for c in w.convenanten.values() if {aan, stuk.eigenaar} <= set(c.partijen)]
        goed = self.kans(0.5) or len(convenanten) < 3
        convenant = r.choice(convenanten[:2] if goed else convenanten[2:])
        casussen = [s.id for s in w.stukken.values() if s.soort == "casus"]
        hierop = [g.categorie for g in stuk.gegevens]
        v = Verstrekking(
            id=self.id(), stuk=stuk.id, van=stuk.eigenaar, aan=aan, functie=r.choice(("",) * 6 + tuple(NODIG)),
            casus=r.choice(casussen) if self.kans(0.2) else None, deel=r.choice((None,) * 8 + (1, 2)),
            categorieen=tuple(sorted({*r.sample(hierop, r.randint(1, len(hierop))), r.choice(CATEGORIEEN)})),
            convenant=convenant,
            begin=self.dag(-60), einde=self.dag(60),
        )  # fmt: skip
        match r.randrange(14) if goed else None:
            case 0:
                v.einde = self.dag(-1)
            case 1:
                v.einde = w.vandaag
            case 2:
                v.begin = w.vandaag
            case 3:
                v.begin = self.dag(1)
            case 4:
                v.ingetrokken = True
            case 5:
                v.wacht = True
            case 6:
                v.geanonimiseerd = True
        stuk.verstrekkingen.append(v)
        return v

    def voorstel(self, van: UUID, stuk: Stuk | None) -> Voorstel:
        """What somebody proposes to share: mostly what some rule speaks of, or all but one thing of it."""
        r = self.r
        regels = [x for c in list(self.w.convenanten.values())[:2] for x in c.regels]
        regels = r.choice((regels, r.choice(list(self.w.convenanten.values())).regels))
        waarop = r.choice(("alle", "niet", "fasen", "doelen", "voorwaarden", "functie"))
        bijzonder = [
            x for x in regels if (x.wijze == "niet" if waarop == "niet" else getattr(x, waarop, False))
        ]
        soort = {id: p.soort for id, p in self.w.partners.items()}
        regel = r.choice([x for x in bijzonder if x.van in ("*", soort[van])] or bijzonder or regels)
        aan = [id for id in soort if id != van and regel.naar in ("*", soort[id])]
        v = Voorstel(
            van=van, aan=r.choice(aan or list(soort)), categorieen=(regel.categorie,), functie=regel.functie,
            doel=r.choice(regel.doelen or DOELEN), fase=stuk.fase if stuk else r.choice(regel.fasen or FASEN),
            voorwaarden=VOORWAARDEN, geanonimiseerd=regel.wijze == "geanonimiseerd", stuk=stuk,
        )  # fmt: skip
        anders: list[dict[str, Any]] = [{}, {}, {"categorieen": (regel.categorie, r.choice(CATEGORIEEN))}]
        if regel.fasen and not stuk:
            anders += [{"fase": r.choice([f for f in FASEN if f not in regel.fasen])}] * 3
        if regel.doelen:
            anders += [{"doel": r.choice([d for d in DOELEN if d not in regel.doelen])}] * 3
        if regel.functie:
            anders += [{"functie": r.choice(("", *NODIG))}] * 2
        if regel.voorwaarden:
            anders += [{"voorwaarden": ()}] * 3
        if regel.wijze != "volledig":
            anders += [{"geanonimiseerd": self.kans(0.5)}] * 2
        return replace(v, **r.choice(anders))

    def _raakvlakken(self) -> None:
        signalen = [s for s in self.w.stukken.values() if s.soort == "signaal"]
        for a, b in self._paren(signalen):
            self.w.raakvlakken.append(Raakvlak(self.id(), a.id, b.eigenaar, b.id))
            self.w.raakvlakken.append(Raakvlak(self.id(), b.id, a.eigenaar, a.id))
            if a.eigenaar != b.eigenaar:
                uiterlijk = self.dag(-1, 0, 5)
                vraag = Verzoek(self.id(), a.eigenaar, b.eigenaar, a.id, uiterlijk, self.kanarie(), self.id())
                self.w.verzoeken.append(vraag)

    def _paren(self, signalen: list[Stuk]) -> Iterable[tuple[Stuk, Stuk]]:
        for _ in range(8):
            a, b = self.r.sample(signalen, 2)
            if not any({r.stuk, r.ander} == {a.id, b.id} for r in self.w.raakvlakken):
                yield a, b
