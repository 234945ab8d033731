"""The checking itself (MK9)."""

from malkoll.language import Text

AREA = Text("Undantag och inställningar stämmer", "Exceptions and settings are right")
"""What holds where these rules find nothing: the heading of what they do find."""
