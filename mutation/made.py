"""Makes the mutants with mutmut, of decorated functions too.

mutmut leaves decorated functions out: a copy of one would be registered, cached or made a property once
more. All rules are decorated. So here the copies go without decorators, and the function that chooses between
them keeps those of the original.
"""

from __future__ import annotations

import compileall
import contextlib
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import libcst as cst
from mutmut import __main__ as mutmut
from mutmut.mutation import file_mutation
from mutmut.mutation.data import SourceFileMutationData
from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir, walk_mutatable_files

_arrange = file_mutation.function_trampoline_arrangement
_skips = file_mutation.MutationVisitor._skip_node_and_children  # noqa: SLF001 - there is no setting for it


def _skip(visitor: Any, node: cst.CSTNode) -> bool:
    if isinstance(node, cst.FunctionDef) and node.decorators:
        return _skips(visitor, node.with_changes(decorators=()))
    return _skips(visitor, node)


def _arranged(function: cst.FunctionDef, mutants: Iterable[Any], class_name: str | None) -> Any:
    bare = function.with_changes(decorators=())
    empty, (chooser, *copies), filled, names = _arrange(bare, mutants, class_name)
    kept = chooser.with_changes(decorators=(*function.decorators, *chooser.decorators))
    return empty, [kept, *copies], filled, names


def make(children: int) -> None:
    """Write the mutants of all parts to ``mutants/``; those of sources that didn't change stay."""
    file_mutation.MutationVisitor._skip_node_and_children = _skip  # type: ignore[method-assign]  # noqa: SLF001
    file_mutation.function_trampoline_arrangement = _arranged
    Path("mutants").mkdir(exist_ok=True)
    with contextlib.redirect_stdout(io.StringIO()):
        copy_src_dir()
        copy_also_copy_files()
        mutmut.create_mutants(children)
    # the tests start processes, and mutants take long to compile
    compileall.compile_dir("mutants/src", quiet=2)


def data_of_files() -> dict[str, SourceFileMutationData]:
    """Give what is kept of each file: its mutants, and what became of them."""
    found: dict[str, SourceFileMutationData] = {}
    for path in walk_mutatable_files():
        data = SourceFileMutationData(path=path)
        data.load()
        found[path.as_posix().removeprefix("src/")] = data
    return found


def function_of(mutant: str) -> str:
    """Give the function that a mutant changes, with its module, as mutmut writes it."""
    return mutant.partition("__mutmut_")[0]
