"""A library of invented papers of every kind, what is known of each, and random questions about them."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.reader.query import Mark, PaperQuery
from radar.papers.summaries.summary import Agreement, Verdict, Verdicts
from tests.library.oracle import Known, Oracle
from tests.library.samples import read, summary

TODAY = date(2024, 6, 30)
MANY = 300
LISTINGS = (Listing("hf:daily/2024-06-01"), Listing("arxiv:cs.CL"), Listing("file:garden.txt"))
CATEGORIES = ("cs.CL", "cs.LG", "stat.ML", "hep-th", "eess.AS", "68T50, 68T07", "csx.AA")
TAGS = ("soil", "soils", "to read")
NOTES = ("", "", "", "", "Replicate 50% of row_1", "größer")
_NOUNS = (
    "Tomatoes",
    "Tomato",
    "Beans",
    "Élan peas",
    "pre-trained cress",
    "GPT-4 kale",
    "tomb",
    "title",
    "C++ cress",
    "C cress",
)
_NAMES = ("Ada Müller", "Ben Builder", "Clara de la Vega", "Tomas Berg", "Ångström, Dan", "Eve Tomlin")
_SAYS = (
    "code released.",
    "code promised.",
    "data released.",
    "It works.",
    "Up 5 %.",
    "The best.",
    "a rare orchid.",
    "Orchid+ is.",
    "Orchid$^{+}$ is.",
    r"By C\# or in C.",
    "In CO$_2$ or $H_2O$.",
    "In CO₂ or H2O.",
)


class Plots:
    """Papers in a library, and the oracle that knows them."""

    def __init__(self, library: Library) -> None:
        chance = random.Random(5)
        known: dict[int, Known] = {}
        made = [_paper(number, chance) for number in range(MANY)]
        for turn, start in enumerate(range(0, MANY, 100)):
            part, listing = made[start : start + 100], LISTINGS[turn]
            keys = library.add_papers(part, listing, read).keys
            for key, one in zip(keys, part, strict=True):
                reading = read(one)
                day = one.listed or one.published or TODAY
                known[key] = Known(
                    one, reading.flags, reading.takeaway.text, day=day, listings=frozenset([listing.name])
                )
            if turn == 1:
                library.finish_bulk()
                library.looked(datetime.now(UTC))
        library.finish_bulk()
        for key in known:
            known[key] = _treated(library, key, replace(known[key], new=key in keys), chance)
        self.library = library
        self.oracle = Oracle(known)
        self.newest = sorted(known, reverse=True)

    def expected(self, parts: tuple[object, ...]) -> list[int]:
        """Return the keys of the papers that all parts find, newest first."""
        return [key for key in self.newest if self.oracle.finds(parts, key)]  # type: ignore[arg-type]


def random_text(chance: random.Random) -> str:
    """Return a question made at random."""
    text = " ".join(_part(chance, 2) for _ in range(chance.choice((1, 1, 2, 2, 3))))
    return text + " " * chance.randrange(2)


def first_and_all(reader: LibraryReader, query: PaperQuery) -> tuple[list[int], list[int]]:
    """Return both answers to a question."""
    return list(reader.first(query, 30)), list(reader.keys(query))


def _treated(library: Library, key: int, known: Known, chance: random.Random) -> Known:
    if chance.random() < 0.3:
        library.mark([key], Mark.READ, True)
        known = replace(known, read=True)
    if chance.random() < 0.08:
        library.mark([key], Mark.STARRED, True)
        known = replace(known, starred=True)
    if chance.random() < 0.1:
        tags = chance.sample(TAGS, chance.choice((1, 2)))
        library.set_tags(key, tags)
        known = replace(known, tags=frozenset(tags))
    if note := NOTES[key % len(NOTES)]:
        library.set_note(key, note)
        known = replace(known, note=note)
    if chance.random() < 0.1:
        disputed = chance.random() < 0.5
        verdicts = Verdicts(Verdict(Agreement.DISPUTED if disputed else Agreement.BOTH))
        text = "Tomatoes thrive, says a model."
        library.save_summaries([replace(summary(known.paper, text), verdicts=verdicts)])
        known = replace(known, takeaway=text, by_model=True, disputed=disputed)
    if not key % 17:
        library.save_error(known.paper.id, "the endpoint said no")
        known = replace(known, failed=True)
    if known.read and chance.random() < 0.3:
        # Its comment stays as it is, and so do its texts.
        newer = replace(known.paper, version=2)
        library.add_papers([replace(known.paper, version=1)], Listing(next(iter(known.listings))), read)
        library.add_papers([newer], Listing(next(iter(known.listings))), read)
        known = replace(known, paper=newer, updated=True)
    return known


def _paper(number: int, chance: random.Random) -> Paper:
    day = TODAY - timedelta(days=chance.randrange(400))
    return Paper(
        id=PaperId(f"arxiv:24{number % 6 + 1:02d}.{number:05d}" if number % 9 else f"acl:2024.x-{number}"),
        title=f"{chance.choice(_NOUNS)} of row {number % 40} in garden {number}",
        authors=tuple(chance.sample(_NAMES, chance.choice((0, 1, 2)))),
        abstract=" ".join([f"We plant {chance.choice(_NOUNS)} here.", *chance.sample(_SAYS, 2)]),
        venue=chance.choice(("", "ACL 2024", "NAACL")),
        categories=tuple(chance.sample(CATEGORIES, chance.choice((0, 1, 2)))),
        listed=day if number % 7 else None,
        published=day,
        comment=chance.choice(("", "12 pages, accepted at ACL", "withdrawn")),
    )


def _part(chance: random.Random, depth: int) -> str:
    kind = chance.random()
    if depth and kind < 0.15:
        return f"({_part(chance, depth - 1)} OR {_part(chance, depth - 1)})"
    if depth and kind < 0.25:
        return f"{_part(chance, depth - 1)} OR {_part(chance, depth - 1)}"
    if depth and kind < 0.3:
        return f"-({_part(chance, depth - 1)} {_part(chance, depth - 1)})"
    if kind < 0.42:
        return "-" + _leaf(chance)
    return _leaf(chance)


def _leaf(chance: random.Random) -> str:
    return chance.choice(_LEAVES).format(number=chance.randrange(40), month=chance.randrange(1, 7))


_LEAVES = (
    "tomatoes", "tomato", "tom*", "t*", "beans", "élan", "elan", "pre-trained", '"élan peas"',
    '"row {number}"', "orchid", "gpt-4", "zebra", "garden", '"peas elan"', "r*", "works", "!!!",
    '"a rare orch"', "müller",
    "author:muller", "author:tom*", "author:t", 'author:"de la vega"', "title:tomatoes", "title:tom",
    "title:title", "abstract:beans", "takeaway:thrive", "takeaway:plant", "author:beans", "venue:acl",
    "comment:accepted", "id:24{month:02d}", "id:arxiv:24{month:02d}.0001", "id:2024.x-9", "id:w", "tag:soil",
    "tag:so", 'tag:"to read"', "tag:none", "cat:cs.CL", "cat:CS", "cat:stat.ml", "cat:c", "cat:none",
    "cat:hep-th,eess.as", "from:hf", "from:arxiv", "from:none", "after:2024-0{month}", "before:2024-0{month}",
    "on:2024-0{month}", "on:2023", "after:2024-05-20", "has:code", "has:data", "has:results", "has:sota",
    "has:note", "note:replic", "note:0%", "note:W_1", "note:none", "note:RÖSS", "has:takeaway", "has:tag",
    "has:promised", "has:numbers", "is:unread", "is:read", "is:starred",
    "is:disputed", "is:new", "is:updated", "-is:updated", "is:failed",
    "-is:failed", "has:code|data", "2401.00002", "https://arxiv.org/abs/2404.00004v2",
    "author:(ada OR tomas)", "c++", "c#", "c", "orchid+", "title:c++", "abstract:c++",
    '"c++ cre', '"plant c++ cress"', "takeaway:c++", "tomato+", "c+d",
    "co2", "CO₂", "h2o", "co2*", "h2o+",
)  # fmt: skip
