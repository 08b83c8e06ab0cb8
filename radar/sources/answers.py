"""Answers of sites read with care: what is wrong with one is told and not raised."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import NoReturn, TypeAlias

from radar.errors import ListingError, NetworkError, RateLimited
from radar.net.waiting import LONGEST_WAIT, retry_after
from radar.papers.bases import Value
from radar.papers.jobs.site_wait import span_line
from radar.papers.text.safe_text import clean
from radar.sources.site import Page
from radar.sources.source import is_web_page

Json: TypeAlias = Mapping[str, object]
"""A JSON object, of which nothing is known yet."""

_TOLD_CHARACTERS = 200
_WEB_PAGE = "the site answered with a web page instead of data"
_AGAIN = "Try again later; if it lasts, open the site in a browser"
ENTITIES = "declares entities, which radar does not follow"
"""What is wrong with a document that has some of its own."""
FOR_ITS_MAKERS = "Asking again does not help: tell those who make it"
_MAX_NUMBER = 1 << 53
_CLOSED = (403, 503)
"""Statuses that are a request to wait where they come with a time, as the client too reads them."""
_BEFORE_XML = re.compile(r"(?:[\s\ufeff]++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)


class Wrong(Value):
    """Why an answer cannot be used."""

    reason: str
    """Without a full stop."""
    hint: str = _AGAIN


def json_in(text: str) -> object | Wrong:
    """Return the JSON value of an answer; NaN and the infinities, which JSON does not have, are read as null.

    An object by which the site tells of an error is not returned: what it says is the reason.
    """
    try:
        value: object = json.loads(text.removeprefix("\ufeff"), parse_constant=lambda name: None)
    except (ValueError, RecursionError):
        return Wrong(_no_data(text) or "the answer is broken: it is not whole JSON")
    error = error_in(value)
    return Wrong(f"the site answers: {error}") if error else value


def object_in(text: str) -> Json | Wrong:
    """Return the JSON object of an answer, if it is one and does not tell of an error."""
    value = json_in(text)
    return value if isinstance(value, dict | Wrong) else Wrong("the answer is not what the site promises")


def error_in(value: object) -> str:
    """Return what an object says went wrong, in the words of the site, or nothing where it tells no error.

    Known are {"error": text}, {"error": {"message": text}}, {"errors": [...]}, {"message": text} and
    {"detail": text} with or without a code, and {"status": "failed", "message": [{"message": text}]}.
    """
    if not isinstance(value, dict):
        return ""
    for name in ("message", "error", "errors", "detail"):
        found = value.get(name)
        if name == "message" and not isinstance(found, str) and value.get("status") != "failed":
            # Crossref puts what was asked for into an object of this name.
            continue
        if said := _words(found):
            return said
    return "an error without a word" if value.get("error") or value.get("status") == "failed" else ""


def refusal(page: Page) -> Wrong | None:
    """Return what a page that was asked for with `any_status` tells of, None where it is a success."""
    if page.status < 400:
        return None
    try:
        said = error_in(json.loads(page.text))
    except (ValueError, RecursionError):
        said = "" if is_web_page(page.text) else told(page.text)
    return Wrong(f"the site answers {page.status}: {said}" if said else f"the site answers {page.status}")


def wrong_markup(text: str, kinds: tuple[str, ...]) -> Wrong | None:
    """Return what is wrong with an answer that should be XML beginning with one of the elements."""
    start = text[:2000].lstrip("\ufeff \t\r\n")
    if not start.startswith("<") or is_web_page(start):
        return Wrong(_no_data(text) or "the answer is not XML")
    if not any(f"<{kind}" in start or f":{kind}" in start for kind in kinds):
        return Wrong("the answer is not what the site promises")
    return None


def declares_entities(text: str) -> bool:
    """Return whether an XML document declares entities of its own, each of which may stand for many others.

    No site needs to. The parser bounds how far they grow only in proportion to the document.
    """
    before = _BEFORE_XML.match(text)
    return text.startswith("<!DOCTYPE", before.end() if before else 0) and "<!ENTITY" in text


def raise_wrong(source: str, wrong: Wrong) -> NoReturn:
    """Tell by an error that a source was answered with something it cannot use.

    Raises:
        ListingError: always.
    """
    raise ListingError(f"{source}: {wrong.reason}", wrong.hint)


def raise_refusal(source: str, page: Page, wrong: Wrong) -> NoReturn:
    """Tell by an error that a site refused to answer.

    Raises:
        RateLimited: it asks to wait.
        NetworkError: it is out of order.
        ListingError: any other status.
    """
    message, wait = f"{source}: {wrong.reason}", retry_after(page.headers, page.retrieved)
    hint = "Try again later" if wait is None else f"It asks to wait {span_line(wait)}"
    if page.status == 429:
        raise RateLimited(f"{source}: the site asks to slow down", hint, wait)
    if page.status in _CLOSED and wait is not None and wait > LONGEST_WAIT:
        # A shorter wait was waited out before, in vain: then the site is in trouble, whatever it says.
        raise RateLimited(message, hint, wait)
    if page.status >= 500:
        raise NetworkError(message, wrong.hint)
    raise ListingError(message, wrong.hint)


def refuse_going_back(name: str, since: date | None) -> None:
    """Tell that a source has no earlier days, where it is asked for them.

    Raises:
        ListingError: a day is given.
    """
    if since is not None:
        raise ListingError(f"{name} cannot be asked for earlier days", "Ask for it without a day")


def told(text: str) -> str:
    """Return words of a site as they may be shown: clean, at most 200 characters, without a full stop."""
    return clean(text[: 4 * _TOLD_CHARACTERS])[:_TOLD_CHARACTERS].rstrip(" .")


def text_of(record: Json, *names: str) -> str:
    """Return the first of the fields that holds a text which is not empty, else nothing."""
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and value:
            return value
    return ""


def number_of(record: Json, name: str) -> int | None:
    """Return the whole number from 0 that a field holds, None for anything else."""
    value = record.get(name)
    return value if type(value) is int and 0 <= value < _MAX_NUMBER else None


def object_of(record: Json, name: str) -> Json:
    """Return the object that a field holds, an empty one for anything else."""
    value = record.get(name)
    return value if isinstance(value, dict) else {}


def list_of(record: Json, name: str) -> list[object]:
    """Return the list that a field holds, an empty one for anything else."""
    value = record.get(name)
    return value if isinstance(value, list) else []


def _no_data(text: str) -> str:
    start = text[:2000].strip("\ufeff \t\r\n")
    if not start:
        return "the answer is empty"
    if is_web_page(start):
        return _WEB_PAGE
    if start[0] in "[{<":
        return ""
    return f"the site answers: {told(start)}"


def _words(value: object) -> str:
    """Return the words of an error: a text, the message of an object, or those of the first of a list."""
    for _ in range(4):
        if isinstance(value, str):
            return told(value)
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("message") or value.get("detail") or value.get("msg") or value.get("error")
    return ""
