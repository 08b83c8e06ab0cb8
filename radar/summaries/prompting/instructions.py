"""Text in a paper that speaks to a model instead of a reader."""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterator

from radar.abstracts.vocabulary.words import any_of
from radar.papers.text.safe_text import clean
from radar.summaries.prompting.instruction_words import PATTERNS
from radar.summaries.prompting.instruction_words_abroad import ABROAD

_NAMED = (
    r"(?:im_(?:start|end|sep)|endoftext|startoftext|(?:begin|end)_of_(?:text|turn|sentence)|eot_id|eom_id"
    r"|(?:start|end)_header_id|system|user|assistant|human|end|eos|bos|pad|tool_calls?|channel|message"
    r"|return"
    r"|start_of_role|end_of_role|begin▁of▁sentence|end▁of▁sentence)"
)
_SPEAKER_TOKEN = re.compile(
    rf"<\|{_NAMED}\|>|\[/?(?:INST|SYSTEM_PROMPT)\]|<<?/?SYS>?>|<(?:start|end)_of_turn>"
    r"|</(?:abstract|system|instructions?|user|prompt)>|<system>"
    r"|(?:^|\s)###? ?(?:instructions?|system|assistant|response|human)\s*:",
    re.IGNORECASE,
)
"""Tokens by which chat templates mark who speaks."""
_CHAT_TOKEN = re.compile(
    r"<\|[^<>|]{1,40}\|>|\[/?(?:INST|SYSTEM_PROMPT)\]|<<?/?SYS>?>|<(?:start|end)_of_turn>"
    r"|\[/?(?:AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\]"
    r"|</?s>|<(?:bos|eos|pad|unk)>|<(?:start|end)_of_\w{1,20}>"
    r"|</?(?:think|thinking|reasoning|abstract|system|assistant|user|instructions?)>",
    re.IGNORECASE,
)
"""All that mean something to a template; papers about models name some of them in earnest."""
_TOKEN_GATES = ("<", "[", "#")
_CODED = re.compile(r"(?<![\w/+.-])[A-Za-z0-9+/]{24,}={0,2}(?![\w/+-])")
_LONG_CODED = re.compile(r"[A-Za-z0-9+/]{80,}={0,2}")
_HEX = re.compile(r"\b(?:[0-9a-fA-F]{2}){16,}\b")
_FEWEST_WORDS = 3
"""Words that a decoded text has at least; others are chance."""
_SPACED = re.compile(r"(?:\b[a-z][ .·_-]{1,3}){8,}[a-z]\b")
_SPACED_LETTERS = frozenset("gnore"), frozenset("forget"), frozenset("disregard")
_TO_SPACES = bytes(
    code if (chr(code).isalnum() and code < 128) or chr(code) in "_'" else 32 for code in range(256)
)
_WORDS = re.compile(r"[\w'’]+")
_EMPHASIS = re.compile(r"(?<![a-z0-9])_+|_+(?![a-z0-9])")
"""Underscores around words, which belong to none."""
_LONG_WORD = 20
"""Letters that words seldom have and text in base64 always has in a row."""
_SPACED_OUT = re.compile(r"(?:ignore|disregard|forget).{0,30}(?:instruction|prompt|rules)")
_TAGS = {code: code - 0xE0000 for code in range(0xE0020, 0xE007F)}
"""Tag characters are shown by nothing and read by models as the letters that they stand for."""
_TAG_TEXT = re.compile(r"[\U000e0020-\U000e007e]")
_REVERSES = ("\u202e", "\u2067")
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһνοαερτυκιΑΒΕΗΙΚΜΝΟΡΤΧАВЕКМНОРСТУХІЈЅ",
    "aeopcyxijsdhvoaeptukiABEHIKMNOPTXABEKMHOPCTYXIJS",
)
"""Letters of other scripts that look like Latin ones."""
_MIXED = re.compile(r"[a-zA-Z][а-яёіјѕԁһα-ω]|[а-яёіјѕԁһα-ω][a-zA-Z]")
_SHOWN = 60
_ROUNDS = 8
_Gated = tuple[tuple[frozenset[str], ...], re.Pattern[str]]


def _first_gates() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for place, (gates, _) in enumerate(PATTERNS):
        for word in gates[0]:
            found[word] = (*found.get(word, ()), place)
    return found


_FIRST_GATES = _first_gates()
"""Which patterns a word may belong to."""


def instruction_in(text: str) -> str:
    """Return the first stretch that addresses a model or tries to steer one, at most 60 characters, or "".

    It is a floor, not a defence: what it finds is not shown to a model at all, and what it misses is
    still held by the checks of the answer. Letters that only look Latin, letters with spaces between, tag
    characters, text turned round, base64 and hexadecimal are seen through.
    """
    for form in _forms(text):
        if found := _found(form):
            return clean(found)[:_SHOWN]
    return ""


