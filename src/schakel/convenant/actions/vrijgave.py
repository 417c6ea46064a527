# SPDX-License-Identifier: EUPL-1.2
"""Asking the owner's release for other use, deciding on it, and the version that leads to nobody (CNV-03)."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from schakel.convenant import queries, rules
from schakel.convenant.actions.stukken import logregels
from schakel.convenant.models import AnoniemeVersie, Stuk, Verstrekking, Vrijgaveverzoek
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor

TERMIJN_DAGEN = 10
"""Within how many days the owner answers; silence shows as overdue work on both sides."""


class Herkenbaar(ValueError):
    """The text still leads to a person; `woorden` stand in the original."""

    def __init__(self, woorden: list[str]) -> None:
        super().__init__("Deze woorden leiden nog naar een persoon of plek: " + ", ".join(woorden) + ".")
        self.woorden = woorden


@transaction.atomic
def vraag_vrijgave(
    *,
    door: Actor,
    eigenaar: Partner,
    soort: str,
    doel: rules.Doel,
    vraag: str,
    stuk: Stuk | None = None,
    casus: Stuk | None = None,
    voor: Partner | None = None,
    categorieen: Iterable[rules.Categorie] = (),
    id: UUID | None = None,
) -> Vrijgaveverzoek:
    """Ask the owner. Without `stuk` the asker does not know of any: a blind request, answered like every other."""
    if eigenaar.pk == door.partner_id:
        raise ValueError("Dit is van je eigen organisatie; deel het zelf.")
    if stuk is not None and (queries.stuk(door=door, id=stuk.pk) is None or stuk.eigenaar_id != eigenaar.pk):
        raise PermissionError("Dit stuk bestaat niet.")
    rules.weiger_uitgesloten(vraag)
    id = id or nieuw_id()
    if (eerder := Vrijgaveverzoek.objects.filter(pk=id).first()) is not None:
        return eerder
    verzoek = Vrijgaveverzoek(
        id=id, soort=soort, vrager_id=door.partner_id, vrager_functie=door.functie,
        gevraagd_door=door.gebruiker_id, eigenaar=eigenaar, stuk=stuk, casus=casus, voor=voor,
        categorieen=sorted(categorieen), doel=doel, vraag=vraag, gemaakt_op=klok.nu(),
        antwoord_voor=klok.vandaag() + timedelta(days=TERMIJN_DAGEN),
    )  # fmt: skip
    verzoek.save(force_insert=True)
    _log(door, "vrijgave vragen", verzoek)
    return verzoek


@transaction.atomic
def beslis_vrijgave(
    *,
    door: Actor,
    verzoek: Vrijgaveverzoek,
    toestaan: bool,
    antwoord: str,
    verstrekking: Verstrekking | None = None,
) -> None:
    """The owner decides, with words for the asker. A yes on a blind request names the verstrekking that follows it."""
    if verzoek.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen de eigenaar beslist.")
    if verzoek.status != Vrijgaveverzoek.Status.OPEN:
        raise ValueError("Hierover is al beslist.")
    if not antwoord.strip():
        raise ValueError("Geef de vrager een antwoord in een of twee zinnen.")
    verzoek.status = Vrijgaveverzoek.Status.VRIJGEGEVEN if toestaan else Vrijgaveverzoek.Status.GEWEIGERD
    verzoek.antwoord, verzoek.beslist_door, verzoek.beslist_op = antwoord, door.gebruiker_id, klok.nu()
    verzoek.verstrekking = verstrekking
    verzoek.save(update_fields=["status", "antwoord", "beslist_door", "beslist_op", "verstrekking"])
    _log(door, "vrijgave", verzoek, resultaat=verzoek.status)


def _log(door: Actor, handeling: str, verzoek: Vrijgaveverzoek, resultaat: str = "ok") -> None:
    regel = Logregel(
        handeling=handeling, soort=verzoek.stuk.soort if verzoek.stuk else "vrijgaveverzoek", stuk_id=verzoek.stuk_id,
        eigenaar_id=verzoek.eigenaar_id, categorieen=tuple(verzoek.categorieen), doel=verzoek.doel, resultaat=resultaat,
    )  # fmt: skip
    logboek.noteer(door=door, regels=[regel])


@transaction.atomic
def deel_geanonimiseerd(
    *, door: Actor, stuk: Stuk, met: Partner, doel: rules.Doel, tekst: str, id: UUID | None = None
) -> AnoniemeVersie:
    """Give a partner, party or not, a text that leads to nobody. Raises `Herkenbaar` with the words that do.

    Compared with the names, numbers and addresses on the object as far as the actor sees it; the writer stays
    responsible for what the words together give away.
    """
    if stuk.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen de eigenaar maakt een geanonimiseerde versie.")
    rules.weiger_uitgesloten(tekst)
    gegevens = list(queries.gegevens_van(door=door, stukken=[stuk.pk]))
    if woorden := rules.herkenbaar(tekst, [g.inhoud for g in gegevens]):
        raise Herkenbaar(woorden)
    id = id or nieuw_id()
    if (eerder := AnoniemeVersie.objects.filter(pk=id).first()) is not None:
        return eerder
    versie = AnoniemeVersie(
        id=id, stuk=stuk, eigenaar_id=stuk.eigenaar_id, aan=met, doel=doel, tekst=tekst,
        gemaakt_op=klok.nu(), gemaakt_door=door.gebruiker_id,
    )  # fmt: skip
    versie.save(force_insert=True)
    logboek.noteer(door=door, regels=logregels("anonimiseren", stuk, gegevens, doel=doel))
    return versie


@transaction.atomic
def trek_anonieme_versie_in(*, door: Actor, versie: AnoniemeVersie) -> None:
    """The other partner no longer sees it."""
    if versie.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen de eigenaar kan dit intrekken.")
    versie.ingetrokken_op = klok.nu()
    versie.save(update_fields=["ingetrokken_op"])
