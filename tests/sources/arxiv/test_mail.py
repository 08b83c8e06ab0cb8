"""The mail of a day of arXiv."""

from __future__ import annotations

from datetime import date

import pytest

from radar.papers.listed.announced import Announced
from radar.papers.listed.listing import NotUnderstood
from radar.papers.listed.paper import Links, Paper
from radar.sources.arxiv.mail import ArxivMail
from radar.sources.source import NOT_UTF8, Parsed

RULE = "-" * 78
CROSSES = "%-" * 39
REPLACED = "%%--" * 19 + "%%"
END = "%%%---" * 13

NEW = r"""\\
arXiv:2602.04001
Date: Thu, 12 Feb 2026 18:55:26 GMT   (1234kb,D)

Title: Moss on Slow Stones: Growing Green Carpets in the Shade of Very Old
  Walls
Authors: Ada Moss (1 and 2), Bo Fern Jr. (University of Peat (North)), Cy
  M\"uller and Dee Heath ((1) Fen Institute, (2) Bog College)
Categories: cs.CL cs.LG
Comments: 12 pages, 3 figures. Code: this folded comment goes on
  Title: here
ACM-class: I.2.7
Journal-ref: Journal of Moss 4 (2026)
DOI: 10.1234/moss.5
License: http://creativecommons.org/licenses/by/4.0/
\\
  Moss grows slowly, and
nobody knows why. We measure it: a gain of 12% per year.

  \\alpha stones are left out.
\\ ( https://arxiv.org/abs/2602.04001 ,  1234kb)"""
CROSS = r"""\\
arXiv:2602.04002 (*cross-listing*)
Date: Thu, 12 Feb 2026 09:00:00 GMT   (10kb)
Date (revised v2): Fri, 13 Feb 2026 01:02:03 GMT   (11kb)

Title: Lichen
Author: Eve Rock
Categories: q-bio.PE cs.LG
\\
  Lichen is two.
\\ ( https://arxiv.org/abs/2602.04002 ,  10kb)"""
REPLACEMENT = r"""\\
arXiv:2501.00007
replaced with revised version Fri, 13 Feb 2026 00:48:38 GMT   (3040kb,D)

Title: Peat
Authors: Fay Bog
Categories: cs.CL
Comments: Withdrawn by the authors
\\ ( https://arxiv.org/abs/2501.00007 ,  3040kb)"""
HEAD = f"""Date: Mon, 16 Feb 2026 01:32:07 GMT
From: no-reply@mailer.example
Subject: cs daily Subj-class mailing: 0 1

{RULE}
Submissions to:
Computation and Language
 received from  Thu 12 Feb 26 19:00:00 GMT  to  Fri 13 Feb 26 19:00:00 GMT
{RULE}"""
MAIL = "\n".join((HEAD, RULE, NEW, RULE, CROSSES, RULE, CROSS, RULE, REPLACED, RULE, REPLACEMENT, RULE, END))
FOOT = "\nFor subscribe options to combined physics archives,\ne-mail To: physics@arxiv.example\n"


def parsed(text: str) -> list[Parsed]:
    return list(ArxivMail().parse(text.split("\n")))


def papers(text: str) -> list[Paper]:
    found = parsed(text)
    assert all(isinstance(one, Paper) for one in found), found
    return [one for one in found if isinstance(one, Paper)]


def test_a_new_paper_is_read_with_all_that_the_mail_says() -> None:
    paper, *_ = papers(MAIL + FOOT)
    assert paper == Paper(
        id=paper.id,
        title="Moss on Slow Stones: Growing Green Carpets in the Shade of Very Old Walls",
        authors=("Ada Moss", "Bo Fern Jr.", "Cy Müller", "Dee Heath"),
        abstract="Moss grows slowly, and nobody knows why. We measure it: a gain of 12% per year. "
        r"\\alpha stones are left out.",
        venue="Journal of Moss 4 (2026)",
        categories=("cs.CL", "cs.LG"),
        published=date(2026, 2, 12),
        listed=date(2026, 2, 16),
        links=Links("https://arxiv.org/abs/2602.04001", "https://arxiv.org/pdf/2602.04001"),
        comment="12 pages, 3 figures. Code: this folded comment goes on Title: here",
        doi="10.1234/moss.5",
        announced=Announced.NEW,
    )
    assert paper.id == "arxiv:2602.04001"


