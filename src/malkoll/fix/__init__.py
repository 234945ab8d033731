"""Mends what a machine can mend: fixes are applied to a file's text until nothing is left to mend."""
