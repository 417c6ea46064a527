# SPDX-License-Identifier: EUPL-1.2
"""What the story has after its meeting: an offer to the weegploeg, and an action day for which help is asked."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from schakel.casus import actions, queries
from schakel.convenant.actor import als
from schakel.kern import klok
from schakel.wereld.laden.basis import Geladen

REGIE, NLA = "ketenregisseur@rijnhaven", "casusdeelnemer@nla"
ROLLEN = {
    "nla": (
        time(6),
        "Zicht op wie er werkt, voor wie en voor hoeveel.",
        "Art. 5:15 Awb en art. 14 Wav; de teamleider beslist.",
    ),
    "politie": (
        time(6),
        "Veiligheid van iedereen; de bus en de paspoorten veiligstellen.",
        "Art. 96 Sv, met toestemming van de officier.",
    ),
    "lindemeer": (
        time(6, 30),
        "De loods bekijken: wonen daar mensen?",
        "Art. 5:15 Awb; mandaat van het college voor toezicht op wonen.",
    ),
}
"""Partner → when, to what end, and by which power or whose decision."""


def laad_actiedag(geladen: Geladen, dag: date, casus_id: UUID) -> None:
    """The day three weeks on: three partners asked, one has said yes, care has not answered yet."""
    regie = geladen.actor(REGIE)
    with klok.zet(dag - timedelta(days=3)), als(regie):
        casus = queries.casus(door=regie, id=casus_id)
        assert casus is not None
        actions.bied_aan(
            door=regie,
            casus=casus,
            soort="preweegdocument",
            gremium="weegploeg",
            ontvanger=geladen.partners["politie"],
            samenvatting="Vier partners zien dezelfde loods, dezelfde bus en hetzelfde uitzendbureau.",
        )
        actiedag = actions.plan_actiedag(
            door=regie,
            casus=casus,
            dag=dag + timedelta(days=20),
            verzamelen=time(5, 30),
            doel="Iedereen die in de loods slaapt is gehoord en heeft die avond een veilig bed.",
        )
        rollen: dict[str, Any] = {
            code: actions.vraag_partner(
                door=regie,
                actiedag=actiedag,
                partner=geladen.partners[code],
                doel=doel,
                mandaat=mandaat,
                tijd=tijd,
            )
            for code, (tijd, doel, mandaat) in ROLLEN.items()
        }
        actions.waarschuw_zorg(
            door=regie,
            actiedag=actiedag,
            aan=geladen.partners["zorg"],
            wie="gemengd",
            aantal=12,
            gemeente=geladen.gemeenten["lindemeer"],
            vraag="Twaalf bedden voor de eerste nachten, een tolk Roemeens en een arts.",
        )
    nla = geladen.actor(NLA)
    with klok.zet(dag - timedelta(days=2)), als(nla):
        zelfde = queries.actiedag(door=nla, id=actiedag.pk)
        assert zelfde is not None
        rol = queries.actierollen(door=nla, actiedag=zelfde).get(pk=rollen["nla"].pk)
        actions.antwoord_rol(door=nla, rol=rol, mee=True, reden="", versie=rol.versie)
