# SPDX-License-Identifier: EUPL-1.2
"""Planted defects: small, plausible mistakes in a wall, a filter, a table or a page. The oracle must find them all.

`laag` says where it must be found: `muur` (row-level security alone), `filter` (the application alone), `buiten`
(pages and API, both walls up). A defect in one wall is held by the other: therefore each is also asked alone.
`rol` and `eerst` (tables) direct where the search begins; what it finds is never theirs to say.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

import pytest
from django.db import connections

import schakel
from schakel.kern.muren import FRAGMENTEN, bestanden
from tests.orakel.databank import EIGENAAR
from tests.orakel.rondes import RONDES, Ronde

Breek = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Defect:
    naam: str
    laag: str
    breek: Breek | None = None
    muur: tuple[str, str, str, str] | None = None
    daden: bool = False
    rol: str = ""
    eerst: tuple[str, ...] = ()
    rondes: tuple[Ronde, ...] = field(default=RONDES)


@contextmanager
def geplant(defect: Defect) -> Iterator[None]:
    """The defect is there inside the block, and gone after it."""
    with pytest.MonkeyPatch.context() as patch:
        if defect.breek:
            defect.breek(patch)
        if defect.muur is None:
            yield
            return
        kamer, wat, oud, nieuw = defect.muur
        heel = _opdracht(kamer, wat)
        assert oud in heel, f"{defect.naam}: '{oud}' staat niet meer in {kamer}/policies.sql, {wat}"
        _voer_uit(heel.replace(oud, nieuw) if oud else re.sub(r"USING \(.*", "USING (true)", heel))
        try:
            yield
        finally:
            _voer_uit(heel)


def _opdracht(kamer: str, wat: str) -> str:
    """One statement of a `policies.sql`, without comments, blanks made single."""
    tekst = (Path(schakel.__file__).parent / kamer / "policies.sql").read_text()
    zonder = re.sub(r"^\s*--.*$", "", tekst, flags=re.M)
    dicht = re.sub(r"\${4}.*?\${4}", lambda lijf: lijf[0].replace(";", "\0"), zonder, flags=re.S)
    opdrachten = [" ".join(o.replace("\0", ";").split()) for o in re.split(r";\s*\n", dicht)]
    (een,) = [o for o in opdrachten if o.startswith(wat + " ")]
    return een


def _voer_uit(opdracht: str) -> None:
    muur = re.match(r"CREATE POLICY (\w+) ON (\w+)", opdracht)
    with connections[EIGENAAR].cursor() as cursor:
        if muur:
            cursor.execute(f"DROP POLICY {muur[1]} ON {muur[2]}")
        cursor.execute(Template(opdracht).substitute(FRAGMENTEN).replace("%", "%%"))


MIJN = ("convenant", "CREATE OR REPLACE FUNCTION convenant_mijn_nu()")
TOEGEKEND = ("convenant", "CREATE OR REPLACE FUNCTION convenant_van_kracht()")


def lezen(kamer: str, tabel: str) -> tuple[str, str]:
    return kamer, f"CREATE POLICY lezen ON {kamer}_{tabel}"


STUK, GEGEVEN = lezen("convenant", "stuk"), lezen("convenant", "gegeven")
VERSTREKKING, MELDING = lezen("convenant", "verstrekking"), lezen("melding", "melding")
GENOEMD = (
    "AND (handeling <> 'genoemd' OR EXISTS ( SELECT FROM convenant_genoemd n WHERE n.stuk_id = {} "
    "AND n.partner_id = $partner))"
)
PARTIJ = "AND ((v.versie_id, v.{}_partner_id) IN (SELECT versie_id, partner_id FROM partij)) IS TRUE"

IN_DE_MUUR: tuple[tuple[str, tuple[str, str], str, str], ...] = (
    ("betrokkene_van_collega_telt", MIJN, "AND gebruiker_id = ANY ($personen)", ""),
    ("betrokkene_te_vroeg", MIJN, "van <= $vandaag AND", ""),
    ("betrokkene_laatste_dag_telt_niet", MIJN, ">= $vandaag", "> $vandaag"),
    ("beeindigde_betrokkene_telt", MIJN, "AND coalesce(tot, 'infinity') >= $vandaag", ""),
    ("waarneming_vergeten", MIJN, "ANY ($personen)", "$gebruiker"),
    ("functie_van_verstrekking_vergeten", TOEGEKEND, "AND v.aan_functie IN ('', $functie)", ""),
    ("deel_van_verstrekking_vergeten", TOEGEKEND, "AND (v.deel IS NULL OR v.deel = ANY ($delen))", ""),
    ("ingetrokken_telt", TOEGEKEND, "AND v.ingetrokken_op IS NULL", ""),
    ("geanonimiseerd_geeft_origineel", TOEGEKEND, "AND NOT v.geanonimiseerd", ""),
    ("verstrekking_te_vroeg", TOEGEKEND, "AND v.begin <= $vandaag", ""),
    ("verlopen_verstrekking_telt", TOEGEKEND, "AND v.einde >= $vandaag", ""),
    ("laatste_dag_van_verstrekking_telt_niet", TOEGEKEND, "v.einde >= $vandaag", "v.einde > $vandaag"),
    ("onnodige_categorie_opent_het_stuk", TOEGEKEND, "AND v.categorieen && $categorieen::varchar[]", ""),
    ("conceptversie_telt", TOEGEKEND, "cv.status = 'vastgesteld' AND", ""),
    ("versie_voor_ingang_telt", TOEGEKEND, "AND cv.ingang <= $vandaag", ""),
    ("verlopen_convenant_telt", TOEGEKEND, "AND coalesce(cv.einde, 'infinity') >= $vandaag", ""),
    (
        "laatste_dag_van_convenant_telt_niet",
        TOEGEKEND,
        "coalesce(cv.einde, 'infinity') >=",
        "coalesce(cv.einde, 'infinity') >",
    ),
    ("opgezegd_convenant_telt", TOEGEKEND, "AND coalesce(co.opgezegd_op, 'infinity') > $vandaag", ""),
    ("gever_geen_partij", TOEGEKEND, PARTIJ.format("van"), ""),
    ("ontvanger_geen_partij", TOEGEKEND, PARTIJ.format("aan"), ""),
    ("beoogde_partij_telt", TOEGEKEND, "AND p.status = 'partij'", ""),
    ("niet_getekend_telt", TOEGEKEND, "AND p.ondertekend_op <= $vandaag", ""),
    ("uitgetreden_partij_telt", TOEGEKEND, "AND coalesce(p.uitgetreden_op, 'infinity') > $vandaag", ""),
    ("soort_stuk_vergeten", STUK, "soort = ANY ($soorten) AND", ""),
    ("besloten_vergeten", STUK, "AND (NOT besloten OR id IN (SELECT stuk_id FROM convenant_mijn))", ""),
    ("handeling_van_stuk_vergeten", STUK, "AND handeling = ANY ($handelingen)", ""),
    ("niet_genoemd_telt_voor_stuk", STUK, GENOEMD.format("convenant_stuk.id"), ""),
    ("embargo_vergeten", STUK, "AND coalesce(embargo_tot, '-infinity') <= $vandaag", ""),
    (
        "embargo_andersom",
        STUK,
        "coalesce(embargo_tot, '-infinity') <=",
        "coalesce(embargo_tot, 'infinity') >=",
    ),
    (
        "embargo_een_dag_te_lang",
        STUK,
        "coalesce(embargo_tot, '-infinity') <=",
        "coalesce(embargo_tot, '-infinity') <",
    ),
    ("eigenaar_omgekeerd", STUK, "(eigenaar_id = $partner OR", "(eigenaar_id <> $partner OR"),
    ("categorie_vergeten", GEGEVEN, "categorie = ANY ($categorieen) AND", ""),
    (
        "stuk_van_gegeven_vergeten",
        GEGEVEN,
        "AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = convenant_gegeven.stuk_id)",
        "",
    ),
    (
        "categorie_van_verstrekking_vergeten",
        GEGEVEN,
        "(stuk_id, categorie) IN (SELECT stuk_id, t.categorie FROM",
        "stuk_id IN (SELECT stuk_id FROM",
    ),
    ("handeling_van_gegeven_vergeten", GEGEVEN, "AND handeling = ANY ($handelingen)", ""),
    ("niet_genoemd_telt_voor_gegeven", GEGEVEN, GENOEMD.format("convenant_gegeven.stuk_id"), ""),
    ("embargo_van_gegeven_vergeten", GEGEVEN, "AND coalesce(embargo_tot, '-infinity') <= $vandaag", ""),
    ("bewaartermijn_vergeten", GEGEVEN, "AND coalesce(bewaren_tot, 'infinity') >= $vandaag", ""),
    (
        "beschermde_bron_open",
        lezen("convenant", "gegevenbron"),
        "AND (eigenaar_id = $partner OR NOT beschermd)",
        "",
    ),
    (
        "bron_van_onzichtbaar_gegeven",
        lezen("convenant", "gegevenbron"),
        "EXISTS (SELECT FROM convenant_gegeven g WHERE g.id = convenant_gegevenbron.gegeven_id)",
        "true",
    ),
    (
        "zoekwoorden_open",
        lezen("convenant", "zoekwoord"),
        "EXISTS (SELECT FROM convenant_gegeven g WHERE g.id = convenant_zoekwoord.gegeven_id)",
        "true",
    ),
    ("register_van_anderen", VERSTREKKING, "(van_partner_id = $partner OR", "(true OR"),
    ("wachtende_verstrekking_in_register", VERSTREKKING, "AND NOT wacht_op_tweede", ""),
    ("besloten_stuk_in_register", VERSTREKKING, "OR NOT stuk_besloten OR", "OR true OR"),
    (
        "signaal_zonder_stuk",
        lezen("signaal", "signaal"),
        "(SELECT s.id FROM convenant_stuk s WHERE s.id = signaal_signaal.stuk_id) IS NOT NULL",
        "true",
    ),
    (
        "casus_verkeerde_ouder",
        lezen("casus", "casus"),
        "s.id = casus_casus.stuk_id",
        "s.eigenaar_id = casus_casus.eigenaar_id",
    ),
    (
        "signaal_in_casus_zonder_signaal",
        lezen("casus", "casussignaal"),
        "AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_casussignaal.signaal_id)",
        "",
    ),
    (
        "dossierstuk_zonder_casus",
        lezen("casus", "dossierstuk"),
        "EXISTS (SELECT FROM convenant_stuk s WHERE s.id = casus_dossierstuk.casus_id) AND",
        "",
    ),
    ("deel_2_voor_wie_in_deel_1_zit", lezen("casus", "interventie"), "deel = ANY ($delen) AND", ""),
    ("melding_gedeeld_als_stuk", MELDING, "eigenaar_id = $partner AND", ""),
    ("verzonden_melding_voor_elke_functie", MELDING, "AND 'melding' = ANY ($soorten)", ""),
    (
        "raakvlak_zonder_eigen_stuk",
        lezen("signaal", "raakvlak"),
        "AND EXISTS (SELECT FROM convenant_stuk s WHERE s.id = signaal_raakvlak.stuk_id)",
        "",
    ),
    ("raakvlak_van_de_ander", lezen("signaal", "raakvlak"), "eigenaar_id = $partner AND", ""),
    (
        "informatieverzoek_van_derden",
        lezen("signaal", "informatieverzoek"),
        "AND $partner IN (van_id, aan_id)",
        "",
    ),
    (
        "barrieremodel_alleen_van_jezelf",
        lezen("barriere", "barrieremodel"),
        "$functie IS NOT NULL",
        "eigenaar_id = $partner",
    ),
    (
        "barriere_alleen_van_jezelf",
        lezen("barriere", "barriere"),
        "$functie IS NOT NULL",
        "eigenaar_id = $partner",
    ),
    ("barriere_van_deel_2_in_deel_1", lezen("barriere", "casusbarriere"), "deel = ANY ($delen) AND", ""),
    (
        "faciliteerder_van_een_andere_casus",
        lezen("barriere", "faciliteerder"),
        "AND casus_id IN (SELECT stuk_id FROM casus_casus)",
        "",
    ),
    (
        "oud_zorglid_leest_mee",
        lezen("zorg", "zorgbespreking"),
        "AND coalesce(l.tot, 'infinity') >= $vandaag",
        "",
    ),
    ("inbreng_voor_deel_2", lezen("zorg", "inbreng"), "AND (l.delen = '{}' OR 1 = ANY (l.delen))", ""),
    ("inbreng_voor_elke_functie_van_de_partner", lezen("zorg", "inbreng"), "AND l.rol = $functie", ""),
    (
        "overlegsignaal_voor_de_ketenaanpak",
        lezen("zorg", "overlegsignaal"),
        "AND $functie IN ('regiocoordinator', 'zorgdeelnemer')",
        "",
    ),
    ("aanpak_in_het_zorgoverleg", lezen("zorg", "zorgbespreking"), "AND l.rol = $functie", ""),
    (
        "regie_leest_inhoud_van_zorg",
        lezen("zorg", "mijlpaal"),
        "convenant_stuk",
        "convenant_stuk UNION SELECT stuk_id FROM zorg_zorgtraject",
    ),
    (
        "actiebericht_voor_elke_ontvanger",
        lezen("zorg", "actiebericht"),
        "(aan_id = $partner AND $functie = 'regiocoordinator')",
        "(aan_id = $partner)",
    ),
    ("opvangadres_voor_elke_instelling", lezen("zorg", "opvangadres"), "eigenaar_id = $partner AND", ""),
    (
        "opvangadres_voor_elke_functie",
        lezen("zorg", "opvangadres"),
        "AND $functie IN ('regiocoordinator', 'zorgdeelnemer')",
        "",
    ),
    (
        "zorgaanbod_voor_de_ketenaanpak",
        lezen("zorg", "zorgaanbod"),
        "('regiocoordinator', 'zorgdeelnemer')",
        "('regiocoordinator', 'zorgdeelnemer', 'ketenregisseur')",
    ),
    ("zorgvraag_ook_van_vrije_plek", lezen("zorg", "zorgvraag"), "p.eigenaar_id = $partner", "true"),
    (
        "kop_van_traject_voor_ketenregisseur",
        lezen("zorg", "zorgtraject"),
        "$functie = 'regiocoordinator'",
        "$functie IN ('regiocoordinator', 'ketenregisseur')",
    ),
    (
        "overdracht_voor_elke_collega",
        lezen("zorg", "overdracht"),
        "AND traject_id IN (SELECT id FROM convenant_stuk)",
        "",
    ),
    (
        "comelding_voor_de_aanpak",
        lezen("zorg", "comelding"),
        "AND traject_id IN (SELECT id FROM convenant_stuk)",
        "",
    ),
    (
        "beschermingstaak_van_gesloten_signaal",
        lezen("signaal", "beschermingstaak"),
        "AND stuk_id IN (SELECT id FROM convenant_stuk)",
        "",
    ),
    ("beschermingstaak_voor_elke_functie", lezen("signaal", "beschermingstaak"), "AND rol = $functie", ""),
    (
        "screening_voor_zorg",
        lezen("signaal", "screening"),
        "'toezichthouder')",
        "'toezichthouder', 'regiocoordinator')",
    ),
    ("zoekvraag_van_een_collega", lezen("signaal", "zoekvraag"), "AND gebruiker_id = $gebruiker", ""),
    ("vraag_leesbaar_voor_derden", lezen("signaal", "verzoektekst"), "AND $partner IN (van_id, aan_id)", ""),
)
"""name, statement, what stands there, what stands there by mistake."""

ALLEEN_IN_HET_FILTER = (
    ("tweede_persoon_vergeten", TOEGEKEND, "AND NOT v.wacht_op_tweede", ""),
    (
        "casusbinding_vergeten",
        TOEGEKEND,
        "AND (v.casus_id IS NULL OR v.casus_id IN (SELECT stuk_id FROM convenant_mijn))",
        "",
    ),
    ("verstrekking_aan_een_ander_telt", TOEGEKEND, "v.aan_partner_id = $partner AND", ""),
)
"""The view is read by both walls; here row-level security on the acts of sharing holds the mistake."""


VOOR_IEDEREEN = (
    "barriere_barrieremodel",
    "barriere_barriere",
    "barriere_zwakkeplek",
    "interventie_rapportageafspraak",
)
"""An open wall around these is no defect: they hold no persons and every function reads them."""


def _bij(waar: tuple[str, str]) -> tuple[str, ...]:
    """The table of a policy; those that read a function."""
    muur = re.match(r"CREATE POLICY \w+ ON (\w+)", waar[1])
    return (muur[1],) if muur else ("convenant_stuk", "convenant_gegeven", "convenant_verstrekking")


def _open_muren() -> Iterator[Defect]:
    """Of every table behind a wall: the wall lets every row through."""
    for pad in bestanden():
        for tabel in re.findall(r"^CREATE POLICY lezen ON (\w+)", pad.read_text(), re.M):
            if tabel in VOOR_IEDEREEN:
                continue
            waar = pad.parent.name, f"CREATE POLICY lezen ON {tabel}"
            yield Defect(f"muur_open_{tabel}", "muur", muur=(*waar, "", ""), eerst=(tabel,))


MUURDEFECTEN = [
    *(Defect(naam, "muur", muur=(*waar, *fout), eerst=_bij(waar)) for naam, waar, *fout in IN_DE_MUUR),
    *(
        Defect(naam, "filter", muur=(*waar, *fout), eerst=_bij(waar))
        for naam, waar, *fout in ALLEEN_IN_HET_FILTER
    ),
    *_open_muren(),
]
