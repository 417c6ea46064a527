# SPDX-License-Identifier: EUPL-1.2
"""What a signaal may be and become: pure, for a lawyer or an auditor to read."""

from schakel.signaal.rules.status import OVERGANGEN, Overgang, Sluitreden, Status, mogelijk, overgang

__all__ = ["OVERGANGEN", "Overgang", "Sluitreden", "Status", "mogelijk", "overgang"]
