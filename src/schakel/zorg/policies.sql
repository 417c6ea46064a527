-- SPDX-License-Identifier: EUPL-1.2
-- A house with walls of its own. What a client told is convenant_gegeven of a closed Stuk, category zorginhoud: no
-- function of the ketenaanpak holds that category, nor that kind of Stuk. Headers and terms are for functions of the
-- zorgketen alone; the regiocoördinator of the owner sees every header, to know that nothing runs out unseen. On days
-- on which nobody fills that function every zorgdeelnemer of the owner does.

-- muur: zorg_zorgtraject SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_zorgtraject FOR SELECT TO $app USING (
  (eigenaar_id = $partner AND ($functie = 'regiocoordinator' OR ($functie = 'zorgdeelnemer' AND NOT EXISTS (
    SELECT FROM partner_bezetting b JOIN partner_functie f ON f.id = b.functie_id
    WHERE f.partner_id = $partner AND f.rol = 'regiocoordinator'
    AND coalesce(f.van, '-infinity') <= $vandaag AND coalesce(f.tot, 'infinity') >= $vandaag
    AND b.van <= $vandaag AND coalesce(b.tot, 'infinity') >= $vandaag))))
  OR stuk_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY maken ON zorg_zorgtraject FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND verantwoordelijk_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));
CREATE POLICY wijzigen ON zorg_zorgtraject FOR UPDATE TO $app USING (
  stuk_id IN (SELECT id FROM convenant_stuk) AND (eigenaar_id = $partner
    OR stuk_id IN (SELECT o.traject_id FROM zorg_overdracht o WHERE o.aan_id = $partner)));

-- muur: zorg_groep SELECT,INSERT
CREATE POLICY lezen ON zorg_groep FOR SELECT TO $app USING (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer')
  AND ($functie = 'regiocoordinator' OR id IN (SELECT groep_id FROM zorg_zorgtraject)));
CREATE POLICY maken ON zorg_groep FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));

-- muur: zorg_fasestap SELECT,INSERT
CREATE POLICY lezen ON zorg_fasestap FOR SELECT TO $app USING (traject_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY maken ON zorg_fasestap FOR INSERT TO $app WITH CHECK (
  traject_id IN (SELECT id FROM convenant_stuk WHERE eigenaar_id = $partner));

-- muur: zorg_verblijfsstap SELECT,INSERT,DELETE
CREATE POLICY lezen ON zorg_verblijfsstap FOR SELECT TO $app USING (traject_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY maken ON zorg_verblijfsstap FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk WHERE eigenaar_id = $partner));
CREATE POLICY weg ON zorg_verblijfsstap FOR DELETE TO $app USING (
  eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk));

-- muur: zorg_termijn SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_termijn FOR SELECT TO $app USING (
  traject_id IN (SELECT stuk_id FROM zorg_zorgtraject));
CREATE POLICY maken ON zorg_termijn FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY wijzigen ON zorg_termijn FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk));

-- The care supply and the places on it: for functions of the zorgketen of every partner, kept by its own institution.
-- muur: zorg_zorgaanbod SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_zorgaanbod FOR SELECT TO $app USING ($functie IN ('regiocoordinator', 'zorgdeelnemer'));
CREATE POLICY maken ON zorg_zorgaanbod FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));
CREATE POLICY wijzigen ON zorg_zorgaanbod FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));

-- open: zorg_ligging SELECT,INSERT,UPDATE: centres of municipalities, as on any map

-- An address is known to who works there, and to nobody else.
-- muur: zorg_opvangadres SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_opvangadres FOR SELECT TO $app USING (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));
CREATE POLICY maken ON zorg_opvangadres FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));
CREATE POLICY wijzigen ON zorg_opvangadres FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));

-- A place of another institution can be held, not taken or shut (the trigger `vasthouden`).
-- muur: zorg_plek SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_plek FOR SELECT TO $app USING ($functie IN ('regiocoordinator', 'zorgdeelnemer'));
CREATE POLICY maken ON zorg_plek FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));
CREATE POLICY wijzigen ON zorg_plek FOR UPDATE TO $app USING ($functie IN ('regiocoordinator', 'zorgdeelnemer'));

-- A request: who asks, and the institution whose place is held for it.
-- muur: zorg_zorgvraag SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_zorgvraag FOR SELECT TO $app USING (
  $functie IN ('regiocoordinator', 'zorgdeelnemer') AND (eigenaar_id = $partner
    OR id IN (SELECT p.vast_voor_id FROM zorg_plek p WHERE p.eigenaar_id = $partner)));
CREATE POLICY maken ON zorg_zorgvraag FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));
CREATE POLICY wijzigen ON zorg_zorgvraag FOR UPDATE TO $app USING ($functie IN ('regiocoordinator', 'zorgdeelnemer')
  AND (eigenaar_id = $partner OR id IN (SELECT p.vast_voor_id FROM zorg_plek p WHERE p.eigenaar_id = $partner)))
  WITH CHECK ($functie IN ('regiocoordinator', 'zorgdeelnemer'));

-- muur: zorg_weigering SELECT,INSERT
CREATE POLICY lezen ON zorg_weigering FOR SELECT TO $app USING (
  $functie IN ('regiocoordinator', 'zorgdeelnemer') AND $partner IN (vrager_id, eigenaar_id));
CREATE POLICY maken ON zorg_weigering FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer')
  AND vraag_id IN (SELECT id FROM zorg_zorgvraag));

-- muur: zorg_plaatsing SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_plaatsing FOR SELECT TO $app USING (
  $functie IN ('regiocoordinator', 'zorgdeelnemer') AND $partner IN (vrager_id, eigenaar_id));
CREATE POLICY maken ON zorg_plaatsing FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer')
  AND vraag_id IN (SELECT id FROM zorg_zorgvraag));
