"""What the doctor says of folders, files and programs that the settings name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from radar.pipeline.doctor import Check, Verdict
from radar.pipeline.doctor_places import place_checks


def _told(folder: Path, **named: object) -> list[Check]:
    given: dict[str, object] = {
        "export_folder": folder, "state_folder": folder / "made" / "later", "prompt": None, "browser": "",
        **named,
    }  # fmt: skip
    return list(place_checks(**given))  # type: ignore[arg-type]


def test_what_is_there_or_can_be_made_is_not_spoken_of(tmp_path: Path) -> None:
    prompt = tmp_path / "mine.md"
    prompt.write_text("Say it in a line.", encoding="utf-8")
    assert not _told(tmp_path, prompt=prompt, browser=f"{sys.executable} %s")


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("export_folder", Path("gone"), "there is no folder {}"),
        ("export_folder", Path("file"), "{} is no folder"),
        ("state_folder", Path("file/state"), "{} cannot be made"),
        ("prompt", Path("gone.md"), "the prompt {} cannot be read"),
    ],
)
def test_a_place_that_cannot_be_used_is_a_warning(
    tmp_path: Path, field: str, value: Path, message: str
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (check,) = _told(tmp_path, **{field: tmp_path / value})
    assert (check.verdict, check.message) == (Verdict.WARN, message.format(tmp_path / value))
    assert field in check.hint


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /proc")
def test_the_files_of_the_kernel_are_no_place(tmp_path: Path) -> None:
    (check,) = _told(tmp_path, state_folder=Path("/proc/radar"))
    assert check.message == "/proc/radar cannot be made"


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("no-such-browser-here %s", "there is no program 'no-such-browser-here'"),
        ("firefox 'open", "the command firefox 'open cannot be read: a quote is not closed"),
    ],
)
def test_a_browser_that_is_not_there_is_a_warning(tmp_path: Path, command: str, message: str) -> None:
    (check,) = _told(tmp_path, browser=command)
    assert check.message == message
