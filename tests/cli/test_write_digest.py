"""`radar digest`: what is new, once each."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from radar.cli import main
from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.jobs.source_state import SourceState
from radar.papers.listed.paper import PaperId
from radar.pipeline.digest.formats import digest_formats
from tests.cli.running import ROOT, command
from tests.cli.running import radar as radar_process
from tests.cli.seeding import PAPERS, PROMISING, SILENT, SORTING, many, seed, settings
from tests.pipeline.exporting.entries import HOSTILE, paper

Captured = pytest.CaptureFixture[str]


def _printed(capsys: Captured, *arguments: str, code: int = 0) -> tuple[str, str]:
    capsys.readouterr()
    assert main(["digest", *arguments]) == code
    captured = capsys.readouterr()
    return captured.out, captured.err


def _titles(capsys: Captured, *arguments: str) -> list[str]:
    out, _ = _printed(capsys, "--format", "json", *arguments)
    return [paper["title"] for section in json.loads(out)["sections"] for paper in section["papers"]]


def test_without_a_library_it_says_how_papers_come(capsys: Captured) -> None:
    out, errors = _printed(capsys)
    assert out == ""
    assert "the library is empty" in errors


@pytest.mark.parametrize("name", digest_formats())
def test_every_format_goes_to_standard_output(capsys: Captured, name: str) -> None:
    seed([*PAPERS, *(paper(title, f"2511.1{number:04d}") for number, title in enumerate(HOSTILE))])
    out, _ = _printed(capsys, "--format", name)
    assert "2511.00123" in out
    if name == "html":
        HTMLParser().feed(out)
        assert "<img" not in out
    if name == "json":
        assert json.loads(out)["new"] == 11


def test_each_digest_tells_what_came_since_the_last_and_nothing_twice(capsys: Captured) -> None:
    seed([SORTING])
    assert _titles(capsys) == [SORTING.title]
    assert _titles(capsys) == []
    seed([SORTING, PROMISING])
    assert _titles(capsys, "--since", "last") == [PROMISING.title]
    seed([SILENT])
    assert _titles(capsys) == [SILENT.title]


def test_another_moment_is_a_look_aside_that_changes_nothing(capsys: Captured) -> None:
    seed([SORTING])
    assert _titles(capsys, "--since", "1d") == [SORTING.title]
    assert _titles(capsys) == [SORTING.title]
    seed([PROMISING])
    assert sorted(_titles(capsys, "--since", "1h")) == sorted([SORTING.title, PROMISING.title])
    assert _titles(capsys) == [PROMISING.title]


def test_digests_of_other_papers_or_to_another_place_have_their_own_memory(
    capsys: Captured, tmp_path: Path
) -> None:
    seed()
    main(["watch", "add", "walls", "climb"])
    assert _titles(capsys, "--watch", "walls") == [PROMISING.title]
    assert _titles(capsys, "--watch", "walls") == []
    assert _titles(capsys, "marbles") == [SORTING.title]
    assert len(_titles(capsys)) == 3
    assert _titles(capsys) == []
    path = tmp_path / "day.json"
    _printed(capsys, "--format", "json", "--out", str(path))
    assert json.loads(path.read_text(encoding="utf-8"))["new"] == 3


def test_papers_stand_under_their_watches_and_the_rest_under_everything_else(capsys: Captured) -> None:
    seed()
    main(["watch", "add", "walls", "climb"])
    out, _ = _printed(capsys)
    assert [line for line in out.splitlines() if line.endswith(")") and line[0] not in " 0123456789"] == [
        "walls (1)", "Everything else (2)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("a.md", "# "), ("a.HTML", "<!DOCTYPE html>"), ("a.json", "{"), ("a.txt", "Radar"), ("a", "Radar")],
)
def test_the_name_of_a_file_says_the_format(
    tmp_path: Path, capsys: Captured, name: str, beginning: str
) -> None:
    seed([SORTING])
    _printed(capsys, "--out", str(tmp_path / name))
    assert (tmp_path / name).read_text().startswith(beginning)
    _printed(capsys, "--out", str(tmp_path / "other.md"), "--format", "json", "--since", "1d")
    assert json.loads((tmp_path / "other.md").read_text())["new"] == 1


def test_a_day_without_anything_is_one_line(capsys: Captured) -> None:
    seed()
    _printed(capsys)
    out, errors = _printed(capsys)
    assert out.startswith("Nothing new since ")
    assert out.count("\n") == 1
    assert errors == ""


def test_what_is_not_shown_is_counted_with_the_command_that_shows_it(capsys: Captured) -> None:
    seed(many(30))
    out, _ = _printed(capsys, "--top", "3", "snail")
    (line,) = [line for line in out.splitlines() if line.startswith("and 27 more: ")]
    following = out.splitlines()[out.splitlines().index(line) :]
    words = shlex.split(" ".join(following).removeprefix("and 27 more: "))
    assert words[:2] == ["radar", "digest"]
    assert len(_titles(capsys, *words[2:])) == 30


def test_a_file_is_written_whole_and_not_overwritten_and_a_refused_one_loses_nothing(
    capsys: Captured, tmp_path: Path
) -> None:
    seed()
    path = tmp_path / "day.html"
    path.write_text("mine", encoding="utf-8")
    _, errors = _printed(capsys, "--format", "html", "--out", str(path), code=1)
    assert "is there already" in errors
    assert path.read_text(encoding="utf-8") == "mine"
    _, errors = _printed(capsys, "--format", "html", "--out", str(path), "--force")
    assert "3 new papers since" in errors
    assert f"Written to {path}" in errors
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "force"])
def test_a_day_without_anything_leaves_a_file_as_it_is_and_says_so(
    capsys: Captured, tmp_path: Path, force: tuple[str, ...]
) -> None:
    seed()
    path = tmp_path / "day.txt"
    _printed(capsys, "--out", str(path))
    yesterday = path.read_text(encoding="utf-8")
    out, errors = _printed(capsys, "--out", str(path), *force)
    assert path.read_text(encoding="utf-8") == yesterday
    assert (out, errors.count("\n")) == ("", 1)
    assert errors.startswith("Nothing new since ")
    assert errors.endswith(f" {path} is left as it is\n")
    _printed(capsys, "--out", str(tmp_path / "another.txt"))
    assert "Nothing new" in (tmp_path / "another.txt").read_text(encoding="utf-8")
    seed([replace(SORTING, id=PaperId("arxiv:2511.77777"), title="Another")])
    _printed(capsys, "--out", str(path), "--force")
    assert "Another" in path.read_text(encoding="utf-8")


def test_a_pipe_that_is_closed_before_anything_is_read_loses_nothing(capsys: Captured) -> None:
    seed(many(40))
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command("digest", "--top", "40"), stdout=writing, cwd=ROOT, check=False, timeout=60)
    os.close(writing)
    assert done.returncode == 0
    assert len(_titles(capsys, "--top", "40")) == 40


def test_a_failing_source_is_told_at_the_end(capsys: Captured) -> None:
    seed()
    library = Library.open(settings().library)
    for name in ("hf:daily", "arxiv:cs.CL"):
        library.note_source(SourceState(name, asked=datetime.now(UTC), error="it is in trouble", hint="Wait"))
    library.close()
    out, _ = _printed(capsys)
    assert "Sources that failed" in out
    assert "hf:daily could not be asked" in out.splitlines()[-2]
    # It was asked once and is not followed.
    assert "arxiv:cs.CL" not in out


def test_a_starred_paper_whose_code_comes_out_is_told_once_as_updated(capsys: Captured) -> None:
    seed()
    main(["mark", "star", "shells"])
    _printed(capsys)
    seed(
        [replace(SILENT, links=replace(SILENT.links, code="https://github.com/s/t", code_added_by="author"))]
    )
    out, _ = _printed(capsys)
    assert "1 updated since" in out
    assert "    Updated: code is now out: github.com/s/t" in out.splitlines()
    out, _ = _printed(capsys)
    assert out.startswith("Nothing new since ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--watch", "whales"], "there is no watch whales"),
        (["--since", "2999-01-01"], "still to come"),
        (["--since", "soon"], "is no day"),
        (["--format", "pdf"], "is not known"),
        (["--top", "0"], "is not a number from 1"),
        (["is:shiny"], "is:shiny"),
        (["--email", "snails"], "--email takes an address"),
        (["--email", "--format", "html"], "--email sends text and HTML"),
        (["--email=a@b@c"], "mail_to should be a mail address"),
    ],
)
def test_what_cannot_be_meant_is_told_and_nothing_is_noted(
    capsys: Captured, arguments: list[str], told: str
) -> None:
    seed()
    _, errors = _printed(capsys, *arguments, code=2)
    assert told in errors
    assert len(_titles(capsys)) == 3


def test_without_settings_of_mail_exactly_the_lines_to_add_are_told(capsys: Captured) -> None:
    seed()
    _, errors = _printed(capsys, "--email", code=2)
    assert f"Add to {settings().config_file}:\n" in errors
    assert '    mail_to = "me@example.org"\n    mail_host = "smtp.example.org"\n' in errors
    _, errors = _printed(capsys, "--email", "ada@example.org", code=2)
    assert "mail_to" not in errors


def test_installing_prints_the_commands_of_this_radar_and_writes_nothing(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RADAR_MAIL_PASSWORD_ENV", "SNAIL_PASSWORD")
    monkeypatch.setenv("SNAIL_PASSWORD", "marble")
    before = set(Path.home().rglob("*"))
    library = tmp_path / "my papers.sqlite3"
    out, errors = _printed(capsys, "--install", "--watch", "my snails", "--library", str(library), "marbles")
    words = f"--library {shlex.quote(str(library))} --watch 'my snails' marbles --email"
    (line,) = [line for line in out.splitlines() if line.startswith("0 7 * * *")]
    assert line.endswith(f"digest {words}")
    assert f"refresh --quiet --library {shlex.quote(str(library))}; " in line
    assert Path(shlex.split(line.rpartition("; ")[2])[0]).is_absolute()
    assert "SNAIL_PASSWORD=..." in out
    assert "marble\n" not in out
    assert f"XDG_DATA_HOME={os.environ['XDG_DATA_HOME']}" in out
    assert "mail is not set up" in errors
    assert set(Path.home().rglob("*")) == before


def test_the_help_tells_the_fields_of_the_json() -> None:
    done = radar_process("digest", "--help")
    assert done.returncode == 0
    assert "updated_papers" in done.stdout
    assert "--since WHEN" in done.stdout