def test_cross_lists_and_replacements_are_told_from_what_is_new() -> None:
    _, cross, replaced = papers(MAIL + FOOT)
    assert (cross.announced, cross.version) == (Announced.CROSS, 2)
    assert (cross.published, cross.updated) == (date(2026, 2, 12), date(2026, 2, 13))
    assert cross.authors == ("Eve Rock",)
    assert (replaced.id, replaced.announced) == ("arxiv:2501.00007", Announced.REPLACED)
    assert (replaced.published, replaced.updated) == (None, date(2026, 2, 13))
    assert (replaced.abstract, replaced.withdrawn) == ("", True)
    assert cross.listed == replaced.listed == date(2026, 2, 16)


@pytest.mark.parametrize("quote", ["> ", ">", ">> ", "> > "])
def test_a_mail_that_was_forwarded_says_the_same(quote: str) -> None:
    text = "\n".join(f"{quote}{line}" for line in (MAIL + FOOT).split("\n"))
    assert ArxivMail().recognises(text)
    assert ArxivMail().recognises(text.replace("\n", "\r\n"))
    whole = "\n".join(("See below, Ada", "", text, "", MAIL.replace("260", "251")))
    assert papers(whole)[:3] == papers(MAIL + FOOT)
    assert len(papers(whole)) == 6


def test_a_line_of_an_abstract_may_begin_with_the_sign_of_a_quotation() -> None:
    (paper,) = papers(NEW.replace("nobody knows why.", "> 90 % of it, >> than peat."))
    assert "slowly, and > 90 % of it, >> than peat." in paper.abstract
    quoted = NEW.replace("nobody knows why.", "> 90 % of it.").replace("\n", "\n> ")
    assert "slowly, and > 90 % of it." in papers("> " + quoted)[0].abstract


def test_entries_alone_are_told_by_their_own_words_and_dated_by_their_own_days() -> None:
    marked = REPLACEMENT.replace("2501.00007", "2501.00007 (*cross-listing*)")
    one, cross, replaced = papers("\n".join((NEW, CROSS, marked)))
    assert [paper.announced for paper in (one, cross, replaced)] == [
        Announced.NEW,
        Announced.CROSS,
        Announced.REPLACED_CROSS,
    ]
    assert one.listed is None


def test_the_day_up_to_which_papers_came_stands_for_the_day_of_a_mail_without_head() -> None:
    text = MAIL[MAIL.index("Submissions") :]
    assert {paper.listed for paper in papers(text)} == {date(2026, 2, 13)}


def test_the_next_mail_in_a_file_has_a_day_and_sections_of_its_own() -> None:
    later = MAIL.replace("16 Feb 2026", "17 Feb 2026")
    found = papers(f"{MAIL}{FOOT}\n{later}{FOOT}")
    assert [(paper.listed, paper.announced) for paper in found[2:4]] == [
        (date(2026, 2, 16), Announced.REPLACED),
        (date(2026, 2, 17), Announced.NEW),
    ]
    earlier = MAIL.replace("16 Feb 2026", "14 Feb 2026")
    assert papers(f"{MAIL}{FOOT}\n{earlier}")[-1].listed == date(2026, 2, 14)


