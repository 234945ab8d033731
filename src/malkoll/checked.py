"""What is kept of a file that was checked, until the whole run is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from malkoll.diagnostic import Diagnostic
from malkoll.file_report import FileReport
from malkoll.opened import Input
from malkoll.record import Record
from malkoll.remembered import DocumentSummary
from malkoll.steering.loaded import LoadedModel
from malkoll.syntax.tree import Trouble

if TYPE_CHECKING:
    from malkoll.suppress.comment import Suppression


class Checked:
    """A file that was checked; its tree is read again if needed.

    Attributes:
        input: the file, with the steering model that it was held against.
        file: its report, without the diagnostics.
        diagnostics: what the rules about single files found.
        suppressions: the comments in it that silence findings.
        summary: what the rules across documents know of it; None where it couldn't be read.
        outline: the places that they point at.
        is_unread: whether it couldn't be read at all.
        named: the steering model that the document names, if that was looked for.
        chosen: which one that was, or why it can't be used: as `model_told` has it.

    """

    __slots__ = (
        "chosen",
        "diagnostics",
        "file",
        "input",
        "is_unread",
        "named",
        "outline",
        "summary",
        "suppressions",
    )

    def __init__(  # noqa: PLR0913 - all that is known of a file
        self,
        input: Input,  # noqa: A002 - as the attribute is called
        file: FileReport,
        diagnostics: list[Diagnostic],
        suppressions: list[Suppression],
        summary: DocumentSummary | None = None,
        outline: bytes = b"",
        *,
        is_unread: bool = False,
        named: str | None = None,
        chosen: str = "",
    ) -> None:
        self.input = input
        self.file = file
        self.diagnostics = diagnostics
        self.suppressions = suppressions
        self.summary = summary
        self.outline = outline
        self.is_unread = is_unread
        self.named = named
        self.chosen = chosen


class Known(Record):
    """A document with what is remembered of it, the comments in it that silence findings, and places in it."""

    input: Input
    summary: DocumentSummary
    silencers: list[Suppression]
    outline: bytes = b""


def model_told(chosen: LoadedModel | Trouble) -> str:
    """Tell one steering model, or what is wrong with it, from others."""
    if isinstance(chosen, LoadedModel):
        return f"{chosen.sha256} {chosen.source.name} {chosen.is_built_in}"
    return f"{chosen.variant} {sorted(chosen.values.items())}"
