# SPDX-License-Identifier: EUPL-1.2
"""The database itself knows the arrows of a case: no step without its entry in the history, none that does not exist."""

from django.db import migrations

FASEN = "'{detectie,dossiervorming,weging,toewijzing,uitvoering,evaluatie}'::text[]"

STAP = f"""
CREATE FUNCTION casus_stap_klopt() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  vorige record;
  van int := array_position({FASEN}, NEW.van::text);
  naar int := array_position({FASEN}, NEW.naar::text);
BEGIN
  SELECT s.naar, s.versie INTO vorige FROM casus_stap s WHERE s.casus_id = NEW.casus_id ORDER BY s.versie DESC LIMIT 1;
  IF NOT FOUND THEN
    IF (NEW.versie, NEW.van, NEW.naar) IS DISTINCT FROM (1, 'detectie', 'detectie') THEN
      RAISE check_violation USING MESSAGE = 'een casus begint bij detectie';
    END IF;
  ELSIF vorige.naar = 'afgesloten' THEN
    RAISE check_violation USING MESSAGE = 'een afgesloten casus verandert niet';
  ELSIF NEW.versie <> vorige.versie + 1 OR NEW.van <> vorige.naar THEN
    RAISE check_violation USING MESSAGE = 'iemand anders was eerder';
  ELSIF NEW.naar <> 'afgesloten'
        AND (naar IN (van, van + 1) OR (naar < van AND naar > 1)) IS NOT TRUE THEN
    RAISE check_violation USING MESSAGE = format('van %s naar %s gaat niet', NEW.van, NEW.naar);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER klopt BEFORE INSERT ON casus_stap FOR EACH ROW WHEN (current_user = 'schakel_app')
  EXECUTE FUNCTION casus_stap_klopt();
"""

KOP = """
CREATE FUNCTION casus_kop_klopt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.afgesloten_op IS NOT NULL THEN
    RAISE check_violation USING MESSAGE = 'een afgesloten casus verandert niet';
  ELSIF NEW.versie <> OLD.versie + 1 THEN
    RAISE check_violation USING MESSAGE = 'iemand anders was eerder';
  ELSIF NOT EXISTS (SELECT FROM casus_stap WHERE casus_id = NEW.stuk_id AND versie = NEW.versie
      AND (naar = 'afgesloten') = (NEW.afgesloten_op IS NOT NULL)) THEN
    RAISE check_violation USING MESSAGE = 'een wijziging van een casus staat in de geschiedenis';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER klopt BEFORE UPDATE ON casus_casus FOR EACH ROW WHEN (current_user = 'schakel_app')
  EXECUTE FUNCTION casus_kop_klopt();

CREATE FUNCTION casus_fase_klopt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.fase IS DISTINCT FROM (
      SELECT naar FROM casus_stap WHERE casus_id = NEW.id ORDER BY versie DESC LIMIT 1) THEN
    RAISE check_violation USING MESSAGE = 'een stap van een casus staat in de geschiedenis';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER casusfase BEFORE UPDATE OF fase ON convenant_stuk FOR EACH ROW
  WHEN (current_user = 'schakel_app' AND OLD.soort = 'casus' AND NEW.fase IS DISTINCT FROM OLD.fase)
  EXECUTE FUNCTION casus_fase_klopt();
"""

INTERVENTIE = """
CREATE FUNCTION casus_interventie_klopt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'uitgevoerd' AND OLD.status = 'voorgesteld' AND NEW.partner_id <> NEW.uitvoerder_id THEN
    RAISE check_violation USING MESSAGE = 'alleen uit eigen bevoegdheid gaat een interventie aan het overleg voorbij';
  ELSIF NEW.status = 'vastgesteld' AND OLD.status = 'voorgesteld'
      AND NOT EXISTS (SELECT FROM casus_weging WHERE casus_id = NEW.casus_id AND soort = 'gezamenlijk')
      AND NOT EXISTS (SELECT FROM casus_casus WHERE stuk_id = NEW.casus_id AND spoed_op IS NOT NULL) THEN
    RAISE check_violation USING MESSAGE = 'de casus is niet gewogen en de spoedroute is niet gebruikt';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER klopt BEFORE UPDATE ON casus_interventie FOR EACH ROW WHEN (current_user = 'schakel_app')
  EXECUTE FUNCTION casus_interventie_klopt();
CREATE TRIGGER pijl BEFORE UPDATE ON casus_interventie FOR EACH ROW WHEN (current_user = 'schakel_app')
  EXECUTE FUNCTION schakel_pijl('voorgesteld>vastgesteld vastgesteld>aanvaard vastgesteld>geweigerd '
    'aanvaard>geweigerd aanvaard>uitgevoerd voorgesteld>uitgevoerd', 'altijd');
"""

TERUG = """
DROP TRIGGER klopt ON casus_stap; DROP FUNCTION casus_stap_klopt();
DROP TRIGGER klopt ON casus_casus; DROP FUNCTION casus_kop_klopt();
DROP TRIGGER casusfase ON convenant_stuk; DROP FUNCTION casus_fase_klopt();
DROP TRIGGER pijl ON casus_interventie; DROP TRIGGER klopt ON casus_interventie; DROP FUNCTION casus_interventie_klopt();
"""


class Migration(migrations.Migration):
    dependencies = [("casus", "0007_boetes"), ("interventie", "0003_pijlen")]
    operations = [migrations.RunSQL(STAP + KOP + INTERVENTIE, TERUG)]
