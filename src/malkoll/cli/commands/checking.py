"""The commands that check: goal documents, and steering models."""

from __future__ import annotations

from malkoll.cli.command import Argument, Command, Option
from malkoll.cli.commands.options import (
    COLOR,
    CONFIG,
    FAIL_ON,
    ISOLATED,
    LIMIT,
    MODEL,
    REPORT,
    REPORT_FORMAT,
    RULES_WORD,
)
from malkoll.language import Text

FIXES = (
    Option(
        "--fix",
        Text(
            "Rätta det som säkert kan rättas, i filerna. Rapporten och slutkoden gäller det som är kvar. Det som "
            "kommer på standard in skrivs rättat till standard ut, och rapporten då till standard fel.",
            "Fix what can be fixed safely, in the files. The report and the exit code are about what is left. What "
            "comes on standard input is written fixed to standard output, and the report then to standard error.",
        ),
    ),
    Option(
        "--unsafe-fixes",
        Text(
            "Ta med rättelser som gissar vad som menas: se efter att det blev rätt. Utan --fix ändras ingenting, "
            "men rapporten säger vad som kan rättas så.",
            "Include fixes that guess what is meant: see to it that it came out right. Without --fix "
            "nothing is changed, but the report says what can be fixed that way.",
        ),
    ),
    Option(
        "--diff",
        Text(
            "Visa vad --fix skulle ändra, utan att ändra något. Slutkod 1 om något skulle ändras, annars 0.",
            "Show what --fix would change, and change nothing. Exit code 1 if anything would change, else 0.",
        ),
    ),
)
BASELINE = (
    Option(
        "--baseline",
        Text(
            "Anmärkningar som står i den här filen räknas inte. Annars gäller den fil som konfigurationen nämner.",
            "Findings that are in this file don't count. Otherwise the file that the configuration names is used.",
        ),
        Text("FIL", "FILE"),
    ),
    Option(
        "--write-baseline",
        Text(
            "Skriv baslinjen till en fil. Är den ny tas alla anmärkningar med; finns den redan tas de rättade bort.",
            "Write the baseline to a file. A new one takes in all findings; from one that exists, mended ones are removed.",
        ),
        Text("FIL", "FILE"),
    ),
    Option(
        "--grow-baseline",
        Text(
            "Ta med nya anmärkningar också när --write-baseline skriver i en fil som finns.",
            "Take in new findings too when --write-baseline writes a file that exists.",
        ),
    ),
)
CHECK = Command(
    ("check",),
    "check",
    Text("Prövar måldokument mot styrmodellen.", "Checks goal documents against the steering model."),
    Text(
        "Läser måldokument i YAML och säger vad som inte stämmer med styrmodellen, var det står, varför det "
        "spelar roll och vad man kan göra. Utan --fix ändras ingenting i filerna.",
        "Reads goal documents in YAML and says what doesn't agree with the steering model, where it stands, "
        "why it matters and what to do. Without --fix nothing is changed in the files.",
    ),
    arguments=(
        Argument(
            Text("SÖKVÄG", "PATH"),
            Text(
                "Filer, mappar (med allt under dem, utom det som .gitignore utesluter) eller - för det som "
                "kommer på standard in. Utan sökväg prövas mappen du står i.",
                "Files, folders (with all below them, except what .gitignore leaves out) or - for what comes "
                "on standard input. Without a path the current folder is checked.",
            ),
            most=None,
        ),
    ),
    options=(
        REPORT_FORMAT,
        REPORT,
        *FIXES,
        Option(
            "--watch",
            Text(
                "Pröva igen när en fil ändras, med rapporten full eller concise, tills du trycker Ctrl-C (slutkod 0).",
                "Check again when a file changes, with the report full or concise, until you press Ctrl-C (exit "
                "code 0).",
            ),
        ),
        FAIL_ON,
        Option(
            "--quiet",
            Text(
                "Bara det som ger slutkod 1, ingen sammanfattning.",
                "Only what gives exit code 1, no summary.",
            ),
            short="-q",
        ),
        Option(
            "--verbose",
            Text(
                "Också det som är undantaget, och vilken styrmodell som användes.",
                "Also what is silenced, and which steering model was used.",
            ),
            short="-v",
        ),
        Option(
            "--select",
            Text(
                "Bara de här reglerna: koder (MK202), början av koder (MK4) eller namn, med komma emellan.",
                "Only these rules: codes (MK202), beginnings of codes (MK4) or names, with commas between.",
            ),
            RULES_WORD,
            is_list=True,
            completes="rules",
        ),
        Option(
            "--extend-select",
            Text("De här reglerna också.", "These rules too."),
            RULES_WORD,
            is_list=True,
            completes="rules",
        ),
        Option(
            "--ignore",
            Text("Inte de här reglerna.", "Not these rules."),
            RULES_WORD,
            is_list=True,
            completes="rules",
        ),
        MODEL,
        Option(
            "--date",
            Text(
                "Dagen som prövningen gäller, som 2026-11-23. Annars i dag.",
                "The day that the check is for, as 2026-11-23. Otherwise today.",
            ),
            Text("ÅÅÅÅ-MM-DD", "YYYY-MM-DD"),
        ),
        Option(
            "--against",
            Text(
                "Jämför också med den här versionen i git, som v2025 eller HEAD~1: förra årets mål, och beslutade "
                "mål som sedan har ändrats.",
                "Compare with this version in git too, as v2025 or HEAD~1: last year's goals, and decided goals "
                "that have changed since.",
            ),
            Text("VERSION", "REVISION"),
        ),
        *BASELINE,
        CONFIG,
        ISOLATED,
        Option(
            "--statistics",
            Text(
                "Räkna också hur ofta varje regel slår till.",
                "Also count how often each rule finds something.",
            ),
        ),
        COLOR,
        Option(
            "--only-goal-documents",
            Text(
                "Hoppa över filer som inte är måldokument även när de nämns vid namn. För pre-commit.",
                "Pass over files that aren't goal documents even when they are named. For pre-commit.",
            ),
        ),
        Option(
            "--stdin-filename",
            Text("Vad det som kommer på standard in heter.", "The name of what comes on standard input."),
            Text("NAMN", "NAME"),
        ),
        LIMIT,
        Option(
            "--jobs",
            Text(
                "Hur många processer som får pröva filer samtidigt. Annars fler än en när det lönar sig.",
                "How many processes may check files at once. Otherwise more than one where it pays.",
            ),
            Text("ANTAL", "NUMBER"),
        ),
        Option(
            "--no-cache",
            Text(
                "Läs och spara inget mellan körningar. Det som står i rapporten är detsamma.",
                "Read and keep nothing between runs. What the report says is the same.",
            ),
        ),
    ),
    examples=(
        (
            Text("malkoll check socialnamnden.yaml", "malkoll check goals.yaml"),
            Text("Pröva ett dokument.", "Check one document."),
        ),
        (
            Text("malkoll check mål/ --fail-on warning", "malkoll check goals/ --fail-on warning"),
            Text("Pröva en mapp, strängare.", "Check a folder, stricter."),
        ),
        (
            Text("malkoll check mål/ --fix", "malkoll check goals/ --fix"),
            Text("Rätta det som säkert kan rättas.", "Fix what can be fixed safely."),
        ),
        (
            Text(
                "malkoll check mål/ --write-baseline malkoll-baseline.json",
                "malkoll check goals/ --write-baseline malkoll-baseline.json",
            ),
            Text(
                "Räkna inte det som redan finns.",
                "Don't count what is there already.",
            ),
        ),
        (
            Text("malkoll check --format json > rapport.json", "malkoll check --format json > report.json"),
            Text("För andra program.", "For other programs."),
        ),
    ),
)
MODEL_CHECK = Command(
    ("model", "check"),
    "model_check",
    Text("Prövar en egen styrmodell.", "Checks a steering model of your own."),
    arguments=(
        Argument(
            Text("FIL", "FILE"),
            Text("Styrmodellens fil, eller flera.", "The steering model's file, or several."),
            least=1,
            most=None,
        ),
    ),
    options=(REPORT_FORMAT, REPORT, FAIL_ON, COLOR),
)
