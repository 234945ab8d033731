"""What a sentence on YAML consists of; and those on what malkoll reads and other programs refuse."""

from __future__ import annotations

from malkoll.diagnostic import Applicability
from malkoll.language import Text
from malkoll.record import Record

_QUOTE = Text("Sätt citattecken om hela texten", "Put quotation marks around the whole text")
SPACE = Text("Lägg till ett mellanslag", "Add a space")
UNSAFE = Applicability.UNSAFE


class Sentences(Record):
    """What is said of one kind of mistake.

    Attributes:
        message: what is wrong.
        help: how to write it instead.
        fix: what the fix does, where there is one.
        applicability: whether the fix needs somebody to look at it.

    """

    message: Text
    help: Text
    fix: Text = _QUOTE
    applicability: Applicability = Applicability.SAFE


STRICT: dict[str, Sentences] = {
    "close-comment": Sentences(
        Text(
            "Det saknas ett mellanslag före #. En del program läser det då inte som en kommentar.",
            "A space is missing before the #. Some programs don't read it as a comment then.",
        ),
        Text("Sätt ett mellanslag före #.", "Put a space before the #."),
        SPACE,
    ),
    "not-indented": Sentences(
        Text(
            "Raden hör till det som börjar på en rad ovanför, men den är inte indragen.",
            "The line belongs to what begins on a line above, but it isn't indented.",
        ),
        Text(
            "Dra in raden längre än nyckeln som den hör till. Annars vägrar en del program att läsa filen.",
            "Indent the line further than the key that it belongs to. Otherwise some programs refuse the file.",
        ),
        Text("Dra in det som hör till texten", "Indent what belongs to the text"),
    ),
    "long-blank": Sentences(
        Text(
            "De tomma raderna överst i texten har fler mellanslag än texten själv, så det går inte att se var den börjar.",
            "The blank lines at the top of the text have more spaces than the text, so it can't be seen where it begins.",
        ),
        Text("Ta bort de tomma raderna.", "Remove the blank lines."),
    ),
    "tab-alone": Sentences(
        Text(
            "På raden står bara en tabb. Olika program läser den olika: som en tom rad eller som en del av texten.",
            "Only a tab stands in the line. Programs read it differently: as a blank line or as a part of the text.",
        ),
        Text("Ta bort tabben.", "Remove the tab."),
        Text("Töm raden", "Empty the line"),
    ),
}
"""What can be read all the same: for each variant what is wrong, and how to write it instead."""
