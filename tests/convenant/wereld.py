# SPDX-License-Identifier: EUPL-1.2
"""What the tests of this room share: a signal of the inspectorate, and words for acting and looking."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.test import Client
from tests.regio import Regio

from schakel.convenant import actions, queries
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.models import Gegeven, Regel, Stuk, Verstrekking
from schakel.convenant.rules import Categorie, Doel, StukSoort
from schakel.kern import klok
from schakel.logboek.models import Toegang
from schakel.partner.queries import token_hash
from schakel.toegang.actor import Actor
from schakel.toegang.models import Token

INSPECTEUR = "toezichthouder@nla"
GEMEENTE = "aandachtsfunctionaris@lindemeer"
REGISSEUR = "ketenregisseur@riec"
ADRES = {"straat": "Kassenweg", "huisnummer": "12", "postcode": "0481 AB", "plaats": "Lindemeer"}


def maak_signaal(regio: Regio, wie: str = INSPECTEUR, extra: Iterable[NieuwGegeven] = ()) -> Stuk:
    """A signal with a suspect, an address and a text of a controle."""
    door = regio.actor(wie)
    with als(door):
        stuk = actions.maak_stuk(door=door, soort=StukSoort.SIGNAAL)
        actions.voeg_gegevens_toe(
            door=door,
            stuk=stuk,
            nieuw=[
                NieuwGegeven(
                    "persoon", Categorie.PERSOON_VERDACHT, {"voornaam": "Mareck", "achternaam": "Nowak"}
                ),
                NieuwGegeven("adres", Categorie.OBJECT, ADRES),
                NieuwGegeven("tekst", Categorie.WAARNEMING, {"tekst": "matrassen in de schuur"}),
                *extra,
            ],
        )
    return stuk


def regel(regio: Regio, code: str, **velden: Any) -> None:
    """One more rule in the convenant of the region."""
    Regel.objects.create(
        versie=regio.versie, code=code, **({"van": "*", "naar": "*", "grondslag": "WGS-RIEC"} | velden)
    )


def verander(regio: Regio, code: str, **velden: Any) -> None:
    """Change a rule of the region (its version carries no date of fixing, so that tests may)."""
    Regel.objects.filter(versie=regio.versie, code=code).update(**velden)


def deel(
    regio: Regio, stuk: Stuk, met: str, *categorieen: Categorie, wie: str = INSPECTEUR, **meer: Any
) -> Verstrekking:
    """Share by the action."""
    door = regio.actor(wie)
    with als(door):
        return actions.deel(
            door=door, stuk=stuk, met=regio.partner(met), categorieen=categorieen,
            **({"doel": Doel.HULP, "tot": klok.vandaag() + timedelta(days=30), "motivering": "nodig"} | meer),
        )  # fmt: skip


def ziet(regio: Regio, wie: str) -> list[str]:
    """The categories someone sees, by the filter and by the wall alone; they must agree."""
    door = regio.actor(wie)
    with als(door):
        door_filter = sorted(
            Gegeven.objects.filter(queries.zichtbaar(door, Gegeven)).values_list("categorie", flat=True)
        )
        door_muur = sorted(Gegeven.objects.values_list("categorie", flat=True))
    assert door_filter == door_muur
    return door_muur


class ApiClient(Client):
    """Speaks JSON with a bearer token."""

    def __init__(self, token: str) -> None:
        super().__init__(headers={"Authorization": f"Bearer {token}"})

    def post(self, path: str, data: Any = None, **extra: Any) -> Any:  # type: ignore[override]
        return super().post(path, data, content_type="application/json", **extra)


def api_client(regio: Regio, wie: str) -> ApiClient:
    """A client with a token for this person in this function."""
    token = f"test-{wie}"
    Token.objects.get_or_create(
        hash=token_hash(token),
        defaults={
            "gebruiker": regio.gebruiker(wie), "bezetting_id": regio.bezettingen[wie].pk,
            "verloopt": klok.vandaag() + timedelta(days=9),
        },
    )  # fmt: skip
    return ApiClient(token)


def handelingen(regio: Regio, code: str) -> list[str]:
    """What the account says was done with information of this partner, in order."""
    partner = regio.partner(code)
    fg = Actor(gebruiker_id=uuid4(), partner_id=partner.pk, functie="privacyfunctionaris")
    with als(fg):
        return list(
            Toegang.objects.filter(eigenaar_id=partner.pk)
            .order_by("volgnr")
            .values_list("handeling", flat=True)
        )
