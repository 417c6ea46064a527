# SPDX-License-Identifier: EUPL-1.2
"""Forms for what leaves the traject: a signal, CoMensha, the next institution, fieldwork."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant.models import Toestemming
from schakel.convenant.queries import toestemmingen_op
from schakel.kern.ids import nieuw_id
from schakel.partner.models import Partner
from schakel.signaal.rules.woorden import VORM_NAAM
from schakel.zorg import queries
from schakel.zorg.forms.traject import DaadForm
from schakel.zorg.forms.velden import datumveld, keuzeveld, tekstveld, vinkjes
from schakel.zorg.rules import comensha, doorstroom, inhoud


class DoorgeefForm(DaadForm):
    """A signal out of care."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    tekst = tekstveld(
        _("Wat geef je door?"),
        _("Noem geen naam, tenzij de cliënt dat goedvindt. Waar, wat, en wie het deed."),
    )
    toestemming = forms.ModelChoiceField(
        label=_("Waarop berust dit?"), queryset=Toestemming.objects.none(), required=False,
        empty_label=_("Het leidt naar niemand"),
    )  # fmt: skip
    vormen = vinkjes(_("Vorm van uitbuiting"), [(v.value, n) for v, n in VORM_NAAM.items()])

    def vul(self) -> None:
        veld: Any = self.fields["toestemming"]
        veld.queryset = toestemmingen_op(door=self.door, stuk_id=self.traject.pk).exclude(soort="weigering")
        veld.label_from_instance = lambda t: f"{t.soort}, {t.get_gever_display()}, {t.gegeven_op:%d-%m-%Y}"


class ComenshaForm(DaadForm):
    """A notification with its ground, or the reason why there is none."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    grond = forms.ChoiceField(
        label=_("Op welke grond?"), choices=comensha.Grond.choices, widget=forms.RadioSelect
    )
    dossiertype = forms.ChoiceField(label=_("Soort dossier"), choices=comensha.Dossiertype.choices)
    opvang_nodig = forms.NullBooleanField(
        label=_("Is er opvang nodig?"),
        widget=forms.Select(choices=[("", _("Nog niet bekend")), ("true", _("Ja")), ("false", _("Nee"))]),
    )
    reden = tekstveld(_("Waarom niet?"), _("Verplicht als er niet gemeld wordt."), required=False, rijen=2)


class MijlpaalForm(DaadForm):
    """A step after the shelter."""

    soort = forms.ChoiceField(label=_("Welke stap?"), choices=doorstroom.Mijlpaalsoort.choices)
    bereikt_op = datumveld(_("Gelukt op"), _("Leeg: nog niet gelukt."), required=False)
    contact = forms.CharField(label=_("Met wie bij de gemeente?"), max_length=200, required=False)


class OverdraagForm(DaadForm):
    """Offer the file."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    aan = forms.ModelChoiceField(label=_("Aan welke instelling?"), queryset=Partner.objects.none())
    aanwezig = vinkjes(_("Wat zit erin?"), list(doorstroom.CHECKLIST.items()))
    toelichting = tekstveld(_("Wat moet de ander weten?"), rijen=3)

    def vul(self) -> None:
        self.fields["aan"].queryset = queries.zorgpartners(door=self.door)  # type: ignore[attr-defined]  # a model choice field


class TerugForm(forms.Form):
    """What is missing."""

    ontbreekt = vinkjes(_("Wat ontbreekt er?"), list(doorstroom.CHECKLIST.items()))
    toelichting = tekstveld(_("Toelichting"), required=False, rijen=2)


class VeldwerkForm(forms.Form):
    """Contacts of one consulting hour or round; never a name."""

    datum = datumveld(_("Datum"))
    waar = forms.CharField(label=_("Spreekuur of ronde"), max_length=100, help_text=_("Nooit een woonadres."))
    duur = forms.ChoiceField(label=_("Soort contact"), choices=doorstroom.Duur.choices)
    aantal = forms.IntegerField(label=_("Hoeveel contacten?"), min_value=1, max_value=500, initial=1)
    minuten = forms.IntegerField(label=_("Hoeveel minuten samen?"), min_value=0, max_value=10_000, initial=0)
    gebied = keuzeveld(_("Waar ging het vooral over?"), inhoud.LEVENSGEBIED, required=False)
    niet_pluis = forms.IntegerField(
        label=_("Hoe vaak een niet-pluisgevoel?"), min_value=0, max_value=500, initial=0
    )
    uitstapwens = forms.IntegerField(
        label=_("Hoe vaak een wens om te stoppen?"), min_value=0, max_value=500, initial=0
    )
    doorgegeven = forms.IntegerField(
        label=_("Hoeveel signalen doorgegeven?"), min_value=0, max_value=500, initial=0
    )
