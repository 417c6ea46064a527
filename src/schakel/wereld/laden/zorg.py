# SPDX-License-Identifier: EUPL-1.2
"""The zorgketen of Rijndal: clients in each phase, a group from a greenhouse, places, requests, money. All fictional."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from schakel.convenant.actions import leg_toestemming_vast
from schakel.convenant.actor import als
from schakel.convenant.rules import Categorie, ToestemmingSoort
from schakel.kern import klok
from schakel.kern.ids import vast_id
from schakel.toegang.actor import Actor
from schakel.wereld.laden.basis import Geladen
from schakel.wereld.vormen import Regio
from schakel.zorg import actions, queries
from schakel.zorg.actions import NieuwTraject
from schakel.zorg.models import Zorgtraject

COORDINATOR, BEGELEIDER, ELDERS = "regiocoordinator@zorg", "zorgdeelnemer@zorg", "regiocoordinator@baken"
FASEN = ("intake", "analyse", "begeleiding")
ADRES = "Fictieve Kade 1, Nergenshuizen"


@dataclass(frozen=True)
class Client:
    """One told client: `dagen` ago they came; `stappen`: how far; `verblijf`: (what, days ago, dublin)."""

    code: str
    dagen: int
    client: Mapping[str, str]
    doelgroep: str
    leeftijd: str
    vorm: str
    stappen: int
    gegevens: tuple[tuple[str, Mapping[str, str]], ...] = ()
    verblijf: tuple[tuple[str, int, bool], ...] = ()
    comensha: str = ""
    herkomst: str = ""
    model: str = "vijf"
    meer: Mapping[str, Any] = field(default_factory=dict)


CLIENTEN = (
    Client(
        "blessing", 75, {"roepnaam": "Blessing", "taal": "Edo, Engels", "nationaliteit": "NG", "geslacht": "vrouw"},
        "vrouw", "volwassen", "seksueel", 3,
        (
            ("behoefte", {"gebied": "veiligheid", "risico": "Wordt gezocht door de man die haar reis betaalde.", "ernst": "hoog",
                          "kracht": "Kent de stad en weet wie ze kan vertrouwen."}),
            ("behoefte", {"gebied": "psychisch", "behoefte": "Slaapt slecht en wil met iemand praten.", "ernst": "midden"}),
            ("doel", {"plandeel": "opvang", "doel": "Een kamer waar ik de deur op slot kan doen.", "stand": "bereikt"}),
            ("doel", {"plandeel": "juridisch", "doel": "Weten wat aangifte voor mij betekent.", "stand": "open"}),
            ("veiligheid", {"dreiging": "De man die haar reis betaalde en zijn vrienden.", "contact": "Begeleider, dag en nacht",
                            "afspraken": "Niet alleen naar het centrum. Bij onraad 112 en daarna ons.", "mijden": "Rijnhaven"}),
            ("dienst", {"dienst": "slachtofferadvocaat", "wie": "Mr. Van Dongen", "contact": "via het kantoor"}),
            ("dienst", {"dienst": "tolk", "wie": "Tolk Edo"}),
            ("contact", {"datum": "{-12}", "wijze": "gesprek", "met": "Blessing en tolk",
                         "verslag": "Vertelde voor het eerst over de schuld. Wil nog niet met de politie praten."}),
            ("afspraak", {"datum": "{6}", "tijd": "10:30", "waarvoor": "Gesprek met de advocaat", "met": "Mr. Van Dongen"}),
            ("uitbuiting", {"dwang": "schuldbinding,dreiging-familie,inname-documenten", "land": "Italië, Nederland"}),
            ("positie", {"positie": "intakegesprek", "uitgelegd_op": "{-70}", "taal": "Engels met tolk"}),
        ),
        (("aanbod", 72, False), ("uitleg", 71, False), ("start", 70, False), ("rvb", 68, False), ("rapportage", 41, False)),
        comensha="toestemming",
    ),
    Client(
        "ion", 25, {"roepnaam": "Ion", "taal": "Roemeens", "nationaliteit": "RO", "geslacht": "man"}, "man", "volwassen",
        "arbeid", 2,
        (
            ("behoefte", {"gebied": "geld", "behoefte": "Heeft drie maanden loon niet gekregen.", "ernst": "hoog"}),
            ("contact", {"datum": "{-20}", "wijze": "telefoon", "verslag": "Wil terug naar huis zodra zijn loon betaald is."}),
        ),
        herkomst="lindemeer",
    ),
    Client(
        "linh", 40, {"roepnaam": "Linh", "taal": "Vietnamees", "nationaliteit": "VN", "geslacht": "vrouw"}, "vrouw",
        "minderjarig", "arbeid", 3,
        (
            ("behoefte", {"gebied": "gezin", "behoefte": "Wil haar tante bellen.", "ernst": "midden"}),
            ("doel", {"plandeel": "toekomst", "doel": "Naar school.", "stand": "open"}),
            ("dienst", {"dienst": "voogd", "wie": "Voogd van Nidos", "contact": "elke werkdag"}),
        ),
        (("aanbod", 38, True), ("uitleg", 37, False), ("start", 36, True)),
        comensha="anoniem", model="amv", meer={"fasen": ("voogdij", "routekeuze", "begeleiding")},
    ),
    Client(
        "joy", 200, {"roepnaam": "Joy", "taal": "Engels", "nationaliteit": "GH", "geslacht": "vrouw"}, "vrouw", "volwassen",
        "seksueel", 3,
        (
            ("behoefte", {"gebied": "wonen", "behoefte": "Een eigen woning, samen met haar zoon.", "ernst": "midden"}),
            ("doel", {"plandeel": "toekomst", "doel": "Opleiding in de zorg.", "stand": "open"}),
        ),
        (("aanbod", 198, False), ("uitleg", 198, False), ("start", 197, False), ("medewerking", 150, False),
         ("verleend", 148, False)),
        herkomst="veenburg",
    ),
)  # fmt: skip

AANBOD: tuple[tuple[str, dict[str, Any], int, int], ...] = (
    ("Haven, crisisopvang vrouwen", {"soort": "crisis", "geslacht": ["vrouw", "anders"], "kinderen": True, "veiligheid": 2,
     "intake": "Bel de regiocoördinator, dag en nacht", "volgorde": 1, "betaler": "Centrumgemeente Rijnhaven"}, 6, 5),
    ("Haven, beschermd wonen", {"soort": "vrouwenopvang", "geslacht": ["vrouw"], "veiligheid": 3, "volgorde": 2,
     "intake": "Na de intake", "uitsluiting": "actieve verslaving"}, 8, 8),
    ("Haven, mannenopvang", {"soort": "mannenopvang", "geslacht": ["man"], "groep_tot": 6, "volgorde": 3,
     "intake": "Bel de regiocoördinator"}, 6, 3),
    ("Haven, ambulante hulp", {"soort": "ambulant", "volgorde": 5, "verslaving": True, "lvb": True,
     "intake": "Aanmelden bij het spreekuur"}, 0, 0),
    ("CoMensha", {"soort": "landelijk", "landelijk": True, "regio": "Landelijk", "leeftijd_van": 0, "groep_tot": 200,
     "kinderen": True, "lvb": True, "verslaving": True, "veiligheid": 3, "volgorde": 9,
     "intake": "Bel CoMensha; die zoekt een plaats in het land"}, 0, 0),
)  # fmt: skip
"""Name, what it is, places, of which taken."""


def laad_zorg(regio: Regio, geladen: Geladen) -> None:
    """Care as it stands on the reference date; everything through the ordinary actions."""
    coordinator, begeleider = geladen.actor(COORDINATOR), geladen.actor(BEGELEIDER)
    with klok.zet(regio.peildatum - timedelta(days=300)):
        _aanbod(regio, coordinator, geladen)
        with als(geladen.actor(ELDERS)):
            actions.zet_aanbod(
                door=geladen.actor(ELDERS), id=vast_id("rijndal", "aanbod", "baken"), plekken=4, adres=ADRES,
                velden={
                    "naam": "De Baken, mannen buiten hun regio", "soort": "mannenopvang", "regio": "Noorderveld",
                    "geslacht": ["man"], "veiligheid": 3, "volgorde": 4, "intake": "Houd een plaats vast, dan bellen wij",
                },
            )  # fmt: skip
    for client in CLIENTEN:
        _client(regio, geladen, client, begeleider)
    with klok.zet(regio.peildatum - timedelta(days=2)), als(coordinator):
        personen = [{"roepnaam": n, "taal": "Bulgaars"} for n in ("Petar", "Stoyan", "Ivan", "Georgi")]
        actions.meld_groep_aan(
            door=coordinator, naam="Controle kas Kassenweg, nachtopvang", id=vast_id("rijndal", "zorggroep"),
            nieuw=[
                NieuwTraject(client=p, doelgroep="man", leeftijd="volwassen", vorm="arbeid")
                for p in [*personen, *({} for _nr in range(8))]
            ],
        )  # fmt: skip
    with als(coordinator):
        for velden in (
            {"geslacht": "man", "aantal": 12, "regio": regio.naam, "soort": ""},
            {
                "geslacht": "vrouw",
                "leeftijd": 17,
                "regio": regio.naam,
                "herkomst": geladen.gemeenten["veenburg"],
            },
        ):
            actions.vraag_plaats(door=coordinator, velden=velden)


def _aanbod(regio: Regio, door: Actor, geladen: Geladen) -> None:
    with als(door):
        for nr, gemeente in enumerate(geladen.gemeenten.values()):
            actions.zet_ligging(door=door, gemeente=gemeente, breedte=52.0 + nr * 0.2, lengte=5.9 - nr * 0.3)
        for nr, (naam, velden, plekken, bezet) in enumerate(AANBOD):
            rij = actions.zet_aanbod(
                door=door, id=vast_id("rijndal", "aanbod", str(nr)), plekken=plekken,
                velden={"regio": regio.naam, "geslacht": [], **velden, "naam": naam},
                adres=ADRES if plekken else "",
            )  # fmt: skip
            for nummer in range(bezet):
                vraag = actions.vraag_plaats(
                    door=door,
                    velden={
                        "geslacht": (velden.get("geslacht") or ["vrouw"])[0], "leeftijd": 30, "regio": regio.naam,
                        "herkomst": geladen.gemeenten["veenburg" if nummer % 3 == 2 else "rijnhaven"],
                    },
                )  # fmt: skip
                actions.houd_vast(door=door, vraag=vraag, aanbod=rij, uren=1)
                actions.plaats(door=door, vraag=vraag, van=klok.vandaag())
            if nr == 0:
                actions.zet_financiering(
                    door=door,
                    velden={
                        "betaler": "Centrumgemeente Rijnhaven", "waarvoor": "Opvang en begeleiding",
                        "gemeenten": [geladen.gemeenten[g].pk for g in ("rijnhaven", "lindemeer", "oosterwaard")],
                        "begin": klok.vandaag() - timedelta(days=60), "einde": regio.peildatum + timedelta(days=50),
                        "resultaat": "",
                    },
                )  # fmt: skip


def _client(regio: Regio, geladen: Geladen, c: Client, door: Actor) -> None:
    id = vast_id("rijndal", "zorg", c.code)
    with klok.zet(regio.peildatum - timedelta(days=c.dagen)), als(door):
        herkomst = geladen.gemeenten[c.herkomst].pk if c.herkomst else None
        nieuw = NieuwTraject(
            client=c.client, doelgroep=c.doelgroep, leeftijd=c.leeftijd, vorm=c.vorm, model=c.model, herkomst_id=herkomst
        )  # fmt: skip
        traject = actions.meld_aan(door=door, nieuw=nieuw, id=id)
        actions.betrek(door=door, traject=traject, wie=geladen.bezettingen[COORDINATOR].gebruiker)
        leg_toestemming_vast(
            door=door, stuk=traject.stuk, soort=ToestemmingSoort.TOESTEMMING, categorieen=[Categorie.ZORGINHOUD],
            wijze="mondeling", toelichting="Gevraagd met een tolk erbij; opnieuw te vragen bij elke verandering.",
        )  # fmt: skip
        for soort, inhoud in c.gegevens:
            actions.leg_vast(
                door=door, traject=traject, soort=soort, inhoud={n: _dag(w, regio) for n, w in inhoud.items()}
            )
        for fase in c.meer.get("fasen", FASEN)[: c.stappen]:
            traject = actions.zet_fase(
                door=door, traject=_vers(door, traject), naar=fase, reden="", versie=None
            )
    for soort, dagen, dublin in c.verblijf:
        dag = regio.peildatum - timedelta(days=dagen)
        with klok.zet(dag), als(door):
            actions.leg_verblijf_vast(
                door=door, traject=_vers(door, traject), soort=soort, datum=dag, dublin=dublin
            )
    if c.comensha:
        with als(door):
            actions.meld_comensha(
                door=door,
                traject=_vers(door, traject),
                grond=c.comensha,
                dossiertype="opvang",
                opvang_nodig=True,
            )


def _vers(door: Actor, traject: Zorgtraject) -> Zorgtraject:
    vers = queries.traject(door=door, id=traject.pk)
    assert vers is not None
    return vers


def _dag(waarde: str, regio: Regio) -> str:
    """`{-12}` is twelve days before the reference date."""
    if waarde.startswith("{"):
        dag: date = regio.peildatum + timedelta(days=int(waarde.strip("{}")))
        return dag.isoformat()
    return waarde
