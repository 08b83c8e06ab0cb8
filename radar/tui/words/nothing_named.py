"""What is said of a text that names no paper and no source: where else it belongs; pure, knows no widget."""

from __future__ import annotations

from collections.abc import Sequence

from radar.papers.text.patterns import pattern
from radar.pipeline.feed_links import quoted

_DRIVE = pattern(r"[A-Za-z]:[\\/]")
"""How the name of a file begins on Windows."""
_PATH = pattern(r"[~.]{0,2}/|.*[/\\]|\S+\.[A-Za-z][A-Za-z0-9]{1,6}(?:\.gz)?$")
"""How the name of a file is written: below a folder, or with an ending."""


def no_papers(words: Sequence[str]) -> str:
    """Return what is said of words among papers that name none."""
    return f"{quoted(words)} {'names' if len(words) == 1 else 'name'} no paper, so that none was added"


def nothing_named(text: str, hint: str, import_key: str, search_key: str) -> str:
    """Return what is said of a text that names nothing.

    Args:
        hint: what names something that is written much like it, or what does in general.
        import_key, search_key: the keys by which files come in and words are searched for.
    """
    told = f"{quoted([text])} names no paper and no source"
    if ":" in text and not _DRIVE.match(text):
        return f"{told}. {hint or 'Papers are named by arXiv id, DOI or link'}"
    like_a_name = " " not in text and not _PATH.match(text)
    near = f"{hint}. " if like_a_name and hint.startswith("The nearest") else ""
    return f"{told}. {near}Files come in by {import_key}, words are searched for by {search_key}"
