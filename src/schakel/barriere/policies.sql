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
