"""What is kept is found again or not at all, whatever becomes of its file."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from pathlib import Path

import pytest

from malkoll.cache.store import Store

KEYS = [bytes([number]) * 32 for number in range(3)]


def filled(folder: Path) -> Path:
    store = Store(str(folder), "one")
    for number, key in enumerate(KEYS):
        store.put(key, b"what was found %d " % number * 20)
    store.close()
    (file,) = folder.glob("*.sqlite")
    return file


def found(folder: Path) -> list[bytes | None]:
    store = Store(str(folder), "one")
    try:
        return [store.get(key) for key in KEYS]
    finally:
        store.close()


RIGHT: list[bytes | None] = [b"what was found %d " % number * 20 for number in range(3)]


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    filled(tmp_path)
    assert found(tmp_path) == RIGHT


def test_nothing_is_found_of_another_build(tmp_path: Path) -> None:
    filled(tmp_path)
    assert Store(str(tmp_path), "two").get(KEYS[0]) is None


def test_only_a_few_builds_are_kept(tmp_path: Path) -> None:
    for number in range(6):
        store = Store(str(tmp_path), f"build{number}")
        store.put(KEYS[0], b"found")
        store.close()
    assert len(list(tmp_path.glob("*.sqlite"))) <= 4
    assert Store(str(tmp_path), "build5").get(KEYS[0]) == b"found"


def test_a_flipped_byte_never_gives_anything_else(tmp_path: Path) -> None:
    file = filled(tmp_path)
    whole = file.read_bytes()
    # empty space between the entries tells nothing
    places = [place for place in range(len(whole)) if whole[place] or place < 200 or place % 64 == 0]
    for place in places:
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert all(got in (None, right) for got, right in zip(found(tmp_path), RIGHT, strict=True)), place


def test_a_file_cut_short_never_gives_anything_else(tmp_path: Path) -> None:
    file = filled(tmp_path)
    whole = file.read_bytes()
    for length in range(0, len(whole), 97):
        file.write_bytes(whole[:length])
        assert all(got in (None, right) for got, right in zip(found(tmp_path), RIGHT, strict=True)), length


@pytest.mark.parametrize("content", [b"", b"no database at all, but a text of some length\n" * 100])
def test_a_damaged_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    file = filled(tmp_path)
    file.write_bytes(content)
    found(tmp_path)
    filled(tmp_path)
    assert found(tmp_path) == RIGHT


def test_a_file_of_another_shape_is_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "files-one.sqlite"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE entries (something)")
    other.close()
    assert found(tmp_path) == [None] * 3
    store = Store(str(tmp_path), "one")
    store.put(KEYS[0], b"it doesn't fit in there")
    store.close()
    filled(tmp_path)
    assert found(tmp_path) == RIGHT


def test_one_entry_never_stands_for_another(tmp_path: Path) -> None:
    file = filled(tmp_path)
    with sqlite3.connect(file) as other:
        (data,) = other.execute("SELECT data FROM entries WHERE key = ?", (KEYS[0],)).fetchone()
        other.execute("UPDATE entries SET data = ? WHERE key = ?", (data, KEYS[1]))
    other.close()
    assert found(tmp_path) == [RIGHT[0], None, RIGHT[2]]


def test_while_another_run_writes_nothing_waits_for_long_and_nothing_is_lost(tmp_path: Path) -> None:
    file = filled(tmp_path)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store = Store(str(tmp_path), "one")
    store.put(b"n" * 32, b"new")
    assert store.get(KEYS[0]) is None
    store.close()
    other.execute("ROLLBACK")
    other.close()
    assert found(tmp_path) == RIGHT


def test_it_never_grows_beyond_its_bound_and_the_old_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = 40 * 4096
    for number in range(60):
        monkeypatch.setattr(time, "time", lambda number=number: number * 86_400)
        store = Store(str(tmp_path), "one", most)
        # chance can't be packed smaller
        store.put(number.to_bytes(32, "big"), hashlib.shake_128(b"%d" % number).digest(9_000))
        store.close()
        assert (tmp_path / "files-one.sqlite").stat().st_size <= most
    last = Store(str(tmp_path), "one", most)
    assert last.get((59).to_bytes(32, "big")) is not None
    assert last.get((0).to_bytes(32, "big")) is None
    last.close()
