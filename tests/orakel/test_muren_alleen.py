# SPDX-License-Identifier: EUPL-1.2
"""The second wall alone: what is left when every filter of the application is forgotten."""

from collections import Counter
from uuid import UUID

import pytest

from schakel.kern import klok
from schakel.kern.muren import benoemde_tabellen
from tests.orakel import databank
from tests.orakel.aanhang import maak_wereld
from tests.orakel.maken import Bouwer
from tests.orakel.model import Orakel
from tests.orakel.rondes import maak_logregels
from tests.orakel.vragen import VRAGEN, vergelijk
from tests.orakel.wereld import Bezetting

pytestmark = [pytest.mark.orakel, pytest.mark.usefixtures("open_databank")]


def _vier_per_functie(k: Bouwer) -> list[UUID]:
    """Of each function the four active people who are named most, so that closed objects count too."""
    genoemd = Counter(b.persoon for s in k.w.stukken.values() for b in s.betrokkenen)
    per_rol: dict[str, list[Bezetting]] = {}
    o = Orakel(k.w)
    actief = [b for b in k.w.bezettingen.values() if o.actief(b)]
    for b in sorted(actief, key=lambda b: -genoemd[b.persoon]):
        per_rol.setdefault(k.w.functies[b.functie].rol, []).append(b)
    return [b.id for mensen in per_rol.values() for b in mensen[:4]]


def test_met_de_filters_uit_lekt_er_geen_rij_uit_welke_tabel_ook() -> None:
    """`SELECT` without any condition on every walled table, as people in every function: exactly the rows of the model.

    And the question means something: each table holds rows of which somebody sees some.
    """
    achter_de_muur = {tabel for tabel, (soort, *_) in benoemde_tabellen().items() if soort == "muur"}
    assert {v.model._meta.db_table for v in VRAGEN} == achter_de_muur
    k = maak_wereld(31, klok.vandaag(), stukken=72)
    databank.bewaar(k.w, k.merk)
    maak_logregels(k)
    lekken, gezien = [], set[str]()
    for bezetting in _vier_per_functie(k):
        o = Orakel(k.w)
        for antwoord in vergelijk(o, bezetting, filters=False):
            lekken += [str(antwoord.verschil)] if antwoord.verschil else []
        if wie := o.wie(k.w.bezettingen[bezetting]):
            gezien |= {v.model._meta.db_table for v in VRAGEN if any(True for _ in v.verwacht(o, wie))}
    databank.leeg()
    assert not lekken, "\n".join(lekken[:20])
    assert achter_de_muur - gezien <= {"toegang_concept"}  # a concept opens by its code alone
