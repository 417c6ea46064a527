# SPDX-License-Identifier: EUPL-1.2
"""Random acts in meetings and with plans that may touch those of others."""

from datetime import timedelta
from typing import Any

from schakel.casus import actions as casussen
from schakel.casus import queries as casusqueries
from schakel.convenant.actor import als
from schakel.interventie import actions as plannen
from schakel.interventie import queries as planqueries
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.overleg import actions, queries
from schakel.overleg.actions import NieuweActie
from tests.wandeling import model as m
from tests.wandeling.toneel import DELEN, MENSEN, Wandeling


def plan_overleg(w: Wandeling) -> None:
    if w.kans(0.6):
        return
    wie, id = w.wie("ketenregisseur@riec"), nieuw_id()
    verwacht = m.JA if m.rol(wie) in m.REGIE else m.VERBODEN
    w.doe("plan overleg", wie, verwacht, lambda door: actions.plan(
        door=door, orgaan=w.orgaan, tijdstip=klok.nu() + timedelta(days=2), id=id))  # fmt: skip
    if verwacht == m.JA:
        w.overleggen[id] = m.Overleg(id, m.partner(wie))


def _overleg(w: Wandeling, *statussen: str) -> m.Overleg | None:
    alle = list(w.overleggen.values())
    goed = [o for o in alle if o.status in statussen]
    return w.r.choice(goed if goed and w.kans(0.8) else alle) if alle else None


def _leider(w: Wandeling, o: m.Overleg) -> str:
    return w.wie(next(p for p in MENSEN if o.leidt(p)))


def agendeer(w: Wandeling) -> None:
    if (o := _overleg(w, "gepland", "bezig")) is None or not w.casussen:
        return
    wie, casus = _leider(w, o), w.r.choice(list(w.casussen.values()))
    if wie not in casus.betrokken:
        return
    deel, id = w.r.choice(DELEN[wie]), nieuw_id()
    al = (casus.id, deel) in o.punten.values()
    if not o.leidt(wie):
        verwacht = m.VERBODEN
    else:
        kan = o.status != "afgesloten" and not casus.gesloten and (casus.compleet or casus.spoed)
        verwacht = m.JA if kan or al else m.NEE
    w.doe("agendeer", wie, verwacht, lambda door: actions.zet_op_agenda(
        door=door, overleg=queries.overleg(door=door, id=o.id), casus=w.casus_voor(door, casus.id), deel=deel, id=id),
        schrijft=not al)  # fmt: skip
    if verwacht == m.JA and not al:
        o.punten[id] = (casus.id, deel)


def zet_status(w: Wandeling) -> None:
    if (o := _overleg(w, "gepland", "bezig")) is None or w.kans(0.5):
        return
    wie, versie = _leider(w, o), w.versie(o.versie)
    goed = {"gepland": "bezig", "bezig": "afgesloten"}.get(o.status, "bezig")
    naar = goed if w.kans(0.8) else w.r.choice(("gepland", "bezig", "afgesloten", "weg"))
    if not o.leidt(wie):
        verwacht = m.VERBODEN
    elif versie != o.versie:
        verwacht = m.VEROUDERD
    else:
        verwacht = m.JA if (o.status, naar) in (("gepland", "bezig"), ("bezig", "afgesloten")) else m.NEE
    w.doe("zet status", wie, verwacht, lambda door: actions.zet_status(
        door=door, overleg=queries.overleg(door=door, id=o.id), naar=naar, versie=versie))  # fmt: skip
    if verwacht == m.JA:
        o.status, o.versie = naar, o.versie + 1


def besluit(w: Wandeling) -> None:
    o = _overleg(w, "bezig")
    if o is None or not o.punten:
        return
    punt_id = w.r.choice(list(o.punten))
    casus, deel = w.casussen[o.punten[punt_id][0]], o.punten[punt_id][1]
    wie = _leider(w, o)
    if wie not in casus.betrokken or deel not in DELEN[wie]:
        return
    tekst, reden, houder = w.tekst(), w.tekst(), w.r.choice(MENSEN)
    mee = [(id, i) for id, i in casus.interventies.items() if i.status == "voorgesteld" and i.deel <= deel][
        :1
    ]
    vast = [casus.mag_vaststellen(wie, i) for _id, i in mee]
    if not o.leidt(wie):
        verwacht = m.VERBODEN
    elif o.status != "bezig" or not tekst.strip() or not reden.strip():
        verwacht = m.NEE
    else:
        verwacht = next((v for v in vast if v != m.JA), m.JA)
    acties = [NieuweActie(w.regio.partner(m.partner(houder)), "doe iets")] if w.kans(0.7) else []

    def doe(door: Any) -> Any:
        maatregelen = [casusqueries.interventie(door=door, id=id) for id, _i in mee]
        punt = queries.agendapunt(door=door, id=punt_id)
        return actions.besluit(
            door=door, agendapunt=punt, tekst=tekst, reden=reden, interventies=maatregelen, acties=acties
        )

    gedaan = w.doe("besluit", wie, verwacht, doe)
    if verwacht == m.JA:
        o.besluiten += 1
        for _id, i in mee:
            i.status, i.versie = "vastgesteld", i.versie + 1
        _onthoud_acties(w, o, wie, gedaan, deel)


def _onthoud_acties(w: Wandeling, o: m.Overleg, wie: str, besluit: Any, deel: int) -> None:
    door = w.actor(wie)
    with als(door):
        overleg = queries.overleg(door=door, id=o.id)
        assert overleg is not None
        for actie in queries.acties(door=door, overleg=overleg).filter(besluit_id=besluit.pk):
            o.acties[actie.pk] = (actie.partner.code, "open", 1, deel)


