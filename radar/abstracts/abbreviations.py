"""Abbreviations that a line uses and its abstract explains, written out."""

from __future__ import annotations

from radar.abstracts.patterns import pattern
from radar.abstracts.tex import readable_text
from radar.abstracts.words import word_set

_SHORT = pattern(r"(?<![\w(-])(?P<short>[A-Z][A-Za-z]{0,8}[A-Z])(?P<plural>s?)(?![\w)-])")
_LONGEST_FORM = 120
"""So many characters before an abbreviation may hold what it stands for."""
_WORDS_BEYOND = 5
"""What an abbreviation stands for has at most so many words more than letters (Schwartz and Hearst 2003)."""
_SMALL = word_set("a an the of and or for in on to with by from as at")
_ARTICLE = pattern(r"\b([Aa])n? $")
_SPOKEN_AS_CONSONANT = pattern(r"(?i:uni(?!n|m)|us[ae]|util|eu|one\b)")
_SPACE = " "


def written_out(line: str, text: str, title: str, limit: int) -> str:
    """Return a line with the abbreviations written out that its abstract explains.

    An abbreviation of the title stays, since the title is read beside the line, and so does one that would
    make the line longer than the limit.

    Args:
        line: the line.
        text: the abstract.
        title: of the paper.
        limit: in words.
    """
    tried = set()
    for match in _SHORT.finditer(line):
        short = match["short"]
        if short in tried or short in title or f"({short})" in line:
            continue
        tried.add(short)
        form = readable_text(long_form(short, text))
        if form and form.casefold() not in line.casefold():
            longer = (
                _with_article(line[: match.start()], form)
                + _fitted(form, plural=bool(match["plural"]), first=not match.start())
                + line[match.end() :]
            )
            if longer.count(_SPACE) < limit and longer.count(f" {short}") == 0:
                return written_out(longer, text, title, limit)
    return line


def long_form(short: str, text: str) -> str:
    """Return what an abbreviation stands for by the text before its brackets, or nothing.

    Its letters are found from the last to the first, the first at the beginning of a word, as Schwartz and
    Hearst (2003) do.
    """
    many = False
    end = text.find(f" ({short})")
    if end < 0:
        end, many = text.find(f" ({short}s)"), True
    if end < 0:
        return ""
    before = text[max(0, end - _LONGEST_FORM) : end]
    words = before.split(_SPACE)[-(len(short) + _WORDS_BEYOND) :]
    before = _SPACE.join(words)
    place = len(before)
    for number in reversed(range(len(short))):
        letter, place = short[number].lower(), place - 1
        while place >= 0 and not _matches(before, place, letter, first=number == 0):
            place -= 1
        if place < 0:
            return ""
    form = before[place:]
    if _SPACE not in form and "-" not in form:
        return ""
    opens = text[: end - len(form)].rstrip()
    if (not opens or opens[-1] in ".!?:") and form[1:].islower():
        form = form[0].lower() + form[1:]
    return form[:-1] if many and form.endswith("s") and not form.endswith(("ss", "ies")) else form


def _matches(text: str, place: int, letter: str, *, first: bool) -> bool:
    if text[place].lower() != letter:
        return False
    if not first:
        return True
    begins = place == 0 or not text[place - 1].isalnum()
    return begins and text[place:].split(_SPACE, 1)[0].lower() not in _SMALL


def _with_article(head: str, form: str) -> str:
    """Return what stands before an abbreviation, its article as the long form asks for."""
    article = _ARTICLE.search(head)
    if article is None:
        return head
    vowel = form[0].lower() in "aeiou" and not _SPOKEN_AS_CONSONANT.match(form)
    return head[: article.start()] + article[1] + ("n " if vowel else " ")


def _fitted(form: str, *, plural: bool, first: bool) -> str:
    """Return what an abbreviation stands for in the number and with the first letter of its place."""
    if plural and not form.endswith("s"):
        form += "s"
    return form[0].upper() + form[1:] if first else form
