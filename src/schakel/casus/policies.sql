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
  partner_id = $partner AND door = $ik AND deel = ANY ($delen)
  AND EXISTS (SELECT FROM casus_casus c WHERE c.stuk_id = casus_stap.casus_id AND eigenaar_id = $partner));

-- muur: casus_weging SELECT,INSERT
CREATE POLICY lezen ON casus_weging FOR SELECT TO $app USING (
  deel = ANY ($delen) AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_weging.casus_id));
CREATE POLICY maken ON casus_weging FOR INSERT TO $app WITH CHECK (
  partner_id = $partner AND weger = $ik AND deel = ANY ($delen)
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
  partner_id = $partner AND door = $ik AND deel = ANY ($delen)
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

-- open: casus_casustype SELECT,INSERT,UPDATE: names of kinds of cases and which body takes them, no cases

-- An offer of a case: who offered it or is named on the case, and the regie to whom it is offered. Taking it happens in
-- casus_neem_over alone.
-- muur: casus_casusoverdracht SELECT,INSERT,UPDATE
CREATE POLICY lezen ON casus_casusoverdracht FOR SELECT TO $app USING (
  $functie IN ('ketenregisseur', 'aandachtsfunctionaris') AND (naar_id = $partner
    OR (van_id = $partner AND (voorgesteld_door = ANY ($personen) OR casus_id IN (SELECT id FROM convenant_stuk)))));
CREATE POLICY maken ON casus_casusoverdracht FOR INSERT TO $app WITH CHECK (
  van_id = $partner AND stand = 'voorgesteld' AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris')
  AND EXISTS (SELECT FROM casus_casus c WHERE c.stuk_id = casus_casusoverdracht.casus_id AND eigenaar_id = $partner));
CREATE POLICY wijzigen ON casus_casusoverdracht FOR UPDATE TO $app
  USING ($partner IN (van_id, naar_id) AND stand = 'voorgesteld')
  WITH CHECK ((naar_id = $partner AND stand = 'geweigerd') OR (van_id = $partner AND stand = 'ingetrokken'));

-- The regie to whom a case is offered takes it: Stuk, case, embargoes, acts of sharing and open actions change owner
-- together. Until then nothing of it can be read there; that is why this runs as the owner of the tables
-- (docs/adr/0006). The people of the former regie are off the case; what it may keep, the new one shares.
CREATE OR REPLACE FUNCTION casus_neem_over(gevraagd uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$$$
DECLARE
  rij record;
  nieuw uuid := $partner;
BEGIN
  SELECT * INTO rij FROM casus_casusoverdracht WHERE id = gevraagd FOR UPDATE;
  IF rij.stand IS DISTINCT FROM 'voorgesteld' OR NOT coalesce(
      rij.naar_id = nieuw AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris') AND rij.van_id = (
        SELECT eigenaar_id FROM casus_casus WHERE stuk_id = rij.casus_id AND afgesloten_op IS NULL), false) THEN
    RAISE EXCEPTION 'deze casus is niet aangeboden' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SET CONSTRAINTS ALL DEFERRED;
  UPDATE convenant_stuk SET eigenaar_id = nieuw WHERE id = rij.casus_id;
  UPDATE casus_casus SET eigenaar_id = nieuw WHERE stuk_id = rij.casus_id;
  UPDATE casus_interventie SET casus_eigenaar_id = nieuw, uitvoerder_id = CASE
    WHEN uitvoerder_id = rij.van_id AND status IN ('voorgesteld', 'vastgesteld', 'aanvaard') THEN nieuw
    ELSE uitvoerder_id END WHERE casus_id = rij.casus_id;
  UPDATE interventie_beslisverzoek SET vrager_id = nieuw WHERE casus_id = rij.casus_id AND vrager_id = rij.van_id;
  UPDATE overleg_actie SET partner_id = nieuw WHERE partner_id = rij.van_id AND status = 'open' AND besluit_id IN (
    SELECT b.id FROM overleg_besluit b JOIN overleg_agendapunt a ON a.id = b.agendapunt_id
    WHERE a.casus_id = rij.casus_id);
  WITH bron AS (UPDATE convenant_gegevenbron SET eigenaar_id = nieuw WHERE gegeven_id IN (
    SELECT id FROM convenant_gegeven WHERE stuk_id = rij.casus_id))
  UPDATE convenant_gegeven SET eigenaar_id = nieuw WHERE stuk_id = rij.casus_id;
  UPDATE convenant_embargo SET eigenaar_id = nieuw, bel_functie_id = NULL WHERE stuk_id = rij.casus_id;
  UPDATE convenant_embargomerk SET eigenaar_id = nieuw WHERE embargo_id IN (
    SELECT id FROM convenant_embargo WHERE stuk_id = rij.casus_id);
  UPDATE convenant_afstemming SET houder_id = nieuw WHERE afgehandeld_op IS NULL AND embargo_id IN (
    SELECT id FROM convenant_embargo WHERE stuk_id = rij.casus_id);
  UPDATE convenant_vrijgaveverzoek SET eigenaar_id = nieuw, verstrekking_id = NULL WHERE stuk_id = rij.casus_id;
  UPDATE convenant_anoniemeversie SET eigenaar_id = nieuw WHERE stuk_id = rij.casus_id;
  UPDATE convenant_bronverzoek SET eigenaar_id = nieuw WHERE stuk_id = rij.casus_id;
  UPDATE convenant_toestemming SET eigenaar_id = nieuw WHERE stuk_id = rij.casus_id;
  DELETE FROM convenant_genoemd WHERE stuk_id = rij.casus_id AND partner_id = nieuw;
  UPDATE convenant_genoemd SET eigenaar_id = nieuw WHERE stuk_id = rij.casus_id;
  DELETE FROM convenant_verstrekking WHERE stuk_id = rij.casus_id AND aan_partner_id = nieuw;
  UPDATE convenant_verstrekking SET van_partner_id = nieuw WHERE stuk_id = rij.casus_id;
  UPDATE convenant_betrokkene SET eigenaar_id = nieuw WHERE stuk_id = rij.casus_id;
  UPDATE convenant_betrokkene SET tot = $vandaag - 1 WHERE stuk_id = rij.casus_id AND partner_id = rij.van_id
    AND coalesce(tot, 'infinity') >= $vandaag;
  INSERT INTO convenant_betrokkene (id, stuk_id, eigenaar_id, partner_id, gebruiker_id, van)
  VALUES (gen_random_uuid(), rij.casus_id, nieuw, nieuw, $gebruiker, $vandaag);
  UPDATE casus_casusoverdracht SET stand = 'aanvaard', beantwoord_op = now() WHERE id = gevraagd;
  SET CONSTRAINTS ALL IMMEDIATE;
END $$$$;
REVOKE ALL ON FUNCTION casus_neem_over(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casus_neem_over(uuid) TO $app;

-- muur: casus_strafstap SELECT,INSERT
CREATE POLICY lezen ON casus_strafstap FOR SELECT TO $app USING (
  deel = ANY ($delen) AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_strafstap.casus_id));
CREATE POLICY maken ON casus_strafstap FOR INSERT TO $app WITH CHECK (
  partner_id = $partner AND deel = ANY ($delen)
  AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_strafstap.casus_id));

