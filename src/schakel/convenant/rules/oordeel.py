# SPDX-License-Identifier: EUPL-1.2
"""May this be shared? Conditions (2) and (3) of the rule, for a proposed act of sharing, with reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from schakel.convenant.rules.beschermd import gebruik_verboden
from schakel.convenant.rules.functies import FUNCTIE_CATEGORIEEN, handelingen_voor
from schakel.convenant.rules.namen import kop_nl as kop
from schakel.convenant.rules.namen import naam_nl as naam
from schakel.convenant.rules.woorden import Categorie, Doel, Fase, Handeling, Voorwaarde, Wijze


@dataclass(frozen=True)
class Regel:
    """One rule of a convenant version. Empty `fasen`/`doelen` mean all; `naar_functie` empty means every function."""

    code: str
    van: str
    naar: str
    categorie: Categorie
    naar_functie: str = ""
    naar_deel: int | None = None
    fasen: frozenset[Fase] = frozenset()
    doelen: frozenset[Doel] = frozenset()
    grondslag: str = ""
    artikel: str = ""
    wijze: Wijze = Wijze.VOLLEDIG
    voorwaarden: frozenset[Voorwaarde] = frozenset()
    geldig_van: date | None = None
    geldig_tot: date | None = None


@dataclass(frozen=True)
class Versie:
    """A convenant version as the rule sees it: term, parties in force on the day asked, rules."""

    convenant: str
    nummer: int
    ingang: date
    einde: date | None
    partijen: frozenset[str]
    regels: tuple[Regel, ...]
    id: str = ""
    opgezegd_op: date | None = None

    def in_kracht(self, dag: date) -> bool:
        """In force on `dag`: started, not ended, not terminated (an end day is the last valid day)."""
        return (
            self.ingang <= dag
            and (self.einde is None or dag <= self.einde)
            and (self.opgezegd_op is None or dag < self.opgezegd_op)
        )


@dataclass(frozen=True)
class Verzoek:
    """A proposed act of sharing: what, from whom, to whom, why, in which stage, under which conditions met.

    `van`/`aan` are partner ids (text) with their kinds; `deel` is set when sharing into a part of a body.
    """

    categorieen: frozenset[Categorie]
    van: str
    van_soort: str
    aan: str
    aan_soort: str
    doel: Doel
    fase: Fase
    dag: date
    aan_functie: str = ""
    deel: int | None = None
    vervuld: frozenset[Voorwaarde] = frozenset()
    geanonimiseerd: bool = False
    handeling: Handeling = Handeling.KETEN
    genoemd: bool = False
    embargo_tot: date | None = None
    niet_fiscaal: bool = False
    niet_strafrechtelijk: bool = False
    buiten_toestemming: frozenset[Categorie] = frozenset()


@dataclass(frozen=True)
class Reden:
    """One reason, in plain Dutch; `maakt_ja` says what would turn a no into a yes."""

    code: str
    tekst: str
    maakt_ja: str = ""


@dataclass(frozen=True)
class Oordeel:
    """The judgement: allowed or not, the reasons, and the rules it rests on (code, convenant, version, article)."""

    toegestaan: bool
    redenen: tuple[Reden, ...]
    regels: tuple[tuple[Regel, Versie], ...] = ()
    per_categorie: tuple[tuple[Categorie, bool], ...] = ()


def past(regel: Regel, verzoek: Verzoek, categorie: Categorie) -> bool:
    """Does the rule speak of this sharing at all (parties' kinds, category, function, part, stage, purpose, date)?"""
    return (
        regel.categorie == categorie
        and regel.van in (verzoek.van_soort, "*")
        and regel.naar in (verzoek.aan_soort, "*")
        and regel.naar_functie in ("", verzoek.aan_functie)
        and regel.naar_deel in (None, verzoek.deel)
        and (not regel.fasen or verzoek.fase in regel.fasen)
        and (not regel.doelen or verzoek.doel in regel.doelen)
        and (regel.geldig_van is None or regel.geldig_van <= verzoek.dag)
        and (regel.geldig_tot is None or verzoek.dag <= regel.geldig_tot)
    )


def oordeel(verzoek: Verzoek, versies: Iterable[Versie]) -> Oordeel:
    """Judge a proposed sharing against the convenanten.

    Allowed only when each category asked finds a rule whose conditions are met, and no handeling or embargo forbids
    it. Default is no (recht.md §1). Every reason is collected, so that the user sees at once all that stands in the
    way and what would turn the answer into yes.
    """
    redenen = [*_verboden_door_leverancier(verzoek)]
    gebruikt: list[tuple[Regel, Versie]] = []
    per_categorie = []
    versies = tuple(versies)
    for categorie in sorted(verzoek.categorieen):
        waarom_niet, gevonden = _zoek_regel(verzoek, categorie, versies)
        per_categorie.append((categorie, gevonden is not None))
        redenen += waarom_niet
        if gevonden is not None:
            gebruikt.append(gevonden)
            redenen.append(_ja(categorie, *gevonden))
    if not verzoek.categorieen:
        redenen.append(Reden("leeg", "Er is niets gekozen om te delen.", "Kies minstens één soort gegevens."))
    nee = [r for r in redenen if r.code != "regel"]
    return Oordeel(not nee, tuple(redenen), tuple(gebruikt), tuple(per_categorie))


def _ja(categorie: Categorie, regel: Regel, versie: Versie) -> Reden:
    grond = f", grondslag {regel.grondslag}" if regel.grondslag else ""
    artikel = f" ({regel.artikel})" if regel.artikel else ""
    return Reden(
        "regel",
        f"{kop(categorie)}: mag volgens regel {regel.code} van {versie.convenant}, "
        f"versie {versie.nummer}{artikel}{grond}.",
    )


def _verboden_door_leverancier(verzoek: Verzoek) -> list[Reden]:
    """Condition (3), and the need of the receiving function (4): the supplier's conditions come first."""
    redenen = []
    if verzoek.embargo_tot is not None and verzoek.embargo_tot > verzoek.dag:
        redenen.append(
            Reden(
                "embargo",
                "Er rust een embargo op deze informatie.",
                "Vraag de houder het embargo op te heffen.",
            )
        )
    if verboden := gebruik_verboden(
        verzoek.aan_soort,
        verzoek.doel,
        niet_fiscaal=verzoek.niet_fiscaal,
        niet_strafrechtelijk=verzoek.niet_strafrechtelijk,
    ):
        redenen.append(
            Reden(
                "gebruik",
                f"De bron heeft bepaald: {verboden}.",
                "Laat deze soort gegevens weg, of vraag de bron de beperking op te heffen.",
            )
        )
    redenen += [
        Reden(
            "toestemming",
            f"De toestemming van de cliënt gaat niet over {naam(c)}.",
            "Vraag de cliënt of de voogd om toestemming hiervoor, of leg een noodsituatie vast met de reden.",
        )
        for c in sorted(verzoek.buiten_toestemming)
    ]
    if verzoek.handeling == Handeling.EIGEN:
        redenen.append(
            Reden("handeling", "De bron heeft bepaald: alleen voor de eigen organisatie.",
                  "De eigenaar kan de handeling verruimen.")
        )  # fmt: skip
    elif verzoek.handeling == Handeling.GENOEMD and not verzoek.genoemd:
        redenen.append(
            Reden("handeling", "De bron heeft bepaald: alleen voor partners die bij naam genoemd zijn.",
                  "De eigenaar kan deze partner noemen.")
        )  # fmt: skip
    elif verzoek.aan_functie and verzoek.handeling not in handelingen_voor(verzoek.aan_functie):
        redenen.append(
            Reden(
                "handeling",
                f"De bron heeft bepaald: alleen voor {naam(verzoek.handeling)}. Deze functie hoort daar niet bij.",
                "Kies een andere functie, of laat de eigenaar de handeling verruimen.",
            )
        )
    if verzoek.aan_functie:
        nodig = FUNCTIE_CATEGORIEEN.get(verzoek.aan_functie, frozenset())
        redenen += [
            Reden("functie", f"{kop(c)}: de functie {verzoek.aan_functie} heeft deze gegevens niet nodig.",
                  "Kies een functie die ze voor haar taak nodig heeft.")
            for c in sorted(verzoek.categorieen - nodig)
        ]  # fmt: skip
    return redenen


def _zoek_regel(
    verzoek: Verzoek, categorie: Categorie, versies: tuple[Versie, ...]
) -> tuple[list[Reden], tuple[Regel, Versie] | None]:
    """The first rule that carries this category, or the reasons why none does (nearest miss first)."""
    beide = [v for v in versies if {verzoek.van, verzoek.aan} <= v.partijen]
    if not beide:
        return [
            Reden("geen-convenant", f"{kop(categorie)}: jullie zijn niet samen partij bij een convenant.",
                  "Laat beide partners toetreden tot hetzelfde convenant.")
        ], None  # fmt: skip
    geldig = [v for v in beide if v.in_kracht(verzoek.dag)]
    if not geldig:
        namen = ", ".join(sorted({v.convenant for v in beide}))
        return [
            Reden(
                "verlopen",
                f"{kop(categorie)}: {namen} is op deze dag niet van kracht.",
                "Verleng of vernieuw het convenant.",
            )
        ], None
    treffers = [(r, v) for v in geldig for r in v.regels if past(r, verzoek, categorie)]
    if any(r.wijze == Wijze.NIET for r, _ in treffers):
        return [_verbod(*next((r, v) for r, v in treffers if r.wijze == Wijze.NIET))], None
    if not treffers:
        return [_naaste_misser(verzoek, categorie, geldig)], None
    for regel, versie in treffers:
        if not _ontbreekt(regel, verzoek):
            return [], (regel, versie)
    regel, versie = treffers[0]
    return _ontbreekt(regel, verzoek), None


def _verbod(regel: Regel, versie: Versie) -> Reden:
    """An express prohibition; one that names stages ends with them."""
    plek = f"{kop(regel.categorie)}: regel {regel.code} van {versie.convenant}, versie {versie.nummer}, sluit dit uit"
    if not regel.fasen:
        return Reden("verboden", f"{plek}.")
    fasen = " en ".join(naam(f) for f in Fase if f in regel.fasen)
    later = " of ".join(naam(f) for f in Fase if f not in regel.fasen)
    return Reden("fase", f"{plek} in de fase {fasen}.", f"Deel in de fase {later}." if later else "")


def _ontbreekt(regel: Regel, verzoek: Verzoek) -> list[Reden]:
    """Conditions of the rule that are not met yet."""
    redenen = [
        Reden(
            "voorwaarde",
            f"{kop(regel.categorie)}: regel {regel.code} vraagt eerst {naam(v)}.",
            f"Zorg voor {naam(v)}.",
        )
        for v in sorted(regel.voorwaarden - verzoek.vervuld)
    ]
    if regel.wijze == Wijze.GEANONIMISEERD and not verzoek.geanonimiseerd:
        redenen.append(
            Reden(
                "geanonimiseerd",
                f"{kop(regel.categorie)}: regel {regel.code} staat alleen een geanonimiseerde versie toe.",
                "Deel zonder gegevens die naar een persoon leiden.",
            )
        )
    return redenen


def _naaste_misser(verzoek: Verzoek, categorie: Categorie, versies: list[Versie]) -> Reden:
    """Why no rule fits: the stage, the purpose, the function, or nothing at all speaks of it."""
    van_aan = [
        (r, v)
        for v in versies
        for r in v.regels
        if r.categorie == categorie
        and r.van in (verzoek.van_soort, "*")
        and r.naar in (verzoek.aan_soort, "*")
        and r.wijze != Wijze.NIET
    ]
    for regel, versie in van_aan:
        plek = f"regel {regel.code} van {versie.convenant}, versie {versie.nummer}"
        if regel.fasen and verzoek.fase not in regel.fasen:
            fasen = " of ".join(naam(f) for f in Fase if f in regel.fasen)
            return Reden(
                "fase",
                f"{kop(categorie)}: {plek} staat dit pas toe in de fase {fasen}; nu is het {naam(verzoek.fase)}.",
                f"Deel in de fase {fasen}.",
            )
        if regel.doelen and verzoek.doel not in regel.doelen:
            doelen = " of ".join(naam(d) for d in sorted(regel.doelen))
            return Reden(
                "doel",
                f"{kop(categorie)}: {plek} geldt alleen voor het doel {doelen}.",
                f"Deel met het doel {doelen}, als dat klopt.",
            )
        if regel.naar_functie and regel.naar_functie != verzoek.aan_functie:
            return Reden("functie", f"{kop(categorie)}: {plek} geldt alleen voor de functie {regel.naar_functie}.",
                         f"Deel met de {regel.naar_functie} van deze partner.")  # fmt: skip
        if regel.naar_deel is not None and regel.naar_deel != verzoek.deel:
            return Reden("deel", f"{kop(categorie)}: {plek} geldt alleen in deel {regel.naar_deel} van het overleg.",
                         f"Breng het in deel {regel.naar_deel} in.")  # fmt: skip
    namen = ", ".join(sorted({f"{v.convenant} (versie {v.nummer})" for v in versies}))
    return Reden(
        "geen-regel",
        f"{kop(categorie)}: geen regel van {namen} staat deze verstrekking toe.",
        "Leg de vraag voor aan de privacygroep; een regel kan in een nieuwe versie worden opgenomen.",
    )