CREATE POLICY wijzigen ON zorg_plaatsing FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));

-- muur: zorg_financiering SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_financiering FOR SELECT TO $app USING (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));
CREATE POLICY maken ON zorg_financiering FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie = 'regiocoordinator');
CREATE POLICY wijzigen ON zorg_financiering FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND $functie = 'regiocoordinator');

-- What left the house, on which ground: known to who works on the traject, never to the ketenaanpak.
-- muur: zorg_comelding SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_comelding FOR SELECT TO $app USING (
  eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY maken ON zorg_comelding FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk WHERE eigenaar_id = $partner));
CREATE POLICY wijzigen ON zorg_comelding FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk));

-- muur: zorg_doorgifte SELECT,INSERT
CREATE POLICY lezen ON zorg_doorgifte FOR SELECT TO $app USING (
  eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY maken ON zorg_doorgifte FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie = 'regiocoordinator'
  AND traject_id IN (SELECT id FROM convenant_stuk WHERE eigenaar_id = $partner));

-- muur: zorg_mijlpaal SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_mijlpaal FOR SELECT TO $app USING (traject_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY maken ON zorg_mijlpaal FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk WHERE eigenaar_id = $partner));
CREATE POLICY wijzigen ON zorg_mijlpaal FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk));

-- A file that changes hands: who is named on it at the offering side, and who may accept it (the trigger `verantwoordelijk` on the traject).
-- muur: zorg_overdracht SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_overdracht FOR SELECT TO $app USING (
  $functie IN ('regiocoordinator', 'zorgdeelnemer') AND (aan_id = $partner
    OR (eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk))));
CREATE POLICY maken ON zorg_overdracht FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk WHERE eigenaar_id = $partner));
CREATE POLICY wijzigen ON zorg_overdracht FOR UPDATE TO $app USING (
  $functie IN ('regiocoordinator', 'zorgdeelnemer') AND aan_id = $partner AND stand = 'aangeboden')
  WITH CHECK (aan_id = $partner);

-- muur: zorg_veldcontact SELECT,INSERT
CREATE POLICY lezen ON zorg_veldcontact FOR SELECT TO $app USING (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));
CREATE POLICY maken ON zorg_veldcontact FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));

-- Meetings of care: who sits in the body today; an item only with the traject it is about.
-- muur: zorg_zorgbespreking SELECT,INSERT
CREATE POLICY lezen ON zorg_zorgbespreking FOR SELECT TO $app USING (
  $functie IN ('regiocoordinator', 'zorgdeelnemer') AND orgaan_id IN (
    SELECT l.orgaan_id FROM partner_orgaanlid l WHERE l.partner_id = $partner AND l.rol = $functie
    AND coalesce(l.van, '-infinity') <= $vandaag AND coalesce(l.tot, 'infinity') >= $vandaag));
CREATE POLICY maken ON zorg_zorgbespreking FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie = 'regiocoordinator');

-- muur: zorg_bespreekpunt SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_bespreekpunt FOR SELECT TO $app USING (traject_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY maken ON zorg_bespreekpunt FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk WHERE eigenaar_id = $partner)
  AND bespreking_id IN (SELECT id FROM zorg_zorgbespreking));
CREATE POLICY wijzigen ON zorg_bespreekpunt FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND traject_id IN (SELECT id FROM convenant_stuk));

-- Signals with a body of care, and what was agreed there: the own institution, functions of care alone.
-- muur: zorg_overlegsignaal SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_overlegsignaal FOR SELECT TO $app USING (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer')
  AND signaal_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY maken ON zorg_overlegsignaal FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer')
  AND signaal_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY wijzigen ON zorg_overlegsignaal FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer')
  AND signaal_id IN (SELECT id FROM convenant_stuk));

-- The bridge to part 1 of a body of the ketenaanpak: that something is brought in and by whom, no content.
-- muur: zorg_inbreng SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_inbreng FOR SELECT TO $app USING (
  (eigenaar_id = $partner AND $functie = 'regiocoordinator')
  OR (1 = ANY ($delen) AND orgaan_id IN (
    SELECT l.orgaan_id FROM partner_orgaanlid l WHERE l.partner_id = $partner AND l.rol = $functie
    AND l.soort <> 'casusafhankelijk' AND (l.delen = '{}' OR 1 = ANY (l.delen))
    AND coalesce(l.van, '-infinity') <= $vandaag AND coalesce(l.tot, 'infinity') >= $vandaag)));
CREATE POLICY maken ON zorg_inbreng FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND $functie = 'regiocoordinator' AND signaal_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY wijzigen ON zorg_inbreng FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND $functie = 'regiocoordinator');

-- Notice of an action day: who plans at the partner that sent it, and the regiocoördinator who got it. No place, no name.
-- muur: zorg_actiebericht SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_actiebericht FOR SELECT TO $app USING (
  (aan_id = $partner AND $functie = 'regiocoordinator') OR (eigenaar_id = $partner
    AND $functie IN ('ketenregisseur', 'casusdeelnemer', 'toezichthouder', 'aandachtsfunctionaris')));
CREATE POLICY maken ON zorg_actiebericht FOR INSERT TO $app WITH CHECK (eigenaar_id = $partner
  AND $functie IN ('ketenregisseur', 'casusdeelnemer', 'toezichthouder', 'aandachtsfunctionaris'));
CREATE POLICY wijzigen ON zorg_actiebericht FOR UPDATE TO $app USING (
  (aan_id = $partner AND $functie = 'regiocoordinator') OR (eigenaar_id = $partner
    AND $functie IN ('ketenregisseur', 'casusdeelnemer', 'toezichthouder', 'aandachtsfunctionaris')));
