"""The text of a Hugging Face Papers page, in the ways it is copied."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from radar.errors import ListingError
from radar.papers.listed.identity import title_id
from radar.papers.listed.paper import Paper, clean_paper
from radar.sources.huggingface.listing_file import ListingText
from radar.sources.source import recognise
from radar.wiring.listings import build_formats
from tests.sources.hostile import hostile_texts
from tests.sources.listing_pages import ABSTRACTS, BANNERS, PEOPLE, TITLES, cards, parsed, read_all


def test_titles_and_abstracts_alternate() -> None:
    papers = read_all(cards(lambda n: [TITLES[n], ABSTRACTS[n]]))
    assert [paper.id for paper in papers] == [title_id(title) for title in TITLES]


def test_banners_go_and_the_caption_glued_to_the_first_title() -> None:
    glued = cards(lambda n: [TITLES[n], ABSTRACTS[n]]).replace("Do Kites", "SubscribeDo Kites", 1)
    read_all("\n".join([*BANNERS, glued]))


def test_a_title_that_begins_with_the_word_of_the_caption_keeps_it() -> None:
    papers, _ = parsed([*BANNERS, "Subscribe", "Subscribers Leave: A Study", ABSTRACTS[0]])
    assert papers[0].title == "Subscribers Leave: A Study"
    papers, _ = parsed([TITLES[0], ABSTRACTS[0], "SubscribeNet: Mail for All", ABSTRACTS[1]])
    assert papers[1].title == "SubscribeNet: Mail for All"


@pytest.mark.parametrize("end", ["", "\r"])
def test_blank_lines_and_windows_line_ends_change_nothing(end: str) -> None:
    text = cards(lambda n: ["", TITLES[n], "", ABSTRACTS[n], "", ""], [*BANNERS, "", "Subscribe"])
    read_all(text.replace("\n", f"{end}\n"))


@pytest.mark.parametrize("people", [True, False])
@pytest.mark.parametrize("blank", [[], [""]])
def test_votes_authors_dates_and_comments_are_told_apart(people: bool, blank: list[str]) -> None:
    def card(n: int) -> list[str]:
        authors = [PEOPLE[n], *blank] if people and n != 3 else []
        rest = ["·", *blank, f"May {n + 3}, 2024", *blank, str(n)]
        return [
            str(n * 7),
            *blank,
            TITLES[n],
            *blank,
            *authors,
            ABSTRACTS[n],
            *blank,
            f"{n + 2} authors",
            *rest,
        ]

    papers = read_all(cards(card))
    assert [paper.published for paper in papers] == [date(2024, 5, n + 3) for n in range(5)]
    expected = ("Ada Kite", "Bo Line", "Cy van der Reel") if people else ()
    assert papers[0].authors == expected
    assert papers[1].authors == (("Jane Doe", "José García-Márquez") if people else ())
    assert papers[2].authors == (("Li Wei", "X. Y. Zhang") if people else ())
    assert papers[3].authors == ()


def test_authors_may_stand_after_the_abstract() -> None:
    papers = read_all(cards(lambda n: [TITLES[n], ABSTRACTS[n], *([PEOPLE[n]] if n != 3 else []), "May 3"]))
    assert papers[4].authors == ("Olu Ade", "Mary O'Neil", "D. Reel")
    assert papers[0].published is None


def test_one_author_is_known_once_the_page_has_shown_where_authors_stand() -> None:
    papers = read_all(cards(lambda n: [TITLES[n], PEOPLE[n], ABSTRACTS[n]]))
    assert papers[3].authors == ("Ada Kite",)


def test_a_line_that_may_be_title_or_author_is_reported_and_not_guessed() -> None:
    papers, left_out = parsed([TITLES[0], "Ada Kite", ABSTRACTS[0], TITLES[1], ABSTRACTS[1]])
    assert [paper.title for paper in papers] == [TITLES[1]]
    assert [item.line for item in left_out] == [1, 2, 3]


def test_dates_before_the_titles_belong_to_the_paper_that_follows() -> None:
    papers = read_all(cards(lambda n: [f"2024-05-0{n + 1}", TITLES[n], ABSTRACTS[n]]))
    assert [paper.published for paper in papers] == [date(2024, 5, n + 1) for n in range(5)]


def test_labels_are_understood() -> None:
    papers = read_all(
        cards(lambda n: [f"Title: {TITLES[n]}", f"Authors: {PEOPLE[n]}", f"Abstract: {ABSTRACTS[n]}", ""])
    )
    assert papers[3].authors == ("Ada Kite",)


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120])
def test_wrapped_lines_are_put_together(width: int) -> None:
    def card(n: int) -> list[str]:
        return [
            *textwrap.wrap(TITLES[n], 200),
            "",
            *textwrap.wrap(ABSTRACTS[n], width, break_on_hyphens=False),
            "",
        ]

    read_all(cards(card))


def test_a_title_broken_where_it_clearly_goes_on_is_put_together() -> None:
    papers, left_out = parsed(["Sailing Without", "Wind", ABSTRACTS[1]])
    assert ([paper.title for paper in papers], left_out) == (["Sailing Without Wind"], [])


def test_an_arxiv_link_or_number_beside_a_paper_names_it() -> None:
    for link in (
        "https://huggingface.co/papers/2405.0000{n}",
        "https://arxiv.org/abs/2405.0000{n}v2",
        "arXiv:2405.0000{n}",
        "https://arxiv.org/pdf/2405.0000{n}",
    ):
        links = [link.format(n=n) for n in range(len(TITLES))]
        before = read_all(
            "\n".join(f"{a}\n{b}\n{c}" for a, b, c in zip(links, TITLES, ABSTRACTS, strict=True))
        )
        between = read_all(
            "\n".join(f"{b}\n{a}\n{c}" for a, b, c in zip(links, TITLES, ABSTRACTS, strict=True))
        )
        after = read_all(
            "\n".join(f"{b}\n{c}\n{a}" for a, b, c in zip(links, TITLES, ABSTRACTS, strict=True))
        )
        for papers in (before, between, after):
            assert [paper.id for paper in papers] == [f"arxiv:2405.0000{n}" for n in range(5)]


def test_a_link_within_an_abstract_does_not_name_the_paper() -> None:
    text = ABSTRACTS[3] + " It builds on https://arxiv.org/abs/2001.00001"
    papers, _ = parsed([TITLES[3], text])
    assert papers[0].id == title_id(TITLES[3]) and papers[0].abstract == text


def test_a_day_without_a_year_is_used_only_where_the_number_tells_the_year() -> None:
    papers, _ = parsed([TITLES[0], "arXiv:2401.00001", ABSTRACTS[0], "·", "Dec 31"])
    assert papers[0].published == date(2023, 12, 31)
    papers, _ = parsed([TITLES[0], "arXiv:2401.00001", ABSTRACTS[0], "·", "Jul 31"])
    assert papers[0].published is None


def test_a_title_without_abstract_and_a_text_without_title_are_reported_by_line() -> None:
    papers, left_out = parsed(
        ["Orphaned", TITLES[0], ABSTRACTS[0], ABSTRACTS[1], TITLES[2], ABSTRACTS[2], "Last One"]
    )
    assert [paper.title for paper in papers] == [TITLES[0], TITLES[2]]
    assert [(item.line, item.reason) for item in left_out] == [
        (1, "a title without an abstract"),
        (4, "a text without a title"),
        (7, "a title without an abstract"),
    ]
    assert left_out[0].text == "Orphaned"
    assert len(left_out[1].text) <= 80


def test_the_last_line_of_a_wrapped_abstract_may_be_a_number_a_link_or_a_word_of_the_menu() -> None:
    for last in ("models.", "12.5.", "https://kites.example/code", "2024."):
        lines = [*["and so on " * 6 + "and so on"] * 4, last]
        papers, left_out = parsed([TITLES[0], "", *lines, "", TITLES[1], "", ABSTRACTS[1]])
        assert left_out == []
        assert papers[0].abstract == " ".join(lines)


def test_a_link_that_belongs_to_no_paper_for_sure_is_reported() -> None:
    papers, left_out = parsed(
        [TITLES[0], ABSTRACTS[0], "", "https://kites.example/", TITLES[1], ABSTRACTS[1]]
    )
    assert len(papers) == 2
    assert [(item.line, item.text) for item in left_out] == [(4, "https://kites.example/")]


def test_long_lists_of_authors_are_neither_titles_nor_abstracts() -> None:
    people = ", ".join(
        f"{given} {family}" for given in ("Ada", "Bo", "Cy", "Di", "Ed") for family in PEOPLE[0].split()[1::2]
    )
    crowd = "KITE, :, " + ", ".join([people] * 4)
    papers, left_out = parsed([TITLES[0], crowd, ABSTRACTS[0], TITLES[1], crowd, ABSTRACTS[1]])
    assert ([paper.title for paper in papers], left_out) == (TITLES[:2], [])
    assert len(papers[0].authors) > 40


def test_an_abstract_of_one_short_sentence_is_known_by_its_full_stop() -> None:
    short = "We show that boats drift further than kites do."
    papers, left_out = parsed([TITLES[0], short, TITLES[1], ABSTRACTS[1]])
    assert [paper.abstract for paper in papers] == [short, ABSTRACTS[1]]
    assert left_out == []


def test_a_line_that_is_not_utf8_is_reported() -> None:
    papers, left_out = parsed([TITLES[0], ABSTRACTS[0], "Caf\udce9 Kites", ABSTRACTS[1]])
    assert [paper.title for paper in papers] == [TITLES[0]]
    assert [item.line for item in left_out] == [3, 4]
    assert "UTF-8" in left_out[0].reason


def test_titles_with_brackets_and_markup_are_kept_as_they_are() -> None:
    titles = [
        "Kites Revisited [Experiment, Analysis & Benchmark]",
        "[@click=app.quit] Kites [/]",
        "[Vision] On Kites",
    ]
    papers, left_out = parsed([line for title in titles for line in (title, ABSTRACTS[0])])
    assert ([paper.title for paper in papers], left_out) == (titles, [])


def test_recognition_needs_more_than_some_text() -> None:
    recognises = ListingText().recognises
    assert recognises("\n".join([TITLES[0], ABSTRACTS[0]]))
    assert recognises(BANNERS[0])
    assert not recognises("")
    assert not recognises("name,age\nAda,7\n")
    assert not recognises("# Tool\n\nRun it:\n\n```\npip install tool\n```\n" + ABSTRACTS[0])
    assert not recognises(ABSTRACTS[0])


def test_a_reading_list_is_no_page_whose_heading_is_the_title_of_what_it_points_at() -> None:
    items = (
        "- [On Kites](https://arxiv.org/abs/2611.01234) Kite et al.\n"
        "- **Lines**: https://arxiv.org/pdf/2611.01235 (with code)\n"
        "- To be looked for\n"
    )
    assert not ListingText().recognises(f"# Reading list\n\n{items}")
    numbered = "\n".join(f"{at}. [On Kites {at}](https://doi.org/10.18653/v1/{at})" for at in range(1, 9))
    assert not ListingText().recognises(f"# Week 3\n\n{numbered}\n")
    with pytest.raises(ListingError, match="a list of links to papers") as caught:
        recognise(f"# Reading list\n\n{items}", build_formats())
    assert "radar add" in caught.value.hint


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    for text in hostile_texts(3000):
        ListingText().recognises(text)
        for item in ListingText().parse(text.split("\n")):
            if isinstance(item, Paper):
                assert clean_paper(item) == item
                item.id.encode()


@pytest.mark.parametrize(
    "facts",
    [
        ["12 upvotes · May 3, 2024 · 4 comments"],
        ["▲ 12 | 2024-05-03"],
        ["+12", "[2024-05-03]"],
        ["Institute of Kites · Published on May 3, 2024"],
        ["Ada Kite, Bo Line · May 3, 2024"],
        ["A. Kite, B. Line et al.", "(May 3, 2024)"],
        ["5 ▲", "Posted on 3 May 2024", "about 2 hours ago"],
        ["9 authors · May 3, 2024"],
    ],
)
def test_facts_on_one_line_are_taken_apart(facts: list[str]) -> None:
    papers = read_all(cards(lambda n: [TITLES[n], ABSTRACTS[n], *facts, ""], BANNERS))
    assert {paper.published for paper in papers} == {date(2024, 5, 3)}
    assert {len(paper.authors) for paper in papers} == {2 if ", " in facts[0] and "Line" in facts[0] else 0}


def test_numbers_of_a_list_go_and_other_numbers_stay() -> None:
    read_all(cards(lambda n: [f"{n + 1}. {TITLES[n]}", ABSTRACTS[n]]))
    papers, _ = parsed(["7. Kites of the Seventh Day", ABSTRACTS[0], "3.5 Kites a Day", ABSTRACTS[1]])
    assert [paper.title for paper in papers] == ["7. Kites of the Seventh Day", "3.5 Kites a Day"]


def test_a_date_between_short_lines_is_not_the_rest_of_a_sentence() -> None:
    papers = read_all(cards(lambda n: [TITLES[n], f"{PEOPLE[n]} and Eve Reel", "Nov 20, 2025", ABSTRACTS[n]]))
    assert {paper.published for paper in papers} == {date(2025, 11, 20)}
    read_all(cards(lambda n: [TITLES[n], "Ada Kite, Bo Line · Nov 20, 2025", ABSTRACTS[n]]))


def test_a_title_with_a_bar_or_a_dash_stays_whole() -> None:
    titles = ["Kites | Lines | Reels", "Kites - A Study", "Kites · 2024 Edition of the Study"]
    papers, left_out = parsed([line for title in titles for line in (title, ABSTRACTS[0])])
    assert ([paper.title for paper in papers], left_out) == (titles, [])


def test_a_paper_whose_wrapped_abstract_may_hold_the_next_title_is_reported_and_not_guessed() -> None:
    full = [
        "We fly a kite for as many days as a year has and look at what",
        "becomes of it. It falls on each of the first ten, and then on ",
    ]
    lines = [
        full[0],
        full[1].strip() + " an",
        "eleventh, on a twelfth and on each of the days that come after",
    ] * 2
    papers, left_out = parsed(
        ["Sailing", *lines, "On a Title That Is as Wide as the Page Is and Swallowed by It", *lines]
    )
    assert papers == []
    assert left_out[0].line == 1
