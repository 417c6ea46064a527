# SPDX-License-Identifier: EUPL-1.2
"""What the forms of the room share."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant import rules as deelregels
from schakel.convenant.rules.namen import kop
from schakel.kern.ids import nieuw_id, vast_id
from schakel.toegang.actor import Actor


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


def zet_keuzes(form: forms.Form, naam: str, keuzes: Iterable[tuple[Any, Any]]) -> None:
    veld = form.fields[naam]
    assert isinstance(veld, forms.ChoiceField)
    veld.choices = list(keuzes)


def met_id(**meer: Any) -> dict[str, Any]:
    """First values of a form that creates something: its future id, so that sending twice creates once."""
    return {"id": nieuw_id(), **meer}


def eigen_id(door: Actor, id: UUID) -> UUID:
    """What a form's id becomes: the same for the same person and form, and never an id of somebody else."""
    return vast_id("formulier", str(door.partner_id), str(door.gebruiker_id), str(id))
