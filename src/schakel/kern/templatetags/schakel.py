# SPDX-License-Identifier: EUPL-1.2
"""The components of a page: examples in docs/onderdelen.md, all together in kern/galerij.html."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache, lru_cache
from itertools import zip_longest
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.db.models import Model
from django.forms.boundfield import BoundField, BoundWidget
from django.template.base import Parser, Token
from django.template.context import Context
from django.templatetags.i18n import do_translate
from django.templatetags.static import static
from django.utils import timezone
from django.utils.dateformat import format as datumformat
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

register = template.Library()

SPRITE = "vendor/tabler-icons/3.51.0/iconen.svg"
DATUM = "D j b Y"
TIJD = "H:i"

SOORTEN = {
    "neutraal": ("neutral", "circle"),
    "bezig": ("active", "progress"),
    "goed": ("safe", "circle-check"),
    "let-op": ("warning", "alert-triangle"),
    "fout": ("danger", "alert-circle"),
    "dicht": ("neutral", "lock"),
}
"""Kind of status → (class of the badge, icon). The word itself always stands beside it."""

ATTENTIES = {
    "info": ("info", "info-circle"),
    "goed": ("ok", "circle-check"),
    "let-op": ("warning", "alert-triangle"),
    "fout": ("error", "alert-circle"),
}
BERICHTEN = {"debug": "info", "info": "info", "success": "goed", "warning": "let-op", "error": "fout"}
"""Level of a Django message → kind of alert."""

STREEPJES = "---------"
"""What Django shows when a form says nothing about the empty choice; a person reads "Kies"."""

KNOPPEN = {
    "hoofd": "nl-button--primary",
    "gewoon": "nl-button--secondary",
    "stil": "nl-button--subtle",
    "gevaar": "nl-button--secondary nl-button--negative",
}


@register.simple_tag
def icoon(naam: str, tekst: str = "") -> SafeString:
    """An icon of the sprite. Without `tekst` it is decoration, silent for a screen reader."""
    return format_html('{}<span class="sr">{}</span>', _plaatje(naam), tekst) if tekst else _plaatje(naam)


@cache
def _plaatje(naam: str) -> SafeString:
    """Kept: a list shows the same few icons in every row, and their address does not change while we run."""
    return format_html(
        '<svg class="icoon" width="20" height="20" aria-hidden="true" focusable="false">'
        '<use href="{}#{}"></use></svg>',
        static(SPRITE),
        naam,
    )


# --- words ---


class Vast(template.Node):
    """A fixed text in the language of the page, looked up once per language."""

    def __init__(self, tekst: str, als: str | None) -> None:
        self.tekst, self.als = tekst, als

    def render(self, context: Context) -> SafeString:
        tekst = _vertaald(self.tekst, get_language())
        if not self.als:
            return tekst
        context[self.als] = tekst
        return SafeString("")


@cache
def _vertaald(tekst: str, taal: str) -> SafeString:
    return SafeString(_(tekst.replace("%", "%%")).replace("%%", "%"))


@register.tag
def translate(parser: Parser, token: Token) -> template.Node:
    """Django's own tag, but quick for a fixed text: the cells of a table repeat their headings in every row."""
    node = do_translate(parser, token)
    filters = node.filter_expression
    vast = getattr(filters.var, "literal", None)
    bijzonder = node.noop or node.message_context or filters.filters
    return node if bijzonder or not isinstance(vast, str) else Vast(vast, node.asvar)


# --- forms ---


def _css(widget: forms.Widget) -> str:
    """Class of the form control; what the form itself asked for stays."""
    if isinstance(widget, forms.Textarea):
        eigen = "utrecht-textarea utrecht-textarea--html-textarea"
    elif isinstance(widget, forms.CheckboxInput | forms.CheckboxSelectMultiple):
        eigen = "utrecht-checkbox utrecht-checkbox--html-input"
    elif isinstance(widget, forms.RadioSelect):
        eigen = "utrecht-radio-button utrecht-radio-button--html-input"
    elif isinstance(widget, forms.Select):
        eigen = "utrecht-select utrecht-select--html-select"
    elif isinstance(widget, forms.FileInput):
        eigen = "bestandkiezer"
    else:
        eigen = "utrecht-textbox utrecht-textbox--html-input"
    return f"{eigen} {widget.attrs.get('class', '')}".strip()


