# SPDX-License-Identifier: EUPL-1.2
"""A partner sets up the public page of its own meldpunt."""

from schakel.melding import rules
from schakel.melding.models import Meldpagina
from schakel.toegang.actor import Actor

PAGINABEHEER = rules.MELDPUNT | {"functioneel_beheerder"}


def leg_meldpagina_vast(*, door: Actor, pagina: Meldpagina) -> None:
    """Keep a new or changed page; it always belongs to the actor's own partner. Raises `PermissionError`."""
    if not door.is_een(*PAGINABEHEER) or door.partner_id is None:
        raise PermissionError("De meldpagina beheert het meldpunt zelf, of de functioneel beheerder.")
    nieuw = pagina._state.adding
    if not nieuw and pagina.partner_id != door.partner_id:
        raise PermissionError("Dit is de meldpagina van een andere organisatie.")
    pagina.partner_id = door.partner_id
    pagina.save(force_insert=nieuw)
