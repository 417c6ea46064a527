# SPDX-License-Identifier: EUPL-1.2
"""A fixed version never changes (CNV-01, CNV-02), and a row names the true owner of its Stuk."""

from django.db import migrations

VAST = """
CREATE OR REPLACE FUNCTION convenant_vaste_versie() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'vastgesteld' AND (NEW.id, NEW.convenant_id, NEW.nummer, NEW.status, NEW.ingang, NEW.regelset,
      NEW.samenvatting, NEW.vastgesteld_op) IS DISTINCT FROM (OLD.id, OLD.convenant_id, OLD.nummer, OLD.status,
      OLD.ingang, OLD.regelset, OLD.samenvatting, OLD.vastgesteld_op) THEN
    RAISE EXCEPTION 'Een vastgestelde versie verandert niet; maak een nieuwe versie.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vaste_versie BEFORE UPDATE ON convenant_convenantversie
  FOR EACH ROW EXECUTE FUNCTION convenant_vaste_versie();

CREATE OR REPLACE FUNCTION convenant_vaste_regel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM convenant_convenantversie WHERE id = coalesce(OLD.versie_id, NEW.versie_id)
             AND vastgesteld_op IS NOT NULL) THEN
    RAISE EXCEPTION 'De regels van een vastgestelde versie veranderen niet.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER vaste_regel BEFORE INSERT OR UPDATE OR DELETE ON convenant_regel
  FOR EACH ROW EXECUTE FUNCTION convenant_vaste_regel();
"""

TABELLEN = (
    "convenant_vrijgaveverzoek",
    "convenant_anoniemeversie",
    "convenant_embargo",
    "convenant_bronverzoek",
    "convenant_toestemming",
)


class Migration(migrations.Migration):
    dependencies = [("convenant", "0003_breder")]
    operations = [
        migrations.RunSQL(VAST, migrations.RunSQL.noop),
        *[
            migrations.RunSQL(
                f"ALTER TABLE {tabel} ADD CONSTRAINT {tabel}_eigenaar FOREIGN KEY (stuk_id, eigenaar_id) "
                "REFERENCES convenant_stuk (id, eigenaar_id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE",
                f"ALTER TABLE {tabel} DROP CONSTRAINT {tabel}_eigenaar",
            )
            for tabel in TABELLEN
        ],
    ]
