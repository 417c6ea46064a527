-- SPDX-License-Identifier: EUPL-1.2
-- The second wall of the sharing rule (delen.md). Fragments ($partner, $personen …) come from kern/muren.py.

-- open: convenant_grondslag SELECT,INSERT,UPDATE: legal texts, no personal data
-- open: convenant_convenant SELECT,INSERT,UPDATE: agreements between organisations, no personal data
-- open: convenant_convenantversie SELECT,INSERT,UPDATE,DELETE: idem
-- open: convenant_partij SELECT,INSERT,UPDATE: idem
-- open: convenant_regel SELECT,INSERT,UPDATE,DELETE: idem (a trigger keeps fixed versions as they are)
-- open: convenant_verantwoording SELECT,INSERT,UPDATE: DPIA, advice, yearly report, audit of a partnership
-- open: convenant_bewaartermijn SELECT,INSERT,UPDATE: retention terms
-- open: convenant_vragenlijst SELECT,INSERT,UPDATE: checklists, questions only
-- open: convenant_vraag SELECT,INSERT,UPDATE,DELETE: idem
-- open: convenant_vraagbaak SELECT,INSERT,UPDATE: questions about law between partners, no cases

-- The two sets below stand in PL/pgSQL functions (of the asker's own rights): such a function is planned once per
-- connection and counts as one step for whoever reads it. As plain views they would be planned anew, in full, in every
-- policy that leads to them: that took most of the time of a page (tests/prestatie).

-- The closed objects in which this actor, or someone whose stand-in they are, is named.
CREATE OR REPLACE FUNCTION convenant_mijn_nu() RETURNS TABLE (stuk_id uuid) LANGUAGE plpgsql STABLE ROWS 20 AS $$$$
#variable_conflict use_column
BEGIN RETURN QUERY
SELECT stuk_id FROM convenant_betrokkene
WHERE partner_id = $partner AND gebruiker_id = ANY ($personen)
  AND van <= $vandaag AND coalesce(tot, 'infinity') >= $vandaag;
END $$$$;
CREATE OR REPLACE VIEW convenant_mijn WITH (security_invoker = true) AS SELECT stuk_id FROM convenant_mijn_nu();

-- The verstrekkingen in force for this actor, now, with all they carry: conditions (1), (2) and (4) in one place.
-- Who are parties is asked once (IS TRUE keeps it a set to look in, instead of a join per act).
CREATE OR REPLACE FUNCTION convenant_van_kracht()
RETURNS TABLE (verstrekking_id uuid, stuk_id uuid, categorieen varchar[]) LANGUAGE plpgsql STABLE ROWS 200 AS $$$$
#variable_conflict use_column
BEGIN RETURN QUERY
WITH partij AS MATERIALIZED (
  SELECT cv.id AS versie_id, p.partner_id
  FROM convenant_convenantversie cv
  JOIN convenant_convenant co ON co.id = cv.convenant_id
  JOIN convenant_partij p ON p.convenant_id = co.id
  WHERE cv.status = 'vastgesteld'
    AND cv.ingang <= $vandaag AND coalesce(cv.einde, 'infinity') >= $vandaag
    AND coalesce(co.opgezegd_op, 'infinity') > $vandaag
    AND p.status = 'partij'
    AND p.ondertekend_op <= $vandaag AND coalesce(p.uitgetreden_op, 'infinity') > $vandaag)
SELECT v.id, v.stuk_id, v.categorieen
FROM convenant_verstrekking v
WHERE v.aan_partner_id = $partner
  AND v.aan_functie IN ('', $functie)
  AND (v.deel IS NULL OR v.deel = ANY ($delen))
  AND v.ingetrokken_op IS NULL
  AND NOT v.wacht_op_tweede
  AND NOT v.geanonimiseerd
  AND v.begin <= $vandaag AND v.einde >= $vandaag
  AND v.categorieen && $categorieen::varchar[]
  AND ((v.versie_id, v.van_partner_id) IN (SELECT versie_id, partner_id FROM partij)) IS TRUE
  AND ((v.versie_id, v.aan_partner_id) IN (SELECT versie_id, partner_id FROM partij)) IS TRUE
  AND (v.casus_id IS NULL OR v.casus_id IN (SELECT stuk_id FROM convenant_mijn));
END $$$$;
CREATE OR REPLACE VIEW convenant_toegekend WITH (security_invoker = true) AS
SELECT verstrekking_id, stuk_id, categorie
FROM convenant_van_kracht() CROSS JOIN LATERAL unnest(categorieen) AS c (categorie);

-- The objects that these acts give. A page asks this at the wall of each table that it reads, so the answer is kept:
-- for the same asker, within one transaction that has written nothing yet, and for a second at most.
CREATE OR REPLACE FUNCTION convenant_toegekende_stukken() RETURNS TABLE (stuk_id uuid) LANGUAGE plpgsql STABLE ROWS 200 AS $$$$
#variable_conflict use_column
DECLARE
  vrager text := concat_ws('|', $partner, $functie, $personen, $delen, $categorieen, $vandaag);
  stukken uuid[];
BEGIN
  IF pg_current_xact_id_if_assigned() IS NULL
     AND clock_timestamp() < transaction_timestamp() + interval '1 second'
     AND current_setting('schakel.toegekend_aan', true) = vrager
  THEN
    RETURN QUERY SELECT unnest(current_setting('schakel.toegekend')::uuid[]);
    RETURN;
  END IF;
  SELECT coalesce(array_agg(DISTINCT stuk_id), '{}') INTO stukken FROM convenant_van_kracht();
  PERFORM set_config('schakel.toegekend', stukken::text, true), set_config('schakel.toegekend_aan', vrager, true);
  RETURN QUERY SELECT unnest(stukken);
END $$$$;
CREATE OR REPLACE VIEW convenant_toegekendstuk WITH (security_invoker = true) AS
SELECT stuk_id FROM convenant_toegekende_stukken();

REVOKE ALL ON FUNCTION convenant_mijn_nu(), convenant_van_kracht(), convenant_toegekende_stukken() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION convenant_mijn_nu(), convenant_van_kracht(), convenant_toegekende_stukken() TO $app;

-- muur: convenant_betrokkene SELECT,INSERT,UPDATE
CREATE POLICY lezen ON convenant_betrokkene FOR SELECT TO $app USING ($partner IN (partner_id, eigenaar_id));
CREATE POLICY maken ON convenant_betrokkene FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner OR partner_id = $partner);
CREATE POLICY wijzigen ON convenant_betrokkene FOR UPDATE TO $app USING ($partner IN (partner_id, eigenaar_id));

