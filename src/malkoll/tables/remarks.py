"""The comments of a YAML file: taken from it with the place that they belong to, and put there again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from malkoll.record import Record
from malkoll.source import SourceFile
from malkoll.syntax.parse import parse
from malkoll.syntax.tree import Mapping, Node, scalars
from malkoll.syntax.tree import Sequence as List
from malkoll.tables import paths
from malkoll.tables.content import Path

BEFORE, BESIDE, LAST = "before", "beside", "last"
_HASH = re.compile(r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*")


class Remark(Record):
    """A comment, as it is written, with its ``#``.

    Attributes:
        path: the key or item that it belongs to; empty for the file's end.
        place: ``before`` it on lines of its own, ``beside`` it, or ``last`` in the file.
        text: its lines.

    """

    path: Path
    place: str
    text: str


class _Start(Record):
    """Where a key or an item of a list begins."""

    start: int
    depth: int
    path: tuple[str | int, ...]


def remarks_of(source: SourceFile, root: Node | None) -> list[Remark]:
    """Give a file's comments; those that stand together are one."""
    if "#" not in source.text or root is None:
        return []
    taken = sorted((node.start, node.end) for node in scalars(root) if node.end > node.start)
    starts = _starts(root)
    offsets = [one.start for one in starts]
    found: list[Remark] = []
    for match in _HASH.finditer(source.text):
        if _is_inside(match.start(), taken, source.text):
            continue
        line = source.text.rfind("\n", 0, match.start()) + 1
        is_alone = not source.text[line : match.start()].strip()
        after = bisect_right(offsets, match.start())
        if is_alone:
            at = starts[after] if after < len(starts) else None
            remark = Remark(at.path if at else (), BEFORE if at else LAST, match[0])
        else:
            remark = Remark(starts[after - 1].path if after else (), BESIDE, match[0])
        remark = remark._replace(path=paths.of_keys(remark.path), text=remark.text.rstrip())
        before = found[-1] if found else None
        if before and is_alone and before[:2] == remark[:2]:
            found[-1] = before._replace(text=f"{before.text}\n{remark.text}")
        else:
            found.append(remark)
    return found


def _is_inside(start: int, taken: list[tuple[int, int]], text: str) -> bool:
    """Tell whether a sign stands in a text; beside the ``|`` of a block text it doesn't."""
    before = bisect_right(taken, (start, len(text) + 1)) - 1
    if before < 0 or start >= taken[before][1]:
        return False
    first = taken[before][0]
    return not (text[first] in "|>" and "\n" not in text[first:start])


def _starts(root: Node) -> list[_Start]:
    """Give where each key and item begins, in the file's order; where several do, the outermost."""
    first: dict[int, _Start] = {}
    for one in sorted(_every(root)):
        first.setdefault(one.start, one)
    return list(first.values())


def _every(root: Node | None) -> list[_Start]:
    found: list[_Start] = []
    stack: list[tuple[Node | None, tuple[str | int, ...]]] = [(root, ())]
    seen: set[int] = set()
    while stack:
        node, path = stack.pop()
        if not isinstance(node, Mapping | List) or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Mapping):
            below = [((*path, key.text), key.start, value) for key, value in node.entries]
        else:
            below = [((*path, index), item.start, item) for index, item in enumerate(node.items)]
        found += (_Start(start, len(at), at) for at, start, _ in below)
        stack += ((value, at) for at, _, value in below)
    return found


def with_remarks(text: str, remarks: Sequence[Remark]) -> tuple[str, list[Remark]]:
    """Put comments into a text that was written anew; give those whose place isn't there."""
    if not remarks:
        return text, []
    source = SourceFile("", text.encode("utf-8", "surrogatepass"))
    root = parse(source).root
    lines = {paths.of_keys(one.path): source.position(one.start).line - 1 for one in _every(root)}
    written = text.removesuffix("\n").split("\n")
    above: dict[int, list[str]] = {}
    left = []
    for remark in remarks:
        line = len(written) if remark.place == LAST else lines.get(remark.path)
        if line is None:
            left.append(remark)
        elif remark.place == BESIDE:
            written[line] += f"  {remark.text}"
        else:
            indent = re.match(" *", written[line])[0] if line < len(written) else ""  # type: ignore[index]
            above.setdefault(line, []).extend(indent + one for one in remark.text.split("\n"))
    whole: list[str] = []
    for number, line_text in enumerate([*written, None]):
        whole += above.get(number, ())
        if line_text is not None:
            whole.append(line_text)
    return "\n".join(whole) + "\n", left
