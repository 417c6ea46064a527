# SPDX-License-Identifier: EUPL-1.2
"""Illegal changes, tried directly on the tables as the application role in somebody's context: the database alone refuses.

Each attempt is a whole statement that a program with a fault could send. It must fail, or touch no row.
"""

from collections.abc import Callable
from typing import Any

from django.db import Error, connection, transaction

from schakel.convenant.actor import als
from schakel.kern.ids import nieuw_id
from tests.wandeling import model as m
from tests.wandeling.toneel import MENSEN, Wandeling


class Gelukt(AssertionError):
    """Something illegal could be written."""


def probeer(w: Wandeling, naam: str, wie: str, sql: str, *waarden: Any) -> None:
    """The statement fails or touches nothing; whatever it did is undone."""
    fout = ""
    try:
        with als(w.actor(wie)), connection.cursor() as cursor:
            cursor.execute(sql, waarden)
            geraakt = cursor.rowcount
            transaction.set_rollback(True)
    except Error as nee:
        geraakt, fout = 0, type(nee).__name__
    if geraakt:
        raise Gelukt(f"{naam} als {wie}: {geraakt} rijen door {sql} {waarden}")
    w.gedaan += 1
    w.tel[f"verboden in de tabel: {naam} ({fout or 'geen rij'})"] += 1


def _regie(casus: m.Casus) -> str:
    return next(p for p in sorted(casus.betrokken) if casus.is_regie(p))


def fase_zonder_stap(w: Wandeling, casus: m.Casus) -> None:
    naar = w.r.choice([f for f in m.STAPPEN if f != casus.fase])
    probeer(
        w,
        "fase zonder stap",
        _regie(casus),
        "UPDATE convenant_stuk SET fase = %s WHERE id = %s",
        naar,
        casus.id,
    )


def kop_zonder_stap(w: Wandeling, casus: m.Casus) -> None:
    erbij = w.r.choice((-1, 0, 1, 2))
    probeer(
        w, "kop zonder geschiedenis", _regie(casus),
        "UPDATE casus_casus SET compleet_op = now(), versie = versie + %s WHERE stuk_id = %s", erbij, casus.id,
    )  # fmt: skip


def heropenen(w: Wandeling, casus: m.Casus) -> None:
    probeer(
        w, "sluiten of heropenen zonder reden", _regie(casus),
        "UPDATE casus_casus SET afgesloten_op = CASE WHEN afgesloten_op IS NULL THEN now() END, versie = versie + 1 "
        "WHERE stuk_id = %s", casus.id,
    )  # fmt: skip


def stap_verzonnen(w: Wandeling, casus: m.Casus) -> None:
    """A step that does not exist, of another, out of order, or one too many on a closed case."""
    wie = _regie(casus)
    door, partner = w.actor(wie).gebruiker_id, w.actor(wie).partner_id
    van, naar, versie = casus.fase, casus.fase, casus.versie + 1
    match w.r.randint(0, 4):
        case 0:
            van = w.r.choice([f for f in m.STAPPEN if f != casus.fase])
        case 1:
            verder = [f for f in m.STAPPEN[1:] if m.STAPPEN.index(f) > m.STAPPEN.index(casus.fase) + 1]
            naar = w.r.choice(verder or ["detectie" if casus.fase != "detectie" else "niets"])
        case 2:
            versie = casus.versie + w.r.choice((-1, 0, 2))
        case 3:
            door = w.actor(next(p for p in MENSEN if p != wie)).gebruiker_id
        case 4:
            partner = w.actor(next(p for p in MENSEN if m.partner(p) != casus.regie)).partner_id
    probeer(
        w, "stap verzonnen", wie,
        "INSERT INTO casus_stap (id, casus_id, van, naar, reden, deel, partner_id, door, op, versie) "
        "VALUES (%s, %s, %s, %s, 'x', 1, %s, %s, now(), %s)", nieuw_id(), casus.id, van, naar, partner, door, versie,
    )  # fmt: skip