def _attrs(widget: forms.Widget) -> dict[str, str | bool]:
    lang = isinstance(widget, forms.Textarea) and widget.attrs.get("rows") == "10"  # Django's default
    rijen: dict[str, str | bool] = {"rows": "5"} if lang else {}
    return {"class": _css(widget), **rijen}


def _keuzes(veld: BoundField) -> list[dict[str, Any]]:
    """Radio buttons or check boxes of a field: `invoer` (HTML), `id`, `tekst`."""
    widget = veld.field.widget
    attrs = veld.build_widget_attrs({"id": veld.auto_id, "class": _css(widget)})
    knoppen = (
        BoundWidget(widget, deel, veld.form.renderer)
        for deel in widget.subwidgets(veld.html_name, veld.value(), attrs=attrs)
    )
    return [{"id": k.id_for_label, "tekst": k.choice_label, "invoer": k.tag()} for k in knoppen]


@register.inclusion_tag("kern/onderdelen/veld.html")
def veld(veld: BoundField, kort: bool = False) -> dict[str, Any]:
    """Label, hint, error and control of one form field.

    `kort=True` leaves out "(niet verplicht)", for a form in which nothing is compulsory. So does `moet` on a field that
    a rule demands and the form does not, because the form is also shown half filled in.
    """
    widget = veld.field.widget
    veld.form.use_required_attribute = False  # an empty field is not wrong before it has been sent
    if isinstance(veld.field, forms.ModelChoiceField) and veld.field.empty_label == STREEPJES:
        veld.field.empty_label = _("Kies")
    moet = veld.field.required or getattr(veld.field, "moet", False)
    is_groep = isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    return {
        "veld": veld,
        "verborgen": veld.is_hidden,
        "groep": is_groep,
        "vinkje": isinstance(widget, forms.CheckboxInput),
        "meer": isinstance(widget, forms.CheckboxSelectMultiple),
        "keuzes": _keuzes(veld) if is_groep else [],
        "invoer": "" if is_groep or veld.is_hidden else veld.as_widget(attrs=_attrs(widget)),
        "niet_verplicht": not (moet or kort or isinstance(widget, forms.CheckboxInput)),
    }


@register.inclusion_tag("kern/onderdelen/foutenlijst.html")
def foutenlijst(*formulieren: forms.BaseForm) -> dict[str, Any]:
    """What must be mended before the form can be sent; takes the focus. Nothing when there are no errors."""
    ongeldig = [f for f in formulieren if f.is_bound and f.errors]
    return {
        "algemeen": [fout for f in ongeldig for fout in f.non_field_errors()],
        "velden": [(v, fout) for f in ongeldig for v in f for fout in v.errors],
    }


@register.inclusion_tag("kern/onderdelen/bevestig.html", takes_context=True)
def bevestig(
    context: Context, form: forms.BaseForm, vraag: str, gevolg: str = "", knop: str = "", terug: str = "",
    soort: str = "gevaar", niveau: int = 2,
) -> dict[str, Any]:  # fmt: skip
    """A question before a step that cannot be undone, with the fields of `form` (a reason, as a rule)."""
    return {
        "form": form, "vraag": vraag, "gevolg": gevolg, "knop": knop or _("Bevestigen"), "terug": terug,
        "soort": soort, "niveau": niveau, "csrf_token": context.get("csrf_token"),
    }  # fmt: skip


@register.inclusion_tag("kern/onderdelen/knop.html")
def knop(
    tekst: str, soort: str = "hoofd", url: str = "", icoon: str = "", name: str = "", value: str = "",
    type: str = "submit", formaction: str = "", data: str = "",
) -> dict[str, Any]:  # fmt: skip
    """A button, or with `url` a link that looks like one. `soort`: hoofd, gewoon, stil, gevaar."""
    return {
        "tekst": tekst, "klasse": KNOPPEN[soort], "url": url, "icoon": icoon, "name": name, "value": value,
        "type": type, "formaction": formaction, "data": data,
    }  # fmt: skip


# --- saying how things stand ---


