"""The configuration: where it is found, what it says, and what is said when it can't be used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from malkoll.call_error import CallError
from malkoll.config.configuration import NONE, Configuration
from malkoll.config.files import LARGEST, Configurations, read_configuration
from malkoll.config.values import KEYS
from malkoll.diagnostic import Severity
from malkoll.language import Language

WHOLE = """\
language = "en"
model = "styrmodell.yaml"
select = ["MK2", "vague-word"]
extend-select = ["MK411"]
ignore = ["MK212"]
include = ["mål/*.yaml"]
exclude = ["arkiv/"]
fail-on = "warning"

[severity]
vague-word = "error"
MK212 = "off"

[per-file-ignores]
"utkast/*.yaml" = ["MK302", "MK304"]
"arkiv/**" = ["MK4"]
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _read(text: str | bytes, name: str = "malkoll.toml") -> Configuration:
    file = Path.cwd() / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_configuration(file)


def _wrong(text: str | bytes, name: str = "malkoll.toml") -> tuple[list[str], list[str]]:
    """Give what is said of a configuration, in Swedish and English."""
    with pytest.raises(CallError) as caught:
        _read(text, name)
    return caught.value.render(Language.SV), caught.value.render(Language.EN)


def test_every_key_is_read() -> None:
    found = _read(WHOLE)
    assert found.language is Language.EN
    assert found.model == "styrmodell.yaml"
    assert found.select == ("MK2", "vague-word")
    assert found.extend_select == ("MK411",)
    assert found.ignore == ("MK212",)
    assert found.fail_on == "warning"
    assert found.severity == {"vague-word": Severity.ERROR, "MK212": None}
    assert set(found.selectors()) == {"MK2", "vague-word", "MK411", "MK212", "MK302", "MK304", "MK4"}
    assert {key.replace("-", "_") for key in KEYS} <= set(Configuration._fields)


def test_the_shared_file_has_it_in_a_table_of_its_own() -> None:
    assert _read('[tool.malkoll]\nlanguage = "sv"\n', "pyproject.toml").language is Language.SV
    assert _read('[tool.other]\nlanguage = "sv"\n', "pyproject.toml").language is None


def test_the_nearest_one_counts_up_to_the_repositorys_root(tmp_path: Path) -> None:
    inner = tmp_path / "r" / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "malkoll.toml").write_text('model = "top"\n', encoding="utf-8")
    assert Configurations().of(inner).model == "top"
    (tmp_path / "r" / ".git").mkdir()
    assert Configurations().of(inner) == NONE
    (tmp_path / "r" / "pyproject.toml").write_text('[tool.malkoll]\nmodel = "r"\n', encoding="utf-8")
    assert Configurations().of(inner).model == "r"
    (tmp_path / "r" / "malkoll.toml").write_text('model = "own"\n', encoding="utf-8")
    assert Configurations().of(inner).model == "own"
    (tmp_path / "r" / "a" / "pyproject.toml").write_text("[tool.other]\n# malkoll\n", encoding="utf-8")
    assert Configurations().of(inner).model == "own"
    (inner / "malkoll.toml").write_text("", encoding="utf-8")
    assert Configurations().of(inner).model is None


def test_one_configuration_can_be_given_for_all(tmp_path: Path) -> None:
    (tmp_path / "malkoll.toml").write_text('model = "found"\n', encoding="utf-8")
    (tmp_path / "other.toml").write_text('model = "given"\n', encoding="utf-8")
    assert Configurations("other.toml").of(tmp_path).model == "given"
    assert Configurations(isolated=True).of(tmp_path) == NONE
    assert Configurations().of(tmp_path).model == "found"


def test_files_are_taken_as_include_and_exclude_say(tmp_path: Path) -> None:
    top = str(tmp_path)
    found = _read(WHOLE)
    assert found.takes(f"{top}/mål/a.yaml")
    assert not found.takes(f"{top}/mål/a.txt")
    assert not found.takes(f"{top}/a.yaml")
    assert not found.takes(f"{top}/arkiv/a.yaml")
    assert not found.enters(f"{top}/arkiv")
    assert found.enters(f"{top}/mål")
    assert found.takes("/elsewhere/a.yaml")
    assert found.enters("/elsewhere")
    only_exclude = _read('exclude = ["b.yaml"]\n')
    assert only_exclude.takes(f"{top}/a.YML")
    assert not only_exclude.takes(f"{top}/x/b.yaml")
    assert not only_exclude.takes(f"{top}/a.txt")
    assert NONE.takes("a.yaml")
    assert not NONE.takes("a.txt")


