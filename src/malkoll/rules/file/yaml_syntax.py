"""MK003: what can't be read as YAML, said as an official would see it."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Rewrite, Severity
from malkoll.language import Text
from malkoll.rule import ReadFile, Scope, Source, rule

SENTENCES: dict[str, tuple[Text, Text]] = {
    "colon": (
        Text("Texten innehåller ett kolon, och därför går raden inte att läsa.",
             "The text holds a colon, so the line can't be read."),
        Text("Sätt citattecken om hela texten: {quoted}", "Put quotation marks around the whole text: {quoted}"),
    ),
    "start": (
        Text("Texten börjar med tecknet {character}, som betyder något särskilt i YAML.",
             "The text begins with {character}, which means something special in YAML."),
        Text("Sätt citattecken om hela texten: {quoted}", "Put quotation marks around the whole text: {quoted}"),
    ),
    "after-quote": (
        Text("Texten börjar med ett citat och fortsätter efter det.",
             "The text begins with a quotation and goes on after it."),
        Text("Sätt andra citattecken om hela texten: {quoted}",
             "Put other quotation marks around the whole text: {quoted}"),
    ),
    "tab": (
        Text("Raden börjar med en tabb. YAML vill ha mellanslag.", "The line begins with a tab. YAML wants spaces."),
        Text("Byt varje tabb mot två mellanslag.", "Replace each tab with two spaces."),
    ),
    "unclosed-quote": (
        Text("Citattecknet här får inget slut.", "The quotation mark here is never closed."),
        Text("Sätt ett likadant tecken där texten tar slut.", "Put the same mark where the text ends."),
    ),
    "no-space": (
        Text("Det saknas ett mellanslag efter kolonet vid ”{key}”.", "A space is missing after the colon of “{key}”."),
        Text("Skriv: {text}", "Write: {text}"),
    ),
    "no-colon": (
        Text("Raden har inget kolon, så det går inte att se vilken uppgift den ger.",
             "The line has no colon, so it isn't clear what it tells."),
        Text("Skriv nyckeln, ett kolon, ett mellanslag och sedan texten: ”nämnd: Socialnämnden”. "
             "Hör raden till texten ovanför, dra in den längre.",
             "Write the key, a colon, a space, then the text: “board: Social Welfare Board”. "
             "If the line belongs to the text above, indent it further."),
    ),
    "list-on-line": (
        Text("Listan börjar på samma rad som sin nyckel.", "The list begins on the same line as its key."),
        Text("Börja listan på en ny rad, med två mellanslag och ett streck framför varje del.",
             "Begin the list on a new line, with two spaces and a dash before each part."),
    ),
    "key-in-list": (
        Text("Här väntas nästa del av listan ovanför, men raden börjar inte med ett streck.",
             "The next part of the list above is expected here, but the line doesn't begin with a dash."),
        Text("Sätt ett streck och ett mellanslag först på raden, eller avsluta listan med en nyckel ovanför den.",
             "Begin the line with a dash and a space, or put a key above the list."),
    ),
    "bracket": (
        Text("Parentesen som öppnas här stängs aldrig.", "The bracket that opens here is never closed."),
        Text("Sätt {character} där den slutar. Hör tecknet till texten, sätt citattecken om hela texten.",
             "Put {character} where it ends. If it belongs to the text, put quotation marks around the whole text."),
    ),
    "escape": (
        Text("Inom dubbla citattecken betyder \\ något särskilt, och ”{text}” går inte att läsa.",
             "Between double quotation marks \\ means something special, and “{text}” can't be read."),
        Text("Använd enkla citattecken om texten: '…'", "Use single quotation marks around the text: '…'"),
    ),
    "unknown-alias": (
        Text("En stjärna först i texten hänvisar till något annat i filen, men ”{name}” finns inte.",
             "An asterisk at the start refers to something else in the file, but there is no “{name}”."),
        Text("Sätt citattecken om texten om stjärnan hör till den.",
             "Put quotation marks around the text if the asterisk belongs to it."),
    ),
    "fence": (
        Text("Filen har rader med ``` från en chatt eller webbsida.", "The file has lines of ``` from a chat or web page."),
        Text("Ta bort de raderna.", "Remove those lines."),
    ),
    "directive": (
        Text("Raden börjar med %, och det betyder något särskilt i YAML.",
             "The line begins with %, which means something special in YAML."),
        Text("Ta bort raden, eller sätt citattecken om texten.", "Remove the line, or put quotation marks around the text."),
    ),
    "indentation": (
        Text("Raden är indragen på ett annat sätt än det den hör till.",
             "The line is indented differently from what it belongs to."),
        Text("Låt alla nycklar som hör ihop börja i samma kolumn.",
             "Let all keys that belong together begin in the same column."),
    ),
    "unreadable": (
        Text("Här går filen inte att läsa vidare.", "The file can't be read further from here."),
        Text("Se efter om ett citattecken, ett kolon eller ett mellanslag saknas på raden eller raden ovanför.",
             "See whether a quotation mark, a colon or a space is missing on this line or the one above."),
    ),
}  # fmt: skip
"""For each variant of the mistake: what is wrong, and how to write it instead."""
FIX = Text("Sätt citattecken om texten", "Put quotation marks around the text")


@rule(
    "MK003",
    "yaml-syntax",
    Severity.ERROR,
    Text("går inte att läsa som YAML", "can't be read as YAML"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def yaml_syntax(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("yaml-syntax"):
        message, advice = SENTENCES[trouble.variant]
        yield Finding(
            At(trouble.path or (), span=trouble.span),
            message(**trouble.values),
            advice(**trouble.values),
            fix=Fix(FIX(), (Rewrite(trouble.edits),)) if trouble.edits else None,
        )
