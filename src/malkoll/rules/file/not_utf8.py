"""MK002: a file that isn't text in UTF-8.

The fix writes the whole file anew: its edit replaces one character by itself, and whoever applies
fixes writes the text as UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Rewrite, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule
from malkoll.source import MIXED
from malkoll.syntax.tree import Trouble

ENCODED = Text(
    "Filen är sparad som {encoding}, inte UTF-8. Det första tecknet som visar det är ”{character}” på rad {line}.",
    "The file is saved as {encoding}, not UTF-8. The first character that shows it is “{character}” in line {line}.",
)
WIDE = Text("Filen är sparad som {encoding}, inte UTF-8.", "The file is saved as {encoding}, not UTF-8.")
PARTLY = Text(
    "Filen är delvis UTF-8 och delvis Windows-1252. Det första tecken som inte är UTF-8 är ”{character}” på rad {line}.",
    "The file is partly UTF-8 and partly Windows-1252. The first character that isn't UTF-8 is “{character}” in "
    "line {line}.",
)
SAVE = Text(
    "Spara om den som UTF-8. I Anteckningar: Spara som, och välj UTF-8 vid Kodning.",
    "Save it again as UTF-8. In Notepad: Save as, and choose UTF-8 under Encoding.",
)
FIX = Text("Spara som UTF-8", "Save as UTF-8")
IMPORT = Text(
    "Läs in målen ur den med malkoll import. Då får du ett måldokument i YAML.",
    "Read the goals from it with malkoll import. That gives a goal document in YAML.",
)
KINDS: dict[str, tuple[Text, Text]] = {
    "excel": (
        Text(
            "Det här är en arbetsbok i Excel, inte en textfil.", "This is an Excel workbook, not a text file."
        ),
        IMPORT,
    ),
    "word": (
        Text("Det här är ett Word-dokument, inte en textfil.", "This is a Word document, not a text file."),
        IMPORT,
    ),
    "pdf": (
        Text("Det här är en PDF, inte en textfil.", "This is a PDF, not a text file."),
        Text("För över målen till en textfil i YAML.", "Move the goals to a text file in YAML."),
    ),
    "binary": (
        Text("Det här är ingen textfil.", "This is no text file."),
        Text(
            "Är det rätt fil? Ett måldokument är en textfil i YAML.",
            "Is it the right file? A goal document is a text file in YAML.",
        ),
    ),
}
"""What isn't text at all: what it is, and what to do."""
_NAMES = {
    "windows-1252": "Windows-1252",
    "iso-8859-1": "ISO 8859-1",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}


@rule(
    "MK002",
    "not-utf8",
    Severity.ERROR,
    Text("inte UTF-8", "not UTF-8"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def not_utf8(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("not-utf8"):
        if trouble.variant in KINDS:
            message, advice = KINDS[trouble.variant]
            yield Finding(At(span=trouble.span), message(), advice())
        else:
            yield _encoded(file, trouble)


def _encoded(file: ReadFile, trouble: Trouble) -> Finding:
    encoding = str(trouble.values["encoding"])
    name = _NAMES.get(encoding, encoding.upper())
    character = trouble.values["character"]
    line = file.source.position(trouble.span.start).line
    message = WIDE(encoding=name)
    if encoding == MIXED:
        message = PARTLY(character=character, line=line)
    elif not encoding.startswith("utf"):
        message = ENCODED(encoding=name, character=character, line=line)
    return Finding(At(span=trouble.span), message, SAVE(), fix=Fix(FIX(), (Rewrite(trouble.edits),)))
