# SPDX-License-Identifier: EUPL-1.2
"""Forms on a zorgtraject; those for statements are made from the table in `rules.inhoud`."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.kern.ids import nieuw_id
from schakel.partner import queries as partners
from schakel.signaal.rules.woorden import VORM_NAAM
from schakel.toegang.actor import Actor
from schakel.toegang.models import Gebruiker
from schakel.zorg import actions, queries
from schakel.zorg.forms.velden import datumveld, keuzeveld, tekstveld, veld_van
from schakel.zorg.models import Zorgtraject
from schakel.zorg.rules import fasen, inhoud, verblijf
from schakel.zorg.rules.fasen import Leeftijd


class InhoudForm(forms.Form):
    """One statement of a kind."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)

    def __init__(self, *args: Any, soort: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.soort = inhoud.SOORTEN[soort]
        for naam, veld in self.soort.velden.items():
            self.fields[naam] = veld_van(veld, veld.moet)
            if veld.vorm == "meer" and isinstance(oud := self.initial.get(naam), str):
                self.initial = {**self.initial, naam: oud.split(",")}

    def inhoud(self) -> dict[str, str]:
        """As the action wants it: text, dates as ISO."""
        return {
            n: ",".join(w) if isinstance(w, list) else str(w)
            for n, w in self.cleaned_data.items()
            if n != "id" and w not in (None, "", [])
        }


class KopForm(forms.Form):
    """What route and place depend on."""

    doelgroep = forms.ChoiceField(
        label=_("Opvang zoeken voor een"), choices=fasen.Doelgroep.choices, initial="onbekend"
    )
    leeftijd = forms.ChoiceField(label=_("Leeftijd"), choices=Leeftijd.choices, initial="onbekend")
    vorm = forms.ChoiceField(
        label=_("Vorm van uitbuiting"), required=False,
        choices=[("", _("Nog niet bekend")), *((v.value, n) for v, n in VORM_NAAM.items())],
    )  # fmt: skip
    herkomst = forms.ModelChoiceField(
        label=_("Gemeente van herkomst"), queryset=partners.gemeenten(), required=False,
        help_text=_("Waar de cliënt vandaan komt. Nooit de plaats van de opvang."),
    )  # fmt: skip


class AanmeldForm(KopForm):
    """A new client. Nothing about who it is has to be known yet."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    roepnaam = forms.CharField(label=_("Roepnaam"), max_length=200, required=False)
    voornaam = forms.CharField(label=_("Voornaam"), max_length=200, required=False)
    achternaam = forms.CharField(label=_("Achternaam"), max_length=200, required=False)
    taal = forms.CharField(
        label=_("Taal"), max_length=200, required=False, help_text=_("Handig voor een tolk.")
    )
    model = forms.ChoiceField(
        label=_("Hoe loopt het traject?"), choices=[(m.code, m.naam) for m in fasen.FASEMODELLEN.values()],
        initial="vijf",
    )  # fmt: skip

    field_order = (
        "id",
        "roepnaam",
        "voornaam",
        "achternaam",
        "taal",
        "doelgroep",
        "leeftijd",
        "vorm",
        "herkomst",
        "model",
    )

    def client(self) -> dict[str, str]:
        """The fields of the client that were filled."""
        velden = ("roepnaam", "voornaam", "achternaam", "taal")
        gevuld = {n: str(self.cleaned_data[n]) for n in velden if self.cleaned_data[n]}
        return gevuld if set(gevuld) - {"taal"} else {}


class GroepForm(KopForm):
    """Everyone found together: one line each, or only how many."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    naam = forms.CharField(
        label=_("Naam van de groep"), max_length=200, help_text=_("Bijvoorbeeld: controle kas, nacht van 3 maart.")
    )  # fmt: skip
    aantal = forms.IntegerField(label=_("Hoeveel mensen?"), min_value=2, max_value=200)
    namen = tekstveld(
        _("Namen, als je die hebt"),
        _("Eén persoon per regel: naam; taal. Wie je nog niet kent, laat je weg."),
        required=False,
        rijen=8,
    )

    field_order = ("id", "naam", "aantal", "namen", "doelgroep", "leeftijd", "vorm", "herkomst")

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        if len(self._regels()) > int(schoon.get("aantal") or 0) > 0:
            self.add_error("namen", _("Er staan meer namen dan het aantal mensen. Pas een van beide aan."))
        return schoon

    def _regels(self) -> list[str]:
        return [r for r in str(self.cleaned_data.get("namen") or "").splitlines() if r.strip()]

    def clienten(self) -> list[dict[str, str]]:
        """One per person; empty for whom nothing is known."""
        bekend = []
        for regel in self._regels():
            naam, _streep, taal = (d.strip() for d in regel.partition(";"))
            bekend.append({"roepnaam": naam[:200], **({"taal": taal[:200]} if taal else {})} if naam else {})
        return bekend + [{} for _nr in range(int(self.cleaned_data["aantal"]) - len(bekend))]


