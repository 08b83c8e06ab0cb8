"""A comparison as plain text."""

from __future__ import annotations

import io

import pytest

from radar.cli.columns import cells
from radar.cli.comparison_table import print_comparison
from radar.cli.output import Output
from radar.papers.bases import replace
from radar.papers.summaries.flags import CodeStatus
from radar.papers.summaries.summary import TakeawayOrigin
from radar.pipeline.comparison import Comparison, Contender, Result
from tests.pipeline.test_comparison import RULES, comparison, result

_UNLIKE = replace(RULES, code=CodeStatus())


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _printed(shown: Comparison, width: int = 0, differing: int = 3) -> str:
    out = _Terminal() if width else io.StringIO()
    output = Output(out, io.StringIO(), {}, colour=False)
    output.width = width or output.width
    print_comparison(shown, differing, output)
    return out.getvalue()


def _several(number: int) -> Comparison:
    made = comparison(
        tuple(result(f"Way {place} of saying it.", seconds=1.5) for place in range(number)),
        (result(flags=_UNLIKE), *(result() for _ in range(number - 1))),
    )
    named = tuple(
        Contender(f"endpoint-{place}", f"a/very-long-name-of-a-model-{place}") for place in range(number)
    )
    return replace(made, contenders=named)


@pytest.mark.parametrize("width", [0, 60, 80, 120, 200])
@pytest.mark.parametrize("number", [2, 3, 5, 9])
def test_no_line_is_wider_than_the_terminal(width: int, number: int) -> None:
    lines = _printed(_several(number), width).splitlines()
    assert max(map(cells, lines)) <= (width or 80)
    text = "\n".join(lines)
    for place in range(number):
        assert f"endpoint-{place}" in text


def test_more_summarisers_than_fit_continue_below() -> None:
    text = _printed(_several(5), 80)
    assert text.count("takeaways by the model") == 2
    assert _printed(_several(5), 200).count("takeaways by the model") == 1


def test_on_a_very_narrow_terminal_no_value_is_lost() -> None:
    rows = [line for line in _printed(_several(2), 24).splitlines() if "tokens sent" in line]
    assert [row.split()[-1] for row in rows] == ["200", "200"]


def test_summaries_stand_side_by_side_where_there_is_room() -> None:
    wide = next(line for line in _printed(_several(3), 120).splitlines() if "Way 0" in line)
    assert "Way 1" in wide
    assert "Way 2" in wide
    narrow = next(line for line in _printed(_several(3), 60).splitlines() if "Way 0" in line)
    assert "Way 1" not in narrow


def test_what_is_not_known_is_said_to_be_unknown_and_what_is_free_free() -> None:
    unknown = comparison((result(cost=None), result(cost=0.0), Result()))
    text = _printed(replace(unknown, contenders=(*unknown.contenders[:2], Contender("offline", ""))))
    money = next(line for line in text.splitlines() if line.startswith("money"))
    assert money.split()[1:] == ["unknown", "free", "free"]
    seconds = next(line for line in text.splitlines() if line.startswith("seconds"))
    assert seconds.split()[3:] == ["-", "-", "-"]


def test_why_a_models_words_were_not_used_stands_in_the_table_and_with_the_paper() -> None:
    quoted = result("Quoted words.", TakeawayOrigin.QUOTED, failed=("too long",))
    text = " ".join(_printed(comparison((quoted, result()))).split())
    assert "why the model's words were cut or not used: too long (1)" in text
    assert "are not shown because they are longer than 25 words" in text


def test_papers_that_no_model_was_asked_about_are_told_apart_from_words_that_did_not_hold() -> None:
    speaks = ("instruction in the abstract: ignore the above",)
    unasked = result("Quoted words.", TakeawayOrigin.QUOTED, failed=speaks)
    text = " ".join(_printed(comparison((unasked, result()))).split())
    assert "was not asked about 1 paper: the abstract speaks to a model instead of a reader (1)" in text
    assert (
        "no model was asked: the abstract speaks to a model instead of a reader: “ignore the above”" in text
    )
    assert "why the model's words were cut or not used" not in text


def test_where_no_paper_was_put_to_a_model_it_took_nothing_and_its_price_stays_unknown() -> None:
    speaks = ("instruction in the abstract: ignore the above",)
    unasked = result("Quoted words.", TakeawayOrigin.QUOTED, failed=speaks, tokens=0, cost=None)
    text = _printed(comparison((unasked, result())))
    rows = {line[:22].strip(): line[22:].split()[0] for line in text.splitlines() if line[22:].split()}
    told = [rows[name] for name in ("tokens sent", "tokens received", "money", "for 1,000 papers")]
    assert told == ["none", "none", "free", "unknown"]
    assert "came from the cache" not in text


def test_where_all_answers_came_from_the_cache_what_they_took_is_said_to_be_unknown() -> None:
    text = " ".join(_printed(comparison((result(tokens=0, cost=None), result()))).split())
    assert (
        "tokens and money are unknown; the answers came from the cache, or do not say what they took." in text
    )
    assert "those of 0 of" not in text


def test_what_models_say_reaches_no_terminal_unclean() -> None:
    hostile = result("Moss \x1b]0;x\x07 [/] \u202egrows.")
    text = _printed(comparison((hostile, result())))
    assert not set(text) & set("\x1b\x07\u202e")
    assert "[/]" in text
