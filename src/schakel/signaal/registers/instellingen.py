# SPDX-License-Identifier: EUPL-1.2
"""Which register may be asked, by whom, over which gateway (docs/registers.md). Without the file: none.

Names **and** values of headers are settings, because they differ per supplier of a gateway. A purpose that has no
block may not be asked for: the doelbinding is agreed with the register, not chosen by a colleague.
"""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from schakel.convenant.rules import Doel

LOKAAL = frozenset({"127.0.0.1", "localhost", "::1"})
PLEKKEN = frozenset({"gebruiker", "functie", "partner", "doel", "kenmerk"})
"""What a header may hold of the one who asks; the words of the purpose come on top of these."""


class Poort(BaseModel):
    """One gateway of one partner to one register.

    `koppen`: header → value, in which `{gebruiker}` (an id, never a name), `{functie}`, `{partner}`, `{doel}`,
    `{kenmerk}` and the words of the purpose are filled in. `doelen`: purpose → those words. `seconden`: how long
    an answer may take. `ca`, `certificaat`, `geheim`: files for TLS from both sides.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    soort: Literal["brp", "bag", "kvk"]
    partner: str = Field(
        min_length=1, description="code of the partner that may ask; * = all (never for brp)"
    )
    url: str
    koppen: dict[str, str] = {}
    doelen: dict[Doel, dict[str, str]] = Field(min_length=1)
    seconden: float = Field(default=8, gt=0, le=30)
    ca: Path | None = None
    certificaat: Path | None = None
    geheim: Path | None = None

    @field_validator("url")
    @classmethod
    def _veilig(cls, url: str) -> str:
        deel = urlsplit(url)
        if deel.scheme != "https" and not (deel.scheme == "http" and deel.hostname in LOKAAL):
            raise ValueError("gebruik https")
        if not deel.hostname or deel.query or deel.fragment or deel.username:
            raise ValueError("geef alleen het adres, zonder vraagteken of naam")
        return url.rstrip("/")

    @model_validator(mode="after")
    def _past(self) -> "Poort":
        if self.soort == "brp" and self.partner == "*":
            raise ValueError("de BRP wordt bevraagd onder de autorisatie van één partner: noem haar code")
        for doel in self.doelen:
            try:
                self.gevulde_koppen(doel)
            except (KeyError, IndexError, ValueError, AttributeError) as fout:
                raise ValueError(f"{fout} is bij doel {doel.value} niet ingevuld") from fout
        return self

    def mag(self, partner_code: str) -> bool:
        """May this partner ask over this gateway?"""
        return self.partner in ("*", partner_code)

    def gevulde_koppen(self, doel: Doel, **wie: str) -> dict[str, str]:
        """The headers of one question; raises KeyError for a purpose that was not agreed."""
        plek = dict.fromkeys(PLEKKEN, "") | {"doel": doel.value, **wie}
        plek |= {naam: woord.format_map(plek) for naam, woord in self.doelen[doel].items()}
        return {naam: waarde.format_map(plek) for naam, waarde in self.koppen.items()}


class _Bestand(BaseModel):
    model_config = ConfigDict(extra="forbid")

    poorten: list[Poort] = Field(default=[], alias="register")


class _Plek(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SCHAKEL_", extra="ignore")

    registers: Path | None = Field(default=None, description="TOML file of gateways; empty = none")


def lees(pad: Path) -> tuple[Poort, ...]:
    """The gateways of a file. Raises ValueError, in Dutch, when it cannot be read or is open to others."""
    try:
        if pad.stat().st_mode & 0o077:
            raise ValueError(f"{pad} is leesbaar voor anderen: zet het op 0600, er staan sleutels in.")
        gelezen = _Bestand.model_validate(tomllib.loads(pad.read_text(encoding="utf-8")))
    except OSError as fout:
        raise ValueError(f"{pad} is niet te lezen: {fout.strerror}.") from fout
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        raise ValueError(f"{pad} is geen TOML: {fout}.") from fout
    except ValidationError as fout:
        plekken = "; ".join(
            f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in fout.errors(include_input=False)
        )
        raise ValueError(f"{pad} klopt niet: {plekken}.") from fout
    return tuple(gelezen.poorten)


@lru_cache(maxsize=1)
def poorten() -> tuple[Poort, ...]:
    """The gateways of this process, read once at the start."""
    pad = _Plek().registers
    return lees(pad) if pad else ()


def poorten_van(partner_code: str) -> list[Poort]:
    """What a partner may ask: one gateway per register, its own before a shared one."""
    eigen = sorted((p for p in poorten() if p.mag(partner_code)), key=lambda p: p.partner == "*")
    return list({p.soort: p for p in reversed(eigen)}.values())


def poort_van(soort: str, partner_code: str) -> Poort | None:
    """The gateway to one register."""
    return next((p for p in poorten_van(partner_code) if p.soort == soort), None)
