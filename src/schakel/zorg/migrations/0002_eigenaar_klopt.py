# SPDX-License-Identifier: EUPL-1.2
"""The owner that a row claims is the owner of its Stuk: no term and no event stands under another institution."""

from django.db import migrations

SLEUTELS = (
    ("zorg_zorgtraject", "stuk_id, eigenaar_id", "convenant_stuk (id, eigenaar_id)"),
    ("zorg_verblijfsstap", "traject_id, eigenaar_id", "convenant_stuk (id, eigenaar_id)"),
    ("zorg_termijn", "traject_id, eigenaar_id", "convenant_stuk (id, eigenaar_id)"),
)


def _sql(tabel: str, kolommen: str, naar: str) -> str:
    return (
        f"ALTER TABLE {tabel} ADD CONSTRAINT {tabel}_eigenaar FOREIGN KEY ({kolommen}) REFERENCES {naar} "
        "ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE"
    )


class Migration(migrations.Migration):
    dependencies = [("zorg", "0001_initial"), ("convenant", "0002_eigenaar_klopt")]
    operations = [
        migrations.RunSQL(_sql(tabel, kolommen, naar), f"ALTER TABLE {tabel} DROP CONSTRAINT {tabel}_eigenaar")
        for tabel, kolommen, naar in SLEUTELS
    ]
