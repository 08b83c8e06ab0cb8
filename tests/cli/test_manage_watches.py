"""`radar watch`, and --watch where papers are chosen."""

from __future__ import annotations

import json
import shlex
from datetime import datetime
from pathlib import Path

import pytest

from radar.cli import main
from radar.cli.query_options import options_of
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.reader.query import CodeFilter, Order, PaperQuery, ResultFilter
from radar.papers.reader.watch import Watch
from tests.cli.seeding import PAPERS, PROMISING, SORTING, many, seed, settings
from tests.terminal import Terminal

Captured = pytest.CaptureFixture[str]


def _watches() -> tuple[Watch, ...]:
    reader = LibraryReader.open(settings().library)
    try:
        return reader.watches()
    finally:
        reader.close()


def _printed(capsys: Captured, *arguments: str, code: int = 0) -> tuple[str, str]:
    capsys.readouterr()
    assert main(arguments) == code
    captured = capsys.readouterr()
    return captured.out, captured.err


def _ids(capsys: Captured, *arguments: str) -> list[str]:
    out, _ = _printed(capsys, *arguments)
    return [json.loads(line)["id"] for line in out.splitlines()]


def test_a_search_with_all_its_filters_is_saved_and_listed(capsys: Captured) -> None:
    seed()
    out, _ = _printed(
        capsys, "watch", "add", "Snails & co", "marbles", "--promised", "fast", "--data", "--unread",
        "--results", "quantified", "--tag", "two words", "--starred", "--disputed", "--order", "stars",
    )  # fmt: skip
    told = (
        "'marbles fast' --promised --data --unread --starred --disputed --results quantified "
        "--tag 'two words' --order stars"
    )
    assert out == f"saved: Snails & co  {told}  (0 papers by now)\n"
    (watch,) = _watches()
    assert watch.query == PaperQuery(
        "marbles fast ",
        CodeFilter.PROMISED,
        data=True,
        results=ResultFilter.QUANTIFIED,
        unread=True,
        starred=True,
        disputed=True,
        tag="two words",
        order=Order.STARS,
    )
    out, _ = _printed(capsys, "watch")
    assert out == f" 1  Snails & co          -  {told}\n"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("snails slug", "'snails slug*'"),
        ("snails slug ", "'snails slug'"),
        ("slug*", "'slug*'"),
        ("slug* is:unread", "'slug* is:unread'"),
        ("has:code", "has:code"),
        ("-slug", "-slug"),
    ],
)
def test_what_the_screen_left_open_is_written_with_a_star(typed: str, written: str) -> None:
    assert options_of(PaperQuery(text=typed)) == written


def test_a_watch_can_be_saved_before_there_is_a_library(capsys: Captured) -> None:
    out, err = _printed(capsys, "watch", "list")
    assert (out, err) == ("", "no watches yet: radar watch add NAME QUERY saves a search as one\n")
    _printed(capsys, "watch", "add", "snails", "snail")
    seed()
    assert "3 new" not in _printed(capsys, "watch")[0]
    assert "1 new" in _printed(capsys, "watch")[0]


def test_a_name_that_is_too_long_is_cut_and_said_to_be(capsys: Captured) -> None:
    _printed(capsys, "watch", "add", "s" * 60, "snail")
    out, err = _printed(capsys, "watch", "add", "a" * 61, "snail")
    assert (out.split("  ")[0], err) == (
        f"saved: {'a' * 60}",
        "names have at most 60 letters: this one is cut\n",
    )
    assert _printed(capsys, "watch", "rename", "a" * 60, "b" * 61)[1] == err


