# SPDX-License-Identifier: EUPL-1.2
"""Who accepts a file changes who carries it, and nothing else of a traject of another institution."""

from django.db import migrations

MIJ = "nullif(current_setting('schakel.partner', true), '')::uuid"

BEWAKER = f"""
CREATE FUNCTION zorg_traject_verantwoordelijk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.eigenaar_id IS DISTINCT FROM {MIJ} AND (
       to_jsonb(NEW) - 'verantwoordelijk_id' IS DISTINCT FROM to_jsonb(OLD) - 'verantwoordelijk_id'
       OR NEW.verantwoordelijk_id IS DISTINCT FROM {MIJ}) THEN
    RAISE insufficient_privilege USING MESSAGE = 'van een dossier van een ander verandert alleen wie het draagt';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verantwoordelijk BEFORE UPDATE ON zorg_zorgtraject FOR EACH ROW
  WHEN (current_user = 'schakel_app') EXECUTE FUNCTION zorg_traject_verantwoordelijk();
"""

SLEUTELS = ("zorg_comelding", "zorg_doorgifte", "zorg_mijlpaal", "zorg_overdracht")


def _sql(tabel: str) -> str:
    return (
        f"ALTER TABLE {tabel} ADD CONSTRAINT {tabel}_eigenaar FOREIGN KEY (traject_id, eigenaar_id) "
        "REFERENCES convenant_stuk (id, eigenaar_id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE"
    )


class Migration(migrations.Migration):
    dependencies = [("zorg", "0006_verder")]
    operations = [
        migrations.RunSQL(
            BEWAKER,
            "DROP TRIGGER verantwoordelijk ON zorg_zorgtraject; DROP FUNCTION zorg_traject_verantwoordelijk()",
        ),
        *[
            migrations.RunSQL(_sql(tabel), f"ALTER TABLE {tabel} DROP CONSTRAINT {tabel}_eigenaar")
            for tabel in SLEUTELS
        ],
    ]