class DaadForm(forms.Form):
    """A verb on one traject, for one actor."""

    def __init__(self, *args: Any, door: Actor, traject: Zorgtraject, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.door, self.traject = door, traject
        self.vul()

    def vul(self) -> None:
        """Choices that depend on the actor or the traject."""


class MetVersie(DaadForm):
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)


class FaseForm(MetVersie):
    """One step."""

    naar = forms.ChoiceField(label=_("Naar welke fase?"), widget=forms.RadioSelect)
    reden = tekstveld(
        _("Toelichting"), _("Verplicht als het traject een fase teruggaat."), required=False, rijen=3
    )

    def vul(self) -> None:
        model = self.traject.fasemodel
        veld = self.fields["naar"]
        veld.choices = [(f, model.fasen[f]) for f in model.buren(self.traject.fase)]  # type: ignore[attr-defined]  # a choice field
        veld.initial = model.buren(self.traject.fase)[0]


class SluitForm(MetVersie):
    """Why it stops, and what happens after today."""

    reden = keuzeveld(_("Waarom stopt het traject?"), dict(fasen.Sluitreden.choices))
    nazorg = keuzeveld(_("Nazorg"), dict(fasen.Nazorg.choices))
    toelichting = tekstveld(_("Toelichting"), required=False, rijen=3)


class RedenForm(MetVersie):
    """A verb that asks only why."""

    reden = tekstveld(_("Waarom?"), rijen=3)


class OvernemenForm(DaadForm):
    """The regie steps in."""

    reden = tekstveld(_("Waarom neem je dit traject over?"), rijen=3)


class KopDaadForm(MetVersie, KopForm):
    """The header of an existing traject."""


class BetrekForm(DaadForm):
    """Name a colleague."""

    wie = forms.ModelChoiceField(label=_("Collega"), queryset=Gebruiker.objects.none())
    begeleider = forms.BooleanField(label=_("Deze collega wordt begeleider"), required=False)

    def vul(self) -> None:
        self.fields["wie"].queryset = queries.collegas(door=self.door)  # type: ignore[attr-defined]  # a model choice field
        self.fields["wie"].label_from_instance = lambda g: g.naam  # type: ignore[attr-defined]


class VerblijfForm(DaadForm):
    """Something that happened in residence, on the day it happened."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    soort = forms.ChoiceField(label=_("Wat is er gebeurd?"), widget=forms.RadioSelect)
    datum = datumveld(_("Op welke dag?"))
    dublin = forms.BooleanField(label=_("Er is een Dublinclaim"), required=False)
    reden = keuzeveld(
        _("Waarom eindigt de bedenktijd?"), dict(verblijf.Eindreden.choices), required=False,
        hint=_("Alleen als de bedenktijd eindigt."),
    )  # fmt: skip
    toelichting = tekstveld(_("Toelichting"), required=False, rijen=3)

    def vul(self) -> None:
        nu = actions.stand_van(door=self.door, traject=self.traject)
        mogelijk = verblijf.TOEGESTAAN[nu.toestand] | {verblijf.Soort.RVB}
        keuzes = [(s.value, s.label) for s in verblijf.Soort if s in mogelijk]
        self.fields["soort"].choices = keuzes  # type: ignore[attr-defined]  # a choice field
