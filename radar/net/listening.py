"""Whether a port of this machine is open."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

from radar.net.addresses import is_loopback

_PATIENCE = 0.3
"""Seconds; a closed port of one's own machine says so at once."""


def listens(url: str) -> bool:
    """Return whether anything listens where an address of this machine leads; False for any other."""
    if not is_loopback(url):
        return False
    try:
        parts = urlsplit(url)
        port = parts.port or {"https": 443}.get(parts.scheme, 80)
        with socket.create_connection((parts.hostname or "", port), _PATIENCE):
            return True
    except (OSError, ValueError):
        return False
