# SPDX-License-Identifier: EUPL-1.2
"""Forms of the room."""

from schakel.signaal.forms.besluiten import (
    AntwoordForm,
    BesluitForm,
    DeelForm,
    RaakvlakForm,
    RedenForm,
    StapForm,
    VerzoekForm,
)
from schakel.signaal.forms.gedeeld import eigen_id, met_id
from schakel.signaal.forms.indicatorlijst import IndicatorlijstForm
from schakel.signaal.forms.register import OvernameForm, RegisterForm
from schakel.signaal.forms.screening import AdresForm, ScreeningForm
from schakel.signaal.forms.signaal import (
    BUITENLAND,
    ONBEKEND,
    FilterForm,
    GegevenForm,
    KopForm,
    SignaalForm,
    ZoekForm,
    ZoekvraagForm,
)

__all__ = [
    "BUITENLAND", "ONBEKEND", "AdresForm", "AntwoordForm", "BesluitForm", "DeelForm", "FilterForm",
    "GegevenForm", "IndicatorlijstForm", "KopForm", "OvernameForm", "RaakvlakForm", "RedenForm",
    "RegisterForm", "ScreeningForm", "SignaalForm", "StapForm", "VerzoekForm", "ZoekForm", "ZoekvraagForm",
    "eigen_id", "met_id",
]  # fmt: skip
