"""Takes the catalogue from the rules themselves: every decorated function in the folders beside this file."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from malkoll.rule import Rule, rule_of

FOLDER = Path(__file__).parent


def rules() -> list[Rule]:
    """Give every rule in the folders, in the order of the codes."""
    modules = (_module(path) for path in sorted(FOLDER.glob("*/*.py")) if path.stem != "__init__")
    return sorted((rule for module in modules for rule in _rules_of(module)), key=lambda rule: rule.code)


def _module(path: Path) -> ModuleType:
    return importlib.import_module(f"malkoll.rules.{path.parent.name}.{path.stem}")


def _rules_of(module: ModuleType) -> Iterator[Rule]:
    for value in vars(module).values():
        if hasattr(value, "malkoll_rule") and value.__module__ == module.__name__:
            yield rule_of(value)


def written() -> str:
    """Give the catalogue's text: one line a rule."""
    lines = [json.dumps(_kept(rule), ensure_ascii=False) for rule in rules()]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _kept(rule: Rule) -> list[str | bool | list[str]]:
    """Give a rule's line: without names of what stands there, which would take as long to read again."""
    return [
        rule.code,
        rule.name,
        rule.severity.value,
        rule.title.sv,
        rule.title.en,
        rule.scope.value,
        rule.module,
        rule.function,
        rule.source.value,
        rule.fix.value if rule.fix else "",
        rule.enabled,
        list(rule.about),
    ]


def main() -> None:
    """Write the catalogue."""
    FOLDER.joinpath("catalogue.json").write_text(written(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
