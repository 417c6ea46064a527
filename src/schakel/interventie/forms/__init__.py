# SPDX-License-Identifier: EUPL-1.2
"""The forms of interventions."""

from schakel.interventie.forms.handhaving import CelForm, ModelForm, OnderwerpForm, StapForm
from schakel.interventie.forms.plannen import (
    AfrondForm,
    BeslisForm,
    MandaatForm,
    RegelsForm,
    VoornemenForm,
    WaarForm,
)
from schakel.interventie.forms.rapportage import (
    AfspraakForm,
    BezwaarForm,
    RapportageForm,
    RapportbesluitForm,
)

__all__ = [
    "AfrondForm",
    "AfspraakForm",
    "BeslisForm",
    "BezwaarForm",
    "CelForm",
    "MandaatForm",
    "ModelForm",
    "OnderwerpForm",
    "RapportageForm",
    "RapportbesluitForm",
    "RegelsForm",
    "StapForm",
    "VoornemenForm",
    "WaarForm",
]
