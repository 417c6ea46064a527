# SPDX-License-Identifier: EUPL-1.2
"""Load the shipped lists: a list whose content changed becomes a new version; the same content changes
nothing. Own lists of a partner or of the region work the same.
"""

import hashlib
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from schakel.kern import klok
from schakel.kern.ids import een_tegelijk, vast_id
from schakel.signaal.actions.gedeeld import Onvolledig
from schakel.signaal.models import Indicator, Indicatorlijst
from schakel.signaal.rules import indicatoren
from schakel.signaal.rules.woorden import Vorm
from schakel.toegang.actor import Actor

LIJSTMAKERS = {"aandachtsfunctionaris": "partner", "ketenregisseur": "regio"}
"""Who makes own lists, and for whom: a municipality for itself, the ketenregisseur for the region."""


def laad_indicatorlijsten(*, using: str = "default") -> list[str]:
    """The lists that got a new version ("NLA versie 2")."""
    return laad(Indicatorlijst, Indicator, using=using)


def laad(lijsten: Any, items: Any, *, using: str) -> list[str]:
    """The same with the model classes given, for the migration that ships the first version."""
    nieuw = []
    with transaction.atomic(using=using):
        for code, vingerafdruk, rijen in indicatoren.lees():
            laatste = lijsten.objects.using(using).filter(code=code, partner=None).order_by("-versie").first()
            if laatste is not None and laatste.vingerafdruk == vingerafdruk:
                continue
            lijst = lijsten(
                code=code, versie=laatste.versie + 1 if laatste else 1, bron=rijen[0].bron,
                vingerafdruk=vingerafdruk, ingang=klok.nu(),
            )  # fmt: skip
            lijst.save(using=using)
            lijsten.objects.using(using).filter(code=code, partner=None).exclude(pk=lijst.pk).update(
                vervangen_op=klok.nu()
            )
            items.objects.using(using).bulk_create(_item(items, lijst, nr, r) for nr, r in enumerate(rijen))
            nieuw.append(f"{code} versie {lijst.versie}")
    return nieuw


def _item(items: Any, lijst: Any, nr: int, r: indicatoren.Rij) -> Any:
    return items(
        lijst=lijst, code=r.code, volgorde=nr, tekst=r.tekst, vormen=list(r.vormen), doelgroep=r.doelgroep,
        dimensie=r.dimensie, gewicht_volwassene=r.gewicht_volwassene, gewicht_kind=r.gewicht_kind,
        ilo11=list(r.ilo11), aanbod=r.aanbod, opmerking=r.opmerking,
    )  # fmt: skip


@transaction.atomic
def maak_eigen_lijst(
    *, door: Actor, naam: str, regels: Sequence[str], vormen: Sequence[str] = ()
) -> Indicatorlijst:
    """A new own list, or a new version of the one with this name; the same content changes nothing.

    Raises `Onvolledig` with every reason: what speaks of origin, nationality, religion or neighbourhood is refused.
    """
    if door.functie not in LIJSTMAKERS:
        raise PermissionError("Je functie maakt geen eigen indicatorenlijst.")
    schoon = [" ".join(r.split()) for r in regels if r.strip()]
    fouten = [] if naam.strip() else ["Geef de lijst een naam."]
    if fouten := [*fouten, *indicatoren.weiger([naam, *schoon] if schoon else [])]:
        raise Onvolledig(" ".join(fouten))
    eigenaar = door.partner_id if LIJSTMAKERS[door.functie] == "partner" else None
    sleutel = vast_id("indicatorlijst", str(eigenaar), naam.strip().casefold())
    een_tegelijk(sleutel)
    return _versie(sleutel, eigenaar, naam.strip()[:300], schoon, [v for v in vormen if v in set(Vorm)])


def _versie(
    sleutel: UUID, eigenaar: UUID | None, naam: str, regels: list[str], vormen: list[str]
) -> Indicatorlijst:
    code = f"EIGEN-{sleutel.hex[:8].upper()}"
    vingerafdruk = hashlib.sha256(repr((naam, regels, vormen)).encode()).hexdigest()[:16]
    laatste = Indicatorlijst.objects.filter(code=code).order_by("-versie").first()
    if laatste is not None and laatste.vingerafdruk == vingerafdruk and laatste.vervangen_op is None:
        return laatste
    Indicatorlijst.objects.filter(code=code, vervangen_op=None).update(vervangen_op=klok.nu())
    lijst = Indicatorlijst(
        code=code, versie=laatste.versie + 1 if laatste else 1, bron=naam, vingerafdruk=vingerafdruk,
        partner_id=eigenaar, ingang=klok.nu(),
    )  # fmt: skip
    lijst.save(force_insert=True)
    Indicator.objects.bulk_create(
        Indicator(lijst=lijst, code=f"E{code[6:]}-{nr:02d}", volgorde=nr, tekst=tekst, vormen=vormen)
        for nr, tekst in enumerate(regels, 1)
    )
    return lijst


@transaction.atomic
def sluit_eigen_lijst(*, door: Actor, lijst: Indicatorlijst) -> None:
    """No longer offered; answers that were given keep reading as they did."""
    if door.functie not in LIJSTMAKERS or not lijst.eigen:
        raise PermissionError("Je functie sluit deze lijst niet.")
    if lijst.partner_id != (door.partner_id if LIJSTMAKERS[door.functie] == "partner" else None):
        raise PermissionError("Deze lijst is van een ander.")
    Indicatorlijst.objects.filter(pk=lijst.pk).update(vervangen_op=klok.nu())
