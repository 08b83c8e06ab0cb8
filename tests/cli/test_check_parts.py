"""`radar doctor`."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime

import pytest

from radar.cli import main
from radar.library.library import Library
from radar.net.cache import DiskCache
from radar.papers.summaries.flags import Flags
from radar.papers.summaries.summary import Provenance, Summary, Takeaway, TakeawayOrigin
from radar.summaries.endpoints.ladder import Format, Shape
from radar.summaries.endpoints.learned import Learned, LearnedDialects
from tests.cli.seeding import many, seed, settings
from tests.net.loopback import free_port, json_answer, loopback
from tests.terminal import Terminal

_MODELS = json_answer({"object": "list", "data": [{"id": "small", "object": "model"}]})


def _checks(capsys: pytest.CaptureFixture[str], code: int) -> dict[str, tuple[str, str]]:
    capsys.readouterr()
    assert main(["doctor", "--json"]) == code
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return {record["part"]: (record["verdict"], record["message"]) for record in records}


def test_a_fresh_machine_has_nothing_that_fails_and_nothing_is_made(
    capsys: pytest.CaptureFixture[str],
) -> None:
    checks = _checks(capsys, 0)
    assert {"radar", "settings", "library", "cache", "summariser", "endpoint", "sources", "terminal"} <= set(
        checks
    )
    assert checks["endpoint"][0] == "warn"
    assert not settings().library.exists()


def test_the_cache_of_answers_is_looked_at_and_what_lies_beside_it_is_left_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = settings().cache_folder
    folder.mkdir(parents=True)
    (folder / "cache.db").write_text("no database", encoding="utf-8")
    assert _checks(capsys, 0)["cache"] == ("ok", str(folder / "completions"))
    assert (folder / "cache.db").read_text(encoding="utf-8") == "no database"


def _written(text: str) -> None:
    settings().config_file.parent.mkdir(parents=True, exist_ok=True)
    settings().config_file.write_text(text, encoding="utf-8")


def test_all_that_is_wrong_with_theme_and_keys_is_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    _written('theme = "pink"\n[keys]\n"paper.starr" = "b"\n"paper.star" = "ctrl+"\n')
    assert main(["doctor", "--json"]) == 1
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["verdict"], one["message"]) for one in records if one["part"] == "settings"] == [
        ("fail", f"{settings().config_file}: there is no theme 'pink'"),
        ("fail", f"{settings().config_file}: [keys] holds 'paper.starr', which is no action"),
        ("fail", f"{settings().config_file}: [keys] gives paper.star the key 'ctrl+', which there is not"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('theme = "pink"\n', "there is no theme 'pink'"),
        ('[keys]\n"paper.starr" = "b"\n', "[keys] holds 'paper.starr', which is no action"),
        ('[keys]\n"paper.star" = "ctrl+"\n', "[keys] gives paper.star the key 'ctrl+', which there is not"),
    ],
)
def test_settings_on_which_the_screen_would_not_open_fail(
    capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    _written(text)
    assert _checks(capsys, 1)["settings"] == ("fail", f"{settings().config_file}: {said}")


def test_keys_in_the_way_of_each_other_are_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    _written('[keys]\n"paper.star" = "o"\n')
    said = "[keys] gives o to paper.star, but it is the key of paper.browse"
    assert _checks(capsys, 0)["settings"] == ("warn", said)


def test_an_endpoint_that_has_the_model_is_well(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    with loopback(_MODELS) as server:
        monkeypatch.setenv("RADAR_BASE_URL", f"{server.url}/v1")
        monkeypatch.setenv("RADAR_MODEL", "small")
        checks = _checks(capsys, 0)
        assert checks["endpoint"][0] == "ok"
        assert checks["library"][1].startswith("3 papers")
        monkeypatch.setenv("RADAR_MODEL", "large")
        assert _checks(capsys, 1)["endpoint"][0] == "fail"


def test_a_dead_endpoint_and_a_missing_key_fail(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RADAR_BASE_URL", f"http://127.0.0.1:{free_port()}/v1")
    monkeypatch.setenv("RADAR_MODEL", "small")
    assert _checks(capsys, 1)["endpoint"][0] == "fail"
    monkeypatch.setenv("RADAR_KEY_ENV", "MY_MISSING_KEY")
    assert main(["doctor"]) == 1
    assert "MY_MISSING_KEY" in capsys.readouterr().out


def test_broken_settings_fail_and_the_rest_that_can_be_checked_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RADAR_TIMEOUT", "soon")
    checks = _checks(capsys, 1)
    assert checks["settings"][0] == "fail"
    assert checks["terminal"][0] == "ok"


def test_lines_say_verdict_part_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    text = capsys.readouterr().out
    assert "ok    radar       radar " in text
    assert "warn  endpoint    no endpoint is set" in text


def test_in_a_terminal_its_size_and_colours_are_told() -> None:
    with Terminal(["doctor"], columns=90, lines=40) as terminal:
        assert terminal.wait_for_end() == 0
        assert "90x40" in terminal.text
        assert "16 million" in terminal.text


def _learn(base_url: str, model: str) -> None:
    with closing(DiskCache.open(settings().cache_folder / "completions")) as cache:
        LearnedDialects(lambda: cache).keep(
            base_url,
            model,
            Learned(Shape(Format.OBJECT, temperature=False), datetime.now(UTC), ("no schemas",)),
        )


def test_the_dialect_of_the_endpoint_is_told_and_forgotten_at_a_wish(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    with loopback(_MODELS) as server:
        base_url = f"{server.url}/v1"
        monkeypatch.setenv("RADAR_BASE_URL", f"{base_url}/")
        monkeypatch.setenv("RADAR_MODEL", "small")
        assert _checks(capsys, 0)["dialect"][1].startswith("nothing learned yet")
        _learn(base_url, "small")
        told = _checks(capsys, 0)["dialect"][1]
        assert told.startswith("json_object, max_tokens, no temperature; learned 20")
        assert "until" in told
        assert told.endswith("it said: no schemas")
        monkeypatch.setenv("RADAR_MODEL", "tall")
        assert "learned yet" in _checks(capsys, 1)["dialect"][1]
        monkeypatch.setenv("RADAR_MODEL", "small")
        assert main(["doctor", "--relearn"]) == 0
        assert "forgotten" in capsys.readouterr().out
        assert "learned yet" in _checks(capsys, 0)["dialect"][1]


def test_without_an_endpoint_there_is_no_dialect(capsys: pytest.CaptureFixture[str]) -> None:
    assert "dialect" not in _checks(capsys, 0)
    assert main(["doctor", "--relearn"]) == 0


def test_every_endpoint_is_asked_and_only_the_one_in_use_can_fail(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = settings().config_file
    file.parent.mkdir(parents=True)
    with loopback(_MODELS) as server:
        file.write_text(
            f'[endpoints.good]\nbase_url = "{server.url}/v1"\nmodel = "small"\n'
            f'[endpoints.dead]\nbase_url = "http://127.0.0.1:{free_port()}/v1"\nmodel = "small"\n'
            '[endpoints.hosted]\npreset = "groq"\nmodel = "m"\n',
            encoding="utf-8",
        )
        assert main(["doctor"]) == 0
        printed = capsys.readouterr().out
        assert f"ok    endpoint    good: 127.0.0.1:{server.port} answers and has small" in printed
        assert "warn  endpoint    dead: " in printed
        assert "warn  endpoint    hosted: m at api.groq.com: there is no key" in printed
        assert "GROQ_API_KEY" in printed
        assert "ok    dialect     good: nothing learned yet" in printed
        assert "ok    dialect     dead: nothing learned yet" in printed
        monkeypatch.setenv("RADAR_SUMMARISER", "dead")
        assert main(["doctor"]) == 1
        assert "fail  endpoint    dead: " in capsys.readouterr().out


def test_a_search_index_that_lost_its_papers_is_mended_without_a_look_at_anything_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seed()
    with closing(Library.open(settings().library)) as library:
        library.database.run("INSERT INTO search (search) VALUES ('delete-all')")
    before = _checks(capsys, 1)["search"]
    assert before[0] == "fail"
    assert main(["doctor", "--rebuild-index"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines] == [
        "indexes",
        "counts",
        "names",
        "search",
        "library",
        "search",
    ]
    assert _checks(capsys, 0)["search"][0] == "ok"


def test_an_index_is_not_made_for_a_library_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--rebuild-index"]) == 0
    assert "none yet" in capsys.readouterr().out
    assert not settings().library.exists()


_MAIL = (
    'mail_to = "ada@example.org, bo@example.org"\nmail_host = "smtp.example.org"\n'
    'mail_user = "ada"\nmail_password_env = "SNAIL_PASSWORD"\n'
)


def test_mail_that_nobody_has_set_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    told = "not set; radar digest --email needs it, and says what to set"
    assert _checks(capsys, 0)["mail"] == ("ok", told)


def test_mail_that_is_set_up_is_told_without_the_password(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _written(_MAIL)
    monkeypatch.setenv("SNAIL_PASSWORD", "snail-marble-7")
    how = "by smtp.example.org, port 587, starttls, with a login; the server was not asked"
    assert _checks(capsys, 0)["mail"] == ("ok", f"to ada@example.org, bo@example.org {how}")
    assert main(["doctor"]) == 0
    printed = capsys.readouterr()
    assert "smtp.example.org" in printed.out
    assert "snail-marble-7" not in printed.out + printed.err


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ('mail_to = "ada@example.org"\n', "mail is not set up", 'mail_host = "smtp.example.org"'),
        ('mail_host = "smtp.example.org"\n', "mail is not set up", 'mail_to = "me@example.org"'),
        (
            _MAIL.replace("mail_password_env", "# left out: "),
            "mail is not set up",
            'mail_password_env = "MAIL_PASSWORD"',
        ),
        (
            _MAIL,
            "the environment variable SNAIL_PASSWORD, which mail_password_env names, is not set",
            "cron and systemd need it as well",
        ),
        (
            'mail_to = "ada@example.org"\nmail_host = "smtp.example.org"\nmail_security = "none"\n',
            'mail_security = "none" is for a server on this machine, not for smtp.example.org',
            'Set mail_security = "starttls"',
        ),
    ],
)
def test_what_mail_lacks_is_a_warning_that_names_it(
    capsys: pytest.CaptureFixture[str], text: str, message: str, hint: str
) -> None:
    _written(text)
    assert main(["doctor", "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (told,) = (record for record in records if record["part"] == "mail")
    assert (told["verdict"], told["message"]) == ("warn", f"no digest can be sent: {message}")
    assert hint in told["hint"]


def test_what_looks_like_a_password_in_place_of_its_variable_is_not_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _written(_MAIL.replace("SNAIL_PASSWORD", "hunter2"))
    assert main(["doctor"]) == 0
    printed = capsys.readouterr()
    assert "warn  mail        no digest can be sent: the environment variable that" in printed.out
    assert "hunter2" not in printed.out + printed.err


def test_how_the_last_takeaways_of_a_model_fared_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = many(20)
    seed(known)
    provenance = Provenance("endpoint", datetime.now(UTC), "small", "d", failed_checks=("off topic",))
    with closing(Library.open(settings().library)) as library:
        for one in known:
            taken = Takeaway("It walks.", TakeawayOrigin.QUOTED)
            library.save_summaries([Summary(one.id, taken, Flags(), provenance)])
    assert "takeaways" not in _checks(capsys, 0)
    with loopback(_MODELS) as server:
        monkeypatch.setenv("RADAR_BASE_URL", f"{server.url}/v1")
        monkeypatch.setenv("RADAR_MODEL", "small")
        told = (
            "0 of the last 20 passed all checks; its words were refused most often because they share "
            "too few words with the paper; the model seems too weak for the prompt"
        )
        assert _checks(capsys, 0)["takeaways"] == ("warn", told)
