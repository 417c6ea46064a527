# SPDX-License-Identifier: EUPL-1.2
"""The public pages: report, receipt card, conversation. No account, no script, no cookie but that of the
form.

Whoever is logged in here acts as a member of the public all the same: nothing of the session reaches the
melding.
"""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from schakel.melding import actions, queries, rules
from schakel.melding.forms import BerichtForm, BijlageForm, CodeForm, MeldForm, ProefForm
from schakel.melding.models import Melding, Meldpagina
from schakel.melding.templatetags.melden import adres_van
from schakel.toegang.actor import PUBLIEK

GEEN_MELDPUNT = gettext_lazy(
    "Uw melding is nog niet opgeslagen: er is nu geen meldpunt bereikbaar. "
    "Probeer het later opnieuw, of bel Meld Misdaad Anoniem: 0800-7000."
)


Pagina = Callable[[HttpRequest, Meldpagina | None], HttpResponse]


def van_meldpunt(pagina: Pagina) -> Callable[..., HttpResponse]:
    """For the region as a whole, or under `/melden/<meldpunt>` in the name of one."""

    @wraps(pagina)
    def met_meldpunt(request: HttpRequest, meldpunt: str = "") -> HttpResponse:
        gevonden = queries.meldpagina(meldpunt) if meldpunt else None
        if meldpunt and gevonden is None:
            raise Http404
        return pagina(request, gevonden)

    return met_meldpunt


@require_GET
@van_meldpunt
def stijl(request: HttpRequest, meldpunt: Meldpagina | None) -> HttpResponse:
    """The colours of a meldpunt."""
    css = rules.stijl(meldpunt.kleur) if meldpunt else ""
    return HttpResponse(css, content_type="text/css", headers={"Cache-Control": "public, max-age=3600"})


@never_cache
@require_http_methods(["GET", "POST"])
@van_meldpunt
def melden(request: HttpRequest, meldpunt: Meldpagina | None) -> HttpResponse:
    """The form. What was filled in stays when something is missing."""
    form, mee, opgave = MeldForm(request.POST or None), BijlageForm(request), None
    if request.method == "POST" and form.is_valid() and mee.is_valid():
        nieuw = form.nieuw()
        id = actions.inzending(form.sleutel_van_inzending() + mee.merk(), nieuw)
        try:
            if not actions.bekend(id=id):
                actions.laat_door(ProefForm(request.POST).bewijs())
            melding, code = actions.ontvang(
                door=PUBLIEK, id=id, nieuw=nieuw, bijlagen=mee.bestanden,
                aan=_ontvanger(meldpunt),
            )  # fmt: skip
        except actions.ProefNodig as druk:
            opgave = druk.opgave
            form.add_error(None, str(druk))
            mee.kies_opnieuw()
        except actions.GeenMeldpunt:
            form.add_error(None, GEEN_MELDPUNT)
        else:
            return naar_kaart(melding, code, meldpunt)
    proef = ProefForm.voor(opgave) if opgave else None
    context = {"form": form, "mee": mee, "meldpunt": meldpunt, "opgave": opgave, "proef": proef}
    return render(request, "melding/melden.html", context, status=429 if opgave else 200)


def _ontvanger(meldpunt: Meldpagina | None) -> UUID | None:
    """Who wrote to a meldpunt by name chose it; when it cannot receive now, the routing decides."""
    if meldpunt and queries.kan_zelf_ontvangen(meldpunt.partner_id):
        return meldpunt.partner_id
    return None


def naar_kaart(melding: Melding, code: str, meldpunt: Meldpagina | None = None) -> HttpResponse:
    """To the receipt card, by an address that works once and does not hold the code."""
    kaart = actions.Kaartje(
        code=code,
        kenmerk=melding.kenmerk,
        acuut=melding.acuut,
        advies=melding.soort == rules.Soort.ADVIES,
        voor=date_format(melding.terugkoppelen_voor) if melding.terugkoppelen_voor else "",
    )
    return HttpResponseRedirect(
        f"{adres_van('ontvangen', meldpunt)}?{urlencode({'kaart': actions.maak_kaart(kaart)})}", status=303
    )


