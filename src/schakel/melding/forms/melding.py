# SPDX-License-Identifier: EUPL-1.2
"""The forms of a melder. Errors say what to do; whatever was typed comes back.

What stands here is translated for the public pages (docs/vertalen.md); forms of colleagues are in `behandeling`.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from schakel.kern.context import uuid_of_niets
from schakel.melding import queries, rules
from schakel.melding.actions import Bewijs, NieuweMelding, Opgave
from schakel.melding.instellingen import meldpunt
from schakel.partner.models import Partner


class Tekst(forms.CharField):
    """Text of limited length; characters that no database can hold are left out."""

    def __init__(self, *, hoogstens: int, regels: int = 0, **kwargs: Any) -> None:
        widget = forms.Textarea({"rows": regels}) if regels else forms.TextInput()
        super().__init__(max_length=hoogstens, widget=widget, **kwargs)
        widget.attrs["dir"] = "auto"  # Arabic in a Dutch form, a Dutch address in an Arabic one
        widget.attrs.pop("maxlength", None)  # the browser would cut silently; the server says what to do
        self.error_messages["max_length"] = ngettext_lazy(
            "Deze tekst is te lang: hooguit %(limit_value)d teken, nu %(show_value)d. Kort hem in.",
            "Deze tekst is te lang: hooguit %(limit_value)d tekens, nu %(show_value)d. Kort hem in.",
            "limit_value",
        )

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace("\x00", "") if isinstance(value, str) else value)


class Plaatskeuze(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """A municipality of today; whatever is no municipality gets the same plain answer."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(None, required=False, **kwargs)
        self.error_messages["invalid_choice"] = _(
            "Deze gemeente staat niet in de lijst. Kies er een uit de lijst."
        )

    def __deepcopy__(self, memo: Any) -> "Plaatskeuze":
        kopie: Plaatskeuze = super().__deepcopy__(memo)
        kopie.queryset = queries.gemeenten()
        return kopie

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or uuid_of_niets(value):
            return super().to_python(value)
        raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")


SITUATIES = (
    (rules.Vorm.ARBEID, _("Werken onder dwang of in slechte omstandigheden")),
    (rules.Vorm.SEKSUEEL, _("Seksueel misbruik of prostitutie onder dwang")),
    (rules.Vorm.CRIMINEEL, _("Iemand moet strafbare dingen doen voor een ander")),
    (rules.Vorm.DIENSTBAARHEID, _("Iemand moet altijd werken in een huishouden")),
    (rules.Vorm.ONBEKEND, _("Iets anders, of ik weet het niet")),
)


ZEKERHEDEN = (
    (rules.Zekerheid.ONBEKEND, _("Dat zeg ik liever niet")),
    (rules.Zekerheid.EIGEN_WAARNEMING, _("Ik heb het zelf gezien of gehoord")),
    (rules.Zekerheid.HOREN_ZEGGEN, _("Iemand anders vertelde het mij")),
    (rules.Zekerheid.NIET_PLUIS, _("Ik heb een gevoel dat er iets niet klopt")),
    (rules.Zekerheid.DOCUMENT, _("Ik heb een document of foto")),
)


