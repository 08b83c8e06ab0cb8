"""`radar batch export`: papers as files of questions that others answer."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from radar.cli.agreeing import asked
from radar.cli.commands.list_papers import nothing_found
from radar.cli.exit_codes import ExitCode
from radar.cli.named_papers import tell_lacking
from radar.cli.opening import migration_shown, refuse_missing, settings_of
from radar.cli.output import Output, printable
from radar.cli.parser import at_least_one, named_place, one_of
from radar.cli.progress import progress_bar
from radar.cli.query_options import add_query_options, query_of
from radar.papers.text.places import at_home
from radar.papers.text.plurals import plural
from radar.pipeline.estimating import price_range

if TYPE_CHECKING:
    from radar.pipeline.batches.exporting import ExportEnded, Exporter
    from radar.pipeline.radar import Radar

_DIALECTS = ("openai", "azure", "together", "fireworks", "mistral", "groq", "vllm", "rows")
_FORMATS = ("json_schema", "json_object", "text")
_SIZE = re.compile(r"(\d{1,9}(?:\.\d{1,3})?)([kKmM]?)[bB]?")
_LEAST_BYTES, _MOST_BYTES = 20_000, 2_000_000_000

DETAILS = """\
Says how many papers, tokens and bytes it takes before it writes, and how to hand the files on afterwards.
Nothing is sent. Papers that the model has summarised already are passed over; skipped.jsonl says which
papers are not asked about, and why. The files hold the texts of papers and the prompt: no key, no path of
yours, no tag, note or mark.

An export that was interrupted goes on by the same command. Plain rows (--dialect rows) are for Ray Data:

  import ray
  from ray.data.llm import build_processor, vLLMEngineProcessorConfig
  config = vLLMEngineProcessorConfig(
      model_source="Qwen/Qwen2.5-7B-Instruct", should_continue_on_error=True)
  processor = build_processor(
      config,
      preprocess=lambda row: dict(
          messages=row["messages"], sampling_params=row["sampling_params"]),
      postprocess=lambda row: dict(
          custom_id=row["custom_id"], text=row.get("generated_text"),
          error=row.get("__inference_error__")))
  rows = ray.data.read_json("radar-batch-rows/requests-*.jsonl")
  processor(rows).write_json("results")
"""
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    from radar.pipeline.batches.exporting import MOST_BYTES, MOST_LINES

    add_query_options(parser)
    group = parser.add_argument_group("the files")
    group.add_argument(
        "--dialect",
        required=True,
        type=one_of(*_DIALECTS),
        metavar="NAME",
        help=f"one of {', '.join(_DIALECTS)}",
    )
    group.add_argument(
        "--out", type=named_place, metavar="FOLDER", help="where to; radar-batch-DIALECT without it"
    )
    group.add_argument(
        "--format",
        type=one_of(*_FORMATS),
        default=_FORMATS[0],
        metavar="|".join(_FORMATS),
        help="how the answer is asked to be JSON; less for a model that takes no schema (json_schema)",
    )
    group.add_argument(
        "--max-lines",
        type=at_least_one,
        default=MOST_LINES,
        metavar="N",
        help=f"questions a file ({MOST_LINES:,})",
    )
    group.add_argument(
        "--max-bytes", type=bytes_of, default=MOST_BYTES, metavar="SIZE", help="size of a file (95M)"
    )
    parser.add_argument(
        "--summariser", default="", metavar="NAME", help="who is to summarise; the one of the settings"
    )
    parser.add_argument("--again", action="store_true", help="papers too that have such a summary already")
    parser.add_argument("--yes", action="store_true", help="do not ask before the files are written")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Say what will be written, ask, write, and say what to do next."""
    from radar.wiring.batches import build_exporter
    from radar.wiring.radars import build_radar

    settings = settings_of(arguments)
    refuse_missing(settings)
    with migration_shown(output) as report:
        radar = build_radar(settings, report)
    try:
        query = query_of(arguments, radar.reader)
        # Left as it comes: a list of a million keys takes four times as much.
        keys = radar.reader.keys(query)
        keys = keys[: arguments.limit] if arguments.limit else keys
        code = tell_lacking(radar.reader, query, output)
        if not keys:
            output.aside(f"nothing to export: {nothing_found(radar.reader, query)}")
            return ExitCode.INCOMPLETE
        exporter = build_exporter(
            settings,
            radar.library,
            radar.reader,
            dialect=arguments.dialect,
            format=arguments.format,
            name=settings.summariser_meant(arguments.summariser),
            most_lines=arguments.max_lines,
            most_bytes=arguments.max_bytes,
            again=arguments.again,
        )
        folder = at_home(arguments.out or f"radar-batch-{arguments.dialect}")
        resumed = exporter.check(folder) is not None
        _say_before(radar, exporter, keys, folder, resumed, output)
        if not (arguments.yes or asked(output)):
            output.aside("nothing was written")
            return code
        return max(code, _write(exporter, keys, folder, output))
    finally:
        radar.close()


