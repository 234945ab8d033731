"""A whole run: files found, their configuration and steering model, and the engine over all of them."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from malkoll.call_error import CallError
from malkoll.config.configuration import NONE, Configuration
from malkoll.config.files import IN_FILE, Configurations
from malkoll.diagnostic import Severity
from malkoll.discover import Discovery, Found, read, shown_name
from malkoll.document.words import closest
from malkoll.engine import Engine, Input
from malkoll.language import Message, Text
from malkoll.models import Models
from malkoll.result import Report
from malkoll.rules import RULES
from malkoll.selection import Selection, matching
from malkoll.selection import select as select_rules
from malkoll.source import SourceFile, Span
from malkoll.steering.loaded import LoadedModel
from malkoll.syntax.tree import Trouble

UNKNOWN_RULE = Text("Ingen regel heter ”{name}”.", "No rule is called “{name}”.")
CLOSE_RULE = Text(
    "Ingen regel heter ”{name}”. Menade du ”{near}”?", "No rule is called “{name}”. Did you mean “{near}”?"
)
Watch = Callable[[Sequence[Found]], Iterable[Found]]
"""Goes through the files of a run, and may show how far it has come."""


class Settings(NamedTuple):
    """What the caller chooses of a run; it goes before what a configuration says.

    Attributes:
        select, extend_select, ignore: codes, beginnings of codes, or names of rules.
        model: id or file of a steering model, over all others.
        date: the run's date; None for today.
        config: this configuration instead of those that are found.
        isolated: no configuration.
        stdin_name: the name of what comes on standard input.
        only_goal_documents: pass over named files that aren't goal documents, as in folders.

    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    model: str | None = None
    date: datetime.date | None = None
    config: str | None = None
    isolated: bool = False
    stdin_name: str | None = None
    only_goal_documents: bool = False


class Outcome(NamedTuple):
    """What a run gave.

    Attributes:
        report: its findings.
        checked: how many goal documents were checked.
        left_out: links in folders that weren't followed.

    """

    report: Report
    checked: int
    left_out: tuple[str, ...]


def run(
    paths: Sequence[str],
    settings: Settings,
    configurations: Configurations | None = None,
    watch: Watch = iter,
) -> Outcome:
    """Check what the paths lead to.

    Raises:
        CallError: when the call, a configuration or a steering model can't be used.

    """
    configurations = configurations or Configurations(settings.config, isolated=settings.isolated)
    return _Run(settings, configurations).check(paths, watch)


class _Run:
    def __init__(self, settings: Settings, configurations: Configurations) -> None:
        refuse_unknown((*settings.select, *settings.extend_select, *settings.ignore))
        self.settings = settings
        self.configurations = configurations
        date = settings.date or today()
        self.models = Models(settings.model, date)
        self.engine = Engine(date, self._choose_model)
        self._folders: dict[str, str] = {}
        self._used: dict[Path, Configuration] = {}
        self._selections: dict[tuple[Path | None, tuple[str, ...]], Selection] = {}

    def check(self, paths: Sequence[str], watch: Watch) -> Outcome:
        discovery = Discovery(self.configurations)
        found = [one for one in discovery.files(paths, self.settings.stdin_name) if self._is_wanted(one)]
        self.engine.whole = any(not one.is_named for one in found)
        for one in watch(found):
            self.engine.check(self._input(one))
        checked = self.engine.checked
        for configuration in self._used.values():
            self._about_settings(configuration)
        return Outcome(self.engine.finish(), checked, tuple(discovery.left_out))

    def _is_wanted(self, found: Found) -> bool:
        """Tell whether a named file is wanted: where the caller has many named, exclusions count for them too."""
        if not (found.is_named and self.settings.only_goal_documents and found.path):
            return True
        return not self.configurations.of(found.folder).leaves_out(str(Path(found.path).absolute()))

    def _input(self, found: Found) -> Input:
        configuration = self._configuration(found)
        self._folders[found.name] = found.folder
        data, trouble = read(found, self.engine.limits.size)
        return Input(
            found.name,
            data,
            self.models.of(configuration),
            self._selection(found, configuration),
            trouble,
            only_if_goals=self.settings.only_goal_documents or not found.is_named,
        )

    def _configuration(self, found: Found) -> Configuration:
        configuration = self.configurations.of(found.folder)
        if configuration.file is not None and configuration.file not in self._used:
            # less would be checked than asked for
            refuse_unknown((*configuration.select, *configuration.extend_select), configuration.file)
            self._used[configuration.file] = configuration
        return configuration

    def _choose_model(self, name: str, file: Input) -> LoadedModel | Trouble:
        return self.models.named_by(name, self._folders[file.name])

    def _selection(self, found: Found, configuration: Configuration) -> Selection:
        path = str(Path(found.path or found.name).absolute())
        ignored = configuration.ignored_in(path)
        key = (configuration.file, ignored)
        if key not in self._selections:
            self._selections[key] = self._select(configuration, ignored)
        return self._selections[key]

    def _select(self, configuration: Configuration, ignored_here: tuple[str, ...]) -> Selection:
        """Take what the configuration says, then what the caller says, then what is off for the file."""
        given = self.settings
        chosen: Sequence[str] = given.select
        if not chosen:
            base = select_rules(configuration.select, configuration.extend_select, configuration.ignore)
            chosen = [rule.code for rule in base.rules]
        return select_rules(
            chosen, given.extend_select, (*given.ignore, *ignored_here), _severities(configuration)
        )

    def _about_settings(self, configuration: Configuration) -> None:
        """Tell of names in a configuration that no rule has: more is reported then than was wished."""
        unknown = [name for name in dict.fromkeys(configuration.selectors()) if not matching(name)]
        if not unknown or configuration.file is None:
            return
        source = SourceFile(shown_name(str(configuration.file)), configuration.text.encode())
        troubles = [
            Trouble("unknown-rule", "setting", _place(source.text, name), values=_named(name))
            for name in unknown
        ]
        file = Input(
            source.name, None, self.models.of(configuration), select_rules(ignored=configuration.ignore)
        )
        self.engine.check_settings(source, troubles, file)


