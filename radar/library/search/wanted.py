"""What was typed, as the pieces of SQL and of MATCH that ask for it."""

from __future__ import annotations

from radar.library.search.conditions import Condition, Holds, Keys, Lacks, Sql
from radar.papers.bases import Value
from radar.papers.text.patterns import pattern

LAST_KEY = 1 << 62
"""No paper has so high a key."""
EVERY_KEY = Keys(0, LAST_KEY)
_HARDLY_BEGUN = pattern(r'(?:\w+ : )?"[^" ]{1,2}" \*')


class OpenPhrase(Value):
    """A phrase whose last word is only begun."""

    asked: str
    """The MATCH expression of it, as it stands in that of all that is wanted."""
    column: str
    """Of the index; empty for all of them."""
    before: tuple[str, ...]
    """The words that are complete, in ASCII."""
    last: str
    places: int
    """How often papers hold a word that begins as the last one does."""


class Wanted(Value):
    """What was typed, ready for a question: everything in it must hold."""

    exact: str = ""
    """MATCH expression, empty where the index is not asked."""
    quick: str = ""
    """The same for a bounded look, with the last word as its most frequent completions where its prefix
    would take long; empty where `near` stands for all of it."""
    near: tuple[Sql, ...] = ()
    """Conditions on a row that stand for words in a bounded look which `quick` leaves out."""
    keys: Keys = EVERY_KEY
    flags: tuple[str, ...] = ()
    parts: tuple[Condition, ...] = ()
    """Everything else."""
    unfinished: tuple[str, str] | None = None
    """The one word whose ending is open, and the rest of `exact`."""
    unwanted: str = ""
    """MATCH expression of what papers must not hold and a bounded look knows only the most frequent of."""
    without: tuple[Lacks | Holds, ...] = ()
    """The papers that are left out of `rest`, which says the same as `exact`; empty where nothing does."""
    rest: str = ""
    """MATCH expression, empty where nothing else is asked of the index."""
    phrase: OpenPhrase | None = None
    """The one phrase whose last word is only begun, where every paper must hold it."""

    @property
    def found(self) -> str:
        """What the index is asked for exactly; empty where every paper in it may pass, or it is not asked."""
        return self.rest if self.without else self.exact

    @property
    def hardly_begun(self) -> bool:
        """Whether all that is asked for are one or two letters that many words begin with."""
        return self.exact != self.quick and _HARDLY_BEGUN.fullmatch(self.exact) is not None

    @property
    def bounded(self) -> bool:
        """Whether the keys are limited."""
        return self.keys != EVERY_KEY
