# SPDX-License-Identifier: EUPL-1.2
"""Pages of the room: they ask the readers, call the verbs, and keep what was typed."""
