"""`python -m malkoll`."""

from __future__ import annotations

import sys

from malkoll.cli import main

if __name__ == "__main__":
    sys.exit(main())
