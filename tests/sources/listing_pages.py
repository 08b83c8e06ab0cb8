"""Pages of papers, put together for tests of reading them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from radar.papers.listed.listing import NotUnderstood
from radar.papers.listed.paper import Paper
from radar.sources.huggingface.listing_file import ListingText

BANNERS = ["Get trending papers in your email inbox once a day!", "Get trending papers in your email inbox!"]
TITLES = [
    "Do Kites Dream of String? A Study of Line Tension",
    "Sailing Without Wind",
    "kite2vec: Learning to Represent the Shape of Anything That Flies on a Line, Whatever Its Size",
    "A Kite Is All You Need!",
    "Penalising Slack Lines: Will a Touch of Tension in the Wrong Place Suffice?",
]
ABSTRACTS = [
    "Kites are an old toy. We ask whether the tension of a line can be foretold from the wind alone, and "
    "find that it cannot: of forty flights on seven beaches, the wind explains less than half of the "
    "tension. A small model that also sees the angle of the kite explains most of it. We release the "
    "flights at https://github.com/kites-example/forty-flights.",
    "Caution: this paper speaks of accidents. Sailing needs wind, or so it is said. We let a boat of two "
    "metres drift for a year and note where it went. It went further than anybody thought, mostly by "
    "tides, and came home in the end with all its masts and $x_{1}^{2}$ times the barnacles it had before.",
    "Shapes that fly are many. This work puts them into one space of sixty-four numbers in which near means "
    "flies alike. The space is learned from films, without labels. It beats hand-made features on each of "
    "three tasks. Code is at github.com/kites-example/kite2vec",
    "We fly one kite for a hundred days. Nothing else was needed (Doe et al. 2019). In each of the first "
    "ten days it fell; in none of the last ten it did. What a kite learns, it seems, is its owner, and the "
    "owner learns patience. We report all falls.",
    "A slack line is a falling kite. We study a penalty on slack that is added to the reward of a learning "
    "winch. The penalty helps when it comes early; when it comes late it teaches the winch to pull, and the "
    "line to break. An early penalty halves the falls, by 52.5\\%, on both of our winches.",
]
PEOPLE = [
    "Ada Kite, Bo Line, Cy van der Reel",
    "Jane Doe and José García-Márquez",
    "Li Wei, X. Y. Zhang, et al.",
    "Ada Kite",
    "Olu Ade; Mary O'Neil; D. Reel",
]


def parsed(lines: Iterable[str]) -> tuple[list[Paper], list[NotUnderstood]]:
    papers: list[Paper] = []
    left_out: list[NotUnderstood] = []
    for item in ListingText().parse(lines):
        (papers if isinstance(item, Paper) else left_out).append(item)  # type: ignore[arg-type]
    return papers, left_out


def read_all(text: str) -> list[Paper]:
    """The papers of a text in which everything is understood and recognised."""
    assert ListingText().recognises(text)
    papers, left_out = parsed(text.split("\n"))
    assert left_out == []
    assert [paper.title for paper in papers] == TITLES
    assert [paper.abstract for paper in papers] == ABSTRACTS
    return papers


def cards(card: Callable[[int], Iterable[str]], head: Iterable[str] = ()) -> str:
    return "\n".join([*head, *(line for n in range(len(TITLES)) for line in card(n))])
