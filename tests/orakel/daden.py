# SPDX-License-Identifier: EUPL-1.2
"""What changes between two requests: each act changes the world and the database alike."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db.models import Model

from schakel.convenant import models as c
from schakel.kern import klok
from schakel.partner import models as p
from tests.orakel import databank
from tests.orakel.maken import Bouwer
from tests.orakel.wereld import Bezetting, Stuk, Verstrekking


def zet(soort: type[Model], sleutel: object, **velden: Any) -> None:
    """Change one row, as the owner of the tables."""
    soort._default_manager.using(databank.EIGENAAR).filter(pk=sleutel).update(**velden)


def een_stuk(k: Bouwer) -> Stuk:
    return k.r.choice(list(k.w.stukken.values()))


def een_verstrekking(k: Bouwer) -> Verstrekking:
    return k.r.choice([v for s in k.w.stukken.values() for v in s.verstrekkingen])


def verstrekken(k: Bouwer) -> None:
    databank.schrijf(databank.verstrekking(k.w, k.verstrek(een_stuk(k))))


def intrekken(k: Bouwer) -> None:
    v = een_verstrekking(k)
    v.ingetrokken = True
    zet(c.Verstrekking, v.id, ingetrokken_op=klok.nu())


def bevestigen(k: Bouwer) -> None:
    v = een_verstrekking(k)
    v.wacht = not v.wacht
    zet(c.Verstrekking, v.id, wacht_op_tweede=v.wacht)


def uittreden(k: Bouwer) -> None:
    x = k.r.choice(list(k.w.convenanten.values()))
    partner = k.r.choice(list(x.partijen))
    status, op, _ = x.partijen[partner]
    x.partijen[partner] = (status, op, uit := k.dag(0, 1))
    rij = c.Partij.objects.using(databank.EIGENAAR).get(convenant_id=x.id, partner_id=partner)
    zet(c.Partij, rij.pk, uitgetreden_op=uit)


def opzeggen(k: Bouwer) -> None:
    x = k.r.choice(list(k.w.convenanten.values())[1:])
    x.opgezegd_op = k.dag(0, 1, 2)
    zet(c.Convenant, x.id, opgezegd_op=x.opgezegd_op)


def verlopen(k: Bouwer) -> None:
    x = k.r.choice(list(k.w.convenanten.values())[1:])
    x.einde = max(x.ingang, k.dag(-1, 0))
    zet(c.ConvenantVersie, x.versie, einde=x.einde)


def morgen(k: Bouwer) -> None:
    """The night passes: the caller moves the clock to `w.vandaag`."""
    k.w.vandaag += timedelta(days=1)


def functie_eindigt(k: Bouwer) -> None:
    b = k.r.choice(list(k.w.bezettingen.values()))
    b.tot = max(b.van, k.dag(-1, 0))
    zet(p.Bezetting, b.id, tot=b.tot)


def waarnemen(k: Bouwer) -> None:
    """A colleague becomes stand-in of a function of the own partner."""
    w = k.w
    bij, ander = k.r.sample(list(w.bezettingen.values()), 2)
    if any(b.functie == bij.functie and b.persoon == ander.persoon for b in w.bezettingen.values()):
        return
    nieuw = Bezetting(k.id(), ander.persoon, bij.functie, True, w.vandaag)
    w.bezettingen[nieuw.id] = nieuw
    databank.schrijf(databank.bezetting(nieuw), databank.token(w, nieuw))


def betrekken(k: Bouwer) -> None:
    stuk = k.r.choice([s for s in k.w.stukken.values() if s.besloten])
    databank.schrijf(databank.betrokkene(stuk, k.betrek(stuk, k.r.choice(list(k.w.bezettingen.values())))))


def niet_meer_betrokken(k: Bouwer) -> None:
    stuk = k.r.choice([s for s in k.w.stukken.values() if s.betrokkenen])
    b = k.r.choice(stuk.betrokkenen)
    b.tot = max(b.van, k.dag(-1, 0))
    zet(c.Betrokkene, b.id, tot=b.tot)


def embargo(k: Bouwer) -> None:
    """Laid or lifted, on an object or on one field of it."""
    stuk = een_stuk(k)
    op = k.r.choice([stuk, *stuk.gegevens])
    op.embargo_tot = k.r.choice((None, k.dag(0, 1, 2)))
    zet(c.Stuk if op is stuk else c.Gegeven, op.id, embargo_tot=op.embargo_tot)


def handeling(k: Bouwer) -> None:
    stuk = een_stuk(k)
    op = k.r.choice([stuk, *stuk.gegevens])
    op.handeling = k.handeling()
    zet(c.Stuk if op is stuk else c.Gegeven, op.id, handeling=op.handeling)


def noemen(k: Bouwer) -> None:
    stuk = een_stuk(k)
    partner = k.r.choice(k.anderen(stuk.eigenaar))
    if partner not in stuk.genoemd:
        stuk.genoemd.add(partner)
        databank.schrijf(c.Genoemd(stuk_id=stuk.id, eigenaar_id=stuk.eigenaar, partner_id=partner))


def niet_meer_genoemd(k: Bouwer) -> None:
    stuk = k.r.choice([s for s in k.w.stukken.values() if s.genoemd])
    partner = k.r.choice(sorted(stuk.genoemd))
    stuk.genoemd.discard(partner)
    c.Genoemd.objects.using(databank.EIGENAAR).filter(stuk_id=stuk.id, partner_id=partner).delete()


DADEN: tuple[Callable[[Bouwer], None], ...] = (
    verstrekken, verstrekken, intrekken, intrekken, bevestigen, uittreden, opzeggen, verlopen, morgen, functie_eindigt,
    waarnemen, betrekken, betrekken, niet_meer_betrokken, embargo, embargo, handeling, handeling, noemen,
    niet_meer_genoemd,
)  # fmt: skip
