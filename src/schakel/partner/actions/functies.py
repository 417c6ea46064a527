# SPDX-License-Identifier: EUPL-1.2
"""Functions: set up, fill, end, hand over, have looked after (PAR-02, PAR-03)."""

import secrets
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from schakel.kern import klok
from schakel.partner import queries, rules
from schakel.partner.actions.rechten import KanNiet, MagNiet, eis_partner, eis_regio
from schakel.partner.models import Bezetting, Functie, Gemeente, Overdracht, Waarneming
from schakel.partner.queries import geldig_op
from schakel.toegang.actions import maak_gebruiker
from schakel.toegang.actor import Actor
from schakel.toegang.models import Gebruiker


@transaction.atomic
def richt_functie_in(*, door: Actor, functie: Functie, gemeenten: list[Gemeente] | None = None) -> Functie:
    """Add or change a function of the own partner; functions for the whole region by who keeps the region."""
    if functie.rol in rules.REGIOROLLEN or not queries.mag_partner_beheren(door, functie.partner):
        eis_regio(door)
    functie.save()
    if gemeenten is not None:
        functie.gemeenten.set(gemeenten)
    return functie


@transaction.atomic
def hef_functie_op(*, door: Actor, functie: Functie, tot: date) -> None:
    """The function ends; nobody can fill it after `tot`. Its holders end with it."""
    eis_partner(door, functie.partner)
    functie.tot = tot
    functie.save(update_fields=["tot"])


@transaction.atomic
def vervul(
    *,
    door: Actor,
    functie: Functie,
    gebruiker: Gebruiker,
    soort: str = Bezetting.Soort.HOUDER,
    van: date,
    tot: date | None = None,
) -> Bezetting:
    """Let a colleague fill a function, as holder or deputy. An open handover becomes theirs to read.

    Nobody gives themselves a function. Raises `KanNiet` (what to do instead) or `MagNiet`.
    """
    eis_partner(door, functie.partner)
    if gebruiker.pk == door.gebruiker_id:
        raise KanNiet(_("Je kunt jezelf geen functie geven. Vraag dat aan een andere functioneel beheerder."))
    if tot is not None and tot < van:
        raise KanNiet(_("De laatste dag ligt voor de eerste dag. Pas een van beide aan."))
    if functie.tot is not None and functie.tot < van:
        raise KanNiet(_("Deze functie is opgeheven. Maak een nieuwe functie, of kies een andere."))
    nu = Bezetting.objects.filter(functie=functie).exclude(tot__lt=van)
    if nu.filter(gebruiker=gebruiker, soort=soort).exists():
        raise KanNiet(_("Deze collega vervult de functie al."))
    if soort == Bezetting.Soort.HOUDER and nu.filter(soort=soort).exists():
        raise KanNiet(_("Er is al een houder. Beëindig die eerst, of kies ‘plaatsvervanger’."))
    bezetting = Bezetting.objects.create(functie=functie, gebruiker=gebruiker, soort=soort, van=van, tot=tot)
    if soort == Bezetting.Soort.HOUDER:
        Overdracht.objects.filter(
            bezetting__functie=functie, aan__isnull=True, afgerond_op__isnull=True
        ).update(aan=bezetting)
    return bezetting


@transaction.atomic
def beeindig(
    *, door: Actor, bezetting: Bezetting, laatste_dag: date, reden: str, notitie: str = ""
) -> Overdracht | None:
    """End a colleague's time in a function. A holder leaves a handover, open until a successor took it over.

    Access ends with the first request after `laatste_dag`. Raises `KanNiet` or `MagNiet`.
    """
    functie = bezetting.functie
    eis_partner(door, functie.partner)
    if laatste_dag < bezetting.van:
        raise KanNiet(_("De laatste dag ligt voor de eerste dag in deze functie. Kies een latere dag."))
    if bezetting.tot is not None and bezetting.tot < klok.vandaag():
        raise KanNiet(_("Deze collega is al uit de functie."))
    bezetting.tot = laatste_dag
    bezetting.save(update_fields=["tot"])
    if bezetting.soort != Bezetting.Soort.HOUDER:
        return None
    overdracht = Overdracht.objects.filter(bezetting=bezetting).first() or Overdracht(bezetting=bezetting)
    overdracht.partner_id, overdracht.reden, overdracht.notitie = functie.partner_id, reden, notitie or None
    overdracht.save()
    return overdracht


