r"""The mail in which arXiv announces the papers of a day, as text.

https://info.arxiv.org/help/subscribe.html tells of it. A paper stands between lines of `\\`: fields, of which
long ones go on in indented lines, then the abstract, then a link. New papers come first; behind a line of
`%-%-` those listed in a further category, behind one of `%%--` those replaced, whose abstract is not given
again. `%%%---` ends them. In a mail that was forwarded a ">" stands before each line, perhaps several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from radar.papers.bases import Mutable, field
from radar.papers.listed.announced import Announced
from radar.papers.listed.identity import arxiv_id, doi_id
from radar.papers.listed.paper import Paper, clean_paper
from radar.papers.text.safe_text import clean
from radar.sources.arxiv.api import is_withdrawn, links_to
from radar.sources.source import NOT_UTF8, Parsed, not_understood, undecodable
from radar.sources.texts.dates import day_of
from radar.sources.texts.names import without_others
from radar.sources.texts.tex_text import plain_text

_QUOTE = r"(?:> ?){0,9}"
"""What mail programs write before the lines of a mail that is answered or forwarded, once for each time."""
_BEGIN = re.compile(
    rf"^{_QUOTE}[ \t]*\\\\[ \t]*\r?\n(?:{_QUOTE}[ \t]*\r?\n){{0,3}}{_QUOTE}[ \t]*(?:arXiv|Paper)[ \t]*"
    r"(?:\(\*[a-z-]+\*\))?:[ \t]*\S",
    re.MULTILINE,
)
_BORDER = re.compile(r"\s*\\\\(?P<link>\s*\(.*)?")
_ID = re.compile(r"(?:arXiv|Paper)\s*(?:\(\*[a-z-]+\*\))?:\s*(\S+)", re.IGNORECASE)
_END = "%%%"
_CROSS = "(*cross-listing*)"
_FIELD = re.compile(
    r"(Title|Authors?|Categories|Subj-class|Cross-lists?|Comments?|Proxy|Report-no|ACM-class|MSC-class"
    r"|Journal-ref|DOI|License|From|Date)"
    r"(?P<revised> \(revised(?: v(?P<version>\d{1,4}))?[^)]*\))? ?:(?P<text>.*)"
)
_REPLACED = re.compile(r"replaced with revised version\b(.*)", re.IGNORECASE)
_RULE = re.compile(r"-{20,}|(?:%-){8,}+%?+-?|(?:%%--){5,}+[%-]*|(?:%%%---){4,}+[%-]*")
_DAY = re.compile(r"\b(\d{1,2} [A-Z][a-z]{2}) (\d{2}|\d{4})\b", re.ASCII)
_RECEIVED = re.compile(r"\s*received from\b.*\bto\b(.*)")
_HEADER_DATE = re.compile(r"Date:(.*)")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_BRACKETS_WITHIN = 4
"""How deep affiliations behind names stand in brackets at most."""
_BETWEEN_NAMES = re.compile(r",?\s+and\s+|,\s*(?!\s*(?:Jr|Sr|II|III|IV)\b)")
_MOST_SIGNS = 9
_MAX_CHARACTERS = 4 << 20
"""Of one paper; what is longer is given up, so that memory stays bounded."""
_FIRST_YEAR = 91
"""arXiv began in 1991, and some of its dates have two digits for the year."""


class _Entry(Mutable):
    line: int
    section: Announced
    listed: date | None
    first: str = ""
    """The line with its id; empty until that was seen."""
    fields: dict[str, list[str]] = field(default_factory=dict)
    last: str = ""
    """The field that an indented line goes on with."""
    in_abstract: bool = False
    abstract: list[str] = field(default_factory=list)
    replaced: bool = False
    version: int = 0
    size: int = 0
    problem: str = ""
    problem_line: int = 0

    @property
    def has_just_begun_to_tell(self) -> bool:
        """Whether its abstract has begun, and no line of it was seen."""
        return self.in_abstract and not self.abstract

    def take(self, number: int, line: str) -> None:
        """Take a line of the fields or of the abstract."""
        if not line.strip():
            return
        if begins := not self.first:
            self.first = line.strip()
        self.size += len(line)
        if not self.problem and undecodable(line):
            self.problem, self.problem_line = NOT_UTF8, number
        if not self.problem and self.size > _MAX_CHARACTERS:
            self.problem, self.problem_line = f"a paper of more than {_MAX_CHARACTERS >> 20} MB", self.line
        if self.problem or begins:
            return
        if self.in_abstract:
            self.abstract.append(line)
        else:
            self._field(line)

    def _field(self, line: str) -> None:
        if found := _REPLACED.match(line):
            self.replaced = True
            self.fields["updated"] = [found[1]]
        elif found := _FIELD.match(line):
            self.last = "updated" if found["revised"] else found[1].lower()
            self.fields[self.last] = [found["text"]]
            self.version = int(found["version"] or self.version)
        elif self.last:
            # Also where the blanks before it were lost on the way.
            self.fields[self.last].append(line)

    def parsed(self) -> Iterator[Parsed]:
        """Yield the paper, before it what of its fields is not understood; or why there is none."""
        paper = self._parsed()
        if isinstance(paper, Paper):
            for name in ("date", "updated"):
                if (text := self._text(name).strip()) and _day(text) is None:
                    yield not_understood(self.line, "the field Date holds no day", text, field=True)
            if (text := self._text("doi")) and not paper.doi:
                yield not_understood(self.line, "the field DOI holds no DOI", text, field=True)
        yield paper

    def _parsed(self) -> Parsed:
        if self.problem:
            return not_understood(self.problem_line, self.problem, self.first)
        found = _ID.match(self.first)
        id = arxiv_id(found[1]) if found else None
        title = clean(self._text("title"))
        if id is None or not title:
            reason = "the paper has no title" if id else "no id of arXiv begins the paper"
            return not_understood(self.line, reason, self.first)
        abstract, comment = " ".join(self.abstract), self._text("comments", "comment")
        doi = doi_id(clean(self._text("doi")).split(" ")[0].rstrip(",;"))
        return clean_paper(
            Paper(
                id=id,
                title=title,
                authors=_names(self._text("authors", "author")),
                abstract=abstract,
                venue=self._text("journal-ref"),
                categories=tuple(dict.fromkeys(self._text("categories").split())),
                published=_day(self._text("date")),
                listed=self.listed,
                links=links_to(id),
                comment=comment,
                doi=doi.removeprefix("doi:") if doi else "",
                version=self.version,
                updated=_day(self._text("updated")),
                announced=self._announced(),
                withdrawn=is_withdrawn(abstract, comment),
            )
        )

    def _announced(self) -> Announced:
        crossed = self.section is Announced.CROSS or _CROSS in self.first
        if self.replaced or self.section is Announced.REPLACED:
            return Announced.REPLACED_CROSS if crossed else Announced.REPLACED
        return Announced.CROSS if crossed else Announced.NEW

    def _text(self, *names: str) -> str:
        return next((" ".join(self.fields[name]).strip() for name in names if name in self.fields), "")


class ArxivMail:
    """Papers between lines of two backslashes."""

    name = "arXiv announcement mail"

    def recognises(self, head: str) -> bool:
        """Return whether a line of two backslashes stands before an id of arXiv."""
        return bool(_BEGIN.search(head))

    def parse(self, lines: Iterable[str]) -> Iterator[Parsed]:
        """Yield the papers, and a report for each that cannot be read."""
        entry: _Entry | None = None
        section, listed = Announced.NEW, None
        ended = 0
        for number, line in _without_signs(lines):
            if _ID.match(line) and (entry.has_just_begun_to_tell if entry else ended == number - 1):
                # The one before lacks its end, and this one its beginning.
                yield from _cut(entry)
                entry = _Entry(number, section, listed)
            if rule := _RULE.fullmatch(line.strip()):
                if entry:
                    yield from entry.parsed()
                entry, section = None, _section_behind(rule[0], section)
                listed = None if rule[0].startswith(_END) else listed
            elif entry is None:
                border = _BORDER.fullmatch(line)
                if border and not border["link"]:
                    entry = _Entry(number, section, listed)
                else:
                    listed = max(filter(None, (listed, _day_of_mail(line))), default=None)
            elif border := _BORDER.fullmatch(line):
                if not entry.first and not border["link"]:
                    entry = _Entry(number, section, listed)
                elif entry.first and not entry.in_abstract and not border["link"]:
                    entry.in_abstract = True
                else:
                    yield from entry.parsed()
                    entry, ended = None, number
            elif not (entry.first or not line.strip() or _ID.match(line.strip())):
                # A text that was cut out of a mail may begin anywhere.
                yield not_understood(number, "no id of arXiv begins the paper", line)
                entry = None
            else:
                entry.take(number, line)
        if entry and entry.first:
            yield from entry.parsed()
            yield not_understood(entry.line, "the last paper has no end: the text may be cut", entry.first)


def _without_signs(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield numbered lines without the signs of a quotation before them.

    As many go as stand before the last border or rule: a line of an abstract may begin with one by itself.
    """
    signs = _MOST_SIGNS
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip().lstrip("\ufeff")
        bare, went = _unquoted(line, _MOST_SIGNS)
        if _BORDER.fullmatch(bare) or _RULE.fullmatch(bare.strip()):
            signs = _MOST_SIGNS if bare.strip().startswith(_END) else went
        yield number, bare if went <= signs else _unquoted(line, signs)[0]


