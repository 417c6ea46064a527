# SPDX-License-Identifier: EUPL-1.2
"""Decisions, judgements, questions and answers."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant import rules as deelregels
from schakel.convenant.rules.namen import keuzes
from schakel.melding.forms import Tekst
from schakel.partner.models import Partner
from schakel.signaal import queries
from schakel.signaal.forms.gedeeld import categoriekeuzes, datumveld, zet_keuzes
from schakel.signaal.models import Informatieverzoek, Raakvlak
from schakel.signaal.rules import Overgang, Sluitreden, Status, veredeling, woorden
from schakel.toegang.actor import Actor


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
    """A question to one or more partners; with `bron` each also reads its own lines of the checklist."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    aan = forms.ModelMultipleChoiceField(
        label=_("Aan wie?"), queryset=Partner.objects.none(), widget=forms.CheckboxSelectMultiple,
        help_text=_("Elke partner krijgt een eigen verzoek en ziet niet wie je nog meer vraagt."),
        error_messages={"required": _("Kies minstens één partner.")},
    )  # fmt: skip
    vraag = Tekst(
        label=_("Wat wil je weten?"), hoogstens=3000, regels=5,
        help_text=_("De ander ziet alleen wat je hier schrijft. Noem niet meer dan nodig."),
    )  # fmt: skip
    bron = forms.MultipleChoiceField(
        required=False,
        widget=forms.MultipleHiddenInput,
        choices=[(b.code, b.code) for b in veredeling.BRONNEN],
    )
    doel = forms.ChoiceField(label=_("Waarvoor?"), choices=keuzes(deelregels.Doel))
    grondslag = Tekst(
        label=_("Op welke grondslag?"), hoogstens=100, help_text=_("Bijvoorbeeld: WGS, RIEC-convenant.")
    )
    termijn = forms.IntegerField(
        label=_("Binnen hoeveel werkdagen?"), min_value=1, max_value=60, initial=10,
        error_messages={
            "invalid": _("Schrijf een aantal werkdagen in cijfers."),
            "min_value": _("Kies een termijn van 1 tot 60 werkdagen."),
            "max_value": _("Kies een termijn van 1 tot 60 werkdagen."),
        },
    )  # fmt: skip

    def __init__(self, *args: Any, door: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["aan"]
        assert isinstance(veld, forms.ModelMultipleChoiceField)
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
    """An answer by sharing one's own signaal. `aanwezig`: the categories that it holds; empty = not known yet."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    stuk = forms.ChoiceField(label=_("Welk signaal deel je?"))
    categorieen = forms.MultipleChoiceField(
        label=_("Welke gegevens?"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één soort gegevens.")},
    )  # fmt: skip
    tot = datumveld(label=_("Tot en met"))
    motivering = Tekst(label=_("Waarom is delen nodig?"), hoogstens=4000, regels=3, required=False)
    tekst = Tekst(label=_("Bericht aan de vrager"), hoogstens=4000, regels=3, required=False)

    def __init__(
        self, *args: Any, door: Actor, stukken: Iterable[Any], aanwezig: set[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        zet_keuzes(self, "stuk", [(str(s.pk), s.kenmerk) for s in stukken])
        zet_keuzes(
            self, "categorieen", [k for k in categoriekeuzes(door) if not aanwezig or k[0] in aanwezig]
        )
        self.fields["tot"].required = True
