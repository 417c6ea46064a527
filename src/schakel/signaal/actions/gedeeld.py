# SPDX-License-Identifier: EUPL-1.2
"""What every verb on a signaal does: ask for the owner and the version, write the change and the account."""

from collections.abc import Sequence
from typing import Any

from schakel.convenant import rules as deelregels
from schakel.convenant.actions import logregels
from schakel.kern import klok
from schakel.logboek import actions as logboek
from schakel.signaal import queries
from schakel.signaal.models import Signaal, Wijziging
from schakel.toegang.actor import Actor

WEGERS = frozenset({"aandachtsfunctionaris", "ketenregisseur", "casusdeelnemer"})
"""Who may decide that a signaal is *rijp voor weging* (indicatoren.md §3: a named person, with reasons)."""


class Verouderd(Exception):
    """Somebody else changed it meanwhile; nothing was overwritten. `wijzigingen`: what they did."""

    def __init__(self, wijzigingen: Sequence[Wijziging] = ()) -> None:
        super().__init__(
            "Een collega heeft dit signaal net gewijzigd. Kijk wat er nu staat en probeer het opnieuw."
        )
        self.wijzigingen = list(wijzigingen)


class Onvolledig(ValueError):
    """Something is missing for this step; the text says what (Dutch, for the page)."""


def mag_met_signalen(door: Actor) -> None:
    """Refuse who holds no function that works with signals."""
    if deelregels.StukSoort.SIGNAAL not in deelregels.FUNCTIE_SOORTEN.get(door.functie, frozenset()):
        raise PermissionError("Deze functie werkt niet met signalen.")


def eis_reden(reden: str) -> str:
    """The reason, or `Onvolledig`."""
    if not reden.strip():
        raise Onvolledig("Geef een reden. Een collega moet later kunnen lezen waarom.")
    return reden.strip()


def wijzig(
    *,
    door: Actor,
    signaal: Signaal,
    versie: int | None,
    soort: Wijziging.Soort,
    reden: str = "",
    naar: str = "",
    van: str = "",
    velden: dict[str, Any] | None = None,
) -> Signaal:
    """Change the header if nobody else did since `versie` (None: whatever the version is); returns the fresh
    row.
    """
    rij = vergrendel(door, signaal, versie)
    rij.versie += 1
    for naam, waarde in (velden or {}).items():
        setattr(rij, naam, waarde)
    rij.save(update_fields=["versie", *(velden or {})])
    wijziging(door, rij, soort, van=van, naar=naar, reden=reden).save(force_insert=True)
    logboek.noteer(door=door, regels=logregels("schrijven", rij.stuk, []))
    return rij


def vergrendel(door: Actor, signaal: Signaal, versie: int | None) -> Signaal:
    """The fresh row, locked for change; raises `Verouderd` when somebody changed it since `versie`."""
    if signaal.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen de eigenaar wijzigt dit signaal.")
    mag_met_signalen(door)
    rij = (
        Signaal.objects.select_for_update(of=("self",)).select_related("stuk", "eigenaar").get(pk=signaal.pk)
    )
    if versie is not None and rij.versie != versie:
        raise Verouderd(list(queries.wijzigingen(door=door, signaal=rij, na_versie=versie)))
    return rij


def wijziging(
    door: Actor, signaal: Signaal, soort: Wijziging.Soort, *, van: str = "", naar: str = "", reden: str = ""
) -> Wijziging:
    """One line of the history, with the version that it made; not yet written."""
    assert door.gebruiker_id is not None
    return Wijziging(
        signaal=signaal, eigenaar_id=signaal.eigenaar_id, versie=signaal.versie, soort=soort, van=van,
        naar=naar[:40], door=door.gebruiker_id, door_naam=door.naam, functie=door.functie, op=klok.nu(),
        reden=reden or None,
    )  # fmt: skip
