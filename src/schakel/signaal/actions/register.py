# SPDX-License-Identifier: EUPL-1.2
"""Look something up in a register from one's own signaal, and take over what is needed."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from schakel.convenant.actions import NieuwGegeven
from schakel.convenant.models import Gegeven
from schakel.convenant.rules import Doel
from schakel.kern import klok
from schakel.kern.ids import vast_id
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel as Logregel
from schakel.signaal import queries
from schakel.signaal.actions.gedeeld import Onvolledig, mag_met_signalen
from schakel.signaal.actions.signaal import voeg_toe
from schakel.signaal.models import Signaal
from schakel.signaal.registers import BEVRAAG, NAMEN, GeenAntwoord, Poort, Treffer
from schakel.signaal.rules.gegevens import categorie
from schakel.toegang.actor import Actor


def bevraag(
    *,
    door: Actor,
    signaal: Signaal,
    poort: Poort,
    zoek: Mapping[str, str],
    doel: Doel,
    grondslag: str,
    gegeven_id: UUID | None = None,
) -> list[Treffer]:
    """Ask a register; every question is in the account, also one that the register refused.

    `gegeven_id`: the person among one's own statements about whom is asked. Raises `Onvolledig` before anything
    is sent, `GeenAntwoord` when there is nothing to read.
    """
    mag_met_signalen(door)
    if signaal.eigenaar_id != door.partner_id:
        raise PermissionError("Zoek op vanuit een eigen signaal.")
    if doel not in poort.doelen:
        raise Onvolledig("Voor dit doel is met het register niets afgesproken. Kies een ander doel.")
    if not grondslag.strip():
        raise Onvolledig("Schrijf op welke grondslag je dit opzoekt.")
    wie = {
        "gebruiker": str(door.gebruiker_id),
        "functie": door.functie,
        "partner": poort.partner,
        "kenmerk": signaal.kenmerk,
    }
    resultaat = "ok"
    try:
        return BEVRAAG[poort.soort](poort, zoek, poort.gevulde_koppen(doel, **wie))
    except ValueError as fout:
        resultaat = ""
        raise Onvolledig(str(fout)) from fout
    except GeenAntwoord as fout:
        resultaat = fout.soort
        raise
    finally:
        if resultaat:
            eigen = queries.bekende_gegevens(signaal=signaal, ids=[gegeven_id] if gegeven_id else [])
            persoon = logboek.pseudoniem(gegeven_id) if gegeven_id in eigen else ""
            regel = Logregel(
                "bevragen", f"register-{poort.soort}", signaal.pk, signaal.eigenaar_id, betrokkene=persoon,
                doel=doel, grondslag=grondslag.strip()[:30], resultaat=resultaat,
            )  # fmt: skip
            logboek.noteer(door=door, regels=[regel])


def neem_over(
    *, door: Actor, signaal: Signaal, soort: str, treffer: Treffer, rol: str = "", merk: str = ""
) -> Signaal:
    """Make statements of what a register told: certainty *systeem*, source and day beside them.

    What the register keeps secret stays within one's own organisation. The same `merk` and content adds once.
    """
    return voeg_toe(
        door=door, signaal=signaal, versie=None, nieuw=_statements(signaal, soort, treffer, rol, merk)
    )


def _statements(signaal: Signaal, soort: str, t: Treffer, rol: str, merk: str) -> Sequence[NieuwGegeven]:
    dag = klok.vandaag()
    return [
        NieuwGegeven(
            wat, categorie(wat, rol if wat == "persoon" else ""),
            inhoud | ({"rol": rol} if wat == "persoon" and rol else {}), handeling=t.handeling,
            zekerheid=Gegeven.Zekerheid.SYSTEEM, datum=dag, bron=NAMEN[soort], bron_beschermd=False,
            id=vast_id("register", str(signaal.pk), merk, t.titel, wat, *sorted(inhoud.values())),
        )
        for wat, inhoud in t.gegevens
    ]  # fmt: skip
