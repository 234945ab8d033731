"""What is built in as it was read and validated, so that a run need not do so again.

``python -m malkoll.steering.snapshot`` writes the snapshots anew; a test holds them to the
YAML that they are taken from.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any, TypeVar

from malkoll.document.part import Part, Place, slots

AnyPart = TypeVar("AnyPart", bound=Part)
FOLDER = Path(__file__).parent / "builtin"
_PLACE = "@"
_DATE = "date:"


def take(part: Part) -> dict[str, Any]:
    """Write a part as plain data, with its place; what is empty is left out."""
    place = part.place
    taken: dict[str, Any] = {_PLACE: [list(place.path), place.keys, place.lists, place.scalar]}
    for name in slots(type(part)):
        value = getattr(part, name)
        if value is not None and value not in ([], {}):
            taken[name] = _plain(value)
    return taken


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return take(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return f"{_DATE}{value.isoformat()}" if isinstance(value, datetime.date) else value


def restore(cls: type[AnyPart], taken: dict[str, Any]) -> AnyPart:
    """Make a part of what `take` wrote, without validating it."""
    path, keys, lists, scalar = taken[_PLACE]
    place = Place(tuple(path), scalar=scalar)
    place.keys, place.lists = keys, lists
    fields = slots(cls)
    values = {
        name: _value(value) if (below := fields[name].cls) is None else _below(below, value)
        for name, value in taken.items()
        if name != _PLACE
    }
    return cls(place, **values)


def _value(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(_DATE):
        return datetime.date.fromisoformat(value.removeprefix(_DATE))
    return value


def _below(cls: type[Part], value: Any) -> Any:
    """Make one part, a list of them or several by name."""
    if isinstance(value, list):
        return [restore(cls, item) for item in value]
    return (
        restore(cls, value) if _PLACE in value else {name: restore(cls, one) for name, one in value.items()}
    )


def written(part: Part) -> str:
    """Give the snapshot's text: the same model gives the same bytes."""
    return _json(take(part))


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def snapshots() -> dict[str, str]:
    """Give the snapshots of all built-in models, strategies and lists, by the names of their files."""
    from malkoll.steering import data, loaded  # noqa: PLC0415 - it imports this module

    models: dict[str, Part] = {name: loaded.read_built_in(name) for name in loaded.BUILT_IN}
    strategies: dict[str, Part] = {name: loaded.read_built_in_strategy(name) for name in loaded.STRATEGIES}
    texts = {name: written(part) for name, part in {**models, **strategies}.items()}
    texts.update({name: _json(data.read_yaml(name)) for name in data.LISTS})
    return {f"{name}.json": text for name, text in texts.items()}


def main() -> None:
    """Write the snapshots."""
    for name, text in snapshots().items():
        FOLDER.joinpath(name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
