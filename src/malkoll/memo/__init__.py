"""Calls that were made before: what they wrote is written again where nothing has changed."""
