# SPDX-License-Identifier: EUPL-1.2
"""Bodies, their seats and sources, their links, and the areas of places: all kept for the region as a whole."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from schakel.partner.actions.rechten import eis_regio, verhoog
from schakel.partner.models import Gebied, Gemeente, Indeling, Orgaan, OrgaanBron, OrgaanLid, Verbinding
from schakel.toegang.actor import Actor


@transaction.atomic
def bewaar_orgaan(
    *, door: Actor, orgaan: Orgaan, gemeenten: Iterable[Gemeente] | None = None, versie: int | None = None
) -> Orgaan:
    """Add a body, or keep its change (`versie`: as it was read)."""
    eis_regio(door)
    if versie is not None:
        verhoog(orgaan, versie)
    orgaan.save(force_insert=versie is None)
    if gemeenten is not None:
        orgaan.gemeenten.set(gemeenten)
    return orgaan


@transaction.atomic
def zet_zetel(*, door: Actor, lid: OrgaanLid) -> OrgaanLid:
    """Give a partner a seat through a role, in part 1, part 2 or both; a seat that exists is changed."""
    eis_regio(door)
    OrgaanLid.objects.filter(orgaan=lid.orgaan, partner=lid.partner, rol=lid.rol).delete()
    lid.save(force_insert=True)
    return lid


@transaction.atomic
def haal_zetel_weg(*, door: Actor, lid: OrgaanLid, tot: date) -> None:
    """The seat ends; who sat there stays known."""
    eis_regio(door)
    lid.tot = tot
    lid.save(update_fields=["tot"])


@transaction.atomic
def noteer_bron(*, door: Actor, bron: OrgaanBron) -> OrgaanBron:
    """What one source says. The first on a subject leads until another is chosen (PAR-05)."""
    eis_regio(door)
    eerste = not OrgaanBron.objects.filter(orgaan=bron.orgaan, veld=bron.veld, leidend=True).exists()
    bron.leidend = False
    bron.save(force_insert=True)
    if eerste:
        leid(door=door, bron=bron)
    return bron


@transaction.atomic
def leid(*, door: Actor, bron: OrgaanBron) -> None:
    """This source leads: the body takes over its value, and the calendar its rhythm."""
    eis_regio(door)
    OrgaanBron.objects.filter(orgaan=bron.orgaan, veld=bron.veld, leidend=True).update(leidend=False)
    bron.leidend = True
    bron.save(update_fields=["leidend"])
    volg(bron)


def volg(bron: OrgaanBron) -> None:
    """Let the body follow a leading source."""
    orgaan = bron.orgaan
    if bron.veld == OrgaanBron.Veld.RITME:
        orgaan.ritme, orgaan.ritme_weken = bron.waarde[:100], bron.weken
        orgaan.save(update_fields=["ritme", "ritme_weken"])
    elif bron.veld == OrgaanBron.Veld.VOORZITTER:
        orgaan.voorzitter = bron.waarde[:150]
        orgaan.save(update_fields=["voorzitter"])


@transaction.atomic
def verbind(*, door: Actor, verbinding: Verbinding) -> Verbinding:
    """Write down how a body is connected, or that it is not (PAR-06)."""
    eis_regio(door)
    verbinding.save(force_insert=True)
    return verbinding


@transaction.atomic
def verbreek(*, door: Actor, verbinding: Verbinding, tot: date) -> None:
    """The link (or the gap) as written down ends."""
    eis_regio(door)
    verbinding.tot = tot
    verbinding.save(update_fields=["tot"])


@transaction.atomic
def deel_in(
    *,
    door: Actor,
    gemeente: Gemeente,
    domein: str,
    gebied: str,
    van: date | None,
    tot: date | None = None,
    zekerheid: str = "vast",
    bron: str = "",
) -> Indeling:
    """Place a municipality in an area from … to …; what is uncertain is stored as such and does not count (PAR-04)."""
    eis_regio(door)
    doel, _ = Gebied.objects.get_or_create(domein=domein, naam=gebied)
    return Indeling.objects.create(
        gemeente=gemeente, gebied=doel, van=van, tot=tot, zekerheid=zekerheid, bron=bron
    )
