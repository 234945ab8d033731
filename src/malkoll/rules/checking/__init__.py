"""The checking itself (MK9)."""
