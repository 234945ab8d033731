"""The steering model's own file (MK7)."""

from malkoll.language import Text

AREA = Text("Styrmodellen går att använda", "The steering model can be used")
"""What holds where these rules find nothing: the heading of what they do find."""
