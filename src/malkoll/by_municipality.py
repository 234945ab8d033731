"""Asks the rules across documents: about all documents at once or, where they are many, by municipality.

Hardly a rule looks at the documents of two municipalities, and none at their goals. So what is known
of them needn't all be in memory at the same time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from malkoll.checked import Known
from malkoll.diagnostic import Diagnostic
from malkoll.document.words import fold
from malkoll.remembered import DocumentSummary, Run
from malkoll.rule import Scope
from malkoll.rules import RULES
from malkoll.share import Share
from malkoll.shelf import Held, Shelf
from malkoll.syntax.compose import Limits
from malkoll.together import Documents, Together

OF_ALL = frozenset({"priorities-pending"})
"""Rules that look at all documents of a run: at their status and their steering model, and no more."""
_ACROSS = tuple(rule for rule in RULES if rule.scope is Scope.RUN)


def ask(documents: Documents, shelf: Shelf, run: Run, limits: Limits, share: Share) -> None:
    """Add what the rules across documents find to the files that it is told in.

    Args:
        documents: all of them.
        shelf: has those that are checked.
        run: with all but the documents.
        limits: what a document may cost.
        share: does the work.

    """
    if not shelf.is_packed:
        Together(documents, shelf, limits).ask(_ACROSS, run)
        return
    from malkoll.packed import write  # noqa: PLC0415 - few runs have so many files

    known = {one.summary.file: one.summary for one in documents.beside}
    known |= {one.input.name: _without_goals(one) for one in documents.checked}
    whole = tuple(known[name] for name in sorted(known))
    run = run._replace(number=len(whole))
    Together(documents, shelf, limits).ask(
        [one for one in _ACROSS if one.name in OF_ALL], run._replace(documents=whole)
    )
    groups = list(_groups(documents))
    rules = [one for one in _ACROSS if one.name not in OF_ALL]

    def found_in(number: int) -> list[tuple[str, bytes]]:
        found: list[tuple[str, bytes]] = []

        def add(held: Held, some: list[Diagnostic]) -> None:
            found.append((held.input.name, write(some)))

        Together(groups[number], shelf, limits, add).ask(rules, run)
        return found

    checked = {one.input.name: one for one in documents.checked}
    for _, found in share(found_in, range(len(groups)), 1):
        for name, some in found:
            shelf.add_packed(checked[name], some)


def _without_goals(held: Held) -> DocumentSummary:
    return DocumentSummary(
        held.input.name,
        held.municipality,
        None,
        None,
        "",
        held.decided_at is not None,
        (),
        held.input.model,
        status_path=held.decided_at or (),
    )


def _groups(documents: Documents) -> Iterator[Documents]:
    """Part the documents by municipality; all in one where they name at most one."""
    checked: dict[str, list[Held]] = {}
    for one in documents.checked:
        checked.setdefault(fold(one.municipality or ""), []).append(one)
    beside, earlier = _by_municipality(documents.beside), _by_municipality(documents.earlier)
    if len({*checked, *beside} - {""}) < 2:
        # a document that names no municipality belongs to the only one that others name
        yield documents
        return
    for name, ours in checked.items():
        yield Documents(ours, beside.get(name, ()), earlier.get(name, ()))


def _by_municipality(documents: Sequence[Known]) -> dict[str, list[Known]]:
    groups: dict[str, list[Known]] = {}
    for one in documents:
        groups.setdefault(fold(one.summary.municipality or ""), []).append(one)
    return groups
