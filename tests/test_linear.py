"""Ten times the input takes at most twelve times the work, counted in calls and not in seconds.

What a call of Python's own does inside isn't seen by counting: ``benchmarks/linear.py`` measures the time too.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import large_documents
from checked import DATE, SOUND, check
from malkoll.cli import main
from malkoll.document import words
from malkoll.language import Language
from malkoll.report import Format, Options, render
from malkoll.result import Report
from malkoll.rules.statement import forget
from work import calls

MOST = 12.0
Task = Callable[[], object]


def _growth(task: Callable[[int], Task], small: int, large: int) -> float:
    """Give how many times as much work the larger one is, beyond what nothing at all costs."""
    task(small)()
    nothing, little, much = (_counted(task(number)) for number in (0, small, large))
    return (much - nothing) / max(little - nothing, 1)


def _counted(task: Task) -> int:
    forget()
    # what was close to a word is kept in mind too
    words._closest.cache_clear()  # noqa: SLF001 - nothing else has to forget it
    return calls(task)


@pytest.mark.parametrize("make", large_documents.ALL, ids=lambda make: make.__name__)
def test_checking_a_document_takes_no_more_than_its_share(make: Callable[[int], str]) -> None:
    def task(number: int) -> Task:
        text = make(number)
        return lambda: check(text)

    assert _growth(task, *large_documents.ALL[make]) < MOST


@pytest.mark.parametrize("form", Format)
def test_reporting_findings_takes_no_more_than_their_share(form: Format) -> None:
    def task(number: int) -> Task:
        report = Report((check(large_documents.faulty_goals(number)),), 0, DATE)
        return lambda: render(report, form, Options(language=Language.SV, width=100))

    assert _growth(task, 8, 80) < MOST


def _many_files(folder: Path, number: int) -> None:
    for one in range(number):
        text = SOUND.replace("Socialnämnden", f"Nämnd {one}").replace("Vet vem som kommer", f"Vet vem {one}")
        (folder / f"{one}.yaml").write_text(text, encoding="utf-8")


def _one_file(folder: Path, number: int) -> None:
    for name in ("a.yaml", "b.yaml"):
        text = large_documents.goals(number)
        text = text if name == "a.yaml" else text.replace("från 64 till 80", "från 64 till 81")
        (folder / name).write_text(text, encoding="utf-8")


def _baseline(folder: Path, number: int) -> None:
    (folder / "a.yaml").write_text(large_documents.findings(number), encoding="utf-8")
    main(
        ["check", str(folder / "a.yaml"), "--isolated", "--write-baseline", str(folder / "b.json"), "--quiet"]
    )


def _foreign_baseline(folder: Path, number: int) -> None:
    (folder / "a.yaml").write_text(SOUND, encoding="utf-8")
    entries = [{"fingerprint": f"{n:032x}", "code": "MK202", "file": f"{n}.yaml"} for n in range(number)]
    (folder / "b.json").write_text(json.dumps({"version": 1, "findings": entries}), encoding="utf-8")


def _misspelt(folder: Path, number: int) -> None:
    text = large_documents.goals(number).replace("målgrupp:", "malgrupp:")
    (folder / "a.yaml").write_text(text, encoding="utf-8")


def _folders(folder: Path, number: int) -> None:
    for one in range(number):
        (folder / f"m{one}").mkdir()
        (folder / f"m{one}" / ".gitignore").write_text("*.bak\n", encoding="utf-8")
        (folder / f"m{one}" / "annat.yaml").write_text("a: b\n", encoding="utf-8")
    (folder / "a.yaml").write_text(SOUND, encoding="utf-8")


CALLS: list[tuple[str, Callable[[Path, int], None], tuple[int, int], tuple[str, ...]]] = [
    ("files", _many_files, (6, 60), ("check", ".", "--no-cache", "--jobs", "1")),
    ("files together", _many_files, (6, 60), ("overview", ".")),
    ("files on a page", _many_files, (6, 60), ("overview", ".", "--html", "ut.html")),
    ("files in tables", _many_files, (4, 40), ("export", ".", "--xlsx", "ut.xlsx", "--force")),
    ("folders", _folders, (10, 100), ("check", ".", "--no-cache", "--jobs", "1")),
    ("versions", _one_file, (8, 80), ("compare", "a.yaml", "b.yaml")),
    ("versions for programs", _one_file, (8, 80), ("compare", "a.yaml", "b.yaml", "--format", "json")),
    ("fixes", _misspelt, (6, 60), ("check", "a.yaml", "--diff")),
    ("a baseline that holds", _baseline, (40, 400), ("check", "a.yaml", "--baseline", "b.json", "--no-cache")),
    ("a baseline of others", _foreign_baseline, (100, 1_000), ("check", "a.yaml", "--baseline", "b.json", "--no-cache")),
]  # fmt: skip


@pytest.mark.parametrize(("make", "sizes", "said"), [one[1:] for one in CALLS], ids=[one[0] for one in CALLS])
def test_a_command_takes_no_more_than_its_share(
    make: Callable[[Path, int], None],
    sizes: tuple[int, int],
    said: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MALKOLL_CACHE_DIR", "")

    def task(number: int) -> Task:
        folder = tmp_path / str(number)
        folder.mkdir(exist_ok=True)
        monkeypatch.chdir(folder)
        make(folder, number)
        return lambda: main(said)

    def run(number: int) -> Task:
        made = task(number)

        def again() -> object:
            monkeypatch.chdir(tmp_path / str(number))
            return made()

        return again

    for number in (0, *sizes):
        (tmp_path / str(number)).mkdir()
    assert _growth_of_once(run, *sizes) < MOST


def _growth_of_once(task: Callable[[int], Task], small: int, large: int) -> float:
    tasks = {number: task(number) for number in (0, small, large)}
    tasks[small]()
    nothing, little, much = (_counted(tasks[number]) for number in (0, small, large))
    return (much - nothing) / max(little - nothing, 1)
