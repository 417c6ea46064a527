-- SPDX-License-Identifier: EUPL-1.2
-- Who may know of a signaal follows convenant_stuk; who may compare follows the koppelregime (delen.md, Hits).

-- open: signaal_indicatorlijst SELECT,INSERT,UPDATE: published lists, no persons
-- open: signaal_indicator SELECT,INSERT: idem
-- open: signaal_koppelregime SELECT,INSERT,UPDATE: an agreement between organisations
-- open: signaal_koppelregimepartij SELECT,INSERT,DELETE: organisations that take part in it

-- Under which partners, identifiers and categories this actor's partner may find keys of others, today.
CREATE OR REPLACE VIEW signaal_koppelbaar WITH (security_invoker = true) AS
SELECT DISTINCT ander.partner_id, i.identifier, c.categorie
FROM signaal_koppelregime r
JOIN signaal_koppelregimepartij ik ON ik.regime_id = r.id AND ik.partner_id = $partner
JOIN signaal_koppelregimepartij ander ON ander.regime_id = r.id AND ander.partner_id <> ik.partner_id
CROSS JOIN LATERAL unnest(r.identifiers) AS i (identifier)
CROSS JOIN LATERAL unnest(r.categorieen) AS c (categorie)
JOIN convenant_convenant co ON co.id = r.convenant_id
WHERE r.actief_van <= $vandaag AND coalesce(r.actief_tot, 'infinity') >= $vandaag
  AND r.evaluatie_op >= $vandaag
  AND r.bewaarmaanden BETWEEN 1 AND 24
  AND '' NOT IN (r.doel, r.grondslag, r.dpia, r.advies, r.besluit)
  AND coalesce(co.opgezegd_op, 'infinity') > $vandaag
  AND EXISTS (SELECT FROM convenant_convenantversie cv WHERE cv.convenant_id = co.id AND cv.status = 'vastgesteld'
              AND cv.ingang <= $vandaag AND coalesce(cv.einde, 'infinity') >= $vandaag)
  AND NOT EXISTS (
    SELECT FROM signaal_koppelregimepartij p WHERE p.regime_id = r.id AND NOT EXISTS (
      SELECT FROM convenant_partij cp WHERE cp.convenant_id = co.id AND cp.partner_id = p.partner_id
      AND cp.status = 'partij' AND cp.ondertekend_op <= $vandaag AND coalesce(cp.uitgetreden_op, 'infinity') > $vandaag));

-- The same behind a function, whose plan is kept: policies that ask it stay cheap to plan.
CREATE OR REPLACE FUNCTION signaal_koppelbaar_nu() RETURNS TABLE (partner_id uuid, identifier text, categorie text)
LANGUAGE plpgsql STABLE AS $$$$
BEGIN RETURN QUERY SELECT k.partner_id, k.identifier::text, k.categorie::text FROM signaal_koppelbaar k; END $$$$;

-- muur: signaal_signaal SELECT,INSERT,UPDATE
-- Asked per row (a scalar, not EXISTS): a list shows fifty, and a set would be all objects of the actor, each time.
-- IS NOT NULL tells the planner that most rows pass: the stuk of a list was asked already.
CREATE POLICY lezen ON signaal_signaal FOR SELECT TO $app USING (
  (SELECT s.id FROM convenant_stuk s WHERE s.id = signaal_signaal.stuk_id) IS NOT NULL);
CREATE POLICY maken ON signaal_signaal FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner);
CREATE POLICY wijzigen ON signaal_signaal FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- muur: signaal_signaalplaats SELECT,INSERT,DELETE
CREATE POLICY lezen ON signaal_signaalplaats FOR SELECT TO $app USING (
  EXISTS (SELECT FROM convenant_stuk s WHERE s.id = signaal_signaalplaats.signaal_id));
CREATE POLICY maken ON signaal_signaalplaats FOR INSERT TO $app WITH CHECK (
  EXISTS (SELECT FROM signaal_signaal s WHERE s.stuk_id = signaal_signaalplaats.signaal_id AND eigenaar_id = $partner));
