# SPDX-License-Identifier: EUPL-1.2
"""Weighing beside the facts, and evaluating goal against result."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from schakel.casus import rules
from schakel.casus.forms.basis import MetId, datumveld, deelveld, keuzes, tekstveld, vinkjes
from schakel.casus.rules.weging import NIVEAUS
from schakel.kern import klok
from schakel.melding import rules as melding

ELEMENTEN = {
    "handeling": _("Handeling"),
    "middel": _("Middel"),
    "oogmerk": _("Oogmerk"),
    "verzwarend": _("Strafverzwarend"),
    "vorm": _("Vorm (geen bestanddeel van de wet)"),
}


class WeegForm(MetId):
    """The criteria, the elements of the law on the day of the facts, the outcome and why."""

    soort = forms.ChoiceField(
        label=_("Wat leg je vast?"), choices=rules.WegingSoort.choices, initial="individueel"
    )
    deel = deelveld()
    feiten_op = datumveld(
        _("Wanneer gebeurde het (voor het laatst)?"), _("De lijst van de wet van die dag geldt.")
    )
    uitkomst = forms.ChoiceField(
        label=_("Uitkomst"), choices=[("", _("Kies een uitkomst")), *rules.Uitkomst.choices]
    )
    motivering = tekstveld(_("Motivering"), rijen=5)
    overleg_kenmerk = forms.CharField(widget=forms.HiddenInput, required=False, max_length=14)

    def vul(self) -> None:
        super().vul()
        assert self.casus is not None
        if not (
            rules.mag_regie(self.door.functie, self.casus.eigenaar_id == self.door.partner_id)
            or self.door.is_een("ketenregisseur")
        ):
            self.fields["soort"].choices = rules.WegingSoort.choices[:1]  # type: ignore[attr-defined]  # a choice field
        self.fields["feiten_op"].initial = klok.vandaag()
        for code, naam in rules.CRITERIA.items():
            self.fields[f"c_{code}"] = forms.ChoiceField(
                label=naam, choices=keuzes(NIVEAUS), initial="onbekend", required=False
            )
        lijst = self._lijst()
        self.wet = lijst
        for element, codes in (lijst.elementen if lijst else {}).items():
            self.fields[f"k_{element}"] = vinkjes(ELEMENTEN[element], codes.items(), required=False)
        self.order_fields(["id", "soort", "deel", *[n for n in self.fields if n[:2] == "c_"], "feiten_op"])

    def _lijst(self) -> rules.Kwalificatielijst | None:
        """The list of the law on the day that was typed, today when none was; nothing before the first
        law."""
        getypt = str(self.data.get("feiten_op") or self.initial.get("feiten_op") or "")
        try:
            return rules.kwalificatielijst(parse_date(getypt) or klok.vandaag())
        except (LookupError, ValueError):
            return None

    def criteria(self) -> list[BoundField]:
        """The fields of the criteria."""
        return [veld for veld in self if veld.name.startswith("c_")]

    def elementen(self) -> list[BoundField]:
        """The fields of the elements of the law."""
        return [veld for veld in self if veld.name.startswith("k_")]

    def weging(self) -> dict[str, Any]:
        """What `actions.weeg` wants to know."""
        schoon = dict(self.cleaned_data)
        velden = {"criteria": "c_", "kwalificatie": "k_"}
        delen = {
            naam: {k[2:]: schoon.pop(k) for k in list(schoon) if k.startswith(begin)}
            for naam, begin in velden.items()
        }
        delen["criteria"] = {c: waarde or "onbekend" for c, waarde in delen["criteria"].items()}
        return {**schoon, **delen}


class EvaluatieForm(MetId):
    """Goal against result, lessons, and what the reporters hear."""

    doel_bereikt = forms.ChoiceField(
        label=_("Zijn de doelen bereikt?"), choices=rules.DoelBereikt.choices, widget=forms.RadioSelect
    )
    resultaat = tekstveld(
        _("Resultaat naast het doel"), _("Per partner: wat was het doel, wat is het geworden?")
    )
    lessen = tekstveld(
        _("Wat leren we ervan?"), _("Ook wat in de weg zat, en wie dat kan wegnemen."), required=False
    )
    uitkomst_melder = forms.ChoiceField(
        label=_("Wat mogen de melders horen?"), choices=melding.Uitkomst.choices, initial="opgepakt"
    )
    toelichting_melder = tekstveld(
        _("Toelichting voor de melders"), _("Zonder namen en zonder inhoud van de casus."), required=False
    )
    deel = deelveld()
