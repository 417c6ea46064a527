# SPDX-License-Identifier: EUPL-1.2
"""The forms of a case: one per verb. Each carries what makes sending twice harmless: an id or a version."""

from schakel.casus.forms.actiedag import (
    ActiedagForm,
    RolAntwoordForm,
    RolForm,
    RolResultaatForm,
    StatusForm,
    ZorgantwoordForm,
    ZorgmeldingForm,
)
from schakel.casus.forms.boete import BoeteForm
from schakel.casus.forms.dossier import BetrekForm, DeelForm, DossierstukForm, SignaalForm, TerugkoppelForm
from schakel.casus.forms.dubbelrol import DubbelrolForm
from schakel.casus.forms.interventie import (
    AanvaardForm,
    AanvulForm,
    RedenForm,
    ToewijsForm,
    VoorstelForm,
)
from schakel.casus.forms.kop import CompleetForm, KopForm, NieuwForm, SluitForm, SpoedForm, StapForm
from schakel.casus.forms.oordeel import EvaluatieForm, WeegForm
from schakel.casus.forms.preweging import PreweegBesluitForm, PreweegForm
from schakel.casus.forms.verder import AntwoordForm, CasustypeForm, OverdrachtForm, StrafstapForm

__all__ = [
    "AanvaardForm",
    "AanvulForm",
    "ActiedagForm",
    "AntwoordForm",
    "BetrekForm",
    "BoeteForm",
    "CasustypeForm",
    "CompleetForm",
    "DeelForm",
    "DossierstukForm",
    "DubbelrolForm",
    "EvaluatieForm",
    "KopForm",
    "NieuwForm",
    "OverdrachtForm",
    "PreweegBesluitForm",
    "PreweegForm",
    "RedenForm",
    "RolAntwoordForm",
    "RolForm",
    "RolResultaatForm",
    "SignaalForm",
    "SluitForm",
    "SpoedForm",
    "StapForm",
    "StatusForm",
    "StrafstapForm",
    "TerugkoppelForm",
    "ToewijsForm",
    "VoorstelForm",
    "WeegForm",
    "ZorgantwoordForm",
    "ZorgmeldingForm",
]
