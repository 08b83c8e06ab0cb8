"""The code and data flags of a paper, from its abstract, its comment and its listing."""

from __future__ import annotations

from functools import partial

from radar.abstracts.releases.links import Link, LinkKind, kind_of, links, same_place
from radar.abstracts.releases.releases import Statement, statements
from radar.abstracts.text.names import kind_of_name
from radar.abstracts.text.noun_phrases import Thing
from radar.abstracts.text.sentences import Span
from radar.abstracts.text.sentences import sentences as sentence_spans
from radar.abstracts.text.text_units import Sentence, units
from radar.abstracts.text.word_classes import RELEASES
from radar.abstracts.vocabulary.words import any_of, present
from radar.papers.bases import Value
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import Basis, CodeStatus, DataStatus, Release

_GATES = (
    "releas", "availab", "open-sourc", "open sourc", "opensourc", "publicly", "coming soon", "can be found",
    "downloaded", "be installed", "pip install", "conda install", " accompanied ", " link will",
)  # fmt: skip
_WEAK_GATES = (
    "provid",
    "shar",
    " public",
    "publish",
    "accessible",
    "be obtained",
    "hosted",
    "mirrored",
    "supplement",
)
"""Words that state a release only beside a noun for what can be released."""
_NOUNS = (
    "code", "implement", "software", "script", "librar", "packag", "tool", "data", "corp", "benchmark",
    "model", "annotation", "weights", "checkpoint", "lexic", "treebank", "catalog", "collection", "notebook",
    "app", "plug", "simulat", "framework", "pipeline", "platform", "system", " set", "embedding", "question",
    "repo", "project", "resource", "material", "it is", "they are", "which is", "demo",
    "we have made", "we made", "we make",
)  # fmt: skip
_SHORT = 60
"""A sentence with less characters may name what it is about by its name alone."""
_PROVIDED = ("code", "implementation", "software", "script", "librar", "package", "open access to ")
_ALL_GATES = (*_GATES, *_WEAK_GATES)
_LINK_GATES = ("/", "www.", ".io", "git@")


class Status(Value):
    """What one text says of one thing; the base of `CodeStatus` and `DataStatus`."""

    value: Release = Release.NONE
    url: str | None = None
    evidence: Evidence | None = None
    basis: Basis = Basis.ABSTRACT
    described: bool = False
    """The thing is only called open or public, which a promise of its release overrules."""


_NOTHING, _NO_CODE, _NO_DATA = Status(), CodeStatus(), DataStatus()
"""What most papers have, made once for all of them."""
_RANKS = (Release.NONE, Release.PROMISED, Release.RELEASED)


def statuses(
    title: str,
    text: str,
    sentences: list[Sentence],
    field: TextField = TextField.ABSTRACT,
    all_links: tuple[Link, ...] | None = None,
) -> dict[Thing, Status]:
    """Return what a text says of the release of code and of data; its links may be known already."""
    if all_links is None:
        all_links = links(text)
    found: dict[Thing, Status] = {}
    for sentence in _joined(text, sentences, all_links) if all_links else sentences:
        inside = _links_of(sentence, all_links) if all_links else ()
        if not inside and not (sentence.classes & RELEASES and _may_state(sentence.lower)):
            continue
        known = partial(kind_of_name, title=title, abstract=text)
        for statement in statements(sentence.text, sentence.lower, inside, known):
            status = _status(statement, sentence.start, field)
            if _better(status, found.get(statement.thing), statement.thing):
                found[statement.thing] = status
    return found


