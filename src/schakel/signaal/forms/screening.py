# SPDX-License-Identifier: EUPL-1.2
"""A list to screen, and what a person says of an address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant import rules as deelregels
from schakel.convenant.rules.namen import keuzes
from schakel.melding.forms import Tekst
from schakel.signaal.actions import NieuweScreening
from schakel.signaal.models import Screeningsadres
from schakel.signaal.rules import screening as sr


class ScreeningForm(forms.Form):
    """Ground and purpose first, then the rule, then the list."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    naam = Tekst(label=_("Naam van deze vergelijking"), hoogstens=150)
    bron = Tekst(
        label=_("Van wie is de lijst?"),
        hoogstens=200,
        help_text=_("Bijvoorbeeld: woningcorporatie De Vliet."),
    )
    doel = forms.ChoiceField(
        label=_("Waarvoor?"), choices=keuzes(deelregels.Doel), initial=deelregels.Doel.TOEZICHT
    )
    grondslag = Tekst(
        label=_("Op welke grondslag?"),
        hoogstens=200,
        help_text=_("Bijvoorbeeld: Wet BRP art. 2.34, besluit van 3 maart."),
    )
    niet_ingeschreven = forms.BooleanField(label=_("Personen die er niet staan ingeschreven"), required=False)
    meer_dan = forms.IntegerField(
        label=_("Meer dan hoeveel personen?"), required=False, min_value=0, max_value=1000
    )
    langer_dan_maanden = forms.IntegerField(
        label=_("Langer dan hoeveel maanden?"), required=False, min_value=0, max_value=600
    )
    bewaar_dagen = forms.IntegerField(
        label=_("Na hoeveel dagen moet de ruwe lijst weg zijn?"), min_value=1, max_value=30, initial=7
    )
    inschrijvingen = forms.FileField(
        label=_("Inschrijvingen per adres"), required=False, allow_empty_file=True,
        help_text=_("CSV of XLSX met postcode, huisnummer en ingeschreven. Niet nodig als dat al in de lijst staat."),
    )  # fmt: skip
    lijst = forms.FileField(
        label=_("De lijst"), allow_empty_file=True, required=False,
        help_text=_("CSV of XLSX met postcode en huisnummer, en als u ze heeft: personen, ingeschreven, sinds. "
                    "Andere kolommen, zoals namen, leest Schakel niet."),
    )  # fmt: skip

    def __init__(self, *args: Any, te_groot: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.te_groot = te_groot
        self.rijen: dict[str, list[dict[str, str]]] = {"lijst": [], "inschrijvingen": []}
        self.ruw = b""

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if self.te_groot:
            self.add_error("lijst", _("Dit bestand is te groot: hooguit 10 MB. Verdeel de lijst."))
            return schoon
        if not schoon.get("lijst"):
            self.add_error("lijst", _("Kies het bestand met de lijst."))
        for naam in ("lijst", "inschrijvingen"):
            if bestand := schoon.get(naam):
                self._lees(naam, bestand)
        return schoon

    def _lees(self, naam: str, bestand: Any) -> None:
        inhoud = bestand.read()
        try:
            self.rijen[naam] = sr.lees(inhoud, bestand.name[:80])
        except sr.LijstFout as fout:
            self.add_error(naam, str(fout))
        if naam == "lijst":
            self.ruw = inhoud

    def nieuw(self) -> NieuweScreening:
        """What the action takes."""
        d = self.cleaned_data
        return NieuweScreening(
            naam=d["naam"], bron=d["bron"], doel=d["doel"], grondslag=d["grondslag"], bewaar_dagen=d["bewaar_dagen"],
            criterium=sr.Criterium(d["niet_ingeschreven"], d["meer_dan"], d["langer_dan_maanden"]),
            lijst=self.rijen["lijst"], inschrijvingen=self.rijen["inschrijvingen"], ruw=self.ruw,
        )  # fmt: skip


class AdresForm(forms.Form):
    """What is done with one address."""

    uitkomst = forms.ChoiceField(
        label=_("Wat gebeurt er met dit adres?"),
        choices=Screeningsadres.Uitkomst.choices[1:],
        widget=forms.RadioSelect,
    )
    toelichting = Tekst(label=_("Waarom?"), hoogstens=2000, regels=3)
