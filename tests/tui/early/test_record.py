"""A record comes back as it was written, and one that is not sound is no record."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from radar.tui.early.record import LONGEST, parsed, read_record, state_of, written
from tests.tui.early.invented import record


def test_a_record_comes_back_as_it_was_written(tmp_path: Path) -> None:
    made = record()
    made.readable[r"A $\beta$ plan"] = "A β plan"
    file = _file(tmp_path, written(made))
    again = read_record(file)
    assert again is not None
    assert written(again) == written(made)
    assert again.readable == made.readable and again.looks == made.looks and again.bar == made.bar


@pytest.mark.parametrize(
    "change",
    [
        ("styles\tstanding\t6", "styles\tstanding\t6m\x1b]0;owned\x07"),
        ("styles\tstanding\t6", "styles\tstanding\t6mred"),
        ("text\tfound\tall", "text\tfound\ta\x1b[2Jll"),
        ("text\tfound\tall", "text\tfound\ta\u202ell"),
        ("text\tfound\tall\n", ""),
        ("styles\tfound\t4\t5\n", ""),
        ("place\tlist\t0\t2\t60\t8", "place\tlist\t0\t2\t61\t8"),
        ("place\tlist\t0\t2\t60\t8", "place\tlist\t0\t-2\t60\t8"),
        ("place\tlist\t0\t2\t60\t8", "place\telsewhere\t0\t2\t60\t8"),
        ("size\t60\t12\t0\t0", "size\t999999\t12\t0\t0"),
        ("size\t60\t12\t0\t0", "size\t٣\t12\t0\t0"),
        ("look\t0\t\t0;10\n", ""),
        ("run\t0\t0\t9\t", "run\t0\t0\t9\tx\ty"),
        ("end", "code\timport os\nend"),
        ("\nend", ""),
        ("radar first page 2", "radar first page 3"),
    ],
)
def test_a_record_with_anything_else_in_it_is_none(tmp_path: Path, change: tuple[str, str]) -> None:
    text = written(record())
    assert change[0] in text
    assert read_record(_file(tmp_path, text.replace(*change, 1))) is None


def test_what_is_no_text_or_too_long_is_no_record(tmp_path: Path) -> None:
    for data in (b"", b"\xff\xfe", b"\x80\x04\x95pickle", b"radar first page 1\n" + b"x" * LONGEST):
        file = tmp_path / "record"
        file.write_bytes(data)
        assert read_record(str(file)) is None
    assert read_record(str(tmp_path)) is None
    assert read_record(str(tmp_path / "nowhere")) is None


def test_a_file_that_others_may_write_or_that_lies_elsewhere_is_not_believed(tmp_path: Path) -> None:
    file = Path(_file(tmp_path, written(record())))
    link = tmp_path / "link"
    link.symlink_to(file)
    assert read_record(str(link)) is None
    file.chmod(0o620)
    assert read_record(str(file)) is None
    file.chmod(0o600)
    assert read_record(str(file)) is not None


def test_a_pipe_in_its_place_does_not_hold_up_the_start(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "record", 0o600)
    assert read_record(str(tmp_path / "record")) is None


def test_a_text_that_would_break_the_lines_is_not_written() -> None:
    made = record()
    made.runs.append((0, 0, "9", "two\tparts"))
    with pytest.raises(ValueError):
        written(made)
    made = record()
    made.texts["standing"] = "two\nlines"
    with pytest.raises((ValueError, KeyError)):
        written(made)


def test_a_changed_settings_file_has_another_state(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    assert state_of(str(file)) == "absent"
    file.write_text('theme = "dark"\n')
    before = state_of(str(file))
    file.write_text('theme = "light"\n')
    assert state_of(str(file)) not in ("absent", before)


def test_parsing_needs_the_styles_of_bare_rows() -> None:
    made = record()
    del made.looks[True, ""]
    with pytest.raises(ValueError):
        parsed(written(made))


def _file(folder: Path, text: str) -> str:
    file = folder / "record"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)
    return str(file)
