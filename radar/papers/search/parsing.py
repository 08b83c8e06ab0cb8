"""Typed text as a tree; never raises, whatever the text.

    all     = either either ...                  all must hold
    either  = operand OR operand OR ...          OR binds the two beside it, closer than the space
    operand = -operand | NOT operand (no second NOT) | ( all ) | field:value | "a phrase" | word
    value   = "words, \\" and \\\\" | word

AND between parts is taken as the space it stands for. What looks like a field and is none is text, but a
mistake as well where more papers pass by it: behind a minus or NOT, and beside OR. An `all` of several ids
and nothing else means each of those papers: no paper has them all.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from radar.papers.bases import replace
from radar.papers.listed.identity import acl_id, arxiv_id, doi_id
from radar.papers.search.fields import (
    LIKE_A_FIELD,
    NAMES,
    STATES,
    WITH_MINUS,
    FieldValue,
    close_to,
    meaning,
    swapped_in,
    words,
)
from radar.papers.search.nodes import All, Column, Either, Mistake, Named, Node, Not, Part, Search, Words
from radar.papers.search.spellings import spelled
from radar.papers.text.patterns import pattern

LONGEST = 1_000
"""Characters that are looked at."""
MOST = 32
"""Words, phrases and fields that are looked at."""
DEEPEST = 8
"""Parentheses inside each other."""
NOTHING_TO_LOOK_FOR = "there is no letter or digit to look for"
_QUOTES = {'"': '"', "“": '”', "„": "“”", "«": "»"}  # fmt: skip
_BEGINNINGS = frozenset('-(*"“„«')
"""What a search may begin with before there is a letter in it."""
_FIELD = pattern(r"(?P<name>[A-Za-z]+):")
_MINUS = pattern(r"-(?=[^\s-])")
_SPACES = pattern(r"\s*")
_WORD = pattern(r"\S+")
_STAR_BEFORE = pattern(r"\*(?=[^\W\d_])")
_OF_WORDS = frozenset(column.value for column in Column)
_ESCAPING = pattern(r'"(?P<inside>(?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPED = pattern(r'\\(["\\])')
_OR, _AND = "OR", "AND"
_SCHEMES = frozenset({"arxiv", "acl", "doi"})
"""How an id begins that may not be typed to its end."""
_NOT = pattern(r"NOT(?=[\s)]|$)")
_REST = "ask for the rest by itself"
_OR_HELP = "OR stands between two parts: cat OR dog"
_GROUP_HELP = "parentheses stand around parts: (cat OR dog) mouse"
_STAR_HELP = "gener* finds words that begin so; in quotes a * is a sign like others"
_MINUS_HELP = "- stands before what is not to be there: -survey"
_NOT_HELP = "NOT stands before what is not to be there: NOT survey"


@lru_cache(maxsize=64)
def parse(text: str, today: date) -> Search:
    """Return what a text means.

    Args:
        today: what days like `7d` count from.
    """
    return _Parser(text, today).search()


class _Parser:
    def __init__(self, text: str, today: date) -> None:
        # What a shell or terminal hands on may hold halves of characters.
        self._text = text[:LONGEST].encode(errors="replace").decode()
        self._worded = any(letter.isalnum() for letter in self._text)
        """Whether there is anything to look for; of nothing but signs no more than that is told."""
        self._today = today
        self._at = 0
        self._depth = 0
        self._taken = 0
        self._mistakes: list[Mistake] = []
        self._like_fields: list[FieldValue] = []
        """What looks like a field and is text, where no mistake so far."""
        if len(text) > LONGEST:
            self._mistake(LONGEST, len(text), f"only the first {LONGEST:,} characters are searched", _REST)

    def search(self) -> Search:
        """Read the whole text."""
        parts = tuple(self._all(""))
        if not parts and not self._mistakes and set(self._text.strip()) - _BEGINNINGS:
            lack = f"there is nothing but {_AND} to look for" if _AND in self._text else NOTHING_TO_LOOK_FOR
            self._mistake(0, len(self._text), lack)
        return Search(parts, tuple(sorted(self._mistakes, key=lambda one: (one.unfinished, one.start))))

    def _all(self, field: str) -> list[Part]:
        """Read parts up to the end, or to the parenthesis that closes this group."""
        parts: list[Part] = []
        while not self._ends():
            start = self._at
            if operator := self._operator():
                if operator == _OR:
                    self._mistake(start, self._at, f"nothing stands before {operator}", _OR_HELP)
                continue
            options = self._options(field)
            if len(options) == 1:
                parts.append(Part(start, self._at, options[0]))
            elif options:
                parts.append(Part(start, self._at, Either(tuple(options))))
        return _these(parts)

    def _options(self, field: str) -> list[Node]:
        """Read an operand, and those that OR adds to it."""
        like_fields = len(self._like_fields)
        found = [self._operand(field)]
        end = self._at
        while not self._ends():
            start = self._at
            operator = self._operator()
            if operator != _OR:
                self._at = start
                break
            stop = self._at
            if self._ends():
                unfinished = self._at >= len(self._text)
                self._mistake(start, stop, f"nothing follows {operator}", _OR_HELP, unfinished=unfinished)
                return [node for node in found if node is not None]
            behind = self._at
            again = self._operator() == _OR
            self._at = behind
            if again:
                self._mistake(start, stop, f"nothing stands between two {operator}", _OR_HELP)
                continue
            found.append(self._operand(field))
            end = self._at
        self._at = end
        if len(found) > 1:
            self._refuse_like_fields(like_fields)
        return [node for node in found if node is not None]

    def _operand(self, field: str) -> Node | None:
        text, start = self._text, self._at
        if self._taken >= MOST:
            self._at = len(text)
            self._mistake(start, self._at, f"only the first {MOST} parts are searched", _REST)
            return None
        if _MINUS.match(text, start):
            self._at += 1
            return self._without(field)
        if _NOT.match(text, start):
            return self._behind_not(field)
        if text[start] == "(" and self._depth < DEEPEST:
            return self._group(field)
        self._taken += 1
        name = _FIELD.match(text, start)
        known = NAMES.get(name["name"].lower()) if name else None
        if name and known:
            return self._field(known, name.end(), start)
        value = self._value(start, start)
        if name and not value.quoted and value.text[len(name.group()) :] and (near := close_to(name["name"])):
            self._mistake(start, value.end, f"{name.group()} is no field", f"did you mean {near}:?")
            return None
        if field:
            return self._meant(field, value)
        if name and _STAR_BEFORE.search(value.text) and (state := _state_called(name["name"].lower())):
            self._mistake(start, value.end, f"{name.group()} is no field", f"did you mean {state}?")
            return None
        self._look_for_star(value)
        if value.text == "-" and not value.quoted and self._worded and not self._text[value.end :].strip():
            self._mistake(start, value.end, "nothing follows -", _MINUS_HELP, unfinished=value.last)
        node = _bare(value)
        if LIKE_A_FIELD.match(value.text) and not (value.quoted or isinstance(node, Named)):
            self._like_fields.append(value)
        return node

    def _without(self, field: str) -> Node | None:
        like_fields = len(self._like_fields)
        node = self._operand(field)
        self._refuse_like_fields(like_fields)
        return _negated(node)

    def _refuse_like_fields(self, first: int) -> None:
        """Tell of what looks like a field: as words it would let through papers that are not meant."""
        for value in self._like_fields[first:]:
            name = value.text.partition(":")[0]
            near = swapped_in(name.lower())
            meant = f"{near}:" if near else _state_called(name.lower())
            help = f"did you mean {meant}?" if meant else f"in quotes it is words{self._in_quotes(value)}"
            unfinished = value.last and name.lower() in _SCHEMES
            self._mistake(value.start, value.end, f"{name}: is no field", help, unfinished=unfinished)
        del self._like_fields[first:]

    def _look_for_star(self, value: FieldValue) -> None:
        """Tell of a star from which a word goes on: it is read as a sign between words."""
        if not value.quoted and _STAR_BEFORE.search(value.text):
            said = f"{value.text} has a * that is not at the end of a word"
            self._mistake(value.start, value.end, said, _STAR_HELP + self._in_quotes(value))

    def _in_quotes(self, value: FieldValue) -> str:
        """Return how a value is to be typed for its signs to count; nothing where it has quotes in it."""
        typed = self._text[value.start : value.end]
        if any(quote in value.text for quote in _QUOTES) or not typed.endswith(value.text):
            return ""
        # Imported where they are needed: the screen starts without them.
        from shlex import quote as for_shell

        from radar.papers.search.quoting import in_quotes

        query = f"{typed.removesuffix(value.text)}{in_quotes(value.text)}"
        return f": {query}, in a shell {for_shell(query)}"

    def _group(self, field: str) -> Node | None:
        start = self._at
        self._at += 1
        self._depth += 1
        told = len(self._mistakes)
        parts = self._all(field)
        self._depth -= 1
        if self._at < len(self._text):
            self._at += 1
            if not parts and self._worded and len(self._mistakes) == told:
                self._mistake(start, self._at, "nothing stands in these ( )", _GROUP_HELP)
        elif parts or self._worded:
            self._mistake(start, start + 1, "this ( is not closed", "end it with )", unfinished=True)
        nodes = tuple(part.node for part in parts)
        return nodes[0] if len(nodes) == 1 else All(nodes) if nodes else None

    def _field(self, field: str, behind: int, start: int) -> Node | None:
        if self._text[behind : behind + 1] == "(" and self._depth < DEEPEST:
            self._at = behind
            return self._group(field)
        if field not in WITH_MINUS and _MINUS.match(self._text, behind):
            return _negated(self._field(field, behind + 1, start))
        name = self._text[start : self._text.index(":", start)].lower()
        return self._meant(field, replace(self._value(behind, start), name=name))

    def _meant(self, field: str, value: FieldValue) -> Node | None:
        if field in _OF_WORDS:
            self._look_for_star(value)
        meant = meaning(field, value, self._today)
        if meant.mistake:
            self._mistakes.append(meant.mistake)
        return meant.node

    def _value(self, behind: int, start: int) -> FieldValue:
        """Read a quotation, or up to the next space or to the parenthesis that closes the group."""
        text = self._text
        if text[behind : behind + 1] in _QUOTES:
            quoted, end = _quotation(text, behind)
            ends = end < len(text)
            self._at = min(end + 1, len(text))
            if not ends and text[behind + 1 :].strip():
                self._mistake(
                    behind, behind + 1, "this quotation is not closed", 'end it with "', unfinished=True
                )
            return FieldValue(quoted, start, self._at, True, ends, self._at >= len(text))
        found = _WORD.match(text, behind)
        word = found.group() if found else ""
        while self._depth > 0 and word.endswith(")") and word.count(")") > word.count("("):
            word = word[:-1]
        self._at = behind + len(word)
        ending = len(word) - len(word.rstrip(")"))
        spare = min(ending, word.count(")") - word.count("("))
        if self._depth == 0 and spare > 0 and self._worded:
            self._mistake(self._at - spare, self._at, "this ) closes nothing", _GROUP_HELP)
            return FieldValue(word[:-spare], start, self._at - spare)
        return FieldValue(word, start, self._at, last=self._at >= len(text))

    def _ends(self) -> bool:
        spaces = _SPACES.match(self._text, self._at)
        self._at = spaces.end() if spaces else self._at
        return self._at >= len(self._text) or (self._depth > 0 and self._text[self._at] == ")")

    def _behind_not(self, field: str) -> Node | None:
        start = self._at
        self._at = stop = start + len("NOT")
        if self._ends():
            unfinished = self._at >= len(self._text)
            self._mistake(start, stop, "nothing follows NOT", _NOT_HELP, unfinished=unfinished)
            return None
        behind = self._at
        if _NOT.match(self._text, behind):
            self._mistake(start, stop, "nothing stands between two NOT", _NOT_HELP)
            return self._operand(field)
        if operator := self._operator():
            self._at = behind
            self._mistake(start, stop, f"nothing stands between NOT and {operator}", _NOT_HELP)
            return None
        return self._without(field)

    def _operator(self) -> str:
        found = _WORD.match(self._text, self._at)
        if found is None or found.group() not in (_OR, _AND):
            return ""
        self._at = found.end()
        return found.group()

    def _mistake(
        self, start: int, end: int, message: str, help: str = "", *, unfinished: bool = False
    ) -> None:
        self._mistakes.append(Mistake(start, end, message, help, unfinished))


def _quotation(text: str, start: int) -> tuple[str, int]:
    """Return what stands in the quotes that begin at an offset, and where they end; the end of the text
    where they do not.

    In straight quotes a backslash lets one of them, or another backslash, be a letter like others, but not
    where nothing would be left to end the quotation: a phrase may end in a backslash too.
    """
    sign = text[start]
    if sign == '"' and (found := _ESCAPING.match(text, start)):
        return _ESCAPED.sub(r"\1", found["inside"]), found.end() - 1
    ends = [end for closing in _QUOTES[sign] if (end := text.find(closing, start + 1)) >= 0]
    end = min(ends, default=len(text))
    return text[start + 1 : end], end


def _these(parts: list[Part]) -> list[Part]:
    """Return several ids and nothing else as one part, that any of them holds; others as they are."""
    named = [Named(part.node.id) for part in parts if isinstance(part.node, Named)]
    if len(named) < 2 or len(named) < len(parts):
        return parts
    return [Part(parts[0].start, parts[-1].end, Either(tuple(named), each=True))]


def _state_called(name: str) -> str:
    """Return how a search asks for a state of that name; empty where there is none."""
    return next((f"{field}:{name}" for field, known in STATES.items() if name in known), "")


def _bare(value: FieldValue) -> Node | None:
    text = value.text.strip("()[]<>,;")
    if not value.quoted and (arxiv_id(text) or doi_id(text) or acl_id(text)):
        linked = text.lower().startswith("http")
        return Named(text, None if linked else words(value))
    return spelled(words(value)) if any(letter.isalnum() for letter in value.text) else None


def _negated(node: Node | None) -> Node | None:
    """What must not occur is not completed while it is typed: most papers hold a word that begins with t."""
    return None if node is None else Not(_finished(node))


def _finished(node: Node) -> Node:
    if isinstance(node, Words):
        return replace(node, prefix=node.prefix and node.starred)
    if isinstance(node, Named):
        return replace(node, words=node.words and replace(node.words, prefix=False))
    if isinstance(node, All | Either):
        return replace(node, parts=tuple(map(_finished, node.parts)))
    return node
