"""`--limit`: how much is read and shown. The caller alone can raise it, never what is checked."""

from __future__ import annotations

import re

from malkoll.call_error import CallError
from malkoll.cli.call import Call
from malkoll.language import Text
from malkoll.syntax.compose import Limits

NO_NUMBER = Text(
    "Efter --limit {name}= ska det stå ett antal, till exempel {name}={most}, inte ”{value}”.",
    "A number is to follow --limit {name}=, as {name}={most}, not “{value}”.",
)
TOO_MUCH = Text(
    "--limit {name}={value} är mer än malkoll klarar säkert. Det mesta är {name}={most}.",
    "--limit {name}={value} is more than malkoll can do safely. The most is {name}={most}.",
)
_MOST = {"size": 100_000_000, "depth": 200, "nodes": 10_000_000, "aliases": 1_000_000, "findings": 10_000_000}


def limits_of(call: Call) -> Limits:
    """Give what a document may cost.

    Raises:
        CallError: for what is no number, or more than can be read safely.

    """
    usual, given = Limits(), _given(call)
    return usual._replace(
        size=given.get("size", usual.size),
        depth=given.get("depth", usual.depth),
        nodes=given.get("nodes", usual.nodes),
        expanded=given.get("aliases", usual.expanded),
    )


def most_findings(call: Call, usual: int) -> int:
    """Give how many findings are shown to people on a screen."""
    return _given(call).get("findings", usual)


def _given(call: Call) -> dict[str, int]:
    limits: dict[str, int] = {}
    for pair in call.given.get("--limit", ()):
        name, _, value = pair.partition("=")
        if not re.fullmatch(r"0*[1-9][0-9]{0,11}", value):
            raise CallError(NO_NUMBER(name=name, value=value, most=_MOST[name]))
        if int(value) > _MOST[name]:
            raise CallError(TOO_MUCH(name=name, value=value, most=_MOST[name]))
        limits[name] = int(value)
    return limits
