# SPDX-License-Identifier: EUPL-1.2
"""Forms of the zorgketen."""

from schakel.zorg.forms.actie import ActieAntwoordForm, ActieForm
from schakel.zorg.forms.opvang import (
    AanbodForm,
    FinancieringForm,
    LiggingForm,
    PlaatsForm,
    VasthoudForm,
    WeigerForm,
    ZoekForm,
    zoekbegin,
)
from schakel.zorg.forms.overleg import BespreekForm, BesprekingForm, PuntForm
from schakel.zorg.forms.traject import (
    AanmeldForm,
    BetrekForm,
    DaadForm,
    FaseForm,
    GroepForm,
    InhoudForm,
    KopDaadForm,
    KopForm,
    OvernemenForm,
    RedenForm,
    SluitForm,
    VerblijfForm,
)
from schakel.zorg.forms.verder import (
    ComenshaForm,
    DoorgeefForm,
    MijlpaalForm,
    OverdraagForm,
    TerugForm,
    VeldwerkForm,
)

__all__ = [
    "AanbodForm",
    "AanmeldForm",
    "ActieAntwoordForm",
    "ActieForm",
    "BespreekForm",
    "BesprekingForm",
    "BetrekForm",
    "ComenshaForm",
    "DaadForm",
    "DoorgeefForm",
    "FaseForm",
    "FinancieringForm",
    "GroepForm",
    "InhoudForm",
    "KopDaadForm",
    "KopForm",
    "LiggingForm",
    "MijlpaalForm",
    "OverdraagForm",
    "OvernemenForm",
    "PlaatsForm",
    "PuntForm",
    "RedenForm",
    "SluitForm",
    "TerugForm",
    "VasthoudForm",
    "VeldwerkForm",
    "VerblijfForm",
    "WeigerForm",
    "ZoekForm",
    "zoekbegin",
]
