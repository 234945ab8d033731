"""`python -m malkoll`."""

from __future__ import annotations

import os
import sys

if __name__ == "__main__":
    # Python puts the current folder first where modules are looked for, and that may be a stranger's repository:
    # its yaml.py would be run. What belongs to malkoll is found without it
    if not sys.flags.safe_path and sys.path and sys.path[0] in {"", os.getcwd()}:  # noqa: PTH109 - as Python writes it
        del sys.path[0]
    from malkoll.cli import entry

    entry()
