# SPDX-License-Identifier: EUPL-1.2
"""Fictional worlds: made by `genereren`, told by `rijndal`, written by `bestanden`. Nobody in them exists."""
