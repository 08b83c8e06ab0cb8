"""`radar show`."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from radar.abstracts.reading import read
from radar.abstracts.rules_version import RULES_VERSION
from radar.cli import main
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.identity import title_id
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links
from radar.papers.reader.query import PaperEntry
from radar.papers.summaries.flags import DataStatus, Release
from radar.papers.summaries.summary import ORIGINS, Provenance, Takeaway, TakeawayOrigin
from tests.cli.seeding import PROMISING, SILENT, SORTING, seed, settings
from tests.new_library import new_library
from tests.terminal import Terminal

WHEN = datetime(2025, 11, 5, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "form",
    [
        "2511.00123",
        "arxiv:2511.00123",
        "https://arxiv.org/abs/2511.00123v2",
        "huggingface.co/papers/2511.00123",
    ],
)
def test_any_form_of_an_id_finds_the_paper(capsys: pytest.CaptureFixture[str], form: str) -> None:
    seed()
    assert main(["show", form, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == SORTING.title


def test_a_paper_is_shown_with_the_words_its_flags_stand_on(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["show", SORTING.id]) == 0
    text = capsys.readouterr().out
    assert text.startswith(f"{SORTING.title}\n")
    assert "code      released https://github.com/snail/sort" in text
    assert "“Our code is available at" in text
    assert SORTING.abstract in text
    assert "file:garden.txt" in text


@pytest.mark.parametrize(
    ("comment", "links", "whose"),
    [
        ("Code: https://github.com/slug/walk", Links(), "the authors, in the comment field"),
        (
            "",
            Links(code="https://github.com/slug/walk", code_added_by="auto"),
            "the listing's own guess, not the authors' word",
        ),
        (
            "",
            Links(code="https://github.com/slug/walk", code_added_by="author"),
            "the authors, in a field of the listing",
        ),
        ("", Links(code="https://github.com/slug/walk"), "the listing"),
    ],
)
def test_it_is_said_whose_word_a_flag_is(
    capsys: pytest.CaptureFixture[str], comment: str, links: Links, whose: str
) -> None:
    seed([replace(SILENT, comment=comment, links=links)])
    assert main(["show", SILENT.id]) == 0
    text = capsys.readouterr().out
    assert f"code      released https://github.com/slug/walk · {whose}\n" in text
    assert "data      none\n" in text


def test_an_unknown_id_is_told_and_the_others_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["show", PROMISING.id, "2501.99999", SORTING.id]) == 1
    printed = capsys.readouterr()
    assert PROMISING.title in printed.out
    assert SORTING.title in printed.out
    assert "no paper '2501.99999'" in printed.err


def test_without_a_library_no_id_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", SORTING.id]) == 1
    assert "no paper" in capsys.readouterr().err


def test_the_abstract_is_wrapped_to_the_terminal() -> None:
    seed()
    with Terminal(["show", SORTING.id], columns=50) as terminal:
        terminal.wait_for("listed in")
        assert terminal.wait_for_end() == 0
        assert "Snails sort marbles 40% faster with us. Our code\n" in "\n".join(
            line.rstrip() for line in terminal.text.splitlines()
        )


def test_where_there_is_no_abstract_nothing_is_said_to_be_quoted(capsys: pytest.CaptureFixture[str]) -> None:
    seed([replace(SORTING, abstract="")])
    assert main(["show", "arxiv:2511.00123"]) == 0
    assert "\ntakeaway  none: there is no abstract to read\ncode " in capsys.readouterr().out


KNOWN = replace(
    SORTING,
    published=date(2025, 10, 30),
    doi="10.1234/snail",
    upvotes=1204,
    stars=3021,
    version=2,
    updated=date(2025, 11, 9),
    links=replace(SORTING.links, code="https://github.com/snail/guess", code_added_by="auto"),
)


def test_what_a_site_knows_of_a_paper_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    seed([KNOWN])
    assert main(["show", KNOWN.id]) == 0
    text = capsys.readouterr().out
    facts = "published 2025-10-30, listed 2025-11-03 · version 2 of 2025-11-09 · cs.RO cs.LG · 1,204 upvotes"
    assert f"{facts} · {KNOWN.id}\n" in text.replace("\n·", " ·")
    assert "\ndoi       https://doi.org/10.1234/snail\n" in text
    notes = "3,021 stars · added by the site, not by the authors"
    assert f"\nlisted    https://github.com/snail/guess · {notes}\n" in text


def test_what_is_not_known_has_no_word(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["show", SORTING.id]) == 0
    text = capsys.readouterr().out
    assert f"\n2025-11-03 · cs.RO cs.LG · {SORTING.id}\n" in text
    assert not [word for word in ("upvote", "star", "doi ", "also kept", "published") if word in text]


@pytest.mark.parametrize(
    ("by", "words"), [("author", "added by the authors"), ("", ""), ("auto", "not by the authors")]
)
def test_who_added_a_code_link_stands_behind_it(
    capsys: pytest.CaptureFixture[str], by: str, words: str
) -> None:
    url = "https://github.com/slug/walk"
    seed([replace(SILENT, stars=1, links=Links(code=url, code_added_by=by))])
    assert main(["show", SILENT.id]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("listed  "))
    assert line.startswith(f"listed    {url} · 1 star")
    assert line.endswith(words or "1 star")


def test_the_doi_is_left_out_where_the_link_of_the_paper_holds_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed([replace(SILENT, doi="10.1234/snail", links=Links(landing="https://doi.org/10.1234/snail"))])
    assert main(["show", SILENT.id]) == 0
    assert capsys.readouterr().out.count("10.1234/snail") == 1


def _summarise(*models: str, data: Release = Release.NONE) -> PaperEntry:
    """Keep a summary by each of these models beside the rules', and return the paper."""
    with closing(Library.open(settings().library)) as library:
        with closing(LibraryReader.open(settings().library)) as reader:
            entry = reader.entry(reader.key_of(SORTING.id) or 0)
            assert entry is not None
        made = entry.summaries[0]
        for number, model in enumerate(models):
            provenance = Provenance(
                "endpoint", WHEN + timedelta(days=number), model, "0a1b2c3d4e5f", 13, 812, 40, 0.0012
            )
            library.save_summaries(
                [
                    replace(
                        made,
                        takeaway=Takeaway(f"The {model} says this of snails.", TakeawayOrigin.MODEL),
                        flags=replace(made.flags, data=DataStatus(data)),
                        provenance=provenance,
                    )
                ]
            )
        return entry


