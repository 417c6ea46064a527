# SPDX-License-Identifier: EUPL-1.2
"""Veredeling: who can know what, and looking something up in a register."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from schakel.convenant import actions as convenant
from schakel.convenant.rules import Doel, Handeling
from schakel.kern import klok
from schakel.signaal import actions, blad, queries, registers
from schakel.signaal.forms import OvernameForm, RegisterForm
from schakel.signaal.models import Informatieverzoek, Signaal
from schakel.signaal.registers import Poort, Treffer
from schakel.signaal.rules import veredeling as regels
from schakel.signaal.views.gedeeld import formulier, probeer, van, vind
from schakel.toegang.actor import Actor

ZOUT, MINUTEN = "signaal.register", 30
VAN_SOORT = {"persoon": ("brp",), "adres": ("brp", "bag", "kvk"), "bedrijf": ("kvk",)}
"""Which registers can say something about a kind of statement."""


@require_GET
def veredeling(request: HttpRequest, id: str) -> HttpResponse:
    """Per source what it can tell, whom to ask, what was asked already, and what can be looked up."""
    door, s = van(request), vind(request, id, eigen=True)
    gevraagd: dict[UUID, list[Informatieverzoek]] = {}
    for v in queries.verzoeken_van(door=door, stuk_id=s.pk):
        gevraagd.setdefault(v.aan_id, []).append(v)
    partners = list(queries.andere_partners(door=door))
    rijen = [
        (b, [(p, gevraagd.get(p.pk, [])) for p in partners if p.soort in b.soorten])
        for b in regels.bronnen(s.vormen)
    ]
    poorten = queries.registers_van(door=door)
    context = {
        "signaal": s, "rijen": rijen, "eigen_soort": s.eigenaar.soort, "vandaag": klok.vandaag(), "namen": registers.NAMEN,
        "poorten": [(p.soort, registers.NAMEN[p.soort]) for p in poorten],
        "op_te_zoeken": _op_te_zoeken(door, s, {p.soort for p in poorten}) if poorten else [],
    }  # fmt: skip
    return render(request, "signaal/veredeling.html", context)


def _op_te_zoeken(door: Actor, s: Signaal, soorten: set[str]) -> list[tuple[Any, list[tuple[str, str]]]]:
    """One's own statements with the registers that can say something about them."""
    gegevens = convenant.lees_gegevens(door=door, stukken=[s.stuk])[s.pk]
    paren = ((g, [n for n in VAN_SOORT.get(g.soort, ()) if n in soorten]) for g in gegevens)
    return [(blad.regel(g), [(n, registers.NAMEN[n]) for n in namen]) for g, namen in paren if namen]


@require_http_methods(["GET", "POST"])
def register(request: HttpRequest, id: str, soort: str) -> HttpResponse:
    """Ask one register; the answer is shown and not kept."""
    door, s = van(request), vind(request, id, eigen=True)
    poort = next((p for p in queries.registers_van(door=door) if p.soort == soort), None)
    if poort is None:
        raise Http404
    form = RegisterForm(request.POST or None, poort=poort, initial=_begin(request, door, s))
    treffers: list[Treffer] | None = None
    if request.method == "POST" and form.is_valid():
        treffers = _bevraag(door, s, poort, form)
    rijen = [(t, _zegel(door, s, t), OvernameForm(prefix=f"t{nr}")) for nr, t in enumerate(treffers or ())]
    context: dict[str, Any] = {
        "signaal": s, "soort": soort, "naam": registers.NAMEN[soort], "treffers": rijen, "gevraagd": treffers is not None,
    }  # fmt: skip
    return formulier(request, form, sjabloon="signaal/register.html", **context)


def _bevraag(door: Actor, s: Signaal, poort: Poort, form: RegisterForm) -> list[Treffer] | None:
    """The hits; None when the form now says why there are none."""
    d = form.cleaned_data
    gevonden: list[Treffer] = []

    def vraag() -> None:
        try:
            gevonden.extend(
                actions.bevraag(
                    door=door, signaal=s, poort=poort, zoek=form.criteria(), doel=Doel(d["doel"]),
                    grondslag=d["grondslag"], gegeven_id=d["gegeven"],
                )
            )  # fmt: skip
        except registers.GeenAntwoord as fout:
            raise actions.Onvolledig(str(fout)) from fout

    return gevonden if probeer(form, vraag) is None else None


def _begin(request: HttpRequest, door: Actor, s: Signaal) -> dict[str, Any]:
    """First values from one of one's own statements, when the page was reached from there."""
    gekozen = request.GET.get("gegeven", "")
    if not gekozen:
        return {}
    gegevens = convenant.lees_gegevens(door=door, stukken=[s.stuk])[s.pk]
    gegeven = next((g for g in gegevens if str(g.pk) == gekozen), None)
    if gegeven is None:
        raise Http404
    inhoud = dict(gegeven.inhoud)
    if inhoud.get("bag"):
        inhoud["nummeraanduiding"] = inhoud["bag"]
    return inhoud | {"gegeven": gegeven.pk}


def _zegel(door: Actor, s: Signaal, t: Treffer) -> str:
    """The hit, sealed: taking it over needs no second question, and nobody can write another answer into it."""
    inhoud = [t.titel, list(t.gegevens), t.handeling.value]
    return signing.dumps([str(s.pk), str(door.gebruiker_id), inhoud], salt=ZOUT, compress=True)


@require_http_methods(["POST"])
def overnemen(request: HttpRequest, id: str, soort: str) -> HttpResponse:
    """Make statements of one hit that was shown to this colleague on this signaal, within half an hour."""
    door, s = van(request), vind(request, id, eigen=True)
    if not any(p.soort == soort for p in queries.registers_van(door=door)):
        raise Http404
    zegel = request.POST.get("zegel", "")
    form = OvernameForm(request.POST, prefix=request.POST.get("prefix", ""))
    try:
        stuk, wie, (titel, gegevens, handeling) = signing.loads(zegel, salt=ZOUT, max_age=MINUTEN * 60)
    except signing.BadSignature:
        stuk = wie = None
    if stuk != str(s.pk) or wie != str(door.gebruiker_id) or not form.is_valid():
        messages.error(request, _("Dit antwoord is te oud om over te nemen. Zoek het nog een keer op."))
        return redirect("signaal-register", id=s.pk, soort=soort)
    treffer = Treffer(
        titel, gegevens=tuple((wat, inhoud) for wat, inhoud in gegevens), handeling=Handeling(handeling)
    )
    fout = probeer(form, lambda: actions.neem_over(
        door=door, signaal=s, soort=soort, treffer=treffer, rol=form.cleaned_data["rol"], merk=str(klok.vandaag())
    ))  # fmt: skip
    if fout is None:
        messages.success(request, _("Overgenomen, met bron en datum."))
    else:
        messages.error(request, " ".join(map(str, form.non_field_errors())))
    return redirect(reverse("signaal", kwargs={"id": s.pk}) + "#wie-en-wat")
