# SPDX-License-Identifier: EUPL-1.2
"""Planted defects in code below the pages: a filter, a table of functions, what an actor is."""

import sys
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Q

import schakel.convenant.queries as delen
import schakel.melding.queries  # noqa: F401  its reader of meldingen is patched below
import schakel.partner.queries as partners
from schakel.casus import queries as casussen
from schakel.convenant import actor as context
from schakel.convenant import rules
from schakel.convenant.models import Betrokkene, Gegeven, Stuk, Toegekend
from schakel.convenant.rules import Categorie, Handeling, StukSoort
from schakel.kern import klok
from schakel.partner.models import Bezetting
from schakel.signaal import queries as signalen
from schakel.signaal.models import Raakvlak, Signaal
from schakel.toegang.actor import Actor
from tests.orakel.databank import EIGENAAR
from tests.orakel.defecten import Breek, Defect

z: Any = sys.modules["schakel.convenant.queries.zichtbaar"]  # the package has a function of the same name
meldingen: Any = sys.modules["schakel.melding.queries.melding"]
casuslezers: Any = sys.modules["schakel.casus.queries.lezen"]
wie: Any = sys.modules[partners.als_actor.__module__]


def vervang(module: Any, naam: str, door: Any) -> Breek:
    """A name of a module is something else."""
    return lambda patch: patch.setattr(module, naam, door)


_zichtbaar_stuk = z._zichtbaar_stuk


def _betrokken(*voorwaarden: Callable[[Actor], Q]) -> Any:
    def mijn(door: Actor) -> Any:
        alle = Betrokkene.objects.filter(partner_id=door.partner_id)
        for voorwaarde in voorwaarden:
            alle = alle.filter(voorwaarde(door))
        return alle.values("stuk_id")

    return mijn


def _ikzelf(door: Actor) -> Q:
    return Q(gebruiker_id__in=door.personen)


def _nu(_: Actor) -> Q:
    dag = klok.vandaag()
    return Q(van__lte=dag) & (Q(tot__isnull=True) | Q(tot__gte=dag))


def _alleen_het_stuk(door: Actor) -> Q:
    return Q(stuk_id__in=Stuk.objects.filter(z._zichtbaar_stuk(door)).values("pk"))


def _elke_categorie(door: Actor) -> Q:
    nodig = rules.FUNCTIE_CATEGORIEEN.get(door.functie, frozenset())
    return _alleen_het_stuk(door) & Q(categorie__in=nodig)


def _zonder_eigen(door: Actor, kop: str = "") -> Q:
    """The condition on what was shared, for one's own too."""
    gekregen = Q(pk__in=Toegekend.objects.values("stuk_id")) & z._open(door, "pk", kop)
    return _zichtbaar_stuk(door, kop) & gekregen


def _gisteren(patch: pytest.MonkeyPatch) -> None:
    class Klok:
        vandaag = staticmethod(lambda: klok.vandaag().replace(year=klok.vandaag().year - 1))

    patch.setattr(z, "klok", Klok)


def _onthouden(patch: pytest.MonkeyPatch) -> None:
    """What somebody saw once is kept, whatever changes."""
    echt, bewaard = z.zichtbaar, {}

    def zichtbaar(door: Actor, model: Any) -> Q:
        sleutel = (door, model)
        if sleutel not in bewaard:
            rijen = model.objects.using(EIGENAAR).filter(echt(door, model))
            bewaard[sleutel] = Q(pk__in=list(rijen.values_list("pk", flat=True)))
        return bewaard[sleutel]

    for module in (z, delen, meldingen):
        patch.setattr(module, "zichtbaar", zichtbaar)


def _zichtbaar_is(anders: Callable[[Any, Actor, Any], Q]) -> Breek:
    def breek(patch: pytest.MonkeyPatch) -> None:
        echt = z.zichtbaar
        for module in (z, delen, meldingen):
            patch.setattr(module, "zichtbaar", lambda door, model: anders(echt, door, model))

    return breek


def _tabel(naam: str, functie: str, waarde: Any) -> Breek:
    return lambda patch: patch.setitem(getattr(rules, naam), functie, waarde)


def _handelingen(anders: Callable[[str], frozenset[Handeling]]) -> Breek:
    def breek(patch: pytest.MonkeyPatch) -> None:
        for module in (rules, context):
            patch.setattr(module, "handelingen_voor", anders)

    return breek


def _actor_is(anders: Callable[[Actor], dict[str, Any]]) -> Breek:
    """What the product makes of a person in a function."""

    def breek(patch: pytest.MonkeyPatch) -> None:
        echt = partners.als_actor

        def als_actor(bezetting: Bezetting) -> Actor:
            actor = echt(bezetting)
            return Actor(**{**actor.__dict__, **anders(actor)})

        for module in (partners, wie):
            patch.setattr(module, "als_actor", als_actor)

    return breek


def _collegas(actor: Actor) -> dict[str, Any]:
    rijen = Bezetting.objects.filter(functie__partner_id=actor.partner_id)
    return {"personen": tuple(rijen.values_list("gebruiker_id", flat=True))}


def _zwaarste(actor: Actor) -> dict[str, Any]:
    rollen = Bezetting.objects.filter(gebruiker_id=actor.gebruiker_id).values_list("functie__rol", flat=True)
    return {"functie": max(rollen, key=lambda rol: len(rules.FUNCTIE_CATEGORIEEN.get(rol, ())))}


