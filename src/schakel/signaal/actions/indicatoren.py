# SPDX-License-Identifier: EUPL-1.2
"""Load the shipped lists: a list whose content changed becomes a new version; the same content changes
nothing.
"""

from typing import Any

from django.db import transaction

from schakel.kern import klok
from schakel.signaal.models import Indicator, Indicatorlijst
from schakel.signaal.rules import indicatoren


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