@register.inclusion_tag("kern/onderdelen/leeg.html")
def leeg(zin: str, wat_nu: str = "", url: str = "", actie: str = "") -> dict[str, str]:
    """Nothing here: one sentence, what happens next, and optionally the one thing to do."""
    return {"zin": zin, "wat_nu": wat_nu, "url": url, "actie": actie}


@register.simple_tag
def status(waarde: Any, soort: str = "", icoon: str = "") -> SafeString:
    """A status in words with an icon. `waarde`: text, or something with `.label` and (optionally) `.soort`.

    `soort`: neutraal, bezig, goed, let-op, fout, dicht.
    """
    begin = _statusbegin(soort or getattr(waarde, "soort", "neutraal"), icoon)
    return begin + conditional_escape(getattr(waarde, "label", waarde)) + _EINDE_STATUS


_EINDE_STATUS = SafeString("</span>")


@cache
def _statusbegin(soort: str, icoon: str) -> SafeString:
    """A badge up to its word; kept, because it returns in every row."""
    klasse, plaatje = SOORTEN[soort]
    return format_html(
        '<span class="utrecht-status-badge utrecht-status-badge--{} status">{}',
        klasse,
        _plaatje(icoon or plaatje),
    )


@register.filter
def keuze(rij: Model, veld: str) -> str:
    """What the choice in this field is called: `{{ signaal|keuze:"status" }}`, for the rows of a list.

    Django's `get_status_display` translates and hashes every choice of the field at each call.
    """
    waarde = getattr(rij, veld)
    return str(_keuzenamen(type(rij), veld).get(waarde, waarde))


@cache
def _keuzenamen(model: type[Model], veld: str) -> dict[Any, Any]:
    """Value → name, not yet in a language."""
    return dict(model._meta.get_field(veld).flatchoices)  # type: ignore[union-attr]  # a field with choices


@register.inclusion_tag("kern/onderdelen/stappen.html")
def stappen(lijst: Iterable[Any], huidige: Any) -> dict[str, Any]:
    """A line of steps. Each: `sleutel`, `titel`, optionally `datum` and `url` (mapping or object).

    `huidige`: the `sleutel` of the step that is going on; None when all is done.
    """

    def waarde(stap: Any, naam: str) -> Any:
        return stap.get(naam) if isinstance(stap, Mapping) else getattr(stap, naam, None)

    stand = "klaar"
    uit = []
    for stap in lijst:
        is_huidig = huidige is not None and waarde(stap, "sleutel") == huidige
        stand = "nu" if is_huidig else stand
        uit.append({naam: waarde(stap, naam) for naam in ("titel", "datum", "url")} | {"stand": stand})
        stand = "straks" if is_huidig else stand
    return {"stappen": uit}


@register.filter
def datumtekst(waarde: date | None, tijd: bool = False) -> str:
    """`wo 3 mrt 2027`, with `:True` also the time: `wo 3 mrt 2027, 14:05`."""
    if waarde is None:
        return ""
    if isinstance(waarde, datetime):
        waarde = timezone.localtime(waarde) if timezone.is_aware(waarde) else waarde
    tekst = _dagtekst(date(waarde.year, waarde.month, waarde.day), get_language())
    return f"{tekst}, {datumformat(waarde, TIJD)}" if tijd and isinstance(waarde, datetime) else tekst


@lru_cache(maxsize=4096)
def _dagtekst(dag: date, taal: str) -> str:
    """A day in the language of the page; kept, because the rows of a list share their days."""
    return datumformat(dag, DATUM)


@register.simple_tag
def datum(waarde: date | None, tijd: bool = False) -> SafeString:
    """A date for people and machines; a dash that is read as "geen datum" when there is none."""
    if waarde is None:
        return format_html('<span aria-hidden="true">–</span><span class="sr">{}</span>', _("geen datum"))
    return SafeString(f'<time datetime="{waarde.isoformat()}">{datumtekst(waarde, tijd)}</time>')


@register.inclusion_tag("kern/onderdelen/gedeeld_met.html")
def gedeeld_met(lijst: Sequence[Any], delen: str = "") -> dict[str, Any]:
    """Who else sees this. Each: `met`, optionally `tot` (date), `grondslag`, `doel`, `url`. `delen`: where to share."""
    return {"lijst": lijst, "delen": delen}


