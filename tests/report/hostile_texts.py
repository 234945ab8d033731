"""Texts that would do harm where a report is read, and a report that has them everywhere."""

from __future__ import annotations

from report_cases import file_report, finding, goal, place, report

from malkoll.diagnostic import LocatedRelated, Location, Severity, Suppressed
from malkoll.report.shown import Shown
from malkoll.result import Report
from malkoll.source import Position

TEXTS = (
    "]]> <![CDATA[ x ]]>",
    "\x00 \x1b[31m \x07 \x85 \ufffe \ud800 \u202e \u200b",
    "::error file=x::y",
    "\n::set-output name=x::y\r\n::warning::z",
    "%0A::error::x %25 %3A%2C",
    "##[error]x ##vso[task.complete]y",
    "</script><script>alert(1)</script><img src=x onerror=y>",
    "</details></summary></code><!-- x --> &amp; &#64;here &lt;",
    "@here @org/team a@example.org",
    '#123 org/repo#4 GH-5 !6 ~label %7 &8 $9$ ^10 %"x"',
    "https://example.org www.example.org mailto:a@b.se ftp://x",
    "` `` ``` | || \\| \\\\| a\\` *b* _c_ ~~d~~ **e**",
    "[x](y) ![z](w) [^1]: [a]: b <https://c>",
    "# rubrik",
    "- punkt",
    "+ punkt",
    "1. ett",
    "12) tolv",
    "> citat",
    "=====",
    "-----",
    ": term",
    ":smile: 12:30:45 a:b:c",
    "    kod\tmed tabb",
    "\\",
    "$x$ och $$y$$",
    "{{7*7}} ${{ github.token }} %(x)s {0}",
    "',\"=;,",
    "😀👩\u200d👧 e\u0301 å ﬁ",
    "x" * 5_000,
)  # fmt: skip
"""Each once as it is, after which it may be made visible, and no more."""


def everywhere(text: str) -> Report:
    """Put a text wherever something of a document's is shown."""
    line = f"x: {text} mer"
    where = place("namn: x", "x", number=3, file=text)._replace(lines=((3, line),))
    found = finding(
        where,
        text,
        help=text,
        reference=text,
        goal=text,
        goal_index=0,
        fingerprint="a" * 32,
        related=(
            LocatedRelated(Location(text, Position(1, 1), Position(1, 2)), finding(message=text).message),
        ),
    )
    like = found._replace(goal_index=1, goal=None, severity=Severity.ERROR, fingerprint="b" * 32)
    other = found._replace(severity=Severity.WARNING, goal_index=None, goal=None, fingerprint="c" * 32)
    silenced = Suppressed(other, text, "2027-12-31")
    goals = (goal()._replace(id=text, title=text), goal(1)._replace(title=text))
    file = file_report(found, like, other, goals=goals, path=text, board=text, suppressed=(silenced,))
    return report(file)


def shown(text: str) -> str:
    """Give a text as every report for people shows it, blanks counted once."""
    return " ".join(Shown().sentence(text).split())
