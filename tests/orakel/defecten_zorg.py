# SPDX-License-Identifier: EUPL-1.2
"""Planted defects around the house of care: on its pages, in its export, in the account, in other rooms and in the log."""

import logging
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse

import schakel.zorg.api as zorg_api
from schakel.barriere import queries as barrieres
from schakel.casus.views import bestand as casusbestand
from schakel.convenant.models import Gegeven
from schakel.kern import schil
from schakel.toegang.actor import Actor
from schakel.zorg import actions, queries
from schakel.zorg.models import (
    Bespreekpunt,
    Comelding,
    Groep,
    Opvangadres,
    Zorgbespreking,
    Zorgtraject,
    Zorgvraag,
)
from schakel.zorg.rules import uitwisseling
from tests.orakel import rondes as b
from tests.orakel.defecten import Breek, Defect
from tests.orakel.defecten_buiten import alle, na, op

COORDINATOR, BEGELEIDER, REGIE = "regiocoordinator", "zorgdeelnemer", "ketenregisseur"


def een(model: Any, *mee: str) -> Any:
    """One row by its id, whoever asks."""
    return lambda door, id: alle(model).select_related(*mee).filter(pk=id).first()


def _adressen(patch: Any) -> None:
    """The supply shows where it is."""
    echt, waar = zorg_api._aanbod, {r.pk: r.adres for r in alle(Opvangadres)}
    patch.setattr(zorg_api, "_aanbod", lambda a: {**echt(a), "intake": waar.get(a.pk, "")})


def _adres_op_de_pagina(verzoek: HttpRequest, antwoord: HttpResponse) -> HttpResponse:
    """A shelter address on the page with which the ketenaanpak begins its day."""
    if verzoek.path == "/casussen":
        antwoord.content += "".join(r.adres for r in alle(Opvangadres)).encode()
    return antwoord


def _zorg_in_casus(verzoek: HttpRequest, antwoord: HttpResponse) -> HttpResponse:
    """Care tells the casusoverleg along, under the heading of the victim."""
    if verzoek.path.startswith(("/casussen/", "/overleggen/")) and antwoord.status_code == 200:
        rijen = alle(Gegeven).filter(stuk__soort="zorgtraject", categorie="zorginhoud")[:3]
        antwoord.content += str([r.inhoud for r in rijen]).encode()
    return antwoord


def _in_het_log(verzoek: HttpRequest, antwoord: HttpResponse) -> HttpResponse:
    """Whoever wants to find out why something is slow writes the whole page to the log."""
    if verzoek.path.startswith("/zorg"):
        logging.getLogger("schakel").warning("antwoord: %s", antwoord.content.decode(errors="replace"))
    return antwoord


def _zorgwoorden() -> str:
    rijen = alle(Gegeven).filter(stuk__soort="zorgtraject", categorie="zorginhoud").order_by("pk")[:3]
    return " ".join(str(r.inhoud) for r in rijen)


def _zorg_in_het_document(patch: Any) -> None:
    """Who makes the file of a case adds what the victim said, for the complete picture."""
    echt = casusbestand._dossierpapier

    def papier(door: Actor, casus: Any) -> Any:
        blad = echt(door, casus)
        return replace(blad, titel=f"{blad.titel} {_zorgwoorden()}")

    patch.setattr(casusbestand, "_dossierpapier", papier)


def _gevonden(verzoek: HttpRequest, antwoord: HttpResponse) -> HttpResponse:
    """The index of search was filled by a job that knew no walls: care and addresses of shelters are found too."""
    if verzoek.path in ("/signalen/zoek", "/api/v1/signalen/_zoek") and antwoord.status_code == 200:
        antwoord.content += f"<p>{_zorgwoorden()} {alle(Opvangadres).first().adres}</p>".encode()
    return antwoord


def _bericht(patch: Any) -> None:
    """A note on Mijn werk tells the ketenregisseur which client waits, and where."""

    def werk(*, door: Actor) -> Any:
        if door.functie == REGIE:
            adres = alle(Opvangadres).first()
            yield schil.Werkregel(
                titel=f"Slachtoffer wacht: {_zorgwoorden()}", reden=adres.adres, url="/", soort="zorg"
            )

    patch.setattr(schil, "_bronnen", [*schil._bronnen, werk])


