"""Answers of arXiv and Hugging Face as they were recorded, given again; read where RADAR_EVAL_DATA leads."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from radar.papers.text.safe_text import clean
from tests.morning.invented import Invented, rss
from tests.morning.world import Query, World
from tests.net.loopback import Scripted, json_answer

_ENTRY = re.compile(r"<entry>.*?</entry>", re.DOTALL)


@dataclass
class Recorded:
    """The recordings of a day: a list of arXiv, and an item of Hugging Face's daily papers."""

    folder: Path = field(default_factory=lambda: Path(os.environ["RADAR_EVAL_DATA"]) / "data" / "api")

    def __post_init__(self) -> None:
        text = (self.folder / "arxiv" / "api_search_100.xml").read_text(encoding="utf-8")
        self.head, self.entries = text[: text.index("<entry>")], _ENTRY.findall(text)
        self.daily = json.loads((self.folder / "huggingface" / "daily_papers_item_2026-03.json").read_bytes())

    @property
    def numbers(self) -> list[str]:
        """The ids of arXiv's papers, without version."""
        return [re.sub(r"v\d+$", "", _in(entry, "id").partition("/abs/")[2]) for entry in self.entries]

    @property
    def titles(self) -> list[str]:
        """The titles of arXiv's papers."""
        return [clean(unescape(_in(entry, "title"))) for entry in self.entries]

    def world(self) -> World:
        """Return a world in which both sites answer by what was recorded; the feed is made of the list."""
        world = World([])
        world.own["arxiv"] = self._arxiv
        world.own["hf"] = self._hugging_face
        world.own["s2"] = self._semantic_scholar
        world.own["openalex"] = self._whole("openalex/work_one.json")
        world.own["doi"] = self._crossref
        return world

    def _arxiv(self, path: str, query: Query) -> Scripted:
        if path.startswith("rss/"):
            listed = [
                _Announced.of(number, entry) for number, entry in zip(self.numbers, self.entries, strict=True)
            ]
            return Scripted(200, rss(listed).encode(), {"content-type": "application/rss+xml"})
        wanted = query.get("id_list", "").split(",")
        found = [entry for number, entry in zip(self.numbers, self.entries, strict=True) if number in wanted]
        text = f"{self.head}{''.join(found)}</feed>"
        return Scripted(200, text.encode(), {"content-type": "application/atom+xml"})

    def _hugging_face(self, path: str, query: Query) -> Scripted:
        return json_answer(self.daily)

    def _semantic_scholar(self, path: str, query: Query) -> Scripted:
        if "bulk" in path:
            return self._whole("semantic_scholar/paper_search_bulk.json")(path, query)
        nothing = "n0" in query.get("query", "")
        later = "paged_2" if query.get("offset", "0") != "0" else "paged"
        name = "empty_results" if nothing else f"paper_search_{later}"
        return self._whole(f"semantic_scholar/{name}.json")(path, query)

    def _crossref(self, path: str, query: Query) -> Scripted:
        if unquote(path) == "works/10.1371/journal.pone.0033693":
            return self._whole("crossref/works_one.json")(path, query)
        body = (self.folder / "crossref" / "error_404.txt").read_bytes()
        return Scripted(404, body, {"content-type": "text/plain"})

    def _whole(self, name: str) -> Callable[[str, Query], Scripted]:
        body = (self.folder / name).read_bytes()
        return lambda path, query: Scripted(200, body, {"content-type": "application/json"})


class _Announced(Invented):
    """A recorded paper in the feed of a day."""

    @classmethod
    def of(cls, number: str, entry: str) -> _Announced:
        """Return what the feed says of a paper."""
        people = tuple(unescape(name) for name in re.findall(r"<name>(.*?)</name>", entry))
        return cls(0, unescape(_in(entry, "title")), unescape(_in(entry, "summary")), people, comment=number)

    @property
    def arxiv(self) -> str:
        """Its number at arXiv."""
        return self.comment


def _in(entry: str, tag: str) -> str:
    found = re.search(rf"<{tag}>(.*?)</{tag}>", entry, re.DOTALL)
    return found[1].strip() if found else ""
