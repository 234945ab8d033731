"""The baseline: findings that were there when malkoll was taken up, and don't count until they are mended.

A file of JSON, one finding a line, known by their fingerprints. It only shrinks by itself: what is
mended leaves it when it is written anew, and what is new is taken in only when that is asked for.
A person may write a reason and a last day (``reason``, ``until``) beside each.
"""
