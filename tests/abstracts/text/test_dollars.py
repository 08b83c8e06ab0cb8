r"""Mathematics between `\(` and `\)` is read as that between dollar signs."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import claim_of, claim_value_of, read_text
from radar.abstracts.text.dollars import with_dollars
from radar.papers.summaries.evidence import Evidence
from radar.papers.summaries.flags import Claim, Flags

ABSTRACTS = (
    r"We propose X. X reduces errors by \(36\%\) on GLUE, and is the first to do so.",
    r"Let \(a\) be moss. X improves accuracy from \(71.2\%\) to \(80.1\%\).",
    r"We weigh moss. With \(k\) of them, X is \(1.98\times\) faster than Y. Our code is at https://moss.org/a.",
    r"We present X. Our X is \(3\times\) faster and sets a new state of the art on \(n=4\) tasks.",
)


def _evidence(flags: Flags) -> list[Evidence]:
    results = flags.results
    found = (
        flags.code.evidence,
        flags.data.evidence,
        results.state_of_the_art_evidence,
        *results.evidence,
    )
    return [one for one in found if one is not None]


@pytest.mark.parametrize("abstract", ABSTRACTS)
def test_figures_and_flags_are_those_of_dollar_signs(abstract: str) -> None:
    dollars = abstract.replace(r"\(", "$").replace(r"\)", "$")
    one, other = read_text("Moss", abstract), read_text("Moss", dollars)
    assert one.flags.results.figure
    assert one.takeaway == other.takeaway
    assert one.flags.results.figure == other.flags.results.figure
    # The words that flags stand on are those of the abstract as it is stored.
    spans = [abstract[one.start : one.end] for one in _evidence(one.flags)]
    meant = [dollars[one.start : one.end] for one in _evidence(other.flags)]
    assert [words.replace(r"\(", "$").replace(r"\)", "$") for words in spans] == meant
    assert meant


def test_a_sentence_by_itself_is_read_in_the_same_way() -> None:
    sentence = r"X achieves 1.98\(\times\)/1.94\(\times\) geomean speedup over Y."
    claim = claim_of(sentence)
    assert claim.value is claim_value_of(sentence) is Claim.QUANTIFIED
    assert [sentence[one.start : one.end] for one in claim.evidence] == [sentence]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"a \(x\) b \(y\)", "a $x$ b $y$"),
        (r"a \(x b", r"a \(x b"),
        (r"a \\(x\\) b", r"a \\(x\\) b"),
        (r"a \(5$\) b", r"a \(5$\) b"),
        (r"\(x\)", "$x$"),
    ],
)
def test_only_what_is_whole_is_taken_for_mathematics(text: str, shown: str) -> None:
    plain, dollars = with_dollars(text)
    assert plain == shown
    assert [plain[place] for place in dollars] == ["$"] * len(dollars)
