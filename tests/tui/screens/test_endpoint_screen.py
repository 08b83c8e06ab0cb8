"""Setting up an endpoint by keys, with a server on loopback and a settings file of its own."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual import events
from textual.widgets import Input, Static

from radar.pipeline.radar import Radar
from radar.settings import Settings
from radar.tui.screens.endpoint_screen import EndpointScreen
from radar.tui.words.endpoint_setup import Stage
from radar.wiring.endpoint_desk import SettingsDesk
from tests.cli.endpoint_desk import (
    SECRET,
    answer,
    answer_with_key,
    asked,
    settings_file,
    settings_tables,
    write_settings,
)
from tests.net.loopback import Arrived, Loopback, Scripted, free_port, json_answer, loopback
from tests.tui.conftest import MakeRadar
from tests.tui.driving import Seat, seated

EVIL = "[bold]mild[/] \x1b]0;mine\x07\u202e"


@pytest.fixture
def server() -> Iterator[Loopback]:
    with loopback(rule=answer) as made:
        yield made


@pytest.fixture
def able(make_radar: MakeRadar) -> Radar:
    """A radar without any endpoint, which can be given one."""
    return make_radar(endpoint_desk=lambda: SettingsDesk(Settings.load(os.environ)))


def _screen(seat: Seat) -> EndpointScreen:
    shown = seat.app.screen
    assert isinstance(shown, EndpointScreen)
    return shown


def _told(seat: Seat) -> str:
    return " ".join(seat.text().split())


async def _sees(seat: Seat, words: str) -> None:
    await seat.until(lambda: words in _told(seat), words)


async def _to_key(seat: Seat, address: str) -> None:
    """Go from a paper to the step of the key."""
    await seat.press("m", "enter")
    await seat.type(address)
    await seat.press("enter", "enter")
    assert _screen(seat).setup.stage is Stage.KEY


async def _to_trial(seat: Seat, address: str, model: str = "tall-") -> None:
    """Go from a paper to the step of the trial, without a key."""
    await _to_key(seat, address)
    await seat.press("enter")
    await _sees(seat, "tall-old")
    await seat.type(model)
    await seat.press("enter")
    await _sees(seat, "Two invented papers go to")


async def _to_writing(seat: Seat, address: str) -> None:
    """Go from a paper to the last step, without a trial."""
    await _to_trial(seat, address)
    await seat.press("ctrl+s")
    assert _screen(seat).setup.stage is Stage.WRITE


@contextmanager
def _held(
    rule: Callable[[Arrived], Scripted] = answer, go: threading.Event | None = None
) -> Iterator[tuple[Loopback, threading.Event]]:
    """A server that lists its models, and answers nothing else before it is let go."""
    arrived_at_all, go = threading.Event(), go or threading.Event()

    def held(arrived: Arrived) -> Scripted:
        if arrived.method == "POST":
            arrived_at_all.set()
            go.wait(30)
        return rule(arrived)

    with loopback(rule=held) as made:
        try:
            yield made, arrived_at_all
        finally:
            go.set()


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (120, 36), (200, 50)])
async def test_the_whole_way_by_keys_ends_with_the_paper_that_was_asked_for(
    able: Radar, server: Loopback, size: tuple[int, int]
) -> None:
    async with seated(able, size) as seat:
        await seat.press("j", "m")
        assert "no endpoint is set" in _told(seat)
        assert able.reader.jobs() == ()
        row = seat.screen.paper_list.row
        assert row is not None
        await seat.press("m", "enter")
        await seat.type(server.url)
        for needed in ("its name", "its key", "its model"):
            await seat.press("enter")
            assert needed in _told(seat)
            assert "esc back" in _told(seat), "the way back is always told"
            assert all(len(line) <= size[0] for line in seat.lines())
        await _sees(seat, "tall-old")
        await seat.type("tall-")
        await seat.press("enter")
        await _sees(seat, "Two invented papers go to tall-old")
        assert asked(server) == [], "nothing is sent before that is asked for"
        await seat.press("enter")
        await seat.until(lambda: _screen(seat).setup.outcome is not None, "the outcome")
        assert "It works." in _told(seat), "in sight without scrolling"
        assert not settings_file().exists()
        await seat.press("enter")
        assert "writing it" in _told(seat)
        assert not settings_file().exists(), "it is shown before it is written"
        await seat.press("enter")
        await seat.until(lambda: seat.on_main_screen, "the papers")
        await seat.until(lambda: bool(able.reader.jobs()), "the paper that was asked for")
    table = {"base_url": f"{server.url}/v1", "model": "tall-old"}
    assert settings_tables() == {"endpoints": {"local": table}}
    assert able.summariser == "local"
    (job,) = able.reader.jobs()
    assert json.loads(job.arguments)["keys"] == [row.key]


async def test_what_was_typed_is_there_again_after_esc_and_after_leaving(
    able: Radar, server: Loopback
) -> None:
    async with seated(able, (80, 24)) as seat:
        await _to_trial(seat, server.url)
        for stage in (Stage.MODEL, Stage.KEY, Stage.NAME, Stage.KIND):
            await seat.press("escape")
            assert _screen(seat).setup.stage is stage
        assert server.url in _told(seat)
        await seat.press("escape")
        assert seat.on_main_screen
        assert "what was typed is kept" in seat.said()
        await seat.press("m", "enter")
        assert server.url in _told(seat)
        await seat.press("enter", "enter", "enter")
        await _sees(seat, "tall-old")
        assert _screen(seat).setup.text == "tall-"
    assert not settings_file().exists()
    assert able.reader.jobs() == ()


async def test_the_first_letter_takes_the_place_of_what_was_left_and_of_what_is_offered(
    able: Radar, server: Loopback
) -> None:
    async with seated(able, (80, 24)) as seat:
        await seat.press("m", "enter")
        await seat.type("groq")
        await seat.press("escape", "m", "enter")
        assert _screen(seat).setup.text == "groq"
        await seat.type(server.url)
        assert _screen(seat).setup.text == server.url
        await seat.press("enter")
        assert _screen(seat).setup.text == "local"
        await seat.type("pond")
        assert _screen(seat).setup.text == "pond"


async def test_what_was_left_can_be_gone_on_with(able: Radar) -> None:
    async with seated(able, (80, 24)) as seat:
        await seat.press("m", "enter")
        await seat.type("gro")
        await seat.press("escape", "m", "enter", "end", "q")
        assert _screen(seat).setup.text == "groq"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("http://[::1", "http://[::1"),
        ("ftp://host.example/v1", "another"),
    ],
)
async def test_an_address_that_cannot_be_is_refused_where_it_was_typed(
    able: Radar, typed: str, words: str
) -> None:
    async with seated(able, (80, 24)) as seat:
        await seat.press("m", "enter")
        await seat.type(typed)
        assert words in _told(seat)
        await seat.press("enter")
        assert _screen(seat).setup.stage in (Stage.KIND, Stage.ADDRESS)


async def test_a_name_that_cannot_be_is_refused_and_can_be_mended(able: Radar, server: Loopback) -> None:
    async with seated(able, (80, 24)) as seat:
        await seat.press("m", "enter")
        await seat.type(server.url)
        await seat.press("enter")
        await seat.type("Not Good")
        await seat.press("enter")
        assert "lower-case letters" in _told(seat)
        assert _screen(seat).setup.stage is Stage.NAME
        await seat.press("ctrl+u", "x", "enter")
        assert _screen(seat).setup.draft.name == "x"


async def test_a_key_that_is_pasted_is_refused_and_not_kept(able: Radar, server: Loopback) -> None:
    async with seated(able, (80, 24)) as seat:
        await _to_key(seat, server.url)
        seat.app.screen.post_message(events.Paste(SECRET))
        await _sees(seat, "not kept")
        assert SECRET not in _told(seat)
        assert SECRET not in repr(_screen(seat).setup.draft)
        assert _screen(seat).setup.text == ""
        await seat.type("MY_KEY")
        await seat.press("enter")
        assert _screen(seat).setup.stage is Stage.MODEL
        assert _screen(seat).setup.draft.table["key_env"] == "MY_KEY"


async def test_nothing_is_kept_of_a_key_that_comes_letter_by_letter(able: Radar, server: Loopback) -> None:
    async with seated(able, (80, 24)) as seat:
        await _to_key(seat, server.url)
        screen = _screen(seat)
        for letter in SECRET:
            screen.post_message(events.Key(letter, letter))
        await _sees(seat, "not kept")
        await seat.settled()
        assert screen.setup.text == ""
        assert screen.query_one(Input).value == ""

        await seat.until(lambda: not screen.key_comes, "the end of the key")
        await seat.type("MY_KEY")
        await seat.press("enter")
        assert screen.setup.draft.table["key_env"] == "MY_KEY"


@pytest.mark.parametrize("key", [SECRET, "gsk_abc", "a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6"])
@pytest.mark.parametrize("way", ["pasted", "pasted behind", "typed behind"])
async def test_a_key_beside_the_variable_that_is_offered_is_refused_too(
    able: Radar, key: str, way: str
) -> None:
    async with seated(able, (80, 24)) as seat:
        await seat.press("m", "enter")
        await seat.type("groq")
        await seat.press("enter", "enter")
        screen = _screen(seat)
        assert (screen.setup.stage, screen.setup.text) == (Stage.KEY, "GROQ_API_KEY")
        if way != "pasted":
            await seat.press("end")
        if way == "typed behind":
            for letter in key:
                screen.post_message(events.Key(letter, letter))
            screen.post_message(events.Key("enter", None))
        else:
            screen.post_message(events.Paste(key))
        await _sees(seat, "not kept")
        await seat.settled()
        assert screen.setup.stage is Stage.KEY
        assert screen.setup.text == screen.query_one(Input).value == "GROQ_API_KEY"
        assert key not in _told(seat)


async def test_what_is_no_name_of_a_variable_is_not_kept_where_that_is_said(able: Radar) -> None:
    async with seated(able, (80, 24)) as seat:
        await seat.press("m", "enter")
        await seat.type("groq")
        await seat.press("enter", "enter", "end")
        await seat.type("-of mine")
        await seat.press("enter")
        assert "it is not kept" in _told(seat)
        assert _screen(seat).query_one(Input).value == "GROQ_API_KEY"


async def test_what_was_said_of_a_step_is_not_replaced_by_how_many_models_match(able: Radar) -> None:
    models = json_answer({"data": [{"id": f"model-{number}"} for number in range(400)]})
    with loopback(rule=lambda arrived: models if arrived.method == "GET" else answer(arrived)) as server:
        async with seated(able, (80, 24)) as seat:
            await _to_key(seat, f"{server.url}/v1")
            await seat.press("enter")
            await _sees(seat, "more match")
            _screen(seat).post_message(events.Paste(SECRET))
            await _sees(seat, "may be a key")
            assert "more match" not in _told(seat)


async def test_a_model_may_have_the_name_of_anything(able: Radar) -> None:
    models = json_answer({"data": [{"id": "typed"}, {"id": "other"}]})
    with loopback(rule=lambda arrived: models if arrived.method == "GET" else answer(arrived)) as server:
        async with seated(able, (80, 24)) as seat:
            await _to_key(seat, f"{server.url}/v1")
            await seat.press("enter")
            await _sees(seat, "other")
            while _screen(seat).choice != "typed":
                await seat.press("down")
            await seat.press("enter")
            assert _screen(seat).setup.draft.model == "typed"


async def test_a_server_that_had_no_models_is_asked_again(able: Radar) -> None:
    listed: list[dict[str, str]] = []
    rule = lambda _: json_answer({"data": listed})  # noqa: E731
    with loopback(rule=rule) as server:
        async with seated(able, (80, 24)) as seat:
            await _to_key(seat, f"{server.url}/v1")
            await seat.press("enter")
            await _sees(seat, "it lists no models")
            listed.append({"id": "pulled"})
            await seat.press("escape", "enter")
            await _sees(seat, "pulled")


async def test_a_variable_that_says_who_is_asked_is_told_and_nothing_else_is_offered(
    make_radar: MakeRadar, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RADAR_SUMMARISER", "offline")
    radar = make_radar(endpoint_desk=lambda: SettingsDesk(Settings.load(os.environ)))
    async with seated(radar, (80, 24)) as seat:
        await _to_writing(seat, server.url)
        await seat.press("tab")
        assert "RADAR_SUMMARISER says who does" in _told(seat)
        assert "tab" not in _told(seat)
        assert not _screen(seat).setup.default


async def test_a_key_in_a_variable_is_used_and_only_the_name_is_written(
    able: Radar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MY_KEY", SECRET)
    with loopback(rule=answer_with_key) as server:
        async with seated(able, (80, 24)) as seat:
            await _to_key(seat, f"{server.url}/v1")
            await seat.type("MY_KEY")
            assert "MY_KEY is set" in _told(seat)
            await seat.press("enter")
            await _sees(seat, "tall-old")
            await seat.type("small")
            await seat.press("enter", "enter")
            await seat.until(lambda: _screen(seat).setup.outcome is not None, "the outcome")
            await seat.press("enter")
            assert SECRET not in _told(seat)
            await seat.press("enter")
            await seat.until(lambda: seat.on_main_screen, "the papers")
    table = {"base_url": f"{server.url}/v1", "key_env": "MY_KEY", "model": "small"}
    assert settings_tables() == {"endpoints": {"local": table}}


async def test_a_server_that_wants_a_key_leads_back_to_it(able: Radar) -> None:
    with loopback(rule=answer_with_key) as server:
        async with seated(able, (80, 24)) as seat:
            await _to_key(seat, f"{server.url}/v1")
            await seat.press("enter")
            await _sees(seat, "asks for a key; esc goes back to its key")


async def test_a_try_that_wants_a_key_names_the_step_of_the_key_once(able: Radar) -> None:
    with loopback(rule=answer_with_key) as server:
        async with seated(able, (80, 24)) as seat:
            await _to_key(seat, f"{server.url}/v1")
            await seat.press("enter")
            await _sees(seat, "esc goes back to its key")
            await seat.type("tall")
            await seat.press("enter")
            await _sees(seat, "Two invented papers go to")
            await seat.press("enter")
            await seat.until(lambda: _screen(seat).setup.outcome is not None, "the outcome")
            assert _told(seat).count("Go back with esc to “its key”, and say there where it is") == 1
            assert "failed: 127.0.0.1" in _told(seat)
            assert "key_env" not in _told(seat)


async def test_a_try_at_a_wrong_address_names_no_setting(able: Radar) -> None:
    def rule(arrived: Arrived) -> Scripted:
        return Scripted(404) if arrived.method == "POST" else answer(arrived)

    with loopback(rule=rule) as server:
        async with seated(able, (80, 24)) as seat:
            await _to_trial(seat, server.url)
            await seat.press("enter")
            await seat.until(lambda: _screen(seat).setup.outcome is not None, "the outcome")
            assert "Check its address: most end in /v1" in _told(seat)
            assert "base_url" not in _told(seat)


async def test_an_address_of_another_kind_is_refused_with_the_reason(able: Radar) -> None:
    async with seated(able, (80, 24)) as seat:
        await seat.press("m", "enter")
        await seat.type("another")
        await seat.press("enter")
        assert _screen(seat).setup.stage is Stage.ADDRESS
        await seat.type("ftp://foo")
        await seat.press("enter")
        assert _screen(seat).setup.stage is Stage.ADDRESS
        refused = (
            "that is no address of an endpoint. It should begin with http:// or https://, not with ftp://"
        )
        assert refused in _told(seat)
        assert "base_url" not in _told(seat)


async def test_what_a_name_may_be_is_told_whole_on_the_smallest_screen(able: Radar, server: Loopback) -> None:
    async with seated(able, (40, 10)) as seat:
        await seat.press("m", "enter")
        await seat.type(server.url)
        await seat.press("enter")
        assert "lower-case letters and digits, with hyphens between words." in _told(seat)
        assert "esc back" in _told(seat)


async def test_a_name_that_is_taken_is_refused_without_a_command_of_the_shell(
    able: Radar, server: Loopback
) -> None:
    write_settings('[endpoints.pond]\nbase_url = "http://127.0.0.1:9/v1"\nmodel = "small"\n')
    async with seated(able, (80, 24)) as seat:
        await seat.press("m", "enter")
        await seat.type(server.url)
        await seat.press("enter")
        await seat.type("pond")
        await seat.press("enter")
        assert "there is an endpoint called pond already. Choose another name" in _told(seat)
        assert "radar endpoint" not in _told(seat)


async def test_a_server_that_lists_no_models_is_said_to_list_none_and_nothing_worse(able: Radar) -> None:
    with loopback(rule=lambda _: json_answer({"detail": "Not Found"}, 404)) as server:
        async with seated(able, (80, 24)) as seat:
            await _to_key(seat, f"{server.url}/v1")
            await seat.press("enter")
            await _sees(seat, "it lists no models: type the name of one")
            assert "chat completions" not in _told(seat)


async def test_where_nothing_answers_a_model_can_be_typed(able: Radar) -> None:
    async with seated(able, (80, 24)) as seat:
        await _to_key(seat, f"http://127.0.0.1:{free_port()}/v1")
        await seat.press("enter")
        await _sees(seat, "no models could be listed")
        await seat.press("enter")
        assert "type the name of a model first" in _told(seat)
        await seat.type("mine")
        await seat.press("enter")
        assert _screen(seat).setup.draft.model == "mine"


async def test_a_try_that_fails_says_why_and_is_written_only_when_that_is_asked_for(able: Radar) -> None:
    def rule(arrived: Arrived) -> Scripted:
        if arrived.method == "POST":
            return json_answer({"error": {"message": f"no such model {EVIL}"}}, 404)
        return answer(arrived)

    with loopback(rule=rule) as server:
        async with seated(able, (80, 24)) as seat:
            await _to_trial(seat, server.url)
            await seat.press("enter")
            await _sees(seat, "ctrl+s sets it up all the same")
            failure = _screen(seat).setup.outcome.failure  # type: ignore[union-attr]
            assert failure
            assert "\x1b" not in seat.text()
            sent = len(asked(server))
            await seat.press("enter")
            await seat.until(
                lambda: len(asked(server)) > sent and not _screen(seat).trying.running, "another try"
            )
            assert not settings_file().exists()
            await seat.press("ctrl+s")
            assert "Its try failed" in _told(seat)
            await seat.press("enter")
            await seat.until(lambda: seat.on_main_screen, "the papers")
    assert "local" in settings_tables()["endpoints"]  # type: ignore[operator]


def _unheeding(arrived: Arrived) -> Scripted:
    """Answer with takeaways of which none can be shown."""
    if arrived.method != "POST":
        return answer(arrived)
    said = {"takeaway": "Bakers in 77 towns wait.", "results_sentence": 6, "code_sentence": 0}
    choice = {"index": 0, "message": {"role": "assistant", "content": json.dumps(said)}}
    body = {"model": "tall-old", "choices": [{**choice, "finish_reason": "stop"}]}
    return json_answer({**body, "usage": {"prompt_tokens": 600, "completion_tokens": 40}})


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_a_try_whose_page_scrolls_begins_with_its_verdict_and_is_broken_once(
    able: Radar, size: tuple[int, int]
) -> None:
    with loopback(rule=_unheeding) as server:
        async with seated(able, size) as seat:
            await _to_trial(seat, server.url)
            await seat.press("enter")
            await seat.until(lambda: _screen(seat).setup.outcome is not None, "the outcome")
            assert "nothing that it wrote can be shown" in _told(seat)
            screen = _screen(seat)
            assert screen.scrolled.max_scroll_y > 0
            report = screen.query_one("#endpoint-report", Static)
            assert report.size.height == len(str(report.content).splitlines()), "no line is broken again"


async def test_the_verdict_is_in_sight_also_where_the_page_was_scrolled_meanwhile(able: Radar) -> None:
    go = threading.Event()
    with _held(_unheeding, go) as (server, arrived):
        async with seated(able, (40, 15)) as seat:
            await _to_trial(seat, server.url)
            await seat.press("enter")
            await seat.until(arrived.is_set, "the request")
            await seat.pilot.resize_terminal(40, 8)
            await seat.until(lambda: _screen(seat).scrolled.max_scroll_y > 0, "a page that scrolls")
            await seat.press("G")
            assert _screen(seat).scrolled.scroll_y > 0
            go.set()
            await seat.until(lambda: _screen(seat).setup.outcome is not None, "the outcome")
            assert "nothing that it wrote" in _told(seat)


async def test_a_try_is_cancelled_by_esc_and_nothing_comes_of_it(able: Radar) -> None:
    with _held() as (server, arrived):
        async with seated(able, (80, 24)) as seat:
            await _to_trial(seat, server.url)
            await seat.press("enter")
            await seat.until(arrived.is_set, "the request")
            assert "esc cancels the try" in _told(seat)
            await seat.press("enter", "ctrl+s")
            assert _screen(seat).setup.stage is Stage.TRIAL, "nothing else is done amid a try"
            await seat.press("escape")
            assert "cancelled; nothing is written" in _told(seat)
            assert _screen(seat).setup.stage is Stage.TRIAL
            assert _screen(seat).setup.outcome is None
            await seat.press("escape")
            assert _screen(seat).setup.stage is Stage.MODEL
    assert not settings_file().exists()


async def test_the_program_can_be_left_amid_a_try(able: Radar) -> None:
    with _held() as (server, arrived):
        async with seated(able, (80, 24)) as seat:
            await _to_trial(seat, server.url)
            await seat.press("enter")
            await seat.until(arrived.is_set, "the request")
            await seat.pilot.press("ctrl+q")
            await seat.pilot.pause()
            assert seat.app._exit
    assert not settings_file().exists()


async def test_a_file_that_cannot_be_written_is_told_and_the_step_stays(
    able: Radar, server: Loopback
) -> None:
    settings_file().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_file().parent.write_text("in the way")
    async with seated(able, (80, 24)) as seat:
        await _to_writing(seat, server.url)
        assert "It was not tried" in _told(seat)
        await seat.press("enter")
        await seat.until(lambda: bool(_failed(seat)), "what is wrong")
        assert _screen(seat).setup.stage is Stage.WRITE
        settings_file().parent.unlink()
        await seat.press("enter")
        await seat.until(lambda: seat.on_main_screen, "the papers")
    assert "local" in settings_tables()["endpoints"]  # type: ignore[operator]


async def test_a_name_that_was_taken_meanwhile_is_not_overwritten(able: Radar, server: Loopback) -> None:
    async with seated(able, (80, 24)) as seat:
        await _to_writing(seat, server.url)
        there = '[endpoints.local]\nbase_url = "http://127.0.0.1:9/v1"\nmodel = "theirs"\n'
        write_settings(there)
        await seat.press("enter")
        await seat.until(lambda: bool(_failed(seat)), "what is wrong")
    assert settings_file().read_text() == there


async def test_hostile_names_of_models_are_painted_as_they_are(able: Radar) -> None:
    def rule(arrived: Arrived) -> Scripted:
        return json_answer({"data": [{"id": EVIL}, {"id": "plain"}]})

    with loopback(rule=rule) as server:
        async with seated(able, (80, 24)) as seat:
            await _to_key(seat, f"{server.url}/v1")
            await seat.press("enter")
            await _sees(seat, "plain")
            assert "[bold]mild[/]" in seat.text()
            assert not set("\x1b\x07\u202e") & set(seat.text())
            assert seat.app.is_running


async def test_a_kind_is_found_by_typing_and_chosen_by_the_arrows(able: Radar) -> None:
    async with seated(able, (80, 24)) as seat:
        await seat.press("A", "enter")
        await seat.type("groq")
        await seat.press("down", "up", "enter")
        assert _screen(seat).setup.draft.preset == "groq"
        assert "2 of 6: its name" in _told(seat)
        await seat.press("escape")
        assert _screen(seat).setup.text == "groq"


async def test_another_is_set_up_from_the_choice_of_endpoints_and_from_the_palette(
    make_radar: MakeRadar, server: Loopback
) -> None:
    radar = make_radar(endpoint_desk=lambda: SettingsDesk(Settings.load(os.environ)))
    async with seated(radar, (80, 24)) as seat:
        await _to_writing(seat, server.url)
        await seat.press("enter")
        await seat.until(lambda: seat.on_main_screen, "the papers")
        await seat.press("A")
        assert "set up another" in _told(seat)
        await seat.press("+")
        assert _screen(seat).setup.stage is Stage.KIND
        assert _screen(seat).setup.text == "", "what was set up is done"
        await seat.press("escape")
        assert seat.on_main_screen
        names = [command.title for command in seat.app.get_system_commands(seat.screen)]
        assert "Set up an endpoint" in names


def _failed(seat: Seat) -> Any:
    return seat.app.screen.query("#endpoint-told.-failed")
