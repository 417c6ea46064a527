# SPDX-License-Identifier: EUPL-1.2
"""Puts a world in the database, as the owner of the tables: nothing here asks the policy anything."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import connections
from django.db.models import Model

from schakel.casus.models import Casus, CasusSignaal, Dossierstuk, Interventie
from schakel.convenant import models as c
from schakel.kern import klok, postgres, zoekwoorden
from schakel.kern.versleuteling import bos
from schakel.melding.models import Melding
from schakel.partner import models as p
from schakel.signaal.models import Informatieverzoek, Raakvlak, Signaal, SignaalPlaats, Verzoektekst
from schakel.toegang.models import Gebruiker, Token
from schakel.toegang.rules import token_hash
from tests.conftest import _sjabloon
from tests.omgeving import WERK
from tests.orakel import rijen
from tests.orakel.wereld import Betrokken, Bezetting, Gegeven, Stuk, Verstrekking, Wereld, merk

EIGENAAR = "eigenaar"
NIEMAND = UUID(int=0)


def schrijf(*rijen: Model) -> None:
    """Insert rows of one or more kinds, in the order given."""
    per_soort: dict[type[Model], list[Model]] = {}
    for rij in rijen:
        per_soort.setdefault(type(rij), []).append(rij)
    for soort, alle in per_soort.items():
        soort._default_manager.using(EIGENAAR).bulk_create(alle, batch_size=500)


def token_van(bezetting: UUID) -> str:
    """The API token of a person in a function."""
    return f"token-{bezetting}"


def naam(persoon: UUID) -> str:
    """The name of a colleague."""
    return f"Collega {persoon.hex[:12]}"


def logregels(partner: UUID, hoogstens: int | None = None) -> tuple[set[int], set[str]]:
    """Of the newest lines about the data or by the people of this partner: their numbers, and who acted."""
    with connections[EIGENAAR].cursor() as cursor:
        cursor.execute(
            "SELECT volgnr, gebruiker_id FROM logboek_toegang WHERE %s IN (eigenaar_id, partner_id) "
            "ORDER BY volgnr DESC LIMIT %s",
            [partner, hoogstens],
        )
        rijen = cursor.fetchall()
    return {volgnr for volgnr, _ in rijen}, {naam(wie) for _, wie in rijen if wie}


def bewaar(w: Wereld, merk: str) -> None:
    """The whole world."""
    _mensen(w, merk)
    schrijf(*(rij for id in w.convenanten for rij in _convenant(w, id)))
    stukken = list(w.stukken.values())
    schrijf(*(c.Stuk(
        id=s.id, soort=s.soort, eigenaar_id=s.eigenaar, besloten=s.besloten, handeling=s.handeling, fase=s.fase,
        embargo_tot=s.embargo_tot, gemaakt_op=klok.nu(),
    ) for s in stukken))  # fmt: skip
    schrijf(*(betrokkene(s, b) for s in stukken for b in s.betrokkenen))
    schrijf(
        *(c.Genoemd(stuk_id=s.id, eigenaar_id=s.eigenaar, partner_id=n) for s in stukken for n in s.genoemd)
    )
    schrijf_gegevens((s, g) for s in stukken for g in s.gegevens)
    schrijf(*(verstrekking(w, v) for s in stukken for v in s.verstrekkingen))
    _kamers(w, stukken)
    for rij in rijen.aanhang(w, merk):
        schrijf(rij)


def _mensen(w: Wereld, merk: str) -> None:
    dicht = make_password(None)
    schrijf(*(p.Partner(id=x.id, code=f"p{merk}-{nr}", naam=f"Partner {merk}-{nr}", soort=x.soort, tot=x.tot)
              for nr, x in enumerate(w.partners.values())))  # fmt: skip
    personen = dict.fromkeys(b.persoon for b in w.bezettingen.values())
    schrijf(*(Gebruiker(id=x, inlognaam=f"{x}@test", naam=naam(x), password=dicht) for x in personen))
    schrijf(
        *(
            p.Functie(id=f.id, partner_id=f.partner, rol=f.rol, naam=f.rol, tot=f.tot)
            for f in w.functies.values()
        )
    )
    schrijf(*(bezetting(b) for b in w.bezettingen.values()))
    schrijf(*(token(w, b) for b in w.bezettingen.values()))


def bezetting(b: Bezetting) -> p.Bezetting:
    soort = "plaatsvervanger" if b.plaatsvervanger else "houder"
    return p.Bezetting(
        id=b.id, functie_id=b.functie, gebruiker_id=b.persoon, soort=soort, van=b.van, tot=b.tot
    )


def token(w: Wereld, b: Bezetting) -> Token:
    return Token(
        gebruiker_id=b.persoon, bezetting_id=b.id, omschrijving="orakel", hash=token_hash(token_van(b.id)),
        verloopt=w.vandaag + timedelta(days=900),
    )  # fmt: skip


def _convenant(w: Wereld, id: UUID) -> Iterable[Model]:
    x = w.convenanten[id]
    eigenaar = next(iter(w.partners))
    yield c.Convenant(id=x.id, naam=f"Convenant {x.id}", eigenaar_id=eigenaar, opgezegd_op=x.opgezegd_op)
    yield c.ConvenantVersie(
        id=x.versie, convenant_id=x.id, nummer=1, ingang=x.ingang, einde=x.einde,
        status="vastgesteld" if x.vastgesteld else "concept",
    )  # fmt: skip
    for partner, (status, op, uit) in x.partijen.items():
        yield c.Partij(
            convenant_id=x.id, partner_id=partner, status=status, ondertekend_op=op, uitgetreden_op=uit
        )
    for r in x.regels:
        yield c.Regel(
            versie_id=x.versie, code=r.code, van=r.van, naar=r.naar, categorie=r.categorie, naar_functie=r.functie,
            naar_deel=r.deel, fasen=list(r.fasen), doelen=list(r.doelen), wijze=r.wijze, grondslag="WGS",
            voorwaarden=list(r.voorwaarden), geldig_van=r.geldig_van, geldig_tot=r.geldig_tot,
        )  # fmt: skip


def betrokkene(s: Stuk, b: Betrokken) -> c.Betrokkene:
    return c.Betrokkene(
        id=b.id,
        stuk_id=s.id,
        eigenaar_id=s.eigenaar,
        partner_id=b.partner,
        gebruiker_id=b.persoon,
        van=b.van,
        tot=b.tot,
    )


def verstrekking(w: Wereld, v: Verstrekking) -> c.Verstrekking:
    stuk = w.stukken[v.stuk]
    return c.Verstrekking(
        id=v.id, stuk_id=v.stuk, van_partner_id=v.van, aan_partner_id=v.aan, aan_functie=v.functie, casus_id=v.casus,
        stuk_besloten=stuk.besloten, stuk_soort=stuk.soort, categorieen=list(v.categorieen), doel="hulp", deel=v.deel,
        fase=stuk.fase, versie_id=w.convenanten[v.convenant].versie, regels=["R1"], geanonimiseerd=v.geanonimiseerd,
        begin=v.begin, einde=v.einde, door=NIEMAND, gemaakt_op=klok.nu(), motivering=merk(v.id, 9004),
        wacht_op_tweede=v.wacht,
        ingetrokken_op=klok.nu() if v.ingetrokken else None,
    )  # fmt: skip


def schrijf_gegevens(paren: Iterable[tuple[Stuk, Gegeven]]) -> None:
    """Fields with their sources and their search words."""
    lijst = list(paren)
    rijen = [(s, g, _inhoud(s, g)) for s, g in lijst]
    schrijf(*(c.Gegeven(
        id=g.id, stuk_id=s.id, eigenaar_id=s.eigenaar, soort=soort, categorie=g.categorie, handeling=g.handeling,
        embargo_tot=g.embargo_tot, bewaren_tot=g.bewaren_tot, gemaakt_op=klok.nu(), inhoud=inhoud,
    ) for s, g, (soort, inhoud) in rijen))  # fmt: skip
    schrijf(*(c.GegevenBron(gegeven_id=g.id, eigenaar_id=s.eigenaar, beschermd=g.bron_beschermd, inhoud=g.bron)
              for s, g in lijst if g.bron))  # fmt: skip
    schrijf(*(c.Zoekwoord(woord=bos().merk64("zoekwoord", woord), gegeven_id=g.id, stuk_id=s.id)
              for s, g, (_, inhoud) in rijen for woord in zoekwoorden.woorden_van(inhoud)))  # fmt: skip


def _inhoud(s: Stuk, g: Gegeven) -> tuple[str, dict[str, str]]:
    if g.categorie.startswith("persoon"):
        return "persoon", {"voornaam": "Iemand", "achternaam": g.kanarie}
    if s.soort == "zorgtraject":
        return "contact", {"datum": "2026-03-01", "verslag": g.kanarie}
    return "tekst", {"tekst": f"gezien is {g.kanarie}"}


def _kamers(w: Wereld, stukken: list[Stuk]) -> None:
    """The tables of the rooms, that hang on the objects."""
    rijen = [rij for s in stukken for rij in _kamer(s)]
    rijen += [rij for s in stukken if s.in_casus for rij in _in_casus(s)]
    nu = klok.nu()
    rijen += [Raakvlak(
        id=r.id, stuk_id=r.stuk, eigenaar_id=w.stukken[r.stuk].eigenaar, tegenpartij_id=r.tegenpartij,
        ander_stuk_id=r.ander, soorten=["telefoon"], gevonden_op=nu,
    ) for r in w.raakvlakken]  # fmt: skip
    for v in w.verzoeken:
        rijen.append(Informatieverzoek(
            id=v.id, van_id=v.van, aan_id=v.aan, stuk_id=v.stuk, doel="hulp", grondslag="WGS", termijn=5,
            uiterlijk=v.uiterlijk, door=NIEMAND, gemaakt_op=nu,
        ))  # fmt: skip
        rijen.append(
            Verzoektekst(
                id=v.tekst, verzoek_id=v.id, van_id=v.van, aan_id=v.aan, soort="vraag", tekst=v.vraag
            )
        )
    schrijf(*rijen)


def _kamer(s: Stuk) -> Iterable[Model]:
    basis: dict[str, Any] = {"stuk_id": s.id, "eigenaar_id": s.eigenaar, "kenmerk": s.kenmerk}
    nu = klok.nu()
    if s.soort == "signaal":
        yield Signaal(**basis, gemaakt_op=nu, gemaakt_door=NIEMAND)
        yield SignaalPlaats(signaal_id=s.id, soort="uitbuiting", buitenland=f"Land {s.kenmerk}")
    elif s.soort == "casus":
        yield Casus(**basis, soort="groep", geopend_op=nu, werktitel=merk(s.id, 9001))
        for i, deel in s.delen.items():
            yield Interventie(
                id=i, casus_id=s.id, casus_eigenaar_id=s.eigenaar, deel=deel, soort="opsporingsonderzoek",
                partner_id=s.eigenaar, uitvoerder_id=s.eigenaar, doel=merk(i, 9002), voorgesteld_op=nu,
            )  # fmt: skip
    elif s.soort == "melding":
        yield Melding(
            **basis, afzender_id=s.afzender, kanaal="web", ontvangen_op=nu, code_merk=s.id.bytes,
            tekst=merk(s.id, 9003),
        )  # fmt: skip


def _in_casus(s: Stuk) -> Iterable[Model]:
    nu = klok.nu()
    if s.soort == "dossierstuk":
        yield Dossierstuk(
            stuk_id=s.id, eigenaar_id=s.eigenaar, casus_id=s.in_casus, aard="overig", ingebracht_op=nu
        )
    else:
        yield CasusSignaal(
            casus_id=s.in_casus, signaal_id=s.id, signaal_eigenaar_id=s.eigenaar, ingebracht_op=nu,
            ingebracht_door=NIEMAND,
        )  # fmt: skip


def leeg() -> None:
    """A fresh copy of the database, so that each world begins with what is supplied and nothing else."""
    server, naam = postgres.start(WERK / "pg"), connections[EIGENAAR].settings_dict["NAME"]
    connections.close_all()
    postgres.verwijder_database(server, naam)
    postgres.maak_database(server, naam, sjabloon=_sjabloon())
    with connections[EIGENAAR].cursor() as cursor:  # what is never lost is proved in tests/misbruik
        cursor.execute(f'ALTER DATABASE "{naam}" SET synchronous_commit = off')
    connections.close_all()
