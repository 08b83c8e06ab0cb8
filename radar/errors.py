"""Every error that radar raises on purpose.

RadarError
+-- SettingsError        the settings file, an environment variable or an option is wrong
|   +-- NoListing        a link to a site that radar knows leads to nothing that lists papers as a source
+-- ListingError         a file or page is not a listing that radar can read
|   +-- Gone             the site says that there is no such listing any more
+-- LibraryError         the library cannot be opened, read or written
|   +-- BrokenLibrary    its file is damaged or no database
|   +-- OutdatedLibrary  it is of an older radar, and only read once it is brought up to date
|   |   +-- UnfinishedLibrary  whoever began to make it was stopped before it could hold anything
|   +-- ReadOnlyLibrary  it can be read, and was to be written
|   +-- StrangeLibrary   it holds what no radar stores
|   +-- LibraryBusy      another program writes to it; the same works later
|   +-- PaperGone        a paper that was removed meanwhile
|   +-- WrongName        a watch cannot have that name
+-- NetworkError         a site or endpoint could not be reached or did not answer properly
|   +-- Offline          no connection could be made at all
|   +-- Unavailable      it failed again and again, and further requests would meet the same
|   +-- RateLimited      the other side asks to wait
|   +-- Untrusted        the other side's certificate is not accepted
|   +-- MailError        the mail server did not take a mail
+-- EndpointError        a model endpoint answered, but not with a completion
|   +-- KeyRefused       the key is missing, wrong or without credit
|   +-- ModelMissing     the endpoint does not have the model
|   +-- TextTooLong      the request does not fit the model's context
|   +-- NoCompletion     the answer is nothing like a completion
+-- AnswerError          a completion cannot be read as an answer
+-- PromptError          a prompt file is missing or lacks a part
+-- SummariserError      no summariser has that name, or it cannot be loaded
+-- ExportError          the export cannot be written
+-- BudgetReached        the next request would cross a budget that the reader has set
+-- Unforeseen           what stands for an exception that is none of these; it is told, never raised
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class RadarError(Exception):
    """Something a reader can act on.

    Args:
        message: what happened and to what, one sentence without a full stop at the end.
        hint: what to do about it, or an empty string.
    """

    title = "radar"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}. {self.hint}" if self.hint else self.message

    @property
    def each(self) -> tuple[RadarError, ...]:
        """This error, and what else is wrong, so that the reader can mend all of it at once."""
        return (self,)


class SettingsError(RadarError):
    """The settings file, an environment variable or an option is wrong."""

    title = "settings"

    def __init__(self, message: str, hint: str = "", others: tuple[SettingsError, ...] = ()) -> None:
        """Keep what is wrong.

        Args:
            others: what else is wrong in the same settings, so that the reader can mend all of it at once.
        """
        super().__init__(message, hint)
        self.others = others

    @property
    def each(self) -> tuple[SettingsError, ...]:
        """This mistake and the others."""
        return (self, *self.others)

    @classmethod
    def together(cls, mistakes: Sequence[SettingsError]) -> SettingsError:
        """Return one error that tells of several mistakes, at least one, each once."""
        told = {str(one): one for mistake in mistakes for one in mistake.each}
        first, *rest = told.values()
        return first if not rest else SettingsError(first.message, first.hint, tuple(rest))


class NoListing(SettingsError):
    """A link leads to a page of a site that radar knows, which is no listing and no feed either."""


class ListingError(RadarError):
    """A file or page is not a listing that radar can read."""

    title = "listing"


class Gone(ListingError):
    """The site says that the listing is gone for good, so that asking again is in vain."""


class LibraryError(RadarError):
    """The library cannot be opened, read or written."""

    title = "library"


class BrokenLibrary(LibraryError):
    """The file of the library is damaged or no database; what can be read of it can be saved."""

    RESCUE = "radar doctor --rescue saves what can be read of it into a new one, and keeps the damaged file"


class OutdatedLibrary(LibraryError):
    """The library is of an older radar; opened for writing, it is brought up to date."""


class UnfinishedLibrary(OutdatedLibrary):
    """The library was never made to its end and holds nothing; opened for writing, the rest of it is made."""


class ReadOnlyLibrary(LibraryError):
    """The library can be read, but its file or its folder cannot be written."""


class StrangeLibrary(LibraryError):
    """The library holds what no radar stores; all else in it can be read."""

    def __init__(self, what: str) -> None:
        super().__init__(f"The library holds {what}, which no radar stores", BrokenLibrary.RESCUE)


class LibraryBusy(LibraryError):
    """Another program is writing to the library; nothing was changed, and the same works later."""


class PaperGone(LibraryError):
    """The paper was removed meanwhile, so that nothing can be written on it."""


class WrongName(LibraryError):
    """A watch cannot have that name; nothing is wrong with the library."""


class NetworkError(RadarError):
    """A site or endpoint could not be reached or did not answer properly."""

    title = "network"


class WebPage(NetworkError):
    """A web page came in the place of data."""


class Offline(NetworkError):
    """No connection could be made at all."""

    title = "offline"


class Unavailable(NetworkError):
    """It failed again and again, though it was left alone meanwhile; further requests would meet the same."""


class RateLimited(NetworkError):
    """The other side asks to wait.

    Args:
        retry_after: seconds to wait, where the other side says so.
    """

    title = "rate limit"

    def __init__(self, message: str, hint: str = "", retry_after: float | None = None) -> None:
        super().__init__(message, hint)
        self.retry_after = retry_after


class Untrusted(NetworkError):
    """The other side's certificate is not accepted, so nothing was sent; later tries would meet the same."""


