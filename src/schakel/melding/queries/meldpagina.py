# SPDX-License-Identifier: EUPL-1.2
"""The public pages of meldpunten: configuration that everybody may know."""

from django.db.models import QuerySet

from schakel.kern.context import uuid_of_niets
from schakel.melding.models import Meldpagina
from schakel.toegang.actor import Actor


def meldpagina(adres: str) -> Meldpagina | None:
    """The open page at this address."""
    return Meldpagina.objects.filter(adres=adres, open=True).select_related("partner").first()


def meldpaginas() -> QuerySet[Meldpagina]:
    """All of them, closed ones too."""
    return Meldpagina.objects.select_related("partner")


def eigen_meldpagina(*, door: Actor, id: object) -> Meldpagina | None:
    """One of the actor's partner."""
    sleutel = uuid_of_niets(id)
    eigen = meldpaginas().filter(partner_id=door.partner_id)
    return eigen.filter(pk=sleutel).first() if sleutel else None
