"""What is said of each mistake in YAML: in the words of someone who knows the operation, not YAML."""

from __future__ import annotations

from malkoll.language import Text
from malkoll.rules.file.strict_sentences import SPACE, STRICT, UNSAFE, Sentences

SENTENCES: dict[str, Sentences] = {
    "colon": Sentences(
        Text(
            "Texten innehåller ett kolon, och då går det inte att se var nyckeln slutar.",
            "The text holds a colon, so it can't be seen where the key ends.",
        ),
        Text(
            "Sätt citattecken om hela texten: {quoted}", "Put quotation marks around the whole text: {quoted}"
        ),
    ),
    "colon-below": Sentences(
        Text(
            "Texten fortsätter på den här raden, men kolonet gör att raden läses som en ny nyckel.",
            "The text goes on in this line, but the colon makes it read as a new key.",
        ),
        Text(
            "Sätt citattecken om hela texten, från första raden till den sista.",
            "Put quotation marks around the whole text, from its first line to its last.",
        ),
    ),
    "start": Sentences(
        Text(
            "Texten börjar med {character}, och det tecknet betyder något särskilt i YAML.",
            "The text begins with {character}, and that character means something special in YAML.",
        ),
        Text(
            "Sätt citattecken om hela texten: {quoted}", "Put quotation marks around the whole text: {quoted}"
        ),
    ),
    "after-quote": Sentences(
        Text(
            "Texten börjar med ord inom citattecken och fortsätter efter dem.",
            "The text begins with words in quotation marks and goes on after them.",
        ),
        Text(
            "Sätt andra citattecken om hela texten: {quoted}",
            "Put other quotation marks around the whole text: {quoted}",
        ),
    ),
    "inner-quote": Sentences(
        Text(
            "Citattecknet mitt i texten läses som att texten slutar där.",
            "The quotation mark within the text is read as its end.",
        ),
        Text(
            "Använd andra citattecken ytterst: {quoted}",
            "Use other quotation marks on the outside: {quoted}",
        ),
        Text("Byt citattecknen", "Change the quotation marks"),
    ),
    "unclosed-quote": Sentences(
        Text(
            "Texten börjar med ett citattecken som inte får något slut.",
            "The text begins with a quotation mark that is never closed.",
        ),
        Text(
            "Sätt {character} där texten slutar, eller ta bort det första.",
            "Put {character} where the text ends, or take the first one away.",
        ),
        Text("Sätt citattecken sist på raden", "Put a quotation mark at the end of the line"),
        UNSAFE,
    ),
    "escape": Sentences(
        Text(
            "Inom dubbla citattecken betyder \\ något särskilt, och ”{text}” går inte att läsa.",
            "Between double quotation marks \\ means something special, and “{text}” can't be read.",
        ),
        Text("Använd enkla citattecken om texten: {quoted}", "Use single quotation marks: {quoted}"),
        Text("Byt till enkla citattecken", "Change to single quotation marks"),
    ),
    "tab": Sentences(
        Text(
            "Raden börjar med en tabb. YAML vill ha mellanslag.",
            "The line begins with a tab. YAML wants spaces.",
        ),
        Text(
            "Byt tabben mot mellanslag, så många att raden börjar där dess grannar börjar.",
            "Replace the tab with spaces, so many that the line begins where its neighbours do.",
        ),
        Text("Byt tabbar mot mellanslag", "Replace tabs with spaces"),
    ),
    "no-space": Sentences(
        Text(
            "Det saknas ett mellanslag efter kolonet vid ”{key}”.",
            "A space is missing after the colon of “{key}”.",
        ),
        Text("Skriv: {text}", "Write: {text}"),
        SPACE,
    ),
    "dash": Sentences(
        Text("Det saknas ett mellanslag efter strecket.", "A space is missing after the dash."),
        Text("Skriv: {text}", "Write: {text}"),
        SPACE,
    ),
    "bullet": Sentences(
        Text(
            "Listan är skriven med {character}. YAML vill ha ett vanligt bindestreck.",
            "The list is written with {character}. YAML wants a plain hyphen.",
        ),
        Text(
            "Byt {character} mot - och ett mellanslag. Ordbehandlare gör gärna om bindestreck av sig själva.",
            "Replace {character} with - and a space. Word processors like to change hyphens by themselves.",
        ),
        Text("Byt mot bindestreck", "Replace with a hyphen"),
    ),
    "no-colon": Sentences(
        Text(
            "Raden har inget kolon, så det går inte att se vilken uppgift den ger.",
            "The line has no colon, so it can't be seen what it tells.",
        ),
        Text(
            "Skriv nyckeln, ett kolon, ett mellanslag och sedan texten: ”nämnd: Socialnämnden”. "
            "Hör raden till texten ovanför: dra in den längre än den.",
            "Write the key, a colon, a space, then the text: “board: Social Welfare Board”. "
            "If the line belongs to the text above, indent it further.",
        ),
    ),
    "key-alone": Sentences(
        Text(
            "Det saknas ett kolon på raden, så det som står under den hör inte till något.",
            "The line has no colon, so what stands below belongs to nothing.",
        ),
        Text("Skriv: {text}", "Write: {text}"),
        Text("Sätt ett kolon sist på raden", "Put a colon at the end of the line"),
        UNSAFE,
    ),
    "stray": Sentences(
        Text(
            "På raden står bara ”{text}”, utan kolon.", "Only “{text}” stands in the line, without a colon."
        ),
        Text(
            "Har det kommit med av misstag? Ta bort raden.", "Did it come along by mistake? Remove the line."
        ),
        Text("Töm raden", "Empty the line"),
        UNSAFE,
    ),
    "no-key": Sentences(
        Text("Det står inget framför kolonet.", "Nothing stands before the colon."),
        Text(
            "Skriv nyckeln framför kolonet, till exempel ”nämnd: Socialnämnden”.",
            "Write the key before the colon, as “board: Social Welfare Board”.",
        ),
    ),
    "heading": Sentences(
        Text(
            "Raden har inget kolon. En rubrik går inte att ha här utan att den märks ut.",
            "The line has no colon. A heading can't stand here unless it is marked.",
        ),
        Text(
            "Sätt # först på raden om den är till för läsaren: {text}",
            "Put # at the beginning of the line if it is for the reader: {text}",
        ),
        Text("Sätt # först på raden", "Put # at the beginning of the line"),
        UNSAFE,
    ),
    "continuation": Sentences(
        Text(
            "Texten vid ”{key}” fortsätter på den här raden, men raden är inte indragen.",
            "The text of “{key}” goes on in this line, but the line isn't indented.",
        ),
        Text("Dra in raden längre än ”{key}”.", "Indent the line further than “{key}”."),
        Text("Dra in raden", "Indent the line"),
        UNSAFE,
    ),
    "list-on-line": Sentences(
        Text("Listan börjar på samma rad som sin nyckel.", "The list begins on the same line as its key."),
        Text(
            "Börja listan på raden under, med två mellanslag, ett streck och ett mellanslag. "
            "Hör strecket till texten: sätt citattecken om hela texten.",
            "Begin the list on the line below, with two spaces, a dash and a space. "
            "If the dash belongs to the text, put quotation marks around the whole text.",
        ),
    ),
    "key-in-list": Sentences(
        Text(
            "Här väntas nästa del av listan ovanför, men raden börjar inte med ett streck.",
            "The next part of the list above is expected here, but the line doesn't begin with a dash.",
        ),
        Text(
            "Börjar en ny del av listan: sätt ett streck och ett mellanslag först. "
            "Hör raden till delen ovanför: dra in den lika långt som den.",
            "If a new part of the list begins, put a dash and a space first. "
            "If the line belongs to the part above, indent it as far.",
        ),
    ),
    "comma": Sentences(
        Text(
            "Inom klammer skiljer ett komma två uppgifter åt, så texten slutar här.",
            "Between braces a comma separates two facts, so the text ends here.",
        ),
        Text(
            "Sätt citattecken om hela texten: {quoted}", "Put quotation marks around the whole text: {quoted}"
        ),
    ),
    "no-comma": Sentences(
        Text(
            "Det saknas ett komma före ”{key}”.",
            "A comma is missing before “{key}”.",
        ),
        Text(
            "Skriv ett komma mellan uppgifterna inom klammern, som mellan värde: 82 och år: 2021.",
            "Write a comma between the facts in the braces, as between value: 82 and year: 2021.",
        ),
        Text("Lägg till ett komma", "Add a comma"),
    ),
    "bracket": Sentences(
        Text("Parentesen som öppnas här stängs aldrig.", "The bracket that opens here is never closed."),
        Text(
            "Sätt {character} där den slutar. Hör tecknet till texten: sätt citattecken om hela texten.",
            "Put {character} where it ends. If it belongs to the text, put quotation marks around the whole text.",
        ),
        Text("Stäng parentesen sist på raden", "Close the bracket at the end of the line"),
        UNSAFE,
    ),
    "surplus": Sentences(
        Text(
            "Här stängs en parentes som redan är stängd.", "A bracket is closed here that is closed already."
        ),
        Text("Ta bort det sista {character}.", "Take the last {character} away."),
        Text("Ta bort det som är för mycket", "Take away what is too much"),
        UNSAFE,
    ),
    "unknown-alias": Sentences(
        Text(
            "En stjärna först i en text hänvisar till något annat i filen, men ”{name}” finns inte där.",
            "An asterisk before a text refers to something else in the file, but there is no “{name}”.",
        ),
        Text(
            "Hör stjärnan till texten: sätt citattecken om hela texten. Annars: skriv ut det som menas.",
            "If the asterisk belongs to the text, put quotation marks around it. Otherwise write what is meant.",
        ),
    ),
    "fence": Sentences(
        Text(
            "Filen har rader med ```, som följer med när text kopieras från en chatt eller en webbsida.",
            "The file has lines of ```, which come along when text is copied from a chat or a web page.",
        ),
        Text("Ta bort de raderna.", "Remove those lines."),
        Text("Ta bort raderna", "Remove the lines"),
    ),
    "directive": Sentences(
        Text(
            "Raden börjar med %, och sådana rader är till för YAML självt.",
            "The line begins with %, and such lines are for YAML itself.",
        ),
        Text(
            "Ta bort raden. Hör den till en text: sätt citattecken om texten.",
            "Remove the line. If it belongs to a text, put quotation marks around it.",
        ),
    ),
    "askew": Sentences(
        Text(
            "”{key}” börjar inte i samma kolumn som ”{above}”, så det går inte att se vad den hör till.",
            "“{key}” doesn't begin in the same column as “{above}”, so it can't be seen what it belongs to.",
        ),
        Text(
            "Låt nycklar som hör ihop börja lika långt in på raden.",
            "Let keys that belong together begin equally far in on the line.",
        ),
        Text("Flytta till samma kolumn", "Move to the same column"),
        UNSAFE,
    ),
    "indentation": Sentences(
        Text(
            "Raden är indragen på ett annat sätt än det som den hör till.",
            "The line is indented differently from what it belongs to.",
        ),
        Text(
            "Låt nycklar som hör ihop börja lika långt in på raden, och det som hör till en nyckel två "
            "mellanslag längre in.",
            "Let keys that belong together begin equally far in on the line, and what belongs to a key two "
            "spaces further.",
        ),
    ),
    "unreadable": Sentences(
        Text("Härifrån går filen inte att läsa.", "The file can't be read from here on."),
        Text(
            "Saknas ett citattecken, ett kolon eller ett mellanslag på raden, eller på raden ovanför?",
            "Is a quotation mark, a colon or a space missing on this line, or on the one above?",
        ),
    ),
    **STRICT,
}
"""For each variant of the mistake: what is wrong, and how to write it instead."""
