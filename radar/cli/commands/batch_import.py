"""`radar batch import`: the results of a batch into the library."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from radar.cli.exit_codes import ExitCode
from radar.cli.opening import migration_shown, refuse_missing, settings_of
from radar.cli.output import Output
from radar.cli.parser import named_place
from radar.cli.progress import ProgressBar, progress_bar
from radar.papers.text.money import cost_told
from radar.papers.text.places import at_home
from radar.papers.text.plurals import plural

if TYPE_CHECKING:
    from radar.pipeline.batches.importing import ImportEvent, ResultImporter
    from radar.pipeline.batches.retrying import Retries
    from radar.pipeline.batches.tally import Tally

_SHOWN = 10
"""Lines that failed that are shown, unless all are asked for."""

DETAILS = """\
Takes what OpenAI, Azure, Groq, Together, Fireworks, Mistral and vLLM write, and rows with custom_id and text;
gzipped or not. Give all files of a batch, those of errors too: what no result came for is written as
retry-0001.jsonl, to be handed on like the files before. The questions and their manifest are left out where
they are among the files. Each answer passes the same checks as one that comes online. The same files again
change nothing.
"""
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "files", nargs="+", type=named_place, metavar="FILE", help="a file of results or errors"
    )
    parser.add_argument(
        "--out",
        type=named_place,
        metavar="FOLDER",
        help="where what is missing goes; beside the first file",
    )
    parser.add_argument("--verbose", action="store_true", help="show every line that failed")
    parser.set_defaults(rest="files")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Read the files, say what came of them, and write what is missing."""
    from radar.wiring.batches import build_result_importer
    from radar.wiring.libraries import build_library, build_reader

    settings = settings_of(arguments)
    paths = [at_home(name) for name in arguments.files]
    folder = at_home(arguments.out) if arguments.out else paths[0].parent
    refuse_missing(settings)
    with migration_shown(output) as report:
        library = build_library(settings, report)
    try:
        reader = build_reader(settings)
        try:
            importer = build_result_importer(settings, library, reader)
            return _import(importer, paths, folder, arguments.verbose, output)
        finally:
            reader.close()
    finally:
        library.close()


def _import(importer: ResultImporter, paths: list[Path], folder: Path, verbose: bool, output: Output) -> int:
    from radar.pipeline.batches.retrying import write_retries

    with progress_bar(output) as bar:
        report = _Report(output, bar, verbose)
        reading = importer.run(paths)
        try:
            while True:
                report.tell(next(reading))
        except StopIteration as ended:
            bar.clear()
            tally: Tally = ended.value
        except KeyboardInterrupt:
            reading.close()
            bar.clear()
            output.aside("interrupted: what was stored is kept; the same command stores the rest")
            return ExitCode.INTERRUPTED
    retries = write_retries(importer, folder, of_rows=tally.of_rows)
    tally.missing = retries.missing
    report.tell_ended(tally)
    _tell_retries(retries, folder, output)
    whole = tally.lines and not (
        report.unreadable or tally.bad_lines or tally.failed or tally.missing or tally.stale
    )
    return ExitCode.OK if whole and not (tally.foreign or tally.unknown) else ExitCode.INCOMPLETE


class _Report:
    """Says what happens during an import."""

    def __init__(self, output: Output, bar: ProgressBar, verbose: bool) -> None:
        self._output = output
        self._bar = bar
        self._verbose = verbose
        self._problems = 0
        self.unreadable = False

    def tell(self, event: ImportEvent) -> None:
        from radar.pipeline.batches.importing import FileLeftOut, FileProblem, LineProblem, Taken

        match event:
            case Taken(name=name, position=position, size=size, tally=tally):
                self._bar.step(f"{name}: {tally.stored:,} stored", position, size)
            case LineProblem(name=name, line=line, reason=reason):
                self._problems += 1
                if self._verbose or self._problems <= _SHOWN:
                    self._bar.aside(f"{name}:{line}: {reason}")
            case FileLeftOut(name=name, reason=reason):
                self._bar.aside(f"{name} {reason}")
            case FileProblem(error=error):
                self._bar.clear()
                self._output.error(error)
                self.unreadable = True

    def tell_ended(self, tally: Tally) -> None:
        if not self._verbose and self._problems > _SHOWN:
            more = plural(self._problems - _SHOWN, "more line")
            self._output.aside(f"and {more}; --verbose shows all")
        counts = (
            (tally.accepted, "accepted"),
            (tally.trimmed, "trimmed"),
            (tally.quoted, "quoted"),
            (tally.unchanged, "known already"),
            (tally.failed, "failed"),
            (tally.missing, "missing"),
            (tally.unknown, "unknown"),
            (tally.stale, "stale: the text has changed since"),
            (tally.foreign, "asked by another prompt"),
            (tally.bad_lines, "line not understood" if tally.bad_lines == 1 else "lines not understood"),
        )
        parts = [f"{count:,} {what}" for count, what in counts if count] or ["no results"]
        cost = "" if tally.cost is None else f", {cost_told(tally.cost)}"
        tokens = f"; {tally.tokens_in:,} tokens in, {tally.tokens_out:,} out{cost}" if tally.tokens_in else ""
        self._output.line(self._output.styled(f"{', '.join(parts)}{tokens}"))
        if tally.foreign:
            self._output.aside(
                "another prompt asked those questions: set prompt, takeaway_language and reader_profile back "
                "to those of the export, and import again"
            )
        if tally.unknown:
            self._output.aside(
                "unknown results are of another library, or of questions that are settled: read before, and "
                "answered from elsewhere since"
            )


def _tell_retries(retries: Retries, folder: Path, output: Output) -> None:
    from radar.pipeline.batches.advice import next_steps
    from radar.summaries.batch_lines import Dialect

    if retries.done:
        have = "has" if retries.done == 1 else "have"
        output.aside(
            f"{retries.done:,} without an answer {have} got a summary by this model and prompt "
            "from elsewhere meanwhile: not asked again"
        )
    for name in retries.settled:
        where = "or stands in what follows" if retries.files else "and it may be deleted"
        output.aside(f"{name} in {folder} is settled: what it asks is answered, {where}")
    if not retries.files:
        return
    names = [shard.name for _, shard in retries.files]
    output.line(output.styled(f"{retries.questions:,} to be asked again: {', '.join(names)} in {folder}"))
    output.line("next:")
    batch = retries.files[0][0]
    if retries.other_dialects:
        output.aside(
            f"written for {batch.dialect}; the same was asked by {', '.join(retries.other_dialects)} too: "
            "--out with the folder of those questions writes it for them"
        )
    for step in next_steps(Dialect(batch.dialect), batch.model, folder, names):
        output.line(output.styled(f"  {step}"))
