"""The search language on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from radar.cli import main
from radar.library.library import Library
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import Mark, PaperQuery
from tests.cli.seeding import PAPERS, PROMISING, SILENT, SORTING, seed, settings
from tests.pipeline.exporting.entries import paper


@pytest.fixture(autouse=True)
def seeded(capsys: pytest.CaptureFixture[str]) -> None:
    keys = seed().keys
    library = Library.open(settings().library)
    library.mark([keys[0]], Mark.STARRED, True)
    library.set_tags(keys[2], ["shell", "to read", "🔥"])
    library.save_error(PROMISING.id, "the endpoint said no")
    library.close()
    capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "papers"),
    [
        (["has:code"], (SORTING,)),
        (["has:promised", "slugs"], (PROMISING,)),
        (["title:survey OR title:climb"], (PROMISING, SILENT)),
        (['"sort marbles"'], (SORTING,)),
        (["is:starred"], (SORTING,)),
        (["is:failed"], (PROMISING,)),
        (["--", "slugs", "-is:failed"], ()),
        (["tag:shell"], (SILENT,)),
        (["tag:🔥"], (SILENT,)),
        (['tag:"to read"'], (SILENT,)),
        (["2511.00124"], (PROMISING,)),
        (["https://arxiv.org/abs/2511.00124v1"], (PROMISING,)),
        (["2511.00125", SORTING.id], (SORTING, SILENT)),
        (["from:file:garden"], PAPERS),
        (["--", "-is:starred"], (PROMISING, SILENT)),
        (["-survey is:unread"], (SORTING, PROMISING)),
        (["after:1900", "slugs"], (PROMISING,)),
        (["before:1950"], ()),
        (["--code", "is:starred"], (SORTING,)),
    ],
)
def test_a_query_chooses_papers(
    capsys: pytest.CaptureFixture[str], arguments: list[str], papers: tuple[Paper, ...]
) -> None:
    assert main(["list", "--json", *arguments]) == 0
    found = [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]
    assert found == [about.id for about in papers]


@pytest.mark.parametrize(
    "command",
    [
        ["list", SORTING.id],
        ["list", "--json", SORTING.id],
        ["export", "--format", "csv", SORTING.id],
        ["summarise", "--summariser", "offline", SORTING.id],
        ["compare", "2511.99998"],
        ["batch", "export", "--dialect", "openai", "--yes", SORTING.id],
    ],
)
def test_an_id_among_several_that_the_library_lacks_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RADAR_BASE_URL", "https://moss.example/v1")
    monkeypatch.setenv("RADAR_MODEL", "small")
    assert main([*command, "2511.99999"]) == 1
    assert "no paper '2511.99999' in the library" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [["list"], ["export", "--format", "csv"], ["list", "--json"]],
)
def test_a_mistake_is_explained_and_ends_the_command(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert main([*command, "slugs has:codex"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "at 'has:codex' in the query: there is no has:codex" in printed.err
    assert "has: knows code, promised, data, results" in printed.err.replace("\n", " ")


def test_a_backslash_in_a_mistake_stands_there_as_it_was_typed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", r"slugs has:a\b"]) == 2
    assert r"at 'has:a\b' in the query: there is no has:a\b" in capsys.readouterr().err
    assert main(["list", "\\"]) == 2
    assert "at '\\' in the query: there is no letter" in capsys.readouterr().err


def test_every_mistake_is_explained_with_what_helps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "slugs has:codex is:gone (walls"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line for line in lines if "in the query: " in line] == [
        "radar: usage: at 'has:codex' in the query: there is no has:codex",
        "radar: usage: at 'is:gone' in the query: there is no is:gone",
        "radar: usage: at '(' in the query: this ( is not closed",
    ]
    assert sum(line.startswith("  has: knows code") for line in lines) == 1
    assert sum(line.startswith("  is: knows ") for line in lines) == 1


@pytest.mark.parametrize("query", ['"slugs climb', "slugs OR", "after:20", "has:", "(slugs", "autor:x"])
def test_what_is_unfinished_is_a_mistake_here_where_nobody_types_on(
    capsys: pytest.CaptureFixture[str], query: str
) -> None:
    assert main(["list", query]) == 2
    assert "in the query" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", [["list"], ["export", "--format", "csv"], ["mark", "star"], ["tag", "later"]]
)
@pytest.mark.parametrize("query", ['"', "-", "(", "*", "**", "-(", '""', "()", "“", '-"" (*) "'])
def test_a_query_of_nothing_but_signs_is_a_mistake_and_never_all_papers(
    capsys: pytest.CaptureFixture[str], command: list[str], query: str
) -> None:
    assert main([*command, "--", query]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"at {query!r} in the query: there is no letter or digit to look for" in printed.err


def test_a_watch_of_nothing_but_signs_does_not_choose_all_papers(capsys: pytest.CaptureFixture[str]) -> None:
    library = Library.open(settings().library)
    library.add_watch("signs", PaperQuery(text='"'))
    library.close()
    assert main(["mark", "read", "--watch", "signs"]) == 2
    assert "that would be all 3 papers" in capsys.readouterr().err


def test_a_leading_minus_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "snails", "-walls"]) == 2
    assert "put -- before the query" in capsys.readouterr().err.replace("\n", " ")


def test_where_nothing_is_found_the_part_to_drop_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "slugs after:2999"]) == 0
    said = capsys.readouterr().err.replace("\n", " ")
    assert "nothing matches" in said and "1 without after:2999" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["zebra"], "nothing matches; there would be 3 without the query"),
        (["tag:nosuch"], "nothing matches: there is no tag:nosuch; there would be 3 without the query"),
        (
            ["from:nosuch", "cat:q-bio"],
            "nothing matches: there is no from:nosuch, there is no cat:q-bio; there would be 3",
        ),
        (["--tag", "nosuch"], "nothing matches: there is no tag:nosuch; there would be 3 without tag"),
        (["tag:shell marbles"], "nothing matches; there would be 3 without the query, 1 without tag:shell"),
        (["code:yes"], "nothing matches: there is no field code:; there would be 3 without the query"),
        (["type:x"], "nothing matches: there is no field type:; there would be 3 without the query"),
        (["year:1950"], "nothing matches: no paper is listed in 1950; there would be 3 without"),
        (["slugs since:2999"], "nothing matches: no paper is listed from 2999 on; there would be"),
        (["https://kites.example/a zebra"], "nothing matches; there would be 3 without the query"),
        (["tag:nosuch OR zebra"], "nothing matches; there would be 3 without the query"),
    ],
)
def test_where_nothing_is_found_names_that_no_paper_has_are_told(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["list", *arguments]) == 0
    assert said in capsys.readouterr().err.replace("\n", " ")


def test_a_last_word_goes_on_only_with_a_star_which_is_offered_where_nothing_is_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["list", "slug"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "nothing matches; there would be 1 with slug*" in printed.err.replace("\n", " ")
    assert main(["mark", "read", "slug"]) == 1
    assert "nothing matches" in capsys.readouterr().err
    assert main(["mark", "read", "slug*"]) == 0
    assert "1 paper" in capsys.readouterr().out


@pytest.mark.parametrize("query", ["slugs after:2999", "slugs has:sota", "slugs is:starred"])
def test_no_star_is_offered_where_none_can_stand(capsys: pytest.CaptureFixture[str], query: str) -> None:
    assert main(["list", query]) == 0
    assert "*" not in capsys.readouterr().err


def test_the_help_shows_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--help"]) == 0
    printed = capsys.readouterr().out
    for example in ("author:vaswani", '"chain of thought"', "mamba OR rwkv", "after:2026-01", "-survey"):
        assert example in printed


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("snails -tga:keep", "at 'tga:keep' in the query: tga: is no field"),
        ("tga:later OR cat:cs.CV", "at 'tga:later' in the query: tga: is no field"),
        ("snails -lable:x", "at 'lable:x' in the query: lable: is no field"),
    ],
)
@pytest.mark.parametrize(
    "command", [["remove", "--yes"], ["export", "--format", "csv"], ["watch", "add", "w"], ["list"]]
)
def test_a_mistyped_field_that_lets_papers_through_is_refused(
    capsys: pytest.CaptureFixture[str], command: list[str], query: str, said: str
) -> None:
    assert main([*command, "--", query]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and said in printed.err.replace("\n", " ")
    assert main(["list", "--json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export", "--watch", ""], "argument --watch: it is empty"),
        (["export", "--tag", " "], "argument --tag: it is empty"),
        (["export", "--format", "csv", ""], "a part of QUERY is empty"),
        (["remove", "--yes", "snails", ""], "a part of QUERY is empty"),
        (["mark", "read", "--all", "--tag", ""], "argument --tag: it is empty"),
        (["list", "--watch", ""], "argument --watch: it is empty"),
        (["watch", "add", "w", "--tag", ""], "argument --tag: it is empty"),
        (["digest", "--watch", ""], "argument --watch: it is empty"),
        (["digest", "--since", ""], "argument --since: it is empty"),
    ],
)
def test_what_is_to_choose_papers_and_is_empty_does_not_choose_all(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(words) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and said in printed.err.replace("\n", " ")


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["list", "--json"],
        ["export", "--format", "csv"],
        ["mark", "read"],
        ["summarise", "--summariser", "offline"],
    ],
)
@pytest.mark.parametrize("id", ["2511.99999", "https://arxiv.org/abs/2511.99999"])
def test_one_id_that_the_library_lacks_is_named_as_several_are(
    capsys: pytest.CaptureFixture[str], command: list[str], id: str
) -> None:
    assert main([*command, id]) == 1
    printed = capsys.readouterr()
    assert f"no paper '{id}' in the library" in printed.err
    assert main([*command, SORTING.id]) == 0
    assert "no paper" not in capsys.readouterr().err


def test_one_id_that_a_paper_speaks_of_or_that_a_filter_leaves_out_is_not_lacking(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed([paper("On 2511.99999 and its snails", "2511.00126")])
    assert main(["list", "2511.99999"]) == 0
    assert main(["list", "--starred", SORTING.id]) == 0
    assert "no paper" not in capsys.readouterr().err
