-- SPDX-License-Identifier: EUPL-1.2
-- A melding is seen by the meldpunt that received it, by the partner that sent it, and by who holds the receipt code.
-- It is never shared as such: what others may know becomes a signaal. The public only ever inserts.

-- muur: melding_melding SELECT,INSERT,UPDATE
CREATE POLICY lezen ON melding_melding FOR SELECT TO $app USING (
  (eigenaar_id = $partner AND stuk_id IN (SELECT id FROM convenant_stuk))
  OR (afzender_id = $partner AND 'melding' = ANY ($soorten))
  OR code_merk = $sleutel);
CREATE POLICY maken ON melding_melding FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner OR $functie = 'publiek');
CREATE POLICY wijzigen ON melding_melding FOR UPDATE TO $app
  USING (eigenaar_id = $partner AND stuk_id IN (SELECT id FROM convenant_stuk)) WITH CHECK (eigenaar_id = $partner);

-- muur: melding_bericht SELECT,INSERT
CREATE POLICY lezen ON melding_bericht FOR SELECT TO $app USING (melding_id IN (SELECT stuk_id FROM melding_melding));
CREATE POLICY maken ON melding_bericht FOR INSERT TO $app WITH CHECK (
  melding_id IN (SELECT stuk_id FROM melding_melding
                 WHERE CASE van WHEN 'meldpunt' THEN eigenaar_id = $partner
                       ELSE code_merk = $sleutel OR afzender_id = $partner END));

-- muur: melding_terugkoppeling SELECT,INSERT
CREATE POLICY lezen ON melding_terugkoppeling FOR SELECT TO $app USING (
  melding_id IN (SELECT stuk_id FROM melding_melding));
CREATE POLICY maken ON melding_terugkoppeling FOR INSERT TO $app WITH CHECK (
  melding_id IN (SELECT stuk_id FROM melding_melding WHERE eigenaar_id = $partner));

-- muur: melding_inzage SELECT,INSERT
CREATE POLICY lezen ON melding_inzage FOR SELECT TO $app USING (melding_id IN (SELECT stuk_id FROM melding_melding));
CREATE POLICY maken ON melding_inzage FOR INSERT TO $app WITH CHECK (
  melding_id IN (SELECT stuk_id FROM melding_melding WHERE code_merk = $sleutel OR afzender_id = $partner));

-- open: melding_kaart SELECT,INSERT,DELETE: keyed fingerprints of receipt cards that were shown, for some minutes
-- open: melding_emmer SELECT,INSERT,UPDATE: one number that counts wrong codes of everybody together
