"""Slips put into a sound document, one after the other: each takes a text and a number that chooses where."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from malkoll.document import vocabulary
from malkoll.document.words import Key

Slip = Callable[[str, int], str]
_KEY = re.compile(r"(?:(?<=^)|(?<=[ {,\"']))(?P<key>[^\W\d][\w]*)(?=\"?'?:(?:[ \t]|$))", re.MULTILINE)
_LINE = re.compile(
    r"^(?P<lead>[ ]*(?:-[ ])?)(?P<key>[^\s:#{]+):[ ](?P<value>[^\n#{\[|>\"'&*!][^\n#]*)$", re.MULTILINE
)
_NUMBER = re.compile(r"(?<=(?:de|et): )\d+(?=[,}\n])")
_INDENT = re.compile(r"^[ ]{2,}(?=\S)", re.MULTILINE)
_ANY_LINE = re.compile(r"^[^\n]+$", re.MULTILINE)
_WORDS = {
    word.sv: word.en
    for table in vars(vocabulary).values()
    if isinstance(table, dict)
    for word in table.values()
    if isinstance(word, Key)
}


def _once(pattern: re.Pattern[str], text: str, number: int, instead: Callable[[re.Match[str]], str]) -> str:
    """Rewrite one of the places that a pattern finds."""
    found = list(pattern.finditer(text))
    if not found:
        return text
    match = found[number % len(found)]
    return text[: match.start()] + instead(match) + text[match.end() :]


def _key(change: Callable[[str], str]) -> Slip:
    return lambda text, number: _once(_KEY, text, number, lambda match: change(match["key"]))


def _value(change: Callable[[str], str]) -> Slip:
    return lambda text, number: _once(
        _LINE, text, number, lambda match: f"{match['lead']}{match['key']}: {change(match['value'])}"
    )


def _amount(change: Callable[[str], str]) -> Slip:
    return lambda text, number: _once(_NUMBER, text, number, lambda match: change(match[0]))


def _indent(change: Callable[[str], str]) -> Slip:
    return lambda text, number: _once(_INDENT, text, number, lambda match: change(match[0]))


def _insert(what: str) -> Slip:
    return lambda text, number: text[: number % (len(text) + 1)] + what + text[number % (len(text) + 1) :]


def _middle(text: str, what: str) -> str:
    return text[: len(text) // 2] + what + text[len(text) // 2 :]


def _comment(text: str, number: int) -> str:
    return _once(_ANY_LINE, text, number, lambda match: f'{match[0]}  # anm{number} å§ {{x: y}} "z" \'w')


def _line_comment(text: str, number: int) -> str:
    return _once(_ANY_LINE, text, number, lambda match: f"# anm{number}: på en egen rad\n{match[0]}")


def _exception(text: str, number: int) -> str:
    rule = ("MK402", "unknown-focus-area", "unknwn-focus-area", "MK105, MK402", "MK999")[number % 5]
    return _once(_ANY_LINE, text, number, lambda match: f"{match[0]}  # malkoll: undantag[{rule}] skäl")


def _without_line(key: str) -> Slip:
    pattern = re.compile(rf"^(?P<lead>[ ]*)(?P<dash>- )?{key}:[^\n]*\n(?P<next>[ ]*)", re.MULTILINE)
    return lambda text, number: _once(
        pattern, text, number, lambda match: match["lead"] + "- " if match["dash"] else match["next"]
    )


def _lines_end(end: str) -> Slip:
    return lambda text, _number: text.replace("\r\n", "\n").replace("\n", end)


def _one_line_end(text: str, number: int) -> str:
    return _once(re.compile(r"\r?\n"), text, number, lambda _match: "\r")


def _anchor(text: str, number: int) -> str:
    return _value(lambda value: f"&a{number} {value}")(text, number)


def _flow_line_end(text: str, number: int) -> str:
    return _once(re.compile(r", (?=[^\n]*[}\]])"), text, number, lambda _match: ",\r")


SLIPS: dict[str, Slip] = {
    "key without its dots": _key(lambda key: key.translate(str.maketrans("åäö", "aao"))),
    "key with a letter too few": _key(lambda key: key[:2] + key[3:] if len(key) > 4 else key),
    "key with a letter too many": _key(lambda key: _middle(key, "x")),
    "key with letters the other way round": _key(lambda key: key[:-2] + key[-1:] + key[-2:-1]),
    "key in capitals": _key(str.upper),
    "key in English": _key(lambda key: _WORDS.get(key, key)),
    "key in quotation marks": _key(lambda key: f'"{key}"'),
    "key in single quotation marks": _key(lambda key: f"'{key}'"),
    "value misspelt": _value(lambda value: value[:-1] + "n" + value[-1] if len(value) > 5 else value),
    "value without a letter": _value(lambda value: value[:-2] + value[-1] if len(value) > 5 else value),
    "value in other case": _value(str.swapcase),
    "value in quotation marks": _value(lambda value: f'"{value}"' if '"' not in value else value),
    "value in single quotation marks": _value(lambda value: f"'{value}'" if "'" not in value else value),
    "value over two lines": _value(lambda value: value.replace(" ", "\n      ", 1)),
    "value as a block": _value(lambda value: f">-\n            {value}"),
    "value with a colon": _value(lambda value: _middle(value, ": ")),
    "value with a hash": _value(lambda value: f"{value} #trygghet"),
    "value with a percent sign first": _value(lambda value: f"% {value}"),
    "value with an at sign first": _value(lambda value: f"@{value}"),
    "value with quotation marks first": _value(lambda value: f'"Mål" {value}'),
    "value with quotation marks within": _value(
        lambda value: f'"{_middle(value, chr(34) + "och" + chr(34))}"'
    ),
    "value with an escape": _value(lambda value: f'"C:\\Mål\\{value}"'),
    "value with a quotation mark too few": _value(lambda value: f'"{value}'),
    "value with a comma between braces": lambda text, number: _once(
        re.compile(r"(?<=\d)(?=, år)"), text, number, lambda _match: ", mest flickor"
    ),
    "value with a tab": _value(lambda value: _middle(value, "\t")),
    "value with an anchor": _anchor,
    "no space after the colon": lambda text, number: _once(
        re.compile(r"(?<=\w): (?=[\wå-ö])"), text, number, lambda _match: ":"
    ),
    "percent": _amount(lambda number: f"{number} %"),
    "decimal comma": _amount(lambda number: f"{number},5"),
    "thousands": _amount(lambda number: f"{number} 200"),
    "about": _amount(lambda number: f"ca {number}"),
    "text for a number": _amount(lambda number: f'"{number}"'),
    "a dash in a horizon": lambda text, _number: text.replace("2026-2028", "2026–2028"),
    "blanks in a horizon": lambda text, _number: text.replace("2026-2028", "2026 - 2028"),
    "a small letter in an id": lambda text, _number: text.replace("U23401", "u23401"),
    "no id": _without_line("id"),
    "no unit": _without_line("enhet"),
    "no source": _without_line("källa"),
    "tab": _indent(lambda blanks: "\t" + blanks[2:]),
    "tabs": lambda text, _number: _INDENT.sub(lambda match: "\t" * (len(match[0]) // 2), text),
    "too far in": _indent(lambda blanks: blanks + " "),
    "too far out": _indent(lambda blanks: blanks[:-1]),
    "a bullet": lambda text, number: _once(
        re.compile(r"(?<=^  )-(?= )", re.MULTILINE), text, number, lambda _match: "–"
    ),
    "a dash without a blank": lambda text, number: _once(
        re.compile(r"(?<=^  )- ", re.MULTILINE), text, number, lambda _match: "-"
    ),
    "a fence": lambda text, _number: f"```yaml\n{text}```\n",
    "a comment": _comment,
    "another comment": _comment,
    "a comment in its own line": _line_comment,
    "an exception": _exception,
    "a no-break space after the colon": lambda text, number: _once(
        re.compile(r"(?<=:) "), text, number, lambda _match: "\u00a0"
    ),
    "a no-break space before the key": _indent(lambda blanks: "\u00a0" * len(blanks)),
    "a zero-width space": _insert("\u200b"),
    "a soft hyphen": _insert("\u00ad"),
    "a turn of direction": _insert("\u202e"),
    "a page break": _insert("\x0c"),
    "a line separator": _insert("\u2028"),
    "another line separator": _insert("\x85"),
    "an emoji": _insert("👩\u200d👧"),
    "letters in two parts": lambda text, _number: unicodedata.normalize("NFD", text),
    "CRLF": _lines_end("\r\n"),
    "CR": _lines_end("\r"),
    "one CR": _one_line_end,
    "CR between braces": _flow_line_end,
    "no line end at the end": lambda text, _number: text.rstrip("\r\n"),
    "blanks at the end of a line": lambda text, number: _once(
        _ANY_LINE, text, number, lambda match: f"{match[0]}  "
    ),
    "a tab alone in a line": lambda text, number: _once(
        re.compile("\n"), text, number, lambda _match: "\n\t\n"
    ),
}
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "partly")
"""How a text may be saved; mostly as it should be."""


def damaged(text: str, slips: list[tuple[str, int]], encoding: str = "utf-8") -> bytes:
    """Put slips into a text, one after the other, and save it."""
    for name, number in slips:
        text = SLIPS[name](text, number)
    if encoding == "partly":
        first, _, rest = text.partition("mål:")
        return first.encode() + b"m\xc3\xa5l:" * bool(rest) + rest.encode("cp1252", "replace")
    return text.encode(encoding, "replace")
