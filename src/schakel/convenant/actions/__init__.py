# SPDX-License-Identifier: EUPL-1.2
"""The verbs of this room. Each writes its rows and its log lines together, under the rule."""

from schakel.convenant.actions.bewaren import neem_over, vernietig_verlopen
from schakel.convenant.actions.bron import beantwoord_bronverzoek, vraag_bron
from schakel.convenant.actions.checklist import (
    ChecklistOpen,
    NieuweVraag,
    ProtocolOpen,
    beantwoord_vraag,
    loop_checklist_na,
    stel_vraag,
    stel_vragenlijst_vast,
    verstrek_met_checklist,
)
from schakel.convenant.actions.convenanten import (
    LigtVast,
    NogTeBevestigen,
    bevestig_grondslag,
    leg_evaluatie_vast,
    maak_convenant,
    maak_versie,
    stel_vast,
    teken,
    treed_toe,
    treed_uit,
    verantwoord,
    verwijder_regel,
    voeg_regel_toe,
    voeg_samen,
    wijzig_convenant,
    zeg_op,
)
from schakel.convenant.actions.delen import NietToegestaan, bevestig, deel, trek_in
from schakel.convenant.actions.embargo import (
    Afstemadvies,
    handel_afstemming_af,
    hef_embargo_op,
    maak_open,
    sluit,
    stem_af,
    verleng_embargo,
    zet_embargo,
)
from schakel.convenant.actions.inzage import (
    NogNietCompleet,
    beantwoord_deelverzoek,
    registreer_inzageverzoek,
    stel_identiteit_vast,
    verleng_inzageverzoek,
    verstuur_antwoord,
)
from schakel.convenant.actions.regelset import laad_checklist, laad_grondslagen, laad_regelset
from schakel.convenant.actions.stukken import (
    NieuwGegeven,
    lees_gegevens,
    logregels,
    maak_betrokken,
    maak_open_stukken,
    maak_stuk,
    persoonswoorden,
    voeg_gegevens_toe,
    voeg_toe_aan_vele,
    weiger_uitgesloten,
    zoekwoorden,
)
from schakel.convenant.actions.toestemming import (
    leg_toestemming_vast,
    markeer_vertrouwen,
    trek_toestemming_in,
)
from schakel.convenant.actions.vrijgave import (
    Herkenbaar,
    beslis_vrijgave,
    deel_geanonimiseerd,
    trek_anonieme_versie_in,
    vraag_vrijgave,
)

__all__ = [
    "Afstemadvies", "ChecklistOpen", "Herkenbaar", "LigtVast", "NietToegestaan", "NieuwGegeven",
    "NieuweVraag", "NogNietCompleet", "NogTeBevestigen", "ProtocolOpen", "beantwoord_bronverzoek",
    "beantwoord_deelverzoek", "beantwoord_vraag", "beslis_vrijgave", "bevestig", "bevestig_grondslag", "deel",
    "deel_geanonimiseerd", "handel_afstemming_af", "hef_embargo_op", "laad_checklist", "laad_grondslagen",
    "laad_regelset", "lees_gegevens", "leg_evaluatie_vast", "leg_toestemming_vast", "logregels",
    "loop_checklist_na", "maak_betrokken", "maak_convenant", "maak_open", "maak_open_stukken", "maak_stuk", "maak_versie",
    "markeer_vertrouwen", "neem_over", "persoonswoorden", "registreer_inzageverzoek", "sluit",
    "stel_identiteit_vast", "stel_vast", "stel_vraag", "stel_vragenlijst_vast", "stem_af", "teken",
    "treed_toe", "treed_uit", "trek_anonieme_versie_in", "trek_in", "trek_toestemming_in", "verantwoord",
    "verleng_embargo", "verleng_inzageverzoek", "vernietig_verlopen", "verstrek_met_checklist",
    "verstuur_antwoord", "verwijder_regel", "voeg_gegevens_toe", "voeg_regel_toe", "voeg_samen",
    "voeg_toe_aan_vele", "vraag_bron",
    "vraag_vrijgave", "weiger_uitgesloten", "wijzig_convenant", "zeg_op", "zet_embargo", "zoekwoorden",
]  # fmt: skip
