"""A finding as plain sentences, for formats that have no lines of their own to lay out."""

from __future__ import annotations

from malkoll.diagnostic import Diagnostic, Suppressed
from malkoll.language import Language
from malkoll.report.cells import cut
from malkoll.report.finding import CLAUSE, advice_of, goal_name, label_of
from malkoll.report.shown import Shown
from malkoll.report.totals import NO_REASON, REASON, UNTIL

_LONGEST_GOAL = 30
_SHOWN = Shown()


def sentences(diagnostic: Diagnostic, language: Language) -> list[str]:
    """Say what is wrong, why it matters and what to do, each fit to show on a line of its own."""
    said = [diagnostic.message.render(language)]
    if diagnostic.reference is not None:
        said.append(f"{CLAUSE.render(language)} {diagnostic.reference.render(language)}")
    if (advice := advised(diagnostic, language)) is not None:
        said.append(" ".join(advice))
    return [_SHOWN.sentence(text) for text in said]


def advised(diagnostic: Diagnostic, language: Language) -> tuple[str, str] | None:
    """Give what to do, after the words that say whether it is a question."""
    advice = advice_of(diagnostic)
    if advice is None:
        return None
    text = advice.render(language)
    return label_of(text).render(language), text


def heading(diagnostic: Diagnostic, language: Language) -> str:
    """Name a finding in a few words: the code, the rule's title, and the goal."""
    parts = [diagnostic.code, diagnostic.title.render(language)]
    if goal := goal_name(diagnostic, language):
        parts.append(cut(goal, _LONGEST_GOAL))
    return _SHOWN.sentence(" · ".join(parts))


def reasoned(suppressed: Suppressed, language: Language, *, is_asked_for: bool) -> str:
    """Say why a finding doesn't count, and until when; nothing where no reason is asked for or given."""
    if not (is_asked_for or suppressed.reason or suppressed.until):
        return ""
    reason = suppressed.reason or NO_REASON.render(language)
    until = f" ({UNTIL(date=suppressed.until).render(language)})" if suppressed.until else ""
    return f"{REASON.render(language)} {reason}{until}"
