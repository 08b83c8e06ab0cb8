"""Invented papers for a real model, and what must hold of a summary whatever the model writes."""

from __future__ import annotations

import re
from pathlib import Path

from radar.abstracts.reading import read
from radar.abstracts.releases.links import links
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.summaries.summary import TAKEAWAY_WORDS, Summary, TakeawayOrigin
from radar.summaries.checks.takeaway_checks import failed_checks, ground_of
from radar.summaries.prompting.prompt import load_prompt, prompt_words
from radar.summaries.summariser import SummariserSettings
from tests.real_llm.conftest import RealServer

PAPERS = tuple(
    Paper(PaperId(f"title:real-{number}"), title, abstract=abstract)
    for number, (title, abstract) in enumerate(
        (
            (
                "Counting Foxes with Cheap Cameras",
                "Foxes in cities are hard to count. We introduce FoxCam, a small network that counts foxes "
                "in pictures of garden cameras. FoxCam reduces the counting error from 33.25% to 12.5%. "
                "Our code is available at https://github.com/den/foxcam.",
            ),
            (
                "Do Parrots Keep Appointments?",
                "We ask whether parrots learn the hours at which they are fed. Over two months, 14 parrots "
                "were observed in an aviary. We find that most birds wait at the door before feeding.",
            ),
            (
                "A Corpus of Letters from Lighthouse Keepers",
                "Lighthouse keepers wrote many letters, and few have been read since. We present KeeperMail, "
                "a corpus of 5,012 transcribed letters with annotations of places and dates. "
                "The corpus can be downloaded from https://zenodo.org/record/123456.",
            ),
            (
                "Bread Without Waiting: A Survey",
                "Bakers have long looked for ways to shorten the rising of dough. This survey orders the "
                "work of three decades by what is heated, mixed or left out, and names open questions.",
            ),
            (
                "Sorting Socks in Linear Time",
                "Pairing socks by comparison takes quadratic time. We prove that hashing by pattern pairs n "
                "socks in O(n) expected time, and show on 900 real socks that it is 4 times faster than "
                "sorting. An implementation will be released upon acceptance.",
            ),
        )
    )
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LINK = re.compile(r"https?:|www\.|\b[\w-]+\.(?:com|org|net|io|ai)\b", re.IGNORECASE)


def settings_of(server: RealServer, folder: Path | None = None, key: str = "") -> SummariserSettings:
    return SummariserSettings(
        "endpoint",
        server.base_url,
        server.model,
        key=key,
        key_env="RADAR_TEST_KEY" if key else "",
        max_tokens=96,
        context_tokens=2048,
        timeout=120,
        cache_folder=folder,
    )


def assert_honest(paper: Paper, made: Summary) -> None:
    """Check that a summary is a line of words that the paper bears out, and says whose words they are."""
    takeaway, reading, text = made.takeaway, read(paper), f"{paper.title} {paper.abstract}"
    assert made.paper_id == paper.id
    assert 0 < len(takeaway.text.split()) <= TAKEAWAY_WORDS
    assert "\n" not in takeaway.text
    if takeaway.origin in (TakeawayOrigin.MODEL, TakeawayOrigin.TRIMMED):
        against = ground_of(paper.title, (paper.title, paper.abstract), prompt_words(load_prompt()))
        assert failed_checks(takeaway.text, against) == ()
    else:
        assert takeaway == reading.takeaway
        assert made.provenance.failed_checks
    # Found anew, without the checks of the program itself.
    assert not _LINK.search(takeaway.text)
    assert set(_NUMBER.findall(takeaway.text)) <= set(_NUMBER.findall(text))
    shown = {made.flags.code.url, made.flags.data.url} - {None}
    assert shown <= {link.url for link in links(paper.abstract)}
