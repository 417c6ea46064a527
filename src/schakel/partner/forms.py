# SPDX-License-Identifier: EUPL-1.2
"""Forms of the register. Labels and hints stand in one place; errors say what to do; typed text comes back."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from schakel.kern import klok
from schakel.partner import queries, rules
from schakel.partner.models import (
    Bezetting,
    Domein,
    Functie,
    Inzet,
    Kan,
    Knelpunt,
    Orgaan,
    OrgaanBron,
    OrgaanLid,
    Partner,
    PartnerNaam,
    Project,
    ProjectPartner,
    Rol,
    Verbinding,
)
from schakel.partner.woorden import HINTS, LABELS, VORMEN
from schakel.toegang.actor import Actor


class _Datum(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _kleed_aan(form: forms.BaseForm) -> None:
    for naam, veld in form.fields.items():
        veld.label = LABELS.get(naam, veld.label)
        veld.help_text = HINTS.get(naam, "")
        if isinstance(veld, forms.DateField):
            veld.widget = _Datum()
            veld.widget.is_required = veld.required
        elif isinstance(veld.widget, forms.Textarea):
            veld.widget.attrs = {"rows": 3}


class Form(forms.Form):
    """A form with our labels."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _kleed_aan(self)


class Formulier(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """A form of a row with our labels, and dates that make sense together."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _kleed_aan(self)

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        van, tot = schoon.get("van"), schoon.get("tot")
        if isinstance(van, date) and isinstance(tot, date) and tot < van:
            self.add_error("tot", _("De laatste dag ligt voor de eerste dag. Pas een van beide aan."))
        return schoon

    def toon_verschil(self, nu: Any) -> None:
        """After a colleague changed the row: say at each field what stands there now; the typed text stays."""
        for naam in self.changed_data:
            waarde = getattr(nu, naam, None)
            if naam in self.cleaned_data and not hasattr(waarde, "all") and waarde != self.cleaned_data[naam]:
                self.add_error(naam, _("Hier staat nu: %s") % (waarde or "–"))


class _Meer(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def __init__(self, keuzes: Any) -> None:
        super().__init__(choices=keuzes, required=False)


class ZoekForm(Form):
    """`q` name, `op` day, `soort` kind."""

    q = forms.CharField(label=_l("Naam"), required=False, max_length=200)
    op = forms.DateField(label=_l("Op welke dag?"), required=False)
    soort = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = Partner._meta.get_field("soort").choices or ()
        self.fields["soort"].choices = [("", _("Alle soorten")), *keuzes]  # type: ignore[attr-defined]  # a ChoiceField


class PartnerForm(Formulier):
    kan = _Meer(Kan.choices)

    class Meta:
        model = Partner
        fields = (
            "naam",
            "code",
            "soort",
            "rechtsvorm",
            "kan",
            "werkgebied",
            "telefoon",
            "van",
            "tot",
            "opvolger",
            "leidend",
        )


class NaamForm(Formulier):
    class Meta:
        model = PartnerNaam
        fields = ("naam", "van", "tot", "bron")


class FunctieForm(Formulier):
    """Regional roles are offered to who keeps the region only."""

    vormen = _Meer(VORMEN)

    class Meta:
        model = Functie
        fields = (
            "naam",
            "rol",
            "thema",
            "bereik",
            "vormen",
            "gemeenten",
            "mandaat",
            "telefoon",
            "voorziening",
        )
        widgets = {"gemeenten": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, regio: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeenten"].queryset = queries.gemeenten(klok.vandaag())  # type: ignore[attr-defined]
        if not regio:
            self.fields["rol"].choices = [(r, n) for r, n in Rol.choices if r not in rules.REGIOROLLEN]  # type: ignore[attr-defined]


class VervulForm(Form):
    gebruiker = forms.ModelChoiceField(queryset=None)  # type: ignore[var-annotated]  # set in __init__
    soort = forms.ChoiceField(choices=Bezetting.Soort.choices, widget=forms.RadioSelect)
    van = forms.DateField()
    tot = forms.DateField(required=False)

    def __init__(self, *args: Any, functie: Functie, **kwargs: Any) -> None:
        kwargs["initial"] = {"van": klok.vandaag(), "soort": Bezetting.Soort.HOUDER}
        super().__init__(*args, **kwargs)
        veld: forms.ModelChoiceField[Any] = self.fields["gebruiker"]  # type: ignore[assignment]
        veld.queryset = queries.collegas(functie.partner_id)
        veld.label_from_instance = lambda obj: f"{obj.naam or obj.inlognaam} ({obj.inlognaam})"  # type: ignore[method-assign]


class AccountForm(Form):
    naam = forms.CharField(max_length=200)
    inlognaam = forms.CharField(max_length=200)
    van = forms.DateField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"van": klok.vandaag()}, **kwargs)


class BeeindigForm(Form):
    laatste_dag = forms.DateField()
    reden = forms.CharField(max_length=200)
    notitie = forms.CharField(max_length=5_000, required=False, widget=forms.Textarea)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"laatste_dag": klok.vandaag()}, **kwargs)


class WaarneemForm(Form):
    waarnemer = forms.ModelChoiceField(queryset=None)  # type: ignore[var-annotated]  # set in __init__
    omvang = forms.CharField(max_length=200)
    van = forms.DateField()
    tot = forms.DateField()
    toegang = forms.BooleanField(required=False)

    def __init__(self, *args: Any, functie: Functie, **kwargs: Any) -> None:
        super().__init__(*args, initial={"van": klok.vandaag()}, **kwargs)
        veld: forms.ModelChoiceField[Any] = self.fields["waarnemer"]  # type: ignore[assignment]
        veld.queryset = queries.andere_functies(functie)
        veld.label_from_instance = lambda obj: f"{obj.naam}, {obj.partner}"  # type: ignore[method-assign]


class OpheffenForm(Form):
    tot = forms.DateField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"tot": klok.vandaag()}, **kwargs)


class IndelingForm(Form):
    gemeente = forms.ModelChoiceField(queryset=None)  # type: ignore[var-annotated]  # set in __init__
    domein = forms.ChoiceField(choices=Domein.choices)
    gebied = forms.CharField(max_length=100)
    van = forms.DateField(required=False)
    tot = forms.DateField(required=False)
    zekerheid = forms.CharField(max_length=100, initial="vast")
    bron = forms.CharField(max_length=100, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = queries.gemeenten()  # type: ignore[attr-defined]


class OrgaanForm(Formulier):
    vormen = _Meer(VORMEN)

    class Meta:
        model = Orgaan
        fields = (
            "naam",
            "niveau",
            "keten",
            "status",
            "doel",
            "vormen",
            "doelgroepen",
            "gemeenten",
            "gelaagd",
            "secretariaat",
            "voorzitter",
            "ritme",
            "ritme_weken",
            "ritme_vanaf",
            "rapporteert_aan",
            "van",
            "tot",
        )
        widgets = {"gemeenten": forms.CheckboxSelectMultiple}


class ZetelForm(Formulier):
    delen = forms.TypedMultipleChoiceField(
        choices=[(1, _l("Deel 1")), (2, _l("Deel 2"))],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = OrgaanLid
        fields = ("partner", "rol", "soort", "delen", "van", "tot")


class BronForm(Formulier):
    class Meta:
        model = OrgaanBron
        fields = ("veld", "waarde", "weken", "bron", "datum")


class VerbindingForm(Formulier):
    class Meta:
        model = Verbinding
        fields = ("orgaan", "naar_orgaan", "naar_partner", "soort", "via", "risico", "bron", "van", "tot")

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        if bool(schoon.get("naar_orgaan")) == bool(schoon.get("naar_partner")) and not self.errors:
            self.add_error("naar_orgaan", _("Kies één einde: een overleg of een partner."))
        if schoon.get("naar_orgaan") and schoon.get("naar_orgaan") == schoon.get("orgaan"):
            self.add_error("naar_orgaan", _("Kies een ander overleg: dit is hetzelfde."))
        return schoon


class InzetForm(Formulier):
    """`door` limits the partner to the own one, unless the actor keeps the region."""

    class Meta:
        model = Inzet
        fields = (
            "partner",
            "soort",
            "omschrijving",
            "aan",
            "orgaan",
            "eigenaar",
            "deelnemers",
            "uren_per_maand",
            "middelen",
            "expertise",
            "kosten",
            "antwoord",
            "bron",
            "van",
            "tot",
        )

    def __init__(self, *args: Any, door: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not queries.mag_regio_beheren(door):
            self.fields["partner"].queryset = queries.eigen_partner(door)  # type: ignore[attr-defined]


class ProjectForm(Formulier):
    vormen = _Meer(VORMEN)

    class Meta:
        model = Project
        fields = (
            "naam",
            "soort",
            "trekker",
            "doel",
            "focus",
            "verschil_aanvaard",
            "vormen",
            "gemeenten",
            "financiering",
            "rapportage",
            "bron",
            "van",
            "tot",
        )
        widgets = {"gemeenten": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, door: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not queries.mag_regio_beheren(door):
            self.fields["trekker"].queryset = queries.eigen_partner(door)  # type: ignore[attr-defined]


class DeelnemerForm(Formulier):
    class Meta:
        model = ProjectPartner
        fields = ("partner", "doel", "belang", "verwachting", "akkoord_met_focus")

    def __init__(self, *args: Any, door: Actor, alle: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not alle:
            self.fields["partner"].queryset = queries.eigen_partner(door)  # type: ignore[attr-defined]


class AfrondForm(Form):
    resultaat = forms.CharField(widget=forms.Textarea, max_length=10_000)
    zonder_effect = forms.CharField(widget=forms.Textarea, max_length=10_000, required=False)
    borging = forms.ChoiceField(
        choices=[k for k in Project.Borging.choices if k[0]], widget=forms.RadioSelect
    )
    borging_reden = forms.CharField(widget=forms.Textarea, max_length=5_000)


class KnelpuntForm(Formulier):
    class Meta:
        model = Knelpunt
        fields = ("titel", "risico", "partner", "bron")


class OplosForm(Form):
    oplossing = forms.CharField(widget=forms.Textarea, max_length=5_000)
