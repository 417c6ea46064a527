# SPDX-License-Identifier: EUPL-1.2
"""Forms of the room. Fields of statements come from `rules.gegevens.SOORTEN`; whatever was typed comes
back.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as nu
from django.utils.translation import gettext_lazy as _

from schakel.convenant import rules as deelregels
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.models import Gegeven
from schakel.convenant.rules.namen import kop
from schakel.kern.ids import nieuw_id, vast_id
from schakel.melding.forms import Tekst
from schakel.partner.models import Partner
from schakel.signaal import queries
from schakel.signaal.actions import NieuwePlaats, NieuwSignaal
from schakel.signaal.models import Informatieverzoek, Raakvlak
from schakel.signaal.rules import Overgang, Sluitreden, Status, woorden
from schakel.signaal.rules.gegevens import KORT, LANG, SOORTEN, categorie, controleer
from schakel.toegang.actor import Actor

BUITENLAND, ONBEKEND = "buitenland", "onbekend"


def datumveld(**kwargs: Any) -> forms.DateField:
    """A date, typed or picked."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    fouten = {"invalid": _("Schrijf de datum als dag-maand-jaar, bijvoorbeeld 31-12-2026.")}
    invoer = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
    return forms.DateField(
        required=False, widget=widget, input_formats=invoer, error_messages=fouten, **kwargs
    )


def categoriekeuzes(door: Actor) -> list[tuple[str, str]]:
    """The categories that this function works with."""
    nodig = deelregels.FUNCTIE_CATEGORIEEN.get(door.functie, frozenset())
    return [
        (c.value, kop(c)) for c in deelregels.Categorie if c in nodig and c != deelregels.Categorie.MELDER
    ]


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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stand = [("", _("Alle")), ("open", _("Nog open")), *woorden.STATUS_NAAM.items()]
        _keuzes(self, "status", stand)
        _keuzes(self, "vorm", [("", _("Alle")), *woorden.VORM_NAAM.items()])
        _keuzes(self, "gemeente", [("", _("Alle")), *((str(g.pk), g.naam) for g in queries.gemeenten())])


class ZoekForm(forms.Form):
    """Search by content: asks what for, because searching is reading (standaarden.md, logboek)."""

    woorden = Tekst(label=_("Zoek een naam, nummer of woord"), hoogstens=KORT)
    doel = forms.ChoiceField(
        label=_("Waarvoor zoek je?"), choices=[(d.value, kop(d)) for d in deelregels.Doel]
    )


def _keuzes(form: forms.Form, naam: str, keuzes: Iterable[tuple[Any, Any]]) -> None:
    veld = form.fields[naam]
    assert isinstance(veld, forms.ChoiceField)
    veld.choices = list(keuzes)


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
                self.add_error(f"{soort}_buitenland", nu("Schrijf welk land, en als je het weet de plaats."))
            if waar and keuze not in ("", BUITENLAND):
                self.add_error(f"{soort}_gemeente", nu("Kies 'Buitenland', of maak het veld hieronder leeg."))
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
            choices=[(h.value, kop(h)) for h in deelregels.Handeling], initial=deelregels.Handeling.KETEN,
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


class RedenForm(forms.Form):
    """A reason, with the version that was read."""

    versie = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reden = Tekst(label=_("Reden"), hoogstens=4000, regels=4)


class StapForm(RedenForm):
    """One arrow of the table; closing asks a reason from the list."""

    sluitreden = forms.ChoiceField(
        label=_("Waarom sluit je het af?"),
        choices=[("", "–"), *((s.value, woorden.SLUITREDEN_NAAM[s]) for s in Sluitreden)],
        error_messages={"required": _("Kies een reden van afsluiten.")},
    )

    def __init__(self, *args: Any, pijl: Overgang, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reden"].label = pijl.vraagt
        if pijl.naar != Status.AFGESLOTEN:
            del self.fields["sluitreden"]


class BesluitForm(RedenForm):
    """Yes or no on a threshold."""

    ja = forms.ChoiceField(
        label=_("Je besluit"), choices=[("ja", _("Ja")), ("nee", _("Nee"))], widget=forms.RadioSelect
    )


class RaakvlakForm(forms.Form):
    """Same, not the same, or cannot be said."""

    status = forms.ChoiceField(
        label=_("Je oordeel"), choices=Raakvlak.Status.choices[1:], widget=forms.RadioSelect
    )
    reden = Tekst(label=_("Waarom?"), hoogstens=4000, regels=3)


class VerzoekForm(forms.Form):
    """A question to a partner."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    aan = forms.ModelChoiceField(label=_("Aan wie?"), queryset=Partner.objects.none(), empty_label="–")
    vraag = Tekst(
        label=_("Wat wil je weten?"), hoogstens=4000, regels=5,
        help_text=_("De ander ziet alleen wat je hier schrijft. Noem niet meer dan nodig."),
    )  # fmt: skip
    doel = forms.ChoiceField(label=_("Waarvoor?"), choices=[(d.value, kop(d)) for d in deelregels.Doel])
    grondslag = Tekst(
        label=_("Op welke grondslag?"), hoogstens=100, help_text=_("Bijvoorbeeld: WGS, RIEC-convenant.")
    )
    termijn = forms.IntegerField(
        label=_("Binnen hoeveel werkdagen?"), min_value=1, max_value=60, initial=10,
        error_messages={"invalid": _("Schrijf een aantal werkdagen in cijfers.")},
    )  # fmt: skip

    def __init__(self, *args: Any, door: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["aan"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = queries.andere_partners(door=door)


class AntwoordForm(forms.Form):
    """An answer without sharing: refusal, nothing found, not available."""

    status = forms.ChoiceField(
        label=_("Je antwoord"),
        choices=[c for c in Informatieverzoek.Status.choices if c[0] not in ("open", "beantwoord")],
        widget=forms.RadioSelect,
    )
    tekst = Tekst(
        label=_("Toelichting"), hoogstens=4000, regels=4, required=False,
        help_text=_("Bij weigeren en niet beschikbaar is een reden nodig. De vrager leest dit."),
    )  # fmt: skip


class DeelForm(forms.Form):
    """An answer by sharing one's own signaal."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    stuk = forms.ChoiceField(label=_("Welk signaal deel je?"))
    categorieen = forms.MultipleChoiceField(
        label=_("Welke gegevens?"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één soort gegevens.")},
    )  # fmt: skip
    tot = datumveld(label=_("Tot en met"))
    motivering = Tekst(label=_("Waarom is delen nodig?"), hoogstens=4000, regels=3, required=False)
    tekst = Tekst(label=_("Bericht aan de vrager"), hoogstens=4000, regels=3, required=False)

    def __init__(self, *args: Any, door: Actor, stukken: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _keuzes(self, "stuk", [(str(s.pk), s.kenmerk) for s in stukken])
        _keuzes(self, "categorieen", categoriekeuzes(door))
        self.fields["tot"].required = True


def met_id(**meer: Any) -> dict[str, Any]:
    """First values of a form that creates something: its future id, so that sending twice creates once."""
    return {"id": nieuw_id(), **meer}


def eigen_id(door: Actor, id: UUID) -> UUID:
    """What a form's id becomes: the same for the same person and form, and never an id of somebody else."""
    return vast_id("formulier", str(door.partner_id), str(door.gebruiker_id), str(id))
