"""What is wrong with a line whatever it is about."""

from __future__ import annotations

import pytest

from radar.summaries.checks.form_checks import FORM_CHECKS


def failed(text: str) -> list[str]:
    return [name for name, fails in FORM_CHECKS if fails(text)]


@pytest.mark.parametrize(
    "text",
    [
        "at ftp://beach",
        "say HTTP: yes",
        "JAVASCRIPT:alert",
        "data:text/plain",
        "www.beach",
        "WWW.beach",
        "beach。cn",
        "beach．com",
        "beach.shells/list",
        "Beach.ORG is open",
        "a `pebble`",
        "**pebble**",
        "__pebble__",
        "~~pebble~~",
        "{pebble}",
        "pebble \\ shell",
        "pebble | shell",
        "<pebble",
        "</p",
        "pebble>shell",
        "pebble](shell",
        "[bold]",
        "[/]",
        "# Pebbles",
        " * pebbles",
        "> pebbles",
        "- pebbles",
        "12. pebbles",
        "1) pebbles",
        ":shell:",
        "ada@beach.x",
    ],
)
def test_each_kind_of_link_and_markup_is_found(text: str) -> None:
    assert failed(text) == ["link or markup"]


@pytest.mark.parametrize(
    "text",
    [
        "Pebbles roll 4.7 points further. Shells do not.",
        "Of 3 - 5 pebbles, p < 0.05",
        "Pebbles, e.g. round ones, are > 3 mm",
        "A pebble: the shell",
    ],
)
def test_what_only_looks_like_it_is_none(text: str) -> None:
    assert failed(text) == []


@pytest.mark.parametrize("measure", ["mAP@0.5", "mAP@0.5:0.95", "pass@1", "HR@10.", "Recall@k"])
def test_a_measure_at_a_cut_is_no_address(measure: str) -> None:
    assert failed(f"Shells are found with a {measure} of 31") == []


@pytest.mark.parametrize("line", ["[Ne II]", "[O III]", "[CII]"])
def test_a_forbidden_line_of_a_spectrum_is_no_markup(line: str) -> None:
    assert failed(f"Shells on the beach shine in {line} at night") == []
