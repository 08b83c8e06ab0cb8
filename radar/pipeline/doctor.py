"""What works and what to do about the rest: one line a part.

Nothing is mended, but a cache that is damaged is moved aside by being opened.
"""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path

from radar import __version__
from radar.errors import BrokenLibrary, RadarError, SettingsError, UnfinishedLibrary
from radar.library.database.failures import bytes_on_disk, library_is_there
from radar.library.reader import LibraryReader
from radar.net.cache import DiskCache
from radar.papers.bases import Value
from radar.papers.jobs.job import Job, JobKind, JobState
from radar.papers.jobs.source_state import SourceState
from radar.papers.jobs.spending import Budgets, Totals, amount
from radar.papers.summaries.acceptance import Acceptance
from radar.papers.text.plurals import plural
from radar.papers.text.safe_text import clean
from radar.pipeline.endpoint_info import EndpointInfo
from radar.pipeline.search_probe import TRIED, probe

_SMALL = (80, 24)
_LITTLE_SPACE = 200_000_000
_NO_SPACE = 1_000_000
"""Bytes below which nothing can be marked or brought."""
_RECENT = timedelta(days=1)
"""A job that failed before that is history, which `radar jobs` tells."""


class Verdict(StrEnum):
    """How a part does."""

    OK = "ok"
    WARN = "warn"
    """It works, with a restriction."""
    FAIL = "fail"


class Check(Value):
    """What was found about one part."""

    part: str
    verdict: Verdict
    message: str
    hint: str = ""
    """What to do; empty where nothing is to be done."""


class TerminalFacts(Value):
    """What the program knows of the terminal it runs in."""

    is_terminal: bool
    term: str
    """The variable TERM."""
    colorterm: str
    """The variable COLORTERM."""
    no_color: bool
    columns: int
    lines: int
    encoding: str
    clipboard: tuple[str, ...] = ()
    """The programs that take what is copied, the best first."""


def program_check() -> Check:
    """Say which versions are at work."""
    versions = [f"{name} {version(name)}" for name in ("textual", "httpx", "tiktoken")]
    text = f"radar {__version__}, Python {platform.python_version()}, {', '.join(versions)}"
    return Check("radar", Verdict.OK, text)


def error_check(part: str, error: RadarError) -> Check:
    """Return an error as a failed check."""
    return Check(part, Verdict.FAIL, clean(error.message), clean(error.hint))


def library_checks(path: Path) -> Iterator[Check]:
    """Open the library for reading, count it and find its newest paper through the search index."""
    shown = clean(str(path))
    try:
        if not library_is_there(path):
            yield _absent_check(path, shown)
            return
        with closing(LibraryReader.open(path)) as reader:
            # First: what is strange in the file may be what the others fail at.
            yield from _damage_checks(reader)
            held = f"{plural(reader.counts().papers, 'paper')}, {bytes_on_disk(path) / 1e6:,.1f} MB"
            yield Check("library", Verdict.OK, f"{held}, {shown}")
            yield _search_check(reader)
            yield from _job_checks(reader.jobs(50))
    except UnfinishedLibrary:
        yield Check("library", Verdict.OK, f"nothing stored yet; the first import makes the rest of {shown}")
    except RadarError as error:
        yield error_check("library", error)
        return
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        yield Check(
            "library", Verdict.FAIL, f"{shown} cannot be written", "Give yourself the right to write there"
        )


def _damage_checks(reader: LibraryReader) -> Iterator[Check]:
    """Look at every page of the file: what is damaged there shows else only when it is needed."""
    if damage := reader.damage():
        places = "1 place" if len(damage) == 1 else f"{len(damage)} places or more"
        # Its first line may only say which database it speaks of.
        said = next((line for line in damage[0].splitlines() if not line.startswith("***")), damage[0])
        yield Check("file", Verdict.FAIL, clean(f"damaged in {places}: {said}"), BrokenLibrary.RESCUE)
        return
    for strange in reader.strange():
        where = f"{plural(strange.rows, 'row')} of {strange.table}"
        told = f"{where} with values that no radar stores: {', '.join(strange.columns)}"
        # The counts follow from the papers, and are no loss.
        mends = "radar doctor --rebuild-index mends it" if strange.table == "counts" else BrokenLibrary.RESCUE
        yield Check("file", Verdict.FAIL, told, mends)