class MeldForm(forms.Form):
    """The report. For the public only `tekst` is obligatory; `binnen` is the form of a colleague."""

    sleutel = forms.CharField(required=False, widget=forms.HiddenInput, max_length=64)
    kanaal = forms.ChoiceField(
        label=_("Hoe kwam de melding binnen?"),
        choices=[(k, k.label) for k in (rules.Kanaal.TELEFOON, rules.Kanaal.MAIL, rules.Kanaal.INTERN)],
        widget=forms.RadioSelect,
    )
    aan: "forms.ModelChoiceField[Partner]" = forms.ModelChoiceField(
        label=_("Voor welk meldpunt?"),
        queryset=None,
        required=False,
        empty_label=_("Ons eigen meldpunt, of dat van de gemeente"),
    )
    tekst = Tekst(
        label=_("Wat heeft u gezien of gehoord?"),
        hoogstens=20_000,
        regels=7,
        help_text=_("Schrijf in uw eigen woorden. U hoeft niets te bewijzen. Ook een gevoel telt."),
        error_messages={"required": _("Schrijf hier wat u zag of hoorde. Een paar woorden is genoeg.")},
    )
    acuut = forms.BooleanField(label=_("Er is nu iemand in gevaar"), required=False)
    vorm = forms.ChoiceField(
        label=_("Waar lijkt het op?"), choices=SITUATIES, required=False, widget=forms.RadioSelect
    )
    zekerheid = forms.ChoiceField(
        label=_("Hoe weet u het?"),
        choices=ZEKERHEDEN,
        required=False,
    )
    gemeente = Plaatskeuze(label=_("In welke gemeente?"), empty_label=_("Weet ik niet, of ergens anders"))
    waar = Tekst(
        label=_("Waar precies?"),
        hoogstens=1_000,
        required=False,
        help_text=_("Adres, bedrijf, website of plek."),
    )
    wie = Tekst(
        label=_("Om wie of wat gaat het?"), hoogstens=2_000, required=False, regels=3,
        help_text=_("Namen, telefoonnummers, kentekens, of hoe iemand eruitziet."),
    )  # fmt: skip
    soort = forms.ChoiceField(
        label=_("Wat wilt u?"),
        choices=[
            (rules.Soort.MELDING, _("Iets melden")),
            (rules.Soort.ADVIES, _("Eerst advies vragen, zonder te melden")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )
    wijze = forms.ChoiceField(
        label=_("Wie mag weten dat u meldt?"),
        choices=[
            (rules.Wijze.ANONIEM, _("Niemand: ik blijf anoniem")),
            (rules.Wijze.VERTROUWELIJK, _("Alleen het meldpunt kent mijn naam")),
            (rules.Wijze.OPEN, _("Mijn naam mag bekend zijn")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )
    naam = Tekst(label=_("Uw naam"), hoogstens=200, required=False)
    contact = Tekst(label=_("Telefoon of e-mail"), hoogstens=200, required=False)

    def __init__(self, *args: Any, binnen: bool = False, **kwargs: Any) -> None:
        kwargs["initial"] = self.begin() | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.binnen = binnen
        if binnen:
            self.fields["aan"].queryset = queries.meldpunten()  # type: ignore[attr-defined]  # a ModelChoiceField
        else:
            del self.fields["kanaal"], self.fields["aan"]
        for vorm, vragen in rules.VRAGEN.items():
            for vraag in vragen:
                self.fields[f"v-{vorm}-{vraag.id}"] = forms.ChoiceField(
                    label=vraag.tekst,
                    choices=rules.Antwoord.choices,
                    required=False,
                    widget=forms.RadioSelect,
                )

    @staticmethod
    def begin() -> dict[str, Any]:
        return {
            "sleutel": uuid4(),
            "soort": rules.Soort.MELDING,
            "vorm": rules.Vorm.ONBEKEND,
            "zekerheid": rules.Zekerheid.ONBEKEND,
            "wijze": rules.Wijze.ANONIEM,
        }

    def vragenlijsten(self) -> Iterator[tuple[str, str, list[BoundField]]]:
        """Per situation: code, name, questions. The style sheet shows those of the chosen situation."""
        namen = dict(SITUATIES)
        for vorm, vragen in rules.VRAGEN.items():
            yield vorm, str(namen[vorm]), [self[f"v-{vorm}-{v.id}"] for v in vragen]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        wijze = schoon.get("wijze") or rules.Wijze.ANONIEM
        bekend = schoon.get("naam") or schoon.get("contact")
        if wijze == rules.Wijze.ANONIEM and bekend:
            self.add_error(
                "wijze", _("U vulde uw naam of contact in. Maak die velden leeg, of kies wie het mag weten.")
            )
        if wijze != rules.Wijze.ANONIEM and not (bekend or {"naam", "contact"} & set(self.errors)):
            self.add_error(
                "naam", _("Vul uw naam of een telefoonnummer of e-mailadres in, of kies ‘anoniem’.")
            )
        if wijze == rules.Wijze.ANONIEM and schoon.get("kanaal") == rules.Kanaal.INTERN:
            self.add_error(
                "wijze",
                _("Je bent ingelogd, dus dit is niet anoniem. Anoniem melden kan op de open meldpagina."),
            )
        hoogstens = meldpunt().tekst_hoogstens
        if len(schoon.get("tekst", "")) > hoogstens:
            self.add_error("tekst", _("Deze tekst is te lang: hooguit %d tekens. Kort hem in.") % hoogstens)
        return schoon

    def nieuw(self) -> NieuweMelding:
        """What was filled in, after validation."""
        schoon = self.cleaned_data
        gemeente = schoon["gemeente"]
        antwoorden = {n.split("-", 2)[2]: w for n, w in schoon.items() if n.startswith("v-") and w}
        return NieuweMelding(
            tekst=schoon["tekst"],
            kanaal=schoon.get("kanaal") or rules.Kanaal.WEB,
            soort=schoon["soort"] or rules.Soort.MELDING,
            vorm=schoon["vorm"] or rules.Vorm.ONBEKEND,
            gemeente_id=gemeente.pk if gemeente else None,
            waar=schoon["waar"],
            wie=schoon["wie"],
            wijze=schoon["wijze"] or rules.Wijze.ANONIEM,
            zekerheid=schoon["zekerheid"] or rules.Zekerheid.ONBEKEND,
            acuut=schoon["acuut"],
            indicatoren=antwoorden,
            naam=schoon["naam"],
            contact=schoon["contact"],
        )

    def sleutel_van_inzending(self) -> str:
        """What the browser sent along; without it every sending is a new one."""
        return self.cleaned_data["sleutel"] or str(uuid4())


class ProefForm(forms.Form):
    """The proof that is asked in a flood: `oplossing` by script, `antwoord` by hand."""

    proef = forms.CharField(required=False, widget=forms.HiddenInput, max_length=2_000)
    oplossing = forms.CharField(required=False, widget=forms.HiddenInput, max_length=40)
    antwoord = forms.CharField(
        required=False, max_length=20, widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"})
    )

    def bewijs(self) -> Bewijs:
        """What came back; what cannot be one is left out."""
        schoon = self.cleaned_data if self.is_valid() else {}
        return Bewijs(schoon.get("proef", ""), schoon.get("oplossing", ""), schoon.get("antwoord", ""))

    @classmethod
    def voor(cls, opgave: Opgave) -> "ProefForm":
        """An empty one for this task."""
        form = cls(initial={"proef": opgave.zegel})
        form.fields["antwoord"].label = _("Hoeveel is %(som)s?") % {"som": opgave.som}
        return form


class CodeForm(forms.Form):
    """The receipt code as typed; what is no code is answered like an unknown one."""

    code = forms.CharField(
        label=_("Uw code"),
        max_length=80,
        help_text=_("Zestien cijfers. Ze staan op uw ontvangstkaart."),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "dir": "ltr"}),
        error_messages={"required": _("Vul de zestien cijfers van uw kaart in.")},
    )


class BerichtForm(forms.Form):
    """One message of the conversation; `id` makes that it is written once."""

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    tekst = Tekst(
        label=_("Uw bericht"), hoogstens=10_000, regels=4,
        error_messages={"required": _("Schrijf eerst een bericht.")},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"id": uuid4()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def bericht_id(self) -> UUID:
        id: UUID | None = self.cleaned_data["id"]
        return id or uuid4()
