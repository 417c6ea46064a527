# SPDX-License-Identifier: EUPL-1.2
"""What a colleague reads in place of a code."""

from schakel.convenant.rules import Categorie, Doel, Moment, StukSoort, kop


def test_hetzelfde_woord_in_twee_lijsten_houdt_twee_namen() -> None:
    assert kop(Categorie.TOEZICHT) == "Gegevens uit toezicht en controles"
    assert kop(Doel.TOEZICHT) == "Toezicht"
    assert kop(StukSoort.CASUS) == "Casus"
    assert kop(Moment.CASUS) == "Bij het openen van een casus"