-- muur: convenant_genoemd SELECT,INSERT,DELETE
CREATE POLICY lezen ON convenant_genoemd FOR SELECT TO $app USING (eigenaar_id = $partner
  OR (partner_id = $partner AND stuk_id IN (SELECT stuk_id FROM convenant_toegekendstuk)));
CREATE POLICY maken ON convenant_genoemd FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner);
CREATE POLICY weg ON convenant_genoemd FOR DELETE TO $app USING (eigenaar_id = $partner);

-- muur: convenant_verstrekking SELECT,INSERT,UPDATE
CREATE POLICY lezen ON convenant_verstrekking FOR SELECT TO $app USING (
  (van_partner_id = $partner OR (aan_partner_id = $partner AND NOT wacht_op_tweede))
  AND ($functie = 'privacyfunctionaris' OR NOT stuk_besloten OR stuk_id IN (SELECT stuk_id FROM convenant_mijn))
  AND ($functie = 'privacyfunctionaris' OR casus_id IS NULL OR van_partner_id = $partner
       OR casus_id IN (SELECT stuk_id FROM convenant_mijn)));
CREATE POLICY maken ON convenant_verstrekking FOR INSERT TO $app WITH CHECK (van_partner_id = $partner);
CREATE POLICY wijzigen ON convenant_verstrekking FOR UPDATE TO $app USING (van_partner_id = $partner);

