# SPDX-License-Identifier: EUPL-1.2
"""Make an object, name people on it, add information, read it. Each act on personal data notes its log lines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from schakel.convenant import queries, rules
from schakel.convenant.actions.merken import merk_onder_embargo
from schakel.convenant.models import Betrokkene, Gegeven, GegevenBron, Stuk, Zoekwoord
from schakel.convenant.rules.bewaren import maanden_later
from schakel.kern import klok
from schakel.kern import zoekwoorden as zoeken
from schakel.kern.ids import nieuw_id
from schakel.kern.versleuteling import bos
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.toegang.actor import Actor, EigenId


@transaction.atomic
def maak_stuk(
    *,
    door: Actor,
    soort: rules.StukSoort,
    id: UUID | None = None,
    eigenaar_id: UUID | None = None,
    besloten: bool = False,
    handeling: rules.Handeling = rules.Handeling.KETEN,
    fase: rules.Fase = rules.Fase.DETECTIE,
) -> Stuk:
    """An object with an owner: the actor's partner, unless a member of the public hands it to a meldpunt.

    A closed object names its maker as betrokkene at once, else nobody could open it.
    """
    eigenaar = eigenaar_id or door.partner_id
    stuk = Stuk(
        id=id or nieuw_id(), soort=soort, eigenaar_id=eigenaar, besloten=besloten, handeling=handeling, fase=fase,
        gemaakt_op=klok.nu(),
    )  # fmt: skip
    stuk.save(force_insert=True)
    if besloten:
        maak_betrokken(door=door, stuk=stuk, partner_id=door.partner_id, gebruiker_id=door.gebruiker_id)
    return stuk


@transaction.atomic
def maak_open_stukken(
    *, door: Actor, soort: rules.StukSoort, handelingen: Mapping[UUID, rules.Handeling]
) -> list[Stuk]:
    """Many new open objects of the actor's partner at once: id → handeling."""
    stukken = [
        Stuk(
            id=id, soort=soort, eigenaar_id=door.partner_id, handeling=handeling, fase=rules.Fase.DETECTIE,
            gemaakt_op=klok.nu(),
        )
        for id, handeling in handelingen.items()
    ]  # fmt: skip
    return Stuk.objects.bulk_create(stukken)


@transaction.atomic
def maak_betrokken(
    *, door: Actor, stuk: Stuk, partner_id: EigenId, gebruiker_id: EigenId, tot: date | None = None
) -> Betrokkene:
    """Name a person on a closed object: the owner names anyone; another partner only its own colleagues."""
    if door.partner_id not in (stuk.eigenaar_id, partner_id):
        raise PermissionError("Alleen de eigenaar of de eigen partner kan iemand betrekken.")
    if partner_id is None or gebruiker_id is None:
        raise PermissionError("Noem een collega met een functie bij een partner.")
    betrokkene = Betrokkene(
        stuk=stuk,
        eigenaar_id=stuk.eigenaar_id,
        partner_id=partner_id,
        gebruiker_id=gebruiker_id,
        van=klok.vandaag(),
        tot=tot,
    )
    betrokkene.save(force_insert=True)
    return betrokkene


@dataclass(frozen=True)
class NieuwGegeven:
    """One piece of information to add; `inhoud` is JSON whose shape belongs to `soort`."""

    soort: str
    categorie: rules.Categorie
    inhoud: Mapping[str, Any]
    handeling: rules.Handeling = rules.Handeling.KETEN
    zekerheid: str = Gegeven.Zekerheid.EIGEN_WAARNEMING
    datum: date | None = None
    embargo_tot: date | None = None
    proces_verbaal: str = Gegeven.ProcesVerbaal.OVERLEG
    niet_fiscaal: bool = False
    niet_strafrechtelijk: bool = False
    bewaren_tot: date | None = None
    bron: str = ""
    bron_beschermd: bool = True
    id: UUID = field(default_factory=nieuw_id)


@transaction.atomic
def voeg_gegevens_toe(*, door: Actor, stuk: Stuk, nieuw: Sequence[NieuwGegeven]) -> list[Gegeven]:
    """Add information to an object of the actor's partner, with its search words and log lines.

    Raises `rules.Uitgesloten` (a ValueError in plain Dutch) for kinds that are refused outright (CNV-06). Without a
    `bewaren_tot` of its own a piece gets the shortest term that the table knows for its supplier and category.
    """
    return voeg_toe_aan_vele(door=door, nieuw=[(stuk, nieuw)])[0]


