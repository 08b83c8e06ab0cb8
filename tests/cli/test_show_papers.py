"""`radar show`."""

from __future__ import annotations

import json

import pytest

from radar.cli import main
from radar.papers.bases import replace
from radar.papers.paper import Links
from tests.cli.seeding import PROMISING, SILENT, SORTING, seed
from tests.terminal import Terminal


@pytest.mark.parametrize(
    "form",
    [
        "2511.00123",
        "arxiv:2511.00123",
        "https://arxiv.org/abs/2511.00123v2",
        "huggingface.co/papers/2511.00123",
    ],
)
def test_any_form_of_an_id_finds_the_paper(capsys: pytest.CaptureFixture[str], form: str) -> None:
    seed()
    assert main(["show", form, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == SORTING.title


def test_a_paper_is_shown_with_the_words_its_flags_stand_on(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["show", SORTING.id]) == 0
    text = capsys.readouterr().out
    assert text.startswith(f"{SORTING.title}\n")
    assert "code      released https://github.com/snail/sort" in text
    assert "“Our code is available at" in text
    assert SORTING.abstract in text
    assert "file:garden.txt" in text


@pytest.mark.parametrize(
    ("comment", "links", "whose"),
    [
        ("Code: https://github.com/slug/walk", Links(), "the authors, in the comment field"),
        (
            "",
            Links(code="https://github.com/slug/walk", code_added_by="auto"),
            "the listing's own guess, not the authors' word",
        ),
        (
            "",
            Links(code="https://github.com/slug/walk", code_added_by="author"),
            "the authors, in a field of the listing",
        ),
        ("", Links(code="https://github.com/slug/walk"), "the listing"),
    ],
)
def test_it_is_said_whose_word_a_flag_is(
    capsys: pytest.CaptureFixture[str], comment: str, links: Links, whose: str
) -> None:
    seed([replace(SILENT, comment=comment, links=links)])
    assert main(["show", SILENT.id]) == 0
    text = capsys.readouterr().out
    assert f"code      released https://github.com/slug/walk · {whose}\n" in text
    assert "data      none\n" in text


def test_an_unknown_id_is_told_and_the_others_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["show", PROMISING.id, "2501.99999", SORTING.id]) == 1
    printed = capsys.readouterr()
    assert PROMISING.title in printed.out
    assert SORTING.title in printed.out
    assert "no paper '2501.99999'" in printed.err


def test_without_a_library_no_id_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", SORTING.id]) == 1
    assert "no paper" in capsys.readouterr().err


def test_the_abstract_is_wrapped_to_the_terminal() -> None:
    seed()
    with Terminal(["show", SORTING.id], columns=50) as terminal:
        terminal.wait_for("listed in")
        assert terminal.wait_for_end() == 0
        assert "Snails sort marbles 40% faster with us. Our code\n" in "\n".join(
            line.rstrip() for line in terminal.text.splitlines()
        )


def test_where_there_is_no_abstract_nothing_is_said_to_be_quoted(capsys: pytest.CaptureFixture[str]) -> None:
    seed([replace(SORTING, abstract="")])
    assert main(["show", "arxiv:2511.00123"]) == 0
    assert "\ntakeaway  none: there is no abstract to read\ncode " in capsys.readouterr().out
