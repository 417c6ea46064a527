# SPDX-License-Identifier: EUPL-1.2
"""The settings of the meldpunt: environment variables with SCHAKEL_MELDING_ before the name."""

from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Meldpunt(BaseSettings):
    """Terms in days; limits for everybody together."""

    model_config = SettingsConfigDict(env_prefix="SCHAKEL_MELDING_", extra="ignore")

    termijn_dagen: int = Field(
        default=14, ge=1, le=365, description="days within which the melder hears something"
    )
    standaard: str = Field(
        default="", description="code of the partner that receives what has no meldpunt of its own"
    )
    alarm_minuten: int = Field(
        default=15, ge=1, le=1440, description="minutes before an unseen alarm goes on to the ketenregisseur"
    )
    geduld_dagen: int = Field(
        default=3, ge=0, le=90, description="days after a term before the ketenregisseur is reminded"
    )
    clamd: str = Field(default="", description="malware scanner: host:port or path of a socket; empty = none")
    tekst_hoogstens: int = Field(default=20_000, ge=1_000, description="characters of a melding")
    kaart_minuten: int = Field(
        default=15, ge=1, le=120, description="how long the address of a receipt card works"
    )
    gesprek_minuten: int = Field(
        default=60, ge=5, le=480, description="how long an opened conversation can be answered"
    )
    meldingen_los: int = Field(
        default=2_000, ge=1, description="public meldingen that one process takes at once without a proof"
    )
    meldingen_per_minuut: float = Field(default=600, gt=0, description="refill after that")
    sommen_per_minuut: int = Field(default=60, ge=1, description="proofs without script, per process")
    proef_bits: int = Field(default=16, ge=1, le=30, description="work of a proof: 2**bits tries on average")
    proef_wachten: int = Field(default=10, ge=0, le=600, description="seconds to wait with a sum")
    foute_codes: int = Field(
        default=300, ge=1, description="wrong codes that may come at once, all visitors together"
    )
    foute_codes_per_minuut: float = Field(default=60, gt=0, description="refill after that")


@lru_cache(maxsize=1)
def meldpunt() -> Meldpunt:
    """The settings of this process."""
    return Meldpunt()


class Postbus(BaseSettings):
    """The mailbox of the meldpunt: environment variables with SCHAKEL_POST_ before the name."""

    model_config = SettingsConfigDict(env_prefix="SCHAKEL_POST_", extra="ignore")

    host: str = Field(default="", description="IMAP server; empty = no mailbox")
    poort: int = Field(default=993, ge=1, le=65535)
    naam: str = ""
    wachtwoord: str = ""
    map: str = Field(default="INBOX", description="folder that is read")
    tls: bool = Field(default=True, description="false only for a server on the same machine")
    partner: str = Field(
        default="", description="code of the meldpunt that owns the mailbox; empty = by routing"
    )


@lru_cache(maxsize=1)
def postbus() -> Postbus:
    """The mailbox of this process."""
    return Postbus()
