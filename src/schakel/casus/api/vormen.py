# SPDX-License-Identifier: EUPL-1.2
"""The shapes of `/api/v1/casussen`, and refusals as `problem+json`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import Http404
from pydantic import Field, StringConstraints

from schakel.casus import rules
from schakel.casus.actions.casus import Bezwaar
from schakel.convenant.actions import NietToegestaan
from schakel.convenant.models import Gegeven
from schakel.convenant.rules import Categorie, Doel, Fase, Handeling
from schakel.kern.api import Fout, Vorm
from schakel.melding.rules import Uitkomst as UitkomstMelder
from schakel.signaal.rules.woorden import Vorm as Uitbuiting

Kort = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Verplicht = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Lang = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
Deel = Literal[1, 2]


@contextmanager
def als_fout() -> Iterator[None]:
    """A refusal of a verb as `problem+json`: 409 outdated, 422 with every reason, 404 for who may not."""
    try:
        yield
    except rules.Verouderd as fout:
        raise Fout("Iemand anders was je voor; er is niets overschreven. Lees opnieuw.", status=409) from fout
    except Bezwaar as nee:
        raise Fout(
            "Dit kan nu niet; zie 'fouten'.", status=422, fouten=[_reden("bezwaar", r) for r in nee.redenen]
        ) from nee
    except NietToegestaan as nee:
        redenen = [
            _reden(r.code, f"{r.tekst} {r.maakt_ja}".strip())
            for r in nee.oordeel.redenen
            if r.code != "regel"
        ]
        raise Fout("Dit mag niet; zie 'fouten'.", status=422, fouten=redenen) from nee
    except PermissionError as nee:
        raise Http404 from nee


def _reden(code: str, tekst: str) -> dict[str, str]:
    return {"naam": "", "reden": tekst, "code": code}


class CasusIn(Vorm):
    """`gemeenten`: names or CBS codes. `signalen`: ids of signals that the caller may see."""

    soort: rules.CasusSoort
    werktitel: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    reden: Verplicht
    vormen: list[Uitbuiting] = Field([], max_length=6)
    gemeenten: list[Kort] = Field([], max_length=50)
    signalen: list[UUID] = Field([], max_length=200)


class StapIn(Vorm):
    """`naar`: one of the six steps; `compleet` or `spoed` (with `functie`) mark; `afgesloten` asks a
    `sluitreden`."""

    naar: Fase | Literal["compleet", "spoed", "afgesloten"]
    reden: Verplicht
    versie: int
    deel: Deel = 1
    sluitreden: rules.Sluitreden | None = None
    functie: Kort = ""


class GegevenIn(Vorm):
    """One statement of a piece; its shape as in `signalen`."""

    soort: Kort = "tekst"
    inhoud: dict[str, str | None]
    categorie: Categorie | None = None
    zekerheid: Gegeven.Zekerheid = Gegeven.Zekerheid.DOCUMENT
    datum: date | None = None
    bron: Lang = ""


class DossierstukIn(Vorm):
    """A piece of one's own, or (with `signaal`) a signal brought in."""

    signaal: UUID | None = None
    aard: rules.Aard = rules.Aard.OVERIG
    datum: date | None = None
    handeling: Handeling = Handeling.KETEN
    gegevens: list[GegevenIn] = Field([], max_length=200)


class InterventieIn(Vorm):
    """`soort`: code of the catalogue; `uitvoerder`: code of a partner."""

    soort: Kort
    uitvoerder: Kort
    doel: Verplicht
    effect_slachtoffer: Lang = ""
    focus: rules.Focus | Literal[""] = ""
    termijn: date | None = None
    volgorde: int = Field(1, ge=1, le=99)
    deel: Deel = 1


class AntwoordIn(Vorm):
    """`tekst`: reason, progress or result, where the verb asks one; `casemanager`: id of a function of the executor."""

    versie: int
    tekst: Lang = ""
    casemanager: UUID | None = None


class BetrokkeneIn(Vorm):
    """Who, by function: `partner` is a code, `functie` a role."""

    partner: Kort
    functie: Kort
    categorieen: list[Categorie] = Field([], max_length=20)
    doel: Doel = Doel.PREVENTIE
    tot: date
    motivering: Lang = ""


