"""Which questions were written to files for others to answer, so that an answer finds its paper.

A question is remembered as 63 bits of the digest of its id beside the key of its paper, some 30 bytes. To
make the ids anew from the papers instead would mean to read every abstract again for the first answer.
"""

from __future__ import annotations

import hashlib
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from radar.errors import LibraryError
from radar.library.records.rows import followed, in_json, now
from radar.papers.bases import replace
from radar.papers.jobs.batch import Batch, Item, Shard

if TYPE_CHECKING:
    from radar.library.library import Library

_BATCH = "token, summariser, model, prompt_digest, dialect, answer_format, number"
_KEY = followed("batch_items.id")
_PAGE = 10_000


class BatchBook:
    """Keeps batches, their files and their questions; each act is one short transaction."""

    def __init__(self, library: Library) -> None:
        self._database = library.database

    def open(self, batch: Batch) -> Batch:
        """Keep a batch, or find the one with its token, and return it with its number.

        Raises:
            LibraryError: the one with its token asks something else.
        """
        asked = (batch.summariser, batch.model, batch.prompt_digest, batch.dialect, batch.answer_format)
        with self._database.transaction():
            self._database.run(
                "INSERT OR IGNORE INTO batches "
                "(token, created, summariser, model, prompt_digest, dialect, answer_format) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (batch.token, now(), *asked),
            )
            row = self._database.rows(f"SELECT {_BATCH} FROM batches WHERE token = ?", (batch.token,))[0]
        found = Batch(*row)
        if found != replace(batch, number=found.number):
            raise LibraryError(f"The batch {batch.token} asks another model or prompt", "Start a new one")
        return found

    def batches(self) -> dict[int, Batch]:
        """Return all batches by their number."""
        return {row[-1]: Batch(*row) for row in self._database.rows(f"SELECT {_BATCH} FROM batches")}

    def begun(self, batch: Batch) -> int:
        """Return when a batch was begun, as the library stores moments; 0 for one that it does not know."""
        return self._database.value("SELECT created FROM batches WHERE number = ?", (batch.number,)) or 0

    def forget(self, batch: Batch) -> None:
        """Forget a batch that has no file; one that has stays."""
        self._database.run(
            "DELETE FROM batches WHERE number = ? AND number NOT IN (SELECT batch FROM batch_shards)",
            (batch.number,),
        )

    def shards(self, batch: Batch) -> dict[int, Shard]:
        """Return the files of a batch by their number, in the order in which they were written."""
        question = (
            "SELECT number, name, lines, bytes, sha256 FROM batch_shards WHERE batch = ? ORDER BY number"
        )
        return {row[0]: Shard(*row[1:]) for row in self._database.rows(question, (batch.number,))}

    def add_shard(self, batch: Batch, shard: Shard, questions: Iterable[tuple[str, int]]) -> None:
        """Keep a file and its questions, which are unanswered from now on.

        Args:
            questions: the id of each and the key of its paper.
        """
        self.ask_again(batch, shard, ((custom_id, key, 0) for custom_id, key in questions))

    def forget_shard(self, number: int) -> None:
        """Forget a file that is gone, and its questions."""
        with self._database.transaction():
            self._database.run("DELETE FROM batch_items WHERE shard = ?", (number,))
            self._database.run("DELETE FROM batch_shards WHERE number = ?", (number,))

    def asked_keys(self, batch: Batch) -> array[int]:
        """Return the keys of the papers that a batch asks about, sorted; 8 bytes each."""
        keys: array[int] = array("q")
        question = (
            f"SELECT group_concat(printf('%016x', {_KEY}), '') FROM batch_items "
            "WHERE shard IN (SELECT number FROM batch_shards WHERE batch = ?)"
        )
        keys.frombytes(bytes.fromhex(self._database.value(question, (batch.number,)) or ""))
        if sys.byteorder == "little":
            keys.byteswap()
        return array("q", sorted(keys))

    def items(self, custom_ids: Iterable[str]) -> dict[str, Item]:
        """Return the questions of those ids that are known."""
        wanted = {item_of(custom_id): custom_id for custom_id in custom_ids}
        question = (
            f"SELECT item, shard, batch, {_KEY}, answer FROM batch_items JOIN batch_shards ON number = shard "
            "WHERE item IN (SELECT value FROM json_each(?))"
        )
        rows = self._database.rows(question, (in_json(wanted),))
        return {wanted[row[0]]: Item(*row[1:]) for row in rows}

    def settle(self, answers: Mapping[str, int], shards: Iterable[int]) -> None:
        """Note the answers or failures that questions got, and the files that they stand in."""
        with self._database.transaction():
            self._database.run_many(
                "UPDATE batch_items SET answer = ? WHERE item = ?",
                [(answer, item_of(custom_id)) for custom_id, answer in answers.items()],
            )
            self._database.run_many(
                "UPDATE batch_shards SET touched = 1 WHERE number = ?", [(shard,) for shard in set(shards)]
            )

    def open_shards(self) -> dict[int, int]:
        """Return the files with answers since questions left open were last written anew: number -> batch."""
        return dict(self._database.rows("SELECT number, batch FROM batch_shards WHERE touched"))

    def open_items(self, shards: Sequence[int]) -> Iterator[list[tuple[int, int, int]]]:
        """Return the questions of files that have no answer that was taken, in pages: item, key, answer."""
        last = -(1 << 63)
        question = (
            f"SELECT item, {_KEY}, answer FROM batch_items WHERE item > ? AND answer <= 0 "
            "AND shard IN (SELECT value FROM json_each(?)) ORDER BY item LIMIT ?"
        )
        while rows := self._database.rows(question, (last, in_json(shards), _PAGE)):
            last = rows[-1][0]
            yield [(item, key, answer) for item, key, answer in rows]

    def ask_again(self, batch: Batch, shard: Shard, questions: Iterable[tuple[str, int, int]]) -> None:
        """Keep a file of questions asked before; what they failed by is remembered.

        Args:
            questions: the id of each, the key of its paper, and what it got before.
        """
        with self._database.transaction():
            number = self._database.insert(
                "INSERT INTO batch_shards (batch, name, lines, bytes, sha256) VALUES (?, ?, ?, ?, ?)",
                (batch.number, shard.name, shard.lines, shard.bytes, shard.sha256),
            )
            self._database.run_many(
                "INSERT OR REPLACE INTO batch_items (item, shard, id, answer) VALUES (?, ?, ?, ?)",
                sorted((item_of(custom_id), number, key, answer) for custom_id, key, answer in questions),
            )

    def close_shards(self, numbers: Sequence[int]) -> None:
        """Note that what files left open was asked again, and forget what was not: it cannot be asked."""
        among = "IN (SELECT value FROM json_each(?))"
        with self._database.transaction():
            self._database.run(
                f"DELETE FROM batch_items WHERE answer <= 0 AND shard {among}", (in_json(numbers),)
            )
            self._database.run(
                f"UPDATE batch_shards SET touched = 0 WHERE number {among}", (in_json(numbers),)
            )


def item_of(custom_id: str) -> int:
    """Return the number under which a question is kept; ids of others have one too, which is not found."""
    digest = hashlib.sha256(custom_id.encode(errors="replace")).digest()
    return int.from_bytes(digest[:8], "big") >> 1
