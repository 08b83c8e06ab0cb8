"""`radar doctor`: what works, and what to do about the rest."""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

from radar.cli.columns import padded, wrapped
from radar.cli.exit_codes import ExitCode
from radar.cli.opening import reader_of, settings_of
from radar.cli.output import Output, Style
from radar.cli.progress import progress_bar
from radar.cli.screen_settings import clashes_told, wrong_settings
from radar.errors import LibraryError, SettingsError
from radar.library.database.failures import library_is_there
from radar.papers.bases import replace
from radar.papers.jobs.job import Job
from radar.papers.jobs.source_state import SourceState
from radar.papers.jobs.spending import Totals
from radar.pipeline.doctor import (
    Check,
    TerminalFacts,
    Verdict,
    acceptance_checks,
    budget_check,
    cache_check,
    dialect_check,
    endpoint_check,
    error_check,
    library_checks,
    mail_check,
    program_check,
    source_check,
    space_checks,
    summariser_check,
    terminal_checks,
)
from radar.pipeline.doctor_places import place_checks
from radar.pipeline.worker_check import worker_checks
from radar.settings import EndpointSettings, Settings
from radar.tui.flows.clipboard import clipboard_programs

_STYLES = {Verdict.OK: Style.GREEN, Verdict.WARN: Style.YELLOW, Verdict.FAIL: Style.RED}


