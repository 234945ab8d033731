"""What docs/contract.md promises: nothing that other programs read goes away. ``data/promised.json`` is only added to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checked import DATE, SOUND
from malkoll import check_text
from malkoll.cli import Exit
from malkoll.report import Format, Options, render
from malkoll.rules import RULES

PROMISED = json.loads((Path(__file__).parent / "data" / "promised.json").read_text(encoding="utf-8"))
FAULTY = (
    SOUND.replace("fokusområde: Hållbar hälsa", "fokusområde: Hållbar hälsan")
    .replace("        enhet: dagar\n", "")
    .replace("id: sn-3", "id: sn-2")
    .replace(
        "      - namn: Vet vem",
        "      # malkoll: undantag[MK304] skäl till 2099-12-31\n      - namn: Vet vem",
    )
    .replace("        källa: brukarundersökningen\n", "")
)
"""Has a fix, a related place and a silenced finding."""


def keys(value: Any, above: str = "") -> Iterator[str]:
    """Give every key that occurs, with those above it."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield f"{above}/{key}"
            yield from keys(below, f"{above}/{key}")
    elif isinstance(value, list):
        for below in value:
            yield from keys(below, above)


def written(form: Format) -> set[str]:
    return set(keys(json.loads(render(check_text(FAULTY, date=DATE), form, Options()))))


def promised() -> dict[str, Any]:
    """Give what is there today, in the form of the file."""
    return {
        "exit codes": {code.name: code.value for code in Exit},
        "rules": {rule.code: rule.name for rule in RULES},
        "json": sorted(written(Format.JSON)),
        "sarif": sorted(written(Format.SARIF)),
    }


def test_exit_codes_mean_what_they_meant() -> None:
    assert {code.name: code.value for code in Exit} == PROMISED["exit codes"]


def test_codes_and_names_of_rules_stay() -> None:
    now = {rule.code: rule.name for rule in RULES}
    assert {code: now.get(code) for code in PROMISED["rules"]} == PROMISED["rules"]
    assert set(now) == set(PROMISED["rules"]), "a new rule: python tests/test_contract.py"


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_keys_stay(form: str) -> None:
    now = written(Format(form))
    assert set(PROMISED[form]) <= now
    assert now <= set(PROMISED[form]), "a new key: python tests/test_contract.py"


def _add() -> None:
    """Take in what is new; what was promised stays, and the tests tell if it is gone."""
    file = Path(__file__).parent / "data" / "promised.json"
    before = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    now = promised()
    for name, kept in before.items():
        now[name] = {**now[name], **kept} if isinstance(kept, dict) else sorted({*now[name], *kept})
    file.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _add()
