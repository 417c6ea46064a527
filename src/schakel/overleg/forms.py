# SPDX-License-Identifier: EUPL-1.2
"""The forms of a meeting: planning, agenda, presence, decisions with their actions."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.casus.forms.basis import datumveld, tekstveld
from schakel.casus.models import Casus, Interventie
from schakel.casus.rules import CATALOGUS
from schakel.convenant.rules import FUNCTIE_DELEN
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.overleg import queries, rules
from schakel.overleg.actions import NieuweActie
from schakel.overleg.models import Agendapunt, Werkwijze
from schakel.partner import queries as partners
from schakel.partner.models import Functie, Orgaan, OrgaanLid, PartnerSoort
from schakel.toegang.actor import Actor

ACTIES = 3
"""Rows for actions under a decision; more actions go under a next decision."""


class _MetId(forms.Form):
    """Carries the id of what it will make."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)


class PlanForm(_MetId):
    """A new meeting of a body in which the actor sits."""

    orgaan = forms.ModelChoiceField(label=_("Welk overleg?"), queryset=Orgaan.objects.none())
    tijdstip = forms.DateTimeField(
        label=_("Wanneer?"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    plaats = forms.CharField(label=_("Plaats"), max_length=200, required=False)
    voorzitter = forms.ModelChoiceField(
        label=_("Voorzitter"), queryset=Functie.objects.none(), required=False
    )

    def __init__(self, *args: Any, door: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["orgaan"].queryset = queries.organen(door=door)  # type: ignore[attr-defined]  # a model choice field
        voorzitters = partners.functies_met_rol(rules.VOORZITTERS)
        self.fields["voorzitter"].queryset = voorzitters  # type: ignore[attr-defined]
        self.fields["voorzitter"].label_from_instance = lambda f: f"{f.naam} ({f.partner})"  # type: ignore[attr-defined]


class AgendaForm(_MetId):
    """Put a case that is ready on the agenda."""

    casus = forms.ModelChoiceField(label=_("Casus"), queryset=Casus.objects.none())
    deel = forms.TypedChoiceField(label=_("Deel"), coerce=int)
    minuten = forms.IntegerField(label=_("Minuten"), min_value=1, max_value=240, initial=15)
    aanleiding = tekstveld(_("Wat wordt gevraagd?"), required=False, rijen=2)

    def __init__(self, *args: Any, kandidaten: Any, delen: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["casus"].queryset = kandidaten  # type: ignore[attr-defined]  # a model choice field
        self.fields["casus"].label_from_instance = (  # type: ignore[attr-defined]
            lambda c: f"{c.kenmerk} {c.werktitel}" + (f" ({_('spoed')})" if c.spoed_op else "")
        )
        self.fields["deel"].choices = [(d, rules.DELEN[d]) for d in delen]  # type: ignore[attr-defined]  # a choice field


def zetelnaam(lid: OrgaanLid) -> str:
    """A seat in words: partner, role."""
    return f"{lid.partner}, {lid.get_rol_display().lower()}"


def zetels(leden: Iterable[OrgaanLid], deel: int) -> dict[str, OrgaanLid]:
    """The seats of this part, by the value that a form sends."""
    return {
        str(lid.pk): lid
        for lid in leden
        if deel in FUNCTIE_DELEN.get(lid.rol, frozenset()) and (not lid.delen or deel in lid.delen)
    }


class AanwezigForm(forms.Form):
    """Who is in the room for one part. `leden`: the seats of the body, read once for the whole screen."""

    aanwezig = forms.MultipleChoiceField(
        label=_("Wie zijn er?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    vervangen = forms.ChoiceField(label=_("Wie laat zich vervangen?"), required=False)
    vervanger = forms.CharField(
        label=_("Door welke functie?"), required=False, max_length=150, help_text=_("Een functie, geen naam.")
    )

    def __init__(self, *args: Any, leden: Iterable[OrgaanLid], deel: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zetels = zetels(leden, deel)
        namen = [(pk, zetelnaam(lid)) for pk, lid in self.zetels.items()]
        self.fields["aanwezig"].choices = namen  # type: ignore[attr-defined]  # a choice field
        self.fields["vervangen"].choices = [("", _("Niemand")), *namen]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Who is replaced is there, through the function that came."""
        schoon = super().clean() or {}
        if bool(schoon.get("vervangen")) != bool(schoon.get("vervanger")):
            mist = "vervanger" if schoon.get("vervangen") else "vervangen"
            self.add_error(mist, _("Vul beide in: wie, en door welke functie."))
        return schoon

    def zaal(self) -> dict[str, Any]:
        """What `actions.noteer_aanwezig` wants to know."""
        schoon = self.cleaned_data
        er = {*schoon["aanwezig"], *([schoon["vervangen"]] if schoon["vervangen"] else [])}
        vervangers = {int(schoon["vervangen"]): schoon["vervanger"]} if schoon["vervangen"] else {}
        return {"aanwezig": [self.zetels[pk] for pk in sorted(er)], "vervangers": vervangers}


class ZaalForm(forms.Form):
    """Who is there, or not there, for one item only."""

    punt = forms.ChoiceField(label=_("Bij welk punt?"))
    erbij = forms.ChoiceField(label=_("Wie vraag je erbij?"), required=False)
    buiten = forms.ChoiceField(label=_("Wie is niet in de zaal?"), required=False)

    def __init__(
        self,
        *args: Any,
        leden: Iterable[OrgaanLid],
        functies: Iterable[Functie],
        punten: Iterable[tuple[int, Agendapunt]],
        deel: int,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.zetels = zetels(leden, deel)
        self.functies = {str(f.pk): f for f in functies if deel in FUNCTIE_DELEN.get(f.rol, frozenset())}
        self.punten = {str(p.pk): p for _nr, p in punten}
        namen = [(pk, zetelnaam(lid)) for pk, lid in self.zetels.items()]
        erbij = [(pk, f"{f.partner}, {f.naam}") for pk, f in self.functies.items()]
        self.fields["punt"].choices = [(str(p.pk), f"{nr}. {p.casus.werktitel}") for nr, p in punten]  # type: ignore[attr-defined]
        self.fields["erbij"].choices = [("", _("Niemand")), *erbij]  # type: ignore[attr-defined]
        self.fields["buiten"].choices = [("", _("Niemand")), *namen]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of both at least."""
        schoon = super().clean() or {}
        if not (schoon.get("erbij") or schoon.get("buiten")):
            self.add_error(None, _("Kies wie je erbij vraagt, of wie niet in de zaal is."))
        return schoon


class BijeenForm(_MetId):
    """The next meeting of a body, on the day of its rhythm or another."""

    dag = datumveld(_("Op welke dag?"))


class WerkwijzeForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """How a body works."""

    nodig = forms.MultipleChoiceField(
        label=_("Zonder wie besluit het overleg niet?"),
        choices=PartnerSoort.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Werkwijze
        fields = ("aanvang", "plaats", "minuten", "quorum", "nodig", "gemeente_te_gast")
        labels = {
            "aanvang": _("Begintijd"),
            "plaats": _("Vaste plaats"),
            "minuten": _("Minuten per agendapunt"),
            "quorum": _("Hoeveel partners zijn nodig voor een besluit?"),
            "gemeente_te_gast": _("Nodig de gemeente waar het speelt uit voor dat punt"),
        }
        help_texts = {"quorum": _("0 = geen ondergrens.")}
        widgets = {"aanvang": forms.TimeInput(attrs={"type": "time"}, format="%H:%M")}


class BesluitForm(_MetId):
    """A decision, the measures it fixes, and up to three actions."""

    tekst = tekstveld(_("Het overleg besluit"), rijen=3)
    reden = tekstveld(_("Omdat"), rijen=2)
    afwijkend = tekstveld(_("Wie zag het anders, en waarom?"), required=False, rijen=2)
    interventies = forms.MultipleChoiceField(
        label=_("Stelt deze interventies vast"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, voorgesteld: Iterable[Interventie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voorgesteld = {str(i.pk): i for i in voorgesteld}
        self.fields["interventies"].choices = [(pk, _regel(i)) for pk, i in self.voorgesteld.items()]  # type: ignore[attr-defined]
        alle = partners.partners(klok.vandaag())
        for nr in range(1, ACTIES + 1):
            self.fields[f"partner{nr}"] = forms.ModelChoiceField(
                label=_("Wie?"), queryset=alle, required=False
            )
            self.fields[f"actie{nr}"] = forms.CharField(label=_("Doet wat?"), required=False, max_length=2000)
            self.fields[f"termijn{nr}"] = datumveld(_("Uiterlijk"), required=False)

    def clean(self) -> dict[str, Any]:
        """A partner without words, or words without a partner, is not an action yet."""
        schoon = super().clean() or {}
        for nr in range(1, ACTIES + 1):
            if bool(schoon.get(f"partner{nr}")) != bool(schoon.get(f"actie{nr}")):
                leeg = "actie" if schoon.get(f"partner{nr}") else "partner"
                self.add_error(f"{leeg}{nr}", _("Vul beide in: wie, en wat."))
        return schoon

    def rijen(self) -> list[list[forms.BoundField]]:
        """The action rows, for the template."""
        return [[self[f"{n}{nr}"] for n in ("partner", "actie", "termijn")] for nr in range(1, ACTIES + 1)]

    def besluit(self) -> dict[str, Any]:
        """What `actions.besluit` wants to know."""
        schoon = self.cleaned_data
        acties = [
            NieuweActie(schoon[f"partner{nr}"], schoon[f"actie{nr}"], schoon[f"termijn{nr}"])
            for nr in range(1, ACTIES + 1)
            if schoon[f"partner{nr}"]
        ]
        gekozen = [self.voorgesteld[pk] for pk in schoon["interventies"]]
        return {n: schoon[n] for n in ("id", "tekst", "reden", "afwijkend")} | {
            "interventies": gekozen,
            "acties": acties,
        }


def _regel(interventie: Interventie) -> str:
    """A proposed measure in one line, with what is missing."""
    mist = "" if interventie.effect_slachtoffer else f" – {_('effect voor het slachtoffer ontbreekt')}"
    return f"{CATALOGUS[interventie.soort].naam}: {interventie.uitvoerder}{mist}"


class ActieForm(forms.Form):
    """What came of an action."""

    resultaat = tekstveld(_("Wat is er gedaan?"), rijen=3)
    status = forms.ChoiceField(
        label=_("Stand"), choices=rules.ActieStatus.choices[1:], widget=forms.RadioSelect, initial="gedaan"
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)
