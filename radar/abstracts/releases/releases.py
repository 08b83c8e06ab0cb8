"""Which things a sentence says are released: software, data, now or later, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from radar.abstracts.releases.governing import Clause, Found, governed
from radar.abstracts.releases.links import Link, LinkKind
from radar.abstracts.releases.own_tools import open_own
from radar.abstracts.releases.paired_links import in_order, links_beside, shared_out
from radar.abstracts.text.noun_phrases import Thing, nouns
from radar.abstracts.vocabulary import release_nouns
from radar.abstracts.vocabulary import release_words as words
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, word_set
from radar.papers.bases import Mutable
from radar.papers.summaries.flags import Release


class Statement(Mutable):
    """A sentence says that a thing is released or will be; offsets are into the sentence."""

    thing: Thing
    release: Release
    url: str | None
    start: int
    end: int
    described: bool = False
    """The thing is only called open or public in passing, as in "the first public corpus"."""


KindOfName = Callable[[str, Thing | None], Thing | None]
"""Says from the rest of the text whether a name is that of a data set or of a program.

The second argument says what a model by that name would be.
"""


_REACH = 700
"""So many characters before a link are read."""
_TEX_LABEL = pattern(r"\}\{[^{}]{1,200}\}")
"""What is shown in the place of a link of TeX."""
_SHORTEST_CLAUSE = 16
"""A shorter piece behind a link says nothing of its own."""
_LINKS = 30
"""So many links of a sentence are read."""


def statements(
    sentence: str, lower: str, links: tuple[Link, ...], kind_of_name: KindOfName
) -> tuple[Statement, ...]:
    """Return what a sentence says of releases, in order.

    Args:
        sentence: one sentence.
        lower: the same in lower case.
        links: its links, with offsets into the sentence.
        kind_of_name: what the rest of the text tells of a name.
    """
    found: list[Statement] = []
    for clause in _clauses(sentence, lower, links):
        found.extend(_read(clause, kind_of_name))
    return tuple(found)


def _clauses(sentence: str, masked: str, links: tuple[Link, ...]) -> Iterator[Clause]:
    for link in links[:_LINKS]:
        masked = masked[: link.start] + words.LINK_MARK * (link.end - link.start) + masked[link.end :]
    for start, end in pairwise(_borders(masked)):
        inside = [link for link in links[:_LINKS] if start <= link.start < end]
        position = start
        for number, link in enumerate(inside):
            following = inside[number + 1].start if number + 1 < len(inside) else end
            position = max(position, link.start - _REACH)
            text = masked[position : link.start]
            beside = links_beside(masked, inside, number) if following < end else ()
            after = masked[(beside or (link,))[-1].end : end] if beside else masked[link.end : following]
            yield Clause(text, sentence, position, after, link, number > 0, beside)
            label = _TEX_LABEL.match(masked, link.end)
            position = label.end() if label else link.end
        if inside and end - position > _SHORTEST_CLAUSE:
            yield Clause(masked[position : min(end, position + _REACH)], sentence, position, "", None)
        if not inside:
            yield Clause(masked[start : min(end, start + 2 * _REACH)], sentence, start, "", None)


def _borders(masked: str) -> list[int]:
    borders = [0]
    if any_of(words.CLAUSE_GATES, masked):
        for match in words.CLAUSE.finditer(masked):
            if match[0] != ", and " or not _is_list(masked[borders[-1] : match.start() + 1]):
                borders.append(match.end())
    borders.append(len(masked))
    return borders


def _is_list(piece: str) -> bool:
    """Say whether what stands before ", and the code is" is the beginning of the same subject."""
    return words.VERB.search(piece) is None and bool(nouns(piece, True)[0])


def _read(clause: Clause, kind_of_name: KindOfName) -> Iterator[Statement]:
    found = governed(clause)
    if clause.link is None:
        if found is None:
            found = open_own(clause)
        things = dict(found.things) if found else {}
        if found and found.predicate and Thing.DATA not in things:
            beside = bool(things) and (found.predicate == "active" or min(things.values()) < found.end)
            things = {**_named(clause, found, kind_of_name, linked=False, beside=beside), **things}
        if found and not things and words.OPENED.match(clause.text, found.start):
            things = {Thing.CODE: 0}
    else:
        things = _linked_things(clause, found, kind_of_name)
        if found and found.predicate and things and Thing.DATA not in things and "and " in clause.text:
            things = {**_named(clause, found, kind_of_name, linked=False, beside=True), **things}
    if not things or (any_of(words.SOMEONE_GATES, clause.text) and words.SOMEONE_ELSES.search(clause.text)):
        return
    release = Release.PROMISED if _is_future(clause) else Release.RELEASED
    start = clause.start + (found.start if found else 0)
    end = clause.link.end if clause.link else clause.start + (found.end if found else len(clause.text))
    start, end = _tidy(clause.original, start, max(start, end))
    whose = _whose(clause, things)
    described = found is not None and found.described and clause.link is None
    for thing in things:
        link = whose.get(thing, clause.link)
        behind = end if link is clause.link or link is None else link.end
        yield Statement(thing, release, link.url if link else None, start, behind, described)


def _whose(clause: Clause, things: dict[Thing, int]) -> dict[Thing, Link]:
    """Return which link is whose, where several stand side by side behind code and data."""
    if clause.link is None or not clause.beside or len(things) < _TWO:
        return {}
    return shared_out(things, (clause.link, *clause.beside), ordered=in_order(clause.text, clause.after))


_TWO = 2


def _is_future(clause: Clause) -> bool:
    after = (
        release_nouns.NEXT_THING.split(clause.after, maxsplit=1)[0]
        if "and " in clause.after
        else clause.after
    )
    text = clause.text + words.LINK_MARK + after
    return words.FUTURE.search(text) is not None


def _tidy(text: str, start: int, end: int) -> tuple[int, int]:
    label = _TEX_LABEL.match(text, end)
    end = label.end() if label else end
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip(" ,;:.)"))
    while end < len(text) and text[end].isalpha() and text[end - 1].isalpha():
        end += 1
    stretch = text[start:end]
    start, end = start + left, start + max(left, len(stretch.rstrip(" ,;:.(")))
    closes = text.startswith(")", end) and text.count("(", start, end) > text.count(")", start, end)
    return start, end + closes


def _linked_things(clause: Clause, found: Found | None, kind_of_name: KindOfName) -> dict[Thing, int]:
    assert clause.link is not None
    kind = clause.link.kind
    label = _TEX_LABEL.match(clause.after)
    labelled = nouns(label[0][2:-1], False)[0] if label and not (found and found.things) else {}
    found = found or _bare_link(clause, kind)
    if labelled or found is None:
        return dict.fromkeys(labelled, 0)
    if kind is LinkKind.PAGE and found.things.get(Thing.CODE) is not None and _hosted_only(clause, found):
        found.things.pop(Thing.CODE)
    if kind is LinkKind.PAGE and _demo_only(clause):
        found.things.pop(Thing.DATA, None)
    if found.things:
        return found.things
    if words.DENIED.search(clause.text[-40:]):
        return {}
    if kind is not LinkKind.REPOSITORY and release_nouns.SHOWN_ONLY.search(clause.text[-60:]):
        return {}
    if kind is LinkKind.ARCHIVE and release_nouns.PAPER_ITSELF.search(clause.text[-80:]):
        return {}
    if kind is LinkKind.REPOSITORY and not _tail(clause.text).strip(" .([{*"):
        return {Thing.CODE: 0}
    if kind is LinkKind.PAGE:
        return _named(clause, found, kind_of_name, linked=False) if found.predicate else {}
    if kind is LinkKind.REPOSITORY and (found.resource or release_nouns.RESOURCE.search(clause.text[-80:])):
        return {Thing.CODE: 0}
    named = _named(clause, found, kind_of_name, linked=True)
    return named or {Thing.CODE if kind is LinkKind.REPOSITORY else Thing.DATA: 0}


def _bare_link(clause: Clause, kind: LinkKind) -> Found | None:
    """Return what the words right before a link without a predicate name, or None for others' things."""
    text = clause.text
    if kind is LinkKind.PAGE and any_of(_VENUES, text) and words.VENUE.search(text[-_VENUE_REACH:]):
        return None
    tail = _tail(text)
    start = max(0, len(text) - len(tail))
    comma = tail.rfind(", and a")
    if comma >= 0 and release_nouns.RESOURCE.search(tail[-_LABEL:]):
        tail = tail[comma + 1 :]
    things, _ = nouns(tail, kind is LinkKind.REPOSITORY)
    label = _LABELS.get(kind)
    labelled = label is not None and label.search(text) is not None
    if not things and clause.second and not labelled and not release_nouns.RESOURCE.search(text):
        return None
    if words.BORROWED.search(text[-120:]) and not words.OURS.search(text[-60:]):
        return None
    return Found(things, start, len(text), predicate="")


