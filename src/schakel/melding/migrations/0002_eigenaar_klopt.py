# SPDX-License-Identifier: EUPL-1.2
"""The owner that a melding claims is the owner of its Stuk (as in convenant.0002)."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("melding", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "ALTER TABLE melding_melding ADD CONSTRAINT melding_melding_eigenaar FOREIGN KEY (stuk_id, eigenaar_id) "
            "REFERENCES convenant_stuk (id, eigenaar_id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE",
            "ALTER TABLE melding_melding DROP CONSTRAINT melding_melding_eigenaar",
        )
    ]
