"""The report as one HTML file: for people, on a screen or on paper, to be attached to a case.

It asks for nothing from outside, and its security policy lets nothing run but its own script.
"""

from __future__ import annotations

from malkoll.report.html.page import Page
from malkoll.report.options import Options
from malkoll.repository.gathered import gather
from malkoll.result import Report


def text(report: Report, options: Options) -> str:
    """Write a report as a whole page; goals are shown where the run has kept its documents."""
    return Page(gather(report), options.language).html()
