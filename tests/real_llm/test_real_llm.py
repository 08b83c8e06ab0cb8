"""Summaries by a real model: it writes poorly, which shows what grounding is worth."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.errors import KeyRefused, TextTooLong
from radar.net.http import HttpClient
from radar.summaries.checking import check_endpoint
from radar.summaries.endpoint_summariser import EndpointSummariser
from radar.summaries.endpoints.endpoint import Endpoint
from radar.summaries.plugins import find
from radar.summaries.prompting.chat import ChatRequest, Message, Role
from radar.summaries.summariser import SummariserSettings
from tests.net.loopback import Waits
from tests.real_llm.conftest import RealServer, Start
from tests.real_llm.honest import PAPERS, assert_honest, settings_of

pytestmark = pytest.mark.real_llm


@pytest.fixture
async def summariser(real_server: RealServer, tmp_path: Path) -> AsyncIterator[EndpointSummariser]:
    made = find("endpoint", settings_of(real_server, tmp_path))
    assert isinstance(made, EndpointSummariser)
    yield made
    await made.aclose()


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
        assert_honest(paper, made)
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
