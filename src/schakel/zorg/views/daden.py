# SPDX-License-Identifier: EUPL-1.2
"""The verbs on one traject, as data: each has one form on one page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from schakel.toegang.actor import Actor
from schakel.zorg import actions, forms
from schakel.zorg.models import Zorgtraject

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

Mag = Callable[[Actor, Zorgtraject], bool]


def van_ons(door: Actor, traject: Zorgtraject) -> bool:
    """The actor's institution carries it."""
    return bool(traject.eigenaar_id == traject.verantwoordelijk_id == door.partner_id)


def loopt(door: Actor, traject: Zorgtraject) -> bool:
    return van_ons(door, traject) and not traject.gesloten


@dataclass(frozen=True)
class Daad:
    """`doe(door=, traject=, **form)`; `kop`: fields of the header that the form starts with."""

    titel: "StrPromise"
    gedaan: "StrPromise"
    form: type[forms.DaadForm]
    doe: Callable[..., Any]
    mag: Mag = loopt
    uitleg: "StrPromise | str" = ""
    kop: tuple[str, ...] = ("versie",)


DADEN: dict[str, Daad] = {
    "fase": Daad(_("Volgende fase"), _("De fase is aangepast."), forms.FaseForm, actions.zet_fase),
    "verblijf": Daad(
        _("Stap in verblijf vastleggen"), _("Vastgelegd. De termijnen zijn bijgewerkt."), forms.VerblijfForm,
        actions.leg_verblijf_vast,
        uitleg=_("Leg vast wat er gebeurd is. De termijn volgt uit de regel van die dag; een einddatum kiezen kan niet."),
        kop=(),
    ),
    "comensha": Daad(
        _("CoMensha melden"), _("Vastgelegd. Je vindt de melding bij CoMensha-meldingen."), forms.ComenshaForm,
        actions.meld_comensha,
        uitleg=_("Een zorginstelling hoeft niet te melden. Wat je meldt hangt af van de grond."), kop=(),
    ),
    "doorgeven": Daad(
        _("Signaal doorgeven"), _("Het signaal is gemaakt. De bron is beschermd."), forms.DoorgeefForm,
        actions.geef_door, mag=lambda door, traject: loopt(door, traject) and door.functie == "regiocoordinator",
        uitleg=_("Dit gaat naar de ketenaanpak. Het signaal is van de regiocoördinator en weet niet van dit traject."),
        kop=(),
    ),
    "mijlpaal": Daad(
        _("Stap na de opvang"), _("Vastgelegd."), forms.MijlpaalForm, actions.zet_mijlpaal, kop=(),
        uitleg=_("Elke stap wacht op de vorige. De pas komt eerst."),
    ),
    "overdragen": Daad(
        _("Dossier overdragen"), _("Aangeboden. Tot de ander het aanneemt blijft het van jullie."), forms.OverdraagForm,
        actions.bied_aan, kop=(),
        uitleg=_("Alleen wat de cliënt goedvond gaat mee. Wat in vertrouwen is verteld blijft hier."),
    ),
    "kop": Daad(
        _("Kenmerken aanpassen"), _("Aangepast."), forms.KopDaadForm, actions.wijzig_kop,
        uitleg=_("Hiervan hangt af welke opvang en welke route past."),
        kop=("versie", "doelgroep", "leeftijd", "vorm", "herkomst"),
    ),
    "betrekken": Daad(
        _("Collega betrekken"), _("Je collega kan dit traject nu lezen."), forms.BetrekForm, actions.betrek,
        uitleg=_("Alleen wie genoemd is leest dit traject."),
    ),
    "afsluiten": Daad(_("Traject afsluiten"), _("Het traject is afgesloten."), forms.SluitForm, actions.sluit),
    "heropenen": Daad(
        _("Traject heropenen"), _("Het traject loopt weer."), forms.RedenForm, actions.heropen,
        mag=lambda door, traject: van_ons(door, traject) and traject.gesloten,
    ),
}  # fmt: skip
