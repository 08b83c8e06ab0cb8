"""Papers as lines of a list: two a paper."""

from __future__ import annotations

from collections.abc import Iterator

from radar.abstracts.text.tex import readable_text
from radar.cli.columns import cells, padded, shortened, wrapped
from radar.cli.output import Output, Style
from radar.cli.standing_lines import (
    STANDING_LEGEND,
    standing_note,
    standing_signs,
    standing_words,
)
from radar.papers.reader.closeness import Closeness
from radar.papers.reader.query import Mark, PaperRow
from radar.papers.summaries.flags import Claim, Release
from radar.papers.text.beside_title import beside_title
from radar.papers.text.partial_dates import written
from radar.papers.text.safe_text import clean
from radar.tui.lines.glyphs import ASCII, UNICODE, Glyphs

_INDENT = 10
_LEAST = 20
"""Columns that a takeaway keeps beside what else there is to say."""


def print_legend(output: Output, before: str = "") -> None:
    """Print what the signs of a list mean, behind some words."""
    signs = _glyphs(output)
    parts = (
        f"{signs.code} code, {signs.code_promised} promised, {signs.code_guessed} the listing's guess",
        f"{signs.data} data, {signs.data_promised} promised",
        f"claims: {signs.state_of_the_art} state of the art, {signs.quantified} with a number, "
        f"{signs.qualitative} in words",
        f"{signs.starred} starred, {signs.updated} updated since you saw it",
        STANDING_LEGEND.replace("≠", signs.disputed),
        _origins(signs),
    )
    legend = signs.dot.join(parts)
    for line in wrapped(f"{before} {legend}", output.width):
        output.line(output.styled(line, Style.DIM))


def _origins(glyphs: Glyphs) -> str:
    model, trimmed, quoted = glyphs.by_model, glyphs.by_model_trimmed, glyphs.quoted
    return f"takeaway: {model} by a model, {trimmed} by a model and trimmed, {quoted} quoted"


def _glyphs(output: Output) -> Glyphs:
    return ASCII if output.plain else UNICODE


def print_row(row: PaperRow, output: Output) -> None:
    """Print a paper of a list: two lines cut to the terminal, or plain and whole when piped."""
    if output.person:
        _print_for_person(row, output)
        return
    words = flag_words(row.code, row.data, row.claim, row.state_of_the_art)
    words = ["code-guessed", *words[1:]] if row.code_guessed else words
    news = [word for word, is_so in (("updated", row.updated), ("withdrawn", row.withdrawn)) if is_so]
    flags = ",".join([*words, *standing_words(row), *news]) or "-"
    output.line(output.styled(f"{row.id}  {_day(row)}  {flags}  {readable_text(row.title)}"))
    output.line("    ", output.styled(row.takeaway or "-"))


def print_closeness(closeness: Closeness | None, output: Output) -> None:
    """Print how close a paper is to what is starred; nothing where nothing brings it near."""
    if closeness is None:
        return
    said = f"close {closeness.score:.1f}, because of: {', '.join(clean(one) for one in closeness.because)}"
    if output.person:
        said = shortened(said, max(output.width - _INDENT, _LEAST), _mark(output))
    output.line(" " * (_INDENT if output.person else 4), output.styled(said, Style.DIM))


def _print_for_person(row: PaperRow, output: Output) -> None:
    day = _day(row)
    room = max(output.width - _INDENT - cells(day) - 2, 10)
    title = padded(shortened(readable_text(row.title) or row.id, room, _mark(output)), room)
    signs = _glyphs(output)
    mark = signs.starred if Mark.STARRED in row.marks else " "
    weight = (Style.DIM,) if Mark.READ in row.marks else (Style.BOLD,)
    output.line(
        mark + (signs.updated if row.updated else " "),
        *_signs(row, output),
        "  ",
        output.styled(title, *weight),
        "  ",
        output.styled(day, Style.DIM),
    )
    _print_takeaway(row, output)


def _print_takeaway(row: PaperRow, output: Output) -> None:
    name = row.id.removeprefix("arxiv:")
    room = max(output.width - _INDENT - cells(name) - 2, 10)
    behind: list[str] = []
    for text, style in ((standing_note(row), Style.RED), (_figure(row, output), Style.YELLOW)):
        if text and room - cells(text) - 2 >= _LEAST:
            room -= cells(text) + 2
            behind.insert(0, output.styled(text, style))
    takeaway = beside_title(row.takeaway, row.takeaway_origin, row.title) or "(no abstract)"
    takeaway = padded(shortened(takeaway, room, _mark(output)), room)
    code, results = standing_signs(row, not output.plain)
    origin = _glyphs(output).origin_of(row.takeaway_origin) if row.takeaway else " "
    output.line(
        output.styled(f"  {code}   {results} {origin} ", Style.DIM),
        "  ".join((output.styled(takeaway), *behind, output.styled(name, Style.DIM))),
    )


def _figure(row: PaperRow, output: Output) -> str:
    return clean(_glyphs(output).figure(row.figure))


def _signs(row: PaperRow, output: Output) -> Iterator[str]:
    signs = _glyphs(output)
    shown = (
        (signs.code_of(row.code, row.code_guessed), Style.GREEN),
        (signs.data_of(row.data), Style.CYAN),
        (signs.claim_of(row.claim, row.state_of_the_art), Style.YELLOW),
    )
    for sign, style in shown:
        yield output.styled(sign, Style.DIM if sign == signs.none else style) + " "


def flag_words(code: Release, data: Release, claim: Claim, best: bool) -> list[str]:
    """Return the flags as words, without those that say nothing."""
    words = {Release.RELEASED: "{}", Release.PROMISED: "{}-promised", Release.NONE: ""}
    shown = [words[code].format("code"), words[data].format("data")]
    shown += ["sota" if best else "", "" if claim is Claim.NONE else claim.value]
    return [word for word in shown if word]


def _day(row: PaperRow) -> str:
    return written(row.day) if row.dated else "undated"


def _mark(output: Output) -> str:
    return "..." if output.plain else "…"
