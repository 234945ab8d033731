"""Plain command lines are read without Typer, and as Typer reads them."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from malkoll.call_error import CallError
from malkoll.cli import plain
from malkoll.cli.arguments import parse
from malkoll.cli.call import Call, hold
from malkoll.cli.command import Command
from malkoll.cli.commands.options import COMMON
from malkoll.cli.commands.root import ROOT


def _leaves(group: Command) -> list[Command]:
    return [leaf for one in group.commands for leaf in (_leaves(one) if one.commands else [one])]


LEAVES = _leaves(ROOT)
WORDS = sorted(
    {word for leaf in LEAVES for word in leaf.words}
    | {
        name
        for leaf in LEAVES
        for option in (*leaf.options, *COMMON)
        for name in (option.name, option.short)
        if name
    }
)
ODD = [
    "",
    "-",
    "--",
    "a.yaml",
    "=",
    "--=",
    "-x",
    "--x",
    "-qv",
    "--format=json",
    "--format=",
    "json",
    "sv",
    "--lang=sv",
    "å",
]


def _said(words: list[str], *, plainly: bool) -> Call | list[str] | None:
    try:
        if not plainly:
            return parse(words)
        call = plain.read(words)
        return None if call is None else hold(call)
    except CallError as error:
        return [str(error)]


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(LEAVES).flatmap(
        lambda leaf: st.lists(
            st.sampled_from(
                [name for option in (*leaf.options, *COMMON) for name in (option.name, option.short) if name]
            )
            | st.sampled_from([*ODD, *[choice for option in leaf.options for choice in option.choices]]),
            max_size=5,
        ).map(lambda rest: [*leaf.words, *rest])
    )
    | st.lists(st.sampled_from([*WORDS, *ODD]), max_size=4)
)
def test_a_plain_line_is_read_as_typer_reads_it(words: list[str]) -> None:
    read = _said(words, plainly=True)
    assert read is None or read == _said(words, plainly=False)


def test_what_people_write_is_plain() -> None:
    for line in (
        "check", "check a.yaml b/ --format json --fail-on=warning -q", "check - --stdin-filename a.yaml",
        "model show --lang en", "rules --format json", "explain MK202", "check --help",
    ):  # fmt: skip
        assert plain.read(line.split()) is not None, line


def test_a_plain_check_does_without_typer() -> None:
    program = "import sys; from malkoll.cli import main; main(['check', '--isolated', '/nowhere']); print('typer' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "False"
