# SPDX-License-Identifier: EUPL-1.2
"""The one error the database part raises towards people."""


class DatabaseFout(Exception):
    """The database cannot be used; the Dutch text says what is wrong and what to do."""
