# SPDX-License-Identifier: EUPL-1.2
"""Receiving a melding: at the right meldpunt, once, with a receipt code that only the sender has."""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from schakel.convenant import actions as delen
from schakel.convenant.actor import als
from schakel.convenant.rules import StukSoort
from schakel.kern import klok
from schakel.kern.kenmerk import nieuw_kenmerk
from schakel.kern.versleuteling import bos
from schakel.logboek import actions as logboek
from schakel.logboek.rules import Regel
from schakel.melding import queries, rules
from schakel.melding.instellingen import meldpunt
from schakel.melding.models import Alarm, Bijlage, Melding
from schakel.toegang.actor import PUBLIEK, Actor

Bijlagen = Sequence[tuple[rules.Bestand, bool]]


class GeenMeldpunt(Exception):
    """No function in the region that receives meldingen is filled; nothing was stored."""


@dataclass(frozen=True)
class NieuweMelding:
    """What somebody reports. Only `tekst` is obligatory; of an anonymous melder no name is kept."""

    tekst: str
    kanaal: str = rules.Kanaal.WEB
    soort: str = rules.Soort.MELDING
    vorm: str = rules.Vorm.ONBEKEND
    gemeente_id: UUID | None = None
    waar: str = ""
    wie: str = ""
    wijze: str = rules.Wijze.ANONIEM
    zekerheid: str = rules.Zekerheid.ONBEKEND
    acuut: bool = False
    indicatoren: Mapping[str, str] = field(default_factory=dict)
    naam: str = ""
    contact: str = ""


def inzending(sleutel: str, nieuw: NieuweMelding) -> UUID:
    """The id of a submission of the public: the same key with the same content is the same submission.

    The content counts, so that a key that somebody else chose too opens nothing, and a text that was
    changed after "back" is not lost.
    """
    inhoud = json.dumps(asdict(nieuw), sort_keys=True, default=str)
    return UUID(bytes=bos().merk("inzending", f"{sleutel}\x1f{inhoud}"))


def ontvang(
    *, door: Actor, id: UUID, nieuw: NieuweMelding, aan: UUID | None = None, bijlagen: Bijlagen = ()
) -> tuple[Melding, str]:
    """Store a melding at its meldpunt and answer the receipt code: 16 digits. The same `id` stores once.

    `id` is known to the sender alone: the code follows from it (keyed, one way), and so does the
    melding's own id; who knows the melding cannot find the code. `aan`: the partner that a professional
    chose. Raises `GeenMeldpunt`.
    """
    code = rules.code_uit(bos().merk("ontvangstcode-van", str(id)))
    pk = UUID(bytes=bos().merk("melding-van", str(id)), version=4)
    eigenaar = aan or _ontvanger(door, nieuw)
    with als(PUBLIEK, sleutel=queries.merk_van(code)):
        if bestaand := queries.met_code(code):
            return bestaand, code
        try:
            with transaction.atomic():
                melding = _leg_vast(door, pk, eigenaar, code, nieuw)
                voeg_bijlagen_toe(melding, bijlagen)
        except IntegrityError:
            if (bestaand := queries.met_code(code)) is None:
                raise
            return bestaand, code
        if door.anoniem:
            logboek.noteer(door=PUBLIEK, regels=[logregel("schrijven", melding)])
    if not door.anoniem:
        logboek.noteer(door=door, regels=[logregel("schrijven", melding)])
    return melding, code


def bekend(*, id: UUID) -> bool:
    """Was this submission received before?"""
    code = rules.code_uit(bos().merk("ontvangstcode-van", str(id)))
    with als(PUBLIEK, sleutel=queries.merk_van(code)):
        return queries.met_code(code) is not None


