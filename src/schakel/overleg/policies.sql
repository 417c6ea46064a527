-- SPDX-License-Identifier: EUPL-1.2
-- A meeting is visible for the partner and role that are a member of its body on that day; an item only with its case
-- and its part (report p. 139). Decisions and actions follow the item; who must act sees the own action.

-- How a body works: no persons in it; who leads the body sets it.
-- muur: overleg_werkwijze SELECT,INSERT,UPDATE
CREATE POLICY lezen ON overleg_werkwijze FOR SELECT TO $app USING (cardinality($delen) > 0);
CREATE POLICY maken ON overleg_werkwijze FOR INSERT TO $app WITH CHECK (
  $functie IN ('ketenregisseur', 'aandachtsfunctionaris')
  AND orgaan_id IN (SELECT l.orgaan_id FROM partner_orgaanlid l WHERE l.partner_id = $partner AND l.rol = $functie));
CREATE POLICY wijzigen ON overleg_werkwijze FOR UPDATE TO $app USING (
  $functie IN ('ketenregisseur', 'aandachtsfunctionaris')
  AND orgaan_id IN (SELECT l.orgaan_id FROM partner_orgaanlid l WHERE l.partner_id = $partner AND l.rol = $functie));

-- Who is there for one item only: that function itself, and who runs the meeting (OVL-02).
-- muur: overleg_deelname SELECT,INSERT,DELETE
CREATE POLICY lezen ON overleg_deelname FOR SELECT TO $app USING (
  deel = ANY ($delen) AND (eigenaar_id = $partner OR (partner_id = $partner AND rol = $functie)));
CREATE POLICY maken ON overleg_deelname FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND deel = ANY ($delen) AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris'));
CREATE POLICY weg ON overleg_deelname FOR DELETE TO $app USING (
  eigenaar_id = $partner AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris'));

-- muur: overleg_overleg SELECT,INSERT,UPDATE
CREATE POLICY lezen ON overleg_overleg FOR SELECT TO $app USING (
  id IN (SELECT overleg_id FROM overleg_deelname WHERE partner_id = $partner AND rol = $functie AND soort = 'gast')
  OR orgaan_id IN (SELECT l.orgaan_id FROM partner_orgaanlid l
    WHERE l.partner_id = $partner AND l.rol = $functie AND l.soort <> 'casusafhankelijk'
    AND coalesce(l.van, '-infinity') <= (tijdstip AT TIME ZONE 'Europe/Amsterdam')::date
    AND coalesce(l.tot, 'infinity') >= (tijdstip AT TIME ZONE 'Europe/Amsterdam')::date));
CREATE POLICY maken ON overleg_overleg FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND status = 'gepland' AND $functie IN ('ketenregisseur', 'aandachtsfunctionaris'));
CREATE POLICY wijzigen ON overleg_overleg FOR UPDATE TO $app USING (eigenaar_id = $partner);

-- The parts in which this actor sits, per visible meeting; no part named in the membership = every part of the function.
CREATE OR REPLACE VIEW overleg_zetel WITH (security_invoker = true) AS
SELECT DISTINCT o.id AS overleg_id, d.deel
FROM overleg_overleg o
JOIN partner_orgaanlid l ON l.orgaan_id = o.orgaan_id AND l.partner_id = $partner AND l.rol = $functie
  AND l.soort <> 'casusafhankelijk'
  AND coalesce(l.van, '-infinity') <= (o.tijdstip AT TIME ZONE 'Europe/Amsterdam')::date
  AND coalesce(l.tot, 'infinity') >= (o.tijdstip AT TIME ZONE 'Europe/Amsterdam')::date
CROSS JOIN LATERAL unnest(CASE WHEN l.delen = '{}' THEN ARRAY[1, 2]::smallint[] ELSE l.delen END) AS d (deel)
WHERE d.deel = ANY ($delen);

-- muur: overleg_aanwezige SELECT,INSERT,UPDATE
CREATE POLICY lezen ON overleg_aanwezige FOR SELECT TO $app USING (
  (overleg_id, deel) IN (SELECT overleg_id, deel FROM overleg_zetel));
CREATE POLICY maken ON overleg_aanwezige FOR INSERT TO $app WITH CHECK (
  EXISTS (SELECT FROM overleg_overleg o WHERE o.id = overleg_aanwezige.overleg_id
    AND eigenaar_id = $partner AND status <> 'afgesloten'));
CREATE POLICY wijzigen ON overleg_aanwezige FOR UPDATE TO $app USING (
  EXISTS (SELECT FROM overleg_overleg o WHERE o.id = overleg_aanwezige.overleg_id
    AND eigenaar_id = $partner AND status <> 'afgesloten'));

-- muur: overleg_agendapunt SELECT,INSERT,UPDATE,DELETE
CREATE POLICY lezen ON overleg_agendapunt FOR SELECT TO $app USING (
  ((overleg_id, deel) IN (SELECT overleg_id, deel FROM overleg_zetel)
    OR id IN (SELECT agendapunt_id FROM overleg_deelname WHERE partner_id = $partner AND rol = $functie AND soort = 'gast'))
  AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = overleg_agendapunt.casus_id));
CREATE POLICY maken ON overleg_agendapunt FOR INSERT TO $app WITH CHECK (
  EXISTS (SELECT FROM convenant_stuk s WHERE s.id = overleg_agendapunt.casus_id)
  AND EXISTS (SELECT FROM overleg_overleg o WHERE o.id = overleg_agendapunt.overleg_id
    AND eigenaar_id = $partner AND status <> 'afgesloten'));
CREATE POLICY wijzigen ON overleg_agendapunt FOR UPDATE TO $app USING (
  EXISTS (SELECT FROM overleg_overleg o WHERE o.id = overleg_agendapunt.overleg_id
    AND eigenaar_id = $partner AND status <> 'afgesloten'));
CREATE POLICY weg ON overleg_agendapunt FOR DELETE TO $app USING (
  EXISTS (SELECT FROM overleg_overleg o WHERE o.id = overleg_agendapunt.overleg_id
    AND eigenaar_id = $partner AND status = 'gepland'));

-- muur: overleg_besluit SELECT,INSERT
CREATE POLICY lezen ON overleg_besluit FOR SELECT TO $app USING (agendapunt_id IN (SELECT id FROM overleg_agendapunt));
CREATE POLICY maken ON overleg_besluit FOR INSERT TO $app WITH CHECK (
  genoteerd_door = $ik AND agendapunt_id IN (SELECT a.id FROM overleg_agendapunt a JOIN overleg_overleg o ON o.id = a.overleg_id
                    WHERE o.eigenaar_id = $partner AND o.status = 'bezig'));

-- muur: overleg_actie SELECT,INSERT,UPDATE
CREATE POLICY lezen ON overleg_actie FOR SELECT TO $app USING (
  deel = ANY ($delen) AND (partner_id = $partner OR besluit_id IN (SELECT id FROM overleg_besluit)));
CREATE POLICY maken ON overleg_actie FOR INSERT TO $app WITH CHECK (besluit_id IN (
  SELECT b.id FROM overleg_besluit b JOIN overleg_agendapunt a ON a.id = b.agendapunt_id
  JOIN overleg_overleg o ON o.id = a.overleg_id WHERE o.eigenaar_id = $partner AND o.status = 'bezig'));
CREATE POLICY wijzigen ON overleg_actie FOR UPDATE TO $app USING (deel = ANY ($delen) AND partner_id = $partner);
