"""The settings file changed by radar: what is added, what is taken out, and that the rest stays."""

from __future__ import annotations

import stat
import threading
import tomllib
from pathlib import Path

import pytest

from radar.errors import SettingsError
from radar.settings.endpoint_tables import add_endpoint, endpoint_table, remove_endpoint
from radar.settings.template import settings_template
from radar.settings.writing import change_settings

MINE = """\
# my settings
model = "m"   # the model, as always

[endpoints.a]
# this one is slow
preset = "ollama"
model = "x"

# about my keys
[keys]
"paper.star" = "s"

[endpoints.b]
preset = "groq"
"""
TABLE = {"preset": "vllm", "model": 'odd "name" \\ 7b'}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "radar" / "config.toml"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_a_file_that_is_not_there_is_made_with_its_folder(file: Path) -> None:
    add_endpoint(file, "new", TABLE)
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {"endpoints": {"new": TABLE}}
    assert [path.name for path in file.parent.iterdir()] == ["config.toml"]


@pytest.mark.parametrize(
    "text",
    [MINE, 'model = "m"', "", "# only a comment\n", '[keys]\n"paper.star" = "s"\n', settings_template()],
    ids=["mine", "no line end", "empty", "comment", "table first", "template"],
)
def test_a_table_is_added_and_every_line_that_was_there_stays(file: Path, text: str) -> None:
    _write(file, text)
    add_endpoint(file, "new", TABLE, default=True)
    written = file.read_text(encoding="utf-8")
    before = tomllib.loads(text)
    endpoints = before.get("endpoints", {}) | {"new": TABLE}
    assert tomllib.loads(written) == before | {"endpoints": endpoints, "summariser": "new"}
    lines = written.splitlines()
    assert all(line in lines for line in text.splitlines())
    assert written.endswith(endpoint_table("new", TABLE))


def test_a_table_that_is_taken_out_leaves_the_file_as_it_was_before_it_came(file: Path) -> None:
    _write(file, MINE)
    add_endpoint(file, "new", TABLE, default=True)
    removed = remove_endpoint(file, "new")
    assert removed.text == endpoint_table("new", TABLE)
    assert removed.was_default
    assert file.read_text(encoding="utf-8") == MINE


def test_the_comment_above_the_next_table_stays_with_that_table(file: Path) -> None:
    _write(file, MINE)
    removed = remove_endpoint(file, "a")
    assert removed.text == '[endpoints.a]\n# this one is slow\npreset = "ollama"\nmodel = "x"\n'
    assert not removed.was_default
    rest = MINE.replace(removed.text + "\n", "")
    assert file.read_text(encoding="utf-8") == rest
    assert "# about my keys\n[keys]" in rest


def test_the_summariser_that_stands_there_is_replaced_where_it_stands(file: Path) -> None:
    _write(file, 'summariser = "old"\nmodel = "m"\n\n[endpoints.old]\npreset = "groq"\n')
    add_endpoint(file, "new", TABLE, default=True)
    text = file.read_text(encoding="utf-8")
    assert text.startswith('summariser = "new"\nmodel = "m"\n')


def test_a_setting_called_summariser_in_a_text_or_a_table_is_none(file: Path) -> None:
    text = 'contact = """\nsummariser = "a"\n"""\n'
    _write(file, text)
    with pytest.raises(SettingsError, match="by hand"):
        add_endpoint(file, "new", TABLE, default=True)
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "text",
    [
        'endpoints = {a = {preset = "groq"}}\n',
        'endpoints.a.preset = "groq"\n',
        '[endpoints]\na.preset = "x"\n',
    ],
)
def test_what_is_written_in_a_way_that_cannot_be_edited_is_left_alone_with_advice(
    file: Path, text: str
) -> None:
    _write(file, text)
    with pytest.raises(SettingsError, match=r"Delete the table \[endpoints.a\]"):
        remove_endpoint(file, "a")
    assert file.read_text(encoding="utf-8") == text


def test_a_name_that_is_taken_or_not_there_is_refused(file: Path) -> None:
    _write(file, MINE)
    with pytest.raises(SettingsError, match="has an endpoint called a already"):
        add_endpoint(file, "a", TABLE)
    with pytest.raises(SettingsError, match="has no endpoint called c"):
        remove_endpoint(file, "c")
    assert file.read_text(encoding="utf-8") == MINE


