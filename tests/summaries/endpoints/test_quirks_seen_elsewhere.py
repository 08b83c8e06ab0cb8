"""Quirks of endpoints that readers of other programs have reported; each names where."""

from __future__ import annotations

import json

import pytest

from radar.errors import EndpointError, NetworkError
from radar.summaries.endpoints.learned import LearnedDialects
from radar.summaries.endpoints.refusal import Kind, refusal_of
from tests.net.loopback import Arrived, Loopback, Scripted, Waits, json_answer, loopback
from tests.summaries.asking import KEY, REQUEST, Make, answer_of, endpoints, failure
from tests.summaries.endpoints.test_quirks_of_errors import reply_of
from tests.summaries.quirk_server.endpoints import ANSWER, completion, error

GOOD = json_answer(completion())


def roles(server: Loopback) -> list[list[str]]:
    return [[message["role"] for message in arrived.json()["messages"]] for arrived in server.arrived]


# --- LM Studio answers 200 at any address: github.com/lmstudio-ai/lmstudio-bug-tracker/issues/618


async def test_an_address_that_lm_studio_does_not_have_is_asked_with_v1(make: Make) -> None:
    def rule(arrived: Arrived) -> Scripted:
        if arrived.path == "/v1/chat/completions":
            return GOOD
        return json_answer({"error": f"Unexpected endpoint or method. (POST {arrived.path})"})

    with loopback(rule=rule) as server:
        endpoint = make(server.url)
        assert (await endpoint.complete(REQUEST)).text == ANSWER
        assert [arrived.path for arrived in server.arrived] == ["/chat/completions", "/v1/chat/completions"]
        assert "set base_url to the first" in endpoint.advice


async def test_an_address_that_is_nothing_at_lm_studio_is_no_outage() -> None:
    raised = await failure(rule=lambda _: json_answer({"error": "Unexpected endpoint or method. (POST /x)"}))
    assert isinstance(raised, EndpointError)
    assert raised.final
    assert "no chat completions at this address" in raised.message


async def test_a_page_to_sign_in_is_told_as_a_web_page() -> None:
    page = Scripted(200, b"<!doctype html><title>Sign in</title>", {"content-type": "text/html"})
    raised = await failure(rule=lambda _: page)
    assert isinstance(raised, EndpointError)
    assert raised.final
    assert "a web page instead of a completion" in raised.message
    assert "/v1" in raised.hint
    assert "sign in" in raised.hint


# --- vLLM has the answer where the thought should be: github.com/vllm-project/vllm/issues/17349


@pytest.mark.parametrize("field", ["reasoning_content", "reasoning"])
@pytest.mark.parametrize("content", [None, "", " \n"])
async def test_an_answer_in_the_place_of_a_thought_counts(make: Make, field: str, content: object) -> None:
    answer = await answer_of(make, json_answer(completion(content, message={field: f"\n{ANSWER}\n"})))
    assert answer.text == ANSWER
    assert not answer.reasoned, "nothing was thought, so no other way to be quiet is looked for"


@pytest.mark.parametrize("thought", [f"Perhaps {ANSWER}", f"{ANSWER} or not?", "Is it foxes?"])
async def test_a_thought_that_is_more_than_an_answer_is_none(make: Make, thought: str) -> None:
    answer = await answer_of(make, json_answer(completion(None, message={"reasoning_content": thought})))
    assert answer.text == ""
    assert answer.reasoned


# --- models whose template has no system message: github.com/sgl-project/sglang/issues/892


_GOOGLE = "Developer instruction is not enabled for models/gemma-3-27b-it"
NO_SYSTEM = {
    "SGLang and vLLM, Gemma 2": error(400, "System role not supported", type="BadRequestError", code=400),
    "llama-cpp-python, Gemma 2": error(500, "System role not supported", type="internal_server_error"),
    "vLLM, early Mistral": error(
        400, "Conversation roles must alternate user/assistant/user/assistant/...", code=400
    ),
    "Gemini, Gemma 3": json_answer(
        [{"error": {"code": 400, "message": _GOOGLE, "status": "INVALID_ARGUMENT"}}], 400
    ),
    "OpenRouter, Gemma 3": json_answer(
        {
            "error": {
                "message": "Provider returned error",
                "code": 400,
                "metadata": {"raw": json.dumps({"error": {"message": _GOOGLE}}), "provider_name": "Google"},
            }
        }
    ),
    "OpenAI, o1-mini": error(
        400,
        "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
        param="messages[0].role",
        code="unsupported_value",
    ),
}


@pytest.mark.parametrize("name", NO_SYSTEM)
async def test_a_model_without_a_system_message_is_told_all_in_one(
    make: Make, kept: LearnedDialects, name: str
) -> None:
    def rule(arrived: Arrived) -> Scripted:
        said = arrived.json()["messages"]
        return NO_SYSTEM[name] if said[0]["role"] == "system" else GOOD

    with loopback(rule=rule) as server:
        assert (await make(f"{server.url}/v1", learned=kept).complete(REQUEST)).text == ANSWER
        await make(f"{server.url}/v1", learned=kept).complete(REQUEST)
        assert roles(server) == [["system", "user"], ["user"], ["user"]], "learned once, and kept"
        told = server.arrived[-1].json()
    assert told["messages"][0]["content"] == "Answer in JSON.\n\n[1] We saw a fox."
    assert told["response_format"]["type"] == "json_schema", "nothing else is given up"


def test_a_model_that_is_not_there_is_not_told_as_one_without_a_system_message() -> None:
    refusal = refusal_of(reply_of(error(404, "The model `system` is not supported", code="model_not_found")))
    assert refusal is not None
    assert refusal.kind is Kind.MODEL


