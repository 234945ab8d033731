"""The command that holds two years or two versions against each other."""

from __future__ import annotations

from malkoll.cli.command import Argument, Command, Option
from malkoll.cli.commands.options import COLOR, CONFIG, ISOLATED, MODEL
from malkoll.language import Text

FORMATS = ("full", "json", "markdown", "html")
_YEAR = Text("ÅR", "YEAR")
COMPARE = Command(
    ("compare",),
    "compare",
    Text("Visar vad som skiljer två år eller två versioner.", "Shows how two years or versions differ."),
    Text(
        "Visar vilka mål som är ändrade, tillkommer, utgår och är oförändrade: ändrade ord, flyttade målvärden, "
        "omdefinierade indikatorer och allt annat som skiljer i innehåll. Nämnderna paras ihop efter namn. Det gamla "
        "och det nya är filer, mappar eller versioner i git, som v2025 eller HEAD~1. Finns det en fil eller mapp som "
        "heter så läses den; git:VERSION är alltid en version. VERSION:SÖKVÄG är en fil eller mapp i versionen, räknad "
        "från kodförrådets rot eller med ./ från mappen du står i. En version utan sökväg gäller det som den andra "
        "sidan pekar ut. Slutkod 0 när något har jämförts, 2 när anropet är fel, 3 när den "
        "ena sidan inte har några måldokument.",
        "Shows which goals are changed, added, dropped and unchanged: changed words, moved targets, redefined "
        "indicators and all else that differs in content. The boards are paired by name. The old and the new are "
        "files, folders or versions in git, as v2025 or HEAD~1. If there is a file or folder of that name, it is read; "
        "git:VERSION is always a version. VERSION:PATH is a file or folder in the version, counted from the "
        "repository's root or with ./ from the current folder. A version without a path is of what the other side "
        "names. Exit code 0 once something was compared, 2 when the call is wrong, 3 "
        "when one side has no goal documents.",
    ),
    arguments=(
        Argument(
            Text("GAMMALT NYTT", "OLD NEW"),
            Text(
                "Det som var och det som är: filer, mappar eller versioner i git.",
                "What was and what is: files, folders or versions in git.",
            ),
            least=2,
            most=2,
        ),
    ),
    options=(
        Option(
            "--old-year",
            Text(
                "Läs dokumenten för det här året som det gamla. Annars det senaste året för varje nämnd.",
                "Read this year's documents as the old ones. Otherwise each board's latest year.",
            ),
            _YEAR,
        ),
        Option(
            "--new-year",
            Text(
                "Läs dokumenten för det här året som det nya. Annars det senaste året för varje nämnd.",
                "Read this year's documents as the new ones. Otherwise each board's latest year.",
            ),
            _YEAR,
        ),
        Option(
            "--format",
            Text(
                "Form: full (om inget annat sägs), json (för andra program), markdown eller html (en fil att läsa, "
                "skriva ut eller bifoga).",
                "Form: full (unless told otherwise), json (for other programs), markdown or html (a file to read, "
                "print or attach).",
            ),
            Text("FORM", "FORMAT"),
            choices=FORMATS,
        ),
        Option(
            "--report",
            Text(
                "Skriv jämförelsen till en fil också, i någon av formerna: html=skillnader.html. Kan ges flera gånger.",
                "Write the comparison to a file too, in one of the forms: html=changes.html. Can be given several "
                "times.",
            ),
            Text("FORM=FIL", "FORMAT=FILE"),
            choices=FORMATS,
            is_pair=True,
        ),
        Option(
            "--exit-code",
            Text(
                "Slutkod 1 när något skiljer, för skript. Annars 0.",
                "Exit code 1 when something differs, for scripts. Otherwise 0.",
            ),
        ),
        MODEL,
        CONFIG,
        ISOLATED,
        COLOR,
    ),
    examples=(
        (
            Text("malkoll compare mål-2026/ mål-2027/", "malkoll compare goals-2026/ goals-2027/"),
            Text("Vad ändras till nästa år?", "What changes to next year?"),
        ),
        (
            Text(
                "malkoll compare mål/ mål/ --old-year 2026", "malkoll compare goals/ goals/ --old-year 2026"
            ),
            Text("Båda åren ligger i en mapp.", "Both years lie in one folder."),
        ),
        (
            Text("malkoll compare HEAD~1 socialnamnden.yaml", "malkoll compare HEAD~1 board.yaml"),
            Text(
                "Vad har ändrats sedan förra versionen i git?",
                "What has changed since the last version in git?",
            ),
        ),
        (
            Text(
                "malkoll compare v2026 v2027 --report html=skillnader.html",
                "malkoll compare v2026 v2027 --report html=changes.html",
            ),
            Text("Två versioner, och en fil till ärendet.", "Two versions, and a file for the records."),
        ),
    ),
)
