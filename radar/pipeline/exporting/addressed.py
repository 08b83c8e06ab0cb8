r"""An abstract in plain characters in which the addresses behind its words are kept.

`\href{URL}{here}` is shown as "here": on a screen the flags say where that leads, in a file nothing would.
"""

from __future__ import annotations

from radar.abstracts.releases.links import links
from radar.abstracts.text.tex import readable, readable_text
from radar.abstracts.text.tex_pairs import partners
from radar.papers.text.patterns import pattern

_LINKED = pattern(r"\\href\s{0,9}(?=\{)")
_BETWEEN = pattern(r"\s{0,9}(?=\{)")


def addressed(text: str) -> str:
    """Return a text readable, with the address of each link in brackets behind the words that carry it."""
    places = _places(text) if r"\href" in text else []
    if not places:
        return readable_text(text)
    shown = readable(text)
    parts: list[str] = []
    end = 0
    for place, url in places:
        behind = shown.offsets[place]
        parts += (shown.text[end:behind], f" ({url})")
        end = behind
    return "".join((*parts, shown.text[end:]))


def _places(text: str) -> list[tuple[int, str]]:
    """Return where the words of links end, in order, and the address of each that they do not say."""
    pairs = partners(text)
    found: list[tuple[int, str]] = []
    for command in _LINKED.finditer(text):
        closed = pairs.get(command.end())
        between = None if closed is None else _BETWEEN.match(text, closed + 1)
        opened = -1 if between is None else between.end()
        end = pairs.get(opened)
        led = links(text[command.end() + 1 : closed])
        if end is not None and len(led) == 1 and led[0].url not in _urls(text[opened + 1 : end]):
            found.append((end + 1, led[0].url))
    return sorted(found)


def _urls(words: str) -> frozenset[str]:
    return frozenset(link.url for link in links(words))
