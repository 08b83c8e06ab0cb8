"""`radar batch export` and `radar batch import` as a person types them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from radar.cli import main
from tests.cli.running import ROOT, command, radar
from tests.cli.seeding import PAPERS, SORTING, many, seed
from tests.net.loopback import Loopback, json_answer, loopback
from tests.pipeline.batches.answering import Shaped, asked, failure, openai, results_of, row, written

SAID = "The method teaches snails to sort marbles and is 40% faster with us than before."


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RADAR_MODEL", "small")
    seed()
    return tmp_path / "out"


def export(out: Path, *more: str, dialect: str = "vllm", yes: bool = True) -> tuple[int, str, str]:
    words = ["batch", "export", *more, "--dialect", dialect, "--out", str(out)]
    done = radar(*words, *(["--yes"] if yes else []))
    return done.returncode, done.stdout, done.stderr


def test_an_export_says_before_and_after_what_it_writes_and_what_to_do_next(out: Path) -> None:
    code, told, aside = export(out)
    assert code == 0
    assert "at most 3 papers for small: about" in aside
    assert re.search(r"3 questions in 1 file, \d+ kB: ", told)
    assert re.search(r"; \d+ kB in ", aside)
    assert f"vllm run-batch -i {out}/requests-0001.jsonl -o {out}/results-0001.jsonl --model small" in told
    assert f"radar batch import {out}/results*" in told
    assert len(asked(out)) == len(PAPERS)


def test_the_price_is_that_of_the_endpoint_that_is_named(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "named.toml"
    file.write_text(
        'base_url = "http://127.0.0.1:9/v1"\n'
        '[endpoints.dear]\nbase_url = "https://models.example/v1"\nmodel = "large"\n'
        "price_in = 100.0\nprice_out = 100.0\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("RADAR_CONFIG", str(file))
    code, _, aside = export(out, "--summariser", "dear")
    assert code == 0
    assert "3 papers for large: about" in aside
    assert re.search(r"out, \$0\.\d+ to \$0\.\d+ without a discount for batches", aside)


def test_the_query_chooses_the_papers(out: Path) -> None:
    code, _, _ = export(out, "snails", "--code", "--limit", "1")
    assert (code, len(asked(out))) == (0, 1)
    code, _, aside = export(out, "penguins")
    assert code == 1
    assert "nothing to export" in aside


def test_nothing_is_written_where_nobody_can_agree(out: Path) -> None:
    code, _, aside = export(out, yes=False)
    assert (code, out.exists()) == (2, False)
    assert "--yes" in aside


def test_an_answer_asked_for_another_language_is_told_with_all_that_may_be_set_otherwise(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(out)
    path = written(out / "results-0001.jsonl", [_result(asked(out)[0]["custom_id"])])
    monkeypatch.setenv("RADAR_TAKEAWAY_LANGUAGE", "German")
    done = radar("batch", "import", str(path))
    assert done.returncode == 1
    assert "1 asked by another prompt" in done.stdout
    assert "set prompt, takeaway_language and reader_profile back" in done.stderr


def _result(custom_id: str) -> dict[str, object]:
    return {"custom_id": custom_id, "text": json.dumps({"takeaway": SAID, "results_sentence": 1})}


def _body() -> dict[str, object]:
    content = json.dumps({"takeaway": SAID, "results_sentence": 1})
    return {"model": "small", "choices": [{"message": {"content": content}, "finish_reason": "stop"}]}


def test_results_come_back_and_what_failed_is_asked_again(out: Path) -> None:
    export(out)
    content = json.dumps({"takeaway": SAID, "results_sentence": 1, "code_sentence": 2})
    choice = {"message": {"content": content}, "finish_reason": "stop"}
    server = Loopback(json_answer({"model": "small", "choices": [choice]}))
    questions = asked(out)
    try:
        results = results_of(questions[:2], server.url, openai)
    finally:
        server.close()
    path = written(out / "results-0001.jsonl", [*results, failure(questions[2]["custom_id"])])
    done = radar("batch", "import", str(path))
    assert done.returncode == 1, "not everything came back"
    assert "1 failed" in done.stdout
    assert f"1 to be asked again: retry-0001.jsonl in {out}" in done.stdout
    assert f"-o {out}/results-retry-0001.jsonl" in done.stdout, "the first results stay"
    assert "results-0001.jsonl:3: This request could not be executed in time." in done.stderr
    shown = json.loads(radar("show", SORTING.id, "--json").stdout)
    assert shown["takeaway"] == SAID
    assert "2 known already" in radar("batch", "import", str(path)).stdout


@pytest.mark.parametrize("dialect", ["vllm", "mistral", "rows"])
def test_the_questions_and_what_lies_beside_them_are_not_taken_for_answers(out: Path, dialect: str) -> None:
    export(out, dialect=dialect)
    results = [_result(question["custom_id"]) for question in asked(out)]
    written(out / "results-0001.jsonl", results)
    files = sorted(str(path) for path in out.iterdir() if path.name[:1] != ".")
    done = radar("batch", "import", *files)
    assert (done.returncode, "accepted" in done.stdout, "failed" in done.stdout) == (0, True, False)
    assert done.stderr.splitlines() == [
        "manifest.json is the manifest of the questions: left out",
        "requests-0001.jsonl holds the questions: left out",
        "skipped.jsonl tells what was not asked: left out",
    ]
    assert not list(out.glob("retry-*"))


def test_questions_amid_results_are_counted_and_questions_alone_are_not_all_well(out: Path) -> None:
    export(out)
    questions = asked(out)
    mixed = [questions[0], *(_result(question["custom_id"]) for question in questions)]
    done = radar("batch", "import", str(out / "requests-0001.jsonl"))
    assert (done.returncode, done.stdout) == (1, "no results\n")
    done = radar("batch", "import", str(written(out / "mixed.jsonl", mixed)))
    assert (done.returncode, done.stderr) == (0, "mixed.jsonl holds 1 of the questions: left out\n")


def test_answers_under_another_name_are_told_to_hold_none_and_are_no_questions(out: Path) -> None:
    export(out, dialect="rows")
    rows = [{**question, "generated_text": "{}"} for question in asked(out)]
    done = radar("batch", "import", str(written(out / "answers.jsonl", rows)))
    assert done.returncode == 1
    assert "answers.jsonl:1: holds no answer" in done.stderr
    assert "holds the questions" not in done.stderr


def test_an_empty_file_is_told_and_is_no_success_where_nothing_else_came(out: Path) -> None:
    export(out)
    empty = written(out / "errors.jsonl", [])
    done = radar("batch", "import", str(empty))
    assert (done.returncode, done.stderr) == (1, "errors.jsonl is empty\n")
    path = written(out / "results.jsonl", [_result(question["custom_id"]) for question in asked(out)])
    done = radar("batch", "import", str(path), str(empty))
    assert (done.returncode, done.stderr) == (0, "errors.jsonl is empty\n")


def test_a_file_of_questions_asked_again_that_is_settled_is_told_once(out: Path) -> None:
    export(out)
    one, two, three = asked(out)
    radar("batch", "import", str(written(out / "results-1.jsonl", [_result(one["custom_id"])])))
    assert (out / "retry-0001.jsonl").exists()
    later = written(out / "results-2.jsonl", [_result(two["custom_id"]), failure(three["custom_id"])])
    done = radar("batch", "import", str(later))
    assert f"retry-0001.jsonl in {out} is settled: what it asks is answered, or stands in" in done.stderr
    assert "1 to be asked again: retry-0002.jsonl" in done.stdout
    last = written(out / "results-3.jsonl", [_result(three["custom_id"])])
    done = radar("batch", "import", str(last))
    assert done.returncode == 0
    assert (
        f"retry-0002.jsonl in {out} is settled: what it asks is answered, and it may be deleted"
        in done.stderr
    )
    assert radar("batch", "import", str(last)).stderr == ""


def test_what_a_batch_cost_is_told_and_what_cost_nothing_is_free(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(out, "--limit", "2")
    results = [_result(question["custom_id"]) for question in asked(out)]
    for result, price, told in zip(results, ("0", "62.5"), ("free", r"\$0\.\d{2,4}"), strict=True):
        monkeypatch.setenv("RADAR_PRICE_IN", price)
        monkeypatch.setenv("RADAR_PRICE_OUT", "0")
        path = written(out / "results-0001.jsonl", [result])
        assert re.search(rf" tokens in, \d+ out, {told}\n", radar("batch", "import", str(path)).stdout)


def test_what_was_read_before_and_is_answered_since_is_told_as_such(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(out)
    content = json.dumps({"takeaway": SAID, "results_sentence": 1, "code_sentence": 2})
    choice = {"message": {"content": content}, "finish_reason": "stop"}
    with loopback(json_answer({"model": "small", "choices": [choice]})) as server:
        monkeypatch.setenv("RADAR_BASE_URL", f"{server.url}/v1")
        assert radar("summarise", "--yes").returncode == 0
    one, *_, last = asked(out)
    late = written(out / "results-0001.jsonl", [_result(one["custom_id"]), failure(last["custom_id"])])
    done = radar("batch", "import", str(late))
    assert "2 without an answer have got a summary by this model and prompt from elsewhere" in done.stderr
    done = radar("batch", "import", str(late))
    assert "1 unknown" in done.stdout
    assert "of another library, or of questions that are settled: read before" in done.stderr


def test_an_export_of_papers_that_are_all_summarised_makes_nothing_and_says_so(out: Path) -> None:
    export(out)
    results = [_result(question["custom_id"]) for question in asked(out)]
    done = radar("batch", "import", str(written(out / "results-0001.jsonl", results)))
    assert done.returncode == 0
    second = out.parent / "second"
    code, told, aside = export(second)
    assert (code, second.exists()) == (1, False)
    assert "nothing to export: there is no paper left to ask about, nothing was written; --again" in aside
    assert told == "  not asked: summarised before by this model and prompt (3)\n"
    assert export(second, "--again")[0] == 0, "the folder was not taken by an empty batch"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["batch"], "required"),
        (["batch", "exprt"], "Did you mean export?"),
        (["batch", "export"], "--dialect"),
        (["batch", "export", "--dialect", "vlm"], "Did you mean vllm?"),
        (["batch", "export", "--dialct", "vllm", "--dialect", "vllm"], "Did you mean --dialect?"),
        (["batch", "export", "--dialect", "vllm", "--max-bytes", "5"], "is not a size"),
        (["batch", "export", "--dialect", "vllm", "--summariser", "offline"], "asks no model"),
        (["batch", "import"], "required"),
    ],
)
def test_what_is_wrong_is_said_with_what_is_meant(out: Path, words: list[str], said: str) -> None:
    done = radar(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_batch_needs_the_name_of_a_model(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RADAR_MODEL")
    code, _, aside = export(out)
    assert code == 2
    assert "no model is set" in aside


def test_a_file_of_results_that_is_not_there_is_said(out: Path) -> None:
    done = radar("batch", "import", str(out / "none.jsonl"))
    assert done.returncode == 1
    assert "none.jsonl cannot be read" in done.stderr
    assert "Check the name" in done.stderr


def test_a_folder_of_results_is_told_as_one(out: Path) -> None:
    out.mkdir()
    done = radar("batch", "import", str(out))
    assert done.returncode == 1
    assert "Name the files in it" in done.stderr


@pytest.mark.parametrize(("bad", "more"), [(11, "and 1 more line; "), (12, "and 2 more lines; ")])
def test_lines_that_are_not_shown_are_counted(out: Path, bad: int, more: str) -> None:
    out.mkdir()
    results = out / "results.jsonl"
    results.write_text("oops\n" * bad, encoding="utf-8")
    assert more in radar("batch", "import", str(results)).stderr


def test_an_interrupted_export_says_so_ends_its_helpers_and_goes_on(out: Path) -> None:
    seed(many(3_200))
    words = ["batch", "export", "--dialect", "vllm", "--max-lines", "100", "--out", str(out), "--yes"]
    process = subprocess.Popen(
        command(*words), cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True
    )
    while not (out / "requests-0002.jsonl").exists() and process.poll() is None:
        time.sleep(0.01)
    # To the whole group, as a terminal does.
    os.killpg(process.pid, signal.SIGINT)
    told = process.communicate(timeout=60)[1].decode()
    assert (process.returncode, "goes on from there" in told, "Traceback" in told) == (130, True, False)
    code, printed, _ = export(out)
    assert code == 0
    assert "3,203 questions in" in printed
    assert "by an earlier run" in printed


@pytest.mark.parametrize(("typed", "near"), [("opnai", "Did you mean openai? "), ("xyz", "")])
def test_a_dialect_that_there_is_not_is_answered_with_all_that_there_are(
    capsys: pytest.CaptureFixture[str], typed: str, near: str
) -> None:
    assert main(["batch", "export", "--dialect", typed]) == 2
    told = capsys.readouterr().err
    all_of_them = "openai, azure, together, fireworks, mistral, groq, vllm, rows"
    assert f"--dialect: '{typed}' is not known. {near}It takes {all_of_them}" in told


@pytest.mark.parametrize(
    ("first", "last", "shaped", "form"),
    [("openai", "rows", openai, "openai"), ("rows", "openai", row, "rows"), ("vllm", "rows", row, "rows")],
)
def test_results_elsewhere_are_asked_again_in_the_form_that_they_came_in(
    out: Path, tmp_path: Path, first: str, last: str, shaped: Shaped, form: str
) -> None:
    export(tmp_path / "first", dialect=first)
    export(tmp_path / "last", "--again", dialect=last)
    one = asked(tmp_path / "first")[0]["custom_id"]
    results = written(tmp_path / "results.jsonl", [shaped(one, _body())])
    out.mkdir()
    done = radar("batch", "import", str(results), "--out", str(out))
    again = asked(out, "retry-*.jsonl")
    assert len(again) == len(PAPERS) - 1
    assert {("url" in question, "messages" in question) for question in again} == {
        (form != "rows", form == "rows")
    }
    assert "the same was asked by" not in done.stderr


def test_where_several_dialects_fit_the_results_the_others_are_told(out: Path, tmp_path: Path) -> None:
    for dialect in ("openai", "vllm"):
        export(tmp_path / dialect, "--again", dialect=dialect)
    one = asked(tmp_path / "openai")[0]["custom_id"]
    results = written(tmp_path / "results.jsonl", [openai(one, _body())])
    out.mkdir()
    done = radar("batch", "import", str(results), "--out", str(out))
    assert "written for vllm; the same was asked by openai too: --out with the folder" in done.stderr
    done = radar("batch", "import", str(results), "--out", str(tmp_path / "openai"))
    assert "the same was asked by" not in done.stderr