def without_chat_tokens(text: str) -> str:
    """Return the text without the tokens by which chat templates mark who speaks.

    A token that comes together when another is taken out goes too; forms in full-width characters count.
    """
    if text.isascii():
        if not any_of(("<", "["), text):
            return clean(text)
    else:
        plain = unicodedata.normalize("NFKC", text)
        if _CHAT_TOKEN.search(plain) and not _CHAT_TOKEN.search(text):
            text = plain
    for _ in range(_ROUNDS):
        shorter = _CHAT_TOKEN.sub(" ", text)
        if shorter == text:
            break
        text = shorter
    else:
        text = text.replace("<", " ").replace("[", " ")
    return clean(text)


def _forms(text: str) -> Iterator[str]:
    """Yield a text as it is read, and as what it may hide."""
    if text.isascii():
        yield text
        return
    tags = "".join(_TAG_TEXT.findall(text)).translate(_TAGS)
    reversed_ = text[::-1] if any_of(_REVERSES, text) else ""
    plain = unicodedata.normalize("NFKC", text)
    if not plain.isprintable():
        plain = clean(plain)
    yield plain
    if _MIXED.search(plain):
        yield plain.translate(_LOOK_ALIKES)
    if tags:
        yield tags
    if reversed_:
        yield clean(unicodedata.normalize("NFKC", reversed_))


def _found(plain: str) -> str:
    if any_of(_TOKEN_GATES, plain) and (token := _SPEAKER_TOKEN.search(plain)):
        return token[0]
    lower = plain.lower()
    if "_" in lower:
        lower = _EMPHASIS.sub(" ", lower)
    words = frozenset(_words(lower))
    for gates, pattern in _candidates(words):
        if _all_meet(gates, words) and (match := pattern.search(lower)):
            return match[0]
    if not plain.isascii() and (match := ABROAD.search(lower)):
        return match[0]
    if any(letters <= words for letters in _SPACED_LETTERS) and (spaced := _SPACED.search(lower)):
        joined = re.sub(r"[ .·_-]", "", lower[spaced.start() :])
        if _SPACED_OUT.search(joined):
            return spaced[0]
    return _coded(plain) if max(map(len, words), default=0) >= _LONG_WORD else ""


def _words(lower: str) -> list[str]:
    if lower.isascii():
        spaced = lower.encode("ascii").translate(_TO_SPACES)
        if b"'" in spaced:
            # Within a word it is an apostrophe, around one a quotation mark.
            spaced = spaced.strip(b" '").replace(b"''", b" ").replace(b" '", b" ").replace(b"' ", b" ")
        return spaced.decode("ascii").split()
    return [word.strip("'") for word in _WORDS.findall(lower.replace("’", "'"))]


def _candidates(words: frozenset[str]) -> list[_Gated]:
    """Return the patterns whose first gate is open for these words, in their order; most texts have few."""
    places = {place for word in words & _FIRST_GATES.keys() for place in _FIRST_GATES[word]}
    return [PATTERNS[place] for place in sorted(places)]


def _all_meet(gates: tuple[frozenset[str], ...], words: frozenset[str]) -> bool:
    for gate in gates:  # noqa: SIM110 (a generator costs more than it asks)
        if gate.isdisjoint(words):
            return False
    return True


def _coded(plain: str) -> str:
    """Return text that hides words in base64 or hexadecimal, or is too long to be anything but hidden."""
    for match in _CODED.finditer(plain):
        padded = match[0].rstrip("=")
        try:
            raw = base64.b64decode(padded + "=" * (-len(padded) % 4), validate=True)
        except (binascii.Error, ValueError):
            continue
        if _is_text(raw):
            return match[0]
    for match in _HEX.finditer(plain):
        if _is_text(bytes.fromhex(match[0])):
            return match[0]
    return next((long[0] for long in _LONG_CODED.finditer(plain) if _may_hide(long[0])), "")


def _may_hide(long: str) -> bool:
    """Return whether text without spaces may be code: letters alone are none unless they decode to text.

    Hardly any text in base64 is that long without a digit; gibberish and sequences of a genome are.
    """
    if not long.isalpha():
        return True
    for start in range(4):
        part = long[start : start + (len(long) - start) // 4 * 4]
        raw = base64.b64decode(part)
        if raw.isascii() and raw.decode("ascii").isprintable():
            return True
    return False


def _is_text(raw: bytes) -> bool:
    return raw.isascii() and raw.decode("ascii").isprintable() and len(raw.split()) >= _FEWEST_WORDS
