# SPDX-License-Identifier: EUPL-1.2
"""Forms of the zorgketen; those for statements are made from the table in `rules.inhoud`."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.convenant.models import Toestemming
from schakel.convenant.queries import toestemmingen_op
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.kern.instellingen import instellingen
from schakel.partner import queries as partners
from schakel.partner.models import Orgaan, Partner
from schakel.signaal.rules.woorden import VORM_NAAM
from schakel.toegang.actor import Actor
from schakel.toegang.models import Gebruiker
from schakel.zorg import actions, queries
from schakel.zorg.models import Zorgaanbod, Zorgtraject
from schakel.zorg.models.traject import Leeftijd
from schakel.zorg.rules import aanbod as aanbodregels
from schakel.zorg.rules import comensha, doorstroom, fasen, inhoud, verblijf

LANG = 20_000


def tekstveld(label: Any, hint: Any = "", *, required: bool = True, rijen: int = 4) -> forms.CharField:
    """Long text."""
    return forms.CharField(
        label=label, help_text=hint, required=required, max_length=LANG,
        widget=forms.Textarea(attrs={"rows": rijen}),
    )  # fmt: skip


def datumveld(label: Any, hint: Any = "", *, required: bool = True) -> forms.DateField:
    """The date picker of the browser."""
    kiezer = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=hint, required=required, widget=kiezer)


def keuzeveld(
    label: Any, keuzes: Mapping[str, Any], *, required: bool = True, hint: Any = ""
) -> forms.ChoiceField:
    """One of a closed list."""
    return forms.ChoiceField(
        label=label, help_text=hint, required=required, choices=[("", _("Kies")), *keuzes.items()]
    )


def _veld(veld: inhoud.Veld, moet: bool) -> forms.Field:
    if veld.vorm == "keuze":
        return keuzeveld(veld.label, veld.keuzes or {}, required=moet, hint=veld.hint)
    if veld.vorm == "meer":
        return forms.MultipleChoiceField(
            label=veld.label, choices=list((veld.keuzes or {}).items()), required=moet,
            widget=forms.CheckboxSelectMultiple,
        )  # fmt: skip
    if veld.vorm == "lang":
        return tekstveld(veld.label, veld.hint, required=moet, rijen=3)
    if veld.vorm == "datum":
        return datumveld(veld.label, veld.hint, required=moet)
    soort = {"type": "time"} if veld.vorm == "tijd" else {}
    return forms.CharField(
        label=veld.label, help_text=veld.hint, required=moet, max_length=200, widget=forms.TextInput(attrs=soort)
    )  # fmt: skip


class InhoudForm(forms.Form):
    """One statement of a kind."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)

    def __init__(self, *args: Any, soort: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.soort = inhoud.SOORTEN[soort]
        for naam, veld in self.soort.velden.items():
            self.fields[naam] = _veld(veld, veld.moet)
            if veld.vorm == "meer" and isinstance(oud := self.initial.get(naam), str):
                self.initial = {**self.initial, naam: oud.split(",")}

    def inhoud(self) -> dict[str, str]:
        """As the action wants it: text, dates as ISO."""
        return {
            n: ",".join(w) if isinstance(w, list) else str(w)
            for n, w in self.cleaned_data.items()
            if n != "id" and w not in (None, "", [])
        }


class KopForm(forms.Form):
    """What route and place depend on."""

    doelgroep = forms.ChoiceField(
        label=_("Opvang zoeken voor een"), choices=fasen.Doelgroep.choices, initial="onbekend"
    )
    leeftijd = forms.ChoiceField(label=_("Leeftijd"), choices=Leeftijd.choices, initial="onbekend")
    vorm = forms.ChoiceField(
        label=_("Vorm van uitbuiting"), required=False,
        choices=[("", _("Nog niet bekend")), *((v.value, n) for v, n in VORM_NAAM.items())],
    )  # fmt: skip
    herkomst = forms.ModelChoiceField(
        label=_("Gemeente van herkomst"), queryset=partners.gemeenten(), required=False,
        help_text=_("Waar de cliënt vandaan komt. Nooit de plaats van de opvang."),
    )  # fmt: skip


class AanmeldForm(KopForm):
    """A new client. Nothing about who it is has to be known yet."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    roepnaam = forms.CharField(label=_("Roepnaam"), max_length=200, required=False)
    voornaam = forms.CharField(label=_("Voornaam"), max_length=200, required=False)
    achternaam = forms.CharField(label=_("Achternaam"), max_length=200, required=False)
    taal = forms.CharField(
        label=_("Taal"), max_length=200, required=False, help_text=_("Handig voor een tolk.")
    )
    model = forms.ChoiceField(
        label=_("Hoe loopt het traject?"), choices=[(m.code, m.naam) for m in fasen.FASEMODELLEN.values()],
        initial="vijf",
    )  # fmt: skip

    field_order = (
        "id",
        "roepnaam",
        "voornaam",
        "achternaam",
        "taal",
        "doelgroep",
        "leeftijd",
        "vorm",
        "herkomst",
        "model",
    )

    def client(self) -> dict[str, str]:
        """The fields of the client that were filled."""
        velden = ("roepnaam", "voornaam", "achternaam", "taal")
        gevuld = {n: str(self.cleaned_data[n]) for n in velden if self.cleaned_data[n]}
        return gevuld if set(gevuld) - {"taal"} else {}


class GroepForm(KopForm):
    """Everyone found together: one line each, or only how many."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    naam = forms.CharField(
        label=_("Naam van de groep"), max_length=200, help_text=_("Bijvoorbeeld: controle kas, nacht van 3 maart.")
    )  # fmt: skip
    aantal = forms.IntegerField(label=_("Hoeveel mensen?"), min_value=2, max_value=200)
    namen = tekstveld(
        _("Namen, als je die hebt"),
        _("Eén persoon per regel: naam; taal. Wie je nog niet kent, laat je weg."),
        required=False,
        rijen=8,
    )

    field_order = ("id", "naam", "aantal", "namen", "doelgroep", "leeftijd", "vorm", "herkomst")

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        if len(self._regels()) > int(schoon.get("aantal") or 0) > 0:
            self.add_error("namen", _("Er staan meer namen dan het aantal mensen. Pas een van beide aan."))
        return schoon

    def _regels(self) -> list[str]:
        return [r for r in str(self.cleaned_data.get("namen") or "").splitlines() if r.strip()]

    def clienten(self) -> list[dict[str, str]]:
        """One per person; empty for whom nothing is known."""
        bekend = []
        for regel in self._regels():
            naam, _streep, taal = (d.strip() for d in regel.partition(";"))
            bekend.append({"roepnaam": naam[:200], **({"taal": taal[:200]} if taal else {})} if naam else {})
        return bekend + [{} for _nr in range(int(self.cleaned_data["aantal"]) - len(bekend))]


