"""Questions written to files, and their results read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar.errors import SummariserError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.settings import Settings
from radar.settings.endpoints import TOP
from radar.wiring.endpoints import summariser_settings

if TYPE_CHECKING:
    from radar.pipeline.batches.exporting import Exporter
    from radar.pipeline.batches.importing import ResultImporter
    from radar.summaries.summariser import SummariserSettings


def build_exporter(
    settings: Settings,
    library: Library,
    reader: LibraryReader,
    *,
    dialect: str,
    format: str,
    name: str = "",
    most_lines: int,
    most_bytes: int,
    again: bool,
) -> Exporter:
    """Return the flow that writes questions to files; the key of the endpoint is no part of it.

    Raises:
        SummariserError: that summariser asks no model by a prompt of radar's, or no model is set.
        PromptError: the reader's own prompt cannot be used.
    """
    from radar.library.jobs.batches import BatchBook
    from radar.pipeline.batches.asking import Terms, dialogue_of
    from radar.pipeline.batches.exporting import Exporter
    from radar.summaries.batch_lines import Dialect
    from radar.summaries.endpoints.ladder import Format

    chosen = name or settings.chosen_summariser
    if chosen == "offline" and not name:
        chosen = TOP
    if chosen != TOP and settings.endpoint_called(chosen) is None:
        raise SummariserError(f"{chosen} asks no model that a batch could go to", "Name another --summariser")
    made = _without_secrets(summariser_settings(settings, chosen))
    if not made.model:
        raise SummariserError("no model is set", "Set model, or RADAR_MODEL: the name that the batch is for")
    dialogue_of(made)
    terms = Terms(made, Dialect(dialect), Format(format))
    return Exporter(reader, BatchBook(library), terms, most_lines, most_bytes, again)


def build_result_importer(settings: Settings, library: Library, reader: LibraryReader) -> ResultImporter:
    """Return the flow that reads the results of batches, and writes what they took into the ledger."""
    from radar.library.jobs.batches import BatchBook
    from radar.library.jobs.ledger import Ledger
    from radar.pipeline.batches.importing import ResultImporter
    from radar.pipeline.batches.spending import noting

    def settings_of(summariser: str) -> SummariserSettings:
        return _without_secrets(summariser_settings(settings, summariser))

    return ResultImporter(library, reader, BatchBook(library), settings_of, noting(Ledger(library)))


def _without_secrets(settings: SummariserSettings) -> SummariserSettings:
    """Leave out the key and where it is from and for: nobody is asked, and other processes get the rest."""
    return replace(settings, key="", key_env="", key_source=None, base_url="", cache_folder=None)
