"""`malkoll schema`: the JSON Schema of what malkoll reads or writes."""

from __future__ import annotations

from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.output import say_data
from malkoll.language import Language
from malkoll.schema.files import schema, text_of

DEFAULT = "document"


def run(call: Call, language: Language) -> int:
    what = call.arguments[0] if call.arguments else DEFAULT
    say_data(text_of(schema(what, language)))
    return Exit.FINE