-- muur: convenant_stuk SELECT,INSERT,UPDATE
CREATE POLICY lezen ON convenant_stuk FOR SELECT TO $app USING (
  soort = ANY ($soorten)
  AND (NOT besloten OR id IN (SELECT stuk_id FROM convenant_mijn))
  AND (eigenaar_id = $partner OR (
    id IN (SELECT stuk_id FROM convenant_toegekendstuk)
    AND handeling = ANY ($handelingen)
    AND (handeling <> 'genoemd' OR EXISTS (
      SELECT FROM convenant_genoemd n WHERE n.stuk_id = convenant_stuk.id AND n.partner_id = $partner))
    AND coalesce(embargo_tot, '-infinity') <= $vandaag)));
CREATE POLICY maken ON convenant_stuk FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner OR ($functie = 'publiek' AND soort = 'melding' AND NOT besloten));
CREATE POLICY wijzigen ON convenant_stuk FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- muur: convenant_gegeven SELECT,INSERT,UPDATE,DELETE
CREATE POLICY lezen ON convenant_gegeven FOR SELECT TO $app USING (
  categorie = ANY ($categorieen)
  AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = convenant_gegeven.stuk_id)
  AND (eigenaar_id = $partner OR (
    (stuk_id, categorie) IN (SELECT stuk_id, t.categorie FROM convenant_toegekend t)
    AND handeling = ANY ($handelingen)
    AND (handeling <> 'genoemd' OR EXISTS (
      SELECT FROM convenant_genoemd n WHERE n.stuk_id = convenant_gegeven.stuk_id AND n.partner_id = $partner))
    AND coalesce(embargo_tot, '-infinity') <= $vandaag
    AND coalesce(bewaren_tot, 'infinity') >= $vandaag)));
CREATE POLICY maken ON convenant_gegeven FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner);
CREATE POLICY wijzigen ON convenant_gegeven FOR UPDATE TO $app USING (eigenaar_id = $partner);
CREATE POLICY weg ON convenant_gegeven FOR DELETE TO $app USING (eigenaar_id = $partner);

-- The machine removes what has outlived its term (CNV-09+), and sees nothing else.
CREATE POLICY vervallen ON convenant_gegeven FOR SELECT TO $app USING ($functie = 'systeem' AND bewaren_tot < $vandaag);

-- muur: convenant_gegevenbron SELECT,INSERT,UPDATE
CREATE POLICY lezen ON convenant_gegevenbron FOR SELECT TO $app USING (
  EXISTS (SELECT FROM convenant_gegeven g WHERE g.id = convenant_gegevenbron.gegeven_id)
  AND (eigenaar_id = $partner OR NOT beschermd)
  AND 'melder' = ANY ($categorieen));
CREATE POLICY maken ON convenant_gegevenbron FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner);
CREATE POLICY wijzigen ON convenant_gegevenbron FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- muur: convenant_zoekwoord SELECT,INSERT,DELETE
CREATE POLICY lezen ON convenant_zoekwoord FOR SELECT TO $app USING (
  EXISTS (SELECT FROM convenant_gegeven g WHERE g.id = convenant_zoekwoord.gegeven_id));
CREATE POLICY maken ON convenant_zoekwoord FOR INSERT TO $app WITH CHECK (
  EXISTS (SELECT FROM convenant_gegeven g WHERE g.id = convenant_zoekwoord.gegeven_id AND eigenaar_id = $partner));
CREATE POLICY weg ON convenant_zoekwoord FOR DELETE TO $app USING (
  EXISTS (SELECT FROM convenant_gegeven g WHERE g.id = convenant_zoekwoord.gegeven_id AND eigenaar_id = $partner));

-- Requests for release: the asking and the owning partner, in functions that work with objects.
-- muur: convenant_vrijgaveverzoek SELECT,INSERT,UPDATE
CREATE POLICY lezen ON convenant_vrijgaveverzoek FOR SELECT TO $app USING (
  cardinality($soorten) > 0 AND (vrager_id = $partner OR (
    eigenaar_id = $partner AND (stuk_id IS NULL
      OR EXISTS (SELECT FROM convenant_stuk s WHERE s.id = convenant_vrijgaveverzoek.stuk_id)))));
