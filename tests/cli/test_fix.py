"""`malkoll check --fix` and `--diff`: files as they are written, changes as they are shown."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from cli_calls import Call

from checked import SOUND, changed
from malkoll.diagnostic import Applicability
from malkoll.discover import Found
from malkoll.engine import Input
from malkoll.fix import files as fix_files
from malkoll.fix import mending
from malkoll.run import Alone

MISSPELT = changed(("nämnd:", "namnd:"), ("Hållbar vardag", "Hållbar vardan"))
DATED = ("--date", "2026-11-23")


@pytest.fixture
def misspelt(tmp_path: Path) -> Path:
    """A document with two errors that can be fixed."""
    file = tmp_path / "sn.yaml"
    file.write_text(MISSPELT, encoding="utf-8", newline="")
    return file


def _run(
    *words: str, cwd: Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    clean = {key: value for key, value in os.environ.items() if key not in {"CI", "GITHUB_ACTIONS"}}
    return subprocess.run(
        [sys.executable, "-m", "malkoll", *words],
        cwd=cwd,
        input=stdin,
        env={**clean, "MALKOLL_LANG": "sv", "PYTHONUTF8": "1", **environment},
        capture_output=True,
        check=False,
    )


def test_fixing_writes_the_file_and_reports_what_is_left(call: Call, misspelt: Path) -> None:
    said = call("check", "--fix", *DATED)
    assert misspelt.read_text(encoding="utf-8") == SOUND
    assert said.status == 0
    assert "Inga anmärkningar." in said.out
    assert said.err == "2 rättelser gjorda i 1 fil.\n"


def test_the_sentence_counts_mistakes_and_files(call: Call, misspelt: Path, tmp_path: Path) -> None:
    other = SOUND.replace("nämnd: S", "namnd: Äldren").replace("id: sn-", "id: a-")
    (tmp_path / "two.yaml").write_text(other, encoding="utf-8")
    said = call("check", "--fix", "--lang", "en", *DATED, str(misspelt), "two.yaml")
    assert said.err.startswith("3 fixes made in 2 files.\n")
    misspelt.write_text(changed(("nämnd:", "namnd:")), encoding="utf-8")
    assert call("check", "--fix", *DATED, str(misspelt)).err.startswith("1 rättelse gjord i 1 fil.\n")


def test_the_exit_code_is_that_of_what_is_left(call: Call, misspelt: Path) -> None:
    misspelt.write_text(MISSPELT.replace("Hållbar gemenskap", "Glesbygd"), encoding="utf-8")
    said = call("check", "--fix", "--format", "concise", *DATED)
    assert said.status == 1
    assert [line.split()[2] for line in said.out.splitlines()] == ["MK202"]
    assert "Glesbygd" in misspelt.read_text(encoding="utf-8")


def test_only_the_chosen_rules_are_fixed(call: Call, misspelt: Path) -> None:
    call("check", "--fix", "--select", "MK101", *DATED)
    assert misspelt.read_text(encoding="utf-8") == changed(("Hållbar vardag", "Hållbar vardan"))


def test_unsafe_fixes_are_hinted_at_and_made_when_asked_for(call: Call, misspelt: Path) -> None:
    misspelt.write_text(changed(("värde: 80", "värde: ca 80")), encoding="utf-8")
    said = call("check", "--fix", *DATED)
    assert "ca 80" in misspelt.read_text(encoding="utf-8")
    assert said.err == "1 kan rättas med --unsafe-fixes. Se efter att det blev rätt.\n"
    assert "--fix" not in said.out
    said = call("check", "--unsafe-fixes", *DATED)
    assert "ca 80" in misspelt.read_text(encoding="utf-8")
    assert "--fix --unsafe-fixes" in said.out
    call("check", "--fix", "--unsafe-fixes", *DATED)
    assert misspelt.read_text(encoding="utf-8") == SOUND


def test_quiet_says_nothing_of_what_was_fixed(call: Call, misspelt: Path) -> None:
    said = call("check", "--fix", "--quiet", *DATED, str(misspelt))
    assert (said.out, said.err) == ("", "")


def test_the_json_report_is_as_without_fixing(call: Call, misspelt: Path) -> None:
    fixed = call("check", "--fix", "--format", "json", *DATED, str(misspelt)).out
    assert fixed == call("check", "--format", "json", *DATED, str(misspelt)).out
    assert '"fixable": 0' in fixed


def test_other_yaml_of_a_folder_is_not_touched(call: Call, misspelt: Path, tmp_path: Path) -> None:
    other = tmp_path / "compose.yml"
    other.write_bytes("tjänst: \u200bx\n".encode())
    call("check", "--fix", *DATED)
    call("check", "--fix", "--only-goal-documents", *DATED, "compose.yml", str(misspelt))
    assert other.read_bytes() == "tjänst: \u200bx\n".encode()


def test_standard_input_comes_out_fixed_and_the_report_beside_it(call: Call) -> None:
    said = call("check", "--fix", *DATED, "-", stdin=MISSPELT.replace("gemenskap", "x").encode())
    assert said.out == SOUND.replace("gemenskap", "x")
    assert "MK202" in said.err
    assert "2 rättelser gjorda i 1 fil." in said.err
    assert said.status == 1


@pytest.mark.parametrize("data", [SOUND.encode(), b"", b"a: 1\n", b"\xff\xfe\x00", b"[ {"])
def test_standard_input_with_nothing_to_fix_comes_out_as_it_went_in(data: bytes, tmp_path: Path) -> None:
    done = _run("check", "--fix", *DATED, "-", cwd=tmp_path, stdin=data)
    assert done.stdout == data


def test_standard_input_too_large_to_read_does_not_come_out_cut(tmp_path: Path) -> None:
    done = _run("check", "--fix", "-", cwd=tmp_path, stdin=SOUND.encode() + b"#" * 2_000_000)
    assert done.stdout == b""
    assert b"MK001" in done.stderr
    assert done.returncode == 1


def test_a_diff_shows_what_would_change_and_changes_nothing(call: Call, misspelt: Path) -> None:
    said = call("check", "--diff", *DATED)
    assert said.status == 1
    assert said.out.splitlines()[:3] == ["--- a/sn.yaml", "+++ b/sn.yaml", "@@ -1,5 +1,5 @@"]
    assert "-namnd: Socialnämnden\n+nämnd: Socialnämnden\n" in said.out
    assert said.err == "2 rättelser skulle göras i 1 fil.\n"
    assert misspelt.read_text(encoding="utf-8") == MISSPELT
    assert call("check", "--fix", "--diff", *DATED).out == said.out


def test_a_diff_without_changes_gives_0(call: Call, sound: Path) -> None:
    said = call("check", "--diff", *DATED, str(sound))
    assert said == (0, "", "Det finns inget som --fix kan rätta.\n")


@pytest.mark.parametrize("option", [("--format", "json"), ("--report", "json=x.json"), ("--statistics",)])
def test_a_diff_and_a_report_are_not_asked_for_at_once(
    option: tuple[str, ...], call: Call, misspelt: Path
) -> None:
    said = call("check", "--diff", *option, str(misspelt))
    assert said.status == 2
    assert f"Ta bort {option[0]}" in said.err


NAMES = [
    "mål.yaml",
    "med blank.yaml",
    "a/b/c.yaml",
    'citat"tecken.yaml',
    "rad\nslut.yaml",
    "bak\\streck.yaml",
]


def _written(text: str, how: str) -> bytes:
    if how in {"\r\n", "\r"}:
        return text.replace("\n", how).encode()
    return text.rstrip("\n").encode() if how == "cut" else text.encode(how)


@pytest.mark.parametrize(
    ("name", "how"),
    [
        *((name, "utf-8") for name in NAMES),
        *(("sn.yaml", how) for how in ("\r\n", "\r", "cut", "utf-8-sig", "cp1252", "utf-16")),
    ],
)
def test_git_applies_a_diff(name: str, how: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_written(MISSPELT, how))
    diff = _run("check", "--diff", *DATED, cwd=tmp_path)
    assert diff.returncode == 1
    (tmp_path / "p.patch").write_bytes(diff.stdout)
    fixed = _run("check", "--fix", *DATED, cwd=tmp_path)
    assert fixed.returncode == 0, fixed.stdout.decode()
    wanted = file.read_bytes()
    file.write_bytes(_written(MISSPELT, how))
    done = subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "p.patch"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "GIT_DIR": str(tmp_path / "none"), "GIT_CEILING_DIRECTORIES": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    assert file.read_bytes() == wanted


def test_in_ci_a_diff_says_nothing_that_the_server_obeys(tmp_path: Path) -> None:
    text = '"\\n": x\n' + MISSPELT.replace(
        "namnd: Soc", '  ::error file=x::y: 1\n##[error]x: "\u202e"\nnamnd: Soc'
    ).replace("  ::error", '"x":\n   ::error')
    (tmp_path / "sn.yaml").write_text(text, encoding="utf-8")
    piped = _run("check", "--diff", *DATED, "sn.yaml", cwd=tmp_path, GITHUB_ACTIONS="true", CI="true")
    assert piped.returncode == 1
    for line in piped.stdout.decode().splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line
        assert "\u202e" not in line


def test_a_read_only_file_is_refused_by_name_and_the_others_are_fixed(
    call: Call, misspelt: Path, tmp_path: Path
) -> None:
    other = tmp_path / "two.yaml"
    other.write_text(MISSPELT, encoding="utf-8")
    misspelt.chmod(0o444)
    said = call("check", "--fix", *DATED)
    assert said.status == 2
    assert "sn.yaml kan inte skrivas: filen är skrivskyddad." in said.err
    assert misspelt.read_text(encoding="utf-8") == MISSPELT
    assert other.read_text(encoding="utf-8") == SOUND
    assert "MK202" in said.out


def test_the_rights_of_a_file_are_kept(call: Call, misspelt: Path) -> None:
    misspelt.chmod(0o640)
    call("check", "--fix", *DATED)
    assert stat.S_IMODE(misspelt.stat().st_mode) == 0o640


def test_a_link_within_the_tree_is_followed_and_stays_one(call: Call, misspelt: Path, tmp_path: Path) -> None:
    link = tmp_path / "länk.yaml"
    link.symlink_to("sn.yaml")
    call("check", "--fix", *DATED, "länk.yaml")
    assert link.is_symlink()
    assert misspelt.read_text(encoding="utf-8") == SOUND


@pytest.mark.parametrize("with_git", [True, False])
@pytest.mark.parametrize("through_folder", [True, False])
def test_a_link_out_of_the_tree_is_refused(
    with_git: bool,  # noqa: FBT001 - one of two cases
    through_folder: bool,  # noqa: FBT001 - one of two cases
    call: Call,
    misspelt: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    if with_git:
        (tree / ".git").mkdir()
    outside = tmp_path / "outside"
    outside.mkdir()
    secret = outside / "hemlig.yaml"
    secret.write_text(MISSPELT, encoding="utf-8")
    named = tree / ("mapp" if through_folder else "hemlig.yaml")
    named.symlink_to(outside if through_folder else secret)
    monkeypatch.chdir(tree)
    path = "mapp/hemlig.yaml" if through_folder else "hemlig.yaml"
    said = call("check", "--fix", *DATED, path)
    assert said.status == 2
    assert f"{path} är inte rättad: en länk leder dit, ut ur" in said.err
    assert secret.read_text(encoding="utf-8") == MISSPELT
    assert misspelt.exists()


def test_a_file_changed_meanwhile_is_left_as_it_is(
    call: Call, misspelt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(
        name: str, data: bytes, check: mending.Check, wanted: frozenset[Applicability]
    ) -> mending.Mended:
        found = mending.mend(name, data, check, wanted)
        misspelt.write_text(MISSPELT + "# ny rad\n", encoding="utf-8")
        return found

    monkeypatch.setattr(fix_files, "mend", meanwhile)
    said = call("check", "--fix", *DATED)
    assert said.status == 2
    assert "sn.yaml är inte rättad: filen ändrades medan den prövades." in said.err
    assert misspelt.read_text(encoding="utf-8") == MISSPELT + "# ny rad\n"


def test_a_file_gone_meanwhile_is_not_made_anew(
    call: Call, misspelt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = fix_files.Fixer.__call__

    def meanwhile(self: fix_files.Fixer, found: Found, file: Input, alone: Alone) -> Input:
        misspelt.unlink()
        return real(self, found, file, alone)

    monkeypatch.setattr(fix_files.Fixer, "__call__", meanwhile)
    said = call("check", "--fix", *DATED)
    assert said.status == 2
    assert "går inte längre att läsa" in said.err
    assert not misspelt.exists()


def test_a_full_disk_leaves_the_file_as_it_was(
    call: Call, misspelt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = call("check", "--fix", *DATED)
    assert said.status == 2
    assert "disken är full" in said.err
    assert misspelt.read_text(encoding="utf-8") == MISSPELT
    assert [one.name for one in misspelt.parent.iterdir()] == ["sn.yaml"]


def test_the_report_says_what_can_be_fixed(call: Call, misspelt: Path) -> None:
    out = " ".join(call("check", *DATED, str(misspelt)).out.split())
    assert "Skriv ”nämnd”. Kan göras med --fix." in out
    assert "2 kan rättas med --fix." in out


def test_nothing_is_promised_for_a_file_that_cannot_be_read(call: Call, misspelt: Path) -> None:
    misspelt.write_text(MISSPELT + "\n[ {\u200b\n", encoding="utf-8")
    said = call("check", *DATED, str(misspelt))
    assert "--fix" not in said.out
    said = call("check", "--fix", *DATED, str(misspelt))
    assert said.status == 1
    assert "sn.yaml är inte rättad: den går inte att läsa till slutet som YAML." in said.err


def test_a_steering_model_is_not_said_to_be_fixable(call: Call, tmp_path: Path) -> None:
    said = call("model", "init")
    text = said.out.replace("id: hallbar-halsa", "id: hallbar-halsa\u200b")
    (tmp_path / "m.yaml").write_text(text, encoding="utf-8")
    assert "--fix" not in call("model", "check", "m.yaml").out
