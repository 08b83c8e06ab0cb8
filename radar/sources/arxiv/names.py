"""What the names of sources of arXiv ask for."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from radar.errors import SettingsError
from radar.papers.bases import Value
from radar.papers.listed.identity import arxiv_id
from radar.papers.text.safe_text import clean
from radar.sources.arxiv.categories import ARCHIVES, CATEGORIES

FORMS = (
    "arxiv:cs.CL",
    "arxiv:cs.CL+cs.LG",
    "arxiv:q-bio",
    "arxiv:search/small language models",
    "arxiv:search/ti:kite AND cat:cs.RO",
    "arxiv:id/2406.01234,2406.05678",
)
"""How the names of such sources look."""

_SEPARATORS = re.compile(r"[+,\s]+")
_VERSION = re.compile(r"v(\d{1,4})(?:\.pdf)?/?$", re.IGNORECASE)
_FIELD = re.compile(
    r"\b(?:ti|au|abs|co|jr|cat|rn|id|id_list|all|submittedDate|lastUpdatedDate):", re.IGNORECASE
)
"""Fields that arXiv searches (https://info.arxiv.org/help/api/user-manual.html, 5.1)."""
_TOKEN = re.compile(r'"[^"]*"|[()]|[^\s()"]+')
_OPERATORS = frozenset({"AND", "OR", "ANDNOT"})
_LISTING_LINK = re.compile(
    r"(?:https?://)?(?:www\.|rss\.|export\.)?arxiv\.org/(?:list|rss|atom)/([\w.+-]+)(?:/\w+)?/?(?:\?.*)?",
    re.IGNORECASE,
)
_HF_LINK = re.compile(r"(?:https?://)?(?:www\.)?huggingface\.co/", re.IGNORECASE)
_QUERY_CHARACTERS = 1000
"""Longer addresses are refused by servers on the way."""
_MAX_IDS = 2000
"""As many papers as arXiv gives in one slice (user manual, 3.1.1.2)."""
_SHOWN = 80


class Wanted(Value):
    """What a name asks for: categories, a search, or papers by their ids."""

    name: str
    """The name in its usual form."""
    label: str
    query: str = ""
    """In the syntax of arXiv's search; empty where papers are asked for by id."""
    categories: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    """With the version where one was named."""


def wanted_by(name: str) -> Wanted:
    """Return what a name asks for.

    Raises:
        SettingsError: arXiv has no such category, or the name has another form; the hint says the nearest.
    """
    rest = clean(name.partition(":")[2])
    if listing := _LISTING_LINK.fullmatch(rest):
        rest = listing[1]
    kind, slash, value = rest.partition("/")
    if kind.strip().lower() == "search" and slash:
        return _search(value.strip())
    if kind.strip().lower() == "id" and slash:
        return _papers(value)
    if arxiv_id(rest):
        return _papers(rest)
    return _categories(name, rest)


def sources_of(text: str) -> tuple[str, ...]:
    """Return the sources of the paper that an id, a link or a DOI of arXiv names.

    Hugging Face comes second: it may not list the paper, but adds code link and upvotes where it does.
    """
    text = text.strip()
    id = None if _HF_LINK.match(text) else arxiv_id(re.split(r"[?#]", text, maxsplit=1)[0])
    if id is None:
        return ()
    number = id.removeprefix("arxiv:")
    return f"arxiv:id/{number}", f"hf:paper/{number}"


def _categories(name: str, rest: str) -> Wanted:
    by_lower = {category.lower(): category for category in (*CATEGORIES, *ARCHIVES)}
    found = []
    for wanted in _SEPARATORS.split(rest.strip("+, ")):
        known = by_lower.get(wanted.lower().removesuffix(".*"))
        if known is None:
            raise _unknown(name, wanted, by_lower)
        found.append(known)
    categories = tuple(dict.fromkeys(found))
    return Wanted(
        f"arxiv:{'+'.join(categories)}",
        f"arXiv {', '.join(categories)}",
        " OR ".join(_terms(categories)),
        categories,
    )


def _unknown(name: str, wanted: str, by_lower: dict[str, str]) -> SettingsError:
    if not wanted:
        return SettingsError(f"{clean(name)[:_SHOWN]} names no category of arXiv", f"Write it as {FORMS[0]}")
    near = difflib.get_close_matches(wanted.lower(), by_lower, 1, 0.6)
    if not near and "." in wanted:
        near = difflib.get_close_matches(wanted.lower(), by_lower, 1, 0.3)
    hint = (
        f"The nearest is arxiv:{by_lower[near[0]]}"
        if near
        else f"Write it as {FORMS[0]}; words are searched for as arxiv:search/{wanted[:_SHOWN]}"
    )
    return SettingsError(f"arXiv has no category {wanted[:_SHOWN]}", hint)


def _terms(categories: tuple[str, ...]) -> Iterator[str]:
    for category in categories:
        if category in CATEGORIES:
            yield f"cat:{category}"
        if category in ARCHIVES:
            yield f"cat:{category}.*"


def _papers(value: str) -> Wanted:
    ids = []
    for part in filter(None, re.split(r"[,;\s]+", value)):
        id = arxiv_id(part)
        if id is None:
            raise SettingsError(f"{part[:_SHOWN]} is not an id of arXiv", f"Write it as {FORMS[-1]}")
        version = _VERSION.search(part)
        ids.append(id.removeprefix("arxiv:") + (f"v{int(version[1])}" if version else ""))
    if not ids:
        raise SettingsError("arxiv:id/ names no paper", f"Write it as {FORMS[-1]}")
    if len(ids) > _MAX_IDS:
        raise SettingsError(f"these are {len(ids)} papers", f"Name {_MAX_IDS} at most at once")
    unique = tuple(dict.fromkeys(ids))
    label = f"arXiv {unique[0]}" if len(unique) == 1 else f"arXiv, {len(unique)} papers by id"
    return Wanted(f"arxiv:id/{','.join(unique)}", label, ids=unique)


def _search(value: str) -> Wanted:
    form = next(form for form in FORMS if form.startswith("arxiv:search/"))
    if not value:
        raise SettingsError("arxiv:search/ names nothing to search for", f"Write it as {form}")
    if len(value) > _QUERY_CHARACTERS:
        raise SettingsError(
            f"a search of {len(value)} characters is too long", f"Write {_QUERY_CHARACTERS} at most"
        )
    if value.count('"') % 2:
        raise SettingsError(
            "a quotation mark of the search is not closed", f'Write it as arxiv:search/"{_plain(value)}"'
        )
    if not _is_balanced(value):
        raise SettingsError(
            "a parenthesis of the search has no other", f"Write it as arxiv:search/{_plain(value)}"
        )
    query = value if _FIELD.search(value) else _with_fields(value)
    if not query:
        raise SettingsError("there is no word to search for", f"Write it as {form}")
    return Wanted(f"arxiv:search/{value}", f"arXiv search: {value}", query)


def _with_fields(value: str) -> str:
    """Return plain words as a query for papers that hold them all, anywhere."""
    parts: list[str] = []
    operand = False
    for token in _TOKEN.findall(value):
        if token in _OPERATORS:
            if operand:
                parts.append(token)
                operand = False
            continue
        if token == ")":
            parts.append(token)
            operand = True
            continue
        if operand:
            parts.append("AND")
        word = token if token == "(" else f"all:{token}"
        parts.append(word)
        operand = token != "("
    while parts and parts[-1] in _OPERATORS:
        parts.pop()
    query = " ".join(parts)
    return query if "all:" in query else ""


def _is_balanced(value: str) -> bool:
    depth = 0
    for token in _TOKEN.findall(value):
        depth += (token == "(") - (token == ")")
        if depth < 0:
            return False
    return depth == 0


def _plain(value: str) -> str:
    return " ".join(re.sub(r'["()]', " ", value).split())