-- One person with two sides: only for who sees both statements. Who sees one of them finds no row at all (CAS-10+).
-- muur: casus_dubbelrol SELECT,INSERT
CREATE POLICY lezen ON casus_dubbelrol FOR SELECT TO $app USING (
  EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_dubbelrol.casus_id)
  AND EXISTS (SELECT FROM convenant_gegeven g WHERE g.id = casus_dubbelrol.slachtoffer_id)
  AND EXISTS (SELECT FROM convenant_gegeven g WHERE g.id = casus_dubbelrol.verdachte_id));
CREATE POLICY maken ON casus_dubbelrol FOR INSERT TO $app WITH CHECK (
  partner_id = $partner
  AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_dubbelrol.casus_id)
  AND EXISTS (SELECT FROM convenant_gegeven g WHERE g.id = casus_dubbelrol.slachtoffer_id
    AND g.categorie = 'persoon-mogelijk-slachtoffer')
  AND EXISTS (SELECT FROM convenant_gegeven g WHERE g.id = casus_dubbelrol.verdachte_id
    AND g.categorie = 'persoon-verdacht'));

-- An action day and who does what follow the case and its part; the regie leads, each partner answers for itself.
-- muur: casus_actiedag SELECT,INSERT,UPDATE
CREATE POLICY lezen ON casus_actiedag FOR SELECT TO $app USING (
  deel = ANY ($delen) AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_actiedag.casus_id));
CREATE POLICY maken ON casus_actiedag FOR INSERT TO $app WITH CHECK (
  partner_id = $partner AND gemaakt_door = $ik AND status = 'gepland' AND deel = ANY ($delen)
  AND EXISTS (SELECT FROM casus_casus c WHERE c.stuk_id = casus_actiedag.casus_id AND eigenaar_id = $partner));
CREATE POLICY wijzigen ON casus_actiedag FOR UPDATE TO $app USING (
  deel = ANY ($delen)
  AND EXISTS (SELECT FROM casus_casus c WHERE c.stuk_id = casus_actiedag.casus_id AND eigenaar_id = $partner));

-- muur: casus_actierol SELECT,INSERT,UPDATE
CREATE POLICY lezen ON casus_actierol FOR SELECT TO $app USING (
  deel = ANY ($delen) AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_actierol.casus_id));
CREATE POLICY maken ON casus_actierol FOR INSERT TO $app WITH CHECK (
  deel = ANY ($delen) AND status = 'gevraagd'
  AND EXISTS (SELECT FROM casus_casus c WHERE c.stuk_id = casus_actierol.casus_id AND eigenaar_id = $partner));
CREATE POLICY wijzigen ON casus_actierol FOR UPDATE TO $app USING (deel = ANY ($delen) AND partner_id = $partner);

-- What care is told before it: who is in the case, and the regiocoördinator who was asked; that one answers, once.
-- muur: casus_zorgmelding SELECT,INSERT,UPDATE
CREATE POLICY lezen ON casus_zorgmelding FOR SELECT TO $app USING (
  (aan_id = $partner AND $functie = 'regiocoordinator')
  OR (deel = ANY ($delen) AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_zorgmelding.casus_id)));
CREATE POLICY maken ON casus_zorgmelding FOR INSERT TO $app WITH CHECK (
  van_id = $partner AND deel = ANY ($delen) AND beantwoord_op IS NULL
  AND EXISTS (SELECT FROM casus_casus c WHERE c.stuk_id = casus_zorgmelding.casus_id AND eigenaar_id = $partner));
CREATE POLICY wijzigen ON casus_zorgmelding FOR UPDATE TO $app
  USING (aan_id = $partner AND $functie = 'regiocoordinator' AND beantwoord_op IS NULL)
  WITH CHECK (aan_id = $partner AND beantwoord_door = $ik);
