# SPDX-License-Identifier: EUPL-1.2
"""Work that Python does itself, spread over the processors when there is enough of it."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Final, TypeVar

POOL_VANAF: Final = 100_000
"""Records from which processes of their own are worth their start."""

T = TypeVar("T")
R = TypeVar("R")


class Werkers:
    """Applies a function to portions; the outcomes come in the order of the portions, a few at a time in memory."""

    def __init__(self, pool: ProcessPoolExecutor | None, aantal: int) -> None:
        self._pool, self._aantal = pool, aantal

    def verdeel(self, functie: Callable[[T], R], porties: Iterable[T]) -> Iterator[R]:
        """`map`; function, portions and outcomes are sent to other processes when there are any."""
        if self._pool is None:
            yield from map(functie, porties)
            return
        onderweg: deque[Future[R]] = deque()
        for portie in porties:
            onderweg.append(self._pool.submit(functie, portie))
            if len(onderweg) > self._aantal:
                yield onderweg.popleft().result()
        while onderweg:
            yield onderweg.popleft().result()


@contextmanager
def werkers(records: int) -> Iterator[Werkers]:
    """For a batch of so many records: one process per processor, or none besides this one."""
    aantal = multiprocessing.cpu_count()
    if records < POOL_VANAF:
        yield Werkers(None, 0)
        return
    with ProcessPoolExecutor(aantal, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield Werkers(pool, aantal)
