"""What SARIF says of a rule, from its manual."""

from __future__ import annotations

import re

from malkoll.diagnostic import Severity
from malkoll.language import Language, Text
from malkoll.manual import HEADINGS, Manual, manual
from malkoll.rule import Rule

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
"""GitHub's own words for how severe a rule is."""
MORE = Text("Mer om regeln: {call}", "More about the rule: {call}")
_READS_SENTENCES = frozenset({"clarity", "effect"})
"""The rules that judge Swedish sentences, and are sometimes wrong."""
_FENCE = re.compile(r"^```yaml[^\n]*$", re.MULTILINE)
_FENCED = re.compile(r"^```.*?^```[ ]*$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")


def descriptor(rule: Rule, language: Language) -> dict[str, object]:
    """Describe a rule in one language: titles for lists, its manual for who opens a finding."""
    read = manual(rule, language)
    area = rule.module.split(".")[-2]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": read.title[:1].upper() + read.title[1:]},
        "fullDescription": {"text": _plain(read.what)},
        "help": {"text": _help_text(rule, read, language), "markdown": _help_markdown(rule, read, language)},
        "defaultConfiguration": _configuration(rule),
        "properties": {
            "tags": [area],
            "precision": "medium" if area in _READS_SENTENCES else "very-high",
            "problem.severity": PROBLEMS[rule.severity],
        },
    }


def _configuration(rule: Rule) -> dict[str, object]:
    level: dict[str, object] = {"level": LEVELS[rule.severity]}
    return level if rule.enabled else {"enabled": False, **level}


def _help_text(rule: Rule, read: Manual, language: Language) -> str:
    parts = [_plain(read.what), _plain(read.why), MORE(call=f"malkoll explain {rule.code}").render(language)]
    return "\n\n".join(parts)


def _help_markdown(rule: Rule, read: Manual, language: Language) -> str:
    sections = zip(HEADINGS[language], (read.what, read.why, read.wrong, read.right), strict=True)
    # what stands after yaml on a fence is for the tests of the manual
    parts = [f"## {heading}\n\n{_FENCE.sub('```yaml', section)}" for heading, section in sections]
    more = MORE(call=f"`malkoll explain {rule.code}`").render(language)
    return "\n\n".join([*parts, more])


def _plain(section: str) -> str:
    """Give a section's sentences, without examples and without marks of Markdown, a line a paragraph."""
    paragraphs = _FENCED.sub("", section).split("\n\n")
    plain = (" ".join(paragraph.split()) for paragraph in paragraphs)
    return "\n".join(_LINK.sub(r"\1", one).replace("`", "").replace("**", "") for one in plain if one)
