# SPDX-License-Identifier: EUPL-1.2
"""The owner that a row claims is the owner of its Stuk; who only executes a measure changes nothing but its course."""

from django.db import migrations

SLEUTELS = (
    ("casus_casus", "stuk_id, eigenaar_id", "convenant_stuk (id, eigenaar_id)"),
    ("casus_dossierstuk", "stuk_id, eigenaar_id", "convenant_stuk (id, eigenaar_id)"),
    ("casus_casussignaal", "signaal_id, signaal_eigenaar_id", "convenant_stuk (id, eigenaar_id)"),
    ("casus_interventie", "casus_id, casus_eigenaar_id", "casus_casus (stuk_id, eigenaar_id)"),
)

VERLOOP = "'{status,versie,weigerreden,resultaat,vastgesteld_op,afgerond_op}'::text[]"

BEWAKER = f"""
CREATE FUNCTION casus_interventie_verloop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.casus_eigenaar_id IS DISTINCT FROM nullif(current_setting('schakel.partner', true), '')::uuid
     AND to_jsonb(NEW) - {VERLOOP} IS DISTINCT FROM to_jsonb(OLD) - {VERLOOP} THEN
    RAISE insufficient_privilege USING MESSAGE = 'alleen de regie wijzigt de inhoud van een interventie';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verloop BEFORE UPDATE ON casus_interventie FOR EACH ROW
  WHEN (current_user = 'schakel_app') EXECUTE FUNCTION casus_interventie_verloop();
"""


def _sql(tabel: str, kolommen: str, naar: str) -> str:
    return (
        f"ALTER TABLE {tabel} ADD CONSTRAINT {tabel}_eigenaar FOREIGN KEY ({kolommen}) REFERENCES {naar} "
        "ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE"
    )


class Migration(migrations.Migration):
    dependencies = [("casus", "0001_initial"), ("convenant", "0002_eigenaar_klopt")]
    operations = [
        *[
            migrations.RunSQL(_sql(tabel, kolommen, naar), f"ALTER TABLE {tabel} DROP CONSTRAINT {tabel}_eigenaar")
            for tabel, kolommen, naar in SLEUTELS
        ],
        migrations.RunSQL(BEWAKER, "DROP TRIGGER verloop ON casus_interventie; DROP FUNCTION casus_interventie_verloop()"),
    ]