@register.inclusion_tag("kern/onderdelen/kruimels.html")
def kruimels(*delen: str) -> dict[str, Any]:
    """The path to this page: title and address in turn, last the title of this page."""
    return {"kruimels": list(zip_longest(delen[::2], delen[1::2], fillvalue=""))}


@register.inclusion_tag("kern/onderdelen/pagina.html", takes_context=True)
def pagina(context: Context, page_obj: Page[Any], parameter: str = "pagina") -> dict[str, Any]:
    """Links to the other pages of a list; the rest of the query string stays."""
    request = context.get("request")
    query = request.GET.copy() if request else None

    def adres(nummer: int | str) -> str:
        if query is None:
            return f"?{parameter}={nummer}"
        query[parameter] = str(nummer)
        return f"?{query.urlencode()}"

    nummers = page_obj.paginator.get_elided_page_range(page_obj.number, on_each_side=1, on_ends=1)
    return {
        "pagina": page_obj,
        "nummers": [(n, adres(n) if isinstance(n, int) else "") for n in nummers],
        "vorige": adres(page_obj.previous_page_number()) if page_obj.has_previous() else "",
        "volgende": adres(page_obj.next_page_number()) if page_obj.has_next() else "",
    }


@register.inclusion_tag("kern/onderdelen/berichten.html")
def berichten(messages: Iterable[Any], oob: bool = False) -> dict[str, Any]:
    """Messages as alerts in a polite live region. `oob=True` in a fragment replaces the one of the page."""
    return {
        "oob": oob,
        "berichten": [(str(m), *ATTENTIES[BERICHTEN.get(m.level_tag, "info")]) for m in messages or ()],
    }


# --- blocks: what stands between the tags is kept ---


@register.simple_block_tag(end_name="eindattentie")
def attentie(content: str, soort: str = "info", titel: str = "") -> SafeString:
    """A remark that must not be missed. `soort`: info, goed, let-op, fout."""
    klasse, plaatje = ATTENTIES[soort]
    kop = format_html('<p class="attentie__titel">{}</p>', titel) if titel else ""
    return format_html(
        '<div class="utrecht-alert utrecht-alert--{}"><div class="utrecht-alert__icon">{}</div>'
        '<div class="utrecht-alert__content"><div class="utrecht-alert__message">{}{}</div></div></div>',
        klasse, icoon(plaatje), kop, content,
    )  # fmt: skip


@register.simple_block_tag(end_name="eindkaart")
def kaart(content: str, titel: str = "", icoon_naam: str = "", niveau: int = 2, id: str = "") -> SafeString:
    """A box with a heading of the given level (2-4)."""
    plaatje = icoon(icoon_naam) if icoon_naam else ""
    kop = format_html('<h{} class="kaart__kop">{}{}</h{}>', niveau, plaatje, titel, niveau) if titel else ""
    anker = format_html(' id="{}"', id) if id else ""
    return format_html('<section class="kaart"{}>{}{}</section>', anker, kop, content)


@register.simple_block_tag(end_name="eindtabel")
def tabel(content: str, titel: str, kaarten: bool = True, toon_titel: bool = True) -> SafeString:
    """A table in a region that scrolls. With `kaarten` rows become cards on a phone (td needs data-kop)."""
    return format_html(
        '<div class="tabelvak" role="region" aria-label="{}" tabindex="0">'
        '<table class="utrecht-table utrecht-table--html-table{}"><caption{}>{}</caption>{}</table></div>',
        titel, " tabel--kaarten" if kaarten else "", "" if toon_titel else SafeString(' class="sr"'), titel,
        content,
    )  # fmt: skip


@register.simple_block_tag(end_name="einduitklap")
def uitklap(content: str, titel: str, open: bool = False) -> SafeString:
    """Something that can be opened, without script."""
    return format_html(
        '<details class="uitklap"{}><summary>{}{}</summary><div class="uitklap__inhoud">{}</div></details>',
        SafeString(" open") if open else "", icoon("chevron-right"), titel, content,
    )  # fmt: skip
