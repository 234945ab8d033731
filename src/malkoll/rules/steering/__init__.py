"""The steering model (MK2)."""
