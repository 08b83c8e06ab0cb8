"""The code and data flags of a paper, from its abstract, its comment and its listing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from radar.abstracts.governing import Thing
from radar.abstracts.links import Link, links, same_place
from radar.abstracts.names import kind_of_name
from radar.abstracts.releases import Statement, statements
from radar.abstracts.sentences import Span, sentences
from radar.abstracts.words import present
from radar.papers.evidence import Evidence, TextField
from radar.papers.flags import Basis, CodeStatus, DataStatus, Release

_GATES = (
    "releas", "availab", "open-sourc", "open sourc", "opensourc", "accessible", "publicly", "publish",
    "shar", "provid", " public", "coming soon", "://", ".com/", "www.", ".io", "can be found",
    "downloaded", "obtained", "installed", ".org/", "hosted", "git@",
)  # fmt: skip
_PROVIDED = ("code", "implementation", "software", "script", "librar", "package")


@dataclass(frozen=True, slots=True)
class Status:
    """What one text says of one thing; the base of `CodeStatus` and `DataStatus`."""

    value: Release = Release.NONE
    url: str | None = None
    evidence: Evidence | None = None
    basis: Basis = Basis.ABSTRACT


def statuses(
    title: str, text: str, field: TextField = TextField.ABSTRACT, spans: tuple[Span, ...] | None = None
) -> dict[Thing, Status]:
    """Return what a text says of the release of code and of data."""
    lower = text.lower()
    gates = present(_GATES, lower)
    if not gates:
        return {}
    found: dict[Thing, Status] = {}
    all_links = links(text)
    known = partial(kind_of_name, title=title, abstract=text)
    for span in _joined(text, spans if spans is not None else sentences(text), all_links):
        inside = tuple(
            Link(link.url, link.start - span.start, link.end - span.start, link.kind)
            for link in all_links
            if span.start <= link.start < span.end
        )
        sentence = text[span.start : span.end]
        if not inside and not _may_state(sentence.lower(), gates):
            continue
        for statement in statements(sentence, inside, known):
            status = _status(statement, span, field)
            if _better(status, found.get(statement.thing)):
                found[statement.thing] = status
    return found


def _may_state(lower: str, gates: tuple[str, ...]) -> bool:
    found = present(gates, lower)
    return bool(found) and (found != ("provid",) or any(noun in lower for noun in _PROVIDED))


def code_and_data(
    title: str, abstract: str, comment: str, listed: str, added_by: str, spans: tuple[Span, ...]
) -> tuple[CodeStatus, DataStatus]:
    """Return the code and data flags.

    The authors' word in the abstract comes first, then their comment, then the listing's own field.
    A listing's guess ("auto") never overrules a promise, and never turns the repository of a data set
    into code.

    Args:
        listed: the code link that the listing gives in a field of its own, or empty.
        added_by: who put it there: "author", "auto" or empty.
        spans: the sentences of the abstract.
    """
    said = statuses(title, abstract, TextField.ABSTRACT, spans)
    noted = statuses(title, comment, TextField.COMMENT) if comment else {}
    code = _first(said.get(Thing.CODE), noted.get(Thing.CODE))
    data = _first(said.get(Thing.DATA), noted.get(Thing.DATA))
    if listed and code.value is not Release.RELEASED:
        code = _with_listing(code, data, listed, added_by)
    return (
        CodeStatus(code.value, code.url, code.evidence, code.basis),
        DataStatus(data.value, data.url, data.evidence, data.basis),
    )


def _with_listing(code: Status, data: Status, listed: str, added_by: str) -> Status:
    guessed = added_by == "auto"
    if guessed and (code.value is Release.PROMISED or (data.url and same_place(data.url, listed))):
        return code
    return Status(Release.RELEASED, listed, Evidence(TextField.METADATA, 0, len(listed)), Basis.LISTING)


def _first(said: Status | None, noted: Status | None) -> Status:
    if said is None or (noted is not None and _better(noted, said) and said.value is not noted.value):
        return noted or Status()
    return said


def _better(status: Status, than: Status | None) -> bool:
    """Say whether a statement replaces an earlier one: released beats promised, a link beats none."""
    if than is None:
        return True
    rank = {Release.NONE: 0, Release.PROMISED: 1, Release.RELEASED: 2}
    if rank[status.value] != rank[than.value]:
        return rank[status.value] > rank[than.value]
    return status.url is not None and than.url is None


def _status(statement: Statement, span: Span, field: TextField) -> Status:
    evidence = Evidence(field, span.start + statement.start, span.start + statement.end)
    basis = Basis.COMMENT if field is TextField.COMMENT else Basis.ABSTRACT
    return Status(statement.release, statement.url, evidence, basis)


def _joined(text: str, spans: tuple[Span, ...], all_links: tuple[Link, ...]) -> list[Span]:
    """Join a link that stands alone with the sentence before it, and a link that was split with its rest."""
    if not all_links:
        return list(spans)
    joined: list[Span] = []
    for span in spans:
        letters = sum(map(str.isalpha, text[span.start : span.end])) if span.end - span.start < 300 else 300
        linked = sum(
            sum(map(str.isalpha, text[link.start : link.end]))
            for link in all_links
            if span.start <= link.start < span.end
        )
        broken = any(link.start < span.start < link.end for link in all_links)
        if joined and (broken or (linked and letters - linked < 4)):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined
