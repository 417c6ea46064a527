# SPDX-License-Identifier: EUPL-1.2
"""Key rotation, second half: write every encrypted value anew with the active key; may be interrupted and restarted."""

from collections.abc import Iterator

from django.apps import apps
from django.db import connections, models, transaction

from schakel.kern.versleuteling import VersleuteldVeld, bos

PARTIJ = 500


def versleutelde_velden() -> dict[type[models.Model], list[VersleuteldVeld]]:
    """Every model with its encrypted columns."""
    gevonden = {}
    for model in apps.get_models():
        velden = [v for v in model._meta.concrete_fields if isinstance(v, VersleuteldVeld)]
        if velden and model._meta.managed:
            gevonden[model] = velden
    return gevonden


def versleutel_opnieuw(alias: str = "eigenaar") -> Iterator[tuple[str, int, int]]:
    """Re-encrypt what an older key wrote; yields (table, values done, values in all).

    Works on raw rows as owner: no content is logged, no version counter moves.
    """
    for model, velden in versleutelde_velden().items():
        assert model._meta.pk is not None
        for veld in velden:
            yield from _kolom(alias, model._meta.db_table, str(model._meta.pk.column), str(veld.column))


def _kolom(alias: str, tabel: str, sleutel: str, kolom: str) -> Iterator[tuple[str, int, int]]:
    sleutels = bos()
    kop = bytes([1, len(sleutels.actief)]) + sleutels.actief.encode("ascii")
    oud = f'"{kolom}" IS NOT NULL AND substring("{kolom}" FROM 1 FOR {len(kop)}) <> %s'
    with connections[alias].cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{tabel}" WHERE {oud}', [kop])  # noqa: S608  names from our own models
        totaal = cursor.fetchone()[0]
    klaar = 0
    while klaar < totaal:
        with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
            vraag = f'SELECT "{sleutel}", "{kolom}" FROM "{tabel}" WHERE {oud} LIMIT {PARTIJ} FOR UPDATE'  # noqa: S608
            cursor.execute(vraag, [kop])
            rijen = cursor.fetchall()
            for pk, waarde in rijen:
                plaats = f"{tabel}:{pk}:{kolom}"
                nieuw = sleutels.versleutel(sleutels.ontsleutel(bytes(waarde), plaats), plaats)
                cursor.execute(f'UPDATE "{tabel}" SET "{kolom}" = %s WHERE "{sleutel}" = %s', [nieuw, pk])  # noqa: S608  names from our own models
        if not rijen:
            return
        klaar += len(rijen)
        yield tabel, klaar, totaal