def _named(name: str) -> dict[str, str | int]:
    from malkoll.suppress.troubles import near_rule  # noqa: PLC0415 - only for a name that no rule has

    near = near_rule(name)
    return {"name": name, "near": near} if near else {"name": name}


def _severities(configuration: Configuration) -> dict[str, Severity | None]:
    return {
        rule.name: severity
        for selector, severity in configuration.severity.items()
        for rule in matching(selector)
    }


def _place(text: str, name: str) -> Span:
    """Find a name in a configuration: in quotation marks, or as a bare key."""
    bare = re.escape(name)
    found = re.search(rf"(?<=[\"']){bare}(?=[\"'])|(?<![\w-]){bare}(?=[ \t]*=)", text)
    return Span(*found.span()) if found else Span(0, 0)


def refuse_unknown(selectors: Iterable[str], file: Path | None = None) -> None:
    """Refuse names that no rule has, given by the caller or in a configuration's file.

    Raises:
        CallError: when there are such.

    """
    wrong: list[Message] = []
    for name in dict.fromkeys(selectors):
        if matching(name):
            continue
        near = closest(name, [word for rule in RULES for word in (rule.name, rule.code)])
        wrong.append(CLOSE_RULE(name=name, near=near) if near else UNKNOWN_RULE(name=name))
    if wrong and file is not None:
        wrong = [IN_FILE(file=shown_name(str(file)), problem=problem) for problem in wrong]
    if wrong:
        raise CallError(*wrong)


def today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def check_paths(  # noqa: PLR0913 - the options of `malkoll check`, by name
    paths: Iterable[str | os.PathLike[str]],
    *,
    select: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    model: str | None = None,
    date: datetime.date | None = None,
    config: str | None = None,
    isolated: bool = False,
) -> Report:
    """Check files and folders as ``malkoll check`` does.

    Args:
        paths: files, or folders with all below them.
        select: only these rules: codes, beginnings of codes, or names.
        extend_select: these rules too.
        ignore: not these rules.
        model: id or file of the steering model, over all others.
        date: the day that the check is for; today, if not given.
        config: a configuration instead of those that are found.
        isolated: no configuration.

    Raises:
        CallError: when a rule's name, a configuration or a steering model can't be used.

    """
    settings = Settings(
        tuple(select), tuple(extend_select), tuple(ignore), model, date, config=config, isolated=isolated
    )
    return run([os.fspath(path) for path in paths], settings).report


def check_text(
    text: str, *, name: str = "text.yaml", model: str | None = None, date: datetime.date | None = None
) -> Report:
    """Check the text of one goal document; no configuration counts.

    Args:
        text: the document.
        name: as it is called in the report.
        model: id or file of the steering model, over the one that the document names.
        date: the day that the check is for; today, if not given.

    Raises:
        CallError: when the steering model can't be used.

    """
    day = date or today()
    models = Models(model, day)
    engine = Engine(day, lambda named, _file: models.named_by(named, str(Path.cwd())))
    engine.check(Input(name, text.encode("utf-8", "surrogatepass"), models.of(NONE), select_rules()))
    return engine.finish()
