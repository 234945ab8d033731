"""The document's shape (MK1)."""

from malkoll.language import Text

AREA = Text("Dokumentet är ifyllt som det ska", "The document is filled in as it should be")
"""What holds where these rules find nothing: the heading of what they do find."""
