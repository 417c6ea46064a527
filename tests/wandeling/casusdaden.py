# SPDX-License-Identifier: EUPL-1.2
"""Random acts on cases: opening, moving, weighing, measures, closing. Each says what the model expects and keeps it."""

from typing import Any

from schakel.casus import actions, queries
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.rules import Categorie, Doel
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from tests.wandeling import model as m
from tests.wandeling.toneel import DELEN, LANG, MENSEN, Wandeling

SOORTEN = ("arbeidscontrole", "opsporingsonderzoek")


def open_casus(w: Wandeling) -> None:
    wie, id = w.wie(), nieuw_id()
    verwacht = m.JA if m.rol(wie) in m.REGIE else m.VERBODEN
    w.doe("open casus", wie, verwacht, lambda door: actions.maak(
        door=door, soort="groep", werktitel="Proef", reden="begin", id=id))  # fmt: skip
    if verwacht == m.JA:
        w.casussen[id] = m.Casus(id, m.partner(wie), {wie})


def _een(w: Wandeling) -> m.Casus | None:
    return w.r.choice(list(w.casussen.values())) if w.casussen else None


def _deelnemer(w: Wandeling, casus: m.Casus) -> str:
    """Someone who is named on the case; mostly its regie."""
    leden = sorted(casus.betrokken)
    regie = [b for b in leden if casus.is_regie(b)]
    return regie[0] if regie and w.kans(0.5) else w.r.choice(leden)


def betrek(w: Wandeling) -> None:
    if (casus := _een(w)) is None:
        return
    wie, ander = _deelnemer(w, casus), w.r.choice(MENSEN)
    verwacht = m.JA if casus.is_regie(wie) or m.partner(ander) == m.partner(wie) else m.VERBODEN
    w.doe("betrek", wie, verwacht, lambda door: actions.betrek(
        door=door, casus=w.casus_voor(door, casus.id), bezetting=w.regio.bezettingen[ander],
        categorieen=[Categorie.OBJECT], doel=Doel.PREVENTIE, tot=klok.vandaag() + LANG))  # fmt: skip
    if verwacht == m.JA:
        casus.betrokken.add(ander)


def stuk(w: Wandeling) -> None:
    if (casus := _een(w)) is None:
        return
    wie, gegeven = (
        _deelnemer(w, casus),
        NieuwGegeven("tekst", Categorie.WAARNEMING, {"tekst": "gezien"}),
    )
    verwacht = m.NEE if casus.gesloten else m.JA
    w.doe("stuk", wie, verwacht, lambda door: actions.voeg_dossierstuk_toe(
        door=door, casus=w.casus_voor(door, casus.id), aard="waarneming", gegevens=[gegeven]))  # fmt: skip
    if verwacht == m.JA:
        casus.stukken[m.partner(wie)] = casus.stukken.get(m.partner(wie), 0) + 1


def stap(w: Wandeling) -> None:
    if (casus := _een(w)) is None:
        return
    verder = m.STAPPEN[min(m.STAPPEN.index(casus.fase) + 1, 5)]
    naar = verder if w.kans(0.6) else w.r.choice((*m.STAPPEN, "afgesloten", "niets"))
    wie, reden, versie = _deelnemer(w, casus), w.tekst(), w.versie(casus.versie)
    verwacht = casus.mag_stap(wie, naar, reden, versie)
    w.doe("stap", wie, verwacht, lambda door: actions.zet_stap(
        door=door, casus=w.casus_voor(door, casus.id), naar=naar, reden=reden, versie=versie))  # fmt: skip
    if verwacht == m.JA:
        casus.stap(naar)


def _kop(w: Wandeling, casus: m.Casus, wie: str, versie: int, kan: bool) -> str:
    if not casus.is_regie(wie):
        return m.VERBODEN
    if versie != casus.versie:
        return m.VEROUDERD
    return m.JA if kan and not casus.gesloten else m.NEE


def compleet(w: Wandeling) -> None:
    if (casus := _een(w)) is None:
        return
    wie, versie = _deelnemer(w, casus), w.versie(casus.versie)
    verwacht = _kop(w, casus, wie, versie, casus.stukken.get(casus.regie, 0) > 0)
    w.doe("compleet", wie, verwacht, lambda door: actions.meld_compleet(
        door=door, casus=w.casus_voor(door, casus.id), toelichting="", versie=versie))  # fmt: skip
    if verwacht == m.JA:
        casus.compleet, casus.versie = True, casus.versie + 1


