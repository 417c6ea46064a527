# SPDX-License-Identifier: EUPL-1.2
"""What the database itself keeps true: the owner of a row is the owner of its Stuk; an embargo hides keys at once."""

from django.db import migrations

TABELLEN = (
    ("signaal_signaal", "stuk_id", "eigenaar_id"),
    ("signaal_wijziging", "signaal_id", "eigenaar_id"),
    ("signaal_koppelsleutel", "stuk_id", "eigenaar_id"),
    ("signaal_raakvlak", "stuk_id", "eigenaar_id"),
    ("signaal_informatieverzoek", "stuk_id", "van_id"),
)

VERBORGEN = """
CREATE FUNCTION signaal_verborgen(het_stuk uuid, het_gegeven uuid) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT coalesce(max(coalesce(greatest(s.embargo_tot, g.embargo_tot,
    CASE WHEN s.besloten OR 'eigen' IN (s.handeling, g.handeling) THEN date '9999-12-31' END), date '0001-01-01')),
    date '9999-12-31')
  FROM convenant_stuk s JOIN convenant_gegeven g ON g.stuk_id = s.id
  WHERE s.id = het_stuk AND g.id = het_gegeven $$;

CREATE FUNCTION signaal_verberg_stuk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE signaal_koppelsleutel SET verborgen_tot = signaal_verborgen(stuk_id, gegeven_id) WHERE stuk_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER koppelsleutels AFTER UPDATE OF embargo_tot, handeling, besloten ON convenant_stuk
  FOR EACH ROW EXECUTE FUNCTION signaal_verberg_stuk();

CREATE FUNCTION signaal_verberg_gegeven() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE signaal_koppelsleutel SET verborgen_tot = signaal_verborgen(stuk_id, gegeven_id) WHERE gegeven_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER koppelsleutels AFTER UPDATE OF embargo_tot, handeling ON convenant_gegeven
  FOR EACH ROW EXECUTE FUNCTION signaal_verberg_gegeven();
"""
ZICHTBAAR = """
DROP TRIGGER koppelsleutels ON convenant_gegeven; DROP TRIGGER koppelsleutels ON convenant_stuk;
DROP FUNCTION signaal_verberg_gegeven(); DROP FUNCTION signaal_verberg_stuk();
DROP FUNCTION signaal_verborgen(uuid, uuid);
"""


def _sql(tabel: str, stuk: str, eigenaar: str) -> str:
    return (
        f"ALTER TABLE {tabel} ADD CONSTRAINT {tabel}_eigenaar FOREIGN KEY ({stuk}, {eigenaar}) "
        "REFERENCES convenant_stuk (id, eigenaar_id) ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE"
    )


class Migration(migrations.Migration):
    dependencies = [("signaal", "0001_initial"), ("convenant", "0002_eigenaar_klopt")]
    operations = [
        *[
            migrations.RunSQL(_sql(*rij), f"ALTER TABLE {rij[0]} DROP CONSTRAINT {rij[0]}_eigenaar") for rij in TABELLEN
        ],
        migrations.RunSQL(VERBORGEN, ZICHTBAAR),
    ]
