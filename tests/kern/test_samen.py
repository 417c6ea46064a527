# SPDX-License-Identifier: EUPL-1.2
"""What waits is asked in one query, kept per function: for each actor it must be the very question that their own name
would have made, and bring the very rows.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localtime
from tests.casus.keten import GEMEENTE, NLA, REGIE, Keten, maak_keten
from tests.regio import FUNCTIES, Regio

from schakel.convenant.actor import als
from schakel.kern import klok, samen
from schakel.kern.schil import werk, werkbronnen, werkvragen
from schakel.partner.models import Bezetting, Functie, Partner
from schakel.partner.queries import als_actor
from schakel.toegang.actor import Actor
from schakel.toegang.models import Gebruiker


def _waarnemer(regio: Regio, naam: str) -> Actor:
    """A stand-in, who acts for two persons."""
    gebruiker = Gebruiker(inlognaam="waarnemer.rijndal.test", naam="Test Waarnemer")
    gebruiker.save()
    return als_actor(
        Bezetting.objects.create(
            functie=regio.bezettingen[naam].functie, gebruiker=gebruiker, van=date(2020, 1, 1),
            soort=Bezetting.Soort.PLAATSVERVANGER,
        )
    )  # fmt: skip


def _zonder_ogenblik(waarden: Any) -> list[Any]:
    return [None if isinstance(w, datetime) else w for w in waarden]


def _ogenblikken(waarden: Any) -> list[datetime]:
    return [w for w in waarden if isinstance(w, datetime)]


def test_de_bewaarde_vraag_is_die_van_wie_vraagt_ook_uren_later(regio: Regio) -> None:
    actoren = [regio.actor(naam) for naam in FUNCTIES] + [_waarnemer(regio, REGIE), _waarnemer2(regio)]
    for door in actoren:
        vragen = tuple(werkvragen(werkbronnen(door.functie)))
        ander = replace(door, gebruiker_id=UUID(int=1), partner_id=UUID(int=2), bezetting_id=UUID(int=3),
                        personen=tuple(UUID(int=1 + n) for n in range(len(door.personen))))  # fmt: skip
        assert vragen, door.functie
        samen.sjabloon(vragen, door=ander)  # somebody else in the same function was first
        uren = 3 if localtime(klok.nu()).hour < 12 else -3
        teken = klok._verzet.set(timedelta(hours=uren))
        try:
            bewaard, eigen = samen.sjabloon(vragen, door=door), samen.bouw(vragen, door=door)
            gevuld = bewaard.gevuld(door)
        finally:
            klok._verzet.reset(teken)
        assert bewaard.sql == eigen.sql
        assert _zonder_ogenblik(gevuld) == _zonder_ogenblik(eigen.parameters)
        paren = zip(_ogenblikken(gevuld), _ogenblikken(eigen.parameters), strict=True)
        assert all(abs(a - b) < timedelta(minutes=1) for a, b in paren), (
            "een ogenblik dat niet met de klok meeloopt"
        )


def _waarnemer2(regio: Regio) -> Actor:
    """Holds a second function beside their own, elsewhere."""
    functie = Functie.objects.create(
        partner=Partner.objects.get(code="veenburg"), naam="Tweede", rol="ketenregisseur"
    )
    return als_actor(
        Bezetting.objects.create(functie=functie, gebruiker=regio.gebruiker(NLA), van=date(2020, 1, 1))
    )


@pytest.fixture
def keten(regio: Regio) -> Keten:
    """A case with a weighing, a measure for NLA that waits, and a melding that waits at Lindemeer."""
    keten = maak_keten(regio)
    keten.weeg()
    keten.stel_vast(keten.stel_voor())
    gemeente = str(regio.gemeenten["lindemeer"].pk)
    assert Client().post("/melden", {"tekst": "Een proef.", "gemeente": gemeente}).status_code == 303
    return keten


@pytest.mark.parametrize("wie", [REGIE, NLA, GEMEENTE])
def test_samen_gevraagd_komt_hetzelfde_terug_als_een_voor_een(keten: Keten, wie: str) -> None:
    door = keten.regio.actor(wie)
    vragen = tuple(werkvragen(werkbronnen(door.functie)))
    with als(door):
        los = [list(vraag(door)) for vraag in vragen]
        bijeen = samen.vraag_samen(vragen, door=door)
    assert bijeen == los
    assert any(los), "er is niets dat wacht, en dan bewijst dit niets"
    assert [_velden(r) for rijen in bijeen for r in rijen] == [_velden(r) for rijen in los for r in rijen]


def _velden(rij: Any, diep: int = 2) -> Any:
    """Every value of a row, with those that came along of other tables."""
    if not hasattr(rij, "_meta") or not diep:
        return rij
    erbij = {n: _velden(ander, diep - 1) for n, ander in rij._state.fields_cache.items() if ander is not None}
    return {n: w for n, w in vars(rij).items() if n != "_state"} | erbij


@pytest.mark.parametrize("wie", [*FUNCTIES])
def test_al_het_werk_kost_een_handvol_vragen(keten: Keten, wie: str) -> None:
    door = keten.regio.actor(wie)
    with als(door):
        werk(door=door)
        with CaptureQueriesContext(connection) as vragen:
            werk(door=door)
    assert len(vragen) <= 6


def test_wat_niet_te_bewaren_is_wordt_geweigerd(regio: Regio) -> None:
    door = regio.actor(REGIE)
    with pytest.raises(samen.GeenSjabloon, match="tekst"):
        samen.vraag_samen([lambda d: Partner.objects.filter(naam=d.partner_naam)], door=door)
    with pytest.raises(samen.GeenSjabloon, match="vraagt al"):
        samen.vraag_samen([lambda d: Partner.objects.filter(pk__in=list(Partner.objects.all()))], door=door)


def test_volgorde_grens_lege_vraag_en_losse_waarden_blijven(regio: Regio) -> None:
    door = regio.actor(REGIE)
    antwoord = samen.vraag_samen(
        [
            lambda d: Partner.objects.order_by("-code")[:3],
            lambda d: Partner.objects.none(),
            lambda d: Partner.objects.filter(pk=d.partner_id).values_list("code", "van"),
            lambda d: Gebruiker.objects.filter(pk__in=d.personen, aangemaakt__lte=klok.nu()).values(
                "inlognaam"
            ),
        ],
        door=door,
    )
    assert [p.code for p in antwoord[0]] == ["veenburg", "riec", "politie"]
    assert antwoord[1] == []
    assert antwoord[2][0][0] == "riec"
    assert antwoord[3] == [{"inlognaam": regio.gebruiker(REGIE).inlognaam}]
