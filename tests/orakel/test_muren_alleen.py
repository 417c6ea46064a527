# SPDX-License-Identifier: EUPL-1.2
"""The second wall alone: what is left when every filter of the application is forgotten."""

from collections import Counter

import pytest

from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.kern.muren import benoemde_tabellen
from tests.orakel import databank
from tests.orakel.aanhang import maak_wereld
from tests.orakel.model import Orakel
from tests.orakel.rondes import maak_logregels
from tests.orakel.vragen import VRAGEN, actor, vergelijk, vraag_muur

pytestmark = [pytest.mark.orakel, pytest.mark.usefixtures("open_databank")]


def test_met_de_filters_uit_lekt_er_geen_rij_uit_welke_tabel_ook() -> None:
    """`SELECT` without any condition on every walled table, as everybody: exactly the rows of the model.

    And the question means something: each table holds rows of which somebody sees some.
    """
    achter_de_muur = {tabel for tabel, (soort, *_) in benoemde_tabellen().items() if soort == "muur"}
    assert {v.model._meta.db_table for v in VRAGEN} == achter_de_muur
    k = maak_wereld(31, klok.vandaag(), stukken=72)
    databank.bewaar(k.w, k.merk)
    maak_logregels(k)
    lekken, gezien = [], Counter[str]()
    for bezetting in k.w.bezettingen:
        for antwoord in vergelijk(Orakel(k.w), bezetting, filters=False):
            lekken += [str(antwoord.verschil)] if antwoord.verschil else []
        if door := actor(bezetting):
            with als(door):
                gezien.update({v.model._meta.db_table: len(vraag_muur(v)) for v in VRAGEN})
    databank.leeg()
    assert not lekken, "\n".join(lekken[:20])
    leeg = {tabel for tabel in achter_de_muur if not gezien[tabel]}
    assert leeg <= {"toegang_concept"}, leeg  # a concept opens by its code alone
