# SPDX-License-Identifier: EUPL-1.2
"""Keys are written in the transaction of their statement, and asked at once: what touches what (delen.md,
Hits).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from schakel.convenant.actions import logregels
from schakel.convenant.models import Gegeven
from schakel.kern import klok
from schakel.kern.ids import nieuw_id
from schakel.logboek import actions as logboek
from schakel.signaal import koppelen, queries
from schakel.signaal.actions.regime import GeenRegime
from schakel.signaal.models import Koppelsleutel, Optelling, Raakvlak, Signaal
from schakel.signaal.queries import Treffer
from schakel.signaal.rules import niet_pluis as np
from schakel.signaal.rules import raakvlak as weegt
from schakel.signaal.rules.raakvlak import DREMPEL, IDENTIFIER_VAN, bits
from schakel.toegang.actor import Actor


@transaction.atomic
def koppel(*, door: Actor, nieuw: Iterable[tuple[Signaal, Sequence[Gegeven]]], eerste: bool) -> None:
    """Write the keys of the new statements of these signals, and say on both sides what they touch.

    `eerste`: the signals had no keys before.
    """
    termijn = klok.vandaag() + timedelta(days=30 * queries.bewaarmaanden(door=door))
    rijen = {signaal: _sleutels(signaal, gegevens, termijn) for signaal, gegevens in nieuw}
    rijen = {signaal: hun for signaal, hun in rijen.items() if hun}
    # No conflict can arise; without RETURNING the (costly) policy for reading stays out of an insert.
    Koppelsleutel.objects.bulk_create(
        [rij for hun in rijen.values() for rij in hun], batch_size=2000, ignore_conflicts=True
    )
    if not eerste:
        rijen = {s: queries.eigen_sleutels(door=door, stuk_id=s.pk) for s in rijen}
    _kijk(door, rijen)


def _sleutels(signaal: Signaal, gegevens: Sequence[Gegeven], termijn: date) -> list[Koppelsleutel]:
    return [
        Koppelsleutel(
            sleutel=hash_,
            gegeven=g,
            stuk_id=signaal.pk,
            eigenaar_id=signaal.eigenaar_id,
            soort=soort,
            identifier=IDENTIFIER_VAN[soort],
            categorie=g.categorie,
            zwak=signaal.niet_pluis,
            gemaakt_op=klok.vandaag(),
            verborgen_tot=koppelen.verborgen_tot(signaal.stuk, g),
            vervalt_op=min(termijn, signaal.vervalt_op or termijn),
            versie=koppelen.VERSIE,
        )
        for g in gegevens
        for hash_, soort in koppelen.sleutels(g.soort, g.inhoud).items()
    ]


@transaction.atomic
def kijk_opnieuw(*, door: Actor, signaal: Signaal) -> None:
    """Ask again for one's own object: for what lies under embargo nobody else could tell."""
    if signaal.eigenaar_id == door.partner_id:
        _kijk(door, {signaal: queries.eigen_sleutels(door=door, stuk_id=signaal.pk)})


@transaction.atomic
def zet_zwak(*, door: Actor, signaal: Signaal) -> None:
    """The keys follow the mark niet-pluis, and so may add up."""
    vervalt = signaal.vervalt_op or klok.vandaag() + timedelta(days=30 * queries.bewaarmaanden(door=door))
    Koppelsleutel.objects.filter(stuk_id=signaal.pk).update(zwak=signaal.niet_pluis, vervalt_op=vervalt)
    _kijk(door, {signaal: queries.eigen_sleutels(door=door, stuk_id=signaal.pk)})


def vergelijk_met_partners(*, door: Actor) -> int:
    """Compare every open signaal of one's own under the active koppelregimes; returns how many were asked.

    Raises `GeenRegime` with the missing conditions when none is active.
    """
    if not queries.koppelbare_partners():
        raise GeenRegime(queries.ontbrekende_voorwaarden(door=door))
    return kijk_alles_opnieuw(door=door)


def kijk_alles_opnieuw(*, door: Actor) -> int:
    """Ask again for every open signal of one's own; returns how many were asked."""
    eigen = queries.signalen(door=door, filter=queries.Filter(status="open", wie="eigen"))
    aantal = 0
    for signaal in eigen.iterator(chunk_size=200):
        kijk_opnieuw(door=door, signaal=signaal)
        aantal += 1
    return aantal


def _kijk(door: Actor, eigen: Mapping[Signaal, Sequence[Koppelsleutel]]) -> None:
    gevonden = queries.treffers({s.pk: {k.sleutel for k in hun} for s, hun in eigen.items()})
    vandaag = klok.vandaag()
    verborgen = {
        s: {k.sleutel for k in hun if k.verborgen_tot and k.verborgen_tot > vandaag}
        for s, hun in eigen.items()
    }
    bekend = queries.bekende_raakvlakken(door=door, stuk_ids=[s.pk for s in eigen if gevonden[s.pk]])
    _leg_vast(
        door, bekend, {s: _zijden(s, gevonden[s.pk], verborgen[s], bekend) for s in eigen if gevonden[s.pk]}
    )
    for s in eigen:
        if s.niet_pluis:
            _tel_op(door, s, [t for t in gevonden[s.pk] if t.sleutel not in verborgen[s]])


