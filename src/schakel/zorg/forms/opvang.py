# SPDX-License-Identifier: EUPL-1.2
"""Forms of the opvangbord: what an institution offers, and a need that looks for a place."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.kern.instellingen import instellingen
from schakel.partner import queries as partners
from schakel.signaal.rules.woorden import VORM_NAAM
from schakel.zorg.forms.velden import datumveld, keuzeveld, tekstveld, vinkjes
from schakel.zorg.models import Zorgaanbod, Zorgtraject
from schakel.zorg.rules import aanbod as aanbodregels
from schakel.zorg.rules import afstand, fasen

VEILIGHEID = ((1, _("Gewoon")), (2, _("Verhoogd")), (3, _("Hoog: geheim en bewaakt")))


class AanbodForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """Help that the own institution gives."""

    geslacht = vinkjes(_("Voor wie?"), fasen.Doelgroep.choices[:3], _("Niets gekozen: voor iedereen."))
    vormen = vinkjes(
        _("Voor welke vormen van uitbuiting?"),
        [(v.value, n) for v, n in VORM_NAAM.items()],
        _("Niets gekozen: voor alle vormen."),
    )
    veiligheid = forms.TypedChoiceField(label=_("Veiligheid"), choices=VEILIGHEID, coerce=int, initial=1)
    plekken = forms.IntegerField(label=_("Hoeveel plaatsen?"), min_value=0, max_value=500, required=False)
    adres = forms.CharField(
        label=_("Adres"),
        max_length=300,
        required=False,
        help_text=_("Alleen voor wie hier werkt. Staat nergens anders, ook niet in zoeken of uitvoer."),
    )

    class Meta:
        model = Zorgaanbod
        fields = (
            "naam", "soort", "regio", "geslacht", "leeftijd_van", "leeftijd_tot", "vormen", "groep_tot", "kinderen", "lvb",
            "verslaving", "veiligheid", "gemeente", "intake", "uitsluiting", "betaler", "volgorde",
        )  # fmt: skip
        labels = {
            "naam": _("Naam"), "soort": _("Soort"), "regio": _("Regio"), "leeftijd_van": _("Leeftijd vanaf"),
            "leeftijd_tot": _("Leeftijd tot en met"), "groep_tot": _("Hoeveel mensen tegelijk?"),
            "kinderen": _("Ook met kinderen"), "lvb": _("Ook bij een licht verstandelijke beperking"),
            "verslaving": _("Ook bij verslaving"), "gemeente": _("Gemeente"), "intake": _("Hoe kom je binnen?"),
            "uitsluiting": _("Voor wie niet?"), "betaler": _("Wie betaalt?"),
            "volgorde": _("Volgorde in de route"),
        }  # fmt: skip
        help_texts = {
            "gemeente": _("Wordt nooit getoond. Dient alleen om uit de buurt van gevaar te blijven.")
        }

    def velden(self) -> dict[str, Any]:
        """What the action sets on the row."""
        return {n: w for n, w in self.cleaned_data.items() if n not in ("plekken", "adres")}


class ZoekForm(forms.Form):
    """A need: what a place depends on, and no name."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    geslacht = forms.ChoiceField(label=_("Voor een"), choices=fasen.Doelgroep.choices, initial="vrouw")
    leeftijd = forms.IntegerField(label=_("Leeftijd"), min_value=0, max_value=120, required=False)
    aantal = forms.IntegerField(label=_("Hoeveel mensen?"), min_value=1, max_value=200, initial=1)
    kinderen = forms.IntegerField(
        label=_("Hoeveel kinderen komen mee?"), min_value=0, max_value=20, initial=0
    )
    soort = keuzeveld(_("Soort"), dict(aanbodregels.Aanbodsoort.choices), required=False)
    vorm = forms.ChoiceField(
        label=_("Vorm van uitbuiting"), required=False,
        choices=[("", _("Nog niet bekend")), *((v.value, n) for v, n in VORM_NAAM.items())],
    )  # fmt: skip
    lvb = forms.BooleanField(label=_("Licht verstandelijke beperking"), required=False)
    verslaving = forms.BooleanField(label=_("Verslaving"), required=False)
    veiligheid = forms.TypedChoiceField(label=_("Veiligheid"), choices=VEILIGHEID, coerce=int, initial=1)
    mijden = forms.ModelMultipleChoiceField(
        label=_("Welke gemeenten mijden?"), queryset=partners.gemeenten(), required=False,
        help_text=_("Waar de dader woont of komt. Opvang daar valt af."),
    )  # fmt: skip
    mijd_afstand = forms.TypedChoiceField(
        label=_("Hoe ver daarvandaan?"), choices=afstand.VEILIGE_AFSTAND, coerce=int, initial=0, required=False,
        help_text=_("Gerekend vanaf het midden van die gemeenten."),
    )  # fmt: skip
    dichtbij = forms.ModelChoiceField(
        label=_("Het liefst dicht bij"), queryset=partners.gemeenten(), required=False,
        help_text=_("Wat dichtbij is staat boven. Van geheime opvang zie je geen afstand."),
    )  # fmt: skip
    herkomst = forms.ModelChoiceField(
        label=_("Gemeente van herkomst"), queryset=partners.gemeenten(), required=False,
        help_text=_("Bepaalt wie betaalt."),
    )  # fmt: skip
    regio = forms.CharField(label=_("Regio die vraagt"), max_length=80, initial=lambda: instellingen().regio)

    def velden(self) -> dict[str, Any]:
        """As the action wants it."""
        schoon = {n: w for n, w in self.cleaned_data.items() if n != "id"}
        return schoon | {
            "mijden": [g.pk for g in schoon["mijden"]],
            "mijd_afstand": schoon["mijd_afstand"] or 0,
        }


