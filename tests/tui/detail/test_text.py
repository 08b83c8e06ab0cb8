from radar.papers.bases import replace
from radar.papers.reader.query import Mark
from radar.papers.summaries.flags import Claim, Flags, ResultClaim
from radar.papers.summaries.summary import Takeaway, TakeawayOrigin
from radar.tui.detail.blocks import Role, lay_out
from radar.tui.detail.text import detail_of
from radar.tui.detail.typography import ASCII
from tests.tui.detail.shown import block_with, marked, text_of
from tests.tui.invented import (
    COMMENT,
    PAPER,
    entry,
    offline,
    span,
)


def test_a_paper_without_abstract_says_so() -> None:
    summary = replace(offline(flags=Flags()), takeaway=Takeaway("", TakeawayOrigin.OFFLINE))
    text = text_of(entry(replace(PAPER, abstract=""), (summary,)))
    (line,) = [line for line in text.splitlines() if line.startswith("TAKEAWAY")]
    assert " ".join(line.split()) == "TAKEAWAY none: there is no abstract to read", "nothing was quoted"
    assert "No abstract was listed." in text


def test_evidence_is_marked_in_the_abstract_with_the_number_of_its_quotation() -> None:
    abstract = block_with(entry(), "Sorting pebbles by hand")
    numbers = {abstract.text[mark.start : mark.end]: mark.evidence for mark in abstract.marks}
    assert abstract.origin
    assert numbers["the new state of the art"] == 3
    quotation = block_with(entry(), "“the new state of the art”")
    assert [mark.evidence for mark in quotation.marks] == [3]
    assert detail_of(entry()).evidence == 4


def test_words_found_are_marked_in_title_takeaway_and_abstract() -> None:
    assert marked(block_with(entry(), PAPER.title, "sort"), Role.FOUND) == ["Sorting"]
    assert marked(block_with(entry(), "Pebbler sorts", "sort"), Role.FOUND) == ["sorts"]
    assert marked(block_with(entry(), "Sorting pebbles by", "beaches sort"), Role.FOUND) == [
        "Sorting",
        "beaches",
        "sorts",
        "sorter",
    ]


def test_only_the_last_word_may_be_unfinished() -> None:
    assert marked(block_with(entry(), PAPER.title, "sort pebb"), Role.FOUND) == ["Pebbler", "Pebbles"]


def test_found_words_are_found_without_their_accents() -> None:
    paper = replace(PAPER, title="Über die Kiesel am Straße-Ufer")
    assert marked(block_with(entry(paper), "Kiesel am", "uber"), Role.FOUND) == ["Über"]


def test_comment_tags_and_note_stand_at_the_end() -> None:
    text = text_of(entry(tags=("robots", "to read")), width=90)
    assert f"COMMENT   {COMMENT}" in text
    assert text.endswith("TAGS      robots  to read")
    noted = entry(tags=("robots", "to read"), note="Ask Ada about the beach")
    assert text_of(noted, width=90) == f"{text}\n\nNOTE      Ask Ada about the beach"


def test_letters_found_in_the_note_are_marked_and_words_found_elsewhere_are_not() -> None:
    noted = entry(note="Ask Ada about the beach")
    assert marked(block_with(noted, "Ask Ada", "note:ada beach"), Role.FOUND) == ["Ada"]


def test_plain_terminals_get_plain_signs() -> None:
    paper = replace(PAPER, authors=tuple(f"Author{number}" for number in range(20)))
    for block in detail_of(entry(paper, marks=Mark.READ), signs=ASCII).blocks:
        assert block.text.replace("\u00a0", " ").isascii()


def test_no_line_is_wider_than_it_may_be() -> None:
    blocks = detail_of(entry(tags=("a",) * 30)).blocks
    for width in (20, 40, 58, 90):
        assert all(len(line.plain) <= width for line in lay_out(blocks, width))


def test_tex_is_made_readable_and_evidence_still_finds_its_words() -> None:
    source = r"We sort {\it all} pebbles and gain 40\% on \emph{three} beaches."
    words = span(r"gain 40\% on \emph{three} beaches", source)
    claim = ResultClaim(Claim.QUANTIFIED, evidence=(words,))
    shown = entry(replace(PAPER, abstract=source), (offline(flags=Flags(results=claim)),))
    assert "“gain 40% on three beaches”" in text_of(shown)
    assert marked(block_with(shown, "We sort all pebbles"), Role.EVIDENCE) == ["gain 40% on three beaches"]


def test_links_in_abstract_and_comment_can_be_clicked() -> None:
    for words, url in (
        ("Sorting pebbles by", "https://github.com/pebbles/pebbler"),
        ("12 pages", "https://codeberg.org/pebbles/scripts"),
    ):
        assert [mark.target for mark in block_with(entry(), words).marks if mark.target] == [url]


def test_links_into_the_reader_s_own_network_are_plain_text() -> None:
    paper = replace(PAPER, abstract="See http://127.0.0.1:8080/reboot for more.")
    shown = entry(paper, (offline(flags=Flags()),))
    assert not [mark for mark in block_with(shown, "See http").marks if mark.target]
