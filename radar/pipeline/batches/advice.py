"""What to do with the files of a batch: the next command, for each who takes them."""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from pathlib import Path

from radar.papers.text.safe_text import clean
from radar.pipeline.batches.shards import REQUESTS, RETRY
from radar.summaries.batch_lines import Dialect

RESULTS = "results"
_OPENAI = (
    "curl {address}/files -H {key} -F purpose=batch -F file=@{file}",
    "curl {address}/batches -H {key} -H 'Content-Type: application/json' -d "
    '\'{{"input_file_id":"FILE_ID","endpoint":"/v1/chat/completions","completion_window":"24h"}}\'',
)
_BEARER = '"Authorization: Bearer ${}"'


def next_steps(dialect: Dialect, model: str, folder: Path, files: Sequence[str]) -> tuple[str, ...]:
    """Return the commands that send the first file and read the answers, one a line.

    Args:
        files: the names of the files, at least one.
    """
    file = shlex.quote(clean(str(folder / files[0])))
    answers = shlex.quote(clean(str(folder / _results_of(files[0]))))
    steps = _steps(dialect, clean(model), file, answers)
    more = (f"(the same for the other {len(files) - 1:,} files)",) if len(files) > 1 else ()
    shown = shlex.quote(clean(str(folder)))
    return (
        *steps,
        *more,
        f"radar batch import {shown}/{RESULTS}*   (all files of results, those of errors too)",
    )


def _results_of(file: str) -> str:
    """Return a name for the results of a file; those of a second try do not overwrite the first."""
    return file.replace(f"{REQUESTS}-", f"{RESULTS}-").replace(f"{RETRY}-", f"{RESULTS}-{RETRY}-")


def _steps(dialect: Dialect, model: str, file: str, answers: str) -> tuple[str, ...]:
    named = shlex.quote(model)
    match dialect:
        case Dialect.VLLM:
            return (f"vllm run-batch -i {file} -o {answers} --model {named}",)
        case Dialect.OPENAI:
            return _uploads("https://api.openai.com/v1", "OPENAI_API_KEY", file)
        case Dialect.GROQ:
            return _uploads("https://api.groq.com/openai/v1", "GROQ_API_KEY", file)
        case Dialect.TOGETHER:
            return (f"upload {file} with purpose batch-api, then create a batch for /v1/chat/completions",)
        case Dialect.MISTRAL:
            key, address = _BEARER.format("MISTRAL_API_KEY"), "https://api.mistral.ai/v1"
            job = {"input_files": ["FILE_ID"], "endpoint": "/v1/chat/completions", "model": model}
            written = shlex.quote(json.dumps(job, separators=(",", ":")))
            return (
                f"curl {address}/files -H {key} -F purpose=batch -F file=@{file}",
                f"curl {address}/batch/jobs -H {key} -H 'Content-Type: application/json' -d {written}",
            )
        case Dialect.FIREWORKS:
            return (
                f"firectl create dataset radar-batch {file}",
                f"firectl create batch-inference-job --model {named} --input-dataset-id radar-batch",
            )
        case Dialect.AZURE:
            return (
                f"upload {file} with purpose batch in the Azure portal (Batch jobs), "
                f"deployment {model}, endpoint /chat/completions",
            )
        case Dialect.ROWS:
            return (f"give {file} to Ray Data: radar batch export --help shows the program",)


def _uploads(address: str, key: str, file: str) -> tuple[str, ...]:
    return tuple(step.format(address=address, key=_BEARER.format(key), file=file) for step in _OPENAI)
