"""How the sources of a reader stand, as it reads under the list of jobs; pure, knows no widget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from radar.papers.text.safe_text import clean
from radar.pipeline.source_standing import SourceStanding
from radar.tui.lines.cells import cell_len
from radar.tui.lines.wrapping import wrap

_INDENT, _GAP = "  ", "  "
_BELOW = _INDENT * 2
_QUIET = "$foreground-muted"
_FAILED = "bold $text-error"


def sources_text(sources: Sequence[SourceStanding], width: int) -> Content:
    """Return the sources below each other in lines of so many cells; nothing where there are none.

    What failed says so in words too, not by its colour alone.
    """
    if not sources:
        return Content()
    lines = [Content.styled("Sources", "bold $text-accent"), Content(" ")]
    for source in sources:
        lines += _lines(source, max(20, width))
    return Content("\n").join(lines)


def _lines(source: SourceStanding, width: int) -> Iterator[Content]:
    head, *more = source.lines
    style = _FAILED if source.failed else _QUIET
    name, label, room = clean(source.name), clean(source.label), width - len(_BELOW)
    beside = f"{_GAP}{label}" if label else ""
    if cell_len(f"{_INDENT}{name}{_GAP}{head}{beside}") <= width:
        yield Content.assemble(_INDENT, (name, "bold"), (f"{_GAP}{head}", style), (beside, _QUIET))
    else:
        for start, end in wrap(name, width - len(_INDENT)):
            yield Content.assemble(_INDENT, (name[start:end], "bold"))
        yield from _below(label, _QUIET, room)
        yield from _below(head, style, room)
    for line in more:
        yield from _below(clean(line), _QUIET, room)


def _below(line: str, style: str, room: int) -> Iterator[Content]:
    for start, end in wrap(line, room) if line else ():
        yield Content(_BELOW) + Content.styled(line[start:end], style)