class DaadForm(forms.Form):
    """A verb on one traject, for one actor."""

    def __init__(self, *args: Any, door: Actor, traject: Zorgtraject, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.door, self.traject = door, traject
        self.vul()

    def vul(self) -> None:
        """Choices that depend on the actor or the traject."""


class MetVersie(DaadForm):
    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)


class FaseForm(MetVersie):
    """One step."""

    naar = forms.ChoiceField(label=_("Naar welke fase?"), widget=forms.RadioSelect)
    reden = tekstveld(
        _("Toelichting"), _("Verplicht als het traject een fase teruggaat."), required=False, rijen=3
    )

    def vul(self) -> None:
        model = self.traject.fasemodel
        veld = self.fields["naar"]
        veld.choices = [(f, model.fasen[f]) for f in model.buren(self.traject.fase)]  # type: ignore[attr-defined]  # a choice field
        veld.initial = model.buren(self.traject.fase)[0]


class SluitForm(MetVersie):
    """Why it stops, and what happens after today."""

    reden = keuzeveld(_("Waarom stopt het traject?"), dict(fasen.Sluitreden.choices))
    nazorg = keuzeveld(_("Nazorg"), dict(fasen.Nazorg.choices))
    toelichting = tekstveld(_("Toelichting"), required=False, rijen=3)


class RedenForm(MetVersie):
    """A verb that asks only why."""

    reden = tekstveld(_("Waarom?"), rijen=3)


class OvernemenForm(DaadForm):
    """The regie steps in."""

    reden = tekstveld(_("Waarom neem je dit traject over?"), rijen=3)


class KopDaadForm(MetVersie, KopForm):
    """The header of an existing traject."""


class BetrekForm(DaadForm):
    """Name a colleague."""

    wie = forms.ModelChoiceField(label=_("Collega"), queryset=Gebruiker.objects.none())
    begeleider = forms.BooleanField(label=_("Deze collega wordt begeleider"), required=False)

    def vul(self) -> None:
        self.fields["wie"].queryset = queries.collegas(door=self.door)  # type: ignore[attr-defined]  # a model choice field
        self.fields["wie"].label_from_instance = lambda g: g.naam  # type: ignore[attr-defined]


