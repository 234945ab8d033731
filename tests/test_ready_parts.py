"""The action, the templates, the hooks and the image: as far as they run without the services they are for."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from checked import SOUND, changed
from malkoll import __version__

ROOT = Path(__file__).parents[1]
ACTION = ROOT / "action.yml"
GITLAB = ROOT / "ci" / "gitlab" / "malkoll.gitlab-ci.yml"
AZURE = ROOT / "ci" / "azure" / "azure-pipelines.yml"
BASH = shutil.which("bash")
FAULTY = changed(("fokusområde: Hållbar hälsa", "fokusområde: Hållbar hälsan"))
_EXPRESSION = re.compile(r"\$\{\{ *(inputs|steps\.\w+\.outputs)\.([\w-]+) *\}\}")

needs_bash = pytest.mark.skipif(BASH is None, reason="there is no bash here")


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _matches(schema: str, file: Path) -> bool:
    words = ["--builtin-schema", schema, "--regex-variant", "nonunicode", str(file)]
    command = [sys.executable, "-m", "check_jsonschema", *words]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("schema", "file", "wrong"),
    [
        ("vendor.github-actions", ACTION, ("using: composite", "using: nothing")),
        ("vendor.gitlab-ci", GITLAB, ("when: always", "when: sometimes")),
        ("vendor.azure-pipelines", AZURE, ("condition:", "conditions:")),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_what_a_service_reads_is_as_its_schema_says(
    schema: str, file: Path, wrong: tuple[str, str], tmp_path: Path
) -> None:
    assert _matches(schema, file)
    other = tmp_path / file.name
    text = file.read_text(encoding="utf-8")
    assert wrong[0] in text
    other.write_text(text.replace(*wrong), encoding="utf-8")
    assert not _matches(schema, other), "the schema takes anything"


_FENCES = re.compile(
    r"^```yaml\n(# \S*(?:workflows/|gitlab-ci|pre-commit-config).*?)^```", re.MULTILINE | re.DOTALL
)
EXAMPLES = [
    pytest.param(fence, id=f"{page.parent.name}/{page.name} {fence.splitlines()[0]}")
    for page in (ROOT / "README.md", ROOT / "docs" / "ci.md", ROOT / "docs" / "sv" / "ci.md")
    for fence in _FENCES.findall(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_in_the_pages_are_as_their_readers_want_them(example: str, tmp_path: Path) -> None:
    assert len(EXAMPLES) == 8
    file = tmp_path / "example.yaml"
    file.write_text(example, encoding="utf-8")
    if "pre-commit" in example:
        command = [sys.executable, "-m", "pre_commit", "validate-config", str(file)]
        assert subprocess.run(command, capture_output=True, check=False).returncode == 0
        known = {hook["id"] for hook in _read(ROOT / ".pre-commit-hooks.yaml")}
        assert {hook["id"] for hook in _read(file)["repos"][0]["hooks"]} <= known
        return
    assert _matches("vendor.github-workflows" if "workflows" in example else "vendor.gitlab-ci", file)
    used = _read(file).get("jobs", {"x": {"steps": []}})
    for step in next(iter(used.values()))["steps"]:
        if "malkoll" in step.get("uses", ""):
            assert set(step["with"]) <= set(_read(ACTION)["inputs"])
            assert step["uses"].endswith(f"@v{__version__}")


def test_every_part_installs_this_version() -> None:
    assert _read(ACTION)["inputs"]["version"]["default"] == __version__
    assert _read(GITLAB)["variables"]["MALKOLL_VERSION"] == __version__
    assert _read(AZURE)["variables"]["malkollVersion"] == __version__


def test_the_hooks_are_as_pre_commit_wants_them() -> None:
    manifest = ROOT / ".pre-commit-hooks.yaml"
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(manifest)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()
    hooks = {hook["id"]: hook for hook in _read(manifest)}
    assert hooks["malkoll-model"]["entry"] == "malkoll model check"
    wanted = re.compile(hooks["malkoll-model"]["files"])
    taken = ["styrmodell.yaml", "mål/styrmodell-2027.yml", "steering-model.yaml"]
    assert [name for name in (*taken, "mål/sn.yaml", "styrmodeller/sn.yaml") if wanted.search(name)] == taken


class Step(NamedTuple):
    """A step of the action: its script, and the environment that it is given."""

    name: str
    script: str
    environment: dict[str, str]


def _steps() -> dict[str, Step]:
    return {step["id"]: Step(step["id"], step["run"], step["env"]) for step in _read(ACTION)["runs"]["steps"]}


def test_nothing_of_a_callers_is_a_part_of_a_script() -> None:
    """What is put into a script by ``${{ }}`` is run; what comes as environment is not."""
    for step in _steps().values():
        assert "${{" not in step.script
        assert "eval" not in step.script
    given = " ".join(value for step in _steps().values() for value in step.environment.values())
    used = {name for kind, name in _EXPRESSION.findall(given) if kind == "inputs"}
    assert used == set(_read(ACTION)["inputs"])


class Done(NamedTuple):
    status: int
    out: str
    err: str
    outputs: dict[str, str]


class Runner:
    """Runs the action's steps as GitHub does, with malkoll from this tree in place of the package index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.work = folder / "work"
        self.temp = folder / "temp"
        self.log = folder / "pip.txt"
        self.bin = folder / "bin"
        for made in (self.work, self.temp, self.bin):
            made.mkdir()
        self._program(self.bin / "python3", _PYTHON)
        self.program = self._program(folder / "malkoll", f'exec "{sys.executable}" -m malkoll "$@"\n')

    def _program(self, file: Path, script: str) -> Path:
        file.write_text(f"#!{BASH}\n{script}", encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return file

    def action(self, **inputs: str) -> Done:
        """Run both steps; the outputs are the action's own."""
        outputs: dict[str, dict[str, str]] = {}
        for name, step in _steps().items():
            done = self.step(step, inputs, outputs)
            outputs[name] = done.outputs
            if done.status:
                break
        own = {
            name: _filled(output["value"], {}, outputs) for name, output in _read(ACTION)["outputs"].items()
        }
        return done._replace(outputs=own)

    def step(self, step: Step, inputs: dict[str, str], outputs: dict[str, dict[str, str]]) -> Done:
        assert BASH is not None
        defaults = {name: str(one["default"]) for name, one in _read(ACTION)["inputs"].items()}
        given = {**defaults, **{name.replace("_", "-"): value for name, value in inputs.items()}}
        file = self.folder / f"output-{step.name}"
        file.write_text("", encoding="utf-8")
        environment = {
            **{name: _filled(value, given, outputs) for name, value in step.environment.items()},
            "PATH": os.pathsep.join((str(self.bin), "/usr/bin", "/bin")),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_OUTPUT": str(file),
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "GITHUB_WORKSPACE": str(self.work),
            "LANG": "C.UTF-8",
            "PIP_LOG_FILE": str(self.log),
            "MALKOLL_FROM_HERE": str(self.program),
            "REAL_PYTHON": sys.executable,
        }
        script = self.folder / "script.sh"
        script.write_text(step.script, encoding="utf-8")
        done = subprocess.run(
            [BASH, "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.work,
            env=environment,
            capture_output=True,
            check=False,
        )
        written = dict(line.split("=", 1) for line in file.read_text(encoding="utf-8").splitlines())
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode(), written)


_PYTHON = """\
case "$1 $2" in
  "-c "*) exec "$REAL_PYTHON" "$@" ;;
  "-m venv")
    mkdir -p "$3/bin"
    cp "$0" "$3/bin/python"
    ;;
  "-m pip")
    printf '%s\\n' "$*" >> "$PIP_LOG_FILE"
    cp "$MALKOLL_FROM_HERE" "$(dirname "$0")/malkoll"
    ;;
  *) exit 99 ;;
esac
"""
"""A Python that makes environments without packages, and installs malkoll from this tree."""


def _filled(value: str, inputs: dict[str, str], outputs: dict[str, dict[str, str]]) -> str:
    def one(match: re.Match[str]) -> str:
        if match[1] == "inputs":
            return inputs[match[2]]
        return outputs.get(match[1].split(".")[1], {}).get(match[2], "")

    return _EXPRESSION.sub(one, value)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def _write(runner: Runner, **documents: str) -> None:
    for name, text in documents.items():
        (runner.work / f"{name}.yaml").write_text(text, encoding="utf-8")


@needs_bash
def test_the_action_installs_its_version_and_checks_the_goals(runner: Runner) -> None:
    _write(runner, sn=SOUND)
    done = runner.action()
    assert (done.status, done.outputs) == (0, {"exit-code": "0", "sarif": ""}), done.err
    assert "Inga anmärkningar." in done.out
    assert runner.log.read_text(encoding="utf-8") == f"-m pip install --quiet malkoll=={__version__}\n"
    assert "✔" in (runner.folder / "summary.md").read_text(encoding="utf-8")


@needs_bash
def test_findings_fail_the_action_and_stand_in_the_code_and_in_sarif(runner: Runner) -> None:
    _write(runner, sn=FAULTY)
    done = runner.action(sarif="malkoll.sarif", lang="en")
    assert done.status == 1, done.err
    assert done.outputs == {"exit-code": "1", "sarif": "malkoll.sarif"}
    assert re.search(r"^::error file=sn\.yaml,line=\d+,.*MK202", done.out, re.MULTILINE)
    assert '"MK202"' in (runner.work / "malkoll.sarif").read_text(encoding="utf-8")
    assert "MK202" in (runner.folder / "summary.md").read_text(encoding="utf-8")


@needs_bash
def test_what_the_caller_chooses_counts(runner: Runner) -> None:
    _write(runner, sn=FAULTY)
    (runner.work / "nämndens mål").mkdir()
    (runner.work / "nämndens mål" / "bun.yaml").write_text(SOUND, encoding="utf-8")
    assert runner.action(fail_on="never").outputs["exit-code"] == "0"
    assert runner.action(paths="nämndens mål\r\n").outputs["exit-code"] == "0"
    assert runner.action(paths="nämndens mål\n\nsn.yaml").outputs["exit-code"] == "1"
    assert runner.action(paths="").outputs["exit-code"] == "1"
    assert runner.action(model="finns-inte.yaml").outputs["exit-code"] == "2"
    done = runner.action(paths="-x")
    assert done.outputs["exit-code"] == "1"
    assert "-x" in done.out


@needs_bash
def test_a_run_that_cannot_be_done_names_no_sarif_of_an_earlier_one(runner: Runner) -> None:
    _write(runner, sn=SOUND)
    runner.action(sarif="malkoll.sarif")
    done = runner.action(sarif="malkoll.sarif", model="finns-inte.yaml")
    assert done.outputs == {"exit-code": "2", "sarif": ""}
    done = runner.action(sarif="sn.yaml")
    assert done.outputs == {"exit-code": "2", "sarif": ""}
    assert (runner.work / "sn.yaml").read_text(encoding="utf-8") == SOUND


@needs_bash
@pytest.mark.parametrize(
    "nasty",
    [
        '"; touch broken; "',
        "$(touch broken)",
        "`touch broken`",
        "' && touch broken '",
        "--format json",
        "*",
        "x\nexit-code=0",
    ],
)
def test_what_a_caller_writes_is_never_run(runner: Runner, nasty: str) -> None:
    _write(runner, sn=SOUND)
    for name in ("paths", "fail_on", "lang", "model", "sarif", "version"):
        done = runner.action(**{name: nasty})
        # a report may be called anything that stays a name
        assert done.status != 0 or (name == "sarif" and "\n" not in nasty), name
        assert done.outputs["exit-code"] != "0" or done.status == 0
    assert not (runner.work / "broken").exists()


@needs_bash
@pytest.mark.parametrize(
    "version", ["latest", "", "0.1.0 evil", "--pre", "0.1.0; touch broken", "@ file:///x"]
)
def test_only_a_version_is_installed(runner: Runner, version: str) -> None:
    done = runner.action(version=version)
    assert done.status == 2
    assert "version" in done.err
    assert not runner.log.exists()


@needs_bash
def test_a_runner_without_a_python_to_use_is_told_what_to_do(runner: Runner) -> None:
    for name in ("python3", "python"):
        runner._program(runner.bin / name, "exit 1\n")  # noqa: SLF001 - an old one in its place
    done = runner.action()
    assert done.status == 2
    assert "actions/setup-python" in done.err


@needs_bash
def test_the_gitlab_job_leaves_both_reports_whatever_is_found(runner: Runner) -> None:
    assert BASH is not None
    _write(runner, sn=FAULTY)
    job = _read(GITLAB)["malkoll"]
    shutil.copy(runner.program, runner.bin / "malkoll")
    runner._program(runner.bin / "pip", "exit 0\n")  # noqa: SLF001 - it is installed
    script = "\n".join(("set -eu", *job["before_script"], *job["script"]))
    environment = {**_read(GITLAB)["variables"], **job["variables"], "CI_PROJECT_DIR": str(runner.work)}
    path = os.pathsep.join((str(runner.bin), "/usr/bin", "/bin"))
    for shell in (BASH, "/bin/sh"):
        done = subprocess.run(
            [shell, "-c", script],
            cwd=runner.work,
            env={**environment, "PATH": path},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr.decode()
        for report in job["artifacts"]["reports"].values():
            assert report in job["artifacts"]["paths"]
            assert "MK202" in (runner.work / report).read_text(encoding="utf-8")
            (runner.work / report).unlink()
    assert job["artifacts"]["when"] == "always"


def test_the_image_runs_as_nobody_in_particular_from_a_named_base() -> None:
    lines = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text(encoding="utf-8")).splitlines()
    steps = [line.split(maxsplit=1) for line in lines if line.strip() and not line.startswith("#")]
    bases = [rest.split()[0] for word, rest in steps if word == "FROM"]
    assert all(re.fullmatch(r"python:3\.\d+-slim-[a-z]+", base) for base in bases)
    last = steps[max(index for index, (word, _) in enumerate(steps) if word == "FROM") :]
    users = [rest for word, rest in last if word == "USER"]
    assert users
    assert all(int(number) > 0 for user in users for number in user.split(":"))
    words = dict(last)
    assert words["ENTRYPOINT"] == '["malkoll"]'
    assert words["WORKDIR"] == "/repo"
    assert not {"ADD", "VOLUME", "EXPOSE"} & {word for word, _ in steps}
    for name in re.findall(r"^COPY (?!--from)(.+) \S+$", "\n".join(lines), re.MULTILINE):
        for source in name.split():
            assert (ROOT / source).exists(), source
            assert f"!{source}" in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines(), source
