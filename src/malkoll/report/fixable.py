"""What a report says of fixes: what can be done by the program, and with which option."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from malkoll.diagnostic import Applicability, Diagnostic
from malkoll.language import Message, Text
from malkoll.report.options import Options
from malkoll.result import Tally

CAN_BE_DONE = Text("Kan göras med {option}.", "Can be done with {option}.")
DOES = Text("Med {option}: {change}.", "With {option}: {change}.")
FIXABLE = Text("{count} kan rättas med {option}.", "{count} can be fixed with {option}.")
TO_LOOK_AT = Text(
    "{count} kan rättas med {option}, om du ser efter att det blir rätt.",
    "{count} can be fixed with {option}, if you see to it that it comes out right.",
)
MORE_TO_LOOK_AT = Text(
    "{count} till kan rättas med {option}, om du ser efter att det blir rätt.",
    "{count} more can be fixed with {option}, if you see to it that it comes out right.",
)
_SENTENCE_END = re.compile(r"[.:?!](?:\s|\Z)")
SAFE_OPTION = "--fix"
UNSAFE_OPTION = "--fix --unsafe-fixes"


def of_one(diagnostic: Diagnostic, advice: str, options: Options) -> Message | None:
    """Say that a finding can be fixed by the program, and how where the advice says more than that."""
    fix = diagnostic.fix
    if fix is None or not options.offers_fixes:
        return None
    is_safe = fix.applicability is Applicability.SAFE
    if not is_safe and not (options.unsafe_fixes and fix.applicability is Applicability.UNSAFE):
        return None
    option = SAFE_OPTION if is_safe else UNSAFE_OPTION
    change = fix.message.render(options.language)
    said = _SENTENCE_END.split(advice, maxsplit=1)[0]
    if _words(said) == _words(change):
        return CAN_BE_DONE(option=option)
    return DOES(option=option, change=_within(change))


def of_all(files: Sequence[Tally], options: Options) -> Iterator[Message]:
    """Count the findings that can be fixed."""
    if not options.offers_fixes:
        return
    safe, unsafe = sum(file.safe for file in files), sum(file.unsafe for file in files)
    if safe:
        yield FIXABLE(count=safe, option=SAFE_OPTION)
    if unsafe:
        yield (MORE_TO_LOOK_AT if safe else TO_LOOK_AT)(count=unsafe, option=UNSAFE_OPTION)


def _words(text: str) -> list[str]:
    """Give the words of a sentence, however they are set off."""
    return re.findall(r"[^\s.,:;”“\"]+", text.casefold())


def _within(sentence: str) -> str:
    """Let a sentence begin within another; a word in capitals stays one."""
    return sentence if sentence[:2].isupper() else sentence[:1].lower() + sentence[1:]
