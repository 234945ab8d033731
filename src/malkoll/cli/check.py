"""`malkoll check`: goal documents against the steering model."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from malkoll.call_error import CallError
from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.limits import limits_of
from malkoll.cli.output import complain
from malkoll.cli.progress import watched
from malkoll.cli.reporting import (
    Target,
    hold_apart,
    least_severity,
    paths_of,
    status_of,
    targets_of,
    write_report,
)
from malkoll.config.files import Configurations
from malkoll.discover import STANDARD_INPUT, Found
from malkoll.formats import KEEPING
from malkoll.jobs.when import AUTOMATIC
from malkoll.language import Count, Language, Text, Words
from malkoll.memo.folder import FILES, cache_folder
from malkoll.run import Outcome, Settings
from malkoll.run import run as run_check

if TYPE_CHECKING:
    from malkoll.cli.fixing import Fixing

NO_DATE = Text(
    "--date ska vara en dag, skriven som 2026-11-23, inte ”{value}”.",
    "--date is to be a day, written as 2026-11-23, not “{value}”.",
)
NO_JOBS = Text(
    "--jobs ska vara ett antal, från 1 och uppåt, inte ”{value}”.",
    "--jobs is to be a number, from 1 upwards, not “{value}”.",
)
BOTH = Text(
    "--config och --isolated säger emot varandra. Välj ett av dem.",
    "--config and --isolated contradict each other. Choose one of them.",
)
GROWS_WHAT = Text(
    "--grow-baseline hör ihop med --write-baseline. Ange den också.",
    "--grow-baseline belongs with --write-baseline. Give that too.",
)
NO_PATH = Text("En av sökvägarna är tom.", "One of the paths is empty.")
NO_INPUT = Text(
    "--stdin-filename är till för standard in. Skriv också - som sökväg.",
    "--stdin-filename is for standard input. Write - as a path too.",
)
NO_DOCUMENT = Text("Inget måldokument hittades i {paths}.", "No goal document was found in {paths}.")
PASSED_OVER = Text(
    "{count} hoppades över: där står varken ”nämnd” eller ”mål”.",
    "{count} passed over: neither “board” nor “goals” stands there.",
)
YAML_FILES = (Text("YAML-fil", "YAML file was"), Text("YAML-filer", "YAML files were"))
LEFT_OUT = Text(
    "{name} är en länk som leder ut ur mappen eller ingenstans. Den är inte läst.",
    "{name} is a link that leads out of the folder or nowhere. It was not read.",
)
EXPANDS_PATTERNS = os.name == "nt"
"""Whether the shell leaves ``*.yaml`` to the program."""


def run(call: Call, language: Language) -> int:
    """Check, report, and give the exit code."""
    if call.has("--watch"):
        # loaded by name: it calls this again
        status: int = import_module("malkoll.cli.watching").run(call, language)
        return status
    if call.has("--isolated") and call.has("--config"):
        raise CallError(BOTH())
    if call.has("--grow-baseline") and not call.has("--write-baseline"):
        raise CallError(GROWS_WHAT())
    paths = named_paths(call)
    configurations = Configurations(call.one("--config"), isolated=call.has("--isolated"))
    fail_on = least_severity(call.one("--fail-on") or configurations.of(_folder(paths[0])).fail_on)
    is_quiet = call.has("--quiet")
    targets = targets_of(call)

    def watch(found: Sequence[Found]) -> Iterable[Found]:
        hold_apart(targets, paths_of(found))
        return found if is_quiet else watched(found, language)

    fixing = _fixing(call)
    outcome = run_check(
        paths,
        settings_of(call)._replace(
            keep=_keeps(call, targets), jobs=_jobs(call.one("--jobs")), cache=_cache(call)
        ),
        configurations,
        watch,
        fixing.fixer if fixing else None,
    )
    if not is_quiet:
        complain(LEFT_OUT(name=name).render(language) for name in outcome.left_out)
        complain(note.render(language) for note in outcome.notes)
    if fixing is None:
        write_report(outcome.report, call, language, fail_on, targets)
        status = status_of(outcome.report, fail_on)
    else:
        status = fixing.finish(outcome.report, language, fail_on, targets)
    if outcome.report.baselines and not is_quiet:
        # loaded here: most runs have no baseline
        from malkoll.cli.baseline import told  # noqa: PLC0415

        complain(told(outcome.report, language))
    if outcome.checked or call.has("--only-goal-documents"):
        return status
    complain(nothing_found(paths, outcome, language))
    return Exit.NO_DOCUMENT


def _fixing(call: Call) -> Fixing | None:
    """Give what fixes the files of a call, if it is to fix them or to show what that would change."""
    if not (call.has("--fix") or call.has("--diff")):
        return None
    # loaded by name: only calls that fix need it
    fixing: Fixing = import_module("malkoll.cli.fixing").Fixing(call)
    return fixing


def named_paths(call: Call) -> list[str]:
    if any(not path for path in call.arguments):
        raise CallError(NO_PATH())
    if call.has("--stdin-filename") and STANDARD_INPUT not in call.arguments:
        if call.arguments:
            raise CallError(NO_INPUT())
        return [STANDARD_INPUT]
    paths = _expanded(call.arguments) if EXPANDS_PATTERNS else call.arguments
    return paths or ["."]


def _expanded(paths: Sequence[str]) -> list[str]:
    """Find what ``*.yaml`` means where the shell doesn't; a name that exists means itself."""
    # loaded here: Windows alone needs it
    from glob import glob  # noqa: PLC0415

    found: list[str] = []
    for path in paths:
        matches = [] if os.path.lexists(path) else sorted(glob(path))  # noqa: PTH207 - names as they are given
        found += matches or [path]
    return found


