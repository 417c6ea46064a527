# SPDX-License-Identifier: EUPL-1.2
"""Bedenktijd and residence as law by date: B9 until 2013, B8/3 since (recht.md §4). Pure: no clock, no database.

`stand(stappen, dag)` tells where somebody stands, which rule version set the terms, and what must happen before when.
Terms carry a reason; nobody types an end date.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from schakel.convenant.rules.bewaren import maanden_later


@dataclass(frozen=True)
class Regime:
    """One version of the rule. `merk` says how sure the text is (recht.md)."""

    code: str
    naam: str
    van: date
    bron: str
    merk: str
    maanden: int = 3
    dublin_dagen: int | None = None
    dublin_oordeel_dagen: int | None = None


REGIMES = (
    Regime("B9-2012", "B9-regeling", date.min, "Vc hoofdstuk B9, zoals in 2012", "oude tekst"),
    Regime("B8/3-2013", "Vc B8/3", date(2013, 4, 1), "Vc B8/3", "oude tekst"),
    Regime("B8/3-2019", "Vc B8/3, Dublin-oordeel", date(2019, 8, 1), "Vc B8/3", "oude tekst", dublin_oordeel_dagen=28),
    Regime(
        "B8/3-2023", "Vc B8/3, korte bedenktijd Dublin", date(2023, 5, 19), "WBV 2023/11, Stcrt. 2023, 13577",
        "secundair", dublin_dagen=30, dublin_oordeel_dagen=28,
    ),
)  # fmt: skip
"""Oldest first. The version of the day of the act decides and stays; a new one never rewrites (recht.md §8)."""


def regime_op(dag: date) -> Regime:
    """The version in force on `dag`."""
    return max((r for r in REGIMES if r.van <= dag), key=lambda r: r.van)


class Soort(TextChoices):
    """What can happen."""

    AANBOD = "aanbod", _("Bedenktijd aangeboden bij de geringste aanwijzing")
    UITLEG = "uitleg", _("Juridische gevolgen uitgelegd aan de cliënt")
    START = "start", _("Bedenktijd ingegaan")
    RAPPORTAGE = "rapportage", _("Maandelijks gemeld bij politie of KMar")
    EINDE = "einde", _("Bedenktijd beëindigd")
    MEDEWERKING = "medewerking", _("Aangifte of andere medewerking (M55)")
    DUBLIN = "dublin", _("Oordeel politie en OM bij een Dublinclaim")
    SCHRIJNEND = "schrijnend", _("Aanvraag zonder medewerking: dreiging of medisch")
    VERLEEND = "verleend", _("IND verleent de vergunning")
    GEWEIGERD = "geweigerd", _("IND weigert de vergunning")
    ZAAK_KLAAR = "zaak_klaar", _("De strafzaak is afgelopen")
    ANDERE_ROUTE = "andere_route", _("Andere verblijfsroute gekozen")
    RVB = "rvb", _("Uitkering Rvb aangevraagd of verlengd")


class Eindreden(TextChoices):
    """Why a bedenktijd ended; there is no free end date."""

    MOB = "mob", _("Met onbekende bestemming vertrokken")
    AFSTAND = "afstand", _("De cliënt doet afstand")
    MEDEWERKING = "medewerking", _("Aangifte of medewerking")
    ANDERE = "andere_aanvraag", _("Andere aanvraag of verblijfsroute")
    VERSTREKEN = "verstreken", _("De termijn is verstreken")


class Toestand(TextChoices):
    """Where somebody stands. VERLOPEN: the bedenktijd is over and nobody said how it ended."""

    GEEN = "geen", _("Bedenktijd nog niet aangeboden")
    AANGEBODEN = "aangeboden", _("Bedenktijd aangeboden")
    BEDENKTIJD = "bedenktijd", _("Bedenktijd loopt")
    VERLOPEN = "verlopen", _("Bedenktijd voorbij, einde nog niet vastgelegd")
    BEEINDIGD = "beeindigd", _("Bedenktijd beëindigd")
    BESLISSING = "beslissing", _("Wacht op de IND")
    VERGUNNING = "vergunning", _("Vergunning verleend")
    GEWEIGERD = "geweigerd", _("Vergunning geweigerd")
    ANDERE_ROUTE = "andere_route", _("Andere verblijfsroute")


class Termijnsoort(TextChoices):
    """What must happen before when."""

    BEDENKTIJD = "bedenktijd", _("Bedenktijd loopt af: leg vast hoe zij eindigt")
    RAPPORTAGE = "rapportage", _("Maandelijkse melding in de bedenktijd")
    BESLISSING = "beslissing", _("IND-besluit verwacht: vraag na")
    DUBLIN = "dublin", _("Oordeel politie en OM verwacht (Dublin)")
    VOORTZETTING = "voortzetting", _("Voortgezet verblijf bespreken")
    RVB = "rvb", _("Uitkering Rvb opnieuw aanvragen")
    MIJLPAAL = "mijlpaal", _("Stap na de opvang loopt vast")


WAARSCHUW_DAGEN = {Termijnsoort.BEDENKTIJD: 21, Termijnsoort.RVB: 21, Termijnsoort.VOORTZETTING: 60}
"""Days before the end on which the task appears; others a week (recht.md §4, voorstel)."""


@dataclass(frozen=True)
class Stap:
    """One event."""

    soort: str
    datum: date
    dublin: bool = False
    reden: str = ""


@dataclass(frozen=True)
class Klok:
    """One running term: which, until which day, set by which version of the rule, counted from when."""

    sleutel: str
    soort: Termijnsoort
    tot: date
    vanaf: date
    regel: str

    @property
    def waarschuw_op(self) -> date:
        return self.tot - timedelta(days=WAARSCHUW_DAGEN.get(self.soort, 7))


@dataclass(frozen=True)
class Stand:
    """Where somebody stands on a day; `bedenktijd` is (first day, end) once it started."""

    toestand: Toestand
    regime: Regime | None
    klokken: tuple[Klok, ...] = ()
    bedenktijd: tuple[date, date] | None = None
    dublin: bool = False
    uitgelegd_op: date | None = None


def einde_bedenktijd(start: date, dublin: bool) -> date:
    """The day on which the reflection period is over: three months, or 30 days for a Dublin claimant (B8/3)."""
    regime = regime_op(start)
    if dublin and regime.dublin_dagen is not None:
        return start + timedelta(days=regime.dublin_dagen)
    return maanden_later(start, regime.maanden)


TOEGESTAAN: dict[Toestand, frozenset[Soort]] = {
    Toestand.GEEN: frozenset({Soort.AANBOD, Soort.UITLEG, Soort.MEDEWERKING, Soort.SCHRIJNEND, Soort.ANDERE_ROUTE}),
    Toestand.AANGEBODEN: frozenset({
        Soort.UITLEG, Soort.START, Soort.MEDEWERKING, Soort.SCHRIJNEND, Soort.ANDERE_ROUTE,
    }),
    Toestand.BEDENKTIJD: frozenset({
        Soort.UITLEG, Soort.RAPPORTAGE, Soort.EINDE, Soort.MEDEWERKING, Soort.SCHRIJNEND, Soort.ANDERE_ROUTE,
    }),
    Toestand.VERLOPEN: frozenset({Soort.UITLEG, Soort.EINDE, Soort.MEDEWERKING, Soort.SCHRIJNEND, Soort.ANDERE_ROUTE}),
    Toestand.BEEINDIGD: frozenset({Soort.UITLEG, Soort.MEDEWERKING, Soort.SCHRIJNEND, Soort.ANDERE_ROUTE}),
    Toestand.BESLISSING: frozenset({
        Soort.UITLEG, Soort.DUBLIN, Soort.VERLEEND, Soort.GEWEIGERD, Soort.ANDERE_ROUTE,
    }),
    Toestand.VERGUNNING: frozenset({Soort.UITLEG, Soort.ZAAK_KLAAR, Soort.ANDERE_ROUTE}),
    Toestand.GEWEIGERD: frozenset({Soort.UITLEG, Soort.MEDEWERKING, Soort.SCHRIJNEND, Soort.ANDERE_ROUTE}),
    Toestand.ANDERE_ROUTE: frozenset({Soort.UITLEG, Soort.MEDEWERKING, Soort.SCHRIJNEND}),
}  # fmt: skip
"""Which event can follow in which position; Rvb can always. Bedenktijd is given once and cannot be prolonged."""


def _na(toestand: Toestand, stap: Stap, had_bedenktijd: bool) -> Toestand:
    naar = {
        Soort.AANBOD: Toestand.AANGEBODEN,
        Soort.START: Toestand.BEDENKTIJD,
        Soort.EINDE: Toestand.BEEINDIGD,
        Soort.MEDEWERKING: Toestand.BESLISSING,
        Soort.SCHRIJNEND: Toestand.BESLISSING,
        Soort.VERLEEND: Toestand.VERGUNNING,
        Soort.GEWEIGERD: Toestand.GEWEIGERD,
        Soort.ANDERE_ROUTE: Toestand.ANDERE_ROUTE,
    }
    return naar.get(Soort(stap.soort), toestand)


def stand(stappen: Iterable[Stap], dag: date) -> Stand:
    """Where somebody stands on `dag`, from what happened up to then, in order."""
    verleden = [s for s in stappen if s.datum <= dag]
    toestand, dublin, uitleg = Toestand.GEEN, False, None
    periode: tuple[date, date] | None = None
    regime: Regime | None = None
    sinds: dict[str, date] = {}
    for stap in verleden:
        toestand = _na(toestand, stap, periode is not None)
        sinds[stap.soort] = stap.datum
        dublin = dublin or stap.dublin
        if stap.soort == Soort.UITLEG:
            uitleg = stap.datum
        elif stap.soort == Soort.START:
            periode, regime = (stap.datum, einde_bedenktijd(stap.datum, stap.dublin)), regime_op(stap.datum)
        elif stap.soort in (Soort.AANBOD, Soort.MEDEWERKING, Soort.SCHRIJNEND):
            regime = regime_op(stap.datum)
    if toestand == Toestand.BEDENKTIJD and periode and dag >= periode[1]:
        toestand = Toestand.VERLOPEN
    klokken = _klokken(toestand, verleden, sinds, periode, dublin)
    return Stand(toestand, regime, klokken, periode, dublin, uitleg)


def _klokken(
    toestand: Toestand,
    verleden: list[Stap],
    sinds: dict[str, date],
    periode: tuple[date, date] | None,
    dublin: bool,
) -> tuple[Klok, ...]:
    """The terms that run in this position."""
    uit = []
    if toestand in (Toestand.BEDENKTIJD, Toestand.VERLOPEN) and periode:
        start, einde = periode
        code = regime_op(start).code
        uit.append(Klok("bedenktijd", Termijnsoort.BEDENKTIJD, einde, start, code))
        gemeld = sum(1 for s in verleden if s.soort == Soort.RAPPORTAGE and s.datum >= start)
        volgende = maanden_later(start, gemeld + 1)
        if volgende < einde:
            uit.append(Klok(f"rapportage-{gemeld + 1}", Termijnsoort.RAPPORTAGE, volgende, start, code))
    if toestand == Toestand.BESLISSING:
        aanvraag = max(sinds[s] for s in (Soort.MEDEWERKING, Soort.SCHRIJNEND) if s in sinds)
        regime = regime_op(aanvraag)
        nummer = sum(1 for s in verleden if s.soort in (Soort.MEDEWERKING, Soort.SCHRIJNEND))
        uit.append(
            Klok(f"beslissing-{nummer}", Termijnsoort.BESLISSING, aanvraag + timedelta(days=1), aanvraag, regime.code)
        )  # fmt: skip
        oordeel = sinds.get(Soort.DUBLIN)
        if dublin and regime.dublin_oordeel_dagen and (oordeel is None or oordeel < aanvraag):
            tot = aanvraag + timedelta(days=regime.dublin_oordeel_dagen)
            uit.append(Klok(f"dublin-{nummer}", Termijnsoort.DUBLIN, tot, aanvraag, regime.code))
    if toestand == Toestand.VERGUNNING and Soort.ZAAK_KLAAR not in sinds:
        begin = sinds[Soort.VERLEEND]
        uit.append(
            Klok("voortzetting", Termijnsoort.VOORTZETTING, maanden_later(begin, 12), begin, regime_op(begin).code)
        )  # fmt: skip
    if Soort.RVB in sinds and toestand in (
        Toestand.BEDENKTIJD,
        Toestand.VERLOPEN,
        Toestand.BESLISSING,
    ):
        keren = sum(1 for s in verleden if s.soort == Soort.RVB)
        begin = sinds[Soort.RVB]
        uit.append(
            Klok(f"rvb-{keren}", Termijnsoort.RVB, maanden_later(begin, 3), begin, regime_op(begin).code)
        )
    return tuple(sorted(uit, key=lambda k: (k.tot, k.sleutel)))


def bezwaren(stappen: Iterable[Stap], nieuw: Stap, dag: date) -> list[str]:
    """Why this event cannot be recorded, each with what to do."""
    alle = list(stappen)
    nu = stand(alle, max(nieuw.datum, max((s.datum for s in alle), default=nieuw.datum)))
    nee = []
    if nieuw.datum > dag:
        nee.append(str(_("Deze dag is nog niet geweest. Leg vast wat gebeurd is.")))
    if alle and nieuw.datum < max(s.datum for s in alle):
        nee.append(str(_("Er is al een latere stap vastgelegd. Kies een dag daarna.")))
    if nieuw.soort != Soort.RVB and Soort(nieuw.soort) not in TOEGESTAAN[nu.toestand]:
        nee.append(str(_("Dat past niet bij de stand nu: %(stand)s.") % {"stand": nu.toestand.label}))
    if nieuw.soort in (Soort.START, Soort.MEDEWERKING) and nu.uitgelegd_op is None:
        nee.append(str(_("Leg eerst vast dat de gevolgen aan de cliënt zijn uitgelegd.")))
    if nieuw.soort == Soort.START and any(s.soort == Soort.START for s in alle):
        nee.append(str(_("Bedenktijd is er één keer en kan niet worden verlengd.")))
    if nieuw.soort == Soort.EINDE and nieuw.reden not in Eindreden.values:
        nee.append(str(_("Kies waarom de bedenktijd eindigt.")))
    if nieuw.soort == Soort.DUBLIN and not nu.dublin:
        nee.append(str(_("Er is geen Dublinclaim vastgelegd.")))
    return nee


RECHTEN = (
    ("inschrijving", _("Inschrijving bij de gemeente")),
    ("verzekering", _("Zorgverzekering")),
    ("uitkering", _("Uitkering of leefgeld")),
    ("wonen", _("Eigen woning")),
    ("werk", _("Werken")),
)


@dataclass(frozen=True)
class Recht:
    """What the position opens or blocks, and why (report p. 119)."""

    code: str
    naam: str
    open: bool
    waarom: str


def rechten(nu: Stand) -> list[Recht]:
    """The dependency line: everything hangs on the pass (report p. 119 fn 102-105)."""
    tijdelijk = nu.toestand in (Toestand.BEDENKTIJD, Toestand.VERLOPEN, Toestand.BESLISSING)
    pas = nu.toestand == Toestand.VERGUNNING
    uit = []
    for code, naam in RECHTEN:
        if pas:
            uit.append(Recht(code, str(naam), True, str(_("Kan met de verblijfspas."))))
        elif code == "uitkering" and tijdelijk:
            uit.append(
                Recht(code, str(naam), True, str(_("Leefgeld via de Rvb; elke drie maanden opnieuw.")))
            )
        elif code == "verzekering" and tijdelijk:
            uit.append(
                Recht(code, str(naam), True, str(_("Zorg wordt vergoed via de regeling voor deze periode.")))
            )
        else:
            uit.append(Recht(code, str(naam), False, str(_("Geblokkeerd: verblijfspas."))))
    return uit