CREATE POLICY weg ON signaal_signaalplaats FOR DELETE TO $app USING (
  EXISTS (SELECT FROM signaal_signaal s WHERE s.stuk_id = signaal_signaalplaats.signaal_id AND eigenaar_id = $partner));

-- muur: signaal_signaalmelding SELECT,INSERT
CREATE POLICY lezen ON signaal_signaalmelding FOR SELECT TO $app USING (
  EXISTS (SELECT FROM convenant_stuk s WHERE s.id = signaal_signaalmelding.signaal_id)
  AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = signaal_signaalmelding.melding_id));
CREATE POLICY maken ON signaal_signaalmelding FOR INSERT TO $app WITH CHECK (
  EXISTS (SELECT FROM signaal_signaal s WHERE s.stuk_id = signaal_signaalmelding.signaal_id AND eigenaar_id = $partner)
  AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = signaal_signaalmelding.melding_id));

-- muur: signaal_wijziging SELECT,INSERT
CREATE POLICY lezen ON signaal_wijziging FOR SELECT TO $app USING (
  eigenaar_id = $partner AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = signaal_wijziging.signaal_id));
CREATE POLICY maken ON signaal_wijziging FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner);

-- The question runs inside this policy: a key that may not be known is not found (koppeling.md §1.2).
-- muur: signaal_koppelsleutel SELECT,INSERT,UPDATE,DELETE
CREATE POLICY lezen ON signaal_koppelsleutel FOR SELECT TO $app USING (
  'signaal' = ANY ($soorten)
  AND (eigenaar_id = $partner
    OR (coalesce(verborgen_tot, '-infinity') <= $vandaag AND vervalt_op >= $vandaag
        AND (eigenaar_id, identifier, categorie) IN (SELECT partner_id, identifier, categorie FROM signaal_koppelbaar_nu()))));
CREATE POLICY maken ON signaal_koppelsleutel FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner);
CREATE POLICY wijzigen ON signaal_koppelsleutel FOR UPDATE TO $app USING (eigenaar_id = $partner);
CREATE POLICY weg ON signaal_koppelsleutel FOR DELETE TO $app USING (eigenaar_id = $partner);

-- A hit is written for both sides in one transaction; each side reads its own.
-- muur: signaal_raakvlak SELECT,INSERT,UPDATE
CREATE POLICY lezen ON signaal_raakvlak FOR SELECT TO $app USING (
  eigenaar_id = $partner AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = signaal_raakvlak.stuk_id));
CREATE POLICY maken ON signaal_raakvlak FOR INSERT TO $app WITH CHECK (
  'signaal' = ANY ($soorten) AND (eigenaar_id = $partner
  OR (tegenpartij_id = $partner AND eigenaar_id IN (SELECT partner_id FROM signaal_koppelbaar_nu()))));
CREATE POLICY wijzigen ON signaal_raakvlak FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- muur: signaal_raakvlakoordeel SELECT,INSERT
CREATE POLICY lezen ON signaal_raakvlakoordeel FOR SELECT TO $app USING (
  raakvlak_id IN (SELECT id FROM signaal_raakvlak));
CREATE POLICY maken ON signaal_raakvlakoordeel FOR INSERT TO $app WITH CHECK (
  raakvlak_id IN (SELECT id FROM signaal_raakvlak WHERE eigenaar_id = $partner));

