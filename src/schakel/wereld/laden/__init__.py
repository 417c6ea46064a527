# SPDX-License-Identifier: EUPL-1.2
"""A told or generated region into the database, through the ordinary actions."""