CREATE POLICY maken ON convenant_vrijgaveverzoek FOR INSERT TO $app WITH CHECK (vrager_id = $partner);
CREATE POLICY wijzigen ON convenant_vrijgaveverzoek FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- muur: convenant_anoniemeversie SELECT,INSERT,UPDATE
CREATE POLICY lezen ON convenant_anoniemeversie FOR SELECT TO $app USING (
  cardinality($soorten) > 0 AND (
    (eigenaar_id = $partner AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = convenant_anoniemeversie.stuk_id))
    OR (aan_id = $partner AND ingetrokken_op IS NULL)));
CREATE POLICY maken ON convenant_anoniemeversie FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner);
CREATE POLICY wijzigen ON convenant_anoniemeversie FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- Embargo: the holder's own people only; what others learn goes through convenant_afstemmen below.
-- muur: convenant_embargo SELECT,INSERT,UPDATE
CREATE POLICY lezen ON convenant_embargo FOR SELECT TO $app USING (
  eigenaar_id = $partner AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = convenant_embargo.stuk_id));
CREATE POLICY maken ON convenant_embargo FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner);
CREATE POLICY wijzigen ON convenant_embargo FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- muur: convenant_embargomerk SELECT,INSERT,DELETE
CREATE POLICY lezen ON convenant_embargomerk FOR SELECT TO $app USING (
  EXISTS (SELECT FROM convenant_embargo e WHERE e.id = convenant_embargomerk.embargo_id));
CREATE POLICY maken ON convenant_embargomerk FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner);
CREATE POLICY weg ON convenant_embargomerk FOR DELETE TO $app USING (eigenaar_id = $partner);

-- Which holds of other partners do these keyed identifiers touch? Runs as the owner of the tables and returns only
-- whom it concerns and what may be said of it (CNV-05).
CREATE OR REPLACE FUNCTION convenant_afstemmen(gevraagd bigint[])
RETURNS TABLE (embargo_id uuid, houder_id uuid, anderen_zien text, bel_functie_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT DISTINCT e.id, e.eigenaar_id, e.anderen_zien::text, e.bel_functie_id
  FROM convenant_embargomerk m JOIN convenant_embargo e ON e.id = m.embargo_id
  WHERE m.merk = ANY (gevraagd)
    AND e.eigenaar_id <> $partner
    AND e.opgeheven_op IS NULL
    AND e.ingang <= $vandaag
    AND coalesce(e.tot, 'infinity') > $vandaag;
END;
REVOKE ALL ON FUNCTION convenant_afstemmen(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION convenant_afstemmen(bigint[]) TO $app;

-- muur: convenant_afstemming SELECT,INSERT,UPDATE
CREATE POLICY lezen ON convenant_afstemming FOR SELECT TO $app USING (
  houder_id = $partner AND EXISTS (SELECT FROM convenant_embargo e WHERE e.id = convenant_afstemming.embargo_id));
CREATE POLICY maken ON convenant_afstemming FOR INSERT TO $app WITH CHECK (vrager_id = $partner);
CREATE POLICY wijzigen ON convenant_afstemming FOR UPDATE TO $app USING (houder_id = $partner);

-- muur: convenant_bronverzoek SELECT,INSERT,UPDATE
CREATE POLICY lezen ON convenant_bronverzoek FOR SELECT TO $app USING (
  cardinality($soorten) > 0 AND (
    (vrager_id = $partner AND vrager_functie = $functie)
    OR (eigenaar_id = $partner AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = convenant_bronverzoek.stuk_id))));
CREATE POLICY maken ON convenant_bronverzoek FOR INSERT TO $app WITH CHECK (vrager_id = $partner);
CREATE POLICY wijzigen ON convenant_bronverzoek FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- muur: convenant_toestemming SELECT,INSERT,UPDATE
CREATE POLICY lezen ON convenant_toestemming FOR SELECT TO $app USING (
  eigenaar_id = $partner AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = convenant_toestemming.stuk_id));
CREATE POLICY maken ON convenant_toestemming FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner);
CREATE POLICY wijzigen ON convenant_toestemming FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- muur: convenant_checklist SELECT,INSERT
CREATE POLICY lezen ON convenant_checklist FOR SELECT TO $app USING (partner_id = $partner);
CREATE POLICY maken ON convenant_checklist FOR INSERT TO $app WITH CHECK (partner_id = $partner);

