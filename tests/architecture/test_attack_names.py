"""Every attack that radar is held against is tried, and the test says so in its name.

The letters stand for where an attack comes from: a paper (I), a model's answer (O), the way between (T),
what could give a key away (K), links that are opened or fetched (U), money (C), and files on disk (D).
A test may be about several: `test_o1_o2_...`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
ATTACKS = {
    "I1": "orders to ignore the instructions, with a link",
    "I2": "tokens of chat templates, marks of thoughts, a closed abstract",
    "I3": "a ready answer in JSON",
    "I4": "orders in title, authors, comment",
    "I5": "orders in base64, zero-width and tag characters",
    "I6": "orders in other languages",
    "I7": "wishes to be ranked first, advertisement",
    "I8": "numbers as bait",
    "I9": "sentences that pretend to be numbered by radar",
    "I10": "the code of another work",
    "O1": "escape sequences and control characters in every text",
    "O2": "markup of the screen",
    "O3": "bidi and zero-width characters, heaps of marks, a megabyte of text",
    "O4": "monstrous bodies: huge, packed, deep, no numbers, keys twice, half characters",
    "O5": "links of every deceitful kind",
    "O6": "a content of another shape, a refusal, a tool call",
    "O7": "fences, prose, two objects, broken and cut JSON",
    "O8": "thoughts that are never closed",
    "O9": "more fields, other types, sentences that are not there",
    "O10": "another model than was asked",
    "T1": "waits of every form",
    "T2": "a quota that looks like a rate limit",
    "T3": "a server error that is about the format",
    "T4": "an error in a success",
    "T5": "web pages of gateways",
    "T6": "silence, drips, blank lines",
    "T7": "resets amid and after a body",
    "T8": "redirects",
    "T9": "streams of events",
    "T10": "a proxy before a local server",
    "T11": "a certificate that nobody vouches for",
    "T12": "wrong types, charsets, byte order marks",
    "T13": "connections closed between requests",
    "K1": "keys that cannot be keys",
    "K2": "keys in logs, errors, reports, caches, libraries, exports, arguments, help",
    "K3": "a key for another endpoint",
    "K5": "addresses that hold a secret",
    "K6": "a key without encryption",
    "U1": "links that are commands, or lead inside",
    "U2": "links to hosts that look like others",
    "U3": "pages that lead into the network of the reader",
    "C1": "ten thousand papers at once",
    "C2": "budgets, and resuming without paying twice",
    "C3": "hidden reasoning",
    "C4": "storms of retries",
    "C5": "work that nobody asked for",
    "C6": "answers without usage",
    "C7": "repeats, and a changed prompt",
    "D1": "planted cache rows",
    "D2": "full disks, folders that are read-only, two processes",
    "D3": "answers kept for another request",
}
WITHOUT_COUNTERPART = {
    "K4": "files of keys that others can read: radar reads keys from no file of its own and writes none",
}
_ID = re.compile(r"[iotkucd]\d{1,2}")


@cache
def _named() -> tuple[tuple[str, str], ...]:
    """Return each attack that the name of a test begins with, and the test."""
    # Asked for by the tests alone: each process that runs tests imports this module.
    return tuple(_found())


def _found() -> Iterator[tuple[str, str]]:
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                for part in node.name.split("_")[1:]:
                    if not _ID.fullmatch(part):
                        break
                    yield part.upper(), f"{path.relative_to(TESTS)}::{node.name}"


@pytest.mark.parametrize("attack", ATTACKS)
def test_every_attack_has_a_test_with_its_name(attack: str) -> None:
    assert any(named == attack for named, _ in _named()), f"{attack} ({ATTACKS[attack]}) is not tried"


def test_no_test_is_named_after_an_attack_that_is_not_listed() -> None:
    unknown = {named: test for named, test in _named() if named not in ATTACKS}
    assert unknown == {}


def test_numbers_of_attacks_have_no_gap() -> None:
    known = {*ATTACKS, *WITHOUT_COUNTERPART}
    for letter in {attack[0] for attack in known}:
        count = sum(attack[0] == letter for attack in known)
        assert {f"{letter}{number}" for number in range(1, count + 1)} <= known
