"""A checked file as bytes, and back: without its own bytes and its steering model, which whoever reads it has."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from malkoll.cache import codec
from malkoll.checked import Checked, model_told
from malkoll.file_report import Assessed
from malkoll.opened import Input
from malkoll.steering.loaded import LoadedModel
from malkoll.syntax.tree import Trouble

if TYPE_CHECKING:
    from malkoll.suppress.comment import Suppression

_SUPPRESSION = (
    "comment",
    "names",
    "lines",
    "reason",
    "until",
    "date_text",
    "is_expired",
    "is_readable",
    "used",
)
PASSED_OVER = b"null"
"""Stands for a file that isn't a goal document."""
Chooser = Callable[[str, Input], LoadedModel | Trouble] | None


class UnusableError(ValueError):
    """What is kept of a file can't be used for it."""


def told_of(file: Input) -> str:
    """Tell what a file is held against: the steering model, the rules and their severities."""
    selection = file.selection
    rules = [[rule.code for rule in selection.rules], sorted(selection.severities.items())]
    return json.dumps([model_told(file.model), file.only_if_goals, rules])


def pack(checked: Checked | None) -> bytes:
    """Write what is to be kept of a file.

    Raises:
        UnknownKindError: when a finding holds something that can't be written.

    """
    if checked is None:
        return PASSED_OVER
    summary = checked.summary
    return codec.write(
        (
            # these are equal for most documents
            json.dumps(codec.encode(checked.file.assessed), ensure_ascii=False),
            checked.file._replace(model=cast(LoadedModel, None), assessed=(), kept=None),
            checked.diagnostics,
            [tuple(getattr(one, name) for name in _SUPPRESSION) for one in checked.suppressions],
            summary._replace(model=cast(LoadedModel, None)) if summary else None,
            checked.outline.decode("utf-8", "surrogatepass"),
            checked.is_unread,
            checked.named,
            checked.chosen,
        )
    )


def packed(checked: Checked | None) -> bytes:
    """Write what is to be kept of a file; nothing where it can't be written."""
    try:
        return pack(checked)
    except (codec.UnknownKindError, ValueError):
        # a number of thousands of digits: it is checked again each time
        return b""


def in_force(file: Input, named: str | None, chosen: str, choose: Chooser) -> Input:
    """Give a file with the steering model that the document names, if it names one that can be used.

    Args:
        file: as it was before it was read.
        named: the model that the document names.
        chosen: which one that was, as `model_told` has it.
        choose: gives the steering model that a document names.

    Raises:
        UnusableError: when that is another model now.

    """
    if not named:
        return file
    found = choose(named, file) if choose else None
    if found is None or model_told(found) != chosen:
        raise UnusableError
    return file._replace(model=found) if isinstance(found, LoadedModel) else file


def unpack(data: bytes, file: Input, choose: Chooser) -> Checked | None:
    """Read what was kept of a file; None when it was passed over.

    Raises:
        UnusableError: when it isn't what was kept, or the steering model that the document names is another now.

    """
    if data == PASSED_OVER:
        return None
    try:
        return _unpacked(codec.read(data), file, choose)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise UnusableError from error


def _unpacked(kept: Any, file: Input, choose: Chooser) -> Checked:
    assessed, report, diagnostics, silencers, summary, outline, is_unread, named, chosen = kept
    file = in_force(file, named, chosen, choose)
    return Checked(
        file,
        report._replace(model=file.model, assessed=_assessed(assessed)),
        diagnostics,
        [_suppression(one) for one in silencers],
        summary._replace(model=file.model) if summary else None,
        outline.encode("utf-8", "surrogatepass"),
        is_unread=is_unread,
        named=named,
        chosen=chosen,
    )


@lru_cache(maxsize=256)
def _assessed(text: str) -> tuple[Assessed, ...]:
    return cast(tuple[Assessed, ...], codec.Reader().decode(json.loads(text)))


def _suppression(values: tuple[Any, ...]) -> Suppression:
    # loaded here: few documents hold such a comment
    from malkoll.suppress.comment import Suppression  # noqa: PLC0415

    return Suppression(**dict(zip(_SUPPRESSION, values, strict=True)))
