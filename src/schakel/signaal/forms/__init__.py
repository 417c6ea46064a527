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
from schakel.signaal.forms.signaal import (
    BUITENLAND,
    ONBEKEND,
    FilterForm,
    GegevenForm,
    KopForm,
    SignaalForm,
    ZoekForm,
)

__all__ = [
    "BUITENLAND", "ONBEKEND", "AntwoordForm", "BesluitForm", "DeelForm", "FilterForm", "GegevenForm",
    "KopForm", "RaakvlakForm", "RedenForm", "SignaalForm", "StapForm", "VerzoekForm", "ZoekForm", "eigen_id",
    "met_id",
]  # fmt: skip
