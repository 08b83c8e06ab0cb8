"""The folder of a demo."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from radar.pipeline.demo_folder import make_demo_folder


def test_folders_of_demos_that_were_killed_go_and_those_of_living_ones_stay(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    names = (f"radar-demo-{gone.pid}-abc_1", f"radar-demo-{os.getpid()}-abc_2", "radar-demo-notes")
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "library.sqlite3").touch()
    made = make_demo_folder(tmp_path)
    assert made.name.startswith(f"radar-demo-{os.getpid()}-")
    assert {path.name for path in tmp_path.iterdir()} == {*names[1:], made.name}


def test_a_link_that_looks_like_a_demo_is_not_followed(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").touch()
    (tmp_path / f"radar-demo-{gone.pid}-abc").symlink_to(tmp_path / "mine")
    make_demo_folder(tmp_path)
    assert (tmp_path / "mine" / "notes.txt").exists()
