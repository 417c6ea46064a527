# SPDX-License-Identifier: EUPL-1.2
"""Ask a partner, and answer: with a verstrekking, a refusal, or word that there is nothing (SIG-02)."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from schakel.convenant import actions as convenant
from schakel.convenant import rules as deelregels
from schakel.convenant.models import Stuk, Verstrekking
from schakel.kern import klok
from schakel.kern.ids import nieuw_id, vast_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.partner.models import Partner
from schakel.signaal import queries
from schakel.signaal.actions.gedeeld import Onvolledig, eis_reden, mag_met_signalen
from schakel.signaal.models import Informatieverzoek, Raakvlak, Signaal, Verzoektekst
from schakel.signaal.rules.termijn import uiterlijk
from schakel.signaal.rules.veredeling import vraag_aan
from schakel.toegang.actor import Actor

HOOGSTENS_WERKDAGEN = 60


def _logregel(handeling: str, v: Informatieverzoek) -> Logregel:
    return Logregel(handeling, "informatieverzoek", v.pk, v.van_id, doel=v.doel, grondslag=v.grondslag[:30])


@transaction.atomic
def vraag_informatie(
    *,
    door: Actor,
    signaal: Signaal,
    aan: Partner,
    vraag: str,
    doel: deelregels.Doel,
    grondslag: str,
    termijn: int,
    raakvlak: Raakvlak | None = None,
    id: UUID | None = None,
) -> Informatieverzoek:
    """Ask a partner, from one's own signaal; `termijn` in working days. Once per `id`."""
    mag_met_signalen(door)
    if signaal.eigenaar_id != door.partner_id or aan.pk == door.partner_id:
        raise PermissionError("Vraag een andere partner, vanuit een eigen signaal.")
    if id is not None and (bestaand := queries.informatieverzoek(door=door, id=id)) is not None:
        return bestaand
    if not vraag.strip() or not grondslag.strip():
        raise Onvolledig("Schrijf wat je wilt weten, en op welke grondslag.")
    if not 1 <= termijn <= HOOGSTENS_WERKDAGEN:
        raise Onvolledig(f"Kies een termijn van 1 tot {HOOGSTENS_WERKDAGEN} werkdagen.")
    assert door.gebruiker_id is not None
    assert door.partner_id is not None
    verzoek = Informatieverzoek(
        id=id or nieuw_id(), van_id=door.partner_id, aan=aan, stuk_id=signaal.pk,
        raakvlak_id=raakvlak.pk if raakvlak else None, doel=doel, grondslag=grondslag.strip(),
        termijn=termijn, uiterlijk=uiterlijk(klok.vandaag(), termijn), door=door.gebruiker_id,
        gemaakt_op=klok.nu(),
    )  # fmt: skip
    verzoek.save(force_insert=True)
    _schrijf(verzoek, Verzoektekst.Soort.VRAAG, vraag.strip())
    logboek.noteer(door=door, regels=[_logregel("vragen", verzoek)])
    return verzoek


@transaction.atomic
def vraag_aan_vele(
    *,
    door: Actor,
    signaal: Signaal,
    aan: Sequence[Partner],
    vraag: str,
    doel: deelregels.Doel,
    grondslag: str,
    termijn: int,
    id: UUID,
    bronnen: Iterable[str] = (),
    raakvlak: Raakvlak | None = None,
) -> list[Informatieverzoek]:
    """Ask several partners at once, all or none: to each only its own part of the checklist (`bronnen`).

    A hit belongs to the question to its own partner. Once per `id` and partner.
    """
    codes = frozenset(bronnen)
    return [
        vraag_informatie(
            door=door, signaal=signaal, aan=p, vraag=vraag_aan(p.soort, vraag, codes), doel=doel,
            grondslag=grondslag, termijn=termijn, id=vast_id("verzoek", str(id), str(p.pk)),
            raakvlak=raakvlak if raakvlak and raakvlak.tegenpartij_id == p.pk else None,
        )
        for p in aan
    ]  # fmt: skip


def _schrijf(verzoek: Informatieverzoek, soort: Verzoektekst.Soort, tekst: str) -> None:
    Verzoektekst(
        verzoek=verzoek, van_id=verzoek.van_id, aan_id=verzoek.aan_id, soort=soort, tekst=tekst
    ).save(force_insert=True)  # fmt: skip


@transaction.atomic
def antwoord(
    *,
    door: Actor,
    verzoek: Informatieverzoek,
    status: str,
    tekst: str,
    verstrekking: Verstrekking | None = None,
) -> Informatieverzoek:
    """Close the question with its answer; a refusal or "niet beschikbaar" asks a reason. The first answer
    counts.
    """
    mag_met_signalen(door)
    if verzoek.aan_id != door.partner_id:
        raise PermissionError("Alleen de partner aan wie het gevraagd is antwoordt.")
    rij = Informatieverzoek.objects.select_for_update(of=("self",)).get(pk=verzoek.pk)
    if rij.status != Informatieverzoek.Status.OPEN:
        raise Onvolledig("Dit verzoek is al beantwoord. Ververs de pagina.")
    if status not in Informatieverzoek.Status.values or status == Informatieverzoek.Status.OPEN:
        raise Onvolledig("Kies een antwoord.")
    if status in (Informatieverzoek.Status.GEWEIGERD, Informatieverzoek.Status.NIET_BESCHIKBAAR):
        eis_reden(tekst)
    rij.status, rij.verstrekking = status, verstrekking
    rij.beantwoord_op, rij.beantwoord_door, rij.beantwoord_functie = (
        klok.nu(),
        door.gebruiker_id,
        door.functie_naam,
    )
    rij.save(
        update_fields=["status", "verstrekking", "beantwoord_op", "beantwoord_door", "beantwoord_functie"]
    )
    if tekst.strip():
        _schrijf(rij, Verzoektekst.Soort.ANTWOORD, tekst.strip())
    logboek.noteer(door=door, regels=[_logregel("antwoorden", rij)])
    return rij


@transaction.atomic
def deel_als_antwoord(
    *,
    door: Actor,
    verzoek: Informatieverzoek,
    stuk: Stuk,
    categorieen: Iterable[deelregels.Categorie],
    tot: date,
    functie: str = "",
    motivering: str = "",
    vervuld: Iterable[deelregels.Voorwaarde] = (),
    tekst: str = "",
    id: UUID | None = None,
) -> Informatieverzoek:
    """Answer by sharing one's own object under the convenant; raises `convenant.actions.NietToegestaan`."""
    verstrekking = convenant.deel(
        door=door, stuk=stuk, met=verzoek.van, categorieen=categorieen, doel=deelregels.Doel(verzoek.doel),
        tot=tot, functie=functie, motivering=motivering, vervuld=vervuld, id=id,
    )  # fmt: skip
    return antwoord(
        door=door,
        verzoek=verzoek,
        status=Informatieverzoek.Status.BEANTWOORD,
        tekst=tekst,
        verstrekking=verstrekking,
    )


def lees(*, door: Actor, verzoek: Informatieverzoek) -> dict[str, str]:
    """Question and answer as far as the actor may read them; the reading is in the account."""
    if door.partner_id not in (verzoek.van_id, verzoek.aan_id):
        return {}
    logboek.noteer(door=door, regels=[_logregel("lezen", verzoek)])
    return {t.soort: t.tekst for t in verzoek.teksten.all()}