def geschiedenis_herschrijven(w: Wandeling, casus: m.Casus) -> None:
    tabel = w.r.choice(("casus_stap", "casus_weging", "casus_evaluatie"))
    sql = w.r.choice(
        (f"DELETE FROM {tabel} WHERE casus_id = %s", f"UPDATE {tabel} SET deel = 1 WHERE casus_id = %s")
    )
    probeer(w, "geschiedenis herschrijven", w.r.choice(sorted(casus.betrokken)), sql, casus.id)


def casus_afpakken(w: Wandeling, casus: m.Casus) -> None:
    ander = next(p for p in MENSEN if m.partner(p) != casus.regie)
    probeer(
        w, "casus van een ander", ander,
        "UPDATE casus_casus SET eigenaar_id = %s, versie = versie + 1 WHERE stuk_id = %s",
        w.actor(ander).partner_id, casus.id,
    )  # fmt: skip


WEGING = (
    "casus_id, deel, soort, ronde, partner_id, criteria, criteria_versie, feiten_op, kwalificatie, kwalificatie_versie, "
    "uitkomst, motivering, overleg_kenmerk, vastgesteld_op"
)


def weging_van_ander(w: Wandeling, casus: m.Casus) -> None:
    """A view in the name of another, or a second outcome of the same round."""
    wie = _regie(casus)
    weger = "weger" if w.kans(0.5) else "gen_random_uuid()"
    waar = "soort = 'gezamenlijk'" if weger == "weger" else "true"
    probeer(
        w, "weging verzonnen", wie,
        f"INSERT INTO casus_weging (id, weger, {WEGING}) SELECT gen_random_uuid(), {weger}, {WEGING} "
        f"FROM casus_weging WHERE casus_id = %s AND {waar}", casus.id,
    )  # fmt: skip


PIJLEN = {
    "voorgesteld": ("aanvaard", "geweigerd", "weg"),
    "vastgesteld": ("voorgesteld", "uitgevoerd"),
    "aanvaard": ("voorgesteld", "vastgesteld"),
    "geweigerd": ("voorgesteld", "vastgesteld", "aanvaard", "uitgevoerd"),
    "uitgevoerd": ("voorgesteld", "vastgesteld", "aanvaard", "geweigerd"),
}


def interventie_springt(w: Wandeling, casus: m.Casus) -> None:
    """An arrow that does not exist, or one that does without a new version."""
    if not casus.interventies:
        return
    id, i = w.r.choice(list(casus.interventies.items()))
    naar, erbij = w.r.choice(PIJLEN[i.status]), 1
    if i.status == "vastgesteld" and w.kans(0.4):
        naar, erbij = "aanvaard", w.r.choice((-1, 0, 2))
    probeer(
        w, "interventie springt", _regie(casus),
        "UPDATE casus_interventie SET status = %s, versie = versie + %s, weigerreden = 'x', resultaat = 'x', "
        "effect_slachtoffer = 'x' WHERE id = %s", naar, erbij, id,
    )  # fmt: skip


def ongewogen_vaststellen(w: Wandeling, casus: m.Casus) -> None:
    if casus.gewogen or casus.spoed:
        return
    probeer(
        w, "vaststellen zonder weging", _regie(casus),
        "UPDATE casus_interventie SET status = 'vastgesteld', versie = versie + 1, effect_slachtoffer = 'x' "
        "WHERE casus_id = %s AND status = 'voorgesteld'", casus.id,
    )  # fmt: skip


def doel_van_ander(w: Wandeling, casus: m.Casus) -> None:
    """Who only executes changes the goal; who has nothing to do with it changes anything."""
    anderen = [
        p for p in sorted(casus.betrokken) if m.partner(p) != casus.regie and m.rol(p) != "ketenregisseur"
    ]
    if anderen and casus.interventies:
        probeer(
            w, "doel van een ander", w.r.choice(anderen),
            "UPDATE casus_interventie SET doel = 'x', versie = versie + 1 WHERE casus_id = %s", casus.id,
        )  # fmt: skip


