"""The links of a text: where they stand, where they lead, what kind of place that is."""

from __future__ import annotations

import re
from enum import StrEnum

from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, lowered
from radar.papers.bases import Value


class LinkKind(StrEnum):
    """What kind of place a link leads to."""

    REPOSITORY = "repository"
    """A code host, or an anonymous mirror of one."""
    ARCHIVE = "archive"
    """An archive of research files, such as Zenodo, OSF or Figshare."""
    MODEL_HUB = "model hub"
    """A hub of models and data sets, such as Hugging Face."""
    PAGE = "page"
    """Any other page."""


class Link(Value):
    """A link as it stands in a text."""

    url: str
    """Normalised: with a scheme, without trailing punctuation or `.git`."""
    start: int
    """Offset of its first character in the text."""
    end: int
    """Offset behind its last character."""
    kind: LinkKind


_MARKS = (
    "http",
    "www.",
    ".com/",
    ".org/",
    ".io",
    "git@",
    ".science/",
    ".net/",
    ".edu/",
    ".co/",
    ".ai/",
    ".dev/",
    "gitlab.",
    ".sourceforge.",
    "10.",
)
_SLASHLESS = ("http", "www.", ".io", "git@", ".sourceforge.")
_ARCHIVED = r"10\.(?:5281/zenodo\.|17605/osf|6084/m9\.|7910/dvn/|5061/dryad\.|17632/|7488/)"
"""How the identifiers begin under which archives of data keep what they hold."""
_ARCHIVED_MARK = pattern(_ARCHIVED)
_DOTTED = pattern(r"\.(?:[a-zA-Z]|(?<=[wW]\.)[0-9-])")
"""What a link of ASCII without a slash and an "at" has: a full stop before a letter, or behind "www"."""
_SLASHED = pattern(r"\.(?:com|org|science|net|edu|co|ai|dev)/")
_MOST = 500
"""So many words of a text are looked at."""
_LONGEST_TOKEN = 700
_REST = r"(?:[A-Za-z0-9._~:/?#@!$&*+,;=%()\-]|\\[_%\#&~]|\{\\?_\}){0,400}"
_HOST_NAMES = (
    r"(?:(?:[a-z0-9-]{1,40}\.){0,3}"
    r"(?:github|gitlab|bitbucket|codeberg|sourceforge|gitee|huggingface|zenodo|figshare|osf|hf|doi|4open)"
    r"\.(?:com|org|net|co|io|science))"
)
_LINK = pattern(
    rf"""(?P<scheme>https?\s?:\s?/\s?(?:/\s?)?)(?P<rest>{_REST})
       | (?<![\w./])(?P<doi>{_ARCHIVED}{_REST})
       | git@(?P<git_host>[a-z0-9.-]{{3,60}}):(?P<git_path>[A-Za-z0-9._/-]{{3,200}})
       | (?<![\w@./-])(?P<bare>(?:www\.[a-z0-9-]{{1,60}}\.|{_HOST_NAMES}(?=[/\s.,;)\]}}]|$)
             |gitlab\.(?:[a-z0-9-]{{1,40}}\.){{1,3}}[a-z]{{2,10}}/(?=\w)
             |(?:[a-z0-9-]{{1,40}}\.){{1,4}}(?:com|org|net|io|edu|ai|dev|science|gov|info|ac\.[a-z]{{2}}|co|de|fr|uk)/(?=[\w~])){_REST})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HOST = pattern(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z][a-z0-9-]{1,20}(?::\d{1,5})?", re.IGNORECASE
)
_JOINED = pattern(r"[,;:&]*https?://", re.IGNORECASE)
"""Where the next link begins that is written without a space."""
_BROKEN_HOST = pattern(rf"\. (?P<piece>(?:com|org|io|net|co|science)/{_REST})")
_NEXT_PIECE = pattern(r" (?P<piece>[A-Za-z0-9._-]{1,80}(?:/[A-Za-z0-9._-]{1,80}){0,3}/?)(?=[\s.,;)\]}]|$)")
_GLUED = pattern(
    r"\.(?=(?:We|The|Our|This|These|In|It|Code|Codes|Data|All|Project|Keywords|However"
    r"|Moreover|Finally)(?:$|[^a-z]))"
)
_REPOSITORY_HOSTS = pattern(
    r"(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|sourceforge\.(?:net|io)"
    r"|gitee\.com|sr\.ht|pypi\.org|cran\.r-project\.org|crates\.io|npmjs\.com|anaconda\.org"
    r"|anonymous\.4open\.science|4open\.science|githubusercontent\.com|savannah\.gnu\.org|gitcode\.com)$"
    r"|^(?:gitlab|gitea|forgejo|gogs|git)\.|\.gitlab\.(?!io)|^code\.(?!google)"
)
_ARCHIVE = pattern(
    r"^(?:[\w-]+\.)*(?:zenodo\.org|osf\.io|figshare\.com|dataverse\.[\w.]+|datadryad\.org"
    r"|kaggle\.com(?!/c/|/competitions)|archive\.org"
    r"|data\.mendeley\.com|clarin\.\w+|openneuro\.org|archive\.softwareheritage\.org|physionet\.org|ieee-dataport\.org)(?:[:/]|$)"
    r"|^(?:dx\.)?doi\.org/10\.(?:5281/zenodo|17605/|6084/|7910/dvn|5061/dryad|17632/|7488/)",
    re.IGNORECASE,
)
_MODEL_HUB = pattern(
    r"^(?:www\.)?(?:huggingface\.co|hf\.co|modelscope\.cn|modelscope\.ai)(?:/(?!spaces/)|$)", re.IGNORECASE
)
_TEX = pattern(r"\{?\\([_%#&~])\}?|\{(_)\}")
_TRAILING = ".,;:!?*~&$=-@"


def links(text: str) -> tuple[Link, ...]:
    """Return the http(s) links of a text in order, without those that carry a user name."""
    found: list[Link] = []
    position = 0
    for start in _candidates(text):
        if start < position:
            continue
        match = _LINK.search(text, start, min(_behind(text, start, 3), start + _LONGEST_TOKEN))
        while match:
            link = _link(text, match)
            position = max(match.end() if link is None else link.end, match.start() + 1)
            if link is not None:
                found.append(link)
            match = _LINK.search(text, position, min(_behind(text, position, 1), start + _LONGEST_TOKEN))
    return tuple(found)


def _behind(text: str, start: int, words: int) -> int:
    """Return where so many words end."""
    for _ in range(words):
        start = text.find(" ", start + 1)
        if start < 0:
            return len(text)
    return start


def _candidates(text: str) -> list[int]:
    """Return where the words begin that may hold a link."""
    if "/" not in text and "@" not in text and text.isascii() and _DOTTED.search(text) is None:
        return []
    lower = lowered(text)  # keeps places, so that what is found behind a space stands behind it in both
    if not (any_of(_SLASHLESS, lower) or ("/" in lower and _has_slashed(lower))):
        return []
    starts: set[int] = set()
    for mark in _MARKS:
        position = lower.find(mark)
        while position >= 0 and len(starts) < _MOST:
            starts.add(text.rfind(" ", 0, position) + 1)
            behind = text.find(" ", position)
            position = lower.find(mark, behind) if behind >= 0 else -1
    return sorted(starts)


def _has_slashed(lower: str) -> bool:
    """Say whether a text may hold a link that is only known by what stands around its first slash."""
    if _SLASHED.search(lower) or "gitlab." in lower:
        return True
    return "10." in lower and _ARCHIVED_MARK.search(lower) is not None


def kind_of(url: str) -> LinkKind:
    """Return what kind of place a link leads to."""
    place = url.split("://", 1)[-1]
    host = place.split("/", 1)[0].split(":", 1)[0].lower()
    if _MODEL_HUB.match(place):
        return LinkKind.MODEL_HUB
    if _ARCHIVE.match(place):
        return LinkKind.ARCHIVE
    if _REPOSITORY_HOSTS.search(host.removeprefix("www.")):
        return LinkKind.REPOSITORY
    return LinkKind.PAGE


def same_place(one: str, other: str) -> bool:
    """Say whether two links lead to the same place but for scheme, case, `www.`, `.git` and slashes."""
    return _place(one) == _place(other)


def _place(url: str) -> str:
    return url.split("://", 1)[-1].lower().removeprefix("www.").rstrip("/").removesuffix(".git")


def _link(text: str, match: re.Match[str]) -> Link | None:
    if match["git_host"]:
        path = match["git_path"].rstrip(_TRAILING + "/")
        end = match.start("git_path") + len(path)
        return _checked(f"https://{match['git_host']}/{path}", match.start(), end)
    group = "rest" if match["scheme"] else "doi" if match["doi"] else "bare"
    rest = _without_trailing(match[group])
    end = match.start(group) + len(rest)
    rest, end = _with_next_piece(text, rest, end)
    scheme = "http://" if (match["scheme"] or "").lower().startswith("http:") else "https://"
    scheme += "doi.org/" if match["doi"] else ""
    return _checked(scheme + _without_tex(rest), match.start(), end)


def _without_tex(rest: str) -> str:
    return _TEX.sub(r"\1\2", rest) if "\\" in rest or "{" in rest else rest


def _checked(url: str, start: int, end: int) -> Link | None:
    scheme, place = url.split("://", 1)
    host = place.split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    if not _HOST.fullmatch(host):
        return None
    place = place.rstrip("/") if place.count("/") > 1 or place.endswith("/") else place
    url = f"{scheme}://{place}"
    kind = kind_of(url)
    if kind is LinkKind.REPOSITORY and url.endswith(".git"):
        url = url.removesuffix(".git")
        kind = kind_of(url)
    return Link(url, start, end, kind)


def _without_trailing(rest: str) -> str:
    glued = _GLUED.search(rest)
    if glued:
        rest = rest[: glued.start()]
    middle = rest.find(")(")
    if middle > 0:
        rest = rest[:middle]
    joined = _JOINED.search(rest) if "archive.org" not in rest else None
    if joined:
        rest = rest[: joined.start()]
    while rest:
        if (
            rest[-1] in _TRAILING
            or (rest[-1] == ")" and rest.count(")") > rest.count("("))
            or rest[-1] == "("
        ):
            rest = rest[:-1]
        else:
            break
    opened = rest.find("(")
    return rest[:opened] if opened >= 0 and ")" not in rest[opened:] else rest


def _with_next_piece(text: str, rest: str, end: int) -> tuple[str, int]:
    """Join a link that was broken in its host, or behind a slash where what follows can only be its rest."""
    if "." not in rest and "/" not in rest:
        host = _BROKEN_HOST.match(text, end)
        behind = _without_trailing(host["piece"]) if host else ""
        return (f"{rest}.{behind}", host.start("piece") + len(behind)) if host else (rest, end)
    if (
        not rest.endswith("/")
        or kind_of("https://" + rest) is not LinkKind.REPOSITORY
        or text[end : end + 1] != " "
    ):
        return rest, end
    parts = [part for part in rest.split("/")[1:] if part]
    following = _NEXT_PIECE.match(text, end)
    if not following or len(parts) > 1:
        return rest, end
    piece = following["piece"].rstrip(".")
    safe = "/" in piece.rstrip("/") if not parts else bool(re.search(r"[-_\d]|[a-z][A-Z]", piece))
    return (rest + piece, following.start("piece") + len(piece)) if safe else (rest, end)
