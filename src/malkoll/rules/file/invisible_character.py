"""MK010: characters that nobody sees and that change how a text is read."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Rewrite, Severity
from malkoll.language import Count, Text
from malkoll.record import Record
from malkoll.rule import ReadFile, Scope, Source, rule
from malkoll.syntax.tree import Trouble


class Sentences(Record):
    """What is said of one kind of character: one of them, several, and what they do."""

    one: Text
    many: Text
    message: Text
    fix: Text


_REMOVE = Text("Ta bort det som inte syns", "Remove what can't be seen")
_REPLACE = Text("Byt mot vanliga mellanslag", "Replace by ordinary spaces")
CONTROL = Sentences(
    Text("styrtecken", "control character"),
    Text("styrtecken", "control characters"),
    Text(
        "Filen innehåller {characters} ({codepoint}), och sådana läser YAML inte.",
        "The file holds {characters} ({codepoint}), and YAML doesn't read such.",
    ),
    _REPLACE,
)
HIDDEN = Sentences(
    Text("osynligt tecken", "invisible character"),
    Text("osynliga tecken", "invisible characters"),
    Text(
        "Filen innehåller {characters} ({codepoint}). Ord som ser lika ut blir då olika ord.",
        "The file holds {characters} ({codepoint}). Words that look alike are then different words.",
    ),
    _REMOVE,
)
BIDI = Sentences(
    Text("osynligt tecken som vänder läsriktningen", "invisible character that turns the reading direction"),
    Text("osynliga tecken som vänder läsriktningen", "invisible characters that turn the reading direction"),
    Text(
        "Filen innehåller {characters} ({codepoint}). Texten kan visas i en annan ordning än den står i.",
        "The file holds {characters} ({codepoint}). The text may be shown in another order than it has.",
    ),
    _REMOVE,
)
HEAP = Sentences(
    Text("bokstav", "letter"),
    Text("bokstäver", "letters"),
    Text(
        "Filen innehåller {characters} med fler accenter ({codepoint}) än något skriftspråk har.",
        "The file holds {characters} with more accents ({codepoint}) than any writing has.",
    ),
    Text("Ta bort de överflödiga", "Remove those that are too many"),
)
SPACE = Sentences(
    Text("hårt mellanslag", "no-break space"),
    Text("hårda mellanslag", "no-break spaces"),
    Text(
        "Filen innehåller {characters} ({codepoint}) där YAML vill ha ett vanligt mellanslag.",
        "The file holds {characters} ({codepoint}) where YAML wants an ordinary space.",
    ),
    _REPLACE,
)
SEPARATOR = Sentences(
    Text("osynligt radslut", "invisible line end"),
    Text("osynliga radslut", "invisible line ends"),
    Text(
        "Filen innehåller {characters} ({codepoint}). En del program börjar en ny rad där, andra inte.",
        "The file holds {characters} ({codepoint}). Some programs begin a new line there, others don't.",
    ),
    _REPLACE,
)
HELP = Text(
    "Sådana tecken följer ofta med när text kopieras från en webbsida, en PDF eller Word. "
    "Skriv om stället för hand, eller klistra in som oformaterad text.",
    "Such characters often come along when text is copied from a web page, a PDF or Word. "
    "Type the place anew, or paste as plain text.",
)
_BY_VARIANT = {"control": CONTROL, "no-break-space": SPACE, "separator": SEPARATOR}
_BREAKING = frozenset({"control", "no-break-space"})
"""Those that stop YAML from being read."""
_MOST_SHOWN = 20


@rule(
    "MK010",
    "invisible-character",
    Severity.WARNING,
    Text("tecken som inte syns", "characters that can't be seen"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def invisible_character(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("invisible-character"):
        said = _BY_VARIANT.get(trouble.variant) or _hidden(trouble)
        characters = Count(int(trouble.values["count"]), said.one, said.many)
        yield Finding(
            At(span=trouble.span),
            said.message(characters=characters, codepoint=trouble.values["codepoint"]),
            HELP(),
            also=tuple(At(span=span) for span in trouble.also[:_MOST_SHOWN]),
            fix=Fix(said.fix(), (Rewrite(trouble.edits),)),
            severity=Severity.ERROR if _breaks(trouble) else None,
            key=trouble.variant,
        )


def _breaks(trouble: Trouble) -> bool:
    """Tell whether other programs can't read the file, or read another first key than the writer's."""
    second_mark = trouble.span.start == 0 and trouble.values["codepoint"] == "U+FEFF"
    return trouble.variant in _BREAKING or second_mark


def _hidden(trouble: Trouble) -> Sentences:
    code = int(str(trouble.values["codepoint"]).removeprefix("U+"), 16)
    if code in {0x61C, 0x200E, 0x200F} or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:
        return BIDI
    return HIDDEN if code in {0xAD, 0x180E, 0xFEFF} or 0x2000 <= code <= 0x206F else HEAP
