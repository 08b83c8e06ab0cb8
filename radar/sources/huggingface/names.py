"""What the names of sources of Hugging Face ask for."""

from __future__ import annotations

import difflib
import re
from datetime import date

from radar.errors import SettingsError
from radar.papers.bases import Value
from radar.papers.listed.identity import arxiv_id
from radar.papers.text.safe_text import clean

FORMS = (
    "hf:daily",
    "hf:daily/2026-11-20",
    "hf:daily/2026-W47",
    "hf:daily/2026-11",
    "hf:trending",
    "hf:search/small language models",
    "hf:paper/2406.01234",
)
"""How the names of such sources look."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WEEK = re.compile(r"(\d{4})-?W(\d{2})", re.ASCII | re.IGNORECASE)
_MONTH = re.compile(r"\d{4}-\d{2}", re.ASCII)
_LINK = re.compile(r"(?:https?://)?(?:www\.)?huggingface\.co/papers/\S+", re.IGNORECASE)
_LIST_LINK = re.compile(
    r"(?:https?://)?(?:www\.)?huggingface\.co/papers/?(?:(?:date|week|month)/([\w-]+)|(trending))?/?(?:\?.*)?",
    re.IGNORECASE,
)
_KINDS = ("daily", "trending", "search", "paper")
_QUERY_CHARACTERS = 250
"""What is longer are no words to search for but a text."""
_SHOWN = 80


class Wanted(Value):
    """What a name asks for."""

    name: str
    """The name in its usual form."""
    kind: str
    """"daily", "trending", "search" or "paper"."""
    value: str = ""
    """The day, week or month; the words; or the id. Empty for the newest of the daily papers."""
    span: str = ""
    """What the site calls the value of a daily list: "date", "week" or "month"."""
    first_day: date | None = None
    """The first day of that span."""


def wanted_by(name: str) -> Wanted:
    """Return what a name asks for.

    Raises:
        SettingsError: no source has such a name; the hint says the nearest form.
    """
    rest = clean(name.partition(":")[2])
    if link := _LIST_LINK.fullmatch(rest):
        rest = "trending" if link[2] else f"daily/{link[1]}" if link[1] else "daily"
    kind, slash, value = rest.partition("/")
    kind, value = kind.strip().lower(), value.strip()
    if kind == "daily" and not slash:
        return Wanted("hf:daily", "daily")
    if kind == "daily" and (found := _span_of(value)):
        return Wanted(f"hf:daily/{found[1]}", "daily", found[1], found[0], found[2])
    if kind == "trending" and not slash:
        return Wanted("hf:trending", "trending")
    if kind == "search" and 0 < len(value) <= _QUERY_CHARACTERS:
        return Wanted(f"hf:search/{value}", "search", value)
    if kind == "paper" and (id := arxiv_id(value)):
        number = id.removeprefix("arxiv:")
        return Wanted(f"hf:paper/{number}", "paper", number)
    raise _refused(name, kind, value)


def sources_of(text: str) -> tuple[str, ...]:
    """Return the sources of the paper that a link to Hugging Face names; arXiv adds what this site lacks."""
    id = arxiv_id(re.split(r"[?#]", text.strip(), maxsplit=1)[0]) if _LINK.fullmatch(text.strip()) else None
    if id is None:
        return ()
    number = id.removeprefix("arxiv:")
    return (f"hf:paper/{number}", f"arxiv:id/{number}")


def _span_of(value: str) -> tuple[str, str, date] | None:
    try:
        if _DAY.fullmatch(value):
            return "date", value, date.fromisoformat(value)
        if week := _WEEK.fullmatch(value):
            return "week", f"{week[1]}-W{week[2]}", date.fromisocalendar(int(week[1]), int(week[2]), 1)
        if _MONTH.fullmatch(value):
            return "month", value, date.fromisoformat(f"{value}-01")
    except ValueError:
        pass
    return None


def _refused(name: str, kind: str, value: str) -> SettingsError:
    """Return what is wrong with a name."""
    shown = clean(name)[:_SHOWN]
    message = f"{shown} is not a source of Hugging Face"
    if len(value) > _QUERY_CHARACTERS:
        return SettingsError(message, f"A search has {_QUERY_CHARACTERS} characters at most")
    if not kind or kind in _KINDS:
        forms = [form for form in FORMS if form.startswith(f"hf:{kind}")]
        return SettingsError(message, f"Write it as {_either(forms)}")
    if sources := sources_of(name.partition(":")[2]):
        return SettingsError(message, f"The nearest is {sources[0]}")
    near = difflib.get_close_matches(kind, _KINDS, 1, 0.5)
    if near:
        ended = value and near[0] != "trending"
        nearest = f"hf:{near[0]}/{value}" if ended else f"hf:{near[0]}"
        return SettingsError(message, f"The nearest is {_known(nearest) or _of_kind(near[0])}")
    return SettingsError(message, f"Write it as {_either(FORMS)}; words are searched for as hf:search/{kind}")


def _known(name: str) -> str:
    try:
        return wanted_by(name).name
    except SettingsError:
        return ""


def _of_kind(kind: str) -> str:
    return next(form for form in FORMS if form.startswith(f"hf:{kind}"))


def _either(forms: tuple[str, ...] | list[str]) -> str:
    return f"{', '.join(forms[:-1])} or {forms[-1]}" if len(forms) > 1 else forms[0]
