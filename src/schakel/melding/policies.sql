-- SPDX-License-Identifier: EUPL-1.2
-- A melding is seen by the meldpunt that received it, by the partner that sent it, and by who holds the receipt code.
-- It is never shared as such: what others may know becomes a signaal. The public only ever inserts.

-- muur: melding_melding SELECT,INSERT,UPDATE
CREATE POLICY lezen ON melding_melding FOR SELECT TO $app USING (
  (eigenaar_id = $partner AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = melding_melding.stuk_id))
  OR (afzender_id = $partner AND 'melding' = ANY ($soorten))
  OR code_merk = $sleutel);
CREATE POLICY maken ON melding_melding FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner OR $functie = 'publiek');
CREATE POLICY wijzigen ON melding_melding FOR UPDATE TO $app
  USING (eigenaar_id = $partner AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = melding_melding.stuk_id))
  WITH CHECK (eigenaar_id = $partner);

-- muur: melding_bericht SELECT,INSERT
CREATE POLICY lezen ON melding_bericht FOR SELECT TO $app USING (
  EXISTS (SELECT FROM melding_melding m WHERE m.stuk_id = melding_bericht.melding_id));
CREATE POLICY maken ON melding_bericht FOR INSERT TO $app WITH CHECK (
  EXISTS (SELECT FROM melding_melding m WHERE m.stuk_id = melding_bericht.melding_id
    AND CASE van WHEN 'meldpunt' THEN eigenaar_id = $partner ELSE code_merk = $sleutel OR afzender_id = $partner END));

-- muur: melding_terugkoppeling SELECT,INSERT
CREATE POLICY lezen ON melding_terugkoppeling FOR SELECT TO $app USING (
  EXISTS (SELECT FROM melding_melding m WHERE m.stuk_id = melding_terugkoppeling.melding_id));
CREATE POLICY maken ON melding_terugkoppeling FOR INSERT TO $app WITH CHECK (
  EXISTS (SELECT FROM melding_melding m WHERE m.stuk_id = melding_terugkoppeling.melding_id
    AND eigenaar_id = $partner));

-- muur: melding_inzage SELECT,INSERT
CREATE POLICY lezen ON melding_inzage FOR SELECT TO $app USING (
  EXISTS (SELECT FROM melding_melding m WHERE m.stuk_id = melding_inzage.melding_id));
CREATE POLICY maken ON melding_inzage FOR INSERT TO $app WITH CHECK (
  EXISTS (SELECT FROM melding_melding m WHERE m.stuk_id = melding_inzage.melding_id
    AND (code_merk = $sleutel OR afzender_id = $partner)));

-- open: melding_kaart SELECT,INSERT,DELETE: keyed fingerprints of receipt cards that were shown, for some minutes
-- open: melding_emmer SELECT,INSERT,UPDATE: one number that counts wrong codes of everybody together

-- open: melding_meldpagina SELECT,INSERT,UPDATE,DELETE: name, address and colour of public pages, no persons
-- open: melding_routeregel SELECT,INSERT,UPDATE,DELETE: agreements between organisations, no persons

-- An offer is known to both sides; unanswered after its term also to the ketenregisseur, who may take it over.
-- muur: melding_doorzending SELECT,INSERT,UPDATE
CREATE POLICY lezen ON melding_doorzending FOR SELECT TO $app USING (
  'melding' = ANY ($soorten) AND ($partner IN (van_id, aan_id)
    OR ($functie = 'ketenregisseur' AND status = 'wacht' AND uiterlijk < $vandaag)));
CREATE POLICY maken ON melding_doorzending FOR INSERT TO $app WITH CHECK (
  van_id = $partner AND melding_id IN (SELECT stuk_id FROM melding_melding WHERE eigenaar_id = $partner));
CREATE POLICY wijzigen ON melding_doorzending FOR UPDATE TO $app USING (
  'melding' = ANY ($soorten) AND $partner IN (van_id, aan_id));

