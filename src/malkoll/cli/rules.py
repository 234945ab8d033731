"""`malkoll rules`: the catalogue, as a table or for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.output import say_data
from malkoll.cli.page import paragraph, print_page
from malkoll.config.names import refuse_unknown
from malkoll.diagnostic import SEVERITY_NAMES
from malkoll.language import Count, Language, Text
from malkoll.report.layout import Line, Style
from malkoll.report.shown import Shown
from malkoll.report.signs import STYLES
from malkoll.rule import Rule
from malkoll.rules import RULES
from malkoll.selection import matching

VERSION = 1
AREAS = {
    "MK0": Text("Filen", "The file"),
    "MK1": Text("Dokumentets form", "The document's shape"),
    "MK2": Text("Styrmodellen", "The steering model"),
    "MK3": Text("Mätning och bedömning", "Measurement and assessment"),
    "MK4": Text("Tydlighet", "Clarity"),
    "MK5": Text("Effekt och målgrupp", "Effect and audience"),
    "MK6": Text("Flera dokument och år", "Several documents and years"),
    "MK7": Text("Styrmodellen själv", "The steering model itself"),
    "MK9": Text("Prövningen själv", "The checking itself"),
}
OFF = Text("av", "off")
MORE = Text(
    "{count}. En styrmodell kan göra dem strängare eller mildare. Mer om en regel: malkoll explain MK202",
    "{count}. A steering model can make them stricter or milder. More about a rule: malkoll explain MK202",
)
NOUNS = (Text("regel", "rule"), Text("regler", "rules"))


def run(call: Call, language: Language) -> int:
    if call.has("--words"):
        # loaded here: the catalogue needs no word lists
        from malkoll.cli import word_lists  # noqa: PLC0415

        return word_lists.run(call, language)
    selectors = call.many("--select")
    refuse_unknown(selectors)
    wanted = {rule.code for selector in selectors for rule in matching(selector)}
    rules = [rule for rule in RULES if not wanted or rule.code in wanted]
    if call.one("--format") == "json":
        say_data(f"{json.dumps(catalogue(rules, language), ensure_ascii=False, indent=2)}\n")
    else:
        print_page(lambda shown, cells: _table(rules, language, shown, cells))
    return Exit.FINE


def catalogue(rules: Sequence[Rule], language: Language) -> dict[str, Any]:
    """Give the rules as plain data; codes, names and keys are the same in every language."""
    return {
        "version": VERSION,
        "language": language.value,
        "rules": [
            {
                "code": rule.code,
                "name": rule.name,
                "title": rule.title.render(language),
                "severity": rule.severity.value,
                "enabled": rule.enabled,
                "fix": rule.fix.value if rule.fix else None,
                "source": rule.source.name.lower(),
                "scope": rule.scope.value,
            }
            for rule in rules
        ],
    }


def _table(rules: Sequence[Rule], language: Language, shown: Shown, cells: int) -> Iterator[Line]:
    words = {rule.code: _severity(rule, language) for rule in rules}
    widest = max(len(rule.name) for rule in rules)
    severities = max(len(word) for word in words.values())
    area = ""
    for rule in rules:
        if rule.code[:3] != area:
            if area:
                yield []
            area = rule.code[:3]
            yield [(f"{area} {shown(AREAS[area].render(language))}", Style.STRONG)]
        lead = f"  {rule.code}  {rule.name:{widest}}  "
        mark = f"{shown(words[rule.code]):{severities}}  "
        title, *more = paragraph(shown(rule.title.render(language)), max(cells - len(lead + mark), 20))
        style = STYLES[rule.severity] if rule.enabled else Style.FAINT
        yield [(lead, Style.PLAIN), (mark, style), *title]
        yield from ([(" " * len(lead + mark), Style.PLAIN), *line] for line in more)
    yield []
    yield from paragraph(shown.sentence(MORE(count=Count(len(rules), *NOUNS)).render(language)), cells)


def _severity(rule: Rule, language: Language) -> str:
    return SEVERITY_NAMES[rule.severity][0].render(language) if rule.enabled else OFF.render(language)
