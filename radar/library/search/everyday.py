"""Everyday words, which the best match does not go by where there are others.

bm25 of FTS5 gives a word that more than half of the papers hold a weight of one millionth, yet it counts all
its papers, and all its places in each hit, to come to that (https://www.sqlite.org/fts5.html, the bm25
function). So do the many endings of an unfinished word of a few letters. They choose the hits, but the hits
are put in order by the other words.
"""

from __future__ import annotations

import re

from radar.library.database.connection import Database
from radar.library.index.completions import LAST
from radar.library.records.rows import in_json, papers_counted
from radar.papers.text.patterns import pattern

_AND = " AND "
_PREFIX = pattern(r'"([^" ]+)" \*')
_WORDS = pattern(r'\(?"[^" ]+"(?: OR "[^" ]+")*\)?')
_ENDINGS = pattern(r'\("([^"]+) [^" ]+"(?: OR "\1 [^" ]+")+\)')


def without_everyday_words(database: Database, match: str) -> str:
    """Return the parts of a MATCH expression that its hits are put in order by; all where there is no other.

    Left out are parts that must occur and are a word, one of several words, or the beginning of a word, if
    more than half of the papers hold them. An expression with OR or NOT on its outermost level is returned as
    it is.
    """
    parts = _parts(match)
    if len(parts) < 2:
        return match
    papers = papers_counted(database)
    return _AND.join(part for part in parts if _held_by(database, part) * 2 <= papers) or match


def without_endings(match: str) -> str:
    """Return a MATCH expression that finds all that another does, and has no phrases with many last words.

    To tell how much each weighs, it would be looked for in all papers. One with NOT is returned as it is.
    """
    return match if " NOT " in match else _ENDINGS.sub(r'"\1"', match)


def _held_by(database: Database, part: str) -> int:
    """Return how often papers hold what a part asks for, at most; 0 for a part of another kind."""
    if prefix := _PREFIX.fullmatch(part):
        between = "SELECT sum(docs) FROM terms WHERE term >= ? AND term < ?"
        return int(database.value(between, (prefix.group(1), prefix.group(1) + LAST)) or 0)
    if not _WORDS.fullmatch(part):
        return 0
    words = re.findall(r'"([^"]+)"', part)
    among = "SELECT sum(docs) FROM json_each(?) CROSS JOIN terms ON term = value"
    return int(database.value(among, (in_json(words),)) or 0)


def _parts(match: str) -> list[str]:
    """Split at each AND outside of parentheses and quotes; in one piece where OR or NOT stand there too."""
    parts, start, depth, quoted = [], 0, 0, False
    for place, letter in enumerate(match):
        if letter == '"':
            quoted = not quoted
        elif not quoted and letter in "()":
            depth += 1 if letter == "(" else -1
        elif not quoted and not depth:
            if match.startswith((" OR ", " NOT "), place):
                return [match]
            if match.startswith(_AND, place):
                parts.append(match[start:place])
                start = place + len(_AND)
    return [*parts, match[start:]]
