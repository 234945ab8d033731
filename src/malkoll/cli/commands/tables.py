"""The commands that lead to and from Excel and Word."""

from __future__ import annotations

from malkoll.cli.command import Argument, Command, Option
from malkoll.cli.commands.options import CONFIG, ISOLATED, MODEL
from malkoll.language import Text

_DATE = Option(
    "--date",
    Text(
        "Dagen som filen och prövningen gäller, som 2026-11-23. Annars i dag.",
        "The day that the file and the check are for, as 2026-11-23. Otherwise today.",
    ),
    Text("ÅÅÅÅ-MM-DD", "YYYY-MM-DD"),
)
_FORCE = Option("--force", Text("Skriv över filer som finns.", "Write over files that exist."))
EXPORT = Command(
    ("export",),
    "export_tables",
    Text("Skriver målen till Excel eller Word.", "Writes the goals to Excel or Word."),
    Text(
        "Excel: ett blad med målen, en rad för varje indikator, anmärkningarna som kommentarer i cellerna och ett "
        "blad om täckningen. Word: en tabell för varje nämnd, som i en kallelse. Allt som står i dokumenten följer med "
        "i fler blad och tabeller, så att malkoll import kan läsa in dem igen när någon har arbetat i dem.",
        "Excel: a sheet of the goals, a row for each indicator, the findings as comments in the cells and a sheet on "
        "the coverage. Word: a table for each board, as in an agenda. All that stands in the documents comes along in "
        "further sheets and tables, so that malkoll import can read them again when someone has worked in them.",
    ),
    arguments=(
        Argument(
            Text("SÖKVÄG", "PATH"),
            Text(
                "Filer eller mappar med måldokument. Utan sökväg: mappen du står i.",
                "Files or folders with goal documents. Without a path: the current folder.",
            ),
            most=None,
        ),
    ),
    options=(
        Option(
            "--xlsx", Text("Excelfilen som ska skrivas.", "The Excel file to write."), Text("FIL", "FILE")
        ),
        Option("--docx", Text("Wordfilen som ska skrivas.", "The Word file to write."), Text("FIL", "FILE")),
        _FORCE,
        MODEL,
        _DATE,
        CONFIG,
        ISOLATED,
    ),
    examples=(
        (
            Text("malkoll export mål/ --xlsx mål.xlsx", "malkoll export goals/ --xlsx goals.xlsx"),
            Text("Alla nämnder i en arbetsbok.", "All boards in one workbook."),
        ),
        (
            Text(
                "malkoll export socialnamnden.yaml --docx mål.docx",
                "malkoll export board.yaml --docx goals.docx",
            ),
            Text("En nämnds tabell till kallelsen.", "One board's table for the agenda."),
        ),
    ),
)
IMPORT = Command(
    ("import",),
    "import_tables",
    Text("Läser mål ur tabeller i Excel och Word.", "Reads goals from tables in Excel and Word."),
    Text(
        "Hittar tabellerna, visar vad varje kolumn tas för, skriver ett måldokument för varje nämnd och prövar det. "
        "Det som inte fick någon plats räknas upp, cell för cell. Slutkod 0 när allt kom med, 1 när något inte gjorde "
        "det, 2 när ingenting kunde läsas.",
        "Finds the tables, shows what each column is taken for, writes a goal document for each board and checks it. "
        "What found no place is listed, cell by cell. Exit code 0 when all came along, 1 when something did not, 2 when "
        "nothing could be read.",
    ),
    arguments=(
        Argument(
            Text("FIL", "FILE"),
            Text("Filer från Excel (.xlsx) eller Word (.docx).", "Files from Excel (.xlsx) or Word (.docx)."),
            least=1,
            most=None,
        ),
    ),
    options=(
        Option(
            "--map",
            Text(
                "Vad en kolumn är: rubriken, likhetstecken och nyckeln, som formulering, fokusområde, "
                "indikator.målvärde eller bedömning.underlag; ett streck för en kolumn som inte ska med. Kan ges flera "
                "gånger.",
                "What a column is: its heading, an equals sign and the key, as statement, focus_area, indicator.target "
                "or assessment.basis; a hyphen for a column to leave out. Can be given several times.",
            ),
            Text("RUBRIK=NYCKEL", "HEADING=KEY"),
        ),
        Option(
            "--yes",
            Text(
                "Godta det som malkoll gissar, utan frågor.",
                "Accept what malkoll guesses, without questions.",
            ),
            short="-y",
        ),
        Option(
            "--board",
            Text("Nämnden, där tabellen inte säger det.", "The board, where the table doesn't say it."),
            Text("NAMN", "NAME"),
        ),
        Option(
            "--year",
            Text("Året, där tabellen inte säger det.", "The year, where the table doesn't say it."),
            Text("ÅR", "YEAR"),
        ),
        Option(
            "--municipality",
            Text(
                "Kommunen, där tabellen inte säger det.", "The municipality, where the table doesn't say it."
            ),
            Text("NAMN", "NAME"),
        ),
        Option(
            "--output",
            Text(
                "Mappen som dokumenten skrivs till, eller - för standard ut. Annars mappen du står i.",
                "The folder that the documents are written to, or - for standard output. Otherwise the current folder.",
            ),
            Text("MAPP", "FOLDER"),
        ),
        Option(
            "--keys",
            Text(
                "Språket på nycklarna i dokumenten. Annars det språk som malkoll talar.",
                "The language of the documents' keys. Otherwise the language that malkoll speaks.",
            ),
            Text("SPRÅK", "LANGUAGE"),
            choices=("sv", "en"),
        ),
        Option("--dry-run", Text("Visa allt, skriv ingenting.", "Show everything, write nothing.")),
        _FORCE,
        Option(
            "--format",
            Text("Som text (om inget annat sägs) eller json.", "As text (unless told otherwise) or json."),
            Text("FORM", "FORMAT"),
            choices=("text", "json"),
        ),
        MODEL,
        _DATE,
    ),
    examples=(
        (
            Text("malkoll import mål.xlsx --dry-run", "malkoll import goals.xlsx --dry-run"),
            Text("Se vad som skulle läsas.", "See what would be read."),
        ),
        (
            Text(
                'malkoll import mål.xlsx --map "Vad vi vill=formulering"',
                'malkoll import goals.xlsx --map "What we want=statement"',
            ),
            Text("Säg vad en kolumn är.", "Say what a column is."),
        ),
        (
            Text(
                "malkoll import mål.docx --board Socialnämnden --year 2027",
                'malkoll import goals.docx --board "Social Board" --year 2027',
            ),
            Text("Säg vems målen är.", "Say whose the goals are."),
        ),
    ),
)
