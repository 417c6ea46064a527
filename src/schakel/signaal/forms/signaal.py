# SPDX-License-Identifier: EUPL-1.2
"""A signaal and its statements, with fields from `rules.gegevens.SOORTEN`; what was typed comes back."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from schakel.convenant import rules as deelregels
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.models import Gegeven
from schakel.convenant.rules.namen import keuzes
from schakel.kern.ids import vast_id
from schakel.melding.forms import Tekst
from schakel.signaal import queries
from schakel.signaal.actions import NieuwePlaats, NieuwSignaal
from schakel.signaal.forms.gedeeld import categoriekeuzes, datumveld, zet_keuzes
from schakel.signaal.rules import woorden
from schakel.signaal.rules.gegevens import KORT, LANG, SOORTEN, categorie, controleer
from schakel.toegang.actor import Actor

BUITENLAND, ONBEKEND = "buitenland", "onbekend"


class FilterForm(forms.Form):
    """What the list is narrowed to."""

    status = forms.ChoiceField(label=_("Status"), required=False)
    vorm = forms.ChoiceField(label=_("Vorm"), required=False)
    gemeente = forms.ChoiceField(label=_("Gemeente"), required=False)
    wie = forms.ChoiceField(
        label=_("Van wie"),
        required=False,
        choices=[("", _("Iedereen")), ("eigen", _("Eigen signalen")), ("gedeeld", _("Met ons gedeeld"))],
    )
    niet_pluis = forms.BooleanField(label=_("Alleen niet-pluis"), required=False)
    stil = forms.BooleanField(label=_("Alleen wat te lang stil ligt"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stand = [("", _("Alle")), ("open", _("Nog open")), *woorden.STATUS_NAAM.items()]
        zet_keuzes(self, "status", stand)
        zet_keuzes(self, "vorm", [("", _("Alle")), *woorden.VORM_NAAM.items()])
        zet_keuzes(self, "gemeente", [("", _("Alle")), *((str(g.pk), g.naam) for g in queries.gemeenten())])


class ZoekForm(forms.Form):
    """Search by content: asks what for, because searching is reading (standaarden.md, logboek)."""

    woorden = Tekst(label=_("Zoek een naam, nummer of woord"), hoogstens=KORT)
    doel = forms.ChoiceField(label=_("Waarvoor zoek je?"), choices=keuzes(deelregels.Doel))


class ZoekvraagForm(FilterForm):
    """A search to keep: words or a narrowing of the list, a name, and what for."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    woorden = Tekst(label=_("Woorden"), hoogstens=KORT, required=False)
    naam = Tekst(label=_("Hoe noem je deze zoekvraag?"), hoogstens=80)
    doel = forms.ChoiceField(label=_("Waarvoor zoek je?"), choices=keuzes(deelregels.Doel))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "bewaar_%s", **kwargs})  # beside the form that searches

    def inhoud(self) -> dict[str, Any]:
        """The search itself."""
        namen = ("woorden", *FilterForm.base_fields)
        return {naam: self.cleaned_data[naam] for naam in namen if self.cleaned_data.get(naam)}


