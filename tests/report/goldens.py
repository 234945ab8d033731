"""Whole reports of real documents, as people get them; read them before you accept a change.

Write them anew from the repository's root: ``python tests/report/goldens.py``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from report_cases import ROOT, run

from malkoll.diagnostic import Severity
from malkoll.language import Language
from malkoll.report import Format, Options, render

FOLDER = Path(__file__).with_name("golden")


class Golden(NamedTuple):
    """A report to keep: of which documents, how it is to look, and under which name."""

    name: str
    paths: tuple[str, ...]
    options: Options
    form: Format = Format.FULL

    @property
    def file(self) -> Path:
        return FOLDER / self.name

    def text(self) -> str:
        """Give the report, but for the checksum of the steering model, which any change of it changes."""
        return re.sub(r"\b[0-9a-f]{64}\b", "0" * 64, render(run(*self.paths), self.form, self.options))


SV, EN = Language.SV, Language.EN
DRAFT = ("examples/sv/socialnamnden-utkast.yaml",)
SOUND = ("examples/sv/socialnamnden-fardig.yaml",)
HEADINGS = ("examples/sv/miljonamnden-utkast.yaml",)
MEASURES = ("examples/en/faulty-measurement.yaml",)
EXCEPTIONS = ("examples/sv/fel-undantag.yaml",)
TAB = ("examples/sv/fel-tabb.yaml",)
BOARDS = tuple(
    f"examples/sv/{name}.yaml"
    for name in (
        "barn-och-utbildningsnamnden-beslutad",
        "fel-stavning",
        "kommunfullmaktige-utkast",
        "kultur-och-fritidsnamnden-utkast",
        "socialnamnden-fardig",
    )
)

GOLDENS = (
    Golden("draft-sv-80.txt", DRAFT, Options(SV, 80)),
    Golden("draft-sv-120.txt", DRAFT, Options(SV, 120)),
    Golden("draft-en-60.txt", DRAFT, Options(EN, 60)),
    Golden("draft-concise-sv.txt", DRAFT, Options(SV), Format.CONCISE),
    Golden("sound-sv-80.txt", SOUND, Options(SV, 80)),
    Golden("sound-en-120.txt", SOUND, Options(EN, 120)),
    Golden("headings-sv-100.txt", HEADINGS, Options(SV, 100)),
    Golden("measures-en-80.txt", MEASURES, Options(EN, 80)),
    Golden("exceptions-sv-80-verbose.txt", EXCEPTIONS, Options(SV, 80, verbose=True)),
    Golden("tab-sv-60.txt", TAB, Options(SV, 60)),
    Golden("boards-sv-100-statistics.txt", BOARDS, Options(SV, 100, statistics=True)),
    Golden("boards-en-60-quiet.txt", BOARDS, Options(EN, 60, quiet=True)),
    Golden("exceptions-sv.json", EXCEPTIONS, Options(SV), Format.JSON),
    Golden("exceptions-sv.sarif", EXCEPTIONS, Options(SV), Format.SARIF),
    Golden("sound-en.sarif", SOUND, Options(EN), Format.SARIF),
    Golden("draft-github-sv.txt", DRAFT, Options(SV), Format.GITHUB),
    Golden("exceptions-gitlab-sv.json", EXCEPTIONS, Options(SV), Format.GITLAB),
    Golden("boards-junit-en.xml", (*BOARDS, *TAB), Options(EN), Format.JUNIT),
    Golden("exceptions-junit-sv.xml", EXCEPTIONS, Options(SV, fail_on=Severity.WARNING), Format.JUNIT),
    Golden("boards-sv.md", (*BOARDS, *TAB), Options(SV), Format.MARKDOWN),
    Golden("exceptions-en-verbose.md", EXCEPTIONS, Options(EN, verbose=True), Format.MARKDOWN),
)


def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for golden in GOLDENS:
        golden.file.write_text(golden.text(), encoding="utf-8", newline="\n")
        print(golden.file.relative_to(ROOT))


if __name__ == "__main__":
    write()
