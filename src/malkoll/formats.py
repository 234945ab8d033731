"""Which formats a report can have: what the command line offers, and where each is written."""

from __future__ import annotations

from enum import StrEnum

from malkoll.language import Text


class Format(StrEnum):
    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    MARKDOWN = "markdown"
    HTML = "html"


FOR_WHOM = {
    Format.FULL: Text("om inget annat sägs", "unless told otherwise"),
    Format.CONCISE: Text("en rad för varje anmärkning", "one line a finding"),
    Format.JSON: Text("för andra program", "for other programs"),
    Format.SARIF: Text("för kodgranskning", "for code scanning"),
    Format.GITHUB: Text("anteckningar i GitHub Actions", "annotations in GitHub Actions"),
    Format.GITLAB: Text("GitLabs Code Quality", "GitLab's Code Quality"),
    Format.JUNIT: Text("testrapport i XML", "a test report in XML"),
    Format.MARKDOWN: Text("en kommentar i ett ändringsförslag", "a comment in a pull request"),
    Format.HTML: Text("en fil att läsa, skriva ut eller bifoga", "a file to read, print or attach"),
}
"""What the help says of each."""
KEEPING = frozenset({Format.HTML})
"""Those that show the goals themselves: the run keeps its documents for them."""
LAID_OUT = frozenset({Format.FULL, Format.CONCISE})
"""Those for a screen: as wide as it is, in its letters and colours. All others are documents in UTF-8."""
MODULES = {Format.JSON: "json_v1"}
"""The module in `malkoll.report` that writes a document, where its name isn't the format's."""
