"""`malkoll compare` as it is called: what is compared with what, and where it goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from cli_calls import Call

from checked import SOUND, changed
from malkoll.language import Language
from malkoll.schema.files import schema

NEXT = changed(("år: 2026\n", "år: 2027\n"), ("målvärde: {värde: 80", "målvärde: {värde: 85"))
HIGHER = "målvärde: 80 (2028) → 85 (2028), högre satt"
OTHER = SOUND.replace("Socialnämnden", "Kulturnämnden")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """The folders ``a`` and ``b``, of two years."""
    for folder, text in (("a", SOUND), ("b", NEXT)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "sn.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two versions: ``v2026`` and the one after it."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "x")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "x@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    (tmp_path / "mål").mkdir()
    _git(tmp_path, "init", "-q", "-b", "main")
    for text, tag in ((SOUND, "v2026"), (NEXT, "v2027")):
        (tmp_path / "mål" / "sn.yaml").write_text(text, encoding="utf-8")
        _git(tmp_path, "add", ".")
        _git(tmp_path, "commit", "-q", "-m", tag)
        _git(tmp_path, "tag", tag)
    return tmp_path


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


# --- what is compared


@pytest.mark.parametrize(
    "pair", [("a", "b"), ("a/sn.yaml", "b/sn.yaml"), ("a", "b/sn.yaml"), ("a/sn.yaml", "b")]
)
def test_files_and_folders_are_compared(call: Call, two: Path, pair: tuple[str, str]) -> None:
    assert two.is_dir()
    said = call("compare", *pair)
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith(f"Från {pair[0]} till {pair[1]}\n")
    assert HIGHER in said.out
    assert "2 mål är oförändrade" in said.out


@pytest.mark.parametrize(
    "pair",
    [
        ("v2026", "mål"), ("v2026", "mål/sn.yaml"), ("HEAD~1", "HEAD"), ("git:v2026", "git:v2027"), ("v2026", "."),
        ("v2026:mål", "v2027"), ("v2026:mål/sn.yaml", "mål"), ("v2026:./mål/sn.yaml", "v2027:mål/sn.yaml"),
        ("git:HEAD~1:mål", "mål"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_versions_in_git_are_compared(call: Call, repository: Path, pair: tuple[str, str]) -> None:
    assert repository.is_dir()
    said = call("compare", *pair)
    assert (said.status, said.err) == (0, "")
    assert HIGHER in said.out


def test_a_file_that_exists_is_no_version(call: Call, repository: Path) -> None:
    (repository / "v2026").write_text(OTHER, encoding="utf-8")
    assert "Kulturnämnden" in call("compare", "v2026", "mål/sn.yaml").out
    assert "Kulturnämnden" not in call("compare", "git:v2026", "mål").out


def test_a_file_that_had_another_name_is_found_by_its_board(call: Call, repository: Path) -> None:
    (repository / "mål" / "sn.yaml").rename(repository / "mål" / "social.yaml")
    said = call("compare", "v2026", "mål/social.yaml")
    assert "v2026:mål/sn.yaml → mål/social.yaml" in said.out
    assert HIGHER in said.out


def test_in_a_folder_below_the_root_a_version_is_of_that_folder(
    call: Call, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "mål")
    for pair in (
        ("v2026", "sn.yaml"),
        ("v2026", "v2027"),
        ("v2026:./sn.yaml", "."),
        ("v2026:mål/sn.yaml", "."),
    ):
        assert HIGHER in call("compare", *pair).out


def test_standard_input_is_one_of_the_two(call: Call, two: Path) -> None:
    assert two.is_dir()
    assert HIGHER in call("compare", "a/sn.yaml", "-", stdin=NEXT.encode()).out
    assert call("compare", "-", "-").status == 2


def test_boards_that_one_side_lacks_are_told(call: Call, two: Path) -> None:
    (two / "a" / "kn.yaml").write_text(OTHER, encoding="utf-8")
    (two / "b" / "mn.yaml").write_text(OTHER.replace("Kultur", "Miljö"), encoding="utf-8")
    said = call("compare", "a", "b")
    assert "Har inget äldre dokument: Miljönämnden 2026." in said.out
    assert "Har inget nyare dokument: Kulturnämnden 2026." in said.out
    assert "Miljö" not in call("compare", "a/sn.yaml", "b").out


def test_two_files_are_compared_whatever_their_boards_are_called(call: Call, two: Path) -> None:
    (two / "b" / "sn.yaml").write_text(OTHER, encoding="utf-8")
    assert "nämnd: ”Socialnämnden” → ”Kulturnämnden”" in call("compare", "a/sn.yaml", "b/sn.yaml").out


def test_boards_are_the_same_by_the_steering_models_aliases(call: Call, two: Path) -> None:
    said = call("model", "init", "m.yaml")
    assert said.status == 0, said.err
    model = (two / "m.yaml").read_text(encoding="utf-8")
    boards = "nämnder: [{namn: Socialnämnden, alias: [SN]}]\n"
    (two / "m.yaml").write_text(f"{model}\n{boards}", encoding="utf-8")
    (two / "b" / "sn.yaml").write_text(NEXT.replace("nämnd: Socialnämnden", "nämnd: SN"), encoding="utf-8")
    assert "nämnd: ”Socialnämnden” → ”SN”" in call("compare", "a", "b", "--model", "m.yaml").out
    assert "Ingen nämnd har ett dokument på båda sidor." in call("compare", "a", "b").out


def test_the_latest_year_counts_unless_another_is_asked_for(call: Call, two: Path) -> None:
    (two / "b" / "old.yaml").write_text(SOUND, encoding="utf-8")
    said = call("compare", "a", "b")
    assert HIGHER in said.out
    assert "Jämförs inte: b/old.yaml." in said.out
    assert "Ingen skillnad" in call("compare", "a", "b", "--new-year", "2026").out
    assert HIGHER in call("compare", "b", "b", "--old-year", "2026").out


def test_a_file_that_cannot_be_read_is_told(call: Call, two: Path) -> None:
    (two / "b" / "x.yaml").write_bytes(b"n\xc3\xa4mnd: {")
    said = call("compare", "a", "b")
    assert said.status == 0
    assert "b/x.yaml" in said.out


# --- what can't be compared


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("a", "finns-inte.yaml"), 2, "Filen finns-inte.yaml finns inte."),
        (("a", "v1999"), 2, "”v1999” är varken en fil, en mapp eller en version i git."),
        (("a", "git:v1999"), 2, "här finns inget kodförråd"),
        (("a", "git:"), 2, "ska en version i git stå"),
        (("a", ""), 2, "En av sökvägarna är tom."),
        (("a",), 2, "GAMMALT NYTT saknas"),
        (("a", "b", "c"), 2, "Här står mer än malkoll compare tar: ”c”."),
        (("a", "b", "--old-year", "i år"), 2, "--old-year ska vara ett år"),
        (("a", "b", "--new-year", "2019"), 2, "Inget dokument i b gäller 2019. Det finns dokument för 2027."),
        (
            ("a", "b", "--format", "sarif"),
            2,
            "--format kan vara full, json, markdown eller html, inte ”sarif”.",
        ),
        (("a", "b", "--report", "json=b/sn.yaml"), 2, "skulle skriva över"),
        (("a", "b", "--isolated", "--config", "x.toml"), 2, "säger emot varandra"),
        (("a", "tom"), 3, "Inget måldokument hittades i tom."),
        (("tom", "b"), 3, "Inget måldokument hittades i tom."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_is_wrong_is_said(
    call: Call, two: Path, words: tuple[str, ...], status: int, sentence: str
) -> None:
    (two / "tom").mkdir()
    said = call("compare", *words)
    assert (said.status, said.out) == (status, "")
    assert sentence in said.err
    assert (two / "b" / "sn.yaml").read_text(encoding="utf-8") == NEXT


@pytest.mark.parametrize(
    ("version", "status", "sentence"),
    [
        ("git:v1999", 2, "Versionen ”v1999” finns inte"),
        ("git:-x", 2, "ska en version i git stå"),
        ("v2026:../x.yaml", 2, "leder ut ur kodförrådet"),
        ("v2026:finns-inte", 3, "Inget måldokument hittades i v2026:finns-inte."),
    ],
)
def test_what_is_wrong_with_a_version_is_said(
    call: Call, repository: Path, version: str, status: int, sentence: str
) -> None:
    assert repository.is_dir()
    said = call("compare", version, "mål")
    assert (said.status, said.out) == (status, "")
    assert sentence in said.err


# --- exit codes and formats


def test_a_difference_is_no_failure_unless_it_is_asked_for(call: Call, two: Path) -> None:
    assert two.is_dir()
    assert call("compare", "a", "b").status == 0
    assert call("compare", "a", "b", "--exit-code").status == 1
    assert call("compare", "a", "a", "--exit-code").status == 0
    assert call("compare", "a", "b", "--exit-code", "--format", "json").status == 1


@pytest.mark.parametrize("language", Language)
def test_json_fits_its_schema_and_has_the_same_keys_in_both_languages(
    call: Call, two: Path, language: Language
) -> None:
    assert two.is_dir()
    said = call("compare", "a", "b", "--format", "json", "--lang", language.value)
    made = json.loads(said.out)
    jsonschema.validate(made, schema("compare", Language.EN))
    (board,) = made["boards"]
    (change,) = [one for goal in board["goals"] for one in goal["changes"]]
    assert [step["key"] for step in change["path"]] == ["indicators", "target"]
    assert (change["old"]["number"], change["new"]["number"], change["direction"]) == (80, 85, "higher")
    assert [goal["state"] for goal in board["goals"]] == ["changed", "unchanged", "unchanged"]


@pytest.mark.parametrize("form", ["full", "json", "markdown", "html"])
def test_a_report_in_a_file_is_what_stands_on_standard_output(call: Call, two: Path, form: str) -> None:
    shown = call("compare", "a", "b", "--format", form).out
    said = call("compare", "a", "b", "--report", f"{form}=r", "--format", "json")
    assert said.status == 0
    assert (two / "r").read_text(encoding="utf-8") == shown
    assert json.loads(said.out)["version"] == 1


def test_the_same_input_gives_the_same_bytes(call: Call, two: Path) -> None:
    assert two.is_dir()
    for form in ("full", "json", "markdown", "html"):
        assert call("compare", "a", "b", "--format", form) == call("compare", "a", "b", "--format", form)


def test_no_swedish_of_ours_is_in_an_english_comparison(call: Call, two: Path) -> None:
    (two / "b" / "sn.yaml").write_text(SOUND.replace("brukare", "users"), encoding="utf-8")
    said = call("compare", "a", "b", "--lang", "en").out
    for word in ("formulering", "målgrupp", "ändra", "utgår", "tillkommer", "Från"):
        assert word not in said


def test_with_colour_the_letters_are_the_same(call: Call, two: Path) -> None:
    assert two.is_dir()
    plain, colored = (call("compare", "a", "b", "--color", when).out for when in ("never", "always"))
    assert "\x1b[" in colored
    assert "\x1b" not in plain


def test_one_command_compares_another_does_not_load_it() -> None:
    """A check starts as fast as before: what compares isn't loaded for it."""
    script = (
        "import sys; from malkoll.cli import main; main(['check', '--help']); print(*sys.modules, sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "malkoll.repository.compare" not in done.stdout.split()
