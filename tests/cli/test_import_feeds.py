"""`radar import` of a list of feeds, and of every format from standard input."""

from __future__ import annotations

import gzip
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radar.cli import main
from radar.library.library import Library
from radar.papers.jobs.source_state import SourceState
from tests.cli.running import radar
from tests.cli.seeding import settings
from tests.sources.feeds.test_opml import LIST
from tests.terminal import Terminal
from tests.test_formats import TEXTS

FEEDS = [
    "feed:https://kites.example/feed?a=1&b=2",
    "feed:https://reels.example/atom",
    "feed:https://loud.example/rss",
]


@pytest.fixture
def feeds(tmp_path: Path) -> Path:
    path = tmp_path / "feeds.opml"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def file() -> Path:
    return settings().config_file


def _written(file: Path) -> list[dict[str, str]]:
    tables = tomllib.loads(file.read_text(encoding="utf-8"))["source"] if file.exists() else []
    assert isinstance(tables, list)
    return tables


def test_feeds_are_told_and_added_with_yes(
    capsys: pytest.CaptureFixture[str], feeds: Path, file: Path
) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'# mine\nsources = ["hf:daily", "{FEEDS[1]}"]\n', encoding="utf-8")
    assert main(["import", "--yes", str(feeds)]) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "feeds.opml: 3 feeds",
        f"  new   {FEEDS[0]}  On Kites & Lines",
        f"  known {FEEDS[1]}  On Reels",
        f"  new   {FEEDS[2]}  [red][31mLoud",
        f"2 sources added to {file}; radar refresh asks them",
    ]
    assert "feeds.opml:11: the address of the feed is not one on the web" in printed.err
    assert file.read_text(encoding="utf-8").startswith("# mine\n")
    assert _written(file) == [
        {"name": FEEDS[0], "label": "On Kites & Lines"},
        {"name": FEEDS[2], "label": "[red][31mLoud"},
    ]


def test_a_feed_that_no_source_can_ask_is_refused_and_its_password_not_shown(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, file: Path
) -> None:
    path = tmp_path / "feeds.opml"
    outlines = "".join(
        f'<outline xmlUrl="https://{rest}"/>' for rest in ("me:secret@a.example/", "b.example/")
    )
    path.write_text(f"<opml><body>{outlines}</body></opml>", encoding="utf-8")
    assert main(["import", "--yes", str(path)]) == 1
    printed = capsys.readouterr()
    assert "  refused https://a.example/: The address of a feed must hold no password" in printed.out
    assert "secret" not in printed.out + printed.err
    assert [table["name"] for table in _written(file)] == ["feed:https://b.example/"]


def test_what_was_asked_before_any_source_was_named_is_asked_further(
    capsys: pytest.CaptureFixture[str], feeds: Path, file: Path
) -> None:
    library = Library.open(settings().library)
    library.note_source(SourceState("hf:daily", asked=datetime.now(UTC)))
    library.close()
    assert main(["import", "--yes", str(feeds)]) == 1
    assert [table["name"] for table in _written(file)] == ["hf:daily", *FEEDS]
    printed = capsys.readouterr()
    assert "3 sources added" in printed.out
    assert "hf:daily stays" in printed.err


def test_nothing_is_written_where_nobody_can_be_asked(feeds: Path, file: Path) -> None:
    done = radar("import", str(feeds))
    assert done.returncode == 2
    assert FEEDS[0] in done.stdout
    assert "Add --yes" in done.stderr
    assert _written(file) == []


def test_feeds_from_standard_input_are_added_too(file: Path) -> None:
    done = radar("import", "-", "--yes", stdin=gzip.compress(LIST.encode()))
    assert "standard input: 3 feeds" in done.stdout
    assert [table["name"] for table in _written(file)] == FEEDS


@pytest.mark.parametrize(("answer", "count"), [("n", 0), ("y", 3)])
def test_the_reader_is_asked(feeds: Path, file: Path, answer: str, count: int) -> None:
    with Terminal(["import", str(feeds)]) as terminal:
        terminal.wait_for("3 new sources")
        terminal.type(answer + "\r")
        terminal.wait_for("added" if count else "nothing was written")
    assert len(_written(file)) == count


@pytest.mark.parametrize("name", TEXTS)
def test_every_format_comes_in_from_standard_input(name: str) -> None:
    done = radar("import", "-", stdin=TEXTS[name])
    assert (done.returncode, done.stdout) == (0, "standard input: 1 paper: 1 new, 0 known\n")
