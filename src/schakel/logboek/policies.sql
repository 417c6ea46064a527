-- SPDX-License-Identifier: EUPL-1.2
-- open: logboek_kop SELECT,UPDATE: number and hash of the last line; the lock of the chain

-- muur: logboek_toegang SELECT,INSERT
CREATE POLICY lezen ON logboek_toegang FOR SELECT TO $app USING (
  $functie = 'privacyfunctionaris' AND $partner IN (eigenaar_id, partner_id));
CREATE POLICY maken ON logboek_toegang FOR INSERT TO $app WITH CHECK (
  gebruiker_id IS NOT DISTINCT FROM $gebruiker AND partner_id IS NOT DISTINCT FROM $partner);

-- muur: logboek_verwerking SELECT,INSERT
CREATE POLICY lezen ON logboek_verwerking FOR SELECT TO $app USING (
  EXISTS (SELECT FROM logboek_toegang t WHERE t.volgnr = logboek_verwerking.volgnr));
CREATE POLICY maken ON logboek_verwerking FOR INSERT TO $app WITH CHECK (true);

-- muur: logboek_betrokkenesleutel SELECT,INSERT
CREATE POLICY lezen ON logboek_betrokkenesleutel FOR SELECT TO $app USING (
  $functie = 'privacyfunctionaris' AND eigenaar_id = $partner);
CREATE POLICY maken ON logboek_betrokkenesleutel FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner OR $functie = 'publiek');