def deel_2(w: Wandeling, casus: m.Casus) -> None:
    """Part 2 does not exist for the regiocoördinator, also not when it asks the tables."""
    tabel = w.r.choice(("casus_interventie", "casus_weging", "casus_stap", "overleg_agendapunt"))
    wie = "regiocoordinator@haven"
    probeer(w, "deel 2", wie, f"SELECT 1 FROM {tabel} WHERE deel = 2 AND casus_id = %s", casus.id)


def overleg_springt(w: Wandeling, casus: m.Casus) -> None:
    if not w.overleggen:
        return
    o = w.r.choice(list(w.overleggen.values()))
    fout = {
        "gepland": ("afgesloten", "weg"),
        "bezig": ("gepland",),
        "afgesloten": ("gepland", "bezig"),
    }
    wie = next(p for p in MENSEN if o.leidt(p))
    naar, erbij = w.r.choice(fout[o.status]), 1
    if o.status == "gepland" and w.kans(0.4):
        naar, erbij = "bezig", w.r.choice((0, 2))
    probeer(
        w, "overleg springt", wie,
        "UPDATE overleg_overleg SET status = %s, versie = versie + %s WHERE id = %s", naar, erbij, o.id,
    )  # fmt: skip
    if o.status != "bezig":
        probeer(
            w, "besluit buiten het overleg", wie,
            "INSERT INTO overleg_besluit (id, deel, tekst, reden, genoteerd_door, op, agendapunt_id) "
            "SELECT gen_random_uuid(), deel, 'x', 'x', %s, now(), id FROM overleg_agendapunt WHERE overleg_id = %s",
            w.actor(wie).gebruiker_id, o.id,
        )  # fmt: skip
    probeer(w, "besluit herschrijven", wie, "UPDATE overleg_besluit SET deel = deel")


def actie_herschrijven(w: Wandeling, casus: m.Casus) -> None:
    for o in w.overleggen.values():
        for id, (houder, _s, _v, _d) in o.acties.items():
            wie = next(p for p in MENSEN if m.partner(p) == houder)
            wat = w.r.choice(("omschrijving = 'x', versie = versie + 1", "status = 'open', versie = versie + 1",
                              "resultaat = 'x'", "partner_id = gen_random_uuid(), versie = versie + 1"))  # fmt: skip
            if not (o.acties[id][1] == "open" and wat.startswith("status")):
                probeer(w, "actie herschrijven", wie, f"UPDATE overleg_actie SET {wat} WHERE id = %s", id)
            return


def plan_springt(w: Wandeling, casus: m.Casus) -> None:
    if not w.plannen:
        return
    plan = w.r.choice(list(w.plannen.values()))
    eigen = next(p for p in MENSEN if m.partner(p) == plan.eigenaar)
    ander = next(p for p in MENSEN if m.partner(p) != plan.eigenaar)
    naar = "weg" if plan.status == "gepland" else "gepland"
    probeer(w, "plan springt", eigen,
            "UPDATE interventie_voornemen SET status = %s, versie = versie + 1 WHERE id = %s", naar, plan.id)  # fmt: skip
    probeer(
        w,
        "plan van een ander",
        ander,
        "UPDATE interventie_voornemen SET versie = versie + 1 WHERE id = %s",
        plan.id,
    )
    probeer(
        w, "plan van een ander gelezen", ander, "SELECT 1 FROM interventie_voornemen WHERE id = %s", plan.id
    )
    probeer(w, "botsing verzonnen", ander, "UPDATE interventie_botsing SET vervallen_op = now()")


POGINGEN: tuple[Callable[[Wandeling, m.Casus], None], ...] = (
    fase_zonder_stap, kop_zonder_stap, heropenen, stap_verzonnen, geschiedenis_herschrijven, casus_afpakken,
    weging_van_ander, interventie_springt, ongewogen_vaststellen, doel_van_ander, deel_2, overleg_springt,
    actie_herschrijven, plan_springt,
)  # fmt: skip


def poging(w: Wandeling) -> None:
    """One illegal change, on something that exists."""
    if w.casussen:
        w.r.choice(POGINGEN)(w, w.r.choice(list(w.casussen.values())))
