-- SPDX-License-Identifier: EUPL-1.2
-- A case is its closed Stuk (convenant_stuk decides who sees it). What is written inside follows the case and its part.

-- muur: casus_casus SELECT,INSERT,UPDATE
CREATE POLICY lezen ON casus_casus FOR SELECT TO $app USING (
  EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_casus.stuk_id));
CREATE POLICY maken ON casus_casus FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner);
CREATE POLICY wijzigen ON casus_casus FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- muur: casus_casus_gemeenten SELECT,INSERT,DELETE
CREATE POLICY lezen ON casus_casus_gemeenten FOR SELECT TO $app USING (
  EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_casus_gemeenten.casus_id));
CREATE POLICY maken ON casus_casus_gemeenten FOR INSERT TO $app WITH CHECK (
  EXISTS (SELECT FROM casus_casus c WHERE c.stuk_id = casus_casus_gemeenten.casus_id AND eigenaar_id = $partner));
CREATE POLICY weg ON casus_casus_gemeenten FOR DELETE TO $app USING (
  EXISTS (SELECT FROM casus_casus c WHERE c.stuk_id = casus_casus_gemeenten.casus_id AND eigenaar_id = $partner));

-- muur: casus_casussignaal SELECT,INSERT,UPDATE
CREATE POLICY lezen ON casus_casussignaal FOR SELECT TO $app USING (
  EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_casussignaal.casus_id)
  AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_casussignaal.signaal_id));
CREATE POLICY maken ON casus_casussignaal FOR INSERT TO $app WITH CHECK (
  EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_casussignaal.signaal_id AND soort = 'signaal')
  AND EXISTS (SELECT FROM casus_casus c WHERE c.stuk_id = casus_casussignaal.casus_id
    AND (eigenaar_id = $partner OR signaal_eigenaar_id = $partner)));
CREATE POLICY wijzigen ON casus_casussignaal FOR UPDATE TO $app USING (signaal_eigenaar_id = $partner);

-- muur: casus_dossierstuk SELECT,INSERT
CREATE POLICY lezen ON casus_dossierstuk FOR SELECT TO $app USING (
  EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_dossierstuk.casus_id)
  AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_dossierstuk.stuk_id));
CREATE POLICY maken ON casus_dossierstuk FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_dossierstuk.casus_id));

-- muur: casus_stap SELECT,INSERT
CREATE POLICY lezen ON casus_stap FOR SELECT TO $app USING (
  deel = ANY ($delen) AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_stap.casus_id));
CREATE POLICY maken ON casus_stap FOR INSERT TO $app WITH CHECK (
  partner_id = $partner AND deel = ANY ($delen)
  AND EXISTS (SELECT FROM casus_casus c WHERE c.stuk_id = casus_stap.casus_id AND eigenaar_id = $partner));

-- muur: casus_weging SELECT,INSERT
CREATE POLICY lezen ON casus_weging FOR SELECT TO $app USING (
  deel = ANY ($delen) AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_weging.casus_id));
CREATE POLICY maken ON casus_weging FOR INSERT TO $app WITH CHECK (
  partner_id = $partner AND deel = ANY ($delen)
  AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_weging.casus_id)
  AND (soort = 'individueel' OR $functie = 'ketenregisseur'
       OR EXISTS (SELECT FROM casus_casus c WHERE c.stuk_id = casus_weging.casus_id AND eigenaar_id = $partner)));

-- muur: casus_interventie SELECT,INSERT,UPDATE
CREATE POLICY lezen ON casus_interventie FOR SELECT TO $app USING (
  deel = ANY ($delen) AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_interventie.casus_id));
CREATE POLICY maken ON casus_interventie FOR INSERT TO $app WITH CHECK (
  partner_id = $partner AND deel = ANY ($delen) AND status = 'voorgesteld'
  AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_interventie.casus_id));
CREATE POLICY wijzigen ON casus_interventie FOR UPDATE TO $app USING (
  deel = ANY ($delen) AND (casus_eigenaar_id = $partner OR uitvoerder_id = $partner OR $functie = 'ketenregisseur'));

-- muur: casus_evaluatie SELECT,INSERT
CREATE POLICY lezen ON casus_evaluatie FOR SELECT TO $app USING (
  deel = ANY ($delen) AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_evaluatie.casus_id));
CREATE POLICY maken ON casus_evaluatie FOR INSERT TO $app WITH CHECK (
  partner_id = $partner AND deel = ANY ($delen)
  AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_evaluatie.casus_id));

-- What was offered to a weegploeg follows its case and part; the partner of that body records the decision, once.
-- muur: casus_preweegdocument SELECT,INSERT,UPDATE
CREATE POLICY lezen ON casus_preweegdocument FOR SELECT TO $app USING (
  deel = ANY ($delen) AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_preweegdocument.casus_id));
CREATE POLICY maken ON casus_preweegdocument FOR INSERT TO $app WITH CHECK (
  partner_id = $partner AND deel = ANY ($delen) AND stand = 'aangeboden'
  AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_preweegdocument.casus_id));
CREATE POLICY wijzigen ON casus_preweegdocument FOR UPDATE TO $app
  USING (deel = ANY ($delen) AND ontvanger_id = $partner AND stand = 'aangeboden')
  WITH CHECK (deel = ANY ($delen) AND ontvanger_id = $partner);
