"""MK109: keys in Swedish and in English in one document."""

from __future__ import annotations

from collections.abc import Iterator

from malkoll.diagnostic import Applicability, At, Finding, Fix, Rewrite, Severity
from malkoll.language import Count, Message, Text
from malkoll.rule import ReadFile, Scope, Source, rule

ONE = {
    "sv": Text(
        "”{key}” är en engelsk nyckel i ett dokument med svenska nycklar.",
        "“{key}” is an English key in a document with Swedish keys.",
    ),
    "en": Text(
        "”{key}” är en svensk nyckel i ett dokument med engelska nycklar.",
        "“{key}” is a Swedish key in a document with English keys.",
    ),
}
MORE = {
    "sv": Text(
        "”{key}” och {others} är engelska i ett dokument med svenska nycklar.",
        "“{key}” and {others} are English in a document with Swedish keys.",
    ),
    "en": Text(
        "”{key}” och {others} är svenska i ett dokument med engelska nycklar.",
        "“{key}” and {others} are Swedish in a document with English keys.",
    ),
}
OTHERS = (Text("nyckel till", "more key"), Text("nycklar till", "more keys"))
HELP = Text(
    "Skriv ”{word}”. malkoll förstår båda, men den som läser ska slippa två språk.",
    "Write “{word}”. malkoll understands both, but whoever reads should be spared two languages.",
)
FIX = Text("Skriv alla nycklar på ett språk", "Write all keys in one language")
_MOST_SHOWN = 20


@rule(
    "MK109",
    "mixed-key-languages",
    Severity.WARNING,
    Text("nycklar på två språk", "keys in two languages"),
    Scope.FILE,
    source=Source.YAML,
    fix=Applicability.SAFE,
)
def mixed_key_languages(file: ReadFile) -> Iterator[Finding]:
    for trouble in file.of("mixed-key-languages"):
        key, count = trouble.values["key"], int(trouble.values["count"])
        message: Message = ONE[trouble.variant](key=key)
        if count > 1:
            message = MORE[trouble.variant](key=key, others=Count(count - 1, *OTHERS))
        yield Finding(
            At(trouble.path or (), key=True),
            message,
            HELP(word=trouble.values["word"]),
            also=tuple(At(span=span) for span in trouble.also[:_MOST_SHOWN]),
            fix=Fix(FIX(), (Rewrite(trouble.edits),)),
        )