def test_what_is_new_is_counted_shown_and_ends_only_when_that_is_asked_for(capsys: Captured) -> None:
    seed()
    _printed(capsys, "watch", "add", "walks", "walk")
    assert _printed(capsys, "watch", "show", "walks")[0].splitlines()[1].startswith("nothing new since ")
    seed(many(3))
    (line,) = _printed(capsys, "watch", "list", "--json")[0].splitlines()
    told = json.loads(line)
    assert (told["number"], told["key"], told["name"], told["new"]) == (1, "1", "walks", 3)
    assert told["query"]["text"] == "walk "
    assert told["seen"].endswith("+00:00")
    shown = _printed(capsys, "watch", "show", "WALKS")[0]
    assert shown.startswith("walks  walk\n3 new since ")
    assert shown.count("Snail number") == 3
    assert _ids(capsys, "watch", "show", "1", "--json", "--seen") == _ids(capsys, "list", "walk", "--json")
    assert _ids(capsys, "watch", "show", "1", "--json") == []


def test_a_name_that_is_taken_is_replaced_only_when_that_is_asked_for(capsys: Captured) -> None:
    seed()
    _printed(capsys, "watch", "add", "snails", "snail", "--code")
    _, err = _printed(capsys, "watch", "add", "SNAILS", "slug", code=2)
    assert "there is a watch snails already: snail --code" in err
    assert "--replace" in err
    _printed(capsys, "watch", "add", "SNAILS", "slug", "--replace")
    assert [(watch.name, watch.query.text) for watch in _watches()] == [("snails", "slug ")]


def test_watches_are_renamed_moved_and_removed_by_name_or_number(capsys: Captured) -> None:
    seed()
    for name in ("a", "b", "c"):
        _printed(capsys, "watch", "add", name, name, "--code")
    assert _printed(capsys, "watch", "rename", "B", "bees")[0] == "b is called bees now\n"
    assert _printed(capsys, "watch", "move", "3", "1")[0] == "c is watch 1 now\n"
    out, err = _printed(capsys, "watch", "remove", "bees")
    assert out == "radar watch add bees b --code\n"
    assert "its papers stay" in err
    assert [watch.name for watch in _watches()] == ["c", "a"]


@pytest.mark.parametrize("name", ["walks", "-walks", "my 'walks'"])
@pytest.mark.parametrize("query", ["", "walk", "-survey", "-survey walk"])
def test_what_is_printed_of_a_removed_watch_saves_it_again(capsys: Captured, name: str, query: str) -> None:
    seed()
    _printed(capsys, "watch", "add", "--code", "--order", "title", "--", name, *filter(None, [query]))
    (saved,) = _watches()
    # By its number: a name that begins with a dash would be taken for an option.
    command, _ = _printed(capsys, "watch", "remove", "1")
    assert _watches() == ()
    program, *arguments = shlex.split(command)
    assert program == "radar"
    _printed(capsys, *arguments)
    (again,) = _watches()
    assert (again.name, again.query) == (saved.name, saved.query) == (name, saved.query)


@pytest.mark.parametrize(
    "arguments",
    [["show", "x"], ["rename", "x", "y"], ["move", "7", "1"], ["remove", "x"], ["show", ""]],
)
def test_a_watch_that_is_not_there_is_said_with_those_that_are(
    capsys: Captured, arguments: list[str]
) -> None:
    seed()
    assert "radar watch add" in _printed(capsys, "watch", *arguments, code=2)[1]
    _printed(capsys, "watch", "add", "snails, slow", "snail")
    assert "There are: snails, slow" in _printed(capsys, "watch", *arguments, code=2)[1]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["add", "all"], "needs words or a filter"),
        (["add", " \x1b[2J ", "snail"], "needs a name"),
        (["add", "2", "snail"], "2 would be the number of a watch"),
        (["add"], "NAME"),
        (["add", "x", "snail", "--limit", "3"], "does not take --limit"),
        (["move", "x", "first"], "is not a number"),
        (["destroy"], "there is no action"),
    ],
)
def test_wrong_use_is_explained_and_saves_nothing(
    capsys: Captured, arguments: list[str], reason: str
) -> None:
    seed()
    assert reason in _printed(capsys, "watch", *arguments, code=2)[1]
    assert _watches() == ()


