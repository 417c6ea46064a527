-- SPDX-License-Identifier: EUPL-1.2
-- A house with walls of its own. What a client told is convenant_gegeven of a closed Stuk, category zorginhoud: no
-- function of the ketenaanpak holds that category, nor that kind of Stuk. Headers and terms are for functions of the
-- zorgketen alone; the regiocoördinator of the owner sees every header, to know that nothing runs out unseen.

-- muur: zorg_zorgtraject SELECT,INSERT,UPDATE
CREATE POLICY lezen ON zorg_zorgtraject FOR SELECT TO $app USING (
  (eigenaar_id = $partner AND $functie = 'regiocoordinator') OR stuk_id IN (SELECT id FROM convenant_stuk));
CREATE POLICY maken ON zorg_zorgtraject FOR INSERT TO $app WITH CHECK (
  eigenaar_id = $partner AND verantwoordelijk_id = $partner AND $functie IN ('regiocoordinator', 'zorgdeelnemer'));
CREATE POLICY wijzigen ON zorg_zorgtraject FOR UPDATE TO $app USING (
  eigenaar_id = $partner AND stuk_id IN (SELECT id FROM convenant_stuk));

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
