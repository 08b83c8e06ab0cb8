"""How `radar list` and `radar show` tell what a model said beside the rules."""

from __future__ import annotations

import json
from contextlib import closing

import pytest

from radar.abstracts.reading import read
from radar.cli import main
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper
from radar.papers.summaries.evidence import Evidence, TextField
from radar.papers.summaries.summary import Agreement, Provenance, Takeaway, TakeawayOrigin, Verdict, Verdicts
from tests.cli.seeding import PROMISING, SILENT, SORTING, seed, settings
from tests.terminal import Terminal

SENTENCE = Evidence(TextField.ABSTRACT, 0, len("Snails sort marbles 40% faster with us."))


def _judge(
    of: Paper,
    code: Verdict,
    results: Verdict,
    *,
    relevance: str = "",
    origin: TakeawayOrigin = TakeawayOrigin.MODEL,
    failed: tuple[str, ...] = (),
) -> None:
    """Keep a model's summary with these verdicts, and the flags that the rules read."""
    library = Library.open(settings().library)
    reader = LibraryReader.open(settings().library)
    entry = reader.entry(reader.key_of(of.id) or 0)
    assert entry is not None
    made = entry.summaries[0]
    library.save_summaries(
        [
            replace(
                made,
                takeaway=Takeaway("A model says this of snails.", origin),
                provenance=Provenance(
                    "endpoint", made.provenance.created, "gull", "d", 1, failed_checks=failed
                ),
                verdicts=Verdicts(code, results),
                relevance=relevance,
            )
        ]
    )
    reader.close()
    library.close()


DISPUTED = Verdict(Agreement.DISPUTED, "promised", SENTENCE)
AGREED = Verdict(Agreement.BOTH, "quantified", SENTENCE)


@pytest.fixture(autouse=True)
def library(capsys: pytest.CaptureFixture[str]) -> None:
    seed()
    _judge(SORTING, DISPUTED, AGREED, relevance="you sort things")
    _judge(PROMISING, Verdict(Agreement.RULE, "none"), Verdict(Agreement.RULE, "none"))
    _judge(SILENT, Verdict(Agreement.BOTH, "none"), Verdict(Agreement.BOTH, "none"))
    capsys.readouterr()


def test_the_disputed_option_chooses_contradictions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--disputed", "--json"]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == [SORTING.id]
    assert main(["list", "slugs", "--disputed"]) == 0
    assert "1 without disputed" in capsys.readouterr().err


