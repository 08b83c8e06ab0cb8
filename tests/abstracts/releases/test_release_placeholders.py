"""Links that are still to come, what could be public, and what goes with a paper; all is invented."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


@pytest.mark.parametrize(
    ("text", "code", "data"),
    [
        pytest.param(
            "The code is available at: [link to be added later].", "promised", "none", id="to be added"
        ),
        pytest.param(
            "Our code is publicly available (link to be inserted).", "promised", "none", id="inserted"
        ),
        pytest.param(
            "The code is available (see the link after the paper is accepted).",
            "promised",
            "none",
            id="after the paper is accepted",
        ),
        pytest.param(
            "(Github repo link will be provided after review)", "promised", "none", id="a repo link"
        ),
        pytest.param(
            "The code and data would be available to the public.", "promised", "promised", id="would"
        ),
        pytest.param("Code is available at [anonymized link].", "released", "none", id="anonymized"),
        pytest.param("The encrypted database can be public.", "none", "none", id="can be public"),
        pytest.param(
            "The code can be available at https://github.com/crab/walk.", "released", "none", id="with a link"
        ),
        pytest.param(
            "The article is accompanied by measurements used to walk as well as two custom Python scripts.",
            "released",
            "released",
            id="an article with scripts",
        ),
        pytest.param("This dataset comes accompanied with an R package.", "released", "none", id="a package"),
        pytest.param("Each crab is accompanied by code that walks.", "none", "none", id="what others bring"),
        pytest.param(
            "The catalogs are released together with a Python-based query tool and more data products.",
            "released",
            "released",
            id="with a tool",
        ),
        pytest.param(
            "The corpus is released along with an annotation tool.",
            "released",
            "released",
            id="a tool for it",
        ),
    ],
)
def test_a_placeholder_is_read(text: str, code: str, data: str) -> None:
    flags = read_text("Crabs: walking", text).flags
    assert (flags.code.value.value, flags.data.value.value) == (code, data)
