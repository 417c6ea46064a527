# SPDX-License-Identifier: EUPL-1.2
"""Forms of triage, of passing on, of the agreed routes and of duty."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.melding import queries, rules
from schakel.melding.forms.melding import Plaatskeuze, Tekst
from schakel.melding.models import Melding, Routeregel
from schakel.partner.models import Gemeente, Partner, PartnerSoort
from schakel.partner.queries import collegas
from schakel.toegang.actor import Actor
from schakel.toegang.models import Gebruiker

TE_KIEZEN = _("Kies er een uit de lijst.")


class TriageForm(forms.Form):
    """What the colleague estimates; it decides which routes are proposed."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    vorm = forms.ChoiceField(label=_("Vorm van uitbuiting"), choices=rules.Vorm.choices)
    gemeente = Plaatskeuze(label=_("Gemeente"), empty_label=_("Niet bekend, of ergens anders"))
    leeftijd = forms.ChoiceField(
        label=_("Leeftijd van het mogelijke slachtoffer"), choices=rules.Leeftijd.choices
    )
    omvang = forms.ChoiceField(label=_("Hoe groot lijkt het?"), choices=rules.Omvang.choices)
    sector = forms.ChoiceField(
        label=_("Sector"), choices=[("", _("Niet bekend")), *rules.Sector.choices], required=False
    )
    acuut = forms.BooleanField(label=_("Er is nu iemand in gevaar"), required=False)

    @classmethod
    def van(cls, melding: Melding) -> "TriageForm":
        namen = ("versie", "vorm", "leeftijd", "omvang", "sector", "acuut")
        return cls(initial={n: getattr(melding, n) for n in namen} | {"gemeente": melding.gemeente_id})

    def gevonden(self) -> dict[str, Any]:
        """The fields for `actions.trieer`."""
        d = dict(self.cleaned_data)
        gemeente = d.pop("gemeente")
        d.pop("versie")
        return d | {"gemeente_id": gemeente.pk if gemeente else None}


