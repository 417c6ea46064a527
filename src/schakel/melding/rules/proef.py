# SPDX-License-Identifier: EUPL-1.2
"""What a flood of meldingen is held back with, in place of tracking who sends them. Pure.

A machine works (find a number that makes a hash begin with zero bits); a person without script does a sum.
"""

import hashlib
import re
from dataclasses import dataclass

CIJFERS = re.compile(r"\s*([0-9]{1,4})\s*")


@dataclass
class Emmer:
    """A token bucket for everybody together, in the memory of one process. `per_minuut` refills, up to `vol`."""

    vol: float
    per_minuut: float
    stand: float
    op: float

    def neem(self, nu: float) -> bool:
        """Take a token at `nu` (seconds); False when there is none."""
        self.stand = min(self.vol, self.stand + max(0.0, nu - self.op) / 60 * self.per_minuut)
        self.op = max(self.op, nu)
        if self.stand < 1:
            return False
        self.stand -= 1
        return True


def opgelost(zout: str, oplossing: str, bits: int) -> bool:
    """Does SHA-256 of `zout:oplossing` begin with so many zero bits? One in 2**bits does."""
    if not 0 < len(oplossing) <= 40:
        return False
    som = hashlib.sha256(f"{zout}:{oplossing}".encode()).digest()
    return int.from_bytes(som) >> (256 - bits) == 0


def goed_gerekend(a: int, b: int, antwoord: str) -> bool:
    """Is this the sum? Digits of any script are read."""
    cijfers = "".join(str(int(c)) if c.isdecimal() else c for c in antwoord)
    return (m := CIJFERS.fullmatch(cijfers)) is not None and int(m[1]) == a + b
