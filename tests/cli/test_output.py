"""What reaches a terminal, and what reaches a pipe."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping

import pytest

from radar.cli.output import Output, Style, printable
from radar.errors import KeyRefused, ListingError, RadarError

_TERMINAL = {"TERM": "xterm-256color"}


class _Stream(io.StringIO):
    """A text stream that may be a terminal."""

    def __init__(self, terminal: bool, encoding: str = "utf-8") -> None:
        super().__init__()
        self._terminal = terminal
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding

    def isatty(self) -> bool:
        return self._terminal


def _output(
    *,
    terminal: bool = False,
    environ: Mapping[str, str] = _TERMINAL,
    colour: bool = True,
    encoding: str = "utf-8",
) -> tuple[Output, _Stream, _Stream]:
    out, errors = _Stream(terminal, encoding), _Stream(terminal)
    return Output(out, errors, environ, colour=colour), out, errors


def test_words_stand_out_on_a_terminal_and_are_plain_in_a_pipe() -> None:
    shown, out, _ = _output(terminal=True)
    shown.line(shown.styled("now", Style.BOLD, Style.RED))
    assert out.getvalue() == "\x1b[1;31mnow\x1b[0m\n"
    piped, out, _ = _output()
    piped.line(piped.styled("now", Style.BOLD))
    assert out.getvalue() == "now\n"


@pytest.mark.parametrize(
    ("environ", "colour"),
    [({**_TERMINAL, "NO_COLOR": "1"}, True), ({"TERM": "dumb"}, True), ({}, True), (_TERMINAL, False)],
)
def test_colours_can_be_switched_off(environ: Mapping[str, str], colour: bool) -> None:
    output, out, _ = _output(terminal=True, environ=environ, colour=colour)
    output.line(output.styled("plain", Style.BOLD, Style.GREEN))
    assert out.getvalue() == "plain\n"


def test_an_empty_no_color_means_nothing() -> None:
    output, _, _ = _output(terminal=True, environ={**_TERMINAL, "NO_COLOR": ""})
    assert output.coloured


@pytest.mark.parametrize(
    "text",
    [
        "a\x1b[31mb",
        "a\x1b]0;title with spaces\x07b",
        "a\x9b2Jb",
        "a\u202eb",
        "a\u200bb",
        "a\tb\nc\rd",
        "\x00",
    ],
)
def test_o1_o3_nothing_a_terminal_would_act_on_is_printed(text: str) -> None:
    output, out, errors = _output(terminal=True, environ={})
    output.line(output.styled(text))
    output.aside(text)
    output.error(RadarError(text, text))
    output.json({"text": text})
    printed = out.getvalue() + errors.getvalue()
    assert not set(printed.replace("\n", "")) & set("\x00\x07\x1b\x9b\t\r\u202e\u200b")


def test_spaces_stay_as_they_are() -> None:
    assert printable("  a   b ") == "  a   b "


def test_an_error_says_its_title_and_below_it_what_to_do() -> None:
    output, out, errors = _output()
    output.error(KeyRefused("the key is wrong", "Set another"))
    assert errors.getvalue() == "radar: endpoint: the key is wrong\n  Set another\n"
    assert out.getvalue() == ""


def test_a_plain_error_has_no_title_twice() -> None:
    output, _, errors = _output()
    output.error(RadarError("no such job"))
    assert errors.getvalue() == "radar: no such job\n"


def test_json_is_ascii_where_the_other_side_takes_no_more() -> None:
    output, out, _ = _output(encoding="ascii")
    output.json({"title": "é 数 𝔸"})
    assert out.getvalue().isascii()
    assert json.loads(out.getvalue()) == {"title": "é 数 𝔸"}


def test_letters_beyond_ascii_stay_in_json_where_they_can() -> None:
    output, out, _ = _output()
    output.json({"title": "é 数"})
    assert out.getvalue() == '{"title": "é 数"}\n'


def test_what_is_said_aside_breaks_between_words_on_a_terminal_and_not_in_a_log() -> None:
    words = "  " + " ".join(f"word{number}" for number in range(40)) + " http://127.0.0.1:9101/a-long-one"
    shown, _, errors = _output(terminal=True)
    shown.aside(words)
    lines = errors.getvalue().splitlines()
    assert len(lines) > 1
    assert all(line.startswith("  ") and len(line) <= shown.width for line in lines)
    assert " ".join(errors.getvalue().split()) == words.strip()
    logged, _, errors = _output()
    logged.aside(words)
    assert errors.getvalue() == words + "\n"


def test_what_an_error_names_already_is_not_named_before_it(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output.of_process(colour=False)
    output.error(ListingError("doi:10.1/x: Crossref knows no such DOI"), about="10.1/x")
    output.error(ListingError("it is no feed"), about="feed:https://a.example")
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "radar: listing: doi:10.1/x: Crossref knows no such DOI"
    assert told[1] == "radar: listing: feed:https://a.example: it is no feed"


def test_what_is_to_be_copied_out_of_a_hint_keeps_its_lines_on_a_terminal() -> None:
    shown, _, errors = _output(terminal=True)
    label = "kites " * 40
    shown.error(ListingError("it is no feed", f'Write this by hand:\n[[source]]\nlabel = "{label}"'))
    assert errors.getvalue().splitlines()[1:] == ["  Write this by hand:", "[[source]]", f'label = "{label}"']
