"""Words as the search index sees them."""

from __future__ import annotations

from radar.library.index.words import TOKENIZE, Tokeniser
from radar.library.schema.migrations import MIGRATIONS


def test_text_is_split_and_folded_as_the_index_does_it() -> None:
    tokeniser = Tokeniser()
    assert tokeniser.tokens(["Pre-Trained", "naïve ŽITO", "", "C++ x_y", "番茄 ab", "!!"]) == [
        ["pre", "trained"],
        ["naive", "zito"],
        [],
        ["c", "x", "y"],
        ["番茄", "ab"],
        [],
    ]
    tokeniser.close()


def test_words_are_counted_once_a_paper() -> None:
    tokeniser = Tokeniser()
    counted = tokeniser.counts([("bean", "bean pea", "", "Bean"), ("pea", "", "", "")])
    assert sorted(counted) == [("bean", 1), ("pea", 2)]
    assert tokeniser.counts([]) == [], "nothing is left of the texts before"
    tokeniser.close()


def test_papers_are_searched_by_their_own_texts() -> None:
    tokeniser = Tokeniser()
    papers = [(7, "On beans", "", "", "and peas"), (1 << 39, "On peas", "", "Ada", "alone")]
    assert tokeniser.matching(papers, '"pea" *') == [7, 1 << 39]
    assert tokeniser.matching(papers, '"beans" AND "peas"') == [7]
    assert tokeniser.matching(papers, '"ada"') == [1 << 39]
    tokeniser.close()


def test_words_are_marked_where_they_stand_in_the_texts_that_hold_them() -> None:
    tokeniser = Tokeniser()
    texts = ("Naïve beans", "no such thing", "peas, and BEANS")
    assert tokeniser.marked(texts, '"beans" OR "naive"', "<", ">") == [
        "<Naïve> <beans>",
        "peas, and <BEANS>",
    ]
    assert tokeniser.marked(("peas",), '"beans"', "<", ">") == [], "nothing is left of the texts before"
    tokeniser.close()


def test_the_index_splits_words_the_same_way() -> None:
    assert any(TOKENIZE in statement for migration in MIGRATIONS for statement in migration.statements)