def _unquoted(line: str, most: int) -> tuple[str, int]:
    """Return a line without the signs of a quotation, as many as are to go, and how many went."""
    for went in range(most):
        if not line.startswith(">"):
            return line, went
        line = line[1:].removeprefix(" ")
    return line, most


def _cut(entry: _Entry | None) -> Iterator[Parsed]:
    """Yield a paper whose end is missing, and a report of that."""
    if entry:
        yield from entry.parsed()
        yield not_understood(entry.line, "this paper has no end: the text may be cut", entry.first)


def _section_behind(rule: str, section: Announced) -> Announced:
    """Return how the papers behind a rule are announced; one of dashes only parts them."""
    if rule.startswith(_END):
        return Announced.NEW
    if rule.startswith("%%"):
        return Announced.REPLACED
    return Announced.CROSS if rule.startswith("%") else section


def _day_of_mail(line: str) -> date | None:
    """Return the day that the head of a mail tells: when it was sent, or up to when papers were received."""
    found = _HEADER_DATE.match(line) or _RECEIVED.match(line)
    return _day(found[1]) if found else None


def _day(text: str) -> date | None:
    found = _DAY.search(text[:200])
    if not found:
        return None
    year = found[2]
    if len(year) == 2:
        year = f"{19 if int(year) >= _FIRST_YEAR else 20}{year}"
    return day_of(f"{found[1]} {year}")


def _names(text: str) -> tuple[str, ...]:
    """Return the names of people; affiliations behind them stand in brackets."""
    for _ in range(_BRACKETS_WITHIN):
        text = _IN_BRACKETS.sub(" ", text)
    names = (" ".join(plain_text(name).split()) for name in _BETWEEN_NAMES.split(" ".join(text.split())))
    return without_others(name.strip(" ,") for name in names)
