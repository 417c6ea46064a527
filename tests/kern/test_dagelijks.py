# SPDX-License-Identifier: EUPL-1.2
"""The work of the day: what has outlived its term goes, and doing it again does nothing new."""

from datetime import timedelta

from tests.regio import Regio

from schakel.convenant import actions
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.models import Gegeven, Vernietiging
from schakel.convenant.rules import Categorie, StukSoort
from schakel.kern import klok
from schakel.opdrachten.dagelijks import dag


def test_wat_zijn_termijn_heeft_gehad_is_de_volgende_dag_weg_en_de_rest_blijft(regio: Regio) -> None:
    door = regio.actor("aandachtsfunctionaris@lindemeer")
    with als(door):
        stuk = actions.maak_stuk(door=door, soort=StukSoort.SIGNAAL)
        kort, lang = (
            NieuwGegeven(
                "tekst", Categorie.WAARNEMING, {"tekst": "Proef"}, bewaren_tot=klok.vandaag() + timedelta(n)
            )
            for n in (0, 400)
        )
        actions.voeg_gegevens_toe(door=door, stuk=stuk, nieuw=[kort, lang])

    assert "Vernietigd: 0 gegevens waarvan de bewaartermijn voorbij is." in list(dag())
    with klok.zet(klok.vandaag() + timedelta(days=1)):
        assert "Vernietigd: 1 gegevens waarvan de bewaartermijn voorbij is." in list(dag())
        assert "Vernietigd: 0 gegevens waarvan de bewaartermijn voorbij is." in list(dag())
        with als(door):
            assert list(Gegeven.objects.values_list("pk", flat=True)) == [lang.id]
            assert Vernietiging.objects.get().aantal == 1
