# SPDX-License-Identifier: EUPL-1.2
"""A case in the small region: RIEC holds the regie, NLA and police take part, each with a signal of its
own."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from schakel.casus import actions, queries
from schakel.casus.models import Casus, Interventie, Weging
from schakel.convenant import actions as delen
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.models import Stuk
from schakel.convenant.rules import Categorie, Doel, StukSoort
from schakel.kern import klok
from schakel.kern.kenmerk import nieuw_kenmerk
from schakel.partner.models import Bezetting, Functie
from schakel.partner.queries import als_actor
from schakel.signaal.models import Signaal
from schakel.toegang.actor import Actor
from schakel.toegang.models import Gebruiker
from tests.regio import Regio

REGIE = "ketenregisseur@riec"
NLA = "casusdeelnemer@nla"
POLITIE = "casusdeelnemer@politie"
HAVEN = "regiocoordinator@haven"
GEMEENTE = "aandachtsfunctionaris@lindemeer"


@dataclass
class Keten:
    """The region with one case in it, and what people do there."""

    regio: Regio
    casus_id: Any
    signalen: dict[str, Stuk]

    def casus(self, wie: str = REGIE) -> Casus | None:
        with als(self.regio.actor(wie)):
            return queries.casus(door=self.regio.actor(wie), id=self.casus_id)

    def privacyfunctionaris(self, code: str) -> Actor:
        """A privacy officer of this partner, who reads the account."""
        partner = self.regio.partner(code)
        functie = Functie.objects.create(
            partner=partner, naam="Privacyfunctionaris", rol="privacyfunctionaris"
        )
        gebruiker = Gebruiker(inlognaam=f"fg@{code}.rijndal.test", naam=f"FG van {code}")
        gebruiker.save()
        return als_actor(Bezetting.objects.create(functie=functie, gebruiker=gebruiker, van=date(2020, 1, 1)))

    def als_regie(self, werkwoord: Any, **velden: Any) -> Any:
        """A verb of the regie on the fresh case, with its present version."""
        door = self.regio.actor(REGIE)
        with als(door):
            casus = queries.casus(door=door, id=self.casus_id)
            assert casus is not None
            return werkwoord(door=door, casus=casus, versie=casus.versie, **velden)

    def doet(self, wie: str, werkwoord: Any, **velden: Any) -> Any:
        """A verb of anyone in the case."""
        door = self.regio.actor(wie)
        with als(door):
            return werkwoord(door=door, casus=queries.casus(door=door, id=self.casus_id), **velden)

    def betrek(self, wie: str, *categorieen: Categorie) -> None:
        self.doet(
            REGIE,
            actions.betrek,
            bezetting=self.regio.bezettingen[wie],
            doel=Doel.PREVENTIE,
            categorieen=categorieen or (Categorie.OBJECT,),
            tot=klok.vandaag() + timedelta(days=90),
            motivering="nodig voor de weging",
        )

    def deel_signaal(self, van: str, met: str, *categorieen: Categorie) -> None:
        code = van.split("@")[1]
        self.doet(
            van,
            actions.deel_in_casus,
            stuk=self.signalen[code],
            met=[self.regio.partner(met)],
            categorieen=categorieen,
            doel=Doel.PREVENTIE,
            tot=klok.vandaag() + timedelta(days=30),
            motivering="nodig voor de weging",
        )

    def weeg(self, wie: str = REGIE, soort: str = "gezamenlijk", **velden: Any) -> Weging:
        standaard: dict[str, Any] = {
            "criteria": {"ernst": "hoog"},
            "uitkomst": "oppakken",
            "motivering": "meerdere bronnen",
            "feiten_op": klok.vandaag(),
            "kwalificatie": {"handeling": ["huisvesten"], "oogmerk": ["arbeid"]},
        }
        return self.doet(wie, actions.weeg, soort=soort, **(standaard | velden))  # type: ignore[no-any-return]

    def stel_voor(self, wie: str = REGIE, uitvoerder: str = "nla", **velden: Any) -> Interventie:
        standaard: dict[str, Any] = {
            "soort": "arbeidscontrole",
            "doel": "zicht op de arbeid",
            "effect_slachtoffer": "hulp staat vooraf klaar",
        }
        partner = self.regio.partner(uitvoerder)
        return self.doet(wie, actions.stel_voor, uitvoerder=partner, **(standaard | velden))  # type: ignore[no-any-return]

    def stel_vast(self, *interventies: Interventie, wie: str = REGIE) -> list[Interventie]:
        return self.doet(wie, actions.stel_vast, interventies=interventies)  # type: ignore[no-any-return]


def maak_signaal(regio: Regio, wie: str, achternaam: str) -> Stuk:
    """A signal with a person, a phone number and an observation."""
    door = regio.actor(wie)
    with als(door):
        stuk = delen.maak_stuk(door=door, soort=StukSoort.SIGNAAL)
        Signaal.objects.create(
            stuk=stuk,
            eigenaar_id=door.partner_id,
            kenmerk=nieuw_kenmerk("SIG"),
            gemaakt_op=klok.nu(),
            gemaakt_door=door.gebruiker_id,
        )
        delen.voeg_gegevens_toe(
            door=door,
            stuk=stuk,
            nieuw=[
                NieuwGegeven(
                    "persoon", Categorie.PERSOON_VERDACHT, {"rol": "verdachte", "achternaam": achternaam}
                ),
                NieuwGegeven("telefoon", Categorie.OBJECT, {"telefoon": "+31600000001"}),
                NieuwGegeven(
                    "tekst", Categorie.WAARNEMING, {"tekst": f"matrassen in de schuur van {achternaam}"}
                ),
            ],
        )
    return stuk


def maak_keten(regio: Regio) -> Keten:
    """The case, opened by RIEC on its own signal; NLA and police are named on it and brought theirs."""
    signalen = {
        "riec": maak_signaal(regio, REGIE, "Riekens"),
        "nla": maak_signaal(regio, NLA, "Nowak"),
        "politie": maak_signaal(regio, POLITIE, "Pastoor"),
    }
    door = regio.actor(REGIE)
    with als(door):
        casus = actions.maak(
            door=door,
            soort="groep",
            werktitel="Kassen aan de Zuidweg",
            reden="drie signalen wijzen dezelfde kant op",
            vormen=["arbeid"],
            gemeenten=[regio.gemeenten["lindemeer"]],
            signalen=[signalen["riec"]],
        )
    keten = Keten(regio, casus.pk, signalen)
    for wie, code in ((NLA, "nla"), (POLITIE, "politie")):
        keten.betrek(wie)
        keten.doet(wie, actions.voeg_signaal_toe, signaal=signalen[code])
    return keten
