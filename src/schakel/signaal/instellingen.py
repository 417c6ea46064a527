# SPDX-License-Identifier: EUPL-1.2
"""The settings of the room: environment variables with SCHAKEL_SIGNAAL_ before the name."""

from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Instellingen(BaseSettings):
    """Terms in days."""

    model_config = SettingsConfigDict(env_prefix="SCHAKEL_SIGNAAL_", extra="ignore")

    stil_dagen: int = Field(
        default=28, ge=1, le=365, description="days without a step after which an open signaal lies still"
    )


@lru_cache(maxsize=1)
def instellingen() -> Instellingen:
    """The settings of this process."""
    return Instellingen()
