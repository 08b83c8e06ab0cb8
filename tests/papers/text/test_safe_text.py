"""Cleaning: what reaches the library and the screen is text and nothing else."""

from __future__ import annotations

import random
import unicodedata

import pytest

from radar.papers.text.safe_text import clean, clean_layout, is_plain


@pytest.mark.parametrize(
    ("hostile", "safe"),
    [
        ("plain words", "plain words"),
        ("  two   spaces\tand a tab ", "two spaces and a tab"),
        ("a line\nbreak\r\nand another", "a line break and another"),
        ("a \x1b[31mred\x1b[0m word", "a red word"),
        ("a \x1b]0;new title\x07 window", "a window"),
        ("a \x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\ here", "a link here"),
        ("a \x1b]52;c;aGVsbG8=\x07 clipboard", "a clipboard"),
        ("a \x1bP1;2q\x1b\\ picture", "a picture"),
        ("one byte \x9b2J clear", "one byte clear"),
        ("a lone \x1b", "a lone"),
        ("bell\x07 null\x00 delete\x7f", "bell null delete"),
        ("turned \u202egnorw\u202c round", "turned gnorw round"),
        ("isolates \u2066x\u2069 too", "isolates x too"),
        ("zero\u200bwidth\u200d and \ufeffmark", "zerowidth and mark"),
        ("soft\u00adhyphen", "softhyphen"),
        ("tag \U000e0041\U000e0042 letters", "tag letters"),
        ("private \ue000 use", "private use"),
        ("half a pair \ud800", "half a pair"),
        ("we \u2764\ufe0f kites \U0001f3f3\ufe0f", "we \u2764 kites \U0001f3f3"),
        ("a watch \u231a\ufe0e and a key 1\ufe0f\u20e3", "a watch \u231a and a key 1\u20e3"),
        ("thumbs \U0001f44d\U0001f3fd up", "thumbs \U0001f44d up"),
        ("a tone \U0001f3fd alone", "a tone \U0001f3fd alone"),
        ("\u845b\U000e0100 stays", "\u845b\U000e0100 stays"),
        ("cafe\u0301", "café"),
        ("no\u00a0break", "no break"),
        ("数学 и математика", "数学 и математика"),
        ("a [/] title [@click=app.quit]x[/]", "a [/] title [@click=app.quit]x[/]"),
    ],
)
def test_only_text_is_left(hostile: str, safe: str) -> None:
    assert clean(hostile) == safe


def test_a_base_keeps_at_most_four_combining_marks() -> None:
    towering = "q" + "\u0323" * 200 + "!"
    assert sum(unicodedata.combining(character) > 0 for character in clean(towering)) == 4


def test_cleaning_twice_changes_nothing() -> None:
    dice = random.Random(7)
    alphabet = "ab [/]\x1b\x9b]0;m\x07\\\u202e\u200b\u0301\n\t \u00adé数\ud800\U000e0041\ufe0f👍\U0001f3fd"
    for _ in range(2_000):
        text = "".join(dice.choices(alphabet, k=dice.randrange(40)))
        assert clean(clean(text)) == clean(text)


def test_nothing_unsafe_survives_in_any_order() -> None:
    dice = random.Random(8)
    pieces = ["\x1b", "[", "2J", "]0;", "\x07", "\\", "\x9d", "x", " ", "\u2067", "\r", "P"]
    for _ in range(5_000):
        text = clean("".join(dice.choices(pieces, k=dice.randrange(30))))
        assert not {unicodedata.category(character) for character in text} & {"Cc", "Cf", "Cs", "Co", "Cn"}


def test_signs_that_are_let_through_at_once_are_what_the_long_way_gives() -> None:
    for first, last in (
        (0x2010, 0x2027),
        (0x2030, 0x205E),
        (0x20A0, 0x20BF),
        (0x2102, 0x2125),
        (0x2190, 0x22FF),
    ):
        for sign in map(chr, range(first, last + 1)):
            assert clean(f"a{sign}\u200bb") == clean(f"a{sign}b") == f"a{sign}b"


def test_layout_stays_and_what_a_terminal_acts_on_goes() -> None:
    text = "TY  - JOUR\r\n      wrapped\ta\x1b]52;c;eA==\x07b\u202e\x00\rend  \n"
    assert clean_layout(text) == "TY  - JOUR\n      wrapped\tab\nend  \n"
    assert clean_layout("  plain\n\ttext ") == "  plain\n\ttext "


def test_a_text_that_is_broken_into_lines_is_cleaned_like_one_that_is_not() -> None:
    for text in (
        "We walk sideways.",
        "Un crabe – déjà vu",
        "e\u0301",
        "Жук\u0483\u0484\u0485\u0486\u0487",
        "\u0374",
    ):
        whole = clean(f"a\u200b {text} b")
        assert clean(f"  a\n {text}\r\n b\n") == whole
        assert clean(whole) == whole


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("one word", True),
        ("long " * 60 + "text", True),
        ("", True),
        ("two  spaces", False),
        (" ends", False),
        ("long " * 60, False),
        ("é", True),
        ("Жук – 蟹", True),
        ("e\u0301", False),
        ("é\u200b", False),
        ("é\u00a0", False),
        ("bell\x07", False),
        ("long " * 60 + "bell\x07", False),
    ],
)
def test_a_plain_text_is_told(text: str, plain: bool) -> None:
    assert is_plain(text) is plain


def test_what_stands_behind_a_sign_does_not_change_what_becomes_of_it() -> None:
    signs = map(chr, range(0xA1, 0x3000))
    # A control character behind it takes the quick way from the whole text.
    assert [sign for sign in signs if clean(f"a{sign}b") + "c" != clean(f"a{sign}b\x07c")] == []
    assert clean("\u0436" + "\u0483" * 10) == clean("\u0436" + "\u0483" * 10 + "\x07")


def test_marks_that_one_sign_falls_into_are_counted() -> None:
    text = "a\x07\u0488\u0344\u0344\u0488"
    assert clean(clean(text)) == clean(text)
