"""`radar add`: papers by id, link or DOI."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import aclosing

from radar.cli.exit_codes import ExitCode
from radar.cli.opening import migration_shown, say_who_types, settings_of
from radar.cli.output import Output
from radar.cli.progress import ProgressBar, progress_bar
from radar.cli.rereading import read_again
from radar.cli.wrong_use import UsageError
from radar.errors import NetworkError
from radar.papers.jobs.site_wait import SiteWait
from radar.papers.listed.identity import in_a_list
from radar.pipeline.bringing import Asked, Bringer, Brought

DETAILS = (
    "A TEXT is an arXiv id (2406.01234), a DOI, an ACL id (2024.acl-long.1), an OpenReview forum, or the\n"
    "link of a paper at arXiv, Hugging Face, the ACL Anthology, OpenReview, Semantic Scholar or OpenAlex.\n"
    "The best source is asked first, and others for what they add: code links, upvotes, a venue. What is\n"
    "known already is completed. With - the texts are read from standard input, one or more a line.\n\n"
    "A source such as arxiv:cs.CL is followed by radar sources add, and a file read by radar import."
)
"""More about it, for its --help."""
_LONGEST_LINE = 100_000


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("texts", nargs="+", metavar="TEXT", help="an id, a link or a DOI; - reads them")
    parser.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help="tag the papers; repeatable"
    )
    parser.add_argument("--star", action="store_true", help="star the papers")
    parser.add_argument("--json", action="store_true", help="a JSON object for each")
    parser.set_defaults(rest="texts")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Bring the papers and say what came of each."""
    from radar.wiring.libraries import build_library
    from radar.wiring.listings import build_bringer

    settings = settings_of(arguments)
    if "-" in arguments.texts:
        say_who_types(output)
    texts = list(_texts(arguments.texts))
    if not texts:
        raise UsageError("there is nothing to add", "radar add 2406.01234 https://arxiv.org/abs/2406.05678")
    with migration_shown(output) as report:
        library = build_library(settings, report)
    try:
        with progress_bar(output) as bar:
            told = Told(output, bar, as_json=arguments.json)
            bringer = build_bringer(settings, library, told.wait, arguments.tag, star=arguments.star)
            named = [one for text in texts for one in _each(text, bringer.sources_of)]
            code = asyncio.run(bring(bringer, named, told))
        read_again(library, output)
        return code
    finally:
        library.close()


async def bring(bringer: Bringer, texts: Sequence[str], told: Told) -> int:
    """Bring the papers with this flow, say what came of each, and return the exit code."""
    events = bringer.run(texts)
    async with aclosing(bringer), aclosing(events):
        async for event in events:
            if isinstance(event, Asked):
                told.asked(event)
            else:
                told.brought(event)
    return told.code


class Told:
    """Says what happens while papers are brought."""

    def __init__(self, output: Output, bar: ProgressBar, *, as_json: bool) -> None:
        self.code = ExitCode.OK
        self._output = output
        self._bar = bar
        self._as_json = as_json
        self._done = (0, 1)

    def wait(self, wait: SiteWait) -> None:
        """Say that a site is given time."""
        self._bar.step(wait.line, *self._done)

    def asked(self, event: Asked) -> None:
        """Say how many are dealt with."""
        self._done = (event.done, event.total)
        self._bar.step("asking for papers", *self._done)

    def brought(self, event: Brought) -> None:
        """Say what came of a text."""
        self._bar.clear()
        if event.error is not None:
            failed = ExitCode.UNREACHABLE if isinstance(event.error, NetworkError) else ExitCode.INCOMPLETE
            self.code = max(self.code, failed)
        if self._as_json:
            self._output.json(_record(event))
        elif event.error is not None:
            self._output.error(event.error, about=event.text)
        else:
            self._output.line(self._output.styled(event.line))


def _record(event: Brought) -> dict[str, object]:
    return {
        "text": event.text,
        "id": event.paper_id,
        "title": event.title or None,
        "new": event.new,
        "completed": event.completed,
        "updated": event.updated,
        "error": event.error.message if event.error else None,
        "hint": event.error.hint if event.error else None,
    }


def _texts(given: Sequence[str]) -> Iterator[str]:
    return filter(None, map(in_a_list, _words(given)))


def _each(text: str, sources_of: Callable[[str], Sequence[str]]) -> Sequence[str]:
    """Return a text, or its words where it names no paper and each of them does."""
    words = tuple(filter(None, map(in_a_list, text.split())))
    if len(words) > 1 and not sources_of(text) and all(map(sources_of, words)):
        return words
    return (text,)


def _words(given: Sequence[str]) -> Iterator[str]:
    for text in given:
        if text != "-":
            yield text
        elif sys.stdin is not None:
            for line in sys.stdin:
                yield from line[:_LONGEST_LINE].partition("#")[0].split() if _is_note(line) else line.split()


def _is_note(line: str) -> bool:
    """Whether a line is a remark: a # stands in links too, but not at their beginning."""
    return line.lstrip().startswith("#")
