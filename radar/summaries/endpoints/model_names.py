"""Whether the name that an endpoint answers under is that of the model asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

_EDITION = re.compile(
    r"(?:[-@:](?:\d{4}-\d\d(?:-\d\d)?|\d\d-\d\d(?:\d\d)?|\d{3,8}|v\d+(?:[.:]\d+)*|latest))*", re.ASCII
)
"""What may follow the name of the same model: dates and versions. One or two digits alone make another model
of it ("claude-sonnet-4", "claude-sonnet-4-5"), and so does any other word ("gpt-4o", "gpt-4o-mini")."""
_NEWEST = re.compile("[-:]latest$")


def is_same_model(asked: str, answering: str) -> bool:
    """Return whether a name is that of the model asked for, perhaps dated and without its folders or with."""
    wanted, got = _NEWEST.sub("", asked.casefold()), answering.casefold()
    return any(_goes_on(got, name) for name in _shortened(wanted)) or any(
        _goes_on(name, wanted) for name in _shortened(got)
    )


def _goes_on(name: str, beginning: str) -> bool:
    return name.startswith(beginning) and _EDITION.fullmatch(name, len(beginning)) is not None


def _shortened(name: str) -> Iterator[str]:
    """Yield a name whole, and without one folder after the other: "models/small", "small"."""
    while name:
        yield name
        name = name.partition("/")[2]
