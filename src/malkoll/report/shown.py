"""Makes any text fit to show: on one line, in letters that can be seen and that no reader obeys.

Everything that comes from a file, its name too, goes through here on its way to people.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from malkoll.report.cells import NARROW

_JOINER = "\u200d"
UNSEEN = (
    "\x7f-\x9f"  # control characters beyond ASCII: NEL and the rest
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # shown as nothing
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"  # zero-width, line ends, directions
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # no characters at all
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U0010fffe\U0010ffff"
)
"""Characters that can't be seen, or that a terminal would act on, but ASCII's: the inside of a ``[...]``."""
# compiled when first needed: most texts are plain
_UNFIT = f"[\x00-\x1f{UNSEEN}]"
_COMMAND = r"#(?=#\w*\[)"
_MOST_MARKS = 16
"""How many marks a letter is shown with: composing a heap of them never ends."""
# only from where a run of blanks begins: else a long one takes quadratic time
_BLANKS = re.compile(r"(?<![ \t\r])[ \t\r]*[\n\t][ \t\r\n]*")
_SIGNS = {
    "✖": "x", "▲": "!", "●": "*", "✔": "ok", "━": "~", "│": "|", "·": "-", "…": "...", "”": '"', "“": '"',
    "’": "'", "‘": "'", "–": "-", "—": "-", "‹": "<", "›": ">", "•": "*", "×": "x", "→": "->",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-",
}  # fmt: skip
"""What stands for a sign where the output's encoding doesn't have it."""


class Shown:
    """Shows text on an output of one encoding."""

    def __init__(self, encoding: str = "utf-8") -> None:
        self.encoding = _known(encoding)
        self._is_unicode = self.encoding.startswith("utf")
        self._signs: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """Show every character, whatever it is, on one line."""
        if self.is_plain(text):
            return text
        if self._is_unicode:
            return re.sub(_COMMAND, "#\\\\", re.sub(_UNFIT, _visible, text))
        return "".join(self.characters(text))

    def sign(self, sign: str) -> str:
        """Show a sign or a few words of ours: they stand on every other line."""
        shown = self._signs.get(sign)
        if shown is None:
            shown = self._signs[sign] = self(sign)
        return shown

    def sentence(self, text: str) -> str:
        """Show a text for reading: line ends and tabs are blanks in it."""
        return text if self.is_plain(text) else self(_BLANKS.sub(" ", text))

    def is_plain(self, text: str) -> bool:
        """Tell at a glance that each character is shown as it is, and takes one cell; most texts are so."""
        return NARROW.match(text) is not None and "##" not in text and (self._is_unicode or self._has(text))

    def are_plain(self, lines: str) -> bool:
        """Tell the same of many lines at once: a yes is right, a no may be wrong where two lines meet."""
        return self.is_plain(lines.replace("\n", ""))

    def characters(self, text: str) -> list[str]:
        """Give for each character what is shown for it; a tab stays a tab."""
        if self.is_plain(text):
            return list(text)
        shown = list(text)
        for match in re.finditer(_UNFIT, text):
            if match[0] != "\t":
                shown[match.start()] = _visible(match)
        for match in re.finditer(_COMMAND, text):
            shown[match.start()] = "#\\"
        if not self._is_unicode:
            _compose(shown)
            shown = [self._substitute(character) for character in shown]
        return shown

    def _has(self, text: str) -> bool:
        if text.isascii():
            return True
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def _substitute(self, character: str) -> str:
        if self._has(character):
            return character
        if len(character) > 1:
            return "".join(self._substitute(one) for one in character)
        return _SIGNS.get(character, "" if unicodedata.combining(character) else "?")


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "ascii"


def _visible(match: re.Match[str]) -> str:
    character = match[0]
    if character == _JOINER and _joins_emoji(match.string, match.start()):
        return character
    if character in "\n\r\t":
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}[character]
    code = ord(character)
    if code < 0x100 and code != 0xAD:
        return f"\\x{code:02x}"
    return f"‹U+{code:04X}›"


def _joins_emoji(text: str, offset: int) -> bool:
    return offset > 0 and unicodedata.category(text[offset - 1]) in {"So", "Sk", "Mn"}


def _compose(shown: list[str]) -> None:
    """Join a letter with the marks that follow it, for encodings that have only the whole letter."""
    base = -1
    for index, character in enumerate(shown):
        if base >= 0 and len(character) == 1 and unicodedata.combining(character):
            if len(shown[base]) > _MOST_MARKS:
                shown[index] = ""
                continue
            shown[base] = unicodedata.normalize("NFC", shown[base] + character)
            shown[index] = ""
        else:
            base = index
