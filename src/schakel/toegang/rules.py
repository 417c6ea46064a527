# SPDX-License-Identifier: EUPL-1.2
"""Rules of access, pure."""

import hashlib


def token_hash(token: str) -> bytes:
    """What is kept of a token (32 bytes): SHA-256; 256 random bits need no salt."""
    return hashlib.sha256(token.encode()).digest()
