"""What is asked before papers are written to a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from radar.errors import ExportError
from radar.papers.reader.query import PaperQuery
from radar.pipeline.course import Course
from radar.pipeline.exporting.formats import export_formats
from radar.pipeline.many_papers import ManyPapers
from radar.pipeline.radar import Radar
from radar.tui.flows.exporting import FORMATS, WORDS, Exporter, Exporting
from radar.tui.flows.step import Ask, Say, Work
from tests.tui.flows.taken import replied


def _keys(radar: Radar) -> Sequence[int]:
    return radar.reader.keys(PaperQuery())


def test_every_export_format_can_be_chosen() -> None:
    assert set(FORMATS.values()) == set(export_formats())
    assert set(FORMATS) == set(WORDS)


@pytest.mark.parametrize("choice", FORMATS)
def test_an_export_asks_for_a_file_and_writes_it(radar: Radar, tmp_path: Path, choice: str) -> None:
    exporting = Exporting(radar, ManyPapers(radar.path, radar.library.reader))
    asked = replied(exporting.start(_keys(radar)), choice)
    assert isinstance(asked, Ask)
    assert Path(asked.value).parent == radar.download_folder
    path = tmp_path / "out"
    work = replied(asked, str(path))
    assert isinstance(work, Work)
    assert work.run() == Say(f"12 papers written to {path}")
    assert path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("choice", "name", "begins", "told"),
    [
        ("m", "o.bib", "@", ", as BibTeX"),
        ("b", "o.MD", "#", ", as Markdown"),
        ("j", "o.csv", "id,", ", as CSV"),
        ("m", "o.md", "#", ""),
        ("b", "o.txt", "@", ""),
    ],
)
def test_a_name_that_ends_as_those_of_another_format_is_of_that_format(
    radar: Radar, tmp_path: Path, choice: str, name: str, begins: str, told: str
) -> None:
    exporting = Exporting(radar, ManyPapers(radar.path, radar.library.reader))
    path = tmp_path / name
    work = replied(replied(exporting.start(_keys(radar)), choice), str(path))
    assert isinstance(work, Work)
    assert work.run() == Say(f"12 papers written to {path}{told}")
    assert path.read_text(encoding="utf-8").lstrip("\ufeff").startswith(begins)
    again = replied(replied(exporting.start(_keys(radar)), choice), str(path))
    assert isinstance(again, Ask) and again.question.endswith(f"replace it{told}?")
    work = replied(again, "y")
    assert isinstance(work, Work) and work.run() == Say(f"12 papers written to {path}{told}")


def test_quotes_around_the_file_are_no_part_of_its_name(radar: Radar, tmp_path: Path) -> None:
    exporting = Exporting(radar, ManyPapers(radar.path, radar.library.reader))
    work = replied(replied(exporting.start(_keys(radar)), "b"), f'"{tmp_path / "my papers.bib"}"')
    assert isinstance(work, Work) and str(tmp_path / "my papers.bib") in work.run().text  # type: ignore[union-attr]


def test_a_file_that_is_there_is_only_replaced_after_a_yes(radar: Radar, tmp_path: Path) -> None:
    path = tmp_path / "mine.bib"
    path.write_text("kept", encoding="utf-8")
    exporting = Exporting(radar, ManyPapers(radar.path, radar.library.reader))
    asked = replied(replied(exporting.start(_keys(radar)), "b"), str(path))
    assert isinstance(asked, Ask)
    assert "is there already" in asked.question
    assert replied(asked, "n") == Say("nothing exported")
    assert path.read_text(encoding="utf-8") == "kept"
    work = replied(asked, "y")
    assert isinstance(work, Work)
    work.run()
    assert path.read_text(encoding="utf-8") != "kept"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("~nobody-of-this-name/out.bib", "there is no such folder"),
        ("x" * 300, "file name too long"),
        (".", "that is a folder"),
    ],
)
def test_a_place_that_cannot_be_is_told_and_stays_to_be_corrected(
    radar: Radar, tmp_path: Path, path: str, words: str
) -> None:
    exporting = Exporting(radar, ManyPapers(radar.path, radar.library.reader))
    asked = replied(replied(exporting.start(_keys(radar)), "b"), path)
    assert isinstance(asked, Ask)
    assert words in asked.question
    assert asked.value == path
    corrected = replied(asked, str(tmp_path / "out.bib"))
    assert isinstance(corrected, Work)
    corrected.run()
    assert (tmp_path / "out.bib").exists()


def test_a_place_that_is_gone_when_it_is_written_is_an_error_in_words(radar: Radar, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    exporting = Exporting(radar, ManyPapers(radar.path, radar.library.reader))
    work = replied(replied(exporting.start(_keys(radar)), "b"), str(folder / "out.bib"))
    folder.rmdir()
    assert isinstance(work, Work)
    with pytest.raises(ExportError):
        work.run()


def test_an_export_without_a_file_name_writes_nothing(radar: Radar) -> None:
    exporting = Exporting(radar, ManyPapers(radar.path, radar.library.reader))
    asked = replied(exporting.start(_keys(radar)), "b")
    assert replied(asked, "  ") == Say("nothing exported: no file was named")


class Full:
    """A disk that is full at first, and has room then."""

    def __init__(self, exporter: Exporter) -> None:
        self.exporter = exporter
        self.full = True

    def export(self, keys: Sequence[int], format: str, path: Path, *, force: bool, course: Course) -> int:
        if self.full:
            raise ExportError(f"{path} cannot be written: No space left on device", "Choose another place")
        return self.exporter.export(keys, format, path, force=force, course=course)


def test_a_file_that_could_not_be_written_is_what_the_next_export_of_that_format_begins_with(
    radar: Radar, tmp_path: Path
) -> None:
    disk = Full(ManyPapers(radar.path, radar.library.reader))
    exporting = Exporting(radar, disk)
    usual = replied(exporting.start(_keys(radar)), "b")
    assert isinstance(usual, Ask)
    work = replied(usual, str(tmp_path / "mine.bib"))
    assert isinstance(work, Work)
    with pytest.raises(ExportError):
        work.run()
    again = replied(exporting.start(_keys(radar)), "b")
    assert isinstance(again, Ask)
    assert again.value == str(tmp_path / "mine.bib")
    other = replied(exporting.start(_keys(radar)), "j")
    assert isinstance(other, Ask) and Path(other.value).parent == radar.download_folder
    disk.full = False
    work = replied(again, again.value)
    assert isinstance(work, Work)
    assert work.run() == Say(f"12 papers written to {tmp_path / 'mine.bib'}")
    after = replied(exporting.start(_keys(radar)), "b")
    assert isinstance(after, Ask)
    assert after.value == usual.value


class Busy:
    """A disk on which a second export of the same papers ends while the first is under way."""

    def __init__(self, exporter: Exporter) -> None:
        self.exporter = exporter
        self.meanwhile: Work | None = None

    def export(self, keys: Sequence[int], format: str, path: Path, *, force: bool, course: Course) -> int:
        other, self.meanwhile = self.meanwhile, None
        if other is not None:
            other.run()
        return self.exporter.export(keys, format, path, force=force, course=course)


def test_two_exports_in_one_format_may_be_under_way_at_once(radar: Radar, tmp_path: Path) -> None:
    disk = Busy(ManyPapers(radar.path, radar.library.reader))
    exporting = Exporting(radar, disk)
    first, second = (
        replied(replied(exporting.start(_keys(radar)), "b"), str(tmp_path / name))
        for name in ("a.bib", "b.bib")
    )
    assert isinstance(first, Work) and isinstance(second, Work)
    disk.meanwhile = second
    assert first.run() == Say(f"12 papers written to {tmp_path / 'a.bib'}")
    assert (tmp_path / "b.bib").exists()
