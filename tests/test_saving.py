"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import stat
import tempfile
import threading
from pathlib import Path

import pytest

from malkoll.call_error import CallError
from malkoll.saving import save


def test_a_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "mål.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    save(file, b"new\r\n")
    assert file.read_bytes() == b"new\r\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["mål.yaml"]


def test_a_new_file_gets_the_rights_that_the_user_gives_new_files(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        save(tmp_path / "a", b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    save(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    save(pipe, b"x")
    assert os.read(reader, 9) == b"x"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize(("name", "said"), [("no/a", "no folder"), ("folder", "is a folder")])
def test_what_is_in_the_way_is_named(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CallError, match=said):
        save(tmp_path / name, b"x")


def test_a_write_protected_file_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with pytest.raises(CallError, match="read-only"):
        save(file, b"new")
    assert file.read_bytes() == b"old"


def test_an_existing_file_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"old")
    with pytest.raises(CallError, match="exists already"):
        save(file, b"new", new=True)
    save(tmp_path / "b", b"new", new=True)
    assert [file.read_bytes(), (tmp_path / "b").read_bytes()] == [b"old", b"new"]


@pytest.mark.parametrize("new", [False, True])
def test_what_appears_meanwhile_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, new: bool
) -> None:
    """Only a file that was to be new can be in the way; another is replaced."""
    file = tmp_path / "a"
    real = os.fsync

    def meanwhile(handle: int) -> None:
        real(handle)
        file.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", meanwhile)
    if new:
        with pytest.raises(CallError, match="exists already"):
            save(file, b"ours", new=True)
        assert file.read_bytes() == b"theirs"
    else:
        save(file, b"ours")
        assert file.read_bytes() == b"ours"


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "allowed"), (errno.EIO, "can't be written")],
)
def test_a_failed_write_leaves_the_old_text_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"old")

    def fail(_handle: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CallError, match=said):
        save(file, b"new")
    assert file.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize(
    "moment",
    [
        (tempfile, "mkstemp"),
        (os, "fdopen"),
        (os, "fsync"),
        (Path, "chmod"),
        (Path, "replace"),
        (Path, "unlink"),
    ],
)
def test_ctrl_c_waits_until_the_file_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: tuple[object, str]
) -> None:
    file = tmp_path / "sn.yaml"
    file.write_bytes(b"old")
    done = getattr(*moment)

    def interrupted(*given: object, **named: object) -> object:
        answer = done(*given, **named)
        signal.raise_signal(signal.SIGINT)
        return answer

    monkeypatch.setattr(*moment, interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(file, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["sn.yaml"]
    assert file.read_bytes() == b"new"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_another_thread_may_save_too(tmp_path: Path) -> None:
    saving = threading.Thread(target=save, args=(tmp_path / "sn.yaml", b"new"))
    saving.start()
    saving.join()
    assert (tmp_path / "sn.yaml").read_bytes() == b"new"
