# SPDX-License-Identifier: EUPL-1.2
"""The fictional demo region Rijndal: the same story in each world of size klein.

`rijndal(peildatum)` gives it whole; every date is counted back from the reference date, so that
a demo is always fresh.
"""

from __future__ import annotations

from datetime import date

from schakel.wereld.bouw import Pen
from schakel.wereld.rijndal import kassenweg, meldingen, signalen
from schakel.wereld.rijndal.partners import GEMEENTEN, PARTNERS, functies, overleggen
from schakel.wereld.vormen import Melding, Regio, Signaal

__all__ = ["rijndal"]


def rijndal(peildatum: date) -> Regio:
    """The whole region as it stands on `peildatum`."""
    pen = Pen(peildatum)
    alle_meldingen = (*kassenweg.meldingen(pen), *meldingen.meldingen(pen))
    alle_signalen = (*kassenweg.signalen(pen), *signalen.signalen(pen))
    return Regio(
        naam="Rijndal",
        peildatum=peildatum,
        gemeenten=GEMEENTEN,
        partners=PARTNERS,
        functies=functies(peildatum),
        overleggen=overleggen(peildatum),
        meldingen=alle_meldingen,
        signalen=alle_signalen,
        raakvlakken=(*kassenweg.RAAKVLAKKEN, *signalen.RAAKVLAKKEN),
        netwerken={kassenweg.NETWERK: kassenweg.IN_NETWERK, **signalen.IN_NETWERK},
        personen=_personen(alle_meldingen, alle_signalen),
    )


def _personen(gemeld: tuple[Melding, ...], gezien: tuple[Signaal, ...]) -> dict[str, tuple[str, ...]]:
    """Per report or signal the true persons in it: known names mapped, strangers kept apart."""
    echt = {**kassenweg.WIE, **signalen.WIE}
    stukken = [m.waarneming for m in gemeld] + [s.waarneming for s in gezien]
    return {
        stuk.id: tuple(
            echt.get(g.velden.get("voornaam", ""), f"P-{stuk.id}-{nummer}")
            for nummer, g in enumerate(stuk.gegevens)
            if g.soort == "persoon"
        )
        for stuk in stukken
    }
