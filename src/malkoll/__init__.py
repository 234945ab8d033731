"""Checks the goal documents of Swedish municipal boards against the municipality's steering model."""

__version__ = "0.1.0"
