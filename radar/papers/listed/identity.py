"""When two records speak of the same paper."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from radar.papers.listed.paper import PaperId
from radar.papers.text.patterns import pattern
from radar.papers.text.safe_text import SEPARATED

_ARXIV = pattern(
    r"(?:arxiv:\s*|arxiv\.org/(?:abs|pdf|html|format|ps|src|e-print)/|huggingface\.co/papers/|10\.48550/arxiv\."
    r"|ar5iv\.(?:labs\.arxiv\.)?org/(?:abs|html|pdf)/|alphaxiv\.org/(?:abs|pdf|overview|audio)/)?"
    r"(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\.pdf|\.md)?/?",
    re.IGNORECASE,
)
_NUMBER = pattern(r"(?P<year>\d\d)(?P<month>\d\d)\.\d{4,5}(?:v\d+)?(?:\.|/|$)")
_FIRST_YEAR = 7
"""Since 2007 ids of arXiv are numbers that begin with year and month."""
_USUAL_ARXIV = pattern(r"(?:arxiv:|https://arxiv\.org/abs/)(\d{4}\.\d{4,5})")
"""How nearly all of them are written, which is told at a fraction of the cost."""
_DOI = pattern(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)
_DOI_VERSION = pattern(r"(?:(?<=\d)|[./_-])v\d{1,3}$|(?<=\D\d{5})\.\d{1,2}$|(?<=\D\d{6})\.\d{1,2}$")
"""As in 10.21203/rs.3.rs-12/v2, 10.1101/2020.01.02v2, 10.7554/elife.12345.2; chapters follow an ISBN."""
_ACL = pattern(
    r"(?:acl:|(?:https?://)?(?:www\.)?aclanthology\.org/)(?P<id>[A-Za-z0-9][\w.-]*[\w])/?", re.IGNORECASE
)
_LONGEST_IDS = 2_000
_LONGEST_AMONG = 20_000
_BRACKETS = pattern(r"[()\[\]<>|]+")
_AROUND = "()[]<>{}.,;:!?*_'\"`"
_TEX_MARKS = pattern(r"[{}$\\]")
_TEX = b"{}$\\"
_HOMES = {
    "arxiv": "https://arxiv.org/abs/",
    "acl": "https://aclanthology.org/",
    "doi": "https://doi.org/",
}
_NOT_LETTERS = pattern(r"[\W_]+")


def arxiv_id(text: str) -> PaperId | None:
    """Return `arxiv:<id>` without a version, for an id or a link to arXiv, else None."""
    if usual := _USUAL_ARXIV.fullmatch(text):
        return PaperId(f"arxiv:{usual[1]}")
    found = _ARXIV.fullmatch(_without_scheme(text))
    return PaperId(f"arxiv:{found['id'].lower() if '/' in found['id'] else found['id']}") if found else None


def doi_id(text: str) -> PaperId | None:
    """Return `doi:<doi>` in lower case, for a DOI or a link to one, else None."""
    found = _DOI.fullmatch(text.strip())
    return PaperId(f"doi:{found['doi'].lower().rstrip('.')}") if found else None


def doi_registrant(doi: str) -> str:
    """Return whose a DOI is: what stands before the slash."""
    return doi.partition("/")[0]


def doi_work(doi: str) -> str:
    """Return a DOI in lower case without what numbers a version of the same work, as preprint servers do."""
    return _DOI_VERSION.sub("", doi)


def acl_id(text: str) -> PaperId | None:
    """Return `acl:<id>` for a link to the ACL Anthology or `acl:...`, else None."""
    found = _ACL.fullmatch(text.strip())
    return PaperId(f"acl:{found['id'].removesuffix('.pdf')}") if found else None


def in_a_list(word: str) -> str:
    """Return an id, link or DOI without what lists are written with behind it; none of them ends so."""
    return word.rstrip(",;")


def are_ids(text: str) -> bool:
    """Return whether a text is nothing but a few ids or links of papers, as those above know."""
    if len(text) > _LONGEST_IDS:
        return False
    words = list(map(in_a_list, text.split()))
    return bool(words) and all(map(_known, words))


def _known(word: str) -> PaperId | None:
    return arxiv_id(word) or doi_id(word) or acl_id(word)


def ids_among(text: str, today: date) -> tuple[str, ...]:
    """Return the ids and links of papers that stand among the words of a text, each once.

    Of the numbers in it those are ids that begin with a month in which arXiv has given such ids, or have its
    name before them.
    """
    named: dict[PaperId, str] = {}
    before = ""
    for word in text[:_LONGEST_AMONG].split():
        # Some DOIs have brackets of their own.
        for part in (part.strip(_AROUND) for part in (word, *_BRACKETS.split(word))):
            if (known := _known(part)) and (before == "arxiv" or _may_be_id(part, today)):
                named.setdefault(known, part)
                break
        before = word.strip(_AROUND).lower()
    return tuple(named.values())


def _may_be_id(part: str, today: date) -> bool:
    """Return whether a part of a text, if it is a number alone, begins with a month of arXiv's ids."""
    number = _NUMBER.match(part)
    if number is None:
        return True
    year, month = int(number["year"]), int(number["month"])
    return _FIRST_YEAR <= year <= today.year % 100 and 1 <= month <= 12


def landing_of(id: PaperId) -> str:
    """Return the page where a paper with that id is found, or nothing."""
    home, _, name = id.partition(":")
    return f"{_HOMES[home]}{name}" if home in _HOMES else ""


def short_id(id: PaperId) -> str:
    """Return how an id stands at the end of the key that exports give a paper."""
    if id.startswith("arxiv:"):
        return id.removeprefix("arxiv:").replace("/", ".")
    # Imported where it is needed: a list of papers does without it.
    from hashlib import sha256

    return sha256(id.encode()).hexdigest()[:8]


TITLE_ID = pattern(r"title:[0-9a-f]{16}")
"""What `title_id` returns."""


def title_id(title: str, first_author: str = "") -> PaperId:
    """Return `title:<digest>` of the normalised title and the family name of the first author."""
    import hashlib

    # A title of signs alone is told from others by its signs.
    key = f"{normalised_title(title) or title.strip()}\n{family_name(first_author)}"
    return PaperId(f"title:{hashlib.sha256(key.encode()).hexdigest()[:16]}")


@lru_cache(maxsize=8_192)
def normalised_title(title: str) -> str:
    """Return the letters and digits of a title in lower case, without accents, TeX braces or punctuation."""
    return _normalised(title)


def _normalised(title: str) -> str:
    if title.isascii():
        # As below, in a fraction of the time.
        return " ".join(title.encode().translate(SEPARATED, _TEX).decode().split())
    plain = _TEX_MARKS.sub("", title.casefold())
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(character for character in plain if not unicodedata.combining(character))
    return _NOT_LETTERS.sub(" ", plain).strip()


def family_name(author: str) -> str:
    """Return the family name of "Given Family" or "Family, Given", normalised; empty for no author."""
    name = author.split(",")[0] if "," in author else (author.split() or [""])[-1]
    # Not by what is remembered of titles, which many names would push out.
    return _normalised(name)


def _without_scheme(text: str) -> str:
    return re.sub(
        r"^https?://(?:www\.|export\.|browse\.|dx\.)?(?:doi\.org/)?", "", text.strip(), flags=re.IGNORECASE
    )
