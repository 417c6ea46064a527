# SPDX-License-Identifier: EUPL-1.2
"""The walk along the chain as the command makes it: through Django's own connection."""

from tests.regio import Regio

from schakel.convenant.actor import als
from schakel.logboek import actions, queries
from schakel.logboek.rules import Regel, controleer


def test_wat_geschreven_is_klopt_als_het_wordt_teruggelezen(regio: Regio) -> None:
    door = regio.actor("privacyfunctionaris@lindemeer")
    for betrokkene in ("a" * 32, ""):
        with als(door):
            actions.noteer(
                door=door, regels=[Regel("lezen", "signaal", betrokkene=betrokkene, categorieen=("object",))]
            )
    with als(door):
        gelezen = list(queries.rijen("default"))
        assert len(gelezen) == 2
        assert list(controleer(gelezen, queries.kop("default"))) == []
