"""Summarisers by name, and packages that add some."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radar.errors import AnswerError, Offline, SettingsError, SummariserError
from radar.papers.listed.paper import Paper
from radar.papers.summaries.summary import Reading
from radar.summaries.endpoint_summariser import EndpointSummariser
from radar.summaries.offline import OfflineSummariser, offline_summary
from radar.summaries.plugins import InstalledSummariser, find, names
from radar.summaries.summariser import Outcome, SummariserSettings
from tests.summaries.papers import paper, reading_of

SETTINGS = SummariserSettings("offline", "http://127.0.0.1:1/v1", "small")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[2]

PACKAGE = """
from datetime import datetime, UTC
from radar.papers.summaries.summary import Provenance, Summary, Takeaway, TakeawayOrigin
from radar.summaries.summariser import Outcome

print("imported")

class Shouting:
    name = "shouting"
    model = "lungs"

    def __init__(self, settings):
        self.settings = settings

    async def summarise(self, paper, reading):
        made = Provenance("shouting", datetime.now(UTC), model=self.model)
        words = Takeaway(paper.title.upper(), TakeawayOrigin.MODEL)
        return Outcome(Summary(paper.id, words, reading.flags, made))

    async def aclose(self):
        print("closed")

def broken(settings):
    raise ValueError("no lungs\\x1b[31m")

def empty(settings):
    return object()
"""
ENTRY_POINTS = """[radar.summarisers]
shouting = radar_shouting:Shouting
broken = radar_shouting:broken
empty = radar_shouting:empty
lost = radar_nowhere:make
offline = radar_shouting:broken
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed a package with summarisers."""
    folder = tmp_path_factory.mktemp("package")
    wheel = folder / "radar_shouting-1.0-py3-none-any.whl"
    about = "radar_shouting-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("radar_shouting.py", PACKAGE)
        archive.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: radar-shouting\nVersion: 1.0\n")
        archive.writestr(
            f"{about}/WHEEL",
            "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        archive.writestr(f"{about}/entry_points.txt", ENTRY_POINTS)
        archive.writestr(f"{about}/RECORD", "")
    target = folder / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", target, wheel],
        check=True,
        capture_output=True,
    )
    return target


def run(installed: Path, code: str) -> str:
    """Run code in an interpreter that has the package."""
    before = (
        "import asyncio, sys\n"
        "from radar.summaries.plugins import find, names\n"
        "from radar.summaries.summariser import SummariserSettings\n"
        "from radar.errors import RadarError\n"
        "from radar.papers.listed.paper import Paper, PaperId\n"
        "from radar.abstracts.reading import read\n"
        "settings = SummariserSettings('x')\n"
        "paper = Paper(PaperId('title:x'), 'Foxes run', abstract='Foxes run far at night.')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", before + code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT}:{installed}", "PATH": "/usr/bin:/bin"},
    )
    return done.stdout


def test_an_installed_package_adds_a_summariser_by_name(installed: Path) -> None:
    printed = run(
        installed,
        "async def main():\n"
        "    summariser = find('shouting', settings)\n"
        "    outcome = await summariser.summarise(paper, read(paper))\n"
        "    await summariser.aclose()\n"
        "    print(summariser.name, summariser.model, outcome.summary.takeaway.text)\n"
        "asyncio.run(main())",
    )
    assert printed.splitlines() == ["imported", "closed", "shouting lungs FOXES RUN"]


def test_names_are_listed_without_importing_anything(installed: Path) -> None:
    printed = run(installed, "print(names(), 'radar_shouting' in sys.modules)")
    assert printed.strip() == "('offline', 'endpoint', 'broken', 'empty', 'lost', 'shouting') False"


def test_a_package_cannot_take_the_place_of_radars_own(installed: Path) -> None:
    assert "OfflineSummariser" in run(installed, "print(find('offline', settings))")


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("broken", "The summariser broken failed (ValueError: no lungs)"),
        ("lost", "The summariser lost failed (ModuleNotFoundError: No module named 'radar_nowhere')"),
        ("empty", "The summariser empty lacks summarise or aclose"),
        ("shoutin", "No summariser is called shoutin. Did you mean shouting?"),
    ],
)
def test_a_summariser_that_cannot_be_had_is_an_error_that_says_why(
    installed: Path, name: str, complaint: str
) -> None:
    code = (
        f"try:\n    find({name!r}, settings)\n"
        "except RadarError as error:\n    print(type(error).__name__, error)"
    )
    printed = run(installed, code)
    assert f"SummariserError {complaint}" in printed
    assert "\x1b" not in printed


async def test_radars_own_come_through_the_same_door() -> None:
    assert names()[:2] == ("offline", "endpoint")
    assert isinstance(find("offline", SETTINGS), OfflineSummariser)
    endpoint = find("endpoint", SETTINGS)
    assert isinstance(endpoint, EndpointSummariser)
    await endpoint.aclose()


def test_an_unknown_name_is_an_error_with_the_known_ones() -> None:
    with pytest.raises(SummariserError, match="There are offline, endpoint"):
        find("zzz", SETTINGS)


class Odd:
    """A summariser that does what it is told to."""

    name = "odd"
    model = ""

    def __init__(self, result: object) -> None:
        self.result = result

    async def summarise(self, paper: Paper, reading: Reading) -> Outcome:
        if isinstance(self.result, Exception):
            raise self.result
        return self.result  # type: ignore[return-value]

    async def aclose(self) -> None:
        if isinstance(self.result, Exception):
            raise self.result


@pytest.mark.parametrize(
    ("result", "error"),
    [
        (KeyError("x"), SummariserError),
        (Offline("gone"), Offline),
        (SettingsError("no"), SettingsError),
        (None, AnswerError),
        ("text", AnswerError),
        (Outcome(offline_summary(paper(id="title:other").id, reading_of(paper()), NOW)), AnswerError),
    ],
)
async def test_a_package_that_misbehaves_fails_for_that_paper_alone(
    result: object, error: type[Exception]
) -> None:
    summariser = InstalledSummariser("odd", Odd(result))
    with pytest.raises(error):
        await summariser.summarise(paper(), reading_of(paper()))


def test_endpoints_that_the_reader_has_set_are_summarisers_by_their_names() -> None:
    assert names(("fast", "small")) == ("offline", "endpoint", "fast", "small")
    settings = SummariserSettings("fast", "http://127.0.0.1:9/v1", "m")
    found = find("fast", settings, ("fast",))
    assert isinstance(found, EndpointSummariser)
    assert (found.name, found.model) == ("fast", "m")
    with pytest.raises(SummariserError, match="Did you mean fast"):
        find("fats", settings, ("fast",))
    with pytest.raises(SummariserError, match="No summariser is called fast"):
        find("fast", settings)
