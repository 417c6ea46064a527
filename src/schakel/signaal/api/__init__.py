# SPDX-License-Identifier: EUPL-1.2
"""`/api/v1/signalen` and `/api/v1/informatieverzoeken` (koppelvlak.md, API)."""

from ninja import Router

from schakel.signaal.api.signalen import router as signalen
from schakel.signaal.api.verzoeken import router as verzoeken

router = Router()
router.add_router("", signalen)
router.add_router("", verzoeken)
