# SPDX-License-Identifier: EUPL-1.2
"""A look behind the wall, for tests only: what would a query give if row-level security did not exist?"""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import EmptyResultSet
from django.db import connection, connections
from django.db.models import QuerySet

_FUNCTIE = """
CREATE OR REPLACE FUNCTION proef_zonder_muur(vraag text) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN RETURN QUERY EXECUTE vraag; END $$;
GRANT EXECUTE ON FUNCTION proef_zonder_muur(text) TO schakel_app
"""


@pytest.fixture(scope="module")
def _proeffunctie(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), connections["eigenaar"].cursor() as cursor:
        cursor.execute(_FUNCTIE)
        yield
        cursor.execute("DROP FUNCTION proef_zonder_muur(text)")


@pytest.fixture
def zonder_muur(_proeffunctie: None, db: None) -> Callable[[QuerySet[Any]], set[UUID]]:
    """The ids that a queryset gives by its own filter alone, in the context of the moment."""

    def ids(rijen: QuerySet[Any]) -> set[UUID]:
        try:
            sql, parameters = rijen.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            return set()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT * FROM proef_zonder_muur(%s)", [connection.ops.compose_sql(sql, parameters)]
            )
            return {rij[0] for rij in cursor.fetchall()}

    return ids
