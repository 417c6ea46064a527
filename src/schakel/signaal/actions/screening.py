# SPDX-License-Identifier: EUPL-1.2
"""Screen a list of addresses, let a person check what came out, and destroy the raw list with proof (SIG-06)."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.rules import Categorie
from schakel.kern import klok
from schakel.kern.ids import nieuw_id, vast_id
from schakel.kern.versleuteling import bos
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel
from schakel.signaal import queries
from schakel.signaal.actions.gedeeld import Onvolledig, eis_reden
from schakel.signaal.actions.signaal import NieuwSignaal, maak_signaal
from schakel.signaal.models import Screening, Screeningsadres, Signaal
from schakel.signaal.rules import screening as sr
from schakel.toegang.actor import SYSTEEM, Actor

HOOGSTENS_DAGEN = 30

SCREENERS = frozenset({"aandachtsfunctionaris", "ketenregisseur", "casusdeelnemer", "toezichthouder"})
"""Who may compare lists: the aanpak, never care."""


@dataclass(frozen=True)
class NieuweScreening:
    """What is compared, for whom, on which ground and how long the raw list may stay."""

    naam: str
    bron: str
    doel: str
    grondslag: str
    criterium: sr.Criterium
    lijst: Sequence[Mapping[str, str]]
    inschrijvingen: Sequence[Mapping[str, str]] = ()
    bewaar_dagen: int = 7
    ruw: bytes = b""


@transaction.atomic
def screen(*, door: Actor, nieuw: NieuweScreening, id: UUID | None = None) -> Screening:
    """Compare once per `id`: only addresses that meet the rule are set apart for a person to check."""
    _mag(door)
    if id is not None and (bestaand := queries.screening(door=door, id=id)) is not None:
        return bestaand
    if not nieuw.grondslag.strip() or not nieuw.bron.strip():
        raise Onvolledig("Schrijf van wie de lijst is, en op welke grondslag je haar vergelijkt.")
    if not nieuw.criterium:
        raise Onvolledig("Kies minstens één voorwaarde. Zonder voorwaarde zou elk adres op de lijst komen.")
    if not 1 <= nieuw.bewaar_dagen <= HOOGSTENS_DAGEN:
        raise Onvolledig(f"De ruwe lijst blijft 1 tot {HOOGSTENS_DAGEN} dagen.")
    assert door.partner_id is not None
    assert door.gebruiker_id is not None
    geteld = sr.tel(nieuw.lijst, nieuw.inschrijvingen)
    c = nieuw.criterium
    rij = Screening(
        id=id or nieuw_id(), eigenaar_id=door.partner_id, naam=nieuw.naam, bron=nieuw.bron.strip(),
        doel=nieuw.doel, grondslag=nieuw.grondslag.strip(), niet_ingeschreven=c.niet_ingeschreven,
        meer_dan=c.meer_dan, langer_dan_maanden=c.langer_dan_maanden,
        bewaren_tot=klok.vandaag() + timedelta(days=nieuw.bewaar_dagen), lijst=[dict(r) for r in nieuw.lijst],
        vingerafdruk=bos().merk("screening", hashlib.sha256(nieuw.ruw).hexdigest(), 32).hex(),
        rijen=len(nieuw.lijst), adressen=len(geteld), gemaakt_op=klok.nu(), gemaakt_door=door.gebruiker_id,
    )  # fmt: skip
    rij.save(force_insert=True)
    Screeningsadres.objects.bulk_create(
        Screeningsadres(
            id=nieuw_id(), screening=rij, eigenaar_id=door.partner_id, inhoud=a.velden, personen=a.personen,
            waarom=sr.reden(a, c)[:200],
        )
        for a in geteld
        if sr.past(a, c, klok.vandaag())
    )  # fmt: skip
    logboek.noteer(door=door, regels=[_regel("screenen", rij)])
    return rij


def _mag(door: Actor) -> None:
    if not door.is_een(*SCREENERS):
        raise PermissionError("Deze functie vergelijkt geen lijsten.")


def _regel(handeling: str, rij: Screening, resultaat: str = "ok") -> Regel:
    return Regel(
        handeling, "screening", rij.pk, rij.eigenaar_id, categorieen=("object",), doel=rij.doel,
        grondslag=rij.grondslag[:30], resultaat=resultaat,
    )  # fmt: skip


def lees_treffers(*, door: Actor, screening: Screening) -> list[Screeningsadres]:
    """The addresses to check; the reading is in the account. An expired raw list goes first."""
    ruim_screenings_op(door=door)
    logboek.noteer(door=door, regels=[_regel("lezen", screening)])
    return queries.treffers_van(door=door, screening=screening)


@transaction.atomic
def beoordeel_adres(
    *, door: Actor, adres: Screeningsadres, uitkomst: str, toelichting: str
) -> Signaal | None:
    """A person says what an address is: to be controlled, explained, or a signaal (which is made)."""
    _mag(door)
    if adres.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen je eigen screening.")
    if uitkomst not in Screeningsadres.Uitkomst.values or not uitkomst:
        raise Onvolledig("Kies wat er met dit adres gebeurt.")
    adres.uitkomst, adres.toelichting, adres.op = uitkomst, eis_reden(toelichting), klok.nu()
    adres.save(update_fields=["uitkomst", "toelichting", "op"])
    logboek.noteer(door=door, regels=[_regel("beoordelen", adres.screening)])
    if uitkomst != Screeningsadres.Uitkomst.SIGNAAL:
        return None
    gegevens = [
        NieuwGegeven("adres", Categorie.OBJECT, dict(adres.inhoud), zekerheid="systeem"),
        NieuwGegeven(
            "tekst",
            Categorie.WAARNEMING,
            {"tekst": f"{toelichting.strip()}\n\n{adres.waarom}."},
            zekerheid="systeem",
        ),
    ]
    nieuw = NieuwSignaal(herkomst="bestand", gegevens=gegevens)
    return maak_signaal(door=door, nieuw=nieuw, id=vast_id("screeningsadres", str(adres.pk)))


@transaction.atomic
def ruim_screenings_op(*, door: Actor) -> int:
    """Destroy raw lists that have outlived their days: the actor's own, all of them for the machine."""
    rijen = list(queries.verlopen_screenings())
    Screening.objects.filter(pk__in=[r.pk for r in rijen]).update(lijst=None, vernietigd_op=klok.nu())
    logboek.noteer(door=door, regels=[_regel("vernietigen", r, f"aantal {r.rijen}") for r in rijen])
    return len(rijen)


def ruim_op() -> int:
    """For the daily run: every raw list of every partner that has outlived its days, and kept searches that ran out."""
    with als(SYSTEEM, oorsprong="machine"):
        queries.verlopen_zoekvragen().delete()
        return ruim_screenings_op(door=SYSTEEM)
