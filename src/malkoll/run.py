"""A whole run: files found, their configuration and steering model, and the engine over all of them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from malkoll.call_error import CallError
from malkoll.config.configuration import Configuration
from malkoll.config.files import Configurations
from malkoll.config.names import named, place, refuse_unknown, severities
from malkoll.discover import Discovery, Found, read, shown_name
from malkoll.engine import Engine, Input
from malkoll.language import Message
from malkoll.models import Models
from malkoll.result import FileReport, Report
from malkoll.rule import Scope
from malkoll.selection import Selection, matching
from malkoll.selection import select as select_rules
from malkoll.siblings import Siblings, Usable, siblings
from malkoll.source import SourceFile
from malkoll.steering.loaded import LoadedModel
from malkoll.syntax.tree import Trouble

if TYPE_CHECKING:
    from malkoll.baseline.choose import Baselines

Watch = Callable[[Sequence[Found]], Iterable[Found]]
"""Goes through the files of a run, and may show how far it has come."""
Alone = Callable[[Input], FileReport | None]
"""Checks a file as the run would, but alone; None for what is passed over."""
Fix = Callable[[Found, Input, Alone], Input]
"""Is given each file before it is checked, and gives it as it is to be checked."""


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
        keep: hold the documents themselves in the report, for showing their goals.
        baseline: a file of findings that don't count, over those of configurations.
        write_baseline: write that file: what is mended leaves it; all goes into one that is new.
        grow_baseline: take in what is new, too.
        against: compare with the documents of this version in git, too.

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
    keep: bool = False
    baseline: str | None = None
    write_baseline: str | None = None
    grow_baseline: bool = False
    against: str | None = None


class Outcome(NamedTuple):
    """What a run gave.

    Attributes:
        report: its findings.
        checked: how many goal documents were checked.
        left_out: links in folders that weren't followed.
        notes: what else there is to tell of the run.

    """

    report: Report
    checked: int
    left_out: tuple[str, ...]
    notes: tuple[Message, ...] = ()


def run(
    paths: Sequence[str],
    settings: Settings,
    configurations: Configurations | None = None,
    watch: Watch = iter,
    fix: Fix | None = None,
) -> Outcome:
    """Check what the paths lead to.

    Raises:
        CallError: when the call, a configuration or a steering model can't be used.

    """
    configurations = configurations or Configurations(settings.config, isolated=settings.isolated)
    return _Run(settings, configurations).check(paths, watch, fix)


class _Run:
    def __init__(self, settings: Settings, configurations: Configurations) -> None:
        refuse_unknown((*settings.select, *settings.extend_select, *settings.ignore))
        self.settings = settings
        self.configurations = configurations
        date = settings.date or today()
        self.models = Models(settings.model, date)
        self.engine = Engine(date, self._choose_model, keep=settings.keep)
        self._folders: dict[str, str] = {}
        self._used: dict[Path, Configuration] = {}
        self._selections: dict[tuple[Path | None, tuple[str, ...]], Selection] = {}
        self._baselines: Baselines | None = None
        if settings.baseline is not None or settings.write_baseline is not None:
            self._known()

    def check(self, paths: Sequence[str], watch: Watch, fix: Fix | None = None) -> Outcome:
        discovery = Discovery(self.configurations)
        found = [one for one in discovery.files(paths, self.settings.stdin_name) if self._is_wanted(one)]
        self.engine.whole = any(not one.is_named for one in found)
        for one in watch(found):
            file = self._input(one)
            self.engine.check(file if fix is None else fix(one, file, self._alone))
        checked = self.engine.checked
        notes = self._look_beside(found, paths, discovery) if self.engine.looks_across else ()
        for configuration in self._used.values():
            self._about_settings(configuration)
        report = self.engine.finish()
        if self._baselines is not None and checked:
            report = self._baselines.settle(report, self.engine.date, whole=self.engine.whole)
        return Outcome(report, checked, tuple(discovery.left_out), notes)

    def _look_beside(
        self, found: Sequence[Found], paths: Sequence[str], discovery: Discovery
    ) -> tuple[Message, ...]:
        """Read what belongs to the files: what the rules across documents find doesn't depend on who is named."""
        self.engine.is_batch = self.settings.only_goal_documents
        beside = siblings(found, discovery, self.configurations)
        self.engine.together |= beside.together
        for one in beside.files:
            data, trouble = read(one, self.engine.limits.size)
            if trouble is None:
                self._remember(one, data)
        if self.settings.against is None:
            return ()
        return self._look_back(self.settings.against, paths, beside)

    def _look_back(self, revision: str, paths: Sequence[str], beside: Siblings) -> tuple[Message, ...]:
        # loaded here: only a caller who asks for it starts git
        from malkoll.history import NOTHING_THERE, folders_of, versions  # noqa: PLC0415

        folders = [*folders_of(paths, self.settings.stdin_name), *beside.folders]
        before = self.engine.remembered
        for one in versions(revision, folders, Usable(self.configurations).takes, self.engine.limits.size):
            there = Found(one.name, one.name, one.folder, is_named=False)
            self._remember(there, one.data, is_earlier=True)
        return () if self.engine.remembered > before else (NOTHING_THERE(revision=revision),)

    def _remember(self, found: Found, data: bytes | None, *, is_earlier: bool = False) -> None:
        """Have a document remembered that isn't checked; what is wrong with its surroundings isn't told here."""
        try:
            configuration = self.configurations.of(found.folder)
            model, selection = self.models.of(configuration), self._selection(found, configuration)
        except CallError:
            return
        self._folders[found.name] = found.folder
        file = Input(found.name, data, model, selection, only_if_goals=True)
        self.engine.remember(file, is_earlier=is_earlier)

    def _alone(self, file: Input) -> FileReport | None:
        """Check one file; what only a look at several can tell doesn't count."""
        rules = tuple(rule for rule in file.selection.rules if rule.scope is not Scope.RUN)
        engine = Engine(self.engine.date, self._choose_model, self.engine.limits)
        engine.check(file._replace(selection=file.selection._replace(rules=rules)))
        return next(iter(engine.finish().files), None)

    def _is_wanted(self, found: Found) -> bool:
        """Tell whether a named file is wanted: where the caller has many named, exclusions count for them too."""
        if not (found.is_named and self.settings.only_goal_documents and found.path):
            return True
        return not self.configurations.of(found.folder).leaves_out(str(Path(found.path).absolute()))

    def _input(self, found: Found) -> Input:
        configuration = self._configuration(found)
        self._folders[found.name] = found.folder
        data, trouble = read(found, self.engine.limits.size)
        selection = self._selection(found, configuration)
        if self._baselines is not None or configuration.baseline is not None:
            self._known().note(found, configuration, selection)
        return Input(
            found.name,
            data,
            self.models.of(configuration),
            selection,
            trouble,
            only_if_goals=self.settings.only_goal_documents or not found.is_named,
        )

    def _known(self) -> Baselines:
        if self._baselines is None:
            # loaded here: most runs have no baseline
            from malkoll.baseline.choose import Baselines  # noqa: PLC0415

            given = self.settings
            self._baselines = Baselines(given.baseline, given.write_baseline, grow=given.grow_baseline)
        return self._baselines

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
            chosen, given.extend_select, (*given.ignore, *ignored_here), severities(configuration)
        )

    def _about_settings(self, configuration: Configuration) -> None:
        """Tell of names in a configuration that no rule has: more is reported then than was wished."""
        unknown = [name for name in dict.fromkeys(configuration.selectors()) if not matching(name)]
        if not unknown or configuration.file is None:
            return
        source = SourceFile(shown_name(str(configuration.file)), configuration.text.encode())
        troubles = [
            Trouble("unknown-rule", "setting", place(source.text, name), values=named(name))
            for name in unknown
        ]
        file = Input(
            source.name, None, self.models.of(configuration), select_rules(ignored=configuration.ignore)
        )
        self.engine.check_settings(source, troubles, file)


def today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
