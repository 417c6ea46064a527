# SPDX-License-Identifier: EUPL-1.2
from ninja import Router

router = Router()