def _demo_only(clause: Clause) -> bool:
    """Say whether a page shows samples or examples of what was made, and no data are spoken of."""
    near = clause.text[-_NEAR:]
    return release_nouns.DEMO.search(near) is not None and release_nouns.DATA_WORD.search(near) is None


_LABELS = {LinkKind.REPOSITORY: release_nouns.REPOSITORY_LABEL, LinkKind.MODEL_HUB: release_nouns.HUB_LABEL}
_NEAR = 110
_VENUES = ("workshop ", "conference ", "symposium ")
_VENUE_REACH = 160
"""So many characters before a link may name the workshop whose page it is."""
_LABEL = 30
"""So many characters before a link may call it a repository."""


def _hosted_only(clause: Clause, found: Found) -> bool:
    """Say whether what a page offers is a service to use rather than a program to have."""
    if release_nouns.SOFTWARE.search(clause.text) or "download" in clause.text:
        return False
    return (
        found.predicate not in ("released", "active", "open", "downloaded", "installed", "obtained")
        and "open" not in clause.text
    )


def _tail(text: str) -> str:
    """Return the words right before a link that has no verb: "Code and data: ...", "our tool (...)"."""
    tail = text[-110:]
    border = max(tail.rfind(". "), tail.rfind("; "))
    for match in words.CONSEQUENCE.finditer(tail):
        border = max(border, match.end() - 1)
    return tail[border + 1 :]