def wijzig(w: Wandeling) -> None:
    if (casus := _een(w)) is None:
        return
    wie, versie = _deelnemer(w, casus), w.versie(casus.versie)
    verwacht = _kop(w, casus, wie, versie, True)
    w.doe("wijzig", wie, verwacht, lambda door: actions.wijzig(
        door=door, casus=w.casus_voor(door, casus.id), versie=versie, werktitel=str(nieuw_id())))  # fmt: skip
    casus.versie += verwacht == m.JA


def spoed(w: Wandeling) -> None:
    if (casus := _een(w)) is None or w.kans(0.7):
        return
    wie, versie, reden, functie = _deelnemer(w, casus), w.versie(casus.versie), w.tekst(), w.tekst()
    al = casus.spoed and bool(reden.strip() and functie.strip())
    kan = bool(reden.strip() and functie.strip())
    verwacht = _kop(w, casus, wie, versie, kan)
    verwacht = m.JA if al and verwacht == m.NEE else verwacht
    w.doe("spoed", wie, verwacht, lambda door: actions.spoedroute(
        door=door, casus=w.casus_voor(door, casus.id), reden=reden, functie=functie, versie=versie),
        schrijft=not casus.spoed)  # fmt: skip
    if verwacht == m.JA and not casus.spoed:
        casus.spoed, casus.versie = True, casus.versie + 1


def weeg(w: Wandeling) -> None:
    if (casus := _een(w)) is None:
        return
    wie, reden = _deelnemer(w, casus), w.tekst()
    samen, fout = w.kans(0.3), w.kans(0.1)
    if casus.gesloten:
        verwacht = m.NEE
    elif samen and not (casus.is_regie(wie) or m.rol(wie) == "ketenregisseur"):
        verwacht = m.VERBODEN
    else:
        verwacht = m.JA if reden.strip() and not fout else m.NEE
    w.doe("weeg", wie, verwacht, lambda door: actions.weeg(
        door=door, casus=w.casus_voor(door, casus.id), soort="gezamenlijk" if samen else "individueel",
        criteria={"ernst": w.r.choice(("laag", "hoog"))}, uitkomst="oppakken", motivering=reden,
        feiten_op=klok.vandaag(), deel=w.r.choice(DELEN[wie]),
        kwalificatie={"oogmerk": ["bestaat-niet"]} if fout else {"oogmerk": ["arbeid"]}))  # fmt: skip
    if verwacht == m.JA:
        casus.gewogen, casus.meningen = casus.gewogen + samen, casus.meningen + (not samen)


def evalueer(w: Wandeling) -> None:
    if (casus := _een(w)) is None or w.kans(0.5):
        return
    wie, tekst = _deelnemer(w, casus), w.tekst()
    verwacht = m.NEE if casus.gesloten or not tekst.strip() else m.JA
    w.doe("evalueer", wie, verwacht, lambda door: actions.evalueer(
        door=door, casus=w.casus_voor(door, casus.id), doel_bereikt="ja", resultaat=tekst,
        uitkomst_melder="opgepakt"))  # fmt: skip
    casus.geevalueerd += verwacht == m.JA


def sluit(w: Wandeling) -> None:
    if (casus := _een(w)) is None or w.kans(0.8):
        return
    wie, tekst, versie = _deelnemer(w, casus), w.tekst(), w.versie(casus.versie)
    reden = w.r.choice(("doel-bereikt", "capaciteit", "onvoldoende"))
    verwacht = casus.mag_sluiten(wie, reden, tekst, versie)
    w.doe("sluit", wie, verwacht, lambda door: actions.sluit(
        door=door, casus=w.casus_voor(door, casus.id), reden=reden, toelichting=tekst, versie=versie))  # fmt: skip
    if verwacht == m.JA:
        casus.gesloten, casus.versie = True, casus.versie + 1


# ---- measures ----


def stel_voor(w: Wandeling) -> None:
    if (casus := _een(w)) is None:
        return
    wie, doel, id, effect = _deelnemer(w, casus), w.tekst(), nieuw_id(), w.kans(0.8)
    uitvoerder = m.partner(w.r.choice(sorted(casus.betrokken) if w.kans(0.8) else MENSEN))
    deel = w.r.choice(DELEN[wie])
    soort = "bestaat-niet" if w.kans(0.05) else w.r.choice(SOORTEN)
    kan = not casus.gesloten and bool(doel.strip()) and soort in SOORTEN
    verwacht = m.JA if kan else m.NEE
    w.doe("stel voor", wie, verwacht, lambda door: actions.stel_voor(
        door=door, casus=w.casus_voor(door, casus.id), soort=soort, uitvoerder=w.regio.partner(uitvoerder),
        doel=doel, effect_slachtoffer="hulp staat klaar" if effect else "", deel=deel, id=id))  # fmt: skip
    if verwacht == m.JA:
        casus.interventies[id] = m.Interventie(uitvoerder, effect, deel)


