"""MK001: a file that can't be opened, or that is none."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import At, Finding, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule

SENTENCES: dict[str, tuple[Text, Text]] = {
    "missing": (
        Text("Filen finns inte.", "The file doesn't exist."),
        Text(
            "Se efter hur namnet är stavat, och i vilken mapp filen ligger.",
            "See how its name is spelt, and in which folder it lies.",
        ),
    ),
    "permission": (
        Text(
            "Filen får inte läsas av den som kör malkoll.", "The one who runs malkoll may not read the file."
        ),
        Text(
            "Be den som äger filen om rätt att läsa den, eller kör på en kopia.",
            "Ask its owner for the right to read it, or run on a copy.",
        ),
    ),
    "directory": (
        Text("Det här är en mapp, inte en fil.", "This is a folder, not a file."),
        Text(
            "Ange en fil i mappen, eller kör på hela mappen.",
            "Name a file in the folder, or run on the whole folder.",
        ),
    ),
    "not-regular": (
        Text(
            "Det här är ingen vanlig fil, utan en enhet, en kö eller något liknande.",
            "This is no ordinary file but a device, a queue or the like.",
        ),
        Text("Ange en vanlig textfil.", "Name an ordinary text file."),
    ),
    "size": (
        Text(
            "Filen är större än {limit} MB. Ett måldokument är sällan mer än en hundradel av det.",
            "The file is larger than {limit} MB. A goal document is seldom more than a hundredth of that.",
        ),
        Text(
            "Är det rätt fil? Dela den annars i flera.", "Is it the right file? If so, split it into several."
        ),
    ),
    "unreadable": (
        Text("Filen gick inte att läsa från disken.", "The file could not be read from the disk."),
        Text(
            "Prova igen. Ligger den på en delad mapp: se efter att mappen är ansluten.",
            "Try again. If it lies in a shared folder, see that the folder is connected.",
        ),
    ),
    "link-outside": (
        Text(
            "Filen är en genväg till något utanför mappen, och läses därför inte.",
            "The file is a link to something outside the folder, so it isn't read.",
        ),
        Text(
            "Lägg en kopia i mappen om den ska prövas.", "Put a copy into the folder if it is to be checked."
        ),
    ),
}
"""For each reason: what it is, and what to do."""
_MEGABYTE = 1_000_000


@rule(
    "MK001",
    "unreadable-file",
    Severity.ERROR,
    Text("filen går inte att öppna", "the file can't be opened"),
    Scope.FILE,
    source=Source.YAML,
)
def unreadable_file(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("unreadable-file"):
        message, advice = SENTENCES[trouble.variant]
        limit = float(trouble.values.get("limit", 0)) / _MEGABYTE
        yield Finding(At(span=trouble.span), message(limit=limit), advice())
