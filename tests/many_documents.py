"""A folder of documents of every kind that a run can meet, and what a run over them says in every format."""

from __future__ import annotations

from pathlib import Path

from checked import SOUND, changed
from malkoll.cli import main
from malkoll.formats import KEEPING, Format

FORMATS = tuple(form for form in Format if form not in KEEPING)
_MODEL = Path(__file__).parent.parent / "examples" / "styrmodell-egen.yaml"


def documents(*, more: int = 0) -> dict[str, str | bytes]:
    """Give files by their names: sound ones, faulty ones, and what isn't a document at all."""
    next_year = changed(
        ("år: 2026", "år: 2027"),
        ("från 64 till 80 procent", "från 64 till 90 procent"),
        ("målvärde: {värde: 80, år: 2028}", "målvärde: {värde: 90, år: 2029}"),
        ("enhet: dagar", "enhet: veckor"),
        ("id: sn-3", "id: sn-4"),
    )
    files: dict[str, str | bytes] = {
        "sn.yaml": SOUND,
        "sn-2027.yaml": next_year,
        "kfn.yaml": changed(("Socialnämnden", "Kultur- och fritidsnämnden")),
        "twice.yaml": changed(("från 64 till 80 procent", "från 65 till 80 procent")),
        "faulty.yaml": changed(
            ("Socialnämnden", "Tekniska nämnden"),
            ("fokusområde: Hållbar vardag", "fokusområde: Hållbar vardagg"),
            ("    målgrupp: äldre\n", ""),
            (
                "Barn som är placerade utanför hemmet kan berätta",
                "Nämnden ska verka för att 🙂 barn kan berätta",
            ),
            ("horisont: 2026\n", "horisont: 2026-2040\n"),
        ),
        "silenced.yaml": changed(
            ("Socialnämnden", "Äldrenämnden"),
            (
                "    fokusområde: Hållbar vardag\n",
                "    fokusområde: Hållbar vardagg  # malkoll: ignore[MK202] prövas till 2030-01-01\n",
            ),
            ("    horisont: {", "    # malkoll: undantag[MK204]\n    horisont: {"),
        ),
        "own-model.yaml": "styrmodell: egen.yaml\n" + changed(("Socialnämnden", "Räddningsnämnden")),
        "no-model.yaml": "styrmodell: ingen.yaml\n" + changed(("Socialnämnden", "Byggnadsnämnden")),
        "broken.yaml": SOUND + "  - id: [\n",
        "latin.yaml": SOUND.encode("cp1252"),
        "empty.yaml": "",
        "other.yaml": "services:\n  web: {image: nginx}\n",
        "egen.yaml": _MODEL.read_bytes(),
    }
    for number in range(more):
        files[f"more/{number:03}.yaml"] = changed(
            ("Exempelkommun", f"Kommun {number // 3}"), ("från 64", f"från {number % 60}")
        )
    return files


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def said(folder: Path, *words: str, out: Path) -> tuple[int, dict[str, bytes]]:
    """Check a folder; give the exit code and the report in every format."""
    out.mkdir(exist_ok=True)
    reports = [f"--report={form.value}={out / form.value}" for form in FORMATS]
    status = main(["check", str(folder), "--date", "2026-11-23", *reports, *words])
    return int(status), {form.value: (out / form.value).read_bytes() for form in FORMATS}
