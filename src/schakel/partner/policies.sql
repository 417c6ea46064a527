-- SPDX-License-Identifier: EUPL-1.2
-- Organisations and functions are known to every participant: "whom to call" is the point (delen.md, Hits).
-- open: partner_partner SELECT,INSERT,UPDATE: organisations, no persons
-- open: partner_partnernaam SELECT,INSERT,UPDATE,DELETE: names of organisations
-- open: partner_gemeente SELECT,INSERT,UPDATE: places
-- open: partner_gebied SELECT,INSERT,UPDATE: areas
-- open: partner_indeling SELECT,INSERT,UPDATE,DELETE: areas of places
-- open: partner_functie SELECT,INSERT,UPDATE: functions, no holders
-- open: partner_functie_gemeenten SELECT,INSERT,DELETE: places of functions
-- open: partner_bezetting SELECT,INSERT,UPDATE: which account fills a function; needed before there is a context
-- open: partner_waarneming SELECT,INSERT,UPDATE: functions that look after functions
-- open: partner_orgaan SELECT,INSERT,UPDATE: bodies
-- open: partner_orgaanlid SELECT,INSERT,UPDATE,DELETE: organisations in bodies
-- open: partner_invulling SELECT,INSERT,UPDATE: offices that fill a function, never names of persons
-- open: partner_orgaan_gemeenten SELECT,INSERT,DELETE: places of bodies
-- open: partner_orgaanbron SELECT,INSERT,UPDATE,DELETE: what sources say about bodies
-- open: partner_verbinding SELECT,INSERT,UPDATE,DELETE: links between organisations
-- open: partner_inzet SELECT,INSERT,UPDATE: tasks and hours of organisations
-- open: partner_project SELECT,INSERT,UPDATE: cooperations of organisations
-- open: partner_project_gemeenten SELECT,INSERT,DELETE: places of projects
-- open: partner_projectpartner SELECT,INSERT,UPDATE,DELETE: goals of organisations in a project
-- open: partner_knelpunt SELECT,INSERT,UPDATE: bottlenecks between organisations, no cases

-- A handover note may speak of cases: it stays within the partner.
-- muur: partner_overdracht SELECT,INSERT,UPDATE
CREATE POLICY lezen ON partner_overdracht FOR SELECT TO $app USING (partner_id = $partner);
CREATE POLICY maken ON partner_overdracht FOR INSERT TO $app WITH CHECK (partner_id = $partner);
CREATE POLICY wijzigen ON partner_overdracht FOR UPDATE TO $app USING (partner_id = $partner) WITH CHECK (partner_id = $partner);
