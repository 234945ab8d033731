"""Taking malkoll up on old documents: what is there is written down, and only what is new counts."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
from pathlib import Path

import pytest
from goal_files import FAULTY, FILE, call, change_entry, entries, write

from checked import SOUND, changed

OTHER = FAULTY.replace("Socialnämnden", "Kulturnämnden").replace("sn-", "kn-")
NEW_FAULT = FAULTY.replace("Hållbar gemenskap", "Hållbar gemenskapen")
MENDED = FAULTY.replace("Hållbar hälsan", "Hållbar hälsa")


def _adopted(*extra: str) -> None:
    write("mål/sn.yaml")
    assert call("mål", "--write-baseline", FILE, *extra).status == 0


def test_what_is_there_is_written_and_doesnt_count_afterwards() -> None:
    write("mål/sn.yaml")
    before = call("mål")
    assert before.status == 1
    wrote = call("mål", "--write-baseline", FILE)
    assert (wrote.status, wrote.codes) == (0, [])
    assert f"Skrev {FILE} med {len(before.codes)} anmärkningar. De räknas inte när filen anges" in wrote.err
    after = call("mål", "--baseline", FILE)
    assert (after.status, after.codes, after.known) == (0, [], before.codes)
    assert after.data["summary"]["baselined"] == len(before.codes)
    assert after.data["summary"]["errors"] == 0
    assert after.data["baselines"] == [{"file": FILE, "known": len(before.codes), "expired": 0, "fixed": 0}]
    assert after.err == ""


def test_only_what_is_new_is_shown_and_fails() -> None:
    _adopted()
    write("mål/sn.yaml", NEW_FAULT)
    said = call("mål", "--baseline", FILE)
    assert (said.status, said.codes) == (1, ["MK202"])
    assert [one["goal"] for one in said.data["diagnostics"]] == ["sn-3"]


def test_the_file_reads_well_in_a_diff() -> None:
    write("mål/sn.yaml")
    write("mål/kn.yaml", OTHER)
    call("mål", "--write-baseline", FILE)
    text = Path(FILE).read_text(encoding="utf-8")
    lines = text.splitlines()
    assert lines[:3] == ["{", '  "version": 1,', '  "findings": [']
    assert len(lines) == len(entries()) + 5
    assert text.endswith("\n")
    files = [one["file"] for one in entries()]
    assert files == sorted(files)
    assert {"code": "MK202", "name": "unknown-focus-area", "file": "mål/sn.yaml", "board": "Socialnämnden",
            "year": 2026, "goal": "sn-2"}.items() <= next(
        one for one in entries() if one["code"] == "MK202" and one["file"] == "mål/sn.yaml"
    ).items()  # fmt: skip
    call("mål", "--write-baseline", FILE)
    assert Path(FILE).read_text(encoding="utf-8") == text


def test_the_configuration_names_the_baseline_from_its_own_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _adopted()
    assert call("mål").status == 1
    write("malkoll.toml", f'baseline = "{FILE}"\n')
    assert call("mål").status == 0
    monkeypatch.chdir("mål")
    assert call(".").status == 0
    assert call("sn.yaml").status == 0
    assert call(str(Path("sn.yaml").absolute())).status == 0
    assert call("sn.yaml", "--isolated").status == 1


def test_each_configuration_has_its_own_baseline() -> None:
    for folder in ("a", "b"):
        write(f"{folder}/sn.yaml", FAULTY.replace("Exempelkommun", folder))
        write(f"{folder}/malkoll.toml", 'baseline = "äldre.json"\n')
        call(folder, "--write-baseline", f"{folder}/äldre.json")
    said = call(".")
    assert said.status == 0
    assert [one["file"] for one in said.data["baselines"]] == ["a/äldre.json", "b/äldre.json"]
    assert {one["file"] for one in entries("a/äldre.json")} == {"sn.yaml"}


def test_the_callers_baseline_goes_before_the_configurations() -> None:
    _adopted()
    write("tom.json", '{"version": 1, "findings": []}')
    write("malkoll.toml", 'baseline = "tom.json"\n')
    assert call("mål").status == 1
    assert call("mål", "--baseline", FILE).status == 0


@pytest.mark.parametrize(
    "name", ["../utanför.json", "/etc/passwd", "C:/x.json", "//server/x.json", "länk.json"]
)
def test_a_configuration_names_no_file_outside_its_repository(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("utanför.json", '{"version": 1, "findings": []}')
    write("förråd/sn.yaml")
    Path("förråd/.git").mkdir()
    Path("förråd/länk.json").symlink_to(tmp_path / "utanför.json")
    write("förråd/malkoll.toml", f'baseline = "{name}"\n')
    monkeypatch.chdir("förråd")
    said = call("sn.yaml")
    assert said.status == 2
    assert "får bara peka på en fil i samma kodförråd eller mapp" in said.err
    assert name in said.err


def test_a_configuration_in_a_subfolder_may_name_a_file_of_the_repository() -> None:
    Path(".git").mkdir()
    _adopted()
    write("mål/malkoll.toml", f'baseline = "../{FILE}"\n')
    assert call("mål").status == 0


def test_a_baseline_that_isnt_there_is_told() -> None:
    write("sn.yaml")
    said = call("sn.yaml", "--baseline", FILE)
    assert (said.status, said.out) == (2, "")
    assert f"Baslinjen {FILE} finns inte. Den skrivs med --write-baseline {FILE}." in said.err
    write("malkoll.toml", f'baseline = "{FILE}"\n')
    assert call("sn.yaml").status == 2


# what happens to the file when it is written again


def test_what_is_mended_leaves_the_baseline() -> None:
    _adopted()
    before = len(entries())
    write("mål/sn.yaml", MENDED)
    told = call("mål", "--baseline", FILE)
    assert "1 rättad anmärkning kan tas bort ur malkoll-baseline.json" in told.err
    assert told.data["baselines"][0]["fixed"] == 1
    assert told.status == 0
    assert len(entries()) == before
    wrote = call("mål", "--write-baseline", FILE)
    assert f"{FILE}: 1 rättad togs bort och {before - 1} äldre står kvar." in wrote.err
    assert "MK202" not in {one["code"] for one in entries()}
    write("mål/sn.yaml", FAULTY)
    assert call("mål", "--baseline", FILE).codes == ["MK202"]


def test_what_is_new_isnt_taken_in_unless_that_is_asked_for() -> None:
    _adopted()
    before = entries()
    write("mål/sn.yaml", NEW_FAULT)
    said = call("mål", "--write-baseline", FILE)
    assert (said.status, said.codes) == (1, ["MK202"])
    assert "1 ny togs inte med (det görs med --grow-baseline)" in said.err
    assert entries() == before
    grown = call("mål", "--write-baseline", FILE, "--grow-baseline")
    assert (grown.status, grown.codes) == (0, [])
    assert f"{FILE}: 1 ny togs med och {len(before)} äldre står kvar." in grown.err
    assert len(entries()) == len(before) + 1


def test_growing_is_for_writing() -> None:
    write("sn.yaml")
    said = call("sn.yaml", "--grow-baseline")
    assert said.status == 2
    assert "--grow-baseline hör ihop med --write-baseline." in said.err


def test_both_options_name_the_same_file() -> None:
    _adopted()
    assert call("mål", "--baseline", FILE, "--write-baseline", f"./{FILE}").status == 0
    said = call("mål", "--baseline", FILE, "--write-baseline", "annan.json")
    assert said.status == 2
    assert "ska peka på samma fil" in said.err
    assert not Path("annan.json").exists()


def test_what_wasnt_checked_stays() -> None:
    write("a/sn.yaml")
    write("b/kn.yaml", OTHER)
    call(".", "--write-baseline", FILE)
    before = entries()
    write("a/sn.yaml", SOUND)
    call("b", "--write-baseline", FILE)
    assert entries() == before
    call("a", "--write-baseline", FILE)
    # what concerns several documents is told only when all are checked
    kept = [one for one in before if one["file"] == "b/kn.yaml" or one["code"].startswith("MK6")]
    assert entries() == kept
    call(".", "--write-baseline", FILE)
    assert {one["file"] for one in entries() if not one["code"].startswith("MK6")} == {"b/kn.yaml"}


def test_rules_that_are_off_have_mended_nothing() -> None:
    _adopted()
    before = entries()
    for words in (("--select", "MK4"), ("--ignore", "MK202,MK402")):
        said = call("mål", "--write-baseline", FILE, *words)
        assert (said.status, entries()) == (0, before)
        assert "rättad" not in said.err
    write("mål/malkoll.toml", '[per-file-ignores]\n"sn.yaml" = ["MK202"]\n[severity]\nvague-word = "off"\n')
    call("mål", "--write-baseline", FILE)
    assert entries() == before


def test_a_removed_document_leaves_the_baseline_when_its_folder_is_checked() -> None:
    write("mål/sn.yaml")
    write("mål/kn.yaml", OTHER)
    call("mål", "--write-baseline", FILE)
    before = entries()
    Path("mål/kn.yaml").unlink()
    call("mål/sn.yaml", "--write-baseline", FILE)
    assert entries() == before
    call("mål", "--write-baseline", FILE)
    assert {one["file"] for one in entries()} == {"mål/sn.yaml"}


def test_a_document_that_cant_be_read_any_more_has_mended_nothing() -> None:
    _adopted()
    before = entries()
    write("mål/sn.yaml", FAULTY.replace("nulägesanalys:", "nulägesanalys: [", 1))
    said = call("mål", "--write-baseline", FILE)
    assert said.status == 1
    assert entries() == before


def test_a_finding_that_a_comment_silences_needs_no_baseline() -> None:
    _adopted()
    silenced = FAULTY.replace(
        "    fokusområde: Hållbar hälsan",
        "    # malkoll: undantag[MK202] se beslut\n    fokusområde: Hållbar hälsan",
    )
    write("mål/sn.yaml", silenced)
    said = call("mål", "--write-baseline", FILE)
    assert [one["code"] for one in said.data["suppressed"]] == ["MK202"]
    assert "MK202" not in {one["code"] for one in entries()}


def test_rules_across_documents_keep_their_entries_until_all_documents_are_checked() -> None:
    write("a/sn.yaml", SOUND)
    write("b/kn.yaml", SOUND.replace("Socialnämnden", "Kulturnämnden"))
    call(".", "--write-baseline", FILE)
    before = entries()
    assert {one["code"] for one in before} & {"MK601", "MK604", "MK605"}
    write("b/kn.yaml", SOUND.replace("Socialnämnden", "Kulturnämnden").replace("mål:", "mål: []\nmer:"))
    call("a", "--write-baseline", FILE)
    assert entries() == before


def test_reasons_and_days_stay() -> None:
    _adopted()
    change_entry("MK202", reason="Beslutat före styrmodellen.", until="2027-06-30")
    write("mål/sn.yaml", f"# flyttat\n{FAULTY}")
    said = call("mål", "--write-baseline", FILE)
    assert said.status == 0
    kept = next(one for one in entries() if one["code"] == "MK202")
    assert (kept["reason"], kept["until"]) == ("Beslutat före styrmodellen.", "2027-06-30")
    shown = next(one for one in said.data["baselined"] if one["code"] == "MK202")
    assert (shown["reason"], shown["until"]) == ("Beslutat före styrmodellen.", "2027-06-30")
    text = call("mål", "--baseline", FILE, "--format", "full", "--verbose").out
    assert "Skäl: Beslutat före styrmodellen. (till 2027-06-30)" in text


def test_an_entry_whose_day_has_passed_counts_again_and_says_so() -> None:
    _adopted()
    change_entry("MK202", until="2026-11-22")
    said = call("mål", "--baseline", FILE)
    assert (said.status, said.codes) == (1, ["MK202"])
    assert said.data["baselines"][0]["expired"] == 1
    (found,) = said.data["diagnostics"]
    assert found["help"].endswith(
        f" Enligt {FILE} fick det stå kvar till 2026-11-22, och den dagen har passerat."
    )
    assert call("mål", "--baseline", FILE, "--date", "2026-11-22").status == 0
    # a person lengthens it, no machine
    assert call("mål", "--write-baseline", FILE, "--grow-baseline").status == 1
    assert next(one for one in entries() if one["code"] == "MK202")["until"] == "2026-11-22"


# the same finding under other circumstances


def test_a_renamed_document_is_known_again_and_its_new_name_written() -> None:
    _adopted()
    Path("mål/sn.yaml").rename("mål/socialnämnden-slutlig.yaml")
    assert call("mål", "--baseline", FILE).status == 0
    assert call("mål", "--write-baseline", FILE).status == 0
    assert {one["file"] for one in entries()} == {"mål/socialnämnden-slutlig.yaml"}


def test_a_baseline_works_in_the_other_language() -> None:
    _adopted("--lang", "sv")
    assert call("mål", "--baseline", FILE, "--lang", "en").status == 0


def test_putting_the_board_right_brings_nothing_old_back() -> None:
    write("mål/sn.yaml", FAULTY.replace("nämnd: Socialnämnden", "nämnd: Socialnämden"))
    call("mål", "--write-baseline", FILE)
    write("mål/sn.yaml")
    assert call("mål", "--baseline", FILE).status == 0
    call("mål", "--write-baseline", FILE)
    assert {one["board"] for one in entries()} == {"Socialnämnden"}
    assert call("mål", "--baseline", FILE).status == 0


def test_giving_a_year_or_ids_brings_nothing_old_back() -> None:
    bare = FAULTY.replace("år: 2026\nstatus", "status")
    for number in (1, 2, 3):
        bare = bare.replace(f"  - id: sn-{number}\n    formulering", "  - formulering")
    write("mål/sn.yaml", bare)
    call("mål", "--write-baseline", FILE)
    write("mål/sn.yaml")
    said = call("mål", "--baseline", FILE)
    assert (said.status, set(said.codes) - {"MK212"}) == (0, set())


def test_mending_by_machine_brings_nothing_old_back() -> None:
    bare = FAULTY.replace("  - id: sn-2\n    formulering", "  - formulering")
    write("mål/sn.yaml", bare)
    call("mål", "--write-baseline", FILE)
    said = call("mål", "--baseline", FILE, "--fix")
    assert Path("mål/sn.yaml").read_text(encoding="utf-8") != bare
    assert (said.status, said.codes) == (0, [])
    assert said.data["baselines"][0]["fixed"] > 0


def test_next_years_document_is_judged_anew_beside_the_old_and_instead_of_it() -> None:
    _adopted()
    next_year = FAULTY.replace("år: 2026\nstatus", "år: 2027\nstatus")
    write("mål/sn-2027.yaml", next_year)
    assert "MK202" in call("mål", "--baseline", FILE).codes
    Path("mål/sn-2027.yaml").rename("mål/sn.yaml")
    assert "MK202" in call("mål", "--baseline", FILE).codes


def test_a_copy_of_a_document_has_findings_of_its_own() -> None:
    _adopted()
    shutil.copy("mål/sn.yaml", "mål/kopia.yaml")
    said = call("mål", "--baseline", FILE)
    assert said.codes.count("MK202") == 1
    assert said.known.count("MK202") == 1
    assert {one["file"] for one in said.data["baselined"]} == {"mål/sn.yaml"}


def test_unreadable_documents_of_one_name_in_two_folders_are_kept_apart() -> None:
    write("a/mål.yaml", "mål: [\n")
    call(".", "--write-baseline", FILE)
    write("b/mål.yaml", "mål: [\n")
    said = call(".", "--baseline", FILE)
    assert said.status == 1
    assert {one["file"] for one in said.data["diagnostics"]} == {"b/mål.yaml"}
    write("a/mål.yaml", SOUND)
    assert call(".", "--baseline", FILE).status == 1


def test_a_baseline_works_from_every_folder_and_in_one_beside_the_documents(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write("mål/sn.yaml")
    Path("ci").mkdir()
    assert call("mål", "--write-baseline", "ci/b.json").status == 0
    assert {one["file"] for one in entries("ci/b.json")} == {"../mål/sn.yaml"}
    monkeypatch.chdir("ci")
    assert call("../mål", "--baseline", "b.json").status == 0
    monkeypatch.chdir("../mål")
    assert call("sn.yaml", "--baseline", "../ci/b.json").status == 0


def test_standard_input_is_known_by_the_name_that_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    _adopted()
    document = io.BytesIO(Path("mål/sn.yaml").read_bytes())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(document))
    assert call("-", "--stdin-filename", "mål/sn.yaml", "--baseline", FILE).status == 0


def test_a_file_that_isnt_there_goes_into_no_baseline() -> None:
    write("mål/sn.yaml")
    said = call("mål/sn.yaml", "mål/saknas.yaml", "--write-baseline", FILE)
    assert (said.status, said.codes) == (1, ["MK001"])
    assert "MK001" not in {one["code"] for one in entries()}


def test_no_baseline_is_written_of_nothing() -> None:
    Path("tom").mkdir()
    assert call("tom", "--write-baseline", FILE).status == 3
    assert not Path(FILE).exists()


def test_a_sound_document_gives_a_baseline_that_holds_nothing() -> None:
    write("sn.yaml", SOUND)
    said = call("sn.yaml", "--write-baseline", FILE)
    assert said.status == 0
    assert f"Skrev {FILE}. Det fanns inga anmärkningar att ta med." in said.err
    assert call("sn.yaml", "--baseline", FILE).status == 0


def test_a_baseline_that_cant_be_written_is_told() -> None:
    _adopted()
    write("mål/sn.yaml", MENDED)
    Path(FILE).chmod(0o444)
    said = call("mål", "--write-baseline", FILE)
    assert (said.status, said.out) == (2, "")
    assert "skrivskyddad" in said.err


def test_a_baseline_can_be_written_where_there_is_no_folder_only_in_words() -> None:
    write("sn.yaml")
    said = call("sn.yaml", "--write-baseline", "saknas/b.json")
    assert said.status == 2
    assert "mappen" in said.err


def test_a_document_named_by_mistake_is_not_overwritten() -> None:
    file = write("sn.yaml")
    said = call("sn.yaml", "--write-baseline", "sn.yaml")
    assert said.status == 2
    assert file.read_text(encoding="utf-8") == FAULTY


def test_a_report_doesnt_go_where_the_baseline_goes() -> None:
    _adopted()
    before = Path(FILE).read_text(encoding="utf-8")
    assert call("mål", "--baseline", FILE, "--report", f"json={FILE}").status == 2
    assert Path(FILE).read_text(encoding="utf-8") == before


def test_long_and_hostile_words_of_a_document_leave_a_file_that_is_read_again() -> None:
    hostile = changed(
        ("id: sn-2", 'id: "' + "x" * 500 + '\\u202e\\n\\x1b]"'),
        ("nämnd: Socialnämnden", 'nämnd: "Soc\\"ial\\u2028nämnden😀"'),
        ("fokusområde: Hållbar hälsa", "fokusområde: x"),
    )
    write("mål/a b\\c\u202e.yaml" if os.name != "nt" else "mål/a.yaml", hostile)
    assert call("mål", "--write-baseline", FILE).status == 0
    text = Path(FILE).read_text(encoding="utf-8")
    assert all(line.isprintable() for line in text.splitlines())
    assert max(map(len, text.splitlines())) < 600
    assert call("mål", "--baseline", FILE).status == 0


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    _adopted()
    file = tmp_path / FILE
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    call("mål", "--write-baseline", FILE)
    assert file.read_bytes() == before
    write("mål/sn.yaml", MENDED)
    call("mål", "--write-baseline", FILE)
    after = file.read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n") == before.count(b"\n") - 1


def test_quiet_says_nothing_of_it() -> None:
    _adopted()
    write("mål/sn.yaml", MENDED)
    said = call("mål", "--baseline", FILE, "--quiet", "--format", "full")
    assert (said.status, said.out, said.err) == (0, "", "")


def test_the_report_counts_what_is_older() -> None:
    write("mål/sn.yaml")
    write("mål/kn.yaml", OTHER)
    call("mål", "--write-baseline", FILE)
    count = len(entries())
    said = call("mål", "--baseline", FILE, "--format", "full").out
    assert "Inga nya anmärkningar på 2 dokument." in said
    assert f"{count} äldre anmärkningar räknas inte, de står i {FILE}." in said
    assert re.search(r"kn\.yaml +Kulturnämnden 2026 · 3 mål +✔ \([0-9]+ äldre\)", said)
    english = call("mål", "--baseline", FILE, "--format", "full", "--lang", "en").out
    assert f"{count} older findings don't count: they are in {FILE}." in english


def test_what_is_known_doesnt_hold() -> None:
    _adopted()
    shown = call("mål", "--baseline", FILE, "--format", "full").out
    sound = write("mål/sn.yaml", SOUND)
    assert sound.exists()
    assert "fokusområden" in call("mål", "--format", "full").out
    assert "fokusområden" not in shown


def test_a_baseline_made_by_hand_of_the_least_is_enough() -> None:
    _adopted()
    least = [{key: one[key] for key in ("code", "file", "fingerprint")} for one in entries()]
    write(FILE, json.dumps({"findings": least, "version": 1}))
    assert call("mål", "--baseline", FILE).status == 0
