# SPDX-License-Identifier: EUPL-1.2
"""Two logs, written in the transaction of the act (standaarden.md §9).

`Toegang` names the employee and is hash chained; `Verwerking` is the Logboek Dataverwerkingen line, one per data
subject, without the employee. Both carry the same trace. No update, no delete: the application role has no such right.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from schakel.kern.ids import nieuw_id


class Toegang(models.Model):
    """Who did what to whose data, when, on which ground. `betrokkene` is a keyed pseudonym, empty when none is known.

    `hash` = SHA-256(vorige ‖ canonical JSON of the line), see `rules.hash_van`.
    """

    volgnr = models.BigIntegerField(primary_key=True)
    tijd = models.DateTimeField()
    gebruiker_id = models.UUIDField(null=True)
    partner_id = models.UUIDField(null=True)
    functie = models.CharField(max_length=30)
    handeling = models.CharField(max_length=20)
    soort = models.CharField(max_length=20)
    stuk_id = models.UUIDField(null=True)
    eigenaar_id = models.UUIDField(null=True)
    betrokkene = models.CharField(max_length=32, blank=True)
    categorieen = ArrayField(models.CharField(max_length=30), default=list)
    doel = models.CharField(max_length=40, blank=True)
    grondslag = models.CharField(max_length=60, blank=True)
    verstrekking_id = models.UUIDField(null=True)
    resultaat = models.CharField(max_length=20, default="ok")
    oorsprong = models.CharField(max_length=20, blank=True)
    trace_id = models.CharField(max_length=32)
    span_id = models.CharField(max_length=16)
    vorige = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    class Meta:
        indexes = [
            models.Index(fields=["betrokkene", "volgnr"], name="toegang_betrokkene"),
            models.Index(fields=["eigenaar_id", "-volgnr"], name="toegang_eigenaar"),
            models.Index(fields=["partner_id", "-volgnr"], name="toegang_partner"),
        ]


class Verwerking(models.Model):
    """One line of the Logboek Dataverwerkingen (LDV 0.8.0); field names are those of the standard."""

    volgnr = models.BigIntegerField(primary_key=True)
    trace_id = models.CharField(max_length=32)
    span_id = models.CharField(max_length=16)
    parent_span_id = models.CharField(max_length=16, blank=True)
    status = models.CharField(max_length=5, default="Ok")
    name = models.CharField(max_length=60)
    start_time = models.BigIntegerField()
    end_time = models.BigIntegerField()
    attributes = models.JSONField()


class Kop(models.Model):
    """The head of the chain: one row, locked by whoever writes."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    volgnr = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)


class BetrokkeneSleutel(models.Model):
    """Keyed words (name parts, birth date, BSN) of a data subject, so that the FG finds the pseudonym of a person."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    betrokkene = models.CharField(max_length=32)
    eigenaar_id = models.UUIDField()
    woord = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["woord", "betrokkene"], name="betrokkenesleutel_woord")]
        constraints = [
            models.UniqueConstraint(fields=["betrokkene", "woord"], name="betrokkenesleutel_uniek")
        ]
