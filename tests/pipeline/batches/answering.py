"""Someone who answers batches: asks a chat server each question, and writes results in any shape."""

from __future__ import annotations

import gzip
import json
import random
import urllib.request
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from radar.papers.listed.paper import Paper, PaperId, clean_paper
from tests.net.loopback import Arrived, Scripted, json_answer

MODEL = "small"
ANIMALS = ("Foxes", "Otters", "Herons", "Voles", "Shrews", "Martens", "Stoats", "Kestrels", "Newts", "Toads")


def shelf(count: int = 10) -> list[Paper]:
    """Return invented papers about animals; what the server says differs with the animal."""
    return [_paper(number) for number in range(count)]


def _paper(number: int) -> Paper:
    animal = ANIMALS[number % len(ANIMALS)]
    abstract = (
        f"{animal} in cities are hard to count. "
        f"We introduce {animal[:-1]}Cam, a network that counts {animal.lower()} in pictures. "
        f"It was tried with {number + 100} cameras. "
        f"On the Garden-7 benchmark, {animal[:-1]}Cam reduces the error from 33.25% to 12.5%. "
        "Our code is available at https://github.com/den/animalcam."
    )
    title = f"Counting {animal} with Cameras, Part {number}"
    return clean_paper(Paper(PaperId(f"arxiv:2401.{number:05}"), title, ("Ada Reh",), abstract))


def chat(arrived: Arrived) -> Scripted:
    """Answer as a model would: mostly well, sometimes too much, sometimes nothing usable."""
    if arrived.method == "GET":
        return json_answer({"data": [{"id": MODEL}]})
    text = arrived.json()["messages"][1]["content"]
    animal = next(animal for animal in ANIMALS if f"Counting {animal}" in text)
    name = f"{animal[:-1]}Cam"
    finish = "stop"
    takeaway = f"{name} counts {animal.lower()} in pictures and reduces the error from 33.25% to 12.5%."
    if animal == "Otters":
        takeaway = f"{name} counts otters and is 99.9% right everywhere on Earth."
    if animal == "Herons":
        takeaway = f"**{takeaway}** This is a second sentence that nobody asked for and 77 geese."
    content = json.dumps({"takeaway": takeaway, "results_sentence": 3, "code_sentence": 4})
    if animal == "Voles":
        content = "I would rather not."
    if animal == "Shrews":
        finish = "length"
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
    usage = {"prompt_tokens": 500 + len(animal), "completion_tokens": 40}
    return json_answer({"model": MODEL, "choices": [choice], "usage": usage})


def asked(folder: Path, names: str = "requests-*.jsonl") -> list[dict[str, Any]]:
    """Return the questions of a folder."""
    lines = [line for path in sorted(folder.glob(names)) for line in path.read_bytes().split(b"\n") if line]
    return [json.loads(line) for line in lines]


def answered(question: dict[str, Any], url: str) -> dict[str, Any]:
    """Ask a chat server one question and return the body of its answer."""
    body = question.get("body") or {"messages": question["messages"], **question["sampling_params"]}
    request = urllib.request.Request(
        f"{url}/v1/chat/completions", json.dumps(body).encode(), {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10) as response:
        whole: dict[str, Any] = json.loads(response.read())
        return whole


Shaped = Callable[[str, dict[str, Any]], dict[str, Any]]


def openai(custom_id: str, body: dict[str, Any]) -> dict[str, Any]:
    response = {"status_code": 200, "request_id": "r", "body": body}
    return {"id": f"batch_req_{custom_id}", "custom_id": custom_id, "response": response, "error": None}


def vllm(custom_id: str, body: dict[str, Any]) -> dict[str, Any]:
    response = {"status_code": 200, "request_id": "vllm-batch-1", "body": body}
    return {"id": "vllm-1", "custom_id": custom_id, "response": response, "error": None}


def old_vllm(custom_id: str, body: dict[str, Any]) -> dict[str, Any]:
    return {"id": "vllm-1", "custom_id": custom_id, "response": body, "error": None}


def mistral(custom_id: str, body: dict[str, Any]) -> dict[str, Any]:
    return {"custom_id": custom_id, "response": {"body": body}, "error": None}


def row(custom_id: str, body: dict[str, Any]) -> dict[str, Any]:
    return {"custom_id": custom_id, "text": body["choices"][0]["message"]["content"], "error": None}


def failure(custom_id: str) -> dict[str, Any]:
    error = {"code": "batch_expired", "message": "This request could not be executed in time."}
    return {"id": f"batch_req_{custom_id}", "custom_id": custom_id, "response": None, "error": error}


def results_of(questions: Iterable[dict[str, Any]], url: str, shaped: Shaped) -> list[dict[str, Any]]:
    """Return the results of questions in a shape."""
    return [shaped(question["custom_id"], answered(question, url)) for question in questions]


def written(path: Path, results: Sequence[object], *, cut: bool = False, ends: bytes = b"\n") -> Path:
    """Write results as lines, gzipped where the name says so; with `cut` the last is broken off."""
    content = b"".join(json.dumps(result).encode() + ends for result in results)
    content = content[: -len(ends) - 30] if cut else content
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


def shuffled(results: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    mixed = list(results)
    random.Random(7).shuffle(mixed)
    return mixed
