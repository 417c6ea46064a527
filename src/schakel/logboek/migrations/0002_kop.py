# SPDX-License-Identifier: EUPL-1.2
"""The head of the chain, and a lock on the past: no line is ever changed or removed, also by its owner's mistake."""

from django.db import migrations

SLOT = """
INSERT INTO logboek_kop (id, volgnr, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));
CREATE FUNCTION logboek_blijft() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'het logboek wordt alleen aangevuld'; END $$;
CREATE TRIGGER blijft BEFORE UPDATE OR DELETE OR TRUNCATE ON logboek_toegang
  FOR EACH STATEMENT EXECUTE FUNCTION logboek_blijft();
CREATE TRIGGER blijft BEFORE UPDATE OR DELETE OR TRUNCATE ON logboek_verwerking
  FOR EACH STATEMENT EXECUTE FUNCTION logboek_blijft();
"""


class Migration(migrations.Migration):
    dependencies = [("logboek", "0001_initial")]
    operations = [migrations.RunSQL(SLOT, "DROP FUNCTION logboek_blijft() CASCADE")]