def test_rights_links_line_ends_and_a_mark_at_the_beginning_stay(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "kept-elsewhere.toml"
    real.write_bytes(b'\xef\xbb\xbfmodel = "m"\r\n')
    real.chmod(0o600)
    file.parent.mkdir()
    file.symlink_to(real)
    add_endpoint(file, "new", {"preset": "vllm"}, default=True)
    assert file.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert real.read_bytes() == (
        b'\xef\xbb\xbfmodel = "m"\r\nsummariser = "new"\r\n\r\n[endpoints.new]\r\npreset = "vllm"\r\n'
    )


def test_a_folder_where_the_file_should_be_is_an_error_in_words(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(SettingsError, match="Write this into it by hand"):
        add_endpoint(file, "new", TABLE)


def test_a_place_that_cannot_be_written_is_an_error_with_the_table_to_write(tmp_path: Path) -> None:
    (tmp_path / "radar").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        add_endpoint(tmp_path / "radar" / "config.toml", "new", TABLE)
    words, table = raised.value.hint.split("\n", 1)
    assert words == "Write this into it by hand:"
    assert tomllib.loads(table) == {"endpoints": {"new": TABLE}}


def test_what_another_radar_writes_meanwhile_stays(file: Path) -> None:
    _write(file, MINE)
    other = threading.Thread(target=add_endpoint, args=(file, "other", TABLE))

    def change(text: str) -> str:
        other.start()
        # It waits for this change to be over; where it did not, it would be written and lost by now.
        other.join(0.3)
        return f"ascii = true\n{text}"

    change_settings(file, change, lambda before: before | {"ascii": True}, "by hand")
    other.join()
    after = tomllib.loads(file.read_text(encoding="utf-8"))
    assert after == tomllib.loads(MINE) | {
        "ascii": True,
        "endpoints": tomllib.loads(MINE)["endpoints"] | {"other": TABLE},
    }
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def _hint(file: Path, text: str, *, default: bool) -> tuple[str, str]:
    """Return the words of the hint for a new endpoint and what to write, where radar cannot write it."""
    _write(file, text)
    with pytest.raises(SettingsError) as raised:
        add_endpoint(file, "new", TABLE, default=default)
    assert file.read_text(encoding="utf-8") == text
    words, shown = raised.value.hint.split("\n", 1)
    return words, shown


def test_what_to_put_into_a_table_on_one_line_by_hand_fits_into_it(file: Path) -> None:
    text = 'endpoints = {a = {preset = "groq"}}\n'
    words, shown = _hint(file, text, default=False)
    assert words == "Put this into its table endpoints by hand, with commas between:"
    wanted = {"a": {"preset": "groq"}, "new": TABLE}
    assert tomllib.loads(text.replace("}}", f"}}, {shown}}}")) == {"endpoints": wanted}


@pytest.mark.parametrize(
    ("above", "line", "how"),
    [
        ("", 'summariser = "new"', "Write {} above its first table"),
        ('summariser = "offline"\n', 'summariser = "new"', 'Set {} (instead of "offline")'),
    ],
)
@pytest.mark.parametrize("inline", [True, False])
def test_what_to_write_by_hand_for_a_default_makes_it_one(
    file: Path, above: str, line: str, how: str, inline: bool
) -> None:
    # A line of a text that looks like the setting is what radar does not change by itself.
    rest = "endpoints = {}\n" if inline else 'contact = """\nsummariser = 1\n"""\n'
    text = rest + above
    words, shown = _hint(file, text, default=True)
    where = "put this into its table endpoints, with commas between" if inline else "write this at its end"
    assert words == f"{how.format(line)} by hand, and {where}:"
    done = text.replace(above, "") + f"{line}\n"
    done = done.replace("{}", f"{{{shown}}}") if inline else f"{done}\n{shown}\n"
    wanted = tomllib.loads(rest) | {"endpoints": {"new": TABLE}, "summariser": "new"}
    assert tomllib.loads(done) == wanted
