"""The steering model (MK2)."""

from malkoll.language import Text

AREA = Text("Målen följer styrmodellen", "The goals follow the steering model")
"""What holds where these rules find nothing: the heading of what they do find."""
