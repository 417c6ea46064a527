-- SPDX-License-Identifier: EUPL-1.2
-- Municipal rules and mandates hold no persons: everyone in the chain reads them, the municipality itself writes them.
-- A plan is its own partner's; what two plans share is a Botsing, made and answered by the functions below only.

-- muur: interventie_gemeenteregel SELECT,INSERT,UPDATE
CREATE POLICY lezen ON interventie_gemeenteregel FOR SELECT TO $app USING (cardinality($soorten) > 0);
CREATE POLICY maken ON interventie_gemeenteregel FOR INSERT TO $app WITH CHECK (
  $functie = 'ketenregisseur' OR (eigenaar_id = $partner AND $functie = 'aandachtsfunctionaris'));
CREATE POLICY wijzigen ON interventie_gemeenteregel FOR UPDATE TO $app USING (
  $functie = 'ketenregisseur' OR (eigenaar_id = $partner AND $functie = 'aandachtsfunctionaris'));

-- muur: interventie_mandaat SELECT,INSERT,UPDATE
CREATE POLICY lezen ON interventie_mandaat FOR SELECT TO $app USING (cardinality($soorten) > 0);
CREATE POLICY maken ON interventie_mandaat FOR INSERT TO $app WITH CHECK (
  partner_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris'));
CREATE POLICY wijzigen ON interventie_mandaat FOR UPDATE TO $app USING (
  partner_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris'));

-- muur: interventie_voornemen SELECT,INSERT,UPDATE
CREATE POLICY lezen ON interventie_voornemen FOR SELECT TO $app USING (
  eigenaar_id = $partner AND ('casus' = ANY ($soorten) OR 'controle' = ANY ($soorten)) AND $functie <> 'regiocoordinator');
CREATE POLICY maken ON interventie_voornemen FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND status = 'gepland');
CREATE POLICY wijzigen ON interventie_voornemen FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- muur: interventie_voornemenmerk SELECT,INSERT
CREATE POLICY lezen ON interventie_voornemenmerk FOR SELECT TO $app USING (
  voornemen_id IN (SELECT id FROM interventie_voornemen));
CREATE POLICY maken ON interventie_voornemenmerk FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND voornemen_id IN (SELECT id FROM interventie_voornemen));

-- muur: interventie_botsing SELECT
CREATE POLICY lezen ON interventie_botsing FOR SELECT TO $app USING (
  voornemen_id IN (SELECT id FROM interventie_voornemen) OR met_voornemen_id IN (SELECT id FROM interventie_voornemen));

