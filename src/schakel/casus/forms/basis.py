# SPDX-License-Identifier: EUPL-1.2
"""What the forms of a case share: fields that people type long text into, dates, parts, the hidden id and
version."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.casus.models import DELEN, Casus
from schakel.convenant.rules import FUNCTIE_DELEN
from schakel.kern.ids import nieuw_id
from schakel.toegang.actor import Actor

LANG = 20_000


def tekstveld(label: Any, hint: Any = "", *, required: bool = True, rijen: int = 4) -> forms.CharField:
    """Long text; up to 20,000 characters."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=LANG,
        widget=forms.Textarea(attrs={"rows": rijen}),
    )


def datumveld(label: Any, hint: Any = "", *, required: bool = True) -> forms.DateField:
    """The date picker of the browser."""
    kiezer = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=hint, required=required, widget=kiezer)


def vinkjes(
    label: Any, keuzes: Iterable[tuple[str, Any]], *, required: bool = True, hint: Any = ""
) -> forms.MultipleChoiceField:
    """Several of a closed list."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=hint,
        choices=list(keuzes),
        required=required,
        widget=forms.CheckboxSelectMultiple,
    )


class CasusForm(forms.Form):
    """A form about one case, for one actor. What is not in the choices of the actor is refused."""

    def __init__(self, *args: Any, door: Actor, casus: Casus | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.door = door
        self.casus = casus
        self.vul()

    def vul(self) -> None:
        """Choices that depend on the actor or the case."""
        if "deel" in self.fields:
            delen = FUNCTIE_DELEN.get(self.door.functie, frozenset())
            veld = self.fields["deel"]
            veld.choices = [(nr, naam) for nr, naam in DELEN if nr in delen]  # type: ignore[attr-defined]  # a choice field


class MetVersie(CasusForm):
    """Carries the version that was read."""

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)


class MetId(CasusForm):
    """Carries the id of what it will make."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)


def deelveld() -> "forms.TypedChoiceField":
    """In which part of the overleg this belongs; only the parts of the actor's function are offered."""
    return forms.TypedChoiceField(
        label=_("Voor welk deel van het overleg?"), coerce=int, choices=DELEN, initial=1
    )


def keuzes(namen: Mapping[str, Any], leeg: Any = "") -> list[tuple[str, Any]]:
    """A closed list for a select, with an empty first line when asked."""
    return [*([("", leeg)] if leeg else []), *namen.items()]
