# SPDX-License-Identifier: EUPL-1.2
"""Typed settings, one prefix: `SCHAKEL_`. `onveilig()` says in Dutch why a start must be refused."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Instellingen(BaseSettings):
    """Every setting with its default; the environment variable is the name in capitals with SCHAKEL_ before it."""

    model_config = SettingsConfigDict(env_prefix="SCHAKEL_", extra="ignore")

    omgeving: Literal["productie", "demo", "test"] = "productie"
    map: Path = Field(default=Path.home() / ".local/share/schakel", description="data directory")
    database: str = "schakel"
    database_url: str = Field(
        default="", description="postgresql://… of schakel_app; empty = embedded server"
    )
    database_url_eigenaar: str = Field(
        default="", description="postgresql://… of schakel_eigenaar, for migrate"
    )
    sleutels: Path | None = Field(default=None, description="key ring; default <map>/sleutels.json")
    geheim: str = Field(default="", description="secret of sessions and forms, at least 50 characters")
    hosts: str = Field(default="", description="host names, comma separated")
    regio: str = Field(default="Rijndal", description="name of the region, as shown")
    thema: str = Field(default="", description="path below /static/ of a theme of the municipality")
    snel_weg: str = Field(default="https://www.knmi.nl/", description="where the quick-leave button leads")
    mfa_verplicht: bool = True
    achter_proxy: bool = Field(default=False, description="TLS ends at a proxy that sets X-Forwarded-Proto")
    oidc_naam: str = ""
    oidc_server: str = Field(
        default="", description="issuer URL of the OpenID Connect provider; empty = none"
    )
    oidc_client: str = ""
    oidc_geheim: str = ""
    oidc_acr: str = Field(default="", description="required acr values, comma separated")
    sessie_minuten: int = Field(default=30, ge=5, le=480)
    poort: int = 8000

    @property
    def ingebed(self) -> Path | None:
        """Directory of the embedded server, or None when a real server is configured."""
        return None if self.database_url else self.map / "pg"

    @property
    def sleutelbestand(self) -> Path:
        return self.sleutels or self.map / "sleutels.json"

    @property
    def hostlijst(self) -> list[str]:
        eigen = [h.strip() for h in self.hosts.split(",") if h.strip()]
        return eigen or ["127.0.0.1", "localhost", "[::1]", "testserver"]

    def onveilig(self) -> list[str]:
        """Dutch sentences, one per reason to refuse the start of a production server."""
        if self.omgeving != "productie":
            return []
        redenen = []
        if len(self.geheim) < 50 or len(set(self.geheim)) < 12:
            redenen.append("SCHAKEL_GEHEIM ontbreekt of is zwak: geef minstens 50 willekeurige tekens.")
        if not self.hosts or "*" in self.hosts:
            redenen.append(
                "SCHAKEL_HOSTS noemt geen hostnamen: zet de naam waaronder de server bereikbaar is."
            )
        if not self.database_url:
            redenen.append(
                "SCHAKEL_DATABASE_URL ontbreekt: het ingebouwde PostgreSQL is alleen voor demo en test."
            )
        if not self.mfa_verplicht:
            redenen.append("SCHAKEL_MFA_VERPLICHT staat uit: een tweede factor is in productie verplicht.")
        if self.sleutels is None:
            redenen.append("SCHAKEL_SLEUTELS ontbreekt: wijs een sleutelbos aan buiten de datamap.")
        elif self.sleutels.exists() and self.sleutels.stat().st_mode & 0o077:
            redenen.append(f"De sleutelbos {self.sleutels} is leesbaar voor anderen: zet hem op 0600.")
        return redenen


@lru_cache(maxsize=1)
def instellingen() -> Instellingen:
    """The settings of this process."""
    return Instellingen()