_INDENT = 18
_UNBROKEN = 10_000
"""Columns in a pipe, where a line stays whole."""
DETAILS = (
    "Each line says ok, warn or fail, and what to do. The exit code is 1 if something fails.\n"
    "--rebuild-index looks at the library alone; it can be interrupted, and goes on where it was. "
    "--rescue is for a library whose file is damaged; interrupted while it reads, it leaves all as it was."
)
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("--json", action="store_true", help="JSON lines: part, verdict, message, hint")
    parser.add_argument(
        "--relearn", action="store_true", help="forget how the endpoint wants to be asked, and find out anew"
    )
    parser.add_argument(
        "--rebuild-index",
        action="store_true",
        help="check the library's indexes and counts against its papers, and make its search index anew",
    )
    parser.add_argument(
        "--rescue",
        action="store_true",
        help="save what can be read of a damaged library into a new one in its place; the old file is kept",
    )


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Print one line a part; the exit code tells whether one fails."""
    code = ExitCode.OK
    checks = _rescued if arguments.rescue else _mended if arguments.rebuild_index else _checks
    for check in checks(arguments, output):
        if arguments.json:
            output.json(
                {"part": check.part, "verdict": check.verdict, "message": check.message, "hint": check.hint}
            )
        else:
            _print(check, output)
        output.flush()
        if check.verdict is Verdict.FAIL:
            code = ExitCode.INCOMPLETE
    return code


def _checks(arguments: argparse.Namespace, output: Output) -> Iterator[Check]:
    yield program_check()
    try:
        settings = settings_of(arguments)
    except SettingsError as error:
        for one in error.each:
            yield error_check("settings", one)
    else:
        yield from _settings_checks(settings)
        yield from _settled_checks(settings, arguments.relearn)
    yield from terminal_checks(_facts(output))


def _settings_checks(settings: Settings) -> Iterator[Check]:
    """Look whether the screen would open on the settings, and obey all of their keys."""
    wrong = [error_check("settings", error) for error in wrong_settings(settings)]
    if wrong:
        yield from wrong
        return
    clashes, hint = clashes_told(settings.keys)
    if clashes:
        yield Check("settings", Verdict.WARN, clashes, hint)
        return
    there = "" if settings.config_file.exists() else ", which is not there: all defaults"
    yield Check("settings", Verdict.OK, f"{settings.config_file}{there}")


def _mended(arguments: argparse.Namespace, output: Output) -> Iterator[Check]:
    """Mend what the library keeps beside its papers, and look at nothing else."""
    from radar.pipeline.mending import rebuilding_checks
    from radar.wiring.libraries import build_library

    path = settings_of(arguments).library
    if library_is_there(path):
        with progress_bar(output) as bar:

            def report(label: str, done: int, total: int) -> None:
                bar.step(label, done, total or None)

            with closing(build_library(settings_of(arguments), report)) as library:
                for check in rebuilding_checks(library, report):
                    bar.clear()
                    yield check
    yield from library_checks(path)


def _rescued(arguments: argparse.Namespace, output: Output) -> Iterator[Check]:
    """Save what can be read of a damaged library, and look at the new one."""
    from radar.pipeline.mending import rescuing_checks

    path = settings_of(arguments).library
    if library_is_there(path):
        with progress_bar(output) as bar:
            for check in rescuing_checks(
                path, lambda label, done, total: bar.step(label, done, total or None)
            ):
                bar.clear()
                yield check
    if arguments.rebuild_index:
        yield from _mended(arguments, output)
    else:
        yield from library_checks(path)


def _settled_checks(settings: Settings, relearn: bool) -> Iterator[Check]:
    from radar.wiring.endpoints import budgets_of, price_of, summariser_settings
    from radar.wiring.listings import build_source
    from radar.wiring.mail import build_mailer, mail_begun
    from radar.wiring.summarisers import build_summariser

    yield from library_checks(settings.library)
    yield from worker_checks(settings.library, datetime.now(UTC))
    yield from space_checks(settings.library)
    yield from place_checks(settings.export_folder, settings.state_folder, settings.prompt, settings.browser)
    answers = summariser_settings(settings).completions_folder
    if answers is not None:
        yield cache_check(answers)
    yield summariser_check(settings.chosen_summariser, lambda: build_summariser(settings))
    yield from asyncio.run(_endpoint_checks(settings))
    yield from _dialect_checks(settings, relearn)
    yield from _acceptance_checks(settings)
    yield from budget_check(budgets_of(settings), _today(settings), lambda: price_of(settings) is not None)
    yield source_check(
        settings.source_names, lambda name: build_source(name, settings), *_jobs_and_sources(settings)
    )
    yield mail_check(mail_begun(settings), lambda: build_mailer(settings, os.environ).line)


def _dialect_checks(settings: Settings, relearn: bool) -> Iterator[Check]:
    from radar.summaries.checking import forget_dialect, learned_dialect
    from radar.wiring.endpoints import summariser_settings

    for endpoint in settings.all_endpoints:
        if endpoint.model:
            made_from = summariser_settings(settings, endpoint.name)
            forgotten = relearn and forget_dialect(made_from)
            yield _named(dialect_check(learned_dialect(made_from), forgotten), endpoint, settings)


def _acceptance_checks(settings: Settings) -> Iterator[Check]:
    try:
        with reader_of(settings) as reader:
            for endpoint in settings.all_endpoints if reader else ():
                if reader and endpoint.model:
                    lately = reader.acceptance(endpoint.name, endpoint.model)
                    yield from (_named(one, endpoint, settings) for one in acceptance_checks(lately))
    except LibraryError:
        # `library_checks` tells it.
        return


async def _endpoint_checks(settings: Settings) -> list[Check]:
    """Ask every endpoint, all at the same time; only one that is asked without being named can fail."""
    from radar.summaries.checking import check_endpoint
    from radar.wiring.endpoints import endpoint_info, summariser_settings

    async def check(endpoint: EndpointSettings) -> Check:
        made_from = summariser_settings(settings, endpoint.name)
        found = await endpoint_check(
            endpoint_info(settings, endpoint.name), lambda: check_endpoint(made_from), settings.endpoint_lack
        )
        chosen = endpoint.name == settings.chosen_summariser or len(settings.all_endpoints) == 1
        verdict = Verdict.WARN if found.verdict is Verdict.FAIL and not chosen else found.verdict
        return _named(replace(found, verdict=verdict), endpoint, settings)

    if not settings.all_endpoints:
        return [await endpoint_check(None, _nobody, settings.endpoint_lack)]
    return list(await asyncio.gather(*map(check, settings.all_endpoints)))


def _named(check: Check, endpoint: EndpointSettings, settings: Settings) -> Check:
    """Say which endpoint a check is about, where there are several."""
    return replace(check, message=f"{endpoint.name}: {check.message}") if settings.endpoints else check


async def _nobody() -> tuple[bool, str]:
    return False, ""


def _jobs_and_sources(settings: Settings) -> tuple[tuple[Job, ...], tuple[SourceState, ...]]:
    try:
        with reader_of(settings) as reader:
            return (reader.jobs(50), reader.source_states()) if reader else ((), ())
    except LibraryError:
        return (), ()


def _today(settings: Settings) -> Totals:
    try:
        with reader_of(settings) as reader:
            return reader.spent_today() if reader else Totals()
    except LibraryError:
        return Totals()


def _facts(output: Output) -> TerminalFacts:
    size = shutil.get_terminal_size((80, 24))
    return TerminalFacts(
        is_terminal=output.person and sys.stdin is not None and sys.stdin.isatty(),
        term=os.environ.get("TERM", ""),
        colorterm=os.environ.get("COLORTERM", ""),
        no_color=bool(os.environ.get("NO_COLOR")),
        columns=size.columns,
        lines=size.lines,
        encoding=sys.stdout.encoding or "",
        clipboard=tuple(words[0] for words in clipboard_programs()),
    )


def _print(check: Check, output: Output) -> None:
    room = output.width - _INDENT if output.person else _UNBROKEN
    first, *more = wrapped(check.message, room) or [""]
    verdict = output.styled(padded(check.verdict.value, 4), _STYLES[check.verdict], Style.BOLD)
    output.line(verdict, output.styled(f"  {padded(check.part, 10)}  {first}"))
    for line in more:
        output.line(" " * _INDENT, output.styled(line))
    for line in wrapped(check.hint, room):
        output.line(" " * _INDENT, output.styled(line, Style.DIM))
