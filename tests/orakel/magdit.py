# SPDX-License-Identifier: EUPL-1.2
"""The judgement "Mag dit?" a second time, from the design."""

from dataclasses import replace

from tests.orakel.model import NODIG, Orakel
from tests.orakel.wereld import Regel, Stuk, Voorstel, Wie


def mag(o: Orakel, v: Voorstel) -> bool:
    """May this be shared? Every category needs a rule of an agreement in force of which both are party."""
    stuk = v.stuk
    if v.van == v.aan or not v.categorieen:
        return False
    if stuk is not None:
        rol = Wie(stuk.id, stuk.id, v.aan, v.functie or "ketenregisseur", frozenset())
        handeling = stuk.handeling
        if not v.functie and handeling not in ("eigen", "genoemd"):
            handeling = "keten"
        if not o.open(rol, handeling, v.aan in stuk.genoemd, stuk.embargo_tot):
            return False
    akkoord = _toestemming(o, stuk)
    if akkoord is False:
        return False
    if akkoord:
        v = replace(v, voorwaarden=(*v.voorwaarden, "toestemming-betrokkene"))
    if v.functie and not set(v.categorieen) <= set(NODIG.get(v.functie, "").split()):
        return False
    return all(_gedekt(o, v, categorie) for categorie in v.categorieen)


def _toestemming(o: Orakel, stuk: Stuk | None) -> bool | None:
    """What a client said of this object decides, for every category and partner here; None: nothing was recorded."""
    gezegd = [a for a in o.w.aanhang if stuk and (a.tabel, a.stuk) == ("convenant_toestemming", stuk.id)]
    return any(a.functie == "toestemming" and not a.dicht for a in gezegd) if gezegd else None


def _gedekt(o: Orakel, v: Voorstel, categorie: str) -> bool:
    """One rule that forbids beats all; else one is enough whose conditions are met (four eyes come after)."""
    regels = [
        r
        for c in o.w.convenanten.values()
        if o.in_kracht(c) and o.partij(c, v.van) and o.partij(c, v.aan)
        for r in c.regels
        if _past(o, r, v, categorie)
    ]
    return not any(r.wijze == "niet" for r in regels) and any(
        set(r.voorwaarden) <= {*v.voorwaarden, "vier-ogen"} and (r.wijze == "volledig" or v.geanonimiseerd)
        for r in regels
    )


def _past(o: Orakel, r: Regel, v: Voorstel, categorie: str) -> bool:
    van, aan = o.w.partners[v.van].soort, o.w.partners[v.aan].soort
    return (
        r.categorie == categorie
        and r.van in ("*", van)
        and r.naar in ("*", aan)
        and r.functie in ("", v.functie)
        and r.deel in (None, v.deel)
        and (not r.fasen or v.fase in r.fasen)
        and (not r.doelen or v.doel in r.doelen)
        and (r.geldig_van is None or r.geldig_van <= o.w.vandaag)
        and (r.geldig_tot is None or o.w.vandaag <= r.geldig_tot)
    )