class MailError(NetworkError):
    """The mail server did not take a mail.

    Args:
        unsure: whether it may have been sent all the same.
    """

    title = "mail"

    def __init__(self, message: str, hint: str = "", unsure: bool = False) -> None:
        super().__init__(message, hint)
        self.unsure = unsure


class EndpointError(RadarError):
    """A model endpoint answered, but not with a completion.

    Args:
        final: whether every further request would end the same way.
    """

    title = "endpoint"

    def __init__(self, message: str, hint: str = "", final: bool = False) -> None:
        super().__init__(message, hint)
        self.final = final


class WrongAddress(EndpointError):
    """Something answers at the address, but no chat completions; always final."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint, final=True)


class KeyRefused(EndpointError):
    """The key is missing, wrong or without credit; always final."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint, final=True)


class ModelMissing(EndpointError):
    """The endpoint does not have the model; always final."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint, final=True)


class TextTooLong(EndpointError):
    """The request does not fit the model's context."""


class NoCompletion(EndpointError):
    """The answer is nothing like a completion; where none came before, every further one would be so too."""


class AnswerError(RadarError):
    """A completion cannot be read as an answer."""

    title = "answer"


class PromptError(RadarError):
    """A prompt file is missing or lacks a part."""

    title = "prompt"


class SummariserError(RadarError):
    """No summariser has that name, or it cannot be loaded."""

    title = "summariser"


class ExportError(RadarError):
    """The export cannot be written."""

    title = "export"


class BudgetReached(RadarError):
    """The next request would cross a budget that the reader has set, so it was not sent."""

    title = "budget"


class Unforeseen(RadarError):
    """Stands for an exception that nobody foresaw: its kind, where in radar it came up, and its words."""

    @classmethod
    def of(cls, error: BaseException, hint: str = "", log: str = "") -> Unforeseen:
        """Return what stands for an exception that was caught; `log` is where more of it is written."""
        from pathlib import Path
        from traceback import extract_tb

        home = str(Path(__file__).parent)
        frames = extract_tb(error.__traceback__)
        last = [frame for frame in frames if frame.filename.startswith(home)][-1:] or frames[-1:]
        place = "".join(f" in {Path(frame.filename).name}, line {frame.lineno}" for frame in last)
        said = " ".join(str(error).split())
        what = f"{type(error).__name__}{place}{': ' * bool(said)}{said}"
        if log:
            hint = f"{hint}. {log} tells more, for a report" if hint else f"{log} tells more, for a report"
        return cls(f"An error that radar does not know ({what})", hint)
