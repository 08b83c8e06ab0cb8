"""Links that stand side by side, and which of them is whose: "code and data are available at A and B"."""

from __future__ import annotations

from radar.abstracts.releases.links import Link, LinkKind
from radar.abstracts.text.noun_phrases import Thing
from radar.abstracts.vocabulary.patterns import pattern

_GLUE = pattern(
    r"(?:textcolor\{\w{1,20}\}|[\s{}()\[\]\\$:~,&*]|\b(?:and|or|at|on|in|via|the|our|this|href|url|texttt|link|here"
    r"|github|gitlab|hugging|face|huggingface|zenodo|kaggle|osf|figshare|repo|repository|page|hub|\d)\b)*+"
)
"""What may stand between two links of one list; it names nothing that is released."""
_LONGEST_GLUE = 80
_RESPECTIVELY = pattern(r"[^.;\u00a4]{0,40}\brespectively\b")
_ANNOUNCED = 40
"""So many characters before the links may say that they stand in order."""
_STORES = (LinkKind.MODEL_HUB, LinkKind.ARCHIVE)


def links_beside(masked: str, links: list[Link], number: int) -> tuple[Link, ...]:
    """Return the links that only glue parts from the link before them, where a list of them begins here.

    Args:
        masked: the sentence in lower case.
        links: those of one clause.
        number: of the link whose neighbours are asked for.
    """
    last = number
    for following in range(number + 1, len(links)):
        between = masked[links[last].end : links[following].start]
        if len(between) > _LONGEST_GLUE or not between.strip() or not _GLUE.fullmatch(between):
            break
        last = following
    return tuple(links[number + 1 : last + 1])


def in_order(before: str, after: str) -> bool:
    """Say whether a list of links says that it names them in the order of the things.

    Args:
        before: the words up to the first link.
        after: what follows the last one.
    """
    return "respectively" in before[-_ANNOUNCED:] or _RESPECTIVELY.match(after) is not None


def shared_out(things: dict[Thing, int], links: tuple[Link, ...], *, ordered: bool) -> dict[Thing, Link]:
    """Return which of some links is whose; where nothing tells, the first is of both.

    Args:
        things: where code and data are named.
        links: at least two.
        ordered: the links stand in the order of the things.
    """
    if ordered and len(links) == len(things) and things[Thing.CODE] != things[Thing.DATA]:
        return dict(zip(sorted(things, key=things.__getitem__), links, strict=True))
    repository = next((link for link in links if link.kind is LinkKind.REPOSITORY), None)
    store = next((link for link in links if link.kind in _STORES), None)
    if repository and store:
        return {Thing.CODE: repository, Thing.DATA: store}
    return dict.fromkeys(things, links[0])
