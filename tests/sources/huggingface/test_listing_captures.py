"""Pages that were saved, printed or captured, and the trending page, read as listings."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path

import pytest

from radar.sources.huggingface.listing_file import ListingText
from tests.sources.listing_pages import ABSTRACTS, BANNERS, TITLES, cards, parsed, read_all


def markdown_card(n: int) -> list[str]:
    link = f"https://huggingface.co/papers/2405.0000{n}"
    title = TITLES[n].replace(" of ", "\\\\  of ", 1)
    abstract = "\\\\\n".join(textwrap.wrap(ABSTRACTS[n], 78, break_on_hyphens=False)).split("\n")
    votes = f"[{n or '-'}](https://huggingface.co/login?next=%2Fpapers%2F2405.0000{n})"
    people = "[![org](https://cdn.example/a.png)Institute of Kites](https://huggingface.co/kites)"
    lines = [
        votes,
        "",
        f"### [{title}]({link})",
        "",
        f"[{abstract[0]}",
        *abstract[1:-1],
        f"{abstract[-1]}]({link})",
    ]
    return [
        *lines,
        "",
        people if n % 2 else f"[- 9 authors]({link})",
        "",
        "·",
        "",
        f"May 1{n}[4]({link}#community)",
        "",
    ]


def test_a_page_saved_as_markdown_is_read() -> None:
    head = [
        "new",
        "",
        *BANNERS,
        "[Subscribe](https://huggingface.co/login)",
        "# Daily Papers",
        "- Daily",
        "May 20",
    ]
    papers = read_all(cards(markdown_card, head))
    assert [paper.id for paper in papers] == [f"arxiv:2405.0000{n}" for n in range(5)]
    assert [paper.published for paper in papers] == [date(2024, 5, 10 + n) for n in range(5)]
    assert [paper.upvotes for paper in papers] == [None, 1, 2, 3, 4]


def test_a_page_printed_by_a_text_browser_is_read() -> None:
    def card(n: int) -> list[str]:
        abstract = textwrap.wrap(ABSTRACTS[n], 110, break_on_hyphens=False)
        people = ["[", f"* {n + 2} authors", f"][{n}4]", "·", f"May 1{n}, 2024 [ 6][{n}9]"]
        return [
            "[",
            "-",
            f"][{n}1]",
            "",
            f"### [{TITLES[n]}][{n}2]",
            "",
            "[",
            "",
            *abstract,
            "",
            f"][{n}3]",
            *people,
        ]

    head = [
        "[[Hugging Face's logo] Hugging Face][1]",
        "* [ Models ][2]",
        "* * Website",
        "    * [ Tasks][9]",
        "new",
    ]
    papers = read_all(
        cards(
            card,
            [
                *head,
                *BANNERS,
                "[Subscribe][29]",
                "# Daily Papers",
                "## by[AK][30] and the research community",
            ],
        )
    )
    assert [paper.published for paper in papers] == [date(2024, 5, 10 + n) for n in range(5)]


def test_the_trending_page_gives_code_and_stars_and_a_warning() -> None:
    link = "https://huggingface.co/papers/2405.00001"
    lines = [
        "# Trending Papers",
        "Submitted by",
        "adakite",
        "### [Sailing Without",
        f"Wind]({link})",
        "A boat drifts for a year and comes home, which nobody had thought it would.",
        "[Kite Lab](https://huggingface.co/kitelab) · Published on Oct 4, 2026",
        "[Upvote",
        "",
        "117](https://huggingface.co/login?next=%2Fpapers%2F2405.00001)",
        "[GitHub 131](https://github.com/kites-example/drift) [arXiv Page](https://arxiv.org/abs/2405.00001)",
    ]
    papers, left_out = parsed(lines)
    assert [item.line for item in left_out] == [1]
    assert "summary" in left_out[0].reason
    (paper,) = papers
    assert (paper.title, paper.published) == ("Sailing Without Wind", date(2026, 10, 4))
    assert (paper.links.code, paper.stars, paper.upvotes) == (
        "https://github.com/kites-example/drift",
        131,
        117,
    )
    abbreviated = parsed([line.replace("GitHub 131", "GitHub 1.3k") for line in lines])[0][0]
    assert (abbreviated.links.code, abbreviated.stars) == ("https://github.com/kites-example/drift", None)
    for digits in (30, 5_000):
        monstrous = parsed([line.replace("131", "9" * digits) for line in lines])[0][0]
        assert (monstrous.title, monstrous.stars) == (paper.title, None)


@pytest.mark.eval
def test_a_real_listing_gives_its_66_papers(eval_data: Path) -> None:
    text = (eval_data / "data" / "hf_listing.txt").read_text(encoding="utf-8")
    assert ListingText().recognises(text[:65536])
    papers, left_out = parsed(text.splitlines())
    lines = text.replace("Subscribe", "", 1).splitlines()[2:]
    assert left_out == []
    assert [paper.title for paper in papers] == [" ".join(line.split()) for line in lines[::2]]
    assert [paper.abstract for paper in papers] == [" ".join(line.split()) for line in lines[1::2]]
    assert len(papers) == 66


@pytest.mark.eval
@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("search_page_firecrawl_2026-10-02.md", ["arxiv:2403.01774", "arxiv:2605.08583"]),
        ("search_page_plaintext_2026-07-28.txt", ["arxiv:2410.05434", "arxiv:1808.01400"]),
        ("trending_page_2026-10.md", ["arxiv:2610.05608", "arxiv:2412.20138", "arxiv:2309.06180"]),
        ("search_page_lynx_2026-06-29.txt", None),
    ],
)
def test_real_captures_of_the_page_are_read(eval_data: Path, name: str, ids: list[str] | None) -> None:
    page = eval_data / "data" / "api" / "huggingface" / "pages" / name
    papers, left_out = parsed(page.read_text(encoding="utf-8").splitlines())
    assert ids is None or [paper.id for paper in papers] == ids
    assert len(papers) >= 2 and len(left_out) <= 1
    assert all(paper.published or not ids for paper in papers)
