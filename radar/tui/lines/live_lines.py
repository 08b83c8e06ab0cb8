"""The lines that tell of the library, as text; light to import, for the first page needs them."""

from __future__ import annotations

from radar.papers.text.local_time import short_minute

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

BRAND, NEW, REST = 0, 1, 2
"""Looks of the pieces of the counts."""
FOUND_GAP = "    "
"""Between the filters and the count."""
SLASH, SLASH_CELLS = "/", 3
"""The sign of the search, and how many cells it has in its line."""
SOUGHT = "titles, abstracts, people"
"""What stands in the line to search in while nothing is typed there."""
BETWEEN = "   "
"""Between the parts of a line that are told beside each other."""
_STUB = 10
"""Characters of a last part of a line below which it says nothing."""


def counts_pieces(new: int, papers: int, with_code: int, dot: str, room: int) -> tuple[tuple[int, str], ...]:
    """Return what the library holds in pieces, each behind its look, less the counts without room (cells)."""
    begin = ((BRAND, "radar"), (REST, BETWEEN), (NEW if new else REST, f"{new:,} new"))
    left = room - sum(len(text) for _, text in begin)
    rest = ""
    for more in (f"{dot}{papers:,} papers", f"{dot}{with_code:,} with code"):
        if len(rest + more) > left:
            break
        rest += more
    return (*begin, (REST, rest))


def found_text(papers: int) -> str:
    """Return the count of a list that leaves nothing out."""
    return f"{papers:,}"


def standing_text(latest: datetime | None, how: str) -> str:
    """Return the line shown while nothing else is said, from the last addition (aware) and who summarises."""
    if latest is None:
        return how
    return f"last addition {short_minute(latest)}{BETWEEN}{how}"


def without_stub(line: str, width: int) -> str:
    """Return the line without its last part, where the width would leave hardly anything of that."""
    head, gap, _ = line.rpartition(BETWEEN)
    return head if gap and len(line) > width and width - len(head + gap) < _STUB else line
