"""The rows of a table by RFC 4180, and what to do where a quote is not closed.

Such a quote swallows the rows behind it up to the next quote or to the end of the file. A quoted cell may as
well hold line breaks, as abstracts do. A row is taken for broken where the file, or the room that a row may
take, ends within the quote; where something other than a separator stands behind the closing quote; and
where one of the lines within it is a row of the table by itself. Then it goes back: the line of the quote is
left out and told, and reading goes on at the next line that begins a row. Where the next line opens a quote
too, and does not close it, the one quote closes the other, and the two would be read as one: each that has
all its cells is a row by itself, and one that is cut off before is left out and told.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from re import Pattern
from typing import TypeAlias

from radar.papers.bases import Mutable, Value
from radar.papers.listed.listing import NotUnderstood
from radar.sources.source import not_understood

_ROOM = 1 << 20
"""Characters of a row that spans lines."""
_ROOM_OF_A_LINE = 200
"""How much of it each line takes besides its characters."""
_LEAST_ROOM = 1 << 13
"""What is left of the room however often a quote was not closed."""
_TIMES = 4
"""How much is read again beside what is new before the room becomes less."""
LONGEST_CELL_OF_A_KIND = 300
"""How much of a cell is looked at to see whether it is what its column holds."""
_SURELY_ROWS, _MOST = 3, 0.8
"""So many lines within a row that closes as it should, and most of them, are rows themselves."""
_TO_ITS_END = "a quote is not closed in this line, which is read as a row to its end"
_UNDOUBLED = "a quote stands within a cell and is not doubled, so that its text may be cut wrongly"

_Line: TypeAlias = tuple[int, str]


class Row(Value):
    """A row, and the number of the line it begins at."""

    line: int
    cells: list[str]
    undoubled: str = ""
    """What to tell of a row that is read though its quotes are not as they should be."""


class _Lost(Mutable):
    """A line that is no row because of a quote, and how many behind it are none either."""

    line: int
    text: str
    why: str
    more: int = 0

    def told(self) -> NotUnderstood:
        lines = (
            "the line behind it is no row"
            if self.more == 1
            else f"the {self.more:,} lines behind it are no rows"
        )
        behind = f"; {lines}" if self.more else ""
        return not_understood(self.line, f"{self.why}{behind}", self.text)


class _Lines:
    """Gives a reader of tables its lines, and takes back what turns out to be no part of a row."""

    def __init__(self, lines: Iterable[_Line]) -> None:
        self._lines = iter(lines)
        self._back: deque[_Line] = deque()
        self._size = 0
        self._new = self._again = 0
        self.taken: list[_Line] = []
        """The lines of the row that is being read."""
        self.ended = False
        """Whether the row was to go on where the file or its room ended."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.taken and self._size > self._room:
            self.ended = True
            raise StopIteration
        again = bool(self._back)
        line = self._back.popleft() if again else next(self._lines, None)
        if line is None:
            self.ended = bool(self.taken)
            raise StopIteration
        self.taken.append(line)
        size = len(line[1]) + _ROOM_OF_A_LINE
        self._size += size
        if again:
            self._again += size
        else:
            self._new += size
        return line[1]

    @property
    def _room(self) -> int:
        """What a row may take: the less, the more was read again, and more with all that is new."""
        return min(_ROOM, max(_LEAST_ROOM, _ROOM + _TIMES * self._new - self._again))

    def begin(self) -> None:
        """Begin a row."""
        self.taken, self._size, self.ended = [], 0, False

    def put_back(self, *, first: bool) -> None:
        """Give the lines of the row again, its first one among them or not."""
        self._back.extendleft(reversed(self.taken if first else self.taken[1:]))