def test_list_and_export_take_the_papers_of_a_watch_and_narrow_them(capsys: Captured, tmp_path: Path) -> None:
    seed()
    _printed(capsys, "watch", "add", "promises", "--promised", "--order", "title")
    both = [PROMISING.id, SORTING.id]
    assert _ids(capsys, "list", "--json", "--watch", "promises") == both
    assert _ids(capsys, "list", "--json", "--watch", "1", "--order", "newest") == both[::-1]
    assert _ids(capsys, "list", "--json", "--watch", "promises", "--code") == [SORTING.id]
    assert _ids(capsys, "export", "--format", "jsonl", "--watch", "PROMISES", "--limit", "1") == both[:1]
    assert _ids(capsys, "list", "--json", "--watch", "promises", "--new") == []
    late = replace(PAPERS[0], id=many(1)[0].id, title="Late snails", links=many(1)[0].links)
    seed([late])
    assert _ids(capsys, "list", "--json", "--watch", "promises", "--new") == [late.id]
    assert "1 new" in _printed(capsys, "watch")[0], "to list them is not to have looked"


def test_what_is_new_is_told_against_the_papers_known_and_not_against_a_time_of_the_watch(
    capsys: Captured,
) -> None:
    seed()
    _printed(capsys, "watch", "add", "walks", "walk")
    (told,) = map(json.loads, _printed(capsys, "watch", "list", "--json")[0].splitlines())
    known = f"the papers added up to {datetime.fromisoformat(told['seen']).astimezone():%Y-%m-%d %H:%M}"
    assert _printed(capsys, "watch", "show", "walks")[0].splitlines()[1] == f"nothing new since {known}"
    seed(many(3))
    assert _printed(capsys, "watch", "show", "walks")[0].splitlines()[1] == f"3 new since {known}"


def test_where_nothing_is_new_in_a_watch_that_is_said(capsys: Captured) -> None:
    seed()
    _printed(capsys, "watch", "add", "promises", "--promised")
    _printed(capsys, "watch", "add", "none", "zebra")
    told = _printed(capsys, "list", "--watch", "promises", "--new")[1]
    assert told.startswith("nothing new since the papers added up to 20")
    assert told.splitlines() == _printed(capsys, "watch", "show", "promises")[0].splitlines()[1:]
    assert "nothing matches" in _printed(capsys, "list", "--watch", "none", "--new")[1]


def test_mark_and_tag_act_on_the_papers_of_a_watch(capsys: Captured) -> None:
    seed()
    _printed(capsys, "watch", "add", "promises", "--promised")
    assert "2 papers tagged later" in _printed(capsys, "tag", "later", "--watch", "promises")[0]
    assert "2 papers marked read" in _printed(capsys, "mark", "read", "--watch", "1")[0]
    assert "there is no watch slugs" in _printed(capsys, "mark", "read", "--watch", "slugs", code=2)[1]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["list", "snail", "--watch", "snails"], "QUERY and --watch exclude each other"),
        (["list", "--new"], "--new is about a watch"),
        (["list", "--new"], "what is new in all: radar list is:new"),
        (["list", "--watch", "slugs"], "there is no watch slugs"),
        (["export", "--format", "jsonl", "--watch", "slugs"], "there is no watch slugs"),
        (["summarise", "--summariser", "offline", "--watch", "snails", "--ids", "x"], "--watch and --ids"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    capsys: Captured, arguments: list[str], reason: str
) -> None:
    seed()
    _printed(capsys, "watch", "add", "snails", "snail")
    assert reason in _printed(capsys, *arguments, code=2)[1]


def test_without_a_library_there_is_no_watch_to_list(capsys: Captured) -> None:
    assert "there is no watch snails" in _printed(capsys, "list", "--watch", "snails", code=2)[1]


def test_names_full_of_escapes_and_markup_reach_a_terminal_as_plain_text() -> None:
    seed()
    library = Library.open(settings().library)
    library.add_watch("\x1b]0;PWNED\x07[bold]snails\u202e", PaperQuery("snail\x1b[31;47;5m \x9b2J"))
    library.close()
    with Terminal(["watch"]) as terminal:
        assert terminal.wait_for_end() == 0
        assert " 1  [bold]snails" in terminal.text
    for foreign in (b"PWNED", b"31;47;5m", b"\x9b", b"\x07"):
        assert foreign not in terminal.raw
