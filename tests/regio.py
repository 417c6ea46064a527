# SPDX-License-Identifier: EUPL-1.2
"""A small region for tests: five partners, their functions, one convenant in force. Everything is fictional."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.test import Client

from schakel.convenant.models import Convenant, ConvenantVersie, Partij, Regel
from schakel.kern import klok
from schakel.partner.models import Bezetting, Functie, Gemeente, Partner
from schakel.partner.queries import SESSIE, als_actor
from schakel.toegang.actor import Actor
from schakel.toegang.models import Gebruiker

PARTNERS = {
    "lindemeer": ("gemeente", "Gemeente Lindemeer"),
    "veenburg": ("gemeente", "Gemeente Veenburg"),
    "nla": ("nla", "Arbeidsinspectie Rijndal"),
    "politie": ("politie", "Politie Rijndal"),
    "riec": ("riec", "RIEC Rijndal"),
    "haven": ("zorg", "Stichting Haven"),
    "ggd": ("ggd", "GGD Rijndal"),
}
"""code → (kind, name); `ggd` is deliberately no party to the convenant."""

FUNCTIES = (
    "aandachtsfunctionaris@lindemeer",
    "privacyfunctionaris@lindemeer",
    "functioneel_beheerder@lindemeer",
    "aandachtsfunctionaris@veenburg",
    "toezichthouder@nla",
    "casusdeelnemer@nla",
    "casusdeelnemer@politie",
    "ketenregisseur@riec",
    "stuurgroeplid@riec",
    "regiocoordinator@haven",
    "zorgdeelnemer@haven",
    "casusdeelnemer@ggd",
)

CATEGORIEEN = ("object", "persoon-verdacht", "persoon-mogelijk-slachtoffer", "waarneming", "toezicht")


@dataclass
class Regio:
    """`actor("ketenregisseur@riec")`, `partner("nla")`, `client("…")` (a logged-in browserless client)."""

    partners: dict[str, Partner] = field(default_factory=dict)
    bezettingen: dict[str, Bezetting] = field(default_factory=dict)
    gemeenten: dict[str, Gemeente] = field(default_factory=dict)
    versie: Any = None

    def partner(self, code: str) -> Partner:
        return self.partners[code]

    def actor(self, naam: str) -> Actor:
        return als_actor(self.bezettingen[naam])

    def gebruiker(self, naam: str) -> Gebruiker:
        return self.bezettingen[naam].gebruiker

    def client(self, naam: str, **kwargs: Any) -> Client:
        client = Client(**kwargs)
        client.force_login(self.gebruiker(naam), backend="django.contrib.auth.backends.ModelBackend")
        sessie = client.session
        sessie[SESSIE] = str(self.bezettingen[naam].pk)
        sessie.save()
        return client


def maak_regio() -> Regio:
    """Rows of the region; needs a database, no context."""
    regio = Regio()
    for code, (soort, naam) in PARTNERS.items():
        regio.partners[code] = Partner.objects.create(code=code, soort=soort, naam=naam)
        if soort == "gemeente":
            plaats = naam.removeprefix("Gemeente ")
            regio.gemeenten[code] = Gemeente.objects.create(naam=plaats, partner=regio.partners[code])
    for naam in FUNCTIES:
        rol, code = naam.split("@")
        functie = Functie.objects.create(
            partner=regio.partners[code], naam=rol.replace("_", " ").capitalize(), rol=rol
        )
        gebruiker = Gebruiker(inlognaam=f"{rol}@{code}.rijndal.test", naam=f"Test {rol} van {code}")
        gebruiker.set_unusable_password()
        gebruiker.save()
        regio.bezettingen[naam] = Bezetting.objects.create(
            functie=functie, gebruiker=gebruiker, van=date(2020, 1, 1)
        )
    _convenant(regio)
    return regio


def _convenant(regio: Regio) -> None:
    dag = klok.vandaag()
    convenant = Convenant.objects.create(
        naam="Convenant Rijndal", eigenaar=regio.partners["riec"], regime="WGS-RIEC"
    )
    regio.versie = ConvenantVersie.objects.create(
        convenant=convenant,
        nummer=1,
        status="vastgesteld",
        ingang=dag - timedelta(days=300),
        einde=dag + timedelta(days=700),
    )
    for code, partner in regio.partners.items():
        if code != "ggd":
            Partij.objects.create(
                convenant=convenant, partner=partner, ondertekend_op=dag - timedelta(days=300)
            )
    Regel.objects.bulk_create(
        Regel(versie=regio.versie, code=f"R{nr}", van="*", naar="*", categorie=c, grondslag="WGS-RIEC")
        for nr, c in enumerate(CATEGORIEEN, 1)
    )