class VerblijfForm(DaadForm):
    """Something that happened in residence, on the day it happened."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    soort = forms.ChoiceField(label=_("Wat is er gebeurd?"), widget=forms.RadioSelect)
    datum = datumveld(_("Op welke dag?"))
    dublin = forms.BooleanField(label=_("Er is een Dublinclaim"), required=False)
    reden = keuzeveld(
        _("Waarom eindigt de bedenktijd?"), dict(verblijf.Eindreden.choices), required=False,
        hint=_("Alleen als de bedenktijd eindigt."),
    )  # fmt: skip
    toelichting = tekstveld(_("Toelichting"), required=False, rijen=3)

    def vul(self) -> None:
        nu = actions.stand_van(door=self.door, traject=self.traject)
        mogelijk = verblijf.TOEGESTAAN[nu.toestand] | {verblijf.Soort.RVB}
        keuzes = [(s.value, s.label) for s in verblijf.Soort if s in mogelijk]
        self.fields["soort"].choices = keuzes  # type: ignore[attr-defined]  # a choice field


def _vinkjes(label: Any, keuzes: Any, hint: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=keuzes, required=False, widget=forms.CheckboxSelectMultiple, help_text=hint
    )


VEILIGHEID = ((1, _("Gewoon")), (2, _("Verhoogd")), (3, _("Hoog: geheim en bewaakt")))


class AanbodForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """Help that the own institution gives."""

    geslacht = _vinkjes(_("Voor wie?"), fasen.Doelgroep.choices[:3], _("Niets gekozen: voor iedereen."))
    vormen = _vinkjes(
        _("Voor welke vormen van uitbuiting?"),
        [(v.value, n) for v, n in VORM_NAAM.items()],
        _("Niets gekozen: voor alle vormen."),
    )
    veiligheid = forms.TypedChoiceField(label=_("Veiligheid"), choices=VEILIGHEID, coerce=int, initial=1)
    plekken = forms.IntegerField(label=_("Hoeveel plaatsen?"), min_value=0, max_value=500, required=False)
    adres = forms.CharField(
        label=_("Adres"),
        max_length=300,
        required=False,
        help_text=_("Alleen voor wie hier werkt. Staat nergens anders, ook niet in zoeken of uitvoer."),
    )

    class Meta:
        model = Zorgaanbod
        fields = (
            "naam", "soort", "regio", "geslacht", "leeftijd_van", "leeftijd_tot", "vormen", "groep_tot", "kinderen", "lvb",
            "verslaving", "veiligheid", "gemeente", "intake", "uitsluiting", "betaler", "volgorde",
        )  # fmt: skip
        labels = {
            "naam": _("Naam"), "soort": _("Soort"), "regio": _("Regio"), "leeftijd_van": _("Leeftijd vanaf"),
            "leeftijd_tot": _("Leeftijd tot en met"), "groep_tot": _("Hoeveel mensen tegelijk?"),
            "kinderen": _("Ook met kinderen"), "lvb": _("Ook bij een licht verstandelijke beperking"),
            "verslaving": _("Ook bij verslaving"), "gemeente": _("Gemeente"), "intake": _("Hoe kom je binnen?"),
            "uitsluiting": _("Voor wie niet?"), "betaler": _("Wie betaalt?"),
            "volgorde": _("Volgorde in de route"),
        }  # fmt: skip
        help_texts = {
            "gemeente": _("Wordt nooit getoond. Dient alleen om uit de buurt van gevaar te blijven.")
        }

    def velden(self) -> dict[str, Any]:
        """What the action sets on the row."""
        return {n: w for n, w in self.cleaned_data.items() if n not in ("plekken", "adres")}


class ZoekForm(forms.Form):
    """A need: what a place depends on, and no name."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    geslacht = forms.ChoiceField(label=_("Voor een"), choices=fasen.Doelgroep.choices, initial="vrouw")
    leeftijd = forms.IntegerField(label=_("Leeftijd"), min_value=0, max_value=120, required=False)
    aantal = forms.IntegerField(label=_("Hoeveel mensen?"), min_value=1, max_value=200, initial=1)
    kinderen = forms.IntegerField(
        label=_("Hoeveel kinderen komen mee?"), min_value=0, max_value=20, initial=0
    )
    soort = keuzeveld(_("Soort"), dict(aanbodregels.Aanbodsoort.choices), required=False)
    vorm = forms.ChoiceField(
        label=_("Vorm van uitbuiting"), required=False,
        choices=[("", _("Nog niet bekend")), *((v.value, n) for v, n in VORM_NAAM.items())],
    )  # fmt: skip
    lvb = forms.BooleanField(label=_("Licht verstandelijke beperking"), required=False)
    verslaving = forms.BooleanField(label=_("Verslaving"), required=False)
    veiligheid = forms.TypedChoiceField(label=_("Veiligheid"), choices=VEILIGHEID, coerce=int, initial=1)
    mijden = forms.ModelMultipleChoiceField(
        label=_("Welke gemeenten mijden?"), queryset=partners.gemeenten(), required=False,
        help_text=_("Waar de dader woont of komt. Opvang daar valt af."),
    )  # fmt: skip
    herkomst = forms.ModelChoiceField(
        label=_("Gemeente van herkomst"), queryset=partners.gemeenten(), required=False,
        help_text=_("Bepaalt wie betaalt."),
    )  # fmt: skip
    regio = forms.CharField(label=_("Regio die vraagt"), max_length=80, initial=lambda: instellingen().regio)

    def velden(self) -> dict[str, Any]:
        """As the action wants it."""
        schoon = {n: w for n, w in self.cleaned_data.items() if n != "id"}
        return schoon | {"mijden": [g.pk for g in schoon["mijden"]]}


