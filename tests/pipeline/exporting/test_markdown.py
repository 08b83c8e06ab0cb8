"""Markdown in which a title stays a title, shown by a real Markdown parser."""

from __future__ import annotations

import pytest

from radar.papers.bases import replace
from radar.papers.listed.paper import Links
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.flags import CodeStatus
from radar.papers.summaries.summary import Agreement, Takeaway, TakeawayOrigin, Verdict
from radar.pipeline.exporting.markdown import escaped, list_item, parts
from tests.pipeline.exporting.entries import HOSTILE, entry, guessed, judged, paper
from tests.pipeline.markdown_reading import markdown_tokens


def _shown(text: str) -> str:
    return "".join(token.content for token in markdown_tokens(text) if token.type in ("text", "text_special"))


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_is_shown_as_it_is_and_is_no_markup(title: str) -> None:
    tokens = markdown_tokens(escaped(title))
    assert {token.type for token in tokens} <= {
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "text_special",
    }
    assert _shown(escaped(title)) == title


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Snails are ~~slow~~ fast", r"Snails are \~\~slow\~\~ fast"),
        ("A snail costs $5, two $9", r"A snail costs \$5, two \$9"),
        ("p(snail | marble)", r"p\(snail \| marble\)"),
        ("Snails are in #P, C# and #2", r"Snails are in \#P, C# and #2"),
        ("Snails are ==slow== and %%shy%%", r"Snails are \==slow\== and \%%shy\%%"),
    ],
)
def test_a_title_is_shown_as_it_is_also_where_strokes_formulas_and_tables_are_known(
    title: str, written: str
) -> None:
    assert escaped(title) == written
    assert _shown(escaped(title)) == title


@pytest.mark.parametrize("start", ["# a", "- a", "+ a", "> a", "1. a", "12) a", "--- a", "=== a", "    a"])
def test_no_text_begins_a_block(start: str) -> None:
    tokens = markdown_tokens(escaped(start.strip()))
    assert {token.type for token in tokens} <= {
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "text_special",
    }


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_paper_is_one_list_item_with_the_links_of_the_paper_only(title: str) -> None:
    about = paper(title, authors=(title,), venue=title)
    tokens = markdown_tokens(
        "".join(parts([entry(about, tags=(title,), takeaway=title, note=title), entry()]))
    )
    links = {str(token.attrs["href"]) for token in tokens if token.type == "link_open"}
    assert links == {"https://arxiv.org/abs/2511.00123", "https://github.com/snail/sort"}
    assert sum(token.type == "bullet_list_open" and token.level == 0 for token in tokens) == 1
    assert not {token.type for token in tokens} & {
        "html_inline",
        "html_block",
        "image",
        "code_inline",
        "table_open",
    }


def test_an_item_holds_title_people_takeaway_and_the_words_of_the_flags() -> None:
    text = list_item(entry())
    assert text.startswith("- **[Snails Sort Marbles with BERT](https://arxiv.org/abs/2511.00123)**\n")
    shown = _shown(text)
    assert "Ada van der Berg, Bo Chen, OpenSnail · 2025-11-03" in shown
    assert "Snails sort 40% faster." in shown
    assert "Results: quantified, -40 %: “Our method sorts 40% faster.”" in shown
    assert "Tags: garden" in shown
    assert "Note" not in shown
    assert "Note: ask Ada" in _shown(list_item(entry(note="ask Ada")))


@pytest.mark.parametrize("figure", ["1.96 %", "-3.2 %", "+4 points", "#2 of 9"])
def test_a_figure_within_a_line_stands_as_it_is(figure: str) -> None:
    one = entry()
    flags = replace(one.summary.flags, results=replace(one.summary.flags.results, figure=figure))
    text = list_item(replace(one, summaries=(replace(one.summary, flags=flags),)))
    assert f"Results: quantified, {figure}" in text


def test_a_number_that_begins_no_list_stands_as_it_is() -> None:
    assert escaped("1.96 per cent more") == "1.96 per cent more"
    assert escaped("7) of them") != "7) of them"