def _maatregel(w: Wandeling) -> tuple[m.Casus, Any, m.Interventie] | None:
    met = [(c, id, i) for c in w.casussen.values() for id, i in c.interventies.items()]
    open_ = [x for x in met if x[2].status in ("voorgesteld", "vastgesteld", "aanvaard")]
    return w.r.choice(open_ if open_ and w.kans(0.8) else met) if met else None


def _zien(w: Wandeling, casus: m.Casus, i: m.Interventie, wie: str) -> bool:
    return wie in casus.betrokken and i.deel in DELEN[wie]


def stel_vast(w: Wandeling) -> None:
    if (gevonden := _maatregel(w)) is None:
        return
    casus, id, i = gevonden
    wie = _deelnemer(w, casus)
    if not _zien(w, casus, i, wie):
        return
    verwacht = casus.mag_vaststellen(wie, i)
    w.doe("stel vast", wie, verwacht, lambda door: actions.stel_vast(
        door=door, casus=w.casus_voor(door, casus.id), interventies=[queries.interventie(door=door, id=id)]))  # fmt: skip
    if verwacht == m.JA and i.status == "voorgesteld":
        i.status, i.versie = "vastgesteld", i.versie + 1


def vul_aan(w: Wandeling) -> None:
    if (gevonden := _maatregel(w)) is None:
        return
    casus, id, i = gevonden
    wie, versie = _deelnemer(w, casus), w.versie(i.versie)
    if not _zien(w, casus, i, wie):
        return
    verwacht = m.VERBODEN if not casus.is_regie(wie) else m.NEE if i.status != "voorgesteld" else m.JA
    verwacht = m.VEROUDERD if verwacht == m.JA and versie != i.versie else verwacht
    w.doe("vul aan", wie, verwacht, lambda door: actions.vul_aan(
        door=door, interventie=queries.interventie(door=door, id=id), versie=versie,
        effect_slachtoffer="hulp staat klaar"))  # fmt: skip
    if verwacht == m.JA:
        i.effect, i.versie = True, i.versie + 1


UITVOEREN = {
    "aanvaard": (("vastgesteld",), "aanvaard"),
    "weiger": (("vastgesteld", "aanvaard"), "geweigerd"),
    "leg_resultaat_vast": (("aanvaard",), "uitgevoerd"),
    "meld_voortgang": (("aanvaard",), "aanvaard"),
}
WOORDEN = {"weiger": "reden", "leg_resultaat_vast": "resultaat", "meld_voortgang": "voortgang"}


def voer_uit(w: Wandeling) -> None:
    if (gevonden := _maatregel(w)) is None:
        return
    casus, id, i = gevonden
    uitvoerders = [b for b in sorted(casus.betrokken) if m.partner(b) == i.uitvoerder]
    wie = uitvoerders[0] if uitvoerders and w.kans(0.8) else _deelnemer(w, casus)
    if not _zien(w, casus, i, wie):
        return
    naam = w.r.choice(list(UITVOEREN))
    van, naar = UITVOEREN[naam]
    versie, tekst = w.versie(i.versie), w.tekst()
    gemeente = m.partner(wie) in w.regio.gemeenten
    kan = i.status in van and (naam == "aanvaard" or bool(tekst.strip()))
    kan = kan and not (naam == "aanvaard" and gemeente)
    verwacht = m.VERBODEN if m.partner(wie) != i.uitvoerder else m.JA if kan else m.NEE
    verwacht = m.VEROUDERD if verwacht == m.JA and versie != i.versie else verwacht
    velden = {WOORDEN[naam]: tekst} if naam in WOORDEN else {}
    w.doe(naam, wie, verwacht, lambda door: getattr(actions, naam)(
        door=door, interventie=queries.interventie(door=door, id=id), versie=versie, **velden))  # fmt: skip
    if verwacht == m.JA:
        i.status, i.versie = naar, i.versie + 1


DADEN = (
    (open_casus, 2), (betrek, 4), (stuk, 3), (stap, 8), (compleet, 3), (wijzig, 3), (spoed, 1), (weeg, 4),
    (evalueer, 2), (sluit, 2), (stel_voor, 5), (stel_vast, 6), (vul_aan, 3), (voer_uit, 8),
)  # fmt: skip
