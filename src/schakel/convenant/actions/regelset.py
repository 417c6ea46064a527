# SPDX-License-Identifier: EUPL-1.2
"""Load the rule sets that ship as data: legal grounds, the deelmatrix, retention terms, a first checklist."""

import csv
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from django.db import transaction

from schakel.convenant import rules
from schakel.convenant.actions.checklist import NieuweVraag, stel_vragenlijst_vast
from schakel.convenant.actions.convenanten import maak_versie, stel_vast
from schakel.convenant.models import Bewaartermijn, Convenant, ConvenantVersie, Grondslag, Regel, Vragenlijst
from schakel.kern import klok
from schakel.toegang.actor import Actor

GEGEVENS = Path(__file__).parent.parent / "gegevens"
SETS = ("2012", "2025")


@transaction.atomic
def laad_regelset(
    *, door: Actor, convenant: Convenant, set: str, ingang: date | None = None, einde: date | None = None,
    bevestigd_met: str = "",
) -> ConvenantVersie:  # fmt: skip
    """Give `convenant` a version with the shipped rules of `set` (2012 or 2025). Loading twice changes nothing.

    Without `ingang` and `einde` the version runs as long as the law of its time. It is a concept until someone fixes
    it. `bevestigd_met` names the decision by which the grounds are confirmed at once (demo data, a region with a
    signed advice); then the version is fixed too.
    """
    if set not in SETS:
        raise ValueError(f"Er is geen regelset {set}; kies {' of '.join(SETS)}.")
    laad_grondslagen()
    inhoud = tomllib.loads((GEGEVENS / f"regels-{set}.toml").read_text())
    for termijn in inhoud.get("bewaren", []):
        sleutel = {n: termijn.get(n, "*") for n in ("grondslag", "van", "categorie")}
        rest = {n: termijn[n] for n in ("maanden", "artikel", "merk")}
        Bewaartermijn.objects.update_or_create(**sleutel, defaults=rest)
    versie = convenant.versies.filter(regelset=set).order_by("-nummer").first()
    if versie is None:
        versie = maak_versie(
            door=door,
            convenant=convenant,
            ingang=ingang or inhoud["ingang"],
            einde=einde or inhoud.get("einde"),
            regelset=set,
            samenvatting=inhoud["titel"],
        )
        Regel.objects.bulk_create(Regel(versie=versie, **velden) for velden in regels_uit(inhoud))
    if bevestigd_met and versie.status == ConvenantVersie.Status.CONCEPT:
        codes = versie.regels.values_list("grondslag", flat=True)
        Grondslag.objects.filter(code__in=codes, bevestigd_op__isnull=True).update(
            bevestigd_op=klok.vandaag(), bevestigd_door=door.gebruiker_id, bevestiging=bevestigd_met
        )
        stel_vast(door=door, versie=versie)
    return versie


@transaction.atomic
def laad_grondslagen() -> None:
    """Bring the table of legal grounds up to the shipped text; confirmations stay."""
    with (GEGEVENS / "grondslagen.csv").open(encoding="utf-8", newline="") as bestand:
        for rij in csv.DictReader(bestand, delimiter=";"):
            code, van = rij.pop("code"), rij.pop("geldig_van") or None
            tot = rij.pop("geldig_tot") or None
            Grondslag.objects.update_or_create(code=code, geldig_van=van, defaults={**rij, "geldig_tot": tot})


def regels_uit(inhoud: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of the deelmatrix: one per supplier, receiver and category; lists multiply, codes get a serial."""
    for blok in inhoud["regel"]:
        rijen = list(product(blok.get("van", ["*"]), blok.get("naar", ["*"]), blok["categorieen"]))
        for nr, (van, naar, categorie) in enumerate(rijen, 1):
            yield {
                "code": blok["code"] if len(rijen) == 1 else f"{blok['code']}.{nr}",
                "van": van,
                "naar": naar,
                "categorie": rules.Categorie(categorie),
                "naar_functie": blok.get("naar_functie", ""),
                "naar_deel": blok.get("naar_deel"),
                "fasen": [rules.Fase(f) for f in blok.get("fasen", [])],
                "doelen": [rules.Doel(d) for d in blok.get("doelen", [])],
                "grondslag": blok.get("grondslag", ""),
                "artikel": blok.get("artikel", ""),
                "wijze": rules.Wijze(blok.get("wijze", "volledig")),
                "voorwaarden": [rules.Voorwaarde(v) for v in blok.get("voorwaarden", [])],
                "toelichting": blok.get("toelichting", ""),
            }


@transaction.atomic
def laad_checklist(*, door: Actor) -> None:
    """The shipped privacy checklist, for each moment that has none yet."""
    inhoud = tomllib.loads((GEGEVENS / "checklist.toml").read_text())
    for moment in rules.Moment:
        if not Vragenlijst.objects.filter(moment=moment).exists():
            vragen = [NieuweVraag(**vraag) for vraag in inhoud[moment.value]["vragen"]]
            stel_vragenlijst_vast(door=door, moment=moment, vragen=vragen, contact=inhoud["contact"])
