r"""Mathematics between `\(` and `\)`, which the rules read as if it stood between dollar signs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from radar.abstracts.vocabulary.patterns import pattern
from radar.papers.bases import replace
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Flags

_MATH = pattern(r"(?<!\\)\\\(([^$]{1,300}?)(?<!\\)\\\)")


def with_dollars(text: str) -> tuple[str, list[int]]:
    """Return a text with dollar signs in those places, and where they stand in it."""
    parts: list[str] = []
    dollars: list[int] = []
    end = 0
    for found in _MATH.finditer(text) if "\\(" in text else ():
        opens = found.start() - len(dollars)
        dollars += (opens, opens + 1 + len(found[1]))
        parts += (text[end : found.start()], f"${found[1]}$")
        end = found.end()
    return "".join((*parts, text[end:])), dollars


def as_written(flags: Flags, dollars: Sequence[int]) -> Flags:
    """Return flags whose evidence counts as in the text before dollar signs were put in there."""
    if not dollars:
        return flags

    def moved(one: Evidence | None) -> Evidence | None:
        return one and _moved(one, dollars)

    code, data, results = flags.code, flags.data, flags.results
    return replace(
        flags,
        code=replace(code, evidence=moved(code.evidence)),
        data=replace(data, evidence=moved(data.evidence)),
        results=replace(
            results,
            evidence=tuple(_moved(one, dollars) for one in results.evidence),
            state_of_the_art_evidence=moved(results.state_of_the_art_evidence),
        ),
    )


def _moved(one: Evidence, dollars: Sequence[int]) -> Evidence:
    if one.field is not TextField.ABSTRACT:
        return one
    start, end = (place + bisect_left(dollars, place) for place in (one.start, one.end))
    return Evidence(one.field, start, end)
