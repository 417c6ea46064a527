# SPDX-License-Identifier: EUPL-1.2
"""Which help fits whom: the care supply and the routes, by target group (ZOR-02, ZOR-04). Pure.

Never with an address: a place is an institution, a kind and a region; a municipality serves only to keep away from it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from schakel.zorg.rules.afstand import BANDEN, Punt, band, te_dichtbij


class Aanbodsoort(TextChoices):
    CRISIS = "crisis", _("Crisisopvang")
    VROUWENOPVANG = "vrouwenopvang", _("Vrouwenopvang")
    MANNENOPVANG = "mannenopvang", _("Mannenopvang")
    COSM = "cosm", _("Categorale opvang (COSM)")
    AMV = "amv", _("Beschermde opvang minderjarige vreemdelingen")
    JEUGD = "jeugd", _("Jeugdhulp")
    GESLOTEN = "gesloten", _("Gesloten opvang")
    PSYCHIATRISCH = "psychiatrisch", _("Psychiatrische opvang")
    GROEP = "groep", _("Opvang voor een groep")
    BEGELEID = "begeleid", _("Begeleid wonen")
    WONING = "woning", _("Woning van een corporatie, volgens afspraak")
    AMBULANT = "ambulant", _("Ambulante hulp")
    OUDERS = "ouders", _("Ouderbegeleiding")
    LOTGENOTEN = "lotgenoten", _("Lotgenotencontact")
    DADERS = "daders", _("Daderpreventie")
    LANDELIJK = "landelijk", _("Landelijke coördinatie")


OPVANG = frozenset(Aanbodsoort) - {
    Aanbodsoort.AMBULANT, Aanbodsoort.OUDERS, Aanbodsoort.LOTGENOTEN, Aanbodsoort.DADERS,
}  # fmt: skip
"""Kinds that take somebody in, or find a place; the others help beside it."""


class Uitkomst(TextChoices):
    """Where a request stands."""

    OPEN = "open", _("Zoekt een plaats")
    VAST = "vast", _("Plaats wordt vastgehouden")
    GEPLAATST = "geplaatst", _("Geplaatst")
    WACHT = "wacht", _("Op de wachtlijst")
    INGETROKKEN = "ingetrokken", _("Niet meer nodig")


class Weigerreden(TextChoices):
    VOL = "vol", _("Geen plaats meer")
    DOELGROEP = "doelgroep", _("Past niet bij de doelgroep")
    VEILIGHEID = "veiligheid", _("Hier niet veilig genoeg")
    FINANCIERING = "financiering", _("Niemand betaalt")
    ZORGZWAARTE = "zorgzwaarte", _("Te zware zorg")
    ANDERS = "anders", _("Anders")


class Aanbod(Protocol):
    """A row of the care supply, as this module needs it."""

    soort: str
    regio: str
    landelijk: bool
    geslacht: list[str]
    leeftijd_van: int
    leeftijd_tot: int
    vormen: list[str]
    groep_tot: int
    kinderen: bool
    lvb: bool
    verslaving: bool
    veiligheid: int
    gemeente_id: UUID | None
    volgorde: int


@dataclass(frozen=True)
class Vraag:
    """A need. `leeftijd` in years, None when not known; `mijden`: municipalities to keep away from, `afstand` km wide.

    `dichtbij`: near which municipality, in bands; `liggingen`: the centres of municipalities.
    """

    geslacht: str
    leeftijd: int | None
    regio: str
    soort: str = ""
    vorm: str = ""
    aantal: int = 1
    kinderen: int = 0
    lvb: bool = False
    verslaving: bool = False
    veiligheid: int = 1
    mijden: frozenset[UUID] = frozenset()
    afstand: int = 0
    dichtbij: UUID | None = None
    liggingen: Mapping[UUID, Punt] = field(default_factory=dict)


def past_niet(aanbod: Aanbod, vraag: Vraag) -> list[str]:
    """Why this help does not fit; empty when it does. What is not known yet stands in nobody's way."""
    leeftijd = vraag.leeftijd
    toets = (
        (aanbod.landelijk or vraag.soort in ("", aanbod.soort), gettext("andere soort")),
        (
            not aanbod.geslacht or vraag.geslacht in ("onbekend", *aanbod.geslacht),
            gettext("niet voor deze doelgroep"),
        ),
        (
            leeftijd is None or aanbod.leeftijd_van <= leeftijd <= aanbod.leeftijd_tot,
            gettext("niet voor deze leeftijd"),
        ),
        (
            not aanbod.vormen or vraag.vorm in ("", *aanbod.vormen),
            gettext("niet voor deze vorm van uitbuiting"),
        ),
        (vraag.aantal <= aanbod.groep_tot, gettext("niet voor een groep van %(n)s") % {"n": vraag.aantal}),
        (aanbod.kinderen or not vraag.kinderen, gettext("niet met kinderen")),
        (aanbod.lvb or not vraag.lvb, gettext("niet bij een licht verstandelijke beperking")),
        (aanbod.verslaving or not vraag.verslaving, gettext("niet bij verslaving")),
        (aanbod.landelijk or vraag.veiligheid <= aanbod.veiligheid, gettext("niet veilig genoeg")),
        (
            not te_dichtbij(aanbod.gemeente_id, vraag.mijden, vraag.afstand, vraag.liggingen),
            gettext("te dicht bij het gevaar"),
        ),
    )
    return [reden for past, reden in toets if not past]


A = TypeVar("A", bound=Aanbod)


def route(aanbod: Iterable[A], vraag: Vraag) -> tuple[list[A], list[A], list[A]]:
    """What fits: in the own region, elsewhere, and the national desk that searches further.

    In order of the table; with `dichtbij` the nearest band first, and what has no band after it.
    """

    def plek(a: A) -> tuple[int, int, str]:
        nummer = band(a.gemeente_id, vraag.dichtbij, vraag.liggingen, a.veiligheid)
        return (len(BANDEN) + 1 if nummer is None else nummer, a.volgorde, a.soort)

    passend = sorted((a for a in aanbod if not past_niet(a, vraag)), key=plek)
    opvang = [a for a in passend if a.soort in OPVANG]
    hier = [a for a in opvang if not a.landelijk and a.regio == vraag.regio]
    elders = [a for a in opvang if not a.landelijk and a.regio != vraag.regio]
    return hier, elders, [a for a in opvang if a.landelijk]


class Dekking(Protocol):
    """Who pays for whom, as this module needs it."""

    gemeenten: list[UUID]
    begin: date
    einde: date | None


def gedekt(dekkingen: Iterable[Dekking], herkomst: UUID | None, dag: date) -> bool:
    """Does anybody pay for a client from this municipality on this day (report pp. 119-120)? No municipalities = all."""
    return any(
        d.begin <= dag
        and (d.einde is None or dag <= d.einde)
        and (not d.gemeenten or (herkomst is not None and herkomst in d.gemeenten))
        for d in dekkingen
    )


def bezwaren_weigeren(reden: str, redenen: Collection[str] = tuple(Weigerreden.values)) -> list[str]:
    """A refusal always has a reason, and is counted (ZOR-04)."""
    return [] if reden in redenen else [gettext("Kies waarom er geen plaats is. Dat wordt geteld.")]
