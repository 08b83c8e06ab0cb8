"""Hostile text for parsers: seeded, so that a failure can be met again."""

from __future__ import annotations

import random
from collections.abc import Iterator

PIECES = (
    "@article{key, title={A {B} c}, author={Doe, Jane and X}, year=2020}",
    '@string{x = "y"}',
    "@comment{",
    '{"id": "2401.00001", "title": "T", "authors": [{"name": "A"}, 3, null], "listed": []}',
    '{"title": NaN, "id": -1e400}',
    '[{"title": "\\ud800", "abstract": "b"},',
    "### [A title](https://huggingface.co/papers/2401.00001)",
    "[",
    "][12]",
    "](https://huggingface.co/papers/2401.00001)",
    "Get trending papers in your email inbox once a day!",
    "SubscribeA Title of a Paper",
    "We show a thing. " * 30,
    "Mar 8, 2024",
    "9 authors",
    "Jane Doe, John Smith and Ada Lovelace",
    "Upvote",
    "GitHub 110k",
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>x</id><title>Error</title></entry></feed>",
    "\x1b]8;;https://evil.example\x07click\x1b[2J",
    "\u202eright to left\u2066\u200b\ufeff",
    "a" + "\u0301" * 50,
    "\udc80\udcff",
    "{" * 50,
    "[" * 2000,
    "}" * 50,
    '"',
    "\\",
    "\x00",
    "\r",
    "\n",
    "\n\n",
    "   ",
    "$x_{1}^{2}$ \\'{e} \\\\ \\",
    "[@click=app.quit] [/] [/x]",
    "10.1234/abc<script>",
    "9" * 5000,
    "\u2028",
    "\x85",
)


def hostile_texts(count: int, seed: int = 7) -> Iterator[str]:
    """Yield texts put together from pieces that trip parsers, cut and mixed at random."""
    chance = random.Random(seed)
    for _ in range(count):
        parts = []
        for _ in range(chance.randrange(1, 12)):
            piece = chance.choice(PIECES)
            if chance.random() < 0.3:
                piece = piece[: chance.randrange(len(piece) + 1)]
            if chance.random() < 0.1:
                piece += chr(chance.randrange(0x110000))
            parts.append(piece)
        yield chance.choice(("", "\n", " ", "\r\n")).join(parts)
