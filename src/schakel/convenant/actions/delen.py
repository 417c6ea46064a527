# SPDX-License-Identifier: EUPL-1.2
"""The verbs of sharing: share, confirm as the second person, take back."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from schakel.convenant import queries, rules
from schakel.convenant.actions.stukken import logregels
from schakel.convenant.models import Stuk, Verstrekking
from schakel.convenant.rules.toestemming import gedekt_tot
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor


class NietToegestaan(Exception):
    """The rule says no; `oordeel` says why and what would make it a yes."""

    def __init__(self, oordeel: rules.Oordeel) -> None:
        super().__init__("; ".join(r.tekst for r in oordeel.redenen if r.code != "regel"))
        self.oordeel = oordeel


@transaction.atomic
def deel(
    *,
    door: Actor,
    stuk: Stuk,
    met: Partner,
    categorieen: Iterable[rules.Categorie],
    doel: rules.Doel,
    tot: date,
    functie: str = "",
    motivering: str = "",
    vervuld: Iterable[rules.Voorwaarde] = (),
    geanonimiseerd: bool = False,
    casus: Stuk | None = None,
    deel: int | None = None,
    id: UUID | None = None,
) -> Verstrekking:
    """Share an object of one's own: judged by the rule, recorded with ground, purpose and end (Wpg art. 20; CNV-03).

    Raises `NietToegestaan` with the judgement. A rule that asks four eyes makes a verstrekking that waits.
    """
    if stuk.eigenaar_id != door.partner_id:
        raise PermissionError("Doorverstrekken kan alleen de eigenaar; stuur een vrijgaveverzoek.")
    vervuld = set(vervuld) | ({rules.Voorwaarde.MOTIVERING} if motivering.strip() else set())
    wacht = rules.Voorwaarde.VIER_OGEN not in vervuld
    verzoek = queries.verzoek(
        stuk=stuk, met=met, categorieen=categorieen, doel=doel, functie=functie, deel=deel,
        vervuld=vervuld | {rules.Voorwaarde.VIER_OGEN}, geanonimiseerd=geanonimiseerd,
    )  # fmt: skip
    oordeel = _onder_een_convenant(verzoek, queries.versies(verzoek.dag))
    if not oordeel.toegestaan:
        raise NietToegestaan(oordeel)
    regels, versie = [r for r, _ in oordeel.regels], oordeel.regels[0][1]
    vier_ogen = any(rules.Voorwaarde.VIER_OGEN in r.voorwaarden for r in regels)
    verstrekking = Verstrekking(
        id=id or nieuw_id(),
        stuk=stuk,
        van_partner_id=stuk.eigenaar_id,
        aan_partner=met,
        aan_functie=functie,
        casus=casus,
        stuk_besloten=stuk.besloten,
        stuk_soort=stuk.soort,
        categorieen=sorted(verzoek.categorieen),
        doel=doel,
        grondslag=regels[0].grondslag,
        grondslagen=sorted({r.grondslag for r in regels if r.grondslag}),
        fase=verzoek.fase,
        deel=deel,
        versie_id=versie.id,
        regels=sorted({r.code for r in regels}),
        voorwaarden=sorted(verzoek.vervuld - ({rules.Voorwaarde.VIER_OGEN} if wacht else frozenset())),
        geanonimiseerd=geanonimiseerd,
        motivering=motivering,
        begin=verzoek.dag,
        einde=_einde(tot, versie, stuk, verzoek),
        door=door.gebruiker_id,
        gemaakt_op=klok.nu(),
        wacht_op_tweede=vier_ogen and wacht,
    )
    verstrekking.save(force_insert=True)
    gegevens = queries.gegevens_van(door=door, stukken=[stuk.pk]).filter(
        categorie__in=verstrekking.categorieen
    )
    logboek.noteer(
        door=door,
        regels=logregels(
            "verstrekken",
            stuk,
            gegevens,
            doel=doel,
            grondslag=verstrekking.grondslag,
            verstrekking_id=verstrekking.pk,
        ),
    )
    return verstrekking


def _einde(tot: date, versie: rules.Versie, stuk: Stuk, verzoek: rules.Verzoek) -> date:
    """What ends first: the day asked, the convenant version, or the consent or emergency it rests on (CNV-07)."""
    gedekt = gedekt_tot(queries.toestemmingen(stuk.pk), verzoek.categorieen, verzoek.aan, verzoek.dag)
    return min(d for d in (tot, versie.einde, gedekt) if d is not None)


def _onder_een_convenant(verzoek: rules.Verzoek, versies: list[rules.Versie]) -> rules.Oordeel:
    """One act of sharing rests on one version: its end and its parties decide how long it counts."""
    oordeel = rules.oordeel(verzoek, versies)
    if not oordeel.toegestaan or len({v.id for _, v in oordeel.regels}) == 1:
        return oordeel
    for versie in versies:
        if (alleen := rules.oordeel(verzoek, [versie])).toegestaan:
            return alleen
    reden = rules.Reden(
        "meer-convenanten",
        "Deze soorten gegevens rusten op verschillende convenanten.",
        "Deel ze in aparte verstrekkingen, per convenant.",
    )
    return rules.Oordeel(False, (reden, *oordeel.redenen), oordeel.regels, oordeel.per_categorie)


@transaction.atomic
def bevestig(*, door: Actor, verstrekking: Verstrekking) -> None:
    """The second person of a verstrekking under four eyes: a colleague, never the one who made it."""
    if verstrekking.van_partner_id != door.partner_id or verstrekking.door == door.gebruiker_id:
        raise PermissionError("Een tweede persoon bij dezelfde partner moet dit bevestigen.")
    verstrekking.wacht_op_tweede = False
    verstrekking.tweede_persoon = door.gebruiker_id
    verstrekking.save(update_fields=["wacht_op_tweede", "tweede_persoon"])
    logboek.noteer(
        door=door, regels=logregels("bevestigen", verstrekking.stuk, [], verstrekking_id=verstrekking.pk)
    )


@transaction.atomic
def trek_in(*, door: Actor, verstrekking: Verstrekking, reden: str) -> None:
    """Take a verstrekking back; it acts on the next request. Doing it twice changes nothing."""
    if verstrekking.van_partner_id != door.partner_id:
        raise PermissionError("Alleen wie verstrekte kan intrekken.")
    if verstrekking.ingetrokken_op is not None:
        return
    verstrekking.ingetrokken_op = klok.nu()
    verstrekking.ingetrokken_door = door.gebruiker_id
    verstrekking.intrek_reden = reden
    verstrekking.save(update_fields=["ingetrokken_op", "ingetrokken_door", "intrek_reden"])
    logboek.noteer(
        door=door, regels=logregels("intrekken", verstrekking.stuk, [], verstrekking_id=verstrekking.pk)
    )
