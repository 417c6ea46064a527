# SPDX-License-Identifier: EUPL-1.2
"""The forms of this room: asking whether something may be shared, sharing, and what protects it."""
