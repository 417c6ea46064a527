# SPDX-License-Identifier: EUPL-1.2
"""What the region did with the story: two cases, a meeting that was held and one to come, plans that touch, barriers."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils.timezone import get_current_timezone

from schakel.barriere import actions as barriere_actions
from schakel.barriere import queries as barriere_queries
from schakel.casus import actions as casus_actions
from schakel.casus import queries as casus_queries
from schakel.casus.models import Casus
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.queries import stuk
from schakel.convenant.rules import Categorie, Doel
from schakel.interventie import actions as interventie_actions
from schakel.kern import klok
from schakel.kern.ids import vast_id
from schakel.overleg import actions as overleg_actions
from schakel.overleg import queries as overleg_queries
from schakel.overleg.actions import NieuweActie
from schakel.overleg.models import Overleg
from schakel.wereld.laden.actiedag import laad_actiedag
from schakel.wereld.laden.basis import Geladen
from schakel.wereld.vormen import Regio

REGIE = "ketenregisseur@rijnhaven"
NLA = "casusdeelnemer@nla"
POLITIE = "casusdeelnemer@politie"
LINDEMEER = "aandachtsfunctionaris@lindemeer"
BELASTING = "casusdeelnemer@belastingdienst"
INGEBRACHT = {NLA: "nla-S1", LINDEMEER: "lindemeer-S1", BELASTING: "belastingdienst-S1"}
ADRES = {"straat": "Kassenweg", "huisnummer": "12", "plaats": "Lindemeer"}
REDEN = "nodig om samen te wegen"


def laad_aanpak(regio: Regio, geladen: Geladen) -> None:
    """The cases, the meetings and what came of them, each on its own day."""
    dag = regio.peildatum
    kassen = _kassenweg(geladen, dag)
    _singel(geladen, dag)
    _overleg(geladen, dag, kassen)
    laad_actiedag(geladen, dag, kassen)
    _gepland(geladen, dag)
    _barrieres(geladen, kassen)


def _doet(geladen: Geladen, wie: str, casus_id: UUID, werkwoord: Any, **velden: Any) -> Any:
    """A verb of someone in the case, on the case as it stands."""
    door = geladen.actor(wie)
    with als(door):
        casus = casus_queries.casus(door=door, id=casus_id)
        if velden.pop("met_versie", False) and casus:
            velden["versie"] = casus.versie
        return werkwoord(door=door, casus=casus, **velden)


def _maak(
    geladen: Geladen, naam: str, gemeente: str, werktitel: str, reden: str, soort: str = "groep"
) -> Casus:
    door = geladen.actor(REGIE)
    with als(door):
        return casus_actions.maak(
            door=door,
            soort=soort,
            werktitel=werktitel,
            reden=reden,
            vormen=["arbeid"],
            gemeenten=[geladen.gemeenten[gemeente]],
            id=vast_id("rijndal", naam),
        )


def _betrek(geladen: Geladen, casus_id: UUID, wie: str, tot: date) -> None:
    _doet(
        geladen,
        REGIE,
        casus_id,
        casus_actions.betrek,
        bezetting=geladen.bezettingen[wie],
        categorieen=[Categorie.OBJECT],
        doel=Doel.PREVENTIE,
        tot=tot,
        motivering=REDEN,
    )


def _kassenweg(geladen: Geladen, dag: date) -> UUID:
    """The case of the story: four partners each know a piece."""
    with klok.zet(dag - timedelta(days=24)):
        casus = _maak(
            geladen,
            "casus-kassenweg",
            "lindemeer",
            "Kassen aan de Kassenweg",
            "Vier signalen wijzen dezelfde kant op.",
        )
        for wie in (NLA, POLITIE, LINDEMEER, BELASTING):
            _betrek(geladen, casus.pk, wie, dag + timedelta(days=150))
    with klok.zet(dag - timedelta(days=21)):
        for wie, signaal in INGEBRACHT.items():
            _breng_in(geladen, casus.pk, wie, signaal, dag + timedelta(days=150))
        _stap(geladen, casus.pk, "dossiervorming", "De partners hebben hun signalen ingebracht.")
        _doet(
            geladen,
            REGIE,
            casus.pk,
            casus_actions.meld_compleet,
            toelichting="Alle partners hebben geleverd wat ze hebben.",
            met_versie=True,
        )
        _stap(geladen, casus.pk, "weging", "Het dossier is compleet.")
    with klok.zet(dag - timedelta(days=15)):
        for wie, ernst in ((NLA, "hoog"), (POLITIE, "midden")):
            _weeg(geladen, casus.pk, wie, "individueel", ernst, dag)
    pk: UUID = casus.pk
    return pk


def _breng_in(geladen: Geladen, casus_id: UUID, wie: str, signaal: str, tot: date) -> None:
    """A partner brings in its signal, and shares what objects it names with the regie."""
    door = geladen.actor(wie)
    with als(door):
        eigen = stuk(door=door, id=vast_id("rijndal", signaal))
    if eigen is None:
        return
    _doet(geladen, wie, casus_id, casus_actions.voeg_signaal_toe, signaal=eigen)
    _doet(
        geladen,
        wie,
        casus_id,
        casus_actions.deel_in_casus,
        stuk=eigen,
        met=[geladen.partners["rijnhaven"]],
        categorieen=[Categorie.OBJECT],
        doel=Doel.PREVENTIE,
        tot=tot,
        motivering=REDEN,
    )


def _stap(geladen: Geladen, casus_id: UUID, naar: str, reden: str) -> None:
    _doet(geladen, REGIE, casus_id, casus_actions.zet_stap, naar=naar, reden=reden, met_versie=True)


def _weeg(geladen: Geladen, casus_id: UUID, wie: str, soort: str, ernst: str, dag: date) -> None:
    _doet(
        geladen,
        wie,
        casus_id,
        casus_actions.weeg,
        soort=soort,
        criteria={"ernst": ernst, "veiligheid": "hoog", "bewijs": "midden", "capaciteit": "midden"},
        uitkomst="oppakken",
        motivering="Meerdere bronnen over hetzelfde adres, dezelfde bus en hetzelfde bureau.",
        feiten_op=dag - timedelta(days=60),
        kwalificatie={
            "handeling": ["huisvesten", "vervoeren"],
            "middel": ["misleiding"],
            "oogmerk": ["arbeid"],
        },
    )


def _singel(geladen: Geladen, dag: date) -> None:
    """A second case, complete, that waits for the next meeting."""
    with klok.zet(dag - timedelta(days=4)):
        casus = _maak(
            geladen,
            "casus-singel",
            "oosterwaard",
            "Kamers boven de winkel",
            "Telkens andere bewoners.",
            "pand",
        )
        tekst = "Drie keer andere namen op de bel in één maand; matrassen op de overloop."
        _doet(
            geladen,
            REGIE,
            casus.pk,
            casus_actions.voeg_dossierstuk_toe,
            aard="waarneming",
            gegevens=[NieuwGegeven("tekst", Categorie.WAARNEMING, {"tekst": tekst})],
            datum=dag - timedelta(days=9),
        )
        _stap(geladen, casus.pk, "dossiervorming", "Het stuk van de wijkbeheerder is binnen.")
        _doet(geladen, REGIE, casus.pk, casus_actions.meld_compleet, toelichting="Klaar.", met_versie=True)


def _overleg(geladen: Geladen, dag: date, casus_id: UUID) -> None:
    """The meeting two weeks before the next: weighed, decided, given to do; then the next one with its guests."""
    door, orgaan = geladen.actor(REGIE), geladen.organen["casusoverleg"]
    gehouden = dag - timedelta(days=8)
    with klok.zet(gehouden), als(door):
        casus = casus_queries.casus(door=door, id=casus_id)
        assert casus is not None
        overleg_actions.stel_werkwijze_in(
            door=door, orgaan=orgaan, plaats="Stadhuis Rijnhaven, zaal 3", quorum=3, nodig=["politie"]
        )
        tijdstip = datetime.combine(gehouden, time(10), get_current_timezone())
        zitting = overleg_actions.plan(
            door=door, orgaan=orgaan, tijdstip=tijdstip, plaats="Stadhuis Rijnhaven, zaal 3"
        )
        punt = overleg_actions.zet_op_agenda(
            door=door, overleg=zitting, casus=casus, deel=2, aanleiding="Pakken we dit samen op?"
        )
    _weeg(geladen, casus_id, REGIE, "gezamenlijk", "hoog", dag)
    with klok.zet(gehouden), als(door):
        zitting = overleg_actions.zet_status(door=door, overleg=zitting, naar="bezig", versie=zitting.versie)
        leden = [lid for lid in overleg_queries.leden(overleg=zitting) if lid.rol != "regiocoordinator"]
        overleg_actions.noteer_aanwezig(door=door, overleg=zitting, deel=2, aanwezig=leden)
    controle = _doet(
        geladen,
        NLA,
        casus_id,
        casus_actions.stel_voor,
        soort="arbeidscontrole",
        uitvoerder=geladen.partners["nla"],
        doel="Zicht op wie er werkt, voor wie en voor hoeveel.",
        effect_slachtoffer="De zorgcoördinator staat klaar met een tolk en twaalf bedden.",
        termijn=dag + timedelta(days=20),
    )
    with klok.zet(gehouden), als(door):
        punt = overleg_queries.agendapunt(door=door, id=punt.pk) or punt
        overleg_actions.besluit(
            door=door,
            agendapunt=punt,
            tekst="Het overleg pakt de casus samen op en begint met een controle.",
            reden="Ernst en gevaar zijn hoog; met een controle wordt zichtbaar wie er werkt.",
            afwijkend="De politie wilde eerst de bus volgen.",
            interventies=[controle],
            acties=[
                NieuweActie(
                    geladen.partners["politie"],
                    "Zoek uit op wiens naam de bus staat",
                    dag - timedelta(days=1),
                ),
                NieuweActie(
                    geladen.partners["lindemeer"], "Bel de verhuurder van de loods", dag + timedelta(days=6)
                ),
            ],
        )
        zitting = overleg_queries.overleg(door=door, id=zitting.pk) or zitting
        overleg_actions.zet_status(door=door, overleg=zitting, naar="afgesloten", versie=zitting.versie)
    _stap(geladen, casus_id, "toewijzing", "De casus is gewogen en wordt opgepakt.")
    with als(door):
        volgende: Overleg = overleg_actions.roep_bijeen(door=door, orgaan=orgaan, dag=dag + timedelta(days=6))
        overleg_actions.nodig_uit(door=door, overleg=volgende)


def _gepland(geladen: Geladen, dag: date) -> None:
    """Two partners plan a visit to the same address; a municipality says what it has arranged."""
    for wie, wat, na in (
        (POLITIE, "Observatie van de bus", 8),
        ("toezichthouder@lindemeer", "Huisvesting bekijken", 9),
    ):
        door = geladen.actor(wie)
        with als(door):
            interventie_actions.neem_voor(
                door=door,
                soort="controle",
                omschrijving=wat,
                onderwerpen=[ADRES],
                begin=dag + timedelta(days=na),
                einde=dag + timedelta(days=na + 2),
            )
    regisseur = geladen.actor(REGIE)
    regels = {
        "lindemeer": {
            "horecastappenplan": (False, ""),
            "huisvestingsverordening": (True, "Verordening 2024"),
        },
        "rijnhaven": {
            "horecastappenplan": (True, "Horecabeleid 2023, bijlage 2"),
            "bibob-beleid": (True, "2022"),
        },
    }
    with als(regisseur):
        for gemeente, deze in regels.items():
            interventie_actions.leg_regels_vast(
                door=regisseur, gemeente=geladen.gemeenten[gemeente], regels=deze
            )


def _barrieres(geladen: Geladen, casus_id: UUID) -> None:
    """Where the exploitation at the Kassenweg passes."""
    with als(geladen.actor(REGIE)):
        model = barriere_queries.model()
        assert model is not None
        per_code = {b.code: b for b in barriere_queries.barrieres(model)}
    for code, staat, zin in (
        ("huisvesting", "open", "Twaalf matrassen in een loods zonder woonbestemming."),
        ("arbeid", "verhoogd", "De inspectie heeft een controle aanvaard."),
        ("financien", "open", "Negentien lonen naar één rekening."),
    ):
        _doet(
            geladen,
            REGIE,
            casus_id,
            barriere_actions.leg_stand_vast,
            barriere=per_code[code],
            staat=staat,
            toelichting=zin,
            deel=2,
        )
    _doet(
        geladen,
        NLA,
        casus_id,
        barriere_actions.noem_faciliteerder,
        barriere=per_code["arbeid"],
        omschrijving="Uitzendbureau dat op papier alles regelt",
        legaal=True,
        bron="loonadministratie",
        deel=2,
    )
