"""Across documents and years (MK6)."""

from malkoll.language import Text

AREA = Text("Nämndernas mål hänger ihop", "The boards' goals fit together")
"""What holds where these rules find nothing: the heading of what they do find."""
