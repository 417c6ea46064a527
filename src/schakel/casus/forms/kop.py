# SPDX-License-Identifier: EUPL-1.2
"""Opening a case, its header, its steps, its end."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.casus import queries, rules
from schakel.casus.forms.basis import CasusForm, MetId, MetVersie, deelveld, tekstveld, vinkjes
from schakel.convenant.rules import Fase, kop
from schakel.partner import queries as partner_queries
from schakel.partner.models import Functie
from schakel.signaal import queries as signalen
from schakel.signaal.rules.woorden import VORM_NAAM


class _Kop(CasusForm):
    """What a case is about."""

    werktitel = forms.CharField(
        label=_("Werktitel"),
        max_length=200,
        help_text=_("Zonder namen van personen: ook partners lezen haar."),
    )
    soort = forms.ChoiceField(label=_("Waarover gaat de casus?"), choices=rules.CasusSoort.choices)
    vormen = vinkjes(_("Vormen van uitbuiting"), [(v.value, n) for v, n in VORM_NAAM.items()], required=False)
    gemeenten = forms.ModelMultipleChoiceField(
        label=_("Gemeenten"),
        queryset=partner_queries.gemeenten(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class NieuwForm(_Kop, MetId):
    """A new case from signals that the actor may see."""

    signalen = forms.MultipleChoiceField(
        label=_("Signalen"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Eigen signalen, en signalen die met je partner zijn gedeeld."),
    )
    reden = tekstveld(_("Waarom een casus?"), _("Eén of twee zinnen."), rijen=3)

    def vul(self) -> None:
        super().vul()
        rijen = signalen.signalen(door=self.door).exclude(status="afgesloten")[:100]
        self.fields["signalen"].choices = [(str(s.pk), f"{s.kenmerk} – {s.eigenaar.naam}") for s in rijen]  # type: ignore[attr-defined]  # a choice field
        self.order_fields(["id", "werktitel", "soort", "signalen", "reden"])


class KopForm(_Kop, MetVersie):
    """Change the header."""

    type = forms.ModelChoiceField(
        label=_("Type casus"),
        queryset=queries.casustypen(),
        required=False,
        help_text=_("Het type zegt welk overleg de casus oppakt."),
    )
    casemanager = forms.ModelChoiceField(
        label=_("Casemanager"),
        queryset=Functie.objects.none(),
        required=False,
        help_text=_("De functie bij de betrokken gemeente die daar de regie heeft."),
    )

    def vul(self) -> None:
        super().vul()
        rollen = ("aandachtsfunctionaris", "casusdeelnemer")
        veld = self.fields["casemanager"]
        veld.queryset = partner_queries.functies_met_rol(rollen, soort="gemeente")  # type: ignore[attr-defined]  # a model choice field
        veld.label_from_instance = lambda f: f"{f.partner}: {f.naam}"  # type: ignore[attr-defined]


class StapForm(MetVersie):
    """Move to another step."""

    naar = forms.ChoiceField(label=_("Naar welke stap?"), widget=forms.RadioSelect)
    reden = tekstveld(_("Waarom?"), _("De partners in de casus lezen dit."), rijen=3)
    deel = deelveld()

    def vul(self) -> None:
        super().vul()
        assert self.casus is not None
        stappen = rules.volgende_stappen(Fase(self.casus.stuk.fase))
        self.fields["naar"].choices = [(f.value, kop(f)) for f in stappen]  # type: ignore[attr-defined]  # a choice field
        self.fields["naar"].initial = stappen[0].value


class CompleetForm(MetVersie):
    """The dossier is complete."""

    toelichting = tekstveld(
        _("Toelichting"),
        _("Wat is nagekeken: dubbele stukken, eerdere bemoeienis, wat nog ontbreekt."),
        required=False,
    )


class SpoedForm(MetVersie):
    """Act first, weigh afterwards."""

    reden = tekstveld(_("Waarom kan dit niet wachten?"), rijen=3)
    functie = forms.CharField(
        label=_("Welke bevoegde functie heb je geraadpleegd?"),
        max_length=150,
        help_text=_("Bijvoorbeeld: officier van justitie."),
    )


class SluitForm(MetVersie):
    """Close or shelve."""

    reden = forms.ChoiceField(
        label=_("Reden"), choices=[("", _("Kies een reden")), *rules.Sluitreden.choices]
    )
    toelichting = tekstveld(_("Toelichting voor de partners"))
