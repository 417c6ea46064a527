# SPDX-License-Identifier: EUPL-1.2
"""The environment of a test run; a plugin, because Django's settings are read before any conftest."""

import os
import tempfile
from pathlib import Path

WERK = Path(os.environ.get("SCHAKEL_TESTMAP", Path(tempfile.gettempdir()) / f"schakel-test-{os.getuid()}"))
(WERK / "static").mkdir(mode=0o755, parents=True, exist_ok=True)
for naam in [
    n
    for n in os.environ
    if n.startswith("SCHAKEL_") and n not in ("SCHAKEL_TESTMAP", "SCHAKEL_DATABASE_URL", "SCHAKEL_DEMO_ADRES")
]:
    del os.environ[naam]
os.environ.update(
    SCHAKEL_OMGEVING="test",
    SCHAKEL_MAP=str(WERK),
    SCHAKEL_DATABASE=f"proef_{os.getpid()}",
    SCHAKEL_MFA_VERPLICHT="false",
)