@never_cache
@require_GET
@van_meldpunt
def ontvangen(request: HttpRequest, meldpunt: Meldpagina | None) -> HttpResponse:
    """The receipt card, shown once; after that the page says how to go on without it."""
    kaart = actions.toon_kaart(request.GET.get("kaart", ""))
    context = {"kaart": kaart, "code": rules.leesbaar(kaart.code) if kaart else "", "meldpunt": meldpunt}
    return render(request, "melding/ontvangen.html", context, status=200 if kaart else 410)


@never_cache
@require_http_methods(["GET", "POST"])
@van_meldpunt
def terug(request: HttpRequest, meldpunt: Meldpagina | None) -> HttpResponse:
    """Read with the code, and write back. The code travels in the body only, sealed once it was right."""
    if request.method == "GET":
        return render(request, "melding/terug.html", {"form": CodeForm(), "meldpunt": meldpunt})
    code = actions.ontzegel(request.POST.get("sleutel", ""))
    try:
        if code is None:
            return _open_met_code(request, meldpunt)
        if request.POST.get("stap") == "melden":
            return _advies_wordt_melding(request, code, meldpunt)
        return _reageer(request, code, meldpunt)
    except actions.TeVeel as fout:
        form = CodeForm(request.POST)
        form.add_error(None, str(fout))
        return render(request, "melding/terug.html", _met_tekst(request, form, meldpunt), status=429)


def _met_tekst(request: HttpRequest, form: CodeForm, meldpunt: Meldpagina | None) -> dict[str, object]:
    """The page that asks the code keeps a message that was typed before it expired."""
    return {"form": form, "meldpunt": meldpunt, "bewaard": request.POST.get("tekst", "")}


def _open_met_code(request: HttpRequest, meldpunt: Meldpagina | None) -> HttpResponse:
    form = CodeForm(request.POST)
    if form.is_valid():
        code = form.cleaned_data["code"]
        if gesprek := actions.lees_met_code(code=code):
            bericht = BerichtForm(initial={"tekst": request.POST.get("tekst", "")})
            return _toon(request, gesprek, rules.netjes(code) or "", bericht, meldpunt)
        form.add_error(
            "code", _("Deze code kennen wij niet. Kijk de zestien cijfers na en probeer het opnieuw.")
        )
    return render(request, "melding/terug.html", _met_tekst(request, form, meldpunt))


def _reageer(request: HttpRequest, code: str, meldpunt: Meldpagina | None) -> HttpResponse:
    form, mee = BerichtForm(request.POST), BijlageForm(request)
    if form.is_valid() and mee.is_valid():
        gesprek = actions.reageer(
            code=code, id=form.bericht_id(), tekst=form.cleaned_data["tekst"], bijlagen=mee.bestanden
        )
        verstuurd, form = True, BerichtForm()
    else:
        gesprek, verstuurd = actions.lees_met_code(code=code), False
    if gesprek is None:
        return render(request, "melding/terug.html", _met_tekst(request, CodeForm(), meldpunt))
    return _toon(request, gesprek, code, form, meldpunt, verstuurd=verstuurd, mee=mee)


def _advies_wordt_melding(request: HttpRequest, code: str, meldpunt: Meldpagina | None) -> HttpResponse:
    """Who asked advice can make it a melding: the form, filled in with what was written then (MEL-05)."""
    gesprek = actions.lees_met_code(code=code)
    if gesprek is None:
        return render(request, "melding/terug.html", {"form": CodeForm(), "meldpunt": meldpunt})
    oud = gesprek.melding
    velden = {n: getattr(oud, n) for n in ("tekst", "waar", "wie", "vorm", "zekerheid")}
    form = MeldForm(initial=velden | {"gemeente": oud.gemeente_id})
    return render(
        request, "melding/melden.html", {"form": form, "mee": BijlageForm.leeg(), "meldpunt": meldpunt}
    )


def _toon(
    request: HttpRequest,
    gesprek: actions.Gesprek,
    code: str,
    form: BerichtForm,
    meldpunt: Meldpagina | None,
    verstuurd: bool = False,
    mee: BijlageForm | None = None,
) -> HttpResponse:
    context = {
        "meldpunt": meldpunt,
        "mee": mee if mee and mee.errors else BijlageForm.leeg(),
        "bijlagen": gesprek.bijlagen,
        "melding": gesprek.melding,
        "regels": gesprek.regels,
        "form": form,
        "sleutel": actions.verzegel(code),
        "verstuurd": verstuurd,
    }
    return render(request, "melding/gesprek.html", context)