-- Holds an own plan against those of others: one statement, whether it touches something or not. It returns nothing;
-- what was found stands in interventie_botsing (INT-02).
CREATE OR REPLACE FUNCTION interventie_stem_af(plan uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$$$
  INSERT INTO interventie_botsing (id, voornemen_id, van_id, met_voornemen_id, met_id, ontdekt_op)
  SELECT gen_random_uuid(), gevonden.eigen, gevonden.van, gevonden.ander, gevonden.met, now()
  FROM (
    SELECT DISTINCT eigen.id AS eigen, eigen.eigenaar_id AS van, ander.id AS ander, ander.eigenaar_id AS met
    FROM interventie_voornemen eigen
    JOIN interventie_voornemenmerk em ON em.voornemen_id = eigen.id
    JOIN interventie_voornemenmerk am ON am.merk = em.merk AND am.eigenaar_id <> em.eigenaar_id
    JOIN interventie_voornemen ander ON ander.id = am.voornemen_id
    WHERE eigen.id = plan AND eigen.eigenaar_id = $partner AND ander.status = 'gepland'
      AND ander.begin <= eigen.einde AND eigen.begin <= ander.einde
  ) gevonden
  WHERE NOT EXISTS (SELECT 1 FROM interventie_botsing b
    WHERE b.voornemen_id = gevonden.ander AND b.met_voornemen_id = gevonden.eigen)
  ON CONFLICT DO NOTHING
$$$$;

-- The own side of a clash confirms that both spoke; or, with the own plan withdrawn, the clash is over.
CREATE OR REPLACE FUNCTION interventie_bevestig(botsing uuid, vervalt boolean) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$$$
  UPDATE interventie_botsing SET
    van_akkoord_op = CASE WHEN van_id = $partner AND NOT vervalt THEN coalesce(van_akkoord_op, now()) ELSE van_akkoord_op END,
    met_akkoord_op = CASE WHEN met_id = $partner AND NOT vervalt THEN coalesce(met_akkoord_op, now()) ELSE met_akkoord_op END,
    vervallen_op = CASE WHEN vervalt THEN coalesce(vervallen_op, now()) ELSE vervallen_op END
  WHERE id = botsing AND $partner IN (van_id, met_id) AND (NOT vervalt OR EXISTS (
    SELECT 1 FROM interventie_voornemen v
    WHERE v.id IN (voornemen_id, met_voornemen_id) AND v.eigenaar_id = $partner AND v.status <> 'gepland'))
$$$$;
REVOKE ALL ON FUNCTION interventie_stem_af(uuid), interventie_bevestig(uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION interventie_stem_af(uuid), interventie_bevestig(uuid, boolean) TO $app;

-- A request to decide follows its case and part: who asks (the regie), and the municipality that decides.
-- muur: interventie_beslisverzoek SELECT,INSERT,UPDATE
CREATE POLICY lezen ON interventie_beslisverzoek FOR SELECT TO $app USING (
  deel = ANY ($delen) AND $partner IN (partner_id, vrager_id) AND casus_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY maken ON interventie_beslisverzoek FOR INSERT TO $app WITH CHECK (
  vrager_id = $partner AND deel = ANY ($delen) AND casus_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY wijzigen ON interventie_beslisverzoek FOR UPDATE TO $app USING (
  deel = ANY ($delen) AND partner_id = $partner AND casus_id IN (SELECT id FROM convenant_stuk));

-- A report: its facts follow its Stuk; the header goes between the two partners, also to the superior who is blind to
-- content. The municipality answers, the sender changes nothing any more.
-- muur: interventie_rapportage SELECT,INSERT,UPDATE
CREATE POLICY lezen ON interventie_rapportage FOR SELECT TO $app USING (
  $partner IN (eigenaar_id, ontvanger_id)
  AND ('controle' = ANY ($soorten) OR (ontvanger_id = $partner AND $functie IN ('bestuurlijk_trekker', 'stuurgroeplid'))));
CREATE POLICY maken ON interventie_rapportage FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND stand = 'verzonden' AND EXISTS (
    SELECT FROM convenant_stuk s WHERE s.id = interventie_rapportage.stuk_id AND s.eigenaar_id = $partner));
CREATE POLICY wijzigen ON interventie_rapportage FOR UPDATE TO $app USING (
  ontvanger_id = $partner AND 'controle' = ANY ($soorten));

-- muur: interventie_rapportageafspraak SELECT,INSERT,UPDATE
CREATE POLICY lezen ON interventie_rapportageafspraak FOR SELECT TO $app USING ($functie IS NOT NULL);
CREATE POLICY maken ON interventie_rapportageafspraak FOR INSERT TO $app WITH CHECK (
  partner_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris'));
CREATE POLICY wijzigen ON interventie_rapportageafspraak FOR UPDATE TO $app USING (
  partner_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris'));

-- An arrangement holds no persons: the chain reads it, the municipality writes it. The steps it set are its own.
-- muur: interventie_arrangement SELECT,INSERT,UPDATE
CREATE POLICY lezen ON interventie_arrangement FOR SELECT TO $app USING (cardinality($soorten) > 0);
CREATE POLICY maken ON interventie_arrangement FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris'));
CREATE POLICY wijzigen ON interventie_arrangement FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris'));

-- muur: interventie_arrangementstap SELECT,INSERT,UPDATE
CREATE POLICY lezen ON interventie_arrangementstap FOR SELECT TO $app USING (cardinality($soorten) > 0);
CREATE POLICY maken ON interventie_arrangementstap FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris')
  AND arrangement_id IN (SELECT id FROM interventie_arrangement WHERE eigenaar_id = $partner));
CREATE POLICY wijzigen ON interventie_arrangementstap FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris'));

-- muur: interventie_handhavingsstap SELECT,INSERT
CREATE POLICY lezen ON interventie_handhavingsstap FOR SELECT TO $app USING (
  eigenaar_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris', 'casusdeelnemer', 'toezichthouder'));
CREATE POLICY maken ON interventie_handhavingsstap FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner);

-- muur: interventie_handhavingsmerk SELECT,INSERT
CREATE POLICY lezen ON interventie_handhavingsmerk FOR SELECT TO $app USING (
  stap_id IN (SELECT id FROM interventie_handhavingsstap));
CREATE POLICY maken ON interventie_handhavingsmerk FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND stap_id IN (SELECT id FROM interventie_handhavingsstap));