def test_a_link_cannot_leave_its_parentheses() -> None:
    about = paper(links=Links(landing="https://a.example/x)(y <z>&copy;`"))
    tokens = markdown_tokens(list_item(entry(about)))
    (link, _code) = [token for token in tokens if token.type == "link_open"]
    assert link.attrs["href"] == "https://a.example/x%29%28y%20%3Cz%3E&copy;%60"


@pytest.mark.parametrize(
    ("agreement", "words"),
    [
        (Agreement.UNASKED, ""),
        (Agreement.BOTH, " (rules and model agree)"),
        (Agreement.RULE, " (only the rules say so)"),
    ],
)
def test_an_item_says_how_rules_and_model_stand_to_each_other(agreement: Agreement, words: str) -> None:
    lines = list_item(judged(Verdict(agreement, "promised"), Verdict(agreement, "qualitative"))).splitlines()
    code = next(line for line in lines if line.startswith("  - Code: [released](https://github.com/snail"))
    assert code.endswith(f"”{words}")
    assert f"  - Results: quantified, -40 %: “Our method sorts 40% faster.”{words}" in lines


def test_of_a_contradiction_both_sides_are_told_even_where_nothing_is_shown() -> None:
    sentence = Evidence(TextField.ABSTRACT, 0, len("We teach snails to sort marbles."))
    stood = judged(Verdict(Agreement.DISPUTED, "promised", sentence))
    told = "(disputed: the rules say released, gull says promised: “We teach snails to sort marbles.”)"
    assert told in list_item(stood)
    model = stood.summaries[1]
    nothing = replace(model, flags=replace(model.flags, code=CodeStatus()))
    rules = replace(stood.summaries[0], flags=replace(model.flags, code=CodeStatus()))
    silent = list_item(replace(stood, summaries=(rules, nothing)))
    assert "Code: none (disputed: the rules say none, gull says promised" in silent


@pytest.mark.parametrize("hostile", HOSTILE)
def test_why_a_paper_matters_is_an_opinion_and_no_markup(hostile: str) -> None:
    text = list_item(judged(Verdict(), relevance=hostile, model=hostile))
    shown = _shown(text)
    assert f"Relevance, in the opinion of {hostile}: {hostile}" in shown
    links = {str(token.attrs["href"]) for token in markdown_tokens(text) if token.type == "link_open"}
    assert links == {"https://arxiv.org/abs/2511.00123", "https://github.com/snail/sort"}


def test_whose_word_a_code_link_is_stands_behind_it() -> None:
    said = next(line for line in list_item(entry()).splitlines() if "Code:" in line)
    assert "(https://github.com/snail/sort) (the authors, in title or abstract): “Code" in said.replace(
        "\\", ""
    )


def test_the_listings_own_guess_is_no_word_of_the_authors_and_is_not_quoted() -> None:
    line = next(line for line in list_item(guessed()).splitlines() if "Code:" in line)
    link = "[released](https://github.com/snail/guess)"
    assert line == f"  - Code: {link} (the listing's own guess, not the authors' word)"


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (TakeawayOrigin.MODEL, "model: gull"),
        (TakeawayOrigin.TRIMMED, "model, trimmed: gull"),
        (TakeawayOrigin.QUOTED, "quoted from the abstract"),
        (TakeawayOrigin.OFFLINE, "offline, by rule"),
    ],
)
def test_where_a_takeaway_comes_from_stands_behind_it(origin: TakeawayOrigin, words: str) -> None:
    stood = judged(Verdict())
    shown = replace(stood.summaries[1], takeaway=Takeaway("Snails sort 40% faster.", origin))
    text = list_item(replace(stood, summaries=(stood.summaries[0], shown)))
    assert f"  Snails sort 40% faster. *({words})*  " in text.splitlines()


def test_where_there_is_no_takeaway_no_origin_is_told() -> None:
    assert "offline" not in list_item(entry(takeaway=""))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_the_name_of_a_model_is_no_markup_behind_its_takeaway(hostile: str) -> None:
    stood = judged(Verdict(), model=hostile)
    taken = Takeaway("Snails sort.", TakeawayOrigin.MODEL)
    text = list_item(replace(stood, summaries=(stood.summaries[0], replace(stood.summary, takeaway=taken))))
    assert f"Snails sort. (model: {hostile})" in _shown(text)
    assert "html_inline" not in {token.type for token in markdown_tokens(text)}
