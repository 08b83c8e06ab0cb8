"""A shell of one job, radar: tells when it has stopped, and brings it back at the next line that is typed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

STOPPED = "the job has stopped"
END = "end it"
"""What is typed to have it ended in place of brought back."""
BEHIND = "behind"
"""What is typed to have it go on behind the shell, as after `bg`."""


def main() -> int:
    """Run radar, as one that another program has started, and return its exit code."""
    # What radar is started by waits for it as uvx does, and is part of the job.
    started_by = ["sh", "-c", 'trap : TERM; "$@"; exit $?', "sh"]
    job = subprocess.Popen([*started_by, sys.executable, "-m", "radar", *sys.argv[1:]], preexec_fn=_in_front)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    while True:
        _, status = os.waitpid(job.pid, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            return os.waitstatus_to_exitcode(status)
        os.tcsetpgrp(0, os.getpgrp())
        print(f"\x1b[H{STOPPED}", flush=True)
        typed = sys.stdin.readline().strip()
        if typed == END:
            os.killpg(job.pid, signal.SIGTERM)
        elif typed != BEHIND:
            os.tcsetpgrp(0, job.pid)
        os.killpg(job.pid, signal.SIGCONT)


def _in_front() -> None:
    """Make this process a job of its own, the one that the terminal belongs to."""
    os.setpgid(0, 0)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    os.tcsetpgrp(0, os.getpgrp())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)


if __name__ == "__main__":
    sys.exit(main())
