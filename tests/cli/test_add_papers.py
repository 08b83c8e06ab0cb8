"""`radar add` and `radar sources`, the whole program against sites on loopback."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from shlex import quote

import pytest

from radar.cli import main
from radar.settings import Settings
from tests.cli.seeding import settings
from tests.net.loopback import Arrived, Loopback, Scripted, json_answer, loopback

_ENTRY = """<entry><id>http://arxiv.org/abs/{id}v1</id><published>2026-03-01T00:00:00Z</published>
<updated>2026-03-01T00:00:00Z</updated><title>Weighing Moss {id}</title><summary>We weigh moss.</summary>
<author><name>Ada Moss</name></author><category term="cs.CL"/>
<link href="https://arxiv.org/abs/{id}v1" rel="alternate" type="text/html"/></entry>"""
_FEED = """<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"
xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><title>arXiv Query</title>
<id>http://arxiv.org/api/x</id><updated>2026-03-01T00:00:00Z</updated>
<opensearch:totalResults>{count}</opensearch:totalResults>{entries}</feed>"""
KNOWN = ("2603.00001", "2603.00002")


def _site(arrived: Arrived) -> Scripted:
    """Answer as arXiv for ids that it knows; Hugging Face has none of them."""
    if arrived.path.startswith("/api/papers/"):
        return Scripted(404, b'{"error": "Not Found"}', {"Content-Type": "application/json"})
    entries = [_ENTRY.format(id=id) for id in KNOWN if id in arrived.path]
    feed = _FEED.format(count=len(entries), entries="".join(entries))
    return Scripted(200, feed.encode(), {"Content-Type": "application/atom+xml"})


def _mirrored(site: Loopback, text: str = "") -> Path:
    file = settings().config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'{text}\n[mirrors]\narxiv = "{site.url}"\nhf = "{site.url}"\n')
    return file


def test_papers_are_added_by_id_and_link_and_said_to_be_there_the_next_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with loopback(rule=_site) as site:
        _mirrored(site)
        texts = ["2603.00001", "https://arxiv.org/abs/2603.00002v1"]
        assert main(["add", *texts, "--tag", "moss", "--star"]) == 0
        assert capsys.readouterr().out == (
            "2603.00001: added: Weighing Moss 2603.00001\n"
            "https://arxiv.org/abs/2603.00002v1: added: Weighing Moss 2603.00002\n"
        )
        assert main(["add", "2603.00001", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["id"], record["new"], record["error"]) == ("arxiv:2603.00001", False, None)
    assert main(["list", "--tag", "moss", "--starred", "--json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_commas_between_ids_are_no_part_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    with loopback(rule=_site) as site:
        _mirrored(site)
        assert main(["add", "2603.00001,", "2603.00002;"]) == 0
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()] == [
        "2603.00001",
        "2603.00002",
    ]


def test_several_ids_in_one_argument_are_several_papers(capsys: pytest.CaptureFixture[str]) -> None:
    with loopback(rule=_site) as site:
        _mirrored(site)
        assert main(["add", "2603.00001, 2603.00002", "arXiv: 2603.00001"]) == 0
    assert [line.partition(": added")[0] for line in capsys.readouterr().out.splitlines()][:2] == [
        "2603.00001",
        "2603.00002",
    ]


def test_what_is_a_source_or_a_file_is_told_the_command_for_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "my papers.bib"
    file.write_text("", encoding="utf-8")
    for text, command in (
        ("arxiv:cs.CL", "radar sources add arxiv:cs.CL"),
        ("http://127.0.0.1:9/rss", "radar sources add feed:http://127.0.0.1:9/rss"),
        (
            "https://kites.example/paper/7",
            "id or link; if it is a feed: radar sources add feed:https://kites.exa",
        ),
        ("https://github.com/kite/line", "add feed:https://github.com/kite/line/releases.atom"),
        ("https://gitlab.com/kite/line", "id or link; radar sources add follows a source, such as hf:daily"),
        ("https://aclanthology.org/people/a/ada-kite/", "id or link; radar sources add follows a source"),
        ("https://arxiv.org/list/cs.CL/recent", "radar sources add arxiv:cs.CL"),
        (str(file), f"radar import '{file}'"),
        ("2603.00001 moss", "Name a paper by its arXiv id"),
    ):
        assert main(["add", text]) == 1
        assert command in capsys.readouterr().err


def test_a_link_that_no_site_knows_is_followed_as_a_feed(capsys: pytest.CaptureFixture[str]) -> None:
    link = "http://127.0.0.1:9/rss"
    assert main(["sources", "add", link]) == 0
    assert capsys.readouterr().out.startswith(f"followed: feed:{link}")
    assert main(["sources", "remove", link]) == 0
    assert main(["sources", "add", "http://me:word@127.0.0.1:9/rss"]) == 2
    assert "must hold no password" in capsys.readouterr().err


@pytest.mark.parametrize(
    "link",
    [
        "https://arxiv.org/abs/2401.00001",
        "https://doi.org/10.1000/a1",
        "https://aclanthology.org/2024.acl-long.1/",
        "https://openreview.net/forum?id=Kites12_a",
        "https://huggingface.co/papers/2401.00001",
    ],
)
def test_the_link_of_a_paper_is_not_followed_as_a_feed(capsys: pytest.CaptureFixture[str], link: str) -> None:
    assert main(["sources", "add", link]) == 2
    told = capsys.readouterr().err
    assert f"“{link}” names a paper, and no source" in told
    assert f"radar add {quote(link)} brings it" in told
    assert not settings().config_file.exists()


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("https://openreview.net/forum?id=abc", "names no paper"),
        ("https://github.com/kite/line", "https://github.com/kite/line/releases.atom"),
    ],
)
def test_a_page_of_a_site_without_feeds_is_not_followed(
    capsys: pytest.CaptureFixture[str], link: str, hint: str
) -> None:
    assert main(["sources", "add", link]) == 2
    told = capsys.readouterr().err
    assert hint in told
    assert f"feed:{link}" not in told
    assert not settings().config_file.exists()


def test_what_is_not_found_or_names_nothing_is_told_and_the_rest_comes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("# mine\n2603.00001 2603.00009\nzz\n"))
    with loopback(rule=_site) as site:
        _mirrored(site)
        assert main(["add", "-"]) == 1
    printed = capsys.readouterr()
    assert printed.out == "2603.00001: added: Weighing Moss 2603.00001\n"
    assert "2603.00009: not found at arXiv\n" in printed.err
    assert "zz: this names no paper" in printed.err


def test_a_mirror_of_no_site_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with loopback(json_answer([])) as site:
        file = _mirrored(site)
        file.write_text(file.read_text() + f'arxv = "{site.url}"\n')
        assert main(["add", "2603.00001"]) == 2
    printed = capsys.readouterr().err
    assert "[mirrors] holds arxv, which is no site" in printed
    assert "Did you mean arxiv?" in printed


def test_sources_are_followed_listed_and_left_again(capsys: pytest.CaptureFixture[str]) -> None:
    with loopback(json_answer([])) as site:
        file = _mirrored(site, "# mine")
        assert main(["refresh", "hf:daily"]) == 0
        assert main(["sources", "add", "arxiv:cs.cl", "--limit", "30", "--label", "language"]) == 0
        printed = capsys.readouterr()
        assert "followed: arxiv:cs.CL  language" in printed.out
        assert "hf:daily stays: it was asked before" in printed.err
        assert main(["sources", "add", "arxiv:cs.CL"]) == 1
        assert "followed already" in capsys.readouterr().err
    assert main(["sources"]) == 0
    daily, language = capsys.readouterr().out.splitlines()
    assert daily.startswith("hf:daily     ")
    assert "no papers listed" in daily
    assert language == "arxiv:cs.CL  not asked yet  language"
    assert Settings.load(os.environ).source_names == ("hf:daily", "arxiv:cs.CL")
    assert main(["sources", "remove", "ARXIV:cs.CL"]) == 0
    assert main(["sources", "remove", "hf:daily"]) == 0
    assert Settings.load(os.environ).source_names == ()
    assert "\n# mine\n[mirrors]" in file.read_text()
    capsys.readouterr()
    assert main(["sources", "remove", "hf:daily"]) == 2
    assert "no source hf:daily is followed" in capsys.readouterr().err


def test_a_source_that_nobody_asked_for_does_not_come_with_the_first_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["sources", "add", "arxiv:cs.CL"]) == 0
    assert "hf:daily" not in capsys.readouterr().err
    assert Settings.load(os.environ).source_names == ("arxiv:cs.CL",)


@pytest.mark.parametrize(
    ("span", "day"), [("2999-01-02", "2999-01-02"), ("2999-W02", "2999-01-07"), ("2999-03", "2999-03-01")]
)
def test_a_list_of_days_to_come_is_followed_and_said_to_be_to_come(
    capsys: pytest.CaptureFixture[str], span: str, day: str
) -> None:
    assert main(["sources", "add", f"hf:daily/{span}"]) == 0
    assert f"it is still to come, on {day} (UTC)" in capsys.readouterr().err
    assert main(["sources", "add", "hf:daily/2024-05-06"]) == 0
    assert "to come" not in capsys.readouterr().err


def test_a_source_that_there_is_none_of_is_refused_and_listed_with_what_is_wrong(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["sources", "add", "arxiv:cs.XX"]) == 2
    assert "no category cs.XX" in capsys.readouterr().err
    file = settings().config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('sources = ["hf:dayly"]')
    assert main(["sources"]) == 1
    assert "hf:daily" in capsys.readouterr().out
    assert main(["sources", "list", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]


def test_a_failure_is_listed_with_why_and_when_it_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    with loopback(Scripted(404, b"no", {"Content-Type": "text/plain"})) as site:
        _mirrored(site)
        assert main(["refresh", "hf:daily"]) == 3
    capsys.readouterr()
    assert main(["sources"]) == 0
    printed = capsys.readouterr().out
    assert "  failed  " in printed
    assert "\n    the site answers 404: no\n" in printed
    assert "    asked again " in printed


def test_the_forms_of_all_sites_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "--forms"]) == 0
    forms = capsys.readouterr().out.splitlines()
    assert {"hf:daily", "arxiv:cs.CL", "acl:2024.acl"} <= set(forms)
    assert main(["sources", "--forms", "list"]) == 2
