# SPDX-License-Identifier: EUPL-1.2
"""A signaal with 60 subjects that touches 400 others, of its own house and of another that shares none of them."""

from dataclasses import dataclass

from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.kern.ids import nieuw_id
from schakel.signaal import actions
from schakel.signaal.actions import NieuwSignaal
from schakel.signaal.models import Signaal
from tests.regio import Regio
from tests.signaal.bouw import BALIE, INSPECTIE, gegeven, regime, signaal


@dataclass
class GrootSignaal:
    """`van_ons`: signals of one's own that it touches; `van_anderen`: of a partner that shares none."""

    regio: Regio
    signaal: Signaal
    van_ons: int
    van_anderen: int


def onderwerp(nr: int) -> NieuwGegeven:
    """Six kinds in turn; each as it stands in real signals, with a name or number of its own."""
    match nr % 6:
        case 0:
            return gegeven("telefoon", telefoon=f"06 0047 {nr:04d}", omschrijving=f"Belde {nr} keer")
        case 1:
            return gegeven(
                "adres", straat="Kassenweg", huisnummer=str(nr), postcode=f"9{nr:03d} KW", plaats="Lindemeer"
            )
        case 2:
            return gegeven("voertuig", kenteken=f"XX-{nr:03d}-Z", voertuig="Grijze bus")
        case 3:
            return gegeven("account", account=f"rijnglas_{nr}", platform="Beeldkrant")
        case 4:
            return gegeven("rekening", iban=f"NL00RIJN{nr:010d}", houder=f"Wolniewsky {nr}")
        case _:
            return gegeven(
                "persoon",
                voornaam=f"Marek{nr}",
                achternaam=f"Wolniewsky{nr}",
                geboortedatum="1984-03-02",
                rol="verdachte",
            )


def maak(regio: Regio, onderwerpen: int = 60, banden: int = 400) -> GrootSignaal:
    """The others come first, so that all links are found at the moment the large one is written."""
    regime(regio)
    raakbaar = [n for n in range(onderwerpen) if n % 6 in (0, 2)]
    van_ons = banden * 3 // 4
    for wie, begin, aantal in ((BALIE, 0, van_ons), (INSPECTIE, van_ons, banden - van_ons)):
        door = regio.actor(wie)
        with als(door):
            actions.maak_signalen(
                door=door,
                nieuw={
                    nieuw_id(): NieuwSignaal(
                        gegevens=[
                            onderwerp(raakbaar[n % len(raakbaar)]),
                            gegeven("tekst", tekst=f"Waarneming {n}"),
                        ],
                        vormen=["arbeid"],
                    )
                    for n in range(begin, begin + aantal)
                },
            )
    groot = signaal(regio, BALIE, *(onderwerp(n) for n in range(onderwerpen)), vormen=["arbeid"])
    return GrootSignaal(regio, groot, van_ons, banden - van_ons)
