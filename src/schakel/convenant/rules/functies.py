# SPDX-License-Identifier: EUPL-1.2
"""What a function needs: condition (4) of the rule, as tables. A role that is not named here sees no content."""

from schakel.convenant.rules.woorden import Categorie, Handeling, StukSoort

_KETEN = frozenset(Categorie) - {Categorie.ZORGINHOUD, Categorie.MELDER}
_ZORG = frozenset({
    Categorie.OBJECT, Categorie.PERSOON_SLACHTOFFER, Categorie.WAARNEMING, Categorie.BIJZONDER, Categorie.ZORGINHOUD,
})  # fmt: skip

FUNCTIE_CATEGORIEEN: dict[str, frozenset[Categorie]] = {
    "aandachtsfunctionaris": _KETEN | {Categorie.MELDER},
    "ketenregisseur": _KETEN | {Categorie.MELDER},
    "casusdeelnemer": _KETEN | {Categorie.MELDER},
    "toezichthouder": frozenset({
        Categorie.OBJECT, Categorie.PERSOON_VERDACHT, Categorie.PERSOON_SLACHTOFFER, Categorie.WAARNEMING,
        Categorie.TOEZICHT, Categorie.MELDER,
    }),
    "regiocoordinator": _ZORG | {Categorie.MELDER, Categorie.PERSOON_VERDACHT},
    "zorgdeelnemer": _ZORG | {Categorie.MELDER},
    "publiek": frozenset({Categorie.MELDER}),
}  # fmt: skip
"""Which categories a function needs (need to know). A role that is not named needs none: the administrator, the
steering group and the privacy officer are blind to content (kwaliteit.md, C5). The regiocoördinator brings in what
clients tell of an exploiter; the rules of the convenanten give no enforcement information about suspects to care."""

_AANPAK_SOORTEN = frozenset({StukSoort.SIGNAAL, StukSoort.CASUS, StukSoort.DOSSIERSTUK, StukSoort.CONTROLE})

FUNCTIE_SOORTEN: dict[str, frozenset[StukSoort]] = {
    "aandachtsfunctionaris": _AANPAK_SOORTEN | {StukSoort.MELDING},
    "ketenregisseur": _AANPAK_SOORTEN | {StukSoort.MELDING},
    "casusdeelnemer": _AANPAK_SOORTEN | {StukSoort.MELDING},
    "toezichthouder": frozenset({StukSoort.SIGNAAL, StukSoort.MELDING, StukSoort.CONTROLE}),
    "regiocoordinator": frozenset({
        StukSoort.MELDING, StukSoort.SIGNAAL, StukSoort.CASUS, StukSoort.DOSSIERSTUK, StukSoort.ZORGTRAJECT,
    }),
    "zorgdeelnemer": frozenset({StukSoort.ZORGTRAJECT, StukSoort.MELDING, StukSoort.SIGNAAL}),
}  # fmt: skip
"""Which kinds of objects a function works with; the two chains meet in regiocoördinator and ketenregisseur only."""

FUNCTIE_DELEN: dict[str, frozenset[int]] = {
    "ketenregisseur": frozenset({1, 2}),
    "aandachtsfunctionaris": frozenset({1, 2}),
    "casusdeelnemer": frozenset({1, 2}),
    "regiocoordinator": frozenset({1}),
}
"""The part of the casusoverleg a function can sit in: part 2 is without the regiocoördinator (report p. 139)."""


def handelingen_voor(functie: str) -> frozenset[Handeling]:
    """The handelingen under which another partner's information is open to this function.

    `EIGEN` is open to nobody outside the owner. `GENOEMD` asks in addition that the partner is named on the object.
    """
    if functie not in FUNCTIE_SOORTEN:
        return frozenset()
    delen = FUNCTIE_DELEN.get(functie, frozenset())
    open_voor = {Handeling.KETEN, Handeling.GENOEMD}
    if 1 in delen:
        open_voor.add(Handeling.DEEL_1_EN_2)
    if 2 in delen:
        open_voor.add(Handeling.DEEL_2)
    if functie == "ketenregisseur":
        open_voor.add(Handeling.KETENREGISSEUR)
    return frozenset(open_voor)