class VasthoudForm(forms.Form):
    aanbod = forms.UUIDField(widget=forms.HiddenInput)
    uren = forms.IntegerField(label=_("Hoeveel uur vasthouden?"), min_value=1, max_value=72, initial=4)


class WeigerForm(forms.Form):
    reden = keuzeveld(_("Waarom is er geen plaats?"), dict(aanbodregels.Weigerreden.choices))


class PlaatsForm(forms.Form):
    """Take somebody in."""

    van = datumveld(_("Vanaf welke dag?"))
    reden_buiten = tekstveld(_("Waarom buiten de eigen regio?"), required=False, rijen=2)
    effect_onderzoek = tekstveld(_("Wat betekent dat voor het onderzoek?"), required=False, rijen=2)

    def __init__(self, *args: Any, buiten: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["van"].initial = klok.vandaag()
        if not buiten:
            del self.fields["reden_buiten"], self.fields["effect_onderzoek"]


class FinancieringForm(forms.Form):
    """Who pays for whom."""

    betaler = forms.CharField(label=_("Wie betaalt?"), max_length=150)
    waarvoor = forms.CharField(label=_("Waarvoor?"), max_length=200)
    gemeenten = forms.ModelMultipleChoiceField(
        label=_("Voor slachtoffers uit"), queryset=partners.gemeenten(), required=False,
        help_text=_("Niets gekozen: uit alle gemeenten."),
    )  # fmt: skip
    begin = datumveld(_("Vanaf"))
    einde = datumveld(_("Tot en met"), required=False)
    resultaat = forms.CharField(label=_("Resultaat van de vorige periode"), max_length=500, required=False)

    def velden(self) -> dict[str, Any]:
        return self.cleaned_data | {"gemeenten": [g.pk for g in self.cleaned_data["gemeenten"]]}


def zoekbegin(traject: Zorgtraject | None) -> dict[str, Any]:
    """With what the search form begins for this client."""
    if traject is None:
        return {}
    return {
        "geslacht": traject.doelgroep, "vorm": traject.vorm, "herkomst": traject.herkomst_id,
        "kinderen": traject.kinderen.count(),
    }  # fmt: skip


class DoorgeefForm(DaadForm):
    """A signal out of care."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    tekst = tekstveld(
        _("Wat geef je door?"),
        _("Noem geen naam, tenzij de cliënt dat goedvindt. Waar, wat, en wie het deed."),
    )
    toestemming = forms.ModelChoiceField(
        label=_("Waarop berust dit?"), queryset=Toestemming.objects.none(), required=False,
        empty_label=_("Het leidt naar niemand"),
    )  # fmt: skip
    vormen = _vinkjes(_("Vorm van uitbuiting"), [(v.value, n) for v, n in VORM_NAAM.items()])

    def vul(self) -> None:
        veld: Any = self.fields["toestemming"]
        veld.queryset = toestemmingen_op(door=self.door, stuk_id=self.traject.pk).exclude(soort="weigering")
        veld.label_from_instance = lambda t: f"{t.soort}, {t.get_gever_display()}, {t.gegeven_op:%d-%m-%Y}"


class ComenshaForm(DaadForm):
    """A notification with its ground, or the reason why there is none."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    grond = forms.ChoiceField(
        label=_("Op welke grond?"), choices=comensha.Grond.choices, widget=forms.RadioSelect
    )
    dossiertype = forms.ChoiceField(label=_("Soort dossier"), choices=comensha.Dossiertype.choices)
    opvang_nodig = forms.NullBooleanField(
        label=_("Is er opvang nodig?"),
        widget=forms.Select(choices=[("", _("Nog niet bekend")), ("true", _("Ja")), ("false", _("Nee"))]),
    )
    reden = tekstveld(_("Waarom niet?"), _("Verplicht als er niet gemeld wordt."), required=False, rijen=2)


