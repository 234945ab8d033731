"""Checks a steering model itself, with findings as good as those about a goal document."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator

from malkoll.asking import about_file, in_order, safely, seen, settle
from malkoll.diagnostic import At, Diagnostic, Finding, Severity, Suppressed
from malkoll.document.part import Place
from malkoll.document.words import fold
from malkoll.file_report import FileReport
from malkoll.language import Language
from malkoll.locate import Locator
from malkoll.opened import Input
from malkoll.record import Record
from malkoll.result import Report
from malkoll.rule import ModelCase, ReadFile, Rule, Scope
from malkoll.rules import BY_NAME
from malkoll.selection import Selection
from malkoll.source import SourceFile, Span
from malkoll.steering.loaded import LoadedModel, read_model
from malkoll.steering.model import SteeringModel
from malkoll.suppress.comment import suppressions
from malkoll.suppress.silence import apply, unused
from malkoll.suppress.troubles import near_rule, troubles_of, unused_trouble
from malkoll.syntax.compose import Limits
from malkoll.syntax.parse import parse
from malkoll.syntax.patch import span_of
from malkoll.syntax.tree import Node, Trouble

_CODES = {fold(name): rule.code for name, rule in BY_NAME.items()}


class CheckedModel(Record):
    """A steering model and what is wrong with it.

    Attributes:
        model: as far as it could be read; None when nothing could.
        report: its findings, as those of a run of one file.

    """

    model: LoadedModel | None
    report: Report

    @property
    def usable(self) -> LoadedModel | None:
        """The model, when goals can be held against it: it has no errors."""
        return None if self.report.worst() is Severity.ERROR else self.model


class _Read(Record):
    """A model's file as far as it could be read; an empty model stands for one that couldn't be."""

    source: SourceFile
    root: Node | None
    loaded: LoadedModel
    troubles: tuple[Trouble, ...]
    language: Language
    is_model: bool


def check_model(
    name: str, data: bytes, date: datetime.date, selection: Selection, trouble: Trouble | None = None
) -> CheckedModel:
    """Check a steering model's file.

    Args:
        name: as it is shown, with forward slashes.
        data: its bytes.
        date: the run's date.
        selection: the rules that are on.
        trouble: why the file couldn't be read, if it couldn't.

    """
    read = _read(name, data, trouble)
    active, silenced = _silence(read, Input(name, data, read.loaded, selection), date)
    report = FileReport(
        path=name,
        board=None,
        municipality=None,
        year=None,
        status=None,
        level=None,
        model=read.loaded,
        diagnostics=tuple(sorted(active, key=in_order)),
        suppressed=tuple(silenced),
        is_document=False,
        sha256="" if trouble or len(data) > Limits().size else hashlib.sha256(data).hexdigest(),
        wide=read.source.wide,
    )
    return CheckedModel(read.loaded if read.is_model else None, Report((report,), 0, date))


def _read(name: str, data: bytes, trouble: Trouble | None) -> _Read:
    limits = Limits()
    if trouble is None and len(data) > limits.size:
        values: dict[str, str | int] = {"limit": limits.size}
        trouble = Trouble("unreadable-file", "size", Span(0, 0), values=values, fatal=True)
    if trouble is not None:
        source = SourceFile(name, b"")
        return _Read(source, None, _empty(source), (trouble,), Language.SV, is_model=False)
    source = SourceFile(name, data)
    built, troubles, whole = read_model(source, limits)
    if built.part is None:
        return _Read(
            source, None, _empty(source), (*troubles, *built.troubles), built.language, is_model=False
        )
    loaded = LoadedModel(built.part, source, data)
    root = parse(source, limits).root
    unknown = _unknown_rules(loaded.model, source, root)
    return _Read(source, root, loaded, (*troubles, *built.troubles, *unknown), built.language, is_model=whole)


def _empty(source: SourceFile) -> LoadedModel:
    return LoadedModel(SteeringModel(place=Place(())), source, b"")


def _unknown_rules(model: SteeringModel, source: SourceFile, root: Node | None) -> Iterator[Trouble]:
    """Report names under ``regler`` that no rule has: what they say has no effect."""
    for name in model.rules:
        if fold(name) in _CODES:
            continue
        path = (*model.at("rules"), name)
        span = span_of(At(path, key=True), source, root) or Span(0, 0)
        values: dict[str, str | int] = {"name": name}
        near = near_rule(name)
        if near is None:
            yield Trouble("unknown-rule", "setting", span, path, values)
        else:
            yield Trouble(
                "unknown-rule", "setting", span, path, {**values, "near": near}, edits=((span, near),)
            )


def _silence(read: _Read, file: Input, date: datetime.date) -> tuple[list[Diagnostic], list[Suppressed]]:
    """Ask the rules; part what the file's comments silence, and tell what is wrong with those themselves."""
    locator = Locator(read.source, read.root, model=read.loaded)
    found = settle(_ask(read, file.selection), file, locator)
    comments = suppressions(read.source, read.root, date)
    active, silenced = apply(found, comments)

    def was_asked(rule: Rule) -> bool:
        about = {Scope.TEXT, Scope.FILE}
        scopes = {*about, Scope.MODEL} if read.is_model else about
        return rule.scope in scopes and file.selection.shows(rule, read.loaded)

    idle = unused(comments, active, was_asked)
    troubles = troubles_of(comments) + [unused_trouble(one, names, read.source) for one, names in idle]
    told = ReadFile(read.source, tuple(troubles), read.language)
    return active + settle(seen(file.selection, told), file, locator), silenced


def _ask(read: _Read, selection: Selection) -> Iterator[tuple[Rule, Finding]]:
    file = ReadFile(read.source, read.troubles, read.language)
    yield from about_file(selection, file)
    if not read.is_model:
        return
    case = ModelCase(read.loaded.model, read.loaded, _CODES, read.language)
    for rule in selection.of(Scope.MODEL):
        yield from safely(rule, case)
