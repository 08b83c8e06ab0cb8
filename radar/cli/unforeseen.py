"""What nobody foresaw is told in a line; the whole account goes to a file that can be sent with a report."""

from __future__ import annotations

from collections.abc import Mapping

from radar.errors import Unforeseen
from radar.papers.text.safe_text import clean
from radar.pipeline.error_log import ERROR_LOG, hidden, write_account


def told(error: BaseException, environ: Mapping[str, str]) -> Unforeseen:
    """Write down where an exception came up, and return it as an error that says where that is written.

    Args:
        error: what nothing in radar caught.
        environ: the XDG variables in it say which folder the file lies in.
    """
    from radar.settings.folders import Folders

    kept = "What is in the library stays; radar doctor checks it"
    try:
        log = Folders.of(environ).state / ERROR_LOG
        write_account(log, error)
    except OSError:
        return _without_keys(Unforeseen.of(error, kept))
    return _without_keys(Unforeseen.of(error, kept, clean(str(log))))


def _without_keys(error: Unforeseen) -> Unforeseen:
    return Unforeseen(hidden(error.message), error.hint)