class KopForm(forms.Form):
    """Form, sector, size, places and the like."""

    vormen = forms.MultipleChoiceField(
        label=_("Om welke uitbuiting kan het gaan?"),
        choices=list(woorden.VORM_NAAM.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    waargenomen_op = datumveld(label=_("Wanneer gezien?"))
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=[("", _("Niet bekend")), *woorden.SECTOR_NAAM.items()]
    )
    omvang = forms.IntegerField(
        label=_("Hoeveel mogelijke slachtoffers, naar schatting?"),
        required=False, min_value=0, max_value=100_000,
        error_messages={"invalid": _("Schrijf een getal in cijfers, of laat het leeg.")},
    )  # fmt: skip
    herkomst = forms.ChoiceField(label=_("Hoe kwam het binnen?"), choices=list(woorden.HERKOMST_NAAM.items()))
    betrouwbaarheid = forms.ChoiceField(
        label=_("Hoe betrouwbaar is de bron?"),
        choices=list(woorden.BETROUWBAARHEID_NAAM.items()), initial="onbekend",
    )  # fmt: skip
    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gemeenten = [(str(g.pk), g.naam) for g in queries.gemeenten()]
        keuzes = [("", "–"), *gemeenten, (BUITENLAND, _("Buitenland")), (ONBEKEND, _("Onbekend"))]
        for soort in woorden.PlaatsSoort:
            self.fields[f"{soort}_gemeente"] = forms.ChoiceField(
                label=woorden.PLAATS_NAAM[soort], required=False, choices=keuzes
            )
            self.fields[f"{soort}_buitenland"] = Tekst(
                label=_("Welke plaats en welk land?"), required=False, hoogstens=100
            )

    def plaatsvelden(self) -> list[tuple[Any, Any]]:
        """The two fields of each kind of place."""
        return [(self[f"{s}_gemeente"], self[f"{s}_buitenland"]) for s in woorden.PlaatsSoort]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        for soort in woorden.PlaatsSoort:
            keuze = schoon.get(f"{soort}_gemeente", "")
            waar = schoon.get(f"{soort}_buitenland")
            if keuze == BUITENLAND and not waar:
                self.add_error(
                    f"{soort}_buitenland", gettext("Schrijf welk land, en als je het weet de plaats.")
                )
            if waar and keuze not in ("", BUITENLAND):
                self.add_error(
                    f"{soort}_gemeente", gettext("Kies 'Buitenland', of maak het veld hieronder leeg.")
                )
        return schoon

    def plaatsen(self) -> list[NieuwePlaats]:
        """The places that were filled in."""
        gevuld = []
        for soort in woorden.PlaatsSoort:
            keuze = self.cleaned_data.get(f"{soort}_gemeente", "")
            waar = self.cleaned_data.get(f"{soort}_buitenland", "")
            if keuze or waar:
                gemeente = None if keuze in ("", BUITENLAND, ONBEKEND) else UUID(keuze)
                gevuld.append(NieuwePlaats(soort, gemeente, waar))
        return gevuld

    def nieuw(self, **meer: Any) -> NieuwSignaal:
        """What was filled in, as the action takes it."""
        namen = ("vormen", "sector", "omvang", "herkomst", "betrouwbaarheid", "waargenomen_op")
        velden = {naam: self.cleaned_data[naam] for naam in namen}
        return NieuwSignaal(**velden, plaatsen=self.plaatsen(), **meer)


class SignaalForm(KopForm):
    """A new signaal: what was seen, and what is known at once of who and where."""

    SNEL = ("persoon", "adres", "telefoon", "bedrijf")

    id = forms.UUIDField(widget=forms.HiddenInput)
    melding = forms.UUIDField(widget=forms.HiddenInput, required=False)
    tekst = Tekst(label=_("Wat is er gezien of gehoord?"), hoogstens=LANG, regels=8)
    zekerheid = forms.ChoiceField(label=_("Hoe weet je dit?"), choices=Gegeven.Zekerheid.choices)
    niet_pluis = forms.BooleanField(
        label=_("Dit is alleen een niet-pluisgevoel"),
        help_text=_("Schakel bewaart het een half jaar en kijkt of er meer bij komt."),
        required=False,
    )

    def __init__(
        self, *args: Any, door: Actor, indicatoren: Iterable[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.door = door
        self.statements: list[NieuwGegeven] = []
        for soort in self.SNEL:
            for naam, veld in _velden(soort, verplicht=False):
                self.fields[f"{soort}_{naam}"] = veld

    def groepen(self) -> list[tuple[Any, list[Any]]]:
        """(name of the kind, its fields), for the page."""
        return [(SOORTEN[s].naam, [self[f"{s}_{n}"] for n in SOORTEN[s].gevraagd]) for s in self.SNEL]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        for soort in self.SNEL:
            ruw = {n: schoon.get(f"{soort}_{n}", "") for n in SOORTEN[soort].gevraagd}
            if not any(waarde for naam, waarde in ruw.items() if naam != "rol"):
                continue
            inhoud, fouten = controleer(soort, ruw)
            for naam, zin in fouten.items():
                self.add_error(f"{soort}_{naam or SOORTEN[soort].een_van[0]}", zin)
            self.statements.append(self._statement(soort, inhoud))
        if schoon.get("tekst"):
            self.statements.append(self._statement("tekst", {"tekst": schoon["tekst"]}))
        return schoon

    def _statement(self, soort: str, inhoud: dict[str, str]) -> NieuwGegeven:
        return NieuwGegeven(
            soort,
            categorie(soort, inhoud.get("rol", "")),
            inhoud,
            zekerheid=self.cleaned_data.get("zekerheid", Gegeven.Zekerheid.EIGEN_WAARNEMING),
            datum=self.cleaned_data.get("waargenomen_op"),
        )


def _velden(soort: str, *, verplicht: bool) -> Iterable[tuple[str, forms.Field]]:
    """The form fields of a kind of statement."""
    kader = SOORTEN[soort]
    for naam, veld in kader.gevraagd.items():
        nodig = verplicht and kader.een_van == (naam,)
        if veld.keuzes:
            keuzes = [("", "–"), *veld.keuzes.items()]
            yield (
                naam,
                forms.ChoiceField(label=veld.label, help_text=veld.hint, choices=keuzes, required=nodig),
            )
        else:
            regels = 8 if veld.hoogstens >= LANG else 3 if veld.hoogstens > KORT else 0
            yield (
                naam,
                Tekst(
                    label=veld.label,
                    help_text=veld.hint,
                    hoogstens=veld.hoogstens,
                    regels=regels,
                    required=nodig,
                ),
            )


class GegevenForm(forms.Form):
    """One statement: its content, how sure, from whom, and what the supplier attaches to it."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, soort: str, door: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.soort = soort
        self.inhoud: dict[str, str] = {}
        for naam, veld in _velden(soort, verplicht=True):
            self.fields[naam] = veld
        self.fields["zekerheid"] = forms.ChoiceField(
            label=_("Hoe weet je dit?"), choices=Gegeven.Zekerheid.choices
        )
        self.fields["datum"] = datumveld(label=_("Wanneer gezien of gehoord?"))
        self.fields["bron"] = Tekst(
            label=_("Van wie heb je dit?"),
            help_text=_("Blijft binnen je eigen organisatie, tenzij je de bescherming weghaalt."),
            required=False, hoogstens=KORT,
        )  # fmt: skip
        self.fields["bron_beschermd"] = forms.BooleanField(
            label=_("Bescherm de bron"), required=False, initial=True
        )
        self.fields["categorie"] = forms.ChoiceField(
            label=_("Soort gegevens"),
            help_text=_("Bepaalt met wie het gedeeld mag worden. Leeg: Schakel kiest het passende."),
            required=False, choices=[("", _("Schakel kiest")), *categoriekeuzes(door)],
        )  # fmt: skip
        self.fields["handeling"] = forms.ChoiceField(
            label=_("Wie mag het hooguit zien?"),
            choices=keuzes(deelregels.Handeling), initial=deelregels.Handeling.KETEN,
        )  # fmt: skip
        self.fields["embargo_tot"] = datumveld(
            label=_("Embargo tot"), help_text=_("Tot die dag merkt geen andere partner dat dit bestaat.")
        )

    def inhoudsvelden(self) -> list[Any]:
        return [self[naam] for naam in SOORTEN[self.soort].gevraagd]

    def randvelden(self) -> list[Any]:
        return [self[n] for n in ("categorie", "handeling", "embargo_tot")]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        self.inhoud, fouten = controleer(
            self.soort, {n: schoon.get(n, "") for n in SOORTEN[self.soort].gevraagd}
        )
        for naam, zin in fouten.items():
            if not (naam and naam in self.errors) and not (not naam and self.errors):
                self.add_error(naam or None, zin)
        return schoon

    def nieuw(self, stuk_id: UUID) -> NieuwGegeven:
        """The statement on this object as the action takes it."""
        d = self.cleaned_data
        gekozen = d["categorie"] or categorie(self.soort, self.inhoud.get("rol", ""))
        return NieuwGegeven(
            self.soort, deelregels.Categorie(gekozen), self.inhoud,
            handeling=deelregels.Handeling(d["handeling"]), zekerheid=d["zekerheid"], datum=d["datum"],
            embargo_tot=d["embargo_tot"], bron=d["bron"], bron_beschermd=d["bron_beschermd"],
            id=vast_id("gegeven", str(stuk_id), str(d["id"])),
        )  # fmt: skip
