"""`python -m radar`."""

from __future__ import annotations

import sys

from radar.cli import main

if __name__ == "__main__":
    sys.exit(main())
