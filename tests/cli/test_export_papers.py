"""`radar export`."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from radar.cli import main
from radar.pipeline.exporting.formats import export_formats
from tests.cli.running import ROOT, command, radar
from tests.cli.seeding import PAPERS, SORTING, seed
from tests.pipeline.exporting.entries import HOSTILE, paper


@pytest.mark.parametrize("name", export_formats())
def test_every_format_goes_to_standard_output(capsys: pytest.CaptureFixture[str], name: str) -> None:
    seed()
    assert main(["export", "--format", name, "--code"]) == 0
    text = capsys.readouterr().out
    assert "2511.00123" in text
    assert "2511.00124" not in text


def test_a_file_is_written_and_counted_and_not_overwritten(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    seed()
    path = tmp_path / "papers.json"
    arguments = ["export", "--format", "csl-json", "--out", str(path)]
    assert main(arguments) == 0
    assert f"3 papers written to {path}" in capsys.readouterr().err
    assert len(json.loads(path.read_text(encoding="utf-8"))) == 3
    assert main(arguments) == 1
    assert "is there already" in capsys.readouterr().err
    assert main([*arguments, "--limit", "1", "--force"]) == 0
    assert len(json.loads(path.read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize(
    ("name", "begins"), [("a.bib", "@"), ("a.JSON", "["), ("a.jsonl", "{"), ("a.md", "#"), ("a.csv", "id,")]
)
def test_the_ending_of_the_file_tells_the_format(tmp_path: Path, name: str, begins: str) -> None:
    seed()
    path = tmp_path / name
    assert main(["export", "--out", str(path)]) == 0
    assert path.read_text(encoding="utf-8").lstrip("\ufeff").startswith(begins)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.bib", "a.bib is named as BibTeX and holds Markdown"),
        ("a.md", ""),
        ("a.txt", ""),
    ],
)
def test_a_format_that_is_not_that_of_the_ending_is_written_and_noted(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, told: str
) -> None:
    seed()
    path = tmp_path / name
    assert main(["export", "--format", "markdown", "--out", str(path)]) == 0
    assert path.read_text(encoding="utf-8").startswith("#")
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err
    assert bool(told) == ("is named as" in said.err)


@pytest.mark.parametrize("out", [[], ["--out", "-"], ["--out", "papers.txt"]])
def test_without_a_format_what_there_is_to_choose_from_is_said(
    capsys: pytest.CaptureFixture[str], out: list[str]
) -> None:
    seed()
    assert main(["export", *out]) == 2
    told = capsys.readouterr().err
    assert "bibtex, csl-json, jsonl, markdown, csv" in told
    assert ".bib, .json, .jsonl, .md, .csv" in told


def test_what_is_exported_as_json_lines_is_known_when_it_is_imported(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    seed([*PAPERS, *(paper(title, f"2511.1{number:04d}") for number, title in enumerate(HOSTILE))])
    path = tmp_path / "papers.jsonl"
    assert main(["export", "--format", "jsonl", "--out", str(path)]) == 0
    assert main(["import", str(path)]) == 0
    printed = capsys.readouterr()
    assert "11 papers: 0 new, 11 known\n" in printed.out


@pytest.mark.parametrize(
    "written",
    [
        "export --format markdown",
        "digest --since 1d --format markdown",
        "digest --since 1d --format text",
        "list",
    ],
)
def test_what_is_written_for_people_is_not_imported_as_invented_papers(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, written: str
) -> None:
    seed()
    assert main(written.split()) == 0
    path = tmp_path / "papers.txt"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["import", str(path)]) == 1
    assert "radar export --format jsonl" in capsys.readouterr().err
    assert main(["list", "--json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(PAPERS)


def test_a_fresh_library_reads_an_export_as_the_old_one_had_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    seed()
    path = tmp_path / "papers.jsonl"
    assert main(["export", "--format", "jsonl", "--out", str(path)]) == 0
    other = ["--library", str(tmp_path / "other.sqlite3")]
    assert main(["import", str(path), *other]) == 0
    capsys.readouterr()
    assert main(["list", "--json", *other]) == 0
    told = (
        "title",
        "authors",
        "abstract",
        "listed",
        "url",
        "comment",
        "takeaway",
        "code",
        "code_url",
        "evidence",
    )
    fresh = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    first = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [[record[name] for name in told] for record in fresh] == [
        [record[name] for name in told] for record in first
    ]


def test_bibtex_that_is_exported_is_known_to_its_last_field_when_it_is_imported(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    seed([*PAPERS, paper("Bees Vote", "2511.00777", published=date(2025, 11, 2), venue="arXiv")])
    path = tmp_path / "papers.bib"
    assert main(["export", "--format", "bibtex", "--out", str(path)]) == 0
    assert main(["import", str(path)]) == 0
    assert "4 papers: 0 new, 4 known\n" in capsys.readouterr().out


def test_nothing_found_is_told_and_no_file_is_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "papers.json"
    for told in ("the library is empty", "nothing matches"):
        for out in ([], ["--out", str(path)]):
            assert main(["export", "--format", "csl-json", "zebra", "--limit", "3", *out]) == 1
            printed = capsys.readouterr()
            assert printed.out == ""
            assert f"nothing to export: {told}" in printed.err
        seed()
    assert not path.exists()


@pytest.mark.parametrize(
    "command",
    [
        ["export", "--format", "csv"],
        ["digest"],
        ["batch", "export", "--dialect", "rows"],
        ["batch", "import", "x"],
    ],
)
def test_an_empty_name_is_no_file_to_write(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    assert main([*command, "--out", ""]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and "an empty name names no file" in printed.err


def test_an_unknown_format_is_answered_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "bibtext"]) == 2
    assert "Did you mean bibtex?" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_an_export_error(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    seed([SORTING])
    assert main(["export", "--format", "csv", "--out", str(tmp_path / "missing" / "x.csv")]) == 1
    assert capsys.readouterr().err.startswith("radar: export: ")


@pytest.mark.parametrize("force", [[], ["--force"]], ids=["", "force"])
def test_a_device_is_not_replaced_and_what_writes_to_standard_output_is_told(
    tmp_path: Path, force: list[str]
) -> None:
    seed([SORTING])
    written = tmp_path / "out.csv"
    with written.open("wb") as stream:
        for name in ("/dev/null", "/dev/stdout"):
            words = ["export", "--format", "csv", "--out", name, *force]
            done = subprocess.run(
                command(*words), cwd=ROOT, stdout=stream, stderr=subprocess.PIPE, check=False, timeout=60
            )
            told = done.stderr.decode()
            assert done.returncode == 1
            assert f"{name} is no plain file, and is not replaced\n" in told
            assert "- is standard output" in told
            assert "--force" not in told
    assert written.read_bytes() == b""


def test_a_piped_export_is_unicode_whatever_the_terminal_takes() -> None:
    seed([paper("Étude 数学")])
    done = radar("export", "--format", "csl-json", environment={"PYTHONIOENCODING": "ascii"})
    assert json.loads(done.stdout)[0]["title"] == "Étude 数学"