-- A data-subject request: privacy officers of the contact point and of the joint controllers.
-- muur: convenant_deelverzoek SELECT,INSERT,UPDATE
CREATE POLICY lezen ON convenant_deelverzoek FOR SELECT TO $app USING (
  $functie = 'privacyfunctionaris' AND $partner IN (partner_id, contactpunt_id));
CREATE POLICY maken ON convenant_deelverzoek FOR INSERT TO $app WITH CHECK (contactpunt_id = $partner);
CREATE POLICY wijzigen ON convenant_deelverzoek FOR UPDATE TO $app USING (partner_id = $partner);

-- muur: convenant_inzageverzoek SELECT,INSERT,UPDATE
CREATE POLICY lezen ON convenant_inzageverzoek FOR SELECT TO $app USING (
  $functie = 'privacyfunctionaris'
  AND (contactpunt_id = $partner
    OR EXISTS (SELECT FROM convenant_deelverzoek d WHERE d.inzageverzoek_id = convenant_inzageverzoek.id)));
CREATE POLICY maken ON convenant_inzageverzoek FOR INSERT TO $app WITH CHECK (contactpunt_id = $partner);
CREATE POLICY wijzigen ON convenant_inzageverzoek FOR UPDATE TO $app USING (contactpunt_id = $partner);

-- Proof of destruction: the owner and the partner it came from; nothing of the content is in it.
-- muur: convenant_vernietiging SELECT,INSERT
CREATE POLICY lezen ON convenant_vernietiging FOR SELECT TO $app USING ($partner IN (eigenaar_id, herkomst_partner_id));
CREATE POLICY maken ON convenant_vernietiging FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner OR $functie = 'systeem');

-- Removes pieces of information whose term has passed, with everything that hangs on them in whatever room; what may
-- stand without them loses the reference. Only for the owner, or for the machine (CNV-09+).
CREATE OR REPLACE FUNCTION convenant_wis(tabel regclass, sleutel text, ids uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$$$
DECLARE
  kind record;
  onder uuid[];
BEGIN
  FOR kind IN
    SELECT DISTINCT c.conrelid::regclass AS tabel, quote_ident(a.attname) AS kolom, quote_ident(pk.attname) AS sleutel,
           a.attnotnull OR c.conrelid = 'convenant_embargo'::regclass AS hangt, pk.atttypid = 'uuid'::regtype AS dieper
    FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    JOIN pg_index i ON i.indrelid = c.conrelid AND i.indisprimary
    JOIN pg_attribute pk ON pk.attrelid = c.conrelid AND pk.attnum = i.indkey[0]
    WHERE c.contype = 'f' AND c.confrelid = tabel AND cardinality(c.conkey) = 1
  LOOP
    IF NOT kind.hangt THEN
      EXECUTE 'UPDATE ' || kind.tabel || ' SET ' || kind.kolom || ' = NULL WHERE ' || kind.kolom || ' = ANY ($$1)' USING ids;
    ELSIF kind.dieper THEN
      EXECUTE 'SELECT array_agg(' || kind.sleutel || ') FROM ' || kind.tabel || ' WHERE ' || kind.kolom || ' = ANY ($$1)'
        INTO onder USING ids;
      PERFORM convenant_wis(kind.tabel, kind.sleutel, onder) WHERE onder IS NOT NULL;
    ELSE
      EXECUTE 'DELETE FROM ' || kind.tabel || ' WHERE ' || kind.kolom || ' = ANY ($$1)' USING ids;
    END IF;
  END LOOP;
  EXECUTE 'DELETE FROM ' || tabel || ' WHERE ' || sleutel || ' = ANY ($$1)' USING ids;
END $$$$;
CREATE OR REPLACE FUNCTION convenant_vernietig(ids uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$$$
  SELECT convenant_wis('convenant_gegeven'::regclass, 'id', array_agg(id)) FROM convenant_gegeven
  WHERE id = ANY (ids) AND bewaren_tot < $vandaag AND (eigenaar_id = $partner OR $functie = 'systeem')
$$$$;
REVOKE ALL ON FUNCTION convenant_wis(regclass, text, uuid[]), convenant_vernietig(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION convenant_vernietig(uuid[]) TO $app;
