# SPDX-License-Identifier: EUPL-1.2
"""A page of a list is counted with its rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.regio import Regio

from schakel.convenant.actor import als
from schakel.kern.bladen import blad
from schakel.partner.models import Gemeente


@pytest.fixture
def rijen(regio: Regio):  # type: ignore[no-untyped-def]  # a queryset in a unit of work
    with als(regio.actor("ketenregisseur@riec")):
        yield Gemeente.objects.order_by("naam")


def test_het_blad_en_het_totaal_komen_in_een_vraag(rijen) -> None:  # type: ignore[no-untyped-def]
    with CaptureQueriesContext(connection) as vragen:
        pagina = blad(rijen, "2", per=1)
        namen, totaal = [str(g) for g in pagina], pagina.paginator.count
    assert len(vragen) == 1
    assert namen == [str(rijen[1])]
    assert totaal == rijen.count()


@pytest.mark.parametrize("nummer", [None, "", "0", "-3", "abc", "²", "1"])
def test_geen_goed_nummer_is_het_eerste_blad(rijen, nummer: str | None) -> None:  # type: ignore[no-untyped-def]
    assert [str(g) for g in blad(rijen, nummer, per=1)] == [str(rijen[0])]


@pytest.mark.parametrize("nummer", ["99", "99999999999999999999"])
def test_een_blad_na_het_laatste_toont_wat_er_is(rijen, nummer: str) -> None:  # type: ignore[no-untyped-def]
    assert len(blad(rijen, nummer, per=1)) == 1


def test_een_lege_lijst_is_een_leeg_blad(rijen) -> None:  # type: ignore[no-untyped-def]
    pagina = blad(rijen.none(), None)
    assert (list(pagina), pagina.paginator.count, pagina.paginator.num_pages) == ([], 0, 1)