# --- Gemini's own words for the end of an answer, which its layer passes on


@pytest.mark.parametrize("finish", ["SAFETY", "RECITATION", "content_filter: PROHIBITED_CONTENT", "refusal"])
async def test_an_answer_that_a_filter_ended_is_a_refusal(make: Make, finish: str) -> None:
    with pytest.raises(EndpointError, match="declined to read this paper"):
        await answer_of(make, json_answer(completion(ANSWER[:40], finish)))


async def test_an_answer_that_was_cut_is_known_by_a_makers_own_word(make: Make) -> None:
    assert (
        await answer_of(make, json_answer(completion(ANSWER[:40], "MAX_TOKENS")))
    ).finish_reason == "length"


# --- limits of a minute that speak of billing: arc53/DocsGPT/issues/287, RooCodeInc/Roo-Code/issues/3883


def _google(*quotas: str) -> Scripted:
    violations = [{"quotaId": f"GenerateRequests{quota}PerProjectPerModel-FreeTier"} for quota in quotas]
    said = (
        "You exceeded your current quota, please check your plan and billing details. For more information "
        "on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits."
    )
    details = [{"violations": violations}, {"retryDelay": "28s"}]
    body = {"code": 429, "message": said, "status": "RESOURCE_EXHAUSTED", "details": details}
    return json_answer([{"error": body}], 429)


PASSING = {
    "OpenAI, three a minute": error(
        429,
        "Rate limit reached for gpt-4o-mini in organization org-x on requests per min (RPM): Limit 3, Used "
        "3. Please try again in 20s. You can increase your rate limit by adding a payment method "
        "to your account at https://platform.openai.com/account/billing.",
        type="requests",
        code="rate_limit_exceeded",
    ),
    "Groq, tokens of a minute": error(
        429,
        "Rate limit reached for model `x` on tokens per minute (TPM): Limit 6000, Used 5034, Requested 1443. "
        "Please try again in 20s. Need more tokens? Upgrade at https://console.groq.com/settings/billing",
        type="tokens",
        code="rate_limit_exceeded",
    ),
    "Gemini, ten a minute": _google("PerMinute"),
}


@pytest.mark.parametrize("name", PASSING)
async def test_a_limit_of_a_minute_is_waited_out_whatever_it_says_of_billing(name: str) -> None:
    waits = Waits()
    async with endpoints(waits) as make:
        with loopback(PASSING[name], GOOD) as server:
            assert (await make(f"{server.url}/v1").complete(REQUEST)).text == ANSWER
    assert waits.seconds
    assert min(waits.seconds) >= 19


def test_a_quota_of_a_day_is_none_that_passes() -> None:
    refusal = refusal_of(reply_of(_google("PerMinute", "PerDay")))
    assert refusal is not None
    assert refusal.kind is Kind.QUOTA


# --- MiniMax answers 200 and numbers its errors: platform.minimax.io/docs/api-reference/errorcode


def numbered(number: object, said: object) -> Scripted:
    return json_answer({"base_resp": {"status_code": number, "status_msg": said}})


async def test_what_minimax_says_is_shown_without_the_key_and_what_a_terminal_obeys() -> None:
    said = f"invalid params, model is \x1b[31mold: {KEY}"
    raised = str(await failure(numbered(2013, said), key=KEY))
    assert "refused the request: invalid params, model is old: [key]" in raised
    trouble = str(await failure(numbered("1024", "internal error")))
    assert "is in trouble: internal error" in trouble


@pytest.mark.parametrize("base", [None, [], "x", {}, {"status_code": 0, "status_msg": "success"}])
async def test_an_answer_of_minimax_is_no_error(make: Make, base: object) -> None:
    assert (await answer_of(make, json_answer(completion(base_resp=base)))).text == ANSWER
    assert refusal_of(reply_of(json_answer({"data": [], "base_resp": base}))) is None


# --- on the way


async def test_an_error_that_says_nothing_beside_an_answer_is_none(make: Make) -> None:
    form = {"message": "", "type": "", "param": None, "code": 0}
    assert (await answer_of(make, json_answer(completion(error=form)))).text == ANSWER


def test_t1_a_wait_that_only_the_message_names_is_kept_to() -> None:
    said = "Rate limit reached for tokens per day (TPD). Please try again in 1h12m3.5s."
    limit = refusal_of(reply_of(error(429, said), x_ratelimit_reset_tokens="7s"))
    outage = refusal_of(reply_of(error(500, "Broken, try again in 5s")))
    assert limit is not None
    assert limit.retry_after == pytest.approx(4323.5)
    assert outage is not None
    assert outage.retry_after is None


@pytest.mark.parametrize("packing", ["br", "zstd"])
async def test_o4_an_answer_packed_as_nobody_asked_is_paid_once(make: Make, packing: str) -> None:
    packed = Scripted(200, b"\x28\xb5\x2f\xfd", {"content-encoding": packing})
    with loopback(packed) as server:
        with pytest.raises(NetworkError, match="damaged") as caught:
            await make(f"{server.url}/v1").complete(REQUEST)
        assert len(server.arrived) == 1
    assert "compression" in caught.value.hint


async def test_k2_a_key_whose_slashes_php_escaped_is_blotted_out() -> None:
    key = f"{KEY}/with/slashes+="
    written = json.dumps({"error": {"message": f"Not this one: {key}"}}).replace("/", "\\/")
    said = str(await failure(Scripted(400, written.encode()), key=key))
    assert KEY not in said
    assert "[key]" in said
