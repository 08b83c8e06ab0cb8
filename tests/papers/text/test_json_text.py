"""JSON is read and written as the standard library does it, only quicker."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import pytest

from radar.papers.text.json_text import compact_json, json_value, strict_json

_TEXTS = (
    '{"a": NaN, "b": -Infinity}', '{"a": 1e400}', '{"a": 1.7976931348623159e308}', '{"a": 5e-324}',
    '{"a": 123456789012345678901234567890, "b": 18446744073709551616, "c": -9223372036854775809}',
    '{"a": 1, "a": 2}', '{"a": "\\ud800"}', '{"a": "\\ud83d\\ude00"}', '{"a": "\\ud83d\\u0041"}',
    '{"a": "\\ude00\\ud83d"}', '{"a": "x\ty"}', '{"a": "\\u0000\\/"}', '{"a": "\udc80"}', '\ufeff{"a": 1}',
    '{"a": -0, "b": -0.0}', '{"a": 01}', '{"a": 1,}', '{"a": .5}', "{'a': 1}", '{"a": 1} {"b": 2}', "", "nul",
    '{"a": ' + "9" * 5_000 + "}", "[" * 2_000 + "]" * 2_000, '{"a": "\x7f\u2028é𝔘"}', '{"": null}', '{"a"}',
)  # fmt: skip
_PIECES = (
    *'{}[]:,"" \\\n', '"a"', "\\u", "d83d", "\\ude00", "é", "12", "-", "0", ".", "5", "e", "E+", "true",
    "null", "NaN", "Infinity", '{"b": 1}', "\x00", "\x1f", "\x7f", "\ud800",
)  # fmt: skip


def _outcome(read: Callable[[str], object], text: str) -> str:
    try:
        return repr(read(text))
    except (ValueError, RecursionError) as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize("text", _TEXTS, ids=lambda text: ascii(text[:40]))
def test_what_is_read_and_what_is_said_of_broken_texts_is_the_same(text: str) -> None:
    assert _outcome(json_value, text) == _outcome(json.loads, text)


def test_texts_made_by_chance_are_read_the_same() -> None:
    chance = random.Random(5)
    for _ in range(20_000):
        text = "".join(chance.choices(_PIECES, k=chance.randrange(1, 9)))
        for one in (text, f'{{"a": {text}}}', f'["{text}"]'):
            assert _outcome(json_value, one) == _outcome(json.loads, one), ascii(one)


def test_what_python_alone_takes_for_json_is_refused_by_name() -> None:
    for text in ("NaN", '{"a": -Infinity}', '[1, {"b": Infinity}]'):
        with pytest.raises(ValueError, match=r"^(NaN|-?Infinity) is not JSON$"):
            strict_json(text)
    assert strict_json('{"a": [1, null, "NaN"]}') == {"a": [1, None, "NaN"]}


def test_what_is_written_has_no_space_to_spare_and_signs_as_they_are() -> None:
    texts = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x11000))))
    value = {"a": [texts, None, 1, -1.5, True], "b": {"c": ["released", ["abstract", 0, 12]]}}
    assert compact_json(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))
