-- SPDX-License-Identifier: EUPL-1.2
-- Accounts are read before it is known who acts; no row here says anything about victims or suspects.
-- open: toegang_gebruiker SELECT,INSERT,UPDATE: login name (plain), name (encrypted) of staff
-- open: toegang_token SELECT,INSERT,UPDATE: hashes of API tokens of staff
-- open: django_session SELECT,INSERT,UPDATE,DELETE: sessions of staff, read before the context
-- open: django_content_type SELECT: Django
-- open: django_migrations SELECT: Django
-- open: account_emailaddress SELECT,INSERT,UPDATE,DELETE: allauth, not used for persons in the chain
-- open: account_emailconfirmation SELECT,INSERT,UPDATE,DELETE: allauth
-- open: mfa_authenticator SELECT,INSERT,UPDATE,DELETE: second factors of staff
-- open: socialaccount_socialaccount SELECT,INSERT,UPDATE,DELETE: identities of staff at an identity provider
-- open: socialaccount_socialapp SELECT: allauth
-- open: socialaccount_socialtoken SELECT,INSERT,UPDATE,DELETE: allauth
-- open: usersessions_usersession SELECT,INSERT,UPDATE,DELETE: sessions that a colleague can see and end

-- muur: toegang_concept SELECT,INSERT,DELETE
CREATE POLICY lezen ON toegang_concept FOR SELECT TO $app USING (code_merk = $sleutel);
CREATE POLICY maken ON toegang_concept FOR INSERT TO $app WITH CHECK (code_merk = $sleutel);
CREATE POLICY weg ON toegang_concept FOR DELETE TO $app USING (code_merk = $sleutel);