@transaction.atomic
def voeg_toe_aan_vele(
    *, door: Actor, nieuw: Sequence[tuple[Stuk, Sequence[NieuwGegeven]]]
) -> list[list[Gegeven]]:
    """The same for many objects, in one statement per table; what was added, per object."""
    for stuk, nieuwe in nieuw:
        weiger_uitgesloten(nieuwe)
        if stuk.eigenaar_id != door.partner_id:
            raise PermissionError(
                "Alleen de eigenaar voegt gegevens toe; breng eigen informatie in als eigen stuk."
            )
    if not nieuw:
        return []
    eigenaar = nieuw[0][0].eigenaar
    termijnen = queries.bewaartermijnen(soort=eigenaar.soort)
    per_stuk = [[_gegeven(door, stuk, n, termijnen) for n in nieuwe] for stuk, nieuwe in nieuw]
    gegevens = [g for hun in per_stuk for g in hun]
    Gegeven.objects.bulk_create(gegevens, batch_size=500)
    GegevenBron.objects.bulk_create(
        GegevenBron(gegeven=g, eigenaar_id=eigenaar.pk, beschermd=n.bron_beschermd, inhoud=n.bron)
        for g, n in zip(gegevens, (n for _, nieuwe in nieuw for n in nieuwe), strict=True)
        if n.bron
    )
    Zoekwoord.objects.bulk_create(
        (Zoekwoord(woord=w, gegeven=g, stuk_id=g.stuk_id) for g in gegevens for w in zoekwoorden(g.inhoud)),
        batch_size=2000,
    )
    personen = [g for g in gegevens if g.soort == "persoon"]
    logboek.onthoud_betrokkenen(
        eigenaar_id=eigenaar.pk,
        woorden={logboek.pseudoniem(g.pk): persoonswoorden(g.inhoud) for g in personen},
    )
    for (stuk, _), hun in zip(nieuw, per_stuk, strict=True):
        merk_onder_embargo(stuk=stuk, gegevens=hun)
        logboek.noteer(door=door, regels=logregels("schrijven", stuk, hun))
    return per_stuk


def weiger_uitgesloten(nieuw: Iterable[NieuwGegeven]) -> None:
    """Raises `rules.Uitgesloten` when one of these is refused outright."""
    for n in nieuw:
        rules.weiger_uitgesloten(n.soort, n.inhoud, n.bron)


def _gegeven(door: Actor, stuk: Stuk, n: NieuwGegeven, termijnen: Mapping[str, int]) -> Gegeven:
    maanden = termijnen.get(n.categorie, termijnen.get("*"))
    bewaren_tot = n.bewaren_tot or (maanden_later(klok.vandaag(), maanden) if maanden else None)
    return Gegeven(
        id=n.id, stuk=stuk, eigenaar_id=stuk.eigenaar_id, soort=n.soort, categorie=n.categorie, handeling=n.handeling,
        zekerheid=n.zekerheid, datum=n.datum, embargo_tot=n.embargo_tot, proces_verbaal=n.proces_verbaal,
        niet_fiscaal=n.niet_fiscaal, niet_strafrechtelijk=n.niet_strafrechtelijk, bewaren_tot=bewaren_tot,
        gemaakt_op=klok.nu(), gemaakt_door=door.gebruiker_id, inhoud=dict(n.inhoud),
    )  # fmt: skip


def zoekwoorden(inhoud: Mapping[str, Any]) -> set[int]:
    """Keyed words of everything readable in `inhoud` (stems, name parts, prefixes of three and more)."""
    sleutels = bos()
    return {sleutels.merk64("zoekwoord", w) for w in zoeken.woorden_van(inhoud)}


def persoonswoorden(inhoud: Mapping[str, Any]) -> set[int]:
    """Keyed words by which the privacy officer finds a person: whole name parts, birth date, BSN."""
    sleutels = bos()
    return {sleutels.merk64("persoon", w) for w in zoeken.persoonswoorden(inhoud)}


def logregels(handeling: str, stuk: Stuk, gegevens: Iterable[Gegeven], **meer: Any) -> list[Logregel]:
    """One line per person among `gegevens`; one without a person when there is none."""
    gegevens = list(gegevens)
    personen = [g for g in gegevens if g.soort == "persoon"]
    categorieen = tuple(sorted({g.categorie for g in gegevens}))
    basis: dict[str, Any] = {
        "handeling": handeling, "soort": stuk.soort, "stuk_id": stuk.pk, "eigenaar_id": stuk.eigenaar_id,
        "categorieen": categorieen, **meer,
    }  # fmt: skip
    if not personen:
        return [Logregel(**basis)]
    return [Logregel(**basis, betrokkene=logboek.pseudoniem(g.pk)) for g in personen]


def lees_gegevens(*, door: Actor, stukken: Sequence[Stuk], doel: str = "") -> dict[UUID, list[Gegeven]]:
    """Everything visible on these objects, per object, with the log lines of the read."""
    per_stuk: dict[UUID, list[Gegeven]] = {s.pk: [] for s in stukken}
    for gegeven in queries.gegevens_van(door=door, stukken=per_stuk):
        per_stuk[gegeven.stuk_id].append(gegeven)
    grond = queries.gronden(door=door, stukken=[s for s in stukken if s.eigenaar_id != door.partner_id])
    for stuk in stukken:
        meer = {"doel": "", **grond.get(stuk.pk, {"grondslag": "eigen taak"})}
        meer["doel"] = doel or meer["doel"]
        logboek.noteer(door=door, regels=logregels("lezen", stuk, per_stuk[stuk.pk], **meer))
    return per_stuk