class LiggingForm(forms.Form):
    """Where the middle of a municipality is."""

    gemeente = forms.ModelChoiceField(label=_("Gemeente"), queryset=partners.gemeenten())
    breedte = forms.FloatField(
        label=_("Breedtegraad"),
        min_value=50.5,
        max_value=53.8,
        help_text=_("Bijvoorbeeld 52,09"),
        localize=True,
    )
    lengte = forms.FloatField(
        label=_("Lengtegraad"), min_value=3.2, max_value=7.4, help_text=_("Bijvoorbeeld 5,12"), localize=True
    )


class VasthoudForm(forms.Form):
    aanbod = forms.UUIDField(widget=forms.HiddenInput)
    uren = forms.IntegerField(label=_("Hoeveel uur vasthouden?"), min_value=1, max_value=72, initial=4)


class WeigerForm(forms.Form):
    reden = keuzeveld(_("Waarom is er geen plaats?"), dict(aanbodregels.Weigerreden.choices))


class PlaatsForm(forms.Form):
    """Take somebody in."""

    van = datumveld(_("Vanaf welke dag?"))
    reden_buiten = tekstveld(_("Waarom buiten de eigen regio?"), required=False, rijen=2)
    effect_onderzoek = tekstveld(_("Wat betekent dat voor het onderzoek?"), required=False, rijen=2)

    def __init__(self, *args: Any, buiten: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["van"].initial = klok.vandaag()
        if not buiten:
            del self.fields["reden_buiten"], self.fields["effect_onderzoek"]


class FinancieringForm(forms.Form):
    """Who pays for whom."""

    betaler = forms.CharField(label=_("Wie betaalt?"), max_length=150)
    waarvoor = forms.CharField(label=_("Waarvoor?"), max_length=200)
    gemeenten = forms.ModelMultipleChoiceField(
        label=_("Voor slachtoffers uit"), queryset=partners.gemeenten(), required=False,
        help_text=_("Niets gekozen: uit alle gemeenten."),
    )  # fmt: skip
    begin = datumveld(_("Vanaf"))
    einde = datumveld(_("Tot en met"), required=False)
    resultaat = forms.CharField(label=_("Resultaat van de vorige periode"), max_length=500, required=False)

    def velden(self) -> dict[str, Any]:
        return self.cleaned_data | {"gemeenten": [g.pk for g in self.cleaned_data["gemeenten"]]}


def zoekbegin(traject: Zorgtraject | None) -> dict[str, Any]:
    """With what the search form begins for this client."""
    if traject is None:
        return {}
    return {
        "geslacht": traject.doelgroep, "vorm": traject.vorm, "herkomst": traject.herkomst_id,
        "kinderen": traject.kinderen.count(),
    }  # fmt: skip