class CsvRows:
    """Reads the rows below the names of the columns.

    Args:
        lines: with their numbers, and without their ends.
        separator: what divides the cells.
        columns: how many names there are.
        kinds: what the cells of some columns look like, by the place of the column.
    """

    def __init__(
        self, lines: Iterable[_Line], separator: str, columns: int, kinds: Mapping[int, Pattern[str]]
    ) -> None:
        self._lines = _Lines((number, line + "\n") for number, line in lines)
        self._separator = separator
        self._kinds = kinds
        self._strict = csv.reader(self._lines, delimiter=separator, strict=True)
        self._loose = csv.reader(self._lines, delimiter=separator)
        self._widths = {columns}
        self._begun = False
        self._was_apart = False
        """Whether the row before had a quote that the next line would have closed."""

    def read(self) -> Iterator[Row | NotUnderstood]:
        """Yield the rows, and a report of each line that is left out; raises nothing."""
        lost: _Lost | None = None
        while True:
            row = self._next()
            if row is None:
                break
            row = self._apart(row)
            if isinstance(row, Row) and (lost is None or len(row.cells) in self._widths):
                if lost:
                    yield lost.told()
                    lost = None
                if not self._begun:
                    # Some tables have a cell more in each row than names, or one less.
                    self._begun = True
                    self._widths.add(len(row.cells))
                yield row
                continue
            self._go_back()
            number, text = self._lines.taken[0]
            if lost:
                lost.more += bool(text.strip())
            else:
                lost = _Lost(number, text, row if isinstance(row, str) else "")
        if lost:
            yield lost.told()

    def _next(self) -> Row | str | None:
        """Return the next row, why there is none, or None at the end."""
        self._lines.begin()
        try:
            cells = next(self._strict, None)
        except csv.Error:
            if self._lines.ended:
                return _NOT_CLOSED
            self._lines.put_back(first=True)
            return self._next_loosely()
        if cells is None:
            return None
        number = self._lines.taken[0][0]
        if len(self._lines.taken) > 1:
            within = self._lines.taken[1:-1] if len(cells) in self._widths else self._lines.taken[1:]
            rows = sum(self._is_row([line], sure=True) for _, line in within)
            # Of the lines of a text some may look like rows; all of many do where it swallowed them.
            by_chance = self._is_whole(cells) and rows < max(_SURELY_ROWS, _MOST * len(within))
            if rows and not by_chance:
                return _NOT_CLOSED
        return Row(number, cells)

    def _next_loosely(self) -> Row | str:
        self._lines.begin()
        try:
            cells = next(self._loose)
        except csv.Error as error:
            alone = len(self._lines.taken) == 1
            return f"not a line of the table ({error}); a quote may not be closed" if alone else _NOT_CLOSED
        (number, _), *more = self._lines.taken
        if self._lines.ended or (more and len(cells) not in self._widths):
            return _NOT_CLOSED
        behind = [line for _, line in more]
        if any(self._is_row(lines, sure=False) for lines in (behind, *([line] for line in behind))):
            return _NOT_CLOSED
        return Row(number, cells, _UNDOUBLED)

    def _apart(self, row: Row | str) -> Row | str:
        """Return the first line of what was read as a row of its own where its quote ends in the next."""
        before, self._was_apart = self._was_apart, False
        lines = [line for _, line in self._lines.taken[:2]]
        if isinstance(row, Row) and not row.undoubled:
            return _NOT_CLOSED if len(row.cells) not in self._widths and self._both_open(lines) else row
        as_one = isinstance(row, Row) and self._both_open(lines)
        if not self._is_unclosed(lines[0]):
            return _NOT_CLOSED if as_one else row
        self._was_apart = as_one or (len(lines) > 1 and self._is_unclosed(lines[1]))
        if not self._was_apart and not (before and isinstance(row, str)):
            return row
        self._go_back()
        cells = [cell.rstrip("\n") for cell in next(csv.reader(lines[:1], delimiter=self._separator))]
        return Row(self._lines.taken[0][0], cells, _TO_ITS_END)

    def _both_open(self, lines: list[str]) -> bool:
        """Say whether each of two lines opens a quote where a cell begins, and does not close it.

        The second one would have closed the first, had it stood within the quotes of a text: then its own
        first quote stands behind that text, and not where a cell begins.
        """
        if len(lines) < 2 or not all(map(self._is_open, lines)):
            return False
        before = lines[1].partition('"')[0]
        return not before or before.endswith(self._separator)

    def _is_open(self, line: str) -> bool:
        behind = iter([line, ""])
        try:
            next(csv.reader(behind, delimiter=self._separator), None)
        except csv.Error:
            return False
        return next(behind, None) is None

    def _is_unclosed(self, line: str) -> bool:
        """Say whether a line is a row with a quote that is not closed in it."""
        if line.count('"') % 2 == 0:
            return False
        try:
            cells = next(csv.reader([line], delimiter=self._separator), [])
        except csv.Error:
            return False
        told = self._told(cells)
        return len(cells) in self._widths and bool(told) and all(told)

    def _go_back(self) -> None:
        self._lines.put_back(first=False)

    def _is_row(self, lines: list[str], *, sure: bool) -> bool:
        """Return whether lines begin with a row: by its cells, and by what those of some columns hold.

        Args:
            sure: whether at least one cell has to hold what shows its column.
        """
        try:
            cells = next(csv.reader(lines, delimiter=self._separator, strict=True), [])
        except csv.Error:
            return False
        if len(cells) not in self._widths:
            return False
        told = self._told(cells)
        return all(told) and (bool(told) or not sure)

    def _is_whole(self, cells: list[str]) -> bool:
        """Return whether a row that closes as it should has the cells that the others have."""
        return len(cells) in self._widths and all(self._told(cells))

    def _told(self, cells: list[str]) -> list[bool]:
        """Return of the cells whose column shows what they hold whether they do."""
        return [
            kind.fullmatch(cells[place].strip()[:LONGEST_CELL_OF_A_KIND]) is not None
            for place, kind in self._kinds.items()
            if place < len(cells) and cells[place].strip()
        ]


_NOT_CLOSED = "a quote is not closed in this line, which is left out"
