# SPDX-License-Identifier: EUPL-1.2
"""How a partner writes down what it noticed: source, category, certainty, handeling, delay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from schakel.wereld.genereren.toeval import Toeval
from schakel.wereld.vormen import Categorie, Gegeven, Graad, Handeling, Partner, Vorm, Waarneming, Zekerheid


@dataclass(frozen=True, slots=True)
class Stijl:
    """What is usual for a kind of partner. `vertraging`: most days between seeing and receiving."""

    bronnen: tuple[str, ...]
    categorie: Categorie
    zekerheid: Zekerheid
    handeling: Handeling
    vertraging: int


_ZORG = Handeling("ketenregisseur", bron_beschermd=True, proces_verbaal="nee")
STIJLEN: dict[str, Stijl] = {
    "gemeente": Stijl(
        ("balie Burgerzaken", "huisbezoek", "toezichtronde", "jongerenwerk", "leerplicht"),
        "object",
        "eigen_waarneming",
        Handeling(),
        10,
    ),
    "politie": Stijl(
        ("verkeerscontrole", "wijkagent", "aangifte", "internetonderzoek"),
        "politie-8",
        "eigen_waarneming",
        Handeling("deel2"),
        21,
    ),
    "om": Stijl(("strafdossier",), "strafvordering", "document", Handeling("deel2"), 60),
    "belastingdienst": Stijl(
        ("loonaangifte", "bedrijfsbezoek"), "fiscaal", "systeem", Handeling("deel2"), 45
    ),
    "nla": Stijl(
        ("inspectie op locatie", "klacht over loon"), "toezicht", "eigen_waarneming", Handeling(), 21
    ),
    "riec": Stijl(("bestuurlijke rapportage",), "object", "document", Handeling(), 30),
    "zvh": Stijl(("overleg jeugd", "persoonsgericht overleg"), "waarneming", "horen_zeggen", Handeling(), 14),
    "zorg": Stijl(("begeleidingsgesprek", "intake opvang"), "bijzonder", "horen_zeggen", _ZORG, 14),
    "ggd": Stijl(("inloopspreekuur", "hygiënecontrole"), "bijzonder", "eigen_waarneming", _ZORG, 7),
}
GRADEN: tuple[tuple[Graad, float], ...] = (("niet-pluis", 40.0), ("vermoeden", 45.0), ("concreet", 15.0))


class Kaart:
    """Finds the partner of a kind in a municipality."""

    def __init__(self, partners: Iterable[Partner]) -> None:
        self._op_plek = {(p.soort, gemeente): p.id for p in partners for gemeente in p.gemeenten}

    def partner(self, soort: str, gemeente: str) -> str:
        """Id of the partner; KeyError when this kind does not work there."""
        return self._op_plek[soort, gemeente]  # type: ignore[index]


def maak_op(
    t: Toeval,
    *,
    soort_partner: str,
    partner: str,
    ontvangen: date,
    gemeente: str,
    vorm: Vorm,
    tekst: str,
    gegevens: Iterable[Gegeven],
) -> Waarneming:
    """One observation in the style of its partner, without an id yet."""
    stijl = STIJLEN[soort_partner]
    bron, graad = t.kies(stijl.bronnen), t.weeg(GRADEN)
    gezien = ontvangen - timedelta(days=int(t.getal(0, stijl.vertraging) * t.getal(0, 10) / 10))
    zekerheid: Zekerheid = "niet_pluis" if graad == "niet-pluis" and t.kans(0.5) else stijl.zekerheid
    klaar = tuple(
        replace(
            g,
            bron=bron,
            datum=gezien,
            zekerheid=zekerheid,
            handeling=stijl.handeling,
            categorie=g.categorie if g.soort == "persoon" else stijl.categorie,
        )
        for g in gegevens
    )
    soort = t.weeg((("signaal", 75.0), ("melding", 25.0)))
    return Waarneming(
        "",
        partner,
        "melding" if soort == "melding" else "signaal",
        gezien,
        ontvangen,
        gemeente,
        vorm,
        graad,
        bron,
        tekst,
        klaar,
    )
