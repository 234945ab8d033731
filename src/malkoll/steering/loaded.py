"""A steering model in force: looked up by spelling, with its regional strategy, from a file or built in."""

from __future__ import annotations

import hashlib
import json
from functools import cache, cached_property
from pathlib import Path

from malkoll.document.build import Built, build
from malkoll.document.words import fold, fold_each
from malkoll.language import Language, Message
from malkoll.source import SourceFile
from malkoll.steering.levels import level_told_by
from malkoll.steering.model import (
    Board,
    FocusArea,
    Limits,
    Principle,
    Priority,
    RuleSetting,
    SteeringModel,
    Strategy,
    StrategyItem,
)
from malkoll.steering.snapshot import restore
from malkoll.syntax.compose import Limits as ReadLimits
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Mapping, Node, Trouble

DEFAULT = "fem-fokusomraden"
BUILT_IN = (DEFAULT,)
STRATEGIES = ("rus-vasternorrland",)


class LoadedModel:
    """A model with the look-ups that rules ask for.

    Attributes:
        model: the model as it is written.
        source: the file that it was read from.
        sha256: of the file's bytes, hexadecimal.
        is_built_in: whether it comes with malkoll.

    """

    def __init__(
        self, model: SteeringModel, source: SourceFile, data: bytes, *, is_built_in: bool = False
    ) -> None:
        self.model = model
        self.source = source
        self.sha256 = hashlib.sha256(data).hexdigest()
        self.is_built_in = is_built_in

    @property
    def id(self) -> str:
        return self.model.id or self.source.name

    @cached_property
    def root(self) -> Node | None:
        """The file's tree, read again when a place in it is to be shown."""
        return parse(self.source).root

    @cached_property
    def focus_areas(self) -> dict[str, FocusArea]:
        """Every spelling of every focus area, folded."""
        return {fold(name): area for area in self.model.focus_areas for name in area.names}

    @cached_property
    def boards(self) -> dict[str, Board]:
        """Every spelling of every listed board, folded; empty when the model lists none."""
        return {fold(name): board for board in self.model.boards for name in board.names}

    def level_of(self, board: str) -> str | None:
        """Tell the level that a board belongs to, by the model's list or else by its name."""
        listed = self.boards.get(fold(board))
        return listed.level if listed is not None and listed.given("level") else level_told_by(board)

    def limits(self, level: str, board: str | None) -> Limits | None:
        """Give the limits of a level; None where there are none, or the board's name tells of another level."""
        told = self.level_of(board) if board else None
        return self.model.limits(level) if told in {None, level} else None

    @cached_property
    def priorities(self) -> dict[str, Priority]:
        listed = self.model.priorities.items if self.model.priorities else []
        return {fold(name): priority for priority in listed for name in priority.names}

    @cached_property
    def strategy(self) -> Strategy | None:
        """The regional strategy; the model's own, or the built-in one that it names."""
        own = self.model.rus
        if own is None or own.items or own.id is None:
            return own
        return built_in_strategy(own.id) if own.id in STRATEGIES else own

    @cached_property
    def strategy_items(self) -> dict[str, StrategyItem]:
        if self.strategy is None:
            return {}
        return {fold(name): item for item in self.strategy.items for name in item.names}

    @cached_property
    def audiences(self) -> dict[str, str]:
        """Every audience word, folded: to ``residents`` or ``companies``."""
        return {
            word: audience.id
            for audience in self.model.audiences
            if audience.id
            for word in fold_each(audience.listed or ())
        }

    @cached_property
    def settings(self) -> dict[str, RuleSetting]:
        """What the model says of rules, by the code or name as written, folded."""
        return {fold(name): setting for name, setting in self.model.rules.items()}

    @cached_property
    def principles(self) -> dict[str, Principle]:
        """The principle that a rule checks, by the rule's code or name as written, folded."""
        return {
            fold(name): principle
            for principle in reversed(self.model.principles)
            for name in principle.rules or ()
        }

    def principle(self, code: str, name: str) -> Principle | None:
        """Give the model's principle that a rule checks, named by its code or its name."""
        return self.principles.get(fold(code)) or self.principles.get(name)

    def setting(self, code: str, name: str) -> RuleSetting | None:
        """Give what the model says of a rule, under its code or its name."""
        return self.settings.get(fold(code)) or self.settings.get(name)

    def reference(self, code: str, name: str) -> Message | None:
        """Give the clause that a finding of a rule refers to."""
        setting = self.setting(code, name)
        return setting.reference.text() if setting and setting.reference else None


def read_model(
    source: SourceFile, limits: ReadLimits | None = None
) -> tuple[Built[SteeringModel], tuple[Trouble, ...], bool]:
    """Read a steering model's file.

    Returns:
        the model as far as it could be read, what is wrong with the file as YAML,
        and whether all of it was read.

    """
    parsed = parse(source, limits)
    if parsed.root is None:
        return Built(None, (), Language.SV), parsed.troubles, parsed.whole
    return build(parsed.root, SteeringModel), parsed.troubles, parsed.whole


@cache
def built_in(name: str) -> LoadedModel:
    """Give a built-in model, from its snapshot.

    Raises:
        KeyError: when there is none of that id.

    """
    if name not in BUILT_IN:
        raise KeyError(name)
    data = _data(f"{name}.yaml")
    model = restore(SteeringModel, json.loads(_data(f"{name}.json")))
    return LoadedModel(model, SourceFile(f"{name}.yaml", data), data, is_built_in=True)


def read_built_in(name: str) -> SteeringModel:
    """Read a built-in model from its YAML, validating it as any other."""
    built, _, _ = read_model(SourceFile(f"{name}.yaml", _data(f"{name}.yaml")))
    if built.part is None:
        raise KeyError(name)
    return built.part


@cache
def built_in_strategy(name: str) -> Strategy:
    """Give a built-in regional strategy, from its snapshot."""
    return restore(Strategy, json.loads(_data(f"{name}.json")))


def read_built_in_strategy(name: str) -> Strategy:
    """Read a built-in regional strategy from its YAML, validating it as a model's own."""
    parsed = parse(SourceFile(f"{name}.yaml", _data(f"{name}.yaml")))
    strategy = build(parsed.root, Strategy).part if isinstance(parsed.root, Mapping) else None
    if strategy is None:
        raise KeyError(name)
    return strategy


def _data(name: str) -> bytes:
    # importlib.resources costs more to import than the model to read
    return Path(__file__).with_name("builtin").joinpath(name).read_bytes()