_MODELS = {
    LinkKind.REPOSITORY: Thing.CODE,
    LinkKind.MODEL_HUB: Thing.DATA,
    LinkKind.ARCHIVE: Thing.DATA,
    LinkKind.PAGE: None,
}
"""What a model is that is named beside a link: its program, its weights, or a service only."""
_NAME = pattern(r"(?<![\w.+-])(?=[\w.+-]{0,40}[A-Z])[A-Za-z][\w.+-]{0,60}\w")
_IT = pattern(r"\b(?:it|they|which|these|this|both)\W*$|^\W*(?:it|they|these|this|which)\b")


def _named(
    clause: Clause, found: Found, kind_of_name: KindOfName, *, linked: bool, beside: bool = False
) -> dict[Thing, int]:
    """Return what the name is that the clause says is released, as the rest of the text tells."""
    active = found.predicate == "active"
    start = clause.start + (found.start if active else found.subject)
    end = clause.start + (found.end if found.end and (not active or not beside) else len(clause.text))
    stretch = clause.original[start:end]
    if beside:
        stretch = " ".join(_BESIDE.findall(stretch))
    model = _MODELS[clause.link.kind] if clause.link else Thing.DATA
    names = [name for name in _NAME.findall(stretch) if name not in _NO_NAMES]
    for name in reversed(names[-4:]) if not active else names[:3]:
        kind = kind_of_name(name, model)
        if kind is Thing.DATA or (
            kind is Thing.CODE and (linked or found.predicate in ("released", "active"))
        ):
            return {kind: 0}
    if not names and not beside and _IT.search(clause.text[: found.end]):
        kind = kind_of_name("", model)
        if kind is Thing.DATA or (kind is Thing.CODE and linked):
            return {kind: 0}
    return {}


_BESIDE = pattern(
    r"(?:\band|,|&|[Rr]eleas(?:e|ed|ing)|ource) (?:the |our )?([A-Za-z][\w.+-]*)"
    r"(?=,| (?:is|are|have|will|and|at|on|for)\b|\.|$)"
)
_NO_NAMES = word_set(
    "We Our The This These It They All Code Codes Data GitHub Github Zenodo HuggingFace Hugging Face "
    "Finally To Additionally Furthermore Moreover In Project Both Available Also "
    "Availability PyPI Python "
    "Webpage Website Homepage Page Video Videos MIT License CC BY Apache Creative Commons Experiments"
)
