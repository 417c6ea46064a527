-- SPDX-License-Identifier: EUPL-1.2
-- Models hold no persons and are read by everyone in the chain; a supplied model never changes. What is seen in a case
-- follows the case and its part.

-- muur: barriere_barrieremodel SELECT,INSERT
CREATE POLICY lezen ON barriere_barrieremodel FOR SELECT TO $app USING ($functie IS NOT NULL);
CREATE POLICY maken ON barriere_barrieremodel FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris'));

-- muur: barriere_barriere SELECT,INSERT,DELETE
CREATE POLICY lezen ON barriere_barriere FOR SELECT TO $app USING ($functie IS NOT NULL);
CREATE POLICY maken ON barriere_barriere FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris')
  AND model_id IN (SELECT id FROM barriere_barrieremodel WHERE eigenaar_id = $partner));
CREATE POLICY weg ON barriere_barriere FOR DELETE TO $app USING (
  eigenaar_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris'));

-- muur: barriere_casusbarriere SELECT,INSERT
CREATE POLICY lezen ON barriere_casusbarriere FOR SELECT TO $app USING (
  deel = ANY ($delen) AND casus_id IN (SELECT stuk_id FROM casus_casus));
CREATE POLICY maken ON barriere_casusbarriere FOR INSERT TO $app WITH CHECK (
  partner_id = $partner AND deel = ANY ($delen) AND casus_id IN (SELECT stuk_id FROM casus_casus));

-- muur: barriere_faciliteerder SELECT,INSERT
CREATE POLICY lezen ON barriere_faciliteerder FOR SELECT TO $app USING (
  deel = ANY ($delen) AND casus_id IN (SELECT stuk_id FROM casus_casus));
CREATE POLICY maken ON barriere_faciliteerder FOR INSERT TO $app WITH CHECK (
  partner_id = $partner AND deel = ANY ($delen) AND casus_id IN (SELECT stuk_id FROM casus_casus));

-- A weak point is about a procedure and names no case: everyone at a partner reads it; its owner does something about
-- it. Where it was found is there for who sees that case, or found it.
-- muur: barriere_zwakkeplek SELECT,INSERT,UPDATE
CREATE POLICY lezen ON barriere_zwakkeplek FOR SELECT TO $app USING ($partner IS NOT NULL);
CREATE POLICY maken ON barriere_zwakkeplek FOR INSERT TO $app WITH CHECK (
  gemeld_door_id = $partner AND cardinality($soorten) > 0);
CREATE POLICY wijzigen ON barriere_zwakkeplek FOR UPDATE TO $app USING (
  eigenaar_id = $partner OR $functie = 'ketenregisseur');

-- muur: barriere_plekvondst SELECT,INSERT
CREATE POLICY lezen ON barriere_plekvondst FOR SELECT TO $app USING (
  casus_id IN (SELECT stuk_id FROM casus_casus)
  OR (casus_id IS NULL AND partner_id = $partner AND cardinality($soorten) > 0));
CREATE POLICY maken ON barriere_plekvondst FOR INSERT TO $app WITH CHECK (
  partner_id = $partner AND cardinality($soorten) > 0
  AND (casus_id IS NULL OR casus_id IN (SELECT stuk_id FROM casus_casus)));

-- How often a weak point was found, for its owner and the ketenregisseur: numbers, and nothing of the cases (BAR-03,
-- docs/adr/0006).
CREATE OR REPLACE FUNCTION barriere_tel_vondsten() RETURNS TABLE (plek_id uuid, casussen bigint, verder bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$$$
  SELECT v.plek_id, count(DISTINCT v.casus_id), count(*) FILTER (WHERE v.casus_id IS NULL)
  FROM barriere_plekvondst v JOIN barriere_zwakkeplek p ON p.id = v.plek_id
  WHERE p.eigenaar_id = $partner OR $functie = 'ketenregisseur' GROUP BY v.plek_id
$$$$;
REVOKE ALL ON FUNCTION barriere_tel_vondsten() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION barriere_tel_vondsten() TO $app;
