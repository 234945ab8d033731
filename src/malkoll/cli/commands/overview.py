"""The command that shows many documents together."""

from __future__ import annotations

from malkoll.cli.command import Argument, Command, Option
from malkoll.cli.commands.options import COLOR, CONFIG, ISOLATED, MODEL
from malkoll.language import Text

OVERVIEW = Command(
    ("overview",),
    "overview",
    Text("Visar nämndernas mål tillsammans.", "Shows the boards' goals together."),
    Text(
        "Läser alla måldokument och visar hur målen fördelar sig på fokusområden, hur länge de gäller, hur de följs "
        "upp, vad de leder till och vad som behöver ses över. På skärmen, eller som en fil att lägga i ärendet.",
        "Reads all goal documents and shows how the goals spread over focus areas, how long they run, how they are "
        "followed, what they lead to and what needs another look. On the screen, or as a file for the records.",
    ),
    arguments=(
        Argument(
            Text("SÖKVÄG", "PATH"),
            Text(
                "Filer eller mappar. Utan sökväg läses mappen du står i.",
                "Files or folders. Without a path the current folder is read.",
            ),
            most=None,
        ),
    ),
    options=(
        Option(
            "--year",
            Text(
                "Dokument för det här året. Annars det senaste året (med --follow-up det senaste som är uppföljt).",
                "Documents for this year. Otherwise the latest year (with --follow-up the latest that is followed up).",
            ),
            Text("ÅR", "YEAR"),
        ),
        Option(
            "--follow-up",
            Text(
                "Visar hur det gick: uppnått, delvis, ej uppnått, inte uppföljt.",
                "Shows what became of the goals: reached, partly, not reached, not followed up.",
            ),
        ),
        Option(
            "--html",
            Text(
                "Skriver översikten och prövningen till en HTML-fil, som kan skrivas ut eller bifogas ett ärende.",
                "Writes the overview and the check to an HTML file, to be printed or attached to a case.",
            ),
            Text("FIL", "FILE"),
        ),
        Option(
            "--xlsx",
            Text(
                "Skriver översiktens tabeller till en Excelfil.",
                "Writes the overview's tables to an Excel file.",
            ),
            Text("FIL", "FILE"),
        ),
        Option(
            "--format",
            Text("Som text (om inget annat sägs) eller json.", "As text (unless told otherwise) or json."),
            Text("FORM", "FORMAT"),
            choices=("text", "json"),
        ),
        MODEL,
        Option(
            "--date",
            Text(
                "Dagen som översikten gäller, som 2026-11-23. Annars i dag.",
                "The day that the overview is for, as 2026-11-23. Otherwise today.",
            ),
            Text("ÅÅÅÅ-MM-DD", "YYYY-MM-DD"),
        ),
        CONFIG,
        ISOLATED,
        COLOR,
    ),
    examples=(
        (
            Text("malkoll overview mål/", "malkoll overview goals/"),
            Text("Se alla nämnders mål på en gång.", "See the goals of all boards at once."),
        ),
        (
            Text(
                "malkoll overview mål/ --html oversikt.html", "malkoll overview goals/ --html overview.html"
            ),
            Text("Ta med översikten till mötet.", "Take the overview to the meeting."),
        ),
        (
            Text("malkoll overview --follow-up --year 2026", "malkoll overview --follow-up --year 2026"),
            Text("Se hur det gick.", "See what became of the goals."),
        ),
    ),
)