def voeg_bijlagen_toe(melding: Melding, bijlagen: Bijlagen) -> None:
    """Keep cleaned files with a melding: (file, in quarantine) each. Inside the context of who may write to it."""
    eerste = Bijlage.objects.filter(melding=melding).count() + 1
    for nr, (bestand, quarantaine) in enumerate(bijlagen, eerste):
        Bijlage(
            melding=melding, volgnr=nr, soort=bestand.soort, grootte=len(bestand.inhoud), quarantaine=quarantaine,
            op=klok.nu(), inhoud64=base64.b64encode(bestand.inhoud).decode(),
        ).save(force_insert=True)  # fmt: skip


def _ontvanger(door: Actor, nieuw: NieuweMelding) -> UUID:
    eigen: UUID | None = door.partner_id
    if eigen and queries.kan_zelf_ontvangen(eigen):
        return eigen
    eigenaar = queries.ontvanger(gemeente_id=nieuw.gemeente_id, vorm=nieuw.vorm)
    if eigenaar is None:
        raise GeenMeldpunt("Geen enkele functie in de regio kan nu meldingen ontvangen.")
    return eigenaar


def _merk(nieuw: NieuweMelding) -> bytes:
    """The same words, however spaced or capitalised, give the same fingerprint."""
    woorden = " ".join(f"{nieuw.tekst}\x1f{nieuw.waar}\x1f{nieuw.wie}".casefold().split())
    return bos().merk("inhoud-melding", woorden)


def _leg_vast(door: Actor, pk: UUID, eigenaar: UUID, code: str, nieuw: NieuweMelding) -> Melding:
    stuk = delen.maak_stuk(door=PUBLIEK, soort=StukSoort.MELDING, id=pk, eigenaar_id=eigenaar)
    anoniem = nieuw.wijze == rules.Wijze.ANONIEM
    termijn = 1 if nieuw.acuut else meldpunt().termijn_dagen
    melding = Melding(
        stuk=stuk, eigenaar_id=eigenaar, kenmerk=nieuw_kenmerk("MEL"), soort=nieuw.soort, kanaal=nieuw.kanaal,
        afzender_id=None if anoniem or nieuw.kanaal in VAN_BUITEN else door.partner_id,
        vorm=nieuw.vorm, gemeente_id=nieuw.gemeente_id, wijze=nieuw.wijze, zekerheid=nieuw.zekerheid,
        acuut=nieuw.acuut, code_merk=queries.merk_van(code), inhoud_merk=_merk(nieuw), ontvangen_op=klok.nu(),
        tekst=nieuw.tekst, waar=nieuw.waar, wie=nieuw.wie,
        terugkoppelen_voor=klok.vandaag() + timedelta(days=termijn), indicatoren=dict(nieuw.indicatoren),
        melder={} if anoniem else {n: w for n, w in (("naam", nieuw.naam), ("contact", nieuw.contact)) if w},
    )  # fmt: skip
    melding.save(force_insert=True)
    if melding.acuut:
        Alarm(melding=melding, eigenaar_id=eigenaar, kenmerk=melding.kenmerk, op=klok.nu()).save(
            force_insert=True
        )
    if melding.melder:
        logboek.onthoud_betrokkene(
            betrokkene=logboek.pseudoniem(pk),
            eigenaar_id=eigenaar,
            woorden=delen.persoonswoorden(melding.melder),
        )
    return melding


VAN_BUITEN = frozenset({rules.Kanaal.WEB, rules.Kanaal.TELEFOON, rules.Kanaal.MAIL})
"""Channels by which somebody outside reports, also when a colleague types it in."""


def logregel(handeling: str, melding: Melding) -> Regel:
    """The line of an act on a melding: about its melder when known, else about no known person."""
    bekend = bool(melding.melder)
    return Regel(
        handeling=handeling,
        soort=StukSoort.MELDING,
        stuk_id=melding.pk,
        eigenaar_id=melding.eigenaar_id,
        betrokkene=logboek.pseudoniem(melding.pk) if bekend else "",
        categorieen=("melder", "waarneming") if bekend else ("waarneming",),
        doel="meldpunt",
        grondslag="eigen taak",
    )
