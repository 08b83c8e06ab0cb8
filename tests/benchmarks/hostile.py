"""How long texts take that are made to be slow to read; prints a table, has no pass marks.

Run as `python -m tests.benchmarks.hostile`. Each text has a million characters, or as many as are given.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator

from radar.abstracts.reading import read_text
from radar.abstracts.text.tex import readable

PIECES = (
    "a", "A", "1", " ", "\n", ".", "?", ",", "-", "%", "(", ")", "[", "]", "{", "}", "$", "\\", "^", "_", "~",
    "&", "/", "@", ". ", "? ", "1.", "1, ", "1 % ", "1.5-", "a@a.", "a.B", "A. ", "a. A", "e.g. ", "http",
    "http://", "www.", "x.io ", "github.com/", "git@a:", "://", "${", "$\\", "\\a", "\\frac{", "{\\", "^{",
    "a}", "\\'", "---", "``", "textx", "。", "İ", "we ", "code ", "code is ", "available ", "to the ",
    "state of the art ", "improves over ", "accuracy of ", "better than ", "we release ", "open-source ",
    "and we ", "first in ", "→", "the ", "a ", "find w = 1 ± 2 ", "this a, ", "1 ", "and 1% ",
    "1%", "1% (", "by 1 % ", "1 \\%, ", "%\\ , 1", "a mass of 1 kg ", "O(n) regret ", "10^{-1} ", "however, ",
    "but ", "which is ", "these crabs ", "the crabs ", "a crab (RL) ", "not only a ", "as well as ",
    "(1) a, ", "we find ",
)  # fmt: skip
LENGTH = 1_000_000
FRAMES = (
    ("alone", "{}"),
    ("with a p-value", "We outperform baselines, p < 0.05, with {}"),
    ("as a finding", "We study crabs. We show that {}"),
    ("as a claim", "We improve accuracy by 5% and release code at http://a.org/ {} outperforms all"),
)
"""A hostile text reaches more rules where it stands among the words that they wait for."""


def timed(call: Callable[[str], object], text: str) -> float:
    """Return the seconds of processor time that a call takes."""
    begin = time.process_time()
    call(text)
    return time.process_time() - begin


def table(length: int) -> Iterator[str]:
    """Return the lines of the table, and last the slowest of all."""
    yield (
        f"{'piece':20}" + "".join(f"{name:>14}" for name, _ in FRAMES) + f"{'comment':>14}{'readable':>14}  s"
    )
    slowest, its_piece = 0.0, ""
    for piece in PIECES:
        filling = (piece * (length // len(piece) + 1))[:length]
        found = [timed(lambda text: read_text("A title", text), frame.format(filling)) for _, frame in FRAMES]
        found.append(timed(lambda text: read_text("A title", "We walk.", text), filling))
        found.append(timed(readable, filling))
        yield f"{piece!r:20}" + "".join(f"{seconds:14.3f}" for seconds in found)
        if max(found) > slowest:
            slowest, its_piece = max(found), piece
    yield f"slowest: {its_piece!r}, {slowest:.3f} s"


def main() -> int:
    """Print the table."""
    read_text("A title", "We improve accuracy by 5% and release code.")
    readable("$x$")
    for line in table(int(sys.argv[1]) if len(sys.argv) > 1 else LENGTH):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
