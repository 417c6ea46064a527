# SPDX-License-Identifier: EUPL-1.2
"""A meeting begins and ends once; who holds an action changes its result and nothing else."""

from django.db import migrations

PIJLEN = """
CREATE TRIGGER pijl BEFORE UPDATE ON overleg_overleg FOR EACH ROW WHEN (current_user = 'schakel_app')
  EXECUTE FUNCTION schakel_pijl('gepland>bezig bezig>afgesloten', 'bij een pijl');
CREATE TRIGGER pijl BEFORE UPDATE ON overleg_actie FOR EACH ROW WHEN (current_user = 'schakel_app')
  EXECUTE FUNCTION schakel_pijl('open>gedaan open>vervallen gedaan>vervallen vervallen>gedaan', 'altijd');

CREATE FUNCTION overleg_actie_verloop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - '{status,resultaat,versie}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{status,resultaat,versie}'::text[] THEN
    RAISE insufficient_privilege USING MESSAGE = 'wat het overleg aan iemand vroeg verandert niet meer';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verloop BEFORE UPDATE ON overleg_actie FOR EACH ROW WHEN (current_user = 'schakel_app')
  EXECUTE FUNCTION overleg_actie_verloop();
"""

TERUG = """
DROP TRIGGER verloop ON overleg_actie; DROP FUNCTION overleg_actie_verloop();
DROP TRIGGER pijl ON overleg_actie; DROP TRIGGER pijl ON overleg_overleg;
"""


class Migration(migrations.Migration):
    dependencies = [("overleg", "0003_cyclus"), ("interventie", "0003_pijlen")]
    operations = [migrations.RunSQL(PIJLEN, TERUG)]
