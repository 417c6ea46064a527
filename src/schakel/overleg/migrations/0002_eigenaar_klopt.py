# SPDX-License-Identifier: EUPL-1.2
"""The part that a decision or action claims is the part of its item: nothing slips from part 2 into part 1."""

from django.db import migrations

SLEUTELS = (
    ("overleg_besluit", "agendapunt_id, deel", "overleg_agendapunt (id, deel)"),
    ("overleg_actie", "besluit_id, deel", "overleg_besluit (id, deel)"),
)


def _sql(tabel: str, kolommen: str, naar: str) -> str:
    return (
        f"ALTER TABLE {tabel} ADD CONSTRAINT {tabel}_deel FOREIGN KEY ({kolommen}) REFERENCES {naar} "
        "ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE"
    )


class Migration(migrations.Migration):
    dependencies = [("overleg", "0001_initial")]
    operations = [
        migrations.RunSQL(_sql(tabel, kolommen, naar), f"ALTER TABLE {tabel} DROP CONSTRAINT {tabel}_deel")
        for tabel, kolommen, naar in SLEUTELS
    ]
