# SPDX-License-Identifier: EUPL-1.2
"""Plain names of closed lists, the standing of a verstrekking, the address of an object, and "Mag dit?" as a tag."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from schakel.convenant import adressen, rules
from schakel.convenant.models import Convenant, Stuk, Verstrekking
from schakel.convenant.queries import MagDit
from schakel.kern import klok
from schakel.kern.templatetags.schakel import status as statusbadge
from schakel.partner.models import PartnerSoort, Rol

register = template.Library()


@register.filter
def naam(waarde: str, soort: str) -> str:
    """The plain name of a stored word: `{{ v.doel|naam:"Doel" }}`."""
    lijst = getattr(rules, soort)
    return rules.kop(lijst(waarde)) if waarde in {w.value for w in lijst} else waarde


@register.filter
def namen(waarden: list[str], soort: str) -> str:
    """Plain names of several stored words, with commas."""
    return ", ".join(rules.namen(getattr(rules, soort), waarden))


@register.filter
def rolnaam(waarde: str) -> str:
    """The plain name of a role."""
    return str(Rol(waarde).label) if waarde in Rol.values else waarde


@register.simple_tag
def adres_van(stuk: Stuk) -> str:
    """Where an object is shown, or "" when no room has said so."""
    return adressen.adres_van(stuk)


@register.simple_tag
def stand(verstrekking: Verstrekking) -> SafeString:
    """The standing of an act of sharing today, in words and icon."""
    dag = klok.vandaag()
    if verstrekking.ingetrokken_op:
        return statusbadge(_("Ingetrokken"), "dicht")
    if verstrekking.wacht_op_tweede:
        return statusbadge(_("Wacht op een tweede collega"), "let-op")
    if verstrekking.einde < dag:
        return statusbadge(_("Afgelopen"), "neutraal")
    return statusbadge(_("Van kracht"), "goed")


@register.inclusion_tag("convenant/onderdelen/mag_dit.html")
def mag_dit(mag: MagDit | None, stuk: Stuk | None = None) -> dict[str, Any]:
    """The answer to "Mag dit?" on the screen where sharing happens; `mag` comes from `queries.mag_dit`."""
    return {"mag": mag, "stuk": stuk}


@register.filter
def soortnaam(waarde: str) -> str:
    """The plain name of a kind of partner; `*` is everyone."""
    if waarde == "*":
        return _("iedereen")
    return str(PartnerSoort(waarde).label) if waarde in PartnerSoort.values else waarde


@register.simple_tag
def convenant_stand(convenant: Convenant) -> SafeString:
    """The standing of a convenant today; needs the annotation `loopt_tot` of `queries.convenanten`."""
    dag, tot = klok.vandaag(), getattr(convenant, "loopt_tot", None)
    if convenant.opgezegd_op and convenant.opgezegd_op <= dag:
        return statusbadge(_("Opgevolgd") if convenant.opvolger_id else _("Opgezegd"), "dicht")
    if tot is None:
        return statusbadge(_("Nog geen vastgestelde versie"), "bezig")
    if tot < dag:
        return statusbadge(_("Verlopen"), "fout")
    if (tot - dag).days <= convenant.waarschuw_dagen:
        return statusbadge(_("Loopt bijna af"), "let-op")
    return statusbadge(_("Van kracht"), "goed")
