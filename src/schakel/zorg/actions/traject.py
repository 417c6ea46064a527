# SPDX-License-Identifier: EUPL-1.2
"""Take somebody in, write down, take a step (ZOR-01)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.convenant import actions as convenant
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.models import Gegeven, Stuk
from schakel.convenant.rules import Categorie, StukSoort
from schakel.kern import klok
from schakel.kern.ids import nieuw_id, vast_id
from schakel.kern.kenmerk import nieuwe_kenmerken
from schakel.logboek import actions as logboek
from schakel.toegang.actor import Actor
from schakel.toegang.models import Gebruiker
from schakel.zorg import queries
from schakel.zorg.actions.gedeeld import Bezwaar, Verouderd, in_de_zorg, noteer
from schakel.zorg.models import Fasestap, Groep, Zorgtraject
from schakel.zorg.rules import fasen
from schakel.zorg.rules.inhoud import SOORTEN, bezwaren_inhoud


@dataclass(frozen=True)
class NieuwTraject:
    """With whom a traject begins; `client` has the fields of `inhoud.SOORTEN["persoon"]`."""

    client: Mapping[str, str] = field(default_factory=dict)
    doelgroep: str = fasen.Doelgroep.ONBEKEND
    leeftijd: str = "onbekend"
    model: str = "vijf"
    vorm: str = ""
    herkomst_id: UUID | None = None
    ouder: Zorgtraject | None = None


@transaction.atomic
def meld_aan(*, door: Actor, nieuw: NieuwTraject, id: UUID | None = None) -> Zorgtraject:
    """Start a traject; who starts it is named on it. Once per `id`."""
    return _meld_aan(door, [nieuw], [id or nieuw_id()])[0]


@transaction.atomic
def meld_groep_aan(*, door: Actor, naam: str, nieuw: Sequence[NieuwTraject], id: UUID | None = None) -> Groep:
    """Everyone who was found together, entered at once: one traject each, to be worked out one by one."""
    in_de_zorg(door)
    if id and (bestaand := queries.groep(door=door, id=id)):
        return bestaand
    if not naam.strip():
        raise Bezwaar([_("Geef de groep een naam, zodat collega’s weten over wie het gaat.")])
    if not 2 <= len(nieuw) <= HOOGSTENS:
        raise Bezwaar([_("Een groep heeft 2 tot %(n)s mensen.") % {"n": HOOGSTENS}])
    groep = Groep(id=id or nieuw_id(), eigenaar_id=door.partner_id, naam=naam, aangemeld_op=klok.vandaag())
    groep.save(force_insert=True)
    _meld_aan(
        door, nieuw, [vast_id("groep", str(groep.pk), str(nr)) for nr in range(len(nieuw))], groep=groep
    )
    return groep


HOOGSTENS = 200
"""People in one group."""


def _meld_aan(
    door: Actor, nieuw: Sequence[NieuwTraject], ids: Sequence[UUID], groep: Groep | None = None
) -> list[Zorgtraject]:
    in_de_zorg(door)
    bekend = {t.pk: t for t in queries.trajecten(door=door).filter(pk__in=ids)}
    te_maken = [(n, i) for n, i in zip(nieuw, ids, strict=True) if i not in bekend]
    for n, _id in te_maken:
        fout = bezwaren_inhoud("persoon", n.client) if n.client else {}
        fout |= {} if n.model in fasen.FASEMODELLEN else {"model": _("Kies een fasemodel.")}
        if fout:
            raise Bezwaar(list(fout.values()), fout)
    for (n, i), kenmerk in zip(
        te_maken, nieuwe_kenmerken("ZRG", len(te_maken)) if te_maken else [], strict=True
    ):
        stuk = convenant.maak_stuk(door=door, soort=StukSoort.ZORGTRAJECT, id=i, besloten=True)
        traject = Zorgtraject(
            stuk=stuk, eigenaar_id=door.partner_id, verantwoordelijk_id=door.partner_id, kenmerk=kenmerk,
            model=n.model, fase=fasen.FASEMODELLEN[n.model].eerste, doelgroep=n.doelgroep, leeftijd=n.leeftijd,
            vorm=n.vorm, herkomst_id=n.herkomst_id, groep=groep, ouder=n.ouder, begeleider_id=door.gebruiker_id,
            aangemeld_op=klok.vandaag(),
        )  # fmt: skip
        traject.save(force_insert=True)
        zet_stap(door, traject, "", traject.fase)
        if n.client:
            leg_vast(door=door, traject=traject, soort="persoon", inhoud=n.client)
        else:
            noteer(door, "schrijven", traject)
        bekend[i] = traject
    return [bekend[i] for i in ids]


def zet_stap(door: Actor, traject: Zorgtraject, van: str, naar: str, reden: str = "") -> None:
    """A line in how the traject went."""
    Fasestap(
        traject=traject, van=van, naar=naar, reden=reden or None, door=door.gebruiker_id, op=klok.nu()
    ).save(force_insert=True)


def vers_van(door: Actor, traject: Zorgtraject, versie: int | None = None) -> Zorgtraject:
    """The traject, locked, for who carries it. Raises `Verouderd` when somebody was first."""
    in_de_zorg(door)
    if traject.verantwoordelijk_id != door.partner_id or traject.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen de instelling die dit traject heeft werkt erin.")
    vers = queries.trajecten(door=door).select_for_update(of=("self",)).filter(pk=traject.pk).first()
    if vers is None:
        raise PermissionError("Alleen wie op dit traject genoemd is werkt erin.")
    if versie is not None and vers.versie != versie:
        raise Verouderd
    return vers


def bewaar(traject: Zorgtraject, **velden: Any) -> Zorgtraject:
    """These fields and the next version."""
    for naam, waarde in velden.items():
        setattr(traject, naam, waarde)
    traject.versie += 1
    traject.save(update_fields=[*velden, "versie"])
    return traject


@transaction.atomic
def leg_vast(
    *,
    door: Actor,
    traject: Zorgtraject,
    soort: str,
    inhoud: Mapping[str, Any],
    vervangt: Gegeven | None = None,
    id: UUID | None = None,
) -> Gegeven:
    """Write something down. What is improved stays readable under the newer one. Once per `id`."""
    vers = vers_van(door, traject)
    if id and (bestaand := queries.gegeven(door=door, traject=vers, id=id)):
        return bestaand
    gevuld = {n: str(w).strip() for n, w in inhoud.items() if str(w or "").strip()}
    if nee := bezwaren_inhoud(soort, gevuld):
        raise Bezwaar(list(nee.values()), nee)
    if vervangt is not None:
        gevuld["vervangt"] = str(vervangt.pk)
    nieuw = NieuwGegeven(
        soort, Categorie.ZORGINHOUD, gevuld, handeling=SOORTEN[soort].handeling, id=id or nieuw_id()
    )
    return convenant.voeg_gegevens_toe(door=door, stuk=vers.stuk, nieuw=[nieuw])[0]


@transaction.atomic
def zet_fase(*, door: Actor, traject: Zorgtraject, naar: str, reden: str, versie: int | None) -> Zorgtraject:
    """One step further, or one back with a reason."""
    vers = vers_van(door, traject, versie)
    soorten = queries.soorten_op(door=door, traject=vers)
    nee = fasen.bezwaren_fase(vers.fasemodel, vers.fase, naar, soorten=soorten, gesloten=vers.gesloten)
    if not nee and not vers.fasemodel.vooruit(vers.fase, naar) and not reden.strip():
        nee = [_("Schrijf waarom het traject een fase teruggaat.")]
    if nee:
        raise Bezwaar(nee)
    zet_stap(door, vers, vers.fase, naar, reden)
    noteer(door, "schrijven", vers)
    return bewaar(vers, fase=naar)


@transaction.atomic
def wijzig_kop(
    *,
    door: Actor,
    traject: Zorgtraject,
    doelgroep: str,
    leeftijd: str,
    vorm: str,
    herkomst: Any,
    versie: int | None,
) -> Zorgtraject:
    """What a place and a route depend on."""
    vers = vers_van(door, traject, versie)
    noteer(door, "schrijven", vers)
    return bewaar(vers, doelgroep=doelgroep, leeftijd=leeftijd, vorm=vorm, herkomst=herkomst)


@transaction.atomic
def betrek(*, door: Actor, traject: Zorgtraject, wie: Gebruiker, begeleider: bool = False) -> None:
    """Name a colleague on the traject; `begeleider`: they carry it from now on."""
    vers = vers_van(door, traject)
    if not queries.collegas(door=door).filter(pk=wie.pk).exists():
        raise Bezwaar([_("Kies een collega die in de zorg werkt.")])
    if not queries.betrokkenen(door=door, traject=vers).filter(gebruiker=wie).exists():
        convenant.maak_betrokken(door=door, stuk=vers.stuk, partner_id=door.partner_id, gebruiker_id=wie.pk)
    noteer(door, "betrekken", vers)
    if begeleider:
        bewaar(vers, begeleider=wie)


@transaction.atomic
def neem_over(*, door: Actor, traject: Zorgtraject, reden: str) -> None:
    """Who watches over the terms steps in where nobody who is named is present; recorded with its reason.

    Until then they see the header alone; what they read after this is in the account under their name.
    """
    if not queries.waakt(door=door) or traject.eigenaar_id != door.partner_id:
        raise PermissionError("Alleen wie over de termijnen van de eigen instelling waakt neemt over.")
    if not reden.strip():
        raise Bezwaar([_("Schrijf waarom je dit traject overneemt.")])
    stuk = Stuk(id=traject.pk, eigenaar_id=traject.eigenaar_id)  # not readable yet; that is what this changes
    convenant.maak_betrokken(door=door, stuk=stuk, partner_id=door.partner_id, gebruiker_id=door.gebruiker_id)
    vers = vers_van(door, traject)
    zet_stap(door, vers, vers.fase, vers.fase, reden)
    noteer(door, "overnemen", vers)


def lees(*, door: Actor, traject: Zorgtraject) -> list[Gegeven]:
    """Everything the actor may read of this traject, with its log lines."""
    doel = "hulp" if traject.eigenaar_id == door.partner_id else ""  # what was shared carries its own purpose
    return convenant.lees_gegevens(door=door, stukken=[traject.stuk], doel=doel)[traject.pk]


def lees_namen(*, door: Actor, trajecten: Sequence[Zorgtraject]) -> dict[UUID, str]:
    """How the clients of these trajecten are called, with the log lines of that read."""
    namen: dict[UUID, str] = {}
    gelezen: dict[UUID, list[Gegeven]] = {}
    for gegeven in queries.clienten(door=door, trajecten=[t.pk for t in trajecten]):
        namen[gegeven.stuk_id] = naam_van(gegeven.inhoud)
        gelezen.setdefault(gegeven.stuk_id, []).append(gegeven)
    for traject in trajecten:
        if traject.pk in gelezen:
            logboek.noteer(
                door=door,
                regels=convenant.logregels(
                    "lezen", traject.stuk, gelezen[traject.pk], doel="hulp", grondslag="eigen taak"
                ),
            )
    return namen


def naam_van(inhoud: Mapping[str, Any]) -> str:
    """Roepnaam, or the whole name."""
    heel = " ".join(str(inhoud[n]) for n in ("voornaam", "achternaam") if inhoud.get(n))
    return str(inhoud.get("roepnaam") or heel)