alles_open = frozenset(Handeling)
FILTERDEFECTEN = [
    Defect(
        "filter_zonder_handeling_en_embargo",
        "filter",
        vervang(z, "_open", lambda *_: Q()),
        eerst=("convenant_stuk",),
    ),
    Defect(
        "filter_betrokkene_van_collega",
        "filter",
        vervang(z, "mijn", _betrokken(_nu)),
        eerst=("convenant_stuk",),
    ),
    Defect(
        "filter_betrokkene_zonder_termijn",
        "filter",
        vervang(z, "mijn", _betrokken(_ikzelf)),
        eerst=("convenant_stuk",),
    ),
    Defect(
        "filter_alleen_op_het_stuk",
        "filter",
        vervang(z, "_zichtbaar_gegeven", _alleen_het_stuk),
        eerst=("convenant_gegeven",),
    ),
    Defect(
        "filter_zonder_categorie_van_verstrekking",
        "filter",
        vervang(z, "_zichtbaar_gegeven", _elke_categorie),
        eerst=("convenant_gegeven",),
    ),
    Defect(
        "filter_weigert_eigen_stuk",
        "filter",
        vervang(z, "_zichtbaar_stuk", _zonder_eigen),
        eerst=("convenant_stuk",),
    ),
    Defect("filter_met_verouderde_dag", "filter", _gisteren, eerst=("convenant_stuk", "convenant_gegeven")),
    Defect(
        "filter_vergeten_bij_kamers",
        "filter",
        _zichtbaar_is(lambda echt, door, model: echt(door, model) if model in (Stuk, Gegeven) else Q()),
        eerst=("signaal_signaal",),
    ),
    Defect(
        "filter_op_het_verkeerde_object",
        "filter",
        _zichtbaar_is(
            lambda echt, door, model: (
                Q(eigenaar_id__in=Stuk.objects.filter(echt(door, Stuk)).values("eigenaar_id"))
                if model is Signaal
                else echt(door, model)
            )
        ),
        eerst=("signaal_signaal",),
    ),
    Defect(
        "filter_onthoudt_wat_ooit_mocht",
        "filter",
        _onthouden,
        daden=True,
        eerst=("convenant_stuk", "convenant_gegeven"),
    ),
    Defect(
        "casus_zonder_deel",
        "filter",
        vervang(casuslezers, "FUNCTIE_DELEN", dict.fromkeys(rules.FUNCTIE_SOORTEN, frozenset({1, 2}))),
        eerst=("casus_interventie",),
        rol="regiocoordinator",
    ),
    Defect(
        "casus_zonder_zicht",
        "filter",
        vervang(casussen, "zichtbaar", lambda door, model: Q()),
        eerst=("casus_casussignaal",),
    ),
    Defect(
        "melding_zonder_besloten",
        "filter",
        vervang(meldingen, "_van_mij", lambda d: Q(eigenaar_id=d.partner_id) | Q(afzender_id=d.partner_id)),
        eerst=("melding_melding",),
    ),
    Defect(
        "raakvlak_zonder_zicht_op_eigen_stuk",
        "filter",
        lambda patch: patch.setattr(
            signalen, "raakvlakken", lambda door: Raakvlak.objects.filter(eigenaar_id=door.partner_id)
        ),
        eerst=("signaal_raakvlak",),
    ),
    Defect(
        "zorgdeelnemer_ziet_verdachten",
        "muur",
        _tabel(
            "FUNCTIE_CATEGORIEEN",
            "zorgdeelnemer",
            frozenset({*rules.FUNCTIE_CATEGORIEEN["zorgdeelnemer"], Categorie.PERSOON_VERDACHT}),
        ),
        eerst=("convenant_gegeven",),
        rol="zorgdeelnemer",
    ),
    Defect(
        "stuurgroep_leest_mee",
        "muur",
        _tabel("FUNCTIE_SOORTEN", "stuurgroeplid", frozenset(StukSoort)),
        eerst=("convenant_stuk",),
        rol="stuurgroeplid",
    ),
    Defect(
        "toezichthouder_ziet_casussen",
        "filter",
        _tabel("FUNCTIE_SOORTEN", "toezichthouder", frozenset(StukSoort)),
        eerst=("convenant_stuk",),
        rol="toezichthouder",
    ),
    Defect(
        "regiocoordinator_in_deel_2",
        "muur",
        _tabel("FUNCTIE_DELEN", "regiocoordinator", frozenset({1, 2})),
        eerst=("casus_interventie",),
        rol="regiocoordinator",
    ),
    Defect(
        "elke_handeling_open", "muur", _handelingen(lambda functie: alles_open), eerst=("convenant_stuk",)
    ),
    Defect(
        "elke_handeling_dicht",
        "filter",
        _handelingen(lambda functie: frozenset({Handeling.KETEN})),
        eerst=("convenant_stuk",),
    ),
    Defect(
        "plaatsvervanger_ziet_niets_extra",
        "muur",
        _actor_is(lambda a: {"personen": (a.gebruiker_id,)}),
        eerst=("convenant_stuk",),
    ),
    Defect("plaatsvervanger_van_iedereen", "muur", _actor_is(_collegas), eerst=("convenant_stuk",)),
    Defect("zwaarste_functie_telt", "muur", _actor_is(_zwaarste), eerst=("convenant_stuk",)),
    Defect(
        "beeindigde_functie_blijft", "muur", lambda patch: patch.setattr(wie, "geldig_op", lambda dag: Q())
    ),
]