class VerstrekkingIn(Vorm):
    """Share an own signal or piece for this case only; `met`: codes of partners."""

    stuk: UUID
    met: list[Kort] = Field(min_length=1, max_length=50)
    categorieen: list[Categorie] = Field(min_length=1, max_length=20)
    doel: Doel = Doel.PREVENTIE
    tot: date
    motivering: Lang = ""


class WegingIn(Vorm):
    """A view, or the joint outcome; written once."""

    soort: rules.WegingSoort = rules.WegingSoort.INDIVIDUEEL
    criteria: dict[Kort, Kort] = Field({}, max_length=20)
    kwalificatie: dict[Kort, list[Kort]] = Field({}, max_length=10)
    feiten_op: date
    uitkomst: rules.Uitkomst
    motivering: Verplicht
    deel: Deel = 1
    overleg_kenmerk: Annotated[str, StringConstraints(max_length=14)] = ""


class EvaluatieIn(Vorm):
    """Goal against result; `uitkomst_melder` is what the reporters may hear."""

    doel_bereikt: rules.DoelBereikt
    resultaat: Verplicht
    uitkomst_melder: UitkomstMelder
    lessen: Lang = ""
    toelichting_melder: Lang = ""
    deel: Deel = 1


class BoeteIn(Vorm):
    """A fine that the caller's partner imposed; `onderwerpen`: contents of an address or company, as in `signalen`."""

    soort: Kort
    datum: date
    onderwerpen: list[dict[str, Kort]] = Field(min_length=1, max_length=5)
    feiten: Verplicht
    focus: rules.Focus
    effect_slachtoffer: Lang = ""
    deel: Deel = 1


class DubbelrolIn(Vorm):
    """Two persons of the dossier who are one: ids of their statements."""

    slachtoffer: UUID
    verdachte: UUID
    verband: Verplicht


class DubbelrolUit(Vorm):
    id: UUID
    slachtoffer: UUID
    verdachte: UUID
    verband: str
    partner: str


class KwalificatielijstUit(Vorm):
    """The list of the law on one day: `elementen` = {element: {code: words}}."""

    versie: str
    artikel: str
    merk: str
    bron: str
    geldig_van: date
    geldig_tot: date | None
    elementen: dict[str, dict[str, str]]


class Kop(Vorm):
    """A header: nothing about persons."""

    id: UUID
    kenmerk: str
    soort: str
    werktitel: str
    fase: str
    regie: str
    vormen: list[str]
    gemeenten: list[str]
    spoed: bool
    compleet: bool
    geopend_op: datetime
    afgesloten_op: datetime | None
    afgesloten_reden: str
    versie: int


class StapUit(Vorm):
    van: str
    naar: str
    reden: str
    partner: str
    op: datetime


class FeitUit(Vorm):
    id: UUID
    soort: str
    tekst: str
    categorie: str
    zekerheid: str
    datum: date | None


class StukUit(Vorm):
    id: UUID
    soort: str
    titel: str
    partner: str
    ingebracht_op: datetime
    feiten: list[FeitUit]


class WegingUit(Vorm):
    id: UUID
    soort: str
    ronde: int
    partner: str
    criteria: dict[str, str]
    criteria_versie: str
    kwalificatie: dict[str, list[str]]
    kwalificatie_versie: str
    uitkomst: str
    motivering: str
    overleg_kenmerk: str
    vastgesteld_op: datetime


class InterventieUit(Vorm):
    id: UUID
    soort: str
    uitvoerder: str
    doel: str
    effect_slachtoffer: str
    focus: str
    grondslag: str
    termijn: date | None
    status: str
    weigerreden: str
    resultaat: str
    deel: int
    versie: int


class EvaluatieUit(Vorm):
    partner: str
    doel_bereikt: str
    resultaat: str
    lessen: str
    op: datetime


class CasusUit(Kop):
    stappen: list[StapUit]
    dossier: list[StukUit]
    wegingen: list[WegingUit]
    interventies: list[InterventieUit]
    evaluaties: list[EvaluatieUit]
    dubbelrollen: list[DubbelrolUit]


class Gemaakt(Vorm):
    id: UUID


class FilterIn(Vorm):
    fase: Fase | None = None
    gesloten: bool = False
