"""What is wrong with the comments themselves, for the rules of MK9 to put into words."""

from __future__ import annotations

import re
from functools import cache

from malkoll.document.words import bare, closest, fold
from malkoll.rules import RULES
from malkoll.source import SourceFile, Span
from malkoll.suppress.comment import Suppression, rule_named
from malkoll.syntax.tree import Trouble

_MEANT = {
    "ignore": ("ignore", "disable", "skip", "suppress", "silence", "noqa", "nolint", "ignore-next-line"),
    "undantag": ("undantag", "undanta", "ignorera", "tysta", "hoppa-över", "strunta-i"),
    "ignore-file": ("ignore-file", "ignore-all", "disable-file", "skip-file"),
    "undantag-fil": ("undantag-fil", "undantag-filen", "ignorera-fil", "undantag-dokument"),
}
"""For each word that a comment may say: what people write instead."""
_LIKENESS = 0.85
"""Names of rules share words (*unknown-board*, *unknown-sdg*): a guess must be closer than for other words."""
_LONGEST_NAME = 60
_PREFIX = re.compile(r"MK[0-9]{0,2}[x*]*|all|alla|\*", re.IGNORECASE)


def troubles_of(found: list[Suppression]) -> list[Trouble]:
    """Tell of comments that can't be read, name no rule, give no reason or have expired."""
    troubles: list[Trouble] = []
    for suppression in found:
        if not suppression.is_readable:
            troubles.append(_unreadable(suppression))
            continue
        troubles += _names(suppression)
        if suppression.date_text is not None:
            values: dict[str, str | int] = {"date": suppression.date_text}
            troubles.append(Trouble("unknown-rule", "date", suppression.comment.span, values=values))
        elif suppression.is_expired and suppression.used and suppression.until is not None:
            values = {"date": suppression.until.isoformat(), "count": len(suppression.used)}
            troubles.append(
                Trouble("expired-suppression", "expired", suppression.comment.span, values=values)
            )
        if not suppression.reason and suppression.names:
            troubles.append(Trouble("suppression-without-reason", "reason", suppression.comment.span))
    return troubles


def _names(suppression: Suppression) -> list[Trouble]:
    if not suppression.names:
        return [Trouble("unknown-rule", "none", suppression.comment.span)]
    return [_unknown(name, place) for name, place in suppression.names.items() if rule_named(name) is None]


def _unknown(name: str, place: Span) -> Trouble:
    values: dict[str, str | int] = {"name": name}
    parts = re.split(r"[\s;|/+]+", name)
    if len(parts) > 1 and all(rule_named(part) for part in parts):
        listed = ", ".join(parts)
        return Trouble(
            "unknown-rule", "commas", place, values={**values, "near": listed}, edits=((place, listed),)
        )
    if _PREFIX.fullmatch(name):
        return Trouble("unknown-rule", "prefix", place, values=values)
    near = near_rule(name)
    if near is None:
        return Trouble("unknown-rule", "stranger", place, values=values)
    return Trouble("unknown-rule", "close", place, values={**values, "near": near}, edits=((place, near),))


def near_rule(name: str) -> str | None:
    """Give the name of the rule that was most likely meant: by code, name or title."""
    if (code := re.fullmatch(r"\s*mk[\s_-]?([0-9]{3})\s*", name, re.IGNORECASE)) and rule_named(
        f"MK{code[1]}"
    ):
        return f"MK{code[1]}"
    if title := _titles().get(fold(name)):
        return title
    # one code is as close to another as can be: only names are guessed, and only when hardly any other could be meant
    plain = bare(name)
    if len(plain) >= _LONGEST_NAME or re.match(r"mk[_]?[0-9]", plain):
        return None
    # loaded here: only a mistake needs it
    from difflib import get_close_matches  # noqa: PLC0415

    near = get_close_matches(plain, _bare_names(), 1, _LIKENESS)
    return near[0].replace("_", "-") if near else None


@cache
def _titles() -> dict[str, str]:
    """Give the rules' names by their titles; the first rule of a title counts."""
    return {fold(title): rule.name for rule in reversed(RULES) for title in (rule.title.sv, rule.title.en)}


@cache
def _bare_names() -> list[str]:
    return [bare(rule.name) for rule in RULES]


def _unreadable(suppression: Suppression) -> Trouble:
    comment = suppression.comment
    instead = _instead(comment.said)
    edits = ((Span(comment.start, comment.span.end), instead),) if instead else ()
    values: dict[str, str | int] = {"said": comment.said, "instead": instead or ""}
    return Trouble(
        "unknown-rule", "form" if instead else "unreadable", comment.span, values=values, edits=edits
    )


def _instead(said: str) -> str | None:
    """Write a comment as it was most likely meant; None where no rule can be seen in it."""
    match = re.match(r"(?P<word>[\w-]+)[\s:=]*(?P<rest>.*)", said, re.DOTALL)
    meant = _word_meant(match["word"]) if match else None
    if match is None or meant is None:
        return None
    names: list[str] = []
    rest = match["rest"].lstrip(" \t[({<")
    while (next_name := re.match(r"[\s,;]*(?P<name>[\w-]+)", rest)) and rule_named(next_name["name"]):
        names.append(next_name["name"])
        rest = rest[next_name.end() :]
    reason = rest.lstrip(" \t,;:])}>–—-")
    return f"{meant}[{', '.join(names)}] {reason}".rstrip() if names else None


def _word_meant(word: str) -> str | None:
    near = closest(word, [spelling for spellings in _MEANT.values() for spelling in spellings])
    return next((meant for meant, spellings in _MEANT.items() if near in spellings), None)


def unused_trouble(suppression: Suppression, names: list[str], source: SourceFile) -> Trouble:
    """Tell of names that silence nothing; the fix takes them out, or the whole comment."""
    values: dict[str, str | int] = {"names": "\n".join(names), "count": len(names)}
    idle = set(names)
    kept = [name for name in suppression.names if name not in idle]
    if not kept:
        edits = ((_removed(suppression, source), ""),)
        return Trouble("unused-suppression", "comment", suppression.comment.span, values=values, edits=edits)
    places = list(suppression.names.values())
    listed = Span(places[0].start, places[-1].end)
    also = tuple(suppression.names[name] for name in names)
    edits = ((listed, ", ".join(kept)),)
    return Trouble("unused-suppression", "name", also[0], values=values, also=also[1:], edits=edits)


def _removed(suppression: Suppression, source: SourceFile) -> Span:
    """Give what to take out with a comment: its whole line when it has one, else the blanks before it."""
    text, (start, end) = source.text, suppression.comment.span
    line = source.position(start).line
    if not suppression.comment.alone:
        while start > 0 and text[start - 1] in " \t":
            start -= 1
        return Span(start, end)
    after = source.line_starts[line] if line < len(source.line_starts) else len(text)
    return Span(source.line_starts[line - 1], after)
