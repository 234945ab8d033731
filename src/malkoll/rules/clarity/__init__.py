"""Clarity of the Swedish text (MK4)."""

from malkoll.language import Text

AREA = Text("Målen är tydliga", "The goals are clear")
"""What holds where these rules find nothing: the heading of what they do find."""
