"""`radar digest`: what is new on one page, or in the mailbox."""

from __future__ import annotations

import argparse
import os
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from radar.cli.commands.list_papers import EMPTY
from radar.cli.digest_installing import installation_of
from radar.cli.digest_library import DigestLibrary, opened
from radar.cli.digest_questions import DigestQuestion, add_digest_options, question_of
from radar.cli.exit_codes import ExitCode
from radar.cli.opening import refuse_missing, settings_of
from radar.cli.output import Output
from radar.cli.parser import UsageError, named_place, one_of
from radar.cli.progress import progress_bar
from radar.cli.query_options import options_of
from radar.cli.typed_again import typed_again
from radar.errors import LibraryBusy, LibraryError, SettingsError
from radar.library.database.failures import library_is_there
from radar.papers.bases import replace
from radar.papers.reader.digest_mark import DigestMark
from radar.papers.text.places import at_home
from radar.pipeline.digest import wording
from radar.pipeline.digest.choosing import Asked, choose
from radar.pipeline.digest.contents import Digest
from radar.pipeline.digest.formats import digest_format_of, digest_formats, digest_text
from radar.pipeline.digest.installing import instructions
from radar.pipeline.digest.since import LAST, USUAL, moment_of
from radar.pipeline.exporting.export_file import write_text
from radar.settings import Settings
from radar.settings.values import Origin, convert

if TYPE_CHECKING:
    from radar.library.library import Library
    from radar.wiring.mail import Mailer

