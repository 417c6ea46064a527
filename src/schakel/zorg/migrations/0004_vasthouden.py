# SPDX-License-Identifier: EUPL-1.2
"""A place of another institution can be held and let go, and nothing else; its rows say who owns the supply."""

from django.db import migrations

VASTHOUDEN = "'{vast_tot,vast_voor_id,vast_door_id}'::text[]"
MIJ = "nullif(current_setting('schakel.partner', true), '')::uuid"

BEWAKER = f"""
CREATE FUNCTION zorg_plek_vasthouden() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.eigenaar_id IS DISTINCT FROM {MIJ} AND (
       to_jsonb(NEW) - {VASTHOUDEN} IS DISTINCT FROM to_jsonb(OLD) - {VASTHOUDEN}
       OR (OLD.vast_tot > now() AND OLD.vast_door_id IS DISTINCT FROM {MIJ})) THEN
    RAISE insufficient_privilege USING MESSAGE = 'een plaats van een ander kan alleen worden vastgehouden';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vasthouden BEFORE UPDATE ON zorg_plek FOR EACH ROW
  WHEN (current_user = 'schakel_app') EXECUTE FUNCTION zorg_plek_vasthouden();
"""

SLEUTELS = (
    ("zorg_plek", "aanbod_id, eigenaar_id"),
    ("zorg_opvangadres", "aanbod_id, eigenaar_id"),
    ("zorg_weigering", "aanbod_id, eigenaar_id"),
)


def _sql(tabel: str, kolommen: str) -> str:
    return (
        f"ALTER TABLE {tabel} ADD CONSTRAINT {tabel}_eigenaar FOREIGN KEY ({kolommen}) "
        "REFERENCES zorg_zorgaanbod (id, eigenaar_id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE"
    )


class Migration(migrations.Migration):
    dependencies = [("zorg", "0003_opvang")]
    operations = [
        migrations.RunSQL(BEWAKER, "DROP TRIGGER vasthouden ON zorg_plek; DROP FUNCTION zorg_plek_vasthouden()"),
        *[
            migrations.RunSQL(_sql(tabel, kolommen), f"ALTER TABLE {tabel} DROP CONSTRAINT {tabel}_eigenaar")
            for tabel, kolommen in SLEUTELS
        ],
    ]