-- muur: signaal_optelling SELECT,INSERT,UPDATE
CREATE POLICY lezen ON signaal_optelling FOR SELECT TO $app USING (
  eigenaar_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris'));
CREATE POLICY maken ON signaal_optelling FOR INSERT TO $app WITH CHECK (
  $partner = ANY (partners) AND (eigenaar_id = $partner OR eigenaar_id IN (SELECT partner_id FROM signaal_koppelbaar_nu())));
CREATE POLICY wijzigen ON signaal_optelling FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- muur: signaal_informatieverzoek SELECT,INSERT,UPDATE
CREATE POLICY lezen ON signaal_informatieverzoek FOR SELECT TO $app USING (
  ('signaal' = ANY ($soorten) AND $partner IN (van_id, aan_id))
  OR ($functie = 'ketenregisseur' AND status = 'open' AND uiterlijk < $vandaag));
CREATE POLICY maken ON signaal_informatieverzoek FOR INSERT TO $app WITH CHECK (van_id = $partner);
CREATE POLICY wijzigen ON signaal_informatieverzoek FOR UPDATE TO $app USING (aan_id = $partner);

-- muur: signaal_verzoektekst SELECT,INSERT
CREATE POLICY lezen ON signaal_verzoektekst FOR SELECT TO $app USING (
  'signaal' = ANY ($soorten) AND $partner IN (van_id, aan_id));
CREATE POLICY maken ON signaal_verzoektekst FOR INSERT TO $app WITH CHECK (
  (verzoek_id, van_id, aan_id) IN (SELECT id, van_id, aan_id FROM signaal_informatieverzoek)
  AND $partner = CASE soort WHEN 'vraag' THEN van_id ELSE aan_id END);

-- A screening is the work of one partner; the machine destroys what has outlived its days, and reads nothing else.
-- muur: signaal_screening SELECT,INSERT,UPDATE
CREATE POLICY lezen ON signaal_screening FOR SELECT TO $app USING (
  (eigenaar_id = $partner AND $functie IN ('aandachtsfunctionaris', 'ketenregisseur', 'casusdeelnemer', 'toezichthouder'))
  OR ($functie = 'systeem' AND bewaren_tot < $vandaag));
CREATE POLICY maken ON signaal_screening FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner);
CREATE POLICY wijzigen ON signaal_screening FOR UPDATE TO $app USING (eigenaar_id = $partner OR $functie = 'systeem');

-- muur: signaal_screeningsadres SELECT,INSERT,UPDATE
CREATE POLICY lezen ON signaal_screeningsadres FOR SELECT TO $app USING (
  eigenaar_id = $partner AND screening_id IN (SELECT id FROM signaal_screening));
CREATE POLICY maken ON signaal_screeningsadres FOR INSERT TO $app WITH CHECK (
  screening_id IN (SELECT id FROM signaal_screening WHERE eigenaar_id = $partner));
CREATE POLICY wijzigen ON signaal_screeningsadres FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- Who must offer protection learns only that, and whom to call; the asking side follows its signaal.
-- muur: signaal_beschermingstaak SELECT,INSERT,UPDATE
CREATE POLICY lezen ON signaal_beschermingstaak FOR SELECT TO $app USING (
  (van_id = $partner AND stuk_id IN (SELECT id FROM convenant_stuk)) OR (aan_id = $partner AND rol = $functie));
CREATE POLICY maken ON signaal_beschermingstaak FOR INSERT TO $app WITH CHECK (
  van_id = $partner AND stuk_id IN (SELECT stuk_id FROM signaal_signaal WHERE eigenaar_id = $partner));
CREATE POLICY wijzigen ON signaal_beschermingstaak FOR UPDATE TO $app USING (aan_id = $partner AND rol = $functie);

-- A kept search is of one person in one function: what somebody looks for is nobody else's business, not even a colleague's.
-- muur: signaal_zoekvraag SELECT,INSERT,UPDATE,DELETE
CREATE POLICY lezen ON signaal_zoekvraag FOR SELECT TO $app USING (
  (eigenaar_id = $partner AND gebruiker_id = $gebruiker AND functie = $functie)
  OR ($functie = 'systeem' AND verloopt_op < $vandaag));
CREATE POLICY maken ON signaal_zoekvraag FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND gebruiker_id = $gebruiker AND functie = $functie);
CREATE POLICY wijzigen ON signaal_zoekvraag FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND gebruiker_id = $gebruiker AND functie = $functie);
CREATE POLICY weg ON signaal_zoekvraag FOR DELETE TO $app USING (
  (eigenaar_id = $partner AND gebruiker_id = $gebruiker AND functie = $functie) OR $functie = 'systeem');
