# SPDX-License-Identifier: EUPL-1.2
"""The database itself knows the arrows of a plan, and lets no change be written over one that was not read."""

from django.db import migrations

PIJL = """
CREATE FUNCTION schakel_pijl() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IS DISTINCT FROM OLD.status
     AND NOT (OLD.status || '>' || NEW.status) = ANY (string_to_array(TG_ARGV[0], ' ')) THEN
    RAISE check_violation USING MESSAGE = format('%s: van %s naar %s gaat niet', TG_TABLE_NAME, OLD.status, NEW.status);
  END IF;
  IF NEW.versie IS DISTINCT FROM OLD.versie + 1
     AND (TG_ARGV[1] = 'altijd' OR (NEW.status, NEW.versie) IS DISTINCT FROM (OLD.status, OLD.versie)) THEN
    RAISE check_violation USING MESSAGE = format('%s: iemand anders was eerder', TG_TABLE_NAME);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pijl BEFORE UPDATE ON interventie_voornemen FOR EACH ROW WHEN (current_user = 'schakel_app')
  EXECUTE FUNCTION schakel_pijl('gepland>uitgevoerd gepland>ingetrokken', 'altijd');
"""


class Migration(migrations.Migration):
    dependencies = [("interventie", "0002_rapportage_en_handhaving")]
    operations = [
        migrations.RunSQL(PIJL, "DROP TRIGGER pijl ON interventie_voornemen; DROP FUNCTION schakel_pijl()")
    ]