def _absent_check(path: Path, shown: str) -> Check:
    folder = next(parent for parent in path.absolute().parents if os.path.lexists(parent))
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return Check("library", Verdict.OK, f"none yet; the first import makes {shown}")
    return Check(
        "library",
        Verdict.FAIL,
        f"none yet, and {shown} cannot be made: nothing can be written into {clean(str(folder))}",
        "Choose a folder that you can write to, by --library FILE or by library in the settings",
    )


def _search_check(reader: LibraryReader) -> Check:
    tried = probe(reader)
    if tried is None:
        nothing = f"not checked: none of the newest {TRIED} titles has a word to look for"
        return Check("search", Verdict.OK, nothing if reader.counts().papers else "nothing to find yet")
    which = "a new paper" if tried.place else "the newest paper"
    if tried.found:
        return Check("search", Verdict.OK, f"finds {which} by a word of its title")
    return Check(
        "search",
        Verdict.FAIL,
        f"does not find {which} by its title",
        "Where no import is under way: radar doctor --rebuild-index",
    )


def _job_checks(jobs: Sequence[Job]) -> Iterator[Check]:
    since = datetime.now(UTC) - _RECENT
    jobs = [job for job in jobs if (job.ended or job.created) > since]
    for state, hint in ((JobState.LOST, "its worker ended without a word"), (JobState.FAILED, "it failed")):
        found = [job for job in jobs if job.state is state]
        if found:
            # What is written of one whose worker is gone says just that.
            failed = found[0].message if state is JobState.FAILED else ""
            label = clean(failed or found[0].label)
            yield Check(
                "jobs", Verdict.WARN, f"job {found[0].number}: {hint}: {label}", "radar jobs shows all"
            )


def cache_check(folder: Path) -> Check:
    """Write to the cache and read it back."""
    with closing(DiskCache.open(folder)) as cache:
        cache.set("doctor", "probe", "well")
        works = cache.get("doctor", "probe") == "well"
        warning = clean(cache.warning)
    shown = clean(str(folder))
    if works and not warning:
        return Check("cache", Verdict.OK, shown)
    message = warning or f"{shown} does not keep what is written"
    return Check("cache", Verdict.WARN, message, "radar works without it, but pays again for answers it had")


def space_checks(path: Path) -> Iterator[Check]:
    """Look whether the disk of the library has room."""
    folder = next((parent for parent in path.parents if parent.exists()), None)
    if folder is not None and (free := shutil.disk_usage(folder).free) < _LITTLE_SPACE:
        verdict = Verdict.FAIL if free < _NO_SPACE else Verdict.WARN
        yield Check("disk", verdict, f"{free / 1e6:,.0f} MB free beside the library", "Make room")


def summariser_check(name: str, build: Callable[[], object]) -> Check:
    """Look whether the summariser of the settings can be had."""
    try:
        build()
    except RadarError as error:
        return error_check("summariser", error)
    return Check("summariser", Verdict.OK, clean(name))


def budget_check(budgets: Budgets, today: Totals, price: Callable[[], bool]) -> Iterator[Check]:
    """Say what is left of the budgets, where there are any, and whether one in dollars can be held.

    Args:
        today: what today has come to.
        price: whether a price is known, or what is asked is free; asked where it matters only.
    """
    if not budgets:
        return
    told = [f"{amount(unit, limit)} a run" for unit, limit, _ in budgets.run.against(Totals())]
    told += [
        f"{amount(unit, limit)} a day, {amount(unit, max(0.0, limit - used))} left today"
        for unit, limit, used in budgets.day.against(today)
    ]
    line = "; ".join(told)
    if budgets.in_money and not price():
        yield Check(
            "budget",
            Verdict.WARN,
            f"{line}. No price is known for the model, so a budget in dollars does not hold",
            'Set price_in and price_out, or max_tokens_run; or install radar\'s extra "prices"',
        )
        return
    yield Check("budget", Verdict.OK, line)


