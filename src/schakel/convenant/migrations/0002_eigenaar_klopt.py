# SPDX-License-Identifier: EUPL-1.2
"""The owner that a row claims is the owner of its Stuk: nobody can share, or name people on, what is not theirs."""

from django.db import migrations

TABELLEN = {
    "convenant_gegeven": "eigenaar_id",
    "convenant_betrokkene": "eigenaar_id",
    "convenant_genoemd": "eigenaar_id",
    "convenant_verstrekking": "van_partner_id",
}


def _sql(tabel: str, kolom: str) -> str:
    return (
        f"ALTER TABLE {tabel} ADD CONSTRAINT {tabel}_eigenaar FOREIGN KEY (stuk_id, {kolom}) "
        "REFERENCES convenant_stuk (id, eigenaar_id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE"
    )


class Migration(migrations.Migration):
    dependencies = [("convenant", "0001_initial")]
    operations = [
        *[
            migrations.RunSQL(_sql(tabel, kolom), f"ALTER TABLE {tabel} DROP CONSTRAINT {tabel}_eigenaar")
            for tabel, kolom in TABELLEN.items()
        ],
        migrations.RunSQL(
            "ALTER TABLE convenant_gegevenbron ADD CONSTRAINT convenant_gegevenbron_eigenaar FOREIGN KEY "
            "(gegeven_id, eigenaar_id) REFERENCES convenant_gegeven (id, eigenaar_id) ON DELETE CASCADE",
            "ALTER TABLE convenant_gegevenbron DROP CONSTRAINT convenant_gegevenbron_eigenaar",
        ),
    ]
