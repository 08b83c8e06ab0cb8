"""Names of authors that are those of groups: collaborations, teams, institutes."""

from __future__ import annotations

_GROUPS = frozenset(
    """association center centre collaboration collaborations committee community consortia consortium
    contributors corporation council foundation group hospital inc. inc initiative institute investigators lab
    laboratory labs ltd ltd. network organisation organization project society team teams
    university""".split()
)
_GROUP_OPENINGS = ("Team ", "the ")
"""With a capital, The is a Vietnamese name as well."""


def is_group(name: str) -> bool:
    """Return whether a name of several words is that of a group: "Snail Team", "Moss and Friends, Inc."."""
    others = name.replace(",", " ").lower().split()[1:]
    return bool(others) and (name.startswith(_GROUP_OPENINGS) or not _GROUPS.isdisjoint(others))
