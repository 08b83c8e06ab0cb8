"""Sites by the prefix of a name, and packages that add some."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from radar.errors import ListingError, NoListing, SettingsError
from radar.sources.arxiv.site import SITE as ARXIV
from radar.sources.feeds.site import SITE as FEEDS
from radar.sources.huggingface.site import SITE as HUGGING_FACE
from radar.sources.plugins import all_forms, find_source, names, sources_of
from radar.sources.site import Means, Site
from radar.sources.sites.acl_anthology import SITE as ACL
from radar.sources.sites.crossref import SITE as CROSSREF
from radar.sources.sites.openalex import SITE as OPENALEX
from radar.sources.sites.openreview import SITE as OPENREVIEW
from radar.sources.sites.semantic_scholar import SITE as SEMANTIC_SCHOLAR
from tests.sources.answering import Answering

ROOT = Path(__file__).parents[2]

PACKAGE = """
from datetime import datetime, UTC
from radar.errors import SettingsError
from radar.papers.listed.listing import Listing, ListingPage
from radar.papers.listed.paper import Paper, PaperId

print("imported")

class Source:
    label = "The moss \\x1b[31mjournal"
    goes_back = True

    def __init__(self, name):
        self.name = name

    async def pages(self, since=None, resume=""):
        yield ListingPage(Listing("hf:daily", "Hugging Face"), "Weighing moss", datetime.now(UTC))

    def parse(self, page):
        yield Paper(PaperId("title:moss"), page.text + "\\x1b[2J")

class Moss:
    forms = ("moss:new", "hf:daily")

    def source(self, name, means):
        if name != "moss:new":
            raise SettingsError("no such moss\\x1b[1m", "The nearest is moss:new")
        return Source(name)

    def sources_of(self, text):
        return ("moss:new",) if "moss" in text else ()

class Thief(Moss):
    forms = ("thief:x",)

    def sources_of(self, text):
        return ("arxiv:cs.CL",)

    def source(self, name, means):
        import sys
        sys.exit(3)

def broken():
    raise ValueError("no spores\\x1b[31m")

def empty():
    return object()