async def endpoint_check(
    endpoint: EndpointInfo | None,
    ask: Callable[[], Awaitable[tuple[bool, str]]],
    lack: str = "no endpoint is set",
) -> Check:
    """Ask the endpoint for its model, if one is set.

    Args:
        lack: what is missing where none is.
    """
    if endpoint is None:
        message = f"{lack}; takeaways and flags come from the offline reading"
        hint = "To have papers summarised by a model: radar endpoint add asks what to set"
        return Check("endpoint", Verdict.WARN, message, hint)
    where = clean(f"{endpoint.model or 'no model'} at {endpoint.host}")
    if endpoint.lacks_key:
        hint = f"Put the key into the environment variable {clean(endpoint.key_env)}"
        return Check("endpoint", Verdict.FAIL, f"{where}: there is no key", hint)
    try:
        works, message = await ask()
    except RadarError as error:
        return error_check("endpoint", error)
    if works and not endpoint.encrypted:
        read = "papers and key" if endpoint.key_env or endpoint.key_place else "papers"
        hint = f"Others on the way can read {read}; use https:// where it is to be had"
        return Check("endpoint", Verdict.WARN, clean(f"{message}, without encryption"), hint)
    return Check("endpoint", Verdict.OK if works else Verdict.FAIL, clean(message))


def dialect_check(learned: str, forgotten: bool = False) -> Check:
    """Say in which dialect the endpoint is asked.

    Args:
        learned: what is known of it; empty for nothing.
        forgotten: whether it has just been forgotten at the reader's wish.
    """
    if forgotten:
        return Check("dialect", Verdict.OK, "forgotten; the next summary finds out anew how to ask")
    message = learned or "nothing learned yet; the first summary finds out how to ask"
    return Check("dialect", Verdict.OK, clean(message))


def acceptance_checks(lately: Acceptance) -> Iterator[Check]:
    """Say how many of a model's last takeaways passed the checks, where it gave any; never a failure."""
    if not lately.answers:
        return
    line = f"{lately.passed} of the last {lately.answers} passed all checks"
    line += f", {lately.trimmed} more were trimmed" if lately.trimmed else ""
    if lately.weak:
        hint = "Another model, or a prompt of your own, may do better: radar compare sets two side by side"
        line += f"; {lately.refused}" if lately.refused else ""
        line += "; the model seems too weak for the prompt"
        yield Check("takeaways", Verdict.WARN, line, hint)
    else:
        yield Check("takeaways", Verdict.OK, line)


def mail_check(begun: bool, describe: Callable[[], str]) -> Check:
    """Look whether a digest could be mailed; nothing is sent, and nobody has to set it.

    Args:
        begun: whether anything of mail is set.
        describe: puts together what sends mail, and returns how it goes out.
    """
    if not begun:
        return Check("mail", Verdict.OK, "not set; radar digest --email needs it, and says what to set")
    try:
        how = describe()
    except SettingsError as error:
        return Check(
            "mail", Verdict.WARN, f"no digest can be sent: {clean(error.message)}", clean(error.hint)
        )
    return Check("mail", Verdict.OK, clean(f"{how}; the server was not asked"))