def _links_of(sentence: Sentence, all_links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return the links that begin in a sentence, with offsets into it."""
    start, end = sentence.start, sentence.end
    if end <= all_links[0].start or all_links[-1].start < start:
        return ()
    return tuple(
        [
            Link(link.url, link.start - start, link.end - start, link.kind)
            for link in all_links
            if start <= link.start < end
        ]
    )


def _may_state(lower: str) -> bool:
    if any_of(_GATES, lower):
        return True
    weak = present(_WEAK_GATES, lower)
    if weak and len(lower) < _SHORT:
        return True
    return bool(weak) and any_of(_PROVIDED if weak == ("provid",) else _NOUNS, lower)


def code_and_data(
    title: str, abstract: str, comment: str, listed: str, added_by: str, sentences: list[Sentence]
) -> tuple[CodeStatus, DataStatus]:
    """Return the code and data flags.

    The authors' word in the abstract comes first, then their comment, then the listing's own field.
    A listing's guess ("auto") never overrules a promise, and never turns the repository of a data set
    into code.

    Args:
        listed: the code link that the listing gives in a field of its own, or empty.
        added_by: who put it there: "author", "auto" or empty.
        sentences: of the abstract.
    """
    said = statuses(title, abstract, sentences)
    noted = _noted(title, comment) if comment else {}
    code = _first(said.get(Thing.CODE), noted.get(Thing.CODE))
    data = _first(said.get(Thing.DATA), noted.get(Thing.DATA))
    if listed and code.value is not Release.RELEASED:
        code = _with_listing(code, data, listed, added_by)
    return (
        _NO_CODE if code is _NOTHING else CodeStatus(code.value, code.url, code.evidence, code.basis),
        _NO_DATA if data is _NOTHING else DataStatus(data.value, data.url, data.evidence, data.basis),
    )


def _noted(title: str, comment: str) -> dict[Thing, Status]:
    lower = comment.lower()
    linked = any_of(_LINK_GATES, lower)
    if not linked and not any_of(_ALL_GATES, lower):
        return {}
    found = links(comment)
    if not found and linked and not any_of(_ALL_GATES, lower):
        return {}  # most comments with a slash have no link, and are not worth taking apart
    return statuses(title, comment, units(comment, sentence_spans(comment)), TextField.COMMENT, found)


def _with_listing(code: Status, data: Status, listed: str, added_by: str) -> Status:
    guessed = added_by == "auto"
    if guessed and (code.value is Release.PROMISED or (data.url and same_place(data.url, listed))):
        return code
    basis = Basis.GUESS if guessed else Basis.LISTING
    return Status(Release.RELEASED, listed, Evidence(TextField.METADATA, 0, len(listed)), basis)


def _first(said: Status | None, noted: Status | None) -> Status:
    if said is None or (noted is not None and _better(noted, said)):
        return noted or _NOTHING
    return said


def _better(status: Status, than: Status | None, thing: Thing | None = None) -> bool:
    """Say whether a statement replaces an earlier one: released beats promised, a link none and a page.

    Of code in two places, the repository is the better one.
    """
    if than is None:
        return True
    if status.described is not than.described:
        return than.described
    if status.value is not than.value:
        return _RANKS.index(status.value) > _RANKS.index(than.value)
    if status.url is None or than.url is None:
        return than.url is None and status.url is not None
    before, now = kind_of(than.url), kind_of(status.url)
    if thing is Thing.CODE and now is LinkKind.REPOSITORY:
        return before is not LinkKind.REPOSITORY
    return before is LinkKind.PAGE and now is not LinkKind.PAGE


def _status(statement: Statement, offset: int, field: TextField) -> Status:
    evidence = Evidence(field, offset + statement.start, offset + statement.end)
    basis = Basis.COMMENT if field is TextField.COMMENT else Basis.ABSTRACT
    return Status(statement.release, statement.url, evidence, basis, statement.described)


def _joined(text: str, sentences: list[Sentence], all_links: tuple[Link, ...]) -> list[Sentence]:
    """Join a link that stands alone with the sentence before it, and a link that was split with its rest."""
    joined: list[Span] = []
    for sentence in sentences:
        start, end = sentence.start, sentence.end
        if joined and (_breaks_link(start, all_links) or _is_only_links(sentence, all_links)):
            joined[-1] = Span(joined[-1].start, end)
        else:
            joined.append(Span(start, end))
    return sentences if len(joined) == len(sentences) else units(text, tuple(joined))


def _breaks_link(start: int, all_links: tuple[Link, ...]) -> bool:
    for link in all_links:  # noqa: SIM110 (a generator costs more than it asks)
        if link.start < start < link.end:
            return True
    return False


def _is_only_links(sentence: Sentence, all_links: tuple[Link, ...]) -> bool:
    if len(sentence.text) >= _LONGEST_LINKS:
        return False
    inside = _links_of(sentence, all_links)
    if not inside:
        return False
    linked = sum(sum(map(str.isalpha, sentence.text[link.start : link.end])) for link in inside)
    return linked > 0 and sum(map(str.isalpha, sentence.text)) - linked < _FEW_LETTERS


_LONGEST_LINKS = 300
"""A sentence of so many characters is more than links."""
_FEW_LETTERS = 4
