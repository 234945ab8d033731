"""The parts of malkoll whose tests are tried, and the tests that are to notice a change in each."""

from __future__ import annotations

import fnmatch
from typing import NamedTuple


class Part(NamedTuple):
    """A part of the program.

    Attributes:
        sources: its files below ``src``, with ``*`` for any letters.
        tests: what pytest is given to try them.
        outside: tests that call the program in a process of its own, so that nobody sees what they reach:
            they are tried last on what stands in ``outside_of``.
        outside_of: the modules that those tests are about.
        is_beneath_all: whether anything that is remembered, but for word lists, may have come from this part.

    """

    sources: tuple[str, ...]
    tests: tuple[str, ...]
    outside: tuple[str, ...] = ()
    outside_of: tuple[str, ...] = ()
    is_beneath_all: bool = False

    def has(self, path: str) -> bool:
        return any(fnmatch.fnmatchcase(path, source) for source in self.sources)

    def can_change(self, module: str) -> bool:
        """Tell whether what a module remembers may come from this part."""
        path = module.replace(".", "/")
        own = any(self.has(f"{path}{end}") for end in (".py", "/__init__.py"))
        return own or (self.is_beneath_all and not module.startswith("malkoll.swedish."))


READERS = ("tests/syntax", "tests/document", "tests/test_rule_manuals.py", "tests/test_said.py")
RULES = ("tests/effect", "tests/measurement", "tests/across", "tests/steering")
PARTS = {
    "syntax": Part(
        ("malkoll/syntax/*.py",),
        (*READERS, "tests/fix/test_fixing.py", "tests/suppress"),
        is_beneath_all=True,
    ),
    "document": Part(
        ("malkoll/document/*.py",),
        (*READERS, *RULES, "tests/cli/test_check.py"),
        is_beneath_all=True,
    ),
    "rules": Part(
        ("malkoll/rules/*.py",),
        (
            *READERS,
            *RULES,
            "tests/swedish/test_model_word_lists.py",
            "tests/swedish/test_sound_goals.py",
            "tests/swedish/test_spelling.py",
            "tests/swedish/test_traps.py",
            "tests/suppress",
            "tests/cli/test_check.py",
            "tests/cli/test_rules_and_explain.py",
            "tests/cli/test_word_lists.py",
        ),
    ),
    "suppress": Part(
        ("malkoll/suppress/*.py",),
        ("tests/suppress", "tests/test_rule_manuals.py", "tests/test_said.py", "tests/fix"),
    ),
    "fix": Part(("malkoll/fix/*.py",), ("tests/fix", "tests/cli/test_fix.py", "tests/test_rule_manuals.py")),
    "exit codes": Part(
        (
            "malkoll/cli/__init__.py",
            "malkoll/cli/check.py",
            "malkoll/cli/fixing.py",
            "malkoll/cli/output.py",
            "malkoll/cli/reporting.py",
            "malkoll/call_error.py",
        ),
        (
            "tests/cli/test_exit_codes.py",
            "tests/cli/test_how_it_ends.py",
            "tests/cli/test_where_it_writes.py",
            "tests/cli/test_check.py",
            "tests/cli/test_fix.py",
            "tests/cli/test_report_files.py",
            "tests/cli/test_help_and_usage.py",
            "tests/cli/test_surroundings.py",
            "tests/cli/test_limit_option.py",
            "tests/cli/test_github_actions.py",
            "tests/cli/test_output.py",
            "tests/baseline/test_baseline_commands.py",
        ),
        outside=("tests/cli/test_surroundings.py",),
        outside_of=("malkoll.cli",),
    ),
}
