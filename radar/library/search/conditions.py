"""Conditions on papers as SQL, each in two forms: exactly, and within a bound of work.

A condition is put to a row `p` of papers, or to a key alone where it says nothing of flags or texts. In the
bounded form a set is asked for one paper at a time, and the index of words only for a window of keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import UnionType

from radar import library
from radar.library.records import bits
from radar.papers.bases import Value

STARRED = f"(p.flags & {bits.STARRED}) != 0"
SOTA = f"(p.flags & {bits.STATE_OF_THE_ART}) != 0"
DATA = f"(p.flags & {bits.DATA_RELEASED}) != 0"
CODE = f"(p.flags & {bits.CODE_RELEASED | bits.CODE_PROMISED}) != 0"
RELEASED = f"(p.flags & {bits.CODE_RELEASED}) != 0"
CLAIMED = f"(p.flags & {bits.QUANTIFIED | bits.QUALITATIVE}) != 0"
QUANTIFIED = f"(p.flags & {bits.QUANTIFIED}) != 0"
DISPUTED = f"(p.flags & {bits.DISPUTED}) != 0"
UPDATED = f"(p.flags & {bits.UPDATED}) != 0"
UNREAD = f"(p.flags & {bits.READ}) = 0"


class Sql(Value):
    """A piece of SQL and the values that are bound in it, in order."""

    text: str
    values: tuple[object, ...] = ()


_ANY_KEY = Sql("")


class Window(Value):
    """Which keys the index of words is asked for in the bounded form."""

    keys: Sql
    """A condition on `rowid`."""
    match: str = ""
    """What else must match there, so that there are few."""
    near: bool = True
    """Whether what is near may stand for a set."""


class Lacks(Value):
    """Papers that lack common beginnings of words, and are left out for it."""

    match: str
    """What leads to them in the table of those."""
    but: str = ""
    """MATCH expression of what is as good: papers with it are not left out."""


class Holds(Value):
    """Papers that hold unwanted words."""

    match: str


class Match(Value):
    """Words, phrases and columns as the index takes them."""

    exact: str
    quick: str
    """The same, with an unfinished word as its most frequent completions where its prefix would take long;
    empty where only `near` stands for it."""
    near: tuple[Sql, ...] = ()
    """Conditions on a row that stand for what `quick` leaves out."""
    loose: str = ""
    """What stands for `exact` where no condition on a row can be put beside it; empty where `quick` does."""
    without: tuple[Lacks | Holds, ...] = ()
    """The papers that are left out of `rest`, which says the same as `exact` and takes less; empty where
    nothing does."""
    rest: str = ""
    """Empty where nothing else is asked for than not to be left out."""

    @property
    def by_itself(self) -> str:
        """What a bounded look asks the index for where it asks for nothing else."""
        return self.loose or self.quick or self.exact

    @property
    def lacking(self) -> str:
        """What leads to all that do not match in the table of what papers lack; empty where nothing does."""
        lacks = [one for one in self.without if isinstance(one, Lacks) and not one.but]
        told = not self.rest and len(lacks) == len(self.without)
        return " OR ".join(f"({one.match})" for one in lacks) if told else ""

    @property
    def found(self) -> str:
        """What the index is asked for exactly; empty where every paper in it may pass."""
        return self.rest if self.without else self.exact


class Flag(Value):
    """A condition on the flags."""

    text: str


class Keys(Value):
    """A range of keys, the end not in it."""

    first: int
    end: int


class Members(Value):
    """A set of papers."""

    select: Sql
    """Gives `id`."""
    probe: Sql | None = None
    """Gives a row where the paper `{key}` is in it; without one, `near` stands for the set."""
    near: Sql | None = None
    """Gives some thousand of them."""
    own: Sql | None = None
    """Holds for a row `q` of papers that is in it by what stands there: most that `near` leaves out."""
    stream: bool = False
    """Whether `select` gives its keys in order at no cost."""
    ordered: bool = False
    """Whether `select` gives its keys in order and each once, though it may look at many others for that."""
    most: Sql | None = None
    """Papers among which they are, which are counted in their place where these are not told at once."""
    few: Sql | None = None
    """The same in whatever order, where that looks at no others; None where `select` does not either."""
    failing: Sql | None = None
    """The papers that are not in it, if those are so few that they are better taken from all others."""
    recent: bool = False
    """Whether older papers, of which there are many times as many, are not in it."""


class Text(Value):
    """A pattern for LIKE that at least one of these columns matches."""

    columns: tuple[str, ...]
    pattern: str


class Signed(Value):
    """A word that stands in at least one of these columns with the signs at its end."""

    columns: tuple[str, ...]
    word: str
    match: str
    """MATCH expression that leads to all papers where it may stand: the index knows no signs."""


class Nothing(Value):
    """No paper."""


class Negated(Value):
    """Papers that a condition does not let pass."""

    part: Condition


class Every(Value):
    """All conditions must hold."""

    parts: tuple[Condition, ...]


class Any(Value):
    """One of the conditions must hold."""

    parts: tuple[Condition, ...]


Condition = Match | Flag | Keys | Members | Text | Signed | Nothing | Negated | Every | Any


def sql_of(condition: Condition, key: str = "p.id", window: Window | None = None) -> Sql:
    """Return a condition as SQL.

    Args:
        key: the column that holds the key.
        window: where the bounded form looks; None for the exact one.
    """
    match condition:
        case Match():
            return _match(condition, key, window)
        case Flag(text):
            return Sql(text)
        case Keys(first, end):
            return Sql(f"({key} >= ? AND {key} < ?)", (first, end))
        case Members():
            return _members(condition, key, window)
        case Text() if window is None and (papers := noted(condition)):
            return Sql(f"{key} IN ({papers.text})", papers.values)
        case Text(columns, pattern):
            tests = " OR ".join(f"p.{column} LIKE ? ESCAPE '\\'" for column in columns)
            return Sql(f"({tests})", (pattern,) * len(columns))
        case Signed():
            return _signed(condition, key, window)
        case Nothing():
            # Not a constant, which would leave an index that was named without a use.
            return Sql(f"{key} < 0")
        case Negated(part):
            return _negated(part, key, window)
        case Every(parts):
            return joined([sql_of(part, key, window) for part in parts], " AND ")
        case Any(parts):
            return joined([sql_of(part, key, window) for part in parts], " OR ")


def _negated(part: Condition, key: str, window: Window | None) -> Sql:
    match part:
        case Match() if window is not None and part.lacking:
            # A paper that waits for the index holds no word.
            lacks = f"{key} IN (SELECT rowid FROM {{}} WHERE {{}} MATCH ? AND {window.keys.text})"
            table = library.beginnings.TABLE
            waits = f"{key} IN (SELECT id FROM unindexed)"
            return Sql(f"({lacks.format(table, table)} OR {waits})", (part.lacking, *window.keys.values))
        case Members(own=Sql() as own) if window is not None:
            near = _members(part, key, window)
            row = f"EXISTS (SELECT 1 FROM papers q WHERE q.id = {key} AND ({own.text}))"
            return Sql(f"NOT ({near.text} OR {row})", (*near.values, *own.values))
        case _:
            inner = sql_of(part, key, window)
            return Sql(f"NOT {inner.text}", inner.values)


def noted(condition: Condition) -> Sql | None:
    """Return the papers `c` whose comment or venue matches a pattern for LIKE, by falling keys and from an
    index that holds those: it may end in further conditions. None for any other condition."""
    match condition:
        case Text(("comment" | "venue" as column,), pattern):
            text = f"c.{column} != '' AND c.{column} LIKE ? ESCAPE '\\'"
            return Sql(f"SELECT c.id AS id FROM papers c INDEXED BY i_{column} WHERE {text}", (pattern,))
        case _:
            return None


def left_out(papers: Sequence[Lacks | Holds], keys: Sql = _ANY_KEY, direction: str = "DESC") -> list[Sql]:
    """Return sets of papers that are left out.

    Args:
        keys: a further condition on `{table}.rowid`.
        direction: in which the keys come that are told by two sets; the others come in either.
    """
    lacking = [one.match for one in papers if isinstance(one, Lacks) and not one.but]
    found = [_led_to(library.beginnings.TABLE, " OR ".join(lacking), keys)] if lacking else []
    for one in papers:
        if isinstance(one, Holds):
            found.append(_led_to("search", one.match, keys))
        elif one.but:
            lacks, but = _led_to(library.beginnings.TABLE, one.match, keys), _led_to("search", one.but, keys)
            both = f"{lacks.text} EXCEPT {but.text} ORDER BY id {direction}"
            found.append(Sql(f"SELECT id FROM ({both})", (*lacks.values, *but.values)))
    return found


def known_to_index(key: str) -> Sql:
    """Return what keeps out papers that the index does not know.

    Nearly always there are none, which is then asked once and not for each paper.
    """
    return Sql(f"NOT (EXISTS (SELECT 1 FROM unindexed) AND {key} IN (SELECT id FROM unindexed))")


def _led_to(table: str, match: str, keys: Sql) -> Sql:
    further = keys.text.format(table=table)
    return Sql(f"SELECT rowid AS id FROM {table} WHERE {table} MATCH ?{further}", (match, *keys.values))


def joined(pieces: Sequence[Sql], between: str) -> Sql:
    """Return pieces of SQL side by side, in parentheses."""
    text = between.join(piece.text for piece in pieces)
    return Sql(f"({text})", tuple(value for piece in pieces for value in piece.values))


def asks_words(condition: Condition) -> bool:
    """Return whether a condition asks the index of words or reads texts."""
    return reads_texts(condition) or _any_is(condition, Match)


def reads_texts(condition: Condition) -> bool:
    """Return whether a condition reads the wide rows."""
    return _any_is(condition, Text | Signed)


def looks_at_rows(condition: Condition) -> bool:
    """Return whether the bounded form of a condition looks at the row of each paper."""
    match condition:
        case Negated(Members(own=Sql())):
            return True
        case Negated(part):
            return looks_at_rows(part)
        case Every(parts) | Any(parts):
            return any(map(looks_at_rows, parts))
        case _:
            return False


def guessed(condition: Condition) -> bool:
    """Return whether a bounded look knows only the most frequent endings of a word that is asked for."""
    match condition:
        case Match():
            return condition.by_itself != condition.exact
        case Negated(Match() as match) if match.lacking:
            return False
        case Negated(part):
            return guessed(part)
        case Every(parts) | Any(parts):
            return any(map(guessed, parts))
        case _:
            return False


def unwanted_words(conditions: Iterable[Condition]) -> tuple[Match, ...]:
    """Return what those conditions let pass nowhere that are nothing but words turned round."""
    turned = (condition.part for condition in conditions if isinstance(condition, Negated))
    return tuple(part for part in turned if isinstance(part, Match))


def needs_row(condition: Condition) -> bool:
    """Return whether the exact form of a condition needs more of a paper than its key."""
    return _any_is(condition, Text | Flag)


def _any_is(condition: Condition, kind: type | UnionType) -> bool:
    if isinstance(condition, Negated):
        return _any_is(condition.part, kind)
    if isinstance(condition, Every | Any):
        return any(_any_is(part, kind) for part in condition.parts)
    return isinstance(condition, kind)


def _match(condition: Match, key: str, window: Window | None) -> Sql:
    if window is None:
        return _exact_match(condition, key)
    match = f"({window.match}) AND ({condition.by_itself})" if window.match else condition.by_itself
    return Sql(
        f"{key} IN (SELECT rowid FROM search WHERE search MATCH ? AND {window.keys.text})",
        (match, *window.keys.values),
    )


def _signed(condition: Signed, key: str, window: Window | None) -> Sql:
    columns, word = condition.columns, condition.word
    if window is not None:
        return library.row_texts.written("p", columns, word)
    texts = library.row_texts.written("t", columns, word)
    found = "SELECT rowid FROM search WHERE search MATCH ?"
    signs = f"SELECT id FROM papers INDEXED BY i_signed WHERE {library.row_texts.SIGNS_STAND}"
    both = f"SELECT id FROM ({signs} INTERSECT {found} ORDER BY id DESC)"
    read = f"SELECT t.id FROM papers t NOT INDEXED WHERE t.id IN ({both}) AND {texts.text}"
    return Sql(f"{key} IN ({read})", (condition.match, *texts.values))


def _exact_match(condition: Match, key: str) -> Sql:
    if condition.found:
        pieces = [Sql(f"{key} IN (SELECT rowid FROM search WHERE search MATCH ?)", (condition.found,))]
    else:
        pieces = [known_to_index(key)]
    pieces += [Sql(f"{key} NOT IN ({one.text})", one.values) for one in left_out(condition.without)]
    return joined(pieces, " AND ")


def _members(condition: Members, key: str, window: Window | None) -> Sql:
    if window is None:
        return Sql(f"{key} IN ({condition.select.text})", condition.select.values)
    if condition.probe is not None:
        return Sql(f"EXISTS ({condition.probe.text.format(key=key)})", condition.probe.values)
    chosen = (condition.near if window.near else None) or condition.select
    return Sql(f"{key} IN ({chosen.text})", chosen.values)
