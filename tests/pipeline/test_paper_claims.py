"""Papers that one run asks about, and others meanwhile do not."""

from __future__ import annotations

import fcntl
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from radar.library.library import Library
from radar.pipeline.paper_claims import PaperClaims
from tests.pipeline.summarise_runs import id_of

MAKER = ("fake", "fake-1", "p1")
OF_AN_OPEN_FILE = pytest.mark.skipif(
    not hasattr(fcntl, "F_OFD_SETLK"), reason="the system knows no locks of an open file"
)
_HOLDER = """
import sys, time
from pathlib import Path
from radar.pipeline.paper_claims import PaperClaims
claims = PaperClaims(Path(sys.argv[1]), ("fake", "fake-1", "p1"))
print(claims.take(sys.argv[2]), flush=True)
time.sleep(600)
"""


@OF_AN_OPEN_FILE
def test_a_paper_is_claimed_by_one_run_at_a_time(library: Library) -> None:
    one, other = PaperClaims(library.path, MAKER), PaperClaims(library.path, MAKER)
    assert one.take(id_of(0))
    assert one.take(id_of(0))
    assert not other.take(id_of(0))
    assert other.take(id_of(1))
    one.let_go(id_of(0))
    assert other.take(id_of(0))
    other.close()
    assert one.take(id_of(1))
    one.close()


def test_another_summariser_model_or_prompt_asks_for_itself(library: Library) -> None:
    makers = [MAKER, ("else", "fake-1", "p1"), ("fake", "fake-2", "p1"), ("fake", "fake-1", "p2")]
    claims = [PaperClaims(library.path, maker) for maker in makers]
    assert all(one.take(id_of(0)) for one in claims)
    for one in claims:
        one.close()


@OF_AN_OPEN_FILE
def test_what_a_killed_process_had_claimed_is_free(library: Library) -> None:
    command = [sys.executable, "-c", _HOLDER, str(library.path), id_of(0)]
    claims = PaperClaims(library.path, MAKER)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        assert not claims.take(id_of(0))
        holder.send_signal(signal.SIGKILL)
    assert claims.take(id_of(0))
    claims.close()


def test_where_nothing_can_be_locked_everything_is_granted(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    claims = PaperClaims(tmp_path / "file" / "library.sqlite3", MAKER)
    assert claims.take(id_of(0))
    claims.let_go(id_of(0))
    claims.close()