-- The receiver of an offer, or the ketenregisseur once it is overdue, takes the melding over: Stuk, melding and alarm
-- change owner together. Until then they cannot be read there; that is why this runs as the owner of the tables
-- (docs/adr/0006).
CREATE OR REPLACE FUNCTION melding_neem_over(gevraagd uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$$$
DECLARE
  rij record;
BEGIN
  SELECT * INTO rij FROM melding_doorzending WHERE id = gevraagd FOR UPDATE;
  IF rij.status IS DISTINCT FROM 'wacht' OR NOT coalesce('melding' = ANY ($soorten) AND (rij.aan_id = $partner
     OR ($functie = 'ketenregisseur' AND rij.uiterlijk < $vandaag)), false) THEN
    RAISE EXCEPTION 'deze melding is niet aangeboden' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SET CONSTRAINTS melding_melding_eigenaar DEFERRED;
  UPDATE convenant_stuk SET eigenaar_id = $partner WHERE id = rij.melding_id AND eigenaar_id = rij.van_id;
  UPDATE melding_melding SET eigenaar_id = $partner WHERE stuk_id = rij.melding_id AND eigenaar_id = rij.van_id;
  UPDATE melding_alarm SET eigenaar_id = $partner WHERE melding_id = rij.melding_id;
  DELETE FROM melding_herinnering WHERE melding_id = rij.melding_id;
  UPDATE melding_doorzending SET status = CASE WHEN rij.aan_id = $partner THEN 'aangenomen' ELSE 'overgenomen' END
  WHERE id = gevraagd;
  SET CONSTRAINTS melding_melding_eigenaar IMMEDIATE;
END $$$$;
REVOKE ALL ON FUNCTION melding_neem_over(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION melding_neem_over(uuid) TO $app;

-- muur: melding_dienst SELECT,INSERT,DELETE
CREATE POLICY lezen ON melding_dienst FOR SELECT TO $app USING (partner_id = $partner);
CREATE POLICY maken ON melding_dienst FOR INSERT TO $app WITH CHECK (partner_id = $partner);
CREATE POLICY weg ON melding_dienst FOR DELETE TO $app USING (partner_id = $partner);

-- An alarm and a reminder say which melding and when, nothing of it; the machine passes them on when nobody acts.
-- muur: melding_alarm SELECT,INSERT,UPDATE
CREATE POLICY lezen ON melding_alarm FOR SELECT TO $app USING (
  ('melding' = ANY ($soorten) AND (eigenaar_id = $partner OR ($functie = 'ketenregisseur' AND verder_op IS NOT NULL)))
  OR $functie = 'systeem');
CREATE POLICY maken ON melding_alarm FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner OR $functie = 'publiek');
CREATE POLICY wijzigen ON melding_alarm FOR UPDATE TO $app USING (eigenaar_id = $partner OR $functie = 'systeem');

-- muur: melding_herinnering SELECT,INSERT,DELETE
CREATE POLICY lezen ON melding_herinnering FOR SELECT TO $app USING ($functie IN ('ketenregisseur', 'systeem'));
CREATE POLICY maken ON melding_herinnering FOR INSERT TO $app WITH CHECK ($functie = 'systeem');
CREATE POLICY weg ON melding_herinnering FOR DELETE TO $app USING ($functie = 'systeem');
CREATE POLICY termijn ON melding_melding FOR SELECT TO $app USING (
  $functie = 'systeem' AND terugkoppelen_voor IS NOT NULL);

-- muur: melding_bijlage SELECT,INSERT
CREATE POLICY lezen ON melding_bijlage FOR SELECT TO $app USING (
  $functie <> 'systeem' AND melding_id IN (SELECT stuk_id FROM melding_melding));
CREATE POLICY maken ON melding_bijlage FOR INSERT TO $app WITH CHECK (
  melding_id IN (SELECT stuk_id FROM melding_melding
                 WHERE code_merk = $sleutel OR $partner IN (eigenaar_id, afzender_id)));