class AanbodForm(forms.Form):
    """To whom, under which channel, and what they must know to decide."""

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    route = forms.ChoiceField(
        label=_("Naar wie?"), widget=forms.RadioSelect, error_messages={"invalid_choice": TE_KIEZEN}
    )
    aan: "forms.ModelChoiceField[Partner]" = forms.ModelChoiceField(
        label=_("Welk meldpunt?"), queryset=None, required=False, empty_label="–",
        help_text=_("Alleen als je ‘een ander meldpunt’ kiest."),
    )  # fmt: skip
    bericht = Tekst(
        label=_("Waarom is dit voor hen?"), hoogstens=2_000, regels=3, required=False,
        help_text=_("Tot ze aannemen zien zij vorm, plaats, leeftijd, omvang en deze tekst. Noem geen namen."),
    )  # fmt: skip
    naam_mee = forms.BooleanField(
        label=_("De melder vindt het goed dat zijn naam meegaat"), required=False,
        help_text=_("Zonder toestemming gaat de naam niet mee. Het gesprek met de code gaat gewoon door."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, door: Actor, melding: Melding, routes: list[Routeregel], **kwargs: Any
    ) -> None:
        self.routes = {str(r.pk): r for r in routes if r.naar}
        begin = {"id": uuid4(), "versie": melding.versie, "route": next(iter(self.routes), "ander")}
        kwargs["initial"] = begin | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        keuzes = [(pk, f"{r.naam} – {rules.waarom(r)}") for pk, r in self.routes.items()]
        self.fields["route"].choices = [*keuzes, ("ander", _("Een ander meldpunt"))]  # type: ignore[attr-defined]
        self.fields["aan"].queryset = queries.andere_meldpunten(door=door)  # type: ignore[attr-defined]
        if melding.wijze != rules.Wijze.VERTROUWELIJK:
            del self.fields["naam_mee"]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if schoon.get("route") == "ander" and not schoon.get("aan"):
            self.add_error("aan", _("Kies het meldpunt dat deze melding moet krijgen."))
        return schoon

    def aanbod(self) -> dict[str, Any]:
        """The arguments of `actions.bied_aan`."""
        d = self.cleaned_data
        velden = {n: d[n] for n in ("bericht", "naam_mee", "versie") if n in d} | {"id": self.aanbod_id()}
        if route := self.routes.get(d["route"]):
            return velden | {"aan": route.naar, "kanaal": route.kanaal, "termijn": route.termijn}
        return velden | {"aan": d["aan"]}

    def aanbod_id(self) -> UUID:
        id: UUID | None = self.cleaned_data["id"]
        return id or uuid4()


class AntwoordForm(forms.Form):
    """Why an offer is not accepted, or taken back."""

    reden = Tekst(label=_("Reden"), hoogstens=2_000, regels=3, required=False)


class RouteForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """An agreed route; what is left empty holds for everything."""

    vormen = forms.MultipleChoiceField(
        label=_("Vormen"), choices=rules.Vorm.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    sectoren = forms.MultipleChoiceField(
        label=_("Sectoren"), choices=rules.Sector.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    gemeenten: "forms.ModelMultipleChoiceField[Gemeente]" = forms.ModelMultipleChoiceField(
        label=_("Gemeenten"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Routeregel
        fields = (
            "volgorde", "vormen", "leeftijd", "omvang", "sectoren", "gemeenten", "van_soort", "naar", "kanaal", "ook",
            "termijn", "norm", "afspraak", "van", "tot",
        )  # fmt: skip
        labels = {
            "volgorde": _("Volgorde"),
            "leeftijd": _("Leeftijd"),
            "omvang": _("Omvang"),
            "van_soort": _("Ontvangen door"),
            "naar": _("Naar welke partner?"),
            "kanaal": _("Naam van deze weg"),
            "ook": _("Gaat daar ook heen, naast de eerste weg"),
            "termijn": _("Binnen hoeveel dagen aannemen?"),
            "norm": _("Norm: meldingen per jaar"),
            "afspraak": _("Waar is dit afgesproken?"),
            "van": _("Vanaf"),
            "tot": _("Tot en met"),
        }
        help_texts = {
            "volgorde": _("De eerste weg die past, wordt voorgesteld."),
            "naar": _("Leeg: er is geen vaste partner, je besluit per geval."),
            "kanaal": _("Bijvoorbeeld SIOD, EMM of voorbereidingsteam. Hieronder wordt geteld."),
            "termijn": "",
            "norm": "",
        }
        widgets = {n: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d") for n in ("van", "tot")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeenten"].queryset = queries.gemeenten()  # type: ignore[attr-defined]
        self.fields["naar"].queryset = queries.meldpunten()  # type: ignore[attr-defined]
        for naam, leeg in (("leeftijd", _("Elke leeftijd")), ("omvang", _("Elke omvang"))):
            keuzes = self.fields[naam].choices[1:]  # type: ignore[attr-defined]
            self.fields[naam].choices = [("", leeg), *keuzes]  # type: ignore[attr-defined]
        self.fields["van_soort"].choices = [("", _("Elk meldpunt")), *PartnerSoort.choices]  # type: ignore[attr-defined]

    def clean_gemeenten(self) -> list[UUID]:
        return [g.pk for g in self.cleaned_data["gemeenten"]]

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or {}
        if schoon.get("van") and schoon.get("tot") and schoon["van"] > schoon["tot"]:
            self.add_error("tot", _("Het einde ligt voor het begin."))
        if schoon.get("ook") and not schoon.get("naar"):
            self.add_error("naar", _("Kies naar welke partner het ook gaat."))
        return schoon


class DienstForm(forms.Form):
    """Who is on duty, from when until when (local time)."""

    wie: "forms.ModelChoiceField[Gebruiker]" = forms.ModelChoiceField(
        label=_("Wie?"), queryset=None, empty_label="–", error_messages={"invalid_choice": TE_KIEZEN}
    )
    van = forms.DateTimeField(
        label=_("Vanaf"), widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )
    tot = forms.DateTimeField(
        label=_("Tot"), widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )

    def __init__(self, *args: Any, door: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wie"].queryset = collegas(door.partner_id)  # type: ignore[attr-defined]
        for naam in ("van", "tot"):
            self.fields[naam].error_messages["invalid"] = _(
                "Vul een dag en een tijd in, zoals 3-3-2027 18:00."
            )