def test_when_by_what_and_at_what_cost_a_takeaway_was_made_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed()
    _summarise("gull")
    assert main(["show", SORTING.id]) == 0
    text = capsys.readouterr().out
    when = f"{WHEN.astimezone():%Y-%m-%d %H:%M}"
    made = f"prompt 0a1b2c3d · {when} · 812 + 40 tokens · $0.0012"
    assert "takeaway  model · endpoint gull\n          The gull says this of snails.\n" in text
    assert f"          summary 2 of 2, shown · {made}\n" in text


def test_the_other_summaries_are_named_each_with_whose_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    entry = _summarise("gull", "tern")
    assert main(["show", SORTING.id]) == 0
    text = " ".join(capsys.readouterr().out.split())
    rules = entry.summaries[0]
    by_rule = f"also kept summary 1 of 3 · {ORIGINS[rules.takeaway.origin]} · offline · rules "
    assert by_rule in text
    assert f"{rules.provenance.created.astimezone():%Y-%m-%d %H:%M} {rules.takeaway.text} also kept" in text
    assert "also kept summary 2 of 3 · model · endpoint gull · prompt 0a1b2c3d · " in text
    assert "$0.0012 The gull says this of snails." in text
    assert "summary 3 of 3, shown · prompt 0a1b2c3d" in text
    assert text.count("also kept") == 2


def test_of_the_only_summary_it_is_told_when_the_rules_read_it(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    assert main(["show", SORTING.id]) == 0
    assert f"          rules {RULES_VERSION} · 20" in capsys.readouterr().out


def test_what_the_other_reading_says_of_data_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    _summarise("gull", data=Release.PROMISED)
    assert main(["show", SORTING.id]) == 0
    assert "          the rules read it otherwise: none\n" in capsys.readouterr().out


def test_a_changed_text_leaves_word_of_the_summaries_of_the_earlier_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed()
    _summarise("gull")
    with closing(Library.open(settings().library)) as library:
        changed = replace(SORTING, abstract="Snails sort marbles 41% faster with us.", version=2)
        library.add_papers([changed], Listing("file:garden.txt", "garden.txt"), read)
    assert main(["show", SORTING.id]) == 0
    assert "1 summary by a model is of an earlier text, and not shown\n" in capsys.readouterr().out


def test_the_link_that_a_feed_gave_finds_the_paper(capsys: pytest.CaptureFixture[str]) -> None:
    page = "https://journal.example/p/2"
    item = replace(SILENT, id=title_id(SILENT.title, "Ada Moss"), doi="", links=Links(landing=page))
    with closing(new_library(settings().library)) as library:
        library.add_papers([item], Listing("feed:https://journal.example/rss", "Journal"), read)
    assert main(["show", page, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == SILENT.title
    assert main(["show", f"{page}0"]) == 1
    assert f"no paper '{page}0' in the library" in capsys.readouterr().err
