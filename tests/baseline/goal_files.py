"""Documents with faults, and malkoll called on them."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import Any, NamedTuple

from checked import changed
from malkoll.cli import main

FILE = "malkoll-baseline.json"
FAULTY = changed(
    ("grunduppdrag: Vård, omsorg och stöd enligt socialtjänstlagen.\n", ""),
    ("fokusområde: Hållbar hälsa", "fokusområde: Hållbar hälsan"),
    ("Väntetiden till en plats på särskilt boende minskar från 74 till 45 dagar.", "Äldre ska få goda boenden."),
    ("    målgrupp: barn\n    rådighet: egen\n", "    rådighet: egen\n    okänd: x\n"),
    ("        riktning: minska\n", "        riktning: uppåt\n"),
    ("    horisont: {från: 2026, till: 2027}", "    horisont: {från: 2028, till: 2027}"),
    ("        källa: brukarundersökningen\n  - id: sn-2", "  - id: sn-2"),
)  # fmt: skip
"""Faults of many kinds: the document's, its goals', an indicator's, in a sentence, in keys and values."""


class Said(NamedTuple):
    """What a call gave."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)

    @property
    def codes(self) -> list[str]:
        return [one["code"] for one in self.data["diagnostics"]]

    @property
    def known(self) -> list[str]:
        return [one["code"] for one in self.data["baselined"]]


def call(*words: str) -> Said:
    """Call malkoll check with the report as JSON, on one and the same day."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    date = () if "--date" in words else ("--date", "2026-11-23")
    form = () if "--format" in words else ("--format", "json")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(["check", *words, *date, *form])
    out.flush()
    return Said(int(status), out.buffer.getvalue().decode(), err.getvalue())


def write(name: str, text: str = FAULTY) -> Path:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
    return file


def entries(file: str = FILE) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(Path(file).read_text(encoding="utf-8"))["findings"]
    return found


def change_entry(code: str, file: str = FILE, **values: object) -> None:
    """Write something into the first entry of a rule, as a person would."""
    found = entries(file)
    next(one for one in found if one["code"] == code).update(values)
    Path(file).write_text(json.dumps({"version": 1, "findings": found}, ensure_ascii=False), encoding="utf-8")