@pytest.mark.parametrize("number", ["hep-th/9901001", "math.GT/0309136"])
@pytest.mark.parametrize("word", ["arXiv:", "Paper: ", "Paper (*cross-listing*): "])
def test_numbers_of_before_2007_are_known(number: str, word: str) -> None:
    text = NEW.replace("arXiv:2602.04001", word + number).replace("12 Feb 2026", "31 Jan 99")
    assert ArxivMail().recognises(text)
    (paper,) = papers(text)
    assert (paper.id, paper.published) == (f"arxiv:{number.lower()}", date(1999, 1, 31))


def test_lines_whose_indent_was_lost_go_on_too() -> None:
    (paper,) = papers("\n".join(line.lstrip() for line in NEW.split("\n")).replace("Title: here", "here"))
    assert paper.title.endswith("of Very Old Walls")
    assert paper.authors[-1] == "Dee Heath"


def test_a_text_cut_out_of_a_mail_gives_the_papers_that_are_whole_and_tells_of_the_rest() -> None:
    lines = "\n".join((NEW, RULE, CROSS)).split("\n")
    cut = next(at for at, line in enumerate(lines) if line.startswith("Comments"))
    report, paper, last = ArxivMail().parse(lines[cut:-1])
    assert isinstance(report, NotUnderstood)
    assert report.reason == "no id of arXiv begins the paper"
    assert isinstance(paper, Paper) and paper.title == "Lichen"
    assert isinstance(last, NotUnderstood) and "the text may be cut" in last.reason


@pytest.mark.parametrize(
    "before",
    ["Authors: X\n\\\\", "\\\\", "\\\\\narXiv:2602.04009\nTitle: Cut", NEW.rpartition("\n")[0] + "\n\\\\"],
)
def test_a_paper_behind_one_without_its_end_is_read(before: str) -> None:
    titles = [one.title for one in parsed(f"{before}\n{CROSS}\n{RULE}\n") if isinstance(one, Paper)]
    assert titles[-1] == "Lichen"


def test_papers_between_bare_lines_are_all_read() -> None:
    bare = [text.rpartition("\n")[0] for text in (NEW, CROSS, NEW)]
    found = parsed(
        "\n\\\\\n".join(text.removeprefix("\\\\\n") if at else text for at, text in enumerate(bare))
    )
    assert [one.title[:4] for one in found if isinstance(one, Paper)] == ["Moss", "Lich", "Moss"]


def test_a_paper_whose_end_is_missing_is_told() -> None:
    first, report, second = parsed(f"\\\\\narXiv:2602.04009\nTitle: Cut\n{CROSS}\n{RULE}\n")
    assert isinstance(first, Paper) and first.title == "Cut"
    assert isinstance(report, NotUnderstood) and "the text may be cut" in report.reason
    assert isinstance(second, Paper) and second.title == "Lichen"


def test_a_paper_that_cannot_be_read_is_told_and_the_next_one_read() -> None:
    nameless = NEW.replace("Title: Moss on", "Heading: Moss on").replace("Title: here", "here")
    broken = CROSS.replace("Lichen is", "Lichen \udce9 is")
    strange = CROSS.replace("2602.04002", "kites")
    first, second, third, last = parsed("\n".join((nameless, RULE, broken, RULE, strange, RULE, REPLACEMENT)))
    reports = [one.reason for one in (first, second, third) if isinstance(one, NotUnderstood)]
    assert reports == ["the paper has no title", NOT_UTF8, "no id of arXiv begins the paper"]
    assert isinstance(last, Paper)


def test_a_paper_without_end_stays_in_bounds() -> None:
    endless = [*NEW.split("\n")[:-1], *["moss " * 1000] * 1000]
    report, *_ = ArxivMail().parse(endless)
    assert isinstance(report, NotUnderstood) and "more than 4 MB" in report.reason


@pytest.mark.parametrize(
    "text",
    [
        "\\\\\nTitle: Moss\n\\\\\n",
        "arXiv:2602.04001\nMoss\n",
        "We use \\\\ to break lines\narXiv:2602.04001\n",
    ],
)
def test_other_texts_are_no_such_mail(text: str) -> None:
    assert not ArxivMail().recognises(text)
