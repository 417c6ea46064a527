# SPDX-License-Identifier: EUPL-1.2
"""Care is shared within the client's consent, or in an emergency with a motivation (CNV-07). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from schakel.convenant.rules.woorden import Categorie, ToestemmingSoort

NOOD_DAGEN = 14
"""An emergency opens for two weeks; after that consent is asked anyway (our choice; the privacygroep may differ)."""


@dataclass(frozen=True)
class Toestemming:
    """One record: consent, refusal or emergency, with its scope. Empty `partners` = all."""

    soort: ToestemmingSoort
    categorieen: frozenset[Categorie]
    partners: frozenset[str] = frozenset()
    gegeven_op: date = date.min
    tot: date | None = None
    ingetrokken_op: date | None = None

    def geldt(self, dag: date, aan: str) -> bool:
        """In force on `dag` and meant for this partner."""
        return (
            self.gegeven_op <= dag
            and (self.tot is None or dag <= self.tot)
            and (self.ingetrokken_op is None or dag < self.ingetrokken_op)
            and (not self.partners or aan in self.partners)
        )


def gedekt(toestemmingen: Iterable[Toestemming], categorie: Categorie, aan: str, dag: date) -> bool:
    """Does consent or an emergency in force cover this category for this partner? A refusal beats consent."""
    geldend = [t for t in toestemmingen if t.geldt(dag, aan) and categorie in t.categorieen]
    soorten = {t.soort for t in geldend}
    if ToestemmingSoort.NOOD in soorten:
        return True
    return ToestemmingSoort.TOESTEMMING in soorten and ToestemmingSoort.WEIGERING not in soorten


def buiten_toestemming(
    toestemmingen: Iterable[Toestemming], categorieen: Iterable[Categorie], aan: str, dag: date
) -> frozenset[Categorie] | None:
    """Which of these categories may not go to this partner; None when nothing was recorded at all.

    Without any record the rule of the convenant decides alone (it can still ask for consent).
    """
    alle = list(toestemmingen)
    return frozenset(c for c in categorieen if not gedekt(alle, c, aan, dag)) if alle else None


def gedekt_tot(
    toestemmingen: Iterable[Toestemming], categorieen: Iterable[Categorie], aan: str, dag: date
) -> date | None:
    """The last day on which all these categories are covered; None = no end (or no consent asked for)."""
    alle = list(toestemmingen)
    einden = []
    for categorie in categorieen:
        dekkend = [
            t.tot for t in alle if t.geldt(dag, aan) and categorie in t.categorieen and t.soort != "weigering"
        ]
        if dekkend and None not in dekkend:
            einden.append(max(t for t in dekkend if t is not None))
    return min(einden, default=None)
