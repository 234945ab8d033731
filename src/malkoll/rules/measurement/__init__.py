"""Measurability and assessment (MK3)."""

from malkoll.language import Text

AREA = Text("Det går att se om målen nås", "It can be seen whether the goals are reached")
"""What holds where these rules find nothing: the heading of what they do find."""
