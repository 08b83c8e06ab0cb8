"""Lines of results of a batch, from whoever answered it; nothing in them is believed yet."""

from __future__ import annotations

from collections.abc import Mapping

from radar.errors import RadarError
from radar.net.reply import Reply
from radar.papers.bases import Value, replace
from radar.papers.text.json_text import strict_json
from radar.papers.text.safe_text import clean
from radar.summaries.endpoints.completion import completion_of
from radar.summaries.prompting.chat import Completion

_TEXT = 200_000
_MESSAGE = 200
_ASKING = (
    frozenset(("custom_id", "method", "url", "body")),
    frozenset(("custom_id", "messages", "sampling_params")),
)
"""The names that lines of questions have, as radar writes them: of requests, and of plain rows."""
_BOM = b"\xef\xbb\xbf"


class Result(Value):
    """What came back for one question: a completion, or why there is none."""

    custom_id: str
    completion: Completion | None
    failure: str = ""
    row: bool = False
    """Whether it is a plain row, and not the response to a request."""


class NotAResult(Value):
    """A line that is none."""

    reason: str


class Question(Value):
    """A line that asks, as radar writes it, and so is not answered yet."""


class _ReadBody(Reply):
    """A reply whose body came inside a line and is read already."""

    body: object = None

    def json(self) -> object:
        return self.body


def result_of(line: bytes) -> Result | NotAResult | Question:
    """Read a line: those of OpenAI (and of Azure, Groq, Together, Fireworks), vLLM, Mistral, and plain rows.

    Of a line only the id, the completion and the error are looked at.
    """
    try:
        value = strict_json(line.removeprefix(_BOM).decode())
    except UnicodeDecodeError:
        return NotAResult("is not UTF-8 text")
    except RecursionError:
        return NotAResult("is nested too deeply")
    except ValueError:
        return NotAResult("is not JSON, or cut")
    if not isinstance(value, dict):
        return NotAResult("is not a JSON object")
    custom_id = value.get("custom_id")
    if not isinstance(custom_id, str) or not custom_id:
        return NotAResult("has no custom_id")
    if _asks(value):
        return Question()
    return replace(_result(custom_id, value), row="response" not in value)


def _asks(value: Mapping[str, object]) -> bool:
    """Say whether a line holds messages and nothing that came back for them, under whatever name."""
    if not any(value.keys() <= names for names in _ASKING):
        return False
    body = value.get("body", value)
    return isinstance(body, dict) and "choices" not in body and isinstance(body.get("messages"), list)


def _result(custom_id: str, value: Mapping[str, object]) -> Result:
    failure = _message(value.get("error") or value.get("__inference_error__"))
    response = value.get("response")
    if failure:
        return Result(custom_id, None, failure)
    if isinstance(value.get("text"), str) and response is None:
        return Result(custom_id, Completion(str(value["text"])[:_TEXT]))
    if not isinstance(response, dict):
        return Result(custom_id, None, "holds no answer")
    status = response.get("status_code")
    # Very old versions of vLLM put the completion where others put status and body.
    body = response if "choices" in response else response.get("body")
    if isinstance(status, int) and status >= 400:
        return Result(custom_id, None, _message(body) or f"status {status}")
    return _of_body(custom_id, body)


def _of_body(custom_id: str, body: object) -> Result:
    if not isinstance(body, dict) or "choices" not in body:
        return Result(custom_id, None, _message(body) or "holds no answer")
    try:
        completion = completion_of(_ReadBody(200, "", {}, "the batch", body))
        return Result(custom_id, replace(completion, text=completion.text[:_TEXT]))
    except RadarError as error:
        return Result(custom_id, None, error.message[:_MESSAGE])


def _message(error: object) -> str:
    """Return what an error says, wherever it says it; empty where there is none."""
    for _ in range(4):
        if isinstance(error, str):
            return clean(error[: 4 * _MESSAGE])[:_MESSAGE] or "an error without words"
        if not isinstance(error, dict):
            break
        found = error.get("message") or error.get("error") or error.get("detail") or error.get("code")
        if found is None:
            return "an error without words" if error else ""
        error = found
    return "an error without words" if error else ""