Bekend = Mapping[tuple[UUID, UUID], Collection[str]]
"""(one's own object, the other) → the agreements that were found before."""


def _zijden(
    signaal: Signaal, gevonden: Iterable[Treffer], verborgen: set[int], bekend: Bekend
) -> tuple[list[Raakvlak], list[Raakvlak]]:
    """Two rows per pair that is new or has grown, one per side; the other side gets none while mine lies under embargo."""
    per_ander: dict[tuple[UUID, UUID], list[Treffer]] = defaultdict(list)
    for t in gevonden:
        per_ander[t.stuk_id, t.eigenaar_id].append(t)
    mijn, hun = [], []
    for (ander, partner), treffers in per_ander.items():
        soorten = {t.soort for t in treffers}
        if soorten <= set(bekend.get((signaal.pk, ander), ())) or not weegt.raakt(soorten):
            continue
        mijn.append(_rij(signaal.pk, signaal.eigenaar_id, partner, ander, soorten))
        getoond = (
            soorten
            if partner == signaal.eigenaar_id
            else {t.soort for t in treffers if t.sleutel not in verborgen}
        )
        if weegt.raakt(getoond):
            hun.append(_rij(ander, partner, signaal.eigenaar_id, signaal.pk, getoond))
    return mijn, hun


def _leg_vast(
    door: Actor, bekend: Bekend, zijden: Mapping[Signaal, tuple[list[Raakvlak], list[Raakvlak]]]
) -> None:
    """Keep what is new, and what has grown; nothing twice."""
    mijn = [r for m, _ in zijden.values() for r in m]
    if not mijn:
        return
    groeit = {(r.stuk_id, r.ander_stuk_id): r for r in mijn if (r.stuk_id, r.ander_stuk_id) in bekend}
    if groeit:
        oud = queries.raakvlakken(door=door, stuk_ids={stuk for stuk, _ in groeit})
        gegroeid = [
            _groei(r, groeit[r.stuk_id, r.ander_stuk_id])
            for r in oud
            if (r.stuk_id, r.ander_stuk_id) in groeit
        ]
        Raakvlak.objects.bulk_update([r for r in gegroeid if r], ["soorten", "bits"], batch_size=500)
    nieuw = [r for r in mijn if (r.stuk_id, r.ander_stuk_id) not in bekend]
    hun = [r for _, h in zijden.values() for r in h if (r.ander_stuk_id, r.stuk_id) not in bekend]
    Raakvlak.objects.bulk_create([*nieuw, *hun], batch_size=500, ignore_conflicts=True)
    raakt = {r.stuk_id for r in nieuw}
    for signaal in zijden:
        if signaal.pk in raakt:
            logboek.noteer(door=door, regels=logregels("koppelen", signaal.stuk, []))


def _rij(stuk: UUID, eigenaar: UUID, tegenpartij: UUID, ander: UUID, soorten: set[str]) -> Raakvlak:
    return Raakvlak(
        id=nieuw_id(), stuk_id=stuk, eigenaar_id=eigenaar, tegenpartij_id=tegenpartij, ander_stuk_id=ander,
        soorten=sorted(soorten), bits=bits(soorten), gevonden_op=klok.nu(),
    )  # fmt: skip


def _groei(oud: Raakvlak, nieuw: Raakvlak) -> Raakvlak | None:
    """More agreements were found since; None when nothing changed."""
    if set(nieuw.soorten) <= set(oud.soorten):
        return None
    oud.soorten = sorted({*oud.soorten, *nieuw.soorten})
    oud.bits = bits(oud.soorten)
    return oud


def _tel_op(door: Actor, signaal: Signaal, gevonden: Iterable[Treffer]) -> None:
    """One task for who weighs, when weak signals add up on one subject (rules.niet_pluis)."""
    zwak: dict[tuple[int, str], list[np.Zwak]] = defaultdict(list)
    for t in gevonden:
        if t.zwak and bits([t.soort]) >= DREMPEL:
            zwak[t.sleutel, t.soort].append(np.Zwak(t.stuk_id, t.eigenaar_id, t.gemaakt_op))
    ik = np.Zwak(signaal.pk, signaal.eigenaar_id, klok.vandaag())
    telt = {
        k: {z.bron for z in [ik, *z]} for k, z in zwak.items() if np.telt_op([ik, *z], vandaag=klok.vandaag())
    }
    if telt:
        _meld_optelling(signaal.eigenaar_id, telt)


def _meld_optelling(eigenaar: UUID, telt: Mapping[tuple[int, str], set[UUID]]) -> None:
    sleutel, soort = max(telt, key=lambda k: (bits([k[1]]), k))
    wegers = queries.wegers({eigenaar, *queries.koppelbare_partners()}) or [eigenaar]
    Optelling.objects.bulk_create(
        [
            Optelling(
                id=nieuw_id(),
                eigenaar_id=w,
                sleutel=sleutel,
                waarop=soort,
                partners=sorted(telt[sleutel, soort]),
                gemaakt_op=klok.nu(),
            )
            for w in wegers
        ],
        ignore_conflicts=True,
    )