def _adres_in_de_uitvoer(patch: Any) -> None:
    """The export says where the client is, so that CoMensha need not ask."""
    echt, adres = uitwisseling.comensha, alle(Opvangadres).first().adres
    patch.setattr(uitwisseling, "comensha", lambda d: {**echt(d), "regio": adres})


def _adres_in_het_log(verzoek: HttpRequest, antwoord: HttpResponse) -> HttpResponse:
    """Who opens the board leaves the addresses behind in the log."""
    if verzoek.path == "/zorg/aanbod":
        logging.getLogger("schakel").warning("bord: %s", [r.adres for r in alle(Opvangadres)])
    return antwoord


def _elk_deel(patch: Any) -> None:
    """The picture of barriers forgets in which part somebody sits, and who stands behind the wall."""

    def beeld(*, door: Actor, casus: Any, model: Any) -> list[Any]:
        vakken = echt(door=door, casus=casus, model=model)
        vakken[0].standen = list(
            alle(barrieres.Casusbarriere).filter(casus_id=casus.pk).select_related("partner")
        )
        return vakken

    echt = barrieres.beeld
    patch.setattr(barrieres, "beeld", beeld)


def _buiten(naam: str, breek: Breek, rol: str, *rondes: b.Ronde) -> Defect:
    return Defect(naam, "buiten", breek, rol=rol, rondes=rondes)


ZORGDEFECTEN = [
    _buiten("opvangadres_in_de_api", _adressen, BEGELEIDER, b.in_zorg),
    _buiten("opvangadres_bij_de_casussen", na(_adres_op_de_pagina), REGIE, b.lijsten),
    _buiten("zorginhoud_in_de_casus", na(_zorg_in_casus), REGIE, b.een_casus, b.op_een_blad),
    _buiten("zorginhoud_in_het_document", _zorg_in_het_document, REGIE, b.bestanden),
    _buiten("zorginhoud_en_adres_in_zoeken", na(_gevonden), REGIE, b.zoeken),
    _buiten("zorginhoud_en_adres_op_mijn_werk", _bericht, REGIE, b.mijn_werk),
    _buiten("opvangadres_in_de_uitvoer", _adres_in_de_uitvoer, COORDINATOR, b.uitvoer),
    _buiten("opvangadres_in_het_log", na(_adres_in_het_log), BEGELEIDER, b.in_zorg),
    _buiten("zorg_in_het_log", na(_in_het_log), BEGELEIDER, b.zorgtraject),
    _buiten("elk_traject_open_voor_zorg", op(queries, "traject", een(Zorgtraject, "stuk")), COORDINATOR, b.zorgtraject),
    _buiten(
        "koppen_van_andere_instellingen", op(queries, "koppen", lambda door: alle(Zorgtraject).order_by("pk")),
        COORDINATOR, b.zorgtraject,
    ),
    _buiten(
        "uitvoer_van_alle_trajecten",
        op(queries, "comeldingen", lambda door: alle(Comelding).select_related("traject__stuk", "toestemming")),
        COORDINATOR, b.uitvoer,
    ),
    _buiten("uitvoer_zonder_iets", op(actions, "uitvoer", lambda door: []), BEGELEIDER, b.uitvoer),
    _buiten("zorgvraag_van_derden", op(queries, "zorgvraag", een(Zorgvraag, "eigenaar")), BEGELEIDER, b.op_een_blad),
    _buiten("groep_van_derden", op(queries, "groep", een(Groep)), COORDINATOR, b.op_een_blad),
    _buiten(
        "zorgoverleg_van_derden", op(queries, "bespreking", een(Zorgbespreking, "orgaan")), BEGELEIDER, b.op_een_blad
    ),
    _buiten(
        "elk_punt_van_het_zorgoverleg",
        op(queries, "punten", lambda door, bespreking: alle(Bespreekpunt).filter(bespreking=bespreking)
           .select_related("traject__stuk")),
        COORDINATOR, b.op_een_blad,
    ),
    _buiten("barrieres_van_elk_deel", _elk_deel, COORDINATOR, b.een_casus),
]  # fmt: skip