def test_rules_are_off_for_the_files_that_are_named(tmp_path: Path) -> None:
    found = _read(WHOLE)
    assert found.ignored_in(f"{tmp_path}/utkast/a.yaml") == ("MK302", "MK304")
    assert found.ignored_in(f"{tmp_path}/arkiv/2021/a.yaml") == ("MK4",)
    assert found.ignored_in(f"{tmp_path}/a.yaml") == ()
    assert found.ignored_in("/elsewhere/utkast/a.yaml") == ()
    assert NONE.ignored_in("a.yaml") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('langauge = "sv"', "Menade du ”language”?"),
        ("zzz = 1", "Det som går att ställa in är language,"),
        ("baseline = true", "”baseline” ska vara en text inom citattecken."),
        ('extend_select = ["MK4"]', "Menade du ”extend-select”?"),
        ('language = "sw"', "”language” kan vara ”sv” eller ”en”."),
        ("language = 1", "”language” kan vara ”sv” eller ”en”."),
        ('fail-on = "eror"', "”fail-on” kan inte vara ”eror”. Menade du ”error”?"),
        ("model = 1", "”model” ska vara en text inom citattecken."),
        ('model = " "', "”model” ska vara en text inom citattecken."),
        ('select = "MK4"', "”select” ska vara en lista av texter"),
        ("ignore = [1]", "”ignore” ska vara en lista av texter"),
        ('include = "*.yaml"', "”include” ska vara en lista av texter"),
        ('severity = "error"', "”severity” ska vara en tabell från regel till allvar"),
        ('severity = {MK4 = "eror"}', "”severity.MK4” kan inte vara ”eror”. Menade du ”error”?"),
        ("severity = {MK4 = true}", "”severity.MK4” kan vara ”error”, ”warning”, ”info” eller ”off”."),
        ('per-file-ignores = ["a"]', "”per-file-ignores” ska vara en tabell från filer till regler"),
        ('per-file-ignores = {"a/*" = "MK4"}', '”per-file-ignores."a/*"” ska vara en lista av texter'),
        ("select = [", "går inte att läsa som TOML. Felet är på rad 1."),
        ("\n\nselect 1", "Felet är på rad 3."),
        ("x = " + "[" * 50_000, "går inte att läsa som TOML."),
        ("x = " + "9" * 5_000, "går inte att läsa som TOML."),
        (b'model = "m\xe5l"', "är inte sparad som UTF-8."),
        ("#" * (LARGEST + 1), "är större än 1000000 byte."),
    ],
    ids=lambda value: str(value)[:40],
)  # fmt: skip
def test_what_is_wrong_is_said_in_both_languages(text: str | bytes, expected: str) -> None:
    swedish, english = _wrong(text)
    assert expected in swedish[0]
    assert "malkoll.toml" in swedish[0]
    assert len(english) == len(swedish)
    assert not set(english) & set(swedish)
    for word in ("Invalid", "Expected", "expected", "Input", "Cannot"):
        assert word not in " ".join(english)


def test_all_that_is_wrong_is_said_at_once() -> None:
    swedish, _ = _wrong('langauge = "sv"\nfail-on = 1\nmodel = "m"\nselect = 2\n')
    assert len(swedish) == 3


def test_a_table_of_its_own_must_be_a_table() -> None:
    swedish, _ = _wrong("[tool]\nmalkoll = 1\n", "pyproject.toml")
    assert swedish == ["I pyproject.toml ska [tool.malkoll] vara en tabell."]


def test_others_mistakes_in_the_shared_file_are_theirs(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other\n", encoding="utf-8")
    assert Configurations().of(tmp_path) == NONE
    (tmp_path / "pyproject.toml").write_text("tool = 1 # malkoll\n", encoding="utf-8")
    assert Configurations().of(tmp_path) == NONE


def test_a_configuration_that_is_given_must_be_there() -> None:
    with pytest.raises(CallError, match=r"There is no configuration none\.toml\."):
        Configurations("none.toml")


def test_a_configuration_that_cannot_be_read_is_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "malkoll.toml").write_text("", encoding="utf-8")

    def refused(*_: object, **__: object) -> object:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(CallError, match="could not be read"):
        Configurations().of(tmp_path)


def test_a_pipe_in_place_of_a_configuration_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "malkoll.toml")
    assert Configurations().of(tmp_path) == NONE


def test_a_configuration_cannot_raise_the_limits() -> None:
    for key in ("limits", "max-size", "size", "depth", "jobs", "fix"):
        assert _wrong(f"{key} = 1")
