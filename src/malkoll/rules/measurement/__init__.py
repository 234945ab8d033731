"""Measurability and assessment (MK3)."""