def source_check(
    names: Sequence[str],
    build: Callable[[str], object],
    jobs: Sequence[Job],
    states: Sequence[SourceState] = (),
) -> Check:
    """Look whether each source has a name that radar knows, and how it and the last refresh went.

    Args:
        states: how each source stands that was ever asked.
    """
    if not names:
        return Check("sources", Verdict.WARN, "none are set", "Set sources, such as hf:daily or arxiv:cs.CL")
    if wrong := list(_wrong_sources(names, build)):
        first, *more = wrong
        told = clean("; ".join(error.message for error in wrong))
        hint = "radar sources tells of each what to write instead" if more else clean(first.hint)
        return Check("sources", Verdict.FAIL, told, hint)
    failing = {state.name.casefold() for state in states if state.error}
    if failed := [name for name in names if name.casefold() in failing]:
        told = f"{len(failed)} of {len(names)} failed when last asked: {', '.join(failed)}"
        return Check(
            "sources", Verdict.WARN, clean(told), "radar sources tells why, and when each is asked again"
        )
    last = next((job for job in jobs if job.kind is JobKind.REFRESH and job.ended), None)
    when = f"{last.ended:%Y-%m-%d %H:%M} UTC" if last and last.ended else ""
    told = f"; last refresh {when}: {clean(last.message)}" if last and when else ""
    return Check("sources", Verdict.OK, clean(", ".join(names)) + told)


def _wrong_sources(names: Sequence[str], build: Callable[[str], object]) -> Iterator[RadarError]:
    for name in names:
        try:
            build(name)
        except RadarError as error:
            yield error


def terminal_checks(facts: TerminalFacts) -> Iterator[Check]:
    """Say what the screen can count on: colours, size, letters, mouse, clipboard."""
    if not facts.is_terminal:
        yield Check("terminal", Verdict.OK, "none here: the commands print plain text, the screen needs one")
        return
    if facts.term in ("", "dumb", "unknown"):
        message = f"TERM is {clean(facts.term) or 'not set'}: the screen cannot be drawn"
        yield Check("terminal", Verdict.FAIL, message, "Set TERM, for example to xterm-256color")
        return
    yield _size_check(facts)
    yield _colour_check(facts)
    yield _letter_check(facts)
    yield _mouse_check(facts)
    yield _clipboard_check(facts)


def _size_check(facts: TerminalFacts) -> Check:
    size = f"{facts.columns}x{facts.lines}"
    if facts.columns < _SMALL[0] or facts.lines < _SMALL[1]:
        return Check(
            "size", Verdict.WARN, f"{size} is small", "80x24 shows the list well, 120 columns the detail too"
        )
    return Check("size", Verdict.OK, size)


def _colour_check(facts: TerminalFacts) -> Check:
    if facts.no_color:
        return Check("colours", Verdict.OK, "off by NO_COLOR; bold, dim and underline remain")
    if facts.colorterm in ("truecolor", "24bit"):
        return Check("colours", Verdict.OK, "16 million")
    if "256color" in facts.term or facts.term.startswith(("xterm-kitty", "alacritty", "foot", "wezterm")):
        return Check("colours", Verdict.OK, "256")
    hint = "If it can do more, set COLORTERM=truecolor"
    return Check("colours", Verdict.WARN, f"few, as TERM={clean(facts.term)} says", hint)


def _letter_check(facts: TerminalFacts) -> Check:
    if facts.encoding.lower().replace("-", "") == "utf8":
        return Check("letters", Verdict.OK, "UTF-8")
    hint = "Set LANG to a UTF-8 locale such as C.UTF-8"
    told = f"{clean(facts.encoding)}: the screen draws its signs with plain letters; others are replaced"
    return Check("letters", Verdict.WARN, told, hint)


def _mouse_check(facts: TerminalFacts) -> Check:
    if facts.term.startswith(("linux", "vt1", "vt2")):
        return Check("mouse", Verdict.WARN, f"TERM={clean(facts.term)} has none", "Every action has a key")
    if facts.term.startswith(("screen", "tmux")):
        return Check("mouse", Verdict.OK, "through the multiplexer; tmux needs `set -g mouse on`")
    return Check("mouse", Verdict.OK, "as xterm reports it")


def _clipboard_check(facts: TerminalFacts) -> Check:
    if facts.clipboard:
        return Check(
            "clipboard", Verdict.OK, f"what is copied goes to {facts.clipboard[0]}, and to the terminal"
        )
    told = "what is copied goes to the terminal alone (OSC 52), and not all take it"
    return Check("clipboard", Verdict.OK, told)
