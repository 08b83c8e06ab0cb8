"""All sites at once on one loopback server, each under its own first folder, with faults where asked."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from urllib.parse import parse_qs, urlsplit

from tests.morning.invented import (
    DAY,
    Invented,
    anthology,
    atom,
    daily_item,
    journal_feed,
    open_note,
    open_work,
    rss,
    scholar_paper,
)
from tests.net.loopback import Arrived, Loopback, Scripted, json_answer

SITES = ("arxiv", "hf", "s2", "openalex", "acl", "openreview", "doi")
"""Prefixes of the sites that have a folder."""

Query = Mapping[str, str]


class World:
    """What the sites list today; everything may be changed while the server runs.

    Args:
        papers: are listed by all sites.
    """

    def __init__(self, papers: Sequence[Invented]) -> None:
        self.listed: dict[str, tuple[Invented, ...]] = {site: tuple(papers) for site in (*SITES, "feed")}
        self.faults: dict[str, list[Scripted]] = {}
        """By site: what it answers before it behaves."""
        self.arrived: list[Arrived] = []
        self.own: dict[str, Callable[[str, Query], Scripted]] = {
            "arxiv": self._arxiv,
            "hf": self._hugging_face,
            "s2": self._semantic_scholar,
            "openalex": self._open_alex,
            "acl": self._anthology,
            "openreview": self._open_review,
            "feed": self._feed,
        }
        self._lock = threading.Lock()

    def let_list(self, *papers: Invented, at: Sequence[str] = ()) -> None:
        """Let sites list these papers, all sites where none is named."""
        for site in at or self.listed:
            self.listed[site] = papers

    def asked(self, site: str) -> list[str]:
        """Return the paths that a site was asked for, in order."""
        with self._lock:
            return [
                arrived.path.partition(f"/{site}")[2]
                for arrived in self.arrived
                if arrived.path.startswith(f"/{site}/")
            ]

    def answer(self, request: Arrived) -> Scripted:
        """Answer as the site whose folder is asked for."""
        parts = urlsplit(request.path)
        site, _, path = parts.path.lstrip("/").partition("/")
        with self._lock:
            self.arrived.append(request)
            waiting = self.faults.get(site)
            if waiting:
                return waiting.pop(0)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        answer = self.own.get(site)
        return answer(path, query) if answer else Scripted(404, b"Resource not found.", {})

    def _arxiv(self, path: str, query: Query) -> Scripted:
        if path.startswith(("rss/", "atom/")):
            return _xml(rss(self.listed["arxiv"]))
        found = self.listed["arxiv"]
        if ids := query.get("id_list"):
            wanted = {re.sub(r"v\d+$", "", id) for id in ids.split(",")}
            found = tuple(paper for paper in found if paper.arxiv in wanted)
        elif span := re.search(r"submittedDate:\[(\d{8})\d* TO (\d{8})", query.get("search_query", "")):
            low, high = (datetime.strptime(day, "%Y%m%d").date() for day in span.groups())
            found = tuple(paper for paper in found if low <= paper.published <= high)
        start, size = int(query.get("start", 0)), int(query.get("max_results", 10))
        return _xml(atom(found[start : start + size], len(found), start))

    def _hugging_face(self, path: str, query: Query) -> Scripted:
        found = self.listed["hf"]
        if path.startswith("api/papers/") and path != "api/papers/search":
            for paper in found:
                if paper.arxiv == path.rpartition("/")[2]:
                    return json_answer(daily_item(paper)["paper"])
            return json_answer({"error": "Paper not found"}, 404)
        if "date" in query and query["date"] != DAY.isoformat():
            found = tuple(paper for paper in found if paper.published == date.fromisoformat(query["date"]))
        page, size = int(query.get("p", 0)), int(query.get("limit", 50))
        return json_answer([daily_item(paper) for paper in found[page * size : (page + 1) * size]])

    def _semantic_scholar(self, path: str, query: Query) -> Scripted:
        found = [scholar_paper(paper) for paper in self.listed["s2"]]
        if not found:
            return json_answer({"total": 0, "offset": 0})
        if path.endswith("/bulk"):
            return json_answer({"total": len(found), "token": None, "data": found})
        start, size = int(query.get("offset", 0)), int(query.get("limit", 10))
        answer: dict[str, object] = {"total": len(found), "offset": start}
        if start + size < len(found):
            answer["next"] = start + size
        return json_answer({**answer, "data": found[start : start + size]})

    def _open_alex(self, path: str, query: Query) -> Scripted:
        found = [open_work(paper) for paper in self.listed["openalex"]]
        meta = {"count": len(found), "page": 1, "per_page": 200, "next_cursor": None}
        first = query.get("cursor", "*") == "*" and query.get("page", "1") == "1"
        return json_answer({"meta": meta, "results": found if first else []})

    def _anthology(self, path: str, query: Query) -> Scripted:
        collection = path.rpartition("/")[2].removesuffix(".xml")
        return _xml(anthology(self.listed["acl"], collection, "long"))

    def _open_review(self, path: str, query: Query) -> Scripted:
        found = [open_note(paper) for paper in self.listed["openreview"]]
        start, size = int(query.get("offset", 0)), int(query.get("limit", 1000))
        return json_answer({"notes": found[start : start + size], "count": len(found)})

    def _feed(self, path: str, query: Query) -> Scripted:
        return _xml(journal_feed(self.listed["feed"]))


def _xml(text: str) -> Scripted:
    return Scripted(200, text.encode(), {"content-type": "application/xml; charset=utf-8"})


@contextmanager
def sites(world: World) -> Iterator[Loopback]:
    """Run the sites; `mirrors` says how radar is led there."""
    server = Loopback(rule=world.answer)
    try:
        yield server
    finally:
        server.close()


def mirrors(server: Loopback) -> str:
    """Return the lines of the settings that lead radar to the server."""
    return "[mirrors]\n" + "".join(f"{site} = {json.dumps(f'{server.url}/{site}')}\n" for site in SITES)
