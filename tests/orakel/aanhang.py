# SPDX-License-Identifier: EUPL-1.2
"""The other tables behind a wall: rows that hang on the objects of a world, so that no table goes unasked."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from tests.orakel.maken import Bouwer
from tests.orakel.model import WERKT_MET, ZIT_IN
from tests.orakel.wereld import Aanhang, Lid, Overleg, Stuk


def maak(k: Bouwer) -> None:
    """Something in each table; on casussen, meldingen and signalen more than once."""
    _barrieres(k)
    _besprekingen(k)
    for stuk in k.w.stukken.values():
        k.w.aanhang += list(_bij(k, stuk))
    k.w.aanhang += [Aanhang("signaal_raakvlakoordeel", k.id(), ouder=r.id) for r in k.w.raakvlakken]
    _overleggen(k)
    for partner in k.w.partners:
        ander = k.r.choice(k.anderen(partner))
        for tabel in (
            "signaal_optelling", "convenant_checklist", "convenant_vernietiging", "logboek_betrokkenesleutel",
        ):  # fmt: skip
            k.w.aanhang.append(Aanhang(tabel, k.id(), eigenaar=partner, ander=ander))
        verzoek = Aanhang("convenant_inzageverzoek", k.id(), eigenaar=partner, ander=ander)
        deel = Aanhang("convenant_deelverzoek", k.id(), eigenaar=partner, ander=ander, ouder=verzoek.id)
        lijst = Aanhang("signaal_screening", k.id(), eigenaar=partner)
        adres = Aanhang("signaal_screeningsadres", k.id(), eigenaar=partner, ouder=lijst.id)
        k.w.aanhang += [verzoek, deel, lijst, adres, Aanhang("toegang_concept", k.id())]
    _voornemens(k)
    _handhaving(k)
    _zorgaanbod(k)
    for b in k.w.bezettingen.values():
        functie = k.w.functies[b.functie]
        if functie.rol in WERKT_MET:
            k.w.aanhang.append(
                Aanhang(
                    "signaal_zoekvraag",
                    k.id(),
                    eigenaar=functie.partner,
                    ouder=b.persoon,
                    functie=functie.rol,
                )
            )
    for b in k.r.sample(list(k.w.bezettingen.values()), 8):
        partner = k.w.functies[b.functie].partner
        k.w.aanhang.append(Aanhang("partner_overdracht", k.id(), eigenaar=partner, ouder=b.id))
        k.w.aanhang.append(Aanhang("melding_dienst", k.id(), eigenaar=partner, ouder=b.persoon))


def _bij(k: Bouwer, s: Stuk) -> Iterator[Aanhang]:
    """What hangs on one object."""
    ander = k.r.choice(k.anderen(s.eigenaar))
    van: dict[str, Any] = {"stuk": s.id, "eigenaar": s.eigenaar, "ander": ander}
    if k.kans(0.3):
        embargo = Aanhang("convenant_embargo", k.id(), **van)
        yield embargo
        yield Aanhang("convenant_embargomerk", k.id(), **van, ouder=embargo.id)
        yield Aanhang("convenant_afstemming", k.id(), **van, ouder=embargo.id)
    yield Aanhang("convenant_vrijgaveverzoek", k.id(), **{**van, **({"stuk": None} if k.kans(0.2) else {})})
    yield Aanhang(
        "convenant_bronverzoek", k.id(), **van, functie=k.r.choice(list(ZIT_IN)), ouder=s.gegevens[0].id
    )
    yield Aanhang("convenant_anoniemeversie", k.id(), **van, dicht=k.kans(0.3))
    if k.kans(0.4):
        soort = k.r.choice(("toestemming", "toestemming", "weigering"))
        yield Aanhang("convenant_toestemming", k.id(), **van, functie=soort, dicht=k.kans(0.2))
    yield from _naar_soort(k, s, van)


def _naar_soort(k: Bouwer, s: Stuk, van: dict[str, Any]) -> Iterator[Aanhang]:  # noqa: C901  one case per kind
    """What only this kind of object has."""
    match s.soort:
        case "signaal":
            meldingen = [
                m.id for m in k.w.stukken.values() if m.soort == "melding" and m.eigenaar == s.eigenaar
            ]
            if meldingen:
                yield Aanhang("signaal_signaalmelding", k.id(), stuk=s.id, bij=k.r.choice(meldingen))
            yield Aanhang("signaal_wijziging", k.id(), **van)
            yield Aanhang("signaal_koppelsleutel", k.id(), **van, ouder=s.gegevens[0].id)
            yield Aanhang("signaal_beschermingstaak", k.id(), **van, functie=k.r.choice(list(ZIT_IN)))
            yield Aanhang("zorg_overlegsignaal", k.id(), **van | {"bij": k.r.choice(list(k.w.besprekingen))})
        case "melding":
            for tabel in ("melding_bericht", "melding_terugkoppeling", "melding_inzage", "melding_bijlage"):
                yield Aanhang(tabel, k.id(), stuk=s.id)
            yield Aanhang("melding_alarm", s.id, stuk=s.id, eigenaar=s.eigenaar, dicht=k.kans(0.3))
            yield Aanhang("melding_doorzending", k.id(), **van, dicht=k.kans(0.5))
            if k.kans(0.3):
                yield Aanhang("melding_herinnering", s.id, stuk=s.id, eigenaar=s.eigenaar)
        case "zorgtraject":
            groep = Aanhang("zorg_groep", k.id(), **van)
            yield groep
            eerder = [a.id for a in k.w.aanhang if (a.tabel, a.eigenaar) == ("zorg_zorgtraject", s.eigenaar)]
            kind_van = k.r.choice(eerder) if eerder and k.kans(0.5) else None
            yield Aanhang("zorg_zorgtraject", s.id, **van, ouder=groep.id, bij=kind_van)
            for tabel in (
                "zorg_fasestap", "zorg_verblijfsstap", "zorg_termijn", "zorg_mijlpaal", "zorg_comelding",
                "zorg_doorgifte", "zorg_overdracht",
            ):  # fmt: skip
                yield Aanhang(tabel, k.id(), **van)
            yield Aanhang("zorg_bespreekpunt", k.id(), **van, ouder=k.r.choice(list(k.w.besprekingen)))
        case "controle":
            yield Aanhang("interventie_rapportage", s.id, **van)
        case "casus":
            yield Aanhang("casus_casus_gemeenten", k.id(), stuk=s.id)
            for tabel in ("casus_stap", "casus_weging", "casus_evaluatie", "casus_strafstap"):
                for deel in (1, 2):
                    yield Aanhang(tabel, k.id(), stuk=s.id, eigenaar=s.eigenaar, deel=deel)
            for deel in (1, 2):
                yield Aanhang("casus_preweegdocument", k.id(), **van, deel=deel)
            for deel in (1, 2):
                dag = Aanhang("casus_actiedag", k.id(), **van, deel=deel)
                yield dag
                yield Aanhang("casus_actierol", k.id(), **van, deel=deel, ouder=dag.id)
                yield Aanhang("casus_zorgmelding", k.id(), **van, deel=deel, ouder=dag.id)
            yield Aanhang("casus_casusoverdracht", k.id(), **van)
            yield from _dubbelrollen(k, s, van)
            yield Aanhang("interventie_beslisverzoek", k.id(), **van, deel=k.r.choice((1, 2)))
            plek = next(a.id for a in k.w.aanhang if a.tabel == "barriere_zwakkeplek")
            yield Aanhang("barriere_plekvondst", k.id(), stuk=s.id, eigenaar=s.eigenaar, ouder=plek)
            barriere = next(a.id for a in k.w.aanhang if a.tabel == "barriere_barriere")
            for tabel in ("barriere_casusbarriere", "barriere_faciliteerder"):
                for deel in (1, 2):
                    yield Aanhang(tabel, k.id(), stuk=s.id, eigenaar=s.eigenaar, deel=deel, ouder=barriere)


def _dubbelrollen(k: Bouwer, casus: Stuk, van: dict[str, Any]) -> Iterator[Aanhang]:
    """Two statements are about one person: both of the owner of the case, or one of whoever."""
    eigen = [g.id for t in k.w.stukken.values() if t.eigenaar == casus.eigenaar for g in t.gegevens]
    alle = [g.id for t in k.w.stukken.values() for g in t.gegevens]
    een, twee = k.r.sample(eigen, 2)
    ander = k.r.choice([id for id in alle if id not in (een, twee)])
    yield Aanhang("casus_dubbelrol", k.id(), **van, ouder=een, bij=twee)
    yield Aanhang("casus_dubbelrol", k.id(), **van, ouder=een, bij=ander)


def _barrieres(k: Bouwer) -> None:
    """A partner has a barrier model of its own, for everyone to read."""
    model = Aanhang("barriere_barrieremodel", k.id(), eigenaar=k.r.choice(list(k.w.partners)))
    plek = Aanhang("barriere_zwakkeplek", k.id(), eigenaar=model.eigenaar, ander=model.eigenaar)
    k.w.aanhang += [
        model,
        Aanhang("barriere_barriere", k.id(), eigenaar=model.eigenaar, ouder=model.id),
        plek,
    ]
    k.w.aanhang += [Aanhang("barriere_plekvondst", k.id(), eigenaar=p, ouder=plek.id) for p in k.w.partners]


def _besprekingen(k: Bouwer) -> None:
    """Two bodies of care that met yesterday and meet tomorrow; who sits there begins and ends."""
    for _ in range(2):
        orgaan, eigenaar = k.id(), k.r.choice(list(k.w.partners))
        leden = [
            Lid(partner, rol, (), k.dag(-90, -90, 0, 1), k.dag(-1, 0, 1) if k.kans(0.6) else None, True)
            for partner in k.w.partners for rol in ("regiocoordinator", "zorgdeelnemer") if k.kans(0.6)
        ]  # fmt: skip
        for dag in (k.dag(-1), k.dag(1)):
            o = Overleg(k.id(), orgaan, eigenaar, dag, leden)
            k.w.besprekingen[o.id] = o
            k.w.aanhang.append(Aanhang("zorg_zorgbespreking", o.id, eigenaar=eigenaar, bij=o.id))


def _voornemens(k: Bouwer) -> None:
    """Each partner plans something, and one plan touches the next; what municipalities arranged is there for all."""
    plannen = [Aanhang("interventie_voornemen", k.id(), eigenaar=partner) for partner in k.w.partners]
    k.w.aanhang += plannen
    for plan, ander in pairwise(plannen):
        van: dict[str, Any] = {"eigenaar": plan.eigenaar, "ander": ander.eigenaar, "ouder": plan.id}
        k.w.aanhang += [
            Aanhang("interventie_voornemenmerk", k.id(), **van),
            Aanhang("interventie_botsing", k.id(), **van, bij=ander.id),
            Aanhang("interventie_gemeenteregel", k.id(), eigenaar=plan.eigenaar),
            Aanhang("interventie_mandaat", k.id(), eigenaar=plan.eigenaar),
        ]


def _handhaving(k: Bouwer) -> None:
    """Each partner agreed on steps and set one, and reports to another what it saw."""
    for partner in k.w.partners:
        van: dict[str, Any] = {"eigenaar": partner, "ander": k.r.choice(k.anderen(partner))}
        tabel = Aanhang("interventie_arrangement", k.id(), **van)
        stap = Aanhang("interventie_handhavingsstap", k.id(), **van, ouder=tabel.id)
        k.w.aanhang += [
            tabel, stap, Aanhang("interventie_arrangementstap", k.id(), **van, ouder=tabel.id),
            Aanhang("interventie_handhavingsmerk", k.id(), **van, ouder=stap.id),
            Aanhang("interventie_rapportageafspraak", k.id(), **van),
        ]  # fmt: skip


def _zorgaanbod(k: Bouwer) -> None:
    """Supply of each institution with a place on it, and a request that was refused once and then met."""
    for partner in k.w.partners:
        van: dict[str, Any] = {"eigenaar": partner, "ander": k.r.choice(k.anderen(partner))}
        aanbod = Aanhang("zorg_zorgaanbod", k.id(), **van)
        vraag = Aanhang("zorg_zorgvraag", k.id(), eigenaar=van["ander"])
        plek = Aanhang("zorg_plek", k.id(), **van, ouder=aanbod.id, bij=vraag.id if k.kans(0.5) else None)
        k.w.aanhang += [
            aanbod, vraag, plek, Aanhang("zorg_opvangadres", aanbod.id, **van),
            Aanhang("zorg_weigering", k.id(), **van, bij=vraag.id, ouder=aanbod.id),
            Aanhang("zorg_plaatsing", k.id(), **van, bij=vraag.id, ouder=plek.id),
            Aanhang("zorg_financiering", k.id(), **van), Aanhang("zorg_veldcontact", k.id(), **van),
            Aanhang("zorg_actiebericht", k.id(), **van),
        ]  # fmt: skip


def _overleggen(k: Bouwer) -> None:
    """Two bodies with meetings; on the agenda a case per part, decided, with an action of some partner."""
    casussen, signalen = (
        [s for s in k.w.stukken.values() if s.soort == soort] for soort in ("casus", "signaal")
    )
    for _ in range(2):
        orgaan, eigenaar, signaal = k.id(), k.r.choice(list(k.w.partners)), k.r.choice(signalen)
        leden = [
            Lid(
                partner, rol, k.r.choice(((), (), (1,), (2,))), k.dag(-90, -90, 0), k.dag(0, 90) if k.kans(0.3) else None,
                k.kans(0.8),
            )
            for partner in k.w.partners for rol in ZIT_IN if k.kans(0.6)
        ]  # fmt: skip
        k.w.aanhang.append(Aanhang("overleg_werkwijze", orgaan))
        for dag in (k.dag(-1), k.dag(0), k.dag(1)):
            o = Overleg(k.id(), orgaan, eigenaar, dag, leden)
            k.w.overleggen[o.id] = o
            k.w.aanhang.append(Aanhang("overleg_overleg", o.id, eigenaar=eigenaar, bij=o.id))
            for deel in (1, 2):
                wie = Aanhang(
                    "overleg_aanwezige", k.id(), eigenaar=k.r.choice(leden).partner, bij=o.id, deel=deel
                )
                van: dict[str, Any] = {"stuk": k.r.choice(casussen).id, "bij": o.id, "deel": deel}
                punt = Aanhang("overleg_agendapunt", k.id(), **van)
                besluit = Aanhang("overleg_besluit", k.id(), **van, ouder=punt.id)
                doener = k.r.choice(list(k.w.partners))
                actie = Aanhang("overleg_actie", k.id(), **van, eigenaar=doener, ouder=besluit.id)
                gast = Aanhang(
                    "overleg_deelname", k.id(), **van, eigenaar=eigenaar, ander=k.r.choice(list(k.w.partners)),
                    functie=k.r.choice(list(ZIT_IN)), dicht=k.kans(0.3), ouder=punt.id,
                )  # fmt: skip
                k.w.aanhang += [wie, punt, besluit, actie, gast]
        k.w.aanhang.append(
            Aanhang("zorg_inbreng", k.id(), stuk=signaal.id, eigenaar=signaal.eigenaar, bij=o.id)
        )


def maak_wereld(zaad: int, vandaag: date, stukken: int = 36) -> Bouwer:
    """The world of this seed, with its maker, who can go on making things in it."""
    k = Bouwer(zaad, vandaag, stukken)
    maak(k)
    return k
