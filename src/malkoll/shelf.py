"""Where the checked files of a run wait until all of them are known.

The first are kept as they are. Of a run of many files the others are kept packed, outside memory, and
unpacked one by one: what the rules across documents know of them when those are asked, what was
found in them when the report is written. In memory stays only which they are.
"""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING

from malkoll.checked import Checked, Known
from malkoll.diagnostic import Diagnostic, Path
from malkoll.opened import Input

if TYPE_CHECKING:
    from malkoll.packed import Packed
    from malkoll.spill import Spill

AS_THEY_ARE = 100
"""How many files are kept as they are: few runs have more, and packing takes time."""


class Held:
    """A checked file on the shelf.

    Attributes:
        input: the file; without its bytes where it is packed.
        municipality: as in the document.
        decided_at: where its status stands, if its goals are decided.
        is_document: whether rules across documents know anything of it.
        is_silenced: whether a comment in it silences findings.
        is_unread: whether it couldn't be read at all.
        checked: the file as it was checked, where it isn't packed.
        number: of what was found in it, where it is; what is known of it and its bytes follow.
        more: the numbers of what was found in it since.

    """

    __slots__ = (
        "checked",
        "decided_at",
        "input",
        "is_document",
        "is_silenced",
        "is_unread",
        "more",
        "municipality",
        "number",
    )

    def __init__(  # noqa: PLR0913 - all that is known of it without unpacking
        self,
        input: Input,  # noqa: A002 - as the attribute is called
        municipality: str | None,
        decided_at: Path | None,
        checked: Checked | None = None,
        number: int = -1,
        *,
        is_document: bool,
        is_silenced: bool,
        is_unread: bool,
    ) -> None:
        self.input = input
        self.municipality = municipality
        self.decided_at = decided_at
        self.is_document = is_document
        self.is_silenced = is_silenced
        self.is_unread = is_unread
        self.checked = checked
        self.number = number
        self.more: tuple[int, ...] = ()


class Shelf:
    """Checked files.

    Args:
        most: how many are kept as they are.

    """

    def __init__(self, most: int = AS_THEY_ARE) -> None:
        self._left = most
        self._spilled: Spill | None = None
        self._paths: dict[Path | None, Path | None] = {}

    @property
    def is_packed(self) -> bool:
        """Whether there are so many files that some of them are packed."""
        return self._spilled is not None

    @property
    def has_room(self) -> bool:
        """Whether another file would be kept as it is."""
        return self._left > 0

    def hold(self, checked: Checked) -> Held:
        """Take a file."""
        if not self.has_room:
            # loaded here: few runs have so many files
            from malkoll.packed import pack  # noqa: PLC0415

            return self.hold_packed(checked.input, pack(checked))
        self._left -= 1
        summary = checked.summary
        return Held(
            checked.input,
            summary.municipality if summary else None,
            summary.status_path if summary and summary.is_decided else None,
            checked,
            is_document=summary is not None,
            is_silenced=bool(checked.suppressions),
            is_unread=checked.is_unread,
        )

    def hold_packed(self, file: Input, packed: Packed) -> Held:
        """Take a file that is packed.

        Args:
            file: the file, with the steering model that it was held against.
            packed: what came of it.

        """
        if self.has_room:
            from malkoll.packed import checked_of, known_of  # noqa: PLC0415

            checked = checked_of(packed.found, [], file)
            if packed.is_document:
                checked.summary, checked.outline = known_of(packed.known, file)
            checked.is_unread, checked.named, checked.chosen = packed.is_unread, packed.named, packed.chosen
            return self.hold(checked)
        spill = self._spill()
        number = spill.put(packed.found)
        spill.put(packed.known)
        spill.put(file.data or b"")
        return Held(
            file._replace(data=None),
            intern(packed.municipality) if packed.municipality else None,
            self._paths.setdefault(packed.decided_at, packed.decided_at),
            number=number,
            is_document=packed.is_document,
            is_silenced=packed.is_silenced,
            is_unread=packed.is_unread,
        )

    def known(self, held: Held) -> Known:
        """Give what the rules across documents know of a file."""
        checked = held.checked
        if checked is not None and checked.summary is not None:
            return Known(checked.input, checked.summary, checked.suppressions, checked.outline)
        from malkoll.packed import known_of  # noqa: PLC0415

        file = self._whole(held)
        summary, outline = known_of(self._spill().get(held.number + 1), file)
        # those that are checked silence their findings later
        return Known(file, summary, [], outline)

    def add(self, held: Held, found: list[Diagnostic]) -> None:
        """Add what was found in a file since."""
        if held.checked is not None:
            held.checked.diagnostics += found
            return
        from malkoll.packed import write  # noqa: PLC0415

        self.add_packed(held, write(found))

    def add_packed(self, held: Held, found: bytes) -> None:
        """Add what was found in a file since, as it was packed."""
        if held.checked is not None:
            from malkoll.packed import read  # noqa: PLC0415

            held.checked.diagnostics += read(found)
            return
        held.more = (*held.more, self._spill().put(found))

    def checked(self, held: Held) -> Checked:
        """Give a file with all that was found in it; of a packed one no more than silencing needs."""
        if held.checked is not None:
            return held.checked
        from malkoll.packed import checked_of, read  # noqa: PLC0415

        spill = self._spill()
        more = [one for number in held.more for one in read(spill.get(number))]
        if not held.is_silenced:
            return checked_of(spill.get(held.number), more, held.input)
        checked = checked_of(spill.get(held.number), more, self._whole(held))
        if held.is_document:
            checked.summary = self.known(held).summary
        return checked

    def _whole(self, held: Held) -> Input:
        return held.input._replace(data=self._spill().get(held.number + 2))

    def _spill(self) -> Spill:
        if self._spilled is None:
            from malkoll.spill import Spill  # noqa: PLC0415

            self._spilled = Spill()
        return self._spilled