_SECONDS = "%Y-%m-%dT%H:%M:%SZ"
DETAILS = (
    "Each new paper stands once, under the first watch that has it. Without --since it tells what came\n"
    "since the last digest of the same papers to the same place (screen or pipe, file, or mail address),\n"
    "the first time since a day ago; with --since another moment it is a look aside that changes nothing.\n"
    "How far a digest got is noted when it is written or taken by the mail server: one that is killed in\n"
    "between comes again, and none is lost.\n\n"
    "Closest to what you starred stands first, with the words that bring it near; without stars, what\n"
    "has most upvotes, else what is newest; --order asks for another order.\n\n"
    "--email sends text and HTML in one mail, by mail_to, mail_host, mail_user and mail_password_env of\n"
    "the settings. A day without anything new says so in one line, sends nothing, and leaves a file that\n"
    "is there as it is, also with --force.\n\n"
    "--format json is one object: digest (1), made, since, until, new, updated_papers, order {name, line},\n"
    "search, sections [{watch, search, new, more, papers}] with papers as radar show --json prints them\n"
    "and link, also_in, closeness and changes, updated [{id, title, link, code, code_url, changes}], and\n"
    "failed [{source, label, asked, answered, again, error, hint}]."
)
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_digest_options(parser)
    group = parser.add_argument_group("how, and where to")
    formats = digest_formats()
    group.add_argument(
        "--format",
        type=one_of(*formats),
        metavar="|".join(formats),
        help="the format to write; without it, the one that the ending of FILE stands for, else text",
    )
    group.add_argument(
        "--out", type=named_place, metavar="FILE", help="the file to write; standard output without it"
    )
    group.add_argument(
        "--force", action="store_true", help="overwrite the file if it is there and something is new"
    )
    group.add_argument(
        "--email",
        nargs="?",
        const="",
        metavar="ADDRESS",
        help="send it by mail, to mail_to of the settings or to this address",
    )
    group.add_argument("--send-empty", action="store_true", help="send a mail also where nothing is new")
    group.add_argument(
        "--install",
        action="store_true",
        help="print what to enter so that it is mailed every morning, by cron or systemd; nothing is written",
    )


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Write or send what is new."""
    settings = _addressed(settings_of(arguments), arguments.email)
    if arguments.email is not None and (arguments.format or arguments.out):
        raise UsageError(
            "--email sends text and HTML in one mail",
            "Leave --format and --out out, or write a file first",
        )
    if arguments.install:
        return _install(settings, arguments, output)
    mailer = None
    if arguments.email is not None:
        if not _can_mail(settings, output):
            return ExitCode.WRONG
        mailer = _mailer(settings)
    refuse_missing(settings)
    if not library_is_there(settings.library):
        output.aside(EMPTY)
        return ExitCode.OK
    with opened(settings, output, to_read=_looks_aside(arguments)) as held:
        return _digest(held, mailer, arguments, output)


def _digest(held: DigestLibrary, mailer: Mailer | None, arguments: argparse.Namespace, output: Output) -> int:
    question = question_of(arguments, held.watches)
    series = question.series(_place(arguments, mailer))
    asked = _asked(held, question, series, arguments, output)
    if asked is None:
        output.aside(EMPTY)
        return ExitCode.OK
    further = partial(_command, arguments, question, asked)
    digest = choose(held.reader, asked, options_of, further)
    if mailer is not None:
        _send(mailer, digest, "" if arguments.since else series, arguments.send_empty, output)
    else:
        _write(digest, arguments, output)
    if held.library is not None and not _looks_aside(arguments):
        _note(held.library, series, DigestMark(asked.until, asked.changed_until), mailer is not None)
    return ExitCode.OK


def _asked(
    held: DigestLibrary, question: DigestQuestion, series: str, arguments: argparse.Namespace, output: Output
) -> Asked | None:
    """Return what the digest is to tell; None where there is no paper at all."""
    now = datetime.now(UTC)
    aside = _looks_aside(arguments)
    mark = None if aside else held.digests.last_digest(series)
    begin = moment_of(arguments.since, now) if aside else now - USUAL
    since = mark.papers if mark else begin
    if held.library is not None and held.library.index_behind:
        # What the index lacks waits for the next digest; a look aside does without it too on a full disk.
        with progress_bar(output) as bar, suppress(LibraryError if aside else LibraryBusy):
            held.library.finish_bulk(lambda done, total: bar.step("indexing for search", done, total))
    until = held.digests.settled(searched=question.searched)
    if until is None:
        return None
    changed_since = mark.changes if mark else begin
    changed_until = max(held.digests.last_change() or changed_since, changed_since)
    return Asked(
        made=now,
        since=since,
        until=max(until, since),
        changed_since=changed_since,
        changed_until=changed_until,
        changed=held.digests.changed_between(changed_since, changed_until),
        query=question.query,
        watches=question.watches,
        only_watches=question.only_watches,
        order=question.order,
        followed=frozenset(name.casefold() for name in (*held.sources, "starred")),
        top=arguments.top,
    )


def _looks_aside(arguments: argparse.Namespace) -> bool:
    return bool(arguments.since) and arguments.since.strip().lower() != LAST


def _place(arguments: argparse.Namespace, mailer: Mailer | None) -> str:
    if mailer is not None:
        return f"mail {','.join(mailer.recipients)}"
    return "file" if _file(arguments) else "print"


def _file(arguments: argparse.Namespace) -> Path | None:
    return at_home(arguments.out) if arguments.out and arguments.out != "-" else None


def _command(arguments: argparse.Namespace, question: DigestQuestion, asked: Asked, papers: int) -> str:
    """Return a command that shows what this digest leaves out."""
    since = f"{asked.since:{_SECONDS}}"
    return typed_again(arguments, "digest", "--since", since, *question.words, "--top", str(papers))


def _write(digest: Digest, arguments: argparse.Namespace, output: Output) -> None:
    file = _file(arguments)
    if file is not None and digest.empty and file.is_file():
        # What is there may be the digest of yesterday, which nobody has read yet.
        output.aside(f"{wording.counted(digest)} {file} is left as it is")
        _say_failing(digest, output)
        return
    text = digest_text(digest, arguments.format or digest_format_of(arguments.out or ""))
    if file is not None:
        write_text(text, file, force=arguments.force)
        output.aside(f"{wording.counted(digest)} Written to {file}")
        return
    if digest.empty and not digest.failing and arguments.format in (None, "text"):
        text = f"{wording.counted(digest)}\n"
    output.hold_a_file()
    output.text(text)
    # What the other side did not take was not shown, and must not be noted as such.
    output.flush()


def _send(mailer: Mailer, digest: Digest, series: str, send_empty: bool, output: Output) -> None:
    from radar.pipeline.digest.message import message_of

    if digest.empty and not send_empty:
        output.line(output.styled(f"{wording.counted(digest)} No mail was sent."))
        _say_failing(digest, output)
        return
    mailer.send(message_of(digest, mailer.sender, mailer.recipients, series))
    output.line(output.styled(f"{wording.counted(digest)} Sent to {', '.join(mailer.recipients)}"))


def _say_failing(digest: Digest, output: Output) -> None:
    for state in digest.failing:
        output.aside(wording.source_line(state))


def _note(library: Library, series: str, mark: DigestMark, mailed: bool) -> None:
    try:
        library.note_digest(series, mark)
    except LibraryError as error:
        raise LibraryError(
            f"the digest was {'sent' if mailed else 'written'}, but how far it got could not be noted: "
            f"{error.message}",
            "The next one holds these papers again",
        ) from error


def _addressed(settings: Settings, address: str | None) -> Settings:
    """Return the settings with the address that the command line names."""
    if not address:
        return settings
    if "@" not in address:
        raise UsageError(
            "--email takes an address", "Put what to search for before it, or write --email=ADDRESS"
        )
    checked = convert("mail_to", "str", address, Origin("option --email", Path(), text=True))
    return replace(settings, mail_to=str(checked))


def _can_mail(settings: Settings, output: Output) -> bool:
    from radar.wiring.mail import mail_lack

    lack = mail_lack(settings)
    if lack:
        output.error(SettingsError("mail is not set up", f"Add to {settings.config_file}:"))
        for line in lack:
            output.aside(f"    {line}")
    return not lack


def _mailer(settings: Settings) -> Mailer:
    from radar.wiring.mail import build_mailer

    return build_mailer(settings, os.environ)


def _install(settings: Settings, arguments: argparse.Namespace, output: Output) -> int:
    question = question_of(arguments, None)
    output.text(instructions(installation_of(settings, arguments, question.words)))
    _can_mail(settings, output)
    return ExitCode.OK
