# SPDX-License-Identifier: EUPL-1.2
"""The day of `overlegdag` as a world of the independent model, and what that model says of each secret."""

from datetime import date, timedelta
from uuid import UUID, uuid5

from tests.browser.overlegdag import BIJ, GEHEIM, REGIE, ZES, ZORG, Geheim
from tests.orakel.model import Orakel
from tests.orakel.wereld import (
    Aanhang,
    Betrokken,
    Bezetting,
    Convenant,
    Functie,
    Gegeven,
    Lid,
    Overleg,
    Partner,
    Stuk,
    Verstrekking,
    Wereld,
    Wie,
)

SOORTEN = {"rijnhaven": "gemeente", "lindemeer": "gemeente"}
AANHANG = {
    "stap": "casus_stap",
    "weging": "casus_weging",
    "punt": "overleg_agendapunt",
    "besluit": "overleg_besluit",
    "actie": "overleg_actie",
}
LANG = timedelta(days=60)


def _id(*namen: object) -> UUID:
    return uuid5(UUID(int=7), "/".join(map(str, namen)))


def _partner(login: str) -> UUID:
    return _id("partner", login.split("@")[1])


class Verwachting:
    """`mag(login)`: the secrets that this person may read, by the rule of the model and nothing else."""

    def __init__(self) -> None:
        vandaag = date.today()
        self.w = Wereld(vandaag)
        for login in ZES:
            rol, code = login.split("@")
            self.w.partners[_partner(login)] = Partner(_partner(login), SOORTEN.get(code, code))
            self.w.functies[_id(login)] = Functie(_id(login), _partner(login), rol)
            self.w.bezettingen[_id(login)] = Bezetting(
                _id(login), _id("persoon", login), _id(login), False, vandaag - LANG
            )
        partijen = {_partner(p): ("partij", vandaag - LANG, None) for p in ZES}
        self.convenant = Convenant(
            _id("c"), _id("v"), True, vandaag - LANG, vandaag + LANG, None, partijen, []
        )
        self.w.convenanten[self.convenant.id] = self.convenant
        leden = [
            Lid(_partner(p), p.split("@")[0], (1,) if p == ZORG else (), vandaag - LANG, None, True)
            for p in ZES
        ]
        self.overleg = Overleg(
            _id("overleg"), _id("orgaan"), _partner(REGIE), vandaag + timedelta(days=1), leden
        )
        self.w.overleggen[self.overleg.id] = self.overleg
        for naam in BIJ:
            self._casus(naam)
        for woord, geheim in GEHEIM.items():
            self._zet(woord, geheim)
        self.orakel = Orakel(self.w)

    def _casus(self, naam: str) -> None:
        """A closed object of the regie; each who is named there got the observations of it for the own function."""
        stuk = Stuk(_id(naam), "casus", _partner(REGIE), naam, besloten=True)
        for login in BIJ[naam]:
            rol = login.split("@")[0]
            stuk.betrokkenen.append(
                Betrokken(_id(naam, login), _partner(login), _id("persoon", login), self.w.vandaag)
            )
            if login != REGIE:
                stuk.verstrekkingen.append(self._geeft(stuk, REGIE, login, functie=rol))
        self.w.stukken[stuk.id] = stuk

    def _geeft(
        self, stuk: Stuk, van: str, aan: str, functie: str = "", casus: UUID | None = None
    ) -> Verstrekking:
        vandaag = self.w.vandaag
        return Verstrekking(
            _id(stuk.id, van, aan), stuk.id, _partner(van), _partner(aan), functie, casus, None, ("waarneming",),
            self.convenant.id, vandaag, vandaag + LANG,
        )  # fmt: skip

    def _zet(self, woord: str, geheim: Geheim) -> None:
        casus = self.w.stukken[_id(geheim.casus)]
        if geheim.soort == "stuk":
            stuk = Stuk(
                _id(woord),
                "dossierstuk",
                _partner(geheim.van),
                woord,
                handeling=geheim.handeling,
                in_casus=casus.id,
            )
            stuk.gegevens = [Gegeven(_id(woord, "g"), "waarneming", woord, handeling=geheim.handeling)]
            stuk.verstrekkingen = [self._geeft(stuk, geheim.van, m, casus=casus.id) for m in geheim.met]
            self.w.stukken[stuk.id] = stuk
        elif geheim.soort == "interventie":
            casus.delen[_id(woord)] = geheim.deel
        elif geheim.soort in AANHANG:
            bij = self.overleg.id if geheim.soort in ("punt", "besluit", "actie") else None
            self.w.aanhang.append(
                Aanhang(AANHANG[geheim.soort], _id(woord), stuk=casus.id, eigenaar=_partner(geheim.van), bij=bij,
                        deel=geheim.deel)
            )  # fmt: skip

    def wie(self, login: str) -> Wie:
        wie = self.orakel.wie(self.w.bezettingen[_id(login)])
        assert wie is not None
        return wie

    def mag(self, login: str) -> set[str]:
        """The secrets that this person may read."""
        return {woord for woord, geheim in GEHEIM.items() if self._ziet(self.wie(login), woord, geheim)}

    def _ziet(self, wie: Wie, woord: str, geheim: Geheim) -> bool:
        casus = self.w.stukken[_id(geheim.casus)]
        if geheim.soort == "titel":
            return self.orakel.ziet_stuk(wie, casus)
        if geheim.soort == "stuk":
            stuk = self.w.stukken[_id(woord)]
            return self.orakel.ziet_in_casus(wie, stuk) and self.orakel.ziet_gegeven(
                wie, stuk, stuk.gegevens[0]
            )
        if geheim.soort == "interventie":
            return self.orakel.ziet_deel(wie, casus, geheim.deel)
        (rij,) = (a for a in self.w.aanhang if a.id == _id(woord))
        return self.orakel.ziet_aanhang(wie, rij)
