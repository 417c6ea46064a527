# SPDX-License-Identifier: EUPL-1.2
"""Opening a case, moving it along the six steps, naming people on it, closing it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.casus import queries, rules
from schakel.casus.models import Casus, CasusSignaal, Dossierstuk, Stap
from schakel.casus.rules.wie import ik, mijn
from schakel.convenant import actions as convenant
from schakel.convenant import queries as delen
from schakel.convenant.models import Betrokkene, Stuk
from schakel.convenant.rules import Categorie, Doel, Fase, StukSoort
from schakel.kern import klok
from schakel.kern.ids import een_tegelijk
from schakel.kern.kenmerk import nieuw_kenmerk
from schakel.logboek import actions as logboek
from schakel.partner.models import Bezetting, Gemeente
from schakel.toegang.actor import Actor


class Bezwaar(ValueError):
    """The step cannot be taken now; `redenen` says why and what to do, one Dutch sentence each."""

    def __init__(self, redenen: Sequence[str]) -> None:
        super().__init__(" ".join(redenen))
        self.redenen = list(redenen)


@transaction.atomic
def maak(
    *,
    door: Actor,
    soort: str,
    werktitel: str,
    reden: str,
    vormen: Iterable[str] = (),
    gemeenten: Iterable[Gemeente] = (),
    signalen: Iterable[Stuk] = (),
    id: UUID | None = None,
) -> Casus:
    """Open a case under the regie of the actor's partner, with the signals it begins with; twice the same id
    is once."""
    from schakel.casus.actions.dossier import voeg_signaal_toe

    if door.functie not in rules.REGIE:
        raise PermissionError("Alleen een ketenregisseur of aandachtsfunctionaris opent een casus.")
    een_tegelijk(id)
    if bestaand := queries.casus(door=door, id=id):
        return bestaand
    stuk = convenant.maak_stuk(door=door, soort=StukSoort.CASUS, id=id, besloten=True)
    casus = Casus(
        stuk=stuk,
        eigenaar_id=stuk.eigenaar_id,
        kenmerk=nieuw_kenmerk("CAS"),
        soort=soort,
        werktitel=werktitel,
        vormen=sorted(vormen),
        geopend_op=klok.nu(),
        versie=0,
    )
    casus.save(force_insert=True)
    casus.gemeenten.set(gemeenten)
    for signaal in signalen:
        voeg_signaal_toe(door=door, casus=casus, signaal=signaal)
    schrijf_stap(door=door, casus=casus, naar=Fase.DETECTIE, reden=reden)
    return casus


def voor_regie(door: Actor, casus: Casus, versie: int | None = None) -> Casus:
    """The case, locked, for a verb of the regie. Raises `Verouderd` when somebody was first."""
    if not rules.mag_regie(door.functie, casus.eigenaar_id == door.partner_id):
        raise PermissionError("Alleen de regie van deze casus kan dit.")
    vers = Casus.objects.select_related("stuk").select_for_update(of=("self",)).get(pk=casus.pk)
    if versie is not None and vers.versie != versie:
        raise rules.Verouderd
    return vers


def schrijf_stap(*, door: Actor, casus: Casus, naar: str, reden: str, deel: int = 1, **velden: Any) -> Stap:
    """One entry of the history, the new version of the header, and the log line. A closed case raises `Bezwaar`."""
    if casus.afgesloten_op is not None:
        raise Bezwaar([_("De casus is afgesloten.")])
    van = casus.stuk.fase
    for naam, waarde in velden.items():
        setattr(casus, naam, waarde)
    casus.versie += 1
    stap = Stap(
        casus=casus,
        van=van,
        naar=naar,
        reden=reden,
        deel=deel,
        partner_id=mijn(door),
        door=ik(door),
        op=klok.nu(),
        versie=casus.versie,
    )
    stap.save(force_insert=True)  # before the header: the database lets nothing change without its entry here
    casus.save(update_fields=["versie", *velden])
    if naar in rules.VOLGORDE and naar != van:
        casus.stuk.fase = naar
        casus.stuk.save(update_fields=["fase"])
    volg_fase(door=door, casus=casus)
    schrijf_logregel(door, casus, "schrijven")
    return stap


def schrijf_logregel(door: Actor, casus: Casus, handeling: str) -> None:
    """The account of one act on the case itself."""
    logboek.noteer(door=door, regels=convenant.logregels(handeling, casus.stuk, []))


def volg_fase(*, door: Actor, casus: Casus) -> None:
    """Signals and pieces of the actor's own partner stand in the step of their case, so that rules per fase
    fit.

    Each partner moves its own: this runs with every verb of that partner in the case.
    """
    fase = casus.stuk.fase
    in_casus = [
        CasusSignaal.objects.filter(casus_id=casus.pk, signaal_eigenaar_id=mijn(door)).values("signaal_id"),
        Dossierstuk.objects.filter(casus_id=casus.pk, eigenaar_id=mijn(door)).values("pk"),
    ]
    eigen = Stuk.objects.filter(eigenaar_id=mijn(door)).exclude(fase=fase)
    for ids in in_casus:
        eigen.filter(pk__in=ids).update(fase=fase)


@transaction.atomic
def wijzig(
    *, door: Actor, casus: Casus, versie: int, gemeenten: Iterable[Gemeente] | None = None, **velden: Any
) -> Casus:
    """Change the header (werktitel, soort, vormen, casemanager). Raises `Verouderd`; nothing is
    overwritten."""
    vers = voor_regie(door, casus, versie)
    anders = {naam: waarde for naam, waarde in velden.items() if getattr(vers, naam) != waarde}
    gewijzigd = sorted(anders)
    if gemeenten is not None and set(vers.gemeenten.all()) != set(gemeenten):
        vers.gemeenten.set(gemeenten)
        gewijzigd.append("gemeenten")
    if gewijzigd:
        reden = _("Gewijzigd: %(velden)s.") % {"velden": ", ".join(gewijzigd)}
        schrijf_stap(door=door, casus=vers, naar=vers.stuk.fase, reden=reden, **anders)
    return vers


@transaction.atomic
def zet_stap(*, door: Actor, casus: Casus, naar: str, reden: str, versie: int, deel: int = 1) -> Casus:
    """Move the case to another step. Raises `Bezwaar` with what must be done first, or `Verouderd`."""
    vers = voor_regie(door, casus, versie)
    if naar not in rules.VOLGORDE:
        raise Bezwaar([_("Kies een van de stappen.")])
    if nee := rules.bezwaren(queries.stand_van(door=door, casus=vers), Fase(naar), reden):
        raise Bezwaar(nee)
    terug = {"compleet_op": None} if naar == Fase.DOSSIERVORMING else {}
    schrijf_stap(door=door, casus=vers, naar=naar, reden=reden, deel=deel, **terug)
    return vers


@transaction.atomic
def meld_compleet(*, door: Actor, casus: Casus, toelichting: str, versie: int) -> Casus:
    """The dossier is complete and ready for the overleg (CAS-02)."""
    vers = voor_regie(door, casus, versie)
    if queries.stand_van(door=door, casus=vers).stukken == 0:
        raise Bezwaar([_("Breng eerst een signaal of dossierstuk in.")])
    reden = toelichting.strip() or _("Dossier compleet.")
    schrijf_stap(door=door, casus=vers, naar=vers.stuk.fase, reden=reden, compleet_op=klok.nu())
    return vers


@transaction.atomic
def spoedroute(*, door: Actor, casus: Casus, reden: str, functie: str, versie: int) -> Casus:
    """Act now, weigh afterwards: with a reason and the competent function that was consulted (CAS-07)."""
    vers = voor_regie(door, casus, versie)
    if not (reden.strip() and functie.strip()):
        raise Bezwaar([_("De spoedroute vraagt een reden en de bevoegde functie die je hebt geraadpleegd.")])
    if vers.spoed_op is None:
        schrijf_stap(
            door=door,
            casus=vers,
            naar=vers.stuk.fase,
            reden=_("Spoedroute: %(reden)s") % {"reden": reden},
            spoed_op=klok.nu(),
            spoed_reden=reden,
            spoed_functie=functie,
        )
    return vers


@transaction.atomic
def sluit(*, door: Actor, casus: Casus, reden: str, toelichting: str, versie: int) -> Casus:
    """Close or shelve the case with a reason of the list; the words are for the partners."""
    vers = voor_regie(door, casus, versie)
    if nee := rules.bezwaren_sluiten(queries.stand_van(door=door, casus=vers), reden, toelichting):
        raise Bezwaar(nee)
    schrijf_stap(
        door=door,
        casus=vers,
        naar=rules.AFGESLOTEN,
        reden=toelichting,
        afgesloten_op=klok.nu(),
        afgesloten_reden=reden,
    )
    return vers


@transaction.atomic
def betrek(
    *,
    door: Actor,
    casus: Casus,
    bezetting: Bezetting,
    categorieen: Iterable[Categorie] = (),
    doel: str = Doel.PREVENTIE,
    tot: date,
    motivering: str = "",
    id: UUID | None = None,
) -> Betrokkene:
    """Name a person on the case. At another partner the case is shared with that function first, under the
    rule.

    Only the regie names someone elsewhere; any betrokkene names a colleague. Raises `NietToegestaan` with
    reasons.
    """
    partner = bezetting.functie.partner
    if partner.pk != door.partner_id:
        voor_regie(door, casus)
        nodig, rol = {str(c) for c in categorieen}, bezetting.functie.rol
        heeft = delen.gedeeld_met(door=door, stuk_id=casus.pk).filter(
            aan_partner=partner, aan_functie__in=("", rol)
        )
        if not any(nodig <= set(v.categorieen) for v in heeft):
            convenant.deel(
                door=door,
                stuk=casus.stuk,
                met=partner,
                categorieen=categorieen,
                doel=Doel(doel),
                tot=tot,
                functie=rol,
                motivering=motivering,
                id=id,
            )
    bestaand = Betrokkene.objects.filter(
        stuk_id=casus.pk, partner=partner, gebruiker_id=bezetting.gebruiker_id, tot=tot
    )
    betrokkene = bestaand.first() or convenant.maak_betrokken(
        door=door, stuk=casus.stuk, partner_id=partner.pk, gebruiker_id=bezetting.gebruiker_id, tot=tot
    )
    volg_fase(door=door, casus=casus)
    schrijf_logregel(door, casus, "betrekken")
    return betrokkene
