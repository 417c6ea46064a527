# SPDX-License-Identifier: EUPL-1.2
from schakel.opdrachten import hoofd

raise SystemExit(hoofd())
