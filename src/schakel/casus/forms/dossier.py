# SPDX-License-Identifier: EUPL-1.2
"""Bringing in signals and pieces, sharing them in the case, naming people, telling reporters."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.casus import queries, rules
from schakel.casus.forms.basis import LANG, CasusForm, MetId, datumveld, tekstveld, vinkjes
from schakel.casus.rules.wie import mijn
from schakel.convenant import queries as delen
from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.rules import Categorie, Doel, Handeling
from schakel.convenant.rules import keuzes as lijst
from schakel.kern import klok
from schakel.melding import rules as melding
from schakel.partner import queries as partners
from schakel.partner.models import Bezetting, Partner
from schakel.signaal import queries as signalen

DEELTERMIJN = timedelta(days=180)


class SignaalForm(CasusForm):
    """Bring a signal into the case."""

    signaal = forms.ChoiceField(
        label=_("Signaal"), help_text=_("Inbrengen deelt nog niets: dat doe je daarna, per partner.")
    )

    def vul(self) -> None:
        super().vul()
        assert self.casus is not None
        al = queries.signalen(door=self.door, casus=self.casus).values("signaal_id")
        rijen = signalen.signalen(door=self.door).exclude(pk__in=al)
        if self.casus.eigenaar_id != self.door.partner_id:
            rijen = rijen.filter(eigenaar_id=self.door.partner_id)
        self.fields["signaal"].choices = [(str(s.pk), s.kenmerk) for s in rijen[:100]]  # type: ignore[attr-defined]


class DossierstukForm(MetId):
    """A piece of one's own: what it says, how sensitive it is, who may see it at all."""

    aard = forms.ChoiceField(label=_("Soort stuk"), choices=rules.Aard.choices)
    datum = datumveld(_("Datum van het stuk"), required=False)
    inhoud = tekstveld(_("Inhoud"), rijen=8)
    categorie = forms.ChoiceField(
        label=_("Soort gegevens"), choices=lijst(Categorie), initial=Categorie.WAARNEMING
    )
    handeling = forms.ChoiceField(
        label=_("Wie mogen het ooit zien?"), choices=lijst(Handeling), initial=Handeling.KETEN
    )
    bron = forms.CharField(
        label=_("Bron"),
        required=False,
        max_length=LANG,
        help_text=_("Beschermd: alleen je eigen partner ziet de bron."),
    )

    def stuk(self) -> dict[str, Any]:
        """What `actions.voeg_dossierstuk_toe` wants to know."""
        schoon = self.cleaned_data
        gegeven = NieuwGegeven(
            "tekst",
            Categorie(schoon["categorie"]),
            {"tekst": schoon["inhoud"]},
            handeling=Handeling(schoon["handeling"]),
            zekerheid="document",
            datum=schoon["datum"],
            bron=schoon["bron"],
        )
        return {
            "aard": schoon["aard"],
            "datum": schoon["datum"],
            "handeling": schoon["handeling"],
            "id": schoon["id"],
            "gegevens": [gegeven],
        }


class _Delen(MetId):
    """What, why and until when."""

    categorieen = vinkjes(_("Welke gegevens?"), lijst(Categorie))
    doel = forms.ChoiceField(label=_("Waarvoor?"), choices=lijst(Doel))
    tot = datumveld(_("Tot en met"), _("Daarna is het er voor hen niet meer."))
    motivering = tekstveld(_("Waarom is het nodig?"), rijen=3, required=False)

    def vul(self) -> None:
        super().vul()
        self.fields["tot"].initial = klok.vandaag() + DEELTERMIJN

    def clean_tot(self) -> Any:
        """Sharing ends after today."""
        tot = self.cleaned_data["tot"]
        if tot < klok.vandaag():
            raise forms.ValidationError(_("Deze dag is al voorbij. Kies een latere dag."))
        return tot


class DeelForm(_Delen):
    """Share an own signal or piece with partners in this case."""

    stuk = forms.ChoiceField(label=_("Wat wil je delen?"))
    met = forms.ModelMultipleChoiceField(
        label=_("Met wie?"),
        queryset=Partner.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Alleen wie bij hen betrokken is bij deze casus ziet het."),
    )

    def vul(self) -> None:
        super().vul()
        assert self.casus is not None
        door, casus = self.door, self.casus
        eigen = [
            (str(s.signaal_id), s.signaal.signaal.kenmerk)
            for s in queries.signalen(door=door, casus=casus)
            .filter(signaal_eigenaar_id=mijn(door))
            .select_related("signaal__signaal")
        ]
        eigen += [
            (str(d.pk), f"{d.get_aard_display()}, {d.datum or d.ingebracht_op.date()}")
            for d in queries.dossierstukken(door=door, casus=casus).filter(eigenaar_id=mijn(door))
        ]
        self.fields["stuk"].choices = eigen  # type: ignore[attr-defined]  # a choice field
        aanwezig = {c for pk, _naam in eigen for c in delen.categorieen_op(door=door, stuk_id=UUID(pk))}
        soorten = [k for k in lijst(Categorie) if k[0] in aanwezig]
        self.fields["categorieen"].choices = soorten  # type: ignore[attr-defined]  # a choice field
        regie = casus.eigenaar_id == door.partner_id
        ontvangers = queries.partners_in(casus=casus) if regie else partners.partners(klok.vandaag())
        self.fields["met"].queryset = ontvangers.exclude(pk=mijn(door))  # type: ignore[attr-defined]
        self.order_fields(["id", "stuk", "met"])


class BetrekForm(_Delen):
    """Name a person; elsewhere under a verstrekking of the case."""

    bezetting = forms.ModelChoiceField(label=_("Wie?"), queryset=Bezetting.objects.none())
    categorieen = vinkjes(
        _("Welke gegevens van de casus zelf?"),
        lijst(Categorie),
        required=False,
        hint=_("Niet nodig voor een eigen collega."),
    )

    def vul(self) -> None:
        super().vul()
        assert self.casus is not None
        regie = rules.mag_regie(self.door.functie, self.casus.eigenaar_id == self.door.partner_id)
        veld = self.fields["bezetting"]
        veld.queryset = queries.kiesbaar(partner_id=None if regie else self.door.partner_id)  # type: ignore[attr-defined]
        veld.label_from_instance = _naam  # type: ignore[attr-defined]  # a model choice field
        self.order_fields(["id", "bezetting"])


def _naam(bezetting: Bezetting) -> str:
    functie, wie = bezetting.functie, bezetting.gebruiker.naam
    if bezetting.soort == Bezetting.Soort.PLAATSVERVANGER:
        wie = _("%(wie)s, plaatsvervanger") % {"wie": wie}
    return f"{functie.partner} – {functie.naam} ({wie})"


class TerugkoppelForm(CasusForm):
    """What the reporters behind an own signal hear."""

    uitkomst = forms.ChoiceField(label=_("Wat hoort de melder?"), choices=melding.Uitkomst.choices)
    toelichting = tekstveld(
        _("Toelichting voor de melder"), _("Zonder namen en zonder inhoud van de casus."), required=False
    )
