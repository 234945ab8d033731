"""Whatever documents there are: once their baseline is written, nothing in them counts as new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from goal_files import FILE, call, entries
from hypothesis import given
from hypothesis import strategies as st

import hostile_documents
from malkoll.baseline.entry import Entry
from malkoll.baseline.match import Here, match
from malkoll.diagnostic import Diagnostic, Location, Severity
from malkoll.language import Text
from malkoll.source import Position

KINDS = (
    hostile_documents.aliases,
    hostile_documents.encodings,
    hostile_documents.keys,
    hostile_documents.tags,
    hostile_documents.comments,
    hostile_documents.shapes,
    hostile_documents.damage,
)
EXAMPLES = Path(__file__).parents[2] / "examples"


def _written(documents: Iterator[tuple[str, str | bytes]]) -> int:
    Path("mål").mkdir()
    count = 0
    for count, (_, text) in enumerate(documents, 1):
        raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        Path(f"mål/{count:04}.yaml").write_bytes(raw)
    return count


def _holds(*words: str) -> None:
    wrote = call("mål", "--write-baseline", FILE, *words)
    assert wrote.codes == []
    assert wrote.status == 0
    assert entries()
    text = Path(FILE).read_bytes()
    again = call("mål", "--baseline", FILE, *words)
    assert (again.status, again.codes) == (0, [])
    assert len(again.known) == len(entries())
    assert again.data["baselines"][0]["fixed"] == 0
    call("mål", "--write-baseline", FILE, *words)
    assert Path(FILE).read_bytes() == text


@pytest.mark.parametrize("documents", KINDS, ids=lambda kind: kind.__name__)
def test_nothing_is_new_in_documents_with_faults(
    documents: Callable[[], Iterator[tuple[str, str | bytes]]],
) -> None:
    # of hundreds of copies of one document each is like each other
    assert _written(documents()) > 5
    _holds("--ignore", "MK6")


def test_nothing_is_new_in_the_examples() -> None:
    _written((path.name, path.read_bytes()) for path in sorted(EXAMPLES.glob("*/*.yaml")))
    _holds()


def test_nothing_is_new_when_lines_are_moved_and_files_renamed() -> None:
    texts = [text for _, text in hostile_documents.shapes()]
    texts = [text.replace("Socialnämnden", f"Nämnd {number}") for number, text in enumerate(texts)]
    _written((str(number), text) for number, text in enumerate(texts))
    call("mål", "--write-baseline", FILE, "--ignore", "MK6")
    known = entries()
    owned = {one["file"] for one in known if one.get("board")}
    assert len(owned) > 100
    for file in sorted(Path("mål").iterdir()):
        # one that doesn't say whose it is has only its name
        moved = Path(f"mål/ny-{file.name}") if f"mål/{file.name}" in owned else file
        text = "# Flyttat\n\n" + file.read_text(encoding="utf-8")
        file.unlink()
        moved.write_text(text, encoding="utf-8")
    said = call("mål", "--baseline", FILE, "--ignore", "MK6")
    assert (said.codes, len(said.known)) == ([], len(known))


# the pairing of findings and entries


def _finding(fingerprint: str) -> Diagnostic:
    place = Location("x.yaml", Position(1, 1), Position(1, 2))
    text = Text("x", "x")
    return Diagnostic(
        "MK202", "unknown-focus-area", text, Severity.ERROR, text(), place, fingerprint=fingerprint
    )


PRINTS = st.sampled_from(["a" * 8 + "1" * 24, "b" * 8 + "1" * 24, "a" * 8 + "2" * 24])
FILES = st.sampled_from(["a.yaml", "b.yaml", "c.yaml"])
YEARS = st.none() | st.sampled_from([2026, 2027])
KNOWN = st.lists(st.builds(Entry, PRINTS, st.just("MK202"), FILES, year=YEARS), max_size=8)
FOUND = st.lists(st.builds(Here, st.builds(_finding, PRINTS), FILES, YEARS, st.booleans()), max_size=8)


@given(KNOWN, FOUND)
def test_an_entry_is_one_finding_and_a_finding_one_entry(known: list[Entry], found: list[Here]) -> None:
    pairs = match(known, found, {here.place for here in found})
    assert len(set(pairs.values())) == len(pairs)
    for here, entry in ((found[one], known[other]) for one, other in pairs.items()):
        assert entry.fingerprint[8:] == here.diagnostic.fingerprint[8:]
        assert entry.fingerprint == here.diagnostic.fingerprint or entry.place == here.place


@given(KNOWN, FOUND)
def test_what_stands_in_the_baseline_as_it_is_found_is_always_known(
    known: list[Entry], found: list[Here]
) -> None:
    held = [Entry(here.diagnostic.fingerprint, "MK202", here.place, year=here.year) for here in found]
    pairs = match([*known, *held], found, {here.place for here in found})
    assert len(pairs) == len(found)
