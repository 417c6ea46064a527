# SPDX-License-Identifier: EUPL-1.2
"""The verbs of a case as a table: title, form, who may now, and what happens. `views.daad` makes a page of
each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from schakel.casus import actions, forms, rules
from schakel.casus.forms.basis import CasusForm
from schakel.casus.models import Casus, Interventie
from schakel.casus.rules import InterventieStatus, Stand
from schakel.convenant import queries as convenant
from schakel.convenant.rules import FUNCTIE_DELEN
from schakel.toegang.actor import Actor

Tekst = str | Promise


@dataclass(frozen=True)
class Daad:
    """A verb as a page. `mag`: may this actor, now? `doe`: what happens with the cleaned form."""

    titel: Tekst
    gedaan: Tekst
    form: type[CasusForm]
    doe: Callable[..., Any]
    mag: Callable[[Actor, Casus, Stand], bool]
    uitleg: Tekst = ""
    knop: Tekst = ""
    feiten: bool = False


def _regie(door: Actor, casus: Casus, stand: Stand) -> bool:
    return not stand.afgesloten and rules.mag_regie(door.functie, casus.eigenaar_id == door.partner_id)


def _deelnemer(door: Actor, casus: Casus, stand: Stand) -> bool:
    return not stand.afgesloten


def _deel(door: Actor, casus: Casus, form: forms.DeelForm) -> None:
    schoon = form.cleaned_data
    stuk = convenant.stuk(door=door, id=schoon.pop("stuk"))
    if stuk is None:
        raise Http404
    actions.deel_in_casus(door=door, casus=casus, stuk=stuk, **schoon)


def _breng_in(door: Actor, casus: Casus, form: forms.SignaalForm) -> None:
    signaal = convenant.stuk(door=door, id=form.cleaned_data["signaal"])
    if signaal is None:
        raise Http404
    actions.voeg_signaal_toe(door=door, casus=casus, signaal=signaal)


def _met(werkwoord: Callable[..., Any]) -> Callable[..., Any]:
    """A verb whose keywords are the fields of its form."""
    return lambda door, casus, form: werkwoord(door=door, casus=casus, **form.cleaned_data)


DADEN: dict[str, Daad] = {
    "stap": Daad(
        _("Volgende stap"),
        _("De stap is gezet."),
        forms.StapForm,
        _met(actions.zet_stap),
        _regie,
        _("Een stap kan pas als aan de voorwaarde is voldaan. De reden blijft bij de casus."),
    ),
    "compleet": Daad(
        _("Dossier compleet melden"),
        _("Het dossier is klaar voor het overleg."),
        forms.CompleetForm,
        _met(actions.meld_compleet),
        lambda d, c, s: _regie(d, c, s) and not s.compleet,
        _("Daarna kan de casus op de agenda van het casusoverleg."),
    ),
    "spoed": Daad(
        _("Spoedroute"),
        _("De spoedroute is open. Weeg de casus achteraf in het eerstvolgende overleg."),
        forms.SpoedForm,
        _met(actions.spoedroute),
        lambda d, c, s: _regie(d, c, s) and not s.spoed,
        _("Nu handelen, achteraf wegen. Interventies kunnen dan meteen worden toegewezen."),
    ),
    "kop": Daad(
        _("Gegevens aanpassen"), _("De casus is aangepast."), forms.KopForm, _met(actions.wijzig), _regie
    ),
    "signaal": Daad(
        _("Signaal inbrengen"),
        _("Het signaal staat in de casus. Deel het nog met wie het nodig heeft."),
        forms.SignaalForm,
        _breng_in,
        _deelnemer,
    ),
    "dossierstuk": Daad(
        _("Dossierstuk inbrengen"),
        _("Het dossierstuk is ingebracht. Deel het nog met wie het nodig heeft."),
        forms.DossierstukForm,
        lambda door, casus, form: actions.voeg_dossierstuk_toe(door=door, casus=casus, **form.stuk()),
        _deelnemer,
        _("Het blijft van je eigen partner. Je deelt het daarna met wie het nodig heeft."),
    ),
    "delen": Daad(
        _("Delen in deze casus"),
        _("Gedeeld. Zij zien het vanaf nu."),
        forms.DeelForm,
        _deel,
        _deelnemer,
        _("Je ziet eerst of het mag; zo niet, dan staat erbij waarom en wat het wel mogelijk maakt."),
    ),
    "betrekken": Daad(
        _("Iemand betrekken"),
        _("Betrokken bij de casus."),
        forms.BetrekForm,
        _met(actions.betrek),
        _deelnemer,
        _("Alleen wie betrokken is ziet de casus, en zijn of haar plaatsvervanger."),
    ),
    "wegen": Daad(
        _("Wegen"),
        _("De weging ligt vast."),
        forms.WeegForm,
        lambda door, casus, form: actions.weeg(door=door, casus=casus, **form.weging()),
        _deelnemer,
        _("Een weging verandert niet meer nadat je haar hebt vastgelegd."),
        _("Weging vastleggen"),
        feiten=True,
    ),
    "voorstellen": Daad(
        _("Interventie voorstellen"),
        _("De interventie is voorgesteld."),
        forms.VoorstelForm,
        _met(actions.stel_voor),
        _deelnemer,
    ),
    "actiedag": Daad(
        _("Actiedag plannen"),
        _("De actiedag staat in de casus. Vraag nu de partners, en de zorg om hulp klaar te zetten."),
        forms.ActiedagForm,
        _met(actions.plan_actiedag),
        lambda d, c, s: _regie(d, c, s) and (s.gewogen or s.spoed),
        _(
            "Eén dag waarop partners samen optreden. Hij gaat pas door als de zorg zegt dat er hulp klaarstaat."
        ),
    ),
    "boete": Daad(
        _("Boete of naheffing vastleggen"),
        _("De boete staat als interventie in de casus en als signaal van je partner."),
        forms.BoeteForm,
        lambda door, casus, form: actions.leg_boete_vast(door=door, casus=casus, **form.boete()),
        lambda d, c, s: _deelnemer(d, c, s) and d.is_een(*actions.BOETEFUNCTIES),
        _("Wat je partner uit eigen bevoegdheid oplegde. Plaats en bedrijf staan alleen in het signaal."),
        _("Vastleggen"),
    ),
    "preweeg": Daad(
        _("Aanbieden aan de weegploeg"),
        _("Aangeboden. Het besluit van de weegploeg komt hier terug."),
        forms.PreweegForm,
        _met(actions.bied_aan),
        _deelnemer,
        _(
            "Aanbieden deelt niets: in het stuk staat alleen wat de ontvanger al mag krijgen. Deel eerst wat nodig is."
        ),
        _("Aanbieden"),
    ),
    "dubbelrol": Daad(
        _("Verdachte is ook slachtoffer"),
        _("De dubbele rol ligt vast. Alleen wie beide kanten mag zien, ziet haar."),
        forms.DubbelrolForm,
        _met(actions.leg_dubbelrol_vast),
        _deelnemer,
        _(
            "Kies twee personen uit het dossier die dezelfde persoon zijn. Wie maar één kant mag zien, merkt hier niets van."
        ),
    ),
    "strafrecht": Daad(
        _("Strafrechtelijke stap vastleggen"),
        _("De stap ligt vast."),
        forms.StrafstapForm,
        _met(actions.leg_strafstap_vast),
        lambda d, c, s: bool(FUNCTIE_DELEN.get(d.functie)),
        _(
            "Wat je niet weet laat je leeg: onbekend telt ook. Een ingeschreven zaak is nog geen veroordeling."
        ),
    ),
    "overdragen": Daad(
        _("Overdragen"),
        _("Voorgesteld. Tot de ander de casus overneemt verandert er niets."),
        forms.OverdrachtForm,
        _met(actions.draag_over),
        _regie,
        _(
            "De ander leest alleen het kenmerk en je reden. Neemt die over, dan gaan de regie, embargo’s en open acties mee."
        ),
        _("Voorstellen"),
    ),
    "evaluatie": Daad(
        _("Evalueren"),
        _("De evaluatie ligt vast. Koppel terug aan de melders."),
        forms.EvaluatieForm,
        _met(actions.evalueer),
        lambda d, c, s: not s.afgesloten and s.fase in ("uitvoering", "evaluatie"),
    ),
    "sluiten": Daad(
        _("Casus sluiten"),
        _("De casus is gesloten."),
        forms.SluitForm,
        _met(actions.sluit),
        _regie,
        _("De partners lezen de reden. Een casus die niet wordt opgepakt telt mee in de cijfers."),
    ),
}


@dataclass(frozen=True)
class InterventieDaad:
    """A verb on one measure. `mag`: of the regie, or of the executor, in these statuses."""

    titel: Tekst
    gedaan: Tekst
    form: type[CasusForm]
    doe: Callable[..., Any]
    wie: str
    statussen: tuple[str, ...]

    def mag(self, door: Actor, interventie: Interventie) -> bool:
        """May this actor, now?"""
        eigen = interventie.casus_eigenaar_id == door.partner_id
        regie = rules.mag_regie(door.functie, eigen) or (
            self.wie == "overleg" and door.is_een("ketenregisseur")
        )
        goede = interventie.uitvoerder_id == door.partner_id if self.wie == "uitvoerder" else regie
        return goede and interventie.status in self.statussen


_S = InterventieStatus
INTERVENTIEDADEN: dict[str, InterventieDaad] = {
    "vaststellen": InterventieDaad(
        _("Toewijzen"),
        _("Toegewezen: de partner ziet het bij Mijn werk."),
        forms.ToewijsForm,
        lambda door, i, versie: actions.stel_vast(door=door, casus=i.casus, interventies=[i]),
        "overleg",
        (_S.VOORGESTELD,),
    ),
    "aanvullen": InterventieDaad(
        _("Voorstel aanvullen"),
        _("Het voorstel is aangevuld."),
        forms.AanvulForm,
        lambda door, i, **velden: actions.vul_aan(door=door, interventie=i, **velden),
        "regie",
        (_S.VOORGESTELD,),
    ),
    "aanvaarden": InterventieDaad(
        _("Aanvaarden"),
        _("Je partner voert deze interventie uit."),
        forms.AanvaardForm,
        lambda door, i, **velden: actions.aanvaard(door=door, interventie=i, **velden),
        "uitvoerder",
        (_S.VASTGESTELD,),
    ),
    "voortgang": InterventieDaad(
        _("Voortgang melden"),
        _("De partners in de casus lezen hoe het gaat."),
        forms.RedenForm,
        lambda door, i, versie, tekst: actions.meld_voortgang(
            door=door, interventie=i, voortgang=tekst, versie=versie
        ),
        "uitvoerder",
        (_S.AANVAARD,),
    ),
    "weigeren": InterventieDaad(
        _("Weigeren"),
        _("Geweigerd. De partners lezen je reden."),
        forms.RedenForm,
        lambda door, i, versie, tekst: actions.weiger(door=door, interventie=i, reden=tekst, versie=versie),
        "uitvoerder",
        (_S.VASTGESTELD, _S.AANVAARD),
    ),
    "resultaat": InterventieDaad(
        _("Resultaat vastleggen"),
        _("Het resultaat ligt vast."),
        forms.RedenForm,
        lambda door, i, versie, tekst: actions.leg_resultaat_vast(
            door=door, interventie=i, resultaat=tekst, versie=versie
        ),
        "uitvoerder",
        (_S.AANVAARD,),
    ),
}


def mogelijk_bij(door: Actor, interventie: Interventie) -> dict[str, InterventieDaad]:
    """What this reader can do with one measure."""
    if interventie.casus.afgesloten_op is not None:
        return {}
    return {naam: daad for naam, daad in INTERVENTIEDADEN.items() if daad.mag(door, interventie)}
