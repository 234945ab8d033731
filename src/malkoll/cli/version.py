"""`malkoll --version`."""

from __future__ import annotations

from malkoll import __version__
from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.output import say
from malkoll.language import Language


def run(_call: Call, _language: Language) -> int:
    say(f"malkoll {__version__}\n")
    return Exit.FINE
