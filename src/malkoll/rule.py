"""What a rule is, and what it is given to look at.

A rule is a generator of findings. It reads like the sentence that it checks, names places by
path, and knows nothing of lines, files, colours or settings. Its manual lies beside it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import cache
from importlib import import_module
from pathlib import Path as FilePath
from typing import Any, TypeVar

from malkoll.diagnostic import Applicability, Finding, Severity
from malkoll.document.goal_document import Goal, GoalDocument
from malkoll.document.words import Key
from malkoll.language import Language, Text
from malkoll.record import Record
from malkoll.source import SourceFile
from malkoll.steering.loaded import LoadedModel
from malkoll.steering.model import SteeringModel
from malkoll.syntax.tree import Trouble

ABOUT_THE_FILE = "MK0"
"""How the codes begin of rules that no steering model can change."""


class Scope(StrEnum):
    """What a rule is given: a file as read, a document, each of its goals, a run, a steering model.

    A FILE rule words what the reader saw and is asked only when the reader saw something that
    has the rule's name; a TEXT rule reads the file's text itself.
    """

    TEXT = "text"
    FILE = "file"
    DOCUMENT = "document"
    GOAL = "goal"
    RUN = "run"
    MODEL = "model"


ALWAYS_ON = frozenset({"MK001", "MK003", "MK007", "MK999"})
"""What can't be read, and a rule that breaks, is told whichever rules are chosen: it never passes."""


class Source(StrEnum):
    """Where a rule comes from."""

    PRESENTATION = "S"
    PRACTICE = "L"
    YAML = "Y"


class ReadFile(Record):
    """A file as far as it could be read, with all that the reader saw.

    Attributes:
        source: name and text.
        troubles: what the reader saw, in any order.
        language: the language of the document's keys.

    """

    source: SourceFile
    troubles: tuple[Trouble, ...]
    language: Language = Language.SV

    def of(self, rule: str) -> Iterator[Trouble]:
        """Give the troubles that the rule of this name puts into words."""
        return (trouble for trouble in self.troubles if trouble.rule == rule)


class Case(Record):
    """A goal document and what it is held against.

    Attributes:
        document: the document; what couldn't be read in it is None or left out.
        model: the steering model in force.
        date: the run's date.
        language: the language of the document's keys, for naming keys that aren't there.

    """

    document: GoalDocument
    model: LoadedModel
    date: datetime.date
    language: Language

    @property
    def goals(self) -> list[Goal]:
        return self.document.goals

    def word(self, key: Key) -> str:
        """Write a key as this document would write it."""
        return key.word(self.language)


class ModelCase(Record):
    """A steering model that is checked itself.

    Attributes:
        model: the model as far as it could be read.
        loaded: the same with its look-ups.
        rules: every rule's code, under the code and under the name, case folded.
        language: the language of the model's keys.

    """

    model: SteeringModel
    loaded: LoadedModel
    rules: Mapping[str, str]
    language: Language

    def word(self, key: Key) -> str:
        return key.word(self.language)


class Rule(Record):
    """A rule with all that catalogues, manuals and the engine need to know of it.

    Attributes:
        code, name: fixed for good; other programs read them.
        severity: the default; a steering model or a configuration may say otherwise.
        title: a few words in each language.
        scope: what `check` is called with.
        module, function: where the generator of findings is, loaded when it is first asked.
        source: presentation, practice or YAML.
        fix: whether its findings can offer a fix, and how safe that is.
        enabled: whether it is on unless asked for.
        about: what it speaks of; see `rule`.

    """

    code: str
    name: str
    severity: Severity
    title: Text
    scope: Scope
    module: str
    function: str
    source: Source
    fix: Applicability | None
    enabled: bool
    about: tuple[str, ...] = ()

    @property
    def check(self) -> Callable[..., Iterator[Finding]]:
        """The generator of findings."""
        return _generator(self.module, self.function)

    def speaks_of(self, there: AbstractSet[str]) -> bool:
        """Tell whether it may find anything where all this stands, and nothing else."""
        return not self.about or not there.isdisjoint(self.about)

    @property
    def is_about_the_file(self) -> bool:
        """Tell whether it is about the file itself: then no model can soften it."""
        return self.code.startswith(ABOUT_THE_FILE)

    @property
    def manual_file(self) -> FilePath:
        """The rule's manual in Markdown: the file beside its code."""
        return FilePath(__file__).parent.joinpath(*self.module.split(".")[1:]).with_suffix(".md")


@cache
def _generator(module: str, function: str) -> Callable[..., Iterator[Finding]]:
    found: Callable[..., Iterator[Finding]] = getattr(import_module(module), function)
    return found


Check = TypeVar("Check", bound=Callable[..., Iterator[Finding]])


def rule(  # noqa: PLR0913 - a rule is all of this
    code: str,
    name: str,
    severity: Severity,
    title: Text,
    scope: Scope,
    *,
    source: Source = Source.PRACTICE,
    fix: Applicability | None = None,
    enabled: bool = True,
    about: tuple[str, ...] = (),
) -> Callable[[Check], Check]:
    """Make a generator of findings a rule.

    What it is called with depends on the scope: TEXT and FILE (`ReadFile`), DOCUMENT (`Case`),
    GOAL (`Goal`, `Case`), RUN (`Run`), MODEL (`ModelCase`).

    Where nothing stands of what it is `about`, it isn't even loaded. Of a goal that are fields of its own
    and of its indicators, of a document also those of its goals: optional ones, of which it finds nothing
    where they aren't given. Of a run it is COMPARED or WHOLE, see `malkoll.remembered`. A rule that speaks of
    what is missing, or of what always stands there, leaves it out.
    """

    def decorate(check: Check) -> Check:
        made = Rule(
            code, name, severity, title, scope, check.__module__, check.__name__, source, fix, enabled, about
        )
        setattr(check, _ATTRIBUTE, made)
        return check

    return decorate


_ATTRIBUTE = "malkoll_rule"


def rule_of(check: Any) -> Rule:
    """Give the rule that a decorated function is."""
    found = getattr(check, _ATTRIBUTE)
    if not isinstance(found, Rule):
        raise TypeError(check)
    return found
