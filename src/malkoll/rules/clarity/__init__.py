"""Clarity of the Swedish text (MK4)."""
