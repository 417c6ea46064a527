# SPDX-License-Identifier: EUPL-1.2
"""What the holder of a receipt code can do, and the brake on guessing codes.

The brake is one token bucket for everybody together: no address, cookie or device is needed to keep it.
While it is empty every code waits, right or wrong, so that the answer tells nothing. Reporting itself is
never braked.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.logboek import actions as logboek
from schakel.melding import queries, rules
from schakel.melding.actions.ontvangst import Bijlagen, logregel, voeg_bijlagen_toe
from schakel.melding.instellingen import meldpunt
from schakel.melding.models import Bericht, Bijlage, Emmer, Inzage, Melding, Terugkoppeling
from schakel.toegang.actor import PUBLIEK

_EMMER = "codes"


class TeVeel(Exception):
    """Too many wrong codes were tried, by all visitors together; a minute later it can be tried again."""


@dataclass(frozen=True)
class Gesprek:
    """What the melder reads: the melding, and messages and terugkoppelingen in order of time."""

    melding: Melding
    regels: list[Bericht | Terugkoppeling]
    bijlagen: list[Bijlage]


def lees_met_code(*, code: str) -> Gesprek | None:
    """The conversation behind a code as typed; None for a malformed and an unknown one. Raises `TeVeel`."""
    return _met_code(code)


def reageer(*, code: str, id: UUID, tekst: str, bijlagen: Bijlagen = ()) -> Gesprek | None:
    """Add a message of the melder with its files, once per `id`; answers the conversation. Raises `TeVeel`."""
    return _met_code(code, id=id, tekst=tekst, bijlagen=bijlagen)


def _met_code(
    ingetypt: str, *, id: UUID | None = None, tekst: str = "", bijlagen: Bijlagen = ()
) -> Gesprek | None:
    if _stand() < 1:
        raise TeVeel(
            _("Er zijn nu te veel verkeerde codes ingevuld. Wacht een minuut en probeer het opnieuw.")
        )
    code = rules.netjes(ingetypt) or ""
    with als(PUBLIEK, sleutel=queries.merk_van(code)):
        melding = queries.met_code(code)
        if melding is not None:
            if id is not None:
                _schrijf(melding, id, tekst, bijlagen)
            Inzage.objects.bulk_create([Inzage(melding=melding, dag=klok.vandaag())], ignore_conflicts=True)
            logboek.noteer(door=PUBLIEK, regels=[logregel("lezen", melding)])
            return Gesprek(melding, queries.gesprek(melding), queries.bijlagen(melding))
    _neem()
    return None


def _schrijf(melding: Melding, id: UUID, tekst: str, bijlagen: Bijlagen) -> None:
    if Bericht.objects.filter(pk=id).exists():
        return
    Bericht(id=id, melding=melding, van=rules.Van.MELDER, op=klok.nu(), tekst=tekst).save(force_insert=True)
    voeg_bijlagen_toe(melding, bijlagen)
    logboek.noteer(door=PUBLIEK, regels=[logregel("schrijven", melding)])


def _stand() -> float:
    """Tokens in the bucket now, without taking one (and without a lock)."""
    emmer = Emmer.objects.filter(pk=_EMMER).first()
    if emmer is None:
        return meldpunt().foute_codes
    bijgevuld = (klok.nu() - emmer.op).total_seconds() / 60 * meldpunt().foute_codes_per_minuut
    return float(min(meldpunt().foute_codes, emmer.stand + bijgevuld))


def _neem() -> None:
    """A wrong code costs one token; the bucket fills itself with time."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO melding_emmer AS e (naam, stand, op) VALUES (%(naam)s, %(vol)s - 1, %(nu)s) "
            "ON CONFLICT (naam) DO UPDATE SET op = greatest(e.op, %(nu)s), stand = greatest(0, least("
            "%(vol)s, e.stand + greatest(0, extract(epoch FROM %(nu)s - e.op)) / 60 * %(vulling)s) - 1)",
            {
                "naam": _EMMER,
                "vol": float(meldpunt().foute_codes),
                "vulling": meldpunt().foute_codes_per_minuut,
                "nu": klok.nu(),
            },
        )