def _folder(path: str) -> Path:
    here = Path(path).absolute()
    return here if os.path.isdir(here) else here.parent  # noqa: PTH112 - pathlib raises for names that are too long


def _keeps(call: Call, targets: Iterable[Target]) -> bool:
    """Tell whether one of the reports shows the goals themselves."""
    forms = {call.one("--format"), *(target.form.value for target in targets)}
    return not forms.isdisjoint(form.value for form in KEEPING)


def settings_of(call: Call) -> Settings:
    return Settings(
        select=call.many("--select"),
        extend_select=call.many("--extend-select"),
        ignore=call.many("--ignore"),
        model=call.one("--model"),
        date=_date(call.one("--date")),
        config=call.one("--config"),
        isolated=call.has("--isolated"),
        stdin_name=call.one("--stdin-filename"),
        only_goal_documents=call.has("--only-goal-documents"),
        against=call.one("--against"),
        baseline=call.one("--baseline"),
        write_baseline=call.one("--write-baseline"),
        grow_baseline=call.has("--grow-baseline"),
        limits=limits_of(call),
    )


def _jobs(value: str | None) -> int:
    if value is None:
        return AUTOMATIC
    if not re.fullmatch(r"0*[1-9][0-9]{0,3}", value):
        raise CallError(NO_JOBS(value=value))
    return int(value)


def _cache(call: Call) -> str | None:
    """Give the folder for what is found in single files."""
    folder = None if call.has("--no-cache") else cache_folder()
    return str(Path(folder, FILES)) if folder else None


def _date(value: str | None) -> datetime.date | None:
    if value is None:
        return None
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise CallError(NO_DATE(value=value))
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise CallError(NO_DATE(value=value)) from error


def nothing_found(paths: Sequence[str], outcome: Outcome, language: Language) -> list[str]:
    lines = [NO_DOCUMENT(paths=Words(paths)).render(language)]
    if skipped := outcome.report.skipped:
        lines.append(PASSED_OVER(count=Count(skipped, *YAML_FILES)).render(language))
    return lines
