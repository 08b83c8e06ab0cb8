"""Which version of a paper a JSON object describes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from radar.sources.texts.dates import day_of

_VERSION = re.compile(r"v?([1-9]\d{0,3})", re.ASCII)
_VERSIONED = re.compile(r"(?:\d{4}\.\d{4,5}|/\d{7})v([1-9]\d{0,3})(?:\.pdf)?/?\s*$", re.ASCII)
"""How an id of arXiv, or a link to it, ends that names a version."""


def version_in(value: object) -> int:
    """Return the version that a field gives, as 2, "2" or "v2"; 0 where it gives none."""
    found = _VERSION.fullmatch(str(value))
    return int(found[1]) if found else 0


def version_named(ids: Iterable[object]) -> int:
    """Return the version that the first of some ids or links of arXiv names; 0 where none names one."""
    named = (_VERSIONED.search(text) for text in ids if isinstance(text, str))
    return next((int(found[1]) for found in named if found), 0)


def day_of_first(versions: object) -> date | None:
    """Return when the first of the versions came out that arXiv's metadata lists."""
    first = versions[0] if isinstance(versions, list) and versions else None
    created = first.get("created") if isinstance(first, dict) else None
    return day_of(created) if isinstance(created, str) else None
