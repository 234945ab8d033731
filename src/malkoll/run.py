"""A whole run: files found, their configuration and steering model, and the engine over all of them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from malkoll.call_error import CallError
from malkoll.checked import Checked
from malkoll.config.configuration import Configuration
from malkoll.config.files import Configurations
from malkoll.config.names import named, place, refuse_unknown, severities
from malkoll.discover import Discovery, Found, read, shown_name
from malkoll.engine import Engine, Input
from malkoll.file_report import FileReport
from malkoll.jobs.when import CAN_FORK, pays_to_share, processes
from malkoll.language import Message
from malkoll.models import Models
from malkoll.one_by_one import OneByOne
from malkoll.rule import Scope
from malkoll.selection import Selection, matching
from malkoll.selection import select as select_rules
from malkoll.settings import Outcome, Settings
from malkoll.siblings import Siblings, Usable, siblings
from malkoll.source import SourceFile
from malkoll.steering.loaded import LoadedModel
from malkoll.syntax.tree import Trouble

if TYPE_CHECKING:
    from malkoll.baseline.choose import Baselines
    from malkoll.cache.keyed import Cache
    from malkoll.jobs.task import Examine, Task

__all__ = ["Outcome", "Settings", "run", "today"]

Watch = Callable[[Sequence[Found]], Iterable[Found]]
"""Goes through the files of a run, and may show how far it has come."""
Alone = Callable[[Input], FileReport | None]
"""Checks a file as the run would, but alone; None for what is passed over."""
Fix = Callable[[Found, Input, Alone], Input]
"""Is given each file before it is checked, and gives it as it is to be checked."""


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
        self.engine = Engine(date, self._choose_model, settings.limits, keep=settings.keep)
        self._folders: dict[str, str] = {}
        self._used: dict[Path, Configuration] = {}
        self._selections: dict[tuple[Path | None, tuple[str, ...]], Selection] = {}
        self._baselines: Baselines | None = None
        if settings.baseline is not None or settings.write_baseline is not None:
            self._known()

    def check(self, paths: Sequence[str], watch: Watch, fix: Fix | None = None) -> Outcome:
        try:
            return self._check(paths, watch, fix)
        finally:
            if cache := self.__dict__.get("_cache"):
                cache.close()

    def _check(self, paths: Sequence[str], watch: Watch, fix: Fix | None) -> Outcome:
        discovery = Discovery(self.configurations)
        found = [one for one in discovery.files(paths, self.settings.stdin_name) if self._is_wanted(one)]
        self.engine.whole = any(not one.is_named for one in found)
        if fix is not None:
            for one in watch(found):
                self.engine.check(fix(one, self._input(one), self._alone))
        else:
            self._check_each(found, watch)
        checked = self.engine.checked
        notes = self._look_beside(found, paths, discovery) if self.engine.looks_across else ()
        for configuration in self._used.values():
            self._about_settings(configuration)
        if self.engine.shelf.is_packed and pays_to_share(self.settings.jobs, checked):
            # loaded here: few runs have so many files
            from malkoll.jobs.copies import shared_among  # noqa: PLC0415

            self.engine.share = shared_among(processes(self.settings.jobs))
        report = self.engine.finish()
        if self._baselines is not None and checked:
            report = self._baselines.settle(report, self.engine.date, whole=self.engine.whole)
        return Outcome(report, checked, tuple(discovery.left_out), notes)

    def _check_each(self, found: Sequence[Found], watch: Watch) -> None:
        """Check files that are left as they are."""
        can_do_more = len(found) > 1 and not self.settings.keep and all(one.path for one in found)
        cache = self._cache if can_do_more else None
        jobs = self.settings.jobs if can_do_more else 1
        start = (
            self.as_worker
            if CAN_FORK
            else partial(_begin_anew, self.settings._replace(date=self.engine.date))
        )
        OneByOne(self.engine, self._input, start, jobs, cache).check(watch(found))

    @cached_property
    def _cache(self) -> Cache | None:
        """What is known from before; opened for several files, for one it wouldn't pay."""
        if self.settings.cache is None or self.settings.keep:
            return None
        try:
            from malkoll.cache.keyed import Cache  # noqa: PLC0415 - most runs are of one file
        except ImportError:
            # a Python without SQLite
            return None
        return Cache(self.settings.cache, self.engine.date, self.engine.limits, self._choose_model)

    def as_worker(self) -> Examine:
        """Give what checks a file in a worker process."""
        from malkoll.cache import record  # noqa: PLC0415 - few runs have so many files
        from malkoll.jobs.task import Answer  # noqa: PLC0415
        from malkoll.packed import pack  # noqa: PLC0415

        is_kept = self.settings.cache is not None

        def examine(task: Task) -> Answer:
            file = self._given(task.found, task.data)
            checked = self.engine.examine(file)
            kept = record.packed(checked) if is_kept else b""
            return Answer(pack(checked) if checked else None, record.told_of(file), kept)

        return examine

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
        from malkoll.history import NOTHING_THERE, TOO_LARGE, folders_of, versions  # noqa: PLC0415

        folders = [*folders_of(paths, self.settings.stdin_name), *beside.folders]
        before = self.engine.remembered
        notes: list[Message] = []
        for one in versions(revision, folders, Usable(self.configurations).takes, self.engine.limits.size):
            if one.data is None:
                notes.append(TOO_LARGE(file=one.name))
                continue
            there = Found(one.name, one.name, one.folder, is_named=False)
            self._remember(there, one.data, is_earlier=True)
        if self.engine.remembered == before and not notes:
            notes.append(NOTHING_THERE(revision=revision))
        return tuple(notes)

    def _remember(self, found: Found, data: bytes | None, *, is_earlier: bool = False) -> None:
        """Have a document remembered that isn't checked; what is wrong with its surroundings isn't told here."""
        try:
            configuration = self.configurations.of(found.folder)
            model, selection = self.models.of(configuration), self._selection(found, configuration)
        except CallError:
            return
        self._folders[found.name] = found.folder
        file = Input(found.name, data, model, selection, only_if_goals=True)
        self.engine.remember(self._seen(file), is_earlier=is_earlier)

    def _seen(self, file: Input) -> Checked | None:
        """Read a document that isn't checked, or take what is known of it."""
        if self._cache is None:
            return self.engine.look_at(file)
        key = self._cache.key(file, is_beside=True)
        for one in (key, self._cache.key(file)):
            is_known, seen = self._cache.find(one, file)
            if is_known:
                return seen
        seen = self.engine.look_at(file)
        self._cache.keep(key, seen)
        return seen

    def _alone(self, file: Input) -> FileReport | None:
        """Check one file; what only a look at several can tell doesn't count."""
        rules = tuple(rule for rule in file.selection.rules if rule.scope is not Scope.RUN)
        engine = Engine(self.engine.date, self._choose_model, self.engine.limits)
        engine.check(file._replace(selection=file.selection.only(rules)))
        return next(iter(engine.finish().files), None)

    def _is_wanted(self, found: Found) -> bool:
        """Tell whether a named file is wanted: where the caller has many named, exclusions count for them too."""
        if not (found.is_named and self.settings.only_goal_documents and found.path):
            return True
        return not self.configurations.of(found.folder).leaves_out(str(Path(found.path).absolute()))

    def _input(self, found: Found) -> Input:
        configuration = self._configuration(found)
        data, trouble = read(found, self.engine.limits.size)
        file = self._given(found, data, trouble)
        if self._baselines is not None or configuration.baseline is not None:
            self._known().note(found, configuration, file.selection)
        return file

    def _given(self, found: Found, data: bytes | None, trouble: Trouble | None = None) -> Input:
        """Give a file that was read, with what it is held against."""
        configuration = self._configuration(found)
        self._folders[found.name] = found.folder
        selection = self._selection(found, configuration)
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


def _begin_anew(settings: Settings) -> Examine:
    """Give what checks a file in a worker process that begins at the beginning."""
    # baselines are read, and written, by who started it
    settings = settings._replace(baseline=None, write_baseline=None)
    configurations = Configurations(settings.config, isolated=settings.isolated)
    return _Run(settings, configurations).as_worker()


def today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
