"""Chooses between a function and its mutants when it is called, with less ado than mutmut where tests are many.

mutmut's own way stays in force where a test starts a process: it reads ``MUTANT_UNDER_TEST``.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from typing import Any

from mutmut.mutation import trampoline


class Chosen:
    """What is in force: the mutant, or a note of every function that is called."""

    module = ""
    name = ""
    reached: set[str] | None = None


def choose(mutant: str) -> None:
    Chosen.module, _, Chosen.name = mutant.rpartition(".")
    os.environ["MUTANT_UNDER_TEST"] = mutant


def take_over(modules: frozenset[str]) -> None:
    """Choose in these modules alone; the functions of the others stay as they are.

    To be called before malkoll is loaded.
    """

    def wrap(mutants: dict[str, Any], **_: bool) -> Callable[[Any], Any]:
        def decorate(function: Any) -> Any:
            return _choosing(function, mutants) if function.__module__ in modules else function

        return decorate

    Chosen.reached = set()
    trampoline.wrap_in_trampoline = wrap  # type: ignore[assignment]


def _choosing(function: Any, mutants: dict[str, Any]) -> Any:
    module = function.__module__
    names: list[str] = []

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        if Chosen.module == module and (mutant := mutants.get(Chosen.name)) is not None:
            return mutant(*args, **kwargs)
        if Chosen.reached is not None:
            names[:] = names or [f"{module}.{mutants['_mutmut_orig'].__name__.removesuffix('__mutmut_orig')}"]
            Chosen.reached.add(names[0])
        return function(*args, **kwargs)

    return call
