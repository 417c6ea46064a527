# SPDX-License-Identifier: EUPL-1.2
"""The page and API "Mag dit?": a proposed sharing judged, in the words of a colleague. Changes and logs nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schakel.convenant import rules
from schakel.convenant.models import Grondslag, Stuk
from schakel.convenant.queries.afspraken import grondslagen
from schakel.convenant.queries.delen import versies, verzoek
from schakel.partner.models import Partner
from schakel.toegang.actor import Actor


@dataclass(frozen=True)
class Rust:
    """One rule that carries the answer: which, in which version of which convenant, on which ground."""

    categorie: str
    code: str
    convenant: str
    versie: int
    versie_id: str
    artikel: str
    grondslag: str
    grondslag_naam: str
    grondslag_zeker: bool


@dataclass(frozen=True)
class MagDit:
    """The answer for a page or the API: yes or no, why (not), what would make it a yes, on which rules it rests."""

    oordeel: rules.Oordeel
    redenen: tuple[rules.Reden, ...]
    rust_op: tuple[Rust, ...]
    vier_ogen: bool = False
    waarschuwing: str = ""

    @property
    def toegestaan(self) -> bool:
        return self.oordeel.toegestaan

    @property
    def wordt_ja(self) -> list[str]:
        """What would turn the no into a yes, each said once."""
        return list(dict.fromkeys(r.maakt_ja for r in self.redenen if r.maakt_ja))

    @property
    def anoniem_kan(self) -> bool:
        """Would a version that leads to nobody be a way out? (non-signatories; rules for anonymised sharing)"""
        return any(
            r.code in ("geen-convenant", "geanonimiseerd", "geen-regel", "verlopen") for r in self.redenen
        )


def mag_dit(
    *,
    door: Actor,
    met: Partner,
    doel: rules.Doel,
    categorieen: Iterable[rules.Categorie],
    stuk: Stuk | None = None,
    van: Partner | None = None,
    fase: rules.Fase | None = None,
    functie: str = "",
    deel: int | None = None,
    vervuld: Iterable[rules.Voorwaarde] = (),
    geanonimiseerd: bool = False,
) -> MagDit:
    """May `stuk` (or information of these categories of the actor's partner) go to `met` for this purpose?

    The stage is that of the stuk, or `fase`. Four eyes is taken as met: the second person confirms afterwards.
    """
    stuk_of_vraag = stuk or Stuk(eigenaar=van or Partner.objects.get(pk=door.partner_id))
    if fase is not None:
        stuk_of_vraag.fase = fase
    vraag = verzoek(
        stuk=stuk_of_vraag, met=met, categorieen=categorieen, doel=doel, functie=functie, deel=deel,
        vervuld={*vervuld, rules.Voorwaarde.VIER_OGEN}, geanonimiseerd=geanonimiseerd,
    )  # fmt: skip
    alle = versies(vraag.dag)
    oordeel = rules.oordeel(vraag, alle)
    extra = []
    if stuk is not None and stuk.eigenaar_id != door.partner_id:
        extra.append(
            rules.Reden("eigenaar", f"Dit is van {stuk.eigenaar}. Alleen de eigenaar mag het delen.",
                        "Stuur de eigenaar een verzoek om vrijgave.")
        )  # fmt: skip
    if vraag.van == vraag.aan:
        extra = [rules.Reden("eigen", "Dit is je eigen organisatie.", "Kies een andere partner.")]
    if extra:
        oordeel = rules.Oordeel(False, (*extra, *oordeel.redenen), oordeel.regels, oordeel.per_categorie)
    nee = tuple(r for r in oordeel.redenen if r.code != "regel")
    vier_ogen = any(rules.Voorwaarde.VIER_OGEN in r.voorwaarden for r, _ in oordeel.regels)
    return MagDit(oordeel, nee, _rust_op(oordeel.regels), vier_ogen, _waarschuwing(stuk, met))


def _waarschuwing(stuk: Stuk | None, met: Partner) -> str:
    if stuk is not None and stuk.vertrouwen and met.soort in ("politie", "om", "kmar"):
        return (
            "Dit is in vertrouwen verteld. Overleg eerst met wie het inbracht: "
            "delen met politie of OM kan de band met de cliënt schaden."
        )
    return ""


def _rust_op(regels: Sequence[tuple[rules.Regel, rules.Versie]]) -> tuple[Rust, ...]:
    bekend = grondslagen({r.grondslag for r, _ in regels})
    return tuple(
        Rust(
            categorie=rules.kop(r.categorie), code=r.code, convenant=v.convenant, versie=v.nummer, versie_id=v.id,
            artikel=r.artikel or _artikel(bekend.get(r.grondslag)), grondslag=r.grondslag,
            grondslag_naam=bekend[r.grondslag].naam if r.grondslag in bekend else r.grondslag,
            grondslag_zeker=r.grondslag in bekend and bekend[r.grondslag].zeker,
        )
        for r, v in regels
    )  # fmt: skip


def _artikel(grondslag: Grondslag | None) -> str:
    return grondslag.artikel if grondslag else ""