@transaction.atomic
def neem_over(*, door: Actor, overdracht: Overdracht) -> None:
    """The successor read the handover and works on. Raises `KanNiet` without a successor, `MagNiet` for others."""
    if overdracht.aan is None:
        raise KanNiet(_("Er is nog geen opvolger. Wijs eerst een nieuwe houder aan."))
    if overdracht.aan.gebruiker_id != door.gebruiker_id and not queries.mag_partner_beheren(
        door, overdracht.partner
    ):
        raise MagNiet
    overdracht.afgerond_op = klok.vandaag()
    overdracht.save(update_fields=["afgerond_op"])


@transaction.atomic
def laat_waarnemen(
    *,
    door: Actor,
    functie: Functie,
    waarnemer: Functie,
    omvang: str,
    van: date,
    tot: date,
    toegang: bool = False,
) -> Waarneming:
    """Have a function looked after by one elsewhere, with scope and end: it is no lasting solution (PAR-03).

    `toegang`: who fills that function today may also act here, as deputy, on these days and no longer.
    """
    if not queries.mag_partner_beheren(door, functie.partner):
        eis_regio(door)
    if functie.pk == waarnemer.pk:
        raise KanNiet(_("Een functie kan zichzelf niet waarnemen. Kies een andere functie."))
    if tot < van:
        raise KanNiet(_("De laatste dag ligt voor de eerste dag. Pas een van beide aan."))
    if Waarneming.objects.filter(geldig_op(van), functie=functie, omvang__iexact=omvang).exists():
        raise KanNiet(_("Iemand neemt deze functie voor dit onderwerp al waar."))
    wie = Bezetting.objects.filter(geldig_op(klok.vandaag()), functie=waarnemer) if toegang else ()
    for bezetting in wie:
        if bezetting.gebruiker_id == door.gebruiker_id:
            raise KanNiet(
                _("Je kunt jezelf geen functie geven. Vraag dat aan een andere functioneel beheerder.")
            )
        Bezetting.objects.create(
            functie=functie, gebruiker_id=bezetting.gebruiker_id, soort=Bezetting.Soort.PLAATSVERVANGER, van=van, tot=tot
        )  # fmt: skip
    return Waarneming.objects.create(functie=functie, door=waarnemer, omvang=omvang, van=van, tot=tot)


@transaction.atomic
def maak_account(
    *, door: Actor, functie: Functie, inlognaam: str, naam: str, van: date
) -> tuple[Bezetting, str]:
    """An account for a new colleague in a function of the own partner; the first password is shown once."""
    eis_partner(door, functie.partner)
    if Gebruiker.objects.filter(inlognaam=inlognaam.strip().lower()).exists():
        raise KanNiet(
            _(
                "Deze inlognaam bestaat al. Kies een andere, of laat de bestaande collega de functie vervullen."
            )
        )
    wachtwoord = "-".join(secrets.token_hex(2) for _nr in range(4))
    gebruiker = maak_gebruiker(inlognaam=inlognaam, naam=naam, wachtwoord=wachtwoord)
    nu = Bezetting.objects.filter(functie=functie, soort=Bezetting.Soort.HOUDER).exclude(tot__lt=van)
    soort = Bezetting.Soort.PLAATSVERVANGER if nu.exists() else Bezetting.Soort.HOUDER
    return vervul(door=door, functie=functie, gebruiker=gebruiker, soort=soort, van=van), wachtwoord
