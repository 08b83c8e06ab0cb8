"""Summaries by a real model: it writes poorly, which shows what grounding is worth."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from radar.abstracts.links import links
from radar.abstracts.reading import read
from radar.errors import KeyRefused, Offline, TextTooLong
from radar.net.http import HttpClient
from radar.papers.paper import Paper, PaperId
from radar.papers.summary import TAKEAWAY_WORDS, TakeawayOrigin
from radar.summaries.chat import ChatRequest, Message, Role
from radar.summaries.checking import check_endpoint
from radar.summaries.endpoint import Endpoint
from radar.summaries.endpoint_summariser import EndpointSummariser
from radar.summaries.plugins import find
from radar.summaries.prompt import load_prompt, prompt_words
from radar.summaries.summariser import SummariserSettings
from radar.summaries.takeaway_checks import failed_checks, ground_of
from tests.net.loopback import Waits
from tests.real_llm.conftest import RealServer, Start

pytestmark = pytest.mark.real_llm

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


@pytest.fixture
async def summariser(real_server: RealServer, tmp_path: Path) -> AsyncIterator[EndpointSummariser]:
    made = find("endpoint", settings_of(real_server, tmp_path))
    assert isinstance(made, EndpointSummariser)
    yield made
    await made.aclose()


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


async def test_the_server_lists_its_model(real_server: RealServer) -> None:
    works, said = await check_endpoint(settings_of(real_server))
    assert works, said
    assert real_server.model in said


async def test_five_papers_get_an_honest_line_each_and_the_second_time_for_nothing(
    summariser: EndpointSummariser,
) -> None:
    outcomes = [await summariser.summarise(paper, read(paper)) for paper in PAPERS]
    for paper, outcome in zip(PAPERS, outcomes, strict=True):
        made = outcome.summary
        assert not outcome.cached
        assert made.provenance.tokens_in > 300
        assert 0 < made.provenance.tokens_out <= 96
        assert 0 < len(made.takeaway.text.split()) <= TAKEAWAY_WORDS
        if made.takeaway.origin in (TakeawayOrigin.MODEL, TakeawayOrigin.TRIMMED):
            against = ground_of(paper.title, (paper.title, paper.abstract), prompt_words(load_prompt()))
            assert failed_checks(made.takeaway.text, against) == ()
        else:
            assert made.takeaway == read(paper).takeaway
            assert made.provenance.failed_checks
        in_abstract = {link.url for link in links(paper.abstract)}
        shown = {made.flags.code.url, made.flags.data.url} - {None}
        assert shown <= in_abstract
        assert "http" not in made.takeaway.text
    again = [await summariser.summarise(paper, read(paper)) for paper in PAPERS]
    assert all(outcome.cached for outcome in again)
    assert all(outcome.summary.provenance.tokens_in == 0 for outcome in again)
    assert [outcome.summary.takeaway for outcome in again] == [one.summary.takeaway for one in outcomes]


async def test_a_request_beyond_the_context_is_said_to_be_too_long(real_server: RealServer) -> None:
    client = HttpClient(user_agent="radar/test", sleep=Waits())
    endpoint = Endpoint(client, base_url=real_server.base_url, model=real_server.model)
    request = ChatRequest((Message(Role.USER, "Answer in JSON: " + "many foxes run " * 3000),), 8)
    with pytest.raises(TextTooLong):
        await endpoint.complete(request)
    await client.aclose()


async def test_another_name_for_the_model_is_answered_and_said(real_server: RealServer) -> None:
    client = HttpClient(user_agent="radar/test", sleep=Waits())
    endpoint = Endpoint(client, base_url=real_server.base_url, model="no-such-model")
    answer = await endpoint.complete(ChatRequest((Message(Role.USER, "Answer in JSON: {}"),), 4))
    await client.aclose()
    assert answer.model == real_server.model
    assert answer.usage.tokens_out is not None
    works, said = await check_endpoint(SummariserSettings("endpoint", real_server.base_url, "no-such-model"))
    assert not works
    assert f"it has {real_server.model}" in said


async def test_a_wrong_key_is_refused_and_the_right_one_taken(start_server: Start) -> None:
    with start_server("--api-key", "sk-right-4711") as server:
        real = RealServer(server.base_url, "smollm2")
        for key, named in (("", "key_env"), ("sk-wrong-4711", "RADAR_TEST_KEY")):
            summariser = EndpointSummariser(settings_of(real, key=key))
            with pytest.raises(KeyRefused, match=named) as caught:
                await summariser.summarise(PAPERS[0], read(PAPERS[0]))
            await summariser.aclose()
            assert "4711" not in str(caught.value)
        assert (await check_endpoint(settings_of(real, key="sk-right-4711")))[0]


async def test_a_server_that_is_killed_is_offline_and_what_it_said_is_kept(
    start_server: Start, tmp_path: Path
) -> None:
    with start_server() as server:
        settings = settings_of(RealServer(server.base_url, "smollm2"), tmp_path)
        summariser = EndpointSummariser(settings, HttpClient(user_agent="radar/test", sleep=Waits()))
        first = await summariser.summarise(PAPERS[1], read(PAPERS[1]))
        server.kill()
        with pytest.raises(Offline, match="Nothing answers"):
            await summariser.summarise(PAPERS[0], read(PAPERS[0]))
        again = await summariser.summarise(PAPERS[1], read(PAPERS[1]))
        await summariser.aclose()
    assert again.cached
    assert again.summary.takeaway == first.summary.takeaway
