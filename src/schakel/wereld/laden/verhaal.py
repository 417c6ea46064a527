# SPDX-License-Identifier: EUPL-1.2
"""The told story into the database: every report and signal on its own day, by who made it, through the actions."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.actor import als
from schakel.convenant.rules import Categorie
from schakel.convenant.rules import Handeling as Publiek
from schakel.kern import klok
from schakel.kern.ids import vast_id
from schakel.melding import actions as melding_actions
from schakel.melding import queries as melding_queries
from schakel.melding.actions import NieuweMelding
from schakel.signaal import actions as signaal_actions
from schakel.signaal.actions import NieuwePlaats, NieuwRegime, NieuwSignaal
from schakel.signaal.models import Signaal as Signaalrij
from schakel.toegang.actor import PUBLIEK, Actor
from schakel.wereld.laden.basis import Geladen
from schakel.wereld.vormen import Gegeven, Melding, Regio, Signaal

_KANAAL = {"formulier": "web", "telefoon": "telefoon", "e-mail": "mail", "balie": "intern", "post": "intern"}
_SLUIT = {"overgedragen": "overgedragen", "afgesloten": "onvoldoende"}


def laad_verhaal(regio: Regio, geladen: Geladen) -> None:
    """Everything that happened in the told region, oldest first."""
    signaal_actions.laad_indicatorlijsten()
    with klok.zet(regio.peildatum - timedelta(days=390)):
        regisseur = geladen.actor("ketenregisseur@rijnhaven")
        partijen = [p.pk for p in geladen.partners.values()]
        maak_regime(
            regisseur,
            f"Raakvlakken mensenhandel {regio.naam}",
            geladen.convenant_id,
            partijen,
            regio.peildatum,
        )
    meldingen: dict[str, UUID] = {}
    gebeurd: list[Melding | Signaal] = sorted(
        [*regio.meldingen, *regio.signalen], key=lambda x: (x.waarneming.ontvangen, isinstance(x, Signaal))
    )
    for stuk in gebeurd:
        with klok.zet(stuk.waarneming.ontvangen):
            if isinstance(stuk, Melding):
                meldingen[stuk.waarneming.id] = _melding(geladen, stuk)
            else:
                _signaal(geladen, stuk, meldingen)


def maak_regime(
    door: Actor, naam: str, convenant_id: UUID | None, partijen: list[UUID], vandaag: date
) -> None:
    """The koppelregime under which partners learn of a raakvlak, and of nothing else (koppelregime.md)."""
    with als(door):
        regime = signaal_actions.maak_regime(
            door=door,
            nieuw=NieuwRegime(
                naam=naam,
                convenant_id=convenant_id,
                doel="opsporing",
                grondslag="WGS-RIEC",
                dpia="DPIA koppelregime, vastgesteld door de stuurgroep",
                advies="Advies rechtmatigheidsadviescommissie, positief met voorwaarden",
                besluit="Besluit stuurgroep mensenhandel Rijndal",
                categorieen=[
                    "object",
                    "persoon-verdacht",
                    "persoon-mogelijk-slachtoffer",
                    "waarneming",
                    "toezicht",
                ],
                identifiers=["telefoon", "adres", "kenteken", "rekening", "kvk", "account", "naam"],
                bewaarmaanden=24,
                ondergrens=5,
                evaluatie_op=vandaag + timedelta(days=300),
                partijen=partijen,
            ),
        )
        signaal_actions.zet_regime_aan(door=door, regime=regime)


def _melding(geladen: Geladen, melding: Melding) -> UUID:
    w = melding.waarneming
    door = geladen.actor(melding.door) if melding.door and melding.wijze != "anoniem" else PUBLIEK
    nieuw = NieuweMelding(
        tekst=w.tekst,
        kanaal=_KANAAL[melding.kanaal],
        vorm=w.vorm,
        gemeente_id=geladen.gemeenten[w.gemeente].pk if w.gemeente in geladen.gemeenten else None,
        waar=_samen(w.gegevens, "adres"),
        wie=_samen(w.gegevens, "persoon", "telefoon", "voertuig", "bedrijf"),
        wijze=melding.wijze,
        zekerheid="niet_pluis" if w.graad == "niet-pluis" else "eigen_waarneming",
        naam=door.naam if melding.wijze != "anoniem" else "",
    )
    with als(door):
        rij, _ = melding_actions.ontvang(door=door, id=vast_id("rijndal", w.id), nieuw=nieuw)
    ontvanger = geladen.bij(rij.eigenaar_id)
    if melding.stand in ("in-behandeling", "afgesloten") and ontvanger:
        with als(ontvanger):
            gelezen = melding_queries.melding(door=ontvanger, id=rij.pk)
            assert gelezen is not None
            melding_actions.neem_op(door=ontvanger, melding=gelezen)
            if melding.stand == "afgesloten":
                gelezen.refresh_from_db()
                melding_actions.doe_af(
                    door=ontvanger, melding=gelezen, reden="onvoldoende", toelichting=melding.reden
                )
    pk: UUID = rij.pk
    return pk


def _samen(gegevens: tuple[Gegeven, ...], *soorten: str) -> str:
    return "; ".join(
        ", ".join(v for k, v in g.velden.items() if k != "rol") for g in gegevens if g.soort in soorten
    )


def _signaal(geladen: Geladen, signaal: Signaal, meldingen: dict[str, UUID]) -> None:
    w = signaal.waarneming
    door = geladen.actor(signaal.door)
    gemeente = geladen.gemeenten.get(w.gemeente)
    nieuw = NieuwSignaal(
        vormen=[] if w.vorm == "onbekend" else [w.vorm],
        herkomst="melding" if signaal.uit else "eigen",
        waargenomen_op=w.waargenomen,
        niet_pluis=w.graad == "niet-pluis",
        plaatsen=[NieuwePlaats("detectie", gemeente.pk)] if gemeente else [],
        gegevens=[
            NieuwGegeven("tekst", Categorie.WAARNEMING, {"tekst": w.tekst}, datum=w.waargenomen, bron=w.bron),
            *(gegeven(g) for g in w.gegevens if g.rol != "melder"),
        ],
    )
    with als(door):
        bron = next((meldingen[u] for u in signaal.uit if u in meldingen), None)
        melding = melding_queries.melding(door=door, id=bron) if bron else None
        rij = signaal_actions.maak_signaal(
            door=door, nieuw=nieuw, melding=melding, id=vast_id("rijndal", w.id)
        )
        _stand(door, rij, signaal)


def gegeven(g: Gegeven) -> NieuwGegeven:
    """A told statement as the action wants it."""
    soort = "rekening" if g.soort == "account" and "iban" in g.velden else g.soort
    inhoud: dict[str, Any] = {**g.velden, **({"rol": g.rol} if g.soort == "persoon" and g.rol else {})}
    return NieuwGegeven(
        soort,
        Categorie(g.categorie),
        inhoud,
        handeling=Publiek(g.handeling.publiek if g.handeling.publiek != "genoemd" else "keten"),
        zekerheid=g.zekerheid,
        datum=g.datum,
        embargo_tot=g.handeling.embargo_tot,
        proces_verbaal=g.handeling.proces_verbaal,
        niet_fiscaal=g.handeling.niet_fiscaal,
        niet_strafrechtelijk=g.handeling.niet_strafrechtelijk,
        bron=g.bron,
        bron_beschermd=g.handeling.bron_beschermd,
    )


def _stand(door: Actor, rij: Signaalrij, signaal: Signaal) -> None:
    """Bring a signal to the state in which the story leaves it."""
    stand = signaal.stand
    if stand in ("nieuw", "niet-pluis"):
        return
    reden = signaal.reden or "Opgepakt door de behandelaar."
    rij = signaal_actions.stap(door=door, signaal=rij, versie=None, naar="in_veredeling", reden=reden)
    if stand in ("rijp-voor-weging", "in-casus"):
        rij = signaal_actions.besluit(
            door=door, signaal=rij, versie=None, drempel="weging", ja=True, reden=reden
        )
        signaal_actions.stap(door=door, signaal=rij, versie=None, naar="rijp_voor_weging", reden=reden)
    elif stand in _SLUIT:
        signaal_actions.stap(
            door=door, signaal=rij, versie=None, naar="afgesloten", reden=reden, sluitreden=_SLUIT[stand]
        )
