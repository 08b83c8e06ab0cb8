"""The manifest beside the files of a batch: what was asked of which model, and whether all is whole."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from radar.errors import ExportError
from radar.papers.bases import Value
from radar.papers.jobs.batch import Batch, Shard
from radar.papers.text.places import is_there
from radar.papers.text.safe_text import clean
from radar.pipeline.batches.shards import cannot_write, close_whole

MANIFEST = "manifest.json"
SKIPPED = "skipped.jsonl"
_FORMAT = "radar batch 1"
_MOST_BYTES = 20_000_000
_OURS = (".part", ".jsonl")


class Manifest(Value):
    """What a batch is; nothing in it tells of the library, its owner or their machine."""

    batch: Batch
    created: datetime
    schema_digest: str
    complete: bool = False
    skipped: int = 0
    shards: tuple[Shard, ...] = ()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest in place of the one that is there.

    Raises:
        ExportError: the folder cannot be written.
    """
    batch = manifest.batch
    record = {
        "format": _FORMAT,
        "batch": batch.token,
        "created": manifest.created.isoformat(timespec="seconds"),
        "complete": manifest.complete,
        "dialect": batch.dialect,
        "answer_format": batch.answer_format,
        "model": batch.model,
        "prompt_digest": batch.prompt_digest,
        "schema_digest": manifest.schema_digest,
        "papers": sum(shard.lines for shard in manifest.shards),
        "skipped": manifest.skipped,
        "bytes": sum(shard.bytes for shard in manifest.shards),
        "shards": [
            {"file": shard.name, "lines": shard.lines, "bytes": shard.bytes, "sha256": shard.sha256}
            for shard in manifest.shards
        ],
    }
    path, part = folder / MANIFEST, folder / f".{MANIFEST}.part"
    try:
        with part.open("wb") as stream:
            stream.write(json.dumps(record, indent=1, ensure_ascii=False).encode() + b"\n")
            close_whole(stream, part, path)
    except OSError as error:
        raise cannot_write(path, error) from error


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of a folder; None where there is none.

    The files of the batch are not read out of it: the library knows them.

    Raises:
        ExportError: it cannot be read or is none of ours.
    """
    path = folder / MANIFEST
    try:
        if not is_there(path):
            return None
        record = json.loads(path.read_bytes()[:_MOST_BYTES])
        if record["format"] != _FORMAT:
            raise ValueError
        names = ("batch", "model", "prompt_digest", "dialect", "answer_format", "schema_digest")
        token, model, prompt, dialect, answer, schema = (str(record[name]) for name in names)
        created = datetime.fromisoformat(record["created"])
        batch = Batch(token, "", model, prompt, dialect, answer)
        return Manifest(batch, created, schema, bool(record["complete"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise ExportError(
            f"{clean(str(path))} is no manifest of a batch", "Name another folder with --out"
        ) from error


def beside_questions(path: Path) -> str:
    """Return what a file holds that an export writes beside its questions; nothing for every other file."""
    held = {MANIFEST: "is the manifest of the questions", SKIPPED: "tells what was not asked"}.get(path.name)
    try:
        return held if held and read_manifest(path.parent) else ""
    except ExportError:
        return ""


def strangers(folder: Path) -> Iterable[str]:
    """Return the names of what lies in a folder and is not of an unfinished batch."""
    for path in folder.iterdir():
        ours = path.name in (MANIFEST, SKIPPED) or (
            path.name.startswith((".requests-", f".{MANIFEST}", f".{SKIPPED}", "requests-"))
            and path.name.endswith(_OURS)
        )
        if not ours:
            yield clean(path.name)