def bytes_of(text: str) -> int:
    """An argument type: a size such as 95M or 500k."""
    found = _SIZE.fullmatch(text.strip())
    size = round(float(found[1]) * {"": 1, "k": 1_000, "m": 1_000_000}[found[2].lower()]) if found else 0
    if not _LEAST_BYTES <= size <= _MOST_BYTES:
        raise argparse.ArgumentTypeError(f"{printable(text)!r} is not a size from 20k to 2000M, such as 95M")
    return size


def _say_before(
    radar: Radar, exporter: Exporter, keys: Sequence[int], folder: Path, resumed: bool, output: Output
) -> None:
    estimate = radar.estimate(keys, exporter.terms.settings.name, again=True)
    price = f", {price_range(estimate)} without a discount for batches" if estimate.cost else ""
    goes_on = " (goes on with an unfinished export)" if resumed else ""
    output.aside(
        f"at most {plural(len(keys), 'paper')} for {exporter.terms.settings.model}: "
        f"about {estimate.tokens_in:,} tokens in and {estimate.tokens_out:,} out{price}; "
        f"{_size(exporter.size(keys))} in {folder}{goes_on}"
    )


def _write(exporter: Exporter, keys: Sequence[int], folder: Path, output: Output) -> int:
    with progress_bar(output) as bar:
        done = 0
        try:
            writing = exporter.run(keys, folder)
            while True:
                event = next(writing)
                done = event.written
                bar.step(f"{event.written:,} written", event.papers, len(keys))
        except StopIteration as ended:
            bar.clear()
            if not ended.value.shards:
                return _say_nothing(ended.value, output)
            _say_after(exporter, ended.value, folder, output)
        except KeyboardInterrupt:
            writing.close()
            bar.clear()
            output.aside(
                f"interrupted after {done:,} questions: the files that are whole are kept, and the same "
                "command goes on from there"
            )
            return ExitCode.INTERRUPTED
    return ExitCode.OK


def _say_after(exporter: Exporter, ended: ExportEnded, folder: Path, output: Output) -> None:
    from radar.pipeline.batches.advice import next_steps

    lines = sum(shard.lines for shard in ended.shards)
    size = sum(shard.bytes for shard in ended.shards)
    files = plural(len(ended.shards), "file")
    before = f", {ended.kept:,} of them by an earlier run" if ended.kept else ""
    output.line(output.styled(f"{lines:,} questions in {files}, {_size(size)}{before}: {folder}"))
    _say_reasons(ended, output)
    output.line("next:")
    names = [shard.name for shard in ended.shards]
    for step in next_steps(exporter.terms.dialect, exporter.terms.settings.model, folder, names):
        output.line(output.styled(f"  {step}"))


def _say_nothing(ended: ExportEnded, output: Output) -> ExitCode:
    from radar.pipeline.batches.exporting import DONE_BEFORE

    again = "; --again asks about those that are summarised" if DONE_BEFORE in dict(ended.reasons) else ""
    output.aside(f"nothing to export: there is no paper left to ask about, nothing was written{again}")
    _say_reasons(ended, output)
    return ExitCode.INCOMPLETE


def _say_reasons(ended: ExportEnded, output: Output) -> None:
    for reason, count in ended.reasons:
        output.line(output.styled(f"  not asked: {reason} ({count:,})"))


def _size(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size >= 1e5 else f"{size / 1e3:,.0f} kB"
