"""Conditions joined so that the index of words is asked once and not for each word."""

from __future__ import annotations

from collections.abc import Sequence

from radar.library.records.rows import in_json
from radar.library.search.conditions import (
    Any,
    Condition,
    Every,
    Holds,
    Keys,
    Lacks,
    Match,
    Members,
    Negated,
    Nothing,
    Sql,
)


def all_of(parts: Sequence[Condition], *, lacking_apart: bool = False) -> Condition | None:
    """Return the papers that every condition lets pass, with those for the index of words as one.

    Args:
        lacking_apart: whether a beginning that no word may have stays a condition of its own where the papers
            that lack it are known: the index would gather all words that begin so.
    """
    flat = [one for part in parts for one in (part.parts if isinstance(part, Every) else (part,))]
    wanted = [part for part in flat if isinstance(part, Match)]
    unwanted = [part.part for part in flat if isinstance(part, Negated) and isinstance(part.part, Match)]
    rest: list[Condition] = [
        part
        for part in flat
        if not (isinstance(part, Match) or (isinstance(part, Negated) and isinstance(part.part, Match)))
    ]
    if lacking_apart:
        lacking = [part for part in unwanted if part.lacking]
        unwanted = [part for part in unwanted if part not in lacking]
        rest += [Negated(part) for part in lacking]
    # The index leaves nothing out of what it is not asked for.
    apart = not any(part.quick for part in wanted)
    if wanted:
        rest.insert(0, _joined_match(wanted, () if apart else unwanted))
    if apart:
        rest += [Negated(part) for part in unwanted]
    if not rest:
        return None
    return rest[0] if len(rest) == 1 else Every(tuple(rest))


def _joined_match(wanted: Sequence[Match], unwanted: Sequence[Match]) -> Match:
    exact = " AND ".join(part.exact for part in wanted)
    quick = " AND ".join(part.quick for part in wanted if part.quick)
    near = tuple(near for part in wanted for near in part.near)
    loose = " AND ".join(part.by_itself for part in wanted) if near else ""
    without = tuple(one for part in wanted for one in part.without)
    rest = " AND ".join(part.found for part in wanted if part.found) if without else ""
    if unwanted:
        others = " OR ".join(part.by_itself for part in unwanted)
        exact = f"({exact}) NOT ({' OR '.join(part.exact for part in unwanted)})"
        quick, loose = (match and f"({match}) NOT ({others})" for match in (quick, loose))
        if without:
            without += (Holds(" OR ".join(f"({part.exact})" for part in unwanted)),)
    return Match(exact, quick, near, loose, without, rest)


def either_of(parts: Sequence[Condition]) -> Condition | None:
    """Return the papers that any condition lets pass, with those for the index of words as one."""
    parts = [part for part in parts if not isinstance(part, Nothing)] or parts[:1]
    matches = [part for part in parts if isinstance(part, Match)]
    single = [part for part in parts if isinstance(part, Keys) and part.end == part.first + 1]
    rest: list[Condition] = [part for part in parts if not isinstance(part, Match) and part not in single]
    if single:
        # A set is taken as it is; of ranges beside OR, all papers would be looked at for each.
        papers = Sql("SELECT value AS id FROM json_each(?)", (in_json(part.first for part in single),))
        rest.insert(0, Members(papers))
    if matches:
        exact = " OR ".join(f"({part.exact})" for part in matches)
        quick = " OR ".join(f"({part.by_itself})" for part in matches)
        either = Match(f"({exact})", f"({quick})", without=_without_all(matches))
        rest.insert(0, either if len(matches) > 1 else matches[0])
    if not rest:
        return None
    return rest[0] if len(rest) == 1 else Any(tuple(rest))


def _without_all(matches: Sequence[Match]) -> tuple[Lacks, ...]:
    """Return the papers that none lets pass, where one does so with all but those that lack a beginning.

    Those are few, so that the words of the others are looked for among few papers.
    """
    lacking = {match: lacks for match in matches if (lacks := _nothing_but_lacking(match)) is not None}
    if not lacking:
        return ()
    but = [one.but for one in lacking.values() if one.but]
    but += [match.exact for match in matches if match not in lacking]
    every = " AND ".join(f"({one.match})" for one in lacking.values())
    return (Lacks(every, " OR ".join(f"({one})" for one in but)),)


def _nothing_but_lacking(match: Match) -> Lacks | None:
    """Return the papers that lack what is asked for, where nothing else is asked and one set tells them."""
    if match.rest or not match.without:
        return None
    lacks = [one for one in match.without if isinstance(one, Lacks)]
    if len(lacks) < len(match.without):
        return None
    if len(lacks) == 1:
        return lacks[0]
    return None if any(one.but for one in lacks) else Lacks(" OR ".join(one.match for one in lacks))
