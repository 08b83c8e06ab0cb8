"""Fields of papers that radar does not know: counted, so that nothing is left out without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from radar.papers.listed.listing import FieldsLeftOut
from radar.papers.text.safe_text import clean

MAX_NAMES = 256
"""Names that are counted; a file may use its names as values, one for each paper."""
MAX_CHARACTERS = 40
"""How much is kept of a name."""
_NOTHING: tuple[object, ...] = (None, "", [], {})


class UnknownFields:
    """Counts the papers in which an unknown field holds something."""

    def __init__(self) -> None:
        self._papers: dict[str, int] = {}
        self._shown: dict[str, str] = {}
        """The names as they are written, and as they are told."""
        self._more = False
        self.summaries = 0
        """Papers with a summary by a model, which is known and not taken."""

    def count(self, record: Mapping[str, object], known: Set[str]) -> None:
        """Count the fields of one paper that are not known."""
        names = {self._name(name) for name in record.keys() - known if record[name] not in _NOTHING}
        for name in names:
            if name in self._papers or len(self._papers) < MAX_NAMES:
                self._papers[name] = self._papers.get(name, 0) + 1
            else:
                self._more = True

    def left_out(self) -> FieldsLeftOut | None:
        """Return what was counted; None where every field was known."""
        found = FieldsLeftOut(tuple(self._papers.items()), self._more, self.summaries)
        return found if found != FieldsLeftOut() else None

    def _name(self, written: str) -> str:
        name = self._shown.get(written)
        if name is None:
            name = clean(written[: 4 * MAX_CHARACTERS]) or "one without a name"
            if len(name) > MAX_CHARACTERS:
                name = name[: MAX_CHARACTERS - 1] + "…"
            if len(self._shown) < MAX_NAMES:
                self._shown[written] = name
        return name


def own_words(fields: Mapping[str, object]) -> Iterator[FieldsLeftOut]:
    """Yield which fields hold what the reader of a reference manager has written of a paper, if any does.

    They are known, and what they hold is not taken.
    """
    if held := [name for name, value in fields.items() if value and value not in _NOTHING]:
        yield FieldsLeftOut(tuple((name, 1) for name in held))