class MijlpaalForm(DaadForm):
    """A step after the shelter."""

    soort = forms.ChoiceField(label=_("Welke stap?"), choices=doorstroom.Mijlpaalsoort.choices)
    bereikt_op = datumveld(_("Gelukt op"), _("Leeg: nog niet gelukt."), required=False)
    contact = forms.CharField(label=_("Met wie bij de gemeente?"), max_length=200, required=False)


class OverdraagForm(DaadForm):
    """Offer the file."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    aan = forms.ModelChoiceField(label=_("Aan welke instelling?"), queryset=Partner.objects.none())
    aanwezig = _vinkjes(_("Wat zit erin?"), list(doorstroom.CHECKLIST.items()))
    toelichting = tekstveld(_("Wat moet de ander weten?"), rijen=3)

    def vul(self) -> None:
        self.fields["aan"].queryset = queries.zorgpartners(door=self.door)  # type: ignore[attr-defined]  # a model choice field


class TerugForm(forms.Form):
    """What is missing."""

    ontbreekt = _vinkjes(_("Wat ontbreekt er?"), list(doorstroom.CHECKLIST.items()))
    toelichting = tekstveld(_("Toelichting"), required=False, rijen=2)


class VeldwerkForm(forms.Form):
    """Contacts of one consulting hour or round; never a name."""

    datum = datumveld(_("Datum"))
    waar = forms.CharField(label=_("Spreekuur of ronde"), max_length=100, help_text=_("Nooit een woonadres."))
    duur = forms.ChoiceField(label=_("Soort contact"), choices=doorstroom.Duur.choices)
    aantal = forms.IntegerField(label=_("Hoeveel contacten?"), min_value=1, max_value=500, initial=1)
    minuten = forms.IntegerField(label=_("Hoeveel minuten samen?"), min_value=0, max_value=10_000, initial=0)
    gebied = keuzeveld(_("Waar ging het vooral over?"), inhoud.LEVENSGEBIED, required=False)
    niet_pluis = forms.IntegerField(
        label=_("Hoe vaak een niet-pluisgevoel?"), min_value=0, max_value=500, initial=0
    )
    uitstapwens = forms.IntegerField(
        label=_("Hoe vaak een wens om te stoppen?"), min_value=0, max_value=500, initial=0
    )
    doorgegeven = forms.IntegerField(
        label=_("Hoeveel signalen doorgegeven?"), min_value=0, max_value=500, initial=0
    )


class BesprekingForm(forms.Form):
    """A meeting of a body of care."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=nieuw_id, required=False)
    orgaan = forms.ModelChoiceField(label=_("Welk overleg?"), queryset=Orgaan.objects.none())
    datum = datumveld(_("Wanneer?"))

    def __init__(self, *args: Any, door: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["orgaan"].queryset = queries.zorgorganen(door=door)  # type: ignore[attr-defined]  # a model choice field


class BespreekForm(forms.Form):
    """A client on the agenda."""

    traject = forms.ModelChoiceField(label=_("Over wie?"), queryset=Zorgtraject.objects.none())
    vraag = tekstveld(_("Wat wil je bespreken?"), required=False, rijen=2)

    def __init__(self, *args: Any, door: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["traject"].queryset = queries.mijn_trajecten(door=door)  # type: ignore[attr-defined]  # a model choice field


class PuntForm(forms.Form):
    """One line about an item: the guardian, or what was agreed."""

    tekst = tekstveld(_("Tekst"), rijen=2)