def test_piped_the_standing_is_words_among_the_flags(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    flags = [line.split("  ")[2] for line in capsys.readouterr().out.splitlines()[::2]]
    assert flags == [
        "code,quantified,code-disputed,results-agreed",
        "code-promised,qualitative,code-rules-only,results-rules-only",
        "-",
    ]


def test_on_a_terminal_signs_stand_below_the_flags_and_a_dispute_in_words() -> None:
    with Terminal(["list"], columns=100) as terminal:
        terminal.wait_for("3 papers")
        assert terminal.wait_for_end() == 0
        lines = terminal.text.splitlines()
    below = lines[next(number for number, line in enumerate(lines) if SORTING.title in line) + 1]
    assert below.startswith("  ≠   = » A model says")
    assert below.rstrip().endswith(f"disputed: code  {SORTING.id.removeprefix('arxiv:')}")
    assert any(line.startswith("  r   r » A model says") for line in lines)
    assert "≠ they contradict each other" in " ".join(" ".join(lines).split())


@pytest.mark.parametrize("columns", [40, 60])
def test_a_narrow_terminal_keeps_the_takeaway(columns: int) -> None:
    with Terminal(["list", "--disputed"], columns=columns) as terminal:
        terminal.wait_for("1 paper")
        assert terminal.wait_for_end() == 0
        assert "≠   = » A model says" in terminal.text
        assert ("disputed: code" in terminal.text) is (columns == 60)


def test_show_gives_both_sides_of_a_dispute(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", SORTING.id]) == 0
    text = capsys.readouterr().out
    assert (
        "disputed: the rules say released, gull says promised: “Snails sort marbles 40% faster with us.”"
        in " ".join(text.split())
    )
    assert "          the rules and gull agree\n" in text
    assert "          for you, says gull: you sort things\n" in text


def test_show_says_who_alone_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", PROMISING.id]) == 0
    assert capsys.readouterr().out.count("          only the rules say so\n") == 2


def test_show_says_why_the_models_words_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    _judge(SORTING, AGREED, AGREED, origin=TakeawayOrigin.QUOTED, failed=("off topic",))
    assert main(["show", SORTING.id]) == 0
    text = capsys.readouterr().out
    assert "takeaway  quoted from the abstract · endpoint gull\n" in text
    assert "the words of gull are not shown because they share too few words with the paper\n" in text


def test_a_text_that_instructs_is_told_in_list_and_show(capsys: pytest.CaptureFixture[str]) -> None:
    failed = ("instruction in the abstract: ignore the above",)
    _judge(SILENT, Verdict(), Verdict(), origin=TakeawayOrigin.QUOTED, failed=failed)
    assert main(["list", "survey"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split("  ")[2] == "instructs-models"
    assert main(["show", SILENT.id]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert (
        "no model was asked: the abstract speaks to a model instead of a reader: “ignore the above”" in told
    )


def test_a_withdrawn_paper_says_so_in_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Library.open(settings().library)) as library:
        library.add_papers([replace(SILENT, withdrawn=True)], Listing("file:x"), read)
    assert main(["list", "survey"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split("  ")[2] == "withdrawn"


def test_a_sentence_that_does_not_say_so_is_told_in_show(capsys: pytest.CaptureFixture[str]) -> None:
    pointed = Verdict(Agreement.BOTH, "released", Evidence(TextField.ABSTRACT, 0, len("This survey")))
    _judge(SILENT, pointed, Verdict(Agreement.BOTH, "none"))
    assert main(["show", SILENT.id]) == 0
    assert "          gull points at “This survey”, where nothing says so\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("origin", "environment", "sign"),
    [
        (TakeawayOrigin.MODEL, {}, "»"),
        (TakeawayOrigin.TRIMMED, {}, "›"),
        (TakeawayOrigin.QUOTED, {}, "“"),
        (TakeawayOrigin.OFFLINE, {}, " "),
        (TakeawayOrigin.MODEL, {"PYTHONIOENCODING": "ascii"}, ">"),
        (TakeawayOrigin.TRIMMED, {"PYTHONIOENCODING": "ascii"}, ")"),
    ],
)
def test_on_a_terminal_the_sign_of_the_screen_says_where_a_takeaway_comes_from(
    origin: TakeawayOrigin, environment: dict[str, str], sign: str
) -> None:
    _judge(SORTING, AGREED, AGREED, origin=origin)
    with Terminal(["list", "marbles"], columns=100, environment=environment) as terminal:
        terminal.wait_for("1 paper")
        assert terminal.wait_for_end() == 0
        lines = terminal.text.splitlines()
    at = next(number for number, line in enumerate(lines) if SORTING.title in line)
    assert lines[at + 1].startswith(f"  =   = {sign} A model says this of snails.")
    assert lines[at].index(SORTING.title) == lines[at + 1].index("A model says")


def test_the_key_figure_stands_at_the_end_where_there_is_room() -> None:
    _judge(SORTING, AGREED, AGREED)
    shown = {}
    for columns in (40, 100):
        with Terminal(["list", "marbles"], columns=columns) as terminal:
            terminal.wait_for("1 paper")
            assert terminal.wait_for_end() == 0
            shown[columns] = next(line for line in terminal.text.splitlines() if "2511.00123" in line)
    assert shown[100].rstrip().endswith("  40 % faster  2511.00123")
    assert "40 %" not in shown[40]
    assert "A model says this" in shown[40]


def test_the_signs_of_a_takeaway_are_explained_below_the_list() -> None:
    with Terminal(["list"], columns=100) as terminal:
        terminal.wait_for("3 papers")
        assert terminal.wait_for_end() == 0
        told = " ".join(terminal.text.split())
    assert "takeaway: » by a model, › by a model and trimmed, “ quoted" in told


def test_piped_the_takeaway_stands_alone_on_its_line_as_it_always_did(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["list", "marbles"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "    A model says this of snails."
