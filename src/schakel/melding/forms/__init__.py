# SPDX-License-Identifier: EUPL-1.2
"""Forms of the meldpunt."""

from schakel.melding.forms.behandeling import AfdoenForm, FilterForm, OpneemForm, TerugkoppelForm
from schakel.melding.forms.bijlage import BijlageForm
from schakel.melding.forms.doorzending import AanbodForm, AntwoordForm, DienstForm, RouteForm, TriageForm
from schakel.melding.forms.melding import BerichtForm, CodeForm, MeldForm, Plaatskeuze, ProefForm, Tekst
from schakel.melding.forms.meldpagina import MeldpaginaForm

__all__ = [
    "AanbodForm", "AfdoenForm", "AntwoordForm", "BerichtForm", "BijlageForm", "CodeForm", "DienstForm",
    "FilterForm", "MeldForm", "MeldpaginaForm", "OpneemForm", "Plaatskeuze", "ProefForm", "RouteForm",
    "Tekst", "TerugkoppelForm", "TriageForm",
]  # fmt: skip