"""
ENTRY_POINTS = """[radar.sources]
Moss = radar_moss:Moss
thief = radar_moss:Thief
broken = radar_moss:broken
empty = radar_moss:empty
lost = radar_nowhere:SITE
hf = radar_moss:Moss
twice = radar_moss:Moss
"""


def wheel(folder: Path, name: str, module: str, entry_points: str) -> Path:
    """Write a package as pip installs it."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    about = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.py", module)
        shown = name.replace("_", "-")
        archive.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {shown}\nVersion: 1.0\n")
        archive.writestr(
            f"{about}/WHEEL",
            "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        archive.writestr(f"{about}/entry_points.txt", entry_points)
        archive.writestr(f"{about}/RECORD", "")
    return path


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed two packages with sites."""
    folder = tmp_path_factory.mktemp("packages")
    wheels = [
        wheel(folder, "radar_moss", PACKAGE, ENTRY_POINTS),
        wheel(folder, "radar_fern", "SITE = None\n", "[radar.sources]\ntwice = radar_fern:SITE\n"),
    ]
    target = folder / "site"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--no-deps",
            "--no-index",
            "--target",
            target,
            *wheels,
        ],
        check=True,
        capture_output=True,
    )
    return target


def run(installed: Path, code: str) -> str:
    """Run code in an interpreter that has the packages."""
    before = (
        "import asyncio, sys\n"
        "from radar.errors import RadarError\n"
        "from radar.sources.plugins import all_forms, find_source, names, sources_of\n"
        "from radar.sources.site import Means\n"
        "means = lambda prefix: Means(None)\n"
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


def means(prefix: str) -> Means:
    """Return means that reach nothing."""
    return Answering().means()


def test_an_installed_package_adds_sources_under_its_own_name_alone(installed: Path) -> None:
    printed = run(
        installed,
        "async def main():\n"
        "    source = find_source(' MOSS:new ', means)\n"
        "    print(source.name, source.label, source.goes_back)\n"
        "    async for page in source.pages():\n"
        "        print(page.listing.name, '|', page.listing.label)\n"
        "        print([paper.title for paper in source.parse(page)])\n"
        "asyncio.run(main())",
    )
    assert printed.splitlines() == [
        "imported",
        "moss:new The moss journal True",
        "moss:new | The moss journal",
        "['Weighing moss']",
    ]


def test_prefixes_are_listed_without_importing_anything(installed: Path) -> None:
    printed = run(installed, "print(names()[-6:], 'radar_moss' in sys.modules)")
    assert printed.strip() == "('broken', 'empty', 'lost', 'moss', 'thief', 'twice') False"


def test_packages_on_a_path_that_is_added_later_are_found_too(installed: Path, tmp_path: Path) -> None:
    folder = wheel(tmp_path, "radar_late", "SITE = None\n", "[radar.sources]\nlate = radar_late:SITE\n")
    printed = run(
        installed, f"print('late' in names()); sys.path.append({str(folder)!r}); print('late' in names())"
    )
    assert printed.split() == ["False", "True"]


def test_a_package_cannot_take_the_place_of_radars_own(installed: Path) -> None:
    assert "radar.sources" in run(installed, "print(type(find_source('hf:daily', means)).__module__)")
    forms = run(installed, "print(all_forms().count('hf:daily'))")
    assert forms.splitlines()[-1] == "1"


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("broken:x", "the site broken of the package radar-moss failed (ValueError: no spores)"),
        ("lost:x", "lost of the package radar-moss failed (ModuleNotFoundError: No module named 'radar_now"),
        ("empty:x", "empty of the package radar-moss made no site: it lacks source and sources_of"),
        ("thief:x", "the site thief of the package radar-moss failed (SystemExit: 3)"),
        ("moss:old", "no such moss. The nearest is moss:new"),
        ("mos:new", "there is no source mos:new. The nearest is moss:new"),
        ("twice:x", "sources twice: are of two packages, radar-fern and radar-moss. Uninstall all but one"),
    ],
)
def test_a_source_that_cannot_be_had_is_an_error_that_names_the_package(
    installed: Path, name: str, complaint: str
) -> None:
    code = (
        f"try:\n    find_source({name!r}, means)\n"
        "except RadarError as error:\n    print(type(error).__name__, error)"
    )
    printed = run(installed, code)
    assert complaint in printed
    assert "\x1b" not in printed


def test_a_package_that_fails_is_told_and_the_others_are_asked_all_the_same(installed: Path) -> None:
    printed = run(
        installed,
        "told = []\n"
        "print(sources_of('moss 2406.01234', told.append), sources_of('2406.01234'))\n"
        "print(sorted(error.message.split(' failed')[0] for error in told))\n"
        "told.clear()\n"
        "print('moss:new' in all_forms(told.append), len(told))",
    )
    found, told, forms = printed.splitlines()[1:]
    assert found == "('moss:new',) ('arxiv:id/2406.01234', 'hf:paper/2406.01234')"
    assert "the site broken of the package radar-moss" in told
    assert "the site thief of the package radar-moss names sources that are not its own" in told
    assert forms.startswith("True")


def test_forms_and_names_load_no_library(installed: Path) -> None:
    code = (
        "all_forms(); sources_of('10.18653/v1/2024.acl-long.1'); find_source('arxiv:cs.CL', means)\n"
        "print({'feedparser', 'bibtexparser', 'httpx', 'tenacity'} & set(sys.modules))"
    )
    assert run(installed, code).splitlines()[-1] == "set()"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2406.01234", ("arxiv:id/2406.01234", "hf:paper/2406.01234")),
        ("https://huggingface.co/papers/2406.01234", ("hf:paper/2406.01234", "arxiv:id/2406.01234")),
        ("https://doi.org/10.48550/arXiv.2406.01234", ("arxiv:id/2406.01234", "hf:paper/2406.01234")),
        ("10.1145/3.4", ("doi:10.1145/3.4",)),
        ("https://doi.org/10.18653/v1/2024.acl-long.1", ("acl:2024.acl-long.1",)),
        ("https://openreview.net/forum?id=abcDEF123", ("openreview:forum/abcDEF123",)),
        ("openreview:forum/abcDEF123", ("openreview:forum/abcDEF123",)),
        ("s2:paper/ARXIV:2406.01234", ("s2:paper/ARXIV:2406.01234",)),
        (" openalex:W123 ", ("openalex:W123",)),
        ("a line about moss", ()),
        ("", ()),
    ],
)
def test_an_id_or_a_link_names_the_sources_of_its_paper(text: str, names: tuple[str, ...]) -> None:
    assert sources_of(text) == names
    for name in names:
        assert find_source(name, means).name == name


@pytest.mark.parametrize("name", all_forms())
def test_every_form_that_is_shown_is_a_source_under_that_name(name: str) -> None:
    source = find_source(name, means)
    assert source.name == name
    assert source.label


def test_every_site_shows_a_form_under_its_prefix() -> None:
    assert {form.partition(":")[0] for form in all_forms()} >= set(names())


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("arxv:cs.CL", "The nearest is arxiv:cs.CL"),
        ("arxiv:cs.CLL", "The nearest is arxiv:cs.CL"),
        ("huggingface:daily", "The nearest is hf:daily"),
        ("daily", "The nearest is hf:daily"),
        ("2406.01234", "The nearest is arxiv:id/2406.01234"),
        ("cs.LG", "The nearest is arxiv:cs.LG"),
        ("trending", "The nearest is hf:trending"),
        ("2024.acl", "The nearest is acl:2024.acl"),
        ("ICLR.cc/2026/Conference", "The nearest is openreview:ICLR.cc/2026/Conference"),
        ("https://moss.example/new.rss", "The nearest is feed:https://moss.example/new.rss"),
        ("rss:https://moss.example/new.rss", "The nearest is feed:https://moss.example/new.rss"),
        ("https://arxiv.org/abs/2406.01234v2", "The nearest is arxiv:id/2406.01234"),
        ("opnalex:state space models", "The nearest is openalex:state space models"),
        ("", "Sources look like hf:daily"),
        ("gopher:moss", "Sources look like hf:daily"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_one(name: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        find_source(name, means)
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("https://arxiv.org/list/cs.CL/recent", "arxiv:cs.CL"),
        ("https://rss.arxiv.org/rss/astro-ph", "arxiv:astro-ph"),
        ("HTTPS://huggingface.co/papers", "hf:daily"),
        ("https://aclanthology.org/volumes/2024.acl-long/", "acl:2024.acl-long"),
        ("https://openreview.net/group?id=ICLR.cc/2026/Conference", "openreview:ICLR.cc/2026/Conference"),
    ],
)
def test_the_link_of_a_listing_names_the_source_that_reads_it(link: str, name: str) -> None:
    assert find_source(link, means).name == name


@pytest.mark.parametrize("page", ["events/acl-2024/", "events/acl-2024", "venues/acl/", "people/ada-moss/"])
def test_a_page_of_a_site_that_is_no_listing_is_no_feed_either(page: str) -> None:
    with pytest.raises(NoListing) as caught:
        find_source(f"https://aclanthology.org/{page}", means)
    assert "feed:" not in str(caught.value)


@pytest.mark.parametrize("page", ["papers/index.xml", "venues/moss/index.xml"])
def test_a_feed_of_a_site_is_still_one(page: str) -> None:
    with pytest.raises(SettingsError) as caught:
        find_source(f"https://aclanthology.org/{page}", means)
    assert caught.value.hint == f"The nearest is feed:https://aclanthology.org/{page}"


def test_a_name_is_taken_whatever_the_case_of_its_prefix_and_the_space_around_it() -> None:
    assert find_source(" ARXIV: cs.CL ", means).name == "arxiv:cs.CL"


@pytest.mark.parametrize("name", [name for name in all_forms() if not find_source(name, means).goes_back])
async def test_what_cannot_go_back_says_so_and_asks_nothing(name: str) -> None:
    site = Answering()
    source = find_source(name, lambda prefix: site.means())
    with pytest.raises(ListingError):
        await anext(aiter(source.pages(date(2026, 1, 1))))
    assert site.asked == []


def test_radars_own_sites_keep_the_promise_of_a_site() -> None:
    sites: tuple[Site, ...] = (
        ACL,
        ARXIV,
        CROSSREF,
        FEEDS,
        HUGGING_FACE,
        OPENALEX,
        OPENREVIEW,
        SEMANTIC_SCHOLAR,
    )
    assert {site.prefix for site in sites} == set(names())
    for site in sites:
        assert all(form.startswith(f"{site.prefix}:") for form in site.forms)
