"""The command that writes a first document."""

from __future__ import annotations

from malkoll.cli.command import Argument, Command, Option
from malkoll.cli.commands.options import MODEL
from malkoll.language import Text

NEW = Command(
    ("new",),
    "new",
    Text("Skriver ett första måldokument.", "Writes a first goal document."),
    Text(
        "Frågar om nämnden, nuläget och målen med styrmodellens egna ord, prövar varje svar direkt och skriver ett "
        "dokument med förklaringar. Det som ges som val frågas det inte om. Utan terminal, eller med --no-input, "
        "frågas det inte alls.",
        "Asks about the board, the current state and the goals in the steering model's own words, checks each "
        "answer at once and writes a document with explanations. What is given as an option isn't asked for. "
        "Without a terminal, or with --no-input, nothing is asked.",
    ),
    arguments=(
        Argument(
            Text("FIL", "FILE"),
            Text(
                "Filen som ska skrivas, eller - för standard ut. Annars nämndens namn och året: "
                "socialnamnden-2027.yaml.",
                "The file to write, or - for standard output. Otherwise the board's name and the year: "
                "socialnamnden-2027.yaml.",
            ),
        ),
    ),
    options=(
        Option("--municipality", Text("Kommunen.", "The municipality."), Text("NAMN", "NAME")),
        Option(
            "--board", Text("Nämnden som äger målen.", "The board that owns the goals."), Text("NAMN", "NAME")
        ),
        Option(
            "--year",
            Text(
                "Första året som målen gäller. Annars nästa år, och före juli i år.",
                "The first year that the goals apply to. Otherwise next year, and this year before July.",
            ),
            Text("ÅR", "YEAR"),
        ),
        Option(
            "--mission", Text("Nämndens grunduppdrag.", "The board's basic mission."), Text("TEXT", "TEXT")
        ),
        Option(
            "--fact",
            Text(
                "En uppgift om nuläget, dess källa och år, med | emellan. Kan ges flera gånger.",
                "A fact about the current state, its source and year, with | between. Can be given several times.",
            ),
            Text("UPPGIFT|KÄLLA|ÅR", "FACT|SOURCE|YEAR"),
        ),
        Option(
            "--goal",
            Text(
                "Ett mål: nycklarna i ett dokument med ; emellan. indikator= och bedömning= inleder hur målet följs "
                "upp, och ett värde kan ha sitt år inom parentes: målvärde=80 (2029). Det som är en lista skrivs med "
                "nyckeln flera gånger. Kan ges flera gånger.",
                "A goal: the keys of a document with ; between. indicator= and assessment= begin how the goal is "
                "followed up, and a value can have its year in brackets: target=80 (2029). For a list the key is "
                "written several times. Can be given several times.",
            ),
            Text("NYCKEL=VÄRDE;…", "KEY=VALUE;…"),
        ),
        Option(
            "--answers",
            Text(
                "Svar i en fil, som ser ut som ett måldokument eller början på ett. Valen går före.",
                "Answers in a file that looks like a goal document, or the beginning of one. Options go before it.",
            ),
            Text("FIL", "FILE"),
        ),
        MODEL,
        Option(
            "--date",
            Text(
                "Dagens datum, som 2026-11-23. Annars datorns.",
                "Today's date, as 2026-11-23. Otherwise the computer's.",
            ),
            Text("ÅÅÅÅ-MM-DD", "YYYY-MM-DD"),
        ),
        Option("--no-input", Text("Fråga ingenting.", "Ask nothing.")),
        Option("--force", Text("Skriv över filen om den finns.", "Write over the file if there is one.")),
    ),
    examples=(
        (Text("malkoll new", "malkoll new"), Text("Svara på frågor.", "Answer questions.")),
        (
            Text("malkoll new sn.yaml --answers utkast.yaml", "malkoll new goals.yaml --answers draft.yaml"),
            Text("Börja från ett utkast.", "Start from a draft."),
        ),
    ),
)
