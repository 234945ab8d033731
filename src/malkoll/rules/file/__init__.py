"""The file (MK0)."""

from malkoll.language import Text

AREA = Text("Filen går att läsa som den är menad", "The file can be read as it is meant")
"""What holds where these rules find nothing: the heading of what they do find."""
