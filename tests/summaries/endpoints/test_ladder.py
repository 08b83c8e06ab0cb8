"""Which shape follows a refusal."""

from __future__ import annotations

import pytest

from radar.summaries.endpoints.ladder import Format, Quiet, Shape, next_shape, quieter
from radar.summaries.endpoints.refusal import Refusal

WAYS = (Quiet.NO_EFFORT, Quiet.LOW_EFFORT)
FIRST = Shape()


def after(message: str, shape: Shape = FIRST, param: str = "", status: int = 400) -> Shape | None:
    return next_shape(shape, Refusal(status, message, param=param), WAYS)


def test_the_parameter_that_is_named_is_surer_than_what_the_message_mentions() -> None:
    assert after("neither max_tokens nor temperature", param="response_format") == Shape(Format.OBJECT)
    assert after("response_format is fine", param="temperature") == Shape(temperature=False)
    assert after("not with response_format", param="max_tokens") == Shape(limit="max_completion_tokens")
    assert after("max_tokens: no", param="messages") == Shape(limit="max_completion_tokens")


def test_a_complaint_without_a_cause_takes_back_the_last_try_and_then_the_format() -> None:
    quiet = Shape(quiet=Quiet.NO_EFFORT)
    assert after("Nope", quiet) == Shape(quiet=Quiet.LOW_EFFORT)
    assert after("Nope", Shape(quiet=Quiet.LOW_EFFORT)) == Shape(quiet=Quiet.LOUD)
    assert after("Nope", Shape(quiet=Quiet.LOUD)) == Shape(Format.OBJECT, quiet=Quiet.LOUD)
    assert after("Nope", Shape(Format.OBJECT)) == Shape(Format.TEXT)
    assert after("Nope", Shape(Format.TEXT)) is None


def test_what_is_no_longer_sent_is_not_dropped_again() -> None:
    assert after("temperature", Shape(Format.TEXT, temperature=False)) is None
    assert after("reasoning_effort: unknown", Shape(Format.TEXT, quiet=Quiet.LOUD)) is None


@pytest.mark.parametrize("status", [401, 404, 413, 429, 503])
def test_what_is_not_about_the_shape_changes_no_shape(status: int) -> None:
    assert after("Nope", status=status) is None


@pytest.mark.parametrize("status", [400, 422, 500, 501])
def test_a_server_that_breaks_on_a_field_refuses_it(status: int) -> None:
    assert after("json_schema", status=status) == Shape(Format.OBJECT)


def test_after_the_last_way_to_be_quiet_there_is_none() -> None:
    assert quieter(FIRST, WAYS).quiet is Quiet.NO_EFFORT
    assert quieter(FIRST, ()).quiet is Quiet.LOUD
    assert quieter(Shape(quiet=Quiet.LOUD), WAYS).quiet is Quiet.LOUD
    assert quieter(Shape(quiet=Quiet.LOW_EFFORT), WAYS).quiet is Quiet.LOUD
    assert quieter(Shape(quiet=Quiet.NO_THINKING), WAYS).quiet is Quiet.NO_EFFORT


def test_a_shape_is_said_in_a_few_words() -> None:
    assert str(FIRST) == "json_schema, max_tokens"
    loud = Shape(Format.TEXT, "max_completion_tokens", False, 4, Quiet.LOUD)
    assert str(loud) == ("text, max_completion_tokens, no temperature, reasoning as it is, 4 times the room")
    assert str(Shape(quiet=Quiet.NO_TEMPLATE_THINKING)) == "json_schema, max_tokens, enable_thinking false"
