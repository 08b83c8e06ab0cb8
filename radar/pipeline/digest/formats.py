"""Which formats a digest is written in, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType

from radar.errors import ExportError
from radar.papers.text.safe_text import clean
from radar.pipeline.digest import html_page, json_object, markdown_text, plain_text
from radar.pipeline.digest.contents import Digest

_FORMATS: Mapping[str, Callable[[Digest], str]] = MappingProxyType(
    {
        "text": plain_text.render,
        "markdown": markdown_text.render,
        "html": html_page.render,
        "json": json_object.render,
    }
)


_ENDINGS: Mapping[str, str] = MappingProxyType(
    {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".json": "json"}
)


def digest_formats() -> tuple[str, ...]:
    """Return the names of the formats."""
    return tuple(_FORMATS)


def digest_format_of(name: str) -> str:
    """Return the format that the ending of a file's name stands for; plain text where it stands for none."""
    return _ENDINGS.get(PurePath(name).suffix.lower(), "text")


def digest_text(digest: Digest, format: str) -> str:
    """Return the digest in a format; ExportError for an unknown one."""
    if format not in _FORMATS:
        raise ExportError(
            f"there is no digest format {clean(format)!r}", f"Choose one of {', '.join(_FORMATS)}"
        )
    return _FORMATS[format](digest)
