# SPDX-License-Identifier: EUPL-1.2
"""The sharing policy a second time, from the design and not from the code: it shares nothing with `schakel`.

"An actor sees a field of an object if and only if (1) their partner owns it, or a verstrekking in force gives
that field's category to their partner, function or the part of the body they sit in; and (2) the convenant
under it is in force and both are parties; and (3) no handeling or embargo forbids it; and (4) the actor holds
a function that needs it and is betrokkene where the object is a casus." The tables restate what each function
needs; when the product changes its own, a test must fail here.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tests.orakel.wereld import (
    Aanhang,
    Bezetting,
    Convenant,
    Gegeven,
    Overleg,
    Raakvlak,
    Stuk,
    Verstrekking,
    Verzoek,
    Wereld,
    Wie,
)  # fmt: skip

KETEN = (
    "object persoon-verdacht persoon-mogelijk-slachtoffer waarneming politie-8 politie-9 politie-10 "
    "strafvordering fiscaal toezicht bijzonder melder"
)
NODIG = {
    "aandachtsfunctionaris": KETEN,
    "ketenregisseur": KETEN,
    "casusdeelnemer": KETEN,
    "toezichthouder": "object persoon-verdacht persoon-mogelijk-slachtoffer waarneming toezicht melder",
    "regiocoordinator": "object persoon-verdacht persoon-mogelijk-slachtoffer waarneming bijzonder zorginhoud melder",
    "zorgdeelnemer": "object persoon-mogelijk-slachtoffer waarneming bijzonder zorginhoud melder",
}
"""function → categories it needs; every other function is blind to content."""
WERKT_MET = {
    "aandachtsfunctionaris": "melding signaal casus dossierstuk controle",
    "ketenregisseur": "melding signaal casus dossierstuk controle",
    "casusdeelnemer": "melding signaal casus dossierstuk controle",
    "toezichthouder": "melding signaal controle",
    "regiocoordinator": "melding signaal casus dossierstuk zorgtraject",
    "zorgdeelnemer": "melding signaal zorgtraject",
}
ZIT_IN = {
    "ketenregisseur": {1, 2},
    "aandachtsfunctionaris": {1, 2},
    "casusdeelnemer": {1, 2},
    "regiocoordinator": {1},
}
"""function → parts of the casusoverleg; part 2 is without the regiocoördinator."""
ZORGKETEN = ("regiocoordinator", "zorgdeelnemer")
PLANT = ("ketenregisseur", "casusdeelnemer", "toezichthouder", "aandachtsfunctionaris")
ROLLEN = (
    *NODIG, "stuurgroeplid", "zorggroeplid", "bestuurlijk_trekker", "melder", "privacyfunctionaris",
    "functioneel_beheerder",
)  # fmt: skip


@dataclass
class Orakel:
    """What each actor may see in this world, today."""

    w: Wereld

    def __post_init__(self) -> None:
        self.per_tabel: dict[str, list[Aanhang]] = {}
        for a in self.w.aanhang:
            self.per_tabel.setdefault(a.tabel, []).append(a)

    # --- who is who ---

    def actief(self, b: Bezetting) -> bool:
        functie = self.w.functies[b.functie]
        eindes = (b.tot, functie.tot, self.w.partners[functie.partner].tot)
        return b.van <= self.w.vandaag and all(e is None or e >= self.w.vandaag for e in eindes)

    def wie(self, b: Bezetting) -> Wie | None:
        """The actor of someone in a function, or None when that has ended: then nothing is theirs to see."""
        if not self.actief(b):
            return None
        houders = {h.persoon for h in self.w.bezettingen.values()
                   if h.functie == b.functie and not h.plaatsvervanger and self.actief(h)}  # fmt: skip
        functie = self.w.functies[b.functie]
        personen = frozenset({b.persoon} | (houders if b.plaatsvervanger else set()))
        return Wie(b.id, b.persoon, functie.partner, functie.rol, personen)

    def betrokken(self, wie: Wie, stuk: Stuk) -> bool:
        return any(
            b.partner == wie.partner
            and b.persoon in wie.personen
            and b.van <= self.w.vandaag
            and (b.tot is None or self.w.vandaag <= b.tot)
            for b in stuk.betrokkenen
        )

    # --- (2) the convenant ---

    def partij(self, convenant: Convenant, partner: UUID) -> bool:
        status, getekend, uit = convenant.partijen.get(partner, ("", None, None))
        return (
            status == "partij"
            and getekend is not None
            and getekend <= self.w.vandaag
            and (uit is None or self.w.vandaag < uit)
        )

    def in_kracht(self, convenant: Convenant) -> bool:
        return (
            convenant.vastgesteld
            and convenant.ingang <= self.w.vandaag
            and (convenant.einde is None or self.w.vandaag <= convenant.einde)
            and (convenant.opgezegd_op is None or self.w.vandaag < convenant.opgezegd_op)
        )

    # --- (1) what is given ---

    def geeft(self, v: Verstrekking, wie: Wie) -> bool:
        """Does this act of sharing count today, for this actor?"""
        convenant = self.w.convenanten[v.convenant]
        return (
            v.aan == wie.partner
            and v.functie in ("", wie.rol)
            and (v.deel is None or v.deel in ZIT_IN.get(wie.rol, ()))
            and not (v.ingetrokken or v.wacht or v.geanonimiseerd)
            and v.begin <= self.w.vandaag <= v.einde
            and self.in_kracht(convenant)
            and self.partij(convenant, v.van)
            and self.partij(convenant, v.aan)
            and (v.casus is None or self.betrokken(wie, self.w.stukken[v.casus]))
        )

    def gegeven_aan(self, wie: Wie, stuk: Stuk) -> set[str]:
        """The categories of this object that are given to the actor and that their function needs."""
        nodig = NODIG.get(wie.rol, "").split()
        return {c for v in stuk.verstrekkingen if self.geeft(v, wie) for c in v.categorieen if c in nodig}

    # --- (3) what the supplier attached ---

    def open(self, wie: Wie, handeling: str, genoemd: bool, embargo_tot: date | None) -> bool:
        if embargo_tot is not None and self.w.vandaag < embargo_tot:
            return False
        delen = ZIT_IN.get(wie.rol, set())
        return {
            "keten": True,
            "genoemd": genoemd,
            "deel1en2": 1 in delen,
            "deel2": 2 in delen,
            "ketenregisseur": wie.rol == "ketenregisseur",
            "eigen": False,
        }[handeling]

    # --- the rule ---

    def ziet_stuk(self, wie: Wie, stuk: Stuk) -> bool:
        if stuk.soort not in WERKT_MET.get(wie.rol, "").split() or (
            stuk.besloten and not self.betrokken(wie, stuk)
        ):
            return False
        if stuk.eigenaar == wie.partner:
            return True
        return bool(self.gegeven_aan(wie, stuk)) and self.open(
            wie, stuk.handeling, wie.partner in stuk.genoemd, stuk.embargo_tot
        )

    def ziet_gegeven(self, wie: Wie, stuk: Stuk, g: Gegeven) -> bool:
        if not self.ziet_stuk(wie, stuk) or g.categorie not in NODIG.get(wie.rol, "").split():
            return False
        if stuk.eigenaar == wie.partner:
            return True
        bewaard = g.bewaren_tot is None or self.w.vandaag <= g.bewaren_tot
        return (
            bewaard
            and g.categorie in self.gegeven_aan(wie, stuk)
            and self.open(wie, g.handeling, wie.partner in stuk.genoemd, g.embargo_tot)
        )

    def ziet_bron(self, wie: Wie, stuk: Stuk, g: Gegeven) -> bool:
        """Who told it: only the bringing partner when the source is protected (CNV-06)."""
        mag = stuk.eigenaar == wie.partner or not g.bron_beschermd
        return (
            bool(g.bron)
            and mag
            and "melder" in NODIG.get(wie.rol, "").split()
            and self.ziet_gegeven(wie, stuk, g)
        )

    def ziet_verstrekking(self, wie: Wie, v: Verstrekking) -> bool:
        """The register: giver and, once confirmed, receiver; of closed objects who is named there, and the FG."""
        if wie.partner not in (v.van, v.aan) or (wie.partner == v.aan and v.wacht):
            return False
        if wie.rol == "privacyfunctionaris":
            return True
        gesloten = self.w.stukken[v.stuk].besloten and not self.betrokken(wie, self.w.stukken[v.stuk])
        gebonden = (
            v.casus is not None and wie.partner == v.aan and not self.betrokken(wie, self.w.stukken[v.casus])
        )
        return not gesloten and not gebonden

    # --- what hangs on objects ---

    def ziet_melding(self, wie: Wie, stuk: Stuk) -> bool:
        """A melding is never shared as such: who received it, and the partner that sent it."""
        ontvangen = stuk.eigenaar == wie.partner and self.ziet_stuk(wie, stuk)
        return ontvangen or (stuk.afzender == wie.partner and "melding" in WERKT_MET.get(wie.rol, "").split())

    def ziet_in_casus(self, wie: Wie, stuk: Stuk) -> bool:
        """That a signaal or dossierstuk belongs to a casus: who may see both."""
        return (
            stuk.in_casus is not None
            and self.ziet_stuk(wie, stuk)
            and self.ziet_stuk(wie, self.w.stukken[stuk.in_casus])
        )

    def ziet_deel(self, wie: Wie, casus: Stuk, deel: int) -> bool:
        return deel in ZIT_IN.get(wie.rol, ()) and self.ziet_stuk(wie, casus)

    def ziet_raakvlak(self, wie: Wie, r: Raakvlak) -> bool:
        """Each side learns of its own side only."""
        stuk = self.w.stukken[r.stuk]
        return stuk.eigenaar == wie.partner and self.ziet_stuk(wie, stuk)

    def ziet_verzoek(self, wie: Wie, v: Verzoek, *, tekst: bool) -> bool:
        """Asker and asked; the ketenregisseur once it is overdue, and then never the text."""
        zelf = wie.partner in (v.van, v.aan) and "signaal" in WERKT_MET.get(wie.rol, "").split()
        return zelf or (not tekst and wie.rol == "ketenregisseur" and v.uiterlijk < self.w.vandaag)

    # --- every other table behind a wall ---

    def ziet_overleg(self, wie: Wie, o: Overleg, deel: int | None = None) -> bool:
        """A meeting is there for who is a member of the body on that day; a part for who sits in that part."""
        leden = [
            m for m in o.leden if m.vast and (m.partner, m.rol) == (wie.partner, wie.rol) and m.van <= o.dag
        ]
        leden = [m for m in leden if m.tot is None or o.dag <= m.tot]
        if deel is None:
            return bool(leden) or any(self.te_gast(wie, o, d) for d in (1, 2))
        return deel in ZIT_IN.get(wie.rol, ()) and any(not m.delen or deel in m.delen for m in leden)

    def te_gast(self, wie: Wie, o: Overleg, deel: int) -> bool:
        """Asked for one item, and in a function that may sit in its part."""
        gast = (wie.partner, wie.rol, o.id, deel, False)
        return deel in ZIT_IN.get(wie.rol, ()) and any(
            (a.ander, a.functie, a.bij, a.deel, a.dicht) == gast
            for a in self.per_tabel.get("overleg_deelname", ())
        )

    def ziet_kop(self, wie: Wie, traject: Stuk) -> bool:
        """That a zorgtraject runs: who may open it, the regiocoördinator of the owner, and in care there while none is."""
        waakt = wie.rol == "regiocoordinator" or (
            wie.rol == "zorgdeelnemer" and not self._regie_bij(wie.partner)
        )
        return (waakt and wie.partner == traject.eigenaar) or self.ziet_stuk(wie, traject)

    def _regie_bij(self, partner: UUID) -> bool:
        """Does somebody fill the function of regiocoördinator there today?"""
        return any(
            (self.w.functies[b.functie].partner, self.w.functies[b.functie].rol)
            == (partner, "regiocoordinator")
            and self.actief(b)
            for b in self.w.bezettingen.values()
        )

    def ziet_aanhang(self, wie: Wie, a: Aanhang) -> bool:  # noqa: C901  one line per table, to be read as a table
        """What hangs on something is seen with it; what is between two partners, by these two."""
        stuk = self.w.stukken[a.stuk] if a.stuk else None
        eigen, werkt = wie.partner == a.eigenaar, wie.rol in WERKT_MET
        ziet = stuk is not None and self.ziet_stuk(wie, stuk)
        if a.tabel.startswith("zorg_"):
            return self.ziet_in_zorg(wie, a)
        match a.tabel.split("_", 1)[1]:
            case "wijziging" | "embargo" | "embargomerk" | "toestemming" | "afstemming":
                return eigen and ziet
            case "signaalmelding":
                return ziet and a.bij is not None and self.ziet_stuk(wie, self.w.stukken[a.bij])
            case "barrieremodel" | "barriere" | "zwakkeplek":
                return True
            case "plekvondst":
                return ziet if a.stuk else eigen and werkt
            case "beschermingstaak":
                return (eigen and ziet) or (wie.partner, wie.rol) == (a.ander, a.functie)
            case "raakvlakoordeel":
                return any(r.id == a.ouder and self.ziet_raakvlak(wie, r) for r in self.w.raakvlakken)
            case "screening" | "screeningsadres":
                return eigen and "signaal" in WERKT_MET.get(wie.rol, "") and wie.rol not in ZORGKETEN
            case "koppelsleutel":
                return eigen and "signaal" in WERKT_MET.get(wie.rol, "")
            case "zoekvraag":
                return eigen and (wie.persoon, wie.rol) == (a.ouder, a.functie)
            case "optelling":
                return eigen and wie.rol in ("ketenregisseur", "aandachtsfunctionaris")
            case (
                "stap"
                | "weging"
                | "evaluatie"
                | "strafstap"
                | "preweegdocument"
                | "casusbarriere"
                | "faciliteerder"
                | "actiedag"
                | "actierol"
            ):
                return stuk is not None and self.ziet_deel(wie, stuk, a.deel)
            case "zorgmelding":
                zorg = (wie.partner, wie.rol) == (a.ander, "regiocoordinator")
                return zorg or (stuk is not None and self.ziet_deel(wie, stuk, a.deel))
            case "dubbelrol":
                paren = [
                    (t, g) for t in self.w.stukken.values() for g in t.gegevens if g.id in (a.ouder, a.bij)
                ]
                return ziet and all(self.ziet_gegeven(wie, t, g) for t, g in paren)
            case "casusoverdracht":
                regie = wie.rol in ("ketenregisseur", "aandachtsfunctionaris")
                return regie and (wie.partner == a.ander or (eigen and ziet))
            case "casus_gemeenten":
                return ziet
            case "herinnering":
                return wie.rol == "ketenregisseur"
            case "alarm":
                return "melding" in WERKT_MET.get(wie.rol, "") and (
                    eigen or (a.dicht and wie.rol == "ketenregisseur")
                )
            case "bericht" | "terugkoppeling" | "inzage" | "bijlage":
                return stuk is not None and self.ziet_melding(wie, stuk)
            case "vrijgaveverzoek":
                return werkt and (wie.partner == a.ander or (eigen and (stuk is None or ziet)))
            case "bronverzoek":
                return werkt and ((wie.partner, wie.rol) == (a.ander, a.functie) or (eigen and ziet))
            case "anoniemeversie":
                return werkt and ((eigen and ziet) or (wie.partner == a.ander and not a.dicht))
            case "doorzending":
                te_laat = a.dicht and wie.rol == "ketenregisseur"
                return "melding" in WERKT_MET.get(wie.rol, "") and (
                    wie.partner in (a.eigenaar, a.ander) or te_laat
                )
            case "gemeenteregel" | "mandaat" | "arrangement" | "arrangementstap":
                return werkt
            case "rapportageafspraak":
                return True
            case "rapportage":
                leidt = wie.partner == a.ander and wie.rol in ("bestuurlijk_trekker", "stuurgroeplid")
                return leidt or (
                    wie.partner in (a.eigenaar, a.ander) and "controle" in WERKT_MET.get(wie.rol, "")
                )
            case "handhavingsstap" | "handhavingsmerk":
                return eigen and "controle" in WERKT_MET.get(wie.rol, "") and wie.rol not in ZORGKETEN
            case "voornemen" | "voornemenmerk" | "botsing":
                aanpak = {"casus", "controle"} & set(WERKT_MET.get(wie.rol, "").split())
                mee = eigen or (a.bij is not None and wie.partner == a.ander)
                return mee and bool(aanpak) and wie.rol != "regiocoordinator"
            case "beslisverzoek":
                samen = wie.partner in (a.eigenaar, a.ander)
                return samen and ziet and a.deel in ZIT_IN.get(wie.rol, ())
            case "checklist" | "overdracht" | "dienst":
                return eigen
            case "vernietiging":
                return wie.partner in (a.eigenaar, a.ander)
            case "inzageverzoek" | "deelverzoek":
                return wie.rol == "privacyfunctionaris" and wie.partner in (a.eigenaar, a.ander)
            case "betrokkenesleutel":
                return wie.rol == "privacyfunctionaris" and eigen
            case "concept":
                return False
            case _:
                return self.ziet_in_overleg(wie, a)

    def ziet_in_zorg(self, wie: Wie, a: Aanhang) -> bool:
        """The house of care: for its two functions; what was told there, for who is named on the traject."""
        stuk = self.w.stukken[a.stuk] if a.stuk else None
        eigen, beide = wie.partner == a.eigenaar, wie.partner in (a.eigenaar, a.ander)
        ziet, kop = (stuk is not None and ziet(wie, stuk) for ziet in (self.ziet_stuk, self.ziet_kop))
        zorg = wie.rol in ZORGKETEN
        houdt = a.tabel == "zorg_zorgvraag" and any(
            p.eigenaar == wie.partner and p.bij == a.id for p in self.per_tabel["zorg_plek"]
        )
        mag = {
            "fasestap": ziet, "verblijfsstap": ziet, "mijlpaal": ziet, "comelding": eigen and ziet,
            "doorgifte": eigen and ziet, "zorgtraject": kop, "termijn": kop, "groep": zorg and eigen and kop,
            "zorgaanbod": zorg, "plek": zorg, "opvangadres": zorg and eigen, "financiering": zorg and eigen,
            "veldcontact": zorg and eigen, "zorgvraag": zorg and (eigen or houdt), "weigering": zorg and beide,
            "plaatsing": zorg and beide, "overdracht": (eigen and ziet) or (zorg and wie.partner == a.ander),
            "zorgbespreking": zorg and self.zit_in_zorg(wie, a), "bespreekpunt": ziet,
            "actiebericht": (eigen and wie.rol in PLANT) or (wie.partner, wie.rol) == (a.ander, "regiocoordinator"),
            "overlegsignaal": zorg and eigen and ziet, "inbreng": self.ziet_inbreng(wie, a),
        }  # fmt: skip
        return mag[a.tabel.removeprefix("zorg_")]

    def ziet_inbreng(self, wie: Wie, a: Aanhang) -> bool:
        """What care brings in: the regiocoördinator who did, and who sits in part 1 of that body today."""
        if a.tabel != "zorg_inbreng" or a.bij is None:
            return False
        vandaag = self.w.vandaag
        zit = 1 in ZIT_IN.get(wie.rol, ()) and any(
            m.vast
            and (m.partner, m.rol) == (wie.partner, wie.rol)
            and (not m.delen or 1 in m.delen)
            and m.van <= vandaag
            and (m.tot is None or vandaag <= m.tot)
            for m in self.w.overleggen[a.bij].leden
        )
        return zit or (wie.partner == a.eigenaar and wie.rol == "regiocoordinator")

    def zit_in_zorg(self, wie: Wie, a: Aanhang) -> bool:
        """A meeting of care is there for who sits in its body today."""
        return a.bij in self.w.besprekingen and any(
            (m.partner, m.rol) == (wie.partner, wie.rol)
            and m.van <= self.w.vandaag
            and (m.tot is None or self.w.vandaag <= m.tot)
            for m in self.w.besprekingen[a.bij].leden
        )

    def ziet_in_overleg(self, wie: Wie, a: Aanhang) -> bool:
        """Agenda, decisions and actions follow their part and their case; an action also who must do it."""
        if a.tabel == "overleg_werkwijze":
            return wie.rol in ZIT_IN
        if a.bij is None:
            raise LookupError(f"het model kent {a.tabel} niet")
        overleg = self.w.overleggen[a.bij]
        erbij = self.ziet_overleg(wie, overleg, a.deel) or self.te_gast(wie, overleg, a.deel)
        punt = erbij and a.stuk is not None and self.ziet_stuk(wie, self.w.stukken[a.stuk])
        match a.tabel:
            case "overleg_overleg":
                return self.ziet_overleg(wie, overleg)
            case "overleg_aanwezige":
                return self.ziet_overleg(wie, overleg, a.deel)
            case "overleg_actie":
                return a.deel in ZIT_IN.get(wie.rol, ()) and (punt or wie.partner == a.eigenaar)
            case "overleg_deelname":
                zelf = (wie.partner, wie.rol) == (a.ander, a.functie)
                return a.deel in ZIT_IN.get(wie.rol, ()) and (zelf or wie.partner == a.eigenaar)
            case "overleg_agendapunt" | "overleg_besluit":
                return punt
        raise LookupError(f"het model kent {a.tabel} niet")
