# SPDX-License-Identifier: EUPL-1.2
"""A meeting of the regional casusoverleg about the case of `tests.casus.keten`."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from schakel.casus import actions as casussen
from schakel.casus import queries as casusqueries
from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.overleg import actions, queries
from schakel.overleg.models import Actie, Agendapunt, Besluit, Overleg
from schakel.partner.models import Orgaan, OrgaanLid
from tests.casus.keten import GEMEENTE, HAVEN, NLA, POLITIE, REGIE, Keten, maak_keten
from tests.regio import Regio


@dataclass
class Zitting:
    """The meeting, run by RIEC; members: RIEC, NLA, police, Haven (part 1), Lindemeer."""

    keten: Keten
    overleg: Overleg

    def _doet(self, werkwoord: Any, **velden: Any) -> Any:
        door = self.keten.regio.actor(REGIE)
        with als(door):
            return werkwoord(door=door, **velden)

    def vers(self) -> Overleg:
        return self._doet(queries.overleg, id=self.overleg.pk)  # type: ignore[no-any-return]

    def agendeer(self, deel: int) -> Agendapunt:
        door = self.keten.regio.actor(REGIE)
        with als(door):
            casus = casusqueries.casus(door=door, id=self.keten.casus_id)
            assert casus is not None
            return actions.zet_op_agenda(door=door, overleg=self.overleg, casus=casus, deel=deel)

    def zet(self, naar: str) -> None:
        self._doet(actions.zet_status, overleg=self.overleg, naar=naar, versie=self.vers().versie)

    def begin(self) -> None:
        self.zet("bezig")

    def besluit(self, punt: Agendapunt, **velden: Any) -> Besluit:
        door = self.keten.regio.actor(REGIE)
        with als(door):
            eigen = queries.agendapunt(door=door, id=punt.pk)
            assert eigen is not None
            standaard: dict[str, Any] = {"tekst": "Het overleg pakt de casus op.", "reden": "ernst en bewijs"}
            return actions.besluit(door=door, agendapunt=eigen, **(standaard | velden))

    def punt(self) -> Agendapunt:
        """The one item on the agenda, as the regie sees it."""
        return self._doet(lambda door: queries.agenda(door=door, overleg=self.overleg).get())  # type: ignore[no-any-return]

    def acties(self) -> list[Actie]:
        return self._doet(lambda door: list(queries.acties(door=door, overleg=self.overleg)))  # type: ignore[no-any-return]

    def lidmaatschap(self, wie: str, **velden: Any) -> None:
        rol, code = wie.split("@")
        OrgaanLid.objects.filter(partner=self.keten.regio.partner(code), rol=rol).update(**velden)


def maak_zitting(regio: Regio) -> Zitting:
    """A planned meeting in a week; the case is complete and ready for it."""
    keten = maak_keten(regio)
    keten.als_regie(casussen.meld_compleet, toelichting="klaar voor het overleg")
    orgaan = Orgaan.objects.create(
        naam="Casusoverleg Rijndal", niveau="operationeel", gelaagd=True, ritme_weken=6
    )
    for wie, delen in ((REGIE, [1, 2]), (NLA, []), (POLITIE, [1, 2]), (HAVEN, [1]), (GEMEENTE, [1, 2])):
        rol, code = wie.split("@")
        OrgaanLid.objects.create(orgaan=orgaan, partner=regio.partner(code), rol=rol, delen=delen)
    door = regio.actor(REGIE)
    with als(door):
        overleg = actions.plan(
            door=door, orgaan=orgaan, tijdstip=klok.nu() + timedelta(days=7), plaats="Stadhuis"
        )
    return Zitting(keten, overleg)
