"""Fills what malkoll says into the pages: ``python docs/outputs.py``.

After a line ``<!-- output: malkoll check … -->`` stands what that command prints, from the
project's folder, in Swedish, without colour, 80 columns wide. A test holds the pages against drift.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
_MARKED = re.compile(r"(<!-- output: (malkoll [^\n]*?) -->\n)(?:```text\n.*?\n```\n)?", re.DOTALL)
_SURROUNDINGS = {
    "COLUMNS": "80",
    "NO_COLOR": "1",
    "MALKOLL_LANG": "sv",
    "PYTHONUTF8": "1",
    "GITHUB_ACTIONS": "",
}


def filled(page: str) -> str:
    """Give a page with what its commands print now."""
    return _MARKED.sub(lambda match: f"{match[1]}```text\n{_output(match[2])}\n```\n", page)


def _output(command: str) -> str:
    words = [sys.executable, "-m", *shlex.split(command)]
    done = subprocess.run(  # noqa: S603 - the project's own pages name the commands
        words, cwd=ROOT, env={**os.environ, **_SURROUNDINGS}, capture_output=True, check=False
    )
    if done.returncode not in {0, 1}:
        raise RuntimeError(done.stderr.decode())
    return done.stdout.decode().rstrip().replace("\r\n", "\n")


def main() -> None:
    """Write the pages anew."""
    for page in PAGES:
        page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