def rond_af(w: Wandeling) -> None:
    alle = [(o, id, a) for o in w.overleggen.values() for id, a in o.acties.items()]
    if not alle:
        return
    o, id, (houder, _status, nu, deel) = w.r.choice(alle)
    wie = next(p for p in MENSEN if m.partner(p) == houder)
    if deel not in DELEN[wie]:
        return
    tekst, versie, naar = w.tekst(), w.versie(nu), w.r.choice(("gedaan", "vervallen"))
    verwacht = m.NEE if not tekst.strip() else m.VEROUDERD if versie != nu else m.JA
    w.doe("rond actie af", wie, verwacht, lambda door: actions.rond_af(
        door=door, actie=queries.actie(door=door, id=id), resultaat=tekst, versie=versie, status=naar))  # fmt: skip
    if verwacht == m.JA:
        o.acties[id] = (houder, naar, nu + 1, deel)


# ---- plans that may touch ----


def _adres(w: Wandeling, nummer: int) -> dict[str, str]:
    """Each round has addresses of its own: the plans of an earlier one are still there."""
    return {"straat": "Proefweg", "huisnummer": str(w.ronde * 20 + nummer), "plaats": "Lindemeer"}


def neem_voor(w: Wandeling) -> None:
    wie, id, adres = w.wie(), nieuw_id(), w.r.randint(1, 12)
    begin = w.r.randint(-3, 20)
    einde = begin + w.r.randint(-1, 4)
    plan = m.Plan(id, m.partner(wie), adres, begin, einde)
    dag = klok.vandaag()
    verwacht = m.JA if begin <= einde and einde >= 0 else m.NEE
    verwacht = m.VERBODEN if m.rol(wie) == "regiocoordinator" else verwacht
    w.doe("neem voor", wie, verwacht, lambda door: plannen.neem_voor(
        door=door, soort="controle", omschrijving="proef", onderwerpen=[_adres(w, adres)], id=id,
        begin=dag + timedelta(days=begin), einde=dag + timedelta(days=einde)))  # fmt: skip
    if verwacht != m.JA:
        return
    for ander in w.plannen.values():
        samen = ander.begin <= einde and begin <= ander.einde
        if ander.status == "gepland" and ander.adres == adres and ander.eigenaar != plan.eigenaar and samen:
            gezegd: set[str] = set()
            plan.met[ander.id] = ander.met[id] = gezegd
    w.plannen[id] = plan


def _plan(w: Wandeling) -> m.Plan | None:
    gepland = [p for p in w.plannen.values() if p.status == "gepland"]
    alle = gepland if gepland and w.kans(0.9) else list(w.plannen.values())
    return w.r.choice(alle) if alle else None


def _planner(p: m.Plan) -> str:
    return next(x for x in MENSEN if m.partner(x) == p.eigenaar)


def bevestig(w: Wandeling) -> None:
    if (plan := _plan(w)) is None or not plan.met:
        return
    wie = _planner(plan)

    def doe(door: Any) -> Any:
        voornemen = planqueries.voornemen(door=door, id=plan.id)
        bellen = planqueries.botsingen(door=door, voornemens=[voornemen])[plan.id]
        if not bellen:
            return None
        bel = w.r.choice(bellen)
        plannen.bevestig(door=door, voornemen=voornemen, botsing_id=bel.botsing.pk)
        return {bel.botsing.voornemen_id, bel.botsing.met_voornemen_id} - {plan.id}

    anderen = w.doe("bevestig", wie, m.JA, doe)
    for ander in anderen or ():
        plan.met[ander].add(plan.eigenaar)


def rond_plan_af(w: Wandeling) -> None:
    if (plan := _plan(w)) is None or w.kans(0.4):
        return
    wie, versie = _planner(plan), w.versie(plan.versie)
    status = w.r.choice(("uitgevoerd", "ingetrokken"))
    wacht = [g for ander, g in plan.met.items() if len(g) < 2 and not _voorbij(w, plan, ander)]
    if versie != plan.versie:
        verwacht = m.VEROUDERD
    elif plan.status != "gepland" or (status == "uitgevoerd" and wacht):
        verwacht = m.NEE
    else:
        verwacht = m.JA
    w.doe("rond plan af", wie, verwacht, lambda door: plannen.rond_af(
        door=door, voornemen=planqueries.voornemen(door=door, id=plan.id), status=status, resultaat="klaar",
        versie=versie))  # fmt: skip
    if verwacht == m.JA:
        plan.status, plan.versie = status, plan.versie + 1


def _voorbij(w: Wandeling, plan: m.Plan, ander: Any) -> bool:
    """A clash is over once one of both plans is: withdrawn or carried out."""
    return w.plannen[ander].status != "gepland"


def vaststellen_namens_overleg(w: Wandeling) -> None:
    """A ketenregisseur fixes a measure in somebody else's case."""
    wie = "ketenregisseur@riec"
    met = [c for c in w.casussen.values() if c.regie != "riec" and wie in c.betrokken and c.interventies]
    if not met:
        return
    casus = w.r.choice(met)
    id, i = w.r.choice(list(casus.interventies.items()))
    verwacht = casus.mag_vaststellen(wie, i)
    w.doe("stel vast namens overleg", wie, verwacht, lambda door: casussen.stel_vast(
        door=door, casus=w.casus_voor(door, casus.id),
        interventies=[casusqueries.interventie(door=door, id=id)]))  # fmt: skip
    if verwacht == m.JA and i.status == "voorgesteld":
        i.status, i.versie = "vastgesteld", i.versie + 1


DADEN = (
    (plan_overleg, 2), (agendeer, 5), (zet_status, 3), (besluit, 5), (rond_af, 3), (neem_voor, 3), (bevestig, 3),
    (rond_plan_af, 4), (vaststellen_namens_overleg, 1),
)  # fmt: skip
